import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { tmpdir } from 'node:os'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../src/platform/root.ts'

const folder = mkdtempSync(join(tmpdir(), 'plein-floors-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Lays files in an empty house and asks the linter of floors and doors what it thinks. */
function judge(files: Readonly<Record<string, string>>): string {
  const house = mkdtempSync(join(folder, 'house-'))
  writeFileSync(
    join(house, 'tsconfig.json'),
    '{"compilerOptions":{"module":"esnext","moduleResolution":"bundler","allowImportingTsExtensions":true,"noEmit":true,"jsx":"preserve"}}',
  )
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, name)), { recursive: true })
    writeFileSync(join(house, name), text)
  }
  const done = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
      '--config',
      join(root, '.dependency-cruiser.cjs'),
      '--output-type',
      'err',
      'src',
    ],
    { cwd: house, encoding: 'utf8' },
  )
  return stripVTControlCharacters(done.stdout + done.stderr)
}

// What may stand there. Each one who breaks in has a file of their own beside it, so that one look at the house judges all.
const house = [
  'src/app/h.ts',
  'src/platform/p.ts',
  'src/rooms/advice/public.ts',
  'src/rooms/terms/inner.ts',
  'src/rooms/terms/public.ts',
  'src/rooms/terms/words/long/d.ts',
  'src/rooms/terms/words/public.ts',
  'src/rooms/terms/words/room.ts',
]
const files = (imports: readonly (readonly [from: string, to: string])[]) => ({
  ...Object.fromEntries(house.map((file) => [file, 'export const a = 1\n'])),
  ...Object.fromEntries(
    imports.map(([from, to]) => {
      const path = relative(dirname(from), to)
      return [from, `import { a as x } from '${path.startsWith('.') ? path : `./${path}`}'\nexport const a = () => x\n`]
    }),
  ),
})

const breakIns = [
  ['lib-is-the-ground', 'src/lib/low.ts', 'src/platform/p.ts'],
  ['first-floor-looks-down', 'src/platform/down.ts', 'src/rooms/terms/public.ts'],
  ['rooms-do-not-know-the-house', 'src/rooms/terms/house.ts', 'src/app/h.ts'],
  ['a-room-is-entered-by-its-door', 'src/rooms/advice/window.ts', 'src/rooms/terms/inner.ts'],
  ['a-room-is-entered-by-its-door', 'src/rooms/advice/asking/window.ts', 'src/rooms/terms/inner.ts'],
  ['a-room-is-entered-by-its-door', 'src/rooms/advice/chapter.ts', 'src/rooms/terms/words/public.ts'],
  ['the-house-enters-by-the-door', 'src/app/chapter.ts', 'src/rooms/terms/words/room.ts'],
  ['the-house-enters-by-the-door', 'src/app/window.ts', 'src/rooms/terms/inner.ts'],
  ['arrow-of-terms', 'src/rooms/terms/up.ts', 'src/rooms/advice/public.ts'],
  ['arrow-of-terms', 'src/rooms/terms/words/up.ts', 'src/rooms/advice/public.ts'],
  ['chapters-are-one-level', 'src/rooms/terms/words/deep.ts', 'src/rooms/terms/words/long/d.ts'],
  ['rules-are-pure', 'src/rooms/terms/a.rules.ts', 'src/platform/p.ts'],
  ['no-circle', 'src/lib/a.ts', 'src/lib/b.ts'],
] as const

describe('the linter of floors and doors', () => {
  it('lets a sound house be', () => {
    expect(judge(files([['src/rooms/advice/a.ts', 'src/rooms/terms/public.ts']]))).toContain('no dependency violations')
  })

  describe('catches a break-in', () => {
    let told = ''
    beforeAll(() => {
      const back = ['src/lib/b.ts', 'src/lib/a.ts'] as const
      told = judge(files([...breakIns.map(([, from, to]) => [from, to] as const), back]))
    })
    it.each(breakIns)('%s: %s', (rule, from, to) => {
      expect(told.replaceAll(/\s+/g, ' ')).toContain(`error ${rule}: ${from} → ${to}`)
    })
  })
})
