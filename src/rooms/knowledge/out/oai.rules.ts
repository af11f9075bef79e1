import { createHmac, timingSafeEqual } from 'node:crypto'
import { dayAt } from '../../../lib/days.ts'
import { decodePosition, encodePosition, type OaiPosition } from '../../../lib/feeds/oai-position.ts'
import type { OaiRecord } from '../../../lib/feeds/oai.ts'
import { findTerm, findTermBySlug, itemTypes, labelOf, themes } from '../../terms/public.ts'
import { licenceAddress, regionName } from './out.rules.ts'
import type { RepositoryRecord } from './oai.sql.ts'
import { knowledgePaths } from '../square.paths.ts'

/** How long a list can be walked after its first page, in milliseconds. */
export const walkMs = 24 * 3_600_000

const markOf = (key: Buffer, position: string) => createHmac('sha256', key).update(position).digest('base64url')

/** A position that only we can have made. */
export const signedToken = (key: Buffer, position: OaiPosition): string => {
  const text = encodePosition(position)
  return `${text}.${markOf(key, text)}`
}

/** @returns the position of a token of ours, or null: it was changed, made by another, or is too old. */
export function positionOf(key: Buffer, token: string, now: Date): OaiPosition | null {
  const dot = token.indexOf('.')
  const text = token.slice(0, dot)
  const given = Buffer.from(token.slice(dot + 1))
  const ours = Buffer.from(markOf(key, text))
  if (dot < 1 || given.length !== ours.length || !timingSafeEqual(given, ours)) return null
  const position = decodePosition(text)
  return position !== null && position.asOf.getTime() + walkMs > now.getTime() ? position : null
}

const prefixOf = (origin: string) => `oai:${new URL(origin).hostname}:`

/** The name of an item for harvesters. */
export const identifierOf = (origin: string, id: string): string => `${prefixOf(origin)}${id}`

/** @returns the number of the item, or null when the name is not one of ours. */
export function idOf(origin: string, identifier: string): string | null {
  const prefix = prefixOf(origin)
  const id = identifier.slice(prefix.length)
  const isOurs = identifier.startsWith(prefix) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  return isOurs ? id : null
}

/** The sets: all themes, each theme, all kinds, each kind. */
export const sets: readonly { readonly spec: string; readonly name: string }[] = [
  { spec: 'thema', name: 'Met een thema' },
  ...themes.map((theme) => ({ spec: `thema:${theme.slug}`, name: theme.label.nl })),
  { spec: 'soort', name: 'Van elke soort' },
  ...itemTypes.map((type) => ({ spec: `soort:${type.slug}`, name: type.label.nl })),
]

/** What a set holds; null when there is no such set. A theme of '' is any theme. */
export function membersOf(set: string | undefined): { type: string | null; theme: string | null } | null {
  if (set === undefined || set === 'soort') return { type: null, theme: null }
  if (set === 'thema') return { type: null, theme: '' }
  const [scheme, slug = '', ...more] = set.split(':')
  const term = findTermBySlug(slug)
  if (term === undefined || more.length > 0) return null
  if (scheme === 'thema' && term.scheme === 'theme') return { type: null, theme: term.id }
  return scheme === 'soort' && term.scheme === 'itemType' ? { type: term.id, theme: null } : null
}

const specsOf = ({ type, themes: about }: RepositoryRecord): readonly string[] => {
  const kind = findTerm(type)
  const terms = about.flatMap((id) => findTerm(id) ?? [])
  // What another room let out is of no kind that is kept here, and in no set of kinds.
  return [...(kind?.scheme === 'itemType' ? [`soort:${kind.slug}`] : []), ...terms.map((term) => `thema:${term.slug}`)]
}

/** A record in Dublin Core; of a withdrawn one that it is gone. */
export function oaiRecordOf(record: RepositoryRecord, origin: string): OaiRecord {
  const header = { identifier: identifierOf(origin, record.id), changed: record.changed, sets: specsOf(record) }
  if (record.deleted) return { ...header, metadata: 'deleted' }
  const stewards = record.stewards.map(({ name }) => name)
  const { source } = record
  const sourceText = [source?.title, source?.publisher, source?.year].filter(Boolean).join(', ')
  return {
    ...header,
    metadata: {
      title: [record.title],
      creator: record.authors.length > 0 ? record.authors : stewards,
      subject: [...record.themes, ...record.roles].map((id) => labelOf(id, record.lang)),
      description: [record.summary],
      publisher: stewards,
      date: [record.written_on ?? dayAt(record.published_at)],
      type: ['Text', labelOf(record.type, record.lang)],
      format: ['text/html'],
      identifier: [`${origin}${knowledgePaths.item(record.slug)}`],
      source: [sourceText, source?.link ?? ''].filter((text) => text !== ''),
      language: [record.lang],
      coverage: record.regions.flatMap((code) => regionName(code) ?? []),
      rights: [licenceAddress(record.licence) ?? record.licence],
    },
  }
}
