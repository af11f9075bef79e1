import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import { organisationTypes } from '../../accounts/public.ts'
import { silenceTerms, volunteerRun } from './approvals.rules.ts'
import { agreeOn, answers, makeKind, proposes, sharedItem } from './approvals.testing.ts'
import { fillIn, press, rowOf, stateOf } from '../knowledge.testing.ts'
import './approvals.tables.ts'

const day = 86_400_000

async function together(house: RolledBackHouse) {
  const editor = await house.as('editorA')
  const other = await house.as('editorB')
  const id = await sharedItem(house, editor, other)
  return { editor, other, id, page: `/redactie/${id}/besluiten` }
}

/** An item with the rule 'two' that is ready, and waits for both. */
async function waiting(house: RolledBackHouse, more: Record<string, string> = {}) {
  const shared = await together(house)
  await agreeOn(shared.editor, shared.other, shared.id, 'two', more)
  await press(house, shared.editor, shared.id, 'verder')
  expect(await stateOf(house, shared.id)).toBe('ready')
  return shared
}

const asksOf = (house: RolledBackHouse, id: string) =>
  house.peek((tx) =>
    tx.selectFrom('knowledge_approvals').selectAll().where('item_id', '=', id).orderBy('asked_at').execute(),
  )

describe('the rule of an item', () => {
  it(
    'is any steward until stewards agree on another, as the stricter of the two asks',
    inHouse(async (house) => {
      const { editor, other, id, page } = await together(house)
      expect((await editor.get(page)).text).toContain('Eén van de organisaties mag publiceren')
      expect((await proposes(editor, id, 'two')).status).toBe(303)
      expect((await rowOf(house, id)).rule).toBe('any')
      expect((await editor.get(page)).text).toContain('Wij wachten op Partner B')
      expect((await other.get('/redactie/meebeslissen')).text).toContain('Andere afspraak voor ‘Samen houden’')
      expect((await answers(other, page, 'yes', 'Goed plan.')).status).toBe(303)
      expect((await rowOf(house, id)).rule).toBe('two')
      // Back to any asks for both again.
      await proposes(editor, id, 'any')
      expect((await rowOf(house, id)).rule).toBe('two')
      expect((await answers(other, page, 'no', 'Samen is beter.')).status).toBe(303)
      expect((await rowOf(house, id)).rule).toBe('two')
      const decided = await editor.get(page)
      for (const shown of [
        'Nieuwe afspraak',
        'Afspraak ging niet door',
        'Goed plan.',
        'Samen is beter.',
        'Zo houden we',
      ])
        expect(decided.text).toContain(shown)
      expect((await editor.get(`/en${page}`)).text).toContain('New rule')
    }),
  )

  it(
    'is set at once by who keeps it alone, and asks nothing more of them',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const made = await editor.submit(await editor.get('/redactie/nieuw'), { title: 'Alleen', type: 'guide' })
      const id = made.location?.split('/').at(-1) ?? ''
      await fillIn(editor, id, { title: 'Alleen', 'part:text': 'Een tekst.' })
      await proposes(editor, id, 'all')
      expect((await rowOf(house, id)).rule).toBe('all')
      await press(house, editor, id, 'verder')
      expect((await press(house, editor, id, 'publiceren')).status).toBe(303)
      expect(await stateOf(house, id)).toBe('published')
      expect((await editor.get(`/redactie/${id}/besluiten`)).text).toContain('Drukte zelf op publiceren')
    }),
  )

  it(
    'asks for a reason and a choice, refuses the rule that holds, and another partner sees nothing of it',
    inHouse(async (house) => {
      const { editor, id } = await together(house)
      const { a, c } = house.people.organisations
      const without = await proposes(editor, id, 'two', { ruleWhy: ' ' })
      expect(without.status).toBe(422)
      expect(without.text).toContain('Schrijf een reden op')
      expect((await proposes(editor, id, 'any')).status).toBe(409)
      const form = { organisation: a, rule: 'two', silence: '', ruleWhy: 'Omdat.' }
      expect((await editor.post(`/redactie/${id}/afspraak`, { ...form, organisation: c })).status).toBe(404)
      expect((await editor.post(`/redactie/${id}/afspraak`, { ...form, silence: '3' })).status).toBe(422)
      const alone = await house.as('editorB')
      const own = (await alone.submit(await alone.get('/redactie/nieuw'), { title: 'Van B', type: 'guide' })).location
      expect((await editor.get(`${own}/besluiten`)).status).toBe(404)
      expect((await editor.post(`${own}/afspraak`, form)).status).toBe(404)
      expect((await editor.post(`${own}/antwoord`, form)).status).toBe(404)
    }),
  )

  it(
    'cannot be changed past the stewards, by whatever road',
    inHouse(async (house) => {
      const { id } = await together(house)
      await expect(
        house.operate((tx) => sql`update knowledge_items set rule = 'all' where id = ${id}`.execute(tx)),
      ).rejects.toThrow(/have not agreed on this rule/)
      const proof = [...(await house.as('editorA')).cookies.values()][0] ?? ''
      await expect(
        house.platform.database.house(proof, (tx) =>
          sql`update knowledge_items set silence_days = 14 where id = ${id}`.execute(tx),
        ),
      ).rejects.toThrow(/permission denied/)
    }),
  )
})

describe('publishing what is kept together', () => {
  it(
    'waits until enough stewards said yes, and says who is still asked',
    inHouse(async (house) => {
      const { editor, other, id, page } = await waiting(house)
      const item = await editor.get(`/redactie/${id}`)
      expect(item.text).toContain('Nog 2 keer ja nodig. Wij wachten op Partner A en Partner B.')
      expect(item.text).not.toContain('Publiceer op het plein')
      const refused = await press(house, editor, id, 'publiceren')
      expect(refused.status).toBe(409)
      expect(refused.text).toContain('wij wachten nog op het ja van Partner B')
      expect(await stateOf(house, id)).toBe('ready')

      expect((await answers(editor, page, 'yes', 'De tekst is af.')).status).toBe(303)
      expect((await editor.get(`/redactie/${id}`)).text).toContain('Nog 1 ja nodig. Wij wachten op Partner B.')
      expect((await other.get(page)).text).toContain('De tekst is af.')
      // The press of the second steward is its yes.
      expect((await other.get(`/redactie/${id}`)).text).toContain('Publiceer op het plein')
      expect((await press(house, other, id, 'publiceren')).status).toBe(303)
      expect(await stateOf(house, id)).toBe('published')
      const decided = (await editor.get(page)).text
      for (const shown of ['Ja tegen versie', 'De tekst is af.', 'Drukte zelf op publiceren'])
        expect(decided).toContain(shown)
    }),
  )

  it(
    'begins anew when the words change: an older yes counts no more, and stays to be read',
    inHouse(async (house) => {
      const { editor, other, id, page } = await waiting(house)
      await answers(editor, page, 'yes')
      await answers(other, page, 'yes')
      await fillIn(other, id, { title: 'Samen houden', 'part:text': 'Toch andere woorden.' })
      await press(house, other, id, 'verder')
      expect((await press(house, other, id, 'publiceren')).status).toBe(409)
      expect(
        (await asksOf(house, id)).filter(
          (each) => each.set_aside_at === null && each.answer === 'yes' && each.version !== null,
        ),
      ).toEqual([])
      expect((await editor.get(page)).text).toContain('telt niet meer')
    }),
  )

  it(
    'stops at a no with its reason, until that becomes a yes',
    inHouse(async (house) => {
      const { editor, other, id, page } = await waiting(house)
      await answers(editor, page, 'yes')
      expect((await answers(other, page, 'no', 'Het tweede deel klopt niet.')).status).toBe(303)
      const seen = await editor.get(`/redactie/${id}`)
      expect(seen.text).toContain('Partner B zei nee')
      expect((await editor.get(page)).text).toContain('Het tweede deel klopt niet.')
      const refused = await press(house, editor, id, 'publiceren')
      expect([refused.status, refused.text.includes('Een organisatie zei nee')]).toEqual([409, true])
      // A press does not undo a no of the same organisation.
      expect((await press(house, other, id, 'publiceren')).status).toBe(409)
      await answers(other, page, 'yes', 'Nu wel.')
      expect((await press(house, editor, id, 'publiceren')).status).toBe(303)
      expect((await editor.get(page)).text).toContain('Het tweede deel klopt niet.')
    }),
  )

  it(
    'is impossible in the database as well',
    inHouse(async (house) => {
      const { editor, other, id, page } = await waiting(house)
      await answers(editor, page, 'yes')
      const publish = () =>
        house.operate((tx) =>
          sql`update knowledge_items set state = 'published', slug = 'samen', shelf_version = version where id = ${id}`.execute(
            tx,
          ),
        )
      await expect(publish()).rejects.toThrow(/the stewards have not agreed/)
      await answers(other, page, 'yes')
      await publish()
    }),
  )

  it(
    'asks a steward that joins meanwhile, and forgets one without an editor',
    inHouse(async (house) => {
      const { editor, other, id, page } = await together(house)
      await agreeOn(editor, other, id, 'all')
      await press(house, editor, id, 'verder')
      await answers(editor, page, 'yes')
      await answers(other, page, 'yes')
      await house.peek((tx) =>
        sql`insert into house.accounts_memberships (id, person_id, organisation_id, role, since)
             values (gen_random_uuid(), ${house.people.expert.id}, ${house.people.organisations.c}, 'editor', now())`.execute(
          tx,
        ),
      )
      await house.peek((tx) =>
        sql`insert into house.knowledge_item_stewards (item_id, organisation_id, added_at, accepted_at)
             values (${id}, ${house.people.organisations.c}, now(), now())`.execute(tx),
      )
      expect((await press(house, editor, id, 'publiceren')).text).toContain('het ja van Partner C')
      await house.peek((tx) =>
        sql`update house.accounts_memberships set until = now() where organisation_id = ${house.people.organisations.c}`.execute(
          tx,
        ),
      )
      expect((await press(house, editor, id, 'publiceren')).status).toBe(303)
    }),
  )

  it(
    'takes only answers with a reason, of who is asked',
    inHouse(async (house) => {
      const { editor, other, id, page } = await waiting(house)
      expect((await answers(editor, page, 'yes', ' ')).status).toBe(422)
      const ask =
        (await asksOf(house, id)).find(
          (each) => each.organisation_id === house.people.organisations.b && each.version !== null,
        )?.id ?? ''
      const form = { ask, [`says:${ask}`]: 'yes', [`why:${ask}`]: 'Zomaar.' }
      expect((await editor.post(`/redactie/${id}/antwoord`, form)).status).toBe(404)
      expect((await other.post(`/redactie/${id}/antwoord`, { ...form, [`says:${ask}`]: 'soms' })).status).toBe(422)
      expect((await other.post(`/redactie/${id}/antwoord`, form)).status).toBe(303)
    }),
  )
})

describe('the letter to a steward', () => {
  const letters = async (house: RolledBackHouse, to: string) =>
    (await house.letters()).filter((each) => each.to === to && each.text.includes('/meebeslissen/'))

  it(
    'goes at most once a day, with a link that reads and answers without signing in',
    inHouse(async (house) => {
      const { editor, id, page } = await waiting(house)
      await answers(editor, page, 'yes', 'De tekst is af.')
      await house.runDaily('knowledge.ask-stewards')
      await house.runDaily('knowledge.ask-stewards')
      expect((await letters(house, 'eva@example.org')).length).toBe(0)
      const [letter, ...more] = await letters(house, 'joris@example.org')
      expect(more).toEqual([])
      expect(letter?.text).not.toContain('Samen houden')
      const link = /\/meebeslissen\/[\w-]+/.exec(letter?.text ?? '')?.[0] ?? ''
      const visitor = house.visitor()
      for (let n = 0; n < 2; n++) {
        const seen = await visitor.get(link)
        for (const shown of ['Samen houden', 'Twee weten meer dan een', 'De tekst is af.'])
          expect(seen.text).toContain(shown)
      }
      expect((await asksOf(house, id)).filter((each) => each.answer === null).length).toBe(1)
      expect(await answers(visitor, link, 'yes', 'Prima zo.')).toMatchObject({ status: 303, location: link })
      expect((await asksOf(house, id)).filter((each) => each.version !== null)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ how: 'link', by_person: house.people.editorB.id, answer: 'yes' }),
        ]),
      )
      expect((await press(house, editor, id, 'publiceren')).status).toBe(303)
      // The next day there is nothing new to say.
      house.setClock(new Date(Date.now() + 1.5 * day).toISOString())
      await house.runDaily('knowledge.ask-stewards')
      expect((await letters(house, 'joris@example.org')).length).toBe(1)
    }),
  )

  it(
    'is nobody’s when its editor left',
    inHouse(async (house) => {
      await waiting(house)
      await house.runDaily('knowledge.ask-stewards')
      const [letter] = await letters(house, 'joris@example.org')
      const link = /\/meebeslissen\/[\w-]+/.exec(letter?.text ?? '')?.[0] ?? ''
      await house.peek((tx) =>
        sql`update house.accounts_memberships set until = since + interval '1 second' where person_id = ${house.people.editorB.id}`.execute(
          tx,
        ),
      )
      const seen = await house.visitor().get(link)
      expect(seen.text).toContain('Er wacht niets op jullie')
      expect(seen.text).not.toContain('Samen houden')
    }),
  )
})

describe('silence', () => {
  const later = (house: RolledBackHouse, days: number) =>
    house.setClock(new Date(Date.now() + days * day).toISOString())

  it(
    'counts after the term when the rule says so, and stands among the decisions as what it was',
    inHouse(async (house) => {
      await makeKind(house, house.people.organisations.b, 'municipality')
      const { editor, id, page } = await waiting(house, { silence: '14' })
      await answers(editor, page, 'yes')
      later(house, 13)
      await house.runDaily('knowledge.let-silence-count')
      expect((await asksOf(house, id)).filter((each) => each.how === 'silence')).toEqual([])
      later(house, 15)
      await house.runDaily('knowledge.let-silence-count')
      await house.runDaily('knowledge.let-silence-count')
      expect((await asksOf(house, id)).filter((each) => each.how === 'silence')).toMatchObject([
        { organisation_id: house.people.organisations.b, answer: 'yes', by_person: null },
      ])
      const again = await house.as('editorA')
      expect((await again.get(page)).text).toContain('stilte van Partner B')
      expect((await press(house, again, id, 'publiceren')).status).toBe(303)
    }),
  )

  it(
    'says nothing where the rule does not say so',
    inHouse(async (house) => {
      await makeKind(house, house.people.organisations.b, 'municipality')
      const { id } = await waiting(house)
      later(house, 300)
      await house.runDaily('knowledge.let-silence-count')
      expect((await asksOf(house, id)).filter((each) => each.how === 'silence')).toEqual([])
    }),
  )

  it(
    'never counts for organisations of volunteers: the job leaves them, and the database refuses',
    inHouse(async (house) => {
      const { id } = await waiting(house, { silence: '14' })
      later(house, 300)
      await house.runDaily('knowledge.let-silence-count')
      expect((await asksOf(house, id)).filter((each) => each.how === 'silence')).toEqual([])
      const silent = () =>
        house.operate((tx) =>
          sql`update knowledge_approvals set answer = 'yes', how = 'silence', answered_at = house.moment()
               where item_id = ${id} and organisation_id = ${house.people.organisations.b} and version is not null`.execute(
            tx,
          ),
        )
      for (const type of volunteerRun) {
        await makeKind(house, house.people.organisations.b, type)
        await expect(silent()).rejects.toThrow(/silence does not count here/)
      }
      await makeKind(house, house.people.organisations.b, 'municipality')
      await silent()
    }),
  )

  it(
    'knows the same volunteers in code and in the database',
    inHouse(async (house) => {
      for (const type of organisationTypes) {
        const { rows } = await house.operate((tx) =>
          sql<{ volunteers: boolean }>`select house.knowledge_volunteer_run(${type}) as volunteers`.execute(tx),
        )
        expect([type, rows[0]?.volunteers]).toEqual([type, volunteerRun.has(type)])
      }
      for (const term of silenceTerms) expect(term).toBeGreaterThanOrEqual(7)
    }),
  )
})
