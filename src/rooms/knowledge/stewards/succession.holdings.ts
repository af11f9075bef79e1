import type { Tx } from '../../../platform/db/database.ts'
import type { DataEntry } from '../../../platform/room.ts'
import './succession.tables.ts'

/** What succession holds of people: who said that a steward stops, why, and who took over. */
export const successionMap: readonly DataEntry[] = [
  {
    column: 'knowledge_successions.opened_by',
    class: 'personal',
    purpose: 'who said that a steward stops',
    keep: 'until the person is erased',
  },
  {
    column: 'knowledge_successions.taken_by',
    class: 'personal',
    purpose: 'who took an item over for a partner',
    keep: 'until the person is erased',
  },
  {
    column: 'knowledge_successions.reason_sealed',
    class: 'personal',
    purpose: 'why a steward stops',
    keep: 'as long as the item',
    afterErasure: 'the reason, without whose: why an item changed hands stays to be understood',
    notInCopy: 'it speaks for an organisation',
  },
]

/** When somebody said that an organisation stops, or took over for one; for that person. */
export const successionsOf = async (tx: Tx, person: string) => ({
  stopped: await tx
    .selectFrom('knowledge_successions')
    .select(['item_id as item', 'opened_at as at'])
    .where('opened_by', '=', person)
    .orderBy('opened_at')
    .execute(),
  takenOver: await tx
    .selectFrom('knowledge_successions')
    .select(['item_id as item', 'taken_at as at'])
    .where('taken_by', '=', person)
    .orderBy('taken_at')
    .execute(),
})

export async function eraseSuccessor(tx: Tx, person: string): Promise<void> {
  await tx.updateTable('knowledge_successions').set({ opened_by: null }).where('opened_by', '=', person).execute()
  await tx.updateTable('knowledge_successions').set({ taken_by: null }).where('taken_by', '=', person).execute()
}
