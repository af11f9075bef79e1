import type { Tx } from '../db/database.ts'
import { problems } from '../problems.ts'
import type { Departure } from './visit.ts'

/**
 * Does the work once per key, in the transaction of its effect. The second press finds where the first one led.
 * A link in the address of the answer is not stored: it is put back from the request.
 * @throws Problem same-key-other-content when the key came before with another content
 */
export async function keptOnce(
  tx: Tx,
  press: { scope: string; key: string; hash: Buffer; link: string | null },
  work: () => Promise<Departure>,
): Promise<Departure> {
  const { scope, key, hash, link } = press
  // Waits while the first press is being handled: the key is unique.
  const mine = await tx
    .insertInto('platform_idempotency')
    .values({ scope, key, request_hash: hash })
    .onConflict((conflict) => conflict.columns(['scope', 'key']).doNothing())
    .executeTakeFirst()
  if (mine.numInsertedOrUpdatedRows === 0n) {
    const first = await tx
      .selectFrom('platform_idempotency')
      .selectAll()
      .where('scope', '=', scope)
      .where('key', '=', key)
      .executeTakeFirst()
    if (!first || first.location === null) throw problems['being-handled']()
    if (!first.request_hash.equals(hash)) throw problems['same-key-other-content']()
    return link === null ? first.location : first.location.replaceAll('{link}', link)
  }
  const departure = await work()
  const location = typeof departure === 'string' ? departure : departure.location
  await tx
    .updateTable('platform_idempotency')
    .set({ location: link ? location.replaceAll(link, '{link}') : location })
    .where('scope', '=', scope)
    .where('key', '=', key)
    .execute()
  return departure
}
