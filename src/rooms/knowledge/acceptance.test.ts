import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { routes, setScene } from '../../../test/contract/scene.ts'
import { inHouse, type RolledBackHouse } from '../../../test/house.ts'
import { withCapital } from '../../lib/words.ts'
import { askAndConfirm } from '../advice/desk.testing.ts'
import { expertRoles, itemTypes, labelOf } from '../terms/public.ts'
import { contest } from '../terms/terms.testing.ts'
import { countForResearch } from './items/desk-counts.actions.ts'
import { placed, written } from './kinds/kinds.testing.ts'
import { fillIn, press, rowOf } from './knowledge.testing.ts'
import { overviews } from './kinds/overviews.rules.ts'

// What the domain asks of knowledge, line by line; each part has its own tests beside it as well.

const role = expertRoles[0].id
const later = (house: RolledBackHouse, days: number) =>
  house.setClock(new Date(house.platform.now().getTime() + days * 86_400_000).toISOString())
const textOf = async (house: RolledBackHouse, path: string) => (await house.visitor().get(path)).text
/** The text of a page as one reads it. */
const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' ,', ',')

describe('the square (A1)', () => {
  it(
    'lets two partners each publish and change what is theirs, without an administrator and without the other',
    inHouse(async (house) => {
      const both = [await house.as('editorA'), await house.as('editorB')]
      const ids: string[] = []
      for (const [at, editor] of both.entries()) {
        const title = `Stuk van partner ${at}`
        const made = await editor.submit(await editor.get('/redactie/nieuw'), { title, type: 'article' })
        const id = made.location?.split('/').at(-1) ?? ''
        const words = { title: title, type: 'article', 'part:text': 'De eerste tekst.' }
        await fillIn(editor, id, words)
        for (const what of ['verder', 'publiceren'] as const) await press(house, editor, id, what)
        await fillIn(editor, id, { ...words, 'part:text': 'De tweede tekst.' })
        for (const what of ['verder', 'publiceren'] as const) await press(house, editor, id, what)
        expect(await textOf(house, `/kennis/stuk-van-partner-${at}`)).toContain('De tweede tekst.')
        ids.push(id)
      }
      for (const [at, editor] of both.entries())
        expect((await editor.get(`/redactie/${ids[1 - at] ?? ''}`)).status).toBe(404)
    }),
  )

  it(
    'says of every item who keeps it, when it was checked, its theme, role and kind; and finds it by those three',
    inHouse(async (house) => {
      for (const { id } of itemTypes)
        await placed(house, {
          slug: `een-${id}`.toLowerCase(),
          type: id,
          themes: ['povertyDebt'],
          roles: [role],
          checkedAt: new Date('2026-11-02T10:00:00Z'),
        })
      for (const { id } of itemTypes) {
        const page = await textOf(house, `/kennis/een-${id}`.toLowerCase())
        const shown = [
          'Partner A',
          '2 november 2026',
          labelOf('povertyDebt', 'nl'),
          labelOf(role, 'nl'),
          labelOf(id, 'nl'),
        ]
        expect([id, shown.filter((each) => !page.includes(each))]).toEqual([id, []])
        const query = new URLSearchParams({ q: labelOf(role, 'nl'), soort: id, thema: 'povertyDebt' })
        expect(await textOf(house, `/zoeken?${query}`)).toContain(`href="/kennis/een-${id}"`.toLowerCase())
      }
    }),
  )

  it(
    'warns readers of an item past its date',
    inHouse(async (house) => {
      await placed(house, { slug: 'geld', type: 'fundingSource' })
      expect(await textOf(house, '/kennis/geld')).not.toContain('Let op')
      later(house, 200)
      await house.runDaily('knowledge.climb-ladder')
      expect(await textOf(house, '/kennis/geld')).toContain('Misschien verouderd')
    }),
  )

  it(
    'leads from every page to a question for the desk',
    inHouse(async (house) => {
      const scene = await setScene(house)
      const visitor = house.visitor()
      for (const { route, name } of routes) {
        if (route.side !== 'square' || route.kind !== 'page' || route.method !== 'GET') continue
        const seen = await visitor.get(await scene.path(route, 'own'))
        const { text } = seen.location === null ? seen : await visitor.follow(seen)
        expect([name, /<a [^>]*href="\/vraag"/.test(text)]).toEqual([name, true])
      }
    }),
  )
})

describe('words and what they mean (A2)', () => {
  it(
    'have several meanings of which one is worked with, and lead from a text to their page',
    inHouse(async (house) => {
      await contest(house)
      const page = await textOf(house, '/begrippen/ervaringsdeskundige')
      expect(page.match(/id="definitie-/g)?.length).toBeGreaterThan(1)
      expect(page.match(/Hier werken wij mee/g)).toHaveLength(1)
      await placed(house, { slug: 'stuk', type: 'article', body: 'Vraag een ervaringsdeskundige.' })
      expect(await textOf(house, '/kennis/stuk')).toMatch(
        /href="\/begrippen\/ervaringsdeskundige"[^>]*>ervaringsdeskundige/,
      )
    }),
  )
})

describe('practice examples (A3)', () => {
  it(
    'say under fixed headings how it went, and lead to all with the same principle or bottleneck',
    inHouse(async (house) => {
      const parts = ['context', 'approach', 'needs', 'result', 'pitfalls']
      const { slug } = await written(house, 'practiceExample', 'Een buurtteam', {
        ...Object.fromEntries(parts.map((part) => [`part:${part}`, `Over ${part}.`])),
        roles: [role],
        'detail:position': 'In het wijkteam',
        'detail:contractForms': ['paidSpecific'],
        'detail:principles': ['clear-roles'],
        'detail:bottlenecks': ['resistance', 'load'],
        'detail:contactViaDesk': 'yes',
      })
      const page = await textOf(house, `/kennis/${slug}`)
      for (const shown of [...parts.map((part) => `Over ${part}.`), 'In het wijkteam', labelOf(role, 'nl')])
        expect(page).toContain(shown)
      for (const path of [
        '?uitgangspunt=clear-roles',
        '?knelpunt=resistance',
        '?knelpunt=load',
        '?contract=paidSpecific',
      ])
        expect(page).toContain(`href="/praktijkvoorbeelden${path}"`)
      const [, knelpunt = ''] = /href="(\/praktijkvoorbeelden\?knelpunt=load)"/.exec(page) ?? []
      expect(await textOf(house, knelpunt)).toContain('Een buurtteam')
    }),
  )

  it(
    'are narrowed by each of their fields, also together, with what was chosen in the address',
    inHouse(async (house) => {
      const example = (slug: string, more: Partial<Parameters<typeof placed>[1]>) =>
        placed(house, { slug, type: 'practiceExample', title: `Voorbeeld ${slug}`, regions: ['PV20'], ...more })
      await example('een', {
        themes: ['povertyDebt'],
        roles: [role],
        regions: ['GM0344'],
        details: {
          position: 'Staf 100% & meer',
          contractForms: ['paidSpecific'],
          principles: ['clear-roles'],
          bottlenecks: ['load'],
        },
      })
      await example('twee', {
        themes: ['homelessness'],
        details: { position: 'Wijkteam', principles: ['clear-roles'] },
      })
      await example('overal', { themes: ['youth'], regions: [] })
      await placed(house, { slug: 'anders', type: 'article', title: 'Voorbeeld anders', themes: ['povertyDebt'] })
      const found = async (query: string) => {
        const list = await textOf(house, `/praktijkvoorbeelden?${query}`)
        return ['een', 'twee', 'overal', 'anders'].filter((slug) => list.includes(`Voorbeeld ${slug}`))
      }
      expect(await found('')).toEqual(['een', 'twee', 'overal'])
      expect(await found('thema=povertyDebt')).toEqual(['een'])
      expect(await found(`rol=${role}`)).toEqual(['een'])
      // Utrecht the province holds Utrecht the municipality; what is about everywhere is about it as well.
      expect(await found('regio=PV26')).toEqual(['een', 'overal'])
      expect(await found('plek=WIJK')).toEqual(['twee'])
      expect(await found('plek=100%25')).toEqual(['een'])
      expect(await found('contract=paidSpecific')).toEqual(['een'])
      expect(await found('uitgangspunt=clear-roles')).toEqual(['een', 'twee'])
      expect(await found('knelpunt=load')).toEqual(['een'])
      expect(await found('uitgangspunt=clear-roles&thema=homelessness')).toEqual(['twee'])
      expect(await found("thema='%22--")).toEqual(['een', 'twee', 'overal'])
      const none = await textOf(house, '/praktijkvoorbeelden?uitgangspunt=clear-roles&thema=youth')
      expect(none).toContain('Niets past bij wat je koos.')
      expect(none).toMatch(/<option value="youth" selected/)
      // Only what occurs can be chosen.
      expect(none).not.toContain('value="shared-vision"')
    }),
  )

  it(
    'and all the other overviews are narrowed by what occurs in them',
    inHouse(async (house) => {
      for (const type of new Set(overviews.flatMap(({ types }) => types)))
        await placed(house, { slug: `een-${type}`.toLowerCase(), type, themes: ['povertyDebt'] })
      for (const { path, types } of overviews) {
        const one = await textOf(house, `${path}?thema=povertyDebt`)
        expect([path, types.every((type) => one.includes(`/kennis/een-${type}`.toLowerCase()))]).toEqual([path, true])
        expect(await textOf(house, `${path}?thema=youth`)).toContain('Niets past bij wat je koos.')
        expect(await textOf(house, `/en${path}?thema=youth`)).toContain('Nothing fits what you chose.')
      }
    }),
  )
})

describe('series and dossiers (A4)', () => {
  it(
    'an article has a place in one series and stands in many dossiers, where the newest of any kind comes first',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      for (const [slug, type] of [
        ['reeks', 'series'],
        ['map-een', 'dossier'],
        ['map-twee', 'dossier'],
      ] as const)
        await placed(house, { slug, type, title: `Over ${slug}` })
      const day = (n: number) => new Date(`2026-10-0${n}T10:00:00Z`)
      const { id } = await placed(house, { slug: 'deel', type: 'article', title: 'Het deel', publishedAt: day(1) })
      const tool = await placed(house, { slug: 'hulp', type: 'tool', title: 'Het hulpmiddel', publishedAt: day(2) })
      const link = (item: string, kind: string, other: string, position = '') =>
        editor.post(`/redactie/${item}/verbanden`, { kind, other, position })
      expect((await link(id, 'series', 'reeks', '1')).status).toBe(303)
      for (const dossier of ['map-een', 'map-twee']) expect((await link(id, 'dossier', dossier)).status).toBe(303)
      await link(tool.id, 'dossier', 'map-een')
      const dossier = await textOf(house, '/kennis/map-een')
      expect(dossier.indexOf('Het hulpmiddel')).toBeLessThan(dossier.indexOf('Het deel'))
      expect(dossier).toMatch(/"hasPart":\[\{[^\]]*hulp[^\]]*deel/)
      const article = await textOf(house, '/kennis/deel')
      for (const shown of ['Deel 1 van 1', 'Over reeks', 'Over map-een', 'Over map-twee', '"isPartOf":[{'])
        expect(article).toContain(shown)
    }),
  )
})

describe('the newsletter (A6)', () => {
  it(
    'asks an address and themes, waits for a yes, brings what is new in those themes, and stops with one press',
    inHouse(async (house) => {
      const visitor = house.visitor()
      const form = await visitor.get('/nieuwsbrief')
      expect((await visitor.submit(form, { email: 'lezer@voorbeeld.example', themes: ['youth'] })).status).toBe(303)
      await house.runJobs()
      const [asked] = await house.letters()
      const linkIn = (text: string, what: string) =>
        new RegExp(`/nieuwsbrief/${what}/[\\w-]+`).exec(text)?.[0] ?? `/no-${what}`
      const tuesday = async () => {
        await house.runDaily('knowledge.send-newsletter')
        await house.runJobs()
        return (await house.letters()).slice(1)
      }
      later(house, 1)
      await placed(house, { slug: 'voor-jongeren', type: 'article', title: 'Voor jongeren', themes: ['youth'] })
      await placed(house, { slug: 'over-schulden', type: 'article', title: 'Over schulden', themes: ['povertyDebt'] })
      later(house, 4)
      expect(await tuesday()).toEqual([])
      await visitor.submit(await visitor.get(linkIn(asked?.text ?? '', 'bevestigen')))
      later(house, 1)
      await placed(house, { slug: 'meer', type: 'article', title: 'Meer voor jongeren', themes: ['youth'] })
      await placed(house, { slug: 'en-meer', type: 'article', title: 'Meer over schulden', themes: ['povertyDebt'] })
      later(house, 8)
      const [letter, ...others] = await tuesday()
      expect(others).toEqual([])
      expect(letter?.text).toContain('Meer voor jongeren')
      expect(letter?.text).not.toContain('schulden')
      await visitor.post(linkIn(letter?.text ?? '', 'afmelden'), { 'List-Unsubscribe': 'One-Click' })
      later(house, 8)
      await placed(house, { slug: 'laatste', type: 'article', title: 'Het laatste', themes: ['youth'] })
      later(house, 8)
      expect(await tuesday()).toHaveLength(1)
    }),
  )
})

describe('whom to approach (A9)', () => {
  it(
    'shows of an organisation its themes and role, and no address: one writes by a form',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const form = '/redactie/contacten/bewerken'
      const sent = await editor.submit(
        await editor.get(form),
        {
          organisation: house.people.organisations.a,
          functionName: 'Team ervaringskennis',
          themes: ['povertyDebt'],
          roles: [role],
          municipalities: '',
          email: 'kantoor@partner-a.example',
          consentBy: 'Het bestuur',
          consentOn: '2026-01-05',
        },
        `action="${form}"`,
      )
      expect(sent.status).toBe(303)
      const page = await textOf(house, '/wie-benader-ik?thema=povertyDebt')
      for (const shown of [
        'Partner A',
        'Team ervaringskennis',
        withCapital(labelOf(role, 'nl')),
        'href="/wie-benader-ik/schrijven?',
      ])
        expect(page).toContain(shown)
      expect(page).not.toMatch(/partner-a\.example|mailto:|tel:/)
    }),
  )
})

describe('the research agenda (A7)', () => {
  it(
    'shows of each question where it comes from, its theme, how far it is and what answers it',
    inHouse(async (house) => {
      const { id } = await placed(house, {
        slug: 'wat-werkt',
        type: 'researchQuestion',
        title: 'Wat werkt?',
        themes: ['povertyDebt'],
        details: { questionStatus: 'answered', askedBy: 'Het lectoraat' },
      })
      await placed(house, { slug: 'studie', type: 'report', title: 'De studie' })
      const editor = await house.as('editorA')
      const { id: study } = await house.peek((tx) =>
        tx.selectFrom('square.items').select('id').where('slug', '=', 'studie').executeTakeFirstOrThrow(),
      )
      await editor.post(`/redactie/${study}/verbanden`, { kind: 'answers', other: 'wat-werkt', position: '' })
      const agenda = await textOf(house, '/onderzoeksagenda')
      for (const shown of ['Wat werkt?', 'Het lectoraat', 'Beantwoord', withCapital(labelOf('povertyDebt', 'nl'))])
        expect(agenda).toContain(shown)
      expect(await textOf(house, '/kennis/wat-werkt')).toContain('De studie')
      expect(await rowOf(house, id)).toMatchObject({ type: 'researchQuestion' })
    }),
  )

  it(
    'counts the questions of the desk that belong to one, shown from five, and keeps of none which it was',
    inHouse(async (house) => {
      const { id } = await placed(house, { slug: 'wat-werkt', type: 'researchQuestion', title: 'Wat werkt?' })
      const done = { questionStatus: 'answered' } as const
      await placed(house, { slug: 'klaar', type: 'researchQuestion', title: 'Al beantwoord', details: done })
      const desk = await house.as('coordinator')
      const shown = async () => ({
        page: /\d+ vragen gingen hierover/.exec(await textOf(house, '/kennis/wat-werkt'))?.[0],
        agenda: /\d+ vragen gingen hierover/.exec(await textOf(house, '/onderzoeksagenda'))?.[0],
        api: (await house.visitor().get('/api/v1/items/wat-werkt')).json<{ askedAtDesk: number | null }>().askedAtDesk,
      })
      const nothing = { page: undefined, agenda: undefined, api: null }
      const request = await askAndConfirm(house)
      const form = await desk.get(`/bureau/${request.id}/afronden`)
      expect(form.text).toContain('Wat werkt?')
      expect(form.text).not.toContain('Al beantwoord')
      const close = (onderzoek: string) => desk.submit(form, { tekst: 'Wij weten dit niet.', onderzoek }, 'afronden')
      expect((await close('geen-nummer')).status).toBe(422)
      expect((await close(randomUUID())).status).toBe(404)
      expect((await close(id)).status).toBe(303)
      const counted = () =>
        house.peek(
          async (tx) =>
            (await sql<{ requests: number }>`select requests from house.knowledge_desk_counts`.execute(tx)).rows,
        )
      expect(await counted()).toEqual([{ requests: 1 }])
      const proof = [...desk.cookies.values()][0] ?? ''
      const again = () => house.platform.database.house(proof, (tx) => countForResearch(tx, id, house.platform.now()))
      for (let n = 0; n < 3; n++) await again()
      expect(await shown()).toEqual(nothing)
      expect(await house.count('square.item_requests')).toBe(0)
      await again()
      const five = '5 vragen gingen hierover'
      expect(await shown()).toEqual({ page: five, agenda: five, api: 5 })
      // Other words on the square leave the number as it was.
      const editor = await house.as('editorA')
      await fillIn(editor, id, { title: 'Wat werkt echt?', type: 'researchQuestion' })
      for (const what of ['verder', 'publiceren'] as const) await press(house, editor, id, what)
      expect((await shown()).api).toBe(5)
      const stranger = [...editor.cookies.values()][0] ?? ''
      await expect(
        house.platform.database.house(stranger, (tx) => countForResearch(tx, id, house.platform.now())),
      ).rejects.toThrow(/desk/)
    }),
  )
})

describe('shelves for one kind (A8, C4, C5, D2, F4)', () => {
  it(
    'publications stand with author, year, publisher, kind, pages and where they are',
    inHouse(async (house) => {
      const details = {
        author: 'W. Vogel',
        year: 2019,
        publisher: 'De Pers',
        pages: 48,
        link: 'https://pers.example/b',
      }
      await placed(house, { slug: 'boekje', type: 'book', title: 'Aan het woord', details })
      const list = wordsOf(await textOf(house, '/publicaties'))
      for (const shown of ['Aan het woord', 'W. Vogel', '2019', 'De Pers', '48']) expect(list).toContain(shown)
      const page = await textOf(house, '/kennis/boekje')
      for (const shown of [labelOf('book', 'nl'), 'href="https://pers.example/b"', '48']) expect(page).toContain(shown)
    }),
  )

  it(
    'trainings are compared on everything that differs, at most four, without one that is first',
    inHouse(async (house) => {
      const details = {
        level: 'mbo-4',
        duration: 'een jaar',
        recognised: true,
        outcome: 'diploma',
        entry: 'eigen ervaring',
        cost: 'gratis',
        learningForm: 'blended',
      }
      for (const slug of ['a', 'b', 'c', 'd', 'e'])
        await placed(house, { slug, type: 'training', title: `Opleiding ${slug}`, regions: ['PV26'], details })
      const compared = await textOf(
        house,
        `/opleidingen/vergelijken?${['d', 'c', 'b', 'a', 'e'].map((each) => `opleiding=${each}`).join('&')}`,
      )
      for (const shown of [
        'een jaar',
        'Diploma',
        'eigen ervaring',
        'gratis',
        'Utrecht',
        'Mbo niveau 4',
        withCapital(labelOf('broad', 'nl')),
      ])
        expect(compared).toContain(shown)
      const columns = [...compared.matchAll(/<th[^>]*scope="col"[^>]*>([^<]*)</g)].map((each) => each[1])
      expect(columns.slice(1)).toEqual(['Opleiding d', 'Opleiding c', 'Opleiding b', 'Opleiding a'])
      expect((await textOf(house, '/opleidingen?niveau=mbo-4')).match(/href="\/kennis\//g)).toHaveLength(5)
    }),
  )

  it(
    'projects say who pays, how long, with whom, where, how, how far and what comes of it; then lead to the result',
    inHouse(async (house) => {
      const { id } = await placed(house, {
        slug: 'project',
        type: 'project',
        title: 'Samen onderzoeken',
        regions: ['GM0344'],
        details: {
          funder: 'Het fonds',
          startsOn: '2026-01-01',
          endsOn: '2027-01-01',
          partners: ['De Hoek'],
          method: 'Meelopen in de wijk',
          stage: 'running',
          output: 'een handreiking',
        },
      })
      const shown = ['Het fonds', '1 januari 2026', '1 januari 2027', 'De Hoek', 'een handreiking', 'Loopt', 'Utrecht']
      const list = await textOf(house, '/projecten?fase=running')
      for (const each of shown) expect(list).toContain(each)
      const page = await textOf(house, '/kennis/project')
      for (const each of [...shown, 'Meelopen in de wijk']) expect(page).toContain(each)
      const guide = await placed(house, { slug: 'handreiking', type: 'guide', title: 'De handreiking' })
      const editor = await house.as('editorA')
      await editor.post(`/redactie/${guide.id}/verbanden`, { kind: 'result-of', other: 'project', position: '' })
      expect(await textOf(house, '/kennis/project')).toContain('href="/kennis/handreiking"')
      expect(await rowOf(house, id)).toBeTruthy()
    }),
  )

  it(
    'a dilemma has what speaks for and against, leads to other items, and says at which talk it can be used',
    inHouse(async (house) => {
      const { slug, id } = await written(house, 'dilemmaItem', 'Wel of geen opleiding?', {
        'part:dilemma': 'Moet je een opleiding hebben?',
        'part:for': 'Je leert de taal.',
        'part:against': 'Je verliest je eigen taal.',
        'detail:dilemmaTopic': 'training',
        'detail:usableFor': ['moral-deliberation', 'learning-circle'],
      })
      await placed(house, { slug: 'eerder', type: 'dilemmaItem', title: 'Een ander dilemma' })
      const editor = await house.as('editorA')
      await editor.post(`/redactie/${id}/verbanden`, { kind: 'follows', other: 'eerder', position: '' })
      const page = await textOf(house, `/kennis/${slug}`)
      for (const shown of [
        'Argumenten voor',
        'Argumenten tegen',
        'Je leert de taal.',
        'Een ander dilemma',
        'Moreel beraad',
      ])
        expect(page).toContain(shown)
      expect(await textOf(house, '/dilemmas?voor=learning-circle')).toContain('Wel of geen opleiding?')
    }),
  )
})
