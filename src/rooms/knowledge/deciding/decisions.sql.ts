import type { Tx } from '../../../platform/db/database.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { AgreementRule } from './approvals.rules.ts'
import { fields, sealerOfItem } from '../items/items.sql.ts'
import './approvals.tables.ts'
import '../stewards/succession.tables.ts'
import './suggestions.tables.ts'

/** Something that was decided about an item, on behalf of an organisation. A press and silence say themselves why. */
export type ItemDecision = { readonly at: Date; readonly author: string; readonly reason: string | null } & (
  | {
      readonly kind: 'answer'
      readonly answer: 'yes' | 'no'
      readonly how: 'answer' | 'link' | 'press' | 'silence'
      /** Null when it was about the rule. */
      readonly version: number | null
      /** Counts no more: the words changed, or the organisation answered anew. */
      readonly aside: boolean
    }
  | {
      readonly kind: 'rule'
      readonly rule: AgreementRule
      readonly silenceDays: number | null
      readonly outcome: 'agreed' | 'refused' | 'replaced' | null
    }
  | {
      readonly kind: 'succession'
      readonly cause: 'not-ours' | 'ended' | 'no-editor'
      readonly outcome: 'others-stay' | 'taken' | 'stays' | 'withdrawn' | null
      readonly taker: string | null
    }
  | { readonly kind: 'suggestion'; readonly fields: number; readonly accepted: number }
)

/** Everything that was decided about an item, newest first: each with who, when and why. */
export async function listDecisions(tx: Tx, vault: Vault, item: string): Promise<readonly ItemDecision[]> {
  const sealer = await sealerOfItem(tx, vault, item)
  const why = (sealed: Buffer | null) => (sealed === null ? null : sealer.open(fields.decision, sealed))
  const answers = await tx
    .selectFrom('knowledge_approvals as a')
    .innerJoin('accounts_organisations as o', 'o.id', 'a.organisation_id')
    .selectAll('a')
    .select('o.name')
    .leftJoin('knowledge_rule_changes as c', 'c.id', 'a.rule_change_id')
    .where('a.item_id', '=', item)
    .where('a.answer', 'is not', null)
    // Who proposes a rule agrees with it: that stands there once.
    .where((where) =>
      where.or([where('c.id', 'is', null), where('c.organisation_id', '!=', where.ref('a.organisation_id'))]),
    )
    .execute()
  const changes = await tx
    .selectFrom('knowledge_rule_changes as c')
    .innerJoin('accounts_organisations as o', 'o.id', 'c.organisation_id')
    .selectAll('c')
    .select('o.name')
    .where('c.item_id', '=', item)
    .execute()
  const successions = await tx
    .selectFrom('knowledge_successions as s')
    .innerJoin('accounts_organisations as o', 'o.id', 's.organisation_id')
    .leftJoin('accounts_organisations as t', 't.id', 's.taken_by_organisation')
    .select(['s.cause', 's.reason_sealed', 's.opened_at', 's.outcome', 's.closed_at', 'o.name', 't.name as taker'])
    .where('s.item_id', '=', item)
    .execute()
  const suggestions = await tx
    .selectFrom('knowledge_suggestions as s')
    .leftJoin('accounts_organisations as o', 'o.id', 's.decided_for')
    .select(['s.id', 's.decided_at', 'o.name'])
    .where('s.item_id', '=', item)
    .where('s.outcome', '=', 'decided')
    .execute()
  const weighed = await tx
    .selectFrom('knowledge_suggestion_fields as f')
    .innerJoin('knowledge_suggestions as s', 's.id', 'f.suggestion_id')
    .select(['f.suggestion_id', 'f.decision', 'f.reason_sealed'])
    .where('s.item_id', '=', item)
    .where('s.outcome', '=', 'decided')
    .execute()
  const found: ItemDecision[] = [
    ...answers.flatMap((row): ItemDecision[] =>
      row.answer === null || row.how === null || row.answered_at === null
        ? []
        : [
            {
              kind: 'answer',
              at: row.answered_at,
              author: row.name,
              reason: why(row.reason_sealed),
              answer: row.answer,
              how: row.how,
              version: row.version,
              aside: row.set_aside_at !== null,
            },
          ],
    ),
    ...changes.map((row): ItemDecision => ({
      kind: 'rule',
      at: row.decided_at ?? row.proposed_at,
      author: row.name,
      reason: why(row.reason_sealed),
      rule: row.rule,
      silenceDays: row.silence_days,
      outcome: row.outcome,
    })),
    ...successions.map((row): ItemDecision => ({
      kind: 'succession',
      at: row.closed_at ?? row.opened_at,
      author: row.name,
      reason: why(row.reason_sealed),
      cause: row.cause,
      outcome: row.outcome,
      taker: row.taker,
    })),
    ...suggestions.flatMap((row): ItemDecision[] => {
      const of = weighed.filter((each) => each.suggestion_id === row.id)
      const reasons = of.flatMap((each) => why(each.reason_sealed) ?? [])
      return row.decided_at === null
        ? []
        : [
            {
              kind: 'suggestion',
              at: row.decided_at,
              author: row.name ?? '',
              reason: reasons.length === 0 ? null : reasons.join(' '),
              fields: of.length,
              accepted: of.filter((each) => each.decision === 'accepted').length,
            },
          ]
    }),
  ]
  return found.toSorted((a, b) => b.at.getTime() - a.at.getTime())
}
