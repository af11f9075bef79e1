import { findNumbers } from '../../lib/redaction/numbers.ts'
import type { Lang } from '../../lib/words.ts'

/** What stands in the place of a citizen service number. */
export const maskOf = { nl: '[nummer weggehaald]', en: '[number removed]' } as const satisfies Record<Lang, string>

/** Citizen service numbers in a text, as they stand in it. */
export const citizenNumbers = (text: string): readonly string[] =>
  findNumbers(text)
    .filter((found) => found.kind === 'bsn')
    .map((found) => text.slice(found.start, found.end))

/**
 * Takes citizen service numbers out before a text is kept: we may not process them (Uitvoeringswet AVG, article 46).
 * A number of nine digits that only looks like one goes as well; the check page shows it before anything is sent.
 */
export function withoutCitizenNumbers(text: string, lang: Lang): string {
  const found = findNumbers(text).filter((each) => each.kind === 'bsn')
  let out = ''
  let at = 0
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    out += text.slice(at, start) + maskOf[lang]
    at = end
  }
  return out + text.slice(at)
}
