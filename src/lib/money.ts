import type { Lang } from './words.ts'

const formats: Readonly<Record<Lang, Intl.NumberFormat>> = {
  nl: new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }),
  en: new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' }),
}

/** Cents as people write them: "€ 60,00", "€60.00". Sign and number stay on one line: the space between them does not break. */
export const euros = (cents: number, lang: Lang): string => formats[lang].format(cents / 100)

/**
 * "60", "60,50", "€ 60.50", "25 euro" as cents. A point or comma is that of cents, never of thousands.
 * @returns null for what is no amount above nothing and at most ten thousand euro
 */
export function centsIn(text: string): number | null {
  const found = /^(?:€|eur(?:o)?)?\s*(\d{1,5})(?:[.,](\d{1,2}))?\s*(?:euro)?$/i.exec(text.trim())
  if (found === null) return null
  const cents = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return cents > 0 && cents <= 1_000_000 ? cents : null
}
