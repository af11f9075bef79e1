import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readRobots } from './read-robots.ts'
import { readSitemap, type SitemapOptions } from './read-sitemap.ts'
import { sitemapOf } from './sitemap.ts'
import { processorTime } from '../processor.testing.ts'

const now = new Date('2026-11-22T12:00:00Z')
const options: SitemapOptions = { address: 'https://www.oud.example/sitemap.xml', now }
const bytes = (text: string) => new TextEncoder().encode(text)
const space = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const set = (urls: string) =>
  bytes(
    `<?xml version="1.0"?><urlset xmlns="${space}" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${urls}</urlset>`,
  )
const url = (loc: string, lastmod = '') => `<url><loc>${loc}</loc>${lastmod && `<lastmod>${lastmod}</lastmod>`}</url>`

describe('reading a sitemap', () => {
  it('gives each page of the site once, with its day', () => {
    expect(
      readSitemap(
        set(
          url('https://www.oud.example/a', '2024-01-02') +
            url(' https://oud.example/b?x=1&amp;y=2 ', '2024-01-02T03:04:05+01:00') +
            url('https://www.oud.example/a') +
            url('/c', 'gisteren') +
            `<url><loc>https://www.oud.example/d</loc><lastmod>2031-01-01</lastmod><image:image><image:loc>https://www.oud.example/p.jpg</image:loc></image:image></url>`,
        ),
        options,
      ),
    ).toEqual({
      ok: true,
      kind: 'pages',
      addresses: [
        { address: 'https://www.oud.example/a', changed: '2024-01-02' },
        { address: 'https://oud.example/b?x=1&y=2', changed: '2024-01-02T02:04:05.000Z' },
        { address: 'https://www.oud.example/c', changed: null },
        { address: 'https://www.oud.example/d', changed: null },
      ],
      refused: 0,
      cut: false,
    })
  })

  it.each([
    ['another site', 'https://elders.example/a'],
    ['another port', 'https://www.oud.example:8443/a'],
    ['a program', 'javascript:alert(1)'],
    ['a file', 'file:///etc/passwd'],
    ['a password', 'https://a:b@www.oud.example/'],
    ['nothing', ''.padEnd(2_001, 'a')],
  ])('leaves out an address of %s', (_, loc) => {
    expect(readSitemap(set(url(loc) + url('/goed')), options)).toMatchObject({
      addresses: [{ address: 'https://www.oud.example/goed' }],
      refused: 1,
    })
  })

  it('reads an index of sitemaps, and what is packed', () => {
    const index = bytes(`<sitemapindex xmlns="${space}"><sitemap><loc>/deel-1.xml.gz</loc></sitemap></sitemapindex>`)
    const found = {
      ok: true,
      kind: 'parts',
      addresses: [{ address: 'https://www.oud.example/deel-1.xml.gz', changed: null }],
    }
    expect(readSitemap(index, options)).toMatchObject(found)
    expect(readSitemap(gzipSync(index), options)).toMatchObject(found)
  })

  it('reads what we write', () => {
    const pages = [{ address: 'https://www.oud.example/a?b=c&d=é', changed: new Date('2026-01-01T00:00:00Z') }]
    const part = sitemapOf(pages, () => 'https://www.oud.example/deel').part(0) ?? ''
    expect(readSitemap(bytes(part), options)).toMatchObject({
      addresses: [{ address: 'https://www.oud.example/a?b=c&d=%C3%A9', changed: '2026-01-01T00:00:00.000Z' }],
    })
  })

  it('stops at as many as were asked for, and says so', () => {
    const three = set(url('/a') + url('/b') + url('/c'))
    expect(readSitemap(three, { ...options, most: 2 })).toMatchObject({ addresses: { length: 2 }, cut: true })
    expect(readSitemap(three, { ...options, most: 3 })).toMatchObject({ addresses: { length: 3 }, cut: false })
  })

  it.each([
    ['a page', bytes('<!doctype html><html></html>'), 'web-page'],
    ['a feed', bytes('<feed xmlns="http://www.w3.org/2005/Atom"/>'), 'another-format'],
    ['entities', bytes('<!DOCTYPE x [<!ENTITY a "b">]><urlset/>'), 'doctype'],
    ['what never closes', bytes('<urlset><url>'), 'not-well-formed'],
    ['nothing', bytes(''), 'empty'],
    ['what is not packed whole', gzipSync(set(url('/a'))).subarray(0, 20), 'not-xml'],
    ['what unpacks to too much', gzipSync(new Uint8Array(2_000_000)), 'too-large'],
  ])('refuses %s', (_, source, problem) =>
    expect(readSitemap(source, { ...options, size: 1_000_000 })).toMatchObject({ ok: false, problem }),
  )
})

describe('what a site asks of programs', () => {
  const robots = `User-agent: *
Disallow: /prive/
Allow: /prive/open
Disallow: /*.pdf$
Disallow: /zoek*q=
Crawl-delay: 2

User-agent: Ander
User-agent: ervaringsplein
Disallow: /alleen-jij
Disallow:
Sitemap: https://oud.example/sitemap_index.xml # hier
`
  const at = (path: string) => `https://oud.example${path}`
  it.each([
    ['/', true],
    ['/prive', true],
    ['/prive/a', false],
    ['/prive/open/a', true],
    ['/map/a.pdf', false],
    ['/map/a.pdf?x', true],
    ['/zoeken?a=b&q=c', false],
    ['/alleen-jij', true],
  ])('any program may ask for %s: %s', (path, may) => expect(readRobots(robots, 'iemand').allows(at(path))).toBe(may))
  it.each([
    ['/alleen-jij', false],
    ['/prive/a', true],
  ])('the one that is named may ask for %s: %s', (path, may) =>
    expect(readRobots(robots, 'Ervaringsplein').allows(at(path))).toBe(may),
  )
  it('says how long to wait, and where the sitemaps are', () => {
    expect(readRobots(robots, 'iemand')).toMatchObject({
      pause: 2,
      sitemaps: ['https://oud.example/sitemap_index.xml'],
    })
    expect(readRobots(robots, 'Ervaringsplein').pause).toBe(0)
  })
  it.each(['', '<html>404</html>', '\uFEFFUser-agent: *\r\nDisallow: /x', 'Disallow: /'])(
    '%j forbids no front page',
    (text) => expect(readRobots(text, 'x').allows(at('/'))).toBe(true),
  )
  it('reads a byte order mark and lines of Windows', () =>
    expect(readRobots('\uFEFFUser-agent: *\r\nDisallow: /x', 'x').allows(at('/x'))).toBe(false))
  it('a pattern of stars costs nothing', () => {
    const begun = processorTime()
    readRobots(`User-agent: *\nDisallow: /${'*a'.repeat(500)}b$`, 'x').allows(at(`/${'a'.repeat(1_900)}`))
    expect(processorTime() - begun).toBeLessThan(200)
  })
})
