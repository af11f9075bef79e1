import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Sealer, Vault } from '../../../platform/vault/vault.ts'
import { fields, getItem, sealerOfItem, type Item } from '../items/items.sql.ts'
import { lockHandMade } from '../harvests/locked-fields.sql.ts'
import { carriedOver, decide, marksOf, openIn, type Choice, type KeptMark } from '../items/marks.rules.ts'
import { notePictureUse } from './pictures.sql.ts'
import { changedMeanwhile, problems } from '../problems.ts'
import { scanContext } from '../items/scanning.ts'
import { versionOfWords, type Doer } from '../items/starting.actions.ts'
import { setStewards } from '../stewards/stewards.actions.ts'
import { isBeingWritten, whyNotMove, type ItemFacts } from '../items/states.rules.ts'
import { bodyOf, withField, type ItemText, type Part } from '../items/texts.rules.ts'
import { wordingOf, type Facets } from '../items/wordings.rules.ts'

/** What the rules of moving need to know of an item. */
export const factsOf = (item: Item, reasonGiven = false): ItemFacts => ({
  state: item.state,
  titled: item.title.trim().length > 2,
  summarised: item.summary.trim() !== '',
  written: bodyOf(item) !== '',
  typed: item.type !== null,
  themed: item.themes.length > 0,
  openMarks: openIn(marksOf(item, item.kept, scanContext(item.context), item.provenance)).length,
  missingYeses: item.missingYeses,
  reasonGiven,
  onSquare: item.shelfVersion !== null,
})

async function writeMarks(tx: Tx, sealer: Sealer, item: string, kept: readonly KeptMark[]): Promise<void> {
  await tx.deleteFrom('knowledge_item_marks').where('item_id', '=', item).where('choice', '=', 'keep').execute()
  if (kept.length === 0) return
  await tx
    .insertInto('knowledge_item_marks')
    .values(
      kept.map((mark) => {
        const id = randomUUID()
        return {
          id,
          item_id: item,
          part_key: mark.key,
          kind: mark.kind,
          choice: 'keep' as const,
          starts: mark.start,
          ends: mark.end,
          reason_sealed: sealer.seal(fields.mark(id), mark.reason),
          decided_by: mark.by,
          decided_at: mark.at,
        }
      }),
    )
    .execute()
}

/** Writes new words and what goes with them as the next version: a concept again, scanned, for everybody to say yes to anew. */
async function writeVersion(
  tx: Tx,
  vault: Vault,
  item: Item,
  next: {
    readonly text: ItemText
    readonly kept: readonly KeptMark[]
    readonly facets?: Facets
    readonly reason?: string | undefined
    readonly restoredFrom?: number | undefined
    /** What happened, in the diary. Finding what points at somebody is not the same as rewriting. */
    readonly state: 'concept' | 'in-redaction'
    /** The words are those of its source: nothing of them is anybody's own. */
    readonly fromSource?: true
  },
  doer: Doer,
  now: Date,
): Promise<void> {
  const { text, kept, facets } = next
  const sealer = await sealerOfItem(tx, vault, item.id)
  const version = item.version + 1
  const open = openIn(marksOf(text, kept, scanContext(item.context), item.provenance)).length
  const changed = await tx
    .updateTable('knowledge_items')
    .set({
      title_sealed: sealer.seal(fields.title, text.title),
      summary_sealed: sealer.seal(fields.summary, text.summary),
      version,
      open_marks: open,
      changed_at: now,
      ...(item.state !== next.state && { state: next.state, state_since: now }),
      ...(facets && {
        lang: facets.lang,
        type: facets.type,
        themes: [...facets.themes],
        roles: [...facets.roles],
        audiences: [...facets.audiences],
        regions: [...facets.regions],
        details_sealed: sealer.seal(fields.details, JSON.stringify(facets.details)),
        licence: facets.licence,
        written_on: facets.writtenOn,
        source_sealed: facets.source === null ? null : sealer.seal(fields.source, JSON.stringify(facets.source)),
      }),
    })
    .where('id', '=', item.id)
    .where('version', '=', item.version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw changedMeanwhile()

  if (!next.fromSource) {
    const after = { ...item, ...text, ...facets }
    await lockHandMade(tx, sealer, item, after, doer?.person ?? null, now)
  }
  await writeParts(tx, sealer, item, text.parts)
  await writeMarks(tx, sealer, item.id, kept)
  await notePictureUse(tx, item.id, text, now)
  const givers = await tx.selectFrom('knowledge_item_givers').selectAll().where('item_id', '=', item.id).execute()
  for (const giver of givers)
    await tx
      .updateTable('knowledge_item_givers')
      .set({ text_version: versionOfWords(vault, text, { kind: giver.kind, person: giver.person_id }) })
      .where('id', '=', giver.id)
      .execute()
  await tx
    .insertInto('knowledge_item_revisions')
    .values({
      item_id: item.id,
      version,
      saved_by: doer?.person ?? null,
      saved_at: now,
      reason_sealed: next.reason === undefined ? null : sealer.seal(fields.revisionReason(version), next.reason),
      restored_from: next.restoredFrom ?? null,
      text_sealed: sealer.seal(fields.revision(version), JSON.stringify(wordingOf(text, facets ?? item))),
    })
    .execute()
}

async function writeParts(tx: Tx, sealer: Sealer, item: Item, parts: readonly Part[]): Promise<void> {
  const gone = item.parts.filter((old) => !parts.some((part) => part.key === old.key)).map((part) => part.key)
  if (gone.length > 0)
    await tx.deleteFrom('knowledge_item_parts').where('item_id', '=', item.id).where('key', 'in', gone).execute()
  for (const [position, part] of parts.entries()) {
    const old = item.parts.findIndex((each) => each.key === part.key)
    const text_sealed = sealer.seal(fields.part(part.key), part.text)
    if (old < 0)
      await tx
        .insertInto('knowledge_item_parts')
        .values({ item_id: item.id, key: part.key, position, whose: 'editor', author_id: null, text_sealed })
        .execute()
    else if (item.parts[old]?.text !== part.text || old !== position)
      await tx
        .updateTable('knowledge_item_parts')
        .set({ text_sealed, position })
        .where('item_id', '=', item.id)
        .where('key', '=', part.key)
        .execute()
  }
}

/** What an editor fills in. Parts that are not named are left out of the item. */
export type Saved = Facets & {
  readonly version: number
  readonly title: string
  readonly summary: string
  readonly parts: readonly { readonly key: string; readonly text: string }[]
  readonly stewards: readonly string[]
  readonly reason: string | undefined
  /** The earlier version that these words are, when one is put back. */
  readonly restoredFrom?: number
}

/**
 * Saves a draft. What stands on the square stays as it was until the new words are published.
 * @throws Problem not-found, changed-meanwhile (saved by somebody else since `version`), no-steward, not-a-partner
 */
export async function saveItem(tx: Tx, vault: Vault, id: string, saved: Saved, doer: Doer, now: Date): Promise<void> {
  const item = await getItem(tx, vault, id, true)
  if (saved.version !== item.version) throw changedMeanwhile()
  if (item.state !== 'concept') {
    const refusal = whyNotMove(factsOf(item), 'concept', 'editor')
    if (refusal) throw problems[refusal]()
  }
  const known = new Map(item.parts.map((part) => [part.key, part]))
  const parts = saved.parts.map(({ key, text }): Part => {
    const old = known.get(key)
    return { key, text, whose: old?.whose ?? 'editor', author: old?.author ?? null }
  })
  const text: ItemText = { title: saved.title, summary: saved.summary, parts }
  const kept = carriedOver(item, text, item.kept, scanContext(item.context))
  const { reason, restoredFrom } = saved
  await writeVersion(tx, vault, item, { text, kept, facets: saved, reason, restoredFrom, state: 'concept' }, doer, now)
  await setStewards(tx, item, saved.stewards, doer, now)
  await record(tx, 'knowledge.item-saved', id, now, { version: item.version + 1 })
}

export type Redacted =
  | { readonly kind: 'undecided'; readonly open: readonly { key: string; start: number; end: number }[] }
  | { readonly kind: 'decided'; readonly more: number }

/**
 * Carries out an editor's decisions on everything that is marked. Undecided: nothing was changed. Decided: the words were
 * changed, scanned again, and `more` marks ask for another decision.
 * @throws Problem not-found, changed-meanwhile, marks-changed (a decision about something that is not marked)
 */
export async function redact(
  tx: Tx,
  vault: Vault,
  id: string,
  given: { readonly version: number; readonly choices: readonly Choice[] },
  doer: Doer,
  now: Date,
): Promise<Redacted> {
  const item = await getItem(tx, vault, id, true)
  if (given.version !== item.version) throw changedMeanwhile()
  if (!isBeingWritten(item.state)) throw problems['no-such-move']()
  const context = scanContext(item.context)
  const by = doer?.person ?? null
  const decided = decide(item, item.kept, given.choices, context, {
    provenance: item.provenance,
    lang: item.lang,
    by,
    now,
  })
  if (decided.kind === 'stale') throw problems['marks-changed']()
  if (decided.kind === 'undecided') return decided

  let text: ItemText = { title: item.title, summary: item.summary, parts: item.parts }
  for (const [key, words] of decided.words) text = withField(text, key, words)
  await writeVersion(
    tx,
    vault,
    item,
    { text, kept: decided.kept, state: item.state === 'concept' ? 'concept' : 'in-redaction' },
    doer,
    now,
  )
  const changes = decided.made.filter((each) => each.choice !== 'keep')
  if (changes.length > 0)
    await tx
      .insertInto('knowledge_item_marks')
      .values(
        changes.map((each) => ({
          id: randomUUID(),
          item_id: id,
          part_key: each.key,
          kind: each.kind,
          choice: each.choice,
          decided_by: by,
          decided_at: now,
        })),
      )
      .execute()
  await record(tx, 'knowledge.marks-decided', id, now, { changed: changes.length, kept: decided.kept.length })
  return { kind: 'decided', more: openIn(marksOf(text, decided.kept, context, item.provenance)).length }
}

/**
 * Writes what a source says now into the draft of an item; what stands on the square stays as it was. `reason`: which source.
 * @throws Problem changed-meanwhile, no-such-move
 */
export async function saveFollowed(
  tx: Tx,
  vault: Vault,
  item: Item,
  next: Item,
  reason: string,
  doer: Doer,
  now: Date,
): Promise<void> {
  if (item.state !== 'concept') {
    const refusal = whyNotMove(factsOf(item), 'concept', 'editor')
    if (refusal) throw problems[refusal]()
  }
  const kept = carriedOver(item, next, item.kept, scanContext(item.context))
  await writeVersion(
    tx,
    vault,
    item,
    { text: next, kept, facets: next, reason, state: 'concept', fromSource: true },
    doer,
    now,
  )
  await record(tx, 'knowledge.item-saved', item.id, now, { version: item.version + 1 })
}
