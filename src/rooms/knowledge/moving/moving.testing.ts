import type { RequestListener } from 'node:http'
import type { Browsing, Fields } from '../../../../test/browsing.ts'
import { testOrigin, type House } from '../../../../test/house.ts'
import type { Tx } from '../../../platform/db/database.ts'
import '../harvests/harvests.tables.ts'

/** A page of an invented site. */
export type OldPage = {
  readonly number: number
  readonly path: string
  readonly title: string
  readonly category: string
  readonly html: string
  /** Something in it points at somebody. */
  readonly marked: boolean
}

// Invented words, so that nothing of anybody's site is here. Each category and each pair of words gives other titles.
const categories = ['Schulden', 'Wonen', 'Rouw', 'Nieuwtjes', 'Werkvormen'] as const
const doings = [
  'Luisteren naar',
  'Beginnen met',
  'Samen kijken naar',
  'Rustig praten over',
  'Schrijven over',
  'Oefenen met',
  'Stilstaan bij',
  'Verder na',
]
const things = [
  'een moeilijk gesprek',
  'de eerste stap',
  'wat helpt',
  'een nieuw begin',
  'hulp in de buurt',
  'een goede vraag',
  'wat je deelt',
  'tijd voor jezelf',
  'een vast ritme',
  'de kracht van verhalen',
  'een open deur',
  'wat je meeneemt',
  'kleine stappen',
]
const sentences = [
  'Neem de tijd en vraag wat iemand nodig heeft.',
  'Wie dit zelf heeft meegemaakt, weet hoe klein de eerste stap mag zijn.',
  'Schrijf samen op wat werkt en kijk er later op terug.',
  'Niet alles hoeft vandaag.',
  'Een vraag is vaak beter dan een antwoord.',
]

/** Pages as a partner might have written them. Every `markedEach`th one holds a name and a telephone number. */
export function oldSite(pages: number, markedEach: number): readonly OldPage[] {
  return Array.from({ length: pages }, (_, number) => {
    const category = categories[number % categories.length] ?? 'Schulden'
    const doing = doings[number % doings.length] ?? ''
    const thing = things[Math.floor(number / doings.length) % things.length] ?? ''
    const title = `${doing} ${thing}, deel ${number + 1}`
    const marked = number % markedEach === markedEach - 1
    const words = sentences.map((_sentence, at) => sentences[(at + number) % sentences.length] ?? '')
    const html = `<h2>Waarom</h2><p>${words.slice(0, 3).join(' ')}</p><h2>Hoe</h2><ul><li>${words.slice(3).join('</li><li>')}</li></ul>${
      marked ? '<p>Bel Kim Bakker op 06-12345678.</p>' : ''
    }`
    return { number, path: `/${category.toLowerCase()}/stuk-${number + 1}/`, title, category, html, marked }
  })
}

/** The site as WordPress writes it, with what should not come along: a draft, files, a menu, comments. */
export function wordPressOf(host: string, pages: readonly OldPage[]): string {
  const item = (
    page: OldPage,
    type: string,
    status: string,
  ) => `<item><title><![CDATA[${page.title}]]></title><link>https://${host}${page.path}</link>
<dc:creator>schrijver</dc:creator><guid isPermaLink="false">https://${host}/?p=${page.number + 1}</guid><content:encoded><![CDATA[[row]${page.html}[/row]]]></content:encoded>
<wp:post_date_gmt>2021-03-0${(page.number % 9) + 1} 10:00:00</wp:post_date_gmt><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type>
<category domain="category" nicename="x"><![CDATA[${page.category}]]></category><wp:comment><wp:comment_content>Een reactie van iemand</wp:comment_content></wp:comment></item>`
  const [first] = pages
  const besides = first
    ? [
        item({ ...first, number: 90_001, title: 'Nog niet af' }, 'post', 'draft'),
        item({ ...first, number: 90_002, title: 'Een plaatje' }, 'attachment', 'inherit'),
        item({ ...first, number: 90_003, title: 'Menu' }, 'nav_menu_item', 'publish'),
      ]
    : []
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>De Oude Site</title><link>https://${host}</link><language>nl</language>
<wp:author><wp:author_login>schrijver</wp:author_login><wp:author_display_name>Noor Verhalen</wp:author_display_name></wp:author>
${[...pages.map((page) => item(page, 'post', 'publish')), ...besides].join('\n')}</channel></rss>`
}

/** The site as a server answers it. */
export const serverOf =
  (pages: () => readonly OldPage[], origin: () => string): RequestListener =>
  (ask, answer) => {
    const path = ask.url ?? ''
    if (path === '/robots.txt')
      return void answer.end(`User-agent: *\nDisallow: /prive\nSitemap: ${origin()}/sitemap.xml`)
    if (path === '/sitemap.xml') {
      const urls = pages().map((page) => `<url><loc>${origin()}${page.path}</loc><lastmod>2021-03-04</lastmod></url>`)
      return void answer
        .setHeader('content-type', 'text/xml')
        .end(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`)
    }
    const page = pages().find((each) => each.path === path)
    if (!page) return void answer.writeHead(404).end()
    answer
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(
        `<!doctype html><html lang="nl"><head><title>${page.title} - De Oude Site</title></head><body><nav><a href="/">Menu</a></nav><main><article><h1>${page.title}</h1>${page.html}</article></main><footer>De Oude Site</footer></body></html>`,
      )
  }

/** Begins a move, as an editor does. @returns the source and its run. */
export async function begin(house: House, editor: Browsing, file: string | null, more: Fields = {}) {
  const seen = await editor.upload(
    '/redactie/verhuizen/nieuw',
    {
      name: 'De Oude Site',
      organisation: house.people.organisations.a,
      type: 'article',
      licence: 'CC-BY-4.0',
      ...more,
    },
    file === null ? {} : { file: { name: 'export.xml', bytes: file } },
  )
  const source = /\/redactie\/verhuizen\/([0-9a-f-]{36})$/.exec(seen.location ?? '')?.[1] ?? ''
  const run = await house.peek((tx: Tx) =>
    tx.selectFrom('knowledge_harvest_runs').select('id').where('source_id', '=', source).executeTakeFirstOrThrow(),
  )
  return { source, run: run.id, page: `/redactie/verhuizen/${source}` }
}

/** Where somebody comes who follows an old address. */
export const follow = async (house: House, address: string) => {
  const seen = await house.fetch(new Request(`${testOrigin}/verhuisd?van=${address}`, { redirect: 'manual' }))
  return `${seen.status} ${(seen.headers.get('location') ?? '').replace(testOrigin, '')}`
}
