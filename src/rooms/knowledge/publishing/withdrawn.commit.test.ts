import { describe, expect, it } from 'vitest'
import { until, withCommittedHouse } from '../../../../test/house.ts'
import { fillIn, press, rowOf } from '../knowledge.testing.ts'
import '../tables.ts'

describe('what is withdrawn, with two processes that keep pages', () => {
  it(
    'is gone from page, search, feeds, calendar, sitemap and open set of both, and stays in OAI as deleted',
    withCommittedHouse(async (house) => {
      const other = await house.secondPlatform()
      const processes = [house.fetch, other.fetch]
      const title = 'Een stuk dat weg moet'
      const editor = await house.as('editorA')
      const made = await editor.submit(await editor.get('/redactie/nieuw'), { title })
      const id = made.location?.split('/').at(-1) ?? ''
      await fillIn(editor, id, {
        title,
        type: 'event',
        themes: ['povertyDebt'],
        'part:text': 'Hierover valt veel te zeggen.',
      })
      await press(house, editor, id, 'verder')
      await press(house, editor, id, 'publiceren')
      const { slug } = await rowOf(house, id)
      await house.peek((tx) =>
        tx
          .updateTable('square.items')
          .set({ details: JSON.stringify({ startsOn: '2026-12-03' }) })
          .where('id', '=', id)
          .execute(),
      )
      for (const { cache } of [house.platform, other.platform]) cache.drop()

      const asks = [
        `/kennis/${slug}`,
        `/en/kennis/${slug}`,
        `/kennis/${slug}/agenda.ics`,
        `/api/v1/items/${slug}`,
        '/',
        '/zoeken',
        '/zoeken?q=stuk',
        '/zoeken.atom?q=stuk',
        '/zoeken.json?q=stuk',
        '/api/v1/items',
        '/feeds/alles.atom',
        '/feeds/alles.json',
        '/feeds/thema/armoede-en-schulden.atom',
        '/agenda.ics',
        '/agenda/armoede-en-schulden.ics',
        '/sitemap/1.xml',
        '/data/kennis.jsonl',
        '/data/kennis.csv',
        '/oai?verb=ListRecords&metadataPrefix=oai_dc',
      ]
      const holds = async () => {
        const found: string[] = []
        for (const [at, fetch] of processes.entries())
          for (const path of asks) {
            const answer = await fetch(new Request(`http://localhost:3000${path}`))
            const text = (await answer.text()).replaceAll(/\r\n /g, '')
            if (answer.status === 200 && (text.includes(title) || text.includes(`/kennis/${slug}`)))
              found.push(`${at} ${path}`)
          }
        return found
      }
      expect(await holds()).toEqual(processes.flatMap((_, at) => asks.map((path) => `${at} ${path}`)))
      // Pages are kept by now: without the sign to both, they would stay.
      expect(house.platform.cache.kept().pages).toBeGreaterThan(10)
      expect(other.platform.cache.kept().pages).toBeGreaterThan(10)

      await editor.post(`/redactie/${id}/terughalen`, { why: 'Niet meer juist.' })
      await until(async () => (await holds()).length === 0, 10_000)
      for (const fetch of processes) {
        expect((await fetch(new Request(`http://localhost:3000/kennis/${slug}`))).status).toBe(410)
        const list = await fetch(new Request(`http://localhost:3000/oai?verb=ListRecords&metadataPrefix=oai_dc`))
        expect(await list.text()).toMatch(
          new RegExp(`<header status="deleted"><identifier>oai:localhost:${id}</identifier>`),
        )
      }
    }),
    60_000,
  )
})
