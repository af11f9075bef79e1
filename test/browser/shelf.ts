import { climb, publishOwnItem } from '../../src/rooms/knowledge/public.ts'
import type { Stage } from './stage.ts'

type Own = Parameters<typeof publishOwnItem>[2]

/** Lays an item of partner A on the square, as finished as it needs to be. @returns its address. */
export async function layOnSquare(
  stage: Stage,
  item: Partial<Own> & Pick<Own, 'slug' | 'title'>,
  now: Date = stage.platform.now(),
): Promise<string> {
  await stage.operate(async (tx) => {
    await publishOwnItem(
      tx,
      stage.platform.vault,
      {
        summary: 'Kort en goed.',
        lang: 'nl',
        type: 'article',
        themes: [],
        roles: [],
        audiences: [],
        stewards: [stage.people.organisations.a],
        body: 'De tekst.',
        provenance: 'own',
        authors: [],
        source: null,
        checkedAt: now,
        publishedAt: now,
        ...item,
      },
      null,
      now,
    )
    await climb(tx, null, now)
  })
  return `/kennis/${item.slug}`
}
