import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countJoined, joinIn, withLock } from './lock.ts'

let folder: string
let joined: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plein-lock-'))
  joined = join(folder, 'joined')
  await mkdir(joined)
})
afterAll(() => rm(folder, { recursive: true }))

describe('a lock', () => {
  it('lets one piece of work in at a time, also within one process', async () => {
    const steps: string[] = []
    const work = (name: string) => async () => {
      steps.push(`${name} in`)
      await new Promise((resolve) => setTimeout(resolve, 50))
      steps.push(`${name} out`)
    }
    const lock = join(folder, 'lock')
    await Promise.all([withLock(lock, work('a')), withLock(lock, work('b'))])
    expect(steps[1]).toBe(steps[0]?.replace('in', 'out'))
    expect(steps).toHaveLength(4)
  })

  it('is free again after work that failed', async () => {
    const lock = join(folder, 'lock')
    await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await withLock(lock, async () => 'yes')).toBe('yes')
  })
})

describe('joining', () => {
  it('counts living processes, and forgets one that was killed', async () => {
    const here = await joinIn(joined)
    expect(await countJoined(joined)).toBe(1)
    const module = pathToFileURL(join(import.meta.dirname, 'lock.ts')).href
    const script = `const { joinIn } = await import('${module}'); await joinIn('${joined}'); console.log('in'); setInterval(() => 0, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    expect(await countJoined(joined)).toBe(2)
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(await readdir(joined)).toHaveLength(2)
    expect(await countJoined(joined)).toBe(1)
    await here.leave()
    await here.leave()
    expect(await readdir(joined)).toEqual([])
  })
})
