import { describe, expect, it } from 'vitest'
import { inHouse, type House } from '../../../../test/house.ts'
import { madeSeries, openWaveOf, putInState } from '../filling/filling.testing.ts'
import { filesStand, sampleRelease } from './releases.testing.ts'

/** An analysis of this wave that was asked for so many milliseconds from now. */
const analysed = (house: House, wave: string, after: number) => {
  const at = new Date(house.platform.now().getTime() + after)
  return house.operate((tx) =>
    tx
      .insertInto('surveys_analyses')
      .values({
        id: crypto.randomUUID(),
        wave_id: wave,
        state: 'found',
        version: '1',
        input_hash: 'a'.repeat(64),
        result: JSON.stringify(sampleRelease().findings),
        asked_by: null,
        asked_at: at,
        ended_at: at,
      })
      .execute(),
  )
}

describe('proposing a release of a wave', () => {
  it(
    'takes the newest analysis with the words of the series, and refuses what was not audited with what is out',
    inHouse(async (house) => {
      const { wave } = await openWaveOf(house, await madeSeries(house))
      const lotte = await house.as('researcher')
      const propose = () => lotte.post('/onderzoek/uitgaven', { wave, reason: 'Eerste uitgave' })
      expect((await propose()).status).toBe(404)
      await putInState(house, wave, 'cleaned')
      expect((await propose()).status).toBe(409)
      await analysed(house, wave, -60_000)
      const sent = await propose()
      expect(sent.status).toBe(303)
      const page = (sent.headers.get('location') ?? '').replace(/^https?:\/\/[^/]+/, '')
      const tobias = await house.as('secondResearcher')
      expect((await tobias.get(page)).text).toContain('Ervaring in beeld')
      expect((await propose()).status).toBe(409)
      await filesStand(house, page.split('/').at(-1) ?? '')
      expect((await tobias.post(`${page}/besluit`, { decision: 'release', reason: '' })).status).toBe(303)
      const states = await house.peek((tx) =>
        tx.selectFrom('surveys_waves').select('state').where('id', '=', wave).execute(),
      )
      expect(states).toEqual([{ state: 'published' }])
      // What was let out since must be looked at together with a correction.
      expect((await propose()).text).toContain('Deze berekening is te oud')
      await analysed(house, wave, 60_000)
      expect((await propose()).status).toBe(303)
    }),
  )

  it(
    'of two waves of one series that wait beside each other, lets out one: the other was not audited with it',
    inHouse(async (house) => {
      const series = await madeSeries(house)
      const pages = []
      const lotte = await house.as('researcher')
      for (const number of [1, 2]) {
        const { wave } = await openWaveOf(house, series, { number })
        await putInState(house, wave, 'cleaned')
        await analysed(house, wave, -60_000)
        const sent = await lotte.post('/onderzoek/uitgaven', { wave, reason: 'Eerste uitgave' })
        pages.push((sent.headers.get('location') ?? '').replace(/^https?:\/\/[^/]+/, ''))
      }
      const tobias = await house.as('secondResearcher')
      for (const page of pages) await filesStand(house, page?.split('/').at(-1) ?? '')
      const decide = (page: string | undefined, decision: string) =>
        tobias.post(`${page}/besluit`, {
          decision,
          reason: decision === 'refuse' ? 'Samen met de andere bekijken.' : '',
        })
      expect((await decide(pages[0], 'release')).status).toBe(303)
      const second = await decide(pages[1], 'release')
      expect([second.status, second.text]).toEqual([409, expect.stringContaining('Deze berekening is te oud')])
      expect((await decide(pages[1], 'refuse')).status).toBe(303)
    }),
  )
})
