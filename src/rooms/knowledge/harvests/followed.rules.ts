import { kindOf, type Details } from '../kinds/kinds.rules.ts'
import type { Part } from '../items/texts.rules.ts'

/** The fields that follow a source: what it says about them goes into the item, unless somebody wrote other words. */
export const followedFields = [
  'title',
  'summary',
  'text',
  'link',
  'writtenOn',
  'author',
  'startsOn',
  'endsOn',
  'place',
] as const
export type FollowedField = (typeof followedFields)[number]

/** What a source says of a record; a field that it does not mention is absent. */
export type Said = Readonly<Partial<Record<FollowedField, string>>>

/** The key of the part that carries the text of an item: what its kind asks for first. */
export const textKeyOf = (type: string | null): string => {
  const { parts } = kindOf(type)
  return parts.includes('text') ? 'text' : (parts[0] ?? 'text')
}

/** What the followed fields read and write of an item. */
export type Followed = {
  readonly title: string
  readonly summary: string
  readonly type: string | null
  readonly parts: readonly Pick<Part, 'key' | 'whose' | 'text'>[]
  readonly source: { readonly link?: string } | null
  readonly writtenOn: string | null
  readonly details: Details
}

/** The part that follows the source: the one of its kind, else the first that editors wrote. */
export const followedPart = (item: Pick<Followed, 'type' | 'parts'>) =>
  item.parts.find((part) => part.key === textKeyOf(item.type)) ?? item.parts.find((part) => part.whose === 'editor')

/** What an item holds in its followed fields; '' for what it has not. */
export function heldIn(item: Followed): Readonly<Record<FollowedField, string>> {
  const detail = (name: 'author' | 'startsOn' | 'endsOn' | 'place') => {
    const value = item.details[name]
    return typeof value === 'string' ? value : ''
  }
  return {
    title: item.title,
    summary: item.summary,
    text: followedPart(item)?.text ?? '',
    link: item.source?.link ?? '',
    writtenOn: item.writtenOn ?? '',
    author: detail('author'),
    startsOn: detail('startsOn'),
    endsOn: detail('endsOn'),
    place: detail('place'),
  }
}

// Spare spaces and blank lines are no other words.
const even = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()

/** Followed fields that two sayings hold differently, of those that the second mentions. */
export const differing = (one: Said, other: Said): readonly FollowedField[] =>
  followedFields.filter((field) => other[field] !== undefined && even(one[field]) !== even(other[field]))

/**
 * What a new saying of a source means for an item. `take`: fields to change. `locked`: fields that follow it no more and that it
 * has otherwise. `news`: it says something else about one of those than the last time.
 */
export function changesFor(
  item: Followed,
  before: Said,
  now: Said,
  locks: ReadonlySet<string>,
): { readonly take: readonly FollowedField[]; readonly locked: readonly FollowedField[]; readonly news: boolean } {
  const other = differing(heldIn(item), now)
  const locked = other.filter((field) => locks.has(field))
  return {
    take: other.filter((field) => !locks.has(field)),
    locked,
    news: differing(before, now).some((field) => locked.includes(field)),
  }
}

/** The followed fields that a change by hand made other than they were, and other than the source has them. */
export function lockedBy(before: Followed, after: Followed, said: Said): readonly FollowedField[] {
  const [was, is] = [heldIn(before), heldIn(after)]
  return followedFields.filter((field) => even(was[field]) !== even(is[field]) && even(is[field]) !== even(said[field]))
}

/** An item with the named fields as the source says them. */
export function followed<I extends Followed>(item: I, said: Said, fields: readonly FollowedField[]): I {
  const has = (field: FollowedField) => fields.includes(field)
  const details: Record<string, unknown> = { ...item.details }
  for (const name of ['author', 'startsOn', 'endsOn', 'place'] as const) if (has(name)) details[name] = said[name]
  const part = followedPart(item)
  const text = said.text ?? ''
  const parts = !has('text')
    ? item.parts
    : part === undefined
      ? [...item.parts, { key: textKeyOf(item.type), whose: 'editor' as const, author: null, text }]
      : item.parts.map((each) => (each === part ? { ...each, text } : each))
  return {
    ...item,
    ...(has('title') && { title: said.title ?? '' }),
    ...(has('summary') && { summary: said.summary ?? '' }),
    ...(has('link') && { source: { ...item.source, link: said.link } }),
    ...(has('writtenOn') && { writtenOn: said.writtenOn ?? null }),
    parts,
    details,
  }
}
