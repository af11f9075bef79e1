import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { normaliseEmailAddress } from '../../lib/text/emailAddress.ts'
import { announcerOf, type Tx } from '../db/database.ts'
import type { Vault } from '../vault/vault.ts'
import type { KeptLetter, Letter, MailRoom, MailState } from './letter-types.ts'

/** The event on which the delivery of a letter waits; its subject is the letter's id. It is not written in the diary. */
export const letterWritten = 'platform.letter-written'

/** The name of an address in the outbox, by which it is counted and not read. Case of the address makes no difference. */
const recipientHash = (vault: Vault, address: string) => vault.blindIndex('mail-recipient', address.toLowerCase())

const Sealed = z.object({
  to: z.string(),
  lang: z.enum(['nl', 'en']),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  unsubscribe: z.string().optional(),
})

/** @returns what was sealed for this letter. @throws SealBroken when it was sealed for another. */
export const openedLetter = (vault: Vault, id: string, sealed: Buffer) =>
  Sealed.parse(JSON.parse(vault.openSystem('letter', id, sealed)))

/**
 * Opens the mail room of an installation. `origin` is the public origin; its host stands in every Message-ID.
 * `smtpUrl` absent means that letters stay in the outbox.
 */
export function openMailRoom({
  vault,
  origin,
  smtpUrl,
}: {
  vault: Vault
  origin: string
  smtpUrl: string | undefined
}): MailRoom {
  const host = new URL(origin).hostname
  return {
    async write(tx, letter) {
      const to = normaliseEmailAddress(letter.to)
      if (to === null) throw new Error('a letter needs an address of our grammar')
      if (/[\r\n\0]/.test(letter.subject)) throw new Error('a subject is one line')
      const id = randomUUID()
      // From a keyed hash: the id of a row tells nobody the Message-ID, and the other way round.
      const messageId = `<${vault.blindIndex('message-id', id).toString('hex').slice(0, 40)}@${host}>`
      const { lang, subject, text, html, unsubscribe } = letter
      const sealed = vault.sealSystem('letter', id, JSON.stringify({ to, lang, subject, text, html, unsubscribe }))
      const { rows } = await sql<{ outcome: 'written' | 'already' | 'capped' }>`
        select house.write_letter(${id}::uuid, ${messageId}, ${letter.cause}, ${letter.kind}, ${sealed}, ${recipientHash(vault, to)}) as outcome`.execute(
        tx,
      )
      const outcome = rows[0]?.outcome
      if (outcome === undefined) throw new Error('the outbox gave no answer')
      if (outcome === 'written') {
        const { rows: times } = await sql<{ now: Date }>`select house.moment() as now`.execute(tx)
        await announcerOf(tx)(tx, { id, event: letterWritten, subject: id, at: times[0]?.now ?? new Date(0) })
      }
      return outcome
    },
    readLetters: (tx, limit) => readLetters(vault, tx, limit),
    mailState: (tx) => mailState(tx, smtpUrl !== undefined),
  }
}

type KeptRow = {
  id: string
  message_id: string
  cause: string
  kind: Letter['kind']
  sealed: Buffer
  made_at: Date
  sent_at: Date | null
}

async function readLetters(vault: Vault, tx: Tx, limit: number): Promise<readonly KeptLetter[]> {
  const { rows } = await sql<KeptRow>`select * from house.kept_letters(${limit})`.execute(tx)
  return rows.map((row) => ({
    ...openedLetter(vault, row.id, row.sealed),
    id: row.id,
    messageId: row.message_id,
    cause: row.cause,
    kind: row.kind,
    madeAt: row.made_at,
    sentAt: row.sent_at,
  }))
}

async function mailState(tx: Tx, delivers: boolean): Promise<MailState> {
  const { rows } = await sql<{ waiting: number; sent: number; given_up: number; oldest_waiting: Date | null }>`
    select * from house.mail_state()`.execute(tx)
  const row = rows[0]
  return {
    waiting: row?.waiting ?? 0,
    sent: row?.sent ?? 0,
    givenUp: row?.given_up ?? 0,
    oldestWaiting: row?.oldest_waiting ?? null,
    delivers,
  }
}

/** A letter that did not arrive yet, or never will, as administrators see it: no address and no sentence. */
export type TroubledLetter = {
  readonly id: string
  readonly cause: string
  readonly kind: Letter['kind']
  readonly madeAt: Date
  readonly tries: number
  readonly lastError: string | null
  readonly givenUpAt: Date | null
  readonly nextTryAt: Date | null
}

/** The letters that a mail server refused or that were given up, oldest first. For administrators. */
export async function troubledLetters(tx: Tx, limit = 100): Promise<readonly TroubledLetter[]> {
  const { rows } = await sql<TroubledLetter>`
    select id, cause, kind, made_at as "madeAt", tries, last_error as "lastError", given_up_at as "givenUpAt", next_try_at as "nextTryAt"
      from house.troubled_letters(${limit})`.execute(tx)
  return rows
}
