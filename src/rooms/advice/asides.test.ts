import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../test/house.ts'
import type { Tx } from '../../platform/db/database.ts'
import { makeLink, makeSession } from '../../platform/proofs.ts'
import { listDesk, type ListFilter } from './desk.sql.ts'
import { erasePerson, exportPerson } from './persons.sql.ts'
import * as advice from './public.ts'

const question: advice.Question = {
  lang: 'nl',
  question: 'Hoe bereiken wij mensen die nooit komen?',
  themes: ['povertyDebt'],
  name: 'Carla',
  email: 'carla@voorbeeld.example',
  municipality: 'GM0344',
  province: 'PV26',
}

/** A desk, and requests in any state on it. */
async function open(house: RolledBackHouse) {
  const { platform, people } = house
  const { vault, database } = platform
  const now = () => platform.now()
  const year = 365 * 86_400_000
  const proofOf = (person: string) =>
    database.house(null, (tx) => makeSession(tx, person, new Date(now().getTime() + 4 * year), true))
  const amira = people.coordinator.id
  const proof = await proofOf(amira)
  const ask = async (more: Partial<advice.Question> = {}) => {
    const { id, number } = await database.house(null, (tx) =>
      advice.askQuestion(tx, vault, { ...question, ...more }, now()),
    )
    const link = await database.house(null, (tx) =>
      makeLink(tx, { subject: id, purpose: 'request-status', until: new Date(now().getTime() + year) }),
    )
    await database.house(link, (tx) => advice.confirmRequest(tx, id, now()))
    const desk = <T>(work: (tx: Tx, seen: advice.SeenRequest) => Promise<T>) =>
      database.house(proof, async (tx) => work(tx, { id, version: (await advice.getForDesk(tx, vault, id)).version }))
    // A session does not last as long as some of these stories: who looks here is the operator.
    const state = async () => (await house.operate((tx) => advice.getForDesk(tx, vault, id))).state
    const requester = <T>(work: (tx: Tx) => Promise<T>) => database.house(link, work)
    return { id, number, link, desk, state, requester }
  }
  /** A small question with Rosa at work. */
  const running = async (more: Partial<advice.Question> = {}) => {
    const request = await ask(more)
    const { desk } = request
    await desk((tx, seen) => advice.takeIntoIntake(tx, amira, seen, now()))
    await desk((tx, seen) =>
      advice.triageRequest(
        tx,
        amira,
        seen,
        { size: 'small', form: 'writtenAnswer', themes: ['povertyDebt'], questionKind: null },
        now(),
      ),
    )
    await desk((tx, seen) => advice.seekDuo(tx, amira, seen, now()))
    const rosa = people.expert.id
    const { member } = await desk((tx, seen) =>
      advice.inviteExpert(
        tx,
        vault,
        amira,
        seen,
        {
          candidate: { person: rosa, full: false, paused: false, shownName: 'Rosa D.' },
          reward: { form: 'none', cents: 0 },
        },
        now(),
      ),
    )
    const rosaProof = await proofOf(rosa)
    await database.house(rosaProof, (tx) => advice.acceptInvitation(tx, member, now()))
    await desk((tx, seen) => advice.startWork(tx, amira, seen, now()))
    const answer = async () => {
      await database.house(rosaProof, (tx) =>
        advice.saveDraft(
          tx,
          vault,
          rosa,
          request.id,
          0,
          { text: 'Ga erheen.', voice: 'personal', behalf: 'Voor mijzelf.' },
          now(),
        ),
      )
      await database.house(rosaProof, (tx) => advice.giveAnswer(tx, vault, rosa, request.id, 1, now()))
    }
    return { ...request, rosa, rosaProof, answer }
  }
  const after = (days: number) => house.setClock(new Date(now().getTime() + days * 86_400_000).toISOString())
  const subjects = async () =>
    (await house.letters())
      .filter((letter) => letter.to === 'carla@voorbeeld.example')
      .map((letter) => letter.subject.replace(/AV-2026-\d{6}/, 'AV'))
  return { ...house, vault, database, now, amira, proof, proofOf, ask, running, after, subjects }
}

const inDesk = (test: (desk: Awaited<ReturnType<typeof open>>) => Promise<void>) =>
  inHouse(async (house) => test(await open(house)))

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

describe('inviting', () => {
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
})

const everything: ListFilter = { state: 'running', theme: null, province: null, holder: null, age: null }
const page = { size: 50, number: 1 }

describe('who sees what', () => {
  it(
    'what is another’s looks like what is not there, for every action and reading',
    inDesk(async ({ ask, running, vault, now, database, proofOf, people, amira }) => {
      const mine = await ask()
      const theirs = await running()
      const noor = people.expertElsewhere.id
      const noorProof = await proofOf(noor)
      const editor = await proofOf(people.editorA.id)
      const never = crypto.randomUUID()
      for (const id of [theirs.id, never, 'geen-id', "' or 1=1"]) {
        await expect(mine.requester((tx) => advice.getStatus(tx, vault, id))).rejects.toThrow('not-found')
        await expect(mine.requester((tx) => advice.replyAsRequester(tx, vault, id, 'hoi', now()))).rejects.toThrow(
          'not-found',
        )
        await expect(mine.requester((tx) => advice.withdrawRequest(tx, id, now()))).rejects.toThrow('not-found')
        await expect(mine.requester((tx) => advice.giveFeedback(tx, vault, id, { done: 'x' }, now()))).rejects.toThrow(
          'not-found',
        )
        for (const proof of [noorProof, editor, null]) {
          const as = <T>(work: (tx: Tx) => Promise<T>) => database.house(proof, work)
          await expect(as((tx) => advice.getForDesk(tx, vault, id))).rejects.toThrow('not-found')
          await expect(as((tx) => advice.getForTeam(tx, vault, noor, id))).rejects.toThrow('not-found')
          await expect(
            as((tx) => advice.saveDraft(tx, vault, noor, id, 0, { text: 'x', voice: null, behalf: '' }, now())),
          ).rejects.toThrow('not-found')
          await expect(
            as((tx) => advice.addInternalNote(tx, vault, noor, id, { audience: 'desk', text: 'x' }, now())),
          ).rejects.toThrow('not-found')
          await expect(as((tx) => advice.takeIntoIntake(tx, noor, { id, version: 1 }, now()))).rejects.toThrow(
            'not-found',
          )
          expect((await as((tx) => listDesk(tx, vault, everything, noor, page, now()))).rows).toEqual([])
          expect(await as((tx) => advice.listInvitations(tx, vault))).toEqual([])
        }
      }
      const shown = await theirs.desk((tx) => listDesk(tx, vault, everything, amira, page, now()))
      expect(shown.rows.map((row) => row.id)).toContain(theirs.id)
      // The team cannot read the address, nor a requester the team, whatever page asks.
      const contacts = await database.house(theirs.rosaProof, (tx) =>
        tx.selectFrom('advice_contacts').selectAll().execute(),
      )
      const team = await theirs.requester((tx) => tx.selectFrom('advice_team').selectAll().execute())
      await theirs.desk((tx) =>
        advice.addInternalNote(tx, vault, amira, theirs.id, { audience: 'desk', text: 'x' }, now()),
      )
      const notes = await theirs.requester((tx) => tx.selectFrom('advice_messages').selectAll().execute())
      const teamNotes = await database.house(theirs.rosaProof, (tx) =>
        tx.selectFrom('advice_messages').selectAll().execute(),
      )
      expect([contacts, team, notes, teamNotes]).toEqual([[], [], [], []])
    }),
  )
})

describe('after a while', () => {
  it(
    'asks for feedback, closes when nothing comes, and forgets everything two years later',
    inDesk(async ({ running, after, runDaily, runJobs, subjects, count, peek, visitor }) => {
      const request = await running()
      await request.answer()
      after(14)
      await runDaily('advice.move-with-time')
      expect(await request.state()).toBe('feedback-asked')
      await runJobs()
      expect(await subjects()).toContain('Wat heb je ermee gedaan? AV')
      expect((await visitor().get(`/vraag/status/${request.link}/terugkoppeling`)).text).toContain(
        'Wat heb je ermee gedaan?',
      )
      after(60)
      await runDaily('advice.move-with-time')
      expect(await request.state()).toBe('closed')
      after(725)
      await runDaily('platform.apply-retention')
      expect(await count('house.advice_requests')).toBe(1)
      after(10)
      await runDaily('platform.apply-retention')
      for (const table of [
        'advice_requests',
        'advice_contacts',
        'advice_messages',
        'advice_answers',
        'advice_team',
        'advice_moves',
        'advice_drafts',
        'advice_draft_revisions',
      ])
        expect([table, await count(`house.${table}`)]).toEqual([table, 0])
      const keys = await peek((tx) =>
        tx.selectFrom('platform_data_keys').select('holder').where('holder', 'like', 'request:%').execute(),
      )
      expect(keys).toEqual([])
    }),
  )

  it(
    'feedback and evaluation from the page, once; a year later nobody knows whose they were',
    inDesk(async ({ running, vault, visitor, runDaily, after, peek, database, now }) => {
      const request = await running()
      const browser = visitor()
      const early = await browser.get(`/vraag/status/${request.link}/terugkoppeling`)
      expect(early.text).toContain('Er is nog geen antwoord op je vraag')
      await request.answer()
      const page = await browser.get(`/vraag/status/${request.link}/terugkoppeling`)
      expect((await browser.submit(page, { done: ' ' })).text).toContain('Schrijf op wat je ermee hebt gedaan')
      expect((await browser.submit(page, { done: 'Gedaan', usefulness: '6' })).status).toBe(422)
      const sent = await browser.submit(page, {
        done: 'Wij gingen kijken.',
        notDone: '',
        usefulness: '5',
        equality: '4',
        text: 'Fijn.',
      })
      expect(sent.status).toBe(303)
      const status = await browser.follow(sent)
      expect(status.text).toContain('Wij gingen kijken.')
      expect((await browser.post(`/vraag/status/${request.link}/terugkoppeling`, { done: 'Nog eens' })).status).toBe(
        409,
      )
      await database.house(request.rosaProof, (tx) =>
        advice.evaluate(tx, vault, request.rosa, request.id, { scores: { load: 3 }, text: 'Zwaar.' }, now()),
      )
      await expect(
        database.house(request.rosaProof, (tx) =>
          advice.evaluate(tx, vault, request.rosa, request.id, { scores: {} }, now()),
        ),
      ).rejects.toThrow('evaluations_expert_once')
      after(366)
      await runDaily('platform.apply-retention')
      const kept = await peek((tx) =>
        tx
          .selectFrom('advice_evaluations')
          .select(['person_id', 'text_sealed', 'usefulness', 'load'])
          .orderBy('load')
          .execute(),
      )
      expect(kept).toEqual([
        { person_id: null, text_sealed: null, usefulness: null, load: 3 },
        { person_id: null, text_sealed: null, usefulness: 5, load: null },
      ])
    }),
  )

  it(
    'a closed request can become knowledge; a person can have everything, and be taken out',
    inDesk(async ({ running, amira, vault, now, operate, database }) => {
      const request = await running({ organisation: 'Wijkteam Noord' })
      await expect(request.desk((tx) => advice.requestForHarvest(tx, vault, request.id))).rejects.toThrow(
        'no-such-move',
      )
      await request.answer()
      await request.requester((tx) => advice.giveFeedback(tx, vault, request.id, { done: 'Wij gingen kijken.' }, now()))
      await request.desk((tx, seen) => advice.closeRequest(tx, vault, amira, seen, null, now()))
      const harvest = await request.desk((tx) => advice.requestForHarvest(tx, vault, request.id))
      expect(harvest.parts.map(({ part, owner }) => `${part} ${owner}`)).toEqual([
        'question requester',
        'answer authors',
        'done requester',
      ])
      expect(harvest).toMatchObject({
        authors: [{ person: request.rosa, shownName: 'Rosa D.' }],
        namesToHide: { people: ['Carla'], organisations: ['Wijkteam Noord'] },
      })

      const own = JSON.stringify(await operate((tx) => exportPerson(tx, vault, request.rosa)))
      expect(own).toContain('Ga erheen.')
      expect(own).not.toContain('carla@')
      await operate((tx) => erasePerson(tx, vault, request.rosa))
      expect(JSON.stringify(await operate((tx) => exportPerson(tx, vault, request.rosa)))).toBe(
        JSON.stringify({ teams: [], messages: [], sessions: [], drafts: [], evaluations: [] }),
      )
      const after = await database.house(request.link, (tx) => advice.getStatus(tx, vault, request.id))
      expect(after.answer).toMatchObject({ text: 'Ga erheen.', authors: [] })
    }),
  )
})
