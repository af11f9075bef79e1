import { sql } from 'kysely'
import { bothLanguages } from '../../lib/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import type { RetentionRule } from '../../platform/jobs/jobs.ts'

const day = 24 * 3_600_000
const batch = 1_000
const before = (now: Date, days: number) => new Date(now.getTime() - days * day)
const silentDays = 548
const eraseDays = 730
/** Between the letter that asks and erasing: also when the letter left later than it should have. */
const askedDays = 180

const silent = (tx: Tx, now: Date) =>
  tx
    .selectFrom('accounts_persons')
    .select('id')
    .where('silent_asked_at', 'is', null)
    .where(sql<boolean>`coalesce(last_signed_in_at, made_at) < ${before(now, silentDays)}`)

const lastSeen = (alias: string) =>
  sql`coalesce(${sql.ref(`${alias}.last_signed_in_at`)}, ${sql.ref(`${alias}.made_at`)})`

/**
 * People who stayed away for two years, also after they were asked. An administrator is among them only while another
 * one is not: whatever happens, somebody can let the others in.
 */
const longSilent = (tx: Tx, now: Date) =>
  tx
    .selectFrom('accounts_persons as p')
    .select('p.id')
    .where(sql<boolean>`${lastSeen('p')} < ${before(now, eraseDays)}`)
    .where('p.silent_asked_at', '<', before(now, askedDays))
    .where(
      sql<boolean>`(not exists (select from house.accounts_permissions q
          where q.person_id = p.id and q.permission = 'administrator' and q.withdrawn_at is null)
        or exists (select from house.accounts_permissions q join house.accounts_persons other on other.id = q.person_id
          where q.permission = 'administrator' and q.withdrawn_at is null and other.id <> p.id
            and ${lastSeen('other')} >= ${before(now, eraseDays)}))`,
    )

/**
 * Whether somebody is still to be erased for having stayed away; asked once more at the moment itself, because they may
 * have come back, or have become the last administrator. Worker's door: nobody becomes or stops being one meanwhile.
 */
export async function isLongSilent(tx: Tx, person: string, now: Date): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('accounts administrators', 0))`.execute(tx)
  const found = await longSilent(tx, now)
    .where('p.id', '=', person)
    .where('p.silent_ended_at', 'is not', null)
    .executeTakeFirst()
  return found !== undefined
}

const counted = async (rows: Promise<{ n: number } | undefined>) => (await rows)?.n ?? 0

/** What this room lets go of, and when. */
export const retention: readonly RetentionRule[] = [
  {
    name: 'accounts.sign-ins',
    what: bothLanguages('Gevraagde mails om in te loggen', 'Sign-in mails that were asked for'),
    keep: '1 day',
    run: (tx, now, dryRun) =>
      dryRun
        ? counted(
            tx
              .selectFrom('accounts_sign_ins')
              .select(sql<number>`count(*)::int`.as('n'))
              .where('asked_at', '<', before(now, 1))
              .executeTakeFirst(),
          )
        : tx
            .deleteFrom('accounts_sign_ins')
            .where('id', 'in', (e) =>
              e.selectFrom('accounts_sign_ins').select('id').where('asked_at', '<', before(now, 1)).limit(batch),
            )
            .executeTakeFirst()
            .then(({ numDeletedRows }) => Number(numDeletedRows)),
  },
  {
    name: 'accounts.silent-accounts',
    what: bothLanguages(
      'Accounts waarmee anderhalf jaar niemand inlogde: wij vragen of je het wilt houden',
      'Accounts that nobody used for a year and a half: we ask whether you want to keep it',
    ),
    keep: '18 months after the last sign-in a letter asks',
    async run(tx, now, dryRun) {
      const due = await silent(tx, now)
        .limit(dryRun ? 1_000_000 : 100)
        .execute()
      if (dryRun) return due.length
      for (const { id } of due) {
        await tx.updateTable('accounts_persons').set({ silent_asked_at: now }).where('id', '=', id).execute()
        await record(tx, 'accounts.person-silent', id, now)
      }
      return due.length
    },
  },
  {
    name: 'accounts.long-silent',
    what: bothLanguages(
      'Accounts waarmee twee jaar niemand inlogde, ook niet na onze vraag',
      'Accounts that nobody used for two years, not after our question either',
    ),
    keep: '24 months after the last sign-in, 6 after the letter; while there is another administrator',
    // The rooms erase a person together: the house does so when it hears of this, one person at a time.
    async run(tx, now, dryRun) {
      const due = await longSilent(tx, now)
        // Once a night: who could not go last time is looked at again.
        .where(sql<boolean>`(p.silent_ended_at is null or p.silent_ended_at < ${before(now, 0.5)})`)
        .limit(dryRun ? 1_000_000 : 100)
        .execute()
      if (dryRun) return due.length
      for (const { id } of due) {
        await tx.updateTable('accounts_persons').set({ silent_ended_at: now }).where('id', '=', id).execute()
        await record(tx, 'accounts.person-long-silent', id, now)
      }
      return due.length
    },
  },
  {
    name: 'accounts.consents',
    what: bothLanguages('Toestemmingen die voorbij zijn', 'Consents that have ended'),
    keep: '5 years after they were withdrawn or ended',
    run: (tx, now, dryRun) => {
      const ended = sql<boolean>`coalesce(withdrawn_at, expires_at) < ${before(now, 5 * 365)}`
      return dryRun
        ? counted(
            tx
              .selectFrom('accounts_consents')
              .select(sql<number>`count(*)::int`.as('n'))
              .where(ended)
              .executeTakeFirst(),
          )
        : tx
            .deleteFrom('accounts_consents')
            .where('id', 'in', (e) => e.selectFrom('accounts_consents').select('id').where(ended).limit(batch))
            .executeTakeFirst()
            .then(({ numDeletedRows }) => Number(numDeletedRows))
    },
  },
]
