import { squarePage, type Route } from '../platform/http/routes.ts'
import { sitemapPath } from './sitemap.web.ts'

/** RFC 9116 asks for a day less than a year away. Moved with every release; a test fails thirty days before. */
export const securityTextExpires = '2027-10-31T00:00:00.000Z'

const text = 'text/plain; charset=utf-8'

// Not a secret: what stands here is found by reading the pages. It keeps forms and personal pages out of search engines.
// Pages of one person, and questions; the first page of asking may be found.
const notForRobots =
  '/mijn /inloggen /uitloggen /beheer /bureau /redactie /toestemming /uitnodiging /uitnodigingen /vraag/ /zoeken /api'.split(
    ' ',
  )

/** What programs look for at a fixed place. */
export const wellKnown: readonly Route[] = [
  squarePage('/.well-known/security.txt', { kind: 'file' }, (visit) => {
    const { origin } = visit.platform
    return visit.file(
      [
        `Contact: ${origin}/over`,
        `Expires: ${securityTextExpires}`,
        'Preferred-Languages: nl, en',
        `Canonical: ${origin}/.well-known/security.txt`,
        '',
      ].join('\n'),
      text,
    )
  }),
  squarePage('/robots.txt', { kind: 'file' }, (visit) => {
    const closed = visit.platform.mode === 'production' ? notForRobots.flatMap((path) => [path, `/en${path}`]) : ['/']
    return visit.file(
      [
        'User-agent: *',
        ...closed.map((path) => `Disallow: ${path}`),
        `Sitemap: ${visit.platform.origin}${sitemapPath}`,
        '',
      ].join('\n'),
      text,
    )
  }),
]
