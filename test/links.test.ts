import { describe, expect, it } from 'vitest'
import { house } from '../src/app/house.ts'
import { browse } from './browsing.ts'
import { inHouse, testOrigin } from './house.ts'

describe('a link that is no token', () => {
  it.each(['%00', '%00'.repeat(20), '%F0%9F%98%80', 'a'.repeat(5000), "'; drop table x --", '..%2f..'])(
    'proves nothing and breaks nothing: %s',
    (link) =>
      inHouse(async ({ visitor }) => {
        expect((await visitor().get(`/vraag/status/${link}`)).status).toBe(410)
      })(),
  )
  it(
    'nor does a cookie',
    inHouse(async ({ fetch }) => {
      const browser = browse(fetch, testOrigin)
      browser.cookies.set('plein', 'a'.repeat(42) + '!')
      expect((await browser.get('/mijn')).status).toBe(303)
    }),
  )
})

describe('an address with a NUL in it', () => {
  const open = house.routes.filter(({ path }) => /:(?!link\b)/.test(path))
  it(
    'is nowhere, whatever stands there for others',
    inHouse(async ({ fetch }) => {
      const found: string[] = []
      for (const { method, path } of open) {
        const address = testOrigin + path.replace(/:[^/]+/g, '%00')
        const { status } = await fetch(new Request(address, { method }))
        if (status !== 404) found.push(`${status} ${method} ${path}`)
      }
      expect(open.length).toBeGreaterThan(100)
      expect(found).toEqual([])
    }),
  )
})
