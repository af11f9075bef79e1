import { expect } from 'vitest'
import type { RolledBackHouse } from '../../../../test/house.ts'
import type { Fields } from '../../../../test/browsing.ts'
import { isAboutExperts } from '../deciding/about-experts.rules.ts'
import { fillIn, press, rowOf } from '../knowledge.testing.ts'
import { acceptedBySeats } from '../deciding/seats.testing.ts'
import { publishOwnItem, type OwnItem } from '../seeding.actions.ts'

/** Writes an item of a kind by its forms, as the editor of A, and publishes it. @returns its path word and its id. */
export async function written(house: RolledBackHouse, type: string, title: string, values: Fields) {
  const editor = await house.as('editorA')
  const made = await editor.submit(await editor.get('/redactie/nieuw'), { title, type })
  const id = made.location?.split('/').at(-1) ?? ''
  const saved = await fillIn(editor, id, { title, type, themes: ['broad'], ...values })
  expect([saved.status, saved.text.slice(0, 0)]).toEqual([303, ''])
  expect((await press(house, editor, id, 'verder')).status).toBe(303)
  if (isAboutExperts({ type, roles: [] })) await acceptedBySeats(house, id)
  expect((await press(house, editor, id, 'publiceren')).status).toBe(303)
  return { id, editor, slug: (await rowOf(house, id)).slug ?? '' }
}

/** Puts an item on the square of which only the kind and what is given matters. */
export const placed = (house: RolledBackHouse, more: Partial<OwnItem> & { slug: string; type: string }) =>
  house.operate((tx) =>
    publishOwnItem(
      tx,
      house.platform.vault,
      {
        title: `Titel van ${more.slug}`,
        summary: 'Kort.',
        lang: 'nl',
        themes: ['broad'],
        roles: [],
        audiences: [],
        stewards: [house.people.organisations.a],
        body: 'De tekst.',
        provenance: 'own',
        authors: [],
        source: null,
        checkedAt: house.platform.now(),
        publishedAt: house.platform.now(),
        ...more,
      },
      null,
      house.platform.now(),
    ),
  )
