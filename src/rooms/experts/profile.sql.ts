import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import type { Holder, Sealer, Vault } from '../../platform/vault/vault.ts'
import { expertRoles, perspectives, themes } from '../terms/public.ts'
import type { Profile, Wishes } from './profile.rules.ts'
import './tables.ts'

export const personHolder = (person: string): Holder => `person:${person}`

export const fields = {
  name: 'experts_profiles.name',
  wishes: 'experts_profiles.wishes',
  boundary: 'experts_boundaries.text',
} as const

export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

const known = <const Id extends string>(list: readonly { readonly id: Id }[]) => {
  const ids = new Set<string>(list.map((each) => each.id))
  const isKnown = (id: string): id is Id => ids.has(id)
  // A term that is gone falls away; the rest of the profile stays.
  return z.array(z.string()).transform((all) => all.filter(isKnown))
}

const Kept = z.object({
  themes: known(themes),
  roles: known(expertRoles),
  perspectives: known(perspectives),
  provinces: z.array(z.string()),
  municipalities: z.array(z.string()),
  online: z.boolean(),
  languages: z.array(z.string()),
})

export const wishesToText = (wishes: Wishes): string => JSON.stringify(wishes)

type Row = {
  person_id: string
  name_sealed: Buffer
  wishes_sealed: Buffer
  max_running: number
  paused_since: Date | null
  paused_until: string | null
}

const opened = (row: Row, sealer: Sealer): Profile => ({
  person: row.person_id,
  shownName: sealer.open(fields.name, row.name_sealed),
  wishes: Kept.parse(JSON.parse(sealer.open(fields.wishes, row.wishes_sealed))),
  maxRunning: row.max_running,
  pause: row.paused_since === null ? null : { since: row.paused_since, until: row.paused_until },
})

const columns = ['person_id', 'name_sealed', 'wishes_sealed', 'max_running', 'paused_since', 'paused_until'] as const

const shownToDesk = sql<boolean>`person_id = any ((select house.experts_shown())::uuid[])`

const find = async (tx: Tx, vault: Vault, person: string, forDesk: boolean): Promise<Profile | null> => {
  if (!isId(person)) return null
  const row = await tx
    .selectFrom('experts_profiles')
    .select(columns)
    .where('person_id', '=', person)
    .$if(forDesk, (query) => query.where(shownToDesk))
    .executeTakeFirst()
  const sealer = row && (await vault.sealerOf(tx, personHolder(person)))
  return row && sealer ? opened(row, sealer) : null
}

/** The profile, when the actor may see it: the person's own always, for the desk only what is shown now. */
export const findProfile = (tx: Tx, vault: Vault, person: string) => find(tx, vault, person, false)

/** Only what the desk is shown now, also when a coordinator asks for a profile of their own. */
export const findProfileForDesk = (tx: Tx, vault: Vault, person: string) => find(tx, vault, person, true)

/** All profiles that are shown to the desk now. Somebody with a pause is not among them. For coordinators. */
export async function listProfilesForDesk(tx: Tx, vault: Vault): Promise<readonly Profile[]> {
  const rows = await tx.selectFrom('experts_profiles').select(columns).where(shownToDesk).orderBy('person_id').execute()
  const sealers = await vault.sealersOf(
    tx,
    rows.map((row) => personHolder(row.person_id)),
  )
  return rows.flatMap((row) => {
    const sealer = sealers.get(personHolder(row.person_id))
    return sealer ? [opened(row, sealer)] : []
  })
}

/** How many people have a pause now. For coordinators. */
export async function countPaused(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select house.experts_paused() as n`.execute(tx)
  return rows[0]?.n ?? 0
}

export type Standing = 'shown' | 'paused' | 'hidden'

/** How somebody stands for the desk, held still until the end of the transaction. */
export async function holdProfile(tx: Tx, person: string): Promise<Standing> {
  if (!isId(person)) return 'hidden'
  const { rows } = await sql<{ standing: Standing }>`select house.experts_hold(${person}::uuid) as standing`.execute(tx)
  return rows[0]?.standing ?? 'hidden'
}

/** Somebody's own ceiling, held still until the end of the transaction; null without a profile. For that person. */
export async function holdCeiling(tx: Tx, person: string): Promise<number | null> {
  const { rows } = await sql<{
    most: number | null
  }>`select house.experts_hold_ceiling(${person}::uuid) as most`.execute(tx)
  return rows[0]?.most ?? null
}

export type Boundary = { readonly text: string; readonly shownToDesk: boolean }

/** What somebody rather does not do, when the actor may read it; null when there is nothing (to see). */
export async function findBoundary(tx: Tx, vault: Vault, person: string): Promise<Boundary | null> {
  const row = await tx
    .selectFrom('experts_boundaries')
    .select(['text_sealed', 'shown_to_desk'])
    .where('person_id', '=', person)
    .executeTakeFirst()
  const sealer = row && (await vault.sealerOf(tx, personHolder(person)))
  return row && sealer ? { text: sealer.open(fields.boundary, row.text_sealed), shownToDesk: row.shown_to_desk } : null
}

export type Viewing = { readonly at: Date; readonly role: 'coordinator' }

/** When a profile was opened, newest first. For the person. */
export async function listViewings(tx: Tx, person: string, limit: number): Promise<readonly Viewing[]> {
  return tx
    .selectFrom('experts_viewings')
    .select(['viewed_at as at', 'viewer_role as role'])
    .where('person_id', '=', person)
    .orderBy('viewed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
