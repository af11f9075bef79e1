import { describe, expect, it } from 'vitest'
import { inHouse, type House } from '../../../../test/house.ts'
import { proposeRelease } from '../releases/releases.actions.ts'
import { sampleRelease } from '../releases/releases.testing.ts'
import { foundBy, shelfIdOf } from './results.shelf.ts'
import { said } from './results.said.ts'

const page = '/peilingen/proefpeiling/2020'

const letOut = async (house: House, document = sampleRelease()) => {
  const proposal = { document, waveId: null, reason: 'Eerste uitgave', files: [], by: house.people.researcher.id }
  const id = await house.operate((tx) => proposeRelease(tx, proposal, house.platform.now()))
  const tobias = await house.as('secondResearcher')
  expect((await tobias.post(`/onderzoek/uitgaven/${id}/besluit`, { decision: 'release', reason: '' })).status).toBe(303)
  return id
}

describe('a released wave in the search', () => {
  it('is known by its names, whatever release it is', () => {
    expect(shelfIdOf('a', '2020')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(shelfIdOf('a', '2020')).toBe(shelfIdOf('a', '2020'))
    expect(new Set([shelfIdOf('a', '2020'), shelfIdOf('a', '2022'), shelfIdOf('b', '2020')]).size).toBe(3)
  })

  it('says nothing that its page does not say, and first that it is an example', () => {
    const example = { nl: 'Dit is verzonnen.' }
    const released = { ...sampleRelease(), example }
    const found = foundBy(released)
    expect(found.summary.startsWith('Dit is verzonnen.')).toBe(true)
    const sentences = released.findings.questions.flatMap((question) => said(question, released.findings, 'nl'))
    const told = found.bodyMarkdown
      .split('\n\n')
      .filter((line) => !line.startsWith('## '))
      .map((line) => line.replaceAll('\\', ''))
    expect(told.length).toBeGreaterThan(0)
    for (const line of told) expect(sentences).toContain(line)
  })

  it(
    'is found by the words of its questions as a kind of its own, followed in the feed, and led to its page',
    inHouse(async (house) => {
      const visitor = house.visitor()
      const search = async () => (await visitor.get('/zoeken?q=proefpeiling')).text
      expect(await search()).not.toContain('/kennis/peiling-proefpeiling-2020')
      const id = await letOut(house)
      const found = await search()
      expect(found).toContain('href="/kennis/peiling-proefpeiling-2020"')
      expect(found).toMatch(/plein-card__kind">\s*[Pp]eiling/)
      expect((await visitor.get('/zoeken?q=proefpeiling&soort=poll')).text).toContain('peiling-proefpeiling-2020')
      expect((await visitor.get('/zoeken?q=proefpeiling&soort=guide')).text).not.toContain('peiling-proefpeiling-2020')
      const led = await visitor.get('/en/kennis/peiling-proefpeiling-2020')
      expect([led.status, new URL(led.location ?? '', 'http://localhost').pathname]).toEqual([302, `/en${page}`])
      expect((await visitor.get('/feeds/alles.atom')).text).toContain('peiling-proefpeiling-2020')
      const harvested = (await visitor.get('/oai?verb=ListRecords&metadataPrefix=oai_dc')).text
      expect([harvested.includes('/kennis/peiling-proefpeiling-2020'), harvested.includes('soort:peiling')]).toEqual([
        true,
        false,
      ])
      // One address for programs that look for pages.
      const map = (await visitor.get('/sitemap/1.xml')).text
      expect([map.includes(page), map.includes('/kennis/peiling-')]).toEqual([true, false])
      for (const beside of ['/wijziging/peiling-proefpeiling-2020', '/meedoen/peiling-proefpeiling-2020'])
        expect((await (await house.as('expert')).get(beside)).status).toBe(404)
      const tobias = await house.as('secondResearcher')
      await tobias.post(`/onderzoek/uitgaven/${id}/terughalen`, { reason: 'Er staat een fout in.' })
      expect(await search()).not.toContain('peiling-proefpeiling-2020')
      expect((await visitor.get('/kennis/peiling-proefpeiling-2020')).status).toBe(410)
    }),
  )

  it(
    'stays one item when a correction follows, found by the new words',
    inHouse(async (house) => {
      const sample = sampleRelease()
      await letOut(house, sample)
      const corrected = { ...sample, series: { ...sample.series, title: { nl: 'Zonnebloemproef' } } }
      await letOut(house, corrected)
      expect((await house.visitor().get('/zoeken?q=zonnebloemproef')).text).toContain('peiling-proefpeiling-2020')
      const rows = await house.peek((tx) =>
        tx.selectFrom('square.items').select('version').where('type', '=', 'poll').execute(),
      )
      expect(rows).toEqual([{ version: 2 }])
    }),
  )
})
