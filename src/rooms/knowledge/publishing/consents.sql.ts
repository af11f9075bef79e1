import type { Tx } from '../../../platform/db/database.ts'
import '../tables.ts'

/** How it stands with somebody whose yes an item needs, as editors see it: never who it is. */
export type Standing = {
  readonly kind: 'requester' | 'author'
  readonly erased: boolean
  readonly outcome: 'not-asked' | 'asked' | 'yes' | 'older-yes' | 'no' | 'taken-back'
  readonly day: Date | null
}

type Yes = {
  answer: 'yes' | 'no' | null
  answered_at: Date | null
  withdrawn_at: Date | null
  asked_at: Date
  text_version: Buffer
}

function outcomeOf(yeses: readonly Yes[], version: Buffer | null): Pick<Standing, 'outcome' | 'day'> {
  const last = yeses.at(-1)
  const tookBack = yeses.findLast((yes) => yes.withdrawn_at !== null)
  if (tookBack) return { outcome: 'taken-back', day: tookBack.withdrawn_at }
  const standing = yeses.find((yes) => yes.answer === 'yes' && version !== null && yes.text_version.equals(version))
  if (standing) return { outcome: 'yes', day: standing.answered_at }
  if (last?.answer === 'no') return { outcome: 'no', day: last.answered_at }
  if (last && last.answer === null) return { outcome: 'asked', day: last.asked_at }
  return last ? { outcome: 'older-yes', day: last.answered_at } : { outcome: 'not-asked', day: null }
}

/** Everybody whose yes this item needs now. */
export async function listStandings(tx: Tx, item: string): Promise<readonly Standing[]> {
  const givers = await tx
    .selectFrom('knowledge_item_givers')
    .selectAll()
    .where('item_id', '=', item)
    .orderBy('kind')
    .orderBy('id')
    .execute()
  const yeses = await tx
    .selectFrom('knowledge_item_yeses')
    .selectAll()
    .where('item_id', '=', item)
    .orderBy('asked_at')
    .execute()
  const requester = await tx
    .selectFrom('knowledge_item_parts')
    .select('key')
    .where('item_id', '=', item)
    .where('whose', '=', 'requester')
    .executeTakeFirst()
  return givers
    .filter((giver) => giver.kind === 'author' || requester !== undefined)
    .map((giver) => ({
      kind: giver.kind,
      erased: giver.kind === 'author' && giver.person_id === null,
      ...outcomeOf(
        yeses.filter((yes) => yes.giver_id === giver.id),
        giver.text_version,
      ),
    }))
}
