import type { Lang } from '../words.ts'
import type { JsonLd, Worded } from './graph.ts'
import type { Concept, ConceptScheme, Definition } from './skos.ts'

const place = 'https://plein.example/id'
export const termAt = (slug: string): string => `${place}/begrip/${slug}`
export const nl = (text: string): Worded => ({ lang: 'nl', text })
export const en = (text: string): Worded => ({ lang: 'en', text })

export const definitionOf = (id: string, text: string): Definition => ({
  id,
  text: [nl(text)],
  owner: { iri: `${place}/organisatie/${id}`, name: `Organisatie ${id}` },
  sources: [],
  agreement: 'proposed',
})

export const conceptOf = (slug: string, changed: Partial<Concept> = {}): Concept => ({
  iri: termAt(slug),
  prefLabels: [nl(slug), en(`${slug} (en)`)],
  altLabels: [],
  hiddenLabels: [],
  definitions: [definitionOf('een', `Wat ${slug} is.`)],
  working: 'een',
  broader: [],
  narrower: [],
  related: [],
  scopeNotes: [],
  changeNotes: [],
  sources: [],
  retired: null,
  ...changed,
})

export const schemeOf = (concepts: readonly Concept[]): ConceptScheme => ({
  iri: `${place}/begrippenkader/ervaringsdeskundigheid`,
  title: [nl('Begrippenkader ervaringsdeskundigheid'), en('Terms of lived-experience expertise')],
  explanation: [nl('De woorden die wij gebruiken, en wat we ermee bedoelen.')],
  publisher: { iri: `${place}/organisatie/plein`, name: 'Ervaringsplein' },
  licence: 'https://creativecommons.org/publicdomain/zero/1.0/',
  modified: new Date('2026-11-01T10:00:00Z'),
  concepts,
})

const startnote = {
  iri: `${place}/bron/startnotitie`,
  title: [nl('Startnotitie')],
  page: 'https://bron.example/startnotitie',
  citation: 'Movisie (2021). "Startnotitie".',
}

/** A small scheme with everything a term can have; sound. */
export const fullScheme: ConceptScheme = schemeOf([
  conceptOf('ervaringskennis', {
    narrower: [termAt('ervaringsdeskundigheid')],
    definitions: [
      {
        id: 'plein',
        text: [
          nl('Kennis uit nadenken over wat je meemaakte.\nMet "anderen" gedeeld.'),
          en('Knowledge from reflection.'),
        ],
        owner: { iri: `${place}/organisatie/plein`, name: 'Ervaringsplein' },
        sources: [startnote],
        agreement: 'agreed',
      },
      { ...definitionOf('movisie', 'Kennis van mensen zelf.'), agreement: 'discussed', sources: [startnote] },
    ],
    working: 'plein',
    scopeNotes: [nl('Iets anders dan ervaring.')],
    changeNotes: [nl('Omschrijving aangepast op 1 november 2026.')],
    sources: [startnote],
  }),
  conceptOf('ervaringsdeskundigheid', {
    broader: [termAt('ervaringskennis')],
    related: [termAt('schuldhulpverlening')],
    altLabels: [nl('ervaringskunde')],
    hiddenLabels: [nl('ervaringsdeskundigheit'), nl('ervarings deskundigheid')],
  }),
  conceptOf('schuldhulpverlening', {
    related: [termAt('ervaringsdeskundigheid')],
    altLabels: [nl('schuldhulp'), nl('hulp bij schulden')],
  }),
  conceptOf('patiëntenparticipatie', {
    retired: {
      since: new Date('2026-03-01T00:00:00Z'),
      reason: [nl('Wij spreken van inwoners.')],
      replacedBy: termAt('ervaringskennis'),
    },
  }),
])

/** Reads JSON-LD of the flat kind we write into triples, in the form of `triples` in shapes.testing. */
export function triplesOfJsonLd({ '@context': context, '@graph': graph }: JsonLd): readonly string[] {
  const full = (name: string): string => {
    const [prefix = '', rest] = name.split(/:(.*)/s)
    const start = Object.hasOwn(context, prefix) ? context[prefix] : undefined
    return start === undefined ? name : start + (rest ?? '')
  }
  const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
  const found: string[] = []
  for (const node of graph) {
    for (const [name, values] of Object.entries(node)) {
      if (name === '@id' || values === undefined || typeof values === 'string') continue
      for (const value of values) {
        if (typeof value === 'string') found.push(JSON.stringify([node['@id'], type, 'NamedNode', full(value)]))
        else if ('@id' in value) found.push(JSON.stringify([node['@id'], full(name), 'NamedNode', value['@id']]))
        else {
          const language: Lang | string = value['@language'] ?? ''
          const plain = 'http://www.w3.org/2001/XMLSchema#string'
          const datatype = language
            ? 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString'
            : value['@type']
              ? full(value['@type'])
              : plain
          found.push(JSON.stringify([node['@id'], full(name), 'Literal', value['@value'], language, datatype]))
        }
      }
    }
  }
  return found.sort()
}
