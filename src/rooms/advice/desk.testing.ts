import type { Browsing, Seen } from '../../../test/browsing.ts'
import type { House } from '../../../test/house.ts'
import type { FixedPerson } from '../../../test/people.ts'
import { makeLink } from '../../platform/proofs.ts'
import { saveProfile, showToDesk } from '../experts/public.ts'
import { askQuestion, confirmRequest, type Question } from './asking.actions.ts'
import { deskPaths } from './desk.paths.ts'

/** The question of these tests. Every text is one that no page says of itself. */
const asked = {
  lang: 'nl',
  question: 'Hoe bereiken wij mensen met schulden die nooit komen?',
  context: 'ACHTERGROND: wij hebben zes weken.',
  organisationKind: 'municipality',
  organisation: 'Gemeente Waterwolde',
  municipality: 'GM0344',
  province: 'PV26',
  themes: ['povertyDebt'],
  name: 'Carla Meinders',
  email: 'carla@voorbeeld.example',
} as const satisfies Question

export type AskedRequest = { readonly id: string; readonly number: string; readonly link: string }

/** A confirmed question with the link of its requester. */
export async function askAndConfirm(house: House, more: Partial<Question> = {}): Promise<AskedRequest> {
  const { database, vault } = house.platform
  const now = house.platform.now()
  const { id, number } = await database.house(null, (tx) => askQuestion(tx, vault, { ...asked, ...more }, now))
  const until = new Date(now.getTime() + 86_400_000)
  const link = await database.house(null, (tx) => makeLink(tx, { subject: id, purpose: 'request-status', until }))
  await database.house(link, (tx) => confirmRequest(tx, id, now))
  return { id, number, link }
}

/** The three experts with a profile that the desk may see; each wants at most `maxRunning` requests. */
export async function shareProfiles(house: House, maxRunning = 2): Promise<void> {
  for (const person of ['expert', 'secondExpert', 'expertElsewhere'] as const) {
    const proof = proofOf(await house.as(person))
    const { id, name } = house.people[person]
    const wishes = {
      themes: person === 'expertElsewhere' ? (['loneliness'] as const) : (['povertyDebt'] as const),
      roles: [],
      perspectives: person === 'secondExpert' ? (['relative'] as const) : [],
      provinces: person === 'expertElsewhere' ? [] : ['PV26'],
      municipalities: [],
      online: true,
      languages: ['nl'],
    }
    const now = house.platform.now()
    await house.platform.database.house(proof, async (tx) => {
      await saveProfile(
        tx,
        house.platform.vault,
        id,
        { shownName: `${name} van het duo`, wishes, maxRunning, boundary: null, boundaryShownToDesk: false },
        now,
      )
      await showToDesk(tx, house.platform.vault, id, now)
    })
  }
}

export const proofOf = (browser: Browsing): string => [...browser.cookies.values()][0] ?? ''

/** Presses the button of a step on the request's page. */
export const pressStep = async (browser: Browsing, id: string, step: string): Promise<Seen> =>
  browser.submit(await browser.get(deskPaths.request(id)), {}, `value="${step}"`)

/** Takes a question up and divides it. */
export async function takeAndDivide(desk: Browsing, id: string, size: 'small' | 'large' = 'large'): Promise<void> {
  await pressStep(desk, id, 'in-intake')
  await desk.submit(
    await desk.get(deskPaths.divide(id)),
    {
      grootte: size,
      vorm: 'writtenAnswer',
      thema: ['povertyDebt'],
      soort: 'reachPeople',
      invloed: 'advise',
      ruimte: 'RUIMTE: de brief kan nog anders.',
    },
    'verdelen',
  )
  await pressStep(desk, id, 'seeking-duo')
}

/** Invites one of the fixed people by the form, with a reward. */
export const inviteByPage = async (house: House, desk: Browsing, id: string, person: FixedPerson): Promise<Seen> =>
  desk.submit(
    await desk.get(deskPaths.invite(id, house.people[person].id)),
    { vergoeding: 'hourlyRate', bedrag: '60,50' },
    `/team/${house.people[person].id}`,
  )

/** Says yes or no on the page of who is signed in. */
export const replyByPage = async (browser: Browsing, reply: 'ja' | 'nee'): Promise<Seen> =>
  browser.submit(await browser.get('/mijn/uitnodigingen'), {}, `/${reply}"`)

/** As far as a duo at work: the two experts said yes. */
export async function duoAtWork(
  house: House,
): Promise<AskedRequest & { desk: Browsing; rosa: Browsing; kees: Browsing }> {
  const request = await askAndConfirm(house)
  await shareProfiles(house)
  const [desk, rosa, kees] = [await house.as('coordinator'), await house.as('expert'), await house.as('secondExpert')]
  await takeAndDivide(desk, request.id)
  await inviteByPage(house, desk, request.id, 'expert')
  await inviteByPage(house, desk, request.id, 'secondExpert')
  await replyByPage(rosa, 'ja')
  await replyByPage(kees, 'ja')
  await pressStep(desk, request.id, 'in-progress')
  return { ...request, desk, rosa, kees }
}

/** A page without what differs per visit: the number of the request and addresses that hold an id. */
export const bare = (seen: Seen): string =>
  seen.text.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
