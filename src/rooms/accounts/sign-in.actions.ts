import { sql } from 'kysely'
import { hashToken, isToken } from '../../lib/crypto/tokens.ts'
import type { Lang } from '../../lib/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import { makeSession, revokeProof } from '../../platform/proofs.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { emailIndex } from './persons.sql.ts'

/** How long a session lasts at the most. */
export const sessionHours = 12

/** The cookie of the browser that asked; while it waits for the mail. */
export const browserCookie = 'aanmelding'
export const browserCookieSeconds = 600

/** The keyed hash of a code: it is short, and a copy of the database alone must not give it away. */
export const codeHash = (vault: Vault, code: string): Buffer => vault.blindIndex('sign-in-code', code)

const uuidOf = (bytes: Buffer) =>
  bytes
    .subarray(0, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/**
 * Notes that this browser asks to sign in; whether the address is known is looked up in the job that writes the letter.
 * The number of the asking and the secret of the browser both follow from the key of the form and the address: a second
 * press is the same asking and gets the same cookie, a corrected address is another.
 * @returns the secret for the cookie
 */
export async function askToSignIn(
  tx: Tx,
  vault: Vault,
  asked: { key: string; email: string; next: string; lang: Lang },
  now: Date,
): Promise<string> {
  const index = emailIndex(vault, asked.email)
  const own = `${asked.key.toLowerCase()}|${index.toString('hex')}`
  const id = uuidOf(vault.blindIndex('sign-in', own))
  const browser = vault.blindIndex('sign-in-browser', own).toString('base64url')
  const { rows } = await sql<{ noted: boolean }>`
    select house.accounts_ask_sign_in(${id}::uuid, ${index}, ${hashToken(browser)}, ${asked.next}, ${asked.lang}) as noted`.execute(
    tx,
  )
  if (rows[0]?.noted) await record(tx, 'accounts.sign-in-asked', id, now)
  return browser
}

/** What a link or a code leads to. `secondStep`: the person uses a second factor. */
export type WayIn =
  | { readonly kind: 'in'; readonly person: string; readonly next: string; readonly secondStep: boolean }
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'elsewhere' | 'ended' }

type Way = {
  outcome: 'in' | 'wrong' | 'here' | 'elsewhere' | 'ended'
  person_id: string | null
  next_path: string | null
  tries_left: number | null
  second: boolean | null
}

function wayIn(way: Way | undefined): WayIn {
  if (way?.outcome === 'in' && way.person_id !== null)
    return { kind: 'in', person: way.person_id, next: way.next_path ?? '/mijn', secondStep: way.second === true }
  if (way?.outcome === 'wrong') return { kind: 'wrong', left: way.tries_left ?? 0 }
  return { kind: way?.outcome === 'elsewhere' ? 'elsewhere' : 'ended' }
}

const hashOfBrowser = (browser: string | null) => (isToken(browser) ? hashToken(browser) : Buffer.alloc(32))

/** What a link in a mail is worth in this browser; consumes nothing. */
export async function lookAtLink(
  tx: Tx,
  link: string,
  browser: string | null,
): Promise<'here' | 'elsewhere' | 'ended'> {
  if (!isToken(link)) return 'ended'
  const { rows } = await sql<{ found: 'here' | 'elsewhere' | 'ended' }>`
    select house.accounts_look_at_link(${hashToken(link)}, ${hashOfBrowser(browser)}) as found`.execute(tx)
  return rows[0]?.found ?? 'ended'
}

/** Consumes the link of a mail: once, and only in the browser that asked. */
export async function useLink(tx: Tx, link: string, browser: string | null): Promise<WayIn> {
  if (!isToken(link)) return { kind: 'ended' }
  const { rows } = await sql<Way>`
    select * from house.accounts_use_link(${hashToken(link)}, ${hashOfBrowser(browser)})`.execute(tx)
  return wayIn(rows[0])
}

/** Tries the code of a mail in the browser that asked. A wrong one counts: the caller must commit. */
export async function useCode(tx: Tx, vault: Vault, code: string, browser: string | null): Promise<WayIn> {
  if (!isToken(browser)) return { kind: 'ended' }
  const { rows } = await sql<Way>`
    select * from house.accounts_use_code(${hashToken(browser)}, ${codeHash(vault, code)})`.execute(tx)
  return wayIn(rows[0])
}

/** Begins a session; the one that this browser had ends. @returns the token for the cookie. */
export async function beginSession(tx: Tx, person: string, before: string | null, now: Date): Promise<string> {
  await record(tx, 'accounts.signed-in', person, now)
  if (before !== null) await revokeProof(tx, before)
  return makeSession(tx, person, new Date(now.getTime() + sessionHours * 3_600_000), false)
}
