import { randomUUID } from 'node:crypto'
import type { House } from '../../../../test/house.ts'
import { placeOnShelf, type ShelfItem } from './shelf.sql.ts'

/** An item as it stands on the shelf, invented; every time another one. */
export const itemOf = (changes: Partial<ShelfItem> = {}): ShelfItem => ({
  id: randomUUID(),
  slug: `stuk-${randomUUID().slice(0, 8)}`,
  type: 'article',
  title: 'Eerlijke beloning',
  summary: 'Wat is een eerlijke vergoeding voor wie meedenkt?',
  lang: 'nl',
  bodyMarkdown:
    '## Begin hier\n\nVraag eerst wat iemand zelf wil. Een bon is geen beloning.\n\n## Uitkering\n\nMet een uitkering kan een vergoeding gevolgen hebben.',
  stewards: [{ slug: 'partner-a', name: 'Partner A' }],
  themes: ['povertyDebt'],
  roles: [],
  audiences: [],
  authors: [],
  source: null,
  provenance: 'own',
  licence: 'CC BY 4.0',
  sensitive: false,
  writtenOn: null,
  changedAt: new Date(),
  checkedAt: new Date(),
  publishedAt: new Date(),
  version: 1,
  ...changes,
})

/** Puts items on the square, past drafts and editors. */
export const shelve = (house: House, ...items: ShelfItem[]) =>
  house.operate(async (tx) => {
    for (const item of items) await placeOnShelf(tx, item)
  })
