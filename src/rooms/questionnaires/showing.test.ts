import { describe, expect, it } from 'vitest'
import { aQuestionnaire } from '../../../test/contract/asked-questions.ts'
import { inHouse, type House } from '../../../test/house.ts'
import { listQuestionnaires, versionWith } from './questionnaires.sql.ts'
import { readExchanged, writeExchanged } from './exchange.rules.ts'
import { templates } from './templates.ts'

const at = (id: string, path = '') => `/onderzoek/vragenlijsten/${id}${path}`
const opened = async (house: House) => ({ id: await aQuestionnaire(house, 'a'), lotte: await house.as('researcher') })
const reading = '/onderzoek/vragenlijsten/inlezen'

describe('the preview', () => {
  it(
    'walks the form with its routing and keeps nothing',
    inHouse(async (house) => {
      const { id, lotte } = await opened(house)
      const first = await lotte.get(at(id, '/voorbeeld'))
      expect(first.text).toContain('Werken er ervaringsdeskundigen?')
      expect(first.text).not.toContain('Hoeveel zijn het er?')
      expect(first.text).toContain('Wat wij met deze woorden bedoelen')
      const more = await lotte.submit(first, { 'q_vraag-2': 'k-1', go: 'next' }, '/voorbeeld"')
      expect(more.text).toContain('Hoeveel zijn het er?')
      expect(more.text).toContain('kwamen er vragen bij')
      const wrong = await lotte.submit(more, { 'q_vraag-3': 'veel', go: 'next' }, '/voorbeeld"')
      expect(wrong.status).toBe(422)
      expect(wrong.text).toContain('Vul een getal in, zoals 12')
      expect(wrong.text).toContain('value="veel"')
      const second = await lotte.submit(wrong, { 'q_vraag-3': '12', go: 'next' }, '/voorbeeld"')
      expect(second.text).toContain('Nu volgen vragen over later.')
      const back = await lotte.submit(second, { go: 'back' }, '/voorbeeld"')
      expect(back.text).toContain('value="12"')
      const again = await lotte.submit(back, { go: 'next' }, '/voorbeeld"')
      const end = await lotte.submit(again, { go: 'next' }, '/voorbeeld"')
      expect(end.text).toContain('Hier is het formulier klaar')
      expect(await house.count('questionnaires_steps')).toBe(0)
      const diary = await house.peek((tx) => tx.selectFrom('platform_diary').select('event').execute())
      expect(diary.map(({ event }) => event).filter((event) => event === 'questionnaires.changed')).toEqual([])
    }),
  )

  it(
    'refuses what is not of the form',
    inHouse(async (house) => {
      const { id, lotte } = await opened(house)
      const page = await lotte.get(at(id, '/voorbeeld'))
      for (const fields of [{ section: 'niet' }, { before: '{' }] as Record<string, string>[])
        expect((await lotte.submit(page, fields, '/voorbeeld"')).status).toBe(415)
      const strange = await lotte.submit(page, { q_vreemd: '1', go: 'next' }, '/voorbeeld"')
      expect(strange.status).toBe(422)
      expect(strange.text).toContain('hoort niet bij deze vragenlijst')
    }),
  )

  it(
    'is as wide as a telephone when asked',
    inHouse(async (house) => {
      const { id, lotte } = await opened(house)
      expect((await lotte.get(at(id, '/voorbeeld?breedte=telefoon'))).text).toContain('plein-preview--telefoon')
      expect((await lotte.get(at(id, '/voorbeeld'))).text).not.toContain('plein-preview--telefoon')
    }),
  )
})

describe('a questionnaire as a file', () => {
  it.each([...templates.keys()])('goes out and comes in as it was: %s', (name) => {
    const definition = templates.get(name)
    if (definition === undefined) throw new Error('no template')
    expect(readExchanged(writeExchanged(definition))).toEqual({ kind: 'questionnaire', definition })
  })

  it(
    'is downloaded, and read in by file or by pasting, as a new one',
    inHouse(async (house) => {
      const { id, lotte } = await opened(house)
      const file = await lotte.get(at(id, '/bestand'))
      expect(file.headers.get('content-type')).toContain('application/json')
      expect(file.headers.get('content-disposition')).toContain('vragenlijst-versie-1.json')
      const organisation = house.people.organisations.b
      const byFile = await lotte.upload(reading, { organisation }, { file: { name: 'x.json', bytes: file.text } })
      const pasted = await lotte.upload(reading, { organisation, text: `\uFEFF${file.text}` }, {})
      for (const made of [byFile, pasted]) {
        expect(made.status).toBe(303)
        const listed = await house.operate((tx) => listQuestionnaires(tx))
        const found = listed.find((each) => made.location?.includes(each.id))
        expect(found?.organisation).toBe('Partner B')
        const version = await house.operate((tx) => versionWith(tx, found?.version.id ?? ''))
        expect(version.definition).toEqual(JSON.parse(file.text))
      }
    }),
  )

  it.each([
    ['{"format": 1,\n  "title": }', 'op regel 2, teken 12'],
    ['{"format": 1', 'Dit is geen JSON'],
    ['[]', 'het begin: Hier staat iets van een andere soort'],
    ['{"format":1,"title":{"nl":"x"},"intro":{"nl":"x"},"terms":[]}', 'sections: Hier ontbreekt iets'],
    [
      '{"format":1,"title":{"nl":"x"},"intro":{"nl":"x"},"terms":[],"sections":[{"key":"a","title":{"nl":"A"},"questions":[{"key":"b","type":"text","text":{"nl":"B"},"about":"fact","longest":5,"html":"<script>"}]}]}',
      'sections[0].questions[0].html: Het veld “html” kennen we niet',
    ],
    ['', 'Kies een bestand of plak de tekst'],
  ])('is not read in half, and names the place: %s', (text, sentence) =>
    inHouse(async (house) => {
      const lotte = await house.as('researcher')
      const again = await lotte.upload(reading, { organisation: house.people.organisations.a, text }, {})
      expect(again.status).toBe(422)
      expect(again.text).toContain(sentence)
      expect(await house.count('questionnaires_questionnaires')).toBe(0)
    })(),
  )

  it(
    'is not read in from bytes that are no text, nor from two places',
    inHouse(async (house) => {
      const lotte = await house.as('researcher')
      const organisation = house.people.organisations.a
      const bytes = new Uint8Array([0xff, 0xfe, 0x00])
      const odd = await lotte.upload(reading, { organisation }, { file: { name: 'x.json', bytes } })
      expect(odd.text).toContain('geen tekst die we kunnen lezen')
      const both = await lotte.upload(reading, { organisation, text: '{}' }, { file: { name: 'x', bytes: '{}' } })
      expect(both.text).toContain('niet allebei')
      const large = { name: 'x', bytes: 'x'.repeat(1_000_001) }
      expect((await lotte.upload(reading, { organisation }, { file: large })).status).toBe(413)
      expect(await house.count('questionnaires_questionnaires')).toBe(0)
    }),
  )
})

describe('where a text stops being JSON', () => {
  it.each([
    ['', 1, 1],
    ['{"a":1,}', 1, 8],
    ['{"a":1}\n x', 2, 2],
    ['[1,\n2', 2, 2],
    ['{"a" 1}', 1, 6],
    ['[tru]', 1, 2],
    ['["\n"]', 1, 2],
    ['{"a":[1}', 1, 8],
    ['01', 1, 1],
  ])('%j', (text, line, column) => expect(readExchanged(text)).toEqual({ kind: 'not-json', at: { line, column } }))
})

describe('all questions for printing', () => {
  it(
    'has every question, with when it is asked and how it is answered',
    inHouse(async (house) => {
      const { id, lotte } = await opened(house)
      const { text } = await lotte.get(at(id, '/afdrukken'))
      for (const words of [
        'Hoeveel zijn het er?',
        'Alleen als het antwoord op “Werken er ervaringsdeskundigen?” “Ja” is.',
        'Kies er hoogstens 2:',
        'Van 1 (niet) tot en met 5 (zeer).',
        'Een maand en een jaar.',
        'Versie 1, in de maak',
      ])
        expect(text).toContain(words)
    }),
  )
})
