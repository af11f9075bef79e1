import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../src/platform/db/database.ts'
import { sessionCookie } from '../src/platform/http/app.tsx'
import type { Permission } from '../src/platform/http/access.ts'
import type { Platform } from '../src/platform/platform.ts'
import { makeSession } from '../src/platform/proofs.ts'
import type { Browsing } from './browsing.ts'

/** The fixed invented people of the tests. A requester has no account: a link is made where a test needs one. */
export const fixedPeople = {
  expert: { name: 'Rosa', email: 'rosa@example.org', permissions: ['expert'], edits: null },
  secondExpert: { name: 'Kees', email: 'kees@example.org', permissions: ['expert'], edits: null },
  expertElsewhere: { name: 'Noor', email: 'noor@example.org', permissions: ['expert'], edits: null },
  coordinator: { name: 'Amira', email: 'amira@example.org', permissions: ['coordinator'], edits: null },
  secondCoordinator: { name: 'Bram', email: 'bram@example.org', permissions: ['coordinator'], edits: null },
  researcher: { name: 'Lotte', email: 'lotte@example.org', permissions: ['researcher'], edits: null },
  secondResearcher: { name: 'Tobias', email: 'tobias@example.org', permissions: ['researcher'], edits: null },
  editorA: { name: 'Eva', email: 'eva@example.org', permissions: [], edits: 'a' },
  editorB: { name: 'Joris', email: 'joris@example.org', permissions: [], edits: 'b' },
  administrator: { name: 'Anna', email: 'anna@example.org', permissions: ['administrator'], edits: null },
} as const satisfies Record<
  string,
  { name: string; email: string; permissions: readonly Permission[]; edits: 'a' | 'b' | null }
>

/** How many they are. */
export const fixedCount = Object.keys(fixedPeople).length

export type FixedPerson = keyof typeof fixedPeople
export type People = Readonly<Record<FixedPerson, { id: string; name: string; email: string }>> & {
  organisations: { a: string; b: string; c: string }
}

/** Makes the fixed people and three partner organisations, past row-level security. */
export async function makePeople(
  { vault, now }: Pick<Platform, 'vault' | 'now'>,
  peek: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<People> {
  const at = now()
  const organisations = { a: randomUUID(), b: randomUUID(), c: randomUUID() }
  const people = Object.entries(fixedPeople).map(([slug, person]) => ({ slug, ...person, id: randomUUID() }))
  await peek(async (tx) => {
    const partners = Object.entries(organisations).map(
      ([letter, id]) =>
        sql`(${id}::uuid, ${`partner-${letter}`}, ${`Partner ${letter.toUpperCase()}`}, 'expertsOrganisation', true, ${at}::timestamptz)`,
    )
    await sql`insert into house.accounts_organisations (id, slug, name, type, partner, made_at) values ${sql.join(partners)}`.execute(
      tx,
    )
    const sealers = await vault.makeKeys(
      tx,
      people.map(({ id }) => `person:${id}` as const),
    )
    const persons = people.map(({ id, email, name }) => {
      const sealed = (field: string, text: string) =>
        sealers.get(`person:${id}`)?.seal(`accounts_persons.${field}`, text)
      return sql`(${id}::uuid, ${vault.blindIndex('email', email)}::bytea, ${sealed('email', email)}::bytea, ${sealed('name', name)}::bytea, ${at}::timestamptz)`
    })
    await sql`insert into house.accounts_persons (id, email_index, email_sealed, name_sealed, made_at) values ${sql.join(persons)}`.execute(
      tx,
    )
    const permissions = people.flatMap(({ id, permissions: all }) =>
      all.map((permission) => sql`(${randomUUID()}::uuid, ${id}::uuid, ${permission}, ${at}::timestamptz)`),
    )
    await sql`insert into house.accounts_permissions (id, person_id, permission, granted_at) values ${sql.join(permissions)}`.execute(
      tx,
    )
    const memberships = people.flatMap(({ id, edits }) =>
      edits === null
        ? []
        : [sql`(${randomUUID()}::uuid, ${id}::uuid, ${organisations[edits]}::uuid, 'editor', ${at}::timestamptz)`],
    )
    await sql`insert into house.accounts_memberships (id, person_id, organisation_id, role, since) values ${sql.join(memberships)}`.execute(
      tx,
    )
  })
  const made = Object.fromEntries(people.map(({ slug, id, name, email }) => [slug, { id, name, email }]))
  return { ...(made as Omit<People, 'organisations'>), organisations }
}

/** Gives a browser the session of a person, with a second factor. */
export async function signInAs(platform: Platform, browser: Browsing, person: string): Promise<Browsing> {
  const until = new Date(platform.now().getTime() + 12 * 3_600_000)
  const token = await platform.database.house(null, (tx) => makeSession(tx, person, until, true))
  browser.cookies.set(sessionCookie(platform.origin), token)
  return browser
}
