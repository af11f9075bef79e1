import { dayAt, daysLater } from '../../lib/days.ts'
import {
  addressSeat,
  castVote,
  decideProposal,
  listOwnSeats,
  offerSeat,
  ownVote,
  statePosition,
  takeSeat,
  writeVision,
} from '../../rooms/governance/public.ts'
import { layBeforeSeats, prepareOwnItem } from '../../rooms/knowledge/public.ts'
import { demoProposals, demoSeats, demoVisions, type DemoProposal } from '../demo/governance.ts'
import { demoPeople } from '../demo/people.ts'
import type { makeDemoPeople } from './people.seed.ts'
import type { Story } from './story.ts'

type Cast = Awaited<ReturnType<typeof makeDemoPeople>>

const inviter = 'femke-aerts'

/** Experts are invited to seats and take them. */
export async function playSeats(story: Story, cast: Cast): Promise<void> {
  const { vault } = story.platform
  const administrator = cast.personOf(inviter)
  for (const { person, shownName, sinceDaysAgo, termDays, employers } of demoSeats) {
    const email = demoPeople.find((each) => each.slug === person)?.email ?? ''
    const until = daysLater(dayAt(story.ago(0)), termDays - sinceDaysAgo)
    const seat = await story.as(administrator, sinceDaysAgo + 5, (tx, now) =>
      offerSeat(tx, vault, { email, until, by: administrator }, now),
    )
    await story.asTime(sinceDaysAgo + 5, (tx) => addressSeat(tx, vault, seat))
    await story.as(cast.personOf(person), sinceDaysAgo, async (tx, now) => {
      const [own] = await listOwnSeats(tx)
      if (own?.id !== seat) throw new Error(`${person} was not invited to a seat`)
      await takeSeat(tx, seat, { shownName, employers: employers.map(cast.organisationOf) }, now)
    })
  }
}

/** An item that is ready is laid before the seats; they vote, and somebody writes the decision down. */
export async function playProposal(story: Story, cast: Cast, proposal: DemoProposal, item: string): Promise<void> {
  const { vault } = story.platform
  const editor = cast.personOf(proposal.editor)
  const organisation = cast.organisationOf(proposal.organisation)
  const doer = { person: editor, edits: new Set([organisation]) }
  const { changes, reason, daysAgo, decision } = proposal
  const laid = await story.as(editor, daysAgo, (tx, now) =>
    layBeforeSeats(tx, vault, item, { version: 1, changes, reason, organisation }, doer, now),
  )
  for (const { person, choice, reason: why } of proposal.votes)
    await story.as(cast.personOf(person), daysAgo - 2, async (tx, now) =>
      castVote(tx, await ownVote(tx, laid), { choice, reason: why }, now),
    )
  if (decision === null) return
  const by = cast.personOf(decision.by)
  await story.as(by, daysAgo - 10, (tx, now) => decideProposal(tx, vault, laid, { ...decision, by }, now))
}

/** The proposals about drafts that do not stand on the square, and the vision with what the partners say of it. */
export async function playGovernance(story: Story, cast: Cast): Promise<void> {
  const { vault } = story.platform
  for (const proposal of demoProposals) {
    const { item: draft, organisation, daysAgo } = proposal
    if (typeof draft === 'string') continue
    const item = await story.asTime(daysAgo + 1, (tx, now) =>
      prepareOwnItem(
        tx,
        vault,
        {
          ...draft,
          lang: 'nl',
          type: 'jobProfile',
          themes: ['broad'],
          audiences: ['managers', 'experts'],
          stewards: [cast.organisationOf(organisation)],
          provenance: 'own',
          authors: [],
          source: null,
          checkedAt: now,
          publishedAt: now,
        },
        null,
      ),
    )
    await playProposal(story, cast, proposal, item)
  }
  for (const [index, vision] of demoVisions.entries()) {
    const by = cast.personOf(vision.by)
    const version = await story.as(by, vision.daysAgo, (tx, now) =>
      writeVision(tx, { text: vision.text, why: vision.why, after: index, by }, now),
    )
    for (const { organisation, editor, exception } of vision.positions)
      await story.as(cast.personOf(editor), vision.daysAgo - 3, (tx, now) =>
        statePosition(
          tx,
          { version, organisation: cast.organisationOf(organisation), exception, by: cast.personOf(editor) },
          now,
        ),
      )
  }
}
