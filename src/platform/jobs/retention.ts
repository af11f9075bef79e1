import { sql } from 'kysely'
import { bothLanguages, type Label } from '../../lib/words.ts'
import type { Tx } from '../db/database.ts'
import { record } from '../diary.ts'
import type { RoomJobs, Work } from './work.ts'

/** What is removed when its time has come. */
export type RetentionRule = {
  /** `room.what`, as the command line and the diary name it. */
  readonly name: string
  /** What it is, for the page about privacy. */
  readonly what: Label
  /** How long it is kept, in English words for the operator: '30 days after it was sent'. */
  readonly keep: string
  /**
   * Removes at most one batch (about a thousand rows) of what is due and returns how many rows; it is called again until
   * it returns 0. In a dry run it removes nothing and returns how many rows are due in all.
   */
  run(tx: Tx, now: Date, dryRun: boolean): Promise<number>
}

/** What one rule did, or in a dry run would do. */
export type RetentionOutcome = { readonly rule: string; readonly keep: string; readonly rows: number }

const mostBatches = 1_000

/**
 * Applies the rules, each batch in a transaction of its own that also notes it in the diary. What fails halfway goes on
 * the next time. A dry run changes and notes nothing.
 */
export async function runRetention(
  work: Work,
  rules: readonly RetentionRule[],
  { dryRun }: { dryRun: boolean },
): Promise<readonly RetentionOutcome[]> {
  const outcomes: RetentionOutcome[] = []
  for (const rule of rules) {
    const rows = dryRun ? await work.transaction((tx) => rule.run(tx, work.now(), true)) : await applied(work, rule)
    outcomes.push({ rule: rule.name, keep: rule.keep, rows })
  }
  return outcomes
}

async function applied(work: Work, rule: RetentionRule): Promise<number> {
  let total = 0
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const rows = await work.transaction(async (tx) => {
      const now = work.now()
      const removed = await rule.run(tx, now, false)
      if (removed > 0) await record(tx, 'platform.retention-applied', rule.name, now, { rows: removed })
      return removed
    })
    if (rows === 0) return total
    total += rows
  }
  // A rule that counts what it does not remove would never end; what is left waits for the next night.
  return total
}

const hours = 3_600_000
const days = 24 * hours
const batch = 1_000
const before = (now: Date, age: number) => new Date(now.getTime() - age)

const counted = async (query: Promise<{ rows: { n: number }[] }>) => (await query).rows[0]?.n ?? 0

/**
 * The platform's own rules. The diary has none, on purpose: its seals chain every row to the rows before it, so removing
 * old rows would look like tampering. It holds events, states and numbers, never words; a person's number in it means
 * nothing once the person is erased.
 */
export const platformRetention: readonly RetentionRule[] = [
  {
    name: 'platform.idempotency',
    what: bothLanguages('Nummers van verstuurde formulieren', 'Numbers of forms that were sent'),
    keep: '72 hours',
    run: (tx, now, dryRun) =>
      dryRun
        ? counted(
            sql<{
              n: number
            }>`select count(*)::int as n from house.platform_idempotency where made_at < ${before(now, 72 * hours)}`.execute(
              tx,
            ),
          )
        : counted(
            sql<{ n: number }>`with gone as (delete from house.platform_idempotency where (scope, key) in (
            select scope, key from house.platform_idempotency where made_at < ${before(now, 72 * hours)} limit ${batch}) returning 1)
            select count(*)::int as n from gone`.execute(tx),
          ),
  },
  {
    name: 'platform.proofs',
    what: bothLanguages('Aanmeldingen en links die voorbij zijn', 'Sign-ins and links that have ended'),
    keep: '30 days after the end',
    run: (tx, _now, dryRun) =>
      dryRun
        ? counted(sql<{ n: number }>`select house.count_old_proofs() as n`.execute(tx))
        : counted(sql<{ n: number }>`select house.forget_old_proofs() as n`.execute(tx)),
  },
  {
    name: 'platform.mail',
    what: bothLanguages('Mail die verstuurd is of niet aankwam', 'Mail that was sent or did not arrive'),
    keep: '30 days after it was sent or given up',
    run: (tx, now, dryRun) =>
      dryRun
        ? counted(
            sql<{ n: number }>`select count(*)::int as n from house.platform_mail_outbox
            where coalesce(sent_at, given_up_at) < ${before(now, 30 * days)}`.execute(tx),
          )
        : counted(
            sql<{ n: number }>`with gone as (delete from house.platform_mail_outbox where id in (
            select id from house.platform_mail_outbox where coalesce(sent_at, given_up_at) < ${before(now, 30 * days)} limit ${batch}) returning 1)
            select count(*)::int as n from gone`.execute(tx),
          ),
  },
]

/** Applies all rules of the house every night. */
export const retentionJobs = (rules: readonly RetentionRule[]): RoomJobs => ({
  on: {},
  daily: {
    'apply-retention': {
      cron: '20 3 * * *',
      run: async (work) => {
        await runRetention(work, rules, { dryRun: false })
      },
    },
  },
})
