import { sql } from 'kysely'
import type { Definition, Said } from '../../../lib/questionnaire/definition.ts'
import { questionsOf } from '../../../lib/questionnaire/routing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { versionWith } from '../../questionnaires/public.ts'
import { codesOf, type CodedAnswer } from './coding.rules.ts'
import { unknown } from '../problems.ts'
import './coding.tables.ts'
import '../releases/releases.tables.ts'
import '../tables.ts'

export const codingHolder = (wave: string) => `survey-coding:${wave}` as const
export const codingField = (answer: string) => `surveys_coded_answers.sealed:${answer}`

/** A question in own words with the themes that its answers are sorted by. */
export type CodedQuestion = {
  readonly key: string
  readonly text: Said
  readonly codes: readonly { readonly key: string; readonly label: Said; readonly hint?: Said }[]
}
export type CodedWave = {
  readonly id: string
  readonly series: string
  readonly slug: string
  readonly title: Said
  readonly label: Said
  readonly questions: readonly CodedQuestion[]
}

/** A wave by the names in its address, with its questions that are coded. @throws Problem not-found */
export async function codedWave(tx: Tx, series: string, slug: string): Promise<CodedWave> {
  const row = await tx
    .selectFrom('surveys_waves as w')
    .innerJoin('surveys_series as s', 's.id', 'w.series_id')
    .select(['w.id', 's.slug as series', 'w.slug', 's.title', 'w.label', 'w.version_id as version'])
    .where('s.slug', '=', series)
    .where('w.slug', '=', slug)
    .executeTakeFirst()
  if (row === undefined) throw unknown()
  const questions = row.version === null ? [] : codedQuestionsOf((await versionWith(tx, row.version)).definition)
  return { id: row.id, series: row.series, slug: row.slug, title: row.title, label: row.label, questions }
}

/** Who codes a question, by seat. */
export const listCoders = (tx: Tx, wave: string, question: string) =>
  tx
    .selectFrom('surveys_coders')
    .select(['seat', 'person_id as person'])
    .where('wave_id', '=', wave)
    .where('question', '=', question)
    .orderBy('seat')
    .execute()

/** How far the answers to a question are: how many there are, how many the actor coded, and whether both coders are done. */
export async function codingProgress(tx: Tx, wave: string, question: string) {
  const { rows } = await sql<{ answers: number; own: number; both: boolean }>`
    select count(*)::int as answers,
           count(*) filter (where exists (select from surveys_codings c where c.answer_id = a.id and c.seat = house.surveys_own_seat(a.id)))::int as own,
           coalesce(bool_and(house.surveys_both_coded(a.id)), false) as both
      from surveys_coded_answers a where a.wave_id = ${wave} and a.question = ${question}`.execute(tx)
  return rows[0] ?? { answers: 0, own: 0, both: false }
}

const opened = async (tx: Tx, vault: Vault, wave: string, row: { id: string; sealed: Buffer }) => {
  const sealer = await vault.sealerOf(tx, codingHolder(wave))
  if (sealer === null) throw unknown()
  return sealer.open(codingField(row.id), row.sealed)
}

/** The next answer that the actor has not coded; null when all are done. */
export async function nextToCode(tx: Tx, vault: Vault, wave: string, question: string) {
  const row = await tx
    .selectFrom('surveys_coded_answers as a')
    .select(['a.id', 'a.sealed', 'a.place'])
    .where('a.wave_id', '=', wave)
    .where('a.question', '=', question)
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('surveys_codings as c')
            .select('c.seat')
            .whereRef('c.answer_id', '=', 'a.id')
            .where('c.seat', '=', sql<1 | 2>`house.surveys_own_seat(a.id)`),
        ),
      ),
    )
    .orderBy('a.place')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { id: row.id, place: row.place, text: await opened(tx, vault, wave, row) }
}

/** Whether figures of these codes were let out once: from then on the codes stand, as a correction is audited with them. */
export async function areCodesOut(tx: Tx, wave: string, question: string): Promise<boolean> {
  const out = await tx
    .selectFrom('surveys_releases')
    .select('document')
    .where('wave_id', '=', wave)
    .where('outcome', '=', 'released')
    .execute()
  return out.some(({ document }) =>
    document.findings.questions.some(({ key, coding }) => key === question && coding !== undefined),
  )
}

/** How far the coding of a wave is, question by question. `settled`: every answer has its codes. */
export type CodingStanding = 'nothing' | 'waiting' | 'busy' | 'differing' | 'settled'

/** Where coding stands on a wave with these coded questions, for researchers; empty when it has none. */
export async function listCodingStandings(
  tx: Tx,
  wave: string,
  questions: readonly Pick<CodedQuestion, 'key' | 'text'>[],
): Promise<readonly { readonly text: Said; readonly standing: CodingStanding }[]> {
  const found = []
  for (const { key, text } of questions) {
    const { answers, both } = await codingProgress(tx, wave, key)
    const seats = await listCoders(tx, wave, key)
    const settled = both && (await codedAnswers(tx, wave, key)).every((answer) => codesOf(answer) !== null)
    const standing: CodingStanding =
      answers === 0 ? 'nothing' : settled ? 'settled' : both ? 'differing' : seats.length === 2 ? 'busy' : 'waiting'
    found.push({ text, standing })
  }
  return found
}

/** The questions of a questionnaire in own words that are coded. */
export const codedQuestionsOf = (definition: Definition): readonly CodedQuestion[] =>
  questionsOf(definition).flatMap((question) =>
    question.type === 'text' && question.codes !== undefined && question.personal !== true
      ? [{ key: question.key, text: question.text, codes: question.codes }]
      : [],
  )

/** What both coders made of every answer, as far as the actor may know it. */
export async function codedAnswers(
  tx: Tx,
  wave: string,
  question: string,
): Promise<(CodedAnswer & { place: number })[]> {
  const rows = await tx
    .selectFrom('surveys_coded_answers as a')
    .leftJoin('surveys_codings as f', (on) => on.onRef('f.answer_id', '=', 'a.id').on('f.seat', '=', 1))
    .leftJoin('surveys_codings as s', (on) => on.onRef('s.answer_id', '=', 'a.id').on('s.seat', '=', 2))
    .leftJoin('surveys_settlements as t', 't.answer_id', 'a.id')
    .select(['a.id', 'a.place', 'f.codes as first', 's.codes as second', 't.codes as settled'])
    .where('a.wave_id', '=', wave)
    .where('a.question', '=', question)
    .orderBy('a.place')
    .execute()
  return rows
}

/** The words of one answer. @throws Problem not-found */
export async function codedText(tx: Tx, vault: Vault, wave: string, answer: string): Promise<string> {
  const row = await tx
    .selectFrom('surveys_coded_answers')
    .select(['id', 'sealed'])
    .where('id', '=', answer)
    .where('wave_id', '=', wave)
    .executeTakeFirst()
  if (row === undefined) throw unknown()
  return opened(tx, vault, wave, row)
}
