import { setTimeout as sleep } from 'node:timers/promises'
import { Client, escapeIdentifier } from 'pg'
import { owner } from './logins.ts'
import { codeOf } from './record.ts'
import { closeDatabase } from './roles.ts'

/** The same URL with another database in it; user, password, host and options stay. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(name)}`
  return changed.href
}

/** Runs the work with a connected client, which is closed afterwards also when the work fails. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  // A server that stops while we are connected must end the query with an error, not the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Makes a database like the template: same tables, rows and owner, and the same closed doors. For tests.
 * Waits up to ten seconds while somebody else is connected to the template.
 * @param adminUrl an administrator's URL; its own database does not matter.
 */
export async function cloneDatabase(adminUrl: string, template: string, name: string): Promise<void> {
  const statement = `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)} owner ${owner}`
  await withClient(withDatabase(adminUrl, 'postgres'), async (admin) => {
    for (let waited = 0; ; waited += 100)
      try {
        await admin.query(statement)
        break
      } catch (error) {
        // object_in_use: a session of the template, or autovacuum passing by.
        if (codeOf(error) !== '55006' || waited >= 10_000) throw error
        await sleep(100)
      }
    await closeDatabase(admin, name)
  })
}

/** Removes a database, and breaks off whoever is connected to it. One that does not exist is fine. For tests. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(withDatabase(adminUrl, 'postgres'), (admin) =>
    admin.query(`drop database if exists ${escapeIdentifier(name)} with (force)`),
  )
}
