import { writeCsv } from '../../../lib/csv/csv-writer.ts'
import { normalisedLink } from '../../../lib/likeness/links.ts'

const longest = 2_000

/**
 * An address of an old site as it is kept and looked up: without http or https, www, trackers, a slash at the end. null:
 * it is no address of a page, or too long to be kept.
 */
export function oldAddressOf(link: string): string | null {
  const address = normalisedLink(link)
  return address === null || address.length < 3 || address.length > longest ? null : address
}

/** The site that an address is of. */
export const hostIn = (address: string): string => /^[^/?#]*/.exec(address)?.[0] ?? ''

/**
 * The words in the last part of an address that has any: what somebody who follows an old link was looking for. '' when
 * there are none.
 */
export function wordsOfAddress(address: string): string {
  const parts = address
    .slice(hostIn(address).length)
    .replace(/[?#][^]*/, '')
    .split('/')
  const words = parts.map((part) =>
    part
      .replace(/\.(?:html?|php|aspx?|pdf|docx?)$/i, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
  return (words.findLast((part) => /\p{L}{3}/u.test(part)) ?? '').slice(0, 200)
}

/** An old address with where its item stands now, whole. */
export type Moved = { readonly old: string; readonly now: string }

/** What a server asks of a list of moved pages. */
export const moveFormats = ['csv', 'nginx', 'apache'] as const
export type MoveFormat = (typeof moveFormats)[number]

const pathOf = (old: string) => old.slice(hostIn(old).length)
// As a browser sends it: our list has the letters themselves.
const sent = (path: string) => encodeURI(path).replace(/[$]/g, '%24')
const inPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/["\s]/g, '.')

/** A list of moved pages as a file, in the order given: for a spreadsheet, or to put in the settings of a web server. */
export function writeMoves(moves: readonly Moved[], format: MoveFormat): string {
  if (format === 'csv')
    return writeCsv(
      ['oud_adres', 'nieuw_adres'],
      moves.map(({ old, now }) => [`https://${old}`, now]),
    )
  if (format === 'nginx')
    return [
      '# In http { }: include this file. In server { } of the old site: if ($plein_address) { return 301 $plein_address; }',
      'map $request_uri $plein_address {',
      '  default "";',
      ...moves.flatMap(({ old, now }) => {
        const path = sent(pathOf(old))
        const both = path.includes('?') ? [path] : [path, `${path}/`]
        return both.map((each) => `  "${each.startsWith('/') ? each : `/${each}`}" "${now}";`)
      }),
      '}',
      '',
    ].join('\n')
  return [
    '# In the settings or the .htaccess of the old site.',
    'RewriteEngine On',
    ...moves.flatMap(({ old, now }) => {
      const [path = '', query] = pathOf(old).split('?')
      // Without the slash that .htaccess leaves out.
      const pattern = `^/?${inPattern(path.replace(/^\//, ''))}/?$`
      const rule = `RewriteRule "${pattern}" "${now}" [R=301,L,QSD]`
      return query === undefined ? [rule] : [`RewriteCond %{QUERY_STRING} "^${inPattern(query)}$"`, rule]
    }),
    '',
  ].join('\n')
}
