import { get } from 'node:http'
import { median, rounded } from './figures.ts'
import type { Ground } from './ground.ts'
import { startPart, type Child } from './parts.ts'

/** A cached public page of ours against a bare Hono route with the same bytes: requests per second and their ratio. */
export type CachedPage = {
  readonly path: string
  readonly bytes: number
  readonly ours: number
  readonly bare: number
  readonly ratio: number
  /** Processor time of the serving process for one request, in microseconds. */
  readonly microseconds: { readonly ours: number; readonly bare: number }
  readonly failed: number
}

const connections = 16

const bodyOf = (port: number, path: string, encoding: string) =>
  new Promise<Buffer>((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, headers: { 'accept-encoding': encoding } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(Buffer.concat(chunks))
          : reject(new Error(`${path} answered ${response.statusCode}; the bench needs 200.`)),
      )
    }).on('error', reject)
  })

/** Measures in turns (ours, bare, ours, bare, …), so that whatever else the machine does falls on both alike. */
export async function measureCachedPages(
  paths: readonly string[],
  turns: { count: number; seconds: number; ground: Ground },
  say: (line: string) => void,
): Promise<readonly CachedPage[]> {
  const ours = await startPart('ours', { ground: turns.ground })
  const bare = await startPart('bare')
  const asking = await startPart('load')
  const round = async (server: Child, path: string, seconds: number) => {
    const before = await server.cost()
    const loaded = await asking.load({ kind: 'closed', port: server.port, path, connections, seconds })
    const after = await server.cost()
    return {
      perSecond: loaded.answered / loaded.seconds,
      failed: loaded.failed,
      microseconds: (after.microseconds - before.microseconds) / Math.max(1, loaded.answered),
    }
  }
  const measured: CachedPage[] = []
  try {
    for (const path of paths) {
      say(`Cached page ${path} …`)
      const plain = await bodyOf(ours.port, path, 'identity')
      const gzip = await bodyOf(ours.port, path, 'gzip')
      await bare.showPage({ path, plain, gzip })
      if (!(await bodyOf(bare.port, path, 'gzip')).equals(gzip)) throw new Error('the two do not send the same bytes')
      await round(ours, path, 1)
      await round(bare, path, 1)
      const pairs: { ours: Awaited<ReturnType<typeof round>>; bare: Awaited<ReturnType<typeof round>> }[] = []
      for (let turn = 0; turn < turns.count; turn++)
        pairs.push({ ours: await round(ours, path, turns.seconds), bare: await round(bare, path, turns.seconds) })
      measured.push({
        path,
        bytes: gzip.length,
        ours: Math.round(median(pairs.map((pair) => pair.ours.perSecond))),
        bare: Math.round(median(pairs.map((pair) => pair.bare.perSecond))),
        ratio: rounded(median(pairs.map((pair) => pair.ours.perSecond / pair.bare.perSecond)), 2),
        microseconds: {
          ours: rounded(median(pairs.map((pair) => pair.ours.microseconds))),
          bare: rounded(median(pairs.map((pair) => pair.bare.microseconds))),
        },
        failed: pairs.reduce((sum, pair) => sum + pair.ours.failed + pair.bare.failed, 0),
      })
    }
  } finally {
    await Promise.all([ours.stop(), bare.stop(), asking.stop()])
  }
  return measured
}
