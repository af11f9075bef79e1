import { dayAt } from '../../lib/days.ts'
import { membershipsOf, shippedGeography } from '../../rooms/regions/public.ts'
import * as advice from '../../rooms/advice/public.ts'
import type { DemoRequest, DemoStep } from '../demo/requests.ts'
import type { Story } from './story.ts'

/** The ids that the people of the story got. */
export type Cast = {
  readonly personOf: (slug: string) => string
  readonly shownNameOf: (slug: string) => string
  readonly requesterOf: (slug: string) => {
    name: string
    email: string
    organisation: string | null
    organisationKind: string | null
  }
}

/** Plays the life of each request in the order of the days, so that one can be merged into another that runs. */
export async function playRequests(
  story: Story,
  cast: Cast,
  requests: readonly DemoRequest[],
): Promise<ReadonlyMap<string, { id: string; number: string }>> {
  const known = new Map<string, { id: string; number: string }>()
  const mergedLast = [...requests].sort(
    (a, b) => Number(a.ending?.kind === 'merged') - Number(b.ending?.kind === 'merged'),
  )
  for (const request of mergedLast) known.set(request.slug, await playRequest(story, cast, request, known))
  return known
}

const provinceOf = (municipality: string) =>
  membershipsOf(shippedGeography(), municipality, '2026-01-01').find((each) => each.type === 'province')?.region

async function playRequest(
  story: Story,
  cast: Cast,
  request: DemoRequest,
  known: ReadonlyMap<string, { id: string; number: string }>,
) {
  const { vault } = story.platform
  const asker = cast.requesterOf(request.requester)
  const begin = request.steps[0]?.daysAgo ?? 0
  const made = await story.asNobody(begin, (tx, now) =>
    advice.askQuestion(
      tx,
      vault,
      {
        lang: request.lang,
        question: request.question,
        themes: request.themes,
        name: asker.name,
        email: asker.email,
        ...(request.context && { context: request.context }),
        ...(asker.organisation && { organisation: asker.organisation }),
        ...(asker.organisationKind && { organisationKind: asker.organisationKind }),
        ...(request.municipality && {
          municipality: request.municipality,
          province: provinceOf(request.municipality),
        }),
        ...(request.questionKind && { questionKind: request.questionKind }),
      },
      now,
    ),
  )
  const { id } = made
  const desk = <T>(
    daysAgo: number,
    by: string,
    work: (
      tx: Parameters<Parameters<Story['as']>[2]>[0],
      seen: advice.SeenRequest,
      now: Date,
      person: string,
    ) => Promise<T>,
  ) => {
    const person = cast.personOf(by)
    return story.as(person, daysAgo, async (tx, now) =>
      work(tx, { id, version: (await advice.getForDesk(tx, vault, id)).version }, now, person),
    )
  }
  const holder =
    request.holder ?? request.steps.find((step) => step.by !== 'requester' && step.by !== 'clock')?.by ?? ''
  const messages = [...request.messages].sort((a, b) => b.daysAgo - a.daysAgo)
  const said = async (until: number) => {
    for (let next = messages[0]; next && next.daysAgo >= until; next = messages[0]) {
      messages.shift()
      const { from, text, daysAgo } = next
      if (from === 'requester')
        await story.asRequester(id, daysAgo, (tx, now) => advice.replyAsRequester(tx, vault, id, text, now))
      else if (request.team.some((member) => member.expert === from))
        await story.as(cast.personOf(from), daysAgo, (tx, now) =>
          advice.writeAsExpert(tx, vault, cast.personOf(from), id, { audience: 'everyone', text }, now),
        )
      else
        await desk(daysAgo, from, (tx, _seen, now, person) => advice.writeToRequester(tx, vault, person, id, text, now))
    }
  }
  const invited = async (until: number) => {
    for (const member of request.team.filter((each) => each.invitedDaysAgo >= until && !done.has(each.expert))) {
      done.add(member.expert)
      const person = cast.personOf(member.expert)
      const candidate = { person, full: false, paused: false, shownName: cast.shownNameOf(member.expert) }
      const { member: place } = await desk(member.invitedDaysAgo, holder, (tx, seen, now, by) =>
        advice.inviteExpert(tx, vault, by, seen, { candidate, reward: member.reward }, now),
      )
      if (member.reply === 'accepted')
        await story.as(person, member.invitedDaysAgo, (tx, now) => advice.acceptInvitation(tx, place, now))
    }
  }
  const done = new Set<string>()

  for (const [index, step] of request.steps.entries()) {
    const before = request.steps[index - 1]
    if (before && step.state !== 'unconfirmed' && step.state !== 'submitted')
      await said(advice.hasEnded(step.state) ? step.daysAgo : step.daysAgo + 1)
    if (step.state === 'in-progress') await invited(step.daysAgo)
    await move(step, before)
  }
  if (request.steps.some((step) => step.state === 'seeking-duo')) await invited(0)
  await said(0)
  for (const session of request.sessions) {
    const expert = request.team[0]?.expert
    if (!expert || session.kind === 'intake') continue
    await story
      .as(cast.personOf(expert), session.daysAgo, (tx, now) =>
        advice.addSession(
          tx,
          vault,
          cast.personOf(expert),
          id,
          {
            heldOn: dayAt(now),
            kind: session.kind,
            form: session.form,
            minutes: session.minutes,
            notes: session.notes,
          },
          now,
        ),
      )
      .catch((error: unknown) => {
        // A request that ended takes no session any more: its story told it too late.
        if (!(error instanceof Error && error.message.startsWith('advice.'))) throw error
      })
  }
  if (request.draft !== null) await saveDraft(request.draft, request.steps.at(-1)?.daysAgo ?? 0)
  return made

  async function saveDraft(text: string, daysAgo: number) {
    const writer = request.team.find((member) => member.reply === 'accepted')?.expert
    if (!writer) return
    const by = cast.personOf(writer)
    await story.as(by, daysAgo, (tx, now) =>
      advice.saveDraft(tx, vault, by, id, 0, { text, voice: null, behalf: '' }, now),
    )
  }

  async function move(step: DemoStep, before: DemoStep | undefined): Promise<void> {
    const { daysAgo, by } = step
    switch (step.state) {
      case 'unconfirmed':
        return
      case 'submitted':
        if (before?.state === 'unconfirmed')
          await story.asRequester(id, daysAgo, async (tx, now) => void (await advice.confirmRequest(tx, id, now)))
        return
      case 'in-intake':
        if (before?.state === 'waiting-for-requester') return goOn(by, daysAgo)
        return desk(daysAgo, by, (tx, seen, now, person) => advice.takeIntoIntake(tx, person, seen, now))
      case 'waiting-for-requester': {
        const asked = request.messages.find((message) => message.from === by)
        if (asked) messages.splice(messages.indexOf(asked), 1)
        return desk(daysAgo, by, (tx, seen, now, person) =>
          advice.askRequester(tx, vault, person, seen, asked?.text ?? 'Kun je iets meer vertellen?', now),
        )
      }
      case 'triaged':
        if (before?.state === 'waiting-for-requester') return goOn(by, daysAgo)
        return desk(daysAgo, by, (tx, seen, now, person) =>
          advice.triageRequest(
            tx,
            person,
            seen,
            {
              size: request.size ?? 'small',
              form: request.form ?? 'writtenAnswer',
              themes: request.themes,
              questionKind: request.questionKind,
            },
            now,
          ),
        )
      case 'seeking-duo':
        if (before?.state === 'waiting-for-requester') return goOn(by, daysAgo)
        return desk(daysAgo, by, (tx, seen, now, person) => advice.seekDuo(tx, person, seen, now))
      case 'in-progress':
        if (before?.state === 'waiting-for-requester') return goOn(by, daysAgo)
        return desk(daysAgo, by, (tx, seen, now, person) => advice.startWork(tx, person, seen, now))
      case 'answered': {
        const { answer } = request
        if (!answer) throw new Error(`${request.slug} is answered without an answer`)
        const writer = cast.personOf(by)
        return story.as(writer, daysAgo, async (tx, now) => {
          const saved = await advice.saveDraft(
            tx,
            vault,
            writer,
            id,
            0,
            { text: answer.text, voice: answer.voice, behalf: answer.onBehalfOf },
            now,
          )
          await advice.giveAnswer(tx, vault, writer, id, saved.version, now)
        })
      }
      case 'feedback-asked':
        if (by === 'clock') return byTime(daysAgo, 'answered', 'feedback-asked')
        return desk(daysAgo, by, (tx, seen, now, person) => advice.askFeedback(tx, person, seen, now))
      case 'evaluated': {
        const { feedback } = request
        if (!feedback) throw new Error(`${request.slug} is evaluated without feedback`)
        await story.asRequester(id, daysAgo, (tx, now) =>
          advice.giveFeedback(tx, vault, id, { done: feedback.done, notDone: feedback.notDone ?? undefined }, now),
        )
        for (const { by: who, scores, text } of request.evaluations) {
          const given = { scores, text: text ?? undefined }
          if (who === 'requester')
            await story.asRequester(id, daysAgo, (tx, now) => advice.evaluateAsRequester(tx, vault, id, given, now))
          else
            await story.as(cast.personOf(who), daysAgo, (tx, now) =>
              advice.evaluate(tx, vault, cast.personOf(who), id, given, now),
            )
        }
        return
      }
      case 'closed':
        if (by === 'clock') return byTime(daysAgo, before?.state ?? 'evaluated', 'closed')
        return desk(daysAgo, by, (tx, seen, now, person) =>
          advice.closeRequest(
            tx,
            vault,
            person,
            seen,
            request.ending?.kind === 'reason' ? request.ending.text : null,
            now,
          ),
        )
      case 'referred': {
        const { ending } = request
        if (ending?.kind !== 'referral') throw new Error(`${request.slug} is referred without a referral`)
        return desk(daysAgo, by, (tx, seen, now, person) =>
          advice.referRequest(tx, vault, person, seen, `${ending.to}. ${ending.text}`, now),
        )
      }
      case 'merged': {
        const { ending } = request
        const into = ending?.kind === 'merged' ? known.get(ending.into) : undefined
        if (!into) throw new Error(`${request.slug} is merged into a request that is not there`)
        return desk(daysAgo, by, (tx, seen, now, person) => advice.mergeRequest(tx, person, seen, into.number, now))
      }
      case 'withdrawn':
        return story.asRequester(id, daysAgo, (tx, now) => advice.withdrawRequest(tx, id, now))
      case 'expired':
        return byTime(daysAgo, before?.state ?? 'waiting-for-requester', 'expired')
    }
  }

  async function goOn(by: string, daysAgo: number): Promise<void> {
    // A reply of the requester already went on where the request was.
    if (by === 'requester') return said(daysAgo)
    await desk(daysAgo, by, (tx, seen, now, person) => advice.stopWaiting(tx, person, seen, now))
  }

  async function byTime(daysAgo: number, from: advice.State, to: advice.State): Promise<void> {
    const step = advice.timeSteps.find((each) => each.from === from && each.to === to)
    if (!step) throw new Error(`time does not move a request from ${from} to ${to}`)
    await story.asTime(daysAgo, (tx, now) => advice.moveInTime(tx, step, id, now))
  }
}
