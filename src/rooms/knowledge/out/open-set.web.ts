import { createHash } from 'node:crypto'
import { writeCsv, type CsvCell } from '../../../lib/csv/csv-writer.ts'
import { squareFlow, type Route } from '../../../platform/http/routes.ts'
import type { Flow, SquareVisit } from '../../../platform/http/visit.ts'
import { outPaths } from './out.paths.ts'
import { licenceAddress, regionName } from './out.rules.ts'
import { listAfter, standing, type OutItem } from './out.sql.ts'
import { knowledgePaths } from '../square.paths.ts'

const batch = 250

/** Everything on the square, a piece at a time. What is placed meanwhile may be missed; nothing is given twice. */
async function* everything(visit: SquareVisit, write: (items: readonly OutItem[]) => string, first: string) {
  if (first !== '') yield first
  let after: string | null = null
  for (;;) {
    const from: string | null = after
    const items: readonly OutItem[] = await visit.square((db) => listAfter(db, from, batch))
    if (items.length > 0) yield write(items)
    after = items.at(-1)?.id ?? null
    if (items.length < batch) return
  }
}

/** An item as a line of the open set. */
const lineOf = (item: OutItem, origin: string) =>
  JSON.stringify({
    id: item.id,
    url: `${origin}${knowledgePaths.item(item.slug)}`,
    slug: item.slug,
    type: item.type,
    title: item.title,
    summary: item.summary,
    language: item.lang,
    themes: item.themes,
    roles: item.roles,
    audiences: item.audiences,
    regions: item.regions,
    stewards: item.stewards,
    authors: item.authors,
    details: item.details,
    source: item.source,
    provenance: item.provenance,
    licence: item.licence,
    writtenOn: item.written_on,
    changedAt: item.changed_at.toISOString(),
    checkedAt: item.checked_at.toISOString(),
    publishedAt: item.published_at.toISOString(),
    html: item.body_html,
  })

const header =
  'id,url,type,title,summary,language,themes,roles,audiences,regions,stewards,authors,source,licence,writtenOn,changedAt,checkedAt,publishedAt'.split(
    ',',
  )
const joined = (parts: readonly (string | undefined | null)[]) => parts.filter(Boolean).join(' | ')

const cellsOf = (item: OutItem, origin: string): readonly CsvCell[] => [
  item.id,
  `${origin}${knowledgePaths.item(item.slug)}`,
  item.type,
  item.title,
  item.summary,
  item.lang,
  joined(item.themes),
  joined(item.roles),
  joined(item.audiences),
  joined(item.regions.map((code) => regionName(code) ?? code)),
  joined(item.stewards.map((steward) => steward.name)),
  joined(item.authors),
  joined([item.source?.title, item.source?.publisher, item.source?.year, item.source?.link]),
  licenceAddress(item.licence) ?? item.licence,
  item.written_on,
  item.changed_at.toISOString(),
  item.checked_at.toISOString(),
  item.published_at.toISOString(),
]

async function flowOf(
  visit: SquareVisit,
  type: string,
  write: (items: readonly OutItem[]) => string,
  first = '',
): Promise<Flow> {
  const now = await visit.square(standing)
  const version = createHash('sha256')
    .update(JSON.stringify([visit.platform.origin, type, now]))
    .digest('base64url')
    .slice(0, 22)
  return { type, version, changed: now.changed, pieces: everything(visit, write, first) }
}

const columns = writeCsv(header, [])

/** All public knowledge as one file: whole (a JSON object per line), and as a table without the texts. */
export const openSetRoutes: readonly Route[] = [
  squareFlow(outPaths.setLines, { rate: 'heavy' }, (visit) =>
    flowOf(visit, 'application/jsonl; charset=utf-8', (items) =>
      items.map((item) => `${lineOf(item, visit.platform.origin)}\n`).join(''),
    ),
  ),
  squareFlow(outPaths.setTable, { rate: 'heavy' }, (visit) =>
    flowOf(
      visit,
      'text/csv; charset=utf-8',
      (items) =>
        writeCsv(
          header,
          items.map((item) => cellsOf(item, visit.platform.origin)),
        ).slice(columns.length),
      columns,
    ),
  ),
]
