import { addPicture } from '../../src/rooms/knowledge/writing/pictures.actions.ts'
import { house } from '../../src/app/house.ts'
import { writerOf } from '../../src/app/seed/canary.ts'
import { playLife, type Player } from '../../src/app/seed/test-requests.seed.ts'
import type { Route } from '../../src/platform/http/routes.ts'
import { makeLink, makeSession, newToken } from '../../src/platform/proofs.ts'
import { sessionCookie } from '../../src/platform/http/app.tsx'
import {
  addSource,
  askForNewsletter,
  confirmSearch,
  confirmSubscription,
  followSearch,
  openGap,
  publishOwnItem,
  startRun,
  suggestChange,
} from '../../src/rooms/knowledge/public.ts'
import { addContact, leaveMessage } from '../../src/rooms/knowledge/topic-contacts/topic-contacts.actions.ts'
import { withProfile } from '../../src/rooms/experts/experts.testing.ts'
import { addDefinition, findTerm, propose, type Term } from '../../src/rooms/terms/public.ts'
import { browse, type Browsing } from '../browsing.ts'
import { aPoll } from './asked-polls.ts'
import { aQuestionnaire, withPrints } from './asked-questions.ts'
import { aWave } from './asked-waves.ts'
import { anOldPoll, aProposedRelease, aReleasedPoll } from './asked-releases.ts'
import { askForYes, askToCheck, askToDecide } from './asked-items.ts'
import { takeSeats } from './seated.ts'
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
  'researcher',
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

const term = (id: string): Term => {
  const found = findTerm(id)
  if (found === undefined) throw new Error(`no term ${id}`)
  return found
}

/**
 * Sets the scene. Ours: a question that the expert and the second expert answer, an invitation to the expert, an item of
 * partner A, one that waits for the yes of the expert, and the expert, who shows a profile to the desk. Another's: a
 * question that an expert elsewhere is asked for, with that invitation, an item of partner B, one that waits for the yes of
 * the expert elsewhere, and that expert, who shows nobody a profile. Both experts hold a seat, and partner A has laid two
 * proposals before them.
 */
export async function setScene(house: House): Promise<Scene> {
  const { platform, people, operate, fetch } = house
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
  const open = await playLife(platform, database, players, writer, {
    index: 2,
    until: 'seeking-duo',
    duo: [expert, second],
  })
  const item = (letter: 'a' | 'b', kind: 'article' | 'event' = 'article') =>
    operate((tx) =>
      publishOwnItem(
        tx,
        platform.vault,
        {
          slug: `${kind === 'event' ? 'dag' : 'stuk'}-${letter}`,
          title: `Een stuk van ${letter}`,
          summary: 'Kort en goed.',
          lang: 'nl',
          type: kind,
          ...(kind === 'event' && { details: { startsOn: '2026-12-03' } }),
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
  const events = { own: await item('a', 'event'), foreign: await item('b', 'event') }
  await withProfile(house)
  const seats = await takeSeats(house)
  const yeses = {
    own: await askForYes(house, { request: 'request:own', author: expert.person, keptBy: 'a', editor: 'editorA' }),
    foreign: await askForYes(house, {
      request: 'request:foreign',
      author: elsewhere.person,
      keptBy: 'b',
      editor: 'editorB',
    }),
  }
  const suggestion = async (player: Player, slug: string) =>
    database.house(player.token, (tx) =>
      suggestChange(
        tx,
        platform.vault,
        slug,
        { person: player.person, fields: { summary: 'Korter kan ook.' }, reason: 'Dat leest beter.' },
        platform.now(),
      ),
    )
  const suggestions = {
    own: await suggestion(expert, items.own.slug),
    foreign: await suggestion(elsewhere, items.foreign.slug),
  }
  const gap = async (editor: 'editorA' | 'editorB', title: string) =>
    database.house(await known(people[editor].id), (tx) =>
      openGap(
        tx,
        { title, why: 'Dit vragen mensen vaak.', also: '', themes: ['youth'] },
        { kind: 'editor' },
        platform.now(),
      ),
    )
  const gaps = { own: await gap('editorA', 'Gemis a'), foreign: await gap('editorB', 'Gemis b') }
  const reading = (letter: 'a' | 'b') =>
    operate(async (tx) => {
      const facts = {
        lang: 'nl',
        type: 'article',
        themes: [],
        licence: 'CC-BY-4.0',
        weekly: false,
        address: null,
      } as const
      const input = { ...facts, name: `Bron van ${letter}`, organisation: people.organisations[letter] }
      const source = await addSource(tx, input, null, platform.now())
      const file = { name: 'lijst.csv', type: 'text/csv', bytes: Buffer.from('titel\nEen stuk') }
      const site = await addSource(
        tx,
        { ...input, name: `Site van ${letter}`, address: 'https://oud.example', moving: 'site' },
        null,
        platform.now(),
      )
      return { source, site, run: await startRun(tx, platform.vault, source, file, { person: null }, platform.now()) }
    })
  const readings = { own: await reading('a'), foreign: await reading('b') }
  const invitationTo = (player: Player, request: string) =>
    operate((tx) =>
      tx
        .selectFrom('advice_team')
        .select('id')
        .where('request_id', '=', request)
        .where('person_id', '=', player.person)
        .executeTakeFirstOrThrow(),
    )
  const invitations = {
    own: (await invitationTo(expert, open.id)).id,
    foreign: (await invitationTo(elsewhere, foreign.id)).id,
  }

  const batch = await askToCheck(house, people.organisations.a, items.own.id)
  const letter = await askToDecide(house, people.organisations.a)
  const link = (purpose: string, subject: string) =>
    database.house(null, (tx) =>
      // A letter to the editors of a steward is somebody's own.
      makeLink(tx, {
        subject,
        purpose,
        until,
        ...(['check', 'deciding'].includes(purpose) && { person: people.editorA.id }),
      }),
    )
  const purposeOf = (route: Route) => /^link:([\w-]+)/.exec(route.who.name)?.[1] ?? 'request-status'
  const readers = await operate(async (tx) => {
    const asks = (email: string) =>
      askForNewsletter(tx, platform.vault, { email, lang: 'nl', themes: [] }, platform.now())
    const newsletter = await asks('lezer@example.org')
    await confirmSubscription(tx, newsletter, platform.now())
    const follows = (email: string) =>
      followSearch(tx, platform.vault, { email, lang: 'nl', search: 'q=beloning' }, null, platform.now())
    const search = await follows('lezer@example.org')
    await confirmSearch(tx, search, platform.now())
    return {
      newsletter,
      'newsletter-confirm': await asks('nieuwe.lezer@example.org'),
      'search-letter': search,
      'search-confirm': await follows('nieuwe.lezer@example.org'),
    }
  })
  const message = await operate(async (tx) => {
    const facts = { functionName: null, themes: ['broad'], roles: [], regions: [], phone: null, consentBy: 'Bestuur' }
    const contact = { ...facts, email: 'kantoor@example.org', consentOn: '2026-01-05' }
    const id = await addContact(tx, platform.vault, people.organisations.a, contact, null, platform.now())
    const written = {
      contact: id,
      name: null,
      email: 'schrijver@example.org',
      text: 'Mag ik langskomen?',
      lang: 'nl',
    } as const
    return leaveMessage(tx, platform.vault, written, platform.now())
  })
  const pictureOf = (item: string) =>
    operate(async (tx) => {
      const file = { width: 400, height: 300, bytes: Buffer.from('a picture') }
      const said = { alt: 'Een huis', maker: 'Sam Voorbeeld', licence: 'CC0-1.0', people: 'none' } as const
      const id = await addPicture(tx, platform.vault, item, { ...said, files: [file] }, null, null, platform.now())
      await tx
        .insertInto('square.pictures')
        .values({ id, item_id: item, ...file })
        .execute()
      return id
    })
  const polls = { own: await aPoll(house, 'a'), foreign: await aPoll(house, 'b') }
  const questionnaires = { own: await aQuestionnaire(house, 'a'), foreign: await aQuestionnaire(house, 'b') }
  const waves = { own: await aWave(house), foreign: await aWave(house) }
  await withPrints(house)
  const released = {
    own: await aReleasedPoll(house, 'proefpeiling'),
    foreign: await aReleasedPoll(house, 'andere-peiling'),
  }
  const proposed = {
    own: await aProposedRelease(house, 'proefpeiling'),
    foreign: await aProposedRelease(house, 'andere-peiling'),
  }
  const oldPolls = { own: await anOldPoll(house, 'Peiling van a'), foreign: await anOldPoll(house, 'Peiling van b') }
  const pictures = { own: await pictureOf(items.own.id), foreign: await pictureOf(items.foreign.id) }
  /** Whom a link of this purpose is about. */
  const subjectOf = (purpose: string) =>
    ({
      invitation: invitations.own,
      consent: yeses.own,
      check: batch,
      deciding: letter,
      vote: seats.vote,
      'topic-message': message,
      ...waves.own.links,
      ...readers,
    })[purpose] ?? own.id

  const nowhere = '00000000-0000-4000-8000-000000000000'
  const terms = { own: term('povertyDebt'), foreign: term('homelessness') }
  const saidBy = (letter: 'a' | 'b', slug: string) =>
    operate(async (tx) => {
      const organisation = people.organisations[letter]
      const speaker = {
        person: people[letter === 'a' ? 'editorA' : 'editorB'].id,
        organisation,
        edits: new Set([organisation]),
      }
      const words = { nl: 'Wat wij ermee bedoelen.', en: null, sourceTitle: 'Eigen ervaring', sourceLink: null }
      const definition = await addDefinition(tx, slug, words, speaker, platform.now())
      const reason = 'Dit is helderder.'
      return {
        definition,
        proposal: await propose(tx, slug, { kind: 'working', definition }, reason, speaker, platform.now()),
      }
    })
  const said = { own: await saidBy('a', terms.own.slug), foreign: await saidBy('b', terms.foreign.slug) }
  // By the name in the path, and by where the path begins when one name stands for several things.
  const things: readonly (readonly [string, RegExp, Readonly<Record<Side, string>>])[] = [
    ['code', /./, { own: 'GM0344', foreign: 'GM0363', missing: 'GM9999' }],
    ['file', /^\/sitemap/, { own: '1.xml', foreign: '1.xml', missing: '99.xml' }],
    [
      'file',
      /^\/feeds\/thema/,
      { own: `${terms.own.slug}.atom`, foreign: `${terms.foreign.slug}.json`, missing: 'is-er-niet.atom' },
    ],
    ['file', /^\/feeds\/soort/, { own: 'artikel.atom', foreign: 'handreiking.json', missing: 'is-er-niet.atom' }],
    ['file', /^\/feeds\/regio/, { own: 'gm0344.atom', foreign: 'gm0363.json', missing: 'gm9999.atom' }],
    ['file', /^\/feeds/, { own: 'alles.atom', foreign: 'alles.json', missing: 'is-er-niet.atom' }],
    [
      'file',
      /^\/agenda/,
      { own: `${terms.own.slug}.ics`, foreign: `${terms.foreign.slug}.ics`, missing: 'is-er-niet.ics' },
    ],
    ['series', /^\/(peilingen|api\/v1\/polls)/, { ...released, missing: 'is-er-niet' }],
    ['wave', /^\/(peilingen|api\/v1\/polls)/, { own: '2020', foreign: '2020', missing: '2020' }],
    ['question', /^\/peilingen/, { own: 'works', foreign: 'tasks', missing: 'works' }],
    ['question', /^\/onderzoek\/uitgaven/, { own: 'works', foreign: 'works', missing: 'works' }],
    ['number', /^\/peilingen/, { own: '1', foreign: '1', missing: '1' }],
    ['version', /^\/onderzoek\/vragenlijsten/, { own: '1', foreign: '1', missing: '1' }],
    [
      'file',
      /^\/(onderzoek\/vragenlijsten|invullen)/,
      { own: 'vragen-nl.pdf', foreign: 'vragen-nl.pdf', missing: 'vragen-nl.pdf' },
    ],
    ['file', /^\/peilingen/, { own: 'tables.csv', foreign: 'tables.csv', missing: 'tables.csv' }],
    ['file', /^\/onderzoek\/uitgaven/, { own: 'tables.csv', foreign: 'tables.csv', missing: 'tables.csv' }],
    ['release', /^\/onderzoek\/uitgaven/, { ...proposed, missing: nowhere }],
    ['poll', /^\/onderzoek\/oude-peilingen/, { ...oldPolls, missing: nowhere }],
    ['slug', /agenda\.ics$/, { own: events.own.slug, foreign: events.foreign.slug, missing: 'is-er-niet' }],
    ['definition', /./, { own: said.own.definition, foreign: said.foreign.definition, missing: nowhere }],
    [
      'proposal',
      /^\/redactie\/begrippen/,
      { own: said.own.proposal, foreign: said.foreign.proposal, missing: nowhere },
    ],
    [
      'slug',
      /^\/(id\/begrip|redactie\/begrippen|begrippen)/,
      { own: terms.own.slug, foreign: terms.foreign.slug, missing: 'is-er-niet' },
    ],
    ['slug', /^\/wat-we/, { own: 'gemis-a', foreign: 'gemis-b', missing: 'is-er-niet' }],
    ['reeks', /./, { own: polls.own.series, foreign: polls.foreign.series, missing: 'is-er-niet' }],
    ['golf', /./, { own: '2026', foreign: '2026', missing: '2026' }],
    ['eerder', /./, { own: '2024', foreign: '2024', missing: '2024' }],
    ['vraag', /^\/onderzoek\/peilingen/, { own: 'werkt', foreign: 'werkt', missing: 'werkt' }],
    // None of them has a question with codes: what coders see is walked through in coding.test.ts.
    ['question', /^\/onderzoek\/peilingen/, { own: 'is-er-niet', foreign: 'is-er-niet', missing: 'is-er-niet' }],
    ['lijst', /./, { own: polls.own.list, foreign: polls.foreign.list, missing: nowhere }],
    ['plek', /./, { own: polls.own.trial, foreign: polls.foreign.trial, missing: nowhere }],
    ['gap', /./, { ...gaps, missing: nowhere }],
    ['bron', /./, { own: readings.own.source, foreign: readings.foreign.source, missing: nowhere }],
    ['plaatje', /./, { ...pictures, missing: nowhere }],
    ['breedte', /./, { own: '400', foreign: '400', missing: '400' }],
    ['site', /./, { own: readings.own.site, foreign: readings.foreign.site, missing: nowhere }],
    ['ronde', /./, { own: readings.own.run, foreign: readings.foreign.run, missing: nowhere }],
    ['slug', /./, { own: items.own.slug, foreign: items.foreign.slug, missing: 'is-er-niet' }],
    ['to', /^\/bureau/, { own: 'vrager', foreign: 'vrager', missing: 'vrager' }],
    ['to', /./, { own: 'iedereen', foreign: 'iedereen', missing: 'iedereen' }],
    ['person', /./, { own: expert.person, foreign: expert.person, missing: nowhere }],
    ['suggestion', /./, { ...suggestions, missing: nowhere }],
    ['yes', /./, { ...yeses, missing: nowhere }],
    ['seat', /./, { own: seats.own, foreign: seats.foreign, missing: nowhere }],
    [
      'proposal',
      /^\/(samen|wie-beslist-hier)/,
      { own: seats.proposal, foreign: seats.otherProposal, missing: nowhere },
    ],
    ['version', /^\/visie/, { own: '1', foreign: '2', missing: '999' }],
    ['member', /./, { ...invitations, missing: nowhere }],
    ['id', /^\/api\/v1\/terms/, { own: terms.own.id, foreign: terms.foreign.id, missing: 'is-er-niet' }],
    ['answer', /^\/onderzoek/, { own: nowhere, foreign: nowhere, missing: nowhere }],
    ['number', /^\/onderzoek/, { own: nowhere, foreign: nowhere, missing: nowhere }],
    ['interview', /^\/onderzoek/, { own: nowhere, foreign: nowhere, missing: nowhere }],
    ['item', /^\/onderzoek/, { own: nowhere, foreign: nowhere, missing: nowhere }],
    ['series', /^\/meedoen/, { own: waves.own.series, foreign: waves.foreign.series, missing: 'is-er-niet' }],
    ['wave', /^\/meedoen/, { own: waves.own.slug, foreign: waves.foreign.slug, missing: '1999' }],
    ['section', /^\/invullen/, { own: 'inzet', foreign: 'inzet', missing: 'inzet' }],
    ['part', /^\/invullen/, { own: waves.own.part, foreign: waves.foreign.part, missing: nowhere }],
    ['vraag', /./, { own: 'vraag-1', foreign: 'vraag-1', missing: 'vraag-1' }],
    ['deel', /./, { own: 'deel-1', foreign: 'deel-1', missing: 'deel-1' }],
    ['id', /^\/onderzoek\/vragenlijsten/, { ...questionnaires, missing: nowhere }],
    ['id', /^\/redactie/, { own: items.own.id, foreign: items.foreign.id, missing: nowhere }],
    [
      'id',
      /^\/(beheer\/mensen|bureau\/ervaringsdeskundigen)/,
      { own: people.expert.id, foreign: people.expertElsewhere.id, missing: nowhere },
    ],
    [
      'id',
      /^\/beheer\/organisaties/,
      { own: people.organisations.a, foreign: people.organisations.b, missing: nowhere },
    ],
    ['id', /^\/(bureau|mijn\/vragen)\//, { own: own.id, foreign: foreign.id, missing: nowhere }],
  ]
  const thing = (name: string, path: string, side: Side): string => {
    const found = things.find(([known, where]) => known === name && where.test(path))
    if (found === undefined) throw new Error(`what is :${name} of ${path}? Name it in test/contract/scene.ts`)
    return found[2][side]
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
            : thing(name, route.path, side)
        path = path.replace(`:${name}`, value)
      }
      return path
    },
  }
}
