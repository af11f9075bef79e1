import { inHouse, type RolledBackHouse } from '../../../test/house.ts'
import type { Tx } from '../../platform/db/database.ts'
import { makeLink, makeSession } from '../../platform/proofs.ts'
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

/** Wraps a test: a desk in a house of its own; after it nothing has happened. */
export const inDesk = (test: (desk: Awaited<ReturnType<typeof open>>) => Promise<void>) =>
  inHouse(async (house) => test(await open(house)))
