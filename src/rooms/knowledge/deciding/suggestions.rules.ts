import { fieldChanges, type FieldChange, type Fields, type FieldValue } from '../../../lib/changes/fields.ts'
import { formParts } from '../kinds/kinds.forms.ts'
import { details, detailsOf, kindOf, type DetailName, type Details } from '../kinds/kinds.rules.ts'
import type { Item } from '../items/items.sql.ts'
import type { ItemText } from '../items/texts.rules.ts'
import type { Saved } from '../writing/writing.actions.ts'

/** Another value for one field: `title`, `summary`, `part:<key>` or `detail:<name>`. */
export type FieldSet = { readonly field: string; readonly after: FieldValue }

type Worded = ItemText & Pick<Item, 'type' | 'provenance' | 'details'>

/** The words and details of an item as fields that can be compared and suggested. */
export const suggestableFields = (item: Worded): Fields => ({
  title: item.title,
  summary: item.summary,
  ...Object.fromEntries(formParts(item).map((part) => [`part:${part.key}`, part.text])),
  ...Object.fromEntries(
    kindOf(item.type).details.map((name): [string, FieldValue] => [
      `detail:${name}`,
      detailsOf(item.type, item.details)[name] ?? null,
    ]),
  ),
})

/** What stands in a field now, also in one that the kind no longer asks for. */
export function valueIn(item: Worded, field: string): FieldValue {
  const known = suggestableFields(item)
  if (Object.hasOwn(known, field)) return known[field] ?? null
  if (field.startsWith('part:')) return item.parts.find((part) => `part:${part.key}` === field)?.text ?? ''
  return Object.entries(item.details).find(([name]) => `detail:${name}` === field)?.[1] ?? null
}

const isDetail = (name: string): name is DetailName => Object.hasOwn(details, name)
const isEmpty = (value: FieldValue) => value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** An item with other words or details in some fields, as the action of saving takes it. */
export function savedWith(item: Item, changes: readonly FieldSet[], reason: string): Saved {
  const other = new Map(changes.map((change) => [change.field, change.after]))
  const text = (field: string, now: string) => {
    const after = other.get(field)
    return typeof after === 'string' ? after : now
  }
  const parts = formParts(item)
    .map((part) => ({ key: part.key, text: text(`part:${part.key}`, part.text), ofKind: part.ofKind }))
    .filter((part) => part.text.trim() !== '' || (!part.ofKind && !other.has(`part:${part.key}`)))
  const filled: [string, FieldValue][] = Object.entries(item.details)
  for (const { field, after } of changes)
    if (field.startsWith('detail:')) filled.push([field.slice('detail:'.length), after])
  return {
    version: item.version,
    title: text('title', item.title),
    summary: text('summary', item.summary),
    parts: parts.map((part) => ({ key: part.key, text: part.text })),
    lang: item.lang,
    type: item.type,
    themes: item.themes,
    roles: item.roles,
    audiences: item.audiences,
    regions: item.regions,
    details: Object.fromEntries(
      [...new Map(filled)].filter(([name, value]) => isDetail(name) && !isEmpty(value)),
    ) as Details,
    source: item.source,
    writtenOn: item.writtenOn,
    licence: item.licence,
    stewards: item.stewards.map((each) => each.id),
    reason,
  }
}

/** What somebody suggests for one field, beside what stood there when they did. */
export type Suggested = FieldSet & { readonly before: FieldValue }

/** The fields that somebody wants to be otherwise, in the order of the form. */
export const suggestedIn = (before: Fields, after: Fields): readonly Suggested[] =>
  fieldChanges(before, after).map((change) => ({ field: change.field, before: change.before, after: change.after }))

/** A suggested field for those who decide: what it would change, and whether the item changed there meanwhile. */
export type Weighed = {
  readonly field: string
  /** What the suggestion would change of what stands there now; null when that is what stands there already. */
  readonly change: FieldChange | null
  /** What changed there since it was suggested; null when nothing did. */
  readonly meanwhile: FieldChange | null
}

export const weighed = (item: Worded, suggested: readonly Suggested[]): readonly Weighed[] =>
  suggested.map(({ field, before, after }) => {
    const now = valueIn(item, field)
    const differs = (one: FieldValue, other: FieldValue) =>
      fieldChanges({ [field]: one }, { [field]: other })[0] ?? null
    return { field, change: differs(now, after), meanwhile: differs(before, now) }
  })
