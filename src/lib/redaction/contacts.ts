import { withoutAtEnd } from '../text/ends.ts'
import { firstNames } from './firstNames.ts'
import type { Found, MarkReason } from './marks.ts'
import { fold } from './tokens.ts'

const local = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}._%+'-]{0,62}[\p{L}\p{N}_+-])?`
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`
const end = '(?:nl|com|org|net|eu|be|de|info|nu|frl|amsterdam|uk|edu|gov|io|me|online|example|test)'
const plainEmail = new RegExp(String.raw`(?<![\p{L}\p{N}._%+-])${local}@${label}(?:\.${label}){1,5}`, 'gu')
const at = String.raw`(?:\s{0,2}[[({<]\s{0,2}(?:at|apenstaartje|apestaart(?:je)?|@|a)\s{0,2}[\])}>]\s{0,2}|\s{1,2}@\s{0,2}|\s{0,2}@\s{1,2}|\s{1,2}(?:at|apenstaartje|apestaart(?:je)?)\s{1,2})`
const dot = String.raw`(?:\s{0,2}[[({<]\s{0,2}(?:dot|punt|\.)\s{0,2}[\])}>]\s{0,2}|\s{1,2}(?:dot|punt)\s{1,2}|\s{0,1}\.\s{0,1})`
const spokenLocal = String.raw`[\p{L}\p{N}][\p{L}\p{N}._+-]{0,40}(?:${dot}[\p{L}\p{N}][\p{L}\p{N}_+-]{0,40}){0,2}`
const hiddenEmail = new RegExp(
  String.raw`(?<![\p{L}\p{N}._%+-])${spokenLocal}${at}(?:${label}${dot}){1,3}${end}(?![\p{L}\p{N}])`,
  'giu',
)

const gap = String.raw`[\s\u00A0.\-–/]{0,3}`
const phones = [
  // +31 and 0031, with or without (0), then nine digits.
  new RegExp(
    String.raw`(?<![\d+])(?:\(\s?)?(?:\+|00)31(?:\s?\))?${gap}(?:\(0\)|0)?${gap}[1-9](?:${gap}\d){8}(?!\d)`,
    'g',
  ),
  // Ten digits from 0: mobile, landline and number of a service, in any grouping.
  new RegExp(String.raw`(?<![\d,.]|\d[\s-])\(?0[1-9]\d{0,2}(?:\s?\))?(?:${gap}\d){6,8}(?!\d|[.,]\d)`, 'g'),
  // 0800 and 0900, with four or seven digits.
  new RegExp(String.raw`(?<![\d,.])0[89]0[0-9]${gap}\d{2}${gap}\d{2}(?:${gap}\d{3})?(?!\d)`, 'g'),
  // Any other country.
  new RegExp(String.raw`(?<![\d+])(?:\+|00)(?!31)[1-9]\d{0,2}(?:${gap}\(?\d\)?){7,12}(?!\d)`, 'g'),
] as const

const address =
  /(?:https?:\/\/|www\.)[^\s<>"'“”‘’]{3,300}|(?<![\p{L}\p{N}@.])(?:[a-z0-9-]{1,63}\.){1,4}(?:nl|com|org|net|eu|be)(?:\/[^\s<>"'“”‘’]{0,300})?/giu
const profileSites =
  /(?:linkedin\.\w+\/(?:in|pub)\/|facebook\.com\/(?!groups|events|pages)|fb\.com\/|instagram\.com\/|(?:twitter|x)\.com\/|tiktok\.com\/@|youtube\.com\/@|mastodon[\w.]*\/@|bsky\.app\/profile\/|t\.me\/|wa\.me\/|threads\.net\/@)[\w@.%-]/i
const account = /(?<![\p{L}\p{N}@./_%+-])@[A-Za-z_][A-Za-z0-9_.-]{1,38}[A-Za-z0-9_]/gu

/** Finds e-mail addresses (also spelled out to hide them), phone numbers, pages of one person and account names. */
export function findContacts(text: string): readonly Found[] {
  // Two of the patterns hold this sign itself; most texts have none, and looking for it alone is quick.
  const hasAt = text.includes('@')
  return [
    ...(hasAt ? all(text, plainEmail, 'email', 'plain-email') : []),
    ...all(text, hiddenEmail, 'email', 'hidden-email').filter((found) =>
      isSpelledOut(text.slice(found.start, found.end)),
    ),
    ...phones
      .flatMap((pattern) => all(text, pattern, 'phone', 'phone-number'))
      .filter((found) => isPhone(text.slice(found.start, found.end))),
    ...all(text, address, 'web', 'profile-page')
      .map((found) => withoutEnd(text, found))
      .filter((found) => showsPerson(text.slice(found.start, found.end))),
    ...(hasAt ? all(text, account, 'web', 'account-name') : []),
  ]
}

/** @returns where a pattern stands in the text, as marks of one kind. */
export const all = (text: string, pattern: RegExp, kind: Found['kind'], why: MarkReason): Found[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, kind, why }))

// "we komen at random. nl" has neither a bracket nor a spelled dot nor a domain in one piece.
const isSpelledOut = (found: string) => /[[({<@]|\s(?:dot|punt)\s|\b[\p{L}\p{N}-]+\.[a-z]{2,}$/iu.test(found)

function isPhone(found: string): boolean {
  const digits = found.replace(/\D/g, '')
  if (/^(?:\(?\+|\(?00)/.test(found)) return digits.length >= 9
  if (/^0[89]0\d/.test(digits)) return digits.length === 8 || digits.length === 11 || digits.length === 10
  return digits.length === 10
}

/** @returns the mark without the full stop, comma or bracket that ends the sentence around an address. */
export function withoutEnd(text: string, found: Found): Found {
  return { ...found, end: found.start + withoutAtEnd(text.slice(found.start, found.end), '.,;:!?)]}').length }
}

function showsPerson(url: string): boolean {
  if (profileSites.test(url) || /[/=]~?[^/?#=]{1,60}@|\/~[a-z]/i.test(url)) return true
  const [host = '', ...path] = fold(url)
    .replace(/^https?:\/\//, '')
    .split('/')
  const site = host
    .replace(/^www\./, '')
    .split('.')
    .slice(0, -1)
  const inPath = path
    .join('/')
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2 && firstNames.has(word) && !pathWords.has(word))
  // A domain that is itself a full name: kimbakker.nl cannot be told from a word, kim-bakker.nl can.
  const inHost = site.some((part) => part.split('-').length > 1 && firstNames.has(part.split('-')[0] ?? ''))
  return inPath.length > 0 || inHost
}

const pathWords = new Set([
  'job',
  'jet',
  'may',
  'juni',
  'juli',
  'mei',
  'june',
  'star',
  'mark',
  'les',
  'hoop',
  'sam',
  'art',
  'storm',
  'will',
  'wil',
  'can',
  'day',
  'dag',
  'lot',
  'morgen',
  'just',
  'nieuw',
])
