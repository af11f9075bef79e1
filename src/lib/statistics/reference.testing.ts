import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect } from 'vitest'

// SHARED names another folder to take the outside reference values from.
const shared = process.env.SHARED
  ? pathToFileURL(`${process.env.SHARED}/`)
  : new URL('../../../../shared/', import.meta.url)
const outside = new URL('data/survey_reference/', shared)
const made = new URL('../../../test/reference/', import.meta.url)

export const outsideAbsent = !existsSync(outside)
if (outsideAbsent)
  process.stdout.write('skipped: the outside reference values of polls (the folder ../shared is absent)\n')

const read = (folder: URL, name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
export const ownSet = <T>(name: string): T => read(made, name) as T

type Asked = { readonly values: ReadonlySet<string>; readonly asked: Set<string> }
const sets = new Map<string, Asked>()

const isNumber = (value: unknown) =>
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  value === null ||
  (typeof value === 'string' && value !== '' && !Number.isNaN(Number(value)))

/** Where the numbers of a set stand, with what leads to them: `cases/3/expected/lower`. */
function valuesIn(value: unknown, path: string): string[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => valuesIn(inner, path === '' ? key : `${path}/${key}`))
  return isNumber(value) ? [path] : []
}

/** The same values, which remember that somebody looked at them. */
function watched<T extends object>(value: T, path: string, asked: Set<string>): T {
  return new Proxy(value, {
    get(target, key, receiver) {
      const inner: unknown = Reflect.get(target, key, receiver)
      if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return inner
      const place = path === '' ? key : `${path}/${key}`
      if (typeof inner === 'object' && inner !== null) return watched(inner, place, asked)
      asked.add(place)
      return inner
    },
  })
}

/** A set of values from outside. Which of them a test looks at is kept, for `expectAllAsked`. */
export function outsideSet<T extends object>(name: string): T {
  const content = read(outside, name) as T
  const { asked } = sets.get(name) ?? { asked: new Set<string>() }
  sets.set(name, { values: new Set(valuesIn(content, '')), asked })
  return watched(content, '', asked)
}

/**
 * Every number of this set was looked at by the tests of this file, which therefore runs as a whole. Says how many there are.
 * @param leftOut what is not asked, with the reason: a part of the path (`likelihood` is the whole of that name)
 */
export function expectAllAsked(name: string, leftOut: Readonly<Record<string, string>> = {}): void {
  const set = sets.get(name)
  if (!set) throw new Error(`Nobody opened ${name}.`)
  const isLeftOut = (path: string) => path.split('/').some((part) => Object.hasOwn(leftOut, part))
  const wanted = [...set.values].filter((path) => !isLeftOut(path))
  const silent = wanted.filter((path) => !set.asked.has(path))
  expect(silent, `values of ${name} that no test looks at`).toEqual([])
  const reasons = Object.entries(leftOut).map(([part, reason]) => `${part} (${reason})`)
  const rest = set.values.size - wanted.length
  process.stdout.write(
    `${name}: ${wanted.length} of ${set.values.size} values asked${rest === 0 ? '' : `; ${rest} not: ${reasons.join(', ')}`}\n`,
  )
}

/** Differences count against the size of the value, or against 1 when it is smaller. */
export function expectClose(actual: number | null, expected: number | null, tolerance: number, what: string): void {
  if (expected === null || actual === null) return void expect(actual, `${what}`).toBe(expected)
  if (!Number.isFinite(expected)) return void expect(actual, `${what}`).toBe(expected)
  const off = Math.abs(actual - expected) / Math.max(1, Math.abs(expected))
  expect(off <= tolerance ? 0 : off, `${what}: ${actual} instead of ${expected}`).toBe(0)
}
