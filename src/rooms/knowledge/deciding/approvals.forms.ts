import { z } from 'zod'
import { one, type FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { line, optional } from '../../../platform/forms.ts'
import { agreementRules, silenceTerms } from './approvals.rules.ts'
import { formErrors } from '../form-errors.text.ts'
import { limits } from '../items/texts.rules.ts'

/** Several questions can stand on one page: each has fields of its own. */
export const saysField = (ask: string) => `says:${ask}`
export const whyField = (ask: string) => `why:${ask}`

/** The answer to one question. `sent` names it; whatever it names, the action asks whether it is theirs. */
export const AnswerForm = (lang: Lang, sent: FormInput = {}) => {
  const ask = one(sent, 'ask')
  return z.strictObject({
    ask: z.uuid(),
    [saysField(ask)]: z.enum(['yes', 'no'], formErrors[lang].choose),
    [whyField(ask)]: line({ max: limits.reason }, formErrors[lang].reason),
  })
}

/** The form as the register lists it: its two other fields are named by the question. */
export const DeclaredAnswerForm = z.object({ ask: z.uuid() }).catchall(z.string())

/** The answer as the action takes it; `sent` was held against its form. */
export const answerIn = (sent: FormInput) => {
  const ask = one(sent, 'ask')
  const says = one(sent, saysField(ask)) === 'yes' ? ('yes' as const) : ('no' as const)
  return { ask, says, reason: one(sent, whyField(ask)).replace(/\s+/g, ' ').trim() }
}

export const RuleForm = (lang: Lang) =>
  z.strictObject({
    organisation: z.uuid(formErrors[lang].choose),
    rule: z.enum(agreementRules, formErrors[lang].choose),
    silence: optional(z.enum(silenceTerms.map(String), formErrors[lang].choose).transform(Number)),
    ruleWhy: line({ max: limits.reason }, formErrors[lang].reason),
  })
