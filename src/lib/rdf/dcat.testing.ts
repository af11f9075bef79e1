import type { Catalogue, DataService, Dataset, Distribution } from './dcat.ts'
import { en, nl } from './skos.testing.ts'

const place = 'https://plein.example'
const publisher = { iri: `${place}/id/organisatie/plein`, name: [nl('Ervaringsplein')] }
const contactPoint = {
  iri: `${place}/id/contact/redactie`,
  name: 'Redactie',
  email: 'redactie@plein.example',
  page: `${place}/vraag`,
}
const cc0 = 'http://creativecommons.org/publicdomain/zero/1.0/deed.nl'
const common = { publisher, creator: publisher, contactPoint, languages: ['NLD', 'ENG'] as const }
const subject = {
  accessRight: 'PUBLIC' as const,
  themes: ['SOCI', 'HEAL'] as const,
  keywords: [nl('ervaringskennis'), en('lived experience')],
  landingPage: `${place}/open-gegevens`,
  documentation: [`${place}/open-gegevens/uitleg`],
  conformsTo: ['http://www.openarchives.org/OAI/2.0/'],
}

export const distribution: Distribution = {
  iri: `${place}/id/dataset/kennis/csv`,
  title: [nl('CSV')],
  accessUrl: `${place}/data/kennis.csv`,
  downloadUrl: `${place}/data/kennis.csv`,
  licence: cc0,
  fileType: 'CSV',
  mediaType: 'text/csv',
  bytes: 12_345,
  sha256: 'a'.repeat(64),
  modified: new Date('2026-11-01T09:00:00Z'),
  languages: ['NLD'],
  conformsTo: ['https://www.rfc-editor.org/rfc/rfc4180'],
  accessService: `${place}/id/dienst/api`,
}

const bare: Distribution = {
  ...distribution,
  iri: `${place}/id/dataset/kennis/turtle`,
  downloadUrl: null,
  fileType: 'RDF_TURTLE',
  mediaType: 'text/turtle',
  bytes: null,
  sha256: null,
  modified: null,
}

export const dataset: Dataset = {
  iri: `${place}/id/dataset/kennis`,
  title: [nl('Kennis op het plein'), en('Knowledge on the square')],
  description: [nl('Alle gepubliceerde kennisitems, zonder gegevens van personen.')],
  ...common,
  ...subject,
  issued: new Date('2026-01-01T00:00:00Z'),
  modified: new Date('2026-11-01T09:00:00Z'),
  version: '2026.11',
  distributions: [distribution, bare],
}

export const service: DataService = {
  iri: `${place}/id/dienst/api`,
  title: [nl('API van het plein')],
  description: [nl('Zoeken en lezen door programma’s.')],
  ...common,
  ...subject,
  licence: cc0,
  modified: new Date('2026-11-01T09:00:00Z'),
  endpointUrl: `${place}/api/v1`,
  endpointDescription: `${place}/api/v1/openapi.json`,
  serves: [`${place}/id/dataset/kennis`],
}

export const catalogue: Catalogue = {
  iri: `${place}/catalogus`,
  title: [nl('Open gegevens van het plein')],
  description: [nl('Wat iedereen mag hergebruiken.')],
  ...common,
  licence: cc0,
  modified: new Date('2026-11-01T09:00:00Z'),
  homepage: `${place}/open-gegevens`,
  datasets: [dataset],
  services: [service],
}
