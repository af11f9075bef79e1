import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { relatedOf } from './terms.rules.ts'
import { expertRoles, terms, themes } from './vocabulary.ts'
import './tables.ts'

const sensitiveOf = new Map<string, string | null>(themes.map((theme) => [theme.id, theme.sensitive]))
const processOf = new Map<string, string>(expertRoles.map((role) => [role.id, role.process]))

const rows = () =>
  terms.map((term, position) => ({
    id: term.id,
    slug: term.slug,
    scheme: term.scheme,
    position,
    label: term.label,
    definition: term.definition,
    alt_labels: term.altLabels,
    hidden_labels: term.hiddenLabels,
    broader: term.broader,
    related: relatedOf(term.id, terms).map((each) => each.id),
    note: term.note,
    sensitive: sensitiveOf.get(term.id) ?? null,
    process: processOf.get(term.id) ?? null,
  }))

/** The terms that ship, for the square. `version` is a hash of what is in them. */
export const reference = {
  part: 'terms',
  version: createHash('sha256').update(JSON.stringify(rows())).digest('hex'),
  async load(tx: Tx): Promise<void> {
    await tx.deleteFrom('square.terms').execute()
    await sql`
      insert into square.terms (id, slug, scheme, position, label, definition, alt_labels, hidden_labels, broader, related, note, sensitive, process)
      select id, slug, scheme, position, label, definition, alt_labels, hidden_labels, broader, related, note, sensitive, process
        from jsonb_to_recordset(${JSON.stringify(rows())}::jsonb) as r(id text, slug text, scheme text, position int, label jsonb,
          definition jsonb, alt_labels jsonb, hidden_labels text[], broader text, related text[], note jsonb, sensitive text, process text)`.execute(
      tx,
    )
  },
}
