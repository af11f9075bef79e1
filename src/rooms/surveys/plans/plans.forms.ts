import { z } from 'zod'
import type { FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { thresholds } from '../../../lib/disclosure/thresholds.ts'
import { lines, optional, ticks } from '../../../platform/forms.ts'
import { backgrounds } from '../findings/findings.ts'
import type { PlanTerms } from './plans.rules.ts'
import { planWords } from './plans.text.ts'

const whole = (least: number, lang: Lang) => {
  const words = planWords[lang].faults
  return z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, words.number)
    .transform(Number)
    .refine((value) => value >= least, words.cells(least))
}
const decimal = (from: number, to: number, message: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,2}([.,]\d)?$/, message)
    .transform((text) => Number(text.replace(',', '.')))
    .refine((value) => value >= from && value <= to, message)

/**
 * The form of a plan.
 * @param keys what can be a main question
 * @param fixed the wave was opened: a reason is asked
 */
export const PlanForm = (lang: Lang, keys: ReadonlySet<string> | null = null, fixed = false) => {
  const words = planWords[lang].faults
  const known = z
    .string()
    .max(200)
    .refine((key) => keys === null || keys.has(key), words.unknown)
  return z.strictObject({
    mainQuestions: ticks(known).pipe(z.array(z.string()).min(1, words.main)),
    cellsFrom: whole(thresholds.polls.cell, lang),
    baseFrom: whole(thresholds.polls.percentageBase, lang),
    margin: decimal(0.1, 25, words.margin),
    weighting: ticks(z.enum(backgrounds)),
    weightCap: optional(decimal(1.5, 10, words.cap)),
    tablesBy: ticks(z.enum(backgrounds)),
    sensitive: ticks(known),
    reason: fixed ? lines({ max: 2000 }, words.reason) : optional(lines({ max: 2000 }, words.reason)),
  })
}

/** What a form says about a plan. */
export const termsOf = (form: z.output<ReturnType<typeof PlanForm>>): PlanTerms => ({
  mainQuestions: form.mainQuestions,
  cellsFrom: form.cellsFrom,
  baseFrom: form.baseFrom,
  margin: form.margin,
  weighting: form.weighting,
  weightCap: form.weightCap ?? null,
  tablesBy: form.tablesBy,
  sensitive: form.sensitive,
})

/** The form as a plan fills it. */
export const planInputOf = (terms: PlanTerms, lang: Lang): FormInput => {
  const said = (value: number) => (lang === 'nl' ? String(value).replace('.', ',') : String(value))
  return {
    mainQuestions: terms.mainQuestions,
    cellsFrom: String(terms.cellsFrom),
    baseFrom: String(terms.baseFrom),
    margin: said(terms.margin),
    weighting: terms.weighting,
    weightCap: terms.weightCap === null ? '' : said(terms.weightCap),
    tablesBy: terms.tablesBy,
    sensitive: terms.sensitive,
  }
}
