import { describe, expect, it } from 'vitest'
import { inHouse, type House } from '../../../../test/house.ts'
import type { Browsing, Fields } from '../../../../test/browsing.ts'
import { eraseEverywhere, exportOf } from '../../../app/persons.ts'
import { placed } from '../kinds/kinds.testing.ts'
import { placeSection, slugsIn, startKeys, startPaths, type StartSection } from './start-pages.rules.ts'

const section = (name: string): StartSection => ({
  heading: { nl: name, en: name },
  sentence: { nl: 'Kort.', en: 'Short.' },
  items: [],
})
const names = (sections: readonly StartSection[]) => sections.map((each) => each.heading.nl).join('')

describe('sections of a start page', () => {
  const four = ['a', 'b', 'c', 'd'].map(section)
  it.each([
    [null, 1, 'xabcd'],
    [null, 3, 'abxcd'],
    [null, 12, 'abcdx'],
    [1, 1, 'xbcd'],
    [1, 4, 'bcdx'],
    [4, 1, 'xabc'],
    [3, 2, 'axbd'],
    [2, 12, 'acdx'],
  ])('from %s to place %s gives %s', (from, place, becomes) => {
    expect(names(placeSection(four, from, section('x'), place))).toBe(becomes)
  })

  it('takes items by address or path word, each once', () => {
    expect(slugsIn('een\n\n http://localhost:3000/kennis/twee/ \n/en/kennis/drie?x=1\neen')).toEqual([
      'een',
      'twee',
      'drie',
    ])
  })
})

const form = '/redactie/startpaginas/deel'
const texts = {
  'heading.nl': 'Waarom zou je het doen?',
  'heading.en': 'Why would you?',
  'sentence.nl': 'Plannen worden er beter van.',
  'sentence.en': 'Plans get better by it.',
  reason: 'Lezers misten dit',
} satisfies Fields

const addSection = async (editor: Browsing, page: string, items: readonly string[], more: Fields = {}) =>
  editor.submit(
    await editor.get(`${form}?pagina=${page}&deel=nieuw`),
    { ...texts, items: items.join('\n'), go: 'save', ...more },
    `action="${form}"`,
  )

const article = (house: Parameters<typeof placed>[0], slug: string, title: string) =>
  placed(house, { slug, type: 'article', title })

const order = (text: string, ...words: readonly string[]) => {
  const places = words.map((word) => text.indexOf(word))
  return places.every((at, n) => at >= 0 && at > (places[n - 1] ?? -1))
}
const squareRows = (house: House) => house.count('square.start_sections')

describe('start pages', () => {
  it(
    'can be read before anybody filled them, and lead to each other',
    inHouse(async (house) => {
      const visitor = house.visitor()
      for (const key of startKeys) {
        const seen = await visitor.get(startPaths[key])
        expect(seen.status).toBe(200)
        expect(seen.text).toContain('Hier staat nog niets')
        // Every page leads to the basics from its foot.
        const own = seen.text.slice(0, seen.text.indexOf('</main>'))
        for (const other of startKeys)
          expect(own.includes(`href="${startPaths[other]}"`), `${key} to ${other}`).toBe(other !== key)
        expect((await visitor.get(`/en${startPaths[key]}`)).text).toContain('There is nothing here yet')
      }
      expect((await visitor.get('/')).text).toContain('href="/wat-is-ervaringsdeskundigheid"')
    }),
  )

  it(
    'show what an editor chose, in its order and in two languages; who changed it and why is kept',
    inHouse(async (house) => {
      await article(house, 'een', 'Stuk een')
      await article(house, 'twee', 'Stuk twee')
      const editor = await house.as('editorB')
      expect((await addSection(editor, 'managers', ['/kennis/twee', 'een'])).status).toBe(303)
      const shown = (await house.visitor().get(startPaths.managers)).text
      expect(order(shown, 'Waarom zou je het doen?', 'Plannen worden er beter van.', 'Stuk twee', 'Stuk een')).toBe(
        true,
      )
      const english = (await house.visitor().get(`/en${startPaths.managers}`)).text
      expect(order(english, 'Why would you?', 'Stuk twee')).toBe(true)
      expect((await house.visitor().get(startPaths.clients)).text).not.toContain('Stuk een')

      // The second one goes before the first by its place.
      const first = await addSection(editor, 'managers', [], { 'heading.nl': 'Eerst dit', place: '1' })
      expect(first.status).toBe(303)
      expect(order((await house.visitor().get(startPaths.managers)).text, 'Eerst dit', 'Waarom zou je')).toBe(true)

      const administrator = await house.as('administrator')
      const page = '/redactie/startpaginas/bewerken'
      const seen = await administrator.get(`${page}?pagina=managers`)
      expect(order(seen.text, 'Partner B', 'Lezers misten dit')).toBe(true)
      const renamed = await administrator.submit(
        seen,
        { 'title.nl': 'Voor wie leiding geeft', reason: 'Duidelijker' },
        `action="${page}"`,
      )
      expect(renamed.status).toBe(303)
      expect((await house.visitor().get(startPaths.basics)).text).toContain('Voor wie leiding geeft')
      const kept = await house.peek((tx) =>
        tx
          .selectFrom('knowledge_start_changes')
          .select(['version', 'changed_by', 'changed_for', 'reason'])
          .orderBy('version')
          .execute(),
      )
      expect(kept.map((each) => [each.version, each.changed_by, each.changed_for])).toEqual([
        [1, house.people.editorB.id, 'Partner B'],
        [2, house.people.editorB.id, 'Partner B'],
        [3, house.people.administrator.id, null],
      ])
    }),
  )

  it(
    'lose an item by themselves when it is withdrawn, and tell their editors',
    inHouse(async (house) => {
      const { id } = await article(house, 'weg', 'Stuk dat weggaat')
      await article(house, 'blijft', 'Stuk dat blijft')
      const editor = await house.as('editorA')
      await addSection(editor, 'basics', ['weg', 'blijft'])
      expect((await house.visitor().get(startPaths.basics)).text).toContain('Stuk dat weggaat')
      expect((await editor.post(`/redactie/${id}/terughalen`, { why: 'Klopt niet meer' })).status).toBe(303)
      const after = (await house.visitor().get(startPaths.basics)).text
      expect(after).not.toContain('Stuk dat weggaat')
      expect(after).toContain('Stuk dat blijft')
      const editing = (await editor.get(`${form}?pagina=basics&deel=1`)).text
      expect(editing).toContain('Eén gekozen item staat niet meer op het plein')
    }),
  )

  it(
    'find items without script, and keep what was filled in',
    inHouse(async (house) => {
      await article(house, 'weerstand', 'Weerstand op de werkvloer')
      const editor = await house.as('editorA')
      const open = await editor.get(`${form}?pagina=professionals&deel=nieuw`)
      const found = await editor.submit(
        open,
        { ...texts, search: 'weerstand werkvloer', go: 'search' },
        `action="${form}"`,
      )
      expect(found.status).toBe(200)
      expect(found.text).toContain('value="add:weerstand"')
      expect(found.text).toContain('Waarom zou je het doen?')
      const added = await editor.submit(found, { go: 'add:weerstand' }, `action="${form}"`)
      expect(await squareRows(house)).toBe(0)
      expect((await editor.submit(added, { go: 'save' }, `action="${form}"`)).status).toBe(303)
      expect((await house.visitor().get(startPaths.professionals)).text).toContain('Weerstand op de werkvloer')
      const one = await editor.get(`${form}?pagina=professionals&deel=1`)
      expect((await editor.submit(one, { go: 'remove', reason: 'Dubbel' }, `action="${form}"`)).status).toBe(303)
      expect(await squareRows(house)).toBe(0)
    }),
  )

  it.each([
    ['an item that is not there', { items: 'is-er-niet' }, 'is-er-niet'],
    ['no reason', { reason: '' }, 'Schrijf op waarom'],
    ['no English heading', { 'heading.en': '' }, 'Vul een kop in'],
    ['a place that is none', { place: '99' }, 'Vul een getal in van 1 tot en met 12'],
    ['too many items', { items: Array.from({ length: 21 }, (_, n) => `stuk-${n}`).join('\n') }, 'hoogstens 20'],
  ] satisfies [string, Fields, string][])('refuse %s', (_, fields, sentence) =>
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const seen = await addSection(editor, 'basics', [], fields)
      expect(seen.status).toBe(422)
      expect(seen.text).toContain(sentence)
      expect(await squareRows(house)).toBe(0)
    })(),
  )

  it(
    'refuse who is second, and who is no editor',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const open = await editor.get(`${form}?pagina=basics&deel=nieuw`)
      expect((await addSection(await house.as('editorB'), 'basics', [])).status).toBe(303)
      const late = await editor.submit(open, { ...texts, go: 'save' }, `action="${form}"`)
      expect(late.status).toBe(409)
      for (const who of ['expert', 'coordinator'] as const) {
        const browser = await house.as(who)
        expect((await browser.get('/redactie/startpaginas')).status).toBe(403)
        expect((await browser.post(form, { ...texts, page: 'basics', section: 'nieuw', version: '1' })).status).toBe(
          403,
        )
      }
      expect(await squareRows(house)).toBe(1)
    }),
  )

  it(
    'keep the change and forget whose it was',
    inHouse(async (house) => {
      const { editorA } = house.people
      await addSection(await house.as('editorA'), 'basics', [])
      const { rooms } = await house.operate((tx) =>
        exportOf(tx, house.platform.vault, editorA.id, house.platform.now()),
      )
      expect(rooms['knowledge']?.['startPagesChanged']).toMatchObject([{ page: 'basics', reason: 'Lezers misten dit' }])
      await house.operate((tx) => eraseEverywhere(tx, house.platform.vault, editorA.id, house.platform.now()))
      const [left] = await house.peek((tx) => tx.selectFrom('knowledge_start_changes').selectAll().execute())
      expect(left).toMatchObject({ changed_by: null, reason: 'Lezers misten dit' })
    }),
  )
})
