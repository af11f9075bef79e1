import { z } from 'zod'
import type { Fields, FieldValue } from '../../../lib/changes/fields.ts'
import { one, type FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { line, lines, optional } from '../../../platform/forms.ts'
import { formErrors } from '../form-errors.text.ts'
import { detailsFrom, formParts, kindFields, kindInputOf } from '../kinds/kinds.forms.ts'
import { kindOf } from '../kinds/kinds.rules.ts'
import type { Published } from './suggestions.sql.ts'
import { suggestionsWords } from './suggestions.text.ts'
import { limits } from '../items/texts.rules.ts'

type Asked = Pick<Published, 'type' | 'parts' | 'provenance' | 'context'>

/** The form in which somebody writes how an item could be better: the words and details of its kind, and why. */
export function SuggestionForm(lang: Lang, item: Asked) {
  const errors = formErrors[lang]
  const text = z
    .string()
    .transform((value) => value.trim())
    .pipe(z.string().max(limits.part, errors.part.long))
  return z.strictObject({
    title: line({ max: limits.title }, errors.title),
    summary: lines({ max: limits.summary }, errors.summary),
    ...Object.fromEntries(formParts(item).map((part) => [`part:${part.key}`, text])),
    ...Object.fromEntries(Object.entries(kindFields(lang, item)).filter(([name]) => name.startsWith('detail:'))),
    why: lines({ max: limits.reason }, errors.reason),
  })
}

/** The form as the register lists it: besides these a text per part and the details of the kind, named by the item. */
export const DeclaredSuggestionForm = z
  .object({ title: z.string(), summary: z.string(), why: z.string() })
  .catchall(z.union([z.string(), z.array(z.string())]))

/** An item as the form would send it. */
export const suggestionInputOf = (item: Published): FormInput => ({
  title: item.title,
  summary: item.summary,
  ...Object.fromEntries(formParts(item).map((part) => [`part:${part.key}`, part.text])),
  ...Object.fromEntries(
    Object.entries(kindInputOf({ ...item, regions: [] })).filter(([name]) => name.startsWith('detail:')),
  ),
})

/** What was filled in, by field. `sent` was held against the form. */
export function fieldsIn(sent: FormInput, item: Asked): Fields {
  const details = detailsFrom(sent, { type: item.type, details: {} })
  return {
    title: one(sent, 'title').replace(/\s+/g, ' ').trim(),
    summary: one(sent, 'summary').trim(),
    ...Object.fromEntries(formParts(item).map((part) => [`part:${part.key}`, one(sent, `part:${part.key}`).trim()])),
    ...Object.fromEntries(
      kindOf(item.type).details.map((name): [string, FieldValue] => [`detail:${name}`, details[name] ?? null]),
    ),
  }
}

export const choiceField = (field: string) => `choice:${field}`
export const declineField = (field: string) => `why:${field}`

/** Accept or decline per field; declining says why. */
export function DecisionForm(lang: Lang, suggested: readonly { readonly field: string }[]) {
  const errors = formErrors[lang]
  return z
    .strictObject({
      version: z.coerce.number().int().positive(),
      ...Object.fromEntries(
        suggested.flatMap(({ field }) => [
          [choiceField(field), z.enum(['accepted', 'declined'], suggestionsWords[lang].choose)],
          [declineField(field), optional(line({ max: limits.reason }, errors.reason))],
        ]),
      ),
    })
    .superRefine((value, found) => {
      const given: Readonly<Record<string, unknown>> = value
      for (const { field } of suggested)
        if (given[choiceField(field)] === 'declined' && given[declineField(field)] === undefined)
          found.addIssue({ code: 'custom', path: [declineField(field)], message: errors.reason.empty })
    })
}

export const DeclaredDecisionForm = z.object({ version: z.coerce.number().int().positive() }).catchall(z.string())

/** What was decided per field. `sent` was held against the form. */
export const decisionsIn = (sent: FormInput, suggested: readonly { readonly field: string }[]) =>
  new Map(
    suggested.map(({ field }) => {
      const decision = one(sent, choiceField(field)) === 'accepted' ? ('accepted' as const) : ('declined' as const)
      const why = one(sent, declineField(field)).replace(/\s+/g, ' ').trim()
      return [field, { decision, reason: why === '' ? null : why }] as const
    }),
  )

export const TakeBackForm = z.strictObject({})
