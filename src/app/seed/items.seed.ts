import {
  acceptTraining,
  climb,
  countForResearch,
  linkItems,
  prepareOwnItem,
  pressFor,
  publishPrepared,
} from '../../rooms/knowledge/public.ts'
import { demoProposals } from '../demo/governance.ts'
import { demoExperts } from '../demo/experts.ts'
import { demoItems } from '../demo/items.ts'
import { playProposal } from './governance.seed.ts'
import type { makeDemoPeople } from './people.seed.ts'
import type { Story } from './story.ts'

/** The knowledge items of the demo network, published by its partners over the past year. @returns their ids by path word */
export async function publishItems(
  story: Story,
  cast: Awaited<ReturnType<typeof makeDemoPeople>>,
): Promise<ReadonlyMap<string, string>> {
  const { vault } = story.platform
  const made = new Map<string, string>()
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
        body: item.parts,
        details: item.details,
        regions: item.regions,
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
    made.set(item.slug, prepared)
    if (!asked) continue
    await playProposal(story, cast, asked, prepared)
    await story.asTime(item.publishedDaysAgo, (tx, now) =>
      publishPrepared(tx, vault, prepared, { slug: item.slug, publishedAt: now }, now),
    )
  }

  for (const item of demoItems)
    for (const { kind, position, to } of item.links)
      await story.asTime(1, (tx, now) =>
        linkItems(tx, vault, made.get(item.slug) ?? '', { kind, position, other: to }, now),
      )
  await pressAsExperts(story, cast)
  await countAtDesk(story, cast, made.get('wat-levert-inzet-op') ?? '')
  await story.asTime(1, (tx, now) => {
    const organisation = cast.organisationOf('collectief-ondervonden')
    return acceptTraining(
      tx,
      { slug: 'mbo-ervaringsdeskundige-armoede', organisation, on: true },
      new Set([organisation]),
      now,
    )
  })
  // The story was told in the past: where each item stands is a thing of today.
  await story.asTime(0, (tx, now) => climb(tx, null, now))
  return made
}

/** The desk closed enough questions that belong to one question for research for its number to be shown. */
async function countAtDesk(story: Story, cast: { personOf(slug: string): string }, question: string): Promise<void> {
  for (const daysAgo of [80, 66, 41, 38, 17, 9])
    await story.as(cast.personOf('joost-hellinga'), daysAgo, (tx, now) => countForResearch(tx, question, now))
}

/** Enough experts support one question for its number to be shown; two want to join a project. */
async function pressAsExperts(story: Story, cast: { personOf(slug: string): string }): Promise<void> {
  const { vault } = story.platform
  for (const [at, { person }] of demoExperts.entries()) {
    const presses = ['wat-levert-inzet-op', ...(at < 2 ? ['project-brieven-die-je-opendoet'] : [])]
    for (const slug of presses)
      await story.as(cast.personOf(person), 10 + at, (tx, now) =>
        pressFor(tx, vault, { slug, person: cast.personOf(person), on: true }, now),
      )
  }
}
