import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../test/house.ts'
import { makeLink, makeSession } from '../../platform/proofs.ts'
import * as advice from './public.ts'

const question = {
  lang: 'nl',
  question: 'Hoe bereiken wij mensen die nooit komen?',
  context: 'Wij hebben zes weken.',
  municipality: 'GM0344',
  province: 'PV26',
  themes: ['povertyDebt'],
  name: 'Carla Meinders',
  email: 'Carla@Voorbeeld.example',
} as const satisfies advice.Question

/** Doors and proofs of everybody who plays in a life. */
async function stage({ platform, people }: RolledBackHouse) {
  const { vault, database } = platform
  const proofOf = (person: string) =>
    database.house(null, (tx) => makeSession(tx, person, new Date(platform.now().getTime() + 3_600_000), true))
  const proofs = {
    coordinator: await proofOf(people.coordinator.id),
    second: await proofOf(people.secondCoordinator.id),
    rosa: await proofOf(people.expert.id),
    kees: await proofOf(people.secondExpert.id),
    noor: await proofOf(people.expertElsewhere.id),
  }
  const { id } = await database.house(null, (tx) => advice.askQuestion(tx, vault, question, platform.now()))
  const link = await database.house(null, (tx) =>
    makeLink(tx, { subject: id, purpose: 'request-status', until: new Date(platform.now().getTime() + 86_400_000) }),
  )
  const desk = <T>(work: Parameters<typeof database.house<T>>[1]) => database.house(proofs.coordinator, work)
  const version = async () => (await desk((tx) => advice.getForDesk(tx, vault, id))).version
  return {
    vault,
    database,
    proofs,
    id,
    link,
    desk,
    seen: async () => ({ id, version: await version() }),
    now: () => platform.now(),
  }
}

const candidate = (person: string, shownName: string) => ({ person, full: false, paused: false, shownName })
const paid = { form: 'hourlyRate', cents: 6000 }

describe('the life of a request', () => {
  it(
    'goes from question to closed, and every reader sees their own part',
    inHouse(async (house) => {
      const s = await stage(house)
      const { database: db, vault, id, people } = { ...s, people: house.people }
      await db.house(s.link, (tx) => advice.confirmRequest(tx, id, s.now()))
      await s.desk(async (tx) => advice.takeIntoIntake(tx, people.coordinator.id, await pending(tx), s.now()))
      async function pending(tx: Parameters<typeof advice.getForDesk>[0]) {
        return { id, version: (await advice.getForDesk(tx, vault, id)).version }
      }
      await s.desk(async (tx) =>
        advice.askRequester(tx, vault, people.coordinator.id, await pending(tx), 'Waar gaat het om?', s.now()),
      )
      await db.house(s.link, (tx) => advice.replyAsRequester(tx, vault, id, 'Om een inloop.', s.now()))
      await s.desk(async (tx) =>
        advice.triageRequest(
          tx,
          people.coordinator.id,
          await pending(tx),
          { size: 'large', form: 'writtenAnswer', themes: ['povertyDebt'], questionKind: 'reachingPeople' },
          s.now(),
        ),
      )
      await s.desk(async (tx) => advice.seekDuo(tx, people.coordinator.id, await pending(tx), s.now()))
      const first = await s.desk(async (tx) =>
        advice.inviteExpert(
          tx,
          vault,
          people.coordinator.id,
          await pending(tx),
          { candidate: candidate(people.expert.id, 'Rosa'), reward: paid },
          s.now(),
        ),
      )
      const second = await s.desk(async (tx) =>
        advice.inviteExpert(
          tx,
          vault,
          people.coordinator.id,
          await pending(tx),
          { candidate: candidate(people.expertElsewhere.id, 'Noor'), reward: paid },
          s.now(),
        ),
      )

      // An invited expert can decide, and sees no name; the request itself is not there.
      const invitations = await db.house(s.proofs.rosa, (tx) => advice.listInvitations(tx, vault))
      expect(invitations).toHaveLength(1)
      expect(JSON.stringify(invitations)).not.toMatch(/Carla|GM0344|zes weken/)
      await expect(db.house(s.proofs.rosa, (tx) => advice.getForTeam(tx, vault, people.expert.id, id))).rejects.toThrow(
        'not-found',
      )

      await db.house(s.proofs.rosa, (tx) => advice.acceptInvitation(tx, first.member, s.now()))
      await expect(
        db.house(s.proofs.rosa, (tx) => advice.acceptInvitation(tx, second.member, s.now())),
      ).rejects.toThrow('invitation-ended')

      // A "no" leaves no mark: not in the team, not in the diary, not in the loads; and she is not asked again here.
      const diary = await house.count('house.platform_diary')
      await db.house(s.proofs.noor, (tx) => advice.declineInvitation(tx, vault, second.member, s.now()))
      expect(await house.count('house.platform_diary')).toBe(diary)
      expect((await s.desk((tx) => advice.teamLoads(tx))).has(people.expertElsewhere.id)).toBe(false)
      await expect(
        s.desk(async (tx) =>
          advice.inviteExpert(
            tx,
            vault,
            people.coordinator.id,
            await pending(tx),
            { candidate: candidate(people.expertElsewhere.id, 'Noor'), reward: paid },
            s.now(),
          ),
        ),
      ).rejects.toThrow('asked-before')

      await expect(
        s.desk(async (tx) => advice.startWork(tx, people.coordinator.id, await pending(tx), s.now())),
      ).rejects.toThrow('team-not-complete')
      const third = await s.desk(async (tx) =>
        advice.inviteExpert(
          tx,
          vault,
          people.coordinator.id,
          await pending(tx),
          { candidate: candidate(people.secondExpert.id, 'Kees'), reward: { form: 'none', cents: 0 } },
          s.now(),
        ),
      )
      await db.house(s.proofs.kees, (tx) => advice.acceptInvitation(tx, third.member, s.now()))
      await s.desk(async (tx) => advice.startWork(tx, people.coordinator.id, await pending(tx), s.now()))

      // The duo writes together; two at once lose nothing.
      const draft = {
        text: 'Ga naar de plek waar mensen al zijn.',
        voice: 'collective',
        behalf: 'Namens ons twee.',
      } as const
      expect(
        await db.house(s.proofs.rosa, (tx) => advice.saveDraft(tx, vault, people.expert.id, id, 0, draft, s.now())),
      ).toEqual({ kind: 'saved', version: 1 })
      const conflict = await db.house(s.proofs.kees, (tx) =>
        advice.saveDraft(tx, vault, people.secondExpert.id, id, 0, { ...draft, text: 'Anders.' }, s.now()),
      )
      expect(conflict).toMatchObject({ kind: 'conflict', version: 1 })
      const seenByKees = await db.house(s.proofs.kees, (tx) => advice.getForTeam(tx, vault, people.secondExpert.id, id))
      expect(seenByKees.draft).toMatchObject({ text: draft.text, version: 1 })
      expect(seenByKees.requesterName).toBe('Carla Meinders')
      await s.desk((tx) =>
        advice.addInternalNote(
          tx,
          vault,
          people.coordinator.id,
          id,
          { audience: 'desk', text: 'ALLEEN-ADVIESPUNT' },
          s.now(),
        ),
      )
      await s.desk((tx) =>
        advice.addInternalNote(
          tx,
          vault,
          people.coordinator.id,
          id,
          { audience: 'team', text: 'ALLEEN-TEAM' },
          s.now(),
        ),
      )
      await db.house(s.proofs.kees, (tx) =>
        advice.writeAsExpert(
          tx,
          vault,
          people.secondExpert.id,
          id,
          { audience: 'everyone', text: 'Wij zijn bezig.' },
          s.now(),
        ),
      )
      await db.house(s.proofs.kees, (tx) =>
        advice.addSession(
          tx,
          vault,
          people.secondExpert.id,
          id,
          { heldOn: '2026-11-20', kind: 'work', form: 'online', minutes: 60, notes: 'SESSIE' },
          s.now(),
        ),
      )

      const before = await db.house(s.link, (tx) => advice.getStatus(tx, vault, id))
      expect(before.messages.map((message) => message.text)).toEqual([
        'Waar gaat het om?',
        'Om een inloop.',
        'Wij zijn bezig.',
      ])
      expect(before.answer).toBeNull()
      const team = JSON.stringify(
        await db.house(s.proofs.rosa, (tx) => advice.getForTeam(tx, vault, people.expert.id, id)),
      )
      expect(team).toContain('ALLEEN-TEAM')
      expect(team).not.toContain('ALLEEN-ADVIESPUNT')
      expect(team.toLowerCase()).not.toContain('carla@')

      await db.house(s.proofs.kees, (tx) => advice.giveAnswer(tx, vault, people.secondExpert.id, id, 1, s.now()))
      const answered = await db.house(s.link, (tx) => advice.getStatus(tx, vault, id))
      expect(answered.answer).toMatchObject({ text: draft.text, authors: ['Rosa', 'Kees'], voice: 'collective' })
      await db.house(s.link, async (tx) => {
        await advice.evaluateAsRequester(tx, vault, id, { scores: { usefulness: 5 }, text: 'VAN-CARLA' }, s.now())
        await advice.giveFeedback(tx, vault, id, { done: 'Wij gingen kijken.' }, s.now())
      })
      await db.house(s.proofs.rosa, (tx) =>
        advice.evaluate(tx, vault, people.expert.id, id, { scores: { load: 2 }, text: 'VAN-ROSA' }, s.now()),
      )
      const kees = JSON.stringify(
        await db.house(s.proofs.kees, (tx) => advice.getForTeam(tx, vault, people.secondExpert.id, id)),
      )
      expect(kees).toContain('Wij gingen kijken.')
      expect(kees).not.toMatch(/VAN-CARLA|VAN-ROSA/)
      await s.desk(async (tx) =>
        advice.closeRequest(tx, vault, people.coordinator.id, await pending(tx), null, s.now()),
      )
      const closed = await s.desk((tx) => advice.getForDesk(tx, vault, id))
      expect(closed.state).toBe('closed')
      expect(closed.evaluations.map((each) => each.text).sort()).toEqual(['VAN-CARLA', 'VAN-ROSA'])
      expect(closed.timeline.flatMap((entry) => (entry.kind === 'moved' ? [entry.to] : []))).toEqual([
        'unconfirmed',
        'submitted',
        'in-intake',
        'waiting-for-requester',
        'in-intake',
        'triaged',
        'seeking-duo',
        'in-progress',
        'answered',
        'evaluated',
        'closed',
      ])
      expect(await house.count('house.advice_not_again')).toBe(0)
    }),
  )
})
