import { describe, expect, it } from 'vitest'
import * as advice from './public.ts'
import { inDesk } from './stories.testing.ts'

describe('the duo', () => {
  it(
    'a full or paused expert cannot be chosen, nothing leaves without a reward, and two places are two',
    inDesk(async ({ ask, people, amira, vault, now, count, runJobs, letters, visitor }) => {
      const request = await ask()
      const { desk } = request
      const invite = (
        candidate: Partial<advice.Candidate>,
        reward: advice.Reward = { form: 'expenses', cents: 2_000 },
      ) =>
        desk((tx, seen) =>
          advice.inviteExpert(
            tx,
            vault,
            amira,
            seen,
            {
              candidate: { person: people.expert.id, full: false, paused: false, shownName: 'Rosa', ...candidate },
              reward,
            },
            now(),
          ),
        )
      await expect(invite({})).rejects.toThrow('no-such-move')
      await desk((tx, seen) => advice.takeIntoIntake(tx, amira, seen, now()))
      await desk((tx, seen) =>
        advice.triageRequest(
          tx,
          amira,
          seen,
          { size: 'large', form: 'sessions', themes: [], questionKind: null },
          now(),
        ),
      )
      await desk((tx, seen) => advice.seekDuo(tx, amira, seen, now()))
      await expect(invite({ full: true })).rejects.toThrow('expert-full')
      await expect(invite({ paused: true })).rejects.toThrow('expert-paused')
      await expect(invite({}, { form: 'hourlyRate', cents: 0 })).rejects.toThrow('reward-missing')
      expect(await count('house.advice_team')).toBe(0)
      const { member } = await invite({})
      await expect(invite({})).rejects.toThrow('asked-before')
      await invite({ person: people.secondExpert.id })
      await expect(invite({ person: people.expertElsewhere.id })).rejects.toThrow('team-full')
      await runJobs()
      const letter = (await letters()).find((each) => each.to === people.expert.email)
      expect(letter?.subject).toBe('Wil je meedenken over een vraag?')
      expect(letter?.text).not.toMatch(/mensen die nooit komen|Carla|armoede/)
      await desk((tx, seen) => advice.withdrawInvitation(tx, seen, member, now()))
      const link = /uitnodiging\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
      expect((await visitor().get(`/uitnodiging/${link}`)).status).not.toBe(200)
      await expect(desk((tx, seen) => advice.withdrawInvitation(tx, seen, member, now()))).rejects.toThrow(
        'changed-meanwhile',
      )
    }),
  )

  it(
    'somebody steps out without a reason, and the desk looks for another',
    inDesk(async ({ running, amira, vault, now, database, count }) => {
      const request = await running()
      await expect(request.desk((tx, seen) => advice.seekAnother(tx, amira, seen, now()))).rejects.toThrow(
        'team-complete',
      )
      await database.house(request.rosaProof, (tx) => advice.leaveTeam(tx, request.rosa, request.id, now()))
      await expect(
        database.house(request.rosaProof, (tx) => advice.getForTeam(tx, vault, request.rosa, request.id)),
      ).rejects.toThrow('not-found')
      await request.desk((tx, seen) => advice.seekAnother(tx, amira, seen, now()))
      expect(await request.state()).toBe('seeking-duo')
      expect(await count('house.advice_not_again')).toBe(0)
    }),
  )
})
