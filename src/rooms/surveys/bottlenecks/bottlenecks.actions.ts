import { randomUUID } from 'node:crypto'
import { thresholds } from '../../../lib/disclosure/thresholds.ts'
import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import { findBottleneck, lockBottleneck } from './bottlenecks.sql.ts'
import { monthOf, slugOfBottleneck } from './bottlenecks.rules.ts'
import { problems, unknown } from '../problems.ts'

export type NewBottleneck = {
  readonly title: Said
  readonly about: Said
  readonly source: string
  readonly reason: string
}

/** Adds a bottleneck to the register. @throws Problem bottleneck-known when one has the same name */
export async function addBottleneck(tx: Tx, words: NewBottleneck, by: string, now: Date): Promise<void> {
  const slug = slugOfBottleneck(words.title.nl)
  if (await findBottleneck(tx, slug)) throw problems['bottleneck-known']()
  const id = randomUUID()
  await tx
    .insertInto('surveys_bottlenecks')
    .values({
      id,
      slug,
      title: JSON.stringify(words.title),
      about: JSON.stringify(words.about),
      source: words.source,
      reason: words.reason,
      added_by: by,
      added_at: now,
    })
    .execute()
  await record(tx, 'surveys.bottleneck-added', id, now)
}

/**
 * Joins a bottleneck with another that is the same: from now on its reports count there.
 * @throws Problem not-found, bottleneck-merged when either was merged before, or both are one
 */
export async function mergeBottleneck(
  tx: Tx,
  slugs: { readonly from: string; readonly into: string },
  reason: string,
  by: string,
  now: Date,
): Promise<void> {
  // Always in the same order, so that two who merge crosswise wait for each other.
  const [first, second] = [slugs.from, slugs.into].toSorted()
  const held = new Map([
    [first, await lockBottleneck(tx, first ?? '')],
    [second, await lockBottleneck(tx, second ?? '')],
  ])
  const from = held.get(slugs.from)
  const into = held.get(slugs.into)
  if (!from || !into) throw unknown()
  if (from.id === into.id || from.merged_into !== null || into.merged_into !== null)
    throw problems['bottleneck-merged']()
  await tx.updateTable('surveys_bottlenecks').set({ merged_into: into.id }).where('merged_into', '=', from.id).execute()
  await tx
    .updateTable('surveys_bottlenecks')
    .set({ merged_into: into.id, merged_reason: reason, merged_by: by, merged_at: now })
    .where('id', '=', from.id)
    .execute()
  await record(tx, 'surveys.bottleneck-merged', from.id, now)
}

/**
 * Notes that a bottleneck was met once more, in a request to the desk or in a self-assessment. Nothing is kept of which one it
 * was: only the kind of source and the month. Everybody sees the number from five on.
 * @param slug path word of the bottleneck
 * @throws Problem not-found
 */
export async function reportBottleneck(
  tx: Tx,
  slug: string,
  kind: 'request' | 'self-assessment',
  now: Date,
): Promise<void> {
  const found = await findBottleneck(tx, slug)
  if (!found) throw unknown()
  await tx
    .insertInto('surveys_bottleneck_reports')
    .values({
      id: randomUUID(),
      bottleneck_id: found.id,
      source_kind: kind,
      label: null,
      number: 1,
      month: monthOf(now),
    })
    .execute()
}

/**
 * Notes how many organisations named each bottleneck in a poll, in place of what was noted of that poll before. Numbers under
 * five, and names that are not in the register, are left out.
 * @param label what readers call the poll
 * @param counts organisations per path word of a bottleneck
 */
export async function reportPollBottlenecks(
  tx: Tx,
  label: string,
  counts: ReadonlyMap<string, number>,
  now: Date,
): Promise<void> {
  await tx.deleteFrom('surveys_bottleneck_reports').where('label', '=', label).execute()
  for (const [slug, number] of counts) {
    const found = number >= thresholds.polls.cell ? await findBottleneck(tx, slug) : undefined
    if (found)
      await tx
        .insertInto('surveys_bottleneck_reports')
        .values({ id: randomUUID(), bottleneck_id: found.id, source_kind: 'poll', label, number, month: monthOf(now) })
        .execute()
  }
}
