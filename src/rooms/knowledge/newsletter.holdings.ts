import { sql } from 'kysely'
import { bothLanguages } from '../../lib/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { RetentionRule } from '../../platform/jobs/retention.ts'
import type { DataEntry } from '../../platform/room.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { reach } from '../accounts/public.ts'
import { listSubscriptionsOf, stopNewsletter } from './newsletter.actions.ts'
import { daysToConfirm } from './newsletter.rules.ts'

const keep = 'until it is stopped; 7 days when nobody confirms it'

/** What the newsletter holds of somebody. */
export const newsletterData: readonly DataEntry[] = [
  {
    column: 'knowledge_subscriptions.email_sealed',
    class: 'personal',
    purpose: 'to send the newsletter to',
    keep,
    copies: ['platform_mail_outbox.sealed'],
    notInCopy: 'it is the address by which the copy was asked',
  },
  {
    column: 'knowledge_subscriptions.email_index',
    class: 'personal',
    purpose: 'one newsletter per address, and to find it by address',
    keep,
    notInCopy: 'a hash that says nothing without our key',
  },
  { column: 'knowledge_subscriptions.themes', class: 'special', purpose: 'what the newsletter is about', keep },
]

export const newsletterRetention: readonly RetentionRule[] = [
  {
    name: 'knowledge.newsletter-askings',
    what: bothLanguages('Aanmeldingen voor de nieuwsbrief die niemand bevestigt', 'Newsletters that nobody confirms'),
    keep: '7 days',
    async run(tx, now, dryRun) {
      const since = new Date(now.getTime() - daysToConfirm * 86_400_000)
      const due = sql<{ id: string }>`
        select id from knowledge_subscriptions where confirmed_at is null and asked_at <= ${since}`
      if (dryRun)
        return (await sql<{ n: number }>`select count(*)::int as n from (${due}) d`.execute(tx)).rows[0]?.n ?? 0
      const done = await sql`delete from knowledge_subscriptions where id in (${due} limit 1000)`.execute(tx)
      return Number(done.numAffectedRows ?? 0n)
    },
  },
]

/** What a person with an account gets in their copy: the newsletters under their address. Worker's door. */
export async function newslettersOf(tx: Tx, vault: Vault, person: string) {
  const account = await reach(tx, vault, person)
  if (account === null) return []
  const found = await listSubscriptionsOf(tx, vault, account.email)
  return found.map((row) => ({
    lang: row.lang,
    themes: row.themes,
    askedAt: row.asked_at,
    confirmedAt: row.confirmed_at,
  }))
}

/** Stops the newsletters under the address of a person who is erased. Worker's door. */
export async function eraseNewsletters(tx: Tx, vault: Vault, person: string, now: Date): Promise<void> {
  const account = await reach(tx, vault, person)
  if (account === null) return
  for (const { id } of await listSubscriptionsOf(tx, vault, account.email)) await stopNewsletter(tx, id, now)
}
