import type { Tx } from '../platform/db/database.ts'
import { record } from '../platform/diary.ts'
import type { Vault } from '../platform/vault/vault.ts'
import { personWithEmail, reach } from '../rooms/accounts/public.ts'
import { eraseRequests, exportRequests, listAskedWith } from '../rooms/advice/public.ts'
import { listSubscriptionsOf, stopSubscription } from '../rooms/knowledge/public.ts'
import { rooms as allRooms } from './rooms.ts'

type InRooms = Record<string, Readonly<Record<string, unknown>>>

/** A copy of what we hold about somebody. `asked` are the questions they asked, for which nobody needs an account. */
export type Copy = {
  readonly person: string | null
  readonly madeAt: string
  readonly rooms: InRooms
  readonly asked: readonly Readonly<Record<string, unknown>>[]
}

/**
 * Everything that all rooms hold about a person with an account, and the questions they asked with its address; plain
 * JSON. At the worker's door.
 */
export async function exportOf(tx: Tx, vault: Vault, person: string, now: Date): Promise<Copy> {
  const rooms: InRooms = {}
  for (const { name, exportPerson } of allRooms) if (exportPerson) rooms[name] = await exportPerson(tx, vault, person)
  const account = await reach(tx, vault, person)
  const asked = account ? await exportRequests(tx, vault, await listAskedWith(tx, vault, account.email)) : []
  await record(tx, 'platform.copy-made', person, now)
  return { person, madeAt: now.toISOString(), rooms, asked }
}

/** The same of somebody without an account, of whom we hold these questions and newsletters. At the worker's door. */
export async function exportAsked(
  tx: Tx,
  vault: Vault,
  requests: readonly string[],
  now: Date,
  newsletters: readonly Newsletter[] = [],
): Promise<Copy> {
  const asked = await exportRequests(tx, vault, requests)
  for (const id of [...requests, ...newsletters.map((each) => each.id)]) await record(tx, 'platform.copy-made', id, now)
  const rooms: InRooms = newsletters.length > 0 ? { knowledge: { newsletters } } : {}
  return { person: null, madeAt: now.toISOString(), rooms, asked }
}

/**
 * Erases a person in every room, in one transaction: first the rooms that lean on others, at last the account and the data
 * key. Nobody there: nothing happens. At the worker's door.
 */
export async function eraseEverywhere(tx: Tx, vault: Vault, person: string, now: Date): Promise<void> {
  for (const { erasePerson } of allRooms.toReversed()) await erasePerson?.(tx, vault, person, now)
}

type Newsletter = Awaited<ReturnType<typeof listSubscriptionsOf>>[number]

/** Whom an operator means: an account, questions, newsletters, or all of them under one address. */
export type Held = {
  readonly person: string | null
  readonly requests: readonly string[]
  /** Absent: none. */
  readonly newsletters?: readonly Newsletter[]
}

/** @param who an address, or the id of a person with an account. @returns null when we hold nothing under it. */
export async function findHeld(tx: Tx, vault: Vault, who: string): Promise<Held | null> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(who)
  const person = isId
    ? ((await reach(tx, vault, who.toLowerCase()))?.id ?? null)
    : await personWithEmail(tx, vault, who)
  const account = person === null ? null : await reach(tx, vault, person)
  const address = account?.email ?? (isId ? null : who)
  const requests = address === null ? [] : await listAskedWith(tx, vault, address)
  const newsletters = address === null ? [] : await listSubscriptionsOf(tx, vault, address)
  if (person === null && requests.length === 0 && newsletters.length === 0) return null
  return { person, requests, ...(newsletters.length > 0 && { newsletters }) }
}

/** Erases an account in every room, questions that were asked, and newsletters. At the worker's door. */
export async function eraseHeld(tx: Tx, vault: Vault, held: Held, now: Date): Promise<void> {
  const { person, requests, newsletters = [] } = held
  for (const { id } of newsletters) await stopSubscription(tx, id, now)
  await eraseRequests(tx, vault, requests, now)
  if (person !== null) await eraseEverywhere(tx, vault, person, now)
}
