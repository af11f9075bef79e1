import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, it } from 'vitest'
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
  return done.stdout + done.stderr
}

const door = {
  'src/rooms/terms/public.ts': 'export const a = 1\n',
  'src/rooms/terms/inner.ts': 'export const b = 1\n',
  'src/rooms/advice/public.ts': 'export const c = 1\n',
}

describe('the linter of floors and doors', () => {
  it('lets a sound house be', () => {
    expect(
      judge({ ...door, 'src/rooms/advice/a.ts': "import { a } from '../terms/public.ts'\nexport const x = a\n" }),
    ).toContain('no dependency violations')
  })
  it.each([
    [
      'lib-is-the-ground',
      {
        'src/lib/a.ts': "import { p } from '../platform/p.ts'\nexport const x = p\n",
        'src/platform/p.ts': 'export const p = 1\n',
      },
    ],
    [
      'first-floor-looks-down',
      { 'src/platform/a.ts': "import { a } from '../rooms/terms/public.ts'\nexport const x = a\n", ...door },
    ],
    [
      'rooms-do-not-know-the-house',
      {
        'src/rooms/terms/a.ts': "import { h } from '../../app/h.ts'\nexport const x = h\n",
        'src/app/h.ts': 'export const h = 1\n',
      },
    ],
    [
      'a-room-is-entered-by-its-door',
      { 'src/rooms/advice/a.ts': "import { b } from '../terms/inner.ts'\nexport const x = b\n", ...door },
    ],
    [
      'a-room-is-entered-by-its-door',
      { 'src/rooms/advice/asking/a.ts': "import { b } from '../../terms/inner.ts'\nexport const x = b\n", ...door },
    ],
    [
      'a-room-is-entered-by-its-door',
      {
        'src/rooms/advice/a.ts': "import { d } from '../terms/words/public.ts'\nexport const x = d\n",
        'src/rooms/terms/words/public.ts': 'export const d = 1\n',
        ...door,
      },
    ],
    [
      'the-house-enters-by-the-door',
      {
        'src/app/a.ts': "import { d } from '../rooms/terms/words/room.ts'\nexport const x = d\n",
        'src/rooms/terms/words/room.ts': 'export const d = 1\n',
      },
    ],
    [
      'arrow-of-terms',
      { 'src/rooms/terms/words/a.ts': "import { c } from '../../advice/public.ts'\nexport const x = c\n", ...door },
    ],
    [
      'chapters-are-one-level',
      {
        'src/rooms/terms/words/a.ts': "import { d } from './long/d.ts'\nexport const x = d\n",
        'src/rooms/terms/words/long/d.ts': 'export const d = 1\n',
      },
    ],
    [
      'arrow-of-terms',
      { 'src/rooms/terms/a.ts': "import { c } from '../advice/public.ts'\nexport const x = c\n", ...door },
    ],
    [
      'the-house-enters-by-the-door',
      { 'src/app/a.ts': "import { b } from '../rooms/terms/inner.ts'\nexport const x = b\n", ...door },
    ],
    [
      'rules-are-pure',
      {
        'src/rooms/terms/a.rules.ts': "import { p } from '../../platform/p.ts'\nexport const x = p\n",
        'src/platform/p.ts': 'export const p = 1\n',
      },
    ],
    [
      'no-circle',
      {
        'src/lib/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
        'src/lib/b.ts': "import { a } from './a.ts'\nexport const b = () => a\n",
      },
    ],
  ] as const)('catches a break-in: %s', (rule, files) => {
    expect(judge(files)).toContain(rule)
  })
})
