import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import type { Browsing } from '../../../../test/browsing.ts'
import { fillIn, press, rowOf, stateOf } from '../knowledge.testing.ts'
import { publishOwnItem } from '../seeding.actions.ts'
import { choiceField, declineField } from './suggestions.forms.ts'
import './suggestions.tables.ts'

const published = (house: RolledBackHouse) =>
  house.operate((tx) =>
    publishOwnItem(
      tx,
      house.platform.vault,
      {
        slug: 'een-duo',
        title: 'Werken in een duo',
        summary: 'Twee weten meer.',
        lang: 'nl',
        type: 'training',
        themes: ['broad'],
        roles: [],
        audiences: [],
        stewards: [house.people.organisations.a],
        body: [{ key: 'text', text: 'Begin samen.\n\nKijk samen terug.' }],
        details: { level: 'hbo' },
        provenance: 'own',
        authors: [],
        source: null,
        checkedAt: house.platform.now(),
        publishedAt: house.platform.now(),
      },
      null,
      house.platform.now(),
    ),
  )

const suggests = async (browser: Browsing, values: Record<string, string>, why = 'Dat leest makkelijker.') =>
  browser.submit(await browser.get('/wijziging/een-duo'), { ...values, why }, 'action="/wijziging/een-duo"')

const suggestionsOf = (house: RolledBackHouse) =>
  house.peek((tx) => tx.selectFrom('knowledge_suggestions').selectAll().orderBy('made_at').execute())

const decides = async (editor: Browsing, page: string, choices: Record<string, 'accepted' | string>) =>
  editor.submit(
    await editor.get(page),
    Object.fromEntries(
      Object.entries(choices).flatMap(([field, said]) =>
        said === 'accepted'
          ? [[choiceField(field), 'accepted']]
          : [
              [choiceField(field), 'declined'],
              [declineField(field), said],
            ],
      ),
    ),
    `action="${page}"`,
  )

/** An expert suggests another summary and another text. */
async function suggested(house: RolledBackHouse, values: Record<string, string> = {}) {
  const { id } = await published(house)
  const expert = await house.as('expert')
  const sent = await suggests(expert, {
    summary: 'Twee mensen weten meer dan een.',
    'part:text': 'Begin samen, en rustig.\n\nKijk samen terug.',
    ...values,
  })
  expect(sent.status).toBe(303)
  const suggestion = sent.location?.split('/').at(-1) ?? ''
  const editor = await house.as('editorA')
  return { id, expert, editor, own: sent.location ?? '', page: `/redactie/${id}/voorstellen/${suggestion}` }
}

describe('suggesting a change', () => {
  it(
    'starts at the page of the item, for anybody who is signed in, with the words that readers see',
    inHouse(async (house) => {
      const { id } = await published(house)
      expect((await house.visitor().get('/kennis/een-duo')).text).toContain('href="/wijziging/een-duo"')
      expect((await house.visitor().get('/wijziging/een-duo')).location).toContain('/inloggen')
      // What is being written now is nobody's business yet.
      const editor = await house.as('editorA')
      await fillIn(editor, id, { title: 'Werken in een duo', type: 'training', 'part:text': 'Nog geheim.' })
      for (const who of ['expert', 'coordinator', 'editorB'] as const) {
        const form = await (await house.as(who)).get('/wijziging/een-duo')
        expect([who, form.status, form.text.includes('Kijk samen terug')]).toEqual([who, 200, true])
        expect(form.text).not.toContain('Nog geheim')
      }
      expect((await (await house.as('expert')).get('/wijziging/bestaat-niet')).status).toBe(404)
      expect((await (await house.as('expert')).get('/en/wijziging/een-duo')).text).toContain('Suggest a change')
    }),
  )

  it(
    'asks why, asks for a change, keeps what was typed, and refuses how to reach a person in a detail',
    inHouse(async (house) => {
      await published(house)
      const expert = await house.as('expert')
      const nothing = await suggests(expert, {})
      expect([nothing.status, nothing.text.includes('Verander minstens één veld')]).toEqual([422, true])
      const without = await suggests(expert, { summary: 'Mijn nieuwe samenvatting.' }, ' ')
      expect([without.status, without.text.includes('Mijn nieuwe samenvatting.')]).toEqual([422, true])
      expect((await suggests(expert, { title: 'x'.repeat(200) })).status).toBe(422)
      expect((await suggests(expert, { 'detail:level': 'verzonnen' })).status).toBe(422)
      expect((await suggests(expert, { 'part:elders': 'x' })).status).toBe(422)
      expect(await suggestionsOf(house)).toEqual([])
    }),
  )

  it(
    'waits one at a time per person, and can be taken back',
    inHouse(async (house) => {
      const { expert, own, editor, page } = await suggested(house)
      expect((await expert.get('/wijziging/een-duo')).text).toContain('Je hebt al een voorstel')
      const other = {
        title: 'Anders',
        summary: 'Twee weten meer.',
        'part:text': 'Begin.',
        'detail:level': 'hbo',
        why: 'Zo.',
      }
      expect((await expert.post('/wijziging/een-duo', other)).status).toBeGreaterThanOrEqual(409)
      expect((await expert.post(`${own}/terugnemen`, {})).status).toBe(303)
      expect((await expert.get(own)).text).toContain('Teruggenomen')
      expect((await editor.get(page)).text).toContain('Hierover is al besloten')
      expect((await expert.post(`${own}/terugnemen`, {})).status).toBe(409)
      expect((await suggests(expert, { summary: 'Nog een keer.' })).status).toBe(303)
    }),
  )
})

describe('deciding about a suggestion', () => {
  it(
    'happens per field: what is accepted becomes the draft, what is declined says why, and who suggested it hears of it',
    inHouse(async (house) => {
      const { id, expert, editor, own, page } = await suggested(house, { 'detail:level': 'mbo-4' })
      expect((await editor.get('/redactie/meebeslissen')).text).toContain('Voorstel van')
      const seen = await editor.get(page)
      for (const shown of ['Dat leest makkelijker.', 'en rustig', '<del', '<ins']) expect(seen.text).toContain(shown)
      expect(seen.text).not.toContain(house.people.expert.name)

      expect((await decides(editor, page, { summary: 'accepted' })).status).toBe(422)
      const said = { summary: 'accepted', 'part:text': ' ', 'detail:level': 'accepted' }
      expect((await decides(editor, page, said)).status).toBe(422)
      const done = await decides(editor, page, { ...said, 'part:text': 'Dat woord past hier niet.' })
      expect(done).toMatchObject({ status: 303, location: `/redactie/${id}` })

      expect(await stateOf(house, id)).toBe('concept')
      const draft = await editor.get(`/redactie/${id}`)
      expect(draft.text).toContain('Twee mensen weten meer dan een.')
      expect(draft.text).not.toContain('en rustig')
      expect((await house.visitor().get('/kennis/een-duo')).text).toContain('Twee weten meer.')
      await press(house, editor, id, 'verder')
      await press(house, editor, id, 'publiceren')
      expect((await house.visitor().get('/kennis/een-duo')).text).toContain('Twee mensen weten meer dan een.')

      await house.runJobs()
      const letter = (await house.letters()).find((each) => each.to === 'rosa@example.org')
      expect(letter?.text).toContain(own)
      expect(letter?.text).not.toContain('duo')
      const told = await expert.get(own)
      for (const shown of ['2 van 3 velden overgenomen', 'Besloten door Partner A', 'Dat woord past hier niet.'])
        expect(told.text).toContain(shown)
      expect((await expert.get('/mijn/wijzigingen')).text).toContain('Werken in een duo')
      const decided = (await editor.get(`/redactie/${id}/besluiten`)).text
      expect(decided).toContain('Besloot over een voorstel: 2 van 3 velden overgenomen')
      expect((await decides(editor, page, said).catch(() => null)) ?? 'no form').toBe('no form')
    }),
  )

  it(
    'shows a field that changed meanwhile, and refuses an answer to what was read before',
    inHouse(async (house) => {
      const { id, editor, page } = await suggested(house)
      const before = await editor.get(page)
      expect(before.text).not.toContain('intussen veranderd')
      await fillIn(editor, id, { title: 'Werken in een duo', type: 'training', summary: 'Twee is een paar.' })
      const old = await editor.submit(
        before,
        { [choiceField('summary')]: 'accepted', [choiceField('part:text')]: 'accepted' },
        `action="${page}"`,
      )
      expect(old.status).toBe(409)
      const seen = await editor.get(page)
      for (const shown of ['intussen veranderd', 'paar']) expect(seen.text).toContain(shown)
      expect((await decides(editor, page, { summary: 'Deze is beter.', 'part:text': 'accepted' })).status).toBe(303)
      expect((await editor.get(`/redactie/${id}`)).text).toContain('Twee is een paar.')
    }),
  )

  it(
    'scans what was suggested like other words',
    inHouse(async (house) => {
      const { id, editor, page } = await suggested(house, { 'part:text': 'Bel mij op 06-12345678.' })
      expect((await editor.get(page)).text).toContain('wat naar iemand kan wijzen')
      await decides(editor, page, { summary: 'accepted', 'part:text': 'accepted' })
      expect((await rowOf(house, id)).open_marks).toBe(1)
    }),
  )

  it(
    'is for those who keep the item, and seen by nobody else',
    inHouse(async (house) => {
      const { id, own, page } = await suggested(house)
      const other = await house.as('editorB')
      expect((await other.get(page)).status).toBe(404)
      expect((await other.post(page, { version: '1' })).status).toBe(404)
      expect((await other.get(own)).status).toBe(404)
      expect((await other.get('/redactie/meebeslissen')).text).not.toContain('Voorstel van')
      const proof = [...other.cookies.values()][0] ?? ''
      const seen = await house.platform.database.house(proof, (tx) =>
        tx.selectFrom('knowledge_suggestions').select('id').execute(),
      )
      expect(seen).toEqual([])
      await expect(
        house.platform.database.house(proof, (tx) =>
          tx
            .insertInto('knowledge_suggestions')
            .values({
              id: '6f2f6a52-3f5b-4e3a-9c3f-0a52a1f0c001',
              item_id: id,
              person_id: house.people.secondExpert.id,
              base_version: 1,
              made_at: new Date(),
            })
            .execute(),
        ),
      ).rejects.toThrow(/row-level security/)
    }),
  )

  it(
    'is told to the stewards in a letter, at most once a day',
    inHouse(async (house) => {
      await suggested(house)
      await house.runDaily('knowledge.ask-stewards')
      await house.runDaily('knowledge.ask-stewards')
      const told = (await house.letters()).filter((letter) => letter.text.includes('/redactie/meebeslissen'))
      expect(told.map((letter) => letter.to)).toEqual(['eva@example.org'])
    }),
  )
})

describe('what is kept of suggestions', () => {
  it(
    'goes six months after the decision, at once when it is taken back, and with the person',
    inHouse(async (house) => {
      const { editor, expert, page, own } = await suggested(house)
      await decides(editor, page, { summary: 'accepted', 'part:text': 'Liever niet.' })
      await suggests(expert, { summary: 'Nog iets.' })
      await house.runDaily('platform.apply-retention')
      expect((await suggestionsOf(house)).map((each) => each.text_sealed !== null)).toEqual([true, true])
      const erase = await import('./suggestions.holdings.ts')
      house.setClock(new Date(Date.now() + 200 * 86_400_000).toISOString())
      await house.runDaily('platform.apply-retention')
      expect((await suggestionsOf(house)).map((each) => each.text_sealed !== null)).toEqual([false, true])
      expect((await (await house.as('expert')).get(own)).text).toContain('zijn gewist')
      await house.operate((tx) => erase.eraseSuggestions(tx, house.people.expert.id, house.platform.now()))
      expect(await suggestionsOf(house)).toMatchObject([
        { person_id: null, text_sealed: null, outcome: 'decided' },
        { person_id: null, text_sealed: null, outcome: 'taken-back' },
      ])
      const fields = await house.peek((tx) =>
        sql<{ n: number }>`select count(*)::int as n from house.knowledge_suggestion_fields`.execute(tx),
      )
      expect(fields.rows[0]?.n).toBe(3)
    }),
  )

  it(
    'keeps the words on the square to suggest from, however long ago they were saved',
    inHouse(async (house) => {
      const { id } = await published(house)
      const editor = await house.as('editorA')
      await fillIn(editor, id, { title: 'Werken in een duo', type: 'training' })
      house.setClock(new Date(Date.now() + 120 * 86_400_000).toISOString())
      await house.runDaily('platform.apply-retention')
      expect((await (await house.as('expert')).get('/wijziging/een-duo')).status).toBe(200)
    }),
  )
})
