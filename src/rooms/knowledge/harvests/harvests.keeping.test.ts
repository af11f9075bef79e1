import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import { agreeOn } from '../deciding/approvals.testing.ts'
import { readRun } from './harvest-reading.jobs.ts'
import { harvestsRetention } from './harvests.holdings.ts'
import { csv, handsOf, recordRows, runRow, sendAgain, sendFile } from './harvests.testing.ts'
import { erasePerson, exportPerson } from '../holdings.ts'
import { fillIn, rowOf } from '../knowledge.testing.ts'

const list = csv(
  ['1', 'Praten over schulden', 'Een gesprek helpt.', 'Begin rustig.', '', ''],
  ['2', 'Een maatje zoeken', 'Samen is minder alleen.', 'Zoek iemand uit de buurt.', '', ''],
)

const retain = (house: RolledBackHouse, name: string, dryRun = false) =>
  house.operate(async (tx) => {
    const rule = harvestsRetention.find((each) => each.name === name)
    return rule?.run(tx, house.platform.now(), dryRun)
  })

describe('a reading', () => {
  it(
    'that another worker took over is left to that one',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const run = await sendFile(house, editor, list)
      const hands = handsOf(house)
      let transactions = 0
      const slow = {
        ...hands,
        transaction: async <T>(work: Parameters<typeof hands.transaction<T>>[0]) => {
          transactions += 1
          // Just before it writes what it read, it is thought dead.
          if (transactions === 3) await readRun(hands, run)
          return hands.transaction(work)
        },
      }
      await readRun(slow, run)
      expect(transactions).toBe(3)
      expect(await runRow(house, run)).toMatchObject({ state: 'previewed', counts: { new: 2 } })
      expect(await recordRows(house, run)).toHaveLength(2)
    }),
  )

  it(
    'leaves to its stewards what more of them must agree with',
    inHouse(async (house) => {
      const [editor, other] = [await house.as('editorA'), await house.as('editorB')]
      const run = await sendFile(house, editor, list)
      await house.runJobs()
      await editor.post(`/redactie/inlezen/${run}/overnemen`)
      await house.runJobs()
      const [shared = '', own = ''] = (await recordRows(house, run)).map((row) => row.item_id ?? '')
      const { a, b } = house.people.organisations
      await fillIn(editor, shared, { title: 'Praten over schulden', stewards: [a, b] })
      await other.post(`/redactie/${shared}/meedoen`, { organisation: b, says: 'yes' })
      await agreeOn(editor, other, shared, 'all')
      await editor.post(`/redactie/inlezen/${run}/publiceren`)
      await house.runJobs()
      expect([(await rowOf(house, shared)).state, (await rowOf(house, own)).state]).toEqual(['concept', 'published'])
      expect((await runRow(house, run)).counts).toMatchObject({ published: 1 })
    }),
  )
})

describe('what a reading leaves behind', () => {
  it(
    'goes: the file after 30 days, the words with their key after 90, the rest after two years; items and ties stay',
    inHouse(async (house) => {
      house.setClock('2026-11-22T08:00:00Z')
      const editor = await house.as('editorA')
      const run = await sendFile(house, editor, list)
      await house.runJobs()
      await editor.post(`/redactie/inlezen/${run}/overnemen`)
      await house.runJobs()
      const waiting = await sendAgain(house, editor, run, list)
      await house.runJobs()
      const keys = async () =>
        (
          await house.peek((tx) =>
            sql<{
              n: number
            }>`select count(*)::int as n from house.platform_data_keys where holder like 'harvest:%'`.execute(tx),
          )
        ).rows[0]?.n
      expect(await retain(house, 'knowledge.harvest-files')).toBe(0)
      house.setClock('2026-12-23T08:00:00Z')
      expect(await retain(house, 'knowledge.harvest-files', true)).toBe(2)
      expect(await retain(house, 'knowledge.harvest-files')).toBe(2)
      expect(await house.count('knowledge_harvest_pieces')).toBe(0)
      expect(await retain(house, 'knowledge.harvest-words')).toBe(0)
      house.setClock('2027-02-21T08:00:00Z')
      expect(await retain(house, 'knowledge.harvest-words')).toBe(2)
      expect([await house.count('knowledge_harvest_records'), await keys()]).toEqual([0, 0])
      expect(await runRow(house, waiting)).toMatchObject({ state: 'set-aside' })
      expect((await (await house.as('editorA')).get(`/redactie/inlezen/${run}`)).text).toContain(
        '2 stukken zijn overgenomen',
      )
      house.setClock('2028-11-23T08:00:00Z')
      expect(await retain(house, 'knowledge.harvest-runs')).toBe(2)
      expect([await house.count('knowledge_harvest_ties'), await house.count('knowledge_items')]).toEqual([2, 2])
    }),
  )

  it(
    'names nobody any more who was erased, and is in the copy of whoever did it',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const eva = house.people.editorA.id
      const run = await sendFile(house, editor, list)
      await house.runJobs()
      await editor.post(`/redactie/inlezen/${run}/overnemen`)
      await house.runJobs()
      const item = (await recordRows(house, run))[0]?.item_id ?? ''
      await fillIn(editor, item, { title: 'Anders', summary: 'Een gesprek helpt.', type: 'article' })
      const copy = await house.operate((tx) => exportPerson(tx, house.platform.vault, eva))
      expect(copy['harvests']).toMatchObject({
        sourcesAdded: [{ name: 'Onze website' }],
        runs: [{ id: run }],
        fieldsLocked: [{ item, field: 'title' }],
      })
      await house.operate((tx) => erasePerson(tx, house.platform.vault, eva, house.platform.now()))
      expect(await runRow(house, run)).toMatchObject({ started_by: null, accepted_by: null })
      const left = await house.peek((tx) =>
        sql<{ n: number }>`select (select count(made_by) from house.knowledge_harvest_sources)::int
          + (select count(locked_by) from house.knowledge_locked_fields)::int as n`.execute(tx),
      )
      expect(left.rows[0]?.n).toBe(0)
      expect(await house.count('knowledge_locked_fields')).toBe(1)
    }),
  )
})
