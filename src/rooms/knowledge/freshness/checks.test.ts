import { dayAt } from '../../../lib/days.ts'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { fieldOfCheck } from './checks.forms.ts'
import type { Answer } from './checks.rules.ts'
import { fillIn, onSquare, press, rowOf, stateOf, versionOf } from '../knowledge.testing.ts'
import { publishOwnItem, type OwnItem } from '../seeding.actions.ts'
import './checks.tables.ts'

const day = 86_400_000
const now = '2026-11-23T09:00:00Z' // a Monday
const ago = (days: number) => new Date(new Date(now).getTime() - days * day)

/** An item of partner A that was last checked so many days ago; a tool is looked at every year. */
async function itemOf(house: RolledBackHouse, daysAgo: number, more: Partial<OwnItem> = {}) {
  const made = await house.operate((tx) =>
    publishOwnItem(
      tx,
      house.platform.vault,
      {
        title: `Werkkaart van ${daysAgo}`,
        summary: 'Kort en goed.',
        lang: 'nl',
        type: 'tool',
        themes: ['povertyDebt'],
        roles: [],
        audiences: [],
        stewards: [house.people.organisations.a],
        body: 'Begin klein. Vraag wat iemand nodig heeft.',
        provenance: 'own',
        authors: [],
        source: null,
        checkedAt: ago(daysAgo),
        publishedAt: ago(daysAgo),
        ...more,
      },
      null,
      house.platform.now(),
    ),
  )
  await house.runDaily('knowledge.climb-ladder')
  return made
}

const shelf = (house: RolledBackHouse, id: string) =>
  house.peek((tx: Tx) =>
    tx
      .selectFrom('square.items')
      .select(['standing', 'review_by', 'needs_work', 'changed_at', 'checked_at', 'steward_slugs'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
const checksOf = (house: RolledBackHouse, item: string) =>
  house.peek((tx: Tx) =>
    tx.selectFrom('knowledge_checks').selectAll().where('item_id', '=', item).orderBy('at').execute(),
  )
const sameDay = (a: Date, b: Date) => dayAt(a) === dayAt(b)

/** The letters about checks, with their links, that were written since. */
async function letters(house: RolledBackHouse, to?: string) {
  const found = (await house.letters()).flatMap((letter) => {
    const link = /\/nakijken\/[\w-]+/.exec(letter.text)?.[0]
    return link && (to === undefined || letter.to === to) ? [{ ...letter, link }] : []
  })
  return found
}

const says = (house: RolledBackHouse, item: string, answer: Answer, partner: 'a' | 'b' = 'a') => ({
  [fieldOfCheck({ item, organisation: house.people.organisations[partner] })]: answer,
})

describe('checked is apart from changed', () => {
  it(
    'a spelling fix changes an item and does not reset the clock; the box that says so does',
    inHouse(async (house) => {
      house.setClock(now)
      const { id } = await itemOf(house, 100)
      const editor = await house.as('editorA')
      const fix = async (title: string, more: Record<string, string> = {}) => {
        await fillIn(editor, id, { title, summary: 'Kort en goed.', type: 'tool' })
        await press(house, editor, id, 'verder')
        const version = String(await versionOf(house, id))
        expect((await editor.post(`/redactie/${id}/publiceren`, { version, ...more })).status).toBe(303)
        return shelf(house, id)
      }
      const fixed = await fix('Werkkaart, verbeterd')
      expect(sameDay(fixed.checked_at, ago(100))).toBe(true)
      expect(sameDay(fixed.changed_at, new Date(now))).toBe(true)
      expect(await checksOf(house, id)).toEqual([])
      const looked = await fix('Werkkaart, herlezen', { checked: 'on' })
      expect(sameDay(looked.checked_at, new Date(now))).toBe(true)
      expect(looked.review_by).toBe('2027-11-23')
      expect(await checksOf(house, id)).toMatchObject([
        { outcome: 'still-right', kind: 'publication', by_person: house.people.editorA.id },
      ])
    }),
  )

  it(
    'a confirmation without an edit resets the clock, and changes nothing',
    inHouse(async (house) => {
      house.setClock(now)
      const { id } = await itemOf(house, 500)
      const before = await shelf(house, id)
      expect(before.standing).toBe('overdue')
      const editor = await house.as('editorA')
      expect((await press(house, editor, id, 'nagekeken')).status).toBe(303)
      const after = await shelf(house, id)
      expect(after).toMatchObject({ standing: 'in-time', review_by: '2027-11-23' })
      expect(after.changed_at).toEqual(before.changed_at)
      expect(await checksOf(house, id)).toMatchObject([{ outcome: 'still-right', kind: 'session' }])
    }),
  )

  it(
    'a first publication is the first check',
    inHouse(async (house) => {
      house.setClock('2026-01-10T09:00:00Z')
      const maker = await house.as('editorA')
      const made = await maker.submit(await maker.get('/redactie/nieuw'), { title: 'Lang in de maak', type: 'tool' })
      const id = made.location?.split('/').at(-1) ?? ''
      house.setClock(now)
      const editor = await house.as('editorA')
      await fillIn(editor, id, { title: 'Lang in de maak', type: 'tool', 'part:text': 'Nu is het af.' })
      await press(house, editor, id, 'verder')
      await press(house, editor, id, 'publiceren')
      expect(await shelf(house, id)).toMatchObject({ standing: 'in-time', review_by: '2027-11-23' })
    }),
  )
})

describe('the ladder', () => {
  it(
    'A1 (d): an item past its review date is marked as possibly outdated, and one in time is not',
    inHouse(async (house) => {
      house.setClock(now)
      const visitor = house.visitor()
      const read = async (slug: string) => (await visitor.get(`/kennis/${slug}`)).text
      const due = await itemOf(house, 350)
      const overdue = await itemOf(house, 400)
      const stale = await itemOf(house, 800)
      expect(await read(due.slug)).not.toContain('Misschien verouderd')
      expect(await read(overdue.slug)).toContain('Misschien verouderd')
      expect(await read(overdue.slug)).toContain('Misschien klopt niet alles meer')
      expect(await read(stale.slug)).toContain('Vertrouw er niet op')
      expect((await visitor.get(`/en/kennis/${overdue.slug}`)).text).toContain('Possibly outdated')
    }),
  )

  it(
    'moves with the days, without anybody pressing anything',
    inHouse(async (house) => {
      house.setClock('2026-01-01T09:00:00Z')
      const { id, slug } = await itemOf(house, 0, { checkedAt: new Date('2026-01-01T09:00:00Z') })
      const on = async (moment: string) => {
        house.setClock(moment)
        await house.runDaily('knowledge.climb-ladder')
        return (await shelf(house, id)).standing
      }
      expect(await on('2026-12-01T09:00:00Z')).toBe('in-time')
      expect(await on('2026-12-02T09:00:00Z')).toBe('due')
      expect(await on('2027-01-02T09:00:00Z')).toBe('overdue')
      expect((await house.visitor().get(`/kennis/${slug}`)).text).toContain('Misschien verouderd')
      expect(await on('2027-07-01T09:00:00Z')).toBe('stale')
    }),
  )

  it(
    'lets what is stale sink in search below what answers as well, and still finds it',
    inHouse(async (house) => {
      house.setClock(now)
      const body = 'Een werkkaart over huisbezoek.'
      const stale = await itemOf(house, 900, { title: 'Huisbezoek', body })
      const fresh = await itemOf(house, 10, { title: 'Huisbezoek in het klein', body })
      const order = async () => {
        const { text } = await house.visitor().get('/zoeken?q=huisbezoek')
        return [text.indexOf(`/kennis/${stale.slug}"`), text.indexOf(`/kennis/${fresh.slug}"`)]
      }
      const facets = () =>
        house.peek((tx) =>
          tx.selectFrom('square.passages').select('facets').where('item_id', '=', stale.id).executeTakeFirstOrThrow(),
        )
      expect((await facets()).facets).toContain(' checked:stale ')
      const rank = async (id: string) =>
        (
          await house.peek((tx) =>
            sql<{
              rank: number
            }>`select max(ts_rank('{0.3,0.6,0.6,1.0}', vector, ${"'huisbezoek'"}::tsquery, 1)) as rank
              from square.passages where item_id = ${id}`.execute(tx),
          )
        ).rows[0]?.rank ?? 0
      // Without its age it would be first: the test is about the age.
      expect(await rank(stale.id)).toBeGreaterThan(await rank(fresh.id))
      const [old = -1, young = -1] = await order()
      expect(young).toBeGreaterThan(-1)
      expect(old).toBeGreaterThan(young)
      await press(house, await house.as('editorA'), stale.id, 'nagekeken')
      expect((await facets()).facets).not.toContain(' checked:stale ')
      const [again = -1, second = -1] = await order()
      expect(again).toBeLessThan(second)
    }),
  )

  it(
    'has a rhythm of its own when a steward chooses one, and that of its kind otherwise',
    inHouse(async (house) => {
      house.setClock(now)
      const { id } = await itemOf(house, 100)
      const editor = await house.as('editorA')
      const choose = async (months: string) => {
        const page = await editor.get(`/redactie/${id}`)
        expect((await editor.submit(page, { months }, `action="/redactie/${id}/ritme"`)).status).toBe(303)
        return shelf(house, id)
      }
      expect(await choose('3')).toMatchObject({ standing: 'overdue', review_by: '2026-11-15' })
      expect(await choose('')).toMatchObject({ standing: 'in-time', review_by: '2027-08-15' })
      expect((await editor.post(`/redactie/${id}/ritme`, { months: '5' })).status).toBe(415)
      const other = await house.as('editorB')
      expect((await other.post(`/redactie/${id}/ritme`, { months: '3' })).status).toBe(404)
    }),
  )

  it(
    'stands on the page with figures: the share in time, its base, and how it is counted',
    inHouse(async (house) => {
      house.setClock(now)
      for (const days of [10, 20, 350, 400, 900]) await itemOf(house, days)
      const { text } = await house.visitor().get('/cijfers')
      expect(text).toContain('60% van 5 items op het plein is op tijd nagekeken.')
      expect(text).toContain('Zo tellen wij')
    }),
  )
})

describe('letters to stewards', () => {
  it(
    'hold everything of a steward in one letter with one link for each editor, and none of its words',
    inHouse(async (house) => {
      house.setClock(now)
      await itemOf(house, 350, { title: 'Geheime kaart' })
      await itemOf(house, 400)
      await itemOf(house, 10)
      await itemOf(house, 400, { title: 'Van B', stewards: [house.people.organisations.b] })
      await house.runDaily('knowledge.ask-for-checks')
      const [toA, ...more] = await letters(house, 'eva@example.org')
      expect(more).toEqual([])
      expect(toA?.text).toContain('2 items van jullie')
      expect(toA?.text).toContain('Eén daarvan is over de datum')
      expect(toA?.text).not.toContain('Geheime kaart')
      expect((await letters(house, 'joris@example.org')).length).toBe(1)
      const page = await house.visitor().get(toA?.link ?? '')
      expect(page.text).toContain('Geheime kaart')
      expect(page.text).not.toContain('Van B')
    }),
  )

  it(
    'go at most once a week, and only with news',
    inHouse(async (house) => {
      house.setClock(now)
      await itemOf(house, 350)
      const count = async () => (await letters(house, 'eva@example.org')).length
      await house.runDaily('knowledge.ask-for-checks')
      await house.runDaily('knowledge.ask-for-checks')
      expect(await count()).toBe(1)
      // Something new in the same week waits.
      await itemOf(house, 400)
      house.setClock('2026-11-29T09:00:00Z')
      await house.runDaily('knowledge.ask-for-checks')
      expect(await count()).toBe(1)
      house.setClock('2026-11-30T09:00:00Z')
      await house.runDaily('knowledge.ask-for-checks')
      expect(await count()).toBe(2)
      // A week without a step up the ladder is a week without a letter.
      house.setClock('2026-12-07T09:00:00Z')
      await house.runDaily('knowledge.ask-for-checks')
      expect(await count()).toBe(2)
      // The first one passes its date on 9 December.
      house.setClock('2026-12-14T09:00:00Z')
      await house.runDaily('knowledge.ask-for-checks')
      expect(await count()).toBe(3)
    }),
  )

  it(
    'say nothing to a steward of which nothing asks to be checked',
    inHouse(async (house) => {
      house.setClock(now)
      await itemOf(house, 10)
      await house.runDaily('knowledge.ask-for-checks')
      expect(await letters(house)).toEqual([])
      expect(await house.count('knowledge_check_batches')).toBe(0)
    }),
  )
})

/** Writes the letter and opens its link. */
async function askedByLetter(house: RolledBackHouse) {
  await house.runDaily('knowledge.ask-for-checks')
  const [letter] = await letters(house, 'eva@example.org')
  const link = letter?.link ?? ''
  const visitor = house.visitor()
  const answer = async (fields: Record<string, string>) => {
    const given = await visitor.submit(await visitor.get(link), fields)
    await house.runJobs()
    return given
  }
  return { link, visitor, answer }
}

describe('the link of a letter', () => {
  it(
    'changes nothing when it is opened, however often',
    inHouse(async (house) => {
      house.setClock(now)
      const { id } = await itemOf(house, 400)
      const { link, visitor } = await askedByLetter(house)
      for (let n = 0; n < 3; n++) expect((await visitor.get(link)).status).toBe(200)
      expect(await checksOf(house, id)).toEqual([])
      expect((await shelf(house, id)).standing).toBe('overdue')
    }),
  )

  it(
    'takes "still right": the clock starts anew, and who said so is kept',
    inHouse(async (house) => {
      house.setClock(now)
      const { id } = await itemOf(house, 400)
      const other = await itemOf(house, 500)
      const { answer, link, visitor } = await askedByLetter(house)
      expect(await answer(says(house, id, 'still-right'))).toMatchObject({ status: 303, location: link })
      expect(await shelf(house, id)).toMatchObject({ standing: 'in-time', review_by: '2027-11-23' })
      expect((await shelf(house, other.id)).standing).toBe('overdue')
      expect(await checksOf(house, id)).toMatchObject([
        { outcome: 'still-right', kind: 'link', by_person: house.people.editorA.id, done_at: expect.any(Date) },
      ])
      expect((await visitor.get(link)).text).toContain('Jullie antwoord van')
    }),
  )

  it(
    'takes "needs work": readers are told until it is published anew',
    inHouse(async (house) => {
      house.setClock(now)
      const { id, slug } = await itemOf(house, 400)
      const { answer } = await askedByLetter(house)
      await answer(says(house, id, 'needs-work'))
      expect((await house.visitor().get(`/kennis/${slug}`)).text).toContain('Hier is werk aan')
      const editor = await house.as('editorA')
      await fillIn(editor, id, { title: 'Werkkaart van nu', type: 'tool' })
      await press(house, editor, id, 'verder')
      await press(house, editor, id, 'publiceren')
      expect((await house.visitor().get(`/kennis/${slug}`)).text).not.toContain('Hier is werk aan')
    }),
  )

  it(
    'takes "retire": it is gone for everybody',
    inHouse(async (house) => {
      house.setClock(now)
      const { id, slug } = await itemOf(house, 400)
      const { answer } = await askedByLetter(house)
      await answer(says(house, id, 'retire'))
      expect(await stateOf(house, id)).toBe('withdrawn')
      expect((await onSquare(house, id))?.items).toBe(0)
      expect((await house.visitor().get(`/kennis/${slug}`)).status).not.toBe(200)
    }),
  )

  it(
    'takes "not ours": one of two steps back, from the square too',
    inHouse(async (house) => {
      house.setClock(now)
      const { a, b } = house.people.organisations
      const { id, slug } = await itemOf(house, 400, { stewards: [a, b] })
      const { answer, link, visitor } = await askedByLetter(house)
      await answer(says(house, id, 'not-ours'))
      expect((await shelf(house, id)).steward_slugs).toEqual(['partner-b'])
      expect((await house.visitor().get(`/kennis/${slug}`)).text).not.toContain('Partner A')
      expect((await visitor.get(link)).text).toContain('Er is niets na te kijken')
      expect((await (await house.as('editorA')).get(`/redactie/${id}`)).status).toBe(404)
      expect((await (await house.as('editorB')).get(`/redactie/${id}`)).status).toBe(200)
    }),
  )

  it(
    'takes "not ours" of the last one too: it stays until another takes over, and partners are told',
    inHouse(async (house) => {
      house.setClock(now)
      const { id, slug } = await itemOf(house, 400)
      const { answer } = await askedByLetter(house)
      await answer(says(house, id, 'not-ours'))
      expect((await shelf(house, id)).steward_slugs).toEqual(['partner-a'])
      expect((await house.visitor().get(`/kennis/${slug}`)).text).toContain('Hiervoor zoeken we een organisatie')
      await house.runDaily('knowledge.tell-of-wanted')
      const told = (await house.letters()).filter((letter) => letter.text.includes('/redactie/zoekt-organisatie'))
      expect(told.map((letter) => letter.to).toSorted()).toEqual(['anna@example.org', 'joris@example.org'])
    }),
  )

  it(
    'answers only what it asks, only with an answer, and once for a press that comes twice',
    inHouse(async (house) => {
      house.setClock(now)
      const { id } = await itemOf(house, 400)
      const foreign = await itemOf(house, 400, { stewards: [house.people.organisations.b] })
      const { link, visitor } = await askedByLetter(house)
      const page = await visitor.get(link)
      expect((await visitor.submit(page, says(house, foreign.id, 'retire', 'b'))).status).toBe(404)
      expect((await visitor.submit(page, says(house, foreign.id, 'retire', 'a'))).status).toBe(404)
      expect(await stateOf(house, foreign.id)).toBe('published')
      const nothing = await visitor.submit(page)
      expect(nothing.status).toBe(422)
      expect(nothing.text).toContain('Kies bij minstens één item een antwoord')
      const key = '6f2f6a52-3f5b-4e3a-9c3f-0a52a1f0c001'
      for (let n = 0; n < 2; n++)
        expect((await visitor.post(link, { _key: key, ...says(house, id, 'still-right') })).status).toBe(303)
      expect((await checksOf(house, id)).length).toBe(1)
    }),
  )

  it(
    'is nobody’s any more when its editor left, or after two months',
    inHouse(async (house) => {
      house.setClock(now)
      await itemOf(house, 400)
      const { link, visitor } = await askedByLetter(house)
      await house.peek((tx) =>
        sql`update house.accounts_memberships set until = since + interval '1 second' where person_id = ${house.people.editorA.id}`.execute(
          tx,
        ),
      )
      expect((await visitor.get(link)).status).toBe(404)
      await house.peek((tx) =>
        sql`update house.accounts_memberships set until = null where person_id = ${house.people.editorA.id}`.execute(
          tx,
        ),
      )
      expect((await visitor.get(link)).status).toBe(200)
      house.setClock('2027-01-23T09:00:00Z')
      expect((await visitor.get(link)).status).toBe(410)
    }),
  )
})

describe('the list of an editor', () => {
  it(
    'asks the same, signed in, those that wait longest first',
    inHouse(async (house) => {
      house.setClock(now)
      const first = await itemOf(house, 700, { title: 'Kaart een' })
      const second = await itemOf(house, 400, { title: 'Kaart twee' })
      await itemOf(house, 10, { title: 'Kaart drie' })
      const editor = await house.as('editorA')
      expect((await editor.get('/redactie')).text).toContain('href="/redactie/nakijken"')
      const page = await editor.get('/redactie/nakijken')
      expect(page.text.indexOf('Kaart een')).toBeLessThan(page.text.indexOf('Kaart twee'))
      expect(page.text).not.toContain('Kaart drie')
      const given = { ...says(house, first.id, 'still-right'), ...says(house, second.id, 'needs-work') }
      expect((await editor.submit(page, given)).status).toBe(303)
      expect(await shelf(house, first.id)).toMatchObject({ standing: 'in-time' })
      expect(await shelf(house, second.id)).toMatchObject({ standing: 'overdue', needs_work: true })
      expect(await checksOf(house, first.id)).toMatchObject([
        { kind: 'session', by_person: house.people.editorA.id, organisation_id: house.people.organisations.a },
      ])
      expect((await editor.get('/redactie/nakijken')).text).not.toContain('Kaart een')
      const other = await house.as('editorB')
      expect((await other.get('/redactie/nakijken')).text).toContain('Er is niets na te kijken')
      expect((await other.post('/redactie/nakijken', says(house, second.id, 'retire', 'a'))).status).toBe(404)
      expect((await other.post('/redactie/nakijken', says(house, second.id, 'retire', 'b'))).status).toBe(404)
      expect((await rowOf(house, second.id)).state).toBe('published')
    }),
  )
})

describe('what is kept of checks', () => {
  it(
    'goes after its time, but never the newest answer of an item',
    inHouse(async (house) => {
      house.setClock(now)
      const { id } = await itemOf(house, 400)
      const { answer } = await askedByLetter(house)
      await answer(says(house, id, 'needs-work'))
      await answer(says(house, id, 'still-right'))
      expect((await checksOf(house, id)).length).toBe(2)
      house.setClock('2033-01-01T09:00:00Z')
      await house.runDaily('platform.apply-retention')
      expect((await checksOf(house, id)).map((each) => each.outcome)).toEqual(['still-right'])
      expect(await house.count('knowledge_check_batches')).toBe(0)
    }),
  )
})
