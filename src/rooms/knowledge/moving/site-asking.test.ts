import { createServer, type RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openFetcher } from '../../../platform/fetching/fetching.ts'
import { findPages, meetSite, readSitePage, type PoliteSite } from './site-asking.ts'

// A site of our own. What it answers is set by each test; everything else is not there.
let answers: Record<string, RequestListener> = {}
const asked: { readonly path: string; readonly agent: string }[] = []
const server = createServer((ask, answer) => {
  const path = ask.url ?? ''
  asked.push({ path, agent: String(ask.headers['user-agent']) })
  const say = answers[path]
  if (say) say(ask, answer)
  else answer.writeHead(404).end()
})
let port = 0
beforeAll(
  () =>
    new Promise<void>((done) =>
      server.listen(0, '127.0.0.1', () => {
        const at = server.address()
        port = typeof at === 'object' && at !== null ? at.port : 0
        done()
      }),
    ),
)
afterAll(() => void server.close())
beforeEach(() => {
  answers = {}
  asked.length = 0
  rested.length = 0
})

const now = new Date('2026-11-22T12:00:00Z')
const rested: number[] = []
const at = (path: string) => `http://127.0.0.1:${port}${path}`
const fetcher = () => openFetcher('https://plein.example', { loopbackPorts: [port] })
const meet = (address = at('/')) =>
  meetSite(address, fetcher(), async (milliseconds) => {
    rested.push(milliseconds)
  })
const met = async (): Promise<PoliteSite> => {
  const site = await meet()
  if (!site.ok) throw new Error(site.problem)
  return site
}
const text =
  (body: string | Buffer, type = 'text/xml', status = 200): RequestListener =>
  (_, answer) =>
    answer.writeHead(status, { 'content-type': type }).end(body)
const urlset = (...paths: string[]) =>
  text(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path) => `<url><loc>${at(path)}</loc><lastmod>2024-05-06</lastmod></url>`).join('')}</urlset>`,
  )
const index = (...paths: string[]) =>
  text(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path) => `<sitemap><loc>${at(path)}</loc></sitemap>`).join('')}</sitemapindex>`,
  )
const page = (body: string, head = '') =>
  text(`<html lang="nl"><head>${head}</head><body>${body}</body></html>`, 'text/html; charset=utf-8')
const pathsOf = async (site: PoliteSite, address = at('/')) => {
  const found = await findPages(site, address, now)
  return found.ok ? found.pages.map((each) => new URL(each.address).pathname) : found.problem
}

describe('a site that moves in', () => {
  it('is asked for its rules first, once a second, by name', async () => {
    answers = { '/sitemap.xml': urlset('/a', '/b') }
    const site = await met()
    await findPages(site, at('/'), now)
    await readSitePage(site, { address: at('/a'), changed: null }, now)
    expect(asked.map((each) => each.path)).toEqual(['/robots.txt', '/sitemap.xml', '/a'])
    expect(asked[0]?.agent).toBe('Ervaringsplein (+https://plein.example/over)')
    expect(rested).toEqual([1_000, 1_000])
  })

  it.each([
    ['Crawl-delay: 4', 4_000],
    ['Crawl-delay: 0.1', 1_000],
    ['Crawl-delay: 86400', 10_000],
  ])('that says “%s” waits %i milliseconds', async (line, pause) => {
    answers = { '/robots.txt': text(`User-agent: *\n${line}`, 'text/plain'), '/sitemap.xml': urlset('/a') }
    await pathsOf(await met())
    expect(rested).toEqual([pause])
  })

  it('is not read where it does not want programs', async () => {
    answers = {
      '/robots.txt': text('User-agent: ervaringsplein\nDisallow: /prive', 'text/plain'),
      '/sitemap.xml': urlset('/a', '/prive/b', '/b.pdf'),
    }
    expect(await findPages(await met(), at('/'), now)).toEqual({
      ok: true,
      pages: [{ address: at('/a'), changed: '2024-05-06' }],
      forbidden: 1,
      files: 1,
      cut: false,
    })
  })

  it.each([
    ['has rules and cannot give them', text('', 'text/plain', 503), 'robots-unreachable'],
    ['breaks off', ((_, answer) => answer.destroy()) satisfies RequestListener, 'robots-unreachable'],
  ] as const)('that %s is left alone', async (_, say, problem) => {
    answers = { '/robots.txt': say }
    expect(await meet()).toMatchObject({ ok: false, problem })
  })

  it.each(['http://10.0.0.1/', 'http://169.254.169.254/sitemap.xml', 'file:///etc/passwd'])(
    '%s is no site to ask',
    async (address) => {
      expect(await meet(address)).toMatchObject({ ok: false })
      expect(asked).toEqual([])
    },
  )

  it('is found by what robots.txt names, by an index, and packed', async () => {
    answers = {
      '/robots.txt': text(`Sitemap: ${at('/kaart.xml')}\nSitemap: https://elders.example/kaart.xml`, 'text/plain'),
      '/kaart.xml': index('/deel-1.xml', '/deel-2.xml.gz', '/kaart.xml', '/weg.xml'),
      '/deel-1.xml': urlset('/a', '/b'),
      '/deel-2.xml.gz': text(
        gzipSync(
          `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${at('/c')}</loc></url><url><loc>${at('/a/')}</loc></url></urlset>`,
        ),
        'application/gzip',
      ),
    }
    expect(await pathsOf(await met())).toEqual(['/a', '/b', '/c'])
  })

  it('is found at the usual places when it names none, and by the address of its sitemap', async () => {
    answers = { '/wp-sitemap.xml': urlset('/a'), '/elders/mijn-sitemap.xml': urlset('/b') }
    expect(await pathsOf(await met())).toEqual(['/a'])
    expect(await pathsOf(await met(), at('/elders/mijn-sitemap.xml'))).toEqual(['/b'])
  })

  it.each([
    ['has no sitemap', {}, '/', 'no-sitemap'],
    ['is not there', {}, '/mijn-sitemap.xml', 'status'],
    ['is a page', { '/sitemap.xml': page('<p>x</p>') }, '/sitemap.xml', 'web-page'],
    ['has entities', { '/sitemap.xml': text('<!DOCTYPE a [<!ENTITY b "c">]><urlset/>') }, '/sitemap.xml', 'doctype'],
  ] as const)('that %s, says so', async (_, said, path, problem) => {
    answers = said
    expect(await pathsOf(await met(), at(path))).toBe(problem)
  })

  it('whose index goes round and round comes to an end', async () => {
    for (let n = 0; n < 120; n++) answers[`/sitemap-${n}.xml`] = index(`/sitemap-${n + 1}.xml`)
    answers['/sitemap-0.xml'] = index('/sitemap-0.xml', '/sitemap-1.xml')
    expect(await findPages(await met(), at('/sitemap-0.xml'), now)).toMatchObject({ ok: true, pages: [], cut: true })
    expect(asked.length).toBeLessThan(60)
  })
})

describe('a page of that site', () => {
  const read = async (path: string) => readSitePage(await met(), { address: at(path), changed: '2024-05-06' }, now)

  it('is a record that knows where it was found', async () => {
    answers = {
      '/kennis/a': page(
        '<main><h1>Luisteren</h1><p>Tekst</p></main>',
        `<link rel="canonical" href="${at('/kennis/luisteren')}">`,
      ),
    }
    expect(await read('/kennis/a')).toMatchObject({
      kind: 'read',
      taken: {
        place: { path: at('/kennis/a') },
        record: {
          title: 'Luisteren',
          link: at('/kennis/luisteren'),
          otherLinks: [at('/kennis/a')],
          section: 'kennis',
          changed: '2024-05-06',
        },
      },
    })
  })

  it('that moved on its own site is where it moved to', async () => {
    answers = {
      '/oud': (_, answer) => answer.writeHead(301, { location: '/nieuw' }).end(),
      '/nieuw': page('<h1>Nieuw</h1><p>x</p>'),
    }
    expect(await read('/oud')).toMatchObject({ taken: { record: { link: at('/nieuw'), otherLinks: [at('/oud')] } } })
  })

  it.each([
    ['is gone', text('', 'text/html', 404), 'gone'],
    ['is gone for good', text('', 'text/html', 410), 'gone'],
    ['fails', text('', 'text/html', 500), 'no-answer'],
    ['is no page', text('%PDF', 'application/pdf'), 'no-page'],
    ['has nothing to read', page(''), 'unreadable'],
    [
      'moves inside',
      ((_, answer) => answer.writeHead(302, { location: 'http://10.0.0.1/' }).end()) satisfies RequestListener,
      'no-answer',
    ],
    ['is too large', text(Buffer.alloc(4_000_000, 'a'), 'text/html'), 'unreadable'],
  ] as const)('that %s is left', async (_, say, why) => {
    answers = { '/a': say }
    expect(await read('/a')).toEqual({ kind: 'left', why })
  })
})
