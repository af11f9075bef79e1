import { describe, expect, it } from 'vitest'
import { withCommittedHouse } from '../house.ts'
import { routes, setScene } from './scene.ts'

const names = ['DateTimeFormat', 'NumberFormat', 'ListFormat', 'Collator', 'PluralRules', 'RelativeTimeFormat'] as const

/** Counts the formatters that are made while something is done. */
async function formattersMadeBy(work: () => Promise<unknown>): Promise<number> {
  const real = Object.fromEntries(names.map((name) => [name, Intl[name]]))
  let made = 0
  for (const name of names)
    Object.defineProperty(Intl, name, {
      configurable: true,
      writable: true,
      value: new Proxy(Intl[name], {
        construct(target, args, newTarget) {
          made++
          return Reflect.construct(target, args, newTarget) as object
        },
      }),
    })
  try {
    await work()
  } finally {
    for (const name of names)
      Object.defineProperty(Intl, name, { configurable: true, writable: true, value: real[name] })
  }
  return made
}

describe('a page of the square', () => {
  // One for dates holds some 25 kB that the collector does not see: at hundreds of pages a second the process grew by a
  // gigabyte and stayed so.
  it(
    'makes no formatter anew at every visit',
    withCommittedHouse(async (house) => {
      const scene = await setScene(house)
      const visitor = await scene.browser('visitor')
      const paths = [
        ...(await Promise.all(
          routes.filter(({ route }) => route.side === 'square').map(({ route }) => scene.path(route, 'own')),
        )),
        '/zoeken?q=klein',
        '/api/v1/search?q=klein',
      ].filter((path) => path !== '/api/v1/search')
      const visit = async (path: string) => {
        house.platform.cache.drop()
        const seen = await visitor.get(path)
        expect([path, seen.status < 400]).toEqual([path, true])
        return seen
      }
      for (const path of paths) await visit(path)
      const making: string[] = []
      for (const path of paths) {
        const made = await formattersMadeBy(() => visit(path))
        if (made > 0) making.push(`${path}: ${made}`)
      }
      expect(making, 'make the formatter once, beside the function that uses it').toEqual([])
      expect((await visit('/zoeken?q=klein')).text).toMatch(/\d{4}/)
      expect(await formattersMadeBy(async () => new Intl.DateTimeFormat('nl-NL'))).toBe(1)
    }),
    120_000,
  )
})
