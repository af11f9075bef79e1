import type { SquareDb, Tx } from '../../../platform/db/database.ts'
import './bottlenecks.tables.ts'

/** The whole register, as everybody may see it: what was reported most first. */
export async function listPublicBottlenecks(db: SquareDb) {
  const rows = await db.selectFrom('square.bottlenecks').selectAll().orderBy('slug').execute()
  return rows
    .map((row) => ({ ...row, reported: reportedOf(row) }))
    .toSorted((one, other) => other.reported - one.reported || (one.title.nl < other.title.nl ? -1 : 1))
}
export type PublicBottleneck = Awaited<ReturnType<typeof listPublicBottlenecks>>[number]

const reportedOf = ({
  polls,
  requests,
  assessments,
}: {
  polls: readonly { readonly number: number }[]
  requests: number | null
  assessments: number | null
}): number => polls.reduce((sum, { number }) => sum + number, 0) + (requests ?? 0) + (assessments ?? 0)

const all = (tx: Tx) =>
  tx
    .selectFrom('surveys_bottlenecks as b')
    .leftJoin('surveys_bottlenecks as t', 't.id', 'b.merged_into')
    .select([
      'b.id',
      'b.slug',
      'b.title',
      'b.source',
      'b.reason',
      'b.merged_into',
      'b.merged_reason',
      't.title as into',
    ])

/** The register as it is kept, also what was merged. */
export const listBottlenecks = (tx: Tx) => all(tx).orderBy('b.slug').execute()
export type KeptBottleneck = Awaited<ReturnType<typeof listBottlenecks>>[number]

/** One by its path word, held until the end of the transaction; undefined when there is none. */
export const lockBottleneck = (tx: Tx, slug: string) =>
  tx
    .selectFrom('surveys_bottlenecks')
    .select(['id', 'merged_into'])
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst()

/** One by its path word; undefined when there is none. */
export const findBottleneck = (tx: Tx, slug: string) =>
  tx.selectFrom('surveys_bottlenecks').select('id').where('slug', '=', slug).executeTakeFirst()
