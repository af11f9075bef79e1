import { availableParallelism, setPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Try } from '../../../lib/disclosure/tries.ts'
import type { Failed, Made, Said } from './apart.ts'
import type { FromThread, ThreadWork } from './apart.thread.ts'

// A program of its own, which starts the threads that do the work and keeps its own thread free: the solver holds a thread for
// seconds on end, and somebody has to see that who asked is gone.
const [, , program = '', megabytes = '', threads = ''] = process.argv

process.on('disconnect', () => process.exit(1))
// A signal to the whole group is meant for who asked, who may still wait for what comes of this.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
// Pages go first.
setPriority(5)

const say = (said: Said, then?: () => void) => process.send?.(said, undefined, undefined, then)
const end = (outcome: Made | Failed) =>
  say(outcome.kind === 'failed' ? outcome : { ...outcome, memory: process.resourceUsage().maxRSS * 1024 }, () =>
    process.exit(),
  )

process.once('message', (order: Uint8Array) => {
  const shared = new Uint8Array(new SharedArrayBuffer(order.length))
  shared.set(order)
  const taken = new Int32Array(new SharedArrayBuffer(4))
  const settled: (readonly Try[])[] = []
  const count = Math.min(Number(threads), availableParallelism())
  let busy = count
  const all = Array.from({ length: count }, (_, at) => {
    const thread = new Worker(program, {
      workerData: { order: shared, taken, first: at === 0 } satisfies ThreadWork,
      resourceLimits: { maxOldGenerationSizeMb: Number(megabytes), maxYoungGenerationSizeMb: 16 },
      env: {},
    })
    let through = false
    thread.on('message', (said: FromThread) => {
      if (said.kind === 'settled') settled[said.group] = said.tries
      else if (said.kind === 'through') {
        through = true
        busy--
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        if (busy === 0) all[0]?.postMessage(settled)
      } else if (said.kind === 'progress') say(said)
      else end(said)
    })
    // Without one of its threads the work is not done: whoever asked hears why, and can ask again.
    thread.on('error', (problem: NodeJS.ErrnoException) =>
      end({ kind: 'failed', why: problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'broken' }),
    )
    thread.on('exit', () => {
      if (!through) end({ kind: 'failed', why: 'broken' })
    })
    return thread
  })
})
