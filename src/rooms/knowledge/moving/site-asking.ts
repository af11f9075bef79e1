import { setTimeout as sleep } from 'node:timers/promises'
import type { HarvestProblem, Place, StatedDate, Taken } from '../../../lib/feeds/harvested.ts'
import { readPage } from '../../../lib/feeds/read-page.ts'
import { readRobots, type Robots } from '../../../lib/feeds/read-robots.ts'
import { readSitemap, siteOf } from '../../../lib/feeds/read-sitemap.ts'
import { normalisedLink } from '../../../lib/likeness/links.ts'
import type { Failure, Fetched, Fetcher, Refusal } from '../../../platform/fetching/fetching.ts'

/** Waits so many milliseconds. */
export type Rest = (milliseconds: number) => Promise<unknown>

/** As in our User-Agent, so that a site can have rules for us. */
const agent = 'Ervaringsplein'
const seconds = { least: 1, most: 10 } as const
const most = {
  robots: 512 * 1024,
  sitemap: 32 * 1024 * 1024,
  page: 3 * 1024 * 1024,
  sitemaps: 50,
  pages: 3_000,
} as const

/** One site that is asked no faster than it wants: once a second, or less often when it says so. */
export type PoliteSite = {
  readonly ask: Fetcher
  readonly robots: Robots
}

export type SiteProblem = HarvestProblem | Refusal | Failure | 'robots-unreachable' | 'no-sitemap' | 'status'
type Unread = {
  readonly ok: false
  readonly problem: SiteProblem
  readonly place: Place | null
  readonly detail: string
}

const unread = (problem: SiteProblem, detail: string, place: Place | null = null): Unread => ({
  ok: false,
  problem,
  place,
  detail,
})

const whyNot = (answer: Fetched): Unread | null =>
  answer.kind !== 'answered'
    ? unread(answer.why, answer.address)
    : answer.status === 200
      ? null
      : unread('status', `${answer.status} ${answer.address}`)

/** Asks a site for its rules first. A site that does not give them while it has them, is not read (RFC 9309, 2.3.1.4). */
export async function meetSite(
  address: string,
  fetcher: Fetcher,
  rest: Rest = sleep,
): Promise<({ readonly ok: true } & PoliteSite) | Unread> {
  const answer = await fetcher(new URL('/robots.txt', address).href, { mostBytes: most.robots })
  if (answer.kind === 'refused') return unread(answer.why, answer.address)
  if (answer.kind === 'failed' || answer.status >= 500)
    return unread('robots-unreachable', answer.kind === 'failed' ? answer.why : String(answer.status))
  const robots = readRobots(answer.status === 200 ? answer.body.toString() : '', agent)
  const pause = 1_000 * Math.min(seconds.most, Math.max(seconds.least, robots.pause))
  const ask: Fetcher = async (asked, wish) => {
    await rest(pause)
    return fetcher(asked, wish)
  }
  return { ok: true, robots, ask }
}

/** A page to read, and when it last changed as its site says. */
export type SitePage = { readonly address: string; readonly changed: StatedDate | null }

export type FoundPages =
  | {
      readonly ok: true
      readonly pages: readonly SitePage[]
      /** Left out because the site does not want programs there. */
      readonly forbidden: number
      /** Left out because they are files, not pages. */
      readonly files: number
      /** There are more pages than are read at once. */
      readonly cut: boolean
    }
  | Unread

const usualPlaces = ['/sitemap.xml', '/sitemap_index.xml', '/wp-sitemap.xml']
const file = /\.(?:pdf|docx?|xlsx?|pptx?|zip|jpe?g|png|gif|svg|webp|mp[34]|ics|xml|json|txt|css|js)$/i

/**
 * The pages of a site by its sitemaps. `address` is a sitemap, or any page of the site: then its robots.txt or the usual
 * places say where the sitemap is.
 */
export async function findPages(site: PoliteSite, address: string, now: Date): Promise<FoundPages> {
  const isSitemap = /\.(?:xml|gz)$|sitemap/i.test(new URL(address).pathname)
  const told = site.robots.sitemaps.flatMap((written) => URL.parse(written, address)?.href ?? [])
  const own = told.filter((each) => /^https?:/.test(each) && siteOf(each) === siteOf(address))
  const places = isSitemap ? [address] : own.length > 0 ? own : usualPlaces.map((path) => new URL(path, address).href)
  // Of the usual places the first that is there counts; what was named, counts all.
  const oneOf = !isSitemap && own.length === 0
  const waiting = [...places]
  const asked = new Set<string>()
  const pages = new Map<string, SitePage>()
  let [forbidden, files, cut] = [0, 0, false]
  let problem: Unread | null = null
  let found = false
  for (let at = waiting.shift(); at !== undefined && !cut; at = waiting.shift()) {
    if (asked.has(at)) continue
    if (asked.size >= most.sitemaps) {
      cut = true
      break
    }
    asked.add(at)
    const answer = await site.ask(at, { mostBytes: most.sitemap, milliseconds: 30_000 })
    const failure = whyNot(answer)
    if (failure !== null || answer.kind !== 'answered') {
      problem ??= failure
      continue
    }
    const read = readSitemap(answer.body, {
      address: answer.address,
      now,
      size: most.sitemap,
      ...(answer.contentType !== null && { contentType: answer.contentType }),
    })
    if (!read.ok) {
      problem ??= { ...read, detail: `${at} ${read.detail}`.trim() }
      continue
    }
    found = true
    if (oneOf) waiting.length = 0
    if (read.kind === 'parts') waiting.push(...read.addresses.map((each) => each.address))
    else
      for (const page of read.addresses) {
        const key = normalisedLink(page.address)
        if (key === null || pages.has(key)) continue
        if (file.test(new URL(page.address).pathname)) files++
        else if (!site.robots.allows(page.address)) forbidden++
        else if (pages.size >= most.pages) cut = true
        else pages.set(key, page)
      }
  }
  if (!found) return oneOf ? unread('no-sitemap', places.join(' ')) : (problem ?? unread('no-sitemap', address))
  return { ok: true, pages: [...pages.values()], forbidden, files, cut }
}

/** What a page of the site gave: a record, or why there is none. */
export type PageOutcome =
  | { readonly kind: 'read'; readonly taken: Taken }
  | { readonly kind: 'left'; readonly why: 'gone' | 'elsewhere' | 'no-page' | 'unreadable' | 'no-answer' }

/** Reads one page. Where it moved to on the same site is where it is; its first address leads to it too. */
export async function readSitePage(site: PoliteSite, page: SitePage, now: Date): Promise<PageOutcome> {
  const answer = await site.ask(page.address, { accept: 'text/html, application/xhtml+xml', mostBytes: most.page })
  if (answer.kind !== 'answered') return { kind: 'left', why: answer.why === 'too-large' ? 'unreadable' : 'no-answer' }
  if (answer.status === 404 || answer.status === 410) return { kind: 'left', why: 'gone' }
  if (answer.status !== 200) return { kind: 'left', why: 'no-answer' }
  if (siteOf(answer.address) !== siteOf(page.address)) return { kind: 'left', why: 'elsewhere' }
  if (answer.contentType !== null && !/html/.test(answer.contentType)) return { kind: 'left', why: 'no-page' }
  const read = readPage(answer.body, {
    address: answer.address,
    now,
    ...(answer.contentType !== null && { contentType: answer.contentType }),
  })
  const [taken] = read.ok ? read.records : []
  if (!taken) return { kind: 'left', why: 'unreadable' }
  const { record } = taken
  const others = [...new Set([...(record.otherLinks ?? []), page.address])].filter((each) => each !== record.link)
  return {
    kind: 'read',
    taken: {
      ...taken,
      place: { path: page.address },
      record: {
        ...record,
        ...(others.length > 0 && { otherLinks: others }),
        ...(record.changed === undefined && page.changed !== null && { changed: page.changed }),
      },
    },
  }
}
