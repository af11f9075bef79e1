import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser, Store } from 'n3'
import { describe, expect, it } from 'vitest'
import { root } from '../../platform/root.ts'
import { catalogue, dataset, distribution, service } from './dcat.testing.ts'
import { dcatJsonLd, dcatTurtle, type Catalogue } from './dcat.ts'
import { judge, readTurtle, triples } from './shapes.testing.ts'
import { triplesOfJsonLd } from './skos.testing.ts'

const all = (store: Store) => store.getQuads(null, null, null, null)

describe('a catalogue as Turtle and JSON-LD', () => {
  it('says the same in both', () => {
    expect(triplesOfJsonLd(JSON.parse(JSON.stringify(dcatJsonLd(catalogue))))).toEqual(
      triples(all(readTurtle(dcatTurtle(catalogue)))),
    )
  })

  it('does not depend on the order in which files were given', () => {
    const turned: Catalogue = {
      ...catalogue,
      datasets: [{ ...dataset, distributions: dataset.distributions.toReversed(), themes: ['HEAL', 'SOCI'] }],
    }
    expect(dcatTurtle(turned)).toBe(dcatTurtle(catalogue))
  })

  it('leaves out what is not known, and describes an organisation once', () => {
    const turtle = dcatTurtle(catalogue)
    expect(turtle.match(/dcat:byteSize/g)).toHaveLength(1)
    expect(turtle.match(/spdx:checksumValue/g)).toHaveLength(1)
    expect(turtle.match(/a foaf:Agent/g)).toHaveLength(1)
    expect(turtle).toContain('"2026-11-01T09:00:00.000Z"^^xsd:dateTime')
  })

  it('refuses an address that is none', () => {
    expect(() => dcatTurtle({ ...catalogue, homepage: 'geen adres' })).toThrow('No absolute address: "geen adres"')
  })
})

const folder = join(root, '..', 'shared', 'data', 'standards', 'dcat-ap-nl')
const skip = !existsSync(folder)
if (skip) console.warn('skipped: the shapes of DCAT-AP-NL are not here')

const shapesIn = (...names: readonly string[]) =>
  new Store(names.flatMap((name) => new Parser().parse(readFileSync(join(folder, `${name}.ttl`), 'utf8'))))

// The European lists are not in our data; a harvester has them loaded. This says of what kind their codes are.
const lists = `
@prefix : <http://publications.europa.eu/resource/authority/> .
@prefix dct: <http://purl.org/dc/terms/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix spdx: <http://spdx.org/rdf/terms#> . @prefix m: <http://www.iana.org/assignments/media-types/text/> .
<http://publications.europa.eu/resource/authority/data-theme/SOCI> a skos:Concept ; skos:prefLabel "Population and society"@en .
<http://publications.europa.eu/resource/authority/data-theme/HEAL> a skos:Concept ; skos:prefLabel "Health"@en .
<http://publications.europa.eu/resource/authority/language/NLD> a dct:LinguisticSystem .
<http://publications.europa.eu/resource/authority/language/ENG> a dct:LinguisticSystem .
<http://publications.europa.eu/resource/authority/access-right/PUBLIC> a dct:RightsStatement .
<http://publications.europa.eu/resource/authority/file-type/CSV> a dct:MediaTypeOrExtent .
<http://publications.europa.eu/resource/authority/file-type/RDF_TURTLE> a dct:MediaTypeOrExtent .
<http://www.iana.org/assignments/media-types/text/csv> a dct:MediaType .
<http://www.iana.org/assignments/media-types/text/turtle> a dct:MediaType .
spdx:checksumAlgorithm_sha256 a spdx:ChecksumAlgorithm .`

const judged = (turtle: string, ...names: readonly string[]) =>
  judge(new Store([...all(readTurtle(turtle)), ...all(readTurtle(lists))]), shapesIn(...names))

const dutch = ['dcat-ap-nl-SHACL', 'dcat-ap-nl-SHACL-klassebereik', 'dcat-ap-nl-SHACL-klassebereik-codelijsten']

describe('a catalogue and the shapes of DCAT-AP-NL', () => {
  it.skipIf(skip)('keeps to everything that is mandatory in the Netherlands', () => {
    expect(judged(dcatTurtle(catalogue), ...dutch)).toEqual({ objections: [], sparql: [] })
  })

  it.skipIf(skip)('keeps to the European base, with the European lists at hand', () => {
    expect(judged(dcatTurtle(catalogue), 'dcat-ap-SHACL')).toEqual({ objections: [], sparql: [] })
  })

  it.skipIf(skip)('gives all that is recommended, save a file to download where there is none', () => {
    const { objections } = judged(dcatTurtle(catalogue), 'dcat-ap-nl-SHACL-aanbevolen')
    expect(objections.map(({ focus, path, severity }) => ({ focus, path, severity }))).toEqual([
      { focus: 'https://plein.example/id/dataset/kennis/turtle', path: 'downloadURL', severity: 'Warning' },
    ])
  })

  // One line taken out of the Turtle each time: the shapes must miss it, or their silence above says nothing.
  it.skipIf(skip).each([
    [dataset.iri, 'dct:identifier', 'minCount'],
    [dataset.iri, 'dct:creator', 'minCount'],
    [dataset.iri, 'dct:publisher', 'minCount'],
    [dataset.iri, 'dcat:contactPoint', 'minCount'],
    [dataset.iri, 'dct:accessRights', 'minCount'],
    [dataset.iri, 'dcat:theme', 'minCount'],
    [distribution.iri, 'dct:license', 'minCount'],
    [service.iri, 'dcat:endpointDescription', 'minCount'],
    [service.iri, 'dct:license', 'minCount'],
    [service.iri, 'dct:description', 'minCount'],
    [catalogue.iri, 'dcat:contactPoint', 'minCount'],
    [catalogue.iri, 'dcat:dataset', 'minCount'],
  ])('misses what is taken out: %s %s', (focus, name, constraint) => {
    const without = all(readTurtle(dcatTurtle(catalogue))).filter(
      ({ subject, predicate }) =>
        subject.value !== focus || !predicate.value.endsWith(name.replace('dcat:', 'dcat#').replace('dct:', '/')),
    )
    const { objections } = judge(new Store(without), shapesIn('dcat-ap-nl-SHACL'))
    expect(objections).toContainEqual(expect.objectContaining({ severity: 'Violation', focus, constraint }))
  })

  it.skipIf(skip).each([
    ['two identifiers', `<${dataset.iri}> <http://purl.org/dc/terms/identifier> "x" .`, 'maxCount'],
    ['a date that is text', `<${service.iri}> <http://purl.org/dc/terms/modified> "gisteren" .`, 'node'],
    ['a theme that is text', `<${service.iri}> <http://www.w3.org/ns/dcat#theme> "zorg" .`, 'nodeKind'],
    [
      'a page of no known kind',
      `<${service.iri}> <http://xmlns.com/foaf/0.1/page> <https://elders.example/> .`,
      'class',
    ],
  ])('objects to %s', (_, extra, constraint) => {
    const { objections } = judged(dcatTurtle(catalogue) + extra, ...dutch)
    expect(objections.map((objection) => objection.constraint)).toContain(constraint)
  })
})

describe('the reader of shapes', () => {
  const prefixes = '@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . '
  const constraints = (shape: string, facts: string) =>
    judge(
      readTurtle(prefixes + facts),
      readTurtle(`${prefixes} <x:s> sh:targetClass <x:C> ; sh:property [ sh:path <x:p> ; ${shape} ] .`),
    ).objections.map(({ constraint }) => constraint)

  it.each([
    ['sh:minCount 1', '', '<x:p> 1'],
    ['sh:maxCount 1', '<x:p> 1, 2', '<x:p> 1'],
    ['sh:datatype xsd:date', '<x:p> "2026"', '<x:p> "2026-01-01"^^xsd:date'],
    ['sh:nodeKind sh:IRI', '<x:p> "a"', '<x:p> <x:b>'],
    ['sh:class <x:D>', '<x:p> <x:b>', '<x:p> <x:d>'],
    ['sh:uniqueLang true', '<x:p> "a"@nl, "b"@nl', '<x:p> "a"@nl, "b"@en'],
    ['sh:disjoint <x:q>', '<x:p> 1 ; <x:q> 1', '<x:p> 1 ; <x:q> 2'],
    ['sh:in (1 2)', '<x:p> 3', '<x:p> 2'],
    ['sh:pattern "^a"', '<x:p> "b"', '<x:p> "ab"'],
    ['sh:or ([ sh:nodeKind sh:IRI ] [ sh:datatype xsd:string ])', '<x:p> 1', '<x:p> "a", <x:b>'],
    ['sh:xone ([ sh:nodeKind sh:Literal ] [ sh:datatype xsd:string ])', '<x:p> "a"', '<x:p> 1'],
    ['sh:node [ sh:nodeKind sh:IRI ]', '<x:p> 1', '<x:p> <x:b>'],
  ])('reads %s', (shape, wrong, right) => {
    const facts = (said: string) =>
      `<x:a> a <x:C> ${said === '' ? '' : `; ${said}`} . <x:d> a <x:E> . <x:E> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <x:D> .`
    expect(constraints(shape, facts(wrong))).toEqual([/sh:(\w+)/.exec(shape)?.[1]])
    expect(constraints(shape, facts(right))).toEqual([])
  })

  it('refuses a word it does not know, and shapes that judge nothing', () => {
    expect(() => constraints('sh:lessThan <x:q>', '<x:a> a <x:C> .')).toThrow('not read: sh:lessThan')
    expect(() => constraints('sh:minCount 1', '<x:a> a <x:Other> .')).toThrow('no shape found anything')
  })
})
