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

const read = <T>(folder: URL, name: string): T => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T
export const outsideSet = <T>(name: string): T => read<T>(outside, name)
export const ownSet = <T>(name: string): T => read<T>(made, name)

/** Differences count against the size of the value, or against 1 when it is smaller. */
export function expectClose(actual: number | null, expected: number | null, tolerance: number, what: string): void {
  if (expected === null || actual === null) return void expect(actual, `${what}`).toBe(expected)
  if (!Number.isFinite(expected)) return void expect(actual, `${what}`).toBe(expected)
  const off = Math.abs(actual - expected) / Math.max(1, Math.abs(expected))
  expect(off <= tolerance ? 0 : off, `${what}: ${actual} instead of ${expected}`).toBe(0)
}
