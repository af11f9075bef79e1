import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { root } from '../../platform/root.ts'
import type { AnalysisInput, Findings } from './findings.ts'
import type { Progress } from './findings.rules.ts'
import type { PackageFile } from './package.rules.ts'
import type { Answered } from './package.release.rules.ts'

/** What a thread is given to do. */
export type Order =
  | {
      readonly kind: 'analyse'
      readonly input: AnalysisInput
      readonly inputHash: string
      /** For the search per table; whole rows are hidden when it is over. */
      readonly seconds: number
    }
  | { readonly kind: 'make-files'; readonly answered: Answered }

/** What a thread says: how far it is, or what came of it. */
export type Report =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'found'; readonly findings: Findings }
  | { readonly kind: 'made'; readonly files: readonly PackageFile[] }

/** too-slow: it was stopped; too-large: it took too much memory; broken: it could not be done. */
export type Failed = { readonly kind: 'failed'; readonly why: 'too-slow' | 'too-large' | 'broken' }

export type ThreadLimits = {
  /** Milliseconds for the whole of it. */
  readonly time: number
  readonly megabytes: number
}

const usual: ThreadLimits = { time: 10 * 60_000, megabytes: 1_000 }

// From the build it is a file of the build; from the sources Node reads it as it is.
const program = fileURLToPath(import.meta.url).startsWith(join(root, 'dist'))
  ? join(root, 'dist', 'analysis.js')
  : join(root, 'src', 'rooms', 'surveys', 'analysis.worker.ts')

/** Does heavy work in a thread of its own, which is stopped when its time is over. */
export function inThread(
  order: Order,
  limits: Partial<ThreadLimits> = {},
  onProgress: (progress: Progress) => void = () => {},
): Promise<Exclude<Report, { kind: 'progress' }> | Failed> {
  const { time, megabytes } = { ...usual, ...limits }
  return new Promise((resolve) => {
    const thread = new Worker(program, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      // It needs nothing of what this process knows: no addresses, no keys.
      env: {},
    })
    const end = (outcome: Exclude<Report, { kind: 'progress' }> | Failed) => {
      clearTimeout(clock)
      resolve(outcome)
      void thread.terminate()
    }
    const clock = setTimeout(() => end({ kind: 'failed', why: 'too-slow' }), time)
    thread.on('message', (report: Report) => {
      if (report.kind === 'progress') onProgress(report.progress)
      else end(report)
    })
    thread.on('error', (problem: NodeJS.ErrnoException) =>
      end({ kind: 'failed', why: problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'broken' }),
    )
    thread.on('exit', () => end({ kind: 'failed', why: 'broken' }))
  })
}
