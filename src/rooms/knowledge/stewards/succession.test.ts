import { dayAt, daysLater } from '../../../lib/days.ts'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import type { Browsing } from '../../../../test/browsing.ts'
import { sharedItem } from '../deciding/approvals.testing.ts'
import { press, rowOf } from '../knowledge.testing.ts'
import { publishOwnItem } from '../seeding.actions.ts'
import { dayField, takerField } from './succession.forms.ts'
import './succession.tables.ts'

const day = 86_400_000
const isoIn = (days: number) => daysLater(dayAt(new Date()), days)

const published = (house: RolledBackHouse, stewards: readonly string[], slug = 'kaart') =>
  house.operate((tx) =>
    publishOwnItem(
      tx,
      house.platform.vault,
      {
        slug,
        title: `Over ${slug}`,
        summary: 'Kort.',
        lang: 'nl',
        type: 'article',
        themes: ['broad'],
        roles: [],
        audiences: [],
        stewards,
        body: 'Woorden.',
        provenance: 'own',
        authors: [],
        source: null,
        checkedAt: house.platform.now(),
        publishedAt: house.platform.now(),
      },
      null,
      house.platform.now(),
    ),
  )

const successions = (house: RolledBackHouse, item: string) =>
  house.peek((tx) =>
    tx.selectFrom('knowledge_successions').selectAll().where('item_id', '=', item).orderBy('opened_at').execute(),
  )
const stewardsOf = (house: RolledBackHouse, item: string) =>
  house.peek(async (tx) => {
    const { rows } = await sql<{ slug: string }>`select o.slug from house.knowledge_item_stewards s
      join house.accounts_organisations o on o.id = s.organisation_id where s.item_id = ${item} order by 1`.execute(tx)
    return rows.map((row) => row.slug)
  })
const shown = (house: RolledBackHouse, item: string) =>
  house.peek(async (tx) => {
    const row = await tx.selectFrom('square.items').select('steward_slugs').where('id', '=', item).executeTakeFirst()
    const { rows } = await sql<{
      facets: string
    }>`select facets from square.passages where item_id = ${item} limit 1`.execute(tx)
    return [row?.steward_slugs, rows[0]?.facets.match(/ steward:\S+(?= )/g)]
  })

const stops = async (editor: Browsing, item: string, stopWhy = 'Dit past niet meer bij ons.') =>
  editor.submit(await editor.get(`/redactie/${item}/besluiten`), { stopWhy }, '/stoppen"')

const takesOver = async (
  house: RolledBackHouse,
  editor: Browsing,
  item: string,
  more: { day?: string; from?: string } = {},
) => {
  const [open] = (await successions(house, item)).filter((each) => each.outcome === null)
  const id = open?.id ?? ''
  return editor.post('/redactie/zoekt-organisatie', {
    succession: id,
    [dayField(id)]: more.day ?? isoIn(0),
    [takerField(id)]: more.from ?? house.people.organisations.b,
  })
}

const ends = async (house: RolledBackHouse, organisation: string, left: boolean) => {
  const administrator = await house.as('administrator')
  const page = await administrator.get(`/beheer/organisaties/${organisation}`)
  const changed = await administrator.submit(page, { left: left ? ['on'] : [] }, `organisaties/${organisation}"`)
  expect(changed.status).toBe(303)
  await house.runJobs()
}

describe('a steward that stops', () => {
  it(
    'is out at once when another goes on, with its reason among the decisions',
    inHouse(async (house) => {
      const { a, b } = house.people.organisations
      const { id, slug } = await published(house, [a, b])
      const editor = await house.as('editorA')
      expect((await stops(editor, id, ' ')).status).toBe(422)
      expect(await stops(editor, id)).toMatchObject({ status: 303, location: '/redactie' })
      expect(await stewardsOf(house, id)).toEqual(['partner-b'])
      expect(await shown(house, id)).toEqual([['partner-b'], [' steward:partner-b']])
      const page = await house.visitor().get(`/kennis/${slug}`)
      expect([page.text.includes('Partner A'), page.text.includes('Hiervoor zoeken we')]).toEqual([false, false])
      const other = await house.as('editorB')
      const decided = (await other.get(`/redactie/${id}/besluiten`)).text
      for (const words of ['de anderen gaan door', 'Dit past niet meer bij ons.', 'Partner A'])
        expect(decided).toContain(words)
      expect((await other.get('/redactie/zoekt-organisatie')).text).toContain('Er zoekt nu niets een organisatie')
    }),
  )

  it(
    'keeps it until another partner takes over, which every editor and the administrator can see',
    inHouse(async (house) => {
      const { id, slug } = await published(house, [house.people.organisations.a])
      const editor = await house.as('editorA')
      expect((await stops(editor, id)).location).toBe(`/redactie/${id}/besluiten`)
      expect((await stops(editor, id).catch(() => null))?.status ?? 'no form').toBe('no form')
      expect(await stewardsOf(house, id)).toEqual(['partner-a'])
      expect((await house.visitor().get(`/kennis/${slug}`)).text).toContain('Hiervoor zoeken we een organisatie')
      const other = await house.as('editorB')
      for (const who of [other, await house.as('administrator'), editor]) {
        const seen = await who.get('/redactie/zoekt-organisatie')
        for (const words of ['Over kaart', 'Partner A', 'Dit past niet meer bij ons.'])
          expect(seen.text).toContain(words)
      }
      expect((await (await house.as('expert')).get('/redactie/zoekt-organisatie')).status).toBe(403)

      expect((await takesOver(house, other, id, { from: house.people.organisations.c })).status).toBe(404)
      expect((await takesOver(house, other, id, { day: isoIn(-2) })).status).toBe(422)
      expect((await takesOver(house, other, id, { day: isoIn(200) })).status).toBe(422)
      expect((await takesOver(house, other, id, { day: 'ooit' })).status).toBe(422)
      expect((await takesOver(house, other, id)).status).toBe(303)
      expect(await stewardsOf(house, id)).toEqual(['partner-b'])
      expect(await shown(house, id)).toEqual([['partner-b'], [' steward:partner-b']])
      const page = await house.visitor().get(`/kennis/${slug}`)
      expect([page.text.includes('Partner B'), page.text.includes('Hiervoor zoeken we')]).toEqual([true, false])
      expect((await other.get(`/redactie/${id}/besluiten`)).text).toContain('overgenomen door Partner B')
      await house.runJobs()
      expect((await house.letters()).filter((letter) => letter.to === 'eva@example.org').at(-1)?.text).toContain(
        'Partner B',
      )
      expect((await takesOver(house, other, id)).status).toBe(422)
    }),
  )

  it(
    'keeps it until the day that was chosen, and no longer',
    inHouse(async (house) => {
      const { id, slug } = await published(house, [house.people.organisations.a])
      const [editor, other] = [await house.as('editorA'), await house.as('editorB')]
      await stops(editor, id)
      expect((await takesOver(house, other, id, { day: isoIn(10) })).status).toBe(303)
      expect(await stewardsOf(house, id)).toEqual(['partner-a'])
      expect((await other.get('/redactie/zoekt-organisatie')).text).toContain('Partner B, vanaf')
      expect((await takesOver(house, other, id)).status).toBe(409)
      expect((await editor.post(`/redactie/${id}/blijven`, {})).status).toBe(409)
      await house.runDaily('knowledge.carry-over')
      expect(await stewardsOf(house, id)).toEqual(['partner-a'])
      house.setClock(new Date(Date.now() + 11 * day).toISOString())
      await house.runDaily('knowledge.carry-over')
      expect(await stewardsOf(house, id)).toEqual(['partner-b'])
      expect((await house.visitor().get(`/kennis/${slug}`)).text).toContain('Partner B')
    }),
  )

  it(
    'can stay after all, and a partner that was asked to join succeeds it',
    inHouse(async (house) => {
      const { a, b } = house.people.organisations
      const { id, slug } = await published(house, [a])
      const editor = await house.as('editorA')
      await stops(editor, id)
      expect((await editor.post(`/redactie/${id}/blijven`, {})).status).toBe(303)
      expect((await house.visitor().get(`/kennis/${slug}`)).text).not.toContain('Hiervoor zoeken we')
      await stops(editor, id, 'Nu echt.')
      await house.peek((tx) =>
        sql`insert into house.knowledge_item_stewards (item_id, organisation_id, added_at) values (${id}, ${b}, now())`.execute(
          tx,
        ),
      )
      const other = await house.as('editorB')
      expect((await other.post(`/redactie/${id}/meedoen`, { organisation: b, says: 'yes' })).status).toBe(303)
      expect(await stewardsOf(house, id)).toEqual(['partner-b'])
      expect((await successions(house, id)).map((each) => each.outcome)).toEqual(['stays', 'taken'])
      expect((await shown(house, id))[0]).toEqual(['partner-b'])
    }),
  )

  it(
    'needs nobody any more when the item is taken off the square',
    inHouse(async (house) => {
      const { id } = await published(house, [house.people.organisations.a])
      const editor = await house.as('editorA')
      await stops(editor, id)
      expect((await editor.post(`/redactie/${id}/terughalen`, { why: 'Oud.' })).status).toBe(303)
      expect((await successions(house, id)).map((each) => each.outcome)).toEqual(['withdrawn'])
      expect(await house.count('square.stewards_wanted')).toBe(0)
    }),
  )
})

describe('a steward that cannot go on', () => {
  it(
    'is left out where another goes on, and succeeded where none does, when its organisation ends',
    inHouse(async (house) => {
      const { a, b } = house.people.organisations
      const alone = await published(house, [a], 'alleen')
      const shared = await published(house, [a, b], 'samen')
      await ends(house, a, true)
      expect(await stewardsOf(house, shared.id)).toEqual(['partner-b'])
      expect(await stewardsOf(house, alone.id)).toEqual(['partner-a'])
      expect((await successions(house, alone.id)).map((each) => [each.cause, each.outcome])).toEqual([['ended', null]])
      expect((await house.visitor().get('/kennis/alleen')).text).toContain('doet niet meer mee')
      expect((await (await house.as('administrator')).get('/redactie/zoekt-organisatie')).text).toContain('Over alleen')
      await ends(house, a, false)
      expect((await successions(house, alone.id)).map((each) => each.outcome)).toEqual(['stays'])
    }),
  )

  it(
    'is succeeded when its last editor is gone, and goes on when another comes',
    inHouse(async (house) => {
      const { id } = await published(house, [house.people.organisations.a])
      const administrator = await house.as('administrator')
      const person = `/beheer/mensen/${house.people.editorA.id}`
      const membership = await house.peek((tx) =>
        sql<{
          id: string
        }>`select id from house.accounts_memberships where person_id = ${house.people.editorA.id}`.execute(tx),
      )
      const gone = await administrator.submit(await administrator.get(person), {}, membership.rows[0]?.id ?? 'none')
      expect(gone.status).toBe(303)
      await house.runJobs()
      expect((await successions(house, id)).map((each) => [each.cause, each.outcome])).toEqual([['no-editor', null]])
      expect(await stewardsOf(house, id)).toEqual(['partner-a'])
    }),
  )
})

describe('an item', () => {
  it(
    'is never without a steward, whatever somebody deletes',
    inHouse(async (house) => {
      const { a, b } = house.people.organisations
      const { id } = await published(house, [a, b])
      const without = (organisation: string) =>
        house.operate(async (tx) => {
          await sql`delete from knowledge_item_stewards where item_id = ${id} and organisation_id = ${organisation}`.execute(
            tx,
          )
          await sql`set constraints all immediate`.execute(tx)
        })
      await without(a)
      await expect(without(b)).rejects.toThrow(/an item keeps a steward/)
      await expect(
        house.operate(async (tx) => {
          await sql`update knowledge_item_stewards set accepted_at = null where item_id = ${id}`.execute(tx)
          await sql`set constraints all immediate`.execute(tx)
        }),
      ).rejects.toThrow(/an item keeps a steward/)
    }),
  )

  it(
    'that is a draft cannot be left by the button',
    inHouse(async (house) => {
      const [editor, other] = [await house.as('editorA'), await house.as('editorB')]
      const id = await sharedItem(house, editor, other)
      const said = { stopFor: house.people.organisations.a, stopWhy: 'Weg ermee.' }
      expect((await editor.post(`/redactie/${id}/stoppen`, said)).status).toBe(409)
      await press(house, editor, id, 'verder')
      await press(house, editor, id, 'publiceren')
      expect((await rowOf(house, id)).state).toBe('published')
      expect(
        (await editor.post(`/redactie/${id}/stoppen`, { ...said, stopFor: house.people.organisations.b })).status,
      ).toBe(404)
      expect((await editor.post(`/redactie/${id}/stoppen`, said)).status).toBe(303)
    }),
  )
})

describe('the letter about what looks for a steward', () => {
  it(
    'goes to other partners and the administrator, once a day for all of it',
    inHouse(async (house) => {
      const { a } = house.people.organisations
      const editor = await house.as('editorA')
      for (const slug of ['een', 'twee']) await stops(editor, (await published(house, [a], slug)).id)
      await house.runDaily('knowledge.tell-of-wanted')
      await house.runDaily('knowledge.tell-of-wanted')
      const told = (await house.letters()).filter((letter) => letter.text.includes('zoekt-organisatie'))
      expect(told.map((letter) => letter.to).toSorted()).toEqual(['anna@example.org', 'joris@example.org'])
      expect(told[0]?.text).toContain('2 items')
    }),
  )
})
