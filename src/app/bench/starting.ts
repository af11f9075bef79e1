import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { removeCluster } from '../../platform/cluster/cluster.ts'
import { sizesOfPages, type PageSize } from './page-sizes.ts'

/** From the start of the process to the first page, on an empty folder and on a filled one; memory after a quiet moment. */
export type Starting = {
  readonly firstMs: number
  readonly secondMs: number
  readonly idleBytes: number
  readonly pages: readonly PageSize[]
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

const patienceMs = 120_000

/** Starts the real program on a folder and waits for its first page. */
async function startProgram(dataDir: string) {
  const port = await freePort()
  const begun = performance.now()
  const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', 'start'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env,
  })
  let words = ''
  child.stderr.on('data', (chunk: Buffer) => (words = `${words}${chunk.toString()}`.slice(-2_000)))
  const closed = once(child, 'close')
  for (;;) {
    const status = await fetch(`http://127.0.0.1:${port}/`).then(
      async (response) => (await response.arrayBuffer(), response.status),
      () => 0,
    )
    if (status === 200) break
    // 503 is the open door of a program that is still coming up.
    const refused = status >= 400 && status !== 503
    if (child.exitCode !== null || performance.now() - begun > patienceMs || refused) {
      child.kill('SIGTERM')
      throw new Error(`The program did not serve its home page (${status || 'no answer'}). ${words.trim()}`)
    }
    await sleep(15)
  }
  return {
    ms: Math.round(performance.now() - begun),
    port,
    async residentBytes() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1_024
    },
    async stop() {
      child.kill('SIGTERM')
      await closed
    },
  }
}

/** Starts the program twice on a new folder; the second time it also looks at every public page. */
export async function measureStarting(say: (line: string) => void): Promise<Starting> {
  say('Starting the program on an empty folder, and once more …')
  const folder = await mkdtemp(join(tmpdir(), 'plein-bench-'))
  const dataDir = join(folder, 'data')
  try {
    const first = await startProgram(dataDir)
    await first.stop()
    const second = await startProgram(dataDir)
    try {
      await sleep(5_000)
      const idleBytes = await second.residentBytes()
      const pages = await sizesOfPages(second.port)
      return { firstMs: first.ms, secondMs: second.ms, idleBytes, pages }
    } finally {
      await second.stop()
    }
  } finally {
    await removeCluster(dataDir).catch(() => {})
    await rm(folder, { recursive: true, force: true })
  }
}
