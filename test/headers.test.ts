import { describe, expect, it } from 'vitest'
import { securityHeaders } from '../src/platform/http/headers.ts'
import type { Seen } from './browsing.ts'
import { routes, setScene } from './contract/scene.ts'
import { inHouse, testOrigin } from './house.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Without the number of the request, which a problem names, and the moment, which a harvester gets. */
const bare = (text: string) =>
  text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '…').replace(/<responseDate>[^<]*/, '…')

function expectEverywhere(seen: Seen) {
  const common = Object.entries(securityHeaders).filter(([name]) => name !== 'cross-origin-resource-policy')
  for (const [name, value] of common) expect([name, seen.headers.get(name)]).toEqual([name, value])
  expect(seen.headers.get('x-request-id')).toMatch(uuid)
  expect(seen.headers.get('server')).toBeNull()
  expect(seen.headers.get('x-powered-by')).toBeNull()
}

describe('the headers of every answer', () => {
  it(
    'are safe on every status; the square is public and without cookies, the house is never kept',
    inHouse(async (house) => {
      const scene = await setScene(house)
      const visitor = house.visitor()
      const rosa = await scene.browser('expert')
      const status = routes.find(({ route }) => route.path === '/vraag/status/:link')?.route
      const home = await visitor.get('/')
      const seen: Record<string, Seen> = {
        '200 square': home,
        '304 square': await visitor.get('/', { 'if-none-match': home.headers.get('etag') ?? '' }),
        '200 api': await visitor.get('/api/v1/items'),
        '400 api': await visitor.get('/api/v1/items?nonsense=1'),
        '404 api': await visitor.get('/api/v1/items/nothing'),
        '200 house': await rosa.get('/mijn'),
        '303 house': await visitor.get('/mijn'),
        '401 house': await visitor.post('/mijn/gegevens'),
        '403 house': await rosa.get('/beheer/mensen'),
        '403 origin': await rosa.post('/mijn/gegevens', {}, { origin: 'https://elsewhere.example' }),
        '404 house': await visitor.get('/is-er-niet'),
        '405 house': await visitor.post('/mijn'),
        '410 house': status ? await visitor.get(await scene.path(status, 'missing')) : home,
        '413 house': await visitor.postRaw('/inloggen', `email=${'x'.repeat(600_000)}`),
        '415 house': await visitor.postRaw('/inloggen', '{}', { 'content-type': 'application/json' }),
        '400 house': await visitor.postRaw('/inloggen', 'email=%ff%fe'),
        '422 house': await visitor.post('/inloggen', { nonsense: '1' }),
      }
      for (const [name, answer] of Object.entries(seen)) {
        expect([name, answer.status]).toEqual([name, Number(name.slice(0, 3))])
        expectEverywhere(answer)
        const open = name === '304 square' || name.startsWith('200 square') || name === '200 api'
        expect([name, answer.headers.get('cache-control')]).toEqual([
          name,
          open ? 'public, max-age=0, must-revalidate' : 'no-store',
        ])
        const isApi = name.includes('api')
        expect([name, answer.headers.getSetCookie()]).toEqual([name, []])
        expect([name, answer.headers.get('access-control-allow-origin')]).toEqual([name, isApi ? '*' : null])
        expect([name, answer.headers.get('api-version')]).toEqual([name, isApi ? '1.0.0' : null])
        const isProblem = answer.headers.get('content-type') === 'application/problem+json'
        expect([name, isProblem]).toEqual([name, isApi && answer.status >= 400])
      }
    }),
  )

  it(
    'no public page sets a cookie or shows who is signed in',
    inHouse(async (house) => {
      const scene = await setScene(house)
      const rosa = await scene.browser('administrator')
      for (const { route } of routes.filter((each) => each.route.side === 'square')) {
        const path = await scene.path(route, 'own')
        const [signedIn, nobody] = [await rosa.get(path), await house.visitor().get(path)]
        expect([path, signedIn.headers.getSetCookie(), bare(signedIn.text) === bare(nobody.text)]).toEqual([
          path,
          [],
          true,
        ])
      }
    }),
  )

  it(
    'every action refuses a form from another site',
    inHouse(async (house) => {
      const scene = await setScene(house)
      for (const { route, name } of routes.filter(
        // What a mail program presses has no page to come from; its link is the proof, and it can only stop letters.
        ({ route: { method, side, onePress } }) => method === 'POST' && side === 'house' && onePress !== true,
      )) {
        const path = await scene.path(route, 'own')
        const browser = await scene.browser('administrator')
        const statuses = [
          await browser.postRaw(path, '_key=x', { origin: 'https://elsewhere.example' }),
          await browser.postRaw(path, '_key=x', { origin: 'null' }),
          await browser.postRaw(path, '_key=x', { origin: testOrigin, 'sec-fetch-site': 'cross-site' }),
          await withoutOrigin(house, path),
        ].map((seen) => seen.status)
        expect([name, statuses]).toEqual([name, [403, 403, 403, 403]])
      }
    }),
  )
})

async function withoutOrigin({ fetch }: { fetch: (request: Request) => Promise<Response> }, path: string) {
  const { status } = await fetch(
    new Request(new URL(path, testOrigin), {
      method: 'POST',
      body: '_key=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
  )
  return { status }
}
