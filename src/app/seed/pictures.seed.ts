import sharp from 'sharp'
import { shrinkPicture } from '../../platform/pictures/shrinking.ts'
import { addPicture, proceed, publish } from '../../rooms/knowledge/public.ts'
import { demoPicture, drawingOfDuo } from '../demo/pictures.ts'
import type { makeDemoPeople } from './people.seed.ts'
import type { Story } from './story.ts'

/** An editor adds a drawing to an item that stands on the square, and publishes it anew: its second version. */
export async function drawPicture(
  story: Story,
  cast: Awaited<ReturnType<typeof makeDemoPeople>>,
  items: ReadonlyMap<string, string>,
): Promise<void> {
  const bytes = await sharp(Buffer.from(drawingOfDuo)).png().toBuffer()
  const made = await shrinkPicture({ name: 'tekening.png', bytes })
  if (made.kind === 'refused') throw new Error(`the drawing of the demo was refused: ${made.why}`)
  const { vault } = story.platform
  const { alt, maker, licence, daysAgo } = demoPicture
  const item = items.get(demoPicture.item) ?? ''
  const editor = cast.personOf(demoPicture.editor)
  const doer = { person: editor, edits: new Set([cast.organisationOf(demoPicture.organisation)]) }
  await story.as(editor, daysAgo, async (tx, now) => {
    const picture = { alt, maker, licence, people: 'none', files: made.files } as const
    await addPicture(tx, vault, item, picture, { part: 'text', version: 1 }, doer, now)
    await proceed(tx, vault, item, 2, doer, now)
    await publish(tx, vault, item, 2, now, { by: doer })
  })
}
