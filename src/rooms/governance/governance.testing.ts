import { dayAt, daysLater } from '../../lib/days.ts'
import type { Browsing, Seen } from '../../../test/browsing.ts'
import type { House } from '../../../test/house.ts'
import type { FixedPerson } from '../../../test/people.ts'
import { proposeChange } from './proposals.actions.ts'
import { addressSeat, offerSeat } from './seats.actions.ts'
import './tables.ts'

/** The last day of a term, so many days from now. */
export const inDays = (house: House, days: number) => daysLater(dayAt(house.platform.now()), days)

const tokenOf = (browser: Browsing) => [...browser.cookies.values()][0] ?? null

/** Invites an expert and lets them take the seat, by the pages. @returns the id of the seat. */
export async function seatFor(
  house: House,
  who: FixedPerson,
  said: { readonly shownName?: string; readonly employers?: string | readonly string[] } = {},
): Promise<string> {
  const seat = await house.operate((tx) =>
    offerSeat(
      tx,
      house.platform.vault,
      { email: house.people[who].email, until: inDays(house, 300), by: house.people.administrator.id },
      house.platform.now(),
    ),
  )
  await house.operate((tx) => addressSeat(tx, house.platform.vault, seat))
  const browser = await house.as(who)
  const taken = await browser.submit(await browser.get('/mijn/zetel'), { ...said }, `action="/mijn/zetel/${seat}"`)
  if (taken.status !== 303) throw new Error(`the seat was not taken: ${taken.status}`)
  return seat
}

/** A change that partner A proposes, by its editor. @returns the id of the proposal. */
export async function proposal(house: House, more: { id?: string; version?: number } = {}): Promise<string> {
  const editor = await house.as('editorA')
  return house.platform.database.house(tokenOf(editor), (tx) =>
    proposeChange(
      tx,
      house.platform.vault,
      {
        subject: { kind: 'knowledge-item', id: more.id ?? 'een-profiel', version: more.version ?? 1 },
        title: 'Rolprofiel: meedenker',
        changes: 'Er komt een profiel bij.',
        reason: 'Organisaties vragen erom.',
        text: '## Taken\n\nEen meedenker denkt mee. Geheim tot het besluit.',
        organisation: house.people.organisations.a,
        by: house.people.editorA.id,
      },
      house.platform.now(),
    ),
  )
}

/** Votes on the page of the proposal. */
export const votes = async (house: House, who: FixedPerson, id: string, choice: string, reason = 'Omdat het klopt.') =>
  (await house.as(who)).post(`/samen/voorstellen/${id}/stem`, { choice, reason })

/** Writes the decision down on the page of the proposal. */
export const decides = async (
  house: House,
  who: FixedPerson,
  id: string,
  outcome: 'accepted' | 'refused',
): Promise<Seen> =>
  (await house.as(who)).post(`/samen/voorstellen/${id}/besluit`, { outcome, decisionReason: 'Zo zeiden de zetels.' })
