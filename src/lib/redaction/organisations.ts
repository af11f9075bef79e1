import { withoutAtEnd } from '../text/ends.ts'
import { all, withoutEnd } from './contacts.ts'
import type { Found } from './marks.ts'
import { fold } from './tokens.ts'

const legal = new Set([
  'stichting',
  'vereniging',
  'cooperatie',
  'bv',
  'nv',
  'b.v.',
  'n.v.',
  'vof',
  'gemeente',
  'provincie',
  'st',
  'st.',
  'ver.',
  'foundation',
  'u.a.',
  'ua',
  'i.o.',
  'e.o',
  'eo',
  'b.v',
  'n.v',
  'u.a',
  'i.o',
])
const small = new Set([
  'de',
  'het',
  "'t",
  'een',
  'van',
  'voor',
  'en',
  'in',
  'op',
  'aan',
  'te',
  'der',
  'den',
  'ten',
  'ter',
  'met',
  'bij',
  'of',
  'the',
  'and',
  'for',
  '&',
])
const organisationShape =
  /(?<![\p{L}\p{N}])(?:Stichting|Woonzorgcentrum|Verpleeghuis|Buurthuis|Inloophuis|Wijkcentrum)(?:\s(?:de|het|van|voor|der|den|ten|ter|en|in|'t|op|aan)){0,2}(?:\s\p{Lu}[\p{L}\p{N}'’-]{0,40}){1,4}/gu

/**
 * Finds the organisations that are passed in, however they are written: with or without Stichting, article, hyphens or
 * accents, as initials, in the possessive, or inside a web address; and what calls itself a Stichting by any name.
 */
export function findOrganisations(text: string, organisations: readonly string[]): readonly Found[] {
  const folded = fold(text)
  return [
    ...waysOf(organisations).flatMap((way) => occurrences(text, folded, way)),
    ...all(text, organisationShape, 'organisation', 'organisation-shape'),
  ]
}

type Way = { readonly pattern: RegExp; readonly proof: (written: string) => boolean }

const madeWays = new WeakMap<readonly string[], readonly Way[]>()
function waysOf(organisations: readonly string[]): readonly Way[] {
  const made = madeWays.get(organisations) ?? organisations.flatMap(ways)
  madeWays.set(organisations, made)
  return made
}

function ways(name: string): readonly Way[] {
  const aliases = [...name.matchAll(/\(([^()]{2,40})\)/g)].map((match) => (match[1] ?? '').trim())
  const plain = name.replace(/\([^()]*\)/g, ' ').trim()
  const split = plain.split(/\s[-–|]\s/).map((part) => part.trim())
  const names = [plain, ...(split.length > 1 ? split : []), ...aliases].filter((each) => each.length > 1)
  return [...names.flatMap(spelled), ...initials(plain), ...joinedInAddress(plain)]
}

function wordsOf(name: string): readonly string[] {
  return fold(name)
    .split(/[\s\-–/]+/)
    .map((word) => withoutAtEnd(word.replace(/^["'“]+/, ''), `"'”,.`))
    .filter((word) => word !== '')
}

function coreOf(name: string): readonly string[] {
  const words = wordsOf(name)
  const core = words.filter(
    (word, i) =>
      !legal.has(word) && !(small.has(word) && words.slice(0, i).every((each) => legal.has(each) || small.has(each))),
  )
  return core.length > 0 ? core : words
}

function spelled(name: string): readonly Way[] {
  const core = coreOf(name)
  if (core.length === 0 || core.join('').length < 2) return []
  const body = core
    .map((word) => (word === '&' || word === 'en' ? '(?:&|en|and)' : escaped(word)))
    .join(String.raw`[\s\-–.]{0,3}`)
  const article = wordsOf(name).find((word, at) => /^(?:de|het|'t)$/.test(word) && at < 2)
  const full = String.raw`(?<![\p{L}\p{N}])(?:(?:stichting|vereniging|st\.|gemeente|cooperatie)\s(?:(?:van|voor)\s)?(?:(?:de|het|'t)\s)?)?${article === undefined ? '' : String.raw`(?:(?:de|het|'t)\s)?`}${body}(?:'s|s|')?(?![\p{L}\p{N}])`
  const several = core.length > 1
  return [
    {
      pattern: new RegExp(full, 'gu'),
      // One ordinary word ("de brug") is a name only with a capital of its own; several words are a name however written.
      proof: (written) =>
        several ||
        /^(?:stichting|vereniging|gemeente)\s/i.test(written) ||
        /\p{Lu}/u.test(written.replace(/^(?:De|Het|'t)\s/, '')) ||
        isRare(core[0] ?? ''),
    },
  ]
}

// A word of this length that someone chose as a name is seldom written in another sense.
const isRare = (word: string) => word.length >= 12 || /\d/.test(word)

function initials(name: string): readonly Way[] {
  const words = wordsOf(name)
  const weighty = words.filter((word) => !small.has(word))
  const short = new Set(
    [words, weighty, weighty.filter((word) => !legal.has(word))].map((list) =>
      list.map((word) => word.charAt(0)).join(''),
    ),
  )
  return [...short]
    .filter((letters) => letters.length >= 3 && letters.length <= 8)
    .map((letters) => ({
      pattern: new RegExp(
        String.raw`(?<![\p{L}\p{N}])${[...letters].map(escaped).join(String.raw`\.?`)}(?:'s)?(?![\p{L}\p{N}])`,
        'gu',
      ),
      proof: (written: string) => (written.match(/\p{Lu}/gu) ?? []).length >= 2,
    }))
}

function joinedInAddress(name: string): readonly Way[] {
  const joined = new Set([coreOf(name), wordsOf(name)].map((words) => words.join('').replace(/[^a-z0-9]/g, '')))
  return [...joined]
    .filter((host) => host.length >= 4)
    .map((host) => ({
      pattern: new RegExp(
        String.raw`(?<![\p{L}\p{N}])(?:https?://)?(?:[a-z0-9-]{1,40}\.){0,2}[a-z0-9-]{0,20}${[...host].map(escaped).join('-?')}[a-z0-9-]{0,20}\.(?:nl|com|org|net|eu|be)(?:/[^\s<>"']{0,200})?|[@#]${host}(?![\p{L}\p{N}])`,
        'gu',
      ),
      proof: () => true,
    }))
}

function occurrences(text: string, folded: string, way: Way): readonly Found[] {
  return [...folded.matchAll(way.pattern)]
    .map((match): Found => ({
      start: match.index,
      end: match.index + match[0].length,
      kind: 'organisation',
      why: 'known-organisation',
    }))

    .map((found) => withoutEnd(text, found))
    .filter((found) => way.proof(text.slice(found.start, found.end)))
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
