import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { emailIndex } from './asking.actions.ts'
import type { RequestRow } from './requests.sql.ts'

/** What somebody who lost their link still knows; at least one of the two. */
export type Known = {
  /** In the form of `readRequestNumber`. */
  readonly number?: string | undefined
  /** In the grammar of `normaliseEmailAddress`. */
  readonly email?: string | undefined
}

/** So many questions of one address get a new link at once: the newest. */
const most = 3

/**
 * Notes that somebody asks for a new link. Whether there is such a question is looked up in the job that writes the
 * letter, so that nobody can tell from the answer, nor from how long it takes.
 */
export async function askForLink(tx: Tx, vault: Vault, known: Known, now: Date): Promise<void> {
  const id = randomUUID()
  await tx
    .insertInto('advice_link_askings')
    .values({
      id,
      number: known.number ?? null,
      email_index: known.email === undefined ? null : emailIndex(vault, known.email),
      asked_at: now,
    })
    .execute()
  await record(tx, 'advice.link-asked', id, now)
}

/**
 * Takes an asking away and gives the questions it is about, newest first; a second time there are none. What somebody
 * filled in must all be right. A question that was not confirmed gets no further mail. Worker's door.
 */
export async function takeLinkAsking(tx: Tx, id: string): Promise<readonly RequestRow[]> {
  const asking = await tx.deleteFrom('advice_link_askings').where('id', '=', id).returningAll().executeTakeFirst()
  if (asking === undefined || (asking.number === null && asking.email_index === null)) return []
  const { number, email_index: email } = asking
  return tx
    .selectFrom('advice_requests')
    .innerJoin('advice_contacts', 'advice_contacts.request_id', 'advice_requests.id')
    .selectAll('advice_requests')
    .where('advice_requests.confirmed_at', 'is not', null)
    .$if(number !== null, (query) => query.where('advice_requests.number', '=', number ?? ''))
    .$if(email !== null, (query) => query.where('advice_contacts.email_index', '=', email ?? Buffer.alloc(0)))
    .orderBy('advice_requests.asked_at', 'desc')
    .limit(most)
    .execute()
}

/** Askings of which no letter was written within a day. Worker's door. @returns how many there are (were). */
export async function forgetLinkAskings(tx: Tx, now: Date, dryRun: boolean): Promise<number> {
  const dayAgo = new Date(now.getTime() - 86_400_000)
  if (dryRun)
    return (await tx.selectFrom('advice_link_askings').select('id').where('asked_at', '<=', dayAgo).execute()).length
  const gone = await tx.deleteFrom('advice_link_askings').where('asked_at', '<=', dayAgo).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
