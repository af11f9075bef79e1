import { z } from 'zod'
import { one, type FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { optional } from '../../../platform/forms.ts'
import { answers, rhythms } from './checks.rules.ts'
import { checksWords } from './checks.text.ts'

type Asked = { readonly item: string; readonly organisation: string }

/** The field with what is said about one item on behalf of one steward. */
export const fieldOfCheck = ({ item, organisation }: Asked): string => `says.${item}.${organisation}`

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const fieldName = new RegExp(`^says\\.(${uuid})\\.(${uuid})$`)

/**
 * One field per item, at least one of them filled in; `first` is where that is said. It takes an item that is no longer
 * asked about too: the second press of a form must find the first answer.
 */
export const ChecksForm = (lang: Lang, first = '_form') => {
  const words = checksWords[lang]
  return z
    .record(z.string().regex(fieldName, words.choose), optional(z.enum(answers, words.choose)))
    .superRefine((said, context) => {
      if (Object.values(said).every((answer) => answer === undefined))
        context.addIssue({ code: 'custom', path: [first], message: words.chooseOne })
    })
}

/** What was said, in the order of the page. `input` was held against the form. */
export const givenIn = (input: FormInput) =>
  Object.keys(input).flatMap((name) => {
    const [, item, organisation] = fieldName.exec(name) ?? []
    const said = answers.find((answer) => answer === one(input, name))
    return item === undefined || organisation === undefined || said === undefined
      ? []
      : [{ item, organisation, answer: said }]
  })

export const RhythmSchema = z.strictObject({
  months: optional(z.enum(rhythms.map(String)).transform(Number)),
})
