import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'
import { askAnalysis } from './analyses.actions.ts'
import { findAnalysis } from './analyses.sql.ts'
import { cleanedWave } from './analyses.testing.ts'
import { putInState } from '../filling/filling.testing.ts'
import { version } from '../findings/methods.rules.ts'

describe('the analysis of a wave', () => {
  it(
    'is reckoned by the worker from the sheets under pseudonyms, and kept with what it looked at',
    inHouse(async (house) => {
      const { wave } = await cleanedWave(house, { works: 40 })
      const now = house.platform.now()
      const id = await house.operate((tx) => askAnalysis(tx, wave, null, now))
      expect(await house.operate((tx) => askAnalysis(tx, wave, null, now))).toBe(id)
      await house.runJobs()
      const found = await house.peek((tx) => findAnalysis(tx, wave))
      expect(found).toMatchObject({ id, state: 'found', failure: null, version })
      expect(found?.input_hash).toMatch(/^[0-9a-f]{64}$/)
      expect(found?.result?.response).toMatchObject({ respondents: 40, population: 60 })
      expect(found?.result?.questions[0]?.options[0]?.level).toMatchObject({ status: 'shown', count: 25, base: 40 })
      expect(JSON.stringify(found?.result)).not.toContain('pseudonym-')
    }),
    60_000,
  )

  it(
    'is not begun while answers still come in, and says why',
    inHouse(async (house) => {
      const { wave } = await cleanedWave(house, { works: 6 })
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
