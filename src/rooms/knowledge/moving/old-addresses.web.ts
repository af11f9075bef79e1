import { z } from 'zod'
import { editor } from '../../../platform/http/access.ts'
import { page, squarePage, type Route } from '../../../platform/http/routes.ts'
import { href } from '../../../ui/layout.tsx'
import { editorOf } from '../editors.ts'
import { hostIn, moveFormats, oldAddressOf, wordsOfAddress, writeMoves } from './old-addresses.rules.ts'
import { findOldAddress, listMoved } from './old-addresses.sql.ts'
import { paths } from '../paths.ts'
import { problems, unknown } from '../problems.ts'
import { knowledgePaths } from '../square.paths.ts'

const MovesQuery = z.strictObject({ organisatie: z.uuid().optional(), soort: z.enum(moveFormats).optional() })
/** Everything after the first `van=`: a web server puts a whole address there as it got it, its own query included. */
function askedAddress(path: string): string {
  const at = path.indexOf('?van=')
  const written = at === -1 ? '' : path.slice(at + '?van='.length)
  return /^https?%3a/i.test(written) ? (new URLSearchParams(`van=${written}`).get('van') ?? '') : written
}

const types = { csv: 'text/csv', nginx: 'text/plain', apache: 'text/plain' } as const

/**
 * Addresses of sites that moved in here. What is asked under the name of such a site, comes in at the first route; what a
 * partner with a server of its own needs to send visitors on, is the second.
 */
export const oldAddressRoutes: readonly Route[] = [
  squarePage(knowledgePaths.movedFrom, { kind: 'file' }, async (visit) => {
    const address = oldAddressOf(askedAddress(visit.path))
    const found = address === null ? undefined : await visit.square((db) => findOldAddress(db, address))
    if (found?.slug) return visit.moved(href(found.lang ?? 'nl', knowledgePaths.item(found.slug)), 'for-good')
    if (found?.withdrawn === true) throw problems.withdrawn()
    if (address === null || address === hostIn(address)) return visit.moved('/', 'for-now')
    const words = wordsOfAddress(address)
    return visit.moved(
      words === '' ? knowledgePaths.search : `${knowledgePaths.search}?q=${encodeURIComponent(words)}`,
      'for-now',
    )
  }),
  page(paths.moves, { kind: 'file', who: editor, rate: 'working', data: 'none', input: MovesQuery }, async (visit) => {
    const { edits } = editorOf(visit)
    const asked = visit.query('organisatie')
    const format = moveFormats.find((each) => each === visit.query('soort')) ?? 'csv'
    if (asked !== null && !edits.has(asked)) throw unknown()
    const moved = await visit.house((tx) => listMoved(tx, asked === null ? [...edits] : [asked]))
    const { origin } = visit.platform
    const text = writeMoves(
      moved.map(({ address, slug }) => ({ old: address, now: `${origin}${knowledgePaths.item(slug)}` })),
      format,
    )
    const answer = visit.html(text)
    answer.headers.set('content-type', `${types[format]}; charset=utf-8`)
    answer.headers.set('content-disposition', `attachment; filename="omleidingen.${format === 'csv' ? 'csv' : 'conf'}"`)
    return answer
  }),
]
