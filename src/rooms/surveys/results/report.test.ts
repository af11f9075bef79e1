import { describe, expect, it } from 'vitest'
import { inHouse, testOrigin, type RolledBackHouse } from '../../../../test/house.ts'
import { workWithPress } from '../../../../test/press.ts'
import type { Work } from '../../../platform/jobs/jobs.ts'
import type { TableFinding } from '../findings/findings.ts'
import type { Released } from '../releases/releases.document.ts'
import { letOut, proposeRelease, withdrawRelease } from '../releases/releases.actions.ts'
import { sampleRelease } from '../releases/releases.testing.ts'
import { reportJobs } from './report.jobs.tsx'

const page = '/peilingen/proefpeiling/2020'

/** With the first question by kind of organisation: a group of which all is shown, and one with too few. */
const withGroups = (document: Released): Released => {
  const [first, ...others] = document.findings.questions
  if (first === undefined) throw new Error('a release without questions')
  const table: TableFinding = {
    id: 'works-type',
    by: 'type',
    roundedTo: null,
    groups: [
      { key: 'small', of: ['small'], base: 40 },
      { key: 'large', of: ['large'], base: 8 },
    ],
    rows: [{ option: 'yes', cells: [{ status: 'shown', count: 23, share: 23 / 40 }, { status: 'hidden' }] }],
  }
  return {
    ...document,
    findings: { ...document.findings, questions: [{ ...first, tables: [table] }, ...others] },
  }
}

async function out(house: RolledBackHouse): Promise<string> {
  const { researcher, secondResearcher } = house.people
  const now = house.platform.now()
  return house.operate(async (tx) => {
    const files = [{ name: 'tables.csv', type: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode('a;b\n') }]
    const proposal = {
      document: withGroups(sampleRelease()),
      waveId: null,
      reason: 'Eerste uitgave',
      files,
      by: researcher.id,
    }
    const release = await proposeRelease(tx, proposal, now)
    await letOut(tx, { release, by: secondResearcher.id, reason: null }, now)
    return release
  })
}

const print = (work: Work) =>
  reportJobs.on['surveys.released']?.['print-report']?.(work, {} as never) ?? Promise.reject(new Error('no such job'))

const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '')
const ids = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? '')

describe('the report', () => {
  it(
    'has with each number the place where it says how it came about, counted through',
    inHouse(async (house) => {
      await out(house)
      for (const address of [`${page}/rapport`, `/en${page}/rapport`]) {
        const report = (await house.visitor().get(address)).text
        const steps = new Map(
          [...report.matchAll(/<li[^>]* id="(berekening-\d+)" value="(\d+)">([^<]*)/g)].map(
            ([, id = '', value = '', text = '']) => [id, { value, text }] as const,
          ),
        )
        const rows = [...report.matchAll(/<tr class="utrecht-table__row">.*?<\/tr>/gs)]
          .map(([row]) => row)
          .filter((row) => /berekening-/.test(row))
        expect(rows.length).toBeGreaterThan(5)
        const links = hrefs(report).filter((href) => href.startsWith('#berekening-'))
        // One is of a question for a number, which has no table.
        expect(links.length).toBe(rows.length + 1)
        expect(links).toEqual([...steps.keys()].map((id) => `#${id}`))
        expect([...steps.values()].map(({ value }) => value)).toEqual(links.map((_, at) => String(at + 1)))
        expect([...steps.values()].filter(({ text }) => /: 23 (gedeeld door|divided by) 40/.test(text)).length).toBe(1)
        for (const row of rows) {
          const step = steps.get(/href="#(berekening-\d+)"/.exec(row)?.[1] ?? '')
          for (const [share] of row.matchAll(/\d+%/g)) expect(step?.text).toContain(share)
        }
        // A table of a chart without its calculations would be a number that leads nowhere.
        const charts = [...report.matchAll(/<figure class="plein-chart".*?<\/figure>/gs)].map(([chart]) => chart)
        expect(charts.length).toBeGreaterThan(1)
        const there = ids(report)
        expect(new Set(there).size).toBe(there.length)
        expect(hrefs(report).filter((href) => href.startsWith('#') && !there.includes(href.slice(1)))).toEqual([])
      }
    }),
  )

  it(
    'says that it can be printed where there is no Chromium, and has no link that leads nowhere',
    inHouse(async (house) => {
      await out(house)
      await house.runJobs()
      expect((await house.visitor().get(`${page}/rapport`)).text).toContain('Je kunt deze pagina printen.')
      for (const address of [page, `${page}/rapport`])
        expect((await house.visitor().get(address)).text).not.toContain('.pdf')
    }),
  )

  it(
    'is there as PDF in both languages, once, until the release is taken back',
    inHouse(async (house) => {
      const release = await out(house)
      const printed: string[] = []
      const work = workWithPress(house, printed)
      await print(work)
      await print(work)
      expect(printed.length).toBe(2)
      for (const [lang, address] of [
        ['nl', `${page}/rapport`],
        ['en', `/en${page}/rapport`],
        ['nl', page],
      ] as const) {
        const text = (await house.visitor().get(address)).text
        const link = hrefs(text).filter((href) => href.endsWith('.pdf'))
        expect(link).toEqual([`${page}/bestanden/1/rapport-${lang}.pdf`])
        const file = await house.visitor().get(link[0] ?? '')
        expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
        expect(file.text).toBe(lang === 'nl' ? '%PDF-1' : '%PDF-2')
      }
      await house.operate((tx) =>
        withdrawRelease(tx, { release, by: house.people.researcher.id, reason: 'Fout' }, house.platform.now()),
      )
      expect((await house.visitor().get(`${page}/bestanden/1/rapport-nl.pdf`)).status).toBe(404)
      await print(work)
      expect(printed.length).toBe(2)
    }),
  )

  it(
    'stands on its own on paper: its style in it, nothing fetched, links within it or with the whole address',
    inHouse(async (house) => {
      await out(house)
      const printed: string[] = []
      await print(workWithPress(house, printed))
      for (const [at, html] of printed.entries()) {
        for (const part of [
          `<html class="utrecht-root" lang="${at === 0 ? 'nl' : 'en'}">`,
          'content="default-src &#39;none&#39;;',
          '.plein-poll { color: red }',
          at === 0 ? '45 gedeeld door 69 is 65%' : '45 divided by 69 is 65%',
        ])
          expect([part, html.includes(part)]).toEqual([part, true])
        expect(/<script|<link|<img| src=|@import|url\(/.exec(html)?.[0]).toBeUndefined()
        const there = ids(html)
        const loose = hrefs(html).filter((href) =>
          href.startsWith('#') ? !there.includes(href.slice(1)) : !href.startsWith(`${testOrigin}/`),
        )
        expect(loose).toEqual([])
      }
    }),
  )
})
