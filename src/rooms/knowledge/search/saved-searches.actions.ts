import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { unknown } from '../problems.ts'
import { findSameSearch, findSavedSearch } from './saved-searches.sql.ts'
import { askToSubscribe, confirm, openSearches } from '../subscriptions/subscriptions.actions.ts'

/**
 * Notes that somebody wants to hear what is new for a search. Nothing is looked up about the address, so nobody can tell
 * what it follows already. @param person who asked while signed in; null otherwise. @returns the number of the asking.
 */
export async function followSearch(
  tx: Tx,
  vault: Vault,
  asked: { readonly email: string; readonly lang: Lang; readonly search: string },
  person: string | null,
  now: Date,
): Promise<string> {
  const { id, sealSearch } = await askToSubscribe(tx, vault, 'search', { ...asked, themes: [] }, now)
  await tx
    .insertInto('knowledge_saved_searches')
    .values({
      subscription_id: id,
      search_sealed: sealSearch(asked.search),
      search_index: vault.blindIndex('saved-search', asked.search.toLowerCase()),
      person_id: person,
    })
    .execute()
  await record(tx, 'knowledge.search-asked', id, now)
  return id
}

/** The search that a subscription follows. @throws Problem not-found when it was stopped or never confirmed in time */
export async function getSearch(tx: Tx, vault: Vault, id: string): Promise<string> {
  const row = await findSavedSearch(tx, id)
  const search = row && (await openSearches(tx, vault, [row])).get(id)
  if (search === undefined) throw unknown()
  return search
}

/**
 * The address said yes: from now on it hears what is new. Who follows the same search already keeps that one subscription.
 * @throws Problem not-found when it was never asked, or nobody confirmed it in time
 */
export async function confirmSearch(tx: Tx, id: string, now: Date): Promise<void> {
  const search = await findSavedSearch(tx, id)
  if (!search) throw unknown()
  const earlier = await confirm(
    tx,
    id,
    ({ email_index: address }) => findSameSearch(tx, address, search.search_index),
    now,
  )
  if (earlier !== undefined) await record(tx, 'knowledge.search-followed', earlier ?? id, now)
}
