import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { normaliseEmailAddress } from '../../lib/text/emailAddress.ts'
import type { Lang } from '../../lib/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { unknown } from './problems.ts'
import './newsletter.sql.ts'

/** What somebody chooses: no themes are all themes. */
export type Choices = { readonly lang: Lang; readonly themes: readonly string[] }

const holderOf = (id: string) => `subscription:${id}` as const
const addressField = 'knowledge_subscriptions.email'
const addressIndex = (vault: Vault, email: string) => vault.blindIndex('newsletter', email.toLowerCase())

/**
 * Notes that somebody asks for the newsletter at this address. What is known of the address is not looked at: nobody can
 * tell from the answer, nor from how long it takes, who gets it already. @returns the number of the asking.
 */
export async function askForNewsletter(
  tx: Tx,
  vault: Vault,
  asked: Choices & { readonly email: string },
  now: Date,
): Promise<string> {
  const id = randomUUID()
  const sealer = await vault.makeKey(tx, holderOf(id))
  await tx
    .insertInto('knowledge_subscriptions')
    .values({
      id,
      email_index: addressIndex(vault, asked.email),
      email_sealed: sealer.seal(addressField, asked.email),
      lang: asked.lang,
      themes: [...asked.themes],
      asked_at: now,
    })
    .execute()
  await record(tx, 'knowledge.newsletter-asked', id, now)
  return id
}

/** What a subscription holds beside the address; undefined when it is not there any more. */
export const findSubscription = (tx: Tx, id: string) =>
  tx
    .selectFrom('knowledge_subscriptions')
    .select(['id', 'email_index', 'lang', 'themes', 'confirmed_at', 'digested_until'])
    .where('id', '=', id)
    .executeTakeFirst()

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

/**
 * The address said yes: from now on it gets what is new. Whoever gets the newsletter already keeps that one subscription,
 * so that the links of older letters go on working, with the new choices.
 * @throws Problem not-found when it was never asked, or nobody confirmed it in time
 */
export async function confirmSubscription(tx: Tx, id: string, now: Date): Promise<void> {
  const { email_index: index } = await getSubscription(tx, id)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`newsletter ${index.toString('hex')}`}, 0))`.execute(tx)
  const asked = await getSubscription(tx, id)
  if (asked.confirmed_at !== null) return
  const earlier = await tx
    .selectFrom('knowledge_subscriptions')
    .select('id')
    .where('email_index', '=', index)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  if (earlier) {
    await changeChoices(tx, earlier.id, asked, now)
    await tx.deleteFrom('knowledge_subscriptions').where('id', '=', id).execute()
  } else
    await tx
      .updateTable('knowledge_subscriptions')
      .set({ confirmed_at: now, digested_until: now })
      .where('id', '=', id)
      .execute()
  await record(tx, 'knowledge.newsletter-confirmed', earlier?.id ?? id, now)
}

/** @throws Problem not-found when it was stopped meanwhile */
export async function changeChoices(tx: Tx, id: string, { lang, themes }: Choices, now: Date): Promise<void> {
  const changed = await tx
    .updateTable('knowledge_subscriptions')
    .set({ lang, themes: [...themes] })
    .where('id', '=', id)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw unknown()
  await record(tx, 'knowledge.newsletter-changed', id, now)
}

/** No letter comes any more, and the address is gone at once. Stopping twice changes nothing. */
export async function stopNewsletter(tx: Tx, id: string, now: Date): Promise<void> {
  const gone = await tx.deleteFrom('knowledge_subscriptions').where('id', '=', id).executeTakeFirst()
  if (gone.numDeletedRows > 0n) await record(tx, 'knowledge.newsletter-stopped', id, now)
}

/** Every subscription and asking under an address, for a copy and for erasing. Worker's door. */
export async function listSubscriptionsOf(tx: Tx, vault: Vault, address: string) {
  const email = normaliseEmailAddress(address)
  if (email === null) return []
  return tx
    .selectFrom('knowledge_subscriptions')
    .select(['id', 'lang', 'themes', 'asked_at', 'confirmed_at'])
    .where('email_index', '=', addressIndex(vault, email))
    .orderBy('asked_at')
    .execute()
}

/** Every subscription there is, by number: after a restore those that were erased are erased again. Worker's door. */
export const listSubscriptionIds = async (tx: Tx): Promise<readonly string[]> =>
  (await tx.selectFrom('knowledge_subscriptions').select('id').execute()).map((row) => row.id)
