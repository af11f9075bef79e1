import { element, texts, writeXml, type XmlElement } from '../xml/write.ts'
import { published } from './addresses.ts'
import type { OaiError, OaiErrorCode } from './oai-request.ts'

/** Who answers. */
export type OaiRepository = {
  readonly name: string
  /** The address of the endpoint itself. */
  readonly address: string
  readonly mail: string
  /** No record changed before this. */
  readonly earliest: Date
}

/** The fifteen elements of Dublin Core, each as often as needed. */
export type DublinCore = { readonly [Name in (typeof dublinCore)[number]]?: readonly string[] }

const dublinCore = [
  'title',
  'creator',
  'subject',
  'description',
  'publisher',
  'contributor',
  'date',
  'type',
  'format',
  'identifier',
  'source',
  'language',
  'relation',
  'coverage',
  'rights',
] as const

/** One record. Of a deleted one only the header is left, with the moment of deletion. */
export type OaiRecord = {
  readonly identifier: string
  /** When it changed in this repository; for a withdrawn record, when it was withdrawn. */
  readonly changed: Date
  readonly sets: readonly string[]
  readonly metadata: DublinCore | 'deleted'
}

/** How a list goes on. `token` is null on the last page of several. */
export type OaiPage = {
  readonly token: string | null
  /** How many records came before this page. */
  readonly cursor: number
  /** How many there are in all, when that is known. */
  readonly size?: number
  readonly expires?: Date
}

export type OaiAnswer =
  | { readonly verb: 'Identify' }
  | { readonly verb: 'ListMetadataFormats' }
  | { readonly verb: 'ListSets'; readonly sets: readonly { readonly spec: string; readonly name: string }[] }
  | { readonly verb: 'GetRecord'; readonly record: OaiRecord }
  | {
      readonly verb: 'ListIdentifiers' | 'ListRecords'
      readonly records: readonly OaiRecord[]
      readonly page?: OaiPage
    }
  | { readonly errors: readonly OaiError[] }

const protocol = 'http://www.openarchives.org/OAI/2.0/'
const format = 'http://www.openarchives.org/OAI/2.0/oai_dc/'
const dc = 'http://purl.org/dc/elements/1.1/'
const instance = 'http://www.w3.org/2001/XMLSchema-instance'

/**
 * Writes an answer of OAI-PMH 2.0; errors go with status 200 too. An empty list becomes noRecordsMatch or noSetHierarchy, as the
 * protocol asks.
 * @param asked the arguments as they came; they are repeated unless they are what is wrong.
 * @throws {RangeError} when the endpoint's address is not http or https, or there are no errors among `errors`.
 */
export function writeOai(
  repository: OaiRepository,
  asked: readonly (readonly [string, string])[],
  answer: OaiAnswer,
  now: Date,
): string {
  const errors = errorsOf(answer)
  const repeats = !errors.some(({ code }) => code === 'badVerb' || code === 'badArgument')
  const root = element(
    'OAI-PMH',
    { xmlns: protocol, 'xmlns:xsi': instance, 'xsi:schemaLocation': `${protocol} ${protocol}OAI-PMH.xsd` },
    [
      ...texts('responseDate', [second(now)]),
      element('request', repeats ? Object.fromEntries(asked) : {}, [published(repository.address)]),
      ...errors.map(({ code, message }) => element('error', { code }, [message])),
      'verb' in answer && errors.length === 0 ? element(answer.verb, {}, contentOf(repository, answer)) : null,
    ],
  )
  return writeXml(root)
}

function errorsOf(answer: OaiAnswer): readonly OaiError[] {
  const one = (code: OaiErrorCode, message: string) => [{ code, message }]
  if ('errors' in answer) {
    if (answer.errors.length === 0) throw new RangeError('an answer of errors needs one')
    return answer.errors
  }
  if (answer.verb === 'ListSets' && answer.sets.length === 0) return one('noSetHierarchy', 'There are no sets here.')
  if ('records' in answer && answer.records.length === 0)
    return one('noRecordsMatch', 'No record fits these arguments.')
  return []
}

function contentOf(repository: OaiRepository, answer: Exclude<OaiAnswer, { errors: unknown }>): (XmlElement | null)[] {
  switch (answer.verb) {
    case 'Identify':
      return [
        ...texts('repositoryName', [repository.name]),
        ...texts('baseURL', [published(repository.address)]),
        ...texts('protocolVersion', ['2.0']),
        ...texts('adminEmail', [repository.mail]),
        ...texts('earliestDatestamp', [second(repository.earliest)]),
        ...texts('deletedRecord', ['persistent']),
        ...texts('granularity', ['YYYY-MM-DDThh:mm:ssZ']),
      ]
    case 'ListMetadataFormats':
      return [
        element('metadataFormat', {}, [
          ...texts('metadataPrefix', ['oai_dc']),
          ...texts('schema', ['http://www.openarchives.org/OAI/2.0/oai_dc.xsd']),
          ...texts('metadataNamespace', [format]),
        ]),
      ]
    case 'ListSets':
      return answer.sets.map(({ spec, name }) =>
        element('set', {}, [...texts('setSpec', [spec]), ...texts('setName', [name])]),
      )
    case 'GetRecord':
      return [recordElement(answer.record)]
    case 'ListIdentifiers':
      return [...answer.records.map(headerElement), pageElement(answer.page)]
    case 'ListRecords':
      return [...answer.records.map(recordElement), pageElement(answer.page)]
  }
}

const recordElement = (record: OaiRecord): XmlElement =>
  element('record', {}, [
    headerElement(record),
    record.metadata === 'deleted' ? null : element('metadata', {}, [dcElement(record.metadata)]),
  ])

const headerElement = ({ identifier, changed, sets, metadata }: OaiRecord): XmlElement =>
  element('header', { status: metadata === 'deleted' ? 'deleted' : undefined }, [
    ...texts('identifier', [identifier]),
    ...texts('datestamp', [second(changed)]),
    ...texts('setSpec', sets),
  ])

const dcElement = (metadata: DublinCore): XmlElement =>
  element(
    'oai_dc:dc',
    {
      'xmlns:oai_dc': format,
      'xmlns:dc': dc,
      'xmlns:xsi': instance,
      'xsi:schemaLocation': `${format} http://www.openarchives.org/OAI/2.0/oai_dc.xsd`,
    },
    dublinCore.flatMap((name) => texts(`dc:${name}`, metadata[name] ?? [])),
  )

const pageElement = (page: OaiPage | undefined): XmlElement | null =>
  page === undefined
    ? null
    : element(
        'resumptionToken',
        {
          expirationDate: page.expires === undefined ? undefined : second(page.expires),
          completeListSize: page.size,
          cursor: page.cursor,
        },
        page.token === null ? [] : [page.token],
      )

/** A moment to the second, as the granularity says. */
const second = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`
