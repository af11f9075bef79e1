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

/** A document that a term or a definition rests on. `page`: where to read it; `citation`: how to refer to it. */
export type Source = {
  readonly iri: string
  readonly title: readonly Worded[]
  readonly page: string | null
  readonly citation: string | null
}

/** How far the partners are: proposed by one, being discussed, agreed by all, or set aside. */
export const agreements = ['proposed', 'discussed', 'agreed', 'set-aside'] as const
export type Agreement = (typeof agreements)[number]

/** What a word means according to one owner. */
export type Definition = {
  /** Unique within its term; letters, digits and hyphens. */
  readonly id: string
  readonly text: readonly Worded[]
  /** Whose definition it is. */
  readonly owner: { readonly iri: string; readonly name: string }
  readonly sources: readonly Source[]
  readonly agreement: Agreement
}

/** Since when a term is no longer used, why, and which term came in its place (null: none). */
export type Retired = { readonly since: Date; readonly reason: readonly Worded[]; readonly replacedBy: string | null }

/** A term of a scheme. Relations hold addresses of other terms of the same scheme. */
export type Concept = {
  readonly iri: string
  readonly prefLabels: readonly Worded[]
  readonly altLabels: readonly Worded[]
  readonly hiddenLabels: readonly Worded[]
  readonly definitions: readonly Definition[]
  /** The id of the definition that the plein works with; null when none was chosen. */
  readonly working: string | null
  readonly broader: readonly string[]
  readonly narrower: readonly string[]
  readonly related: readonly string[]
  readonly scopeNotes: readonly Worded[]
  readonly changeNotes: readonly Worded[]
  readonly sources: readonly Source[]
  readonly retired: Retired | null
}

/** A begrippenkader: terms with one address, one title, one owner. */
export type ConceptScheme = {
  readonly iri: string
  readonly title: readonly Worded[]
  readonly explanation: readonly Worded[]
  readonly publisher: { readonly iri: string; readonly name: string }
  readonly licence: string
  readonly modified: Date
  readonly concepts: readonly Concept[]
}

const stateWords: Readonly<Record<Agreement, readonly Worded[]>> = {
  proposed: [
    { lang: 'nl', text: 'voorgesteld' },
    { lang: 'en', text: 'proposed' },
  ],
  discussed: [
    { lang: 'nl', text: 'in gesprek' },
    { lang: 'en', text: 'being discussed' },
  ],
  agreed: [
    { lang: 'nl', text: 'afgesproken' },
    { lang: 'en', text: 'agreed' },
  ],
  'set-aside': [
    { lang: 'nl', text: 'terzijde gelegd' },
    { lang: 'en', text: 'set aside' },
  ],
}

/** @returns the definition the plein works with; undefined when none was chosen or the chosen one is not there. */
export const workingDefinition = (concept: Concept): Definition | undefined =>
  concept.definitions.find((definition) => definition.id === concept.working)

const byAddress = <T extends { readonly iri: string }>(things: readonly T[]): readonly T[] =>
  [...things].sort((a, b) => (a.iri < b.iri ? -1 : a.iri > b.iri ? 1 : 0))

const isTop = (concept: Concept): boolean => concept.broader.length === 0 && concept.retired === null

const described = (source: Source): Graph =>
  about(source.iri, [
    ['dct:title', inOrder(source.title).map(worded)],
    ['foaf:page', source.page === null ? null : iri(source.page)],
    ['dct:bibliographicCitation', source.citation === null ? null : plain(source.citation)],
  ])

const addressOf = (concept: Concept, definition: Definition): string => `${concept.iri}#definitie-${definition.id}`
const stateAddress = (scheme: ConceptScheme, agreement: Agreement): string => `${scheme.iri}#${agreement}`

const definitionGraph = (scheme: ConceptScheme, concept: Concept, definition: Definition): Graph => [
  ...about(addressOf(concept, definition), [
    ['rdf:value', inOrder(definition.text).map(worded)],
    ['dct:creator', iri(definition.owner.iri)],
    ['dct:source', addresses(definition.sources.map((source) => source.iri))],
    ['adms:status', iri(stateAddress(scheme, definition.agreement))],
  ]),
  ...agentGraph(definition.owner),
  ...byAddress(definition.sources).flatMap(described),
]

const agentGraph = (agent: ConceptScheme['publisher']): Graph =>
  about(agent.iri, [
    ['rdf:type', named('foaf:Agent')],
    ['foaf:name', plain(agent.name)],
  ])

function conceptGraph(scheme: ConceptScheme, concept: Concept): Graph {
  const working = workingDefinition(concept)
  const sources = byAddress([...concept.sources, ...(working?.sources ?? [])])
  const definitions = [...concept.definitions].sort((a, b) => (a.id < b.id ? -1 : 1))
  return [
    ...about(concept.iri, [
      ['rdf:type', named('skos:Concept')],
      ['skos:prefLabel', inOrder(concept.prefLabels).map(worded)],
      ['skos:altLabel', inOrder(concept.altLabels).map(worded)],
      ['skos:hiddenLabel', inOrder(concept.hiddenLabels).map(worded)],
      ['skos:definition', inOrder(working?.text ?? []).map(worded)],
      ['skos:note', definitions.map((definition) => iri(addressOf(concept, definition)))],
      ['skos:broader', addresses(concept.broader)],
      ['skos:narrower', addresses(concept.narrower)],
      ['skos:related', addresses(concept.related)],
      ['skos:scopeNote', inOrder(concept.scopeNotes).map(worded)],
      ['skos:changeNote', inOrder(concept.changeNotes).map(worded)],
      ['dct:source', addresses(sources.map((source) => source.iri))],
      ['owl:deprecated', concept.retired ? typed('true', 'xsd:boolean') : null],
      ['prov:invalidatedAtTime', concept.retired ? instant(concept.retired.since) : null],
      ['skos:historyNote', inOrder(concept.retired?.reason ?? []).map(worded)],
      ['dct:isReplacedBy', concept.retired?.replacedBy ? iri(concept.retired.replacedBy) : null],
      ['skos:topConceptOf', isTop(concept) ? iri(scheme.iri) : null],
      ['skos:inScheme', iri(scheme.iri)],
    ]),
    ...definitions.flatMap((definition) => definitionGraph(scheme, concept, definition)),
    ...sources.flatMap(described),
  ]
}

/**
 * The scheme as statements. A term without a broader one, and not retired, is a top term. The working definition is
 * `skos:definition`; every definition, the working one too, is also a thing of its own behind `skos:note`, with owner,
 * source and state of agreement, because the profile takes text only for `skos:definition`. Relations are written as
 * given; see {@link withInverses}. The order of the input makes no difference.
 *
 * Source: SKOS Reference (W3C, 2009); NL-SBB with SKOS-AP-NL 1.0.0 (Geonovum).
 * @throws RangeError when something that should be an address is none.
 */
export function skosGraph(scheme: ConceptScheme): Graph {
  const concepts = byAddress(scheme.concepts)
  const states = agreements.filter((state) =>
    concepts.some((concept) => concept.definitions.some(({ agreement }) => agreement === state)),
  )
  return withoutRepeats([
    ...about(scheme.iri, [
      ['rdf:type', named('skos:ConceptScheme')],
      ['dct:title', inOrder(scheme.title).map(worded)],
      ['rdfs:comment', inOrder(scheme.explanation).map(worded)],
      ['dct:publisher', iri(scheme.publisher.iri)],
      ['dct:license', iri(scheme.licence)],
      ['dct:modified', instant(scheme.modified)],
      ['skos:hasTopConcept', addresses(concepts.filter(isTop).map((concept) => concept.iri))],
    ]),
    ...agentGraph(scheme.publisher),
    ...states.flatMap((state) =>
      about(stateAddress(scheme, state), [['rdfs:label', inOrder(stateWords[state]).map(worded)]]),
    ),
    ...concepts.flatMap((concept) => conceptGraph(scheme, concept)),
  ])
}

/** @returns the scheme as Turtle; see {@link skosGraph}. */
export const skosTurtle = (scheme: ConceptScheme): string => turtleOf(skosGraph(scheme))

/** @returns the scheme as JSON-LD, saying the same as the Turtle; see {@link skosGraph}. */
export const skosJsonLd = (scheme: ConceptScheme): JsonLd => jsonLdOf(skosGraph(scheme))

/** @returns the scheme with every relation between its own terms said from both sides; nothing is taken away. */
export function withInverses(scheme: ConceptScheme): ConceptScheme {
  const pointing = (relation: 'broader' | 'narrower' | 'related', to: string): readonly string[] =>
    scheme.concepts.filter((each) => each[relation].includes(to)).map((each) => each.iri)
  const joined = (given: readonly string[], found: readonly string[]) => [...new Set([...given, ...found])].sort()
  return {
    ...scheme,
    concepts: scheme.concepts.map((concept) => ({
      ...concept,
      broader: joined(concept.broader, pointing('narrower', concept.iri)),
      narrower: joined(concept.narrower, pointing('broader', concept.iri)),
      related: joined(concept.related, pointing('related', concept.iri)),
    })),
  }
}
