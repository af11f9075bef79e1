import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../src/platform/root.ts'
import type { Seen } from './browsing.ts'
import { hasObject, kinds, routes, setScene, sides, type Kind, type Scene, type Side } from './contract/scene.ts'
import { broken, type Found } from './contract/promises.ts'
import { answers } from './contract/routes.table.ts'
import { withCommittedHouse } from './house.ts'
import type { Route } from '../src/platform/http/routes.ts'

/**
 * Asks a route as a person. About what is ours an action gets a field it does not know, so that nothing happens and the
 * next person finds the same; about another's and what is not there it gets an empty form.
 */
async function ask(scene: Scene, route: Route, kind: Kind, side: Side | 'strange'): Promise<Seen> {
  const path = await scene.path(route, side === 'strange' ? 'missing' : side)
  const browser = await scene.browser(kind, endsSessions(route))
  if (route.method === 'GET') return browser.get(path)
  return browser.post(path, side === 'own' || side === 'strange' ? { zzz_unknown: '1' } : {})
}

/** After these the session of whoever pressed is another one, or none. */
const endsSessions = (route: Route) =>
  route.method === 'POST' && /^\/(uitloggen|mijn\/tweede-stap|beheer\/mensen)/.test(route.path)

async function askAll(scene: Scene, route: Route): Promise<Found> {
  const found: Found = {}
  const asked = !hasObject(route)
    ? (['own'] as const)
    : route.method === 'GET'
      ? sides
      : ([...sides, 'strange'] as const)
  for (const side of asked) {
    const row: Partial<Record<Kind, Seen>> = {}
    // Only what may happen goes in turn: who is first changes what the next one finds.
    if (route.method === 'GET' || (side !== 'foreign' && !endsSessions(route)))
      await Promise.all(kinds.map(async (kind) => (row[kind] = await ask(scene, route, kind, side))))
    else for (const kind of kinds) row[kind] = await ask(scene, route, kind, side)
    found[side] = row as Record<Kind, Seen>
  }
  return found
}

/** The statuses of a row: one number when everybody gets the same, else a number per kind in their order. */
const inShort = (row: Record<Kind, Seen>) => {
  const statuses = kinds.map((kind) => row[kind].status)
  return new Set(statuses).size === 1 ? String(statuses[0]) : statuses.join(' ')
}

describe('every route, for every kind of person', () => {
  it(
    'answers as the table says; what is not yours looks like what is not there',
    withCommittedHouse(async (house) => {
      const scene = await setScene(house)
      const seen: Record<string, string[]> = {}
      const wrong: string[] = []
      for (const { route, name } of routes) {
        const found = await askAll(scene, route)
        seen[name] = sides.flatMap((side) => (found[side] ? [inShort(found[side])] : []))
        wrong.push(...broken(name, route, found))
      }
      expect(wrong).toEqual([])
      if (process.env['UPDATE_ROUTES'] === '1') writeTable(seen)
      const known = process.env['UPDATE_ROUTES'] === '1' ? seen : answers
      const unknown = Object.keys(seen).filter((name) => !(name in known))
      expect(
        unknown,
        'these routes have no row yet: look at what they answer, then run UPDATE_ROUTES=1 vitest run test/routes.commit.test.ts',
      ).toEqual([])
      expect(
        Object.keys(known).filter((name) => !(name in seen)),
        'these rows have no route any more',
      ).toEqual([])
      expect(seen).toEqual(known)
    }),
    240_000,
  )
})

function writeTable(seen: Readonly<Record<string, string[]>>) {
  const rows = Object.entries(seen).map(([name, row]) => `  '${name}': [${row.map((each) => `'${each}'`).join(', ')}],`)
  writeFileSync(
    join(root, 'test', 'contract', 'routes.table.ts'),
    [
      '// What every route answers. One number: everybody gets it. Else, in order: a visitor, an expert, the second expert of',
      '// the duo, an expert elsewhere, a coordinator, another coordinator, an editor of A, an editor of B, an administrator,',
      '// a researcher, and who shows a link (their own, another one) as if it were a session. Routes about something have three:',
      '// about what is ours, what is of others, and what is not there. Actions get a field they do not know about what is',
      '// ours, and an empty form otherwise. Written by UPDATE_ROUTES=1 vitest run test/routes.commit.test.ts; read it before it goes in.',
      'export const answers: Readonly<Record<string, readonly string[]>> = {',
      ...rows,
      '}',
      '',
    ].join('\n'),
  )
}
