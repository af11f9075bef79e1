import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { Answer } from './checks.rules.ts'
import { findAskedBatch, listAskedByLetter, type AskedItem } from './checks.sql.ts'
import { checksWords } from './checks.text.ts'
import { getItem, type Item } from '../items/items.sql.ts'
import { markNeedsWork, setRhythm, startClock } from './ladder.sql.ts'
import { problems, unknown } from '../problems.ts'
import { withdraw } from '../publishing/publishing.actions.ts'
import type { Doer } from '../items/starting.actions.ts'
import { leave } from '../stewards/succession.actions.ts'

/** What somebody says about one item on behalf of one of its stewards. */
export type GivenCheck = { readonly item: string; readonly organisation: string; readonly answer: Answer }

const keeps = (item: Item, organisation: string) =>
  item.stewards.some((each) => each.id === organisation && each.acceptedAt !== null)

/** What an answer does. `at` is when it was given, which can be some time before it is carried out. */
async function carryOut(tx: Tx, vault: Vault, item: Item, given: GivenCheck, at: Date, now: Date): Promise<void> {
  switch (given.answer) {
    case 'still-right':
      await startClock(tx, item, at, now)
      return record(tx, 'knowledge.item-checked', item.id, now)
    case 'needs-work':
      await markNeedsWork(tx, item.id, at)
      return record(tx, 'knowledge.work-asked', item.id, now)
    case 'retire':
      return withdraw(tx, vault, item.id, checksWords[item.lang].retiredBecause, now)
    case 'not-ours':
      await leave(
        tx,
        vault,
        {
          item: item.id,
          organisation: given.organisation,
          cause: 'not-ours',
          reason: checksWords[item.lang].notOursBecause,
        },
        now,
      )
      return
  }
}

/**
 * An editor who is signed in says what is so: carried out at once, and kept with who and when.
 * @throws Problem not-found (not an item of theirs), no-such-move (it is not on the square)
 */
export async function giveCheck(
  tx: Tx,
  vault: Vault,
  given: GivenCheck,
  doer: NonNullable<Doer>,
  now: Date,
): Promise<void> {
  const item = await getItem(tx, vault, given.item, true)
  if (!doer.edits.has(given.organisation) || !keeps(item, given.organisation)) throw unknown()
  if (item.shelfVersion === null) throw problems['no-such-move']()
  await tx
    .insertInto('knowledge_checks')
    .values({
      id: randomUUID(),
      item_id: item.id,
      organisation_id: given.organisation,
      outcome: given.answer,
      kind: 'session',
      by_person: doer.person,
      at: now,
      done_at: now,
    })
    .execute()
  await carryOut(tx, vault, item, given, now, now)
}

/**
 * An editor looked at all of an item and it is still right, for the first of their organisations that keeps it.
 * @throws Problem not-found, no-such-move
 */
export async function confirmStillRight(
  tx: Tx,
  vault: Vault,
  id: string,
  doer: NonNullable<Doer>,
  now: Date,
): Promise<void> {
  const item = await getItem(tx, vault, id, true)
  const own = item.stewards.find((each) => each.acceptedAt !== null && doer.edits.has(each.id))
  if (!own) throw unknown()
  await giveCheck(tx, vault, { item: id, organisation: own.id, answer: 'still-right' }, doer, now)
}

/** What the letter of the link asks. @throws Problem not-found when its person no longer edits for that steward */
export async function getAsked(tx: Tx, now: Date): Promise<readonly AskedItem[]> {
  if (!(await findAskedBatch(tx))) throw unknown()
  return listAskedByLetter(tx, now)
}

/**
 * Answers by the link of a letter: noted with who and when; a job carries them out, since a link opens no item.
 * @throws Problem not-found when the letter does not ask about one of them
 */
export async function answerLetter(tx: Tx, given: readonly GivenCheck[], now: Date): Promise<void> {
  if (!(await findAskedBatch(tx))) throw unknown()
  for (const { item, answer } of given) {
    const id = randomUUID()
    const { rows } = await sql<{ noted: boolean }>`
      select house.knowledge_answer_check(${id}::uuid, ${item}::uuid, ${answer}, ${now}) as noted`.execute(tx)
    if (rows[0]?.noted !== true) throw unknown()
    await record(tx, 'knowledge.check-answered', id, now)
  }
}

/** Carries out what was answered by a link; once, however often it is asked. For jobs. */
export async function carryOutAnswer(tx: Tx, vault: Vault, check: string, now: Date): Promise<void> {
  const row = await tx
    .selectFrom('knowledge_checks')
    .selectAll()
    .where('id', '=', check)
    .where('done_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return
  const item = await getItem(tx, vault, row.item_id, true)
  await tx.updateTable('knowledge_checks').set({ done_at: now }).where('id', '=', check).execute()
  // What happened meanwhile goes first: it was taken off the square, or the steward stepped back.
  if (item.shelfVersion === null || !keeps(item, row.organisation_id)) return
  const given = { item: item.id, organisation: row.organisation_id, answer: row.outcome }
  await carryOut(tx, vault, item, given, row.at, now)
}

/** Another rhythm for an item; null is that of its kind. @throws Problem not-found */
export async function chooseRhythm(tx: Tx, vault: Vault, id: string, months: number | null, now: Date): Promise<void> {
  const item = await getItem(tx, vault, id, true)
  await setRhythm(tx, { ...item, onSquare: item.shelfVersion !== null }, months, now)
  await record(tx, 'knowledge.rhythm-chosen', id, now, { months })
}
