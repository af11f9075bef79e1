import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { normaliseEmailAddress } from '../../../lib/text/emailAddress.ts'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Sealer, Vault } from '../../../platform/vault/vault.ts'
import { unknown } from '../problems.ts'
import { findSubscription } from './subscriptions.sql.ts'
import type { SubscriptionKind } from './subscriptions.tables.ts'

export type Asked = { readonly email: string; readonly lang: Lang; readonly themes: readonly string[] }

const holderOf = (id: string) => `subscription:${id}` as const
const addressField = 'knowledge_subscriptions.email'
const searchField = 'knowledge_saved_searches.search'
const addressIndex = (vault: Vault, email: string) => vault.blindIndex('newsletter', email.toLowerCase())

/** Notes that somebody asks for letters at this address; nobody confirmed it yet. @returns the seal of the new subscription too. */
export async function askToSubscribe(
  tx: Tx,
  vault: Vault,
  kind: SubscriptionKind,
  asked: Asked,
  now: Date,
): Promise<{ readonly id: string; sealSearch(search: string): Buffer }> {
  const id = randomUUID()
  const sealer = await vault.makeKey(tx, holderOf(id))
  await tx
    .insertInto('knowledge_subscriptions')
    .values({
      id,
      kind,
      email_index: addressIndex(vault, asked.email),
      email_sealed: sealer.seal(addressField, asked.email),
      lang: asked.lang,
      themes: [...asked.themes],
      asked_at: now,
    })
    .execute()
  return { id, sealSearch: (search) => sealer.seal(searchField, search) }
}

/** @throws Problem not-found */
export async function getSubscription(tx: Tx, id: string) {
  const found = await findSubscription(tx, id)
  if (!found) throw unknown()
  return found
}

/** The address of a subscription; null when its key is gone. Worker's door. */
export async function addressOf(tx: Tx, vault: Vault, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('knowledge_subscriptions')
    .select('email_sealed')
    .where('id', '=', id)
    .executeTakeFirst()
  const sealer = await vault.sealerOf(tx, holderOf(id))
  return row && sealer ? sealer.open(addressField, row.email_sealed) : null
}

/** The searches that subscriptions follow, by their number; one whose key is gone is absent. */
export async function openSearches(
  tx: Tx,
  vault: Vault,
  rows: readonly { readonly id: string; readonly search_sealed: Buffer }[],
): Promise<ReadonlyMap<string, string>> {
  const sealers = await vault.sealersOf(
    tx,
    rows.map((row) => holderOf(row.id)),
  )
  const open = (sealer: Sealer | undefined, sealed: Buffer) => sealer?.open(searchField, sealed)
  return new Map(
    rows.flatMap(({ id, search_sealed: sealed }) => {
      const search = open(sealers.get(holderOf(id)), sealed)
      return search === undefined ? [] : [[id, search] as const]
    }),
  )
}

/**
 * The address said yes. Two that confirm for the same address wait for each other.
 * @param same finds an earlier subscription that says the same, and gives it what is asked now: it stays the only one
 * @returns the earlier one, or null when this one was confirmed; undefined when it was confirmed before
 * @throws Problem not-found when it was never asked, or nobody confirmed it in time
 */
export async function confirm(
  tx: Tx,
  id: string,
  same: (asked: Awaited<ReturnType<typeof getSubscription>>) => Promise<{ readonly id: string } | undefined>,
  now: Date,
): Promise<string | null | undefined> {
  const { email_index: index } = await getSubscription(tx, id)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`newsletter ${index.toString('hex')}`}, 0))`.execute(tx)
  const asked = await getSubscription(tx, id)
  if (asked.confirmed_at !== null) return undefined
  const earlier = await same(asked)
  if (earlier) {
    await tx.deleteFrom('knowledge_subscriptions').where('id', '=', id).execute()
    return earlier.id
  }
  await tx
    .updateTable('knowledge_subscriptions')
    .set({ confirmed_at: now, digested_until: now })
    .where('id', '=', id)
    .execute()
  return null
}

/** No letter comes any more, and the address is gone at once. Stopping twice changes nothing. */
export async function stopSubscription(tx: Tx, id: string, now: Date): Promise<void> {
  const gone = await tx.deleteFrom('knowledge_subscriptions').where('id', '=', id).returning('kind').executeTakeFirst()
  if (gone) await record(tx, `knowledge.${gone.kind}-stopped`, id, now)
}

/** Every subscription and asking under an address, for a copy and for erasing. Worker's door. */
export async function listSubscriptionsOf(tx: Tx, vault: Vault, address: string) {
  const email = normaliseEmailAddress(address)
  return email === null ? [] : listed(tx, vault, { index: addressIndex(vault, email) })
}

/** The searches that somebody followed while signed in, under whichever address. */
export const listSearchesOf = (tx: Tx, vault: Vault, person: string) => listed(tx, vault, { person })

async function listed(tx: Tx, vault: Vault, of: { readonly index: Buffer } | { readonly person: string }) {
  const all = tx
    .selectFrom('knowledge_subscriptions as s')
    .leftJoin('knowledge_saved_searches as q', 'q.subscription_id', 's.id')
    .select(['s.id', 's.kind', 's.lang', 's.themes', 's.asked_at', 's.confirmed_at', 'q.search_sealed'])
    .orderBy('s.asked_at')
  const rows = await (
    'index' in of ? all.where('s.email_index', '=', of.index) : all.where('q.person_id', '=', of.person)
  ).execute()
  const searches = await openSearches(
    tx,
    vault,
    rows.flatMap(({ id, search_sealed: sealed }) => (sealed === null ? [] : [{ id, search_sealed: sealed }])),
  )
  return rows.map(({ id, kind, lang, themes, asked_at, confirmed_at }) => ({
    id,
    kind,
    lang,
    themes,
    asked_at,
    confirmed_at,
    search: searches.get(id) ?? null,
  }))
}

/** Every subscription there is, by number: after a restore those that were erased are erased again. Worker's door. */
export const listSubscriptionIds = async (tx: Tx): Promise<readonly string[]> =>
  (await tx.selectFrom('knowledge_subscriptions').select('id').execute()).map((row) => row.id)
