import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'
import { invite, madeSeries, openWaveOf, pathTo } from '../filling/filling.testing.ts'
import { letOut, proposeRelease } from '../releases/releases.actions.ts'
import { questionOf, sampleRelease } from '../releases/releases.testing.ts'

describe('an organisation beside the group', () => {
  it(
    'sees its own answers beside what was let out, behind its own link only, and nothing of a group that is too small',
    inHouse(async (house) => {
      const series = await madeSeries(house)
      const { wave, slug } = await openWaveOf(house, series)
      await invite(house, wave)
      const start = await pathTo(house, 'post-1@example.org', '/invullen/')
      const browser = house.visitor()
      const feedback = `${start}/vergelijking`
      expect((await browser.get(feedback)).status).toBe(404)
      const more = await browser.submit(await browser.get(`${start}/deel/inzet`), { q_heeft: 'ja' })
      const on = await browser.submit(await browser.follow(more), { q_aantal: '12', q_taken: ['advies'] })
      const last = await browser.submit(await browser.follow(on), { q_nut: '4', q_waarom: '' })
      await browser.submit(await browser.follow(last))
      expect((await browser.get(feedback)).text).toContain('staan nog niet op het plein')

      const sample = sampleRelease()
      const [works] = sample.findings.questions
      if (works === undefined) throw new Error('no question')
      const renamed = (key: string, index: number) =>
        ({ ...works.options[index], key }) as (typeof works.options)[number]
      const heeft = questionOf([renamed('ja', 0), renamed('nee', 1)], { key: 'heeft' })
      const taken = questionOf([renamed('advies', 1)], { key: 'taken', text: { nl: 'Wat doen zij hier?' } })
      const document = sampleRelease([heeft, taken])
      const { researcher, secondResearcher } = house.people
      await house.operate(async (tx) => {
        const named = {
          ...document,
          series: { ...document.series, slug: series.slug },
          wave: { ...document.wave, slug },
        }
        const proposal = { document: named, waveId: null, reason: 'Eerste', files: [], by: researcher.id }
        const release = await proposeRelease(tx, proposal, house.platform.now())
        await letOut(tx, { release, by: secondResearcher.id, reason: null }, house.platform.now())
      })
      const { text } = await browser.get(feedback)
      expect(text).toContain('65% (45 van 69)')
      expect(text).toContain('te weinig organisaties')
      // Nothing at all was let out of what they do.
      expect(text).not.toContain('Wat doen zij hier?')
      expect((await house.visitor().get('/invullen/is-er-niet/vergelijking')).status).not.toBe(200)
    }),
  )
})
