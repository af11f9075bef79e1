import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import type { Browsing } from '../../../../test/browsing.ts'
import { erasePerson } from '../holdings.ts'
import {
  asked,
  draftFromRequest,
  fillIn,
  onSquare,
  press,
  replaceAll,
  rowOf,
  says,
  versionOf,
} from '../knowledge.testing.ts'
import { partsPutBack, type Silent } from '../items/wordings.rules.ts'
import type { Part } from '../items/texts.rules.ts'
import '../tables.ts'

const nobody: Silent = { requester: false, authors: false, people: new Set() }
const part = (key: string, whose: Part['whose'], text: string, author: string | null = null): Part => ({
  key,
  whose,
  author,
  text,
})

const cases: readonly (readonly [string, readonly Part[], readonly Part[], Silent, readonly string[]])[] = [
  ['the editors’ words come back', [part('text', 'editor', 'nu')], [part('text', 'editor', 'toen')], nobody, ['toen']],
  ['a part of the editors that was left out comes back', [], [part('editor-1', 'editor', 'toen')], nobody, ['toen']],
  ['a part of the requester that was left out stays out', [], [part('question', 'requester', 'toen')], nobody, []],
  ['a part of an author that was left out stays out', [], [part('answer', 'author', 'toen', 'rosa')], nobody, []],
  [
    'words of the requester come back where they stand',
    [part('question', 'requester', 'nu')],
    [part('question', 'requester', 'toen')],
    nobody,
    ['toen'],
  ],
  [
    'not after the requester took the yes back',
    [part('question', 'requester', 'nu')],
    [part('question', 'requester', 'toen')],
    { ...nobody, requester: true },
    ['nu'],
  ],
  [
    'nor those of an author who said no, and of the other author they do',
    [part('done', 'author', 'nu', 'rosa'), part('answer', 'author', 'nu', 'sam')],
    [part('done', 'author', 'toen', 'rosa'), part('answer', 'author', 'toen', 'sam')],
    { ...nobody, authors: true, people: new Set(['rosa']) },
    ['nu', 'toen'],
  ],
  [
    'nor the words of all authors together when one of them is silent',
    [part('answer', 'author', 'nu')],
    [part('answer', 'author', 'toen')],
    { ...nobody, authors: true },
    ['nu'],
  ],
  [
    'what is of a giver and came later stays; what editors added later goes',
    [part('text', 'editor', 'nu'), part('answer', 'author', 'later'), part('editor-1', 'editor', 'later')],
    [part('text', 'editor', 'toen')],
    nobody,
    ['toen', 'later'],
  ],
]

describe('the parts of an earlier version', () => {
  it.each(cases)('%s', (_, now, earlier, silent, expected) =>
    expect(partsPutBack(now, earlier, silent).map(({ text }) => text)).toEqual(expected),
  )
})

async function written(house: RolledBackHouse) {
  const editor = await house.as('editorA')
  const made = await editor.submit(await editor.get('/redactie/nieuw'), { title: 'Werken in een duo', type: 'guide' })
  const id = made.location?.split('/').at(-1) ?? ''
  const save = (values: Record<string, string | readonly string[]>) =>
    fillIn(editor, id, { title: 'Werken in een duo', type: 'guide', ...values })
  return { editor, id, save }
}

const restore = async (editor: Browsing, id: string, to: number, until: number, fields: Record<string, string> = {}) =>
  editor.submit(
    await editor.get(`/redactie/${id}/versies/verschil?van=${to}&naar=${until}`),
    fields,
    `action="/redactie/${id}/versies/terugzetten"`,
  )

describe('versions of an item', () => {
  it(
    'are listed with who, when and why, and show word by word what changed',
    inHouse(async (house) => {
      const { editor, id, save } = await written(house)
      await save({ 'part:text': 'Begin klein.\n\nBetaal eerlijk en op tijd.', reason: 'De eerste tekst' })
      await save({
        'part:text': 'Begin klein.\n\nBetaal eerlijk en vooraf.',
        themes: ['povertyDebt', 'loneliness'],
        licence: 'CC0-1.0',
      })
      const list = await editor.get(`/redactie/${id}/versies`)
      expect(list.status).toBe(200)
      for (const shown of ['Wat veranderde in versie 3', 'De eerste tekst', 'Dit is de versie van nu.'])
        expect(list.text).toContain(shown)
      const page = await editor.get(`/redactie/${id}/versies/verschil?van=2&naar=3`)
      const words = page.text.replace(/<span class="plein-hidden"[^>]*>([^<]*)<\/span>/g, '$1').replace(/\s+/g, ' ')
      expect(words).toContain('<del class="plein-gone">[weg: op tijd]</del>')
      expect(words).toContain('<ins class="plein-new">[erbij: vooraf]</ins>')
      expect(words).toContain('<ins class="plein-new">[erbij: eenzaamheid]</ins>')
      expect(words).toContain('[weg: Vrij te gebruiken met naam (CC BY 4.0)]')
      expect(page.text).not.toMatch(/Rollen|Samenvatting<\/h2>/)
      expect((await editor.get(`/en/redactie/${id}/versies/verschil?van=2&naar=3`)).text).toContain(
        'Put version 2 back',
      )
      expect((await editor.get(`/redactie/${id}/versies/verschil?van=3&naar=3`)).text).toContain('Er is geen verschil')
      expect((await editor.get(`/redactie/${id}/versies/verschil?van=99&naar=3`)).text).toContain(
        'kun je niet vergelijken',
      )
      expect((await (await house.as('editorB')).get(`/redactie/${id}/versies`)).status).toBe(404)
      expect((await (await house.as('editorB')).get(`/redactie/${id}/versies/verschil?van=2&naar=3`)).status).toBe(404)
    }),
  )

  it(
    'come back as the next draft; what stands on the square stays until it is published',
    inHouse(async (house) => {
      const { editor, id, save } = await written(house)
      await save({ 'part:text': 'De eerste tekst.', link: 'https://voorbeeld.example/een' })
      await save({ 'part:text': 'De tweede tekst.', title: 'Anders', type: 'article', link: '' })
      await press(house, editor, id, 'verder')
      await press(house, editor, id, 'publiceren')
      expect((await restore(editor, id, 2, 3, { reason: 'Die was beter' })).status).toBe(303)
      const page = await editor.get(`/redactie/${id}`)
      for (const back of ['De eerste tekst.', 'Werken in een duo', 'https://voorbeeld.example/een'])
        expect(page.text).toContain(back)
      expect(await rowOf(house, id)).toMatchObject({ version: 4, state: 'concept', shelf_version: 3, type: 'guide' })
      expect(await onSquare(house, id)).toMatchObject({ items: 1 })
      expect((await house.visitor().get('/kennis/anders')).text).toContain('De tweede tekst.')
      expect((await editor.get(`/redactie/${id}/versies`)).text).toContain(
        'Teruggezet: versie 2</span><span class="plein-line">Die was beter',
      )
      // Pressed on a page that is old by now, for words that are there still.
      const late = await editor.post(`/redactie/${id}/versies/terugzetten`, { version: '3', to: '1' })
      expect(late.status).toBe(409)
      expect((await editor.post(`/redactie/${id}/versies/terugzetten`, { version: '4', to: '4' })).status).toBe(410)
      const long = await editor.post(`/redactie/${id}/versies/terugzetten`, {
        version: '4',
        to: '1',
        reason: 'x'.repeat(501),
      })
      expect(long.status).toBe(422)
    }),
  )

  it(
    'are scanned again when they come back: what pointed at somebody is asked about anew',
    inHouse(async (house) => {
      const id = await draftFromRequest(house)
      const editor = await house.as('editorA')
      await fillIn(editor, id)
      expect((await rowOf(house, id)).open_marks).toBeGreaterThan(0)
      await replaceAll(editor, id)
      expect((await rowOf(house, id)).open_marks).toBe(0)
      const now = await versionOf(house, id)
      expect((await restore(editor, id, 2, now)).status).toBe(303)
      expect((await rowOf(house, id)).open_marks).toBeGreaterThan(0)
      expect((await editor.get(`/redactie/${id}`)).text).toContain('Kim Bakker')
    }),
  )

  it(
    'are forgotten when somebody takes a yes back: nobody can bring the words home again',
    inHouse(async (house) => {
      const { id, editor, links } = await asked(house)
      for (const link of Object.values(links)) await says(house, link, { says: 'yes' })
      await press(house, editor, id, 'publiceren')
      const kept = () =>
        house.peek((tx) =>
          tx.selectFrom('knowledge_item_revisions').select('version').where('text_sealed', 'is not', null).execute(),
        )
      expect((await kept()).length).toBeGreaterThan(1)
      const visitor = house.visitor()
      await visitor.submit(await visitor.get(links['vrager@example.org'] ?? ''), {}, 'terugnemen')
      expect(await kept()).toEqual([])
      const list = await editor.get(`/redactie/${id}/versies`)
      expect(list.text).toContain('woorden vergeten')
      expect((await editor.post(`/redactie/${id}/versies/terugzetten`, { version: '3', to: '2' })).status).toBe(410)
      // Left out and saved: that version holds the words, and they do not come back out of it.
      await fillIn(editor, id, { 'part:question': 'Andere woorden.' })
      await fillIn(editor, id, { 'leave:question': 'on' })
      const now = await versionOf(house, id)
      expect((await restore(editor, id, now - 1, now)).status).toBe(303)
      expect((await editor.get(`/redactie/${id}`)).text).not.toContain('Andere woorden.')
    }),
  )

  it(
    'are forgotten when an author is erased',
    inHouse(async (house) => {
      const { id } = await asked(house)
      await house.operate((tx) => erasePerson(tx, house.platform.vault, house.people.expert.id, house.platform.now()))
      const rows = await house.peek((tx) =>
        tx.selectFrom('knowledge_item_revisions').select('text_sealed').where('item_id', '=', id).execute(),
      )
      expect(rows.length).toBeGreaterThan(1)
      expect(rows.every((row) => row.text_sealed === null)).toBe(true)
    }),
  )
})
