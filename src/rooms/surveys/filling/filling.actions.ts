import { sql } from 'kysely'
import type { Answers, Question, Said } from '../../../lib/questionnaire/definition.ts'
import { compareDefinitions } from '../../../lib/questionnaire/identity.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { readSheet, saveAnswers, sendSheet, sheetHolder, type Sheet } from '../../questionnaires/public.ts'
import { unknown } from '../problems.ts'
import '../respondents.tables.ts'
import '../tables.ts'
import type { State } from '../waves/waves.states.rules.ts'

export const nameField = 'surveys_respondents.name'

/** What somebody behind a link needs to know of the wave that they fill in. */
export type WaveOfLink = {
  readonly id: string
  readonly series: Said
  readonly label: Said
  readonly state: State
  /** The last day to send. */
  readonly closes: Date | null
  /** From how many organisations a number and a percentage are shown. */
  readonly cellsFrom: number
  readonly baseFrom: number
}

/** A sheet as the page behind its link shows it. */
export type Filling = {
  readonly wave: WaveOfLink
  readonly sheet: Sheet
  /** What the organisation is called; null once it is sent, and for who came by the open link. */
  readonly name: string | null
  /** It counts only once somebody has said whose it is. */
  readonly open: boolean
  /** Nothing of it was kept yet. */
  readonly untouched: boolean
  /** What the same organisation sent last time; null when it did not take part, or on the page of a colleague. */
  readonly earlier: string | null
}

async function wayIn(tx: Tx, sheet: string) {
  const row = await tx
    .selectFrom('surveys_waves as w')
    .innerJoin('surveys_series as s', 's.id', 'w.series_id')
    .leftJoin('surveys_plans as p', 'p.wave_id', 'w.id')
    .leftJoin('surveys_respondents as r', (join) => join.on('r.sheet_id', '=', sheet))
    .select(['w.id', 's.title', 'w.label', 'w.state', 'w.closes', 'p.cells_from', 'p.base_from'])
    .select(['r.id as respondent', 'r.state as progress', 'r.name_sealed'])
    .select(sql<string | null>`(select house.surveys_earlier_sheet())`.as('earlier'))
    .where('w.id', '=', sql<string>`(select house.surveys_linked_wave())`)
    .executeTakeFirst()
  if (row === undefined) throw unknown()
  const wave: WaveOfLink = {
    id: row.id,
    series: row.title,
    label: row.label,
    state: row.state,
    closes: row.closes === null ? null : new Date(row.closes),
    cellsFrom: row.cells_from ?? 5,
    baseFrom: row.base_from ?? 10,
  }
  const { respondent, progress, name_sealed: sealed, earlier } = row
  return { wave, open: respondent === null, untouched: progress === 'invited', sealed, earlier }
}

/**
 * Opens the sheet of a link: its own, that of a copy, or of a section that was handed over.
 * @throws Problem not-found when the sheet was forgotten
 */
export async function openFilling(tx: Tx, vault: Vault, sheetId: string): Promise<Filling> {
  const { wave, open, untouched, sealed, earlier } = await wayIn(tx, sheetId)
  const sheet = await readSheet(tx, vault, sheetId)
  const sealer = sealed === null ? null : await vault.sealerOf(tx, sheetHolder(sheetId))
  const name = sealed === null || sealer === null ? null : sealer.open(nameField, sealed)
  return { wave, sheet, name, open, untouched, earlier }
}

/**
 * What the same organisation answered last time to facts that are asked again in the same way; opinions are never shown.
 * Empty when it did not take part, or the panel has ended.
 */
export async function lastTime(tx: Tx, vault: Vault, { sheet: now, earlier: id }: Filling): Promise<Answers> {
  const { definition } = now
  if (id === null) return {}
  const earlier = await readSheet(tx, vault, id)
  const changed = new Set(
    compareDefinitions(earlier, now).flatMap(({ key, changes }) =>
      changes.some((change) => change !== 'routing-changed') ? [key] : [],
    ),
  )
  const facts = definition.sections
    .flatMap(({ questions }) => questions)
    .filter((question: Question) => question.type !== 'info' && question.about === 'fact' && !changed.has(question.key))
  return Object.fromEntries(
    facts.flatMap(({ key }) => {
      const answer = Object.hasOwn(earlier.answers, key) ? earlier.answers[key] : undefined
      return answer === undefined ? [] : [[key, answer]]
    }),
  )
}

/**
 * Keeps what was filled in on a page, also when the wave closed meanwhile: nothing that was typed is lost.
 * @param kept `untouched` when nothing was kept before: the organisation has begun now
 * @throws Problem sheet-sent
 */
export async function keepAnswers(
  tx: Tx,
  vault: Vault,
  sheet: string,
  kept: {
    readonly asked: readonly string[]
    readonly answers: Answers
    readonly part: string | null
    readonly untouched: boolean
  },
  now: Date,
): Promise<void> {
  await saveAnswers(tx, vault, sheet, kept, now)
  if (kept.part === null && kept.untouched)
    await sql`select house.surveys_note_progress(${sheet}::uuid, 'begun')`.execute(tx)
}

/**
 * Sends a sheet. Its links to colleagues end, and reminders stop.
 * @throws Problem sheet-incomplete, wave-closed
 */
export async function sendFilling(tx: Tx, vault: Vault, sheet: string, now: Date): Promise<void> {
  if ((await sendSheet(tx, vault, sheet, now)) === 'already') return
  await sql`select house.surveys_note_progress(${sheet}::uuid, 'sent')`.execute(tx)
  await tx
    .updateTable('surveys_parts')
    .set({ ended_at: now })
    .where('sheet_id', '=', sheet)
    .where('ended_at', 'is', null)
    .execute()
  await record(tx, 'surveys.sheet-sent', sheet, now)
}
