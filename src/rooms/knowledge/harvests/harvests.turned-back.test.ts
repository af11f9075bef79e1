import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import { commitRun } from './harvest-committing.jobs.ts'
import { publishTaken } from './harvest-publishing.jobs.ts'
import { csv, handsOf, recordRows, runRow, sendFile } from './harvests.testing.ts'
import { erasePerson } from '../holdings.ts'
import { rowOf } from '../knowledge.testing.ts'

const list = csv(
  ['1', 'Praten over schulden', 'Een gesprek helpt.', 'Begin rustig.', '', ''],
  ['2', 'Een maatje zoeken', 'Samen is minder alleen.', 'Zoek iemand uit de buurt.', '', ''],
)
const warning = 'is geen redacteur meer van deze organisatie'

/** A second editor of the same organisation. */
async function secondEditor(house: RolledBackHouse) {
  const { editorB, organisations } = house.people
  await house.peek((tx) =>
    tx
      .insertInto('accounts_memberships')
      .values({
        id: randomUUID(),
        person_id: editorB.id,
        organisation_id: organisations.a,
        role: 'editor',
        since: house.platform.now(),
      })
      .execute(),
  )
  return house.as('editorB')
}

/** The first editor stops: their membership has ended. */
const stops = (house: RolledBackHouse) =>
  house.peek((tx) =>
    tx
      .updateTable('accounts_memberships')
      .set({ until: house.platform.now() })
      .where('person_id', '=', house.people.editorA.id)
      .execute(),
  )

/** The hands of the worker, with something that happens just before a transaction. */
function handsWith(house: RolledBackHouse, at: number, happens: () => Promise<unknown>) {
  const hands = handsOf(house)
  let transactions = 0
  return {
    ...hands,
    transaction: async <T>(work: Parameters<typeof hands.transaction<T>>[0]) => {
      transactions += 1
      if (transactions === at) await happens()
      return hands.transaction(work)
    },
  }
}

async function previewed(house: RolledBackHouse, bytes = list) {
  const editor = await house.as('editorA')
  const run = await sendFile(house, editor, bytes)
  await house.runJobs()
  return { editor, run }
}

async function taken(house: RolledBackHouse) {
  const { editor, run } = await previewed(house)
  await editor.post(`/redactie/inlezen/${run}/overnemen`)
  await house.runJobs()
  return { editor, run, items: (await recordRows(house, run)).map((row) => row.item_id ?? '') }
}

const states = (house: RolledBackHouse, items: readonly string[]) =>
  Promise.all(items.map(async (id) => (await rowOf(house, id)).state))

describe('taking what was read, after whoever pressed stopped as editor', () => {
  it(
    'makes nothing; another editor sees why, takes it, and it is done in their name',
    inHouse(async (house) => {
      const { editor, run } = await previewed(house)
      const other = await secondEditor(house)
      expect((await other.get(`/redactie/inlezen/${run}`)).text).not.toContain(warning)
      await editor.post(`/redactie/inlezen/${run}/overnemen`)
      await stops(house)
      await house.runJobs()
      expect(await house.count('knowledge_items')).toBe(0)
      expect(await runRow(house, run)).toMatchObject({ state: 'previewed' })

      const page = await other.get(`/redactie/inlezen/${run}`)
      expect(page.text).toContain(warning)
      expect(page.text).toContain('Er is nog niets gedaan.')
      await other.submit(page, {}, 'overnemen')
      await house.runJobs()
      expect(await runRow(house, run)).toMatchObject({ state: 'committed', accepted_by: house.people.editorB.id })
      const [row] = await recordRows(house, run)
      expect(await rowOf(house, row?.item_id ?? '')).toMatchObject({ started_by: house.people.editorB.id })
      expect((await other.get(`/redactie/inlezen/${run}`)).text).not.toContain(warning)
    }),
  )

  it(
    'stops halfway; the rest is a preview, and what was made stays once',
    inHouse(async (house) => {
      const many = csv(
        ...Array.from({ length: 520 }, (_, n) => [`${n}`, `Stuk nummer ${n}`, 'Kort.', `Tekst van stuk ${n}.`, '', '']),
      )
      const { editor, run } = await previewed(house, many)
      const other = await secondEditor(house)
      await editor.post(`/redactie/inlezen/${run}/overnemen`)
      await commitRun(
        handsWith(house, 3, () => stops(house)),
        run,
      )
      expect(await house.count('knowledge_items')).toBe(500)
      const page = await other.get(`/redactie/inlezen/${run}`)
      expect(page.text).toContain('Van 500 stukken is het gedaan, van de rest niet.')
      expect(page.text).toContain('Je neemt nu 20 stukken over')
      await other.submit(page, {}, 'overnemen')
      await house.runJobs()
      expect(await house.count('knowledge_items')).toBe(520)
      expect(await runRow(house, run)).toMatchObject({ state: 'committed', counts: { taken: 520 } })
    }),
  )

  it(
    'laid aside halfway, says what was taken before',
    inHouse(async (house) => {
      const { editor, run } = await previewed(house)
      const other = await secondEditor(house)
      await editor.post(`/redactie/inlezen/${run}/overnemen`)
      await stops(house)
      await house.runJobs()
      await house.peek((tx) =>
        tx.updateTable('knowledge_harvest_runs').set({ counts: '{"new":2,"taken":1}' }).where('id', '=', run).execute(),
      )
      await other.submit(await other.get(`/redactie/inlezen/${run}`), {}, 'opzij')
      expect((await other.get(`/redactie/inlezen/${run}`)).text).toContain('1 stuk is overgenomen als concept.')
    }),
  )

  it(
    'is not done as the command line would when the person was erased meanwhile',
    inHouse(async (house) => {
      const { editor, run } = await previewed(house)
      await editor.post(`/redactie/inlezen/${run}/overnemen`)
      await house.operate((tx) => erasePerson(tx, house.platform.vault, house.people.editorA.id, house.platform.now()))
      await house.runJobs()
      expect(await house.count('knowledge_items')).toBe(0)
      expect(await runRow(house, run)).toMatchObject({ state: 'previewed', accepted_by: null })
    }),
  )
})

describe('publishing what came of it, after whoever asked stopped as editor', () => {
  it(
    'puts nothing on the square; another editor sees why, and presses again',
    inHouse(async (house) => {
      const { editor, run, items } = await taken(house)
      const other = await secondEditor(house)
      await editor.post(`/redactie/inlezen/${run}/publiceren`)
      await stops(house)
      await house.runJobs()
      expect(await states(house, items)).toEqual(['concept', 'concept'])

      const page = await other.get(`/redactie/inlezen/${run}`)
      expect(page.text).toContain(warning)
      await other.submit(page, {}, 'publiceren')
      await house.runJobs()
      expect(await states(house, items)).toEqual(['published', 'published'])
      expect(await runRow(house, run)).toMatchObject({ publish_asked_by: house.people.editorB.id })
      expect((await other.get(`/redactie/inlezen/${run}`)).text).not.toContain(warning)
    }),
  )

  it(
    'stops halfway: what is on the square stays, the rest waits',
    inHouse(async (house) => {
      const { editor, run, items } = await taken(house)
      const other = await secondEditor(house)
      await editor.post(`/redactie/inlezen/${run}/publiceren`)
      // The first transaction looks, the second lists, the third publishes one item.
      await publishTaken(
        handsWith(house, 4, () => stops(house)),
        run,
      )
      expect(await states(house, items)).toEqual(['published', 'concept'])
      expect(await runRow(house, run)).toMatchObject({ publish_asked_at: null, counts: { published: 1 } })
      const page = await other.get(`/redactie/inlezen/${run}`)
      expect(page.text).toContain('Van 1 stuk is het gedaan')
      await other.submit(page, {}, 'publiceren')
      await house.runJobs()
      expect(await states(house, items)).toEqual(['published', 'published'])
    }),
  )

  it(
    'is not done in nobody’s name when the person was erased meanwhile',
    inHouse(async (house) => {
      const { editor, run, items } = await taken(house)
      await editor.post(`/redactie/inlezen/${run}/publiceren`)
      await house.operate((tx) => erasePerson(tx, house.platform.vault, house.people.editorA.id, house.platform.now()))
      await house.runJobs()
      expect(await states(house, items)).toEqual(['concept', 'concept'])
      expect(await runRow(house, run)).toMatchObject({ publish_asked_by: null, publish_asked_at: null })
    }),
  )
})
