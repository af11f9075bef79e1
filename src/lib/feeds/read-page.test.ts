import { describe, expect, it } from 'vitest'
import type { HarvestedRecord } from './harvested.ts'
import { mainPart } from './main-part.ts'
import { readPage } from './read-page.ts'
import { processorTime } from '../processor.testing.ts'

const address = 'https://www.oud.example/kennis/luisteren'
const now = new Date('2026-11-22T12:00:00Z')
const read = (html: string, more: object = {}) => readPage(new TextEncoder().encode(html), { address, now, ...more })
const record = (html: string): HarvestedRecord => {
  const harvest = read(html)
  const taken = harvest.ok ? harvest.records[0] : undefined
  if (!taken) throw new Error(JSON.stringify(harvest))
  return taken.record
}
const page = (body: string, head = '<title>Luisteren - De Partner</title>') =>
  `<!doctype html><html lang="nl-NL"><head>${head}</head><body>${body}</body></html>`

describe('reading a page', () => {
  it('takes title, summary, text, language, dates and lasting address', () => {
    expect(
      record(
        page(
          '<header><nav><a href="/">Menu</a></nav></header><main><h1>Luisteren</h1><p>Eerste <b>alinea</b>.</p></main><footer>Adres</footer>',
          `<title>Anders - De Partner</title><meta name="description" content="In het kort &amp; goed"><link href="/kennis/luisteren/" rel="canonical">
           <meta property="article:published_time" content="2019-03-01T10:00:00+01:00"><meta property="article:modified_time" content="2020-01-02">`,
        ),
      ),
    ).toEqual({
      sourceId: 'https://www.oud.example/kennis/luisteren/',
      title: 'Luisteren',
      summary: 'In het kort & goed',
      body: { kind: 'html', value: '<main><p>Eerste <b>alinea</b>.</p></main>' },
      link: 'https://www.oud.example/kennis/luisteren/',
      otherLinks: [address],
      section: 'kennis',
      published: '2019-03-01T09:00:00.000Z',
      changed: '2020-01-02',
      language: 'nl',
      authors: [],
      subjects: [],
      cancelled: false,
      deleted: false,
    })
  })

  it('believes what the page says of itself in JSON-LD, but takes no names', () => {
    const said = {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Zo heet het',
      description: 'Zo kort',
      datePublished: '2018-05-06',
      inLanguage: 'en',
      author: { '@type': 'Person', name: 'Jan Jansen' },
      url: address,
    }
    const taken = record(
      page(
        '<main><p>Tekst</p></main>',
        `<title>x</title><script type="application/ld+json">${JSON.stringify(said)}</script>`,
      ),
    )
    expect(taken).toMatchObject({
      title: 'Zo heet het',
      summary: 'Zo kort',
      published: '2018-05-06',
      language: 'en',
      kind: 'article',
      authors: [],
    })
    expect(taken.body?.value).toBe('<main><p>Tekst</p></main>')
  })

  it.each([
    ['og', page('<main><h1>Kop</h1></main>', '<meta property="og:title" content="Uit het hoofd">'), 'Uit het hoofd'],
    ['h1', page('<main><h1>De <em>kop</em></h1><p>x</p></main>'), 'De kop'],
    [
      'title without the site',
      page('<p>x</p>', '<title>Luisteren | Zonder oordeel | De Partner</title>'),
      'Luisteren - Zonder oordeel',
    ],
    [
      'title without the name of the site',
      page('<p>x</p>', '<meta property="og:site_name" content="A - B"><title>Luisteren - A - B</title>'),
      'Luisteren',
    ],
    ['title alone', page('<p>x</p>', '<title>Luisteren</title>'), 'Luisteren'],
  ])('takes its title from %s', (_, html, title) => expect(record(html).title).toBe(title))

  it.each([
    ['https://elders.example/x', address],
    ['javascript:alert(1)', address],
    ['https://oud.example/x', 'https://oud.example/x'],
  ])('with canonical %s its address is %s', (canonical, link) =>
    expect(record(page('<p>x</p>', `<title>t</title><link rel="canonical" href="${canonical}">`)).link).toBe(link),
  )

  it('reads the encoding that the page states in its head', () => {
    const text = page('<main><p>één</p></main>', '<meta charset="windows-1252"><title>é</title>')
    const harvest = readPage(
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
      { address, now },
    )
    expect(harvest.ok && harvest.records[0]?.record.body?.value).toBe('<main><p>één</p></main>')
  })

  it.each([
    ['', 'empty'],
    ['%PDF-1.7', 'another-format'],
    ['{"a":1}', 'another-format'],
  ])('refuses %j', (text, problem) => expect(read(text)).toMatchObject({ ok: false, problem }))
  it('refuses what is too large, and what has no words', () => {
    expect(read('<p>x</p>', { size: 3 })).toMatchObject({ ok: false, problem: 'too-large' })
    expect(read('<html><body></body></html>')).toMatchObject({
      ok: true,
      records: [],
      refused: [{ reason: 'no-title' }],
    })
  })
})

describe('the part of a page that is there to be read', () => {
  it.each([
    ['the one article', '<main><div>kruimel</div><article><p>A</p></article></main>', '<article><p>A</p></article>'],
    [
      'all of main when there are more',
      '<main><article>A</article><article>B</article></main>',
      '<main><article>A</article><article>B</article></main>',
    ],
    [
      'what has the role',
      '<div class="x" role="main"><div>A</div></div><div>B</div>',
      '<div class="x" role="main"><div>A</div></div>',
    ],
    [
      'what is called content',
      '<div id="content"><p>A</p></div><div id="sidebar">B</div>',
      '<div id="content"><p>A</p></div>',
    ],
    [
      'the body without its header',
      '<body><header>H</header><p>A</p><footer>F</footer></body>',
      '<body><p>A</p></body>',
    ],
    [
      'no menu, form or script inside it',
      '<main><nav>M</nav><p>A</p><form><input></form><script>if (a</main>) x()</script><aside>Z</aside></main>',
      '<main><p>A</p></main>',
    ],
    ['no tag in a comment', '<main><!-- </main> --><p>A</p></main>', '<main><!-- </main> --><p>A</p></main>'],
    ['a menu that never closes stays', '<main><nav><p>A</p></main>', '<main><nav><p>A</p></main>'],
    ['main that never closes', '<main><p>A</p> en meer', '<main><p>A</p> en meer'],
    ['nothing', '', ''],
  ])('%s', (_, html, part) => expect(mainPart(html).html).toBe(part))

  it('costs no more than the length of the page', () => {
    const begun = processorTime()
    for (const piece of ['<nav>', '<main', '<div ', '</article>', '<script>', '<!--', '<h1>', '<div role='])
      mainPart(piece.repeat(Math.ceil(2_000_000 / piece.length)))
    expect(processorTime() - begun).toBeLessThan(6_000)
  })
})
