import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { root } from '../../../platform/root.ts'
import { analyse, hashOf } from './analysis.ts'
import { findingsOf, type Progress } from '../findings/findings.rules.ts'
import { chose, fully, inputOf, madeInput, respondent, waveOf, yesNo } from '../findings/made-polls.ts'

const keys = ['works', 'plans', 'pays', 'trains', 'needs']
const waveWith = (year: string, count: number) =>
  waveOf(
    year,
    keys.map((key) => yesNo(key)),
    Array.from({ length: count }, (_, at) =>
      respondent(at, Object.fromEntries(keys.map((key, own) => [key, chose(at % (own + 2) < 1 ? 'yes' : 'no')]))),
    ),
  )
// Ten groups of questions, for two threads to share: five of this wave, and five of the one before it.
const small = inputOf({ ...waveWith('2026', 60), comparability: [fully('2024')] }, waveWith('2024', 50))
const large = madeInput({ population: 500, questions: 40, response: 0.7, weighted: true })

// `pgrep` is not on every machine; on Linux the system itself says whose parent is who.
const childrenOf = (parent: number): string[] =>
  process.platform === 'linux'
    ? readdirSync(`/proc/${parent}/task`)
        .map((thread) => readFileSync(`/proc/${parent}/task/${thread}/children`, 'utf8'))
        .flatMap((children) => children.split(' '))
        .filter((child) => child !== '' && readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('apart.child'))
    : spawnSync('pgrep', ['-P', String(parent), '-f', 'apart.child'], { encoding: 'utf8' }).stdout.split('\n')

/** The programs that this process, or another one, has started for analyses. */
const programsOf = (parent: number | undefined): number[] =>
  parent === undefined
    ? []
    : childrenOf(parent)
        .filter((child) => child !== '')
        .map(Number)

const isAlive = (process: number): boolean => {
  try {
    return globalThis.process.kill(process, 0)
  } catch {
    return false
  }
}

/** Begins an analysis, and says when its program is at work. */
async function begun(input: typeof small) {
  const told: Progress[] = []
  const outcome = analyse(input, (progress) => told.push(progress))
  await vi.waitUntil(() => told.some(({ step }) => step === 'tables'), { timeout: 30_000 })
  const [program] = programsOf(process.pid)
  if (program === undefined) throw new Error('no program was started')
  return { outcome, program }
}

describe('an analysis in a program of its own', () => {
  it('finds what is found without one, in two threads or in one, and says how far it is', async () => {
    const alone = JSON.parse(JSON.stringify(await findingsOf(small, { inputHash: hashOf(small) })))
    for (const threads of [1, 2]) {
      const told: Progress[] = []
      const outcome = await analyse(small, (progress) => told.push(progress), { threads })
      expect(outcome).toEqual({ kind: 'found', findings: alone, memory: expect.any(Number) })
      expect(told[0]).toEqual({ step: 'reading', done: 0, all: 5 })
      expect(told.at(-1)).toEqual({ step: 'writing', done: 13, all: 14 })
      const steps = told.filter(({ step }) => step === 'tables').map(({ done }) => done)
      expect(steps).toEqual(steps.toSorted((a, b) => a - b))
      if (threads === 1) expect(steps).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    }
  }, 60_000)

  it('is stopped when its time is over', async () => {
    expect(await analyse(large, undefined, { time: 300 })).toEqual({ kind: 'failed', why: 'too-slow' })
    await vi.waitUntil(() => programsOf(process.pid).length === 0, { timeout: 5_000 })
  }, 60_000)

  it('says so when it cannot be reckoned, and takes nothing with it', async () => {
    const [one] = small.wave.respondents
    const twice = { ...small, wave: { ...small.wave, respondents: one ? [one, one] : [] } }
    expect(await analyse(twice)).toEqual({ kind: 'failed', why: 'broken' })
  }, 60_000)

  it('says so when a thread has too little memory', async () => {
    expect(await analyse(large, undefined, { megabytes: 12 })).toEqual({ kind: 'failed', why: 'too-large' })
  }, 60_000)

  it('says so when the system ends its program, as it does when memory is short', async () => {
    const { outcome, program } = await begun(large)
    process.kill(program, 'SIGKILL')
    expect(await outcome).toEqual({ kind: 'failed', why: 'too-large' })
  }, 60_000)

  it('goes on when everything is told to stop, because who asked may still wait for it', async () => {
    const { outcome, program } = await begun(small)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.kill(program, signal)
    expect(await outcome).toMatchObject({ kind: 'found' })
  }, 60_000)

  it('ends by itself when who asked is gone', async () => {
    const room = join(root, 'src', 'rooms', 'surveys')
    const asking = `
      import { analyse } from '${join(room, 'analyses', 'analysis.ts')}'
      import { madeInput } from '${join(room, 'findings', 'made-polls.ts')}'
      const input = madeInput({ population: 500, questions: 40, response: 0.7, weighted: true })
      await analyse(input, ({ step }) => console.log(step))`
    const asker = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', asking], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let told = ''
    asker.stdout.on('data', (piece: Buffer) => (told += String(piece)))
    await vi.waitUntil(() => told.includes('tables'), { timeout: 30_000 })
    const programs = programsOf(asker.pid)
    expect(programs.filter(isAlive)).toHaveLength(1)
    asker.kill('SIGKILL')
    await once(asker, 'exit')
    await vi.waitUntil(() => !programs.some(isAlive), { timeout: 5_000 })
  }, 60_000)

  it('is known by its input', () => {
    expect(hashOf(small)).toBe(hashOf(structuredClone(small)))
    expect(hashOf({ ...small, wave: { ...small.wave, year: 2027 } })).not.toBe(hashOf(small))
  })
})
