import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { formatKeys, parseKeys, readKeyFile, readOrMakeKeyFile, rotateKeyFile, withFreshKey } from './keyFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'plein-key-'))
afterAll(() => rmSync(folder, { recursive: true }))
const base64 = Buffer.alloc(32, 7).toString('base64')

describe('the lines of a key file', () => {
  it('are read back as they were written', () => {
    const keys = withFreshKey(withFreshKey(null))
    expect(parseKeys(formatKeys(keys))).toEqual(keys)
    expect(keys.current.version).toBe(2)
  })

  it.each([
    ['no-current', ''],
    ['no-current', `1 ${base64}`],
    ['no-current', `current 2\n1 ${base64}`],
    ['version-twice', `current 1\n1 ${base64}\n1 ${base64}`],
    ['key-not-32-bytes', 'current 1\n1 c2hvcnQ='],
    ['key-not-32-bytes', `current 1\n1 ${base64}AAAA`],
    ['line-not-understood', `current 1\n1 ${base64} extra`],
    ['line-not-understood', `current 1\ncurrent 1\n1 ${base64}`],
    ['line-not-understood', `current 1\n256 ${base64}`],
    ['line-not-understood', `current 1\n0 ${base64}`],
    ['line-not-understood', 'BEGIN PRIVATE KEY'],
  ])('are refused: %s', (problem, text) => expect(() => parseKeys(text)).toThrow(problem))

  it('never stand in the message of a refusal', () => {
    expect(() => parseKeys(`current 1\n1 ${base64}x`)).toThrow(/^(?!.*Bwc)/)
  })

  it('end at version 255', () => {
    const last = parseKeys(`current 255\n255 ${base64}`)
    expect(() => withFreshKey(last)).toThrow('versions-used-up')
  })
})

describe('the key file', () => {
  it('is made when absent, for its owner only, and stays the same', () => {
    const path = join(folder, 'made')
    const keys = readOrMakeKeyFile(path)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readOrMakeKeyFile(path)).toEqual(keys)
    expect(readKeyFile(path)).toEqual(keys)
    expect(readdirSync(folder)).toEqual(['made'])
  })

  it.each([0o640, 0o604, 0o660, 0o601])('is refused with mode %o', (mode) => {
    const path = join(folder, `open-${mode}`)
    writeFileSync(path, `current 1\n1 ${base64}\n`)
    chmodSync(path, mode)
    expect(() => readOrMakeKeyFile(path)).toThrow('readable-by-others')
  })

  it('is not made by reading alone, nor where it is broken', () => {
    expect(() => readKeyFile(join(folder, 'nothing'))).toThrow('absent')
    const path = join(folder, 'broken')
    writeFileSync(path, 'oops', { mode: 0o600 })
    expect(() => readOrMakeKeyFile(path)).toThrow('line-not-understood')
    expect(readFileSync(path, 'utf8')).toBe('oops')
  })

  it('keeps its older keys when it is rotated', () => {
    const path = join(folder, 'rotated')
    const before = readOrMakeKeyFile(path)
    const after = rotateKeyFile(path)
    expect(after.current.version).toBe(2)
    expect(after.all.get(1)).toEqual(before.current)
    expect(readKeyFile(path)).toEqual(after)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })
})
