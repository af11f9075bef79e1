import { once } from 'node:events'
import { deserialize } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import type { Try } from '../../../lib/disclosure/tries.ts'
import type { Made, Order } from './apart.ts'
import { begin, type Progress } from '../findings/findings.rules.ts'
import { releaseFiles } from '../package/package.release.rules.ts'

/** What each thread of a program is given: the same order, and how many groups were taken by any of them. */
export type ThreadWork = { readonly order: Uint8Array; readonly taken: Int32Array; readonly first: boolean }

/** `through`: all groups were taken, and this thread has settled its own. */
export type FromThread =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'settled'; readonly group: number; readonly tries: readonly Try[] }
  | { readonly kind: 'through' }
  | Made

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const say = (said: FromThread) => parentPort?.postMessage(said)

/**
 * Each thread begins the same analysis and takes the next group that nobody took. The first one hears what came of all groups,
 * and writes the findings: they do not depend on who settled what.
 */
async function analyse({ input, inputHash, seconds }: Order & { kind: 'analyse' }, { taken, first }: ThreadWork) {
  const onProgress = (progress: Progress) => say({ kind: 'progress', progress })
  const analysis = begin(input, { inputHash, seconds, ...(first ? { onProgress } : {}) })
  for (let group = 0; (group = Atomics.add(taken, 0, 1)) < analysis.groups;)
    say({ kind: 'settled', group, tries: await analysis.settle(group) })
  say({ kind: 'through' })
  if (!first || !parentPort) return
  const [settled] = (await once(parentPort, 'message')) as [readonly (readonly Try[])[]]
  say({ kind: 'found', findings: await analysis.findings(settled) })
}

const work = workerData as ThreadWork
const order = deserialize(work.order) as Order
if (order.kind === 'analyse') await analyse(order, work)
else {
  say({ kind: 'made', files: await releaseFiles(order.answered) })
  say({ kind: 'through' })
}
