import {
  about,
  addresses,
  inOrder,
  instant,
  iri,
  jsonLdOf,
  named,
  plain,
  turtleOf,
  typed,
  withoutRepeats,
  worded,
  type Graph,
  type JsonLd,
  type Worded,
} from './graph.ts'

/** An organisation with an address of its own on the plein. */
export type Agent = { readonly iri: string; readonly name: readonly Worded[] }

/** Where to ask about it: an organisation's desk, never a person. `email` without "mailto:". */
export type ContactPoint = {
  readonly iri: string
  readonly name: string
  readonly email: string | null
  readonly page: string | null
}

/** Themes of the EU list "data-theme" that fit the plein. */
export type DataTheme = 'SOCI' | 'HEAL' | 'EDUC' | 'GOVE' | 'JUST' | 'REGI'
/** Who may use it, after the EU list "access-right". */
export type AccessRight = 'PUBLIC' | 'RESTRICTED' | 'NON_PUBLIC'
/** File types of the EU list "file-type" that the plein writes. */
export type FileType = 'CSV' | 'JSON' | 'JSON_LD' | 'RDF_TURTLE' | 'ATOM' | 'XML' | 'ZIP' | 'XLSX' | 'HTML' | 'ICS'
/** Languages of the EU list "language". */
export type DataLanguage = 'NLD' | 'ENG'

type Described = {
  readonly iri: string
  readonly title: readonly Worded[]
  readonly description: readonly Worded[]
  readonly publisher: Agent
  readonly creator: Agent
  readonly contactPoint: ContactPoint
  readonly licence: string
  readonly languages: readonly DataLanguage[]
}

type Subjected = {
  readonly accessRight: AccessRight
  /** At least one. */
  readonly themes: readonly [DataTheme, ...DataTheme[]]
  readonly keywords: readonly Worded[]
  readonly landingPage: string | null
  readonly documentation: readonly string[]
  /** Standards it keeps to, by address. */
  readonly conformsTo: readonly string[]
}

/** One file, or one way to get it. `bytes`, `sha256` (64 hexadecimal digits) and `modified` are null when unknown. */
export type Distribution = {
  readonly iri: string
  readonly title: readonly Worded[]
  readonly accessUrl: string
  readonly downloadUrl: string | null
  readonly licence: string
  readonly fileType: FileType
  /** As in HTTP, without parameters: "text/csv". */
  readonly mediaType: string
  readonly bytes: number | null
  readonly sha256: string | null
  readonly modified: Date | null
  readonly languages: readonly DataLanguage[]
  readonly conformsTo: readonly string[]
  /** The address of the data service that gives it. */
  readonly accessService: string | null
}

export type Dataset = Omit<Described, 'licence'> &
  Subjected & {
    readonly issued: Date | null
    readonly modified: Date
    readonly version: string | null
    readonly distributions: readonly Distribution[]
  }

export type DataService = Described &
  Subjected & {
    readonly modified: Date
    readonly endpointUrl: string
    /** The address of the OpenAPI document, or of the page that explains it. */
    readonly endpointDescription: string
    /** Addresses of the data sets it gives. */
    readonly serves: readonly string[]
  }

export type Catalogue = Described & {
  readonly modified: Date
  readonly homepage: string
  /** At least one. */
  readonly datasets: readonly [Dataset, ...Dataset[]]
  readonly services: readonly DataService[]
}

const authority = 'http://publications.europa.eu/resource/authority'
const languagesOf = (codes: readonly DataLanguage[]) => addresses(codes.map((code) => `${authority}/language/${code}`))
const themesOf = (codes: readonly DataTheme[]) => addresses(codes.map((code) => `${authority}/data-theme/${code}`))
const orNone = (address: string | null) => (address === null ? null : iri(address))

const typedAs = (type: 'foaf:Document' | 'dct:Standard' | 'dct:LicenseDocument', list: readonly (string | null)[]) =>
  list.flatMap((address) => (address === null ? [] : about(address, [['rdf:type', named(type)]])))

const agentGraph = (agent: Agent): Graph =>
  about(agent.iri, [
    ['rdf:type', named('foaf:Agent')],
    ['foaf:name', inOrder(agent.name).map(worded)],
  ])

const contactGraph = (contact: ContactPoint): Graph =>
  about(contact.iri, [
    ['rdf:type', [named('vcard:Kind'), named('vcard:Organization')]],
    ['vcard:fn', plain(contact.name)],
    ['vcard:hasEmail', contact.email === null ? null : iri(`mailto:${contact.email}`)],
    ['vcard:hasURL', orNone(contact.page)],
  ])

const describedGraph = (thing: Omit<Described, 'licence'>, type: 'Catalog' | 'Dataset' | 'DataService'): Graph =>
  about(thing.iri, [
    ['rdf:type', named(`dcat:${type}`)],
    ['dct:title', inOrder(thing.title).map(worded)],
    ['dct:description', inOrder(thing.description).map(worded)],
    ['dct:publisher', iri(thing.publisher.iri)],
    ['dct:creator', iri(thing.creator.iri)],
    ['dcat:contactPoint', iri(thing.contactPoint.iri)],
    ['dct:language', languagesOf(thing.languages)],
  ])

const subjectedGraph = (thing: Subjected & { readonly iri: string }): Graph =>
  about(thing.iri, [
    ['dct:identifier', plain(thing.iri)],
    ['dct:accessRights', iri(`${authority}/access-right/${thing.accessRight}`)],
    ['dcat:theme', themesOf(thing.themes)],
    ['dcat:keyword', inOrder(thing.keywords).map(worded)],
    ['dcat:landingPage', orNone(thing.landingPage)],
    ['foaf:page', addresses(thing.documentation)],
    ['dct:conformsTo', addresses(thing.conformsTo)],
  ])

const aroundGraph = (thing: Omit<Described, 'licence'> & Partial<Subjected>): Graph => [
  ...agentGraph(thing.publisher),
  ...agentGraph(thing.creator),
  ...contactGraph(thing.contactPoint),
  ...typedAs('foaf:Document', [thing.landingPage ?? null, ...(thing.documentation ?? [])]),
  ...typedAs('dct:Standard', thing.conformsTo ?? []),
]

const checksumAddress = (distribution: Distribution) => `${distribution.iri}#checksum`

const distributionGraph = (file: Distribution): Graph => [
  ...about(file.iri, [
    ['rdf:type', named('dcat:Distribution')],
    ['dct:title', inOrder(file.title).map(worded)],
    ['dcat:accessURL', iri(file.accessUrl)],
    ['dcat:downloadURL', orNone(file.downloadUrl)],
    ['dct:license', iri(file.licence)],
    ['dct:format', iri(`${authority}/file-type/${file.fileType}`)],
    ['dcat:mediaType', iri(`http://www.iana.org/assignments/media-types/${file.mediaType}`)],
    ['dcat:byteSize', file.bytes === null ? null : typed(String(file.bytes), 'xsd:nonNegativeInteger')],
    ['spdx:checksum', file.sha256 === null ? null : iri(checksumAddress(file))],
    ['dct:modified', file.modified === null ? null : instant(file.modified)],
    ['dct:language', languagesOf(file.languages)],
    ['dct:conformsTo', addresses(file.conformsTo)],
    ['dcat:accessService', orNone(file.accessService)],
  ]),
  ...(file.sha256 === null
    ? []
    : about(checksumAddress(file), [
        ['rdf:type', named('spdx:Checksum')],
        ['spdx:algorithm', named('spdx:checksumAlgorithm_sha256')],
        ['spdx:checksumValue', typed(file.sha256, 'xsd:hexBinary')],
      ])),
  ...typedAs('dct:LicenseDocument', [file.licence]),
  ...typedAs('dct:Standard', file.conformsTo),
]

const datasetGraph = (dataset: Dataset): Graph => [
  ...describedGraph(dataset, 'Dataset'),
  ...subjectedGraph(dataset),
  ...about(dataset.iri, [
    ['dct:issued', dataset.issued === null ? null : instant(dataset.issued)],
    ['dct:modified', instant(dataset.modified)],
    ['dcat:version', dataset.version === null ? null : plain(dataset.version)],
    ['dcat:distribution', addresses(dataset.distributions.map((file) => file.iri))],
  ]),
  ...sorted(dataset.distributions).flatMap(distributionGraph),
  ...aroundGraph(dataset),
]

const serviceGraph = (service: DataService): Graph => [
  ...describedGraph(service, 'DataService'),
  ...subjectedGraph(service),
  ...about(service.iri, [
    ['dct:license', iri(service.licence)],
    ['dct:modified', instant(service.modified)],
    ['dcat:endpointURL', iri(service.endpointUrl)],
    ['dcat:endpointDescription', iri(service.endpointDescription)],
    ['dcat:servesDataset', addresses(service.serves)],
  ]),
  ...typedAs('dct:LicenseDocument', [service.licence]),
  ...aroundGraph(service),
]

const sorted = <T extends { readonly iri: string }>(things: readonly T[]): readonly T[] =>
  [...things].sort((a, b) => (a.iri < b.iri ? -1 : 1))

/**
 * A catalogue with its data sets, files and services as statements, in an order that does not depend on the input.
 *
 * Source: DCAT-AP-NL 3.0 (Geonovum) on DCAT-AP 3.0 (SEMIC); codes are those of the EU authority lists.
 * @throws RangeError when something that should be an address is none.
 */
function dcatGraph(catalogue: Catalogue): Graph {
  return withoutRepeats([
    ...describedGraph(catalogue, 'Catalog'),
    ...about(catalogue.iri, [
      ['dct:license', iri(catalogue.licence)],
      ['dct:modified', instant(catalogue.modified)],
      ['foaf:homepage', iri(catalogue.homepage)],
      ['dcat:dataset', addresses(catalogue.datasets.map((dataset) => dataset.iri))],
      ['dcat:service', addresses(catalogue.services.map((service) => service.iri))],
    ]),
    ...typedAs('foaf:Document', [catalogue.homepage]),
    ...typedAs('dct:LicenseDocument', [catalogue.licence]),
    ...aroundGraph(catalogue),
    ...sorted(catalogue.datasets).flatMap(datasetGraph),
    ...sorted(catalogue.services).flatMap(serviceGraph),
  ])
}

/** @returns the catalogue as Turtle, after DCAT-AP-NL 3.0; the same catalogue gives the same text. @throws RangeError for an address that is none. */
export const dcatTurtle = (catalogue: Catalogue): string => turtleOf(dcatGraph(catalogue))

/** @returns the catalogue as JSON-LD, saying the same as the Turtle. @throws RangeError for an address that is none. */
export const dcatJsonLd = (catalogue: Catalogue): JsonLd => jsonLdOf(dcatGraph(catalogue))
