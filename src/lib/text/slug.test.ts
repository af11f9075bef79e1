import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugOf } from './slug.ts'

describe('a word for an address', () => {
  it.each([
    ['Cliëntenraad ’t Gooi', 60, 'clientenraad-t-gooi'],
    ['  --Één & twee--  ', 60, 'een-twee'],
    ['ﬁnanciën', 60, 'financien'],
    ['een twee', 4, 'een'],
    ['een twee', 5, 'een-t'],
    ['日本', 60, ''],
    ['', 60, ''],
  ])('%j, at most %i: %j', (text, most, slug) => expect(slugOf(text, most)).toBe(slug))

  it('is letters, digits and single hyphens between them, and stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 80 }), (text, most) => {
        const slug = slugOf(text, most)
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
        expect(slug.length).toBeLessThanOrEqual(most)
        expect(slugOf(slug, most)).toBe(slug)
      }),
    )
  })
})
