import { sql } from 'kysely'
import { bothLanguages } from '../../lib/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import type { RetentionRule } from '../../platform/jobs/jobs.ts'

const day = 24 * 3_600_000
const batch = 1_000
const before = (now: Date, days: number) => new Date(now.getTime() - days * day)
const silentDays = 548

const silent = (tx: Tx, now: Date) =>
  tx
    .selectFrom('accounts_persons')
    .select('id')
    .where('silent_asked_at', 'is', null)
    .where(sql<boolean>`coalesce(last_signed_in_at, made_at) < ${before(now, silentDays)}`)

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
    keep: '18 months after the last sign-in a letter asks; erasing is the administrator’s decision',
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
