import { sql } from 'kysely'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { withCommittedHouse, type CommittedHouse } from '../../../../test/house.ts'
import type { Work } from '../../../platform/jobs/work.ts'
import { openMailRoom } from '../../../platform/mail/mail.ts'
import { saveAnswers } from '../../questionnaires/public.ts'
import { sendFilling } from '../filling/filling.actions.ts'
import { madeSeries, openWaveOf, pathTo } from '../filling/filling.testing.ts'
import { invitationJobs, remindAll } from './invitations.jobs.ts'

const week = 7 * 86_400_000

const workOf = ({ platform, operate }: CommittedHouse, later = 0): Work => ({
  now: () => new Date(platform.now().getTime() + later),
  transaction: operate,
  vault: platform.vault,
  mail: openMailRoom({ vault: platform.vault, origin: platform.origin, smtpUrl: undefined }),
  origin: platform.origin,
})

const inviting = (house: CommittedHouse, wave: string) =>
  invitationJobs.on['surveys.invitations-asked']?.['invite-places']?.(workOf(house), {
    id: '1',
    event: 'surveys.invitations-asked',
    subject: wave,
    at: house.platform.now(),
  })

describe('with real logins', () => {
  it(
    'invites everybody once when two workers do it at the same time',
    withCommittedHouse(async (house) => {
      const { wave } = await openWaveOf(house, await madeSeries(house), { places: 6 })
      await Promise.all([inviting(house, wave), inviting(house, wave), inviting(house, wave)])
      const addresses = (await house.letters()).map(({ to }) => to)
      expect(addresses.toSorted()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `post-${n}@example.org`))
      expect(await house.count('surveys_respondents')).toBe(6)
    }),
  )

  it(
    'writes no reminder while or after somebody sends: the two wait for each other',
    withCommittedHouse(async (house) => {
      const { wave } = await openWaveOf(house, await madeSeries(house))
      await inviting(house, wave)
      const token = (await pathTo(house, 'post-1@example.org', '/invullen/')).split('/').at(-1) ?? ''
      const { vault, database, now } = house.platform
      const { sheet_id: sheet } = await database.house(token, (tx) =>
        tx.selectFrom('surveys_respondents').select('sheet_id').executeTakeFirstOrThrow(),
      )
      let commit = () => {}
      const held = new Promise<void>((resolve) => (commit = resolve))
      let sent = () => {}
      const isSent = new Promise<void>((resolve) => (sent = resolve))
      const sending = database.house(token, async (tx) => {
        const answers = { heeft: { type: 'single', chosen: 'nee' } } as const
        await saveAnswers(tx, vault, sheet, { asked: ['heeft'], answers, part: null }, now())
        await sendFilling(tx, vault, sheet, now())
        sent()
        await held
      })
      await isSent
      const reminding = remindAll(workOf(house, week + 1000))
      await pause(300)
      commit()
      await Promise.all([sending, reminding])
      const reminders = (await house.letters()).filter(({ subject }) => subject.startsWith('Herinnering'))
      expect(reminders.map(({ to }) => to)).toEqual(['post-2@example.org'])
    }),
  )

  it(
    'takes one of two presses that send the same sheet, and a save that comes with it is in it or refused',
    withCommittedHouse(async (house) => {
      const { wave } = await openWaveOf(house, await madeSeries(house), { places: 1 })
      await inviting(house, wave)
      const start = await pathTo(house, 'post-1@example.org', '/invullen/')
      const browser = house.visitor()
      await browser.submit(await browser.get(`${start}/deel/inzet`), { q_heeft: 'nee' })
      const saves = [1, 2, 3].map((n) =>
        browser.post(`${start}/deel/mening`, { 'on-page': 'nut', q_nut: String(n), go: 'next' }),
      )
      const sends = [browser.post(`${start}/verzending`), browser.post(`${start}/verzending`)]
      const [saved, sent] = await Promise.all([Promise.all(saves), Promise.all(sends)])
      expect(sent.map(({ status }) => status)).toEqual([303, 303])
      expect(saved.every(({ status }) => status === 303 || status === 409)).toBe(true)
      const rows = await house.peek((tx) => tx.selectFrom('surveys_respondents').select('state').execute())
      expect(rows).toEqual([{ state: 'sent' }])
      const noted = await house.peek((tx) =>
        sql<{
          n: number
        }>`select count(*)::int as n from house.platform_diary where event = 'surveys.sheet-sent'`.execute(tx),
      )
      expect(noted.rows).toEqual([{ n: 1 }])
    }),
  )
})
