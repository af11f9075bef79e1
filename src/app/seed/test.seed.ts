import { setTimeout as later } from 'node:timers/promises'
import { openDatabase, type Database } from '../../platform/db/database.ts'
import type { Permission } from '../../platform/http/access.ts'
import { sessionCookie } from '../../platform/http/app.tsx'
import type { Platform } from '../../platform/platform.ts'
import { makeSession } from '../../platform/proofs.ts'
import { makeOrganisation, makePerson } from '../../rooms/accounts/public.ts'
import { advicePaths, type State } from '../../rooms/advice/public.ts'
import { saveProfile, showToDesk } from '../../rooms/experts/public.ts'
import { expertRoles, perspectives, themes } from '../../rooms/terms/public.ts'
import { asOperator } from '../installation.ts'
import type { Urls } from '../opening.ts'
import { writerOf, type Canary, type Writer } from './canary.ts'
import { playLife, statesOf, type Player, type Players } from './test-requests.seed.ts'

/** The fixed people with an account. `edits` names an organisation. */
const fixed = {
  expert: { name: 'Rosa', permissions: ['expert'], edits: null },
  secondExpert: { name: 'Kees', permissions: ['expert'], edits: null },
  expertElsewhere: { name: 'Noor', permissions: ['expert'], edits: null },
  coordinator: { name: 'Amira', permissions: ['coordinator'], edits: null },
  researcher: { name: 'Lotte', permissions: ['researcher'], edits: null },
  secondResearcher: { name: 'Tobias', permissions: ['researcher'], edits: null },
  editorOfA: { name: 'Eva', permissions: [], edits: 'partner-a' },
  editorOfB: { name: 'Joris', permissions: [], edits: 'partner-b' },
  administrator: { name: 'Anna', permissions: ['administrator'], edits: null },
} as const satisfies Record<string, { name: string; permissions: readonly Permission[]; edits: string | null }>
type Fixed = keyof typeof fixed
const fixedNames = Object.keys(fixed) as Fixed[]

/** What somebody outside needs to act as one of the fixed people. */
export type SignIn = {
  readonly person: string
  readonly email: string
  readonly cookie: { readonly name: string; readonly value: string }
  readonly until: string
}
export type AsRequester = { readonly request: string; readonly number: string; readonly link: string }

export type TestNetwork = {
  readonly origin: string
  readonly people: { readonly requester: AsRequester; readonly secondRequester: AsRequester } & Readonly<
    Record<Fixed, SignIn>
  >
  readonly organisations: readonly { readonly slug: string; readonly id: string }[]
  readonly experts: number
  readonly requests: Readonly<Partial<Record<State, number>>>
  readonly notThereYet: readonly string[]
  readonly canaries: readonly Canary[]
}

const hours = 3_600_000
const atOnce = 4

/**
 * Fills an empty test database: eleven fixed people, three partner organisations, 200 experts and 1,000 requests times
 * `scale`. Nobody gets a letter of it. @returns how to sign in as each of the eleven
 */
export async function fillWithTest(
  platform: Platform,
  urls: Urls,
  { scale, canary }: { scale: number; canary: boolean },
): Promise<TestNetwork> {
  const silent = openDatabase(urls, async () => {}, { house: atOnce + 1, square: 1, worker: 2 })
  try {
    const writer = writerOf(canary)
    const organisations = await makeOrganisations(silent, platform)
    const people = await makeFixed(platform, silent, writer, organisations)
    const experts = await makeExperts(platform, silent, writer, Math.max(4, Math.round(200 * scale)))
    const shown = (name: Fixed): Player => ({
      person: people[name].person,
      token: people[name].cookie.value,
      shownName: fixed[name].name,
    })
    const players: Players = {
      coordinator: { person: people.coordinator.person, token: people.coordinator.cookie.value },
      duos: await duosOf(platform, silent, experts),
    }
    const own = [shown('expert'), shown('secondExpert')] as const
    const first = await playLife(platform, silent, players, writer, { index: 0, until: 'in-progress', duo: own })
    const second = await playLife(platform, silent, players, writer, { index: 1, until: 'submitted' })
    const requests = await playMany(
      platform,
      silent,
      players,
      writer,
      Math.max(15, Math.round(1000 * scale)) - 2,
      first.number,
    )
    const asked = ({ id, number, link }: { id: string; number: string; link: string }): AsRequester => ({
      request: id,
      number,
      link: `${platform.origin}${advicePaths.status(link)}`,
    })
    return {
      origin: platform.origin,
      people: { requester: asked(first), secondRequester: asked(second), ...people },
      organisations,
      experts: experts.length,
      requests: {
        ...requests,
        'in-progress': (requests['in-progress'] ?? 0) + 1,
        submitted: (requests.submitted ?? 0) + 1,
      },
      notThereYet: ['respondent', '69 poll answers'],
      canaries: writer.canaries,
    }
  } finally {
    await silent.close()
  }
}

const makeOrganisations = (silent: Database, platform: Platform) =>
  asOperator(silent, 'seed', async (tx) => {
    const made: { slug: string; id: string }[] = []
    for (const letter of ['a', 'b', 'c'])
      made.push({
        slug: `partner-${letter}`,
        id: await makeOrganisation(
          tx,
          {
            slug: `partner-${letter}`,
            name: `Partner ${letter.toUpperCase()}`,
            type: 'expertsOrganisation',
            partner: true,
          },
          platform.now(),
        ),
      })
    return made
  })

async function makeFixed(
  platform: Platform,
  silent: Database,
  writer: Writer,
  organisations: readonly { slug: string; id: string }[],
): Promise<Record<Fixed, SignIn>> {
  const made: [Fixed, { person: string; email: string }][] = []
  await asOperator(silent, 'seed', async (tx) => {
    for (const name of fixedNames) {
      const { permissions, edits } = fixed[name]
      const email = `${fixed[name].name.toLowerCase()}@example.org`
      const person = await makePerson(
        tx,
        platform.vault,
        {
          email,
          name: writer.write(
            'accounts_persons.name',
            `person:${name}`,
            ['self', 'coordinator', 'administrator'],
            fixed[name].name,
          ),
          permissions,
          edits: organisations.filter(({ slug }) => slug === edits).map(({ id }) => id),
        },
        platform.now(),
      )
      made.push([name, { person, email }])
    }
  })
  for (const [name, { person }] of made)
    if (fixed[name].permissions.some((permission) => permission === 'expert'))
      await asOperator(silent, 'seed', (tx) =>
        giveProfile(
          platform,
          tx,
          writer,
          person,
          name,
          made.findIndex(([each]) => each === name),
        ),
      )
  const signedIn: [Fixed, SignIn][] = []
  for (const [name, { person, email }] of made) {
    const { token, until } = await session(platform, silent, person)
    signedIn.push([name, { person, email, cookie: { name: sessionCookie(platform.origin), value: token }, until }])
  }
  return Object.fromEntries(signedIn) as Record<Fixed, SignIn>
}

async function session(platform: Platform, silent: Database, person: string) {
  const until = new Date(platform.now().getTime() + 12 * hours)
  return { token: await silent.house(null, (tx) => makeSession(tx, person, until, true)), until: until.toISOString() }
}

type Tx = Parameters<Parameters<Database['worker']>[1]>[0]

async function giveProfile(platform: Platform, tx: Tx, writer: Writer, person: string, owner: string, index: number) {
  const theme = themes[index % themes.length]
  const role = expertRoles[index % expertRoles.length]
  const perspective = perspectives[index % perspectives.length]
  await saveProfile(
    tx,
    platform.vault,
    person,
    {
      shownName: writer.write(
        'experts_profiles.name',
        `person:${owner}`,
        ['self', 'coordinator', 'team'],
        `Deskundige ${index}`,
      ),
      wishes: {
        themes: theme ? [theme.id] : [],
        roles: role ? [role.id] : [],
        perspectives: perspective ? [perspective.id] : [],
        provinces: [],
        municipalities: ['GM0344'],
        online: index % 2 === 0,
        languages: ['nl'],
      },
      // Nobody is over their own limit: a yes would be refused.
      maxRunning: 3 + (index % 4),
      boundary: writer.write('experts_boundaries.text', `person:${owner}`, ['self'], 'Liever niet in de avond.'),
      boundaryShownToDesk: false,
    },
    platform.now(),
  )
  await showToDesk(tx, platform.vault, person, platform.now())
}

async function makeExperts(platform: Platform, silent: Database, writer: Writer, count: number): Promise<string[]> {
  const people: string[] = []
  for (let begin = 0; begin < count; begin += 50)
    await asOperator(silent, 'seed', async (tx) => {
      for (let index = begin; index < Math.min(begin + 50, count); index++) {
        const owner = `expert#${index}`
        const person = await makePerson(
          tx,
          platform.vault,
          {
            email: writer.address(`person:${owner}`, `deskundige${index}`),
            name: writer.write(
              'accounts_persons.name',
              `person:${owner}`,
              ['self', 'coordinator', 'administrator'],
              `Deskundige ${index}`,
            ),
            permissions: ['expert'],
          },
          platform.now(),
        )
        await giveProfile(platform, tx, writer, person, owner, index)
        people.push(person)
      }
    })
  return people
}

/** Pairs of experts, each with a session. */
async function duosOf(platform: Platform, silent: Database, experts: readonly string[]) {
  const players: Player[] = []
  for (const [index, person] of experts.entries())
    players.push({ person, shownName: `Deskundige ${index}`, token: (await session(platform, silent, person)).token })
  return players.flatMap((player, index) => {
    const other = players[index + 1]
    return index % 2 === 0 && other ? [[player, other] as const] : []
  })
}

async function playMany(
  platform: Platform,
  silent: Database,
  players: Players,
  writer: Writer,
  count: number,
  into: string,
): Promise<Partial<Record<State, number>>> {
  const states = statesOf(count)
  const made: Partial<Record<State, number>> = {}
  let next = 0
  const play = async () => {
    for (let index = next++; index < states.length; index = next++) {
      const until = states[index]
      if (until === undefined) return
      await playLife(platform, silent, players, writer, { index: index + 2, until, into })
      made[until] = (made[until] ?? 0) + 1
      await later(0)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, play))
  return made
}
