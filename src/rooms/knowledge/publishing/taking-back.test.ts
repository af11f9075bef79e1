import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'
import { withdrawConsent } from '../../accounts/public.ts'
import { withdrawAllOfPerson } from './consent.actions.ts'
import { asked, onSquare, press, rowOf, says, stateOf } from '../knowledge.testing.ts'
import { retention } from '../retention.ts'
import { room } from '../room.ts'
import '../tables.ts'

const nothing = { items: 0, passages: 0, words: 0 }
const takenBack = (tx: Parameters<typeof withdrawAllOfPerson>[0]) =>
  tx.selectFrom('accounts_consents').select('subject').where('withdrawn_at', 'is not', null).execute()

describe('a yes that is taken back', () => {
  it(
    'takes the item off the square at once, by the link of the letter',
    inHouse(async (house) => {
      const { id, editor, links } = await asked(house)
      for (const link of Object.values(links)) await says(house, link, { says: 'yes' })
      expect((await press(house, editor, id, 'publiceren')).status).toBe(303)
      expect(await onSquare(house, id)).toMatchObject({ items: 1 })
      const visitor = house.visitor()
      const path = links['vrager@example.org'] ?? ''
      expect((await visitor.submit(await visitor.get(path), {}, 'terugnemen')).status).toBe(303)
      expect(await onSquare(house, id)).toEqual(nothing)
      expect(await stateOf(house, id)).toBe('withdrawn')
      expect((await visitor.get(path)).text).toContain('Je nam je ja terug')
      expect(await house.peek(takenBack)).toHaveLength(1)
      // A second press changes nothing more.
      expect((await visitor.post(`${path}/terugnemen`)).status).toBe(303)
      expect(await house.peek(takenBack)).toHaveLength(1)
    }),
  )

  it(
    'does so from the page of one’s own, and nobody else’s',
    inHouse(async (house) => {
      const { id, editor, links } = await asked(house)
      for (const link of Object.values(links)) await says(house, link, { says: 'yes' })
      await press(house, editor, id, 'publiceren')
      const rosa = await house.as('expert')
      const path = /href="(\/mijn\/kennis\/[0-9a-f-]{36})"/.exec((await rosa.get('/mijn/kennis')).text)?.[1] ?? ''
      const other = await house.as('expertElsewhere')
      expect((await other.get(path)).status).toBe(404)
      expect((await other.post(`${path}/terugnemen`)).status).toBe(404)
      expect((await other.get('/mijn/kennis/geen-nummer')).status).toBe(404)
      expect(await onSquare(house, id)).toMatchObject({ items: 1 })
      expect((await rosa.submit(await rosa.get(path), {}, 'terugnemen')).status).toBe(303)
      expect(await onSquare(house, id)).toEqual(nothing)
    }),
  )

  it(
    'is heard when it was taken back on the page of all one’s consents',
    inHouse(async (house) => {
      const { id, editor, links } = await asked(house)
      for (const link of Object.values(links)) await says(house, link, { says: 'yes' })
      await press(house, editor, id, 'publiceren')
      const consent = await house.peek((tx) =>
        tx
          .selectFrom('accounts_consents')
          .select('id')
          .where('person_id', '=', house.people.secondExpert.id)
          .executeTakeFirstOrThrow(),
      )
      const proof = [...(await house.as('secondExpert')).cookies.values()][0] ?? ''
      await house.platform.database.house(proof, (tx) => withdrawConsent(tx, consent.id, house.platform.now()))
      await house.runJobs()
      expect(await onSquare(house, id)).toEqual(nothing)
    }),
  )

  it(
    'takes a name off when a person is erased, keeps the dated yes, and can take down all of theirs',
    inHouse(async (house) => {
      const { id, editor, links } = await asked(house)
      for (const [to, link] of Object.entries(links))
        await says(house, link, { says: 'yes', ...(to !== 'vrager@example.org' && { shownAs: `Naam van ${to}` }) })
      await press(house, editor, id, 'publiceren')
      const exported = await house.operate(
        (tx) => room.exportPerson?.(tx, house.platform.vault, house.people.expert.id) ?? Promise.resolve({}),
      )
      expect(JSON.stringify(exported)).toContain('Naam van rosa@example.org')
      await house.operate(
        (tx) =>
          room.erasePerson?.(tx, house.platform.vault, house.people.expert.id, house.platform.now()) ??
          Promise.resolve(),
      )
      const { slug } = await rowOf(house, id)
      const page = await house.visitor().get(`/kennis/${slug}`)
      expect(page.text).not.toContain('Naam van rosa')
      expect(page.text).toContain('Naam van kees')
      const yeses = await house.peek((tx) =>
        tx.selectFrom('knowledge_item_yeses').selectAll().where('item_id', '=', id).execute(),
      )
      expect(yeses.filter((yes) => yes.answer === 'yes')).toHaveLength(3)
      await house.operate((tx) => withdrawAllOfPerson(tx, house.people.secondExpert.id, house.platform.now()))
      expect(await onSquare(house, id)).toMatchObject({ items: 0, passages: 0, words: 0 })
    }),
  )

  it(
    'leaves no words longer than stated',
    inHouse(async (house) => {
      const { id } = await asked(house)
      const run = (dryRun: boolean, days: number) =>
        house.operate(async (tx) => {
          const at = new Date(house.platform.now().getTime() + days * 86_400_000)
          const rows: Record<string, number> = {}
          for (const rule of retention) rows[rule.name] = await rule.run(tx, at, dryRun)
          return rows
        })
      expect(await run(false, 89)).toMatchObject({ 'knowledge.old-words': 0, 'knowledge.contacts': 0 })
      const due = await run(true, 91)
      expect(due['knowledge.old-words']).toBeGreaterThan(1)
      expect(await run(false, 91)).toEqual(due)
      const left = await house.peek((tx) =>
        tx
          .selectFrom('knowledge_item_revisions')
          .select('version')
          .where('item_id', '=', id)
          .where('text_sealed', 'is not', null)
          .execute(),
      )
      expect(left).toHaveLength(1)
      await house.peek((tx) =>
        tx.updateTable('knowledge_items').set({ state: 'withdrawn' }).where('id', '=', id).execute(),
      )
      expect(await run(false, 91)).toMatchObject({ 'knowledge.contacts': 1 })
    }),
  )
})
