import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import type { Store } from 'n3'
import { describe, expect, it } from 'vitest'
import { root } from '../../platform/root.ts'
import { judge, readTurtle, triples } from './shapes.testing.ts'
import { checkScheme } from './skos-checks.ts'
import { conceptOf, definitionOf, en, fullScheme, nl, schemeOf, termAt, triplesOfJsonLd } from './skos.testing.ts'
import { skosGraph, skosJsonLd, skosTurtle, withInverses, type ConceptScheme } from './skos.ts'

const skos = 'http://www.w3.org/2004/02/skos/core#'
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

describe('a scheme as Turtle and JSON-LD', () => {
  it('says in Turtle what was said, and nothing else', () => {
    expect(triples(readTurtle(skosTurtle(fullScheme)).getQuads(null, null, null, null))).toEqual(
      triples([...skosGraph(fullScheme)]),
    )
  })

  it('says the same in JSON-LD, also after a trip over the wire', () => {
    expect(triplesOfJsonLd(JSON.parse(JSON.stringify(skosJsonLd(fullScheme))))).toEqual(
      triples([...skosGraph(fullScheme)]),
    )
  })

  it('does not depend on the order in which terms, labels and relations were given', () => {
    const turtle = skosTurtle(fullScheme)
    const json = JSON.stringify(skosJsonLd(fullScheme))
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...fullScheme.concepts], { minLength: fullScheme.concepts.length }),
        fc.boolean(),
        (concepts, turned) => {
          const turn = <T>(list: readonly T[]) => (turned ? list.toReversed() : list)
          const scheme = {
            ...fullScheme,
            concepts: concepts.map((concept) => ({
              ...concept,
              prefLabels: turn(concept.prefLabels),
              altLabels: turn(concept.altLabels),
              hiddenLabels: turn(concept.hiddenLabels),
              definitions: turn(concept.definitions),
            })),
          }
          expect(skosTurtle(scheme)).toBe(turtle)
          expect(JSON.stringify(skosJsonLd(scheme))).toBe(json)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('reads back any text, as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (text) => {
        fc.pre(text.trim() !== '')
        const store = readTurtle(skosTurtle(schemeOf([conceptOf('a', { scopeNotes: [nl(text)] })])))
        expect(store.getObjects(termAt('a'), `${skos}scopeNote`, null).map(({ value }) => value)).toEqual([
          text.toWellFormed(),
        ])
      }),
      { numRuns: 40 },
    )
  })

  it('gives the working definition as text, and every definition with owner, source and state', () => {
    const store = readTurtle(skosTurtle(fullScheme))
    const definitions = store.getObjects(termAt('ervaringskennis'), `${skos}definition`, null)
    expect(definitions.map(({ value }) => value)).toEqual([
      'Kennis uit nadenken over wat je meemaakte.\nMet "anderen" gedeeld.',
      'Knowledge from reflection.',
    ])
    const notes = store.getObjects(termAt('ervaringskennis'), `${skos}note`, null)
    expect(notes.map(({ value }) => value)).toEqual([
      `${termAt('ervaringskennis')}#definitie-movisie`,
      `${termAt('ervaringskennis')}#definitie-plein`,
    ])
    for (const note of notes) {
      for (const name of ['creator', 'source'])
        expect(store.countQuads(note, `http://purl.org/dc/terms/${name}`, null, null)).toBe(1)
      expect(store.countQuads(note, 'http://www.w3.org/ns/adms#status', null, null)).toBe(1)
    }
  })

  it('puts every term in the scheme, a retired one too', () => {
    const inScheme = readTurtle(skosTurtle(fullScheme)).getSubjects(`${skos}inScheme`, fullScheme.iri, null)
    expect(inScheme.map(({ value }) => value).sort()).toEqual(fullScheme.concepts.map(({ iri }) => iri).sort())
  })

  it('keeps a retired term, with its reason and the term in its place, and not among the top terms', () => {
    const store = readTurtle(skosTurtle(fullScheme))
    const retired = termAt('patiëntenparticipatie')
    expect(store.countQuads(retired, 'http://www.w3.org/2002/07/owl#deprecated', null, null)).toBe(1)
    expect(store.getObjects(retired, 'http://purl.org/dc/terms/isReplacedBy', null)[0]?.value).toBe(
      termAt('ervaringskennis'),
    )
    expect(store.getObjects(null, `${skos}hasTopConcept`, null).map(({ value }) => value)).toEqual([
      termAt('ervaringskennis'),
      termAt('schuldhulpverlening'),
    ])
  })

  it.each(['geen adres', '//plein.example/x', '', 'begrip/x'])('refuses the address "%s"', (address) => {
    expect(() => skosTurtle(schemeOf([conceptOf('a', { related: [address] })]))).toThrow(RangeError)
  })

  it('adds the other side of every relation, and only that', () => {
    const scheme = schemeOf([
      conceptOf('a', { broader: [termAt('b')] }),
      conceptOf('b', { related: [termAt('c')] }),
      conceptOf('c'),
    ])
    expect(checkScheme(scheme).map(({ kind }) => kind)).toEqual(['relation-one-sided', 'relation-one-sided'])
    expect(checkScheme(withInverses(scheme))).toEqual([])
    expect(withInverses(withInverses(scheme))).toEqual(withInverses(scheme))
    expect(withInverses(scheme).concepts[1]).toMatchObject({ narrower: [termAt('a')], related: [termAt('c')] })
  })
})

// The nine constraints that the profile words in SPARQL, said again in TypeScript. Each gives what it objects to.
const byHand: Readonly<Record<string, (store: Store) => readonly string[]>> = {
  OrphanConcept: (store) =>
    ofClass(store, 'Concept').filter(
      (term) =>
        !isTop(store, term) &&
        ['broader', 'narrower', 'related'].every(
          (relation) =>
            store.countQuads(term, skos + relation, null, null) +
              store.countQuads(null, skos + relation, term, null) ===
            0,
        ),
    ),
  TopConceptHavingBroader: (store) =>
    ofClass(store, 'Concept').filter(
      (term) => isTop(store, term) && store.countQuads(term, `${skos}broader`, null, null) > 0,
    ),
  UnambiguousNotations: (store) => sharedInScheme(store, 'notation'),
  UniquePreflabelWithinConceptScheme: (store) => sharedInScheme(store, 'prefLabel'),
  DisjointConceptAndConceptScheme: (store) =>
    ofClass(store, 'Concept').filter((term) => ofClass(store, 'ConceptScheme').includes(term)),
  DisjointConceptAndCollection: (store) =>
    semantic(store, 'subjects').filter((term) => ofClass(store, 'Collection').includes(term)),
  DisjointConceptSchemeAndCollection: (store) =>
    ['topConceptOf', 'inScheme']
      .flatMap((relation) => values(store.getObjects(null, skos + relation, null)))
      .filter((scheme) => ofClass(store, 'Collection').includes(scheme)),
  MappingRelationsMisuse: (store) =>
    matches.flatMap((relation) =>
      store
        .getQuads(null, skos + relation, null, null)
        .filter(({ subject, object }) =>
          store
            .getObjects(subject, `${skos}inScheme`, null)
            .some((scheme) => store.countQuads(object, `${skos}inScheme`, scheme, null) > 0),
        )
        .map(({ subject }) => subject.value),
    ),
  SemanticRelations: (store) =>
    [...semantic(store, 'subjects'), ...semantic(store, 'objects')].filter(
      (term) => !ofClass(store, 'Concept').includes(term),
    ),
}
const matches = ['broadMatch', 'closeMatch', 'exactMatch', 'narrowMatch', 'relatedMatch']
const values = (terms: readonly { value: string }[]) => terms.map(({ value }) => value)
const ofClass = (store: Store, name: string) => values(store.getSubjects(type, skos + name, null))
const isTop = (store: Store, term: string) =>
  store.countQuads(term, `${skos}topConceptOf`, null, null) +
    store.countQuads(null, `${skos}hasTopConcept`, term, null) >
  0
const semantic = (store: Store, side: 'subjects' | 'objects') =>
  ['broader', 'narrower', 'related', ...matches].flatMap((relation) =>
    values(
      side === 'subjects'
        ? store.getSubjects(skos + relation, null, null)
        : store.getObjects(null, skos + relation, null),
    ),
  )
const sharedInScheme = (store: Store, name: string) =>
  store
    .getQuads(null, skos + name, null, null)
    .filter(({ subject, object }) =>
      values(store.getSubjects(skos + name, object, null)).some((x) => x !== subject.value),
    )
    .map(({ subject }) => subject.value)

// Terms that break one constraint in SPARQL each, so that the words by hand are known to object.
const wrong: Readonly<Record<string, string>> = {
  OrphanConcept: '<x:a> a skos:Concept .',
  TopConceptHavingBroader: '<x:a> a skos:Concept ; skos:topConceptOf <x:s> ; skos:broader <x:b> .',
  UnambiguousNotations: '<x:a> skos:notation "1" . <x:b> skos:notation "1" .',
  UniquePreflabelWithinConceptScheme: '<x:a> skos:prefLabel "a"@nl . <x:b> skos:prefLabel "a"@nl .',
  DisjointConceptAndConceptScheme: '<x:a> a skos:Concept, skos:ConceptScheme .',
  DisjointConceptAndCollection: '<x:a> a skos:Collection ; skos:broader <x:b> .',
  DisjointConceptSchemeAndCollection: '<x:a> skos:inScheme <x:s> . <x:s> a skos:Collection .',
  MappingRelationsMisuse: '<x:a> skos:inScheme <x:s> ; skos:exactMatch <x:b> . <x:b> skos:inScheme <x:s> .',
  SemanticRelations: '<x:a> a skos:Concept ; skos:broader <x:b> .',
}

const profile = join(root, '..', 'shared', 'data', 'standards', 'nl-sbb', 'skos-ap-nl.ttl')
const skip = !existsSync(profile)
if (skip) console.warn('skipped: the shapes of NL-SBB are not here')

describe('a scheme and the shapes of NL-SBB', () => {
  const judged = (scheme: ConceptScheme) =>
    judge(readTurtle(skosTurtle(scheme)), readTurtle(readFileSync(profile, 'utf8')))

  it.skipIf(skip)('gives no violation and no warning', () => {
    expect(judged(fullScheme).objections.filter(({ severity }) => severity !== 'Info')).toEqual([])
  })

  it.skipIf(skip)('covers by hand every constraint that the profile words in SPARQL', () => {
    expect(Object.keys(byHand).sort()).toEqual(judged(fullScheme).sparql)
  })

  it.each(Object.entries(byHand))('breaks nothing that is worded in SPARQL: %s', (name, objections) => {
    // A retired term without relations is an orphan by the profile (Info), and stays so that its address resolves.
    const expected = name === 'OrphanConcept' ? [termAt('patiëntenparticipatie')] : []
    expect(objections(readTurtle(skosTurtle(fullScheme)))).toEqual(expected)
    expect(objections(readTurtle(`@prefix skos: <${skos}> . ${wrong[name]}`)).length).toBeGreaterThan(0)
  })

  it.skipIf(skip).each([
    ['no definition', conceptOf('a', { definitions: [] }), 'Violation', 'definition', 'minCount'],
    ['no preferred label', conceptOf('a', { prefLabels: [] }), 'Warning', 'prefLabel', 'minCount'],
    ['two preferred labels', conceptOf('a', { prefLabels: [nl('a'), nl('b')] }), 'Warning', 'prefLabel', 'uniqueLang'],
    ['a label twice', conceptOf('a', { altLabels: [nl('a')] }), 'Warning', 'altLabel', 'disjoint'],
    ['an unknown broader term', conceptOf('a', { broader: [termAt('z')] }), 'Warning', 'broader', 'class'],
    [
      'broader and related',
      conceptOf('a', { broader: [termAt('b')], related: [termAt('b')] }),
      'Warning',
      'broader',
      'disjoint',
    ],
  ] as const)('objects to %s', (_, concept, severity, path, constraint) => {
    const { objections } = judged(schemeOf([concept, conceptOf('b')]))
    expect(objections).toContainEqual(expect.objectContaining({ severity, focus: termAt('a'), path, constraint }))
  })

  it.skipIf(skip)('has nothing against any scheme that our own checks let through', () => {
    const slugs = ['a', 'b', 'c', 'd']
    const one = fc.subarray(slugs.map(termAt), { maxLength: 1 })
    const concepts = fc.tuple(
      ...slugs.map((slug) =>
        fc
          .record({
            broader: one,
            related: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: one }),
            altLabels: fc.subarray([nl('x'), en('y')]),
            definitions: fc.subarray([definitionOf('een', 'Een.'), definitionOf('twee', 'Twee.')], { minLength: 1 }),
          })
          .map((changed) => conceptOf(slug, { ...changed, working: changed.definitions[0]?.id ?? null })),
      ),
    )
    let sound = 0
    fc.assert(
      fc.property(concepts, (list) => {
        const scheme = withInverses(schemeOf(list))
        if (checkScheme(scheme).some(({ weight }) => weight === 'must')) return
        sound++
        expect(judged(scheme).objections.filter(({ severity }) => severity !== 'Info')).toEqual([])
      }),
      { numRuns: 150, seed: 3 },
    )
    expect(sound).toBeGreaterThan(0)
  })
})
