import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { problems, unknown } from '../problems.ts'
import { contactFields, contactHolder, messageHolder } from './topic-contacts.sql.ts'

/** What an organisation says of a contact. */
export type ContactFacts = {
  /** A function, never a person; null: only the organisation is named. */
  readonly functionName: string | null
  readonly themes: readonly string[]
  /** None: every role. */
  readonly roles: readonly string[]
  /** Codes of municipalities and provinces; none: everywhere. */
  readonly regions: readonly string[]
  /** A general number, when the organisation chose to show one. */
  readonly phone: string | null
  /** Where messages go; null keeps the address it has. */
  readonly email: string | null
  readonly consentBy: string
  /** ISO day. */
  readonly consentOn: string
}

const columnsOf = (facts: ContactFacts, by: string | null, now: Date) => ({
  function_name: facts.functionName,
  themes: [...facts.themes],
  roles: [...facts.roles],
  regions: [...facts.regions],
  phone: facts.phone,
  consent_on: facts.consentOn,
  noted_by: by,
  changed_at: now,
})

/** Adds a contact of an organisation; it stands on the square at once. @returns its id. */
export async function addContact(
  tx: Tx,
  vault: Vault,
  organisation: string,
  facts: ContactFacts & { readonly email: string },
  by: string | null,
  now: Date,
): Promise<string> {
  const id = randomUUID()
  const sealer = await vault.makeKey(tx, contactHolder(id))
  await tx
    .insertInto('knowledge_topic_contacts')
    .values({
      id,
      organisation_id: organisation,
      ...columnsOf(facts, by, now),
      email_sealed: sealer.seal(contactFields.email, facts.email),
      consent_by_sealed: sealer.seal(contactFields.consentBy, facts.consentBy),
      made_at: now,
    })
    .execute()
  await record(tx, 'knowledge.contact-added', id, now)
  return id
}

/** Changes a contact that was not withdrawn. @throws Problem not-found */
export async function changeContact(
  tx: Tx,
  vault: Vault,
  id: string,
  facts: ContactFacts,
  by: string,
  now: Date,
): Promise<void> {
  const sealer = await vault.sealerOf(tx, contactHolder(id))
  if (sealer === null) throw unknown()
  const changed = await tx
    .updateTable('knowledge_topic_contacts')
    .set({
      ...columnsOf(facts, by, now),
      consent_by_sealed: sealer.seal(contactFields.consentBy, facts.consentBy),
      ...(facts.email !== null && { email_sealed: sealer.seal(contactFields.email, facts.email) }),
    })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw unknown()
  await record(tx, 'knowledge.contact-changed', id, now)
}

/** Takes the consent back: the contact leaves the square in the same transaction. @throws Problem not-found */
export async function withdrawContact(tx: Tx, id: string, by: string, now: Date): Promise<void> {
  const gone = await tx
    .updateTable('knowledge_topic_contacts')
    .set({ withdrawn_at: now, withdrawn_by: by })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (gone.numUpdatedRows === 0n) throw unknown()
  await record(tx, 'knowledge.contact-withdrawn', id, now)
}

export type NewMessage = {
  readonly contact: string
  readonly name: string | null
  /** In the grammar of `normaliseEmailAddress`. */
  readonly email: string
  readonly text: string
  readonly lang: Lang
}

/** An address is the same in capitals. */
export const senderIndex = (vault: Vault, email: string): Buffer => vault.blindIndex('email', email.toLowerCase())

/**
 * Takes a message in; the letters to the organisation and to who wrote leave afterwards. @returns its id.
 * @throws Problem contact-gone, too-many-messages
 */
export async function leaveMessage(tx: Tx, vault: Vault, message: NewMessage, now: Date): Promise<string> {
  const index = senderIndex(vault, message.email)
  const { rows } = await sql<{ may: string }>`
    select house.knowledge_may_write(${message.contact}::uuid, ${index}) as may`.execute(tx)
  if (rows[0]?.may === 'gone') throw problems['contact-gone']()
  if (rows[0]?.may === 'too-many') throw problems['too-many-messages']()
  const id = randomUUID()
  const sealer = await vault.makeKey(tx, messageHolder(id))
  await tx
    .insertInto('knowledge_topic_messages')
    .values({
      id,
      contact_id: message.contact,
      name_sealed: message.name === null ? null : sealer.seal(contactFields.messageName, message.name),
      email_sealed: sealer.seal(contactFields.messageEmail, message.email),
      email_index: index,
      text_sealed: sealer.seal(contactFields.messageText, message.text),
      lang: message.lang,
      sent_at: now,
    })
    .execute()
  await record(tx, 'knowledge.topic-message-left', id, now)
  return id
}
