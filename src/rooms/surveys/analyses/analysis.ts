import { createHash } from 'node:crypto'
import type { AnalysisInput } from '../findings/findings.ts'
import type { Progress } from '../findings/findings.rules.ts'
import { doneApart, type Done, type Failed, type Limits } from './apart.ts'

/** How an analysis ended. */
export type Analysed = Extract<Done, { kind: 'found' }> | Failed

export type AnalysisLimits = Limits & {
  /** For the search per table; whole rows are hidden when it is over. */
  readonly secondsPerTable: number
}

/** What an analysis is known by: the same input gives the same findings. SHA-256 of the input as JSON, in hexadecimal. */
export const hashOf = (input: AnalysisInput): string =>
  createHash('sha256').update(JSON.stringify(input), 'utf8').digest('hex')

/** Reckons the findings of a wave in a program of its own, which is stopped when its time is over. */
export async function analyse(
  input: AnalysisInput,
  onProgress: (progress: Progress) => void = () => {},
  { secondsPerTable: seconds = 10, ...limits }: Partial<AnalysisLimits> = {},
): Promise<Analysed> {
  const outcome = await doneApart({ kind: 'analyse', input, inputHash: hashOf(input), seconds }, limits, onProgress)
  return outcome.kind === 'made' ? { kind: 'failed', why: 'broken' } : outcome
}
