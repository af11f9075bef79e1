import { fork } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serialize } from 'node:v8'
import { root } from '../../../platform/root.ts'
import type { AnalysisInput, Findings } from '../findings/findings.ts'
import type { Progress } from '../findings/findings.rules.ts'
import type { PackageFile } from '../package/package.rules.ts'
import type { Answered } from '../package/package.release.rules.ts'

/** Heavy work that is done apart from pages and other jobs. */
export type Order =
  | {
      readonly kind: 'analyse'
      readonly input: AnalysisInput
      readonly inputHash: string
      /** For the search per table; whole rows are hidden when it is over. */
      readonly seconds: number
    }
  | { readonly kind: 'make-files'; readonly answered: Answered }

/** What came of it. */
export type Made =
  | { readonly kind: 'found'; readonly findings: Findings }
  | { readonly kind: 'made'; readonly files: readonly PackageFile[] }

/**
 * too-slow: it was stopped; too-large: it took too much memory, or the system ended it, which it does for memory; broken: it
 * could not be done.
 */
export type Failed = { readonly kind: 'failed'; readonly why: 'too-slow' | 'too-large' | 'broken' }

/** `memory`: the most that its program had, in bytes. */
export type Done = (Made & { readonly memory: number }) | Failed

/** What the program says: how far it is, or what came of it. */
export type Said = { readonly kind: 'progress'; readonly progress: Progress } | Done

export type Limits = {
  /** Milliseconds for the whole of it. */
  readonly time: number
  /** Of the heap of each of its threads. */
  readonly megabytes: number
  /** How many threads an analysis has at most; never more than the machine has cores. */
  readonly threads: number
}

const usual: Limits = { time: 10 * 60_000, megabytes: 500, threads: 2 }

// From the build they are files of the build; from the sources Node reads them as they are.
const programAt = (built: string, source: string) =>
  fileURLToPath(import.meta.url).startsWith(join(root, 'dist'))
    ? join(root, 'dist', built)
    : join(root, 'src', 'rooms', 'surveys', 'analyses', source)

/**
 * Does heavy work in a program of its own, which is stopped when its time is over. What it took is given back when it ends; when
 * it dies, it takes nothing with it. When this process dies, it ends by itself.
 */
export function doneApart(
  order: Order,
  limits: Partial<Limits> = {},
  onProgress: (progress: Progress) => void = () => {},
): Promise<Done> {
  const { time, megabytes, threads } = { ...usual, ...limits }
  return new Promise((resolve) => {
    const thread = programAt('analysis-thread.js', 'apart.thread.ts')
    const count = order.kind === 'analyse' ? threads : 1
    const child = fork(programAt('analysis.js', 'apart.child.ts'), [thread, String(megabytes), String(count)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: ['--no-warnings'],
      // It needs nothing of what this process knows: no addresses, no keys.
      env: {},
    })
    const end = (outcome: Done) => {
      clearTimeout(clock)
      resolve(outcome)
      child.kill('SIGKILL')
    }
    const clock = setTimeout(() => end({ kind: 'failed', why: 'too-slow' }), time)
    child.on('message', (said: Said) => (said.kind === 'progress' ? onProgress(said.progress) : end(said)))
    child.on('error', () => end({ kind: 'failed', why: 'broken' }))
    child.on('exit', (_, signal) =>
      end({ kind: 'failed', why: signal === 'SIGKILL' || signal === 'SIGABRT' ? 'too-large' : 'broken' }),
    )
    // As bytes: this program and its threads read it once each, and nobody keeps it between.
    child.send(serialize(order), () => {})
  })
}
