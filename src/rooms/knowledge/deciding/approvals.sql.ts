import { sql } from 'kysely'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { AgreementRule, Decider } from './approvals.rules.ts'
import { fields, itemHolder, sealerOfItem } from '../items/items.sql.ts'
import { bodyOf } from '../items/texts.rules.ts'
import './approvals.tables.ts'

/** The stewards that can answer, with what each said of this version, by name. */
export async function listDeciders(
  tx: Tx,
  item: { readonly id: string; readonly version: number },
): Promise<readonly Decider[]> {
  const { rows } = await sql<{
    id: string
    name: string
    answer: 'yes' | 'no' | null
    asked_at: Date | null
  }>`
    select o.id, o.name, a.answer, a.asked_at
      from house.knowledge_deciders(${item.id}::uuid) d(id) join accounts_organisations o on o.id = d.id
      left join knowledge_approvals a on a.item_id = ${item.id}::uuid and a.version = ${item.version}::int
       and a.organisation_id = o.id and a.set_aside_at is null
     order by o.name`.execute(tx)
  return rows.map((row) => ({ organisation: row.id, name: row.name, answer: row.answer, askedAt: row.asked_at }))
}

/** What a steward said, as the others read it. `reason` is null for a press and for silence: those say it themselves. */
export type Said = {
  readonly organisation: string
  readonly answer: 'yes' | 'no'
  readonly how: 'answer' | 'link' | 'press' | 'silence'
  readonly at: Date
  readonly reason: string | null
}

export type RuleChange = {
  readonly rule: AgreementRule
  readonly silenceDays: number | null
  readonly proposer: string
  readonly reason: string
}

/** What an organisation of the actor is asked: about a version of a text, or about a change of the rule. */
export type Ask = {
  readonly id: string
  readonly item: string
  readonly organisation: string
  readonly askedAt: Date
  readonly answer: 'yes' | 'no' | null
  readonly answeredAt: Date | null
  readonly lang: Lang
  readonly title: string
  readonly summary: string
  readonly rule: AgreementRule
  readonly silenceDays: number | null
  /** Null when it is about the text. */
  readonly change: RuleChange | null
  readonly others: readonly Said[]
}

type AskRow = {
  id: string
  item_id: string
  organisation: string
  asked_at: Date
  answer: 'yes' | 'no' | null
  answered_at: Date | null
  lang: Lang
  title_sealed: Buffer
  summary_sealed: Buffer
  rule: AgreementRule
  silence_days: number | null
  new_rule: AgreementRule | null
  new_silence_days: number | null
  change_reason_sealed: Buffer | null
  proposer: string | null
}

/**
 * What the organisations for which the actor speaks are asked now, oldest first: signed in, or by the link of a letter.
 * @param item only about this one
 */
export async function listAsks(tx: Tx, vault: Vault, item: string | null = null): Promise<readonly Ask[]> {
  const { rows } = await sql<AskRow>`
    select a.*, o.name as organisation from house.knowledge_asked_of_us() a join accounts_organisations o on o.id = a.organisation_id
     where ${item}::uuid is null or a.item_id = ${item}::uuid order by a.asked_at, a.id`.execute(tx)
  const sealers = await vault.sealersOf(
    tx,
    rows.map((row) => itemHolder(row.item_id)),
  )
  const asks: Ask[] = []
  for (const row of rows) {
    const sealer = sealers.get(itemHolder(row.item_id))
    if (!sealer) continue
    const said = await sql<Omit<Said, 'at' | 'reason'> & { answered_at: Date; reason_sealed: Buffer | null }>`
      select * from house.knowledge_said_by_others(${row.id}::uuid)`.execute(tx)
    asks.push({
      id: row.id,
      item: row.item_id,
      organisation: row.organisation,
      askedAt: row.asked_at,
      answer: row.answer,
      answeredAt: row.answered_at,
      lang: row.lang,
      title: sealer.open(fields.title, row.title_sealed),
      summary: sealer.open(fields.summary, row.summary_sealed),
      rule: row.rule,
      silenceDays: row.silence_days,
      change:
        row.new_rule === null || row.change_reason_sealed === null
          ? null
          : {
              rule: row.new_rule,
              silenceDays: row.new_silence_days,
              proposer: row.proposer ?? '',
              reason: sealer.open(fields.decision, row.change_reason_sealed),
            },
      others: said.rows.map((each) => ({
        organisation: each.organisation,
        answer: each.answer,
        how: each.how,
        at: each.answered_at,
        reason: each.reason_sealed === null ? null : sealer.open(fields.decision, each.reason_sealed),
      })),
    })
  }
  return asks
}

/** The text that an organisation of the actor is asked about, in Markdown; empty when it is about a rule. */
export async function getAskedWords(tx: Tx, vault: Vault, ask: Ask): Promise<string> {
  const { rows } = await sql<{ key: string; text_sealed: Buffer }>`
    select key, text_sealed from house.knowledge_asked_words(${ask.id}::uuid)`.execute(tx)
  const sealer = await sealerOfItem(tx, vault, ask.item)
  return bodyOf({
    lang: ask.lang,
    parts: rows.map((row) => ({ key: row.key, text: sealer.open(fields.part(row.key), row.text_sealed) })),
  })
}

/** The change of the rule that waits for answers, with who has not given one; undefined when none does. */
export async function findRuleChange(tx: Tx, item: string) {
  const change = await tx
    .selectFrom('knowledge_rule_changes as c')
    .innerJoin('accounts_organisations as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.rule', 'c.silence_days', 'c.proposed_at', 'o.name as proposer'])
    .where('c.item_id', '=', item)
    .where('c.outcome', 'is', null)
    .executeTakeFirst()
  if (!change) return undefined
  const silent = await tx
    .selectFrom('knowledge_approvals as a')
    .innerJoin('accounts_organisations as o', 'o.id', 'a.organisation_id')
    .select('o.name')
    .where('a.rule_change_id', '=', change.id)
    .where('a.answer', 'is', null)
    .where('a.set_aside_at', 'is', null)
    .orderBy('o.name')
    .execute()
  return { ...change, waitingFor: silent.map((row) => row.name) }
}
