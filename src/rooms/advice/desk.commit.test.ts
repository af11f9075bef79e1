import { describe, expect, it } from 'vitest'
import { until, withCommittedHouse, type CommittedHouse } from '../../../test/house.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Problem } from '../../platform/problems.ts'
import { makeLink, makeSession } from '../../platform/proofs.ts'
import * as advice from './public.ts'

const hour = 3_600_000
// In everything that people write; it may stand in no letter.
const canary = 'KANARIE7391'

const question: advice.Question = {
  lang: 'nl',
  question: `${canary} Hoe bereiken wij mensen die nooit komen?`,
  context: `${canary} Wij hebben zes weken.`,
  municipality: 'GM0344',
  province: 'PV26',
  themes: ['domesticViolence'],
  organisation: `${canary} wijkteam`,
  name: `${canary} Meinders`,
  email: 'carla@voorbeeld.example',
}

const sessionOf = (house: CommittedHouse, person: string) =>
  house.platform.database.house(null, (tx) => makeSession(tx, person, new Date(Date.now() + hour), true))

/** A question that was asked and confirmed. @returns its id and a link to it. */
async function confirmed(house: CommittedHouse, more: Partial<advice.Question> = {}) {
  const { vault, database, now } = house.platform
  const { id } = await database.house(null, (tx) => advice.askQuestion(tx, vault, { ...question, ...more }, now()))
  const link = await database.house(null, (tx) =>
    makeLink(tx, { subject: id, purpose: 'request-status', until: new Date(Date.now() + hour) }),
  )
  await database.house(link, (tx) => advice.confirmRequest(tx, id, now()))
  return { id, link }
}

const outcomeOf = (settled: PromiseSettledResult<unknown>) =>
  settled.status === 'fulfilled'
    ? 'won'
    : settled.reason instanceof Problem
      ? `${settled.reason.status} ${settled.reason.problem}`
      : String(settled.reason)

describe('two at once', () => {
  it(
    'two coordinators on two machines: one wins, the other hears 409 that it changed',
    withCommittedHouse(async (house) => {
      const other = await house.secondPlatform()
      const [amira, bram] = [house.people.coordinator.id, house.people.secondCoordinator.id]
      const proofs = [await sessionOf(house, amira), await sessionOf(house, bram)] as const
      const winners = new Set<string>()
      for (let round = 0; round < 25; round++) {
        const { id } = await confirmed(house)
        const version = (await house.operate((tx) => advice.getForDesk(tx, house.platform.vault, id))).version
        const press = (platform: CommittedHouse['platform'], proof: string, person: string) =>
          platform.database.house(proof, (tx) => advice.takeIntoIntake(tx, person, { id, version }, platform.now()))
        const racers = [() => press(house.platform, proofs[0], amira), () => press(other.platform, proofs[1], bram)]
        if (round % 2) racers.reverse()
        const outcomes = (await Promise.allSettled(racers.map((race) => race()))).map(outcomeOf)
        expect(outcomes.toSorted()).toEqual(['409 changed-meanwhile', 'won'])
        const seen = await house.operate((tx) => advice.getForDesk(tx, house.platform.vault, id))
        expect(seen.version).toBe(version + 1)
        expect(seen.timeline.filter((entry) => entry.kind === 'moved' && entry.to === 'in-intake')).toHaveLength(1)
        winners.add(seen.heldBy ?? '')
      }
      expect([...winners].every((winner) => winner === amira || winner === bram)).toBe(true)
    }),
  )

  it(
    'two who save the draft at once: one text is the draft, the other is kept beside it',
    withCommittedHouse(async (house) => {
      const { vault, database, now } = house.platform
      const { id } = await inProgress(house)
      const [rosa, kees] = [house.people.expert.id, house.people.secondExpert.id]
      const save = async (person: string, text: string) => {
        const proof = await sessionOf(house, person)
        return database.house(proof, (tx) =>
          advice.saveDraft(tx, vault, person, id, 0, { text, voice: null, behalf: '' }, now()),
        )
      }
      const outcomes = await Promise.all([save(rosa, 'Van Rosa'), save(kees, 'Van Kees')])
      expect(outcomes.map((outcome) => outcome.kind).toSorted()).toEqual(['conflict', 'saved'])
      const seen = await house.operate(async (tx) => {
        const sealer = await vault.sealerOf(tx, `request:${id}`)
        return sealer ? advice.listRevisions(tx, sealer, id) : []
      })
      expect(seen.map((revision) => revision.text).toSorted()).toEqual(['Van Kees', 'Van Rosa'])
      expect(seen.filter((revision) => revision.aside)).toHaveLength(1)
    }),
  )
})

/** A small question with Rosa and Kees at work. */
async function inProgress(house: CommittedHouse, invited: (address: string) => Promise<void> = async () => {}) {
  const { vault, database, now } = house.platform
  const amira = house.people.coordinator.id
  const proof = await sessionOf(house, amira)
  const { id, link } = await confirmed(house)
  const desk = (work: (tx: Tx, seen: advice.SeenRequest) => Promise<unknown>) =>
    database.house(proof, async (tx) => work(tx, { id, version: (await advice.getForDesk(tx, vault, id)).version }))
  await desk((tx, seen) => advice.takeIntoIntake(tx, amira, seen, now()))
  await desk((tx, seen) =>
    advice.triageRequest(
      tx,
      amira,
      seen,
      { size: 'large', form: 'writtenAnswer', themes: ['domesticViolence'], questionKind: null },
      now(),
    ),
  )
  await desk((tx, seen) => advice.seekDuo(tx, amira, seen, now()))
  for (const { id: person, name, email } of [house.people.expert, house.people.secondExpert]) {
    let member = ''
    await desk(async (tx, seen) => {
      const candidate = { person, full: false, paused: false, shownName: `${canary} ${name}` }
      member = (
        await advice.inviteExpert(
          tx,
          vault,
          amira,
          seen,
          { candidate, reward: { form: 'hourlyRate', cents: 6_000 } },
          now(),
        )
      ).member
    })
    await invited(email)
    const theirs = await sessionOf(house, person)
    await database.house(theirs, (tx) => advice.acceptInvitation(tx, member, now()))
  }
  await desk((tx, seen) => advice.startWork(tx, amira, seen, now()))
  return { id, link, desk, amira }
}

describe('mail', () => {
  it(
    'goes out through the worker and a real server: neutral sentences and a link, nothing that somebody typed',
    withCommittedHouse(
      async (house) => {
        const { vault, database, now } = house.platform
        await database.house(null, (tx) =>
          advice.askQuestion(tx, vault, { ...question, email: 'nieuw@voorbeeld.example' }, now()),
        )
        await until(() => house.received.some((letter) => letter.to === 'nieuw@voorbeeld.example'), 20_000)

        const { id, link, desk, amira } = await inProgress(house, (address) =>
          until(() => house.received.some((letter) => letter.to === address), 20_000),
        )
        const rosa = house.people.expert.id
        const theirs = await sessionOf(house, rosa)
        await desk((tx) => advice.writeToRequester(tx, vault, amira, id, `${canary} Even iets laten weten.`, now()))
        await database.house(link, (tx) => advice.replyAsRequester(tx, vault, id, `${canary} Dank.`, now()))
        await database.house(theirs, (tx) =>
          advice.saveDraft(
            tx,
            vault,
            rosa,
            id,
            0,
            { text: `${canary} Ga kijken.`, voice: 'personal', behalf: `${canary} voor onszelf` },
            now(),
          ),
        )
        await database.house(theirs, (tx) => advice.giveAnswer(tx, vault, rosa, id, 1, now()))
        await desk((tx, seen) => advice.askFeedback(tx, amira, seen, now()))
        await database.house(link, (tx) => advice.giveFeedback(tx, vault, id, { done: `${canary} gedaan` }, now()))

        const subjects = (address: string) =>
          house.received
            .filter((letter) => letter.to === address)
            .map((letter) => /^Subject: (.*)$/m.exec(letter.raw)?.[1] ?? '')
        // The letter that asks to confirm may be missing: who confirmed before it was written gets none.
        const wanted = [
          /Nieuws over AV-/,
          /Een bericht over AV-/,
          /Er is een antwoord op AV-/,
          /Wat heb je ermee gedaan/,
        ]
        const missing = () =>
          wanted.filter((each) => !subjects('carla@voorbeeld.example').some((subject) => each.test(subject)))
        await until(() => missing().length === 0 && subjects('rosa@example.org').length >= 5, 40_000).catch(() => {})
        expect(missing()).toEqual([])
        expect(subjects('rosa@example.org')).toContain('Wil je meedenken over een vraag?')
        for (const letter of house.received) {
          const plain = letter.raw.replaceAll('=\r\n', '')
          expect(plain).not.toContain(canary)
          expect(plain).not.toMatch(/geweld|wijkteam|Meinders/i)
          expect(plain).toMatch(/^Message-ID: </m)
        }
      },
      { worker: true, mail: true },
    ),
    90_000,
  )
})
