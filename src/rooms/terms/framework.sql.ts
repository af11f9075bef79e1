import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { organisationName } from '../accounts/public.ts'
import type { Decision, LiveTerm, Network } from './framework.rules.ts'
import './tables.ts'

const namesIn = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>()
  for (const id of new Set(ids)) names.set(id, (await organisationName(tx, id)) ?? '')
  return names
}

/** Everything the network said about terms, oldest first; about one of them when asked. */
export async function readNetwork(tx: Tx): Promise<Network> {
  const entries = await tx.selectFrom('terms_entries').selectAll().orderBy('made_at').orderBy('slug').execute()
  const definitions = await tx.selectFrom('terms_definitions').selectAll().orderBy('added_at').orderBy('id').execute()
  const proposals = await tx.selectFrom('terms_proposals').selectAll().orderBy('proposed_at').orderBy('id').execute()
  const voices = await tx
    .selectFrom('terms_voices')
    .selectAll()
    .orderBy('given_at')
    .orderBy('organisation_id')
    .execute()
  const names = await namesIn(
    tx,
    [...definitions, ...proposals, ...voices].map((row) => row.organisation_id),
  )
  const name = (id: string) => names.get(id) ?? ''
  return {
    entries: entries.map((row) => ({
      slug: row.slug,
      label: row.label,
      changed: row.changed,
      working: row.working,
      retired:
        row.retired_at === null || row.retired_why === null
          ? null
          : { since: row.retired_at.toISOString(), why: row.retired_why, successor: row.successor },
      changedAt: row.changed_at,
    })),
    definitions: definitions.map((row) => ({
      id: row.id,
      slug: row.slug,
      owner: { id: row.organisation_id, name: name(row.organisation_id) },
      text: { nl: row.text_nl, en: row.text_en },
      source: { title: row.source_title, link: row.source_link },
      addedAt: row.added_at,
      retiredAt: row.retired_at,
    })),
    decisions: proposals.map((row): Decision & { slug: string } => ({
      slug: row.slug,
      id: row.id,
      kind: row.kind,
      definition: row.kind === 'working' ? (row.definition_id ?? 'plein') : null,
      successor: row.successor,
      reason: row.reason,
      organisation: name(row.organisation_id),
      at: row.proposed_at.toISOString(),
      voices: voices
        .filter((voice) => voice.proposal_id === row.id)
        .map((voice) => ({
          organisation: name(voice.organisation_id),
          answer: voice.answer,
          reason: voice.reason,
        })),
      outcome: row.outcome,
      decidedAt: row.decided_at?.toISOString() ?? null,
    })),
  }
}

// Terms change rarely, and each change writes the list anew: one at a time.
const listLock = 5_031_979

/** Keeps others from changing terms until this transaction ends: a relation is checked against what the others say. */
export const holdList = (tx: Tx) => sql`select pg_advisory_xact_lock(${listLock})`.execute(tx)

/** Writes the whole list to the square in place of the earlier one, with the sign to every process. */
export async function placeOnSquare(tx: Tx, terms: readonly LiveTerm[]): Promise<void> {
  const rows = terms.map((term, position) => ({
    id: term.id,
    slug: term.slug,
    scheme: term.scheme,
    position,
    label: term.label,
    definition: term.definition,
    alt_labels: term.altLabels,
    hidden_labels: term.hiddenLabels,
    broader: term.broader,
    related: term.related,
    note: term.note,
    sensitive: term.sensitive,
    process: term.process,
    retired: term.retired,
    decisions: term.decisions,
    changed_at: term.changedAt,
  }))
  const definitions = terms.flatMap((term) =>
    term.definitions.map((each, position) => ({ term_id: term.id, position, ...each })),
  )
  await tx.deleteFrom('square.terms').execute()
  await sql`
    insert into square.terms (id, slug, scheme, position, label, definition, alt_labels, hidden_labels, broader, related, note, sensitive, process,
                              retired, decisions, changed_at)
    select id, slug, scheme, position, label, definition, alt_labels, hidden_labels, broader, related, note, sensitive, process,
           retired, decisions, changed_at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, slug text, scheme text, position int, label jsonb,
        definition jsonb, alt_labels jsonb, hidden_labels text[], broader text, related text[], note jsonb, sensitive text, process text,
        retired jsonb, decisions jsonb, changed_at timestamptz)`.execute(tx)
  await sql`
    insert into square.term_definitions (term_id, key, position, owner, text, source, state, working, since)
    select term_id, key, position, owner, text, source, state, working, since
      from jsonb_to_recordset(${JSON.stringify(definitions)}::jsonb) as r(term_id text, key text, position int, owner jsonb,
        text jsonb, source jsonb, state text, working boolean, since timestamptz)`.execute(tx)
  await sql`
    insert into square.term_list (version, changed_at) values (gen_random_uuid(), house.moment())
    on conflict (singleton) do update set version = excluded.version, changed_at = excluded.changed_at`.execute(tx)
  await sql`select pg_notify('square', '')`.execute(tx)
}

/** What happened to a term, newest first, with the organisation that did it. */
export async function listChanges(tx: Tx, slug: string) {
  const rows = await tx
    .selectFrom('terms_changes')
    .select(['what', 'organisation_id', 'at', 'reason'])
    .where('slug', '=', slug)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  const names = await namesIn(
    tx,
    rows.flatMap((row) => row.organisation_id ?? []),
  )
  return rows.map(({ organisation_id, ...row }) => ({ ...row, organisation: names.get(organisation_id ?? '') ?? null }))
}
