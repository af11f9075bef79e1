import { ambiguousFirstNames, firstNames } from './firstNames.ts'
import { commonWords, honorifics, isNoName, particles, relations, speaking, surnames, surnamesToo } from './lexicon.ts'
import {
  afterParticles,
  between,
  firstNameIn,
  isInitial,
  isNameWord,
  isPlainFirstName,
  isSpace,
  lowerTail,
  particleFirst,
  tail,
  withoutS,
} from './names.ts'
import type { Reading } from './names.ts'
import type { Found, MarkReason } from './marks.ts'
import { knownPeople } from './knownPeople.ts'
import { greetingsAndSignOffs } from './letters.ts'
import { fold, tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'

/**
 * Finds names of persons by what stands around them and by lists of names; and, once a name is found, its parts elsewhere.
 * @param other what was found of other kinds: two capitals that are a place or an organisation are no person.
 */
export function findPeople(text: string, known: readonly string[], other: readonly Found[]): readonly Found[] {
  const tokens = tokensOf(text)
  const found = [
    ...knownPeople(text, tokens, known),
    ...greetingsAndSignOffs(text),
    ...byRule(text, tokens).filter((each) => each.why !== 'two-capitals' || !insideAny(each, other)),
  ]
  return [...found, ...namedElsewhere(text, tokens, found)]
}

const insideAny = (found: Found, others: readonly Found[]) =>
  others.some((other) => found.start < other.end && other.start < found.end)

type Span = { readonly from: number; readonly to: number; readonly why: MarkReason }
type Rule = (reading: Reading, at: number) => Span | null

function byRule(text: string, tokens: readonly Token[]): readonly Found[] {
  const reading = { text, tokens }
  const found: Found[] = []
  for (let i = 0; i < tokens.length; i++) {
    for (const rule of rules) {
      const span = rule(reading, i)
      const first = span === null ? undefined : tokens[span.from]
      const last = span === null ? undefined : tokens[span.to]
      if (span === null || first === undefined || last === undefined) continue
      found.push({ start: first.start, end: last.end, kind: 'person', why: span.why })
      i = Math.max(i, span.to)
      break
    }
  }
  return found
}

/** mevrouw Bakker, dhr. J. de Wit, dokter Amrani, mevrouw B. */
const afterTitle: Rule = (reading, at) => {
  const { tokens, text } = reading
  const title = tokens[at]
  const next = tokens[at + 1]
  if (title === undefined || next === undefined) return null
  const strong = honorifics.strong.has(title.folded)
  if (!strong && !honorifics.weak.has(title.folded)) return null
  const gap = between(reading, at)
  if (!(isSpace(gap) || (honorifics.short.has(title.folded) && /^\.[ \u00A0]{0,2}$/.test(gap)))) return null
  if (isInitial(next) && (strong || /^\.\s?\p{L}/u.test(text.slice(next.end, next.end + 3))))
    return { from: at + 1, to: Math.max(at + 1, tail(reading, at + 1)), why: 'title' }
  if (isNameWord(next)) return { from: at + 1, to: tail(reading, at + 1), why: 'title' }
  const over = afterParticles(reading, at)
  if (
    over !== null &&
    !(title.folded === 'heer' && over - at > 2 && next.folded === 'van' && tokens[at + 2]?.folded === 'het')
  )
    return { from: at + 1, to: tail(reading, over), why: 'title' }
  if (strong && (surnames.has(next.folded) || isPlainFirstName(next.folded)))
    return { from: at + 1, to: at + 1, why: 'title' }
  return null
}

const noInitials = /^(?:B\.? ?V|N\.? ?V|P\.? ?S|N\.? ?B|U\.? ?S|E\.? ?U|V\.? ?S|I\.? ?D|C\.? ?V)$/
/** J. de Vries, A.B. Jansen, J.P. van der Meer. */
const afterInitials: Rule = (reading, at) => {
  const { tokens, text } = reading
  // The second letter of P.S. or B.V. does not begin anew.
  if (/\p{Lu}\.$/u.test(text.slice(Math.max(0, (tokens[at]?.start ?? 0) - 2), tokens[at]?.start ?? 0))) return null
  let last = at
  while (isInitial(tokens[last]) && text.charAt(tokens[last]?.end ?? 0) === '.' && last - at < 6) {
    if (!/^\.[ \u00A0]{0,2}$/.test(between(reading, last)) || !isInitial(tokens[last + 1])) break
    last += 1
  }
  const lastToken = tokens[last]
  const first = tokens[at]
  if (first === undefined || lastToken === undefined || !isInitial(lastToken) || text.charAt(lastToken.end) !== '.')
    return null
  if (
    noInitials.test(text.slice(first.start, lastToken.end)) ||
    !/^\.[ \u00A0]{0,2}['’‘]?$/.test(between(reading, last))
  )
    return null
  const next = tokens[last + 1]
  if (isNameWord(next)) return { from: at, to: tail(reading, last + 1), why: 'initials' }
  const over = next !== undefined && particles.has(next.folded) ? particleFirst(reading, last + 1) : null
  return over === null ? null : { from: at, to: tail(reading, over), why: 'initials' }
}

const byFirstName: Rule = (reading, at) => {
  const token = reading.tokens[at]
  if (token === undefined || !token.capital || commonWords.has(token.folded)) return null
  const name = firstNameIn(token.folded)
  if (name === null) return null
  const to = tail(reading, at)
  const allCapitals = token.text.length <= 3 && token.text === token.text.toUpperCase()
  // "SAM" and "WIL" are more often abbreviations; "Roos is" at the start of a sentence may be a flower.
  if (to === at && (allCapitals || (ambiguousFirstNames.has(name) && token.opens && !standsAlone(reading.text, token))))
    return null
  return { from: at, to, why: 'first-name' }
}

/** @returns whether the word is the whole line, as under a letter. */
const standsAlone = (text: string, token: Token) =>
  /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, token.start - 3), token.start)) &&
  /^[ \t]*[.,]?(?:\n|$)/.test(text.slice(token.end, token.end + 4))

/** mijn zoon ahmed, onze buurvrouw Xanthe. */
const afterRelation: Rule = (reading, at) => {
  const word = reading.tokens[at]
  const next = reading.tokens[at + 1]
  if (
    word === undefined ||
    next === undefined ||
    !relations.has(word.folded) ||
    !/^[ \u00A0]{1,2}$|^, $/.test(between(reading, at))
  )
    return null
  if (isNameWord(next) && !next.opens) return { from: at + 1, to: tail(reading, at + 1), why: 'relation' }
  return isPlainFirstName(next.folded) && isSpace(between(reading, at))
    ? { from: at + 1, to: lowerTail(reading, at + 1), why: 'relation' }
    : null
}

const introductions =
  /(?:^|[^\p{L}])(?:(mijn naam is|(?:ik|hij|zij|ze|die) heet|geheten|genaamd|noemen (?:mij|me|hem|haar)|my name is|called|named)|(ik ben|i am|i'm|met|u spreekt met|this is))[: ]{1,2}$/u
/** Ik ben Xanthe, mijn naam is kim de vries, een man genaamd Xander. */
const afterIntroduction: Rule = (reading, at) => {
  const token = reading.tokens[at]
  if (token === undefined) return null
  const [, strong, weak] =
    introductions.exec(fold(reading.text.slice(Math.max(0, token.start - 24), token.start))) ?? []
  if (
    strong !== undefined &&
    (isNameWord(token) ||
      (!token.capital &&
        !commonWords.has(token.folded) &&
        (firstNames.has(token.folded) || /naam is|name is/.test(strong))))
  ) {
    return { from: at, to: Math.max(tail(reading, at), lowerTail(reading, at)), why: 'introduction' }
  }
  if (weak === undefined || weak === 'met') return null
  if (isNameWord(token) || isPlainFirstName(token.folded))
    return { from: at, to: Math.max(tail(reading, at), lowerTail(reading, at)), why: 'introduction' }
  return null
}

const strongParticles = new Set([
  'van der',
  'van den',
  "van 't",
  'van de',
  'van het',
  'in t',
  "in 't",
  'op de',
  'de la',
  'von der',
])
const prepositions = new Set(['van', 'in', 'op', 'aan', 'onder', 'over', 'uit', 'tot'])
/** gesprek met Van der Meer, bij El Amrani, volgens De Vries. */
const bySurname: Rule = (reading, at) => {
  const token = reading.tokens[at]
  if (token === undefined) return null
  const over = particleFirst(reading, at)
  const name = over === null ? undefined : reading.tokens[over]
  if (over !== null && name !== undefined) {
    const pair = `${token.folded} ${reading.tokens[at + 1]?.folded ?? ''}`
    // "van Jansen" is mostly "of Jansen": the name alone is marked below.
    if (over === at + 1 && !token.capital && prepositions.has(token.folded)) return null
    const isName = surnames.has(withoutS(name.folded)) && !name.opens
    if (isName && !(surnamesToo.has(name.folded) && !token.capital))
      return { from: at, to: tail(reading, over), why: 'surname' }
    if (/^(?:El|Al|Ben|Abu|Von|Ter|Ten|Bin|Ibn|Di|Da|Dos)$/.test(token.text) && !token.opens)
      return { from: at, to: tail(reading, over), why: 'surname' }
    if (token.capital && !token.opens && (strongParticles.has(pair) || token.folded === 'van'))
      return { from: at, to: tail(reading, over), why: 'surname' }
    if (pair === 'van der' && over === at + 2) return { from: at, to: tail(reading, over), why: 'surname' }
  }
  const alone = withoutS(token.folded)
  if (
    token.capital &&
    surnames.has(alone) &&
    !particles.has(alone) &&
    token.text.length > 2 &&
    !(token.opens && surnamesToo.has(alone))
  ) {
    return isNoName(alone) ? null : { from: at, to: tail(reading, at), why: 'surname' }
  }
  return null
}

/** zegt Xanthe, Wiersing vertelt, "Wiersing: ‘…’". */
const besideSpeaking: Rule = (reading, at) => {
  const { tokens, text } = reading
  const token = tokens[at]
  if (token === undefined || !isNameWord(token)) return null
  const said = tokens[at - 1]
  if (said !== undefined && speaking.has(said.folded) && isSpace(between(reading, at - 1)))
    return { from: at, to: tail(reading, at), why: 'speaker' }
  const next = tokens[at + 1]
  if (next !== undefined && speaking.has(next.folded) && isSpace(between(reading, at)))
    return { from: at, to: at, why: 'speaker' }
  return /^:\s?[‘“"']/.test(text.slice(token.end, token.end + 3)) ? { from: at, to: at, why: 'speaker' } : null
}

/** Two words with a capital, or two with particles between: more often a person than not. */
const byTwoCapitals: Rule = (reading, at) => {
  const token = reading.tokens[at]
  if (token === undefined || !isNameWord(token) || /^\p{Lu}{2,}$/u.test(token.text) || token.text.length < 3)
    return null
  const to = tail(reading, at)
  const last = reading.tokens[to]
  if (to === at || last === undefined || isInitial(last) || last.text.length < 3 || /^\p{Lu}{2,}$/u.test(last.text))
    return null
  return { from: at, to, why: 'two-capitals' }
}

const rules: readonly Rule[] = [
  afterTitle,
  afterInitials,
  afterIntroduction,
  afterRelation,
  byFirstName,
  bySurname,
  besideSpeaking,
  byTwoCapitals,
]

/** Once "Xanthe Oosterbeek" is found, "Xanthe" and "Oosterbeek" elsewhere are the same person. */
function namedElsewhere(text: string, tokens: readonly Token[], found: readonly Found[]): readonly Found[] {
  const parts = new Set(
    found
      .flatMap((each) => tokensOf(text.slice(each.start, each.end)))
      .filter((token) => token.text.length > 2 && !particles.has(token.folded) && !isNoName(token.folded))
      .map((token) => withoutS(token.folded)),
  )
  return tokens
    .filter(
      (token) =>
        token.capital &&
        [token.folded, withoutS(token.folded), token.folded.replace(/s$/, '')].some((form) => parts.has(form)),
    )
    .map((token) => ({ start: token.start, end: token.end, kind: 'person', why: 'named-elsewhere' }))
}
