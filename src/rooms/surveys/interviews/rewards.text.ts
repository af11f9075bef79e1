import { euros } from '../../../lib/money.ts'
import type { Lang } from '../../../lib/words.ts'
import { labelOf } from '../../terms/public.ts'
import { intervieweeWords } from './interviewees.text.ts'
import type { Reward } from './rewards.rules.ts'

/** What somebody gets, in words: "uurtarief, € 60,00 per uur". */
export function rewardInWords({ form, cents }: Reward, lang: Lang): string {
  const { noRewardShort, perHour } = intervieweeWords[lang].own
  if (form === 'none') return noRewardShort
  return `${labelOf(form, lang)}, ${euros(cents, lang)}${form === 'hourlyRate' ? ` ${perHour}` : ''}`
}
