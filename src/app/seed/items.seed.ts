import { publishOwnItem } from '../../rooms/knowledge/public.ts'
import { demoItems } from '../demo/items.ts'
import type { makeDemoPeople } from './people.seed.ts'
import type { Story } from './story.ts'

/** The knowledge items of the demo network, published by its partners over the past year. */
export async function publishItems(story: Story, cast: Awaited<ReturnType<typeof makeDemoPeople>>): Promise<void> {
  const { vault } = story.platform
  for (const item of [...demoItems].sort((a, b) => b.publishedDaysAgo - a.publishedDaysAgo))
    await story.asTime(item.publishedDaysAgo, (tx, now) =>
      publishOwnItem(
        tx,
        vault,
        {
          slug: item.slug,
          title: item.title,
          summary: item.summary,
          lang: item.lang,
          type: item.type,
          themes: item.themes,
          roles: item.roles,
          audiences: item.audiences,
          body: item.body,
          authors: item.authors,
          stewards: item.stewards.map(cast.organisationOf),
          provenance: item.origin === 'from-request' ? 'request' : 'own',
          source: item.sources.length > 0 ? { title: item.sources.join('; ') } : null,
          checkedAt: story.ago(item.checkedDaysAgo),
          publishedAt: now,
        },
        null,
        now,
      ),
    )
}
