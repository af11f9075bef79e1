import type { Tx } from '../../../platform/db/database.ts'
import type { DataEntry } from '../../../platform/room.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { fields, itemHolder } from '../items/items.sql.ts'
import './approvals.tables.ts'

const asLongAsItem = 'as long as the item'
const untilErased = 'until the person is erased'
const afterErasure = 'the decision and its reason, without whose: why a text stands as it does stays to be understood'

/** What deciding together holds of people: who answered or proposed for an organisation, and why. */
export const approvalsMap: readonly DataEntry[] = [
  {
    column: 'knowledge_approvals.by_person',
    class: 'personal',
    purpose: 'who answered for a steward',
    keep: untilErased,
  },
  {
    column: 'knowledge_approvals.reason_sealed',
    class: 'personal',
    purpose: 'why a steward said yes or no',
    keep: asLongAsItem,
    afterErasure,
  },
  {
    column: 'knowledge_rule_changes.proposed_by',
    class: 'personal',
    purpose: 'who proposed another rule for a steward',
    keep: untilErased,
  },
  {
    column: 'knowledge_rule_changes.reason_sealed',
    class: 'personal',
    purpose: 'why another rule was proposed',
    keep: asLongAsItem,
    afterErasure,
  },
  {
    column: 'knowledge_deciding_letters.organisation_id',
    class: 'none',
    purpose: 'which steward had a letter on which day',
    keep: '2 years',
  },
]

/** What somebody answered and proposed for organisations, for that person. */
export async function decisionsOf(tx: Tx, vault: Vault, person: string) {
  const answers = await tx
    .selectFrom('knowledge_approvals')
    .select(['item_id', 'answer', 'answered_at', 'reason_sealed'])
    .where('by_person', '=', person)
    .orderBy('answered_at')
    .execute()
  const proposals = await tx
    .selectFrom('knowledge_rule_changes')
    .select(['item_id', 'rule', 'proposed_at', 'reason_sealed'])
    .where('proposed_by', '=', person)
    .orderBy('proposed_at')
    .execute()
  const sealers = await vault.sealersOf(
    tx,
    [...answers, ...proposals].map((row) => itemHolder(row.item_id)),
  )
  const why = (item: string, sealed: Buffer | null) =>
    sealed === null ? null : (sealers.get(itemHolder(item))?.open(fields.decision, sealed) ?? null)
  return {
    answers: answers.map((row) => ({
      item: row.item_id,
      answer: row.answer,
      at: row.answered_at,
      reason: why(row.item_id, row.reason_sealed),
    })),
    rulesProposed: proposals.map((row) => ({
      item: row.item_id,
      rule: row.rule,
      at: row.proposed_at,
      reason: why(row.item_id, row.reason_sealed),
    })),
  }
}

/** The decisions stay; who took them does not. */
export async function eraseDecider(tx: Tx, person: string): Promise<void> {
  await tx.updateTable('knowledge_approvals').set({ by_person: null }).where('by_person', '=', person).execute()
  await tx.updateTable('knowledge_rule_changes').set({ proposed_by: null }).where('proposed_by', '=', person).execute()
}
