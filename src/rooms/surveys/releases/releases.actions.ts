import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import { tellWhatFollowed } from '../interviews/followed.actions.ts'
import { unknown } from '../problems.ts'
import type { Released, Version } from './releases.document.ts'
import { problems } from './releases.problems.ts'
import { isOvertaken, whyNotDecided, whyNotWithdrawn } from './releases.rules.ts'
import { filesOf, type ReleaseFile } from './release-files.rules.ts'
import { addFiles, findPackage, putOut } from './release-files.sql.ts'
import { findProposal, lastNumber, lastOut, listVersions } from './releases.sql.ts'
import { shelveWave, unshelveWave } from '../results/results.shelf.ts'
import { moveWave } from '../waves/waves.actions.ts'
import { waveWith } from '../waves/waves.sql.ts'

/** Of a wave the worker makes the files from its sheets. Of an old poll no sheets are left: its files come with the proposal. */
type Origin =
  | { readonly waveId: string; readonly files?: never }
  | { readonly waveId: null; readonly files: readonly ReleaseFile[] }

type Proposal = Origin & { readonly document: Released; readonly reason: string; readonly by: string }

/**
 * Lays a document before the other researchers. From here on it stays as it is.
 * @returns the id of the release
 * @throws Problem release-waiting when another one of the same wave waits for a decision
 */
export async function proposeRelease(tx: Tx, proposal: Proposal, now: Date): Promise<string> {
  const { document, waveId, reason, by } = proposal
  const [series, wave] = [document.series.slug, document.wave.slug]
  const id = randomUUID()
  const number = (await lastNumber(tx, series, wave)) + 1
  await tx
    .insertInto('surveys_releases')
    .values({
      id,
      series,
      wave,
      wave_id: waveId,
      number,
      document: JSON.stringify(document),
      reason,
      proposed_by: by,
      proposed_at: now,
    })
    .execute()
  if (proposal.waveId === null) await addFiles(tx, id, proposal.files)
  else await tx.insertInto('surveys_release_packages').values({ release_id: id }).execute()
  await record(tx, 'surveys.release-proposed', id, now, { number })
  return id
}

type Decision = { readonly release: string; readonly by: string; readonly reason: string | null }

/** @throws Problem own-release, release-decided, analysis-too-old, files-missing, not-found */
async function decide(tx: Tx, { release, by, reason }: Decision, outcome: 'released' | 'refused', now: Date) {
  await sql`select pg_advisory_xact_lock(hashtext(${`surveys-release:${release}`}))`.execute(tx)
  const proposal = await findProposal(tx, release)
  if (proposal === undefined) throw unknown()
  const refusal = whyNotDecided(proposal, by)
  if (refusal !== null) throw problems[refusal]()
  if (outcome === 'released') {
    // Two waves of one series are let out one after the other, so that the second sees the first.
    await sql`select pg_advisory_xact_lock(hashtext(${`surveys-series:${proposal.series}`}))`.execute(tx)
    if (filesOf(proposal, (await findPackage(tx, release)) ?? null) !== 'there') throw problems['files-missing']()
    if (isOvertaken(proposal, await lastOut(tx, proposal.series))) throw problems['analysis-too-old']()
  }
  await tx
    .updateTable('surveys_releases')
    .set({ outcome, decided_by: by, decided_at: now, decision_reason: reason })
    .where('id', '=', release)
    .execute()
  return proposal
}

/**
 * Lets a document out: the second person puts it on the square as it was proposed, in place of an earlier one.
 * @throws Problem own-release, release-decided, not-found, files-missing while its files are not made, and analysis-too-old when
 * something of its series was let out since
 */
export async function letOut(tx: Tx, decision: Decision, now: Date): Promise<void> {
  const { series, wave, wave_id: waveId, number, document } = await decide(tx, decision, 'released', now)
  const versions = (await listVersions(tx, series, wave)).map((each): Version => ({
    number: each.number,
    at: (each.decided_at ?? now).toISOString(),
    reason: each.reason,
  }))
  await takeDown(tx, series, wave)
  await tx
    .insertInto('square.poll_releases')
    .values({
      id: decision.release,
      series,
      wave,
      number,
      document: JSON.stringify(document),
      versions: JSON.stringify(versions),
      released_at: now,
    })
    .execute()
  await putOut(tx, decision.release)
  if (waveId !== null) await tellWhatFollowed(tx, waveId)
  await shelveWave(tx, document, { number, first: new Date(versions.at(-1)?.at ?? now) }, now)
  if (waveId !== null && (await waveWith(tx, waveId)).state === 'cleaned')
    await moveWave(tx, waveId, 'published', { doing: 'release', person: decision.by }, now)
  await record(tx, 'surveys.released', decision.release, now, { number })
}

/** Says no to a document, with the reason. Another one can be proposed. */
export async function refuseRelease(
  tx: Tx,
  decision: Decision & { readonly reason: string },
  now: Date,
): Promise<void> {
  await decide(tx, decision, 'refused', now)
  await record(tx, 'surveys.release-refused', decision.release, now)
}

/**
 * Takes a release off the square, everywhere: pages, files, API.
 * @throws Problem release-not-out, not-found
 */
export async function withdrawRelease(
  tx: Tx,
  withdrawal: { readonly release: string; readonly by: string; readonly reason: string },
  now: Date,
): Promise<void> {
  const found = await findProposal(tx, withdrawal.release)
  if (found === undefined) throw unknown()
  const [newest] = await listVersions(tx, found.series, found.wave)
  const refusal = whyNotWithdrawn(found, newest?.number ?? 0)
  if (refusal !== null) throw problems[refusal]()
  await tx
    .updateTable('surveys_releases')
    .set({ withdrawn_by: withdrawal.by, withdrawn_at: now, withdrawal_reason: withdrawal.reason })
    .where('id', '=', withdrawal.release)
    .execute()
  await takeDown(tx, found.series, found.wave)
  if (found.wave_id !== null) await tellWhatFollowed(tx, found.wave_id)
  await unshelveWave(tx, found.series, found.wave)
  await record(tx, 'surveys.release-withdrawn', withdrawal.release, now)
}

/** Off the square, with its files; every process then drops the pages it kept. */
async function takeDown(tx: Tx, series: string, wave: string): Promise<void> {
  await tx.deleteFrom('square.poll_releases').where('series', '=', series).where('wave', '=', wave).execute()
  await sql`select pg_notify('square', '')`.execute(tx)
}
