import { z } from 'zod'
import type { FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { line, optional } from '../../../platform/forms.ts'
import { states } from './waves.states.rules.ts'
import type { Wave } from './waves.sql.ts'
import { waveWords } from './waves.text.ts'

const day = (lang: Lang) => optional(z.iso.date(waveWords[lang].form.dayWrong))

export const StartWaveForm = (lang: Lang) => {
  const words = waveWords[lang].form
  return z.strictObject({
    year: z
      .string()
      .trim()
      .regex(/^(19[5-9]\d|20\d\d)$/, words.yearWrong)
      .transform(Number),
    labelNl: line({ max: 160 }, words.labelErrors),
    labelEn: optional(line({ max: 160 }, words.labelErrors)),
  })
}

export const ChangeWaveForm = (lang: Lang) => {
  const words = waveWords[lang].form
  return z
    .strictObject({
      labelNl: line({ max: 160 }, words.labelErrors),
      labelEn: optional(line({ max: 160 }, words.labelErrors)),
      version: optional(z.uuid(words.choose)),
      opens: day(lang),
      closes: day(lang),
    })
    .refine((form) => form.opens === undefined || form.closes === undefined || form.opens <= form.closes, {
      path: ['closes'],
      message: words.closesBefore,
    })
}

export const MoveForm = z.strictObject({ to: z.enum(states) })

/** The form as a wave fills it. */
export const waveInputOf = (wave: Wave): FormInput => ({
  labelNl: wave.label.nl,
  labelEn: wave.label.en ?? '',
  version: wave.version ?? '',
  opens: wave.opens ?? '',
  closes: wave.closes ?? '',
})
