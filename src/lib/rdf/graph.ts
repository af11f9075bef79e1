import { DataFactory, Writer, type Literal, type NamedNode, type Quad } from 'n3'
import { languages, type Lang } from '../words.ts'

/** One text in one language; several may stand in the same language. */
export type Worded = { readonly lang: Lang; readonly text: string }

/** Statements about named things, in the order in which they are written. Blank nodes are never among them. */
export type Graph = readonly Quad[]

type Value = NamedNode | Literal

/** The short names under which each vocabulary is written. */
export const vocabularies = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

type Vocabulary = keyof typeof vocabularies
/** A name in a vocabulary: `skos:prefLabel`. */
export type Name = `${Vocabulary}:${string}`

const absolute = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i

/**
 * The name of a thing in full.
 * @throws RangeError that quotes the text when it is no absolute address and cannot be written as one.
 */
export function iri(text: string): NamedNode {
  const address = absolute.test(text) || !URL.canParse(text) ? text : new URL(text).href
  // oxlint-disable-next-line no-control-regex -- a control character would end up inside the angle brackets
  if (!absolute.test(address) || /[\u0000-\u0020]/.test(address)) throw new RangeError(`No absolute address: "${text}"`)
  return DataFactory.namedNode(address)
}

/** @returns the full address of a name in a vocabulary. */
export const named = (name: Name): NamedNode => {
  const colon = name.indexOf(':')
  return DataFactory.namedNode(vocabularies[name.slice(0, colon) as Vocabulary] + name.slice(colon + 1))
}

export const worded = ({ lang, text }: Worded): Literal => DataFactory.literal(text.toWellFormed(), lang)
export const plain = (text: string): Literal => DataFactory.literal(text.toWellFormed())
export const typed = (text: string, type: Name): Literal => DataFactory.literal(text, named(type))
export const instant = (moment: Date): Literal => typed(moment.toISOString(), 'xsd:dateTime')

/** @returns the texts in a fixed order: by language as the pages have them, then by letter; without repeats or blanks. */
export const inOrder = (texts: readonly Worded[]): readonly Worded[] => {
  const once = new Map(
    texts.filter(({ text }) => text.trim() !== '').map((each) => [`${each.lang} ${each.text}`, each]),
  )
  return [...once.values()].sort(
    (a, b) => languages.indexOf(a.lang) - languages.indexOf(b.lang) || (a.text < b.text ? -1 : 1),
  )
}

/** @returns the addresses as names, sorted, without repeats. */
export const addresses = (texts: readonly string[]): readonly NamedNode[] => [...new Set(texts)].sort().map(iri)

/**
 * Everything said about one thing, in the order of the list. A value may be absent; a list gives one statement each.
 */
export function about(
  subject: string,
  said: readonly (readonly [Name, Value | readonly Value[] | null])[],
): readonly Quad[] {
  const node = iri(subject)
  return said.flatMap(([name, value]) =>
    (value === null ? [] : Array.isArray(value) ? (value as readonly Value[]) : [value as Value]).map((object) =>
      DataFactory.quad(node, named(name), object),
    ),
  )
}

/** One statement per thing and value: a document that is named twice is described once. */
export function withoutRepeats(graph: Graph): Graph {
  const seen = new Set<string>()
  const kept = new Map<string, Quad[]>()
  for (const quad of graph) {
    const object = quad.object as Value
    const tail = object.termType === 'Literal' ? `${object.language} ${object.datatype.value}` : ''
    const key = [quad.subject.value, quad.predicate.value, object.termType, object.value, tail].join('\u0000')
    if (seen.has(key)) continue
    seen.add(key)
    const ofSubject = kept.get(quad.subject.value)
    if (ofSubject) ofSubject.push(quad)
    else kept.set(quad.subject.value, [quad])
  }
  return [...kept.values()].flat()
}

const used = (graph: Graph): Record<string, string> => {
  const everything = graph.flatMap(({ predicate, object }) => [
    predicate.value,
    object.termType === 'Literal' ? object.datatype.value : object.value,
  ])
  return Object.fromEntries(
    Object.entries(vocabularies).filter(([, address]) => everything.some((each) => each.startsWith(address))),
  )
}

/** @returns the graph as Turtle 1.1, with the short names it uses. The same graph gives the same text. */
export function turtleOf(graph: Graph): string {
  const writer = new Writer({ prefixes: used(graph) })
  writer.addQuads([...graph])
  let text = ''
  // Without a stream the writer answers at once.
  writer.end((error: Error | null, result: string) => {
    if (error) throw error
    text = result
  })
  return text
}

const short = (address: string): string => {
  for (const [name, start] of Object.entries(vocabularies)) {
    const rest = address.startsWith(start) ? address.slice(start.length) : ''
    if (/^[A-Za-z][\w-]*$/.test(rest)) return `${name}:${rest}`
  }
  return address
}

/** A value as JSON-LD writes it. */
export type JsonLdValue =
  | { readonly '@id': string }
  | { readonly '@value': string; readonly '@language'?: string; readonly '@type'?: string }
export type JsonLdNode = {
  readonly '@id': string
  readonly '@type'?: readonly string[]
  readonly [name: string]: string | readonly string[] | readonly JsonLdValue[] | undefined
}
export type JsonLd = { readonly '@context': Readonly<Record<string, string>>; readonly '@graph': readonly JsonLdNode[] }

const jsonLdValue = (value: Quad['object']): JsonLdValue => {
  if (value.termType !== 'Literal') return { '@id': value.value }
  if (value.language !== '') return { '@value': value.value, '@language': value.language }
  const type = value.datatype.value
  return type === `${vocabularies.xsd}string`
    ? { '@value': value.value }
    : { '@value': value.value, '@type': short(type) }
}

/** @returns the graph as JSON-LD 1.1: the context holds the short names only, every thing stands in `@graph` once. */
export function jsonLdOf(graph: Graph): JsonLd {
  const nodes = new Map<string, Record<string, string | string[] | JsonLdValue[]>>()
  for (const { subject, predicate, object } of graph) {
    const node = nodes.get(subject.value) ?? { '@id': subject.value }
    nodes.set(subject.value, node)
    if (predicate.value === named('rdf:type').value) {
      node['@type'] = [...((node['@type'] ?? []) as string[]), short(object.value)]
    } else {
      const name = short(predicate.value)
      node[name] = [...((node[name] ?? []) as JsonLdValue[]), jsonLdValue(object)]
    }
  }
  return { '@context': used(graph), '@graph': [...nodes.values()] as JsonLdNode[] }
}
