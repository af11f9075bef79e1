import { parentPort, workerData } from 'node:worker_threads'
import { findingsOf, type Progress } from './findings.rules.ts'
import { releaseFiles } from './package.release.rules.ts'
import type { Order, Report } from './threads.ts'

// Works in a thread of its own: the solver holds its thread for seconds on end, and pages must not wait for it.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const report = (message: Report) => parentPort?.postMessage(message)

const order = workerData as Order
if (order.kind === 'analyse') {
  const { input, inputHash, seconds } = order
  const onProgress = (progress: Progress) => report({ kind: 'progress', progress })
  report({ kind: 'found', findings: await findingsOf(input, { inputHash, seconds, onProgress }) })
} else report({ kind: 'made', files: await releaseFiles(order.answered) })
