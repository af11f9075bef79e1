import { climb, prepareOwnItem, publishPrepared } from '../../rooms/knowledge/public.ts'
import { demoProposals } from '../demo/governance.ts'
import { demoItems } from '../demo/items.ts'
import { playProposal } from './governance.seed.ts'
import type { makeDemoPeople } from './people.seed.ts'
import type { Story } from './story.ts'

/** The knowledge items of the demo network, published by its partners over the past year. */
export async function publishItems(story: Story, cast: Awaited<ReturnType<typeof makeDemoPeople>>): Promise<void> {
  const { vault } = story.platform
  for (const item of [...demoItems].sort((a, b) => b.publishedDaysAgo - a.publishedDaysAgo)) {
    const asked = demoProposals.find((proposal) => proposal.item === item.slug)
    const prepared = await story.asTime(asked ? asked.daysAgo + 1 : item.publishedDaysAgo, async (tx, now) => {
      const own = {
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
        provenance: item.origin === 'from-request' ? ('request' as const) : ('own' as const),
        source: item.sources.length > 0 ? { title: item.sources.join('; ') } : null,
        checkedAt: story.ago(item.checkedDaysAgo),
        publishedAt: now,
      }
      const id = await prepareOwnItem(tx, vault, own, null)
      if (!asked) await publishPrepared(tx, vault, id, own, now)
      return id
    })
    if (!asked) continue
    await playProposal(story, cast, asked, prepared)
    await story.asTime(item.publishedDaysAgo, (tx, now) =>
      publishPrepared(tx, vault, prepared, { slug: item.slug, publishedAt: now }, now),
    )
  }
  // The story was told in the past: where each item stands is a thing of today.
  await story.asTime(0, (tx, now) => climb(tx, null, now))
}
