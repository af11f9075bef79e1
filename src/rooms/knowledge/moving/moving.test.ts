import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fields } from '../../../../test/browsing.ts'
import { inHouse, testOrigin, type House, type RolledBackHouse } from '../../../../test/house.ts'
import { openFetcher } from '../../../platform/fetching/fetching.ts'
import { readRun } from '../harvests/harvest-reading.jobs.ts'
import { handsOf, recordRows, runRow } from '../harvests/harvests.testing.ts'
import { begin, follow, oldSite, serverOf, wordPressOf, type OldPage } from './moving.testing.ts'
import './moving.tables.ts'

let pages: readonly OldPage[] = []
let port = 0
const asked: string[] = []
const origin = () => `http://127.0.0.1:${port}`
const answer = serverOf(() => pages, origin)
const server = createServer((ask, reply) => {
  asked.push(ask.url ?? '')
  answer(ask, reply)
})
beforeAll(
  () =>
    new Promise<void>((done) =>
      server.listen(0, '127.0.0.1', () => {
        const at = server.address()
        port = typeof at === 'object' && at !== null ? at.port : 0
        done()
      }),
    ),
)
afterAll(() => void server.close())

const itemsOf = (house: House) => house.peek((tx) => tx.selectFrom('knowledge_items').selectAll().execute())
const published = async (house: House) => (await itemsOf(house)).filter((item) => item.shelf_version !== null)
const readSite = (house: RolledBackHouse, run: string, longest?: number) =>
  readRun(handsOf(house), run, openFetcher(testOrigin, { loopbackPorts: [port] }), {
    rest: async () => {},
    ...(longest !== undefined && { longest }),
  })
const groupOf = (text: string, name: string) =>
  /name="section:(\d+)" value="NAME"/.exec(text.replaceAll(`value="${name}"`, 'value="NAME"'))?.[1] ?? '?'

describe('moving a site in', () => {
  it(
    'takes what an export of WordPress holds, group by group, and leads old addresses to it',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const { run, page } = await begin(house, editor, wordPressOf('oud.example', oldSite(15, 15)))
      expect((await editor.get(page)).text).toContain('Wij lezen de site')
      await house.runJobs()

      const preview = await editor.get(page)
      expect(preview.text).toContain('Wat gaat er mee?')
      expect(preview.text).toMatch(
        /Schulden[\s\S]{0,40}3 stukken[\s\S]*Bijvoorbeeld: ‘Luisteren naar een moeilijk gesprek, deel 1’/,
      )
      expect(preview.text).toContain('Zoveel bestanden en plaatjes zijn niet meegenomen. (1)')
      expect(preview.text).not.toContain('Nog niet af')
      const [news, forms] = [groupOf(preview.text, 'Nieuwtjes'), groupOf(preview.text, 'Werkvormen')]
      const taken = await editor.submit(
        preview,
        { [`take:${news}`]: 'no', [`type:${forms}`]: 'tool', [`themes:${forms}`]: ['povertyDebt'], go: 'take' },
        'name="go"',
      )
      expect(taken.location).toBe(page)
      await house.runJobs()

      const items = await itemsOf(house)
      expect(items).toHaveLength(12)
      expect(items.filter((item) => item.type === 'tool')).toHaveLength(3)
      expect(items.filter((item) => item.type === 'tool').every((item) => item.themes.includes('povertyDebt'))).toBe(
        true,
      )
      // Its old address is not its source: it will lead here. And nobody's name came along.
      expect(items.every((item) => item.source_sealed === null)).toBe(true)
      expect((await recordRows(house, run)).filter((row) => row.choice === 'leave')).toHaveLength(3)

      expect(await follow(house, 'https://oud.example/schulden/stuk-1/')).toBe('302 /zoeken?q=stuk%201')
      const before = await editor.get(page)
      expect(before.text).toContain('12')
      expect(before.text).toMatch(/Zet die op het plein/)
      await editor.submit(before, {}, 'publiceren')
      await house.runJobs()
      const done = await published(house)
      // Those of two groups have a theme; one of them holds a name.
      expect(done).toHaveLength(5)
      const debts = done.find((item) => item.slug?.endsWith('deel-1'))
      expect(await follow(house, 'http://www.oud.example/schulden/stuk-1')).toBe(`301 /kennis/${debts?.slug ?? ''}`)
      expect(await follow(house, 'https://oud.example/?p=1')).toBe(`301 /kennis/${debts?.slug ?? ''}`)
      // What was left out leads to a search.
      expect(await follow(house, 'https://oud.example/nieuwtjes/stuk-4/')).toBe('302 /zoeken?q=stuk%204')
      const after = await editor.get(page)
      expect(after.text).toContain('omleidingen?organisatie=')
      expect((await editor.get('/redactie/verhuizen')).text).toContain('12 stukken overgenomen')
      expect((await (await house.as('editorB')).get(page)).status).toBe(404)
    }),
    120_000,
  )

  it(
    'remembers what was decided about a group, and what was taken, when the site is read again',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const first = oldSite(10, 100)
      const { source, page } = await begin(house, editor, wordPressOf('oud.example', first))
      await house.runJobs()
      const preview = await editor.get(page)
      await editor.submit(preview, { [`take:${groupOf(preview.text, 'Wonen')}`]: 'no', go: 'take' }, 'name="go"')
      await house.runJobs()
      expect(await itemsOf(house)).toHaveLength(8)

      const more = [
        ...first.map((each, at) => (at === 0 ? { ...each, html: '<p>Heel andere woorden.</p>' } : each)),
        ...oldSite(17, 100).slice(15),
      ]
      await editor.upload(
        `${page}/opnieuw`,
        {},
        { file: { name: 'export.xml', bytes: wordPressOf('oud.example', more) } },
      )
      await house.runJobs()
      const again = await editor.get(page)
      expect(again.text).toMatch(new RegExp(`name="take:${groupOf(again.text, 'Wonen')}"[^>]*value="no"[^>]*checked`))
      expect(again.text).toContain('1 stuk heeft nu andere woorden')
      // What was taken before, asks nothing again.
      expect(groupOf(again.text, 'Rouw')).toBe('?')
      await editor.submit(again, { go: 'take' }, 'name="go"')
      await house.runJobs()
      // One page is new (the other new one is of the group that stays behind), one has other words, the rest is as it was.
      expect(await itemsOf(house)).toHaveLength(9)
      const runs = await house.peek((tx) =>
        tx
          .selectFrom('knowledge_harvest_runs')
          .selectAll()
          .where('source_id', '=', source)
          .orderBy('started_at', 'desc')
          .execute(),
      )
      expect(runs).toHaveLength(2)
      expect(runs[0]?.counts).toMatchObject({ new: 2, changed: 1, same: 7 })
    }),
    120_000,
  )

  it(
    'takes names of writers along as a source, only when an editor asks for them',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const { page } = await begin(house, editor, wordPressOf('oud.example', oldSite(1, 100)), { names: 'on' })
      await house.runJobs()
      await editor.submit(await editor.get(page), { go: 'take' }, 'name="go"')
      await house.runJobs()
      const [item] = await itemsOf(house)
      expect((await editor.get(`/redactie/${item?.id ?? ''}`)).text).toContain('Geschreven door Noor Verhalen')
    }),
    60_000,
  )

  it(
    'reads a site page by page, goes on where it was broken off, and asks for no page twice',
    inHouse(async (house) => {
      pages = oldSite(6, 100)
      asked.length = 0
      const editor = await house.as('editorA')
      const { run, page } = await begin(house, editor, null, { address: `${origin()}/` })
      // A job that has no time reads one page and leaves the rest to the next.
      await readSite(house, run, 0)
      expect(await runRow(house, run)).toMatchObject({ state: 'reading', done: 1, total: 6 })
      expect((await editor.get(page)).text).toContain('Wij lezen de site')
      await readSite(house, run, 0)
      await readSite(house, run)
      expect(asked.filter((path) => path.startsWith('/') && !path.includes('.')).toSorted()).toEqual(
        pages.map((each) => each.path).toSorted(),
      )
      expect(asked.filter((path) => path === '/sitemap.xml')).toHaveLength(1)
      expect(await runRow(house, run)).toMatchObject({ state: 'previewed', counts: { new: 6 } })
      expect(await house.count('knowledge_moving_pages')).toBe(0)
      await house.runJobs()

      await editor.submit(await editor.get(page), { go: 'take' }, 'name="go"')
      await house.runJobs()
      const addresses = await house.peek((tx) =>
        tx.selectFrom('knowledge_old_addresses').select('address').orderBy('address').execute(),
      )
      expect(addresses.map((row) => row.address)).toEqual(
        pages.map((each) => `127.0.0.1:${port}${each.path.replace(/\/$/, '')}`).toSorted(),
      )
    }),
    120_000,
  )

  it(
    'says what is wrong, and takes nothing',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const send = (fields: Fields, file: string | null) =>
        editor.upload(
          '/redactie/verhuizen/nieuw',
          { name: 'x', organisation: house.people.organisations.a, type: 'article', licence: 'CC-BY-4.0', ...fields },
          file === null ? {} : { file: { name: 'a.xml', bytes: file } },
        )
      expect((await send({}, null)).text).toContain('Geef een adres of kies een bestand.')
      expect((await send({ address: 'https://oud.example' }, '<rss/>')).text).toContain('niet allebei')
      expect((await send({ address: 'javascript:alert(1)' }, null)).status).toBe(422)
      expect((await send({ organisation: house.people.organisations.b }, '<rss/>')).status).toBe(409)

      const { page } = await begin(house, editor, '<!DOCTYPE rss [<!ENTITY a "b">]><rss/>')
      await house.runJobs()
      expect((await editor.get(page)).text).toContain('DOCTYPE')
      const inside = await begin(house, editor, null, { address: 'http://10.0.0.1/' })
      await readSite(house, inside.run)
      expect((await editor.get(inside.page)).text).toContain('Het lezen is niet gelukt')
      expect(await house.count('knowledge_items')).toBe(0)
      expect((await editor.post(`${page}/groepen`, { run: inside.run, go: 'take' })).status).toBe(409)
      expect((await editor.post(`${page}/groepen`, { run: inside.run, go: 'take', 'section:0': 'x' })).status).toBe(422)
      expect((await editor.post(`${page}/publiceren`)).status).toBe(409)
    }),
    60_000,
  )
})
