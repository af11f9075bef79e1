import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { House } from '../../../../test/house.ts'
import type { Answers, Definition } from '../../../lib/questionnaire/definition.ts'
import { openSheet, saveAnswers } from '../../questionnaires/public.ts'
import { madeSeries, openWaveOf, putInState, type MadeSeries } from '../filling/filling.testing.ts'
import { usualPlan } from '../plans/plans.rules.ts'

const tasks = [['advies', 'scholing'], ['scholing'], ['advies']] as const

/** What organisation `at` says to the small questionnaire. */
const answersOf = (at: number, yes: boolean, text: string | null): Answers => ({
  heeft: { type: 'single', chosen: yes ? 'ja' : 'nee' },
  ...(yes
    ? {
        taken: { type: 'multiple', chosen: tasks[at % 3] ?? [] },
        aantal: { type: 'number', amount: { known: 'exact', value: 2 + (at % 9) } },
      }
    : {}),
  nut: { type: 'scale', step: 2 + (at % 3) },
  ...(text === null ? {} : { waarom: { type: 'text', text } }),
  wie: { type: 'text', text: `Persoon ${at}` },
})

/** Adds sheets that were sent: `pseudonym-7` says yes when `says(7)` does. Everybody here is invented. */
export async function answer(
  house: House,
  wave: string,
  organisations: readonly number[],
  says: (at: number) => boolean,
  /** What it answers in own words; null: nothing. */
  wrote: (at: number) => string | null = (at) => `=1+1 😀 Reden ${at}`,
): Promise<readonly string[]> {
  const { vault, now } = house.platform
  return house.peek(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    const { version } = await tx
      .selectFrom('surveys_waves')
      .select('version_id as version')
      .where('id', '=', wave)
      .executeTakeFirstOrThrow()
    const sheets: string[] = []
    for (const at of organisations) {
      const sheet = await openSheet(tx, vault, version ?? '', now())
      sheets.push(sheet)
      const answers = answersOf(at, says(at), wrote(at))
      await saveAnswers(tx, vault, sheet, { asked: Object.keys(answers), answers, part: null }, now())
      await sql`update house.questionnaires_sheets set sent_at = ${now()} where id = ${sheet}`.execute(tx)
      await tx
        .insertInto('surveys_respondents')
        .values({
          id: randomUUID(),
          wave_id: wave,
          sheet_id: sheet,
          pseudonym: `pseudonym-${at}`,
          type: 'ggz',
          size: null,
          province_code: null,
          trial: false,
          name_sealed: null,
          state: 'sent',
          state_since: now(),
        })
        .execute()
    }
    await sql`set local session_replication_role = origin`.execute(tx)
    return sheets
  })
}

/** The numbers from 0 up to this one. */
export const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at)

/** A wave of 60 places that is cleaned and has a plan: `works` of them answered, the first 25 say yes. */
export async function cleanedWave(
  house: House,
  {
    works,
    series,
    number,
    definition,
    wrote,
  }: {
    works: number
    series?: MadeSeries
    number?: number
    definition?: Definition
    wrote?: (at: number) => string | null
  },
) {
  const own = series ?? (await madeSeries(house))
  const { wave, slug } = await openWaveOf(house, own, {
    places: 60,
    ...(number === undefined ? {} : { number }),
    ...(definition && { definition }),
  })
  const sheets = await answer(house, wave, upTo(works), (at) => at < 25, wrote)
  const { mainQuestions: _, ...terms } = usualPlan
  await house.peek(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await tx
      .insertInto('surveys_plans')
      .values({
        wave_id: wave,
        main_questions: ['heeft'],
        cells_from: terms.cellsFrom,
        base_from: terms.baseFrom,
        margin: terms.margin,
        weighting: [],
        weight_cap: null,
        tables_by: [],
        sensitive: [],
        written_by: null,
        written_at: house.platform.now(),
        fixed_at: house.platform.now(),
      })
      .execute()
    await sql`set local session_replication_role = origin`.execute(tx)
  })
  await putInState(house, wave, 'cleaned')
  return { wave, series: own, slug, sheets }
}
