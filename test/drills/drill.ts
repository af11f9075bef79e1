// The drills of bin/drill. Each stops by itself, works on this machine only, and leaves nothing running.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fuzz } from './fuzz.ts'
import { kill } from './kill.ts'
import { longRuns } from './long-runs.ts'
import { soak } from './soak.ts'

const root = join(import.meta.dirname, '..', '..')
const [name = '', ...args] = process.argv.slice(2)
const say = (line: string) => void process.stdout.write(`${line}\n`)

const numberOf = (option: string, otherwise: number) => {
  const at = args.indexOf(option)
  return at < 0 ? otherwise : Number(args[at + 1])
}

const run = (command: string, words: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(command, words, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1

const drills: Readonly<Record<string, { what: string; run: () => number | Promise<number> }>> = {
  kill: {
    what: 'kill [--rounds 100]: kill -9 under write load; no acknowledged write may be lost',
    run: () => kill({ rounds: numberOf('--rounds', 100), write: !args.includes('--no-notes'), say }),
  },
  fuzz: {
    what: 'fuzz [--posts 10000]: forms full of nonsense; no answer may be 5xx',
    run: () => fuzz({ posts: numberOf('--posts', 10_000), say }),
  },
  'long-runs': {
    what: 'long-runs: every form with half a megabyte of one sign; no answer may take three seconds',
    run: () => longRuns({ say }),
  },
  soak: {
    what: 'soak [--seconds 120]: visitors all the time; memory must settle and nothing may fail',
    run: () => soak({ seconds: numberOf('--seconds', 120), say }),
  },
  pages: {
    what: 'pages: every page in both languages, phone and desktop, light and dark, with pictures in test/out/pages',
    run: () =>
      run('node', ['node_modules/vitest/vitest.mjs', 'run', 'test/browser/pages.browser.test.ts'], {
        PAGES: 'all',
        REQUIRE: 'browser',
      }),
  },
  attack: {
    what: 'attack: two solvers on everything public of sixteen made polls; no more may be found than by guessing the majority and five points',
    run: () =>
      run('node', ['node_modules/vitest/vitest.mjs', 'run', 'src/rooms/surveys/findings/published.attack.test.ts'], {
        ATTACK: 'all',
        REQUIRE: 'postgres',
      }),
  },
  growth: {
    what: 'growth [--items 1000000]: search over ever more short items, held against 10,000 of them; fills a database, which takes an hour',
    run: () => run('node', ['--enable-source-maps', 'dist/cli.js', 'bench', '--growth', ...args]),
  },
  bench: {
    what: 'bench: the same as bin/plein bench',
    run: () => run('node', ['--enable-source-maps', 'dist/cli.js', 'bench', ...args]),
  },
}

const drill = drills[name]
if (!drill) {
  say(
    `bin/drill NAME\n\n${Object.values(drills)
      .map(({ what }) => `  ${what}`)
      .join('\n')}`,
  )
  process.exitCode = name === '' || name === 'help' ? 0 : 2
} else
  try {
    process.exitCode = await drill.run()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
