import { sql } from 'kysely'
import type { SquareDb, Tx } from '../../../platform/db/database.ts'
import type { Holder, Vault } from '../../../platform/vault/vault.ts'
import { unknown } from '../problems.ts'
import './topic-contacts.tables.ts'

export const contactHolder = (id: string): Holder => `topic-contact:${id}`
export const messageHolder = (id: string): Holder => `topic-message:${id}`
export const contactFields = {
  email: 'knowledge_topic_contacts.email',
  consentBy: 'knowledge_topic_contacts.consent_by',
  messageName: 'knowledge_topic_messages.name',
  messageEmail: 'knowledge_topic_messages.email',
  messageText: 'knowledge_topic_messages.text',
} as const

/** What a reader chose; null is any. `places` are the codes of a municipality and of its province. */
export type ContactChoice = {
  readonly theme: string | null
  readonly role: string | null
  readonly places: readonly string[] | null
}

/** The contacts that fit; those that name the place stand before those who are there for everywhere. */
export const findContacts = (db: SquareDb, { theme, role, places }: ContactChoice) =>
  db
    .selectFrom('square.topic_contacts')
    .selectAll()
    .$if(theme !== null, (query) => query.where(sql<boolean>`${theme} = any(themes)`))
    .$if(role !== null, (query) => query.where(sql<boolean>`(roles = '{}' or ${role} = any(roles))`))
    .$if(places !== null, (query) =>
      query.where(sql<boolean>`(regions = '{}' or regions && ${[...(places ?? [])]}::text[])`),
    )
    .orderBy(sql`regions = '{}'`)
    .orderBy(sql`lower(organisation_name)`)
    .orderBy('id')
    .limit(50)
    .execute()

export type FoundContact = Awaited<ReturnType<typeof findContacts>>[number]

/** @returns undefined when there is no such contact, or it was withdrawn. */
export const findContact = (db: SquareDb, id: string) =>
  db.selectFrom('square.topic_contacts').selectAll().where('id', '=', id).executeTakeFirst()

/** A contact as the editors of its organisation see it: all but the address. */
export type OwnContact = {
  readonly id: string
  readonly organisation: string
  readonly functionName: string | null
  readonly themes: readonly string[]
  readonly roles: readonly string[]
  readonly regions: readonly string[]
  readonly phone: string | null
  readonly consentBy: string
  /** ISO day. */
  readonly consentOn: string
  readonly withdrawnAt: Date | null
}

/** The contacts of the organisations that the actor edits, those that stand on the square first. */
export async function listOwnContacts(tx: Tx, vault: Vault): Promise<readonly OwnContact[]> {
  const rows = await tx
    .selectFrom('knowledge_topic_contacts')
    .select(['id', 'organisation_id', 'function_name', 'themes', 'roles', 'regions', 'phone', 'withdrawn_at'])
    .select(['consent_by_sealed', sql<string>`consent_on::text`.as('consent_on')])
    .orderBy(sql`withdrawn_at is not null`)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  const sealers = await vault.sealersOf(
    tx,
    rows.map((row) => contactHolder(row.id)),
  )
  return rows.map((row) => ({
    id: row.id,
    organisation: row.organisation_id,
    functionName: row.function_name,
    themes: row.themes,
    roles: row.roles,
    regions: row.regions,
    phone: row.phone,
    consentBy: sealers.get(contactHolder(row.id))?.open(contactFields.consentBy, row.consent_by_sealed) ?? '',
    consentOn: row.consent_on,
    withdrawnAt: row.withdrawn_at,
  }))
}

/** A message as the organisation reads it behind the link of its letter. @throws Problem not-found when it is gone. */
export async function readMessage(tx: Tx, vault: Vault, id: string) {
  const row = await tx
    .selectFrom('knowledge_topic_messages')
    .select(['name_sealed', 'email_sealed', 'text_sealed', 'lang', 'sent_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  const sealer = await vault.sealerOf(tx, messageHolder(id))
  if (!row || !sealer) throw unknown()
  return {
    name: row.name_sealed === null ? null : sealer.open(contactFields.messageName, row.name_sealed),
    email: sealer.open(contactFields.messageEmail, row.email_sealed),
    text: sealer.open(contactFields.messageText, row.text_sealed),
    lang: row.lang,
    sentAt: row.sent_at,
  }
}

export type ReadMessage = Awaited<ReturnType<typeof readMessage>>
