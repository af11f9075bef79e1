import { describe, expect, it } from 'vitest'
import { inHouse, type House } from '../../../../test/house.ts'
import { eraseEverywhere, exportOf } from '../../../app/persons.ts'
import { reportBottleneck, reportPollBottlenecks } from './bottlenecks.actions.ts'
import { shipped } from './bottlenecks.reference.ts'
import { monthOf, slugOfBottleneck } from './bottlenecks.rules.ts'
import './bottlenecks.tables.ts'

const add = {
  title: 'Geen eigen werkplek',
  about: 'Ervaringsdeskundigen hebben geen bureau of kamer.',
  source: 'Gesprek met drie organisaties, 2026',
  reason: 'Drie organisaties noemden het en het stond er niet.',
}
const list = async (house: House) => (await house.visitor().get('/knelpunten')).text
/** The part of the page about one bottleneck. */
const part = async (house: House, slug: string) =>
  (await list(house)).split(`<section id="${slug}"`)[1]?.split('</section>')[0] ?? ''

describe('the register of bottlenecks', () => {
  it(
    'begins with what the field named, the three of the working group with their source, in both languages',
    inHouse(async (house) => {
      for (const { slug, title, about, source } of shipped) {
        const text = await part(house, slug)
        expect([slug, text.includes(title.nl), text.includes(about.nl), text.includes(source)]).toEqual([
          slug,
          true,
          true,
          true,
        ])
      }
      for (const slug of ['begripsverwarring', 'onduidelijke-inzet-en-functies', 'geen-landelijke-visie'])
        expect(await part(house, slug)).toContain('werkgroep van opvangorganisaties, 2021')
      expect((await house.visitor().get('/en/knelpunten')).text).toContain('Words mixed up')
      // Nothing was reported yet: no number is there.
      expect(await list(house)).not.toContain('organisaties noemden dit')
    }),
  )

  it(
    'counts requests and self-assessments from five on, and keeps of a report nothing but kind, number and month',
    inHouse(async (house) => {
      const report = (kind: 'request' | 'self-assessment') =>
        house.operate((tx) => reportBottleneck(tx, 'financiering', kind, house.platform.now()))
      for (let n = 0; n < 4; n += 1) await report('request')
      for (let n = 0; n < 6; n += 1) await report('self-assessment')
      expect(await part(house, 'financiering')).not.toContain('adviespunt')
      expect(await part(house, 'financiering')).toContain('In zelfscans van organisaties: 6 keer.')
      await report('request')
      expect(await part(house, 'financiering')).toContain('In vragen aan het adviespunt: 5 keer.')
      const kept = await house.peek((tx) => tx.selectFrom('surveys_bottleneck_reports').selectAll().execute())
      expect(new Set(kept.map(({ month }) => month))).toEqual(new Set([monthOf(house.platform.now())]))
      await expect(
        house.operate((tx) => reportBottleneck(tx, 'bestaat-niet', 'request', house.platform.now())),
      ).rejects.toThrow('not-found')
    }),
  )

  it(
    'is told by a coordinator what a request was about, and by nobody else at the desk or outside',
    inHouse(async (house) => {
      const report = async (who: 'coordinator' | 'expert') => {
        const token = [...(await house.as(who)).cookies.values()][0] ?? null
        return house.platform.database.house(token, (tx) =>
          reportBottleneck(tx, 'financiering', 'request', house.platform.now()),
        )
      }
      await report('coordinator')
      expect(await house.count('surveys_bottleneck_reports')).toBe(1)
      // Who may not report does not even see the register of the house.
      await expect(report('expert')).rejects.toThrow('not-found')
    }),
  )

  it(
    'takes the numbers of a poll from five on, and a second release of that poll replaces them',
    inHouse(async (house) => {
      const poll = (counts: Record<string, number>) =>
        house.operate((tx) =>
          reportPollBottlenecks(tx, 'Peiling 2026', new Map(Object.entries(counts)), house.platform.now()),
        )
      await poll({ financiering: 12, macht: 4, 'bestaat-niet': 30 })
      expect(await part(house, 'financiering')).toContain('Peiling 2026: 12 organisaties noemden dit.')
      expect(await part(house, 'macht')).not.toContain('Peiling 2026')
      // What was named often stands first.
      expect((await list(house)).indexOf('id="financiering"')).toBeLessThan(
        (await list(house)).indexOf('id="begripsverwarring"'),
      )
      await poll({ financiering: 11 })
      expect(await part(house, 'financiering')).toContain('Peiling 2026: 11 organisaties noemden dit.')
      expect(await part(house, 'financiering')).not.toContain('12 organisaties')
    }),
  )

  it(
    'is added to by a researcher or an editor, with a reason, and by nobody else',
    inHouse(async (house) => {
      const researcher = await house.as('researcher')
      const page = await researcher.get('/knelpunten/bijhouden')
      expect((await researcher.submit(page, add, 'name="title"')).status).toBe(303)
      expect(await part(house, 'geen-eigen-werkplek')).toContain(add.about)
      const again = await researcher.post('/knelpunten/bijhouden', add)
      expect(again.status).toBe(409)
      const empty = await researcher.post('/knelpunten/bijhouden', { ...add, reason: '' })
      expect(empty.status).toBe(422)
      expect(empty.text).toContain('Schrijf op waarom.')
      expect(empty.text).toContain(add.about)
      const editor = await house.as('editorA')
      expect((await editor.post('/knelpunten/bijhouden', { ...add, title: 'Iets anders' })).status).toBe(303)
      for (const who of ['expert', 'coordinator'] as const)
        expect((await (await house.as(who)).get('/knelpunten/bijhouden')).status).toBe(403)
    }),
  )

  it(
    'joins two that are the same: the reports count together, and a poll that named both counts once',
    inHouse(async (house) => {
      const now = house.platform.now()
      await house.operate((tx) =>
        reportPollBottlenecks(
          tx,
          'Peiling 2026',
          new Map([
            ['financiering', 12],
            ['geld-op-lange-termijn', 15],
          ]),
          now,
        ),
      )
      for (let n = 0; n < 3; n += 1) {
        await house.operate((tx) => reportBottleneck(tx, 'financiering', 'request', now))
        await house.operate((tx) => reportBottleneck(tx, 'geld-op-lange-termijn', 'request', now))
      }
      const researcher = await house.as('researcher')
      const merge = { from: 'geld-op-lange-termijn', into: 'financiering', mergeReason: 'Het gaat om hetzelfde geld.' }
      expect((await researcher.post('/knelpunten/samen', { ...merge, into: merge.from })).status).toBe(422)
      expect((await researcher.post('/knelpunten/samen', merge)).status).toBe(303)
      expect(await part(house, 'geld-op-lange-termijn')).toBe('')
      const text = await part(house, 'financiering')
      expect(text).toContain('Peiling 2026: 15 organisaties noemden dit.')
      expect(text).toContain('In vragen aan het adviespunt: 6 keer.')
      expect(text).toContain('Geen geld voor lang')
      expect(text).toContain('Het gaat om hetzelfde geld.')
      // A report under the old name counts at the new one; merging again is refused.
      await house.operate((tx) => reportBottleneck(tx, 'geld-op-lange-termijn', 'request', now))
      expect(await part(house, 'financiering')).toContain('In vragen aan het adviespunt: 7 keer.')
      expect((await researcher.post('/knelpunten/samen', merge)).status).toBe(409)
      expect(
        (
          await researcher.post('/knelpunten/samen', {
            ...merge,
            from: 'macht',
            into: 'geld-op-lange-termijn',
          })
        ).status,
      ).toBe(409)
      expect((await researcher.post('/knelpunten/samen', { ...merge, from: 'weg' })).status).toBe(404)
    }),
  )

  it(
    'forgets who added and merged, and tells them before',
    inHouse(async (house) => {
      const researcher = await house.as('researcher')
      await researcher.post('/knelpunten/bijhouden', add)
      await researcher.post('/knelpunten/samen', {
        from: 'macht',
        into: 'samenwerking',
        mergeReason: 'Het is hetzelfde.',
      })
      const { id } = house.people.researcher
      const copy = JSON.stringify(
        await house.operate((tx) => exportOf(tx, house.platform.vault, id, house.platform.now())),
      )
      expect(copy).toContain('geen-eigen-werkplek')
      expect(copy).toContain('"macht"')
      await house.operate((tx) => eraseEverywhere(tx, house.platform.vault, id, house.platform.now()))
      const left = await house.peek((tx) =>
        tx.selectFrom('surveys_bottlenecks').select(['added_by', 'merged_by']).execute(),
      )
      expect(left.every((row) => row.added_by === null && row.merged_by === null)).toBe(true)
      expect(await part(house, 'geen-eigen-werkplek')).toContain(add.about)
    }),
  )
})

it.each([
  ['Geen geld!', 'geen-geld'],
  ['Weerstand bij collega’s', 'weerstand-bij-collegas'],
  ['Één trekker', 'een-trekker'],
  ['???', 'knelpunt'],
])('the path word of %s is %s', (title, slug) => expect(slugOfBottleneck(title)).toBe(slug))

it('a month is that of Amsterdam', () => expect(monthOf(new Date('2026-10-31T23:30:00Z'))).toBe('2026-11-01'))
