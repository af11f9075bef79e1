import { z } from 'zod'
import { one, type FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { line } from '../../../platform/forms.ts'
import { formErrors } from '../form-errors.text.ts'
import { limits } from '../items/texts.rules.ts'

export const StopForm = (lang: Lang) =>
  z.strictObject({
    stopFor: z.uuid(formErrors[lang].choose),
    stopWhy: line({ max: limits.reason }, formErrors[lang].reason),
  })

export const StayForm = z.strictObject({})

/** Several items can stand on one page: each has fields of its own. */
export const dayField = (succession: string) => `day:${succession}`
export const takerField = (succession: string) => `for:${succession}`

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

export const TakeOverForm = (lang: Lang, sent: FormInput = {}) => {
  const succession = one(sent, 'succession')
  return z.strictObject({
    succession: z.uuid(),
    [dayField(succession)]: z.string(formErrors[lang].day).refine(isDay, formErrors[lang].day),
    [takerField(succession)]: z.uuid(formErrors[lang].choose),
  })
}

/** The form as the register lists it: its two other fields are named by the search. */
export const DeclaredTakeOverForm = z.object({ succession: z.uuid() }).catchall(z.string())

/** What was sent, held against its form before. */
export const takeOverIn = (sent: FormInput) => {
  const succession = one(sent, 'succession')
  return { succession, day: one(sent, dayField(succession)), organisation: one(sent, takerField(succession)) }
}
