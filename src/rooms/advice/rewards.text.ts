import { bothLanguages, type Lang } from '../../lib/words.ts'
import { labelOf } from '../terms/public.ts'
import type { Reward } from './request.rules.ts'

const words = bothLanguages({ none: 'geen vergoeding', perHour: 'per uur' }, { none: 'no reward', perHour: 'an hour' })

const money: Record<Lang, Intl.NumberFormat> = {
  nl: new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }),
  en: new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' }),
}

const euros = (cents: number, lang: Lang) => money[lang].format(cents / 100).replace(/\u00a0/g, ' ')

/** What somebody gets, in words: "uurtarief: € 60,00 per uur". */
export const rewardInWords = (reward: Reward, lang: Lang): string => {
  if (reward.form === 'none') return words[lang].none
  const amount = euros(reward.cents, lang)
  return `${labelOf(reward.form, lang)}: ${reward.form === 'hourlyRate' ? `${amount} ${words[lang].perHour}` : amount}`
}

/** "60", "60,50" or "€ 60.50" as cents; null when it is no amount above nothing and at most ten thousand euro. */
export const centsOf = (text: string): number | null => {
  const found = /^(?:€|eur(?:o)?)?\s*(\d{1,5})(?:[.,](\d{1,2}))?\s*(?:euro)?$/i.exec(text.trim())
  if (!found) return null
  const cents = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return cents > 0 && cents <= 1_000_000 ? cents : null
}
