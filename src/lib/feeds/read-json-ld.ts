import { decodeBytes, placeAfter } from '../xml/charset.ts'
import { gather, shown, type Found, type Gathered, type Loose } from './gather.ts'
import {
  defaultSize,
  type Harvest,
  type KindHint,
  type Place,
  type ReadingOptions,
  type Refusal,
  type Remark,
} from './harvested.ts'
import { whereNotJson } from './json-place.ts'
import { wronglyStated } from './read-feed.ts'

type Node = Readonly<Record<string, unknown>>
type Located = { readonly node: Node; readonly path: string }

const kinds: Readonly<Record<string, KindHint>> = {
  Article: 'article',
  BlogPosting: 'article',
  NewsArticle: 'article',
  SocialMediaPosting: 'article',
  TechArticle: 'article',
  ScholarlyArticle: 'publication',
  Report: 'publication',
  Book: 'publication',
  Thesis: 'publication',
  DigitalDocument: 'publication',
  Chapter: 'publication',
  LearningResource: 'tool',
  HowTo: 'tool',
  SoftwareApplication: 'tool',
  WebApplication: 'tool',
  CreativeWork: 'article',
  VideoObject: 'article',
  PodcastEpisode: 'article',
  Collection: 'article',
  Course: 'training',
  EducationalOccupationalProgram: 'training',
  Event: 'event',
  EducationEvent: 'event',
  SocialEvent: 'event',
  BusinessEvent: 'event',
  CourseInstance: 'event',
  DefinedTerm: 'term',
  Question: 'question',
  Dataset: 'dataset',
  Project: 'project',
  ResearchProject: 'project',
}

// Pages and lists are no records themselves, but hold them.
const holders: Readonly<Record<string, readonly string[]>> = {
  WebPage: ['mainEntity'],
  CollectionPage: ['mainEntity', 'hasPart'],
  ItemPage: ['mainEntity'],
  FAQPage: ['mainEntity'],
  QAPage: ['mainEntity'],
  ItemList: ['itemListElement'],
  ListItem: ['item'],
  DefinedTermSet: ['hasDefinedTerm'],
  DataCatalog: ['dataset'],
  Blog: ['blogPost'],
  DataFeed: ['dataFeedElement'],
  DataFeedItem: ['item'],
}

// One name more than a record takes, so that it says that there were more.
const most = { depth: 12, nodes: 100_000, names: 101 } as const

/**
 * Reads things of schema.org from JSON-LD: a document, or the script blocks of a web page. Takes single things, lists, `@graph`,
 * and what pages, lists, term sets and catalogues hold; looks up names by `@id` in the same document; fetches nothing,
 * so a context elsewhere is not read.
 */
export function readJsonLd(source: Uint8Array | string, options: ReadingOptions): Harvest {
  const size = options.size ?? defaultSize
  if (source.length > size)
    return { ok: false, problem: 'too-large', place: { line: 1, column: 1 }, detail: String(size) }
  const bytes = typeof source === 'string' ? null : decodeBytes(source, options.contentType)
  if (bytes && !bytes.ok)
    return {
      ok: false,
      problem: bytes.problem,
      place: { line: bytes.line, column: bytes.column },
      detail: bytes.detail,
    }
  const text = bytes ? bytes.text : String(source).replace(/^\uFEFF/, '')
  if (text.trim() === '') return { ok: false, problem: 'empty', place: { line: 1, column: 1 }, detail: '' }
  const remarks = wronglyStated(bytes?.ok ? bytes.statedWrongly : undefined)

  const isPage = text.trimStart().startsWith('<')
  const blocks = isPage ? scriptsOf(text) : [{ text, at: 0 }]
  const found: Found[] = []
  const refused: Refusal[] = []
  for (const [number, block] of blocks.entries()) {
    const read = parsed(block.text)
    if (read.ok) {
      const { records, stopped } = recordsOf(read.value, isPage ? `script[${number}]` : '')
      for (const record of records) found.push(record)
      if (stopped !== null) refused.push({ place: { path: stopped }, reason: 'too-many-records', found: '' })
    } else {
      const place = placeAfter(text.slice(0, block.at + read.at))
      if (!isPage) return { ok: false, problem: 'not-json', place, detail: read.detail }
      refused.push({ place, reason: 'unreadable', found: shown(block.text) })
    }
  }
  if (found.length === 0 && refused.length === 0)
    return {
      ok: false,
      problem: 'no-records-of-schema-org',
      place: { line: 1, column: 1 },
      detail: isPage ? `${blocks.length} script blocks` : '',
    }
  const gathered: Gathered = gather(found, options)
  return { ok: true, format: 'json-ld', records: gathered.records, refused: [...refused, ...gathered.refused], remarks }
}

/** The JSON-LD blocks of a page. Looks ahead with indexes only, so that a hostile page costs no more than its length. */
function scriptsOf(html: string): { text: string; at: number }[] {
  const blocks: { text: string; at: number }[] = []
  const begin = /<!--|<script/gi
  const end = /<\/script/gi
  for (let mark = begin.exec(html); mark; mark = begin.exec(html)) {
    if (mark[0] === '<!--') {
      const close = html.indexOf('-->', mark.index + 4)
      if (close < 0) break
      begin.lastIndex = close + 3
      continue
    }
    const open = html.indexOf('>', mark.index)
    if (open < 0) break
    end.lastIndex = open
    const close = end.exec(html)
    if (!close) break
    const attributes = html.slice(mark.index, Math.min(open, mark.index + 1000))
    if (/\stype\s*=\s*["']?application\/ld\+json/i.test(attributes))
      blocks.push({ text: html.slice(open + 1, close.index), at: open + 1 })
    begin.lastIndex = close.index
  }
  return blocks
}

type Parsed = { ok: true; value: unknown } | { ok: false; at: number; detail: string }

function parsed(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    return { ok: false, at: whereNotJson(text), detail: shown(detail) }
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
const prefixes = ['', 'schema:', 'https://schema.org/', 'http://schema.org/']

function get(node: Node, name: string): unknown {
  for (const prefix of prefixes) {
    const key = prefix + name
    if (Object.hasOwn(node, key)) return node[key]
  }
  return undefined
}

const typesOf = (node: Node): string[] =>
  listOf(node['@type']).flatMap((type) =>
    typeof type === 'string' ? type.replace(/^(?:schema:|https?:\/\/schema\.org\/)/, '') : [],
  )

/** The records in a document, and where was stopped when it holds too many things. */
function recordsOf(document: unknown, prefix: string): { records: Found[]; stopped: string | null } {
  const known = new Map<string, Node>()
  const records: Located[] = []
  let nodes = 0
  let stopped: string | null = null
  const walk = (value: unknown, path: string, depth: number): void => {
    nodes += 1
    if (depth > most.depth) return
    if (nodes > most.nodes) {
      stopped ??= path
      return
    }
    if (Array.isArray(value)) {
      for (const [at, each] of value.entries()) walk(each, `${path}[${at}]`, depth + 1)
      return
    }
    if (!isNode(value)) return
    const id = value['@id']
    if (typeof id === 'string' && Object.keys(value).length > 1) known.set(id, value)
    const types = typesOf(value)
    if (types.some((type) => Object.hasOwn(kinds, type))) records.push({ node: value, path })
    const inside = types.flatMap((type) => (Object.hasOwn(holders, type) ? (holders[type] ?? []) : []))
    if (value['@graph'] !== undefined) walk(value['@graph'], `${path}["@graph"]`, depth + 1)
    for (const name of inside) walk(get(value, name), `${path}.${name}`, depth + 1)
  }
  walk(document, `${prefix}$`, 0)
  return { records: records.map((record) => readNode(record, known)), stopped }
}

function readNode({ node, path }: Located, known: ReadonlyMap<string, Node>): Found {
  const place: Place = { path }
  const text = (name: string) => textsOf(get(node, name), known, 0)[0]
  const all = (name: string) => textsOf(get(node, name), known, 0)
  const kind = typesOf(node)
    .map((type) => (Object.hasOwn(kinds, type) ? kinds[type] : undefined))
    .find((each) => each !== undefined)
  const id = typeof node['@id'] === 'string' ? node['@id'] : undefined
  const url =
    addressIn(get(node, 'url')) ??
    (id !== undefined && /^https?:/i.test(id) ? id : addressIn(get(node, 'mainEntityOfPage')))
  const answer = listOf(get(node, 'acceptedAnswer') ?? get(node, 'suggestedAnswer')).find(isNode)
  const body = text('articleBody') ?? (answer && textsOf(get(answer, 'text'), known, 0)[0])
  const keywords = all('keywords').flatMap((words) => words.split(','))
  const remarks: Remark[] =
    get(node, 'eventSchedule') === undefined ? [] : [{ place, field: 'start', reason: 'repeats', found: '' }]
  return {
    place,
    sourceId: id ?? text('identifier'),
    otherName: text('headline') ?? text('name'),
    title: loose(text('headline') ?? text('name')),
    summary: loose(text('description') ?? text('abstract')),
    body: loose(body),
    link: url,
    published: text('datePublished') ?? text('dateCreated'),
    changed: text('dateModified'),
    authors: [...all('author'), ...(kind === 'event' ? all('organizer') : all('creator'))],
    subjects: [...all('about'), ...keywords],
    kind,
    location: text('location'),
    start: text('startDate'),
    end: text('endDate'),
    language: text('inLanguage'),
    licence: addressIn(get(node, 'license')) ?? text('license'),
    cancelled: String(get(node, 'eventStatus') ?? '').endsWith('EventCancelled'),
    remarks,
  }
}

/** Words as text, or as HTML when they hold a tag or an entity: sites put both there. */
const loose = (value: string | undefined): Loose | undefined =>
  value === undefined
    ? undefined
    : { kind: /<\/?[a-z][^<]{0,2000}>|&(?:#\d{1,7}|[a-z]{2,8});/i.test(value) ? 'html' : 'text', value }

/** The words in a value: itself, its `@value`, or the name of the thing it is or points to. */
function textsOf(value: unknown, known: ReadonlyMap<string, Node>, depth: number): string[] {
  if (depth > 3) return []
  // Of what is looked up only the first name is taken: names that point to names would grow without end.
  return listOf(value)
    .slice(0, depth === 0 ? most.names : 1)
    .flatMap((each) => {
      if (typeof each === 'string') return [each]
      if (typeof each === 'number' && Number.isFinite(each)) return [String(each)]
      if (!isNode(each)) return []
      if (each['@value'] !== undefined) return textsOf(each['@value'], known, depth + 1)
      const whole = typeof each['@id'] === 'string' ? (known.get(each['@id']) ?? each) : each
      return textsOf(get(whole, 'name') ?? get(whole, 'value') ?? get(whole, 'addressLocality'), known, depth + 1)
    })
}

function addressIn(value: unknown): string | undefined {
  for (const each of listOf(value)) {
    if (typeof each === 'string') return each
    if (isNode(each) && typeof each['@id'] === 'string') return each['@id']
    if (isNode(each) && typeof get(each, 'url') === 'string') return String(get(each, 'url'))
  }
  return undefined
}
