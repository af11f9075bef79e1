import type { Tx } from '../../platform/db/database.ts'
import type { DataEntry } from '../../platform/room.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import './tables.ts'

const who = (column: DataEntry['column'], purpose: string): DataEntry => ({
  column,
  class: 'personal',
  purpose,
  keep: 'until the person is erased',
})

/** Who made which questionnaire. Its questions say nothing about anybody. */
export const dataMap: readonly DataEntry[] = [
  who('questionnaires_questionnaires.made_by', 'who made a questionnaire'),
  who('questionnaires_versions.made_by', 'who began a version'),
  who('questionnaires_versions.fixed_by', 'who fixed a version for a wave'),
]

/** Which questionnaires somebody made, and which versions they began or fixed. */
export async function exportPerson(tx: Tx, _vault: Vault, person: string): Promise<Readonly<Record<string, unknown>>> {
  const made = await tx
    .selectFrom('questionnaires_questionnaires')
    .select(['id', 'made_at as at'])
    .where('made_by', '=', person)
    .orderBy('made_at')
    .execute()
  const begun = await tx
    .selectFrom('questionnaires_versions')
    .select(['questionnaire_id as questionnaire', 'number', 'made_at as at'])
    .where('made_by', '=', person)
    .orderBy('made_at')
    .execute()
  const fixed = await tx
    .selectFrom('questionnaires_versions')
    .select(['questionnaire_id as questionnaire', 'number', 'fixed_at as at'])
    .where('fixed_by', '=', person)
    .orderBy('fixed_at')
    .execute()
  return { made, begun, fixed }
}

/** The questionnaires stay, without a name: waves rest on them. */
export async function erasePerson(tx: Tx, _vault: Vault, person: string, _now: Date): Promise<void> {
  await tx.updateTable('questionnaires_questionnaires').set({ made_by: null }).where('made_by', '=', person).execute()
  await tx.updateTable('questionnaires_versions').set({ made_by: null }).where('made_by', '=', person).execute()
  await tx.updateTable('questionnaires_versions').set({ fixed_by: null }).where('fixed_by', '=', person).execute()
}
