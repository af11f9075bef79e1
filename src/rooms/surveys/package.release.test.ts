import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'
import { readCsv } from '../../lib/csv/csv-reader.ts'
import type { Level, PollWave } from './findings.ts'
import { releaseFiles } from './package.release.rules.ts'
import { definition, respondents } from './package.testing.ts'
import { proposeRelease } from './releases.actions.ts'
import { questionOf, sampleRelease } from './releases.testing.ts'

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
})
