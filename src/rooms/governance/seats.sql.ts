import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Holder } from '../../platform/vault/vault.ts'
import './tables.ts'

export const seatHolder = (id: string): Holder => `seat:${id}`
export const emailField = 'governance_seats.email'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export const isId = (text: string) => uuid.test(text)

/** A seat as those who look after them see it: never whose it is, unless the holder chose a name. */
export type Seat = {
  readonly id: string
  readonly name: string | null
  readonly invitedAt: Date
  /** The last day of the term. */
  readonly until: string
  readonly answer: 'yes' | 'no' | null
  readonly answeredAt: Date | null
  readonly endedAt: Date | null
}

const seats = (tx: Tx) =>
  tx
    .selectFrom('governance_seats')
    .select([
      'id',
      'shown_name as name',
      'invited_at as invitedAt',
      sql<string>`until::text`.as('until'),
      'answer',
      'answered_at as answeredAt',
      'ended_at as endedAt',
    ])
    .orderBy('invited_at', 'desc')
    .orderBy('id')

export const listSeats = (tx: Tx): Promise<Seat[]> => seats(tx).execute()

/** The seats of the person who is signed in, with the organisations they work for by id. */
export async function listOwnSeats(tx: Tx): Promise<readonly (Seat & { readonly employers: readonly string[] })[]> {
  const own = await seats(tx)
    .where(sql<boolean>`id = any (house.governance_own_seats())`)
    .where('ended_at', 'is', null)
    .execute()
  const employments = await tx.selectFrom('governance_employments').select(['seat_id', 'organisation_id']).execute()
  return own.map((seat) => ({
    ...seat,
    employers: employments.filter((each) => each.seat_id === seat.id).map((each) => each.organisation_id),
  }))
}
