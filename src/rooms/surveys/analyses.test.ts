import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../test/house.ts'
import type { Answers } from '../../lib/questionnaire/definition.ts'
import { openSheet, saveAnswers } from '../questionnaires/public.ts'
import { askAnalysis } from './analyses.actions.ts'
import { findAnalysis } from './analyses.sql.ts'
import { madeSeries, openWaveOf, putInState } from './filling.testing.ts'
import { usualPlan } from './plans.rules.ts'

const places = 60

/** A wave that is cleaned: of so many places, each `works` says yes. Everybody here is invented. */
async function cleanedWave(house: RolledBackHouse, works: number) {
  const { wave } = await openWaveOf(house, await madeSeries(house), { places })
  const { vault, now } = house.platform
  const { version } = await house.peek((tx) =>
    tx.selectFrom('surveys_waves').select('version_id as version').where('id', '=', wave).executeTakeFirstOrThrow(),
  )
  await house.peek(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    for (let at = 0; at < works; at += 1) {
      const sheet = await openSheet(tx, vault, version ?? '', now())
      const answers: Answers = { heeft: { type: 'single', chosen: at < 25 ? 'ja' : 'nee' } }
      await saveAnswers(tx, vault, sheet, { asked: ['heeft'], answers, part: null }, now())
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
    const { mainQuestions: _, ...terms } = usualPlan
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
        written_at: now(),
        fixed_at: now(),
      })
      .execute()
    await sql`set local session_replication_role = origin`.execute(tx)
  })
  await putInState(house, wave, 'cleaned')
  return wave
}

describe('the analysis of a wave', () => {
  it(
    'is reckoned by the worker from the sheets under pseudonyms, and kept with what it looked at',
    inHouse(async (house) => {
      const wave = await cleanedWave(house, 40)
      const now = house.platform.now()
      const id = await house.operate((tx) => askAnalysis(tx, wave, null, now))
      expect(await house.operate((tx) => askAnalysis(tx, wave, null, now))).toBe(id)
      await house.runJobs()
      const found = await house.peek((tx) => findAnalysis(tx, wave))
      expect(found).toMatchObject({ id, state: 'found', failure: null, version: '1' })
      expect(found?.input_hash).toMatch(/^[0-9a-f]{64}$/)
      expect(found?.result?.response).toMatchObject({ respondents: 40, population: places })
      expect(found?.result?.questions[0]?.options[0]?.level).toMatchObject({ status: 'shown', count: 25, base: 40 })
      expect(JSON.stringify(found?.result)).not.toContain('pseudonym-')
    }),
    60_000,
  )

  it(
    'is not begun while answers still come in, and says why',
    inHouse(async (house) => {
      const wave = await cleanedWave(house, 6)
      await putInState(house, wave, 'closed')
      await house.operate((tx) => askAnalysis(tx, wave, null, house.platform.now()))
      await house.runJobs()
      expect(await house.peek((tx) => findAnalysis(tx, wave))).toMatchObject({
        state: 'failed',
        failure: 'not-cleaned',
      })
    }),
    60_000,
  )
})
