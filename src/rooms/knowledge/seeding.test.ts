import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'
import { publishOwnItem } from './seeding.actions.ts'

describe('an item of a demo network', () => {
  it(
    'is seeded for a demo with its own path word, dates and names, and never in production',
    inHouse(async (house) => {
      const own = {
        slug: 'waar-begin-je',
        title: 'Waar begin je?',
        summary: 'Een begin.',
        lang: 'nl',
        type: 'guide',
        themes: ['broad'],
        roles: [],
        audiences: [],
        stewards: [house.people.organisations.a],
        body: 'Begin met luisteren.',
        provenance: 'request',
        authors: ['Rosa', 'Kees'],
        source: null,
        checkedAt: new Date('2026-10-01'),
        publishedAt: new Date('2026-09-01'),
      } as const
      const made = await house.operate((tx) =>
        publishOwnItem(tx, house.platform.vault, own, null, house.platform.now()),
      )
      expect(made.slug).toBe('waar-begin-je')
      const page = await house.visitor().get('/kennis/waar-begin-je')
      expect(page.text).toContain('Rosa')
      expect(page.text).toContain('1 oktober 2026')
      await house.peek((tx) => tx.updateTable('platform_installation').set({ mode: 'production' }).execute())
      await expect(
        house.operate((tx) =>
          publishOwnItem(tx, house.platform.vault, { ...own, slug: 'nog-een' }, null, house.platform.now()),
        ),
      ).rejects.toThrow('demo or test')
    }),
  )
})
