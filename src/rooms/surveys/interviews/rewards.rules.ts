import type { Lang } from '../../../lib/words.ts'

/** What somebody gets for a talk: a form of reward and an amount in cents, or `none` and nothing. */
export type Reward = { readonly form: string; readonly cents: number }

/** Nothing is offered on purpose only: the form `none`, and then no amount. */
export const isOffered = ({ form, cents }: Reward): boolean =>
  form !== '' && Number.isSafeInteger(cents) && (form === 'none' ? cents === 0 : cents > 0)

/** "60", "60,50" or "€ 60.50" as cents; null when it is no amount above nothing and at most ten thousand euro. */
export function centsIn(text: string): number | null {
  const found = /^€?\s*(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(text.trim())
  if (found === null) return null
  const cents = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return cents > 0 && cents <= 1_000_000 ? cents : null
}

/** An amount as people write it: "€ 60,00". */
export const euros = (cents: number, lang: Lang): string =>
  new Intl.NumberFormat(lang === 'nl' ? 'nl-NL' : 'en-IE', { style: 'currency', currency: 'EUR' })
    .format(cents / 100)
    .replaceAll('\u00a0', ' ')
