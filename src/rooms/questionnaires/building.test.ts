import { describe, expect, it } from 'vitest'
import { aQuestionnaire } from '../../../test/contract/asked-questions.ts'
import { inHouse, type House } from '../../../test/house.ts'
import type { Browsing } from '../../../test/browsing.ts'
import { faultsOf } from '../../lib/questionnaire/faults.ts'
import type { Question } from '../../lib/questionnaire/definition.ts'
import { questionsOf } from '../../lib/questionnaire/routing.ts'
import { questionTypes } from './changes.rules.ts'
import { fixVersion } from './questionnaires.actions.ts'
import { listVersions } from './questionnaires.sql.ts'

const at = (id: string, path = '') => `/onderzoek/vragenlijsten/${id}${path}`
const newest = async (house: House, id: string) => (await house.operate((tx) => listVersions(tx, id)))[0]
const question = async (house: House, id: string, key: string): Promise<Question> => {
  const found = questionsOf((await newest(house, id)).definition).find((each) => each.key === key)
  if (found === undefined) throw new Error(`no question ${key}`)
  return found
}
const keys = async (house: House, id: string) =>
  (await newest(house, id)).definition.sections.map((section) => section.questions.map(({ key }) => key))
const opened = async (house: House) => ({ id: await aQuestionnaire(house, 'a'), lotte: await house.as('researcher') })
/** Presses a button of the form of a page. */
const presses = async (browser: Browsing, path: string, fields: Record<string, string | string[]>, form?: string) =>
  browser.submit(await browser.get(path), fields, form)

describe('building a questionnaire', () => {
  it(
    'goes from nothing to a whole one by forms alone, with a question of each kind',
    inHouse(async (house) => {
      const lotte = await house.as('researcher')
      const made = await presses(lotte, '/onderzoek/vragenlijsten/nieuw', {
        name: 'Nieuwe lijst',
        organisation: house.people.organisations.a,
      })
      const id = made.location?.split('/').at(-1) ?? ''
      await presses(lotte, at(id), { title: 'Over ons' }, '/delen"')
      for (const type of questionTypes) {
        const added = await presses(lotte, at(id), { type, text: `Vraag naar ${type}?` }, '/vragen"')
        expect(added.location).toBe(at(id, `/vraag/vraag-naar-${type}`))
        expect((await lotte.follow(added)).status).toBe(200)
      }
      expect((await lotte.get(at(id, '/klopt-het'))).text).toContain('De Nederlandse tekst is nog leeg')
      const fill = async (type: string, fields: Record<string, string>) =>
        expect((await presses(lotte, at(id, `/vraag/vraag-naar-${type}`), fields)).status).toBe(303)
      await fill('single', { 'options-more': 'Ja\nNee\nJa', required: 'on' })
      await fill('multiple', { 'options-more': 'Wonen\nWerk\nGeen', most: '2', other: 'on' })
      await fill('number', { least: '0', most: '1.000', decimals: '1', 'unit-nl': 'uren' })
      await fill('text', { longest: '300' })
      await fill('scale', { 'low-nl': 'weinig', 'high-nl': 'veel' })
      await fill('matrix', { 'rows-more': 'Bestuur\nTeam', 'cells-more': 'Ja\nNee' })
      await fill('ranking', { 'options-more': 'Tijd\nGeld', most: '2' })
      await fill('date', { precision: 'year' })
      await presses(lotte, at(id, '/gegevens'), { 'intro-nl': 'Waar het over gaat.', terms: ['povertyDebt'] })
      const { definition } = await newest(house, id)
      expect(faultsOf(definition).faults).toMatchObject([{ why: 'label-twice' }])
      await fill('single', { 'options-2-nl': '' })
      const mended = (await newest(house, id)).definition
      expect(faultsOf(mended).faults).toEqual([])
      expect(mended.terms).toEqual(['povertyDebt'])
      expect(await question(house, id, 'vraag-naar-single')).toMatchObject({
        required: true,
        options: [
          { key: 'ja', label: { nl: 'Ja' } },
          { key: 'nee', label: { nl: 'Nee' } },
        ],
      })
      expect(await question(house, id, 'vraag-naar-number')).toMatchObject({
        most: 1000,
        decimals: 1,
        unit: { nl: 'uren' },
      })
      expect((await lotte.get(at(id))).text).toContain('Alles klopt')
    }),
  )

  it(
    'keeps what a page does not show: keys, hints and routing stay when words change',
    inHouse(async (house) => {
      const { id, lotte } = await opened(house)
      for (const each of questionsOf((await newest(house, id)).definition)) {
        await presses(lotte, at(id, `/vraag/${each.key}`), {})
        expect(await question(house, id, each.key)).toEqual(each)
      }
      await presses(lotte, at(id, '/vraag/vraag-2'), { 'options-0-nl': 'Jazeker', 'options-0-en': 'Certainly' })
      expect(await question(house, id, 'vraag-2')).toMatchObject({
        options: [{ key: 'k-1', label: { nl: 'Jazeker', en: 'Certainly' } }, {}, {}],
      })
      // Which answers lead to where to begin is ticked, and ticked away.
      await presses(lotte, at(id, '/vraag/vraag-2'), { leads: ['k-2'] })
      expect(await question(house, id, 'vraag-2')).toMatchObject({ options: [{}, { leadsTo: 'beginning' }, {}] })
      await presses(lotte, at(id, '/vraag/vraag-2'), {})
      expect(await question(house, id, 'vraag-2')).toMatchObject({ options: [{}, { leadsTo: 'beginning' }, {}] })
      await presses(lotte, at(id, '/vraag/vraag-2'), { leads: [] })
      expect(JSON.stringify(await question(house, id, 'vraag-2'))).not.toContain('leadsTo')
      await presses(lotte, at(id, '/vraag/vraag-2'), { press: 'down:options:0', 'options-more': 'Soms' })
      const { options } = (await question(house, id, 'vraag-2')) as Extract<Question, { type: 'single' }>
      expect(options.map(({ key }) => key)).toEqual(['k-2', 'k-1', 'k-3', 'soms'])
    }),
  )

  it(
    'hangs a question on an earlier answer, and says when that leads nowhere',
    inHouse(async (house) => {
      const { id, lotte } = await opened(house)
      const path = at(id, '/vraag/vraag-4/wanneer')
      await presses(lotte, path, { add: 'vraag-2', press: 'stay' })
      expect((await lotte.get(path)).text).toContain('Kies nog bij welke antwoorden')
      await presses(lotte, path, { 'test-0-chosen': ['k-1', 'other'], 'test-0-not': 'not', press: 'stay' })
      expect((await question(house, id, 'vraag-4')).when).toEqual({
        all: [{ question: 'vraag-2', chosen: ['k-1', 'other'], not: true }],
      })
      expect((await lotte.get(at(id, '/afdrukken'))).text).toContain('niet “Ja” of “Iets anders” is')
      await presses(lotte, path, { 'test-0-away': 'on' })
      expect(await question(house, id, 'vraag-4')).not.toHaveProperty('when')
      // Nobody can hang it on a question that comes later.
      const page = await lotte.get(path)
      expect((await lotte.submit(page, { add: 'vraag-8' })).status).toBe(404)
      expect((await lotte.get(at(id, '/vraag/vraag-1/wanneer'))).text).toContain('Er staat geen vraag voor')
    }),
  )

  it(
    'moves questions within and over sections, and takes away after asking once more',
    inHouse(async (house) => {
      const { id, lotte } = await opened(house)
      const press = (value: string) => presses(lotte, at(id), { press: value }, '/volgorde"')
      await press('question:up:vraag-2')
      await press('question:down:vraag-5')
      expect(await keys(house, id)).toEqual([
        ['vraag-2', 'vraag-1', 'vraag-3', 'vraag-4'],
        ['vraag-5', 'tekst', 'vraag-6', 'vraag-7', 'vraag-8'],
      ])
      await press('section:up:deel-2')
      expect((await newest(house, id)).definition.sections.map(({ key }) => key)).toEqual(['deel-2', 'deel-1'])
      const asks = await lotte.get(at(id, '/deel/deel-2/weg'))
      expect(asks.text).toContain('De 5 vragen in dit deel gaan mee')
      expect((await keys(house, id)).length).toBe(2)
      await lotte.submit(asks)
      await presses(lotte, at(id, '/vraag/vraag-2/weg'), {})
      expect(await keys(house, id)).toEqual([['vraag-1', 'vraag-3', 'vraag-4']])
      expect((await lotte.get(at(id, '/klopt-het'))).text).toContain(
        'Deze vraag hangt aan “vraag-2”, en die is er niet',
      )
    }),
  )

  it(
    'takes steps back, also the taking back',
    inHouse(async (house) => {
      const { id, lotte } = await opened(house)
      const begun = (await newest(house, id)).definition
      await presses(lotte, at(id, '/vraag/vraag-1'), { 'text-nl': 'Hoe is het?' })
      await presses(lotte, at(id, '/vraag/vraag-1/weg'), {})
      const undo = async () => {
        const page = await lotte.get(at(id))
        const step = /name="step" value="(\d+)"/.exec(page.text)?.[1] ?? ''
        return lotte.submit(page, { step }, '/stappen"')
      }
      await undo()
      expect(await question(house, id, 'vraag-1')).toMatchObject({ text: { nl: 'Hoe is het?' } })
      await undo()
      expect((await keys(house, id))[0]).not.toContain('vraag-1')
      const page = await lotte.get(at(id))
      expect(page.text).toContain('Voor: vraag veranderd')
      await lotte.submit(page, { step: '1' }, '/stappen"')
      expect((await newest(house, id)).definition).toEqual(begun)
      expect((await lotte.post(at(id, '/stappen'), { revision: '1.6', step: '99' })).status).toBe(404)
    }),
  )

  it(
    'tells the second of two who change it at once, and keeps nothing of theirs',
    inHouse(async (house) => {
      const { id, lotte } = await opened(house)
      const tobias = await house.as('secondResearcher')
      const [his, hers] = [await tobias.get(at(id, '/vraag/vraag-1')), await lotte.get(at(id, '/vraag/vraag-1'))]
      expect((await lotte.submit(hers, { 'text-nl': 'Van Lotte?' })).status).toBe(303)
      expect((await tobias.submit(his, { 'text-nl': 'Van Tobias?' })).status).toBe(409)
      expect(await question(house, id, 'vraag-1')).toMatchObject({ text: { nl: 'Van Lotte?' } })
    }),
  )

  it(
    'begins the next version after a fixed one, which stays',
    inHouse(async (house) => {
      const { id, lotte } = await opened(house)
      const first = await newest(house, id)
      const fixed = await house.operate((tx) => fixVersion(tx, first.id, null, house.platform.now()))
      expect((await lotte.get(at(id))).text).toContain('Deze versie ligt vast')
      await presses(lotte, at(id, '/vraag/vraag-1'), { 'text-nl': 'Anders gevraagd?' })
      const versions = await house.operate((tx) => listVersions(tx, id))
      expect(versions.map(({ number, fixedAt }) => [number, fixedAt !== null])).toEqual([
        [2, false],
        [1, true],
      ])
      expect(versions[1]).toEqual(fixed)
      expect((await lotte.get(at(id, '/afdrukken?versie=1'))).text).toContain('Hoe gaat het?')
      expect((await lotte.get(at(id, '/afdrukken'))).text).toContain('Anders gevraagd?')
      expect((await lotte.get(at(id, '/afdrukken?versie=3'))).status).toBe(404)
    }),
  )

  it(
    'keeps what was typed beside what is wrong with it',
    inHouse(async (house) => {
      const { id, lotte } = await opened(house)
      for (const [path, fields, sentence] of [
        ['/vraag/vraag-1', { 'text-nl': '', longest: '20' }, 'Vul dit in'],
        ['/vraag/vraag-1', { longest: 'veel' }, 'Vul een getal in dat hier past'],
        ['/vraag/vraag-1', { longest: '9000' }, 'Vul een getal in dat hier past'],
        ['/vraag/vraag-1', { 'hint-nl': 'x'.repeat(2001) }, 'Maak dit korter'],
        ['/vraag/vraag-1', { vreemd: '1' }, 'een veld mee dat we niet kennen'],
        ['/vraag/vraag-3/wanneer', { vreemd: '1' }, 'een veld mee dat we niet kennen'],
        ['/deel/deel-1', { 'title-nl': ' ' }, 'Vul dit in'],
        ['/gegevens', { 'intro-nl': 'x'.repeat(5001) }, 'Maak dit korter'],
      ] as const) {
        const again = await presses(lotte, at(id, path), { ...fields })
        expect([path, again.status]).toEqual([path, 422])
        expect(again.text).toContain(sentence)
      }
      const empty = await presses(lotte, at(id), { text: '' }, '/vragen"')
      expect(empty.status).toBe(422)
      expect(empty.text).toContain('href="#veld-text"')
      expect((await newest(house, id)).revision).toBe(1)
    }),
  )

  it(
    'makes a copy with a life of its own, and begins from a template',
    inHouse(async (house) => {
      const { id, lotte } = await opened(house)
      const copy = (await presses(lotte, at(id), {}, '/kopie"')).location?.split('/')[3] ?? ''
      expect(copy).not.toBe(id)
      expect((await newest(house, copy)).definition).toEqual((await newest(house, id)).definition)
      const made = await presses(lotte, '/onderzoek/vragenlijsten/nieuw', {
        name: 'Onze peiling',
        organisation: house.people.organisations.b,
        from: 'sociaal-werk',
      })
      const begun = (await newest(house, made.location?.split('/').at(-1) ?? '')).definition
      expect(begun.title.nl).toBe('Onze peiling')
      expect(questionsOf(begun).length).toBeGreaterThan(10)
    }),
  )
})
