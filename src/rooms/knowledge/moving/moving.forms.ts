import { z } from 'zod'
import { many, one, type FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { line, optional, ticks } from '../../../platform/forms.ts'
import { itemTypes, themes } from '../../terms/public.ts'
import { formErrors } from '../form-errors.text.ts'
import { movingWords } from './moving.editing.text.ts'
import type { SectionChoice } from './moving.rules.ts'
import { licences } from '../items/texts.rules.ts'

const idsOf = (terms: readonly { id: string }[]) => terms.map((term) => term.id)

export const MoveForm = (lang: Lang) => {
  const errors = formErrors[lang]
  return z.strictObject({
    name: line({ max: 120 }, errors.short),
    address: optional(
      z
        .string()
        .trim()
        .max(1_000, errors.short.long)
        .refine((value) => /^https?:\/\/[^\s"<>]+$/i.test(value), movingWords[lang].form.addressWrong),
    ),
    organisation: z.uuid(errors.choose),
    type: z.enum(idsOf(itemTypes), errors.choose),
    licence: z.enum(licences, errors.choose),
    names: z.literal('on').optional(),
  })
}

const types = z.enum(['', ...idsOf(itemTypes)])
const chosenThemes = ticks(z.enum(idsOf(themes)))

/**
 * One group per number: `section:0` is what the site calls it, `take:0` yes or no, `type:0` and `themes:0` what holds for all of
 * it. `go`: take it all now.
 */
export const SectionsForm = z
  .strictObject({ run: z.uuid(), go: z.enum(['take', 'save']) })
  .catchall(z.union([z.string(), z.array(z.string())]))

/** What was chosen for each group. @returns null when a field is no choice */
export function sectionsFrom(input: FormInput): readonly SectionChoice[] | null {
  const choices: SectionChoice[] = []
  for (const name of Object.keys(input)) {
    const number = /^section:(\d{1,3})$/.exec(name)?.[1]
    if (number === undefined) continue
    const take = one(input, `take:${number}`)
    const type = types.safeParse(one(input, `type:${number}`))
    const under = chosenThemes.safeParse(many(input, `themes:${number}`))
    const section = one(input, name)
    if ((take !== 'yes' && take !== 'no') || !type.success || !under.success || section.length > 200) return null
    choices.push({ section, leaves: take === 'no', type: type.data === '' ? null : type.data, themes: under.data })
  }
  return choices
}
