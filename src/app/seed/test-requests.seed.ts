import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/db/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { makeLink } from '../../platform/proofs.ts'
import * as advice from '../../rooms/advice/public.ts'
import { provinceOf } from '../../rooms/regions/public.ts'
import { questionKinds, themes } from '../../rooms/terms/public.ts'
import { asOperator } from '../installation.ts'
import type { Writer } from './canary.ts'

const day = 86_400_000

/** Who plays: sessions by token, people by id. */
export type Players = {
  readonly coordinator: { readonly person: string; readonly token: string }
  readonly duos: readonly (readonly [Player, Player])[]
}
export type Player = { readonly person: string; readonly token: string; readonly shownName: string }

/** How a life ends, and how often of a thousand. */
export const shares: Readonly<Record<advice.State, number>> = {
  unconfirmed: 20,
  submitted: 60,
  'in-intake': 60,
  triaged: 40,
  'seeking-duo': 60,
  'in-progress': 120,
  answered: 70,
  'feedback-asked': 60,
  evaluated: 60,
  closed: 330,
  'waiting-for-requester': 40,
  referred: 20,
  withdrawn: 30,
  expired: 20,
  merged: 10,
}

/** The states of so many requests in the shares above; at least one of each. */
export function statesOf(count: number): advice.State[] {
  const all = advice.states.flatMap((state) =>
    Array<advice.State>(Math.max(1, Math.round((shares[state] * count) / 1000))).fill(state),
  )
  // What is merged needs another that runs, so it comes last.
  return all.toSorted((a, b) => Number(a === 'merged') - Number(b === 'merged'))
}

const places = ['GM0344', 'GM0363', 'GM0599', 'GM0518', 'GM0855', 'GM0014', 'GM0153', 'GM0935', null] as const
const desk = ['self', 'coordinator'] as const
const team = ['self', 'coordinator', 'team'] as const

const pick = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}

/**
 * Plays the life of one request up to a state, in one transaction in which the people take turns: each step under the proof
 * of who takes it, so that policies and rules hold as they do for people.
 */
export async function playLife(
  platform: Platform,
  silent: Database,
  players: Players,
  writer: Writer,
  life: {
    readonly index: number
    readonly until: advice.State
    readonly duo?: readonly [Player, Player]
    readonly into?: string
  },
): Promise<{ id: string; number: string; link: string }> {
  const { vault } = platform
  const { index, until, into } = life
  const duo = life.duo ?? pick(players.duos, index)
  const size = index % 3 === 0 ? 'small' : 'large'
  const begun = platform.now().getTime() - (until === 'expired' ? 90 : 25 + (index % 300)) * day
  let step = 0
  const now = () => new Date(Math.min(begun + step++ * 0.9 * day, platform.now().getTime() - 1_000))

  const made = await silent.house(null, async (tx) => {
    const asked = await ask(tx)
    const link = await makeLink(tx, {
      subject: asked.id,
      purpose: 'request-status',
      until: new Date(platform.now().getTime() + 365 * day),
    })
    const turn = turns(tx, link)
    await live(tx, asked, turn)
    return { ...asked, link }
  })
  if (until === 'expired') await expire(made.id)
  return made

  async function ask(tx: Tx) {
    // The id is not known yet; canaries of a question name its place in the row of requests.
    const owner = `request#${index}`
    const place = pick(places, index)
    return advice.askQuestion(
      tx,
      vault,
      {
        lang: index % 10 === 0 ? 'en' : 'nl',
        question: writer.write(
          'advice_requests.question',
          owner,
          team,
          `Hoe betrekken wij mensen die het zelf meemaakten bij plan ${index}?`,
        ),
        context: writer.write(
          'advice_requests.context',
          owner,
          team,
          'Wij beginnen in het najaar, en er is nog weinig vast.',
        ),
        organisation: writer.write('advice_requests.organisation', owner, desk, `Gemeente Voorbeeld ${index % 40}`),
        organisationKind: 'municipality',
        name: writer.write('advice_requests.name', owner, desk, `Vrager ${index}`),
        email: writer.address(owner, `vrager${index}`),
        themes: [pick(themes, index).id],
        questionKind: pick(questionKinds, index).id,
        ...(place && { municipality: place, province: provinceOf(place)?.code }),
      },
      now(),
    )
  }

  function turns(tx: Tx, link: string) {
    const as = async <T>(token: string | null, work: () => Promise<T>) => {
      await sql`select set_config('plein.proof', ${token ?? ''}, true)`.execute(tx)
      return work()
    }
    return {
      requester: <T>(work: () => Promise<T>) => as(link, work),
      expert: <T>(player: Player, work: () => Promise<T>) => as(player.token, work),
      desk: <T>(id: string, work: (seen: advice.SeenRequest, by: string) => Promise<T>) =>
        as(players.coordinator.token, async () => {
          const { version } = await tx
            .selectFrom('advice_requests')
            .select('version')
            .where('id', '=', id)
            .executeTakeFirstOrThrow()
          return work({ id, version }, players.coordinator.person)
        }),
    }
  }

  async function live(tx: Tx, { id, number }: { id: string; number: string }, turn: ReturnType<typeof turns>) {
    const owner = `request#${index}`
    const words = (field: string, who: readonly string[], sentence: string) => writer.write(field, owner, who, sentence)
    if (until === 'unconfirmed') return
    await turn.requester(() => advice.confirmRequest(tx, id, now()))
    if (until === 'submitted') return
    if (until === 'withdrawn') return turn.requester(() => advice.withdrawRequest(tx, id, now()))
    await turn.desk(id, (seen, by) => advice.takeIntoIntake(tx, by, seen, now()))
    if (until === 'waiting-for-requester' || until === 'expired')
      return turn.desk(id, (seen, by) =>
        advice.askRequester(
          tx,
          vault,
          by,
          seen,
          words('advice_messages.body', team, 'Voor wie is het plan precies?'),
          now(),
        ),
      )
    if (until === 'merged' && into !== undefined)
      return turn.desk(id, (seen, by) => advice.mergeRequest(tx, by, seen, into, now()))
    if (until === 'referred')
      return turn.desk(id, (seen, by) =>
        advice.referRequest(
          tx,
          vault,
          by,
          seen,
          words('advice_requests.referral', desk, 'De cliëntenraad kan hier beter mee helpen.'),
          now(),
        ),
      )
    await turn.desk(id, (seen, by) =>
      advice.addInternalNote(
        tx,
        vault,
        by,
        seen.id,
        { audience: 'desk', text: words('advice_messages.body', ['coordinator'], `Gebeld over ${number}.`) },
        now(),
      ),
    )
    if (until === 'in-intake') return
    // Every tenth that closes never got an answer: it says why.
    if (until === 'closed' && index % 10 === 9)
      return turn.desk(id, (seen, by) =>
        advice.closeRequest(
          tx,
          vault,
          by,
          seen,
          words('advice_requests.close_reason', desk, 'De vraag is vervallen: het plan gaat niet door.'),
          now(),
        ),
      )
    await turn.desk(id, (seen, by) =>
      advice.triageRequest(
        tx,
        by,
        seen,
        { size, form: 'writtenAnswer', themes: [pick(themes, index).id], questionKind: pick(questionKinds, index).id },
        now(),
      ),
    )
    if (until === 'triaged') return
    await turn.desk(id, (seen, by) => advice.seekDuo(tx, by, seen, now()))
    for (const player of size === 'small' && life.duo === undefined ? [duo[0]] : duo) {
      const { member } = await turn.desk(id, (seen, by) =>
        advice.inviteExpert(
          tx,
          vault,
          by,
          seen,
          {
            candidate: { person: player.person, full: false, paused: false, shownName: player.shownName },
            reward: { form: 'giftVoucher', cents: 5_000 },
          },
          now(),
        ),
      )
      if (until === 'seeking-duo') return
      await turn.expert(player, () => advice.acceptInvitation(tx, member, now()))
    }
    await turn.desk(id, (seen, by) => advice.startWork(tx, by, seen, now()))
    const [writerOfAnswer] = duo
    await turn.expert(writerOfAnswer, () =>
      advice.writeAsExpert(
        tx,
        vault,
        writerOfAnswer.person,
        id,
        {
          audience: 'team',
          text: words('advice_messages.body', ['coordinator', 'team'], 'Ik begin met het eerste deel.'),
        },
        now(),
      ),
    )
    const draft = await turn.expert(writerOfAnswer, () =>
      advice.saveDraft(
        tx,
        vault,
        writerOfAnswer.person,
        id,
        0,
        {
          text: words(
            'advice_answers.text',
            until === 'in-progress' ? ['coordinator', 'team'] : team,
            'Begin klein, betaal wie meedoet, en vertel wat je ermee deed.',
          ),
          voice: 'collective',
          behalf: words('advice_answers.behalf', team, 'Wij spreken namens onze groep.'),
        },
        now(),
      ),
    )
    if (until === 'in-progress') return
    await turn.expert(writerOfAnswer, () =>
      advice.giveAnswer(tx, vault, writerOfAnswer.person, id, draft.version, now()),
    )
    if (until === 'answered') return
    await turn.desk(id, (seen, by) => advice.askFeedback(tx, by, seen, now()))
    if (until === 'feedback-asked') return
    await turn.requester(() =>
      advice.giveFeedback(
        tx,
        vault,
        id,
        { done: words('advice_feedback.done', team, 'Wij pasten de brief aan.') },
        now(),
      ),
    )
    await turn.requester(() =>
      advice.evaluateAsRequester(
        tx,
        vault,
        id,
        {
          scores: { usefulness: 4, realism: 4 },
          text: words('advice_evaluations.text', desk, 'Wij kregen een helder antwoord.'),
        },
        now(),
      ),
    )
    if (until === 'evaluated') return
    await turn.desk(id, (seen, by) => advice.closeRequest(tx, vault, by, seen, null, now()))
  }

  async function expire(id: string) {
    const step = advice.timeSteps.find(({ from, to }) => from === 'waiting-for-requester' && to === 'expired')
    if (step) await asOperator(silent, 'seed', (tx) => advice.moveInTime(tx, step, id, platform.now()))
  }
}
