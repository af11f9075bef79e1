import { parentPort, workerData } from 'node:worker_threads'
import type { AnalysisOrder, AnalysisReport } from './analysis.ts'
import { findingsOf } from './findings.rules.ts'

// Reckons in a thread of its own: the solver holds its thread for seconds on end, and pages must not wait for it.
const { input, inputHash, seconds } = workerData as AnalysisOrder
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const report = (message: AnalysisReport) => parentPort?.postMessage(message)

const findings = await findingsOf(input, {
  inputHash,
  seconds,
  onProgress: (progress) => report({ kind: 'progress', progress }),
})
report({ kind: 'found', findings })
