import { childOf, childrenOf, readXml, textOf, type ReadElement } from '../xml/read.ts'
import { addressOf, gather, shown, type Found } from './gather.ts'
import { defaultSize, type Harvest, type KindHint, type NextPage, type ReadingOptions } from './harvested.ts'
import { wronglyStated } from './read-feed.ts'

const protocol = 'http://www.openarchives.org/OAI/2.0/'
const format = 'http://www.openarchives.org/OAI/2.0/oai_dc/'
const dc = 'http://purl.org/dc/elements/1.1/'

/**
 * Reads one page of ListRecords (or the one record of GetRecord) in oai_dc. That nothing matches is an empty page, no error; every
 * other error of the other side is `oai-error`, with its code and words as detail. A record in another format than
 * oai_dc is refused by name.
 */
export function readOai(source: Uint8Array | string, options: ReadingOptions): Harvest {
  const read = readXml(source, { size: options.size ?? defaultSize }, options.contentType)
  if (!read.ok)
    return { ok: false, problem: read.problem, place: { line: read.line, column: read.column }, detail: read.detail }
  const { root } = read
  const place = { line: root.line, column: root.column }
  if (root.namespace !== protocol || root.name !== 'OAI-PMH')
    return { ok: false, problem: 'another-format', place, detail: shown(root.name) }

  const errors = childrenOf(root, protocol, 'error')
  const serious = errors.find((error) => error.attributes.get('code') !== 'noRecordsMatch')
  if (serious)
    return {
      ok: false,
      problem: 'oai-error',
      place: { line: serious.line, column: serious.column },
      detail: shown(`${serious.attributes.get('code') ?? ''}: ${textOf(serious)}`),
    }
  const list = childOf(root, protocol, 'ListRecords') ?? childOf(root, protocol, 'GetRecord')
  if (!list && errors.length === 0) return { ok: false, problem: 'another-format', place, detail: 'no ListRecords' }

  const next = list && nextOf(list)
  return {
    ok: true,
    format: 'oai',
    ...gather((list ? childrenOf(list, protocol, 'record') : []).map(recordOf), options),
    remarks: wronglyStated(read.statedWrongly),
    ...(next ? { next } : {}),
  }
}

function nextOf(list: ReadElement): NextPage | undefined {
  const at = childOf(list, protocol, 'resumptionToken')
  const token = at ? textOf(at).trim() : ''
  if (token === '' || token.length > 2000) return undefined
  const size = Number(at?.attributes.get('completeListSize') ?? Number.NaN)
  return { kind: 'token', token, ...(Number.isSafeInteger(size) && size >= 0 ? { size } : {}) }
}

function recordOf(record: ReadElement): Found {
  const header = childOf(record, protocol, 'header')
  const metadata = childOf(record, protocol, 'metadata')
  const found = metadata && childOf(metadata, format, 'dc')
  const inHeader = (name: string) => {
    const child = header && childOf(header, protocol, name)
    return child && textOf(child).trim()
  }
  const all = (name: string) => (found ? childrenOf(found, dc, name).map((each) => textOf(each).trim()) : [])
  const title = all('title')[0]
  return {
    place: { line: record.line, column: record.column },
    sourceId: inHeader('identifier'),
    title: title === undefined ? undefined : { kind: 'text', value: title },
    summary: all('description')[0] === undefined ? undefined : { kind: 'text', value: all('description').join('\n\n') },
    link: linkAmong(all('identifier')),
    published: all('date')[0],
    changed: inHeader('datestamp'),
    authors: all('creator'),
    subjects: all('subject'),
    kind: all('type')
      .map(kindOf)
      .find((kind) => kind !== undefined),
    location: all('coverage')[0],
    language: all('language')[0],
    licence: all('rights')[0],
    deleted: header?.attributes.get('status') === 'deleted',
  }
}

// An identifier is as often a DOI or a number as an address. Only when none is one, the first that looks like a link is shown to be refused.
const linkAmong = (identifiers: readonly string[]): string | undefined =>
  identifiers.find((each) => addressOf(each).startsWith('http')) ??
  identifiers.filter((each) => /^10\.\d{4,9}\/\S+$/.test(each)).map((doi) => `https://doi.org/${doi}`)[0] ??
  identifiers.find((each) => /^\s*(?:javascript|data|vbscript|file):/i.test(each))

const kinds: Readonly<Record<string, KindHint>> = {
  event: 'event',
  dataset: 'dataset',
  interactiveresource: 'tool',
  software: 'tool',
  article: 'publication',
  book: 'publication',
  report: 'publication',
  'doctoral thesis': 'publication',
}
const kindOf = (type: string): KindHint | undefined => {
  const name = type.toLowerCase()
  return Object.hasOwn(kinds, name) ? kinds[name] : undefined
}
