import { dayAt } from '../../../lib/days.ts'
import { openFetcher, type Fetched, type Fetcher } from '../../../platform/fetching/fetching.ts'
import type { Work } from '../../../platform/jobs/work.ts'
import { hadNoWayOut, outcomeOf } from './link-checks.rules.ts'
import { listToTry, noteLooks, type LinkedItem } from './link-checks.sql.ts'

// One run stays well within the quarter of an hour that a job gets, also when every link waits for its ten seconds.
const mostItems = 200
const mostLinks = 300
const hostsAtOnce = 8

const hostOf = (link: string) => URL.parse(link)?.hostname ?? ''

/** Asks every link once: hosts beside each other, the links of one host after each other, so that nobody is overrun. */
async function askAll(links: readonly string[], fetcher: Fetcher): Promise<ReadonlyMap<string, Fetched>> {
  const found = new Map<string, Fetched>()
  const hosts = [...Map.groupBy(new Set(links), hostOf).values()]
  const asker = async () => {
    for (let own = hosts.pop(); own !== undefined; own = hosts.pop())
      for (const link of own) found.set(link, await fetcher(link, { want: 'status' }))
  }
  await Promise.all(Array.from({ length: hostsAtOnce }, asker))
  return found
}

/** The items of a run: as many as have so many links together, at least one. */
function within(items: readonly LinkedItem[], most: number): readonly LinkedItem[] {
  let links = 0
  return items.filter((each, index) => (links += each.links.length) <= most || index === 0)
}

/**
 * Tries the links of the items that were not tried for longest. Nothing is asked inside a transaction. Where this machine
 * has no way out, nothing is noted: then the fault is here.
 */
export async function tryLinks(work: Work, fetcher: Fetcher): Promise<void> {
  const today = dayAt(work.now())
  const listed = await work.transaction((tx) => listToTry(tx, mostItems, today, work.now()))
  const items = within(listed, mostLinks)
  const found = await askAll(
    items.flatMap((each) => each.links),
    fetcher,
  )
  if (hadNoWayOut([...found.values()])) return
  for (const { item, links } of items) {
    const looks = links.flatMap((link) => {
      const fetched = found.get(link)
      return fetched ? [{ link, outcome: outcomeOf(fetched) }] : []
    })
    await work.transaction((tx) => noteLooks(tx, item, looks, today, work.now()))
  }
}

export const tryLinksOutside = (work: Work) => tryLinks(work, openFetcher(work.origin))
