import { chmod, cp, lstat, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountFor } from './account.ts'
import { linkLibraries, npmPackage, readyPackage } from './package.ts'
import { run } from './process.ts'
import { skipped, whyMissing } from './testing.ts'

const missing = await whyMissing('npm')
if (missing) skipped('the npm package', missing)

describe.skipIf(missing)('the npm package of PostgreSQL', () => {
  let folder: string
  let copied: string
  let links: string[]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plein-package-'))
    copied = join(folder, 'project', 'package')
    const root = dirname(dirname(createRequire(import.meta.url).resolve(npmPackage())))
    await cp(root, copied, { recursive: true, verbatimSymlinks: true })
    const text = await readFile(join(copied, 'native', 'pg-symlinks.json'), 'utf8')
    links = (JSON.parse(text) as { target: string }[]).map(({ target }) => join(copied, target))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('gets its library links when npm blocked the install script, also twice', async () => {
    for (const link of links) await rm(link, { force: true })
    await chmod(join(copied, 'native', 'bin', 'postgres'), 0o644)
    await linkLibraries(copied)
    await linkLibraries(copied)
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) expect((await lstat(link)).isSymbolicLink()).toBe(true)
    const bin = join(copied, 'native', 'bin')
    const self = { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1, name: 'self', dropped: false }
    expect((await run(join(bin, 'postgres'), ['-V'], self)).words).toMatch(/PostgreSQL/)
  })

  it('is copied once to where PostgreSQL can read it, when only root can enter the project', async (context) => {
    if (process.getuid?.() !== 0) {
      skipped('a project that only root can enter', 'the tests do not run as root')
      return context.skip()
    }
    const account = await accountFor('/nonexistent')
    await chmod(join(folder, 'project'), 0o700)
    await chmod(folder, 0o711)
    const shelf = join(folder, 'shelf')
    expect((await run(join(copied, 'native', 'bin', 'postgres'), ['-V'], account)).code).not.toBe(0)
    const bin = await readyPackage(account, shelf, copied)
    expect(bin.startsWith(shelf)).toBe(true)
    expect((await run(join(bin, 'initdb'), ['-V'], account)).words).toMatch(/PostgreSQL/)
    const before = await lstat(join(bin, 'postgres'))
    expect(before.uid).toBe(0)
    expect(await readyPackage(account, shelf, copied)).toBe(bin)
    expect((await lstat(join(bin, 'postgres'))).ino).toBe(before.ino)
    expect((await readdir(shelf)).filter((name) => name.endsWith('.new'))).toEqual([])
  })
})
