import { Parser, Store, type Quad } from 'n3'

type Term = Quad['object']

/** What a shape objects to. `shape` is the last part of its address; `constraint` the SHACL word that failed. */
export type Objection = {
  readonly severity: 'Violation' | 'Warning' | 'Info'
  readonly focus: string
  readonly shape: string
  readonly path: string
  readonly constraint: string
}

const sh = 'http://www.w3.org/ns/shacl#'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#'

export const readTurtle = (text: string): Store => new Store(new Parser().parse(text))

// Said about a shape, without constraining anything.
const silent = new Set(
  'name description order group severity message path property targetClass targetSubjectsOf targetObjectsOf sparql'.split(
    ' ',
  ),
)

const lastPart = (address: string): string => address.split(/[#/]/).at(-1) ?? address
const same = (a: Term, b: Term): boolean => a.equals(b)

function listed(shapes: Store, head: Term): readonly Term[] {
  const items: Term[] = []
  for (let at = head; at.value !== `${rdf}nil`;) {
    const [first] = shapes.getObjects(at, `${rdf}first`, null)
    const [rest] = shapes.getObjects(at, `${rdf}rest`, null)
    if (!first || !rest) throw new Error('a list without an end')
    items.push(first)
    at = rest
  }
  return items
}

const kinds: Readonly<Record<string, readonly string[]>> = {
  IRI: ['NamedNode'],
  Literal: ['Literal'],
  BlankNode: ['BlankNode'],
  BlankNodeOrIRI: ['BlankNode', 'NamedNode'],
  BlankNodeOrLiteral: ['BlankNode', 'Literal'],
  IRIOrLiteral: ['NamedNode', 'Literal'],
}

const hasClass = (facts: Store, node: Term, wanted: Term): boolean => {
  // Everything with a name is a resource (RDF Schema 2.1), whether or not somebody says so.
  if (wanted.value === `${rdfs}Resource`) return node.termType !== 'Literal'
  const waiting = node.termType === 'Literal' ? [] : facts.getObjects(node, `${rdf}type`, null)
  const seen = new Set<string>()
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (same(at, wanted)) return true
    if (seen.has(at.value)) continue
    seen.add(at.value)
    waiting.push(...facts.getObjects(at, `${rdfs}subClassOf`, null))
  }
  return false
}

/**
 * The part of SHACL Core (W3C, 2017) that the Dutch profiles use: targets by class, subject and object; property shapes
 * with a plain path; minCount, maxCount, datatype, nodeKind, class, node, uniqueLang, disjoint, in, pattern, or, xone.
 * A word of SHACL that is not known throws, so that a new version of a profile cannot pass unread. `sparql` names the
 * constraints in SPARQL, which this does not run.
 */
export function judge(facts: Store, shapes: Store): { objections: readonly Objection[]; sparql: readonly string[] } {
  const objections: Objection[] = []

  const conforms = (node: Term, shape: Term): boolean => {
    const before = objections.length
    check(node, shape, 'Violation')
    return objections.splice(before).length === 0
  }

  const breaks = (word: string, wanted: Term, values: readonly Term[], focus: Term): boolean => {
    const some = (wrong: (value: Term) => boolean) => values.some(wrong)
    switch (word) {
      case 'minCount':
        return values.length < Number(wanted.value)
      case 'maxCount':
        return values.length > Number(wanted.value)
      case 'datatype':
        return some((value) => value.termType !== 'Literal' || value.datatype.value !== wanted.value)
      case 'nodeKind':
        return some((value) => !kinds[lastPart(wanted.value)]?.includes(value.termType))
      case 'class':
        return some((value) => !hasClass(facts, value, wanted))
      case 'node':
        return some((value) => !conforms(value, wanted))
      case 'uniqueLang': {
        const tags = values.flatMap((value) => (value.termType === 'Literal' && value.language ? [value.language] : []))
        return wanted.value === 'true' && new Set(tags).size < tags.length
      }
      case 'disjoint':
        return facts.getObjects(focus, wanted, null).some((other) => some((value) => same(value, other)))
      case 'in':
        return some((value) => !listed(shapes, wanted).some((allowed) => same(allowed, value)))
      case 'pattern':
        return some((value) => !new RegExp(wanted.value, 'u').test(value.value))
      case 'or':
        return some((value) => !listed(shapes, wanted).some((choice) => conforms(value, choice)))
      case 'xone':
        return some((value) => listed(shapes, wanted).filter((choice) => conforms(value, choice)).length !== 1)
      case 'closed':
        if (wanted.value === 'true') throw new Error('closed shapes are not read')
        return false
      default:
        throw new Error(`not read: sh:${word}`)
    }
  }

  const check = (focus: Term, shape: Term, inherited: Objection['severity']): void => {
    const [path] = shapes.getObjects(shape, `${sh}path`, null)
    if (path && path.termType !== 'NamedNode') throw new Error('only plain paths are read')
    const [said] = shapes.getObjects(shape, `${sh}severity`, null)
    const severity = said ? (lastPart(said.value) as Objection['severity']) : inherited
    const values = path ? facts.getObjects(focus, path, null) : [focus]
    for (const { predicate, object: wanted } of shapes.getQuads(shape, null, null, null)) {
      const word = predicate.value.startsWith(sh) ? predicate.value.slice(sh.length) : ''
      if (word === 'property') for (const value of values) check(value, wanted, 'Violation')
      if (word === '' || silent.has(word) || !breaks(word, wanted, values, focus)) continue
      const place = { focus: focus.value, shape: lastPart(shape.value), path: path ? lastPart(path.value) : '' }
      objections.push({ severity, ...place, constraint: word })
    }
  }

  const targets: readonly (readonly [string, (wanted: Term) => readonly Term[]])[] = [
    ['targetClass', (wanted) => facts.getSubjects(`${rdf}type`, wanted, null)],
    ['targetSubjectsOf', (wanted) => facts.getSubjects(wanted, null, null)],
    ['targetObjectsOf', (wanted) => facts.getObjects(null, wanted, null)],
  ]
  let judged = 0
  for (const [word, nodesOf] of targets) {
    for (const { subject: shape, object: wanted } of shapes.getQuads(null, `${sh}${word}`, null, null)) {
      for (const node of nodesOf(wanted)) {
        judged++
        check(node, shape, 'Violation')
      }
    }
  }
  if (judged === 0) throw new Error('no shape found anything to judge')
  const sparql = shapes
    .getQuads(null, `${sh}sparql`, null, null)
    .map(({ subject, object }) => lastPart(object.termType === 'BlankNode' ? subject.value : object.value))
  return { objections, sparql: [...new Set(sparql)].sort() }
}

/** @returns the address of every triple as text, sorted: two graphs without blank nodes are the same when these are. */
export const triples = (quads: readonly Quad[]): readonly string[] =>
  quads
    .map(({ subject, predicate, object }) =>
      JSON.stringify([
        subject.value,
        predicate.value,
        object.termType,
        object.value,
        ...(object.termType === 'Literal' ? [object.language, object.datatype.value] : []),
      ]),
    )
    .sort()
