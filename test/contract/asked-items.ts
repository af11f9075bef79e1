import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { draftFromRequest, fillIn, press, replaceAll } from '../../src/rooms/knowledge/knowledge.testing.ts'
import type { House } from '../house.ts'

/**
 * An item with the words of one author, as far as the question for their yes.
 * @returns the number of that question.
 */
export async function askForYes(
  house: House,
  item: { request: string; author: string; keptBy: 'a' | 'b'; editor: 'editorA' | 'editorB' },
): Promise<string> {
  const id = await draftFromRequest(house, {
    request: item.request,
    authors: [item.author],
    stewards: [house.people.organisations[item.keptBy]],
  })
  const editor = await house.as(item.editor)
  await fillIn(editor, id)
  await replaceAll(editor, id)
  await press(house, editor, id, 'verder')
  const { rows } = await house.peek((tx) =>
    sql<{
      id: string
    }>`select y.id from house.knowledge_item_yeses y join house.knowledge_item_givers g on g.id = y.giver_id
      where y.item_id = ${id} and g.person_id = ${item.author}`.execute(tx),
  )
  const [asked] = rows
  if (asked === undefined) throw new Error('nobody was asked for a yes')
  return asked.id
}

/** A letter that asks a steward to decide about whatever waits for it. @returns the number of the letter. */
export async function askToDecide(house: House, steward: string): Promise<string> {
  const letter = randomUUID()
  await house.operate((tx) =>
    sql`insert into house.knowledge_deciding_letters (id, organisation_id, day, made_at)
      values (${letter}, ${steward}, '2026-11-16', house.moment())`.execute(tx),
  )
  return letter
}

/** A letter that asks a steward to check one item. @returns the number of the letter. */
export async function askToCheck(house: House, steward: string, item: string): Promise<string> {
  const batch = randomUUID()
  await house.operate(async (tx) => {
    await sql`insert into house.knowledge_check_batches (id, organisation_id, week, made_at)
      values (${batch}, ${steward}, '2026-11-16', house.moment())`.execute(tx)
    await sql`insert into house.knowledge_check_batch_items (batch_id, item_id, state) values (${batch}, ${item}, 'due')`.execute(
      tx,
    )
  })
  return batch
}
