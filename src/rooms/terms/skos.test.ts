import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inHouse, testOrigin } from '../../../test/house.ts'
import { judge, readTurtle } from '../../lib/rdf/shapes.testing.ts'
import { checkScheme } from '../../lib/rdf/skos-checks.ts'
import { root } from '../../platform/root.ts'
import { schemeOf } from './skos.rules.ts'
import { contest } from './terms.testing.ts'
import { listDefinitions, listTerms } from './terms.sql.ts'
import { terms } from './vocabulary.ts'

const skos = 'http://www.w3.org/2004/02/skos/core#'
const profile = join(root, '..', 'shared', 'data', 'standards', 'nl-sbb', 'skos-ap-nl.ttl')
const skip = !existsSync(profile)
if (skip) console.warn('skipped: the shapes of NL-SBB are not here')

describe('the framework of terms as data', () => {
  it(
    'is negotiated: a page for people, Turtle and JSON-LD for programs, and each is kept apart',
    inHouse(async ({ visitor, platform }) => {
      platform.cache.trust(true)
      for (const path of ['/begrippenkader', '/begrippen/dakloosheid'])
        for (const _ of ['fresh', 'kept']) {
          const page = await visitor().get(path, { accept: 'text/html' })
          expect([path, page.headers.get('content-type')]).toEqual([path, 'text/html; charset=utf-8'])
          const turtle = await visitor().get(path, { accept: 'text/turtle' })
          expect(turtle.headers.get('content-type')).toBe('text/turtle; charset=utf-8')
          expect(readTurtle(turtle.text).countQuads(null, `${skos}prefLabel`, null, null)).toBeGreaterThan(1)
          const json = await visitor().get(path, { accept: 'application/ld+json' })
          expect(json.headers.get('content-type')).toBe('application/ld+json; charset=utf-8')
          expect(json.json<{ '@graph': unknown[] }>()['@graph'].length).toBeGreaterThan(1)
          for (const answer of [page, turtle, json]) expect(answer.headers.get('vary')).toBe('accept, accept-encoding')
        }
      expect(platform.cache.kept().pages).toBe(6)
    }),
  )

  it(
    'gives every term a lasting name that leads to its page',
    inHouse(async ({ visitor }) => {
      const answer = await visitor().get('/id/begrip/dakloosheid')
      expect([answer.status, answer.location]).toEqual([303, '/begrippen/dakloosheid'])
      expect((await visitor().get('/id/begrip/bestaat-niet')).status).toBe(404)
      const one = readTurtle((await visitor().get('/begrippen/dakloosheid', { accept: 'text/turtle' })).text)
      expect(one.getSubjects(`${skos}prefLabel`, null, null).map(({ value }) => value)).toEqual([
        `${testOrigin}/id/begrip/dakloosheid`,
      ])
    }),
  )

  it(
    'says nothing that our own checks object to, with a contested and a retired term in it',
    inHouse(async (house) => {
      await contest(house)
      const scheme = await house.platform.database.square(async (db) =>
        schemeOf(testOrigin, await listTerms(db), await listDefinitions(db), new Date()),
      )
      expect(scheme.concepts).toHaveLength(terms.length + 1)
      expect(checkScheme(scheme).filter(({ weight }) => weight === 'must')).toEqual([])
    }),
  )

  it.skipIf(skip)(
    'breaks no shape of NL-SBB, as a whole, with a contested and a retired term in it',
    inHouse(async (house) => {
      await contest(house)
      const whole = await house.visitor().get('/begrippenkader.ttl')
      expect(whole.headers.get('content-type')).toBe('text/turtle; charset=utf-8')
      const facts = readTurtle(whole.text)
      const { objections } = judge(facts, readTurtle(readFileSync(profile, 'utf8')))
      expect(objections.filter(({ severity }) => severity === 'Violation')).toEqual([])
      expect(facts.countQuads(null, 'http://www.w3.org/2002/07/owl#deprecated', null, null)).toBe(1)
      const json = (await house.visitor().get('/begrippenkader.jsonld')).json<{ '@graph': unknown[] }>()
      expect(json['@graph'].length).toBeGreaterThan(terms.length)
    }),
  )
})
