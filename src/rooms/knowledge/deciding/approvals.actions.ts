import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { agreementOf, volunteerRun, type AgreementRule } from './approvals.rules.ts'
import { listAsks, listDeciders } from './approvals.sql.ts'
import { fields, getItem, sealerOfItem, type Item } from '../items/items.sql.ts'
import { problems, stillAsked, unknown } from '../problems.ts'
import type { Doer } from '../items/starting.actions.ts'

/** The stewards that can answer for which this editor speaks; the first that has not answered goes first. */
export const speaksAs = (
  deciders: readonly { readonly organisation: string; readonly name: string; readonly answer: unknown }[],
  edits: ReadonlySet<string>,
) =>
  deciders
    .filter((each) => edits.has(each.organisation))
    .toSorted((a, b) => Number(a.answer !== null) - Number(b.answer !== null))

/**
 * Holds a version to what the rule of its item asks. Who presses to publish says yes for one of their organisations, and
 * that counts.
 * @throws Problem steward-said-no; approvals-missing, which names who is still asked
 */
export async function holdToStewards(tx: Tx, item: Item, doer: Doer, now: Date): Promise<void> {
  const pressing = doer === null ? undefined : speaksAs(await listDeciders(tx, item), doer.edits)[0]
  if (pressing)
    await sql`select house.knowledge_press_yes(${item.id}::uuid, ${pressing.organisation}::uuid, ${now})`.execute(tx)
  const agreement = agreementOf(item.rule, await listDeciders(tx, item))
  if (agreement.kind === 'refused') throw problems['steward-said-no']()
  if (agreement.kind === 'waiting') throw stillAsked(agreement.for.map((each) => each.name))
}

/**
 * An editor answers for an organisation of theirs, signed in or by the link of a letter, with a reason. A change of the rule
 * on which enough agree is carried out at once; a no ends it.
 * @throws Problem not-found when nothing of the kind is asked of them (any more)
 */
export async function answerAsk(
  tx: Tx,
  vault: Vault,
  given: { readonly ask: string; readonly says: 'yes' | 'no'; readonly reason: string },
  now: Date,
): Promise<void> {
  const ask = (await listAsks(tx, vault)).find((each) => each.id === given.ask)
  if (!ask) throw unknown()
  const why = (await sealerOfItem(tx, vault, ask.item)).seal(fields.decision, given.reason)
  const { rows } = await sql<{ outcome: 'unknown' | 'noted' | 'refused' | 'settled' }>`
    select house.knowledge_answer_ask(${ask.id}::uuid, ${given.says}, ${why}, ${now}) as outcome`.execute(tx)
  const outcome = rows[0]?.outcome ?? 'unknown'
  if (outcome === 'unknown') throw unknown()
  const about = ask.change === null ? 'text' : 'rule'
  await record(tx, given.says === 'yes' ? 'knowledge.steward-agreed' : 'knowledge.steward-refused', ask.item, now, {
    about,
  })
  if (outcome === 'settled') await record(tx, 'knowledge.rule-changed', ask.item, now)
  if (outcome === 'refused') await record(tx, 'knowledge.rule-refused', ask.item, now)
}

/** Answers what an organisation of the actor is asked about one item. @throws Problem not-found when nothing is */
export async function answerFor(
  tx: Tx,
  vault: Vault,
  item: string,
  given: { readonly says: 'yes' | 'no'; readonly reason: string },
  now: Date,
): Promise<void> {
  const [ask] = await listAsks(tx, vault, item)
  if (!ask) throw unknown()
  await answerAsk(tx, vault, { ask: ask.id, ...given }, now)
}

/**
 * Proposes another rule for an item. The stricter of the old and the new one says who must agree; when that is the proposer
 * alone, it is so at once.
 * @throws Problem not-found (not a steward of theirs), same-rule
 */
export async function proposeRule(
  tx: Tx,
  vault: Vault,
  id: string,
  wanted: {
    readonly organisation: string
    readonly rule: AgreementRule
    readonly silenceDays: number | null
    readonly reason: string
  },
  now: Date,
): Promise<'settled' | 'asked'> {
  const item = await getItem(tx, vault, id, true)
  const why = (await sealerOfItem(tx, vault, id)).seal(fields.decision, wanted.reason)
  const { rows } = await sql<{ outcome: 'unknown' | 'same' | 'asked' | 'settled' }>`
    select house.knowledge_propose_rule(${randomUUID()}::uuid, ${item.id}::uuid, ${wanted.organisation}::uuid, ${wanted.rule},
      ${wanted.silenceDays}::int, ${why}, ${now}) as outcome`.execute(tx)
  const outcome = rows[0]?.outcome ?? 'unknown'
  if (outcome === 'unknown') throw unknown()
  if (outcome === 'same') throw problems['same-rule']()
  await record(tx, outcome === 'settled' ? 'knowledge.rule-changed' : 'knowledge.rule-proposed', id, now)
  return outcome
}

/**
 * Takes silence for a yes where the rule of an item says so and its term has passed; never of those who run on volunteers.
 * For jobs. @returns how many answers it wrote
 */
export async function letSilenceCount(tx: Tx, id: string, now: Date): Promise<number> {
  const item = await tx
    .selectFrom('knowledge_items')
    .select(['version', 'silence_days'])
    .where('id', '=', id)
    .where('state', '=', 'ready')
    .where('silence_days', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (!item?.silence_days) return 0
  const due = new Date(now.getTime() - item.silence_days * 86_400_000)
  const { rows } = await sql<{ id: string }>`
    update knowledge_approvals a set answer = 'yes', how = 'silence', answered_at = ${now}
      from accounts_organisations o
     where o.id = a.organisation_id and not o.type = any(${[...volunteerRun]}::text[])
       and a.item_id = ${id} and a.version = ${item.version} and a.set_aside_at is null and a.answer is null and a.asked_at <= ${due}
       and a.organisation_id in (select house.knowledge_deciders(${id}::uuid))
    returning a.id`.execute(tx)
  if (rows.length > 0) await record(tx, 'knowledge.silence-counted', id, now, { stewards: rows.length })
  return rows.length
}

/** The items of which an answer may be silence by now. For jobs. */
export async function listSilent(tx: Tx, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ item_id: string }>`
    select distinct a.item_id from knowledge_approvals a join knowledge_items i on i.id = a.item_id
     where i.state = 'ready' and i.silence_days is not null and a.version = i.version and a.answer is null and a.set_aside_at is null
       and a.asked_at + make_interval(days => i.silence_days) <= ${now} order by 1`.execute(tx)
  return rows.map((row) => row.item_id)
}
