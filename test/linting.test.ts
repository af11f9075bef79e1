import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../src/platform/root.ts'

const folder = mkdtempSync(join(tmpdir(), 'plein-linting-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Asks the linter, with the rules of the house, what it thinks of one expression in the program. */
function judge(expression: string): string {
  const source = mkdtempSync(join(folder, 'house-'))
  mkdirSync(join(source, 'src'))
  writeFileSync(join(source, 'src', 'a.ts'), `export const made = ${expression}\n`)
  const done = spawnSync(
    join(root, 'node_modules', '.bin', 'oxlint'),
    ['--config', join(root, '.oxlintrc.json'), '--format', 'unix', 'src'],
    { cwd: source, encoding: 'utf8' },
  )
  return done.stdout + done.stderr
}

describe('the linter of slow patterns', () => {
  it.each([
    ['spaces at the end of each line', String.raw`/[^\S\n]+$/gm`, 'quadratic'],
    ['hyphens at both ends', String.raw`/^-+|-+$/g`, 'quadratic'],
    ['two runs that can trade letters', String.raw`/^\s*(.*?\S)\s*:$/`, 'quadratic'],
    ['a run of runs', String.raw`/^(?:a+)+$/`, 'exponential'],
  ])('refuses %s', (_, pattern, time) => {
    expect(judge(pattern)).toMatch(new RegExp(`takes ${time} time on a long run of ".".*plein\\(slow-pattern\\)`))
  })

  it.each([
    ['one look at each sign', String.raw`/[a-z0-9]+/g`],
    ['a run that begins at its first sign only', String.raw`/(?<!-)-+$/`],
    ['no pattern of the program', '"/a+$/"'],
  ])('lets %s be', (_, pattern) => expect(judge(pattern)).not.toContain('slow-pattern'))
})

describe('the linter of days', () => {
  it.each([
    ['of now', 'new Date().toISOString().slice(0, 10)'],
    ['over several lines', 'new Date()\n  .toISOString()\n  .slice(0, 10)'],
  ])('refuses the day in UTC %s', (_, expression) => {
    expect(judge(expression)).toContain('plein(day-of-moment)')
  })

  it.each([
    ['the minute of a moment', 'new Date().toISOString().slice(0, 16)'],
    ['the day of a text', "'2026-11-22T10:00:00Z'.slice(0, 10)"],
  ])('lets %s be', (_, expression) => expect(judge(expression)).not.toContain('day-of-moment'))
})
