import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'
import { placed } from '../kinds/kinds.testing.ts'
import { press, versionOf } from '../knowledge.testing.ts'

const places = (text: string, ...words: readonly string[]) => words.map((word) => text.indexOf(word))
const ascending = (numbers: readonly number[]) => numbers.every((n, at) => n >= 0 && n > (numbers[at - 1] ?? -1))

describe('what belongs together', () => {
  it(
    'is a series in its order, with the place of each article on its own page',
    inHouse(async (house) => {
      const series = await placed(house, { slug: 'drie-velden', type: 'series', title: 'Drie velden' })
      for (const [slug, title] of [
        ['een', 'Over onderzoek'],
        ['twee', 'Over beleid'],
        ['drie', 'Over steun'],
      ] as const)
        await placed(house, { slug, type: 'article', title })
      const editor = await house.as('editorA')
      const form = `/redactie/${series.id}/verbanden`
      // The third one is put in first, with its number; the others follow.
      for (const [other, position] of [
        ['http://localhost:3000/kennis/drie', '3'],
        ['een', '1'],
        ['/kennis/twee/', '2'],
      ] as const)
        expect(
          (await editor.submit(await editor.get(form), { kind: 'holds', other, position }, `action="${form}"`)).status,
        ).toBe(303)
      // What programs read stands in the head, and names the parts as well.
      const whole = (await house.visitor().get('/kennis/drie-velden')).text
      const page = whole.slice(whole.indexOf('<main'))
      expect(
        ascending(
          places(page, 'Deel 1 van 3', 'Over onderzoek', 'Deel 2 van 3', 'Over beleid', 'Deel 3 van 3', 'Over steun'),
        ),
      ).toBe(true)
      const second = (await house.visitor().get('/kennis/twee')).text
      for (const word of ['Deel 2 van 3', 'Drie velden', 'Over onderzoek', 'Over steun']) expect(second).toContain(word)
      const api = (await house.visitor().get('/api/v1/items/drie-velden')).json<{ links: { to: { slug: string }[] } }>()
      expect(api.links.to.map(({ slug }) => slug)).toEqual(['een', 'twee', 'drie'])

      await placed(house, { slug: 'andere-serie', type: 'series' })
      const article = (await placed(house, { slug: 'vier', type: 'article' })).id
      const link = (id: string, fields: Record<string, string>) => editor.post(`/redactie/${id}/verbanden`, fields)
      expect((await link(article, { kind: 'series', other: 'drie-velden', position: '2' })).status).toBe(409)
      expect((await link(article, { kind: 'series', other: 'drie-velden' })).status).toBe(303)
      // One series at most.
      expect((await link(article, { kind: 'series', other: 'andere-serie' })).status).toBe(409)
      expect((await house.visitor().get('/kennis/vier')).text).toContain('Deel 4 van 4')
    }),
  )

  it(
    'is a dossier of several kinds, the newest first, and an item stands in many',
    inHouse(async (house) => {
      const day = (n: number) => new Date(`2026-0${n}-01T00:00:00Z`)
      await placed(house, { slug: 'd1', type: 'dossier', title: 'Dossier een' })
      await placed(house, { slug: 'd2', type: 'dossier', title: 'Dossier twee' })
      const editor = await house.as('editorA')
      for (const [slug, type, month] of [
        ['oud', 'article', 1],
        ['nieuw', 'report', 3],
        ['midden', 'tool', 2],
      ] as const) {
        const { id } = await placed(house, { slug, type, title: `Stuk ${slug}`, publishedAt: day(month) })
        for (const other of ['d1', 'd2'])
          expect((await editor.post(`/redactie/${id}/verbanden`, { kind: 'dossier', other })).status).toBe(303)
      }
      const page = (await house.visitor().get('/kennis/d1')).text
      expect(ascending(places(page, 'Stuk nieuw', 'Stuk midden', 'Stuk oud'))).toBe(true)
      const own = (await house.visitor().get('/kennis/oud')).text
      expect(own).toContain('Dossier een')
      expect(own).toContain('Dossier twee')
    }),
  )

  it(
    'is shown both ways: the answer to a question, the report of an event, what a project brought, a newer version',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const pairs = [
        ['answers', 'report', 'researchQuestion', 'Geeft antwoord op', 'Wat hier antwoord op geeft'],
        ['report-of', 'eventReport', 'event', 'Is het verslag van', 'Verslag'],
        ['result-of', 'guide', 'project', 'Komt voort uit', 'Wat het opleverde'],
        ['replaces', 'guide', 'guide', 'Komt in de plaats van', 'Er is een nieuwere versie'],
        ['follows', 'article', 'interview', 'Is een vervolg op', 'Het vervolg'],
      ] as const
      for (const [kind, fromType, toType, there, back] of pairs) {
        const from = await placed(house, { slug: `van-${kind}`, type: fromType })
        await placed(house, { slug: `naar-${kind}`, type: toType })
        expect((await editor.post(`/redactie/${from.id}/verbanden`, { kind, other: `naar-${kind}` })).status).toBe(303)
        const one = (await house.visitor().get(`/kennis/van-${kind}`)).text
        const other = (await house.visitor().get(`/kennis/naar-${kind}`)).text
        expect(one).toContain(there)
        expect(one).toContain(`Titel van naar-${kind}`)
        expect(other).toContain(`>${back}</h3>`)
        expect(other).toContain(`Titel van van-${kind}`)
      }
    }),
  )

  it(
    'goes with an item that leaves the square, comes back with it, and can be taken away',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const from = await placed(house, { slug: 'antwoord', type: 'report' })
      await placed(house, { slug: 'vraag', type: 'researchQuestion' })
      const form = `/redactie/${from.id}/verbanden`
      await editor.post(form, { kind: 'answers', other: 'vraag' })
      const shown = async () => (await house.visitor().get('/kennis/vraag')).text.includes('Titel van antwoord')
      expect(await shown()).toBe(true)
      await editor.post(`/redactie/${from.id}/terughalen`, { why: 'Het klopt niet meer.' })
      expect(await shown()).toBe(false)
      expect(await house.count('square.item_links')).toBe(0)

      await editor.submit(
        await editor.get(`/redactie/${from.id}`),
        { summary: 'Beter.' },
        `action="/redactie/${from.id}"`,
      )
      expect((await press(house, editor, from.id, 'verder')).status).toBe(303)
      expect((await press(house, editor, from.id, 'publiceren')).status).toBe(303)
      expect(await shown()).toBe(true)

      const seen = await editor.get(form)
      expect((await editor.submit(seen, {}, `action="${form}/weg"`)).status).toBe(303)
      expect(await shown()).toBe(false)
      expect((await editor.get(form)).text).toContain('Er zijn nog geen verbanden.')
      expect(await versionOf(house, from.id)).toBe(2)
    }),
  )

  it(
    'is refused when it does not fit, is not there, or the item is of another partner',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const { id } = await placed(house, { slug: 'stuk', type: 'article' })
      await placed(house, { slug: 'ander', type: 'article', stewards: [house.people.organisations.b] })
      const link = (fields: Record<string, string>, who = editor) => who.post(`/redactie/${id}/verbanden`, fields)
      expect((await link({ kind: 'answers', other: 'ander' })).status).toBe(422)
      expect((await link({ kind: 'follows', other: 'stuk' })).status).toBe(422)
      const missing = await link({ kind: 'follows', other: 'bestaat-niet' })
      expect(missing.status).toBe(422)
      expect(missing.text).toContain('bestaat-niet')
      expect((await link({ kind: 'follows', other: 'ander', position: 'x' })).status).toBe(422)
      expect((await link({ kind: 'follows', other: 'ander' }, await house.as('editorB'))).status).toBe(404)
      expect(await house.count('knowledge_item_links')).toBe(0)
      // Another partner's item can be pointed at; that changes nothing of theirs.
      expect((await link({ kind: 'follows', other: 'ander' })).status).toBe(303)
    }),
  )
})
