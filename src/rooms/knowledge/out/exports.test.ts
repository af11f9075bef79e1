import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import { makeOrganisation } from '../../accounts/public.ts'
import { exportPartner, importPartner, PartnerFileRefused } from './exports.actions.ts'
import { linkItems } from '../items/item-links.actions.ts'
import { fillIn, press, rowOf } from '../knowledge.testing.ts'
import { publishOwnItem, type OwnItem } from '../seeding.actions.ts'
import '../tables.ts'

const partner = 'naasten-samen'

const publish = (house: RolledBackHouse, stewards: readonly string[], more: Partial<OwnItem> & { slug: string }) =>
  house.operate((tx) =>
    publishOwnItem(
      tx,
      house.platform.vault,
      {
        title: `Over ${more.slug}`,
        summary: 'Begin klein, betaal eerlijk.',
        lang: 'nl',
        type: 'article',
        themes: ['povertyDebt'],
        roles: [],
        audiences: [],
        stewards,
        body: '## Eerst\n\nVraag wat iemand *nodig* heeft.',
        provenance: 'own',
        authors: [],
        source: null,
        checkedAt: new Date('2026-03-01T10:00:00Z'),
        publishedAt: new Date('2026-02-01T10:00:00Z'),
        ...more,
      },
      null,
      house.platform.now(),
    ),
  )

/** Fills a square of which a partner keeps three of four items. @returns the file. */
async function fill(house: RolledBackHouse): Promise<string> {
  const { a } = house.people.organisations
  const own = await house.operate((tx) =>
    makeOrganisation(
      tx,
      {
        slug: partner,
        name: 'Naasten Samen',
        type: 'clientOrganisation',
        partner: true,
        municipality: 'GM0193',
        website: 'https://naasten.example',
      },
      house.platform.now(),
    ),
  )
  const series = await publish(house, [own], { slug: 'reeks', type: 'series' })
  const article = await publish(house, [own, a], {
    slug: 'eerste-deel',
    authors: ['Zus van Zo', 'Anja'],
    provenance: 'request',
    source: { link: 'https://example.org/boek', title: 'Een boek' },
    regions: ['GM0193'],
    writtenOn: '2019-05-01',
  })
  await publish(house, [own], {
    slug: 'dag',
    type: 'event',
    details: { startsOn: '2026-12-03', place: 'Zwolle', interactive: true },
  })
  await publish(house, [a], { slug: 'van-een-ander' })
  await house.operate((tx) =>
    linkItems(
      tx,
      house.platform.vault,
      series.id,
      { kind: 'holds', other: 'eerste-deel', position: 4 },
      house.platform.now(),
    ),
  )
  expect(article.slug).toBe('eerste-deel')
  return textOf(house)
}

const textOf = async (house: RolledBackHouse, slug = partner) =>
  (await house.operate((tx) => exportPartner(tx, house.platform.vault, slug)))?.text ?? ''

const bringIn = (house: RolledBackHouse, text: string) =>
  house.operate((tx) => importPartner(tx, house.platform.vault, text, house.platform.now()))

describe('the part of a partner', () => {
  it('goes into another square, where it can be read, and comes out as the same bytes', async () => {
    let file = ''
    await inHouse(async (house) => {
      file = await fill(house)
      expect(await textOf(house)).toBe(file)
      expect(file).not.toContain('van-een-ander')
    })()
    await inHouse(async (house) => {
      expect(await bringIn(house, file)).toEqual({ organisations: 1, items: 3 })
      expect(await textOf(house)).toBe(file)
      const page = await house.visitor().get('/kennis/eerste-deel')
      expect(page.status).toBe(200)
      expect(page.text).toContain('Zus van Zo, Anja')
      expect(page.text).toContain('<em>nodig</em>')
      expect((await house.visitor().get('/zoeken?q=nodig')).text).toContain('/kennis/eerste-deel')
      expect(await house.count('square.item_links')).toBe(1)
    })()
  })

  it(
    'is what stands on the square, also when the words have gone on in the house',
    inHouse(async (house) => {
      const { a } = house.people.organisations
      const { id } = await publish(house, [a], { slug: 'verder' })
      const slug = await house.peek((tx) =>
        tx.selectFrom('accounts_organisations').select('slug').where('id', '=', a).executeTakeFirstOrThrow(),
      )
      const before = await textOf(house, slug.slug)
      const editor = await house.as('editorA')
      await fillIn(editor, id, { title: 'Een andere titel', 'part:text': 'Nieuwe woorden.' })
      expect((await rowOf(house, id)).version).toBe(2)
      expect(await textOf(house, slug.slug)).toBe(before)
      await house.peek((tx) => tx.updateTable('knowledge_item_revisions').set({ text_sealed: null }).execute())
      const forgotten = await textOf(house, slug.slug)
      expect(forgotten).toContain('Vraag wat iemand')
      expect(forgotten).not.toContain('Nieuwe woorden')
      await press(house, editor, id, 'verder')
      await press(house, editor, id, 'publiceren')
      expect(await textOf(house, slug.slug)).toContain('Nieuwe woorden')
    }),
  )

  it(
    'is refused whole, with the line, when it is not as it was written',
    inHouse(async (house) => {
      const file = await fill(house)
      const refusal = async (text: string) => {
        const error: unknown = await bringIn(house, text).catch((thrown: unknown) => thrown)
        return error instanceof PartnerFileRefused ? [error.line, error.why] : error
      }
      const lines = file.trimEnd().split('\n')
      expect(await refusal(file)).toEqual([expect.any(Number), 'there-already'])
      expect(await refusal('{}')).toEqual([1, 'not-ours'])
      expect(await refusal('')).toEqual([1, 'not-ours'])
      expect(await refusal(lines.slice(0, -1).join('\n'))).toEqual([lines.length - 1, 'not-whole'])
      expect(await refusal(file.replace('betaal eerlijk', 'betaal niets'))).toEqual([lines.length, 'not-whole'])
      expect(await house.count('square.items')).toBe(4)
    }),
  )
})
