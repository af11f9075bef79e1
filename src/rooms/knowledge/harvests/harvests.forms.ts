import { z } from 'zod'
import type { FormInput } from '../../../lib/form-values.ts'
import { languages, type Lang } from '../../../lib/words.ts'
import { line, optional, ticks } from '../../../platform/forms.ts'
import { itemTypes, themes } from '../../terms/public.ts'
import { formErrors } from '../form-errors.text.ts'
import type { RecordChoice, SourceInput } from './harvests.actions.ts'
import { harvestWords } from './harvests.editing.text.ts'
import { followedFields } from './followed.rules.ts'
import { licences } from '../items/texts.rules.ts'

const idsOf = (terms: readonly { id: string }[]) => terms.map((term) => term.id)

const sourceFields = (lang: Lang) => {
  const errors = formErrors[lang]
  return {
    name: line({ max: 120 }, errors.short),
    address: optional(
      z
        .string()
        .trim()
        .max(1_000, errors.short.long)
        .refine((value) => /^https?:\/\/[^\s"<>]+$/i.test(value), harvestWords[lang].form.addressWrong),
    ),
    type: z.enum(idsOf(itemTypes), errors.choose),
    lang: z.enum(languages, errors.choose),
    themes: ticks(z.enum(idsOf(themes), errors.choose)),
    licence: z.enum(licences, errors.choose),
    weekly: z.literal('on').optional(),
  }
}

const weeklyAsks = (lang: Lang) => ({
  path: ['weekly'],
  message: harvestWords[lang].form.weeklyNeedsAddress,
})
const mayBeWeekly = (form: { weekly?: 'on' | undefined; address?: string | undefined }) =>
  form.weekly === undefined || form.address !== undefined

export const NewSourceForm = (lang: Lang) =>
  z
    .strictObject({ organisation: z.uuid(formErrors[lang].choose), ...sourceFields(lang) })
    .refine(mayBeWeekly, weeklyAsks(lang))

export const SourceForm = (lang: Lang) => z.strictObject(sourceFields(lang)).refine(mayBeWeekly, weeklyAsks(lang))

/** What a form says about a source. */
export const sourceInputOf = (form: z.output<ReturnType<typeof SourceForm>>): SourceInput => ({
  name: form.name,
  address: form.address ?? null,
  type: form.type,
  lang: form.lang,
  themes: form.themes,
  licence: form.licence,
  weekly: form.weekly === 'on',
})

export const Press = z.strictObject({})

export const ReleaseForm = z.strictObject({ field: z.enum(followedFields) })

/** One choice per record on the page, by its place: `record:12`. */
export const ChoicesForm = z.strictObject({}).catchall(z.string())

/** What was chosen. @returns null when a field is no choice */
export function choicesFrom(input: FormInput): readonly RecordChoice[] | null {
  const choices: RecordChoice[] = []
  for (const [name, value] of Object.entries(input)) {
    if (name === '_key') continue
    const position = /^record:(\d{1,6})$/.exec(name)?.[1]
    const same = /^same:([0-9a-f-]{36})$/.exec(String(value))?.[1]
    if (position === undefined) return null
    if (value === 'take' || value === 'leave') choices.push({ position: Number(position), choice: value })
    else if (same !== undefined) choices.push({ position: Number(position), choice: 'same', item: same })
    else return null
  }
  return choices
}
