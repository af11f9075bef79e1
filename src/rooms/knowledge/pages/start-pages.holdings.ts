import type { Tx } from '../../../platform/db/database.ts'
import type { DataEntry } from '../../../platform/room.ts'
import './start-pages.tables.ts'

/** What the start pages hold of people: who changed them, and why. */
export const startPagesMap: readonly DataEntry[] = [
  {
    column: 'knowledge_start_changes.changed_by',
    class: 'personal',
    purpose: 'who changed a start page',
    keep: 'until the person is erased',
  },
  {
    column: 'knowledge_start_changes.reason',
    class: 'personal',
    purpose: 'why a start page was changed',
    keep: 'as long as the page',
    afterErasure: 'the reason, without whose: why a page is as it is stays to be understood',
  },
]

/** The changes somebody made to start pages, for that person. */
export const startChangesOf = (tx: Tx, person: string) =>
  tx
    .selectFrom('knowledge_start_changes')
    .select(['key as page', 'version', 'reason', 'changed_at as at'])
    .where('changed_by', '=', person)
    .orderBy('changed_at')
    .execute()

export const eraseStartChanges = (tx: Tx, person: string) =>
  tx.updateTable('knowledge_start_changes').set({ changed_by: null }).where('changed_by', '=', person).execute()
