import { sql, type SqlBool } from 'kysely'
import type { SquareDb } from '../../../platform/db/database.ts'
import { gapsPerPage, gapState, stemsOf, type GapState } from './gaps.rules.ts'
import './gaps.tables.ts'

const columns = [
  'g.id',
  'g.slug',
  'g.title',
  'g.why',
  'g.also',
  'g.themes',
  'g.origin',
  'g.opened_on',
  'g.adopter_slug',
  'g.adopter_name',
  'g.adopted_until',
  'g.lapsed',
  'i.slug as item_slug',
  'i.title as item_title',
  'i.lang as item_lang',
  'o.slug as stale_slug',
  'o.title as stale_title',
] as const

// What closed it counts only while it stands on the square: a gap opens again in the moment of the withdrawal.
const gaps = (db: SquareDb) =>
  db
    .selectFrom('square.gaps as g')
    .leftJoin('square.items as i', 'i.id', 'g.item_id')
    .leftJoin('square.items as o', 'o.id', 'g.stale_item_id')

const stateWhere: Readonly<Record<GapState, string>> = {
  open: 'i.id is null and g.adopter_slug is null',
  adopted: 'i.id is null and g.adopter_slug is not null and not g.lapsed',
  lapsed: 'i.id is null and g.lapsed',
  closed: 'i.id is not null',
}

type GapFilter = { readonly theme?: string | undefined; readonly state?: GapState | undefined }

/** Gaps, what is still open first, then the newest; `page` from 1. Each carries how many there are on all pages. */
export const listPublicGaps = async (db: SquareDb, filter: GapFilter, page: number, size = gapsPerPage) => {
  const rows = await gaps(db)
    .select(columns)
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .$if(filter.theme !== undefined, (query) =>
      query.where((e) => e(e.val(filter.theme ?? ''), '=', e.fn.any('g.themes'))),
    )
    .$if(filter.state !== undefined, (query) => query.where(sql.raw<SqlBool>(stateWhere[filter.state ?? 'open'])))
    .orderBy(sql`i.id is not null`)
    .orderBy('g.opened_on', 'desc')
    .orderBy('g.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return rows.map((row) => ({ ...row, state: stateOf(row) }))
}

const stateOf = (row: { item_slug: string | null; adopter_name: string | null; lapsed: boolean }) =>
  gapState({ closed: row.item_slug !== null, adopter: row.adopter_name, lapsed: row.lapsed })

export type PublicGap = Awaited<ReturnType<typeof listPublicGaps>>[number]

/** The path words of all gaps. */
export const listGapSlugs = async (db: SquareDb): Promise<readonly string[]> =>
  (await db.selectFrom('square.gaps').select('slug').orderBy('slug').execute()).map(({ slug }) => slug)

/** One gap; undefined when there is none with this path word. */
export async function findPublicGap(db: SquareDb, slug: string): Promise<Omit<PublicGap, 'total'> | undefined> {
  const row = await gaps(db).select(columns).where('g.slug', '=', slug).executeTakeFirst()
  return row && { ...row, state: stateOf(row) }
}

export type KnownGap = { readonly slug: string; readonly title: string }

/** The open gap that a search in vain is about: every word that counts stands in its title or its other words. */
export async function findKnownGap(db: SquareDb, text: string): Promise<KnownGap | null> {
  const stems = stemsOf(text)
  if (stems.length === 0 || stems.length > 20) return null
  const found = await gaps(db)
    .select(['g.slug', 'g.title'])
    .where('i.id', 'is', null)
    .where(sql<SqlBool>`g.stems @> ${[...stems]}::text[]`)
    .orderBy(sql`cardinality(g.stems)`)
    .orderBy('g.slug')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}
