import { sql } from 'kysely'
import { makeLink } from '../../src/platform/proofs.ts'
import { leaveMessage } from '../../src/rooms/knowledge/topic-contacts/topic-contacts.actions.ts'
import { aPoll } from '../contract/asked-polls.ts'
import { aQuestionnaire } from '../contract/asked-questions.ts'
import { aWave, talksAfter } from '../contract/asked-waves.ts'
import { anOldPoll, aProposedRelease } from '../contract/asked-releases.ts'
import { until } from '../house.ts'
import type { FixedPerson } from '../people.ts'
import type { Stage, Visitor } from './stage.ts'

type Who = FixedPerson | { person: string } | null

/** A real address of a page in the seeded house, and who visits it. `first` is what they do before they come there. */
export type Example = {
  readonly path: string
  readonly who: Who
  /** @returns the address, when it is known only now. */
  readonly first?: (visitor: Visitor) => Promise<string | undefined>
}

/** Makes an example from the house as it was seeded. */
type Make = (stage: Stage) => Promise<Example>

/** @returns the first row of a question to the house, past row-level security. */
async function row<T extends Record<string, string>>(stage: Stage, what: string, query: string): Promise<T> {
  const { rows } = await stage.peek((tx) => sql.raw<T>(query).execute(tx))
  const [first] = rows
  if (!first) throw new Error(`The seeded house holds no ${what}: give it one, or choose another example.`)
  return first
}

/** A page about a poll with two waves, for a researcher. */
const polled =
  (path: (poll: Awaited<ReturnType<typeof aPoll>>) => string): Make =>
  async (stage) => ({ path: `/onderzoek/peilingen/${path(await aPoll(stage, 'a'))}`, who: 'researcher' })

const tomorrow = () => new Date(Date.now() + 86_400_000)

const linkTo = (stage: Stage, subject: string, purpose: string, person?: string) =>
  stage.operate((tx) => makeLink(tx, { subject, purpose, until: tomorrow(), ...(person && { person }) }))

const at = (path: string, who: Who = null): Make => {
  return async () => ({ path, who })
}

/** A source with a reading that waits for its editor. */
const sourceKeeper = async (stage: Stage, path: (of: { source: string; run: string }) => string): Promise<Example> => {
  const found = await row<{ source: string; run: string; person: string }>(
    stage,
    'source with a preview',
    `select s.id as source, r.id as run, s.made_by as person from house.knowledge_harvest_sources s
       join house.knowledge_harvest_runs r on r.source_id = s.id where r.state = 'previewed' and s.moving is null order by s.made_at limit 1`,
  )
  return { path: path(found), who: { person: found.person } }
}

/** A site that moves in, of which an editor chooses what comes along. */
const siteKeeper = async (stage: Stage, path: (site: string) => string): Promise<Example> => {
  const found = await row<{ site: string; person: string }>(
    stage,
    'site that moves in',
    `select s.id as site, s.made_by as person from house.knowledge_harvest_sources s
       join house.knowledge_harvest_runs r on r.source_id = s.id where r.state = 'previewed' and s.moving is not null order by s.made_at limit 1`,
  )
  return { path: path(found.site), who: { person: found.person } }
}

/** A page about a questionnaire that is worked on. */
const questionnaire = async (stage: Stage, path: string): Promise<Example> => ({
  path: `/onderzoek/vragenlijsten/${await aQuestionnaire(stage, 'a')}${path}`,
  who: 'researcher',
})

/** A request in one of these states, seen by a coordinator. */
const desk =
  (path: (id: string) => string, ...states: string[]): Make =>
  async (stage) => {
    const list = states.map((state) => `'${state}'`).join(', ')
    const { id } = await row<{ id: string }>(
      stage,
      `request that is ${states.join(' or ')}`,
      `select id from house.advice_requests ${states.length > 0 ? `where state in (${list})` : ''} order by asked_at desc limit 1`,
    )
    return { path: path(id), who: 'coordinator' }
  }

/** A request in one of these states, seen by somebody of its team. */
const team =
  (path: (id: string) => string, ...states: string[]): Make =>
  async (stage) => {
    const { id, person } = await row<{ id: string; person: string }>(
      stage,
      `team of a request that is ${states.join(' or ')}`,
      `select r.id, t.person_id as person from house.advice_requests r join house.advice_team t on t.request_id = r.id
        where r.state in (${states.map((state) => `'${state}'`).join(', ')}) and t.accepted_at is not null and t.ended_at is null
          and t.person_id is not null order by r.asked_at desc limit 1`,
    )
    return { path: path(id), who: { person } }
  }

/** The page of a request behind its link. */
const requester =
  (path: (link: string) => string, purpose: string, ...states: string[]): Make =>
  async (stage) => {
    const { id } = await row<{ id: string }>(
      stage,
      `request that is ${states.join(' or ')}`,
      `select id from house.advice_requests where state in (${states.map((state) => `'${state}'`).join(', ')}) order by asked_at desc limit 1`,
    )
    return { path: path(await linkTo(stage, id, purpose)), who: null }
  }

/** An item of the house, seen by an editor of one of its stewards. */
const item =
  (path: (id: string) => string, ...states: string[]): Make =>
  async (stage) => {
    const { id, person } = await row<{ id: string; person: string }>(
      stage,
      `item with an editor that is ${states.join(' or ')}`,
      `select i.id, m.person_id as person from house.knowledge_items i
         join house.knowledge_item_stewards s on s.item_id = i.id
         join house.accounts_memberships m on m.organisation_id = s.organisation_id and m.role = 'editor'
        where i.state in (${states.map((state) => `'${state}'`).join(', ')}) order by i.open_marks desc, i.changed_at desc limit 1`,
    )
    return { path: path(id), who: { person } }
  }

/** A page behind the link of a newsletter, or of a search that somebody follows. */
const reader =
  (path: (link: string) => string, purpose: string, kind: 'newsletter' | 'search' = 'newsletter'): Make =>
  async (stage) => {
    const { id } = await row<{ id: string }>(
      stage,
      `reader of the kind ${kind}`,
      `select id from house.knowledge_subscriptions where kind = '${kind}' limit 1`,
    )
    return { path: path(await linkTo(stage, id, purpose)), who: null }
  }

/** Fills in the page to sign in; the mail goes out by a job. */
async function askToSignIn({ open, keys }: Visitor, email: string): Promise<void> {
  await open('/inloggen')
  await keys.fill(/e-mail/i, email)
  await keys.press(/stuur|verder|mail/i)
}

const anExpert: Make = async (stage) => {
  const { person } = await row<{ person: string }>(
    stage,
    'expert with a profile',
    'select person_id as person from house.experts_profiles where paused_since is null order by person_id limit 1',
  )
  return { path: '', who: { person } }
}

const asked =
  'select y.id, g.person_id as person from house.knowledge_item_yeses y join house.knowledge_item_givers g on g.id = y.giver_id'

/** A proposal of the demo that stands so. `column` is what the address holds of it. */
const laid =
  (
    path: (id: string) => string,
    stands: string,
    who: (stage: Stage, proposal: string) => Promise<Who>,
    column: 'id' | 'subject_id' = 'id',
  ): Make =>
  async (stage) => {
    const { id, at } = await row<{ id: string; at: string }>(
      stage,
      `proposal with ${stands}`,
      `select id, ${column} as at from house.governance_proposals where ${stands} order by opened_at limit 1`,
    )
    return { path: path(at), who: await who(stage, id) }
  }

async function seatHolder(stage: Stage): Promise<Who> {
  const { person } = await row<{ person: string }>(
    stage,
    'seat',
    "select person_id as person from house.governance_seats where answer = 'yes' and ended_at is null order by shown_name limit 1",
  )
  return { person }
}

async function proposer(stage: Stage, proposal: string): Promise<Who> {
  const { person } = await row<{ person: string }>(
    stage,
    'proposer',
    `select proposed_by as person from house.governance_proposals where id = '${proposal}'`,
  )
  return { person }
}

/** A contact, seen by an editor of its organisation. */
async function contactKeeper(stage: Stage): Promise<Example> {
  const { id, person } = await row<{ id: string; person: string }>(
    stage,
    'contact with an editor',
    `select c.id, m.person_id as person from house.knowledge_topic_contacts c
       join house.accounts_memberships m on m.organisation_id = c.organisation_id and m.role = 'editor' order by c.id limit 1`,
  )
  return { path: `/redactie/contacten/bewerken?contact=${id}`, who: { person } }
}

/** A page behind a link of a wave that is open. */
const filling =
  (purpose: keyof Awaited<ReturnType<typeof aWave>>['links'], path: (link: string) => string): Make =>
  async (stage) => ({ path: path(await linkTo(stage, (await aWave(stage)).links[purpose], purpose)), who: null })

/** A page of researchers about a wave that is open. */
const ofWave =
  (page: string): Make =>
  async (stage) => {
    const { series, slug } = await aWave(stage)
    return { path: `/onderzoek/peilingen/${series}/${slug}/${page}`, who: 'researcher' }
  }

/** For every page: its pattern, and how to come at a real one. */
export const examples: Readonly<Record<string, Make>> = {
  '/': at('/'),
  '/over': at('/over'),
  '/privacy': at('/privacy'),
  '/toegankelijkheid': at('/toegankelijkheid'),
  '/licentie': at('/licentie'),
  '/demo': at('/demo'),
  '/post': at('/post'),

  '/inloggen': at('/inloggen'),
  '/inloggen/code': async () => ({
    path: '/inloggen/code',
    who: null,
    first: async (visitor) => askToSignIn(visitor, 'rosa@example.org').then(() => undefined),
  }),
  '/inloggen/link/:link': async (stage) => ({
    path: '/inloggen/link/',
    who: null,
    async first(visitor) {
      const written = async () => (await stage.letters()).filter((letter) => letter.text.includes('/inloggen/link/'))
      const before = (await written()).length
      // Somebody gets few of these letters in an hour, and a drill looks at this page eight times.
      const asking = ['kees', 'noor', 'bram', 'joris'][before % 4] ?? 'kees'
      await askToSignIn(visitor, `${asking}@example.org`)
      await until(async () => (await written()).length > before, 20_000)
      return stage.pathIn((await written()).at(-1)?.text ?? '', '/inloggen/link/')
    },
  }),
  '/mijn': at('/mijn', 'coordinator'),
  '/mijn/instellingen': at('/mijn/instellingen', 'expert'),
  '/mijn/tweede-stap': at('/mijn/tweede-stap', 'coordinator'),
  '/beheer/mensen': at('/beheer/mensen', 'administrator'),
  '/beheer/mensen/nieuw': at('/beheer/mensen/nieuw', 'administrator'),
  '/beheer/mensen/:id': async (stage) => ({
    path: `/beheer/mensen/${stage.people.coordinator.id}`,
    who: 'administrator',
  }),
  '/beheer/organisaties': at('/beheer/organisaties', 'administrator'),
  '/beheer/organisaties/nieuw': at('/beheer/organisaties/nieuw', 'administrator'),
  '/beheer/organisaties/:id': async (stage) => ({
    path: `/beheer/organisaties/${stage.people.organisations.a}`,
    who: 'administrator',
  }),
  '/beheer/werking': at('/beheer/werking', 'administrator'),
  '/knelpunten': at('/knelpunten'),
  '/knelpunten/bijhouden': at('/knelpunten/bijhouden', 'researcher'),
  '/peilingen': at('/peilingen'),
  '/peilingen/:series': at('/peilingen/peiling-sociaal-werk'),
  '/peilingen/:series/:wave': at('/peilingen/peiling-sociaal-werk/2020'),
  '/peilingen/:series/:wave/cijfers/:question': at('/peilingen/peiling-sociaal-werk/2018/cijfers/fields'),
  '/peilingen/:series/:wave/plan': at('/peilingen/peiling-sociaal-werk/2020/plan'),
  '/peilingen/:series/:wave/rapport': at('/peilingen/peiling-sociaal-werk/2020/rapport'),
  '/onderzoek': at('/onderzoek', 'researcher'),
  '/onderzoek/uitgaven': at('/onderzoek/uitgaven', 'researcher'),
  '/onderzoek/uitgaven/:release': async (stage) => ({
    path: `/onderzoek/uitgaven/${await aProposedRelease(stage, 'proefpeiling-een')}`,
    who: 'researcher',
  }),
  '/onderzoek/uitgaven/:release/cijfers/:question': async (stage) => ({
    path: `/onderzoek/uitgaven/${await aProposedRelease(stage, 'proefpeiling-twee')}/cijfers/works`,
    who: 'researcher',
  }),
  '/onderzoek/oude-peilingen': at('/onderzoek/oude-peilingen', 'researcher'),
  '/onderzoek/oude-peilingen/:poll': async (stage) => {
    const [poll, later] = [await anOldPoll(stage, 'Peiling van eerder'), await anOldPoll(stage, 'Peiling van later')]
    return { path: `/onderzoek/oude-peilingen/${poll}?eerst=0&later=${later}.0&groep=limited`, who: 'researcher' }
  },
  '/onderzoek/vragenlijsten': at('/onderzoek/vragenlijsten', 'researcher'),
  '/onderzoek/vragenlijsten/nieuw': at('/onderzoek/vragenlijsten/nieuw', 'researcher'),
  '/onderzoek/peilingen/:reeks/:golf/uitnodigen': ofWave('uitnodigen'),
  '/onderzoek/peilingen/:reeks/:golf/uitnodigingen': ofWave('uitnodigingen'),
  '/onderzoek/peilingen/:reeks/:golf/sluiting': ofWave('sluiting'),
  '/onderzoek/peilingen/:reeks/:golf/opening': polled(({ series }) => `${series}/2026/opening`),
  '/onderzoek/peilingen/:reeks/:golf/open-antwoorden': ofWave('open-antwoorden'),
  '/onderzoek/peilingen/:reeks/:golf/dubbele-antwoorden': ofWave('dubbele-antwoorden'),
  '/onderzoek/peilingen/:reeks/:golf/gesprekken': async (stage) => {
    const { wave, series, slug } = await aWave(stage)
    await talksAfter(stage, wave)
    return { path: `/onderzoek/peilingen/${series}/${slug}/gesprekken`, who: 'researcher' }
  },
  '/meedoen/:series/:wave': async (stage) => {
    const { series, slug } = await aWave(stage)
    return { path: `/meedoen/${series}/${slug}`, who: null }
  },
  '/invullen/:link': filling('sheet', (link) => `/invullen/${link}`),
  '/invullen/:link/alle-vragen': filling('sheet', (link) => `/invullen/${link}/alle-vragen`),
  '/invullen/:link/deel/:section': filling('sheet', (link) => `/invullen/${link}/deel/inzet`),
  '/invullen/:link/overzicht': filling('sheet', (link) => `/invullen/${link}/overzicht`),
  '/invullen/:link/bedankt': async (stage) => {
    const { links } = await aWave(stage)
    await stage.peek((tx) =>
      sql`update house.questionnaires_sheets set sent_at = now() where id = ${links.sheet}`.execute(tx),
    )
    return { path: `/invullen/${await linkTo(stage, links.sheet, 'sheet')}/bedankt`, who: null }
  },
  '/invullen/:link/gesprek': async (stage) => {
    const { links } = await aWave(stage)
    await stage.peek((tx) =>
      sql`update house.questionnaires_sheets set sent_at = now() where id = ${links.sheet}`.execute(tx),
    )
    return { path: `/invullen/${await linkTo(stage, links.sheet, 'sheet')}/gesprek`, who: null }
  },
  '/gesprek-opgegeven': at('/gesprek-opgegeven'),
  '/gesprek/:link': filling('poll-interview', (link) => `/gesprek/${link}`),
  '/gesprek-stoppen/:link': filling('poll-interview', (link) => `/gesprek-stoppen/${link}`),
  '/invullen/:link/vergelijking': async (stage) => {
    const { links } = await aWave(stage)
    await stage.peek((tx) =>
      sql`update house.questionnaires_sheets set sent_at = now() where id = ${links.sheet}`.execute(tx),
    )
    return { path: `/invullen/${await linkTo(stage, links.sheet, 'sheet')}/vergelijking`, who: null }
  },
  '/eigen-antwoorden/:link/vergelijking': async (stage) => {
    const { links } = await aWave(stage)
    await stage.peek((tx) =>
      sql`update house.questionnaires_sheets set sent_at = now() where id = ${links.sheet}`.execute(tx),
    )
    return { path: `/eigen-antwoorden/${await linkTo(stage, links.sheet, 'sheet-copy')}/vergelijking`, who: null }
  },
  '/meehelpen/:link': filling('sheet-part', (link) => `/meehelpen/${link}`),
  '/meehelpen/:link/klaar': filling('sheet-part', (link) => `/meehelpen/${link}/klaar`),
  '/eigen-antwoorden/:link': filling('sheet-copy', (link) => `/eigen-antwoorden/${link}`),
  '/niet-voor-ons/:link': filling('poll-decline', (link) => `/niet-voor-ons/${link}`),
  '/onderzoek/vragenlijsten/inlezen': at('/onderzoek/vragenlijsten/inlezen', 'researcher'),
  '/onderzoek/vragenlijsten/:id': (stage) => questionnaire(stage, ''),
  '/onderzoek/vragenlijsten/:id/gegevens': (stage) => questionnaire(stage, '/gegevens'),
  '/onderzoek/vragenlijsten/:id/klopt-het': (stage) => questionnaire(stage, '/klopt-het'),
  '/onderzoek/vragenlijsten/:id/voorbeeld': (stage) => questionnaire(stage, '/voorbeeld'),
  '/onderzoek/vragenlijsten/:id/afdrukken': (stage) => questionnaire(stage, '/afdrukken'),
  '/onderzoek/vragenlijsten/:id/deel/:deel': (stage) => questionnaire(stage, '/deel/deel-1'),
  '/onderzoek/vragenlijsten/:id/deel/:deel/weg': (stage) => questionnaire(stage, '/deel/deel-1/weg'),
  '/onderzoek/vragenlijsten/:id/vraag/:vraag': (stage) => questionnaire(stage, '/vraag/vraag-2'),
  '/onderzoek/vragenlijsten/:id/vraag/:vraag/wanneer': (stage) => questionnaire(stage, '/vraag/vraag-3/wanneer'),
  '/onderzoek/vragenlijsten/:id/vraag/:vraag/weg': (stage) => questionnaire(stage, '/vraag/vraag-1/weg'),

  '/onderzoek/peilingen': at('/onderzoek/peilingen', 'researcher'),
  '/onderzoek/peilingen/nieuw': at('/onderzoek/peilingen/nieuw', 'researcher'),
  '/onderzoek/peilingen/:reeks': polled(({ series }) => series),
  '/onderzoek/peilingen/:reeks/wijzigen': polled(({ series }) => `${series}/wijzigen`),
  '/onderzoek/peilingen/:reeks/nieuwe-golf': polled(({ series }) => `${series}/nieuwe-golf`),
  '/onderzoek/peilingen/:reeks/panel-stoppen': polled(({ series }) => `${series}/panel-stoppen`),
  '/onderzoek/peilingen/:reeks/:golf': polled(({ series }) => `${series}/2026`),
  '/onderzoek/peilingen/:reeks/:golf/coderen': polled(({ series }) => `${series}/2026/coderen`),
  '/onderzoek/peilingen/:reeks/:golf/instellen': polled(({ series }) => `${series}/2026/instellen`),
  '/onderzoek/peilingen/:reeks/:golf/kader': polled(({ series }) => `${series}/2026/kader`),
  '/onderzoek/peilingen/:reeks/:golf/kader/:lijst': polled(({ series, list }) => `${series}/2026/kader/${list}`),
  '/onderzoek/peilingen/:reeks/:golf/vergelijken': polled(({ series }) => `${series}/2026/vergelijken`),
  '/onderzoek/peilingen/:reeks/:golf/vergelijken/:eerder': polled(({ series }) => `${series}/2026/vergelijken/2024`),
  '/onderzoek/peilingen/:reeks/:golf/vergelijken/:eerder/:vraag': polled(
    ({ series }) => `${series}/2026/vergelijken/2024/werkt`,
  ),
  '/onderzoek/peilingen/:reeks/:golf/plan': polled(({ series }) => `${series}/2026/plan`),

  '/gemeenten/:code': at('/gemeenten/gm0796'),
  '/begrippen': at('/begrippen'),
  '/begrippen/:slug': at('/begrippen/ervaringsdeskundige'),
  '/begrippenkader': at('/begrippenkader'),

  '/zoeken': at('/zoeken?q=ervaring'),
  '/zoeken/volgorde': at('/zoeken/volgorde'),
  '/kennis/:slug': async (stage) => {
    const { slug } = await row<{ slug: string }>(
      stage,
      'published item',
      'select slug from square.items order by length(body_html) desc limit 1',
    )
    return { path: `/kennis/${slug}`, who: null }
  },
  '/praktijkvoorbeelden': at('/praktijkvoorbeelden?thema=homelessness'),
  '/opleidingen': at('/opleidingen'),
  '/opleidingen/vergelijken': at(
    '/opleidingen/vergelijken?opleiding=ad-ervaringsdeskundigheid&opleiding=cursus-werken-met-eigen-ervaring&opleiding=mbo-ervaringsdeskundige-armoede&opleiding=post-hbo-eigen-ervaring-inzetten',
  ),
  '/projecten': at('/projecten'),
  '/onderzoeksagenda': at('/onderzoeksagenda'),
  '/publicaties': at('/publicaties'),
  '/dilemmas': at('/dilemmas'),
  '/geldbronnen': at('/geldbronnen'),
  '/meedoen/:slug': at('/meedoen/wat-levert-inzet-op', 'expert'),
  '/nieuwsbrief': at('/nieuwsbrief'),
  '/nieuwsbrief/bevestigen/:link': reader((link) => `/nieuwsbrief/bevestigen/${link}`, 'newsletter-confirm'),
  '/nieuwsbrief/keuzes/:link': reader((link) => `/nieuwsbrief/keuzes/${link}`, 'newsletter'),
  '/nieuwsbrief/afmelden/:link': reader((link) => `/nieuwsbrief/afmelden/${link}`, 'newsletter'),
  '/zoeken/volgen': at('/zoeken/volgen?q=eerlijke+beloning&thema=povertyDebt'),
  '/zoeken/volgen/bevestigen/:link': reader((link) => `/zoeken/volgen/bevestigen/${link}`, 'search-confirm', 'search'),
  '/zoeken/volgen/stoppen/:link': reader((link) => `/zoeken/volgen/stoppen/${link}`, 'search-letter', 'search'),
  '/mijn/zoekvragen': async (stage) => {
    const { person } = await row<{ person: string }>(
      stage,
      'person who follows a search',
      'select person_id as person from house.knowledge_saved_searches where person_id is not null limit 1',
    )
    return { path: '/mijn/zoekvragen', who: { person } }
  },
  '/feeds': at('/feeds'),
  '/catalogus': at('/catalogus'),
  '/cijfers': at('/cijfers'),
  '/redactie/nakijken': async (stage) => {
    const { person } = await checking(stage)
    return { path: '/redactie/nakijken', who: { person } }
  },
  '/nakijken/:link': async (stage) => {
    const { organisation, person, item } = await checking(stage)
    const { id } = await row<{ id: string }>(
      stage,
      'steward without a letter',
      `with batch as (insert into house.knowledge_check_batches (id, organisation_id, week, made_at)
                      values (gen_random_uuid(), '${organisation}', '2026-01-05', now()) returning id),
            asked as (insert into house.knowledge_check_batch_items (batch_id, item_id, state)
                      select id, '${item}', 'stale' from batch)
       select id from batch`,
    )
    return { path: `/nakijken/${await linkTo(stage, id, 'check', person)}`, who: null }
  },
  '/redactie': at('/redactie', 'editorA'),
  '/redactie/begrippen': at('/redactie/begrippen', 'editorA'),
  '/redactie/begrippen/:slug': at('/redactie/begrippen/ervaringsdeskundige', 'editorA'),
  '/redactie/begrippen/:slug/voorstellen/:proposal': async (stage) => {
    const { slug, id } = await row<{ slug: string; id: string }>(
      stage,
      'open proposal about a term',
      'select slug, id from house.terms_proposals where decided_at is null limit 1',
    )
    return { path: `/redactie/begrippen/${slug}/voorstellen/${id}`, who: 'editorA' }
  },
  '/wat-we-nog-niet-weten': at('/wat-we-nog-niet-weten'),
  '/wat-we-nog-niet-weten/:slug': async (stage) => {
    const { slug } = await row<{ slug: string }>(
      stage,
      'gap that somebody adopted',
      'select slug from square.gaps where adopter_slug is not null limit 1',
    )
    return { path: `/wat-we-nog-niet-weten/${slug}`, who: null }
  },
  '/redactie/nog-niet': at('/redactie/nog-niet', 'editorA'),
  '/redactie/nog-niet/nieuw': at('/redactie/nog-niet/nieuw', 'editorA'),
  '/redactie/nog-niet/:gap': async (stage) => {
    const { id } = await row<{ id: string }>(
      stage,
      'gap',
      'select id from house.knowledge_gaps order by opened_at desc limit 1',
    )
    return { path: `/redactie/nog-niet/${id}`, who: 'editorA' }
  },
  '/redactie/nieuw': at('/redactie/nieuw', 'editorA'),
  '/redactie/:id': item((id) => `/redactie/${id}`, 'draft', 'redaction', 'consent', 'published'),
  '/redactie/:id/verbanden': item((id) => `/redactie/${id}/verbanden`, 'published'),
  '/redactie/:id/versies': item((id) => `/redactie/${id}/versies`, 'published'),
  '/redactie/:id/versies/verschil': item((id) => `/redactie/${id}/versies/verschil?van=1&naar=1`, 'published'),
  '/redactie/:id/besluiten': item((id) => `/redactie/${id}/besluiten`, 'ready', 'published'),
  '/redactie/meebeslissen': async (stage) => {
    const { person } = await deciding(stage)
    return { path: '/redactie/meebeslissen', who: { person } }
  },
  '/meebeslissen/:link': async (stage) => {
    const { organisation, person } = await deciding(stage)
    const { id } = await row<{ id: string }>(
      stage,
      'steward without a letter',
      `insert into house.knowledge_deciding_letters (id, organisation_id, day, made_at)
       values (gen_random_uuid(), '${organisation}', '2026-01-05', now()) returning id`,
    )
    return { path: `/meebeslissen/${await linkTo(stage, id, 'deciding', person)}`, who: null }
  },
  '/wijziging/:slug': async (stage) => {
    const { slug } = await row<{ slug: string }>(
      stage,
      'item with details',
      `select slug from square.items where type = 'training' order by slug limit 1`,
    )
    return { path: `/wijziging/${slug}`, who: 'expert' }
  },
  '/mijn/wijzigingen': async (stage) => {
    const { person } = await suggesting(stage)
    return { path: '/mijn/wijzigingen', who: { person } }
  },
  '/mijn/wijzigingen/:suggestion': async (stage) => {
    const { id, person } = await suggesting(stage)
    return { path: `/mijn/wijzigingen/${id}`, who: { person } }
  },
  '/redactie/:id/voorstellen/:suggestion': async (stage) => {
    const { id, item: about, editor } = await suggesting(stage)
    return { path: `/redactie/${about}/voorstellen/${id}`, who: { person: editor } }
  },
  '/redactie/zoekt-organisatie': at('/redactie/zoekt-organisatie', 'editorA'),
  '/redactie/:id/plaatjes': item((id) => `/redactie/${id}/plaatjes`, 'published'),
  '/redactie/:id/nalopen': item((id) => `/redactie/${id}/nalopen`, 'draft', 'redaction', 'consent', 'published'),
  '/toestemming/:link': async (stage) => {
    const { id } = await row<{ id: string }>(
      stage,
      'yes that was asked',
      `${asked} order by y.answer nulls first limit 1`,
    )
    return { path: `/toestemming/${await linkTo(stage, id, 'consent')}`, who: null }
  },
  '/mijn/kennis': at('/mijn/kennis', 'expert'),
  '/mijn/kennis/:yes': async (stage) => {
    // The demo's authors have answered: one is asked again, beside the requester of the same item.
    const { id, person } = await row<{ id: string; person: string }>(
      stage,
      'item that somebody was asked about',
      `with asked as (select y.*, p.person_id as author from house.knowledge_item_yeses y cross join house.experts_profiles p
                      order by y.id, p.person_id limit 1),
            giver as (insert into house.knowledge_item_givers (id, item_id, kind, person_id, text_version)
                      select gen_random_uuid(), item_id, 'author', author, text_version from asked returning id, person_id)
       insert into house.knowledge_item_yeses (id, giver_id, item_id, text_version, asked_at)
       select gen_random_uuid(), giver.id, asked.item_id, asked.text_version, asked.asked_at from asked cross join giver
       returning id, (select person_id from giver) as person`,
    )
    return { path: `/mijn/kennis/${id}`, who: { person } }
  },

  '/wat-is-ervaringsdeskundigheid': at('/wat-is-ervaringsdeskundigheid'),
  '/voor/opdrachtgevers-en-beleid': at('/voor/opdrachtgevers-en-beleid'),
  '/voor/leidinggevenden-en-coordinatoren': at('/voor/leidinggevenden-en-coordinatoren'),
  '/voor/andere-professionals': at('/voor/andere-professionals'),
  '/voor/ervaringsdeskundigen': at('/voor/ervaringsdeskundigen'),
  '/voor/clienten-en-naasten': at('/voor/clienten-en-naasten'),
  '/redactie/startpaginas': at('/redactie/startpaginas', 'editorA'),
  '/redactie/startpaginas/bewerken': at('/redactie/startpaginas/bewerken?pagina=basics', 'administrator'),
  '/redactie/startpaginas/deel': at('/redactie/startpaginas/deel?pagina=basics&deel=1', 'editorA'),
  '/wie-benader-ik': at('/wie-benader-ik?thema=povertyDebt&plaats=Utrecht'),
  '/wie-benader-ik/schrijven': async (stage) => {
    const { id } = await row<{ id: string }>(
      stage,
      'contact',
      'select id from square.topic_contacts order by id limit 1',
    )
    return { path: `/wie-benader-ik/schrijven?contact=${id}`, who: null }
  },
  '/wie-benader-ik/verstuurd': at('/wie-benader-ik/verstuurd'),
  '/wie-benader-ik/bericht/:link': async (stage) => {
    const { id: contact } = await row<{ id: string }>(
      stage,
      'contact',
      'select id from square.topic_contacts order by id limit 1',
    )
    const text = 'Mogen wij eens komen praten over wonen?'
    const written = { contact, name: 'Sanne', email: 'sanne@example.org', text, lang: 'nl' } as const
    const message = await stage.operate((tx) => leaveMessage(tx, stage.platform.vault, written, stage.platform.now()))
    return { path: `/wie-benader-ik/bericht/${await linkTo(stage, message, 'topic-message')}`, who: null }
  },
  '/redactie/contacten': async (stage) => ({ ...(await contactKeeper(stage)), path: '/redactie/contacten' }),
  '/redactie/contacten/bewerken': contactKeeper,
  '/redactie/bronnen': (stage) => sourceKeeper(stage, () => '/redactie/bronnen'),
  '/redactie/bronnen/nieuw': at('/redactie/bronnen/nieuw', 'editorA'),
  '/redactie/bronnen/:bron': (stage) => sourceKeeper(stage, ({ source }) => `/redactie/bronnen/${source}`),
  '/redactie/verhuizen': (stage) => siteKeeper(stage, () => '/redactie/verhuizen'),
  '/redactie/verhuizen/nieuw': at('/redactie/verhuizen/nieuw', 'editorA'),
  '/redactie/verhuizen/:site': (stage) => siteKeeper(stage, (site) => `/redactie/verhuizen/${site}`),
  '/redactie/inlezen/:ronde': (stage) => sourceKeeper(stage, ({ run }) => `/redactie/inlezen/${run}`),
  '/wie-beslist-hier': at('/wie-beslist-hier'),
  '/wie-beslist-hier/:proposal': laid(
    (id) => `/wie-beslist-hier/${id}`,
    "outcome = 'accepted'",
    async () => null,
  ),
  '/visie': at('/visie'),
  '/visie/:version': at('/visie/1'),
  '/samen/zetels': at('/samen/zetels', 'administrator'),
  '/samen/visie': at('/samen/visie', 'editorA'),
  '/samen/voorstellen/:proposal': laid((id) => `/samen/voorstellen/${id}`, 'outcome is null', seatHolder),
  '/mijn/zetel': async (stage) => ({ path: '/mijn/zetel', who: await seatHolder(stage) }),
  '/stem/:link': async (stage) => {
    const { id, person } = await row<{ id: string; person: string }>(
      stage,
      'vote on a proposal that runs',
      `select v.id, s.person_id as person from house.governance_votes v join house.governance_seats s on s.id = v.seat_id
         join house.governance_proposals p on p.id = v.proposal_id where p.outcome is null order by v.choice nulls first limit 1`,
    )
    return { path: `/stem/${await linkTo(stage, id, 'vote', person)}`, who: null }
  },
  '/redactie/:id/zetels': laid((id) => `/redactie/${id}/zetels`, "outcome = 'refused'", proposer, 'subject_id'),

  '/mijn/profiel': async (stage) => ({ ...(await anExpert(stage)), path: '/mijn/profiel' }),
  '/bureau/ervaringsdeskundigen': at('/bureau/ervaringsdeskundigen', 'coordinator'),
  '/bureau/ervaringsdeskundigen/:id': async (stage) => {
    const { who } = await anExpert(stage)
    const person = typeof who === 'object' && who !== null ? who.person : ''
    return { path: `/bureau/ervaringsdeskundigen/${person}`, who: 'coordinator' }
  },

  '/vraag': at('/vraag'),
  '/vraag/bedankt': at('/vraag/bedankt?nummer=V-2026-0001'),
  '/vraag/gevonden': at('/vraag/gevonden'),
  '/vraag/nieuwe-link': at('/vraag/nieuwe-link'),
  '/vraag/bevestigen/:link': requester((link) => `/vraag/bevestigen/${link}`, 'request-confirm', 'unconfirmed'),
  '/vraag/status/:link': requester((link) => `/vraag/status/${link}`, 'request-status', 'answered', 'feedback-asked'),
  '/vraag/status/:link/terugkoppeling': requester(
    (link) => `/vraag/status/${link}/terugkoppeling`,
    'request-status',
    'answered',
    'feedback-asked',
  ),

  '/bureau': at('/bureau', 'coordinator'),
  '/bureau/:id': desk((id) => `/bureau/${id}`, 'in-progress', 'answered'),
  '/bureau/:id/schrijven/:to': desk((id) => `/bureau/${id}/schrijven/vrager`, 'in-intake', 'in-progress'),
  '/bureau/:id/verdelen': desk((id) => `/bureau/${id}/verdelen`, 'in-intake'),
  '/bureau/:id/doorverwijzen': desk((id) => `/bureau/${id}/doorverwijzen`, 'in-intake', 'triaged'),
  '/bureau/:id/samenvoegen': desk((id) => `/bureau/${id}/samenvoegen`, 'in-intake', 'triaged'),
  '/bureau/:id/afronden': desk((id) => `/bureau/${id}/afronden`, 'evaluated', 'feedback-asked'),
  '/bureau/:id/team': desk((id) => `/bureau/${id}/team`, 'seeking-duo'),
  '/bureau/:id/team/:person': async (stage) => {
    const { id, person } = await row<{ id: string; person: string }>(
      stage,
      'request that seeks a duo, with an expert who is free',
      `select r.id, p.person_id as person from house.advice_requests r cross join house.experts_profiles p
        where r.state = 'seeking-duo' and p.paused_until is null
          and not exists (select from house.advice_team t where t.person_id = p.person_id and t.ended_at is null) limit 1`,
    )
    return { path: `/bureau/${id}/team/${person}`, who: 'coordinator' }
  },
  '/bureau/:id/kennis': async (stage) => {
    const { id } = await row<{ id: string }>(
      stage,
      'closed request with an answer',
      `select r.id from house.advice_requests r join house.advice_answers a on a.request_id = r.id
        where r.state = 'closed' order by r.asked_at desc limit 1`,
    )
    return { path: `/bureau/${id}/kennis`, who: 'coordinator' }
  },
  '/mijn/vragen': async (stage) => ({
    ...(await team(() => '/mijn/vragen', 'in-progress')(stage)),
    path: '/mijn/vragen',
  }),
  '/mijn/vragen/:id': team((id) => `/mijn/vragen/${id}`, 'in-progress'),
  '/mijn/vragen/:id/schrijven/:to': team((id) => `/mijn/vragen/${id}/schrijven/duo`, 'in-progress'),
  '/mijn/vragen/:id/concept': team((id) => `/mijn/vragen/${id}/concept`, 'in-progress'),
  '/mijn/vragen/:id/versies': team((id) => `/mijn/vragen/${id}/versies`, 'in-progress'),
  '/mijn/vragen/:id/antwoord': team((id) => `/mijn/vragen/${id}/antwoord`, 'in-progress'),
  '/mijn/vragen/:id/bijeenkomst': team((id) => `/mijn/vragen/${id}/bijeenkomst`, 'in-progress'),
  '/mijn/vragen/:id/stoppen': team((id) => `/mijn/vragen/${id}/stoppen`, 'in-progress'),
  '/mijn/vragen/:id/terugblik': team((id) => `/mijn/vragen/${id}/terugblik`, 'answered', 'feedback-asked', 'evaluated'),
  '/mijn/uitnodigingen': async (stage) => {
    const { person } = await invited(stage)
    return { path: '/mijn/uitnodigingen', who: { person } }
  },
  '/uitnodiging/:link': async (stage) => {
    const { id, person } = await invited(stage)
    return { path: `/uitnodiging/${await linkTo(stage, id, 'invitation', person)}`, who: null }
  },
  '/uitnodigingen/ja': at('/uitnodigingen/ja'),
  '/uitnodigingen/nee': at('/uitnodigingen/nee'),
}

/** A suggestion that waits, who made it, and an editor who decides about it. */
const suggesting = (stage: Stage) =>
  row<{ id: string; item: string; person: string; editor: string }>(
    stage,
    'suggestion that waits',
    `select g.id, g.item_id as item, g.person_id as person, m.person_id as editor from house.knowledge_suggestions g
       join house.knowledge_item_stewards s on s.item_id = g.item_id and s.accepted_at is not null
       join house.accounts_memberships m on m.organisation_id = s.organisation_id and m.role = 'editor' and m.until is null
      where g.outcome is null order by g.made_at, m.person_id limit 1`,
  )

/** An editor whose organisation is asked to decide. */
const deciding = (stage: Stage) =>
  row<{ organisation: string; person: string }>(
    stage,
    'steward that is asked to decide',
    `select a.organisation_id as organisation, m.person_id as person from house.knowledge_approvals a
       join house.accounts_memberships m on m.organisation_id = a.organisation_id and m.role = 'editor' and m.until is null
      where a.answer is null and a.set_aside_at is null order by a.asked_at limit 1`,
  )

/** An editor with an item to check. */
const checking = (stage: Stage) =>
  row<{ organisation: string; person: string; item: string }>(
    stage,
    'item to check with an editor',
    `select s.organisation_id as organisation, m.person_id as person, i.id as item from house.knowledge_items i
       join house.knowledge_item_stewards s on s.item_id = i.id and s.accepted_at is not null
       join house.accounts_memberships m on m.organisation_id = s.organisation_id and m.role = 'editor' and m.until is null
      where i.shelf_version is not null and i.review_by < now() order by i.review_by limit 1`,
  )

const invited = (stage: Stage) =>
  row<{ id: string; person: string }>(
    stage,
    'invitation without an answer',
    'select id, person_id as person from house.advice_team where accepted_at is null and ended_at is null and person_id is not null limit 1',
  )

/** Addresses that are registered as pages and are not for looking at: what they give is a file to keep. */
export const nonPages: Readonly<Record<string, string>> = {
  '/onderzoek/peilingen/:reeks/:golf/coderen/:question':
    'only of a closed wave with coded answers; coding.test.ts walks through it',
  '/mijn/gegevens': 'a copy of one’s own data, to download',
}
