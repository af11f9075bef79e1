import { sql } from 'kysely'
import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import '../respondents.tables.ts'
import '../tables.ts'
import type { State } from '../waves/waves.states.rules.ts'

const dayOf = (column: unknown) => (column === null ? null : new Date(String(column)))

/** A wave as the letters about it need it. Worker's door. */
export type InvitingWave = {
  readonly id: string
  readonly series: string
  readonly title: Said
  readonly label: Said
  readonly version: string
  readonly state: State
  readonly closes: Date | null
}

/** @returns undefined when nobody can be asked to fill it in now. */
export async function findInvitingWave(tx: Tx, id: string): Promise<InvitingWave | undefined> {
  const row = await tx
    .selectFrom('surveys_waves as w')
    .innerJoin('surveys_series as s', 's.id', 'w.series_id')
    .select(['w.id', 'w.series_id', 's.title', 'w.label', 'w.version_id', 'w.state'])
    .select(sql<string | null>`w.closes::text`.as('closes'))
    .where('w.id', '=', id)
    .where('w.state', 'in', ['pilot', 'open'])
    .where('w.version_id', 'is not', null)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      series: row.series_id,
      title: row.title,
      label: row.label,
      version: row.version_id ?? '',
      state: row.state,
      closes: dayOf(row.closes),
    }
  )
}

/** A place with its address, still sealed. */
export type Addressed = {
  readonly place: string
  readonly reference: string
  readonly name: string
  readonly type: string | null
  readonly size: string | null
  readonly province: string | null
  readonly trial: boolean
  readonly address: Buffer
  readonly lang: Lang
}

const addressed = (tx: Tx, wave: string) =>
  tx
    .selectFrom('surveys_places as p')
    .innerJoin('surveys_contacts as c', 'c.place_id', 'p.id')
    .select(['p.id as place', 'p.reference', 'p.name', 'p.type', 'p.size', 'p.province_code as province', 'p.trial'])
    .select(['c.address_sealed as address', 'c.lang'])
    .where('p.wave_id', '=', wave)

const named = <R extends { reference: string | null; name: string | null }>(rows: readonly R[]) =>
  rows.flatMap((row) =>
    row.reference === null || row.name === null ? [] : [{ ...row, reference: row.reference, name: row.name }],
  )

/** Places with an address that were not invited yet: the test places of a pilot, the others of an open wave. */
export const listUninvited = async (
  tx: Tx,
  { id, state }: InvitingWave,
  limit: number,
): Promise<readonly Addressed[]> =>
  named(
    await addressed(tx, id)
      .where('p.trial', '=', state === 'pilot')
      .where((or) =>
        or.not(or.exists(or.selectFrom('surveys_invitations as i').select('i.id').whereRef('i.place_id', '=', 'p.id'))),
      )
      .orderBy('p.id')
      .limit(limit)
      .execute(),
  )

/** Invitations that could be due for a reminder, of all waves that are open. */
export const listWaiting = (tx: Tx) =>
  tx
    .selectFrom('surveys_invitations as i')
    .innerJoin('surveys_places as p', 'p.id', 'i.place_id')
    .innerJoin('surveys_waves as w', 'w.id', 'p.wave_id')
    .select(['i.id', 'w.id as wave'])
    .where('w.state', '=', 'open')
    .where('p.trial', '=', false)
    .where('i.answered', '=', false)
    .where('i.declined', '=', false)
    .where('i.reminders', '<', 2)
    .orderBy('i.id')
    .execute()

/** An invitation, held until the transaction ends, with its place and address; undefined when the address is gone. */
export async function lockInvitation(tx: Tx, id: string) {
  const held = await tx
    .selectFrom('surveys_invitations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (held === undefined) return undefined
  const { wave } =
    (await tx
      .selectFrom('surveys_places')
      .select('wave_id as wave')
      .where('id', '=', held.place_id)
      .executeTakeFirst()) ?? {}
  const [place] = wave === undefined ? [] : named(await addressed(tx, wave).where('p.id', '=', held.place_id).execute())
  return wave === undefined || place === undefined ? undefined : { ...held, wave, place }
}

/** The respondent who answers under a pseudonym, held until the transaction ends, so that a sending waits for it. */
export const lockRespondent = (tx: Tx, wave: string, pseudonym: string) =>
  tx
    .selectFrom('surveys_respondents')
    .select(['id', 'sheet_id as sheet', 'state'])
    .where('wave_id', '=', wave)
    .where('pseudonym', '=', pseudonym)
    .orderBy(sql`state = 'sent'`, 'desc')
    .orderBy('state_since')
    .forUpdate()
    .execute()

const n = sql<number>`count(*)::int`.as('n')
const counted = async (query: { executeTakeFirstOrThrow(): Promise<{ n: number }> }): Promise<number> =>
  (await query.executeTakeFirstOrThrow()).n

/** How many places with an address were not invited yet; `trial`: test places instead of organisations. */
export const countUninvited = (tx: Tx, wave: string, trial: boolean): Promise<number> =>
  counted(
    tx
      .selectFrom('surveys_places as p')
      .innerJoin('surveys_contacts as c', 'c.place_id', 'p.id')
      .leftJoin('surveys_invitations as i', 'i.place_id', 'p.id')
      .select(n)
      .where('p.wave_id', '=', wave)
      .where('p.trial', '=', trial)
      .where('i.id', 'is', null),
  )

/** How many answers by the open link wait for somebody who says whose they are. */
export const countUnmatched = (tx: Tx, wave: string): Promise<number> =>
  counted(tx.selectFrom('surveys_open_answers').select(n).where('wave_id', '=', wave).where('decision', 'is', null))

/** How many organisations sent more than one sheet; researchers see that from the closing of the wave on. */
export const countDoubles = (tx: Tx, wave: string): Promise<number> =>
  counted(
    tx
      .selectFrom('surveys_respondents')
      .select(sql<number>`count(distinct pseudonym)::int`.as('n'))
      .where('wave_id', '=', wave)
      .where('state', '=', 'double'),
  )
