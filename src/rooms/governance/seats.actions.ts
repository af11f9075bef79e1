import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { personWithEmail } from '../accounts/public.ts'
import { problems, unknown } from './problems.ts'
import { emailField, isId, seatHolder } from './seats.sql.ts'

/**
 * Invites whoever has this address to a seat. Nothing tells the inviter whether somebody has it: `addressSeat` finds the
 * person afterwards, at the worker's door. @returns the id of the seat.
 */
export async function offerSeat(
  tx: Tx,
  vault: Vault,
  invitation: { readonly email: string; readonly until: string; readonly by: string },
  now: Date,
): Promise<string> {
  const id = randomUUID()
  const sealer = await vault.makeKey(tx, seatHolder(id))
  await tx
    .insertInto('governance_seats')
    .values({
      id,
      email_sealed: sealer.seal(emailField, invitation.email),
      invited_by: invitation.by,
      invited_at: now,
      until: invitation.until,
    })
    .execute()
  await record(tx, 'governance.seat-offered', id, now)
  return id
}

/**
 * Finds the expert who has the invited address, and forgets the address. At the worker's door; may run twice.
 * @returns the person; null when no expert has it, or they hold a seat already: the invitation then lapses.
 */
export async function addressSeat(tx: Tx, vault: Vault, seat: string): Promise<string | null> {
  const row = await tx
    .selectFrom('governance_seats')
    .select(['person_id', 'email_sealed'])
    .where('id', '=', seat)
    .where('answer', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  if (row.email_sealed === null) return row.person_id
  const sealer = await vault.sealerOf(tx, seatHolder(seat))
  const person = sealer === null ? null : await personWithEmail(tx, vault, sealer.open(emailField, row.email_sealed))
  const { rows } = await sql<{ may: boolean }>`
    select house.governance_may_sit(${person}::uuid) as may`.execute(tx)
  const found = rows[0]?.may === true ? person : null
  await tx
    .updateTable('governance_seats')
    .set({ person_id: found, email_sealed: null })
    .where('id', '=', seat)
    .execute()
  await vault.forget(tx, seatHolder(seat))
  return found
}

/**
 * Says yes to a seat, or changes what one said: the name everybody sees (null for none) and where one works.
 * @throws Problem not-found, seat-ended
 */
export async function takeSeat(
  tx: Tx,
  seat: string,
  said: { readonly shownName: string | null; readonly employers: readonly string[] },
  now: Date,
): Promise<void> {
  if (!isId(seat)) throw unknown()
  const { rows } = await sql<{ outcome: string }>`
    select house.governance_take_seat(${seat}::uuid, ${said.shownName}, ${[...said.employers]}::uuid[], ${now}) as outcome`.execute(
    tx,
  )
  const outcome = rows[0]?.outcome
  if (outcome === 'unknown') throw unknown()
  if (outcome === 'ended') throw problems['seat-ended']()
  await record(tx, outcome === 'taken' ? 'governance.seat-taken' : 'governance.seat-changed', seat, now)
}

/** Says no to a seat, without a reason; or steps down from it. @throws Problem not-found, seat-ended */
export async function leaveSeat(tx: Tx, seat: string, now: Date): Promise<void> {
  if (!isId(seat)) throw unknown()
  const { rows } = await sql<{ outcome: string }>`
    select house.governance_leave_seat(${seat}::uuid, ${now}) as outcome`.execute(tx)
  const outcome = rows[0]?.outcome
  if (outcome === 'unknown') throw unknown()
  if (outcome === 'ended') throw problems['seat-ended']()
  if (outcome === 'left') await record(tx, 'governance.seat-ended', seat, now)
}

/** Ends a seat (administrators, and the worker at the end of a term), or takes an invitation back (partners too). The votes that were given stay. One that ended before stays as it is. @throws Problem not-found */
export async function endSeat(tx: Tx, seat: string, now: Date): Promise<void> {
  if (!isId(seat)) throw unknown()
  const { rows } = await sql<{ ended: boolean | null }>`
    select house.governance_end_seat(${seat}::uuid, ${now}) as ended`.execute(tx)
  const ended = rows[0]?.ended ?? null
  if (ended === null) throw unknown()
  if (ended) await record(tx, 'governance.seat-ended', seat, now)
}

/** Ends the seats whose term is over. At the worker's door. */
export async function endTerms(tx: Tx, now: Date): Promise<void> {
  const over = await tx
    .selectFrom('governance_seats')
    .select('id')
    .where('ended_at', 'is', null)
    .where('answer', '=', 'yes')
    .where(sql<boolean>`until < (${now}::timestamptz at time zone 'Europe/Amsterdam')::date`)
    .execute()
  for (const { id } of over) await endSeat(tx, id, now)
}
