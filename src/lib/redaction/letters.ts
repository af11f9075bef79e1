import { commonWords, isNoName, particles } from './lexicon.ts'
import { firstNames } from './firstNames.ts'
import type { Found } from './marks.ts'
import { tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'

const greeting =
  /^[ \t]*(?:beste|hoi|hallo|hee|hey|hi|ha|dag|lieve|geachte|dear|hello|goedemorgen|goedemiddag|goedenavond)[ \t]+/i
const closing =
  /(?:^|[.!?,;] {1,2}|\n)[ \t>]*(?:(?:met )?(?:vriendelijke|hartelijke|warme|lieve|zonnige|collegiale|beste) groet(?:en|jes)?|groet(?:en|jes)?|mvg|m\.v\.g\.?|v\.?g\.?|gr\.?|hoogachtend|liefs|hartelijks|tot gauw|tot snel|tot ziens|(?:alvast )?(?:bedankt|dank)|(?:kind |best |warm )?regards|best wishes|yours (?:sincerely|faithfully|truly)|cheers|love|thanks|many thanks)(?![\p{L}])[,.!:-]?[ \t]*/giu

/** Finds the name behind a greeting at the start of a line, and the names under or behind the words that close a letter. */
export function greetingsAndSignOffs(text: string): readonly Found[] {
  const found: Found[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const hello = greeting.exec(line)
    if (hello !== null) found.push(...greeted(line, hello[0].length, at))
    at += line.length + 1
  }
  for (const match of text.matchAll(closing))
    found.push(...signed(text, match.index + match[0].length, /dank|thanks|love/i.test(match[0])))
  return found
}

function greeted(line: string, from: number, at: number): readonly Found[] {
  const rest = line.slice(from, from + 80)
  const names = upToPunctuation(rest)
  const [first] = names
  if (first === undefined || first.start > 0 || !mayBeName(first)) return []
  const last = lastOfName(rest, names)
  return [{ start: at + from + first.start, end: at + from + last.end, kind: 'person', why: 'greeting' }]
}

/** The rest of the line, or else the next line with words and the one below it ("Kim Bakker" / "en Jo Visser"). */
function signed(text: string, from: number, weak: boolean): readonly Found[] {
  const lineEnd = endOfLine(text, from)
  const sameLine = text.slice(from, lineEnd)
  if (/\p{L}/u.test(sameLine)) return nameLine(sameLine, from, weak)
  const next = /^\s*\n?/.exec(text.slice(from, from + 200))?.[0].length ?? 0
  const start = from + next
  return start >= text.length || start === from ? [] : nameLine(text.slice(start, endOfLine(text, start)), start, weak)
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

function nameLine(line: string, at: number, weak: boolean): readonly Found[] {
  const lead = /^\s*(?:(?:namens|van|en|ook namens|mede namens)\s+)?/i.exec(line)?.[0].length ?? 0
  const rest = line.slice(lead, lead + 80)
  const names = upToPunctuation(rest)
  const [first] = names
  if (first === undefined || first.start > 1 || names.length > 6) return []
  // In small letters only a first name, or one to three words alone on their line, are taken for a signature.
  const isSignature =
    mayBeName(first) || (!weak && !commonWords.has(first.folded) && names.length <= 3 && /^[\p{L}\s.'’-]+$/u.test(rest))
  if (!isSignature || (weak && !first.capital && !firstNames.has(first.folded))) return []
  const last = lastOfName(rest, names)
  return [{ start: at + lead + first.start, end: at + lead + last.end, kind: 'person', why: 'sign-off' }]
}

const mayBeName = (token: Token) =>
  (token.capital && !isNoName(token.folded)) || (firstNames.has(token.folded) && !commonWords.has(token.folded))

const upToPunctuation = (rest: string) =>
  tokensOf(/^[^,;:!?()\n|]*?(?=[,;:!?()\n|]|\.\s|\.$| [-–] |$)/.exec(rest)?.[0] ?? rest)

/** The last word that still belongs to the name: particles and capitals, "en" between two names, initials. */
function lastOfName(rest: string, names: readonly Token[]): Token {
  const [first] = names
  let last = first ?? { start: 0, end: 0, text: '', folded: '', capital: false, opens: false }
  const allSmall = names.every((token) => !token.capital)
  for (const token of names.slice(1)) {
    const isLink = particles.has(token.folded) || token.folded === 'en' || token.folded === 'and'
    if (isLink) continue
    if (
      !(token.capital && !isNoName(token.folded)) &&
      !(allSmall && names.length <= 4 && !commonWords.has(token.folded) && rest.length < 40) &&
      !firstNames.has(token.folded)
    )
      break
    last = token
  }
  return last
}
