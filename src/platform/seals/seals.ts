import { sql, type Generated } from 'kysely'
import { setTimeout as pause } from 'node:timers/promises'
import { sameHash } from '../../lib/crypto/tokens.ts'
import type { Tx } from '../db/database.ts'
import type { RoomJobs, Work } from '../jobs/work.ts'
import type { Vault } from '../vault/vault.ts'
import { batchHash, headSignatureOf, signatureOf, type Broken, type Seal } from './seals.rules.ts'

/** Rows in one seal at most, and rows fetched at once. */
const batchRows = 5_000

const keyOf = (vault: Vault) => vault.derive('diary-seals')

/** Up to which number everything that will ever stand in the diary stands there now. */
type Horizon = { readonly ceiling: bigint; readonly unsettled: bigint }

/**
 * Seals what is settled. Numbers are drawn before transactions commit, and a transaction may commit late or never: the
 * sealer notes the highest number drawn, waits until every transaction of that moment has ended, and seals up to there.
 * What is not settled in `waitMs` is left for the next run. @returns how many rows were sealed.
 */
export async function sealDiary(work: Work, waitMs = 20_000): Promise<number> {
  const horizon = await work.transaction(async (tx): Promise<Horizon> => {
    // Two questions, in this order: a number drawn before the first belongs to a transaction numbered before the second.
    const { rows: numbers } = await sql<{ ceiling: string }>`select house.diary_ceiling()::text as ceiling`.execute(tx)
    const { rows: moments } = await sql<{
      next: string
    }>`select pg_snapshot_xmax(pg_current_snapshot())::text as next`.execute(tx)
    return { ceiling: BigInt(numbers[0]?.ceiling ?? '0'), unsettled: BigInt(moments[0]?.next ?? '0') }
  })
  for (let waited = 0; ; waited += 250) {
    const settled = await work.transaction(async (tx) => {
      const { rows } = await sql<{
        oldest: string
      }>`select pg_snapshot_xmin(pg_current_snapshot())::text as oldest`.execute(tx)
      return BigInt(rows[0]?.oldest ?? '0') >= horizon.unsettled
    })
    if (settled) break
    if (waited >= waitMs) return 0
    await pause(250)
  }
  let sealed = 0
  for (;;) {
    const count = await work.transaction((tx) => sealBatch(tx, work.vault, horizon.ceiling, work.now()))
    sealed += count
    if (count < batchRows) return sealed
  }
}

/** Seals the next batch up to `ceiling`. @returns the rows in it; 0 when there are none. */
async function sealBatch(tx: Tx, vault: Vault, ceiling: bigint, now: Date): Promise<number> {
  // One sealer at a time, whatever number of processes runs the job.
  await sql`select pg_advisory_xact_lock(hashtextextended('plein diary seals', 0))`.execute(tx)
  const last = await tx
    .selectFrom('platform_diary_seals')
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const from = last ? BigInt(last.to_id) + 1n : 1n
  const rows = await digestsOf(tx, from, ceiling)
  const newest = rows.at(-1)
  if (newest === undefined) return 0

  const hash = batchHash(last?.hash ?? null)
  for (const row of rows) hash.update(row.digest)
  // A full batch ends at its last row; the last batch ends at the ceiling, so that nothing can be put in the gap behind it.
  const to = rows.length === batchRows ? newest.id : ceiling.toString()
  const seal = {
    from_id: from.toString(),
    to_id: to,
    count: rows.length,
    hash: hash.digest(),
    previous: last?.hash ?? null,
  }
  const key = keyOf(vault)
  const { seq } = await tx
    .insertInto('platform_diary_seals')
    .values({ ...seal, sealed_at: now, signature: signatureOf(key, seal) })
    .returning('seq')
    .executeTakeFirstOrThrow()
  const head = { seq, to_id: to, hash: seal.hash }
  const signed = { ...head, signature: headSignatureOf(key, head) }
  await tx
    .insertInto('platform_diary_head')
    .values(signed)
    .onConflict((conflict) => conflict.column('singleton').doUpdateSet(signed))
    .execute()
  return rows.length
}

/** The digest of each row in [from, to], at most one batch, in order. Every column counts; times are written in UTC. */
async function digestsOf(tx: Tx, from: bigint, to: bigint): Promise<readonly { id: string; digest: Buffer }[]> {
  const { rows } = await sql<{ id: string; digest: Buffer }>`
    select id::text, sha256(convert_to(jsonb_build_array(id, event, subject,
             to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor_kind, actor_person, detail)::text, 'UTF8')) as digest
      from house.platform_diary where id between ${from.toString()}::bigint and ${to.toString()}::bigint
     order by house.platform_diary.id limit ${batchRows}`.execute(tx)
  return rows
}

/** How the diary stands: what was sealed is unchanged, or the first place where it is not. */
export type Verdict =
  | {
      readonly ok: true
      readonly seals: number
      readonly rows: number
      readonly unsealed: number
      readonly head: string | null
    }
  | { readonly ok: false; readonly broken: Broken }

/**
 * Reads the whole diary against its seals, at the worker's door and under a proof of work.
 * It finds a row that was changed, removed, exchanged or put in, and a tail that was cut off with its seals. It cannot find
 * somebody who puts back an older diary together with its older head: compare `head` with what the log noted before.
 * Rows of the last minute are not sealed yet (`unsealed`). Throws when the caller may not see the diary.
 */
export async function verifyDiary(tx: Tx, vault: Vault): Promise<Verdict> {
  const { rows: may } = await sql<{ works: boolean }>`select house.actor_works() as works`.execute(tx)
  // Without the proof the diary looks empty, and an empty diary would pass.
  if (may[0]?.works !== true) throw new Error('only a job or an operator can verify the diary')
  const key = keyOf(vault)
  const head = await tx.selectFrom('platform_diary_head').selectAll().executeTakeFirst()
  let before: Seal | null = null
  let seals = 0
  let sealedRows = 0
  for (;;) {
    const next: Seal | undefined = await nextSeal(tx, before)
    if (next === undefined) break
    const broken = await brokenSeal(tx, key, before, next)
    if (broken) return { ok: false, broken }
    before = next
    seals += 1
    sealedRows += next.count
  }
  const broken = brokenHead(key, head, before)
  if (broken) return { ok: false, broken }
  const end = before?.to_id ?? '0'
  const { rows } = await sql<{ unsealed: number; early: number }>`
    select (count(*) filter (where id > ${end}::bigint))::int as unsealed, (count(*) filter (where id < 1))::int as early
      from house.platform_diary where id > ${end}::bigint or id < 1`.execute(tx)
  if ((rows[0]?.early ?? 0) > 0) return { ok: false, broken: { why: 'rows-changed', from: '0', to: '0' } }
  return {
    ok: true,
    seals,
    rows: sealedRows,
    unsealed: rows[0]?.unsealed ?? 0,
    head: before?.hash.toString('hex') ?? null,
  }
}

const nextSeal = (tx: Tx, before: Seal | null) =>
  tx
    .selectFrom('platform_diary_seals')
    .selectAll()
    .where('seq', '>', before?.seq ?? '-1')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()

async function brokenSeal(tx: Tx, key: Buffer, before: Seal | null, seal: Seal): Promise<Broken | null> {
  const { from_id: from, to_id: to } = seal
  if (!sameHash(seal.signature, signatureOf(key, seal))) return { why: 'seal-changed', from, to }
  const expected = before ? (BigInt(before.to_id) + 1n).toString() : '1'
  const chained = before ? seal.previous !== null && sameHash(seal.previous, before.hash) : seal.previous === null
  if (from !== expected || !chained) return { why: 'seal-missing', from: expected, to: from }
  // One row more than the seal counts is enough to know that one was put in.
  const hash = batchHash(seal.previous)
  let count = 0
  for (let at = BigInt(from); at <= BigInt(to);) {
    const rows = await digestsOf(tx, at, BigInt(to))
    for (const row of rows) hash.update(row.digest)
    count += rows.length
    if (rows.length < batchRows) break
    at = BigInt(rows.at(-1)?.id ?? to) + 1n
  }
  return count === seal.count && sameHash(hash.digest(), seal.hash) ? null : { why: 'rows-changed', from, to }
}

function brokenHead(
  key: Buffer,
  head: { seq: string; to_id: string; hash: Buffer; signature: Buffer } | undefined,
  last: Seal | null,
): Broken | null {
  const from = last ? (BigInt(last.to_id) + 1n).toString() : '1'
  if (head === undefined) return last === null ? null : { why: 'head-missing', from, to: from }
  if (!sameHash(head.signature, headSignatureOf(key, head))) return { why: 'head-changed', from, to: head.to_id }
  if (last === null || last.seq !== head.seq || !sameHash(last.hash, head.hash))
    return { why: 'tail-cut', from, to: head.to_id }
  return null
}

/** Seals the diary every minute. */
export const sealJobs: RoomJobs = {
  on: {},
  daily: {
    'seal-diary': {
      cron: '* * * * *',
      run: async (work) => {
        await sealDiary(work)
      },
    },
  },
}

declare module '../db/tables.ts' {
  interface Tables {
    platform_diary_seals: {
      seq: Generated<string>
      from_id: string
      to_id: string
      count: number
      hash: Buffer
      previous: Buffer | null
      sealed_at: Date
      signature: Buffer
    }
    platform_diary_head: {
      singleton: Generated<boolean>
      seq: string
      to_id: string
      hash: Buffer
      signature: Buffer
    }
  }
}
