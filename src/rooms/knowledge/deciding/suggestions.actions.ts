import { randomUUID } from 'node:crypto'
import type { Fields } from '../../../lib/changes/fields.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { fields, getItem, sealerOfItem } from '../items/items.sql.ts'
import { changedMeanwhile, problems } from '../problems.ts'
import type { Doer } from '../items/starting.actions.ts'
import { savedWith, suggestableFields, suggestedIn, type FieldSet } from './suggestions.rules.ts'
import { getPublished, getSuggestion, type FieldDecision, type SuggestedText } from './suggestions.sql.ts'
import { saveItem } from '../writing/writing.actions.ts'

/**
 * Saves an item with other words or details in some fields, as an editor would: a concept again, scanned, for everybody to
 * say yes to anew. @returns its new version
 * @throws Problem not-found, no-such-move
 */
export async function rewriteFields(
  tx: Tx,
  vault: Vault,
  id: string,
  changes: readonly FieldSet[],
  reason: string,
  doer: Doer,
  now: Date,
): Promise<number> {
  const item = await getItem(tx, vault, id, true)
  await saveItem(tx, vault, id, savedWith(item, changes, reason), doer, now)
  return item.version + 1
}

/**
 * Somebody who is signed in suggests how an item on the square could be better. One suggestion per person and item waits at
 * a time. @returns its id
 * @throws Problem not-found, nothing-suggested, suggested-already
 */
export async function suggestChange(
  tx: Tx,
  vault: Vault,
  slug: string,
  given: { readonly person: string; readonly fields: Fields; readonly reason: string },
  now: Date,
): Promise<string> {
  const item = await getPublished(tx, vault, slug)
  // What was left out of the form stays as it is.
  const before = suggestableFields(item)
  const suggested = suggestedIn(before, { ...before, ...given.fields })
  if (suggested.length === 0) throw problems['nothing-suggested']()
  const id = randomUUID()
  const text: SuggestedText = { title: item.title, lang: item.lang, reason: given.reason, fields: suggested }
  const sealer = await sealerOfItem(tx, vault, item.id)
  await tx
    .insertInto('knowledge_suggestions')
    .values({
      id,
      item_id: item.id,
      person_id: given.person,
      base_version: item.version,
      made_at: now,
      text_sealed: sealer.seal(fields.suggestion(id), JSON.stringify(text)),
    })
    .execute()
  await tx
    .insertInto('knowledge_suggestion_fields')
    .values(suggested.map(({ field }) => ({ suggestion_id: id, field })))
    .execute()
  await record(tx, 'knowledge.change-suggested', id, now)
  return id
}

/** Who suggested it takes it back. @throws Problem not-found, suggestion-decided */
export async function takeBackSuggestion(tx: Tx, vault: Vault, id: string, person: string, now: Date): Promise<void> {
  const suggestion = await getSuggestion(tx, vault, id, { person })
  if (suggestion.outcome !== null) throw problems['suggestion-decided']()
  await tx
    .updateTable('knowledge_suggestions')
    .set({ outcome: 'taken-back', decided_at: now })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .execute()
  await record(tx, 'knowledge.suggestion-taken-back', id, now)
}

/**
 * Those who keep an item decide about every field of a suggestion. What is accepted becomes the draft, as if an editor had
 * written it; what is declined has a reason. Who suggested it hears of it.
 * @throws Problem not-found, changed-meanwhile (the item is another one than was read), suggestion-decided
 */
export async function decideSuggestion(
  tx: Tx,
  vault: Vault,
  id: string,
  given: {
    readonly suggestion: string
    /** The version of the item that was read. */
    readonly version: number
    readonly decisions: ReadonlyMap<string, FieldDecision>
  },
  doer: NonNullable<Doer>,
  now: Date,
): Promise<{ readonly accepted: number }> {
  const item = await getItem(tx, vault, id, true)
  if (item.version !== given.version) throw changedMeanwhile()
  const suggestion = await getSuggestion(tx, vault, given.suggestion, { item: id })
  if (suggestion.outcome !== null || suggestion.text === null) throw problems['suggestion-decided']()
  const { text } = suggestion
  if (text.fields.some(({ field }) => !given.decisions.has(field))) throw problems['suggestion-undecided']()

  const accepted = text.fields.filter(({ field }) => given.decisions.get(field)?.decision === 'accepted')
  if (accepted.length > 0) await saveItem(tx, vault, id, savedWith(item, accepted, text.reason), doer, now)
  const sealer = await sealerOfItem(tx, vault, id)
  for (const { field } of text.fields) {
    const decided = given.decisions.get(field)
    if (decided)
      await tx
        .updateTable('knowledge_suggestion_fields')
        .set({
          decision: decided.decision,
          reason_sealed: decided.reason === null ? null : sealer.seal(fields.decision, decided.reason),
        })
        .where('suggestion_id', '=', suggestion.id)
        .where('field', '=', field)
        .execute()
  }
  const own = item.stewards.find((each) => each.acceptedAt !== null && doer.edits.has(each.id))
  await tx
    .updateTable('knowledge_suggestions')
    .set({ outcome: 'decided', decided_at: now, decided_by: doer.person, decided_for: own?.id ?? null })
    .where('id', '=', suggestion.id)
    .execute()
  const counts = { accepted: accepted.length, declined: text.fields.length - accepted.length }
  await record(tx, 'knowledge.suggestion-decided', suggestion.id, now, counts)
  return { accepted: accepted.length }
}
