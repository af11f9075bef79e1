import { euros } from '../../lib/money.ts'
import { bothLanguages, type Lang } from '../../lib/words.ts'
import { labelOf } from '../terms/public.ts'
import type { Reward } from './request.rules.ts'

const words = bothLanguages({ none: 'geen vergoeding', perHour: 'per uur' }, { none: 'no reward', perHour: 'an hour' })

/** What somebody gets, in words: "uurtarief: € 60,00 per uur". */
export const rewardInWords = (reward: Reward, lang: Lang): string => {
  if (reward.form === 'none') return words[lang].none
  const amount = euros(reward.cents, lang)
  return `${labelOf(reward.form, lang)}: ${reward.form === 'hourlyRate' ? `${amount} ${words[lang].perHour}` : amount}`
}
