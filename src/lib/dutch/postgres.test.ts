import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadLexicon, type Lexicon } from './lexicon.ts'
import { searchQuery } from './query.ts'
import type { Synonyms } from './synonyms.ts'
import { matches, parseQuery, parseVector } from './tsearch.testing.ts'
import { searchVector } from './vector.ts'

const debian = '/usr/lib/postgresql'
const binaries = existsSync(debian)
  ? readdirSync(debian)
      .map((version) => join(debian, version, 'bin'))
      .find((folder) => existsSync(join(folder, 'initdb')))
  : undefined
const required = (process.env['REQUIRE'] ?? '').split(',').includes('postgres')
if (binaries === undefined && !required)
  process.stdout.write('skipped: vectors and queries in PostgreSQL (no PostgreSQL of the machine)\n')

// PostgreSQL refuses to run as root.
const asOrdinaryUser = (program: string, ...rest: string[]): void => {
  const [command = '', ...words] =
    process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', program, ...rest] : [program, ...rest]
  execFileSync(command, words, { stdio: 'ignore', cwd: tmpdir() })
}

const synonyms: Synonyms = new Map([
  ['t:1', { labels: ["op straat leven 's nachts", "o'hara", 'dakloosheid', 'regie'], source: 'test' }],
])

describe.skipIf(binaries === undefined && !required)('in PostgreSQL', () => {
  let folder = ''
  let client: Client
  let lexicon: Lexicon
  const run = (program: string, ...rest: string[]) => asOrdinaryUser(join(binaries ?? '', program), ...rest)

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dutch-'))
    chmodSync(folder, 0o777)
    run(
      'initdb',
      '-D',
      join(folder, 'pg'),
      '-U',
      'tester',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    )
    run('pg_ctl', '-D', join(folder, 'pg'), '-w', '-l', join(folder, 'log'), '-o', `-k ${folder} -h '' -F`, 'start')
    client = new Client({ host: folder, user: 'tester', database: 'postgres' })
    await client.connect()
    lexicon = await loadLexicon()
  })
  afterAll(async () => {
    await client?.end()
    if (existsSync(join(folder, 'pg', 'postmaster.pid')))
      run('pg_ctl', '-D', join(folder, 'pg'), '-m', 'immediate', '-w', 'stop')
    if (folder !== '') rmSync(folder, { recursive: true, force: true })
  })

  it('accepts every vector and query, and matches as our own reading does', async () => {
    const pieces = fc.constantFrom(
      "'",
      '\\',
      ' ',
      ' | ',
      '&',
      '!',
      '<->',
      ':*',
      ':A',
      '(',
      '\0',
      '\ud800',
      'schuldhulpverlening',
      "regio's",
      ' op straat leven ',
      'ı',
      '-',
      'steden ',
      'zelf-regie ',
      ' werkgroep ',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
    )
    await fc.assert(
      fc.asyncProperty(text, text, async (body, query) => {
        const vector = searchVector({ title: query.slice(0, 20), body }, lexicon)
        for (const { exact, wide } of searchQuery(query, lexicon, synonyms).terms) {
          const { rows } = await client.query<{ exact: boolean; wide: boolean }>(
            'select $1::tsvector @@ $2::tsquery as exact, $1::tsvector @@ $3::tsquery as wide',
            [vector, exact, wide],
          )
          const read = parseVector(vector)
          expect(rows).toEqual([{ exact: matches(read, parseQuery(exact)), wide: matches(read, parseQuery(wide)) }])
        }
        const { rows } = await client.query<{ words: number }>('select length($1::tsvector) as words', [vector])
        expect(rows[0]?.words).toBe(parseVector(vector).size)
      }),
      { numRuns: 400 },
    )
  })

  it('accepts the longest vectors, and loses nothing of them', async () => {
    const texts = [
      Array.from({ length: 40_000 }, (_, index) => `woord${index}`).join(' '),
      Array.from({ length: 20_000 }, (_, index) => `${'漢'.repeat(56)}${index}`).join(' '),
      'zorg '.repeat(30_000),
    ]
    for (const body of texts) {
      const vector = searchVector({ title: 'Een titel', body }, lexicon)
      const { rows } = await client.query<{ words: number }>('select length($1::tsvector) as words', [vector])
      expect(rows[0]?.words).toBe(parseVector(vector).size)
    }
  })

  it('ranks a word in the title above a part in the body', async () => {
    const rank = async (fields: { title: string; body: string }) => {
      const [term] = searchQuery('kwaliteit', lexicon).terms
      const { rows } = await client.query<{ rank: number }>(
        "select ts_rank('{0.3,0.6,0.6,1.0}', $1::tsvector, $2::tsquery, 1) as rank",
        [searchVector(fields, lexicon), term?.wide],
      )
      return rows[0]?.rank ?? 0
    }
    const title = await rank({ title: 'Kwaliteit', body: 'in de wijk' })
    const part = await rank({ title: 'In de wijk', body: 'kwaliteitssysteem' })
    expect(title).toBeGreaterThan(part)
    expect(part).toBeGreaterThan(0)
  })
})
