import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import { gapNamesSomebody, pointsAtSomebody, whyNotAdopted, whyNotClosed, type GapOrigin } from './gaps.rules.ts'
import { freeGapSlug, listUnansweredItems, lockGap, placeGap, type KeptGap } from './gaps.sql.ts'
import { findOnSquare } from '../items/item-links.sql.ts'
import { changedMeanwhile, problems, unknown } from '../problems.ts'
import { slugOfItem } from '../items/texts.rules.ts'

export type GapWords = {
  readonly title: string
  readonly why: string
  /** Other words for it, as people search; '' when there are none. */
  readonly also: string
  readonly themes: readonly string[]
}

/**
 * What a gap is made of: words searched in vain (what they have in common), a note of the desk (its id), a stale item that
 * nobody answers for (its id), or none of these.
 */
export type GapSource =
  | { readonly kind: 'searches'; readonly same: string }
  | { readonly kind: 'request'; readonly note: string }
  | { readonly kind: 'stale-item'; readonly item: string }
  | { readonly kind: 'editor' }

const holdToNobody = (words: GapWords) => {
  if (gapNamesSomebody([words.title, words.why, words.also].join('\n'))) throw problems['gap-names-somebody']()
}

/**
 * The desk says in words of its own what turned out not to be known. Editors see them; of which question they came is not
 * kept. The words of the requester are never to be handed in.
 * @param words 5 to 500 characters
 * @throws Problem gap-names-somebody when they may point at a person
 */
export async function noteGap(tx: Tx, words: string, now: Date): Promise<void> {
  if (pointsAtSomebody(words)) throw problems['gap-names-somebody']()
  const id = randomUUID()
  await tx.insertInto('knowledge_gap_notes').values({ id, words, noted_at: now }).execute()
  await record(tx, 'knowledge.gap-noted', id, now)
}

/** What was offered is not offered again: searches for a while, a note or an item never. @throws Problem not-found */
async function handleSource(tx: Tx, source: GapSource, now: Date): Promise<void> {
  if (source.kind === 'searches')
    await sql`
      insert into knowledge_searches_seen (same, seen_on) values (${source.same}, (${now}::timestamptz at time zone 'Europe/Amsterdam')::date)
      on conflict (same) do nothing`.execute(tx)
  if (source.kind === 'request') {
    const gone = await tx.deleteFrom('knowledge_gap_notes').where('id', '=', source.note).executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw unknown()
  }
  if (source.kind === 'stale-item' && !(await listUnansweredItems(tx)).some(({ id }) => id === source.item))
    throw unknown()
}

/**
 * An editor writes down what nobody knows yet; from here on everybody reads it.
 * @throws Problem gap-names-somebody, not-found when the note or the item was handled meanwhile
 */
export async function openGap(tx: Tx, words: GapWords, source: GapSource, now: Date): Promise<string> {
  holdToNobody(words)
  await handleSource(tx, source, now)
  const id = randomUUID()
  const origin: GapOrigin = source.kind
  await tx
    .insertInto('knowledge_gaps')
    .values({
      id,
      slug: await freeGapSlug(tx, slugOfItem(words.title)),
      ...words,
      themes: [...words.themes],
      origin,
      opened_at: now,
      item_id: null,
      closed_at: null,
      stale_item_id: source.kind === 'stale-item' ? source.item : null,
    })
    .execute()
  await placeGap(tx, id)
  await record(tx, 'knowledge.gap-opened', id, now, { origin })
  return id
}

/** An editor says that what was offered is no gap. @throws Problem not-found */
export async function layGapAside(
  tx: Tx,
  source: Extract<GapSource, { readonly kind: 'searches' | 'request' }>,
  now: Date,
): Promise<void> {
  await handleSource(tx, source, now)
  await record(tx, 'knowledge.gap-laid-aside', source.kind === 'request' ? source.note : null, now, {
    origin: source.kind,
  })
}

/** @throws Problem not-found, gap-names-somebody */
export async function rewordGap(tx: Tx, id: string, words: GapWords, now: Date): Promise<void> {
  await lockGap(tx, id)
  holdToNobody(words)
  await tx
    .updateTable('knowledge_gaps')
    .set({ ...words, themes: [...words.themes] })
    .where('id', '=', id)
    .execute()
  await placeGap(tx, id)
  await record(tx, 'knowledge.gap-reworded', id, now)
}

const standingOf = (gap: KeptGap) => ({ closed: gap.item_slug !== null, adoptedBy: gap.adopted_by })

/**
 * An organisation of the editor takes it on to fill a gap, until a day that everybody sees.
 * @throws Problem not-found, gap-closed, gap-adopted
 */
export async function adoptGap(
  tx: Tx,
  id: string,
  promise: { readonly organisation: string; readonly until: string },
  edits: ReadonlySet<string>,
  now: Date,
): Promise<void> {
  if (!edits.has(promise.organisation)) throw unknown()
  const refusal = whyNotAdopted(standingOf(await lockGap(tx, id)))
  if (refusal) throw problems[refusal]()
  await tx
    .insertInto('knowledge_gap_adoptions')
    .values({
      id: randomUUID(),
      gap_id: id,
      organisation_id: promise.organisation,
      adopted_at: now,
      until: promise.until,
      ended_at: null,
      ended_as: null,
    })
    .execute()
  await placeGap(tx, id)
  await record(tx, 'knowledge.gap-adopted', id, now)
}

const endAdoption = (tx: Tx, id: string, as: 'given-back' | 'delivered', now: Date) =>
  tx
    .updateTable('knowledge_gap_adoptions')
    .set({ ended_at: now, ended_as: as })
    .where('gap_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()

/**
 * An organisation gives a gap back.
 * @throws Problem not-found, changed-meanwhile when none of the editor's organisations holds it (any more)
 */
export async function giveGapBack(tx: Tx, id: string, edits: ReadonlySet<string>, now: Date): Promise<void> {
  const gap = await lockGap(tx, id)
  if (gap.adopted_by === null || !edits.has(gap.adopted_by)) throw changedMeanwhile()
  await endAdoption(tx, id, 'given-back', now)
  await placeGap(tx, id)
  await record(tx, 'knowledge.gap-given-back', id, now)
}

/**
 * Closes a gap with the item that fills it. There is no other way to close one.
 * @param slug path word of an item on the square
 * @throws Problem not-found, link-unknown, gap-item-stale, gap-closed, gap-adopted when another organisation adopted it
 */
export async function closeGap(tx: Tx, id: string, slug: string, edits: ReadonlySet<string>, now: Date): Promise<void> {
  const gap = await lockGap(tx, id)
  const refusal = whyNotClosed(standingOf(gap), edits)
  if (refusal) throw problems[refusal]()
  const item = await findOnSquare(tx, slug)
  if (!item) throw problems['link-unknown']()
  if (item.standing === 'stale') throw problems['gap-item-stale']()
  await endAdoption(tx, id, 'delivered', now)
  await tx.updateTable('knowledge_gaps').set({ item_id: item.id, closed_at: now }).where('id', '=', id).execute()
  await placeGap(tx, id)
  await record(tx, 'knowledge.gap-closed', id, now)
}

/** Opens the gaps again that an item closed which no longer stands on the square. May run twice. */
export async function reopenGapsOf(tx: Tx, item: string, now: Date): Promise<void> {
  const standing = await tx.selectFrom('square.items').select('id').where('id', '=', item).executeTakeFirst()
  if (standing) return
  const reopened = await tx
    .updateTable('knowledge_gaps')
    .set({ item_id: null, closed_at: null })
    .where('item_id', '=', item)
    .returning('id')
    .execute()
  for (const { id } of reopened) {
    await placeGap(tx, id)
    await record(tx, 'knowledge.gap-reopened', id, now)
  }
}

/** Ends the adoptions whose last day is over: openly, and the gap can be adopted again. May run twice. */
export async function lapseAdoptions(tx: Tx, now: Date): Promise<void> {
  const lapsed = await tx
    .updateTable('knowledge_gap_adoptions')
    .set({ ended_at: now, ended_as: 'lapsed' })
    .where('ended_at', 'is', null)
    .where('until', '<', sql<string>`(${now}::timestamptz at time zone 'Europe/Amsterdam')::date`)
    .returning('gap_id')
    .execute()
  for (const { gap_id } of lapsed) {
    await placeGap(tx, gap_id)
    await record(tx, 'knowledge.gap-adoption-lapsed', gap_id, now)
  }
}
