import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'
import { madeSeries, openWaveOf, putInState } from '../filling/filling.testing.ts'
import { aProposedRelease } from '../../../../test/contract/asked-releases.ts'
import { aSeries } from '../surveys.testing.ts'

describe('the first page of researchers', () => {
  it(
    'names every wave that is not done with its next step and the way there',
    inHouse(async (house) => {
      const { series, wave } = await aSeries(house)
      const open = await openWaveOf(house, await madeSeries(house), { places: 3 })
      const lotte = await house.as('researcher')
      const { text } = await lotte.get('/onderzoek')
      expect(text).toContain(`href="/onderzoek/peilingen/${series}/${wave}/instellen"`)
      expect(text).toContain('Kies een vragenlijst met vragen.')
      expect(text).toContain(`href="${open.page}/uitnodigen"`)
      expect(text).toContain('Nodig 3 organisaties uit')
      // What was answered stands first.
      expect(text.indexOf(open.page)).toBeLessThan(text.indexOf(`/${series}/${wave}`))
      await putInState(house, open.wave, 'published')
      expect((await lotte.get('/onderzoek')).text).not.toContain(open.page)
    }),
  )

  it(
    'asks the second researcher for a decision, and tells the first that it waits',
    inHouse(async (house) => {
      const release = await aProposedRelease(house, 'proefpeiling')
      const way = `href="/onderzoek/uitgaven/${release}"`
      const seen = await Promise.all(
        (['researcher', 'secondResearcher'] as const).map(async (who) => (await house.as(who)).get('/onderzoek')),
      )
      for (const { text } of seen) expect(text).toContain(way)
      const waits = seen.map(({ text }) => text.includes('Jouw voorstellen wachten op een tweede onderzoeker'))
      const asked = seen.map(({ text }) => text.includes('Dat kan pas als jij ze ook hebt nagekeken'))
      expect(waits.toSorted()).toEqual([false, true])
      expect(asked).toEqual(waits.map((waiting) => !waiting))
    }),
  )

  it(
    'is for researchers, and stands above each of their pages',
    inHouse(async (house) => {
      const { series, wave } = await aSeries(house)
      expect((await (await house.as('coordinator')).get('/onderzoek')).status).toBe(403)
      const lotte = await house.as('researcher')
      const at = `/onderzoek/peilingen/${series}/${wave}`
      for (const page of ['', '/instellen', '/kader', '/plan', '/vergelijken', '/uitnodigen', '/opening', '/coderen']) {
        const { text } = await lotte.get(`/en${at}${page}`)
        const trail = /<nav class="plein-trail".*?<\/nav>/s.exec(text)?.[0] ?? page
        const up = [...trail.matchAll(/href="([^"]+)"/g)].map((match) => match[1])
        expect([page, up]).toEqual([
          page,
          ['/onderzoek', '/onderzoek/peilingen', `/onderzoek/peilingen/${series}`, ...(page === '' ? [] : [at])].map(
            (path) => `/en${path}`,
          ),
        ])
      }
    }),
  )
})
