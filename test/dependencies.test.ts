import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const read = (name: string) => readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8')

const versions = z.record(z.string(), z.string()).default({})
const Manifest = z.object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
const Lock = z.object({ packages: z.record(z.string(), z.object({ license: z.string().optional() })) })

type Line = { readonly name: string; readonly version: string; readonly licence: string }

/** @returns the lines of the tables on the page; a row with too few cells counts as incomplete. */
function linesOf(page: string): { lines: readonly Line[]; incomplete: readonly string[] } {
  const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| package '))
  const cells = rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  return {
    lines: cells.map(([name = '', version = '', licence = '']) => ({ name, version, licence })),
    incomplete: cells.filter((row) => row.length !== 5 || row.includes('')).map((row) => row[0] ?? ''),
  }
}

/** The dependencies that npm installs, with the licence the lock file recorded. */
function installed(): readonly Line[] {
  const manifest = Manifest.parse(JSON.parse(read('package.json')))
  const lock = Lock.parse(JSON.parse(read('package-lock.json')))
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  return Object.entries(all).map(([name, version]) => ({
    name,
    version,
    licence: lock.packages[`node_modules/${name}`]?.license ?? 'unknown',
  }))
}

const byName = (lines: readonly Line[]) => lines.toSorted((a, b) => (a.name < b.name ? -1 : 1))

describe('DEPENDENCIES.md', () => {
  it('has a line for each direct dependency, with its version and licence, and no other line', () => {
    expect(byName(linesOf(read('DEPENDENCIES.md')).lines)).toEqual(byName(installed()))
  })

  it('gives a reason and an alternative on every line', () => {
    expect(linesOf(read('DEPENDENCIES.md')).incomplete).toEqual([])
  })

  it('would notice a line that is missing, wrong or unfinished', () => {
    const page = read('DEPENDENCIES.md')
    expect(byName(linesOf(page.replace(/^\| zod .*\n/m, '')).lines)).not.toEqual(byName(installed()))
    expect(byName(linesOf(page.replace('| pg | 8.23.1 | MIT |', '| pg | 8.23.1 | ISC |')).lines)).not.toEqual(
      byName(installed()),
    )
    expect(linesOf('| zod | 4.6.7 | MIT |  | Valibot |').incomplete).toEqual(['zod'])
  })

  it('brings in no licence that we did not agree to', () => {
    const agreed = /^(MIT|MIT-0|ISC|Apache-2\.0|BSD-3-Clause|MPL-2\.0|EUPL-1\.2|\(BSD-3-Clause OR CC-BY-3\.0\))$/
    expect(installed().filter((line) => !agreed.test(line.licence))).toEqual([])
  })
})
