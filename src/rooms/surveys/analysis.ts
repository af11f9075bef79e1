import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { root } from '../../platform/root.ts'
import type { AnalysisInput, Findings } from './findings.ts'
import type { Progress } from './findings.rules.ts'

/** What the thread is given, and what it says. */
export type AnalysisOrder = { readonly input: AnalysisInput; readonly inputHash: string; readonly seconds: number }
export type AnalysisReport =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'found'; readonly findings: Findings }

/** How an analysis ended. too-slow: it was stopped; too-large: it took too much memory; broken: it could not be reckoned. */
export type Analysed =
  | { readonly kind: 'found'; readonly findings: Findings }
  | { readonly kind: 'failed'; readonly why: 'too-slow' | 'too-large' | 'broken' }

export type AnalysisLimits = {
  /** Milliseconds for the whole of it. */
  readonly time: number
  /** For the search per table; whole rows are hidden when it is over. */
  readonly secondsPerTable: number
  readonly megabytes: number
}

const usual: AnalysisLimits = { time: 10 * 60_000, secondsPerTable: 10, megabytes: 1_000 }

// From the build it is a file of the build; from the sources Node reads it as it is.
const program = fileURLToPath(import.meta.url).startsWith(join(root, 'dist'))
  ? join(root, 'dist', 'analysis.js')
  : join(root, 'src', 'rooms', 'surveys', 'analysis.worker.ts')

/** What an analysis is known by: the same input gives the same findings. SHA-256 of the input as JSON, in hexadecimal. */
export const hashOf = (input: AnalysisInput): string =>
  createHash('sha256').update(JSON.stringify(input), 'utf8').digest('hex')

/** Reckons the findings of a wave in a thread of its own, which is stopped when its time is over. */
export function analyse(
  input: AnalysisInput,
  onProgress: (progress: Progress) => void = () => {},
  limits: Partial<AnalysisLimits> = {},
): Promise<Analysed> {
  const { time, secondsPerTable, megabytes } = { ...usual, ...limits }
  const order: AnalysisOrder = { input, inputHash: hashOf(input), seconds: secondsPerTable }
  return new Promise((resolve) => {
    const thread = new Worker(program, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      // It needs nothing of what this process knows: no addresses, no keys.
      env: {},
    })
    const end = (outcome: Analysed) => {
      clearTimeout(clock)
      resolve(outcome)
      void thread.terminate()
    }
    const clock = setTimeout(() => end({ kind: 'failed', why: 'too-slow' }), time)
    thread.on('message', (report: AnalysisReport) => {
      if (report.kind === 'progress') onProgress(report.progress)
      else end(report)
    })
    thread.on('error', (problem: NodeJS.ErrnoException) =>
      end({ kind: 'failed', why: problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'broken' }),
    )
    thread.on('exit', () => end({ kind: 'failed', why: 'broken' }))
  })
}
