import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Ground } from './ground.ts'
import type { Load, Loaded } from './load.ts'
import type { Part } from './serving.ts'

type Reply = {
  readonly kind: string
  readonly port: number
  readonly loaded: Loaded
  readonly microseconds: number
  readonly rss: number
}

/** A child process of the bench, so that who asks and who answers do not share one event loop. */
export type Child = {
  readonly port: number
  showPage(page: { path: string; plain: Buffer; gzip: Buffer }): Promise<void>
  load(load: Load): Promise<Loaded>
  /** Processor time so far in microseconds, and resident memory in bytes. */
  cost(): Promise<{ microseconds: number; rss: number }>
  stop(): Promise<void>
}

/** Starts this same program as one part of the bench. Its log goes to /dev/null. */
export async function startPart(part: Part, options: { caching?: boolean; ground?: Ground } = {}): Promise<Child> {
  const program = process.argv[1] ?? ''
  const uncached = options.caching === false ? ['--uncached'] : []
  const { items, length } = options.ground ?? {}
  const ground = [
    ...(items === undefined ? [] : ['--items', String(items)]),
    ...(length === 'short' ? ['--short'] : []),
  ]
  const child = fork(program, ['bench', '--part', part, ...uncached, ...ground], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, LOG_LEVEL: 'info' },
  })
  const gone = once(child, 'exit').then(([code]): never => {
    throw new Error(`The part "${part}" of the bench ended (${String(code)}); the lines above say why.`)
  })
  gone.catch(() => {})
  const reply = async (): Promise<Reply> => {
    const [message] = (await Promise.race([once(child, 'message'), gone])) as [Reply]
    return message
  }
  const tell = async (message: object) => {
    const answered = reply()
    child.send(message)
    return answered
  }
  const { port } = await reply()
  return {
    port,
    async showPage({ path, plain, gzip }) {
      await tell({ kind: 'page', path, plain: plain.toString('base64'), gzip: gzip.toString('base64') })
    },
    load: async (load) => (await tell({ kind: 'load', load })).loaded,
    cost: async () => {
      const { microseconds, rss } = await tell({ kind: 'cpu' })
      return { microseconds, rss }
    },
    async stop() {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.send({ kind: 'stop' })
      await ended
    },
  }
}
