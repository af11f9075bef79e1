import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCsv } from '../../../lib/csv/csv-reader.ts'
import { thresholds } from '../../../lib/disclosure/thresholds.ts'
import { readSav } from '../../../lib/sav/read.ts'
import { readXml } from '../../../lib/xml/read.ts'
import type { Findings, PollWave } from '../findings/findings.ts'
import { missing } from './package.columns.rules.ts'
import { packageGiven } from './package.given.rules.ts'
import { packageFiles, type PackageFile, type PackageGiven } from './package.rules.ts'
import { psppAbsent, schemaComplaints, schemasAbsent, toldByPspp } from './package.readers.testing.ts'
import { given, largeOnly, respondents } from './package.testing.ts'

function bytesOf(files: readonly PackageFile[], name: string): Uint8Array {
  const file = files.find((each) => each.name === name)
  if (!file) throw new Error(`no ${name}`)
  return file.bytes
}
const textOf = (files: readonly PackageFile[], name: string) => new TextDecoder().decode(bytesOf(files, name))
const jsonOf = (files: readonly PackageFile[], name: string): unknown => JSON.parse(textOf(files, name))
/** A CSV as columns by name. */
function columnsIn(files: readonly PackageFile[], name: string): ReadonlyMap<string, readonly string[]> {
  const [header = [], ...rows] = readCsv(textOf(files, name))
  return new Map(header.map((column, at) => [column, rows.map((row) => row[at] ?? '')]))
}
function countsOf(cells: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + 1
  return counts
}

let files: readonly PackageFile[] = []
let large: readonly PackageFile[] = []
beforeAll(async () => {
  files = await packageFiles(given)
  large = await packageFiles(largeOnly)
})

describe('a package', () => {
  it('has its files in one order, and is the same byte for byte when it is made again', async () => {
    expect(files.map(({ name }) => name)).toEqual([
      'data.csv',
      'tables.csv',
      'codebook.xml',
      'data.sav',
      'results.xlsx',
      'method.json',
      'conclusions.json',
      'SHA256SUMS',
    ])
    const again = await packageFiles(structuredClone(given))
    for (const [at, { name, bytes }] of again.entries())
      expect([name, Buffer.compare(bytes, files[at]?.bytes ?? new Uint8Array())]).toEqual([name, 0])
  })

  it('does not depend on the order in which organisations answered', async () => {
    const turned = await packageFiles({ ...given, respondents: respondents.toReversed() })
    expect(textOf(turned, 'data.csv')).toBe(textOf(files, 'data.csv'))
  })

  it('has the right fingerprints, also in the codebook', () => {
    const lines = textOf(files, 'SHA256SUMS').trimEnd().split('\n')
    expect(lines).toEqual(
      files.slice(0, -1).map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}`),
    )
    expect(textOf(files, 'codebook.xml')).toContain(lines[0]?.slice(0, 64))
  })

  it('holds no word that an organisation typed', () => {
    for (const { name, bytes } of files) {
      const content = name.endsWith('.xlsx')
        ? Object.values(unzipSync(bytes))
            .map((part) => new TextDecoder().decode(part))
            .join('')
        : new TextDecoder().decode(bytes)
      expect([name, /Reden \d|tweede regel|een andere rol|Persoon|pseudonym-/.exec(content)?.[0]]).toEqual([
        name,
        undefined,
      ])
    }
  })
})

describe('the open data', () => {
  it('puts answers that the tables hide together, at least five of two kinds', () => {
    const counts = countsOf(columnsIn(files, 'data.csv').get('werkt_met') ?? [])
    // Three stopped; seventeen do not work with experts, and hide them.
    expect(counts).toEqual({ 1: 40, [missing.notShown]: 20 })
  })

  it('never shows a number below five, nor what is left of an answer that is hidden', () => {
    for (const [name, cells] of columnsIn(files, 'data.csv')) {
      if (name === 'nummer') continue
      for (const [value, count] of Object.entries(countsOf(cells)))
        if (![String(missing.notAnswered), String(missing.unknown)].includes(value))
          expect([name, value, count >= thresholds.polls.cell]).toEqual([name, value, true])
    }
  })

  it('leaves out ticks that are too few, and one more, so that none can be reckoned', () => {
    const names = [...columnsIn(files, 'data.csv').keys()].filter((name) => name.startsWith('rollen'))
    expect(names).toEqual(['rollen_a', 'rollen_b'])
    expect(jsonOf(files, 'method.json')).toMatchObject({ openData: { joined: expect.arrayContaining(['rollen']) } })
  })

  it('leaves out a question when fewer than five answered otherwise, or its table did not go out as counted', async () => {
    expect([...columnsIn(files, 'data.csv').keys()]).not.toContain('knel_tijd')
    const rounded = await packageFiles({
      ...given,
      tables: given.tables.map((table) => (table.question === 'mening' ? { ...table, roundedTo: 5 } : table)),
    })
    expect([...columnsIn(rounded, 'data.csv').keys()]).not.toContain('mening')
    const unpublished = await packageFiles({
      ...given,
      tables: given.tables.filter(({ question }) => question !== 'mening'),
    })
    expect([...columnsIn(unpublished, 'data.csv').keys()]).not.toContain('mening')
  })

  it('does not tell by who was asked what the question before hides', async () => {
    // Asked of those who stopped as well: then being asked would split the twenty of whom nothing may be known.
    const asked = (each: (typeof respondents)[number]) =>
      each.answers['werkt-met']?.type === 'single' && each.answers['werkt-met'].chosen !== 'nee'
    const leaky: PackageGiven = {
      ...given,
      respondents: respondents.map((each) => ({
        ...each,
        asked: asked(each) ? new Set([...each.asked, 'rollen']) : each.asked,
      })),
    }
    const open = columnsIn(await packageFiles(leaky), 'data.csv')
    const works = open.get('werkt_met') ?? []
    const hidden = works.flatMap((cell, at) => (cell === String(missing.notShown) ? [at] : []))
    expect(hidden).toHaveLength(20)
    for (const [name, cells] of open)
      if (name.startsWith('rollen')) expect(new Set(hidden.map((at) => cells[at])).size).toBe(1)
  })

  it('shows numbers in classes of at least five, and no amount', () => {
    const counts = countsOf(columnsIn(files, 'data.csv').get('aantal') ?? [])
    expect(counts[missing.unknown]).toBe(6)
    expect(counts[missing.notShown]).toBe(6)
    expect(Object.entries(counts).filter(([value]) => Number(value) > 0).length).toBeGreaterThan(1)
    expect(textOf(files, 'codebook.xml')).toMatch(/\d+ of meer/)
  })

  it('keeps a background and a weight only where neither makes anything small', () => {
    expect([...columnsIn(files, 'data.csv').keys()]).not.toContain('size')
    expect([...columnsIn(files, 'data.csv').keys()]).not.toContain('gewicht')
    expect([...columnsIn(large, 'data.csv').keys()]).toEqual(['nummer', 'size', 'gewicht', 'mening'])
    expect(countsOf(columnsIn(large, 'data.csv').get('size') ?? [])).toEqual({ 1: 30, 2: 30 })
  })

  it('makes a background coarser until five organisations of the whole frame share it, or leaves it out', async () => {
    const coarse = await packageFiles({
      ...largeOnly,
      population: [...Array.from({ length: 196 }, () => ['klein']), ...Array.from({ length: 4 }, () => ['groot'])],
    })
    expect(countsOf(columnsIn(coarse, 'data.csv').get('size') ?? [])).toEqual({ 3: 60 })
    const hidden = await packageFiles({
      ...largeOnly,
      tables: largeOnly.tables.filter(({ background }) => background === null),
    })
    expect([...columnsIn(hidden, 'data.csv').keys()]).not.toContain('size')
  })

  it('leaves out a weight of which one organisation has its own', async () => {
    const own = await packageFiles({
      ...largeOnly,
      respondents: respondents.map((each, at) => (at === 7 ? { ...each, weight: 2.5 } : each)),
    })
    expect([...columnsIn(own, 'data.csv').keys()]).not.toContain('gewicht')
  })

  it('gives another number in each release', async () => {
    const numbers = async (change: Partial<PackageGiven>) =>
      columnsIn(await packageFiles({ ...largeOnly, ...change }), 'data.csv').get('nummer') ?? []
    const next = { ...largeOnly.study, wave: '2028' }
    const first = new Set(await numbers({}))
    expect((await numbers({ study: next })).some((number) => first.has(number))).toBe(false)
  })
})

describe('data.csv and data.sav', () => {
  it.each([
    ['open', () => files],
    ['open, with a weight', () => large],
  ])('hold the same cells: %s', (_, from) => {
    const sav = readSav(bytesOf(from(), 'data.sav'))
    const csv = columnsIn(from(), 'data.csv')
    expect(sav.variables.map(({ name }) => name)).toEqual([...csv.keys()])
    for (const [at, { name, kind }] of sav.variables.entries()) {
      const cells = sav.cases.map((cells) => cells[at])
      const given = (csv.get(name) ?? []).map((cell) => (kind === 'number' ? Number(cell) : cell.replace(/^'=/, '=')))
      expect([name, given]).toEqual([name, cells])
    }
  })

  it('name what each number means, why there is none, which ticks belong together, and the weight', () => {
    const sav = readSav(bytesOf(files, 'data.sav'))
    const works = sav.variables.find(({ name }) => name === 'werkt_met')
    expect(works).toMatchObject({
      measure: 'nominal',
      missing: { range: { from: -4, to: -1 } },
      attributes: expect.arrayContaining([{ name: 'Vraag', values: ['werkt-met'] }]),
    })
    expect(works?.valueLabels).toEqual(
      expect.arrayContaining([
        { value: 1, label: 'ja' },
        { value: -1, label: 'niet gevraagd' },
        { value: -2, label: 'niet beantwoord' },
        { value: -3, label: 'weet het niet' },
      ]),
    )
    // The label has no room for the whole question; its attribute has.
    expect(works?.attributes.find(({ name }) => name === 'Tekst')?.values[0]).toContain('é'.repeat(300))
    expect(sav.sets).toEqual([
      expect.objectContaining({ kind: 'dichotomies', name: 'rollen', counted: 1, variables: ['rollen_a', 'rollen_b'] }),
    ])
    expect(readSav(bytesOf(large, 'data.sav')).weight).toBe('gewicht')
    expect(jsonOf(files, 'method.json')).toMatchObject({
      shortenedInSav: expect.arrayContaining([expect.objectContaining({ what: 'label' })]),
    })
  })

  it.skipIf(psppAbsent).each([
    ['open', () => files],
    ['with a weight', () => large],
  ])('are read by PSPP without a complaint: %s', (name, from) => {
    const told = toldByPspp(bytesOf(from(), 'data.sav'), 'mening')
    expect(told).not.toMatch(/warning|error/i)
    expect(told).toContain('mening')
    if (name === 'with a weight') expect(told).toContain('WEIGHT is gewicht')
    else if (name === 'open') expect(told).toMatch(/\$rollen,Welke rollen\?,Dichotomies,1,"rollen_a\nrollen_b"/)
  })
})

describe('the codebook', () => {
  it.skipIf(schemasAbsent)('is valid DDI-Codebook 2.5', async () => {
    for (const each of [files, large]) expect(await schemaComplaints(textOf(each, 'codebook.xml'))).toEqual([])
    expect(await schemaComplaints(textOf(files, 'codebook.xml').replace('event="start"', 'event="x"'))).not.toEqual([])
  })

  it('has every variable of the data and no count of anything', () => {
    const read = readXml(textOf(files, 'codebook.xml'))
    expect(read.ok).toBe(true)
    const xml = textOf(files, 'codebook.xml')
    for (const name of columnsIn(files, 'data.csv').keys()) expect(xml).toContain(`name="${name}"`)
    expect(xml).not.toContain('catStat')
  })
})

describe('tables.csv', () => {
  it('has every figure that went out with one decimal, and no number beside a hidden one', () => {
    const csv = columnsIn(files, 'tables.csv')
    expect([...csv.keys()]).toEqual([
      'table',
      'row',
      'column',
      'n',
      'base',
      'p',
      'lower',
      'upper',
      'status',
      'weighted',
      'value',
      'value_lower',
      'value_upper',
    ])
    const lines = readCsv(textOf(files, 'tables.csv'))
    expect(lines).toContainEqual(['werkt-met', 'ja', '', '40', '60', '66.7', '50.0', '75.0', 'shown', '', '', '', ''])
    expect(lines).toContainEqual(['werkt-met', 'gestopt', '', '', '', '', '', '', 'hidden', '', '', '', ''])
    expect(lines).toHaveLength(1 + given.tables.flatMap(({ figures }) => figures).length)
  })
})

describe('the workbook', () => {
  const parts = () => unzipSync(bytesOf(files, 'results.xlsx'))
  const part = (name: RegExp) =>
    Object.entries(parts())
      .filter(([each]) => name.test(each))
      .map(([, bytes]) => new TextDecoder().decode(bytes))
      .join('\n')

  it('has a page to read first, a sheet per question and how it was made', () => {
    const names = [...part(/^xl\/workbook\.xml$/).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toEqual(['Leeswijzer', 'werkt-met', 'rollen', 'mening', 'knel', 'Methode'])
  })

  it('has numbers that are numbers, percentages with a sign, and x where a figure is hidden', () => {
    const sheets = part(/sheet2\.xml$/)
    expect(sheets).toMatch(/<v>40<\/v>/)
    expect(sheets).toMatch(/<v>0\.667<\/v>/)
    expect(part(/styles\.xml$/)).toContain('0.0%')
    expect(part(/sharedStrings\.xml$/)).toMatch(/<t[^>]*>x<\/t>/)
  })

  it('has no formula and no clock, whatever words are in it', () => {
    const everything = part(/./)
    expect(everything).not.toMatch(/<f[ >]/)
    expect(everything).toContain("'=titel werkt-met")
    expect(everything).toContain('😀')
    expect(everything).not.toMatch(/20\d\d-\d\d-\d\dT\d\d:/)
  })
})

describe('a package of findings', () => {
  const shown = (count: number, base: number) => ({
    status: 'shown' as const,
    count,
    base,
    share: count / base,
    weighted: null,
    interval: { lower: 0.5, upper: 0.8 },
    members: null,
    verdict: { code: 'S0' as const },
  })
  const finding: Findings['questions'][number] = {
    key: 'knel:geld',
    kind: 'one',
    text: { nl: 'Knelt het?' },
    row: { nl: 'geld', en: 'money' },
    base: { rule: 'answered', words: { nl: 'wie antwoord gaf' }, count: 60 },
    counted: { respondents: 60, asked: 60, notAsked: 0, answered: 60, notAnswered: 0, unknown: 0 },
    main: false,
    several: false,
    roundedTo: null,
    coarsened: null,
    options: [
      { key: 'ja', label: { nl: 'ja' }, level: shown(30, 60), changes: [] },
      { key: 'nee', label: { nl: 'nee' }, level: shown(30, 60), changes: [] },
      { key: 'weg', label: { nl: 'weg' }, level: { status: 'hidden', why: 'few' }, changes: [] },
    ],
    amount: null,
    tables: [
      {
        id: 'knel:geld by size',
        by: 'size',
        roundedTo: null,
        groups: [
          { key: 'klein', of: ['klein'], base: 30 },
          { key: 'groot', of: ['groot'], base: 30 },
        ],
        rows: [
          { option: 'ja', cells: [{ status: 'shown', count: 30, share: 1 }, { status: 'hidden' }] },
          { option: 'nee', cells: [{ status: 'hidden' }, { status: 'shown', count: 30, share: 1 }] },
        ],
      },
    ],
    withheld: [],
  }
  const size = given.backgrounds[0]
  const released = {
    study: given.study,
    wave: {
      id: 'w',
      label: '2026',
      year: 2026,
      definition: given.definition,
      frame: [
        { type: 'x', size: 'klein', region: 'r', organisations: 100 },
        { type: 'x', size: 'groot', region: 'r', organisations: 100 },
      ],
      respondents: respondents.map(({ pseudonym, place, answers }) => ({
        pseudonym,
        answers,
        type: 'x',
        size: place[0] ?? '',
        region: 'r',
      })),
      plan: {} as PollWave['plan'],
      comparability: [],
    },
    findings: {
      format: 1 as const,
      wave: { id: 'w', label: '2026', year: 2026 },
      earlier: [],
      response: {} as Findings['response'],
      questions: [finding],
      method: { version: '1' } as Findings['method'],
    },
    backgrounds: size ? [{ ...size, name: 'size' as const }] : [],
    conclusions: given.conclusions,
    weights: null,
  }

  it('has its figures and its answers, and asks the questionnaire who was asked what', async () => {
    const made = packageGiven(released)
    expect(made.population).toHaveLength(200)
    expect(made.respondents.map(({ asked }) => asked.has('rollen'))).toEqual(
      respondents.map(({ asked }) => asked.has('rollen')),
    )
    const own = await packageFiles(made)
    const lines = readCsv(textOf(own, 'tables.csv'))
    expect(lines).toContainEqual(['knel:geld', 'ja', '', '30', '60', '50.0', '50.0', '80.0', 'shown', '', '', '', ''])
    expect(lines).toContainEqual(['knel:geld', 'weg', '', '', '', '', '', '', 'hidden', '', '', '', ''])
    expect(lines).toContainEqual(['knel:geld by size', 'ja', 'groot', '', '', '', '', '', 'hidden', '', '', '', ''])
    // Only what was let out is in the data: no amount, of which no finding went out.
    expect([...columnsIn(own, 'data.csv').keys()]).toEqual(['nummer', 'knel_geld'])
  })
})
