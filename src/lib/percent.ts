import type { Lang } from './words.ts'

// Shares such as 0.285 come out a hair under what they are.
const hair = 1e-9

/** A share (0 to 1) in whole percents as everybody reads it, half of one up: "65%". No space, in both languages. */
export const percent = (share: number): string => `${Math.floor(share * 100 + 0.5 + hair)}%`

/** The ends of an interval (0 to 1) in whole percents, rounded outwards and never outside 0 to 100. */
export const outwardPercents = ({ lower, upper }: { lower: number; upper: number }) => ({
  lower: Math.max(0, Math.floor(lower * 100 + hair)),
  upper: Math.min(100, Math.ceil(upper * 100 - hair)),
})

/** Those ends as they are read: "53%" and "76%". */
export function outward(interval: { lower: number; upper: number }): { lower: string; upper: string } {
  const { lower, upper } = outwardPercents(interval)
  return { lower: `${lower}%`, upper: `${upper}%` }
}

const figure = {
  nl: new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
}

/** A percentage (0 to 100) as it stood in print, with the decimals that it had: "54,5%". */
export const printedPercent = (percentage: number, lang: Lang): string => `${figure[lang].format(percentage)}%`
