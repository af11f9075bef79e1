import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Said } from '../../lib/questionnaire/definition.ts'
import type { Lang } from '../../lib/words.ts'
import type { Standing } from './freshness/checks.rules.ts'
import type { Details, LinkKind } from './kinds/kinds.rules.ts'

export type Steward = { readonly slug: string; readonly name: string }
export type Source = {
  readonly title?: string
  readonly publisher?: string
  readonly year?: string
  readonly link?: string
}
export type Provenance = 'own' | 'request' | 'import'

declare module '../../platform/db/tables.ts' {
  interface Tables {
    'square.items': {
      id: string
      slug: string
      type: string
      title: string
      summary: string
      lang: Lang
      body_html: string
      stewards: JSONColumnType<readonly Steward[]>
      steward_slugs: string[]
      themes: string[]
      roles: string[]
      audiences: string[]
      regions: Generated<string[]>
      details: ColumnType<Details, string | undefined, string>
      authors: string[]
      source: JSONColumnType<Source | null>
      provenance: Provenance
      licence: string
      sensitive: boolean
      written_on: string | null
      changed_at: Date
      checked_at: Date
      published_at: Date
      version: number
      review_by: string | null
      standing: Generated<Standing>
      needs_work: Generated<boolean>
      /** The Dutch path of its page when that stands in another room. */
      page: Generated<string | null>
      /** Stamped by the database at every change of the row. */
      recorded_at: Generated<Date>
    }
    'square.withdrawn_items': { id: string; slug: string; type: string; themes: string[]; at: Date }
    'square.passages': {
      item_id: string
      position: number
      heading: string | null
      text: string
      vector: string
      facets: string
      facet_line: Generated<string>
      part: Generated<number>
      word_version: number
    }
    'square.item_links': { item_id: string; to_item_id: string; kind: LinkKind; position: number | null }
    'square.item_supports': { item_id: string; people_from: number; people_below: number | null }
    'square.item_requests': { item_id: string; requests: number }
    'square.item_origins': {
      item_id: string
      path: string
      title: JSONColumnType<Said>
      label: JSONColumnType<Said>
      respondents: number | null
      interviews: number | null
    }
    'square.item_acceptances': { item_id: string; organisation_slug: string; organisation_name: string }
    'square.stewards': { slug: string; name: string }
    'square.words': { word: string; items: Generated<number> }
  }
}
