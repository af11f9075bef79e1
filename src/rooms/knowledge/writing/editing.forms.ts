import { z } from 'zod'
import { one, type FormInput } from '../../../lib/form-values.ts'
import { languages, type Lang } from '../../../lib/words.ts'
import { line, lines, optional, ticks } from '../../../platform/forms.ts'
import { audiences, expertRoles, itemTypes, themes } from '../../terms/public.ts'
import { formErrors } from '../form-errors.text.ts'
import type { Item } from '../items/items.sql.ts'
import { detailsFrom, formParts, kindFields, regionsFrom } from '../kinds/kinds.forms.ts'
import { licences, limits } from '../items/texts.rules.ts'
import type { Saved } from './writing.actions.ts'

const idsOf = (terms: readonly { id: string }[]) => terms.map((term) => term.id)
const version = z.coerce.number().int().positive()

export const StartForm = (lang: Lang) => {
  const errors = formErrors[lang]
  return z.strictObject({
    title: line({ max: limits.title }, errors.title),
    type: z.enum(idsOf(itemTypes), errors.choose),
    lang: z.enum(languages, errors.choose),
    stewards: ticks(z.uuid(errors.choose)).refine((ids) => ids.length > 0, errors.choose),
  })
}

export const VersionForm = z.strictObject({ version })

/** `checked`: all of it was looked at, so the clock of checking starts anew. */
export const PublishForm = z.strictObject({ version, checked: z.literal('on').optional() })

export const WithdrawForm = (lang: Lang) =>
  z.strictObject({ why: line({ max: limits.reason }, formErrors[lang].reason) })

export const JoinForm = z.strictObject({ organisation: z.uuid(), says: z.enum(['yes', 'no']) })

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** The form of an item: its fields, and one text per part that it has now. */
export function ItemFormSchema(lang: Lang, item: Pick<Item, 'parts' | 'licence' | 'type' | 'provenance' | 'context'>) {
  const errors = formErrors[lang]
  const parts = formParts(item)
  const text = z
    .string()
    .transform((value) => value.trim())
    .pipe(z.string().max(limits.part, errors.part.long))
  return z.strictObject({
    version,
    title: line({ max: limits.title }, errors.title),
    summary: lines({ max: limits.summary }, errors.summary),
    ...Object.fromEntries(parts.map((part) => [`part:${part.key}`, text])),
    ...Object.fromEntries(parts.map((part) => [`leave:${part.key}`, z.literal('on').optional()])),
    ...kindFields(lang, item),
    more: optional(lines({ max: limits.part }, errors.part)),
    type: optional(z.enum(idsOf(itemTypes), errors.choose)),
    lang: z.enum(languages, errors.choose),
    themes: ticks(z.enum(idsOf(themes), errors.choose)),
    roles: ticks(z.enum(idsOf(expertRoles), errors.choose)),
    audiences: ticks(z.enum(idsOf(audiences), errors.choose)),
    stewards: ticks(z.uuid(errors.choose)).refine((ids) => ids.length > 0, errors.choose),
    sourceTitle: optional(line({ max: 200 }, errors.short)),
    publisher: optional(line({ max: 200 }, errors.short)),
    year: optional(line({ max: 20 }, errors.short)),
    link: optional(
      z
        .string()
        .trim()
        .max(500, errors.short.long)
        .refine((value) => /^https?:\/\/[^\s"<>]+$/i.test(value), errors.link),
    ),
    writtenOn: optional(z.string().refine(isDay, errors.day)),
    licence: z.enum([...licences, item.licence], errors.choose),
    reason: optional(line({ max: limits.reason }, errors.reason)),
  })
}

/**
 * The form as the register lists it: besides its fields a text per part (`part:…`, `leave:…`) and the details of the kind
 * (`detail:…`), named by the item.
 */
export const DeclaredItemForm = ItemFormSchema('nl', {
  parts: [],
  licence: 'CC-BY-4.0',
  type: null,
  provenance: 'own',
  context: { organisations: [], people: [] },
}).catchall(z.union([z.string(), z.array(z.string())]))

/** What was filled in, as the action takes it. `input` holds the texts of the parts, which the schema has checked. */
export function savedFrom(
  value: Omit<z.output<ReturnType<typeof ItemFormSchema>>, `${'part' | 'leave' | 'detail'}:${string}`>,
  input: FormInput,
  item: Item,
): Saved {
  const source = {
    ...(value.sourceTitle !== undefined && { title: value.sourceTitle }),
    ...(value.publisher !== undefined && { publisher: value.publisher }),
    ...(value.year !== undefined && { year: value.year }),
    ...(value.link !== undefined && { link: value.link }),
  }
  const parts = formParts(item)
  const staying = parts
    .filter((part) => one(input, `leave:${part.key}`) !== 'on' || parts.length === 1)
    .map((part) => ({ key: part.key, text: one(input, `part:${part.key}`).trim(), ofKind: part.ofKind }))
    // What a kind asks for and nobody wrote is not there.
    .filter((part) => part.text !== '' || !part.ofKind)
    .map(({ key, text }) => ({ key, text }))
  return {
    version: value.version,
    title: value.title,
    summary: value.summary,
    parts: value.more === undefined ? staying : [...staying, { key: freeKey(item), text: value.more }],
    lang: value.lang,
    type: value.type ?? null,
    themes: value.themes,
    roles: value.roles,
    audiences: value.audiences,
    regions: regionsFrom(input),
    details: detailsFrom(input, item),
    stewards: value.stewards,
    source: Object.keys(source).length === 0 ? null : source,
    writtenOn: value.writtenOn ?? null,
    licence: value.licence,
    reason: value.reason,
  }
}

const freeKey = (item: Item): string => {
  let n = 1
  while (item.parts.some((part) => part.key === `editor-${n}`)) n++
  return `editor-${n}`
}
