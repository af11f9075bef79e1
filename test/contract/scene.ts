import { randomUUID } from 'node:crypto'
import { house } from '../../src/app/house.ts'
import { writerOf } from '../../src/app/seed/canary.ts'
import { playLife, type Player } from '../../src/app/seed/test-requests.seed.ts'
import type { Route } from '../../src/platform/http/routes.ts'
import { makeLink, makeSession, newToken } from '../../src/platform/proofs.ts'
import { sessionCookie } from '../../src/platform/http/app.tsx'
import { publishOwnItem } from '../../src/rooms/knowledge/public.ts'
import { browse, type Browsing } from '../browsing.ts'
import { testOrigin, type House } from '../house.ts'
import type { FixedPerson } from '../people.ts'

/** Every kind of person there is, in a fixed order. A holder of a link shows that link as if it were a session. */
export const kinds = [
  'visitor',
  'expert',
  'secondExpert',
  'expertElsewhere',
  'coordinator',
  'secondCoordinator',
  'editorA',
  'editorB',
  'administrator',
  'ownLink',
  'foreignLink',
] as const
export type Kind = (typeof kinds)[number]

/** What a path can be about: ours, somebody else's, and what was never there. */
export const sides = ['own', 'foreign', 'missing'] as const
export type Side = (typeof sides)[number]

export type Scene = {
  /** A browser of somebody of this kind; `anew` with a session of its own, for what ends sessions. */
  browser(kind: Kind, anew?: boolean): Promise<Browsing>
  /** The path of a route, about what is ours, another's or nobody's. */
  path(route: Route, side: Side): Promise<string>
}

const day = 86_400_000

/** The routes, with what a test calls them. */
export const routes = house.routes.map((route) => ({ route, name: `${route.method} ${route.path}` }))
export const hasObject = (route: Route): boolean => route.path.includes('/:')

/**
 * Sets the scene. Ours: a question that the expert and the second expert answer, an item of partner A, the expert.
 * Another's: a question that an expert elsewhere is asked for, an item of partner B, that expert.
 */
export async function setScene({ platform, people, operate, fetch }: House): Promise<Scene> {
  const until = new Date(platform.now().getTime() + day)
  const { database } = platform
  const sessionOf = (person: string) => database.house(null, (tx) => makeSession(tx, person, until, true))
  const sessions = new Map<string, Promise<string>>()
  const known = (person: string) => {
    const session = sessions.get(person) ?? sessionOf(person)
    sessions.set(person, session)
    return session
  }
  const player = async (name: FixedPerson): Promise<Player> => ({
    person: people[name].id,
    shownName: people[name].name,
    token: await sessionOf(people[name].id),
  })
  const [expert, second, elsewhere] = [
    await player('expert'),
    await player('secondExpert'),
    await player('expertElsewhere'),
  ]
  const players = {
    coordinator: { person: people.coordinator.id, token: await sessionOf(people.coordinator.id) },
    duos: [[expert, second]] as const,
  }
  const writer = writerOf(false)
  const own = await playLife(platform, database, players, writer, {
    index: 0,
    until: 'in-progress',
    duo: [expert, second],
  })
  const foreign = await playLife(platform, database, players, writer, {
    index: 1,
    until: 'seeking-duo',
    duo: [elsewhere, expert],
  })
  const item = (letter: 'a' | 'b') =>
    operate((tx) =>
      publishOwnItem(
        tx,
        platform.vault,
        {
          slug: `stuk-${letter}`,
          title: `Een stuk van ${letter}`,
          summary: 'Kort en goed.',
          lang: 'nl',
          type: 'article',
          themes: [],
          roles: [],
          audiences: [],
          stewards: [people.organisations[letter]],
          body: 'Begin klein. Vraag wat iemand nodig heeft.',
          provenance: 'own',
          authors: [],
          source: null,
          checkedAt: platform.now(),
          publishedAt: platform.now(),
        },
        null,
        platform.now(),
      ),
    )
  const items = { own: await item('a'), foreign: await item('b') }

  const link = (purpose: string, subject: string) =>
    database.house(null, (tx) => makeLink(tx, { subject, purpose, until }))
  const purposeOf = (route: Route) => /^link:([\w-]+)/.exec(route.who.name)?.[1] ?? 'request-status'
  const member = await operate(async (tx) => {
    const row = await tx.selectFrom('advice_team').select('id').where('request_id', '=', foreign.id).executeTakeFirst()
    return row?.id ?? randomUUID()
  })
  /** Whom a link of this purpose is about. */
  const subjectOf = (purpose: string) =>
    purpose === 'invitation' ? member : purpose === 'consent' ? randomUUID() : own.id

  const ids: Readonly<Record<Side, (path: string) => string>> = {
    own: (path) =>
      path.startsWith('/redactie')
        ? items.own.id
        : path.startsWith('/beheer/mensen') || path.startsWith('/bureau/ervaringsdeskundigen')
          ? people.expert.id
          : path.startsWith('/beheer/organisaties')
            ? people.organisations.a
            : own.id,
    foreign: (path) =>
      path.startsWith('/redactie')
        ? items.foreign.id
        : path.startsWith('/beheer/mensen') || path.startsWith('/bureau/ervaringsdeskundigen')
          ? people.expertElsewhere.id
          : path.startsWith('/beheer/organisaties')
            ? people.organisations.b
            : foreign.id,
    missing: () => '00000000-0000-4000-8000-000000000000',
  }
  const names: Readonly<Record<string, Readonly<Record<Side, string>>>> = {
    code: { own: 'GM0344', foreign: 'GM0363', missing: 'GM9999' },
    slug: { own: items.own.slug, foreign: items.foreign.slug, missing: 'is-er-niet' },
  }
  return {
    async browser(kind, anew = false) {
      // What ends every session of a person ends the one that is kept here too.
      if (anew) sessions.clear()
      const browser = browse(fetch, testOrigin)
      const token =
        kind === 'visitor'
          ? null
          : kind === 'ownLink'
            ? own.link
            : kind === 'foreignLink'
              ? foreign.link
              : await (anew ? sessionOf(people[kind].id) : known(people[kind].id))
      if (token !== null) browser.cookies.set(sessionCookie(testOrigin), token)
      return browser
    },
    async path(route, side) {
      let path = route.path
      for (const [, name = ''] of route.path.matchAll(/:(\w+)/g)) {
        const value =
          name === 'link'
            ? side === 'own'
              ? await link(purposeOf(route), subjectOf(purposeOf(route)))
              : side === 'foreign'
                ? await link('something-else', own.id)
                : newToken()
            : (names[name]?.[side] ?? ids[side](route.path))
        path = path.replace(`:${name}`, value)
      }
      return path
    },
  }
}
