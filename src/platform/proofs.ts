import { sql } from 'kysely'
import { hashToken as hashOf, newToken } from '../lib/crypto/tokens.ts'
import type { Tx } from './db/database.ts'

export { hashToken as hashOf, isToken, newToken } from '../lib/crypto/tokens.ts'

const make = (
  tx: Tx,
  kind: 'session' | 'link',
  token: string,
  p: { person: string | null; subject: string | null; purpose: string; until: Date; once: boolean; strong: boolean },
) =>
  sql`select house.make_proof(${hashOf(token)}, ${kind}, ${p.person}::uuid, ${p.subject}, ${p.purpose}, ${p.until}, ${p.once}, ${p.strong})`.execute(
    tx,
  )

/** Starts a session for a person; `strong` when a second factor was given. @returns the token for the cookie. */
export async function makeSession(tx: Tx, person: string, until: Date, strong: boolean): Promise<string> {
  const token = newToken()
  await make(tx, 'session', token, { person, subject: null, purpose: 'session', until, once: false, strong })
  return token
}

/**
 * Makes a signed link: one subject, one purpose, an end. `once` for links that do something (spent by a POST).
 * `person` when the link acts for a person that we know. @returns the token for the path.
 */
export async function makeLink(
  tx: Tx,
  link: { subject: string; purpose: string; until: Date; person?: string; once?: boolean },
): Promise<string> {
  const token = newToken()
  const { subject, purpose, until, person = null, once = false } = link
  await make(tx, 'link', token, { person, subject, purpose, until, once, strong: false })
  return token
}

/** Ends one proof at once. */
export const revokeProof = (tx: Tx, token: string) => sql`select house.revoke_proof(${hashOf(token)})`.execute(tx)

/** Ends every session of a person. */
export const revokeSessions = (tx: Tx, person: string) => sql`select house.revoke_sessions(${person}::uuid)`.execute(tx)

/** Ends the links about a subject, of one purpose or (null) of all. */
export const revokeLinks = (tx: Tx, subject: string, purpose: string | null) =>
  sql`select house.revoke_links(${subject}, ${purpose})`.execute(tx)

/** Proves that a job or an operator's command acts, on the worker's connection only. @returns the token for the transactions. */
export async function makeWorkProof(
  tx: Tx,
  kind: 'job' | 'operator',
  purpose: string,
  subject: string,
): Promise<string> {
  const token = newToken()
  await sql`select house.make_work_proof(${hashOf(token)}, ${kind}, ${subject}, ${purpose})`.execute(tx)
  return token
}
