import { sql } from 'kysely'
import { bothLanguages } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { RetentionRule } from '../../../platform/jobs/retention.ts'
import type { DataEntry } from '../../../platform/room.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { listOwnSuggestions } from './suggestions.sql.ts'
import './suggestions.tables.ts'

const keep = '6 months after the decision, 2 years when nobody decides; at once when it is taken back'

/** What suggestions hold of people: who suggested, in what words, and who decided. */
export const suggestionsMap: readonly DataEntry[] = [
  {
    column: 'knowledge_suggestions.person_id',
    class: 'personal',
    purpose: 'who suggested a change, to tell them what became of it',
    keep: 'until the person is erased',
  },
  {
    column: 'knowledge_suggestions.text_sealed',
    class: 'special',
    purpose: 'how somebody would write it, and why',
    keep,
  },
  {
    column: 'knowledge_suggestions.decided_by',
    class: 'personal',
    purpose: 'who decided about a suggestion',
    keep: 'until the person is erased',
  },
  {
    column: 'knowledge_suggestion_fields.reason_sealed',
    class: 'personal',
    purpose: 'why a part of a suggestion was declined',
    keep: 'as long as the item',
    afterErasure: 'the reason, without whose: it is what an organisation decided',
    notInCopy: 'it speaks for an organisation; the copy of who suggested has it',
  },
]

const monthsAgo = (now: Date, months: number) => {
  const then = new Date(now)
  then.setUTCMonth(then.getUTCMonth() - months)
  return then
}

export const suggestionsRetention: readonly RetentionRule[] = [
  {
    name: 'knowledge.suggestions',
    what: bothLanguages('Woorden van voorgestelde wijzigingen', 'Words of suggested changes'),
    keep,
    async run(tx, now, dryRun) {
      const due = sql<{ id: string }>`
        select s.id from knowledge_suggestions s where s.text_sealed is not null
           and (s.outcome = 'taken-back' or s.decided_at < ${monthsAgo(now, 6)} or s.made_at < ${monthsAgo(now, 24)})`
      if (dryRun)
        return (await sql<{ n: number }>`select count(*)::int as n from (${due}) d`.execute(tx)).rows[0]?.n ?? 0
      const done = await sql`
        update knowledge_suggestions set text_sealed = null, outcome = coalesce(outcome, 'taken-back'), decided_at = coalesce(decided_at, ${now})
         where id in (${due} limit 1000)`.execute(tx)
      return Number(done.numAffectedRows ?? 0n)
    },
  },
]

/** What somebody suggested and what became of it; and when they decided about suggestions of others. */
export const suggestionsOf = async (tx: Tx, vault: Vault, person: string) => ({
  made: (await listOwnSuggestions(tx, vault, person)).map((each) => ({
    at: each.madeAt,
    text: each.text,
    outcome: each.outcome,
    decidedFor: each.decidedFor,
    decisions: Object.fromEntries(each.decisions),
  })),
  decided: await tx
    .selectFrom('knowledge_suggestions')
    .select(['item_id as item', 'decided_at as at'])
    .where('decided_by', '=', person)
    .orderBy('decided_at')
    .execute(),
})

/** Their words go; what was taken over of them stands in an item, under nobody's name. */
export async function eraseSuggestions(tx: Tx, person: string, now: Date): Promise<void> {
  await sql`
    update knowledge_suggestions set person_id = null, text_sealed = null,
           outcome = coalesce(outcome, 'taken-back'), decided_at = coalesce(decided_at, ${now})
     where person_id = ${person}`.execute(tx)
  await tx.updateTable('knowledge_suggestions').set({ decided_by: null }).where('decided_by', '=', person).execute()
}
