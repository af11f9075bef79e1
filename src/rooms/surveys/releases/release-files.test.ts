import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import { readCsv } from '../../../lib/csv/csv-reader.ts'
import { readSav } from '../../../lib/sav/read.ts'
import { forgetSheets } from '../../questionnaires/public.ts'
import { askAnalysis } from '../analyses/analyses.actions.ts'
import { findAnalysis } from '../analyses/analyses.sql.ts'
import { answer, cleanedWave } from '../analyses/analyses.testing.ts'
import { psppAbsent, schemaComplaints, schemasAbsent, toldByPspp } from '../package/package.readers.testing.ts'
import { version } from '../findings/methods.rules.ts'
import { filesOf } from './release-files.rules.ts'

const hash = (text: Uint8Array | string) => createHash('sha256').update(text).digest('hex')

/** A wave that was analysed, and a release of it as somebody proposes it on the page. */
async function proposed(house: RolledBackHouse) {
  const made = await cleanedWave(house, { works: 40 })
  await house.operate((tx) => askAnalysis(tx, made.wave, null, new Date(house.platform.now().getTime() - 60_000)))
  await house.runJobs()
  const lotte = await house.as('researcher')
  const sent = await lotte.post('/onderzoek/uitgaven', { wave: made.wave, reason: 'Eerste uitgave' })
  expect(sent.status).toBe(303)
  return { ...made, page: (sent.headers.get('location') ?? '').replace(/^https?:\/\/[^/]+/, '') }
}
const yes = { decision: 'release', reason: '' }

describe('the files of a proposed release', () => {
  it(
    'are made by the worker, looked at by the second person, and go out byte for byte',
    inHouse(async (house) => {
      const { page, series, slug } = await proposed(house)
      const tobias = await house.as('secondResearcher')
      const waiting = (await tobias.get(page)).text
      expect(waiting).toContain('De bestanden worden gemaakt.')
      expect(waiting).not.toContain('Dit mag het plein op')
      const tooSoon = await tobias.post(`${page}/besluit`, yes)
      expect([tooSoon.status, tooSoon.text]).toEqual([409, expect.stringContaining('De bestanden zijn er nog niet')])

      await house.runJobs()
      const ready = (await tobias.get(page)).text
      const links = [...ready.matchAll(/href="(\/onderzoek\/uitgaven\/[^"]+\/bestanden\/([^"]+))"/g)]
      expect(links.map(([, , name]) => name)).toEqual([
        'alle-bestanden.zip',
        'data.csv',
        'tables.csv',
        'codebook.xml',
        'data.sav',
        'results.xlsx',
        'method.json',
        'conclusions.json',
        'SHA256SUMS',
      ])
      const texts = new Map<string, string>()
      for (const [, address = '', name = ''] of links) {
        const file = await tobias.get(address)
        expect([name, file.status]).toEqual([name, 200])
        expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
        expect(file.headers.get('cache-control')).toBe('no-store')
        texts.set(name, file.text)
        expect((await (await house.as('coordinator')).get(address)).status).toBe(403)
        expect((await house.visitor().get(address)).status).toBe(303)
        expect((await house.visitor().get(`/peilingen/${series.slug}/${slug}/bestanden/1/${name}`)).status).toBe(404)
      }
      expect((await tobias.get(`${page}/bestanden/niets.csv`)).status).toBe(404)
      for (const name of ['method.json', 'conclusions.json', 'SHA256SUMS'])
        expect(ready).toContain(hash(texts.get(name) ?? ''))
      const sums = new Map(
        (texts.get('SHA256SUMS') ?? '').split('\n').map((line) => [line.slice(66), line.slice(0, 64)]),
      )
      expect(sums.get('conclusions.json')).toBe(hash(texts.get('conclusions.json') ?? ''))
      expect(texts.get('tables.csv')).toContain('25')
      expect(JSON.stringify([...texts.values()])).not.toContain('pseudonym-')

      expect((await tobias.post(`${page}/besluit`, yes)).status).toBe(303)
      for (const [, , name = ''] of links) {
        const out = await house.visitor().get(`/peilingen/${series.slug}/${slug}/bestanden/1/${name}`)
        expect([name, out.status, out.text === texts.get(name)]).toEqual([name, 200, true])
      }
    }),
    120_000,
  )

  it(
    'hold what a reader of data needs: every word of the plan, read by other programs than ours',
    inHouse(async (house) => {
      await proposed(house)
      await house.runJobs()
      const files = await house.peek((tx) =>
        tx.selectFrom('surveys_release_files').select(['name', 'content']).orderBy('position').execute(),
      )
      const bytes = (name: string) => new Uint8Array(files.find((file) => file.name === name)?.content ?? [])
      const text = (name: string) => new TextDecoder().decode(bytes(name))

      const [header = [], ...rows] = readCsv(text('data.csv'))
      expect(header).toEqual([
        'nummer',
        'heeft',
        'aantal',
        'taken_advies',
        'taken_scholing',
        'taken_onderzoek',
        'taken_other',
        'nut',
      ])
      expect(rows).toHaveLength(40)
      const sav = readSav(bytes('data.sav'))
      expect(sav.variables.map(({ name }) => name)).toEqual(header)
      expect(sav.variables.find(({ name }) => name === 'heeft')).toMatchObject({
        valueLabels: expect.arrayContaining([
          { value: 1, label: 'Ja' },
          { value: -1, label: 'niet gevraagd' },
        ]),
        missing: { range: { from: -4, to: -1 } },
      })
      expect(sav.sets).toMatchObject([{ name: 'taken', variables: header.filter((name) => name.startsWith('taken_')) }])
      if (!psppAbsent) {
        const told = toldByPspp(bytes('data.sav'), 'nut')
        expect(told).not.toMatch(/warning|error/i)
        expect(told).toContain('$taken')
      }
      if (!schemasAbsent) expect(await schemaComplaints(text('codebook.xml'))).toEqual([])
      expect(text('codebook.xml')).toContain('De antwoorden zijn niet gewogen.')

      const figures = readCsv(text('tables.csv'))
      expect(figures).toContainEqual(['heeft', 'ja', '', '25', '40', '62.5', expect.any(String), expect.any(String), 'shown', '', '', '', '']) // prettier-ignore
      expect(figures.find(([table, row]) => table === 'aantal' && row === 'median')?.[10]).toBe('6')
      const method = JSON.parse(text('method.json')) as Record<string, unknown>
      expect(method).toMatchObject({
        version,
        plan: { confidence: 0.95 },
        openData: { leftOut: ['waarom', 'wie'] },
      })
      const conclusions = JSON.parse(text('conclusions.json')) as { sentence: { nl: string }; numbers: object }[]
      expect(conclusions.some(({ numbers }) => 'count' in numbers)).toBe(true)
      const sums = text('SHA256SUMS').trimEnd().split('\n')
      expect(sums).toEqual(
        files
          .map(({ name }) => name)
          .filter((name) => name !== 'SHA256SUMS' && name !== 'alle-bestanden.zip')
          .map((name) => `${hash(bytes(name))}  ${name}`),
      )
      const everything = files.map(({ content }) => content.toString('utf8')).join('')
      expect(everything).not.toMatch(/Reden \d|Persoon \d|pseudonym-/)
    }),
    120_000,
  )

  it(
    'are not made when a sheet was erased since the analysis; the page says so, and only a refusal is left',
    inHouse(async (house) => {
      const { page, sheets } = await proposed(house)
      await house.operate((tx) => forgetSheets(tx, sheets.slice(0, 1)))
      await house.runJobs()
      const tobias = await house.as('secondResearcher')
      const { text } = await tobias.get(page)
      expect(text).toContain('Sinds de berekening is er iets veranderd')
      expect(text).toContain('Zonder bestanden kun je dit niet uitgeven.')
      expect((await tobias.post(`${page}/besluit`, yes)).status).toBe(409)
      expect(await house.count('house.surveys_release_files')).toBe(0)
      expect((await tobias.post(`${page}/besluit`, { decision: 'refuse', reason: 'Opnieuw.' })).status).toBe(303)
    }),
    120_000,
  )

  it(
    'are of no use when a sheet in them is erased before the decision; a refused release knows of no sheets any more',
    inHouse(async (house) => {
      const { page, sheets } = await proposed(house)
      await house.runJobs()
      expect(await house.count('house.surveys_release_sheets')).toBe(40)
      await house.operate((tx) => forgetSheets(tx, sheets.slice(0, 1)))
      const tobias = await house.as('secondResearcher')
      const late = await tobias.post(`${page}/besluit`, yes)
      expect([late.status, late.text]).toEqual([409, expect.stringContaining('Er zijn antwoorden gewist')])
      expect((await tobias.post(`${page}/besluit`, { decision: 'refuse', reason: 'Opnieuw.' })).status).toBe(303)
      expect(await house.count('house.surveys_release_sheets')).toBe(0)
    }),
    120_000,
  )

  it(
    'say whose answers were out: after one of those is erased the next release opens no difference',
    inHouse(async (house) => {
      const { wave, page, sheets } = await proposed(house)
      await house.runJobs()
      expect((await (await house.as('secondResearcher')).post(`${page}/besluit`, yes)).status).toBe(303)
      const levelOf = async (minutes: number) => {
        const later = new Date(house.platform.now().getTime() + minutes * 60_000)
        await house.operate((tx) => askAnalysis(tx, wave, null, later))
        await house.runJobs()
        const found = await house.peek((tx) => findAnalysis(tx, wave))
        return found?.result?.questions[0]?.options[0]?.level
      }
      expect(await levelOf(1)).toMatchObject({ status: 'shown', count: 25, base: 40 })
      // One that came since is looked at beside it, and is too few to show.
      await answer(house, wave, [50], () => true)
      expect(await levelOf(2)).toEqual({ status: 'hidden', why: 'too-close-to-earlier' })
      await house.operate((tx) => forgetSheets(tx, sheets.slice(0, 1)))
      expect(await house.count('house.surveys_release_sheets')).toBe(39)
      expect(await levelOf(3)).toEqual({ status: 'hidden', why: 'too-close-to-earlier' })
    }),
    120_000,
  )

  it(
    'cannot be laid beside a release of a wave by hand, and nothing of a wave goes out without them',
    inHouse(async (house) => {
      const { page } = await proposed(house)
      const id = page.split('/').at(-1) ?? ''
      const mine = { release_id: id, position: 0, name: 'data.csv', type: 'text/csv', content: Buffer.from('a') }
      const [token = ''] = (await house.as('researcher')).cookies.values()
      await expect(
        house.platform.database.house(token, (tx) => tx.insertInto('surveys_release_files').values(mine).execute()),
      ).rejects.toMatchObject({ code: '42501' })
      await expect(
        house.peek((tx) =>
          tx
            .updateTable('surveys_releases')
            .set({
              outcome: 'released',
              decided_by: house.people.secondResearcher.id,
              decided_at: house.platform.now(),
            })
            .where('id', '=', id)
            .execute(),
        ),
      ).rejects.toMatchObject({ constraint: 'surveys_releases_with_files' })
    }),
    120_000,
  )
})

describe('where the files of a proposal stand', () => {
  it.each([
    ['of an old poll', null, null, 'there'],
    ['asked', 'a wave', 'making', 'making'],
    ['made', 'a wave', 'made', 'there'],
    ['failed', 'a wave', 'failed', 'failed'],
    ['never asked', 'a wave', null, 'failed'],
  ] as const)('%s', (_what, wave, state, stands) => {
    expect(filesOf({ wave_id: wave }, state && { state })).toBe(stands)
  })
})
