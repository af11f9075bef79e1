import { z } from 'zod'
import { many, one, type FormInput } from '../../../lib/form-values.ts'
import { findMarks, type MarkKind } from '../../../lib/redaction/marks.ts'
import type { Lang } from '../../../lib/words.ts'
import { optional, ticks } from '../../../platform/forms.ts'
import { municipalityName, provinces, readPlace } from '../../regions/public.ts'
import { formErrors } from '../form-errors.text.ts'
import type { Item } from '../items/items.sql.ts'
import { details, detailsOf, kindOf, type Detail, type DetailName, type Details } from './kinds.rules.ts'
import { kindWords } from './kinds.text.ts'
import { scanContext } from '../items/scanning.ts'
import type { Part } from '../items/texts.rules.ts'

const fieldOf = (name: DetailName) => `detail:${name}` as const

// What somebody wrote for the square names organisations and people of works on purpose; how to reach a person never.
const neverHere: ReadonlySet<MarkKind> = new Set(['bsn', 'iban', 'email', 'phone', 'birth-date', 'plate', 'address'])

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')

type About = Pick<Item, 'context' | 'provenance'>

/** Details are short and are not asked about one by one: what points at somebody is refused instead of marked. */
const clean = (about: About) => (text: string) =>
  findMarks(text, scanContext(about.context)).every(
    (mark) => !neverHere.has(mark.kind) && !(about.provenance === 'request' && mark.kind !== 'web'),
  )

function schemaOf(detail: Detail, lang: Lang, about: About) {
  const errors = kindWords[lang].errors
  const words = formErrors[lang]
  const text = z.string().trim()
  switch (detail.sort) {
    case 'line':
      return optional(text.max(200, errors.line).refine(clean(about), errors.person))
    case 'names':
      return optional(
        text
          .refine(
            (value) => linesOf(value).length <= 20 && linesOf(value).every((each) => each.length <= 120),
            errors.names,
          )
          .refine(clean(about), errors.person),
      )
    case 'year':
      return optional(text.regex(/^(?:1[5-9]|20)\d\d$/, errors.year))
    case 'number':
      return optional(text.regex(/^(?:10000|[1-9]\d{0,3})$/, errors.number))
    case 'day':
      return optional(text.refine(isDay, words.day))
    case 'link':
      return optional(
        text.max(500, words.short.long).refine((value) => /^https?:\/\/[^\s"<>]+$/i.test(value), words.link),
      )
    case 'yesNo':
      return optional(z.enum(['yes', 'no'], words.choose))
    case 'choice':
      return optional(z.enum(detail.options, words.choose))
    case 'choices':
      return ticks(z.enum(detail.options, words.choose))
  }
}

const namedPlaces = (text: string) =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')

/** The fields that belong to the kind that an item has now, and the regions that every kind has. */
export const kindFields = (lang: Lang, item: About & Pick<Item, 'type'>) => ({
  ...Object.fromEntries(
    kindOf(item.type).details.map((name) => [fieldOf(name), schemaOf(details[name], lang, item)] as const),
  ),
  provinces: ticks(
    z.enum(
      provinces().map((each) => each.code),
      formErrors[lang].choose,
    ),
  ),
  municipalities: optional(
    z
      .string()
      .max(1_000, kindWords[lang].errors.line)
      .superRefine((text, found) => {
        const wrong = namedPlaces(text).find((name) => readPlace(name).kind !== 'found')
        if (wrong !== undefined)
          found.addIssue({ code: 'custom', message: kindWords[lang].errors.place(wrong.slice(0, 80)) })
      }),
  ),
})

const valueOf = (name: DetailName, input: FormInput): Details[DetailName] => {
  const { sort } = details[name]
  const text = one(input, fieldOf(name)).trim()
  if (sort === 'choices') return many(input, fieldOf(name)).length === 0 ? undefined : [...many(input, fieldOf(name))]
  if (text === '') return undefined
  if (sort === 'names') return linesOf(text)
  if (sort === 'year' || sort === 'number') return Number(text)
  return sort === 'yesNo' ? text === 'yes' : text
}

/**
 * The details as they were filled in; `input` was checked by `kindFields`. What belongs to another kind stays with the item,
 * so that choosing a kind by mistake loses nothing; it is not published.
 */
export function detailsFrom(input: FormInput, item: Pick<Item, 'type' | 'details'>): Details {
  const own = kindOf(item.type).details
  const others = Object.entries(item.details).filter(([name]) => !own.some((each) => each === name))
  const filled = own.flatMap((name) => {
    const value = valueOf(name, input)
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries([...others, ...filled])
}

export const regionsFrom = (input: FormInput): readonly string[] => [
  ...many(input, 'provinces'),
  ...new Set(
    namedPlaces(one(input, 'municipalities')).flatMap((name) => {
      const read = readPlace(name)
      return read.kind === 'found' ? [read.code] : []
    }),
  ),
]

/** The details and regions of an item as its form would send them. */
export const kindInputOf = (item: Pick<Item, 'type' | 'details' | 'regions'>): FormInput => ({
  ...Object.fromEntries(
    Object.entries(detailsOf(item.type, item.details)).map(([name, value]) => [
      `detail:${name}`,
      typeof value === 'boolean'
        ? value
          ? 'yes'
          : 'no'
        : Array.isArray(value)
          ? details[name as DetailName].sort === 'names'
            ? value.join('\n')
            : [...value]
          : String(value),
    ]),
  ),
  provinces: item.regions.filter((code) => provinces().some((each) => each.code === code)),
  municipalities: item.regions.flatMap((code) => municipalityName(code) ?? []).join(', '),
})

/** A part as the form shows it: of the kind (asked for, may stay empty) or one that the item has beside that. */
export type FormPart = Part & { readonly ofKind: boolean }

/**
 * The texts that the form of an item asks for: those of its kind in their order, then whatever else it holds. What came from
 * a request keeps the parts it came with.
 */
export function formParts(item: Pick<Item, 'type' | 'parts' | 'provenance'>): readonly FormPart[] {
  if (item.provenance === 'request') return item.parts.map((part) => ({ ...part, ofKind: false }))
  const keys = kindOf(item.type).parts
  const asked = keys.map((key): FormPart => ({
    ...(item.parts.find((part) => part.key === key) ?? { key, whose: 'editor', author: null, text: '' }),
    ofKind: true,
  }))
  const others = item.parts.filter((part) => !keys.includes(part.key) && part.text.trim() !== '')
  return [...asked, ...others.map((part) => ({ ...part, ofKind: false }))]
}
