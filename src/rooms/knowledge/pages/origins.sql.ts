import { sql } from 'kysely'
import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Tx } from '../../../platform/db/database.ts'
import '../square.tables.ts'

/** A poll from which items came, as its readers see it. */
export type Origin = {
  /** Where its results stand: the same for every item that came from it. */
  readonly path: string
  readonly title: Said
  /** Which time it was held. */
  readonly label: Said
  /** How many organisations took part; null when it is not known. */
  readonly respondents: number | null
  /** How many talks were held about it; null when they are too few to tell. */
  readonly interviews: number | null
}

/**
 * Says beside these items, by their ids, that they came from a poll, in place of what was said about that poll before. With no
 * items nothing is left. An item that is not on the square has it as soon as it stands there.
 */
export async function tellOrigins(tx: Tx, origin: Origin, items: readonly string[]): Promise<void> {
  await tx.deleteFrom('square.item_origins').where('path', '=', origin.path).execute()
  if (items.length === 0) return
  const { path, title, label, respondents, interviews } = origin
  await tx
    .insertInto('square.item_origins')
    .values(
      items.map((item) => ({
        item_id: item,
        path,
        title: JSON.stringify(title),
        label: JSON.stringify(label),
        respondents,
        interviews,
      })),
    )
    .execute()
}

/** The polls that an item on the square came from; mostly none. A part of the one read of its page. */
export const originsOf = sql<readonly Origin[]>`(
  select coalesce(json_agg(json_build_object('path', o.path, 'title', o.title, 'label', o.label, 'respondents', o.respondents,
         'interviews', o.interviews) order by o.path), '[]')
    from square.item_origins o where o.item_id = square.items.id)`
