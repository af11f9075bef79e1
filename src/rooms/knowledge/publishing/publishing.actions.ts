import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { holdToStewards } from '../deciding/approvals.actions.ts'
import { checkedAtPublication } from '../freshness/checks.rules.ts'
import { noteCheckAtPublication } from '../freshness/checks.sql.ts'
import { placeCompanions } from '../items/companions.sql.ts'
import { fields, getItem, sealerOfItem, type Item } from '../items/items.sql.ts'
import { detailsOf } from '../kinds/kinds.rules.ts'
import { startClock } from '../freshness/ladder.sql.ts'
import { placeOldAddresses } from '../moving/old-addresses.sql.ts'
import { picturesOf, shownPictures } from '../writing/pictures.rules.ts'
import { listPictures, placePictures } from '../writing/pictures.sql.ts'
import { changedMeanwhile, problems } from '../problems.ts'
import { knowledgePaths } from '../square.paths.ts'
import { placeOnShelf, takeFromShelf } from '../search/shelf.sql.ts'
import { holdToSeats } from '../deciding/seats.actions.ts'
import { whyNotMove, type State } from '../items/states.rules.ts'
import type { Doer } from '../items/starting.actions.ts'
import { bodyOf, offersQuickExit, slugOfItem } from '../items/texts.rules.ts'
import { factsOf } from '../writing/writing.actions.ts'

async function moveTo(
  tx: Tx,
  item: Item,
  to: State,
  now: Date,
  more: { withdrawn_reason_sealed?: Buffer; shelf_version?: number | null; slug?: string; published_at?: Date } = {},
): Promise<void> {
  const moved = await tx
    .updateTable('knowledge_items')
    .set({ state: to, state_since: now, ...more })
    .where('id', '=', item.id)
    .where('state', '=', item.state)
    .where('version', '=', item.version)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw changedMeanwhile()
}

/**
 * Takes a draft as far as it can go: to be made unrecognisable while something is marked, to be asked about while
 * somebody's yes is missing, and else to ready.
 * @throws Problem not-found, changed-meanwhile, text-incomplete, no-such-move
 */
export async function proceed(
  tx: Tx,
  vault: Vault,
  id: string,
  version: number,
  doer: Doer,
  now: Date,
): Promise<State> {
  let item = await getItem(tx, vault, id, true)
  if (item.version !== version) throw changedMeanwhile()
  if (item.state === 'concept') {
    const refusal = whyNotMove(factsOf(item), 'in-redaction', 'editor')
    if (refusal) throw problems[refusal]()
    await moveTo(tx, item, 'in-redaction', now)
    item = { ...item, state: 'in-redaction' }
  }
  if (item.state !== 'in-redaction' && item.state !== 'waiting-for-consent') throw problems['no-such-move']()
  const facts = factsOf(item)
  if (facts.openMarks > 0) {
    if (item.state === 'in-redaction') return item.state
    throw problems['marks-open']()
  }
  const to: State = facts.missingYeses > 0 ? 'waiting-for-consent' : 'ready'
  if (item.state !== to) {
    const refusal = whyNotMove(facts, to, 'editor')
    if (refusal) throw problems[refusal]()
    await moveTo(tx, item, to, now)
  }
  if (to === 'waiting-for-consent') await askEveryone(tx, item, doer, now)
  await record(tx, to === 'ready' ? 'knowledge.item-ready' : 'knowledge.consents-asked', id, now)
  return to
}

/** Asks everybody whose yes is needed and does not stand. Who said no, or took a yes back, is not asked again. */
async function askEveryone(tx: Tx, item: Item, doer: Doer, now: Date): Promise<void> {
  const givers = await tx.selectFrom('knowledge_item_givers').selectAll().where('item_id', '=', item.id).execute()
  const yeses = await tx.selectFrom('knowledge_item_yeses').selectAll().where('item_id', '=', item.id).execute()
  for (const giver of givers) {
    if (giver.kind === 'requester' && !item.parts.some((part) => part.whose === 'requester')) continue
    // Somebody who was erased can no longer be asked.
    if (giver.kind === 'author' && giver.person_id === null) continue
    if (giver.text_version === null) throw new Error('words without a version')
    const version = giver.text_version
    const mine = yeses.filter((yes) => yes.giver_id === giver.id)
    if (mine.some((yes) => yes.answer === 'no' || yes.withdrawn_at !== null)) continue
    if (mine.some((yes) => yes.text_version.equals(version))) continue
    const id = randomUUID()
    await tx
      .insertInto('knowledge_item_yeses')
      .values({
        id,
        giver_id: giver.id,
        item_id: item.id,
        text_version: version,
        asked_by: doer?.person ?? null,
        asked_at: now,
      })
      .execute()
    await record(tx, 'knowledge.consent-asked', id, now)
  }
}

async function freeSlug(tx: Tx, title: string): Promise<string> {
  const base = slugOfItem(title)
  for (let n = 1; n < 50; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    const { rows } = await sql<{ free: boolean }>`select house.knowledge_slug_free(${slug}) as free`.execute(tx)
    if (rows[0]?.free) return slug
  }
  throw problems['slug-taken']()
}

/** The names that authors chose to appear under; those who chose none are absent. */
async function authorNames(tx: Tx, vault: Vault, id: string): Promise<readonly string[]> {
  const sealer = await sealerOfItem(tx, vault, id)
  const rows = await tx
    .selectFrom('knowledge_item_yeses as y')
    .innerJoin('knowledge_item_givers as g', 'g.id', 'y.giver_id')
    .select(['y.id', 'y.shown_as_sealed'])
    .where('y.item_id', '=', id)
    .where('g.kind', '=', 'author')
    .where('y.answer', '=', 'yes')
    .where('y.withdrawn_at', 'is', null)
    .whereRef('y.text_version', '=', 'g.text_version')
    .orderBy('y.answered_at')
    .execute()
  return rows.flatMap((row) =>
    row.shown_as_sealed === null ? [] : [sealer.open(fields.shownAs(row.id), row.shown_as_sealed)],
  )
}

/**
 * Puts an item on the square, or its new words in place of the old ones: row, search words and the sign to every process,
 * in this transaction. `checked`: the editor says that all of it was looked at; other words alone are no check.
 * `by` is who presses: their press is the yes of their organisation.
 * @throws Problem not-found, changed-meanwhile, marks-open, yes-missing, no-steward, seats-first, approvals-missing,
 * steward-said-no, no-such-move
 */
export async function publish(
  tx: Tx,
  vault: Vault,
  id: string,
  version: number,
  now: Date,
  as: {
    readonly slug?: string
    readonly publishedAt?: Date
    readonly seeded?: boolean
    readonly checked?: boolean
    readonly by?: Doer
  } = {},
): Promise<{ readonly slug: string }> {
  const item = await getItem(tx, vault, id, true)
  if (item.version !== version) throw changedMeanwhile()
  const facts = factsOf(item)
  const refusal = whyNotMove(as.seeded ? { ...facts, openMarks: 0 } : facts, 'published', 'editor')
  if (refusal) throw problems[refusal]()
  const stewards = item.stewards.filter((each) => each.acceptedAt !== null)
  if (stewards.length === 0) throw problems['no-steward']()
  if (!as.seeded) await holdToSeats(tx, item)
  await holdToStewards(tx, item, as.by ?? null, now)

  const slug = item.slug ?? as.slug ?? (await freeSlug(tx, item.title))
  const publishedAt = item.publishedAt ?? as.publishedAt ?? now
  await moveTo(tx, item, 'published', now, { shelf_version: version, slug, published_at: publishedAt })
  const shown = picturesOf(item)
  const pictures = (await listPictures(tx, vault, id)).filter((each) => shown.includes(each.id))
  await placeOnShelf(tx, {
    id,
    slug,
    type: item.type ?? '',
    title: item.title,
    summary: item.summary,
    lang: item.lang,
    bodyMarkdown: bodyOf(item),
    pictures: shownPictures(pictures, item.lang, knowledgePaths.picture),
    stewards: stewards.map((each) => ({ slug: each.slug, name: each.name })),
    themes: item.themes,
    roles: item.roles,
    audiences: item.audiences,
    regions: item.regions,
    details: detailsOf(item.type, item.details),
    authors: await authorNames(tx, vault, id),
    source: item.source,
    provenance: item.provenance,
    licence: item.licence,
    sensitive: offersQuickExit(item.themes),
    writtenOn: item.writtenOn,
    changedAt: as.seeded ? item.changedAt : now,
    checkedAt: item.checkedAt,
    publishedAt,
    version,
  })
  await placePictures(tx, vault, id, pictures)
  await placeCompanions(tx, id)
  await placeOldAddresses(tx, [id])
  const checked = as.checked === true
  if (checked) await noteCheckAtPublication(tx, id, now)
  await startClock(tx, item, as.seeded ? item.checkedAt : checkedAtPublication(item, checked, now), now)
  await record(tx, 'knowledge.item-published', id, now, { version })
  return { slug }
}

/**
 * Takes an item off the square, everywhere and at once; a draft that never stood there is laid aside.
 * @throws Problem not-found, reason-missing, no-such-move
 */
export async function withdraw(tx: Tx, vault: Vault, id: string, reason: string, now: Date): Promise<void> {
  const item = await getItem(tx, vault, id, true)
  const refusal = whyNotMove(factsOf(item, reason.trim() !== ''), 'withdrawn', 'editor')
  if (refusal) throw problems[refusal]()
  const sealer = await sealerOfItem(tx, vault, id)
  await moveTo(tx, item, 'withdrawn', now, {
    shelf_version: null,
    withdrawn_reason_sealed: sealer.seal(fields.reason, reason),
  })
  if (item.shelfVersion !== null) await takeFromShelf(tx, id)
  await record(tx, 'knowledge.item-withdrawn', id, now)
}
