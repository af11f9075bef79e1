import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'
import { readCsv } from '../../../lib/csv/csv-reader.ts'
import { readSav } from '../../../lib/sav/read.ts'
import type { AmountFinding, Level, PollWave, TableFinding, WeightingFinding } from '../findings/findings.ts'
import { releaseFiles } from './package.release.rules.ts'
import { definition, respondents } from './package.testing.ts'
import { proposeRelease } from '../releases/releases.actions.ts'
import { questionOf, sampleRelease } from '../releases/releases.testing.ts'

const twenty: Level = {
  status: 'shown',
  count: 20,
  base: 60,
  share: 1 / 3,
  weighted: null,
  interval: { lower: 0.22, upper: 0.46 },
  members: null,
  verdict: { code: 'S2', yes: 20, answered: 60, share: 1 / 3 },
}
const released = {
  ...sampleRelease([
    questionOf(
      ['2', '3', '4'].map((key) => ({ key, label: { nl: `stap ${key}` }, level: twenty, changes: [] })),
      { key: 'mening', kind: 'scale', text: { nl: 'Hoe gaat het?' } },
    ),
  ]),
  groups: {
    type: { welzijn: { nl: 'welzijn' } },
    size: { klein: { nl: 'klein' }, groot: { nl: 'groot' } },
    region: { PV20: { nl: 'Groningen' }, PV31: { nl: 'Limburg' } },
  },
}
const wave: PollWave = {
  id: 'w2020',
  label: '2020',
  year: 2020,
  definition,
  frame: [
    { type: 'welzijn', size: 'klein', region: 'PV20', organisations: 300 },
    { type: 'welzijn', size: 'groot', region: 'PV31', organisations: 190 },
  ],
  respondents: respondents.map(({ pseudonym, place, answers }) => ({
    pseudonym,
    answers,
    type: 'welzijn',
    size: place[0] ?? '',
    region: place[0] === 'klein' ? 'PV20' : 'PV31',
  })),
  plan: released.findings.method.plan,
  comparability: [],
}
const made = (more: Partial<typeof released> = {}) =>
  releaseFiles({
    released: { ...released, ...more },
    number: 1,
    on: '2020-11-22',
    origin: 'https://plein.example',
    wave,
  })

describe('the files of a release', () => {
  it(
    'stand on the square when two people let it out, each with its size, and all of them in one zip',
    inHouse(async (house) => {
      const files = await made()
      const id = await house.operate((tx) =>
        proposeRelease(
          tx,
          { document: released, waveId: null, reason: 'Eerste uitgave', files, by: house.people.researcher.id },
          house.platform.now(),
        ),
      )
      const address = '/peilingen/proefpeiling/2020'
      const visitor = house.visitor()
      expect((await visitor.get(`${address}/bestanden/1/data.csv`)).status).toBe(404)
      const second = await house.as('secondResearcher')
      expect((await second.post(`/onderzoek/uitgaven/${id}/besluit`, { decision: 'release', reason: '' })).status).toBe(
        303,
      )
      const page = (await visitor.get(address)).text
      for (const { name, type, bytes } of files) {
        const at = `${address}/bestanden/1/${name}`
        expect(page).toContain(at)
        const got = await visitor.get(at)
        expect([name, got.status, got.headers.get('content-type')]).toEqual([name, 200, type])
        if (name.endsWith('.csv'))
          expect(new TextDecoder().decode(bytes)).toContain(got.text.slice(0, 200).replace('\uFEFF', ''))
      }
      expect(page).toMatch(/data\.sav<\/a> \(\d+ kB\)/)
    }),
  )

  it('are the same every time, and the zip holds exactly the others', async () => {
    const [first, again] = [await made(), await made()]
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    expect(again.map(({ name, bytes }) => [name, hash(bytes)])).toEqual(
      first.map(({ name, bytes }) => [name, hash(bytes)]),
    )
    const [zip, ...others] = first
    const inside = unzipSync(zip?.bytes ?? new Uint8Array())
    expect(Object.entries(inside).map(([name, bytes]) => [name, hash(bytes)])).toEqual(
      others.map(({ name, bytes }) => [name, hash(bytes)]),
    )
  })

  it('say what the pages say, with the numbers it stands on, and nothing that was not let out', async () => {
    const files = await made()
    const text = (name: string) => new TextDecoder().decode(files.find((file) => file.name === name)?.bytes)
    const said = JSON.parse(text('conclusions.json')) as { sentence: { nl: string; en: string }; numbers: unknown }[]
    expect(said.some(({ sentence }) => sentence.nl.includes('33%'))).toBe(true)
    expect(said.every(({ sentence }) => sentence.en !== '')).toBe(true)
    expect(said[0]?.numbers).toEqual({ count: 20, base: 60, share: 0.3333 })
    const [header] = readCsv(text('data.csv'))
    // No table by a background went out, and nothing of the other questions.
    expect(header).toEqual(['nummer', 'mening'])
    expect(text('codebook.xml')).toContain('https://plein.example/peilingen/proefpeiling/2020')
    expect(text('codebook.xml')).not.toContain('Teruggerekend')
    const example = await made({ example: { nl: 'Teruggerekend.' } })
    expect(new TextDecoder().decode(example.find(({ name }) => name === 'codebook.xml')?.bytes)).toContain(
      'Teruggerekend. Een peiling',
    )
  })

  it('are made as well when province or type of some organisations is not known', async () => {
    const unknown = wave.respondents.map((one, at) => (at < 3 ? { ...one, region: '?', type: '?' } : one))
    const frame = [...(wave.frame ?? []), { type: '?', size: 'klein', region: '?', organisations: 3 }]
    const files = await releaseFiles({
      released,
      number: 1,
      on: '2020-11-22',
      origin: 'https://plein.example',
      wave: { ...wave, respondents: unknown, frame },
    })
    expect(files).toHaveLength(9)
  })

  it('have what numbers say as well: in their unit, with what is not shown as x or empty', async () => {
    const amount: AmountFinding = {
      unit: { nl: 'mensen', en: 'people' },
      decimals: 0,
      known: { exact: 40, estimate: 14, range: null },
      median: 4,
      middle: { lower: 2, upper: 9 },
      mean: { value: 6.1, interval: { lower: 5, upper: 7.4 } },
      total: null,
      membersTotal: null,
      why: null,
    }
    const numbers = questionOf([], { key: 'aantal', kind: 'amount', text: { nl: 'Hoeveel?' }, amount })
    const nothing = questionOf([], { key: 'aantal', kind: 'amount', text: { nl: 'Hoeveel?' }, amount: null })
    const of = async (question: typeof numbers) => {
      const findings = { ...released.findings, questions: [...released.findings.questions, question] }
      const files = await made({ findings })
      const bytes = (name: string) => files.find((file) => file.name === name)?.bytes ?? new Uint8Array()
      const sheets = unzipSync(bytes('results.xlsx'))
      return {
        tables: readCsv(new TextDecoder().decode(bytes('tables.csv'))).filter(([table]) => table === 'aantal'),
        workbook: Object.values(sheets)
          .map((part) => new TextDecoder().decode(part))
          .join(''),
      }
    }
    const { tables, workbook } = await of(numbers)
    const line = (row: string, n: string, ...values: string[]) => ['aantal', row, '', n, '69', '', '', '', 'shown', '', ...values] // prettier-ignore
    const hidden = (row: string) => ['aantal', row, '', '', '', '', '', '', 'hidden', '', '', '', '']
    expect(tables).toEqual([
      line('median', '', '4', '', ''),
      line('middle', '', '', '2', '9'),
      line('mean', '', '6.1', '5', '7.4'),
      hidden('total'),
      line('exact', '40', '', '', ''),
      line('estimate', '14', '', '', ''),
      hidden('range'),
    ])
    expect(workbook).toContain('De middelste organisatie (mediaan)')
    expect(workbook).toMatch(/<v>6\.1<\/v>/)
    expect(workbook).toContain('mensen / people')
    expect((await of(nothing)).tables).toEqual([hidden('median')])
  })

  it('say whether they were weighted and how sure they are, in the codebook as well', async () => {
    const codebook = async (weighting: WeightingFinding) => {
      const method = { ...released.findings.method, weighting }
      const files = await made({ findings: { ...released.findings, method } })
      return new TextDecoder().decode(files.find(({ name }) => name === 'codebook.xml')?.bytes)
    }
    const plain = await codebook({ kind: 'none' })
    expect(plain).toMatch(/<weight[ >][^<]*De antwoorden zijn niet gewogen/)
    expect(plain).toMatch(/<EstSmpErr[ >][^<]*met 95% zekerheid/)
    const weighted = await codebook({ kind: 'weighted', margins: ['size', 'region'], cap: null, designEffect: 1.1, doubtful: false, variance: 'jackknife' }) // prettier-ignore
    expect(weighted).toMatch(/gewogen naar de hele lijst, op: Omvang, Provincie/)
  })

  it('carry the weights that the analysis reckoned with, where these tell no more than the background that stays', async () => {
    const ten = { status: 'shown', count: 10, share: 1 / 3 } as const
    const table: TableFinding = {
      id: 'mening size',
      by: 'size',
      roundedTo: null,
      groups: ['klein', 'groot'].map((key) => ({ key, of: [key], base: 30 })),
      rows: ['2', '3', '4'].map((option) => ({ option, cells: [ten, ten] })),
    }
    const [question] = released.findings.questions
    const findings = { ...released.findings, questions: question ? [{ ...question, tables: [table] }] : [] }
    const weightedWave = { ...wave, plan: { ...wave.plan, weightingMargins: ['size' as const] } }
    const files = await releaseFiles({
      released: { ...released, findings },
      number: 1,
      on: '2020-11-22',
      origin: 'https://plein.example',
      wave: weightedWave,
    })
    const [header = [], ...rows] = readCsv(
      new TextDecoder().decode(files.find(({ name }) => name === 'data.csv')?.bytes),
    )
    expect(header).toEqual(['nummer', 'size', 'gewicht', 'mening'])
    // 30 of 300 small organisations answered, and 30 of 190 large ones.
    expect(new Set(rows.map((row) => `${row[1]} ${row[2]}`))).toEqual(new Set(['1 10.000000', '2 6.333333']))
    const sav = readSav(files.find(({ name }) => name === 'data.sav')?.bytes ?? new Uint8Array())
    expect(sav.weight).toBe('gewicht')
  })
})
