import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'

/** The role that owns the database and every table in it; nobody signs in as it. */
export const owner = 'plein_owner'

/**
 * The roles that sign in, with the right each brings along: none by itself, except that `plein_migrate` may become the
 * owner and `plein_backup` reads everything past row security. Tables are granted to the others by migrations.
 */
export const logins = ['plein_migrate', 'plein_house', 'plein_square', 'plein_worker', 'plein_backup'] as const

/** A role that signs in. */
export type Login = (typeof logins)[number]

/** The database of the application. */
export const databaseName = 'plein'

/**
 * A password in the form that PostgreSQL stores, so that the password itself is in no statement and in no log of a
 * server. Method: RFC 5802 and 7677 (SCRAM-SHA-256), 4096 rounds. The password must be ASCII.
 */
export function scramVerifier(password: string, salt = randomBytes(16)): string {
  const rounds = 4096
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256')
  const keyed = (label: string) => createHmac('sha256', salted).update(label).digest()
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`
}
