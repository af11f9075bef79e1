import { sql } from 'kysely'
import { bothLanguages } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { RetentionRule } from '../../../platform/jobs/retention.ts'
import type { DataEntry } from '../../../platform/room.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { reach } from '../../accounts/public.ts'
import { listSearchesOf, listSubscriptionsOf, stopSubscription } from './subscriptions.actions.ts'
import { daysToConfirm } from './subscriptions.rules.ts'

const keep = 'until it is stopped; 7 days when nobody confirms it'

/** What the newsletter and searches that are followed hold of somebody. */
export const subscriptionData: readonly DataEntry[] = [
  {
    column: 'knowledge_subscriptions.email_sealed',
    class: 'personal',
    purpose: 'to send the newsletter to, or what is new for a search',
    keep,
    copies: ['platform_mail_outbox.sealed'],
    notInCopy: 'it is the address by which the copy was asked',
  },
  {
    column: 'knowledge_subscriptions.email_index',
    class: 'personal',
    purpose: 'one newsletter per address, and to find what it gets by address',
    keep,
    notInCopy: 'a hash that says nothing without our key',
  },
  { column: 'knowledge_subscriptions.themes', class: 'special', purpose: 'what the newsletter is about', keep },
  {
    column: 'knowledge_saved_searches.search_sealed',
    class: 'special',
    purpose: 'the search of which somebody wants to know what is new',
    keep,
  },
  {
    column: 'knowledge_saved_searches.search_index',
    class: 'special',
    purpose: 'to follow a search once per address',
    keep,
    notInCopy: 'a hash that says nothing without our key',
  },
  {
    column: 'knowledge_saved_searches.person_id',
    class: 'special',
    purpose: 'so that who is signed in sees which searches they follow',
    keep,
  },
]

export const subscriptionRetention: readonly RetentionRule[] = [
  {
    name: 'knowledge.newsletter-askings',
    what: bothLanguages(
      'Nieuwsbrieven en gevolgde zoekvragen die niemand bevestigt',
      'Newsletters and followed searches that nobody confirms',
    ),
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

/** Every subscription of a person with an account: under their address, and what they followed while signed in. */
async function subscriptionsOf(tx: Tx, vault: Vault, person: string) {
  const account = await reach(tx, vault, person)
  const byAddress = account === null ? [] : await listSubscriptionsOf(tx, vault, account.email)
  const own = await listSearchesOf(tx, vault, person)
  return [...byAddress, ...own.filter((each) => !byAddress.some((other) => other.id === each.id))]
}

/** What a person with an account gets in their copy: newsletters and searches that they follow. Worker's door. */
export const exportSubscriptions = async (tx: Tx, vault: Vault, person: string) =>
  (await subscriptionsOf(tx, vault, person)).map((row) => ({
    kind: row.kind,
    lang: row.lang,
    themes: row.themes,
    search: row.search,
    askedAt: row.asked_at,
    confirmedAt: row.confirmed_at,
  }))

/** Stops every letter to a person who is erased. Worker's door. */
export async function eraseSubscriptions(tx: Tx, vault: Vault, person: string, now: Date): Promise<void> {
  for (const { id } of await subscriptionsOf(tx, vault, person)) await stopSubscription(tx, id, now)
}
