import type { HarvestedRecord } from '../../../lib/feeds/harvested.ts'
import type { Draft } from '../harvests/harvests.rules.ts'
import type { Source } from '../square.tables.ts'

/** How a partner's own site comes here: read page by page, or from a file that WordPress wrote. */
export const movingWays = ['site', 'export'] as const
export type MovingWay = (typeof movingWays)[number]

/** What is kept of a record that moves in, beside what it says. */
export type MovedFrom = {
  /** Every address that led to it. */
  readonly links: readonly string[]
  /** Who wrote it, when an editor wanted names. */
  readonly names: readonly string[]
}

export const movedFrom = (record: HarvestedRecord): MovedFrom => ({
  links: [...new Set([record.link, ...(record.otherLinks ?? [])])].filter((link) => link !== undefined),
  names: record.authors,
})

/** What an editor decided about all records of a part of the site. `type` null: what each says itself. */
export type SectionChoice = {
  readonly section: string
  readonly leaves: boolean
  readonly type: string | null
  readonly themes: readonly string[]
}

// So many an item may have; what was found in its own words comes first.
const mostThemes = 4

/** A draft of a site that moves in: its old address is not its source, because that will lead here. */
export function withoutOwnLink(draft: Draft): Draft {
  const { link: _, ...said } = draft.said
  return { ...draft, said }
}

/** A draft as the choice for its part wants it. */
export const asChosen = (draft: Draft, choice: SectionChoice | undefined): Draft =>
  choice === undefined
    ? draft
    : {
        ...draft,
        type: choice.type ?? draft.type,
        themes: [...new Set([...draft.themes, ...choice.themes])].slice(0, mostThemes),
      }

/** Names of writers go along as the source of the text, never as people of the plein. */
export const sourceOfMoved = (names: readonly string[], byWords: (names: string) => string): Source | null =>
  names.length === 0 ? null : { title: byWords(names.join(', ')).slice(0, 200) }

/** Which files a browser offers to choose: a sitemap or an export of WordPress. */
export const acceptedFiles = '.xml,application/xml,text/xml'
