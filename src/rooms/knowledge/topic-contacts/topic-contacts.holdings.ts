import { sql } from 'kysely'
import { bothLanguages } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { RetentionRule } from '../../../platform/jobs/retention.ts'
import type { DataEntry } from '../../../platform/room.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { reach } from '../../accounts/public.ts'
import { senderIndex } from './topic-contacts.actions.ts'
import { contactFields, messageHolder } from './topic-contacts.sql.ts'

/** A message, its link, and a contact that was withdrawn live this long. */
export const keptDays = 90

const untilGone = 'until 90 days after it was withdrawn'
const ofOrganisation = {
  class: 'personal',
  keep: untilGone,
  notInCopy: 'it is about an organisation, and is not kept by person',
} as const

/** What contacts and messages hold of people. */
export const contactsMap: readonly DataEntry[] = [
  {
    column: 'knowledge_topic_contacts.function_name',
    ...ofOrganisation,
    purpose: 'the function that can be approached; a form asks to name no person',
    copies: ['square.topic_contacts.function_name'],
    afterErasure: 'all of it: it names a function of an organisation, which takes it back itself',
  },
  {
    column: 'knowledge_topic_contacts.phone',
    ...ofOrganisation,
    purpose: 'a general number that the organisation chose to show',
    copies: ['square.topic_contacts.phone'],
    afterErasure: 'all of it: it is the number of an organisation',
  },
  {
    column: 'knowledge_topic_contacts.email_sealed',
    ...ofOrganisation,
    purpose: 'where messages to the organisation go; shown to nobody',
    copies: ['platform_mail_outbox'],
    afterErasure: 'all of it: it is the address of an organisation',
  },
  {
    column: 'knowledge_topic_contacts.consent_by_sealed',
    ...ofOrganisation,
    purpose: 'who agreed for the organisation',
    afterErasure: 'who agreed: the proof that the organisation may be shown, until it takes that back',
  },
  {
    column: 'knowledge_topic_contacts.noted_by',
    class: 'personal',
    purpose: 'which editor wrote the consent down',
    keep: 'until the person is erased',
  },
  {
    column: 'knowledge_topic_contacts.withdrawn_by',
    class: 'personal',
    purpose: 'which editor took the consent back',
    keep: 'until the person is erased',
  },
  ...(['name_sealed', 'email_sealed', 'text_sealed'] as const).map((name): DataEntry => ({
    column: `knowledge_topic_messages.${name}`,
    class: 'special',
    purpose: 'a message to an organisation, and how to answer it',
    keep: '90 days',
  })),
  {
    column: 'knowledge_topic_messages.email_index',
    class: 'personal',
    purpose: 'so that one address sends few letters a day',
    keep: '90 days',
  },
]

const indexOf = async (tx: Tx, vault: Vault, person: string) => {
  const found = await reach(tx, vault, person)
  return found === null ? null : senderIndex(vault, found.email)
}

/** What somebody wrote to organisations from the address of their account, and the contacts they wrote down. */
export async function contactsOf(tx: Tx, vault: Vault, person: string) {
  const index = await indexOf(tx, vault, person)
  const rows =
    index === null
      ? []
      : await tx.selectFrom('knowledge_topic_messages').selectAll().where('email_index', '=', index).execute()
  const sealers = await vault.sealersOf(
    tx,
    rows.map((row) => messageHolder(row.id)),
  )
  return {
    written: rows.map((row) => {
      const sealer = sealers.get(messageHolder(row.id))
      return {
        at: row.sent_at,
        name: row.name_sealed === null ? null : sealer?.open(contactFields.messageName, row.name_sealed),
        email: sealer?.open(contactFields.messageEmail, row.email_sealed),
        text: sealer?.open(contactFields.messageText, row.text_sealed),
      }
    }),
    noted: await tx
      .selectFrom('knowledge_topic_contacts')
      .select(['id', 'changed_at as at'])
      .where('noted_by', '=', person)
      .execute(),
    withdrawn: await tx
      .selectFrom('knowledge_topic_contacts')
      .select(['id', 'withdrawn_at as at'])
      .where('withdrawn_by', '=', person)
      .execute(),
  }
}

async function forgetMessages(tx: Tx, vault: Vault, ids: readonly string[]) {
  if (ids.length === 0) return
  await tx
    .deleteFrom('knowledge_topic_messages')
    .where('id', 'in', [...ids])
    .execute()
  for (const id of ids) await vault.forget(tx, messageHolder(id))
}

export async function eraseContacts(tx: Tx, vault: Vault, person: string): Promise<void> {
  const index = await indexOf(tx, vault, person)
  if (index !== null) {
    const rows = await tx.selectFrom('knowledge_topic_messages').select('id').where('email_index', '=', index).execute()
    await forgetMessages(
      tx,
      vault,
      rows.map((row) => row.id),
    )
  }
  for (const column of ['noted_by', 'withdrawn_by'] as const)
    await tx
      .updateTable('knowledge_topic_contacts')
      .set({ [column]: null })
      .where(column, '=', person)
      .execute()
}

const before = (now: Date) => new Date(now.getTime() - keptDays * 86_400_000)

/** The key of what goes is destroyed with it, so that no copy of the row can be read again. */
const rule = (
  name: string,
  what: readonly [string, string],
  table: 'knowledge_topic_messages' | 'knowledge_topic_contacts',
  column: 'sent_at' | 'withdrawn_at',
  holder: string,
): RetentionRule => ({
  name,
  what: bothLanguages(...what),
  keep: '90 days',
  async run(tx, now, dryRun) {
    const due = sql<{ id: string }>`select id from ${sql.table(table)} where ${sql.ref(column)} < ${before(now)}`
    if (dryRun) return (await due.execute(tx)).rows.length
    const ids = (await sql<{ id: string }>`${due} limit 1000`.execute(tx)).rows.map((row) => row.id)
    if (ids.length === 0) return 0
    // Messages go with their contact, and their keys with them.
    await sql`delete from platform_data_keys where holder in (select ${holder} || id from unnest(${ids}::uuid[]) as id)
      or holder in (select 'topic-message:' || m.id from knowledge_topic_messages m where m.contact_id = any(${ids}::uuid[]))`.execute(
      tx,
    )
    await sql`delete from ${sql.table(table)} where id = any(${ids}::uuid[])`.execute(tx)
    return ids.length
  },
})

export const contactsRetention: readonly RetentionRule[] = [
  rule(
    'knowledge.topic-messages',
    ['Berichten aan organisaties', 'Messages to organisations'],
    'knowledge_topic_messages',
    'sent_at',
    'topic-message:',
  ),
  rule(
    'knowledge.topic-contacts',
    ['Contacten die een organisatie terugnam', 'Contacts that an organisation took back'],
    'knowledge_topic_contacts',
    'withdrawn_at',
    'topic-contact:',
  ),
]
