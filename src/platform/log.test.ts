import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { root } from './root.ts'

/** A process of its own that writes two lines, and then does this. */
function logging(then: string) {
  const script = `import('./src/platform/log.ts').then(({ makeLog }) => {
    const log = makeLog('info')
    log.info({ a: 1 }, 'one')
    log.debug({ a: 2 }, 'not this')
    log.warn({ a: 3 }, 'three')
    ${then}
  })`
  return spawn(process.execPath, ['-e', script], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
}

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { level: string; time: string; msg: string; a: number })

describe('the log', () => {
  it.each([
    'process.exit(3)',
    'process.exitCode = 3',
    "process.stdin.resume(); process.once('SIGTERM', () => process.exit(3)).kill(process.pid, 'SIGTERM')",
  ])('keeps no line of a process that ends with %s', async (end) => {
    const child = logging(end)
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
    const [code] = (await once(child, 'close')) as [number]
    expect(code).toBe(3)
    expect(linesOf(text).map(({ level, msg, a }) => [level, msg, a])).toEqual([
      ['info', 'one', 1],
      ['warn', 'three', 3],
    ])
    expect(Math.abs(Date.parse(linesOf(text)[0]?.time ?? '') - Date.now())).toBeLessThan(60_000)
  })

  it('does not wait for more lines, nor for the end', async () => {
    const child = logging('process.stdin.resume()')
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
    expect(linesOf(chunk.toString())).toHaveLength(2)
    expect(child.exitCode).toBe(null)
    child.kill('SIGKILL')
  })
})
