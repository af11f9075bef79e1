import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'
import { itemOf, shelve } from '../search/shelf.testing.ts'

describe('the page of an item', () => {
  it(
    'shows an item with its stewards and dates, hides the theme of violence from the history, and offers a way out',
    inHouse(async (house) => {
      await shelve(house, itemOf({ slug: 'veilig', title: 'Na huiselijk geweld', sensitive: true }))
      const seen = await house.visitor().get('/kennis/veilig')
      expect(seen.text).toContain('Partner A')
      expect(seen.text).toContain('plein-exit')
      expect(/<title>([^<]*)/.exec(seen.text)?.[1]).not.toContain('geweld')
    }),
  )

  it(
    'renders Markdown without script, frames or odd links',
    inHouse(async (house) => {
      await shelve(
        house,
        itemOf({
          slug: 'vuil',
          bodyMarkdown:
            '<script>x()</script>\n\n[klik](javascript:alert(1)) <iframe src=x></iframe> ![p](http://x/y.png)\n\n[goed](https://example.org)',
        }),
      )
      const { text } = await house.visitor().get('/kennis/vuil')
      const body = text.slice(text.indexOf('plein-prose'))
      expect(body).not.toMatch(/<script>x|href="javascript|<iframe|<img/)
      expect(body).toContain('href="https://example.org"')
    }),
  )
})
