import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { unknown } from '../problems.ts'
import { askToSubscribe, confirm, type Asked } from './subscriptions.actions.ts'
import './subscriptions.tables.ts'

/** What somebody chooses: no themes are all themes. */
export type Choices = Omit<Asked, 'email'>

/**
 * Notes that somebody asks for the newsletter at this address. What is known of the address is not looked at: nobody can
 * tell from the answer, nor from how long it takes, who gets it already. @returns the number of the asking.
 */
export async function askForNewsletter(tx: Tx, vault: Vault, asked: Asked, now: Date): Promise<string> {
  const { id } = await askToSubscribe(tx, vault, 'newsletter', asked, now)
  await record(tx, 'knowledge.newsletter-asked', id, now)
  return id
}

/**
 * The address said yes: from now on it gets what is new. Whoever gets the newsletter already keeps that one subscription,
 * so that the links of older letters go on working, with the new choices.
 * @throws Problem not-found when it was never asked, or nobody confirmed it in time
 */
export async function confirmSubscription(tx: Tx, id: string, now: Date): Promise<void> {
  const same = async (asked: Choices & { readonly email_index: Buffer }) => {
    const earlier = await tx
      .selectFrom('knowledge_subscriptions')
      .select('id')
      .where('kind', '=', 'newsletter')
      .where('email_index', '=', asked.email_index)
      .where('confirmed_at', 'is not', null)
      .executeTakeFirst()
    if (earlier) await changeChoices(tx, earlier.id, asked, now)
    return earlier
  }
  const earlier = await confirm(tx, id, same, now)
  if (earlier === undefined) return
  await record(tx, 'knowledge.newsletter-confirmed', earlier ?? id, now)
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
