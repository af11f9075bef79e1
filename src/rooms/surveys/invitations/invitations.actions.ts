import { sql } from 'kysely'
import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import { problems } from '../filling/filling.problems.ts'
import { isId } from '../filling/filling.rules.ts'
import { countDoubles, countUninvited, countUnmatched } from './invitations.sql.ts'
import { unknown } from '../problems.ts'
import type { DoublesRule } from '../respondents.tables.ts'
import '../tables.ts'
import { isBeingMade, type State } from '../waves/waves.states.rules.ts'

/** A group of organisations and how far it is; null: too few to show. */
export type ProgressRow = {
  readonly kind: 'all' | 'type' | 'size' | 'region'
  /** A class of the series or the code of a province; '' when it is not known. */
  readonly key: string
  readonly invited: number
  readonly answered: number | null
}

/** A wave as researchers who ask organisations see it. */
export type Inviting = {
  readonly id: string
  readonly state: State
  readonly title: Said
  readonly label: Said
  readonly series: string
  readonly slug: string
  readonly types: readonly { readonly key: string; readonly label: Said }[]
  readonly sizes: readonly { readonly key: string; readonly label: Said }[]
  /** How many with an address were not invited yet. */
  readonly uninvited: number
  readonly progress: readonly ProgressRow[]
  /** Organisations to which a letter could not be brought. */
  readonly bounced: readonly string[]
  readonly doubles: DoublesRule
  readonly openLink: boolean
  /** Answers by the open link that nobody has placed yet. */
  readonly toMatch: number
  /** Organisations that sent more than once; null while the wave is not closed. */
  readonly toDecide: number | null
}

/** @throws Problem not-found */
export async function readInviting(tx: Tx, id: string): Promise<Inviting> {
  const row = isId(id)
    ? await tx
        .selectFrom('surveys_waves as w')
        .innerJoin('surveys_series as s', 's.id', 'w.series_id')
        .leftJoin('surveys_fillings as f', 'f.wave_id', 'w.id')
        .select(['w.id', 'w.state', 'w.slug', 'w.label', 's.title', 's.slug as series', 's.types', 's.sizes'])
        .select(['f.doubles', 'f.open_link'])
        .where('w.id', '=', id)
        .executeTakeFirst()
    : undefined
  if (row === undefined) throw unknown()
  const { rows: progress } =
    await sql<ProgressRow>`select kind, key, invited, answered from house.surveys_progress(${id}::uuid)`.execute(tx)
  const bounced = await tx
    .selectFrom('surveys_invitations as i')
    .innerJoin('surveys_places as p', 'p.id', 'i.place_id')
    .select('p.name')
    .where('p.wave_id', '=', id)
    .where('i.bounced_at', 'is not', null)
    .orderBy('p.name')
    .execute()
  const closed = row.state === 'closed' || row.state === 'cleaned' || row.state === 'published'
  return {
    ...row,
    doubles: row.doubles ?? 'latest',
    openLink: row.open_link ?? false,
    progress,
    bounced: bounced.flatMap(({ name }) => (name === null ? [] : [name])),
    uninvited: await countUninvited(tx, id, row.state === 'pilot'),
    toMatch: await countUnmatched(tx, id),
    toDecide: closed ? await countDoubles(tx, id) : null,
  }
}

/**
 * Asks for the letters of a wave; the worker writes them, to everybody who was not invited yet.
 * @throws Problem not-found, wave-not-open
 */
export async function askToInvite(tx: Tx, wave: string, now: Date): Promise<void> {
  const { state } = await readInviting(tx, wave)
  if (state !== 'pilot' && state !== 'open') throw problems['wave-not-open']()
  await record(tx, 'surveys.invitations-asked', wave, now)
}

/**
 * Declares what counts when an organisation sends twice, and whether the open link works. The first is fixed at opening.
 * @throws Problem not-found, doubles-fixed
 */
export async function agreeOnFilling(
  tx: Tx,
  wave: string,
  agreed: { readonly doubles: DoublesRule; readonly openLink: boolean; readonly by: string },
  now: Date,
): Promise<void> {
  const { state, doubles } = await readInviting(tx, wave)
  if (!isBeingMade(state) && agreed.doubles !== doubles) throw problems['doubles-fixed']()
  const { openLink, by } = agreed
  const values = { doubles: agreed.doubles, open_link: openLink, set_by: by, set_at: now }
  await tx
    .insertInto('surveys_fillings')
    .values({ wave_id: wave, ...values })
    .onConflict((conflict) => conflict.column('wave_id').doUpdateSet(values))
    .execute()
  await record(tx, 'surveys.filling-agreed', wave, now, { doubles: agreed.doubles, openLink })
}

/** "Not for us", by the link of a letter: nothing more is mailed, and nobody is told. */
export async function declineInvitation(tx: Tx, invitation: string): Promise<void> {
  await tx.updateTable('surveys_invitations').set({ declined: true }).where('id', '=', invitation).execute()
}
