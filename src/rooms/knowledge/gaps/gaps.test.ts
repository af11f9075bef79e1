import { dayAt, daysLater } from '../../../lib/days.ts'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Browsing } from '../../../../test/browsing.ts'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import { fieldOfCheck } from '../freshness/checks.forms.ts'
import { openGap } from './gaps.actions.ts'
import {
  adoptionDays,
  gapState,
  pointsAtSomebody,
  stemsOf,
  vainSearch,
  whyNotAdopted,
  whyNotClosed,
} from './gaps.rules.ts'
import './gaps.tables.ts'
import { placed } from '../kinds/kinds.testing.ts'
import { press } from '../knowledge.testing.ts'
import { withdraw } from '../publishing/publishing.actions.ts'
import { retention } from '../retention.ts'

const words = {
  title: 'Hoe steun je grootouders die opvoeden?',
  why: 'Zij vallen buiten de regels voor ouders.',
  also: 'kleinkind in huis',
  themes: ['relatives'],
}

const write = (editor: Browsing, values: Record<string, string | readonly string[]> = {}) =>
  editor.post('/redactie/nog-niet/nieuw', { ...words, ...values })

/** Writes a gap by its page. @returns its id. */
const opened = async (editor: Browsing, values: Record<string, string | readonly string[]> = {}) =>
  (await write(editor, values)).location?.split('/').at(-1) ?? ''

type ApiGap = {
  slug: string
  title: string
  origin: string
  state: string
  adoption: { organisation: { slug: string; name: string }; until: string } | null
  item: { slug: string } | null
}
const gapsNow = async (house: RolledBackHouse, query = '') =>
  (await house.visitor().get(`/api/v1/gaps${query}`)).json<{ gaps: ApiGap[]; next: string | null }>()

/** The same words on as many days, each day in another order. */
const searched = (house: RolledBackHouse, days: number, same = 'zebra opvoed') =>
  house.peek(async (tx) => {
    for (let day = 0; day < days; day++)
      await sql`insert into house.knowledge_empty_searches (words, same, searched_on)
        values ('zebra opvoeden', ${same}, (house.moment() at time zone 'Europe/Amsterdam')::date - ${day}::int)`.execute(
        tx,
      )
  })

describe('the words of a search in vain', () => {
  it.each([
    ['zebra opvoeden', true],
    ['Eerlijke Beloning', false],
    ['eerlijke beloning', true],
    ['schulden na scheiding', true],
    ['jan jansen gokverslaving', false],
    ['janneke de vries', false],
    ['mevrouw bakker', false],
    ['Zeynep Yilmaz', false],
    ['kerkstraat 12', false],
    ['1011 AB', false],
    ['06 12345678', false],
    ['kim.bakker@example.org', false],
    ['123456782', false],
    ['de het een', false],
    ['x'.repeat(201), false],
  ])('‘%s’ kept: %s', (text, kept) => {
    expect(vainSearch(text) !== null).toBe(kept)
  })

  it('are the same in another order and form', () => {
    expect(vainSearch('zebra’s opvoeden')?.same).toBe(vainSearch('Opvoeden van de zebra')?.same)
    expect(stemsOf('de zebra')).toEqual(stemsOf('zebra'))
    expect(pointsAtSomebody('peer support')).toBe(false)
  })
})

describe('the rules of a gap', () => {
  it.each([
    [{ closed: false, adoptedBy: null }, null, null],
    [{ closed: false, adoptedBy: 'a' }, 'gap-adopted', null],
    [{ closed: false, adoptedBy: 'b' }, 'gap-adopted', 'gap-adopted'],
    [{ closed: true, adoptedBy: null }, 'gap-closed', 'gap-closed'],
  ])('%o: adopting %s, closing by an editor of a %s', (gap, adopting, closing) => {
    expect(whyNotAdopted(gap)).toBe(adopting)
    expect(whyNotClosed(gap, new Set(['a']))).toBe(closing)
  })

  it('a promise is for tomorrow at the earliest and two years at most', () => {
    expect(adoptionDays('2026-11-22')).toEqual({ first: '2026-11-23', last: '2028-11-21' })
  })

  it.each([
    [true, 'Partner A', false, 'closed'],
    [false, 'Partner A', false, 'adopted'],
    [false, 'Partner A', true, 'lapsed'],
    [false, null, false, 'open'],
  ])('closed %s, adopter %s, lapsed %s: %s', (closed, adopter, lapsed, state) => {
    expect(gapState({ closed, adopter, lapsed })).toBe(state)
  })
})

describe('searches in vain', () => {
  it(
    'are offered to an editor from the fifth day on, and to nobody else',
    inHouse(async (house) => {
      await searched(house, 4)
      const editor = await house.as('editorA')
      expect((await editor.get('/redactie/nog-niet')).text).not.toContain('zebra')
      await house.peek((tx) =>
        sql`insert into house.knowledge_empty_searches (words, same, searched_on)
          select 'opvoeden zebra', 'zebra opvoed', searched_on from house.knowledge_empty_searches limit 1`.execute(tx),
      )
      expect((await editor.get('/redactie/nog-niet')).text, 'twice on one day').not.toContain('zebra')
      await searched(house, 5)
      expect((await editor.get('/redactie/nog-niet')).text).toContain('zebra opvoeden')
      expect((await (await house.as('coordinator')).get('/redactie/nog-niet')).status).toBe(403)
      const offered = (as: 'coordinator' | 'editorA') =>
        house
          .as(as)
          .then((person) =>
            house.platform.database.house([...person.cookies.values()][0] ?? '', (tx) =>
              sql`select * from house.knowledge_repeated_searches()`.execute(tx),
            ),
          )
      expect((await offered('editorA')).rows).toHaveLength(1)
      expect((await offered('coordinator')).rows).toEqual([])
    }),
  )

  it(
    'are kept by the page of the search, the same in any order',
    inHouse(async (house) => {
      await house.visitor().get('/zoeken?q=zebra+opvoeden')
      await house.visitor().get('/zoeken?q=opvoeden+zebra%27s')
      await house.visitor().get('/zoeken?q=jan+jansen+zebra')
      const { rows } = await house.peek((tx) =>
        sql<{ same: string }>`select distinct same from house.knowledge_empty_searches`.execute(tx),
      )
      expect(rows).toHaveLength(1)
    }),
  )

  it(
    'are laid aside, or written as a gap, and not offered again',
    inHouse(async (house) => {
      await searched(house, 5)
      await searched(house, 6, 'giraf')
      const editor = await house.as('editorA')
      await editor.submit(await editor.get('/redactie/nog-niet'), {}, 'value="giraf"')
      expect(await house.count('square.gaps')).toBe(0)
      const form = await editor.get('/redactie/nog-niet/nieuw?gezocht=zebra+opvoed')
      expect(form.text).toContain('Wat er binnenkwam: zebra opvoeden')
      await editor.submit(form, { ...words, also: 'zebra in huis' }, 'action="/redactie/nog-niet/nieuw"')
      expect((await gapsNow(house)).gaps.map((gap) => gap.origin)).toEqual(['searches'])
      expect((await editor.get('/redactie/nog-niet')).text).not.toMatch(/value="(zebra opvoed|giraf)"/)
    }),
  )

  it(
    'are gone after 90 days',
    inHouse(async (house) => {
      await searched(house, 5)
      const rule = retention.find((each) => each.name === 'knowledge.empty-searches')
      const goneIn = (days: number) =>
        house.operate(
          (tx) =>
            rule?.run(tx, new Date(house.platform.now().getTime() + days * 86_400_000), false) ?? Promise.resolve(-1),
        )
      expect(await goneIn(85)).toBe(0)
      expect(await goneIn(91)).toBe(5)
      expect(await house.count('house.knowledge_empty_searches')).toBe(0)
    }),
  )
})

describe('a stale item that nobody answers for', () => {
  const month = 30
  /** A funding source of partner A that is to be checked every half year. */
  const source = (house: RolledBackHouse) =>
    placed(house, { slug: 'oude-pot', type: 'fundingSource', title: 'De oude pot' })
  const later = async (house: RolledBackHouse, days: number) => {
    house.setClock(new Date(house.platform.now().getTime() + days * 86_400_000).toISOString())
    await house.runDaily('knowledge.climb-ladder')
    await house.runDaily('knowledge.ask-for-checks')
    await house.runJobs()
  }
  const offers = async (house: RolledBackHouse) =>
    (await (await house.as('editorB')).get('/redactie/nog-niet')).text.includes('De oude pot')

  it(
    'is offered to editors of any partner after four weeks without an answer, and becomes a gap that leads to it',
    inHouse(async (house) => {
      const { id } = await source(house)
      await later(house, 7 * month)
      expect(await offers(house)).toBe(false)
      await later(house, 4 * month)
      expect(await offers(house)).toBe(true)

      const editor = await house.as('editorB')
      const page = await editor.get('/redactie/nog-niet')
      expect(page.text).toContain('Verouderd, en niemand antwoordt')
      const form = await editor.get(`/redactie/nog-niet/nieuw?stuk=${id}`)
      expect(form.text).toContain('Wat er binnenkwam: De oude pot')
      const made = await editor.submit(
        form,
        { ...words, title: 'Welke pot is er nu?' },
        'action="/redactie/nog-niet/nieuw"',
      )
      expect(made.status).toBe(303)
      expect((await gapsNow(house)).gaps).toMatchObject([{ origin: 'stale-item', state: 'open', item: null }])
      const shown = (await house.visitor().get('/wat-we-nog-niet-weten/welke-pot-is-er-nu')).text
      expect(shown).toContain('verouderd en niemand kijkt het na')
      expect(shown).toContain('href="/kennis/oude-pot"')
      expect(await offers(house)).toBe(false)
      expect((await write(editor, { title: 'Welke pot nog meer?', stuk: id })).status).toBe(404)

      // What is stale closes nothing; once it was checked it does.
      const gap = made.location ?? ''
      expect((await editor.post(`${gap}/sluiten`, { item: 'oude-pot' })).status).toBe(409)
      const keeper = await house.as('editorA')
      await press(house, keeper, id, 'nagekeken')
      expect((await editor.post(`${gap}/sluiten`, { item: 'oude-pot' })).status).toBe(303)
    }),
  )

  it(
    'is not offered when a steward answered, and at once when the last one says that it is not theirs',
    inHouse(async (house) => {
      const { id } = await source(house)
      await later(house, 7 * month)
      const keeper = await house.as('editorA')
      const answer = (says: string) =>
        house.as('editorA').then(async (editor) =>
          editor.submit(await editor.get('/redactie/nakijken'), {
            [fieldOfCheck({ item: id, organisation: house.people.organisations.a })]: says,
          }),
        )
      await answer('needs-work')
      await later(house, 4 * month)
      expect((await keeper.get('/kennis/oude-pot')).text).toContain('Misschien verouderd')
      // A letter of after the answer waits for its own four weeks.
      await later(house, 20)
      expect(await offers(house)).toBe(false)
      await answer('not-ours')
      expect(await offers(house)).toBe(true)
      // Readers, the desk and experts see nothing of it.
      for (const who of ['coordinator', 'expert'] as const)
        expect((await (await house.as(who)).get('/redactie/nog-niet')).status).toBe(403)
    }),
  )
})

describe('a gap', () => {
  it(
    'is adopted, delivered and closed with an item, as the API tells, and opens again when the item goes',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const id = await opened(editor)
      expect((await gapsNow(house)).gaps).toMatchObject([
        { state: 'open', origin: 'editor', adoption: null, item: null },
      ])

      const until = daysLater(dayAt(house.platform.now()), 30)
      await editor.submit(
        await editor.get(`/redactie/nog-niet/${id}`),
        { organisation: house.people.organisations.a, until },
        'oppakken',
      )
      expect((await gapsNow(house)).gaps).toMatchObject([
        { state: 'adopted', adoption: { organisation: { name: 'Partner A' }, until } },
      ])
      expect((await house.visitor().get('/wat-we-nog-niet-weten')).text).toContain('Partner A werkt eraan')

      const item = await placed(house, { slug: 'grootouders', type: 'article' })
      const other = await house.as('editorB')
      expect((await other.post(`/redactie/nog-niet/${id}/sluiten`, { item: 'grootouders' })).status).toBe(409)
      expect((await editor.post(`/redactie/nog-niet/${id}/sluiten`, { item: 'is-er-niet' })).status).toBe(422)
      await editor.submit(
        await editor.get(`/redactie/nog-niet/${id}`),
        { item: 'https://x.nl/kennis/grootouders' },
        'sluiten',
      )
      expect((await gapsNow(house, '?state=closed')).gaps).toMatchObject([
        { state: 'closed', adoption: null, item: { slug: 'grootouders' } },
      ])
      const slug = (await gapsNow(house)).gaps[0]?.slug ?? ''
      expect((await house.visitor().get(`/wat-we-nog-niet-weten/${slug}`)).text).toContain('/kennis/grootouders')

      await house.operate((tx) => withdraw(tx, house.platform.vault, item.id, 'klopt niet meer', house.platform.now()))
      expect((await gapsNow(house)).gaps).toMatchObject([{ state: 'open', item: null }])
      await house.runJobs()
      const kept = await house.peek((tx) => tx.selectFrom('knowledge_gaps').selectAll().executeTakeFirstOrThrow())
      expect([kept.item_id, kept.closed_at]).toEqual([null, null])
      const { rows } = await house.peek((tx) =>
        sql<{ event: string }>`select event from house.platform_diary where subject = ${id} order by id`.execute(tx),
      )
      expect(rows.map((row) => row.event.replace('knowledge.gap-', ''))).toEqual([
        'opened',
        'adopted',
        'closed',
        'reopened',
      ])
    }),
  )

  it(
    'is adopted by one organisation at a time, of the editor’s own, and given back by that one',
    inHouse(async (house) => {
      const [editor, other] = [await house.as('editorA'), await house.as('editorB')]
      const id = await opened(editor)
      const { a, b } = house.people.organisations
      const until = daysLater(dayAt(house.platform.now()), 5)
      const adopt = (who: Browsing, organisation: string, day = until) =>
        who.post(`/redactie/nog-niet/${id}/oppakken`, { organisation, until: day })
      expect((await adopt(editor, b)).status).toBe(404)
      expect((await adopt(editor, a, '2020-01-01')).status).toBe(422)
      expect((await adopt(editor, a)).status).toBe(303)
      expect((await adopt(other, b)).status).toBe(409)
      expect((await other.post(`/redactie/nog-niet/${id}/teruggeven`)).status).toBe(409)
      expect((await editor.post(`/redactie/nog-niet/${id}/teruggeven`)).status).toBe(303)
      expect((await adopt(other, b)).status).toBe(303)
      expect((await gapsNow(house)).gaps[0]?.adoption?.organisation.name).toBe('Partner B')
    }),
  )

  it(
    'says openly that a promise ran out, tells the editors once, and can be adopted anew',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const id = await opened(editor)
      const { a } = house.people.organisations
      const inDays = (days: number) => daysLater(dayAt(house.platform.now()), days)
      await editor.post(`/redactie/nog-niet/${id}/oppakken`, { organisation: a, until: inDays(2) })
      await house.runDaily('knowledge.lapse-gap-adoptions')
      expect((await gapsNow(house)).gaps[0]?.state).toBe('adopted')
      house.setClock(new Date(house.platform.now().getTime() + 4 * 86_400_000).toISOString())
      await house.runDaily('knowledge.lapse-gap-adoptions')
      await house.runDaily('knowledge.lapse-gap-adoptions')
      await house.runJobs()
      expect((await gapsNow(house)).gaps[0]).toMatchObject({
        state: 'lapsed',
        adoption: { organisation: { name: 'Partner A' } },
      })
      expect((await house.visitor().get('/wat-we-nog-niet-weten')).text).toContain('Die dag is voorbij')
      expect((await house.letters()).filter((letter) => letter.text.includes(`/redactie/nog-niet/${id}`))).toHaveLength(
        1,
      )
      const again = await house.as('editorA')
      await again.post(`/redactie/nog-niet/${id}/oppakken`, { organisation: a, until: inDays(9) })
      expect((await gapsNow(house)).gaps[0]?.state).toBe('adopted')
    }),
  )

  it(
    'is closed by what stands on the square only, whoever bypasses the code',
    inHouse(async (house) => {
      const id = await opened(await house.as('editorA'))
      const close = (item: string) =>
        house.peek((tx) =>
          sql`update house.knowledge_gaps set item_id = ${item}::uuid, closed_at = now() where id = ${id}::uuid`.execute(
            tx,
          ),
        )
      await expect(close(randomUUID())).rejects.toThrow(/square/)
    }),
  )

  it(
    'names nobody, and keeps what was typed',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const seen = await write(editor, { why: 'Vraag het aan mevrouw Bakker.' })
      expect(seen.status).toBe(422)
      expect(seen.text).toContain('Vraag het aan mevrouw Bakker.')
      expect((await write(editor, { themes: [] })).status).toBe(422)
      // The form says so to who types; the action says so to whoever writes a gap in another way.
      for (const somebody of [
        { title: 'Wat deed Jan Jansen?' },
        { why: 'Bel 06-12345678.' },
        { also: 'kim@example.org' },
      ])
        await expect(
          house.operate((tx) => openGap(tx, { ...words, ...somebody }, { kind: 'editor' }, house.platform.now())),
        ).rejects.toMatchObject({ problem: 'gap-names-somebody' })
      expect(await house.count('house.knowledge_gaps')).toBe(0)
    }),
  )

  it(
    'is reworded, and found by its new words',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const id = await opened(editor)
      const known = async (query: string) => (await house.visitor().get(`/zoeken?q=${query}`)).text
      expect(await known('grootouder+steunen')).toContain('/wat-we-nog-niet-weten/hoe-steun-je-grootouders')
      expect(await known('grootouder+zebra')).not.toContain('/wat-we-nog-niet-weten/hoe')
      await editor.submit(
        await editor.get(`/redactie/nog-niet/${id}`),
        { also: 'zebra' },
        `action="/redactie/nog-niet/${id}"`,
      )
      const page = await known('grootouder+zebra')
      expect(page).toContain('/wat-we-nog-niet-weten/hoe-steun-je-grootouders')
      expect(page).toContain('/vraag?q=grootouder%20zebra')
    }),
  )

  it(
    'is paged and narrowed in the API; what it does not know it refuses',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      for (const title of ['Eerste vraag hier', 'Tweede vraag hier', 'Derde vraag hier'])
        await write(editor, { title, themes: title.startsWith('Eerste') ? ['youth'] : ['stigma'] })
      const first = await gapsNow(house, '?pageSize=2')
      expect(first.gaps).toHaveLength(2)
      const rest = await gapsNow(house, new URL(first.next ?? '').search)
      expect([rest.gaps.length, rest.next]).toEqual([1, null])
      expect((await gapsNow(house, '?theme=youth')).gaps.map((gap) => gap.title)).toEqual(['Eerste vraag hier'])
      expect((await house.visitor().get('/api/v1/gaps?kleur=rood')).status).toBe(400)
    }),
  )
})
