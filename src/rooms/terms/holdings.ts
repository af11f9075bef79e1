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
const words = (column: DataEntry['column'], purpose: string, copies: readonly string[]): DataEntry => ({
  column,
  class: 'none',
  purpose,
  keep: 'as long as the term: nobody reads an old text well without it',
  copies,
})

/** Who typed what; the words themselves are an organisation's, public from the moment they are given. */
export const dataMap: readonly DataEntry[] = [
  who('terms_definitions.added_by', 'who added a definition for an organisation'),
  who('terms_proposals.proposed_by', 'who proposed for an organisation'),
  who('terms_voices.given_by', 'who gave the voice of an organisation'),
  who('terms_changes.changed_by', 'who changed a term for an organisation'),
  words('terms_entries.label', 'a word of the network', ['square.terms.label']),
  words('terms_entries.changed', 'synonyms, misspellings and relations of a word', ['square.terms']),
  words('terms_entries.working', 'which definition the plein works with', ['square.term_definitions.working']),
  words('terms_entries.retired_why', 'why a word is not used any more', ['square.terms.retired']),
  words('terms_entries.successor', 'the word to use instead', ['square.terms.retired']),
  words('terms_definitions.text_nl', 'what a word means according to an organisation', [
    'square.term_definitions.text',
  ]),
  words('terms_definitions.text_en', 'what a word means according to an organisation', [
    'square.term_definitions.text',
  ]),
  words('terms_definitions.source_title', 'what a definition rests on', ['square.term_definitions.source']),
  words('terms_definitions.source_link', 'where to read that', ['square.term_definitions.source']),
  words('terms_proposals.definition_id', 'what is proposed', ['square.terms.decisions']),
  words('terms_proposals.successor', 'what is proposed', ['square.terms.decisions']),
  words('terms_proposals.reason', 'why an organisation proposes it', ['square.terms.decisions']),
  words('terms_voices.proposal_id', 'about which proposal', ['square.terms.decisions']),
  words('terms_voices.answer', 'what an organisation says to it', ['square.terms.decisions']),
  words('terms_voices.reason', 'why an organisation objects', ['square.terms.decisions']),
  words('terms_changes.what', 'what kind of change', []),
  words('terms_changes.reason', 'why it was changed', []),
  words('terms_changes.earlier', 'what stood there before', []),
]

/** What somebody did with terms, for an organisation: which one, when. */
export async function exportPerson(tx: Tx, _vault: Vault, person: string): Promise<Readonly<Record<string, unknown>>> {
  const definitions = await tx
    .selectFrom('terms_definitions')
    .select(['slug as term', 'text_nl as text', 'added_at as at'])
    .where('added_by', '=', person)
    .orderBy('added_at')
    .execute()
  const proposals = await tx
    .selectFrom('terms_proposals')
    .select(['slug as term', 'kind', 'reason', 'proposed_at as at'])
    .where('proposed_by', '=', person)
    .orderBy('proposed_at')
    .execute()
  const voices = await tx
    .selectFrom('terms_voices as v')
    .innerJoin('terms_proposals as p', 'p.id', 'v.proposal_id')
    .select(['p.slug as term', 'v.answer', 'v.reason', 'v.given_at as at'])
    .where('v.given_by', '=', person)
    .orderBy('v.given_at')
    .execute()
  const changes = await tx
    .selectFrom('terms_changes')
    .select(['slug as term', 'what', 'reason', 'at'])
    .where('changed_by', '=', person)
    .orderBy('id')
    .execute()
  return { definitions, proposals, voices, changes }
}

/** Who typed it goes; what the organisation said stays, without them. */
export async function erasePerson(tx: Tx, _vault: Vault, person: string, _now: Date): Promise<void> {
  await tx.updateTable('terms_definitions').set({ added_by: null }).where('added_by', '=', person).execute()
  await tx.updateTable('terms_proposals').set({ proposed_by: null }).where('proposed_by', '=', person).execute()
  await tx.updateTable('terms_voices').set({ given_by: null }).where('given_by', '=', person).execute()
  await tx.updateTable('terms_changes').set({ changed_by: null }).where('changed_by', '=', person).execute()
}
