import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import * as advice from './public.ts'
import { inDesk } from './stories.testing.ts'

describe('aside of the way', () => {
  it(
    'waiting: one reminder after 30 days, an end after 60, and a kind mail each time',
    inDesk(async ({ ask, amira, vault, now, after, runDaily, runJobs, subjects }) => {
      const request = await ask()
      await request.desk((tx, seen) => advice.takeIntoIntake(tx, amira, seen, now()))
      await request.desk((tx, seen) => advice.askRequester(tx, vault, amira, seen, 'Waar gaat het om?', now()))
      await runJobs()
      for (const days of [29, 2, 10, 18]) {
        after(days)
        await runDaily('advice.move-with-time')
        await runJobs()
      }
      expect(await request.state()).toBe('waiting-for-requester')
      after(2)
      await runDaily('advice.move-with-time')
      expect(await request.state()).toBe('expired')
      await runJobs()
      expect(await subjects()).toEqual(['Een bericht over AV', 'Wil je nog een antwoord? AV', 'Wij stoppen met AV'])
      await expect(
        request.requester((tx) => advice.replyAsRequester(tx, vault, request.id, 'Toch nog', now())),
      ).rejects.toThrow('request-ended')
    }),
  )

  it(
    'referring says to whom, and closes by itself',
    inDesk(async ({ ask, amira, vault, now, after, runDaily }) => {
      const request = await ask()
      await expect(
        request.desk((tx, seen) => advice.referRequest(tx, vault, amira, seen, '  ', now())),
      ).rejects.toThrow('referral-missing')
      await request.desk((tx, seen) => advice.referRequest(tx, vault, amira, seen, 'Kennishuis Lindenhof', now()))
      expect((await request.requester((tx) => advice.getStatus(tx, vault, request.id))).referral).toBe(
        'Kennishuis Lindenhof',
      )
      after(15)
      await runDaily('advice.move-with-time')
      expect(await request.state()).toBe('closed')
    }),
  )

  it(
    'closing wants an answer, a referral or a reason: by rule, and by the database',
    inDesk(async ({ ask, amira, vault, now, peek }) => {
      const request = await ask()
      for (const reason of [null, '', ' \n'])
        await expect(
          request.desk((tx, seen) => advice.closeRequest(tx, vault, amira, seen, reason, now())),
        ).rejects.toThrow('ending-missing')
      await expect(
        peek((tx) =>
          sql`update house.advice_requests set state = 'closed', ended_at = now(), forget_after = now() where id = ${request.id}`.execute(
            tx,
          ),
        ),
      ).rejects.toThrow('advice_requests_closed_has_ending')
      await request.desk((tx, seen) => advice.closeRequest(tx, vault, amira, seen, 'Het is al opgelost.', now()))
      expect((await request.requester((tx) => advice.getStatus(tx, vault, request.id))).closeReason).toBe(
        'Het is al opgelost.',
      )
    }),
  )

  it(
    'joined questions get one answer, which both who asked can read',
    inDesk(async ({ ask, running, amira, vault, now, runJobs, letters }) => {
      const target = await running()
      const joined = await ask({ email: 'leila@voorbeeld.example', name: 'Leila' })
      await expect(
        joined.desk((tx, seen) => advice.mergeRequest(tx, amira, seen, joined.number, now())),
      ).rejects.toThrow('other-request-ended')
      await expect(
        joined.desk((tx, seen) => advice.mergeRequest(tx, amira, seen, 'AV-2026-000000', now())),
      ).rejects.toThrow('other-request-ended')
      await joined.desk((tx, seen) => advice.mergeRequest(tx, amira, seen, target.number.toLowerCase(), now()))
      await target.answer()
      const seen = await joined.requester((tx) => advice.getStatus(tx, vault, joined.id))
      expect(seen).toMatchObject({ state: 'merged', answer: { text: 'Ga erheen.', authors: ['Rosa D.'] } })
      await expect(joined.requester((tx) => advice.getStatus(tx, vault, target.id))).rejects.toThrow('not-found')
      await runJobs()
      const hers = (await letters()).filter((letter) => letter.to === 'leila@voorbeeld.example')
      expect(hers.map((letter) => letter.subject).toSorted()).toEqual([
        `Er is een antwoord op ${joined.number}`,
        `Nieuws over ${joined.number}`,
      ])
    }),
  )
})
