import type { House } from '../../../../test/house.ts'
import { decides, seatFor, votes } from '../../governance/governance.testing.ts'
import '../tables.ts'

/** Lays an item that is ready before the seats, as the editor of A, by the form. */
export const lay = async (house: House, id: string, more: Record<string, string> = {}) => {
  const editor = await house.as('editorA')
  const page = await editor.get(`/redactie/${id}/zetels`)
  return editor.submit(page, { changes: 'Er komt een profiel bij.', reason: 'Er is vraag naar.', ...more }, '/zetels"')
}

/** @returns the proposal that runs about an item. */
export const proposalAbout = async (house: House, id: string): Promise<string> =>
  (
    await house.peek((tx) =>
      tx
        .selectFrom('governance_proposals')
        .select('id')
        .where('subject_id', '=', id)
        .where('outcome', 'is', null)
        .executeTakeFirstOrThrow(),
    )
  ).id

/** Gives an item about experts what it needs to be published: a seat, its yes, and the decision. */
export async function acceptedBySeats(house: House, id: string): Promise<void> {
  await seatFor(house, 'expertElsewhere')
  await lay(house, id)
  const proposal = await proposalAbout(house, id)
  await votes(house, 'expertElsewhere', proposal, 'yes')
  const decided = await decides(house, 'administrator', proposal, 'accepted')
  if (decided.status !== 303) throw new Error(`the seats did not accept it: ${decided.status}`)
}
