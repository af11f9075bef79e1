import type { Fields, FieldValue } from '../../../lib/changes/fields.ts'
import type { Lang } from '../../../lib/words.ts'
import type { Details } from '../kinds/kinds.rules.ts'
import type { Source } from '../square.tables.ts'
import type { ItemText, Part } from './texts.rules.ts'

/** What an editor chooses about an item beside its words. */
export type Facets = {
  readonly lang: Lang
  readonly type: string | null
  readonly themes: readonly string[]
  readonly roles: readonly string[]
  readonly audiences: readonly string[]
  readonly regions: readonly string[]
  readonly details: Details
  readonly source: Source | null
  readonly licence: string
  readonly writtenOn: string | null
}

/** An item as one version kept it. Versions of before facets were kept along have words and details only. */
export type Wording = ItemText & Pick<Facets, 'details'> & Partial<Omit<Facets, 'details'>>

export const wordingOf = (text: ItemText, facets: Facets): Wording => ({
  title: text.title,
  summary: text.summary,
  parts: text.parts,
  lang: facets.lang,
  type: facets.type,
  themes: facets.themes,
  roles: facets.roles,
  audiences: facets.audiences,
  regions: facets.regions,
  details: facets.details,
  source: facets.source,
  licence: facets.licence,
  writtenOn: facets.writtenOn,
})

const chosen = (wording: Wording): Fields => ({
  type: wording.type ?? null,
  lang: wording.lang ?? null,
  themes: wording.themes ?? [],
  roles: wording.roles ?? [],
  audiences: wording.audiences ?? [],
  regions: wording.regions ?? [],
  sourceTitle: wording.source?.title ?? null,
  publisher: wording.source?.publisher ?? null,
  year: wording.source?.year ?? null,
  link: wording.source?.link ?? null,
  writtenOn: wording.writtenOn ?? null,
  licence: wording.licence ?? null,
})

/**
 * Two versions as fields that can be compared: `title`, `summary`, `part:<key>`, `detail:<name>` and what was chosen. What one
 * of the two did not keep is in neither, so that it does not look emptied.
 */
export function comparable(before: Wording, after: Wording): readonly [Fields, Fields] {
  const facets = before.lang !== undefined && after.lang !== undefined
  const fields = (wording: Wording): Fields => ({
    title: wording.title,
    summary: wording.summary,
    ...Object.fromEntries(wording.parts.map((part) => [`part:${part.key}`, part.text])),
    ...Object.fromEntries(
      Object.entries(wording.details).map(([name, value]): [string, FieldValue] => [`detail:${name}`, value]),
    ),
    ...(facets && chosen(wording)),
  })
  return [fields(before), fields(after)]
}

/** Whose words may no longer be changed by anybody but them: who said no, took a yes back, or was erased. */
export type Silent = { readonly requester: boolean; readonly authors: boolean; readonly people: ReadonlySet<string> }

const isSilent = (part: Part, silent: Silent): boolean =>
  part.whose === 'requester'
    ? silent.requester
    : part.whose === 'author' &&
      (part.author === null ? silent.authors || silent.people.size > 0 : silent.people.has(part.author))

/**
 * The parts when an earlier version comes back. Words of the requester or an author come back only where such a part still
 * stands, and never those of somebody who is silent now: then what stands there stays.
 */
export function partsPutBack(now: readonly Part[], earlier: readonly Part[], silent: Silent): readonly Part[] {
  const standing = new Map(now.map((part) => [part.key, part]))
  const before = new Map(earlier.map((part) => [part.key, part]))
  const back = earlier.flatMap((part): Part[] => {
    const here = standing.get(part.key)
    if (here === undefined) return part.whose === 'editor' ? [{ ...part, author: null }] : []
    return [isSilent(here, silent) ? here : { ...here, text: part.text }]
  })
  const kept = now.filter((part) => !before.has(part.key) && part.whose !== 'editor')
  return [...back, ...kept]
}
