import { checkPlainDutch, type PlainFinding } from '../../../lib/dutch/plain-language.ts'
import { readabilityOf } from '../../../lib/dutch/readability.ts'
import { findTerm, linksIn, terms } from '../../terms/public.ts'

/** Advice to who writes. It never keeps anything from being published. */
export type WritingAdvice = {
  readonly words: number
  readonly wordsPerSentence: number
  /** Flesch-Douma; null without words. */
  readonly score: number | null
  readonly findings: readonly PlainFinding[]
  /** Terms of the square that stand in the text, at most eight: their pages explain them. */
  readonly terms: readonly { readonly label: string; readonly slug: string }[]
}

const mostFindings = 12
const mostTerms = 8
const explained: ReadonlySet<string> = new Set(terms.map((term) => term.label.nl))

const withoutMarkdown = (text: string) =>
  text
    .replace(/\]\([^()]*\)/g, ']')
    .replace(/^#{1,6}[^\S\n](.*)$/gm, '$1.')
    .replace(/^[ \t]*(?:[-*+]|\d+\.)[ \t]+/gm, '')
    .replace(/[*_`>#[\]|]/g, '')

/** What stands in the way of plain Dutch in a text; at most twelve findings, so that a writer can begin somewhere. */
export function adviceFor(markdown: string): WritingAdvice {
  const text = withoutMarkdown(markdown)
  const { words, wordsPerSentence, score } = readabilityOf(text)
  return {
    words,
    wordsPerSentence,
    score,
    findings: checkPlainDutch(text, { termPages: explained }).slice(0, mostFindings),
    terms: linksIn(text, 'nl')
      .slice(0, mostTerms)
      .flatMap(({ id }) => findTerm(id) ?? [])
      .map(({ label, slug }) => ({ label: label.nl, slug })),
  }
}
