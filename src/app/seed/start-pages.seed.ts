import { itemsOnSquare, saveStartPage } from '../../rooms/knowledge/public.ts'
import { demoStartPages } from '../demo/start-pages.ts'
import type { makeDemoPeople } from './people.seed.ts'
import type { Story } from './story.ts'

const both = ([nl, en]: readonly [string, string]) => ({ nl, en })

/** Editors of the demo network fill the pages to begin at. */
export async function fillStartPages(story: Story, cast: Awaited<ReturnType<typeof makeDemoPeople>>): Promise<void> {
  for (const { key, by, daysAgo, reason, title, lead, sections } of demoStartPages) {
    const editor = cast.personOf(by)
    await story.as(editor, daysAgo, async (tx, now) => {
      const chosen = await Promise.all(
        sections.map(async ({ heading, sentence, items }) => {
          const found = await itemsOnSquare(tx, 'slug', items)
          if (found.length !== items.length) throw new Error(`${key}: an item of ${items.join(', ')} is not there`)
          return { heading: both(heading), sentence: both(sentence), items: found.map((item) => item.id) }
        }),
      )
      const page = { title: both(title), lead: both(lead), sections: chosen }
      await saveStartPage(tx, key, page, { version: 0, reason, by: editor }, now)
    })
  }
}
