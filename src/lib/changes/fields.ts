import { changesBetween, type TextChanges } from './changes.ts'

/** What a field of an item may hold. null and the empty text are both "nothing". */
export type FieldValue = string | number | boolean | null | readonly string[]
export type Fields = Readonly<Record<string, FieldValue>>

/**
 * One field that changed. `text`: for two texts, how the one became the other; null for anything else. `gained` and `lost`:
 * what came into a list and what left it; a list with both empty has another order only.
 */
export type FieldChange = {
  readonly field: string
  readonly kind: 'filled' | 'emptied' | 'changed'
  readonly before: FieldValue
  readonly after: FieldValue
  readonly text: TextChanges | null
  readonly gained: readonly string[]
  readonly lost: readonly string[]
}

const isList = (value: FieldValue): value is readonly string[] => Array.isArray(value)
const isEmpty = (value: FieldValue): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '') || (isList(value) && value.length === 0)

const equal = (one: FieldValue, other: FieldValue): boolean =>
  (isEmpty(one) && isEmpty(other)) ||
  (isList(one) && isList(other)
    ? one.length === other.length && one.every((each, at) => each === other[at])
    : one === other)

const listed = (value: FieldValue): readonly string[] => (isList(value) ? value : [])

/**
 * The fields that differ between two versions of an item: those of the second in its order, then those that only the first
 * has. A field that is absent counts as empty. Texts that differ in spare spaces and blank lines only are left out.
 */
export function fieldChanges(before: Fields, after: Fields): readonly FieldChange[] {
  const fields = new Set([...Object.keys(after), ...Object.keys(before)])
  const of = (version: Fields, field: string): FieldValue =>
    Object.hasOwn(version, field) ? (version[field] ?? null) : null
  return [...fields].flatMap((field): FieldChange[] => {
    const [one, other] = [of(before, field), of(after, field)]
    if (equal(one, other)) return []
    const text = typeof one === 'string' && typeof other === 'string' ? changesBetween(one, other) : null
    if (text?.same) return []
    return [
      {
        field,
        kind: isEmpty(one) ? 'filled' : isEmpty(other) ? 'emptied' : 'changed',
        before: one,
        after: other,
        text,
        gained: listed(other).filter((each) => !listed(one).includes(each)),
        lost: listed(one).filter((each) => !listed(other).includes(each)),
      },
    ]
  })
}
