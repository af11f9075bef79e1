import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { removeCluster } from '../../src/platform/cluster/cluster.ts'

const root = join(import.meta.dirname, '..', '..')

/** The real program, running on a folder of its own. */
export type Program = {
  readonly port: number
  readonly pid: number
  /** From the start to the first page, in milliseconds. */
  readonly ms: number
  /** Its last words on stderr. */
  words(): string
  /** kill -9. */
  kill(): Promise<void>
  stop(): Promise<number | null>
}

/** A free port of this machine, for now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** A folder for one drill, with the cluster in it removed afterwards. */
export async function withFolder<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'plein-drill-'))
  const dataDir = join(folder, 'data')
  try {
    return await work(dataDir)
  } finally {
    await removeCluster(dataDir).catch(() => {})
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Starts the built program and waits until it is ready.
 * @throws Error with its last words when it does not come up within the patience
 */
export async function startProgram(dataDir: string, patienceMs = 120_000): Promise<Program> {
  const port = await freePort()
  const begun = performance.now()
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    CHROMIUM: 'none',
    DATA_DIR: dataDir,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    TMPDIR: tmpdir(),
  }
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist', 'cli.js'), 'start'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  const hear = (chunk: Buffer) => (words = `${words}${chunk.toString()}`.slice(-4_000))
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const closed = once(child, 'close')
  for (;;) {
    const { status } = await send({ port, path: '/readyz' }).catch(() => ({ status: 0 }))
    if (status === 200) break
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The program ended while it started: ${words}`)
    if (performance.now() - begun > patienceMs) {
      child.kill('SIGKILL')
      throw new Error(`The program was not ready after ${patienceMs / 1_000} s: ${words}`)
    }
    await sleep(20)
  }
  return {
    port,
    pid: child.pid ?? 0,
    ms: Math.round(performance.now() - begun),
    words: () => words,
    async kill() {
      child.kill('SIGKILL')
      await closed
    },
    async stop() {
      child.kill('SIGTERM')
      await closed
      return child.exitCode
    },
  }
}

export type Asked = {
  readonly port: number
  readonly path: string
  readonly body?: string
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
  /** An address of this machine to come from (127.x.y.z, Linux): limits count per address. */
  readonly from?: string
}

export type Answered = {
  readonly status: number
  readonly location: string
  readonly text: string
  readonly cookies: readonly string[]
}

/** One request over a connection of its own. @throws when the connection breaks before the answer is whole */
export const send = ({ port, path, body, cookie, headers = {}, from }: Asked): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const asking = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        agent: false,
        timeout: 20_000,
        ...(from !== undefined && process.platform === 'linux' && { localAddress: from }),
        headers: {
          host: `localhost:${port}`,
          ...(body !== undefined && {
            origin: `http://localhost:${port}`,
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': String(Buffer.byteLength(body)),
          }),
          ...(cookie !== undefined && { cookie }),
          ...headers,
        },
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            location: answer.headers.location ?? '',
            text: Buffer.concat(chunks).toString('utf8'),
            cookies: (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0] ?? ''),
          }),
        )
      },
    )
    asking.on('timeout', () => asking.destroy(new Error('no answer in time')))
    asking.on('error', reject)
    asking.end(body)
  })

let visitors = 0

/** Another address of this machine at every call, so that limits per address leave a crowd alone. */
export const nextAddress = (): string => {
  visitors++
  return `127.${1 + ((visitors >> 14) % 200)}.${(visitors >> 7) % 128}.${1 + (visitors % 127)}`
}

/** Fields as a browser sends them. */
export const formBody = (fields: Readonly<Record<string, string | readonly string[]>>): string =>
  Object.entries(fields)
    .flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map(
        (each) => `${encodeURIComponent(name)}=${encodeURIComponent(each)}`,
      ),
    )
    .join('&')
