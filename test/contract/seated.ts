import { proposal, seatFor } from '../../src/rooms/governance/governance.testing.ts'
import type { House } from '../house.ts'

/** What the scene has of seats: two, with two proposals of partner A, and a vision in two versions. */
export type Seated = {
  readonly own: string
  readonly foreign: string
  readonly proposal: string
  readonly otherProposal: string
  /** The question to the expert about the first proposal. */
  readonly vote: string
}

/** The expert and the expert elsewhere take a seat, partner A lays two items before them, and its editor writes the vision. */
export async function takeSeats(house: House): Promise<Seated> {
  const own = await seatFor(house, 'expert', { shownName: 'Vlinder', employers: house.people.organisations.b })
  const foreign = await seatFor(house, 'expertElsewhere')
  const first = await proposal(house, { id: 'een-profiel' })
  const otherProposal = await proposal(house, { id: 'nog-een-profiel' })
  const { id: vote } = await house.peek((tx) =>
    tx
      .selectFrom('governance_votes')
      .select('id')
      .where('seat_id', '=', own)
      .where('proposal_id', '=', first)
      .executeTakeFirstOrThrow(),
  )
  const editor = await house.as('editorA')
  await editor.post('/samen/visie', { after: '0', text: 'Samen.', why: 'Het begin.' })
  const position = { version: '1', organisation: house.people.organisations.a, agrees: 'yes', exception: '' }
  await editor.post('/samen/visie/standpunt', position)
  await editor.post('/samen/visie', { after: '1', text: 'Samen, beter.', why: 'Beter.' })
  return { own, foreign, proposal: first, otherProposal, vote }
}
