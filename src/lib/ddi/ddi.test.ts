import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { root } from '../../platform/root.ts'
import { readXml, type ReadElement } from '../xml/read.ts'
import type { Codebook, Variable } from './codebook.ts'
import { writeDdi } from './write.ts'

const shared = process.env.SHARED ?? join(root, '..', 'shared')
const schemas = (version: string) => join(shared, 'data', 'standards', 'ddi-codebook', version)
const absent = !existsSync(schemas('2.5'))
if (absent) console.warn('skipped: a codebook held against the schema of DDI (the folder with schemas is not here)')

const nasty = 'a & <b> "c" \u202E ]]> \0 \uD800 é 😀'

const codebook: Codebook = {
  study: {
    language: 'nl',
    title: { nl: 'Peiling inzet ervaringsdeskundigen', en: 'Poll on experts by experience' },
    identifier: { value: 'peiling-2026', agency: 'ervaringsplein' },
    address: 'https://plein.nl/peilingen/2026?a=1&b=2',
    makers: [{ name: nasty, affiliation: 'Ervaringsplein' }, { name: 'Redactie' }],
    distributor: { name: 'Ervaringsplein', address: 'https://plein.nl/' },
    distributedOn: '2026-11-22',
    version: { name: '1.0', on: '2026-11-20' },
    licence: {
      words: { nl: 'Vrij te gebruiken met naamsvermelding' },
      address: 'https://creativecommons.org/licenses/by/4.0/',
    },
    citation: { nl: 'Noem het plein.', en: 'Name the square.' },
    abstract: { nl: nasty, en: nasty },
    keywords: [
      { word: { nl: 'ervaringsdeskundigheid' }, vocabulary: 'begrippen', address: 'https://plein.nl/begrippen' },
      { word: { en: 'peer work' } },
    ],
    collected: { from: '2026-09-01', to: '2026-10-01' },
    nation: { code: 'NL', name: { nl: 'Nederland', en: 'the Netherlands' } },
    place: { nl: 'Nederland' },
    unit: { nl: 'organisatie' },
    universe: { nl: 'organisaties in het sociaal werk', en: 'organisations in social work' },
    rhythm: { nl: 'golven' },
    sampling: { nl: 'Iedereen op de lijst is gevraagd.' },
    frame: { name: 'Ledenlijst', size: 490, about: { nl: 'Leden op 1 september' } },
    mode: { nl: 'vragenlijst op het web' },
    weighting: { nl: 'Naar omvang en regio.' },
    response: { nl: '69 van de 490' },
    uncertainty: { nl: '53% tot 76%' },
  },
  files: [
    { name: 'data.csv', type: 'text/csv', charset: 'UTF-8', cases: 69, variables: 4, sha256: 'a'.repeat(64) },
    { name: 'data.sav', type: 'application/x-spss-sav', cases: 69, variables: 4 },
  ],
  variables: [
    {
      name: 'werkt_met',
      label: { nl: 'Werkt met ervaringsdeskundigen', en: 'Works with experts by experience' },
      holds: 'codes',
      measure: 'nominal',
      question: {
        number: '1a',
        before: { nl: 'Denk aan dit jaar.' },
        text: { nl: 'Werkt je organisatie met ervaringsdeskundigen?', en: 'Does your organisation work with them?' },
        after: { nl: 'Betaald of onbetaald.' },
      },
      universe: { nl: 'alle organisaties' },
      categories: [
        { value: 1, label: { nl: 'ja', en: 'yes' }, count: 45 },
        { value: 2, label: { nl: 'nee', en: 'no' } },
        { value: 9, label: { nl: 'weet niet', en: 'do not know' }, missing: true, count: 0 },
      ],
      weightedBy: 'gewicht',
    },
    {
      name: 'gewicht',
      label: { nl: 'Gewicht' },
      holds: 'numbers',
      measure: 'ratio',
      decimals: 6,
      isWeight: true,
      from: 0,
      to: 3.5,
    },
    {
      name: 'leeftijd',
      label: { nl: 'Jaren' },
      holds: 'numbers',
      weightedBy: 'gewicht',
      from: 0,
      statistics: [
        { what: 'mean', value: 4.5, weighted: true },
        { what: 'standard-deviation', value: 1.25 },
      ],
      about: { nl: 'Afgerond op hele jaren.' },
    },
    { name: 'dag', label: { nl: 'Dag van invullen' }, holds: 'days' },
    { name: 'open', label: { nl: 'Toelichting' }, holds: 'texts', question: { text: { nl: '' } } },
  ],
  groups: [
    {
      kind: 'multiple-answers',
      name: 'rollen',
      label: { nl: 'Rollen' },
      variables: ['werkt_met', 'leeftijd'],
      universe: { nl: 'wie ja zei' },
    },
    { kind: 'grid', name: 'tabel', label: { nl: 'Tabel' }, variables: ['werkt_met', 'leeftijd'] },
  ],
}

async function complaints(xml: string, version: string): Promise<string[]> {
  const folder = schemas(version)
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xsd'))
  // The checker has one folder, so the schemas find each other by their names alone.
  const read = (name: string) =>
    readFileSync(join(folder, name), 'utf8').replace(/schemaLocation="(?:XHTML|\.\.)\//g, 'schemaLocation="')
  const { errors } = await validateXML({
    xml: { fileName: 'ours.xml', contents: xml },
    schema: { fileName: 'codebook.xsd', contents: read('codebook.xsd') },
    preload: names
      .filter((name) => name !== 'codebook.xsd')
      .map((name) => ({ fileName: basename(name), contents: read(name) })),
  })
  return errors.map(({ message }) => message)
}

describe('a codebook in the schema of DDI', () => {
  const bare: Codebook = {
    ...codebook,
    study: {
      language: 'en',
      title: { en: 'Poll' },
      identifier: { value: 'x', agency: 'y' },
      address: 'https://plein.nl/',
      makers: [{ name: 'x' }],
      distributor: { name: 'x' },
      distributedOn: '2026-11-22',
      version: { name: '1', on: '2026-11-22' },
      abstract: { en: 'x' },
      keywords: [],
      collected: { from: '2026-11-22', to: '2026-11-22' },
      nation: { code: 'NL', name: { en: 'the Netherlands' } },
      unit: { en: 'organisation' },
      universe: { en: 'organisations' },
      mode: { en: 'web' },
    },
    files: [],
    variables: [],
    groups: [],
  }

  it.skipIf(absent)('is valid in full and with the least, as 2.5 and as 2.6', async () => {
    expect(await complaints(writeDdi(codebook), '2.5')).toEqual([])
    expect(await complaints(writeDdi(bare), '2.5')).toEqual([])
    expect(await complaints(writeDdi(codebook, '2.6'), '2.6')).toEqual([])
  })

  it.skipIf(absent)('would be found out when it was not', async () => {
    const xml = writeDdi(codebook)
    expect(await complaints(xml.replace('event="start"', 'event="begin"'), '2.5')).not.toEqual([])
    expect(await complaints(writeDdi(codebook, '2.6'), '2.5')).not.toEqual([])
  })
})

const read = readXml(writeDdi(codebook))
const document = read.ok ? read.root : undefined

/** All elements of a name, in the order of the document. */
function all(name: string, from: ReadElement | undefined = document): ReadElement[] {
  const below = (from?.children ?? []).filter((child) => typeof child !== 'string')
  return below.flatMap((child) => [...(child.name === name ? [child] : []), ...all(name, child)])
}
const textOf = (each: ReadElement | undefined) => each?.children.filter((child) => typeof child === 'string').join('')
const attribute = (each: ReadElement | undefined, name: string) => each?.attributes.get(name)
const variable = (name: string) => all('var').find((each) => attribute(each, 'name') === name)

describe('a codebook', () => {
  it('says for whom, of what list, how weighed, when and how many', () => {
    expect(all('universe').map(textOf).slice(0, 2)).toEqual([
      'organisaties in het sociaal werk',
      'organisations in social work',
    ])
    expect(textOf(all('sampleFrameName')[0])).toBe('Ledenlijst')
    expect(all('txt', all('sampleFrame')[0]).map(textOf)).toEqual([
      'Leden op 1 september',
      'Aantal op de lijst: 490.',
      'Number on the list: 490.',
    ])
    expect(all('weight').map(textOf)).toEqual(['Naar omvang en regio.'])
    expect(all('respRate').map(textOf)).toEqual(['69 van de 490'])
    expect(all('collDate').map((each) => [attribute(each, 'event'), attribute(each, 'date')])).toEqual([
      ['start', '2026-09-01'],
      ['end', '2026-10-01'],
    ])
    expect(attribute(all('IDNo')[0], 'agency')).toBe('ervaringsplein')
    expect(attribute(all('holdings')[0], 'URI')).toBe('https://plein.nl/peilingen/2026?a=1&b=2')
    expect(all('digitalFingerprintValue').map(textOf)).toEqual(['a'.repeat(64)])
  })

  it('puts the title in its own language first, and the other beside it', () => {
    expect(all('titl').map(textOf)).toEqual([
      'Codeboek: Peiling inzet ervaringsdeskundigen',
      'Peiling inzet ervaringsdeskundigen',
    ])
    expect(all('parTitl').map(textOf)).toEqual([
      'Codebook: Poll on experts by experience',
      'Poll on experts by experience',
    ])
    const english = writeDdi({ ...codebook, study: { ...codebook.study, language: 'en' } })
    expect(english).toContain('<titl xml:lang="en">Poll on experts by experience</titl>')
    expect(english).toContain('<parTitl xml:lang="nl">')
  })

  it('keeps the wording of a question apart from what stands around it', () => {
    const question = all('qstn', variable('werkt_met'))[0]
    expect(attribute(question, 'seqNo')).toBe('1a')
    expect(all('preQTxt', question).map(textOf)).toEqual(['Denk aan dit jaar.'])
    expect(all('qstnLit', question).map(textOf)).toEqual([
      'Werkt je organisatie met ervaringsdeskundigen?',
      'Does your organisation work with them?',
    ])
    expect(all('postQTxt', question).map(textOf)).toEqual(['Betaald of onbetaald.'])
    expect(all('qstn', variable('open'))).toEqual([])
  })

  it('says which answers are none, and keeps back what is not published', () => {
    const categories = all('catgry', variable('werkt_met'))
    expect(
      categories.map((each) => [
        textOf(all('catValu', each)[0]),
        attribute(each, 'missing'),
        all('catStat', each).map(textOf),
      ]),
    ).toEqual([
      ['1', undefined, ['45']],
      ['2', undefined, []],
      ['9', 'Y', ['0']],
    ])
    expect(all('sumStat', variable('werkt_met'))).toEqual([])
  })

  it('ties a weight to what it weighs, and a set to its variables', () => {
    expect(attribute(variable('gewicht'), 'wgt')).toBe('wgt')
    expect(attribute(variable('leeftijd'), 'wgt-var')).toBe(attribute(variable('gewicht'), 'ID'))
    expect(all('sumStat').map((each) => [attribute(each, 'type'), attribute(each, 'wgtd'), textOf(each)])).toEqual([
      ['mean', 'wgtd', '4.5'],
      ['stdev', undefined, '1.25'],
    ])
    expect(all('varGrp').map((each) => [attribute(each, 'type'), attribute(each, 'var')])).toEqual([
      ['multipleResp', 'V1 V3'],
      ['grid', 'V1 V3'],
    ])
    expect(all('range').map((each) => ['UNITS', 'min', 'max'].map((name) => attribute(each, name)))).toEqual([
      ['REAL', '0', '3.5'],
      ['INT', '0', undefined],
    ])
    expect(all('varFormat').map((each) => attribute(each, 'type'))).toEqual([
      'numeric',
      'numeric',
      'numeric',
      'character',
      'character',
    ])
  })

  it('refers to nothing that is not there', () => {
    const everything = (each: ReadElement): ReadElement[] => [
      each,
      ...each.children.filter((child) => typeof child !== 'string').flatMap(everything),
    ]
    const elements = document ? everything(document) : []
    const ids = elements.flatMap((each) => attribute(each, 'ID') ?? [])
    const references = elements.flatMap((each) =>
      ['files', 'wgt-var', ...(each.name === 'varGrp' ? ['var'] : [])].flatMap(
        (name) => attribute(each, name)?.split(' ') ?? [],
      ),
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining([...new Set(references)]))
    expect(references.length).toBeGreaterThan(10)
  })

  it('is the same text for the same codebook', () => {
    expect(writeDdi(structuredClone(codebook))).toBe(writeDdi(codebook))
  })
})

describe('a codebook that contradicts itself', () => {
  const study = (change: Partial<Codebook['study']>): Partial<Codebook> => ({ study: { ...codebook.study, ...change } })
  const question = (change: Partial<Variable>): Partial<Codebook> => ({
    variables: codebook.variables.map((each) => (each.name === 'leeftijd' ? { ...each, ...change } : each)),
  })
  const members = (...variables: string[]): Partial<Codebook> => ({
    groups: [{ kind: 'grid', name: 'g', label: { nl: 'g' }, variables }],
  })

  it.each<[string, Partial<Codebook>, string]>([
    ['a name twice', question({ name: 'dag' }), 'dag is there twice'],
    ['a day that is none', study({ distributedOn: '2026-02-30' }), 'no day'],
    ['days backwards', study({ collected: { from: '2026-10-01', to: '2026-09-01' } }), 'backwards'],
    ['nobody', study({ makers: [] }), 'Nobody'],
    ['silence', study({ universe: { nl: ' ' } }), 'its universe'],
    ['a script as address', study({ address: 'javascript:x' }), 'no address'],
    ['a keyword with no address', study({ keywords: [{ word: { nl: 'x' }, address: 'x' }] }), 'no address'],
    ['half a case', { files: [{ name: 'x', type: 'y', cases: 0.5, variables: 1 }] }, '0.5 cases'],
    [
      'another fingerprint',
      { files: [{ name: 'x', type: 'y', cases: 1, variables: 1, sha256: 'abc' }] },
      'fingerprint',
    ],
    ['no label', question({ label: {} }), 'no label'],
    ['a value twice', question({ categories: [1, '1'].map((value) => ({ value, label: { nl: 'x' } })) }), 'twice'],
    ['a weight that is none', question({ weightedBy: 'dag' }), 'no weight'],
    ['weighed by nothing', question({ weightedBy: undefined }), 'what weighs it'],
    ['fewer than nobody', question({ categories: [{ value: 1, label: { nl: 'x' }, count: -1 }] }), 'below nothing'],
    ['a mean that is none', question({ statistics: [{ what: 'mean', value: Number.NaN }] }), 'no number'],
    ['two means', question({ statistics: [1, 2].map((value) => ({ what: 'mean', value })) }), 'twice'],
    ['a range backwards', question({ from: 2, to: 1 }), 'range is empty'],
    ['a group of one', members('dag'), 'group of 1'],
    ['a group with a stranger', members('dag', 'x'), 'not there'],
    ['a group with a double', members('dag', 'dag'), 'or twice'],
  ])('is refused: %s', (_, change, sentence) => {
    expect(() => writeDdi({ ...codebook, ...change })).toThrow(new RegExp(`${sentence}`))
    expect(() => writeDdi({ ...codebook, ...change })).toThrow(RangeError)
  })
})
