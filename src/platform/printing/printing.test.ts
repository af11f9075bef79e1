import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { browserPresent, findChromium } from '../../../test/browser/chromium.ts'
import { findChromium as find } from './chromium.ts'
import { openPress } from './printing.ts'

const folder = mkdtempSync(join(tmpdir(), 'plein-presses-'))
// Root steps down before it prints.
chmodSync(folder, 0o777)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A program that stands in for Chromium. */
function inPlaceOf(name: string, script: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}
/** Where the order says that the PDF goes, and the folder of this print. */
const paper = `for each in "$@"; do case "$each" in --print-to-pdf=*) paper="\${each#--print-to-pdf=}";; esac; done`
const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('plein-print-'))

const failed = (chromium: string, html = '<p>x</p>', limits = {}) =>
  openPress(chromium, '', limits)
    .print(html)
    .then(
      () => 'printed',
      (problem: { code?: string }) => problem.code,
    )

describe('a press', () => {
  it('gives what Chromium wrote, and leaves nothing behind', async () => {
    const before = left()
    const press = openPress(inPlaceOf('writes', `${paper}\nprintf 'paper' > "$paper"`), 'p { color: red }')
    expect(press.style).toBe('p { color: red }')
    expect(Buffer.from(await press.print('<p>x</p>')).toString()).toBe('paper')
    expect(left()).toEqual(before)
  })

  it('knows nothing of this process: no keys, no addresses', async () => {
    process.env['SECRET_OF_THE_TEST'] = 'key'
    const press = openPress(inPlaceOf('tells', `${paper}\nenv > "$paper"`), '')
    const told = Buffer.from(await press.print('<p>x</p>')).toString()
    delete process.env['SECRET_OF_THE_TEST']
    expect(told).toContain('HOME=')
    expect(told).not.toContain('SECRET_OF_THE_TEST')
  })

  it('says why there is no PDF', async () => {
    expect(await failed(join(folder, 'nowhere'))).toBe('broken')
    expect(await failed(inPlaceOf('fails', 'exit 1'))).toBe('broken')
    const secret = join(folder, 'secret')
    writeFileSync(secret, 'a key')
    expect(await failed(inPlaceOf('points', `${paper}\nln -s ${secret} "$paper"`))).toBe('broken')
    expect(await failed(inPlaceOf('waits', `${paper}\nmkfifo "$paper"`))).toBe('broken')
    expect(await failed(inPlaceOf('much', `${paper}\nprintf '1234567890' > "$paper"`), '<p>', { bytes: 9 })).toBe(
      'too-large',
    )
    expect(await failed(inPlaceOf('never', 'exit 1'), '1234567890', { bytes: 9 })).toBe('too-large')
  })

  it('stops what takes too long, with everything that it started', async () => {
    const mark = join(folder, 'alive')
    const slow = inPlaceOf('slow', `(while true; do touch ${mark}; sleep 0.05; done) & sleep 60`)
    const begun = Date.now()
    expect(await failed(slow, '<p>x</p>', { time: 700 })).toBe('too-slow')
    expect(Date.now() - begun).toBeLessThan(20_000)
    await pause(300)
    rmSync(mark, { force: true })
    await pause(500)
    expect(readdirSync(folder)).not.toContain('alive')
  })

  it.skipIf(process.platform !== 'linux')('stops what takes too much memory', async () => {
    const greedy = inPlaceOf(
      'greedy',
      `exec ${process.execPath} -e 'const kept = []; setInterval(() => kept.push(Buffer.alloc(2e7, 1)), 50)'`,
    )
    expect(await failed(greedy, '<p>x</p>', { megabytes: 200, time: 40_000 })).toBe('too-much-memory')
  })

  it('leaves nothing running and nothing behind when its process stops in the middle', async () => {
    const mark = join(folder, 'running')
    const before = left()
    const slow = inPlaceOf('endless', `touch ${mark}; (while true; do touch ${mark}; sleep 0.05; done) & sleep 60`)
    const module = join(import.meta.dirname, 'printing.ts')
    const script = `const { openPress } = await import(${JSON.stringify(module)}); openPress(${JSON.stringify(slow)}, '').print('<p>x</p>').catch(() => {}); setTimeout(() => process.exit(0), 1500)`
    spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], { timeout: 30_000 })
    expect(existsSync(mark)).toBe(true)
    await pause(300)
    rmSync(mark)
    await pause(400)
    expect(existsSync(mark)).toBe(false)
    expect(left()).toEqual(before)
  })

  it('prints one at a time, and goes on after one that failed', async () => {
    const turns = join(folder, 'turns')
    const one = `${paper}\nif mkdir ${turns}; then sleep 0.3; rmdir ${turns}; printf 'alone' > "$paper"; fi`
    const press = openPress(inPlaceOf('one', one), '', { bytes: 100 })
    const pages = ['<p>a</p>', 'x'.repeat(200), '<p>b</p>', '<p>c</p>']
    const outcomes = await Promise.allSettled(pages.map((page) => press.print(page)))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  })
})

describe('where Chromium is', () => {
  it('is where it is said to be, and nowhere when that is asked', () => {
    expect(find(process.execPath)).toBe(process.execPath)
    expect(find('none')).toBeUndefined()
    expect(find('none', [process.execPath])).toBeUndefined()
    expect(find(join(folder, 'not-there'), [process.execPath])).toBeDefined()
  })
})

describe.skipIf(!browserPresent('printing'))('a PDF', () => {
  const press = () => openPress(findChromium() ?? '', '')

  it('is a PDF with its headings, in the words of the page', async () => {
    const html =
      '<!doctype html><html lang="nl"><title>Rapport</title><h1>Rapport</h1><h2 id="b">Deel</h2><a href="#b">b</a>'
    const pdf = Buffer.from(await press().print(html)).toString('latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf).toContain('/Outlines')
  }, 60_000)

  it('asks nobody anything, on this machine or elsewhere', async () => {
    let asked = 0
    const server = createServer((_, answer) => {
      asked++
      answer.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const parts = ['127.0.0.1', 'localhost'].map(
      (host) =>
        `<img src="http://${host}:${port}/x.png"><link rel="stylesheet" href="http://${host}:${port}/x.css"><iframe src="http://${host}:${port}/"></iframe>`,
    )
    expect((await press().print(`<!doctype html><title>x</title><p>x</p>${parts.join('')}`)).length).toBeGreaterThan(0)
    server.close()
    expect(asked).toBe(0)
  }, 60_000)
})
