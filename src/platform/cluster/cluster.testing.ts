import { spawn } from 'node:child_process'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { accountFor, accountNamed, credentials } from './account.ts'
import type { Cluster } from './cluster.ts'
import { openCluster } from './cluster.ts'
import { outside } from './placement.ts'
import { isRunning } from './process.ts'
import type { Kind } from './record.ts'
import { filesOf, readRecord, writeRecord } from './record.ts'
import {
  ask,
  closedScratch,
  member,
  postmasterOf,
  quiet,
  removeScratch,
  say,
  scratch,
  skipped,
  whyMissing,
} from './testing.ts'

const asRoot = process.getuid?.() === 0

/** The same tests for each kind of binaries, in two files so that they run side by side. */
export async function describeClusterOf(prefer: Kind): Promise<void> {
  afterAll(removeScratch)
  const missing = await whyMissing(prefer)
  if (missing) skipped(`the cluster with ${prefer} binaries`, missing)

  if (!asRoot) skipped('a folder that only root can enter', 'the tests do not run as root')

  describe.skipIf(missing)(`a cluster of ${prefer} binaries`, () => {
    let dataDir: string
    const open = () => openCluster({ dataDir, prefer, log: quiet })
    const count = (cluster: Pick<Cluster, 'urls'>) => ask(cluster.urls.admin, 'select n from ledger order by n')

    it('is made once, and opens in less than a second afterwards', async () => {
      dataDir = await scratch()
      const first = await open()
      expect([first.kind, first.databaseWasCreated]).toEqual([prefer, true])
      for (const [role, url] of Object.entries(first.urls)) {
        expect(await ask(url, 'select current_user::text')).toEqual([`plein_${role}`])
        expect(await ask(url, 'select current_database()::text')).toEqual(['plein'])
      }
      expect(await ask(first.urls.admin, `select lower('ÉÏ')`)).toEqual(['éï'])
      expect(await ask(first.urls.admin, 'show listen_addresses')).toEqual([''])
      expect(await ask(first.urls.admin, 'show max_connections')).toEqual(['60'])
      expect((await stat(filesOf(dataDir).passwords)).mode & 0o777).toBe(0o600)
      expect((await stat(first.socketDir)).mode & 0o777).toBe(0o700)
      const wrong = first.urls.house.replace(/:[^:@]+@/, ':wrong@')
      await expect(ask(wrong, 'select 1')).rejects.toThrow(/password/)
      const pid = await postmasterOf(dataDir)
      await first.stop()
      await first.stop()
      expect(await isRunning(pid)).toBe(false)
      await expect(stat(first.socketDir)).rejects.toThrow(/ENOENT/)

      // The quickest of three: the machine may be busy with other tests.
      const starts: number[] = []
      for (const _ of [1, 2, 3]) {
        const started = performance.now()
        const again = await open()
        starts.push(Math.round(performance.now() - started))
        expect(again.databaseWasCreated).toBe(false)
        expect(again.urls).toEqual(first.urls)
        await again.stop()
      }
      say(`second start of ${prefer} ${first.version}: ${starts.join(', ')} ms`)
      expect(Math.min(...starts)).toBeLessThan(1000)
    })

    it('is taken over after kill -9 of the process that started it, with every acknowledged write', async () => {
      const child = member({ dataDir, writes: true })
      await child.acknowledged(200)
      const pid = await postmasterOf(dataDir)
      await child.kill()
      expect(await isRunning(pid)).toBe(true)
      const cluster = await open()
      expect(await postmasterOf(dataDir)).toBe(pid)
      expect(await count(cluster)).toEqual(expect.arrayContaining(child.ledger()))
      await ask(cluster.urls.admin, 'truncate ledger')
      await cluster.stop()
      expect(await isRunning(pid)).toBe(false)
    })

    it('comes back after kill -9 of PostgreSQL, with every acknowledged write', async () => {
      const child = member({ dataDir, writes: true })
      await child.acknowledged(200)
      const pid = await postmasterOf(dataDir)
      process.kill(pid, 'SIGKILL')
      await child.ended()
      const cluster = await open()
      expect(await postmasterOf(dataDir)).not.toBe(pid)
      expect(child.ledger().length).toBeGreaterThanOrEqual(200)
      expect(await count(cluster)).toEqual(expect.arrayContaining(child.ledger()))
      await cluster.stop()
    })

    it('is not fooled by a process number that another program has by now', async () => {
      const account = await accountFor(join(dataDir, 'postgres'))
      const note = join(dataDir, 'postgres', 'postmaster.pid')
      const first = await open()
      const text = await readFile(note, 'utf8')
      process.kill(await postmasterOf(dataDir), 'SIGKILL')
      const stranger = spawn('sleep', ['60'], { cwd: '/', ...credentials(account) })
      await sleep(100)
      await writeFile(note, text.replace(/^\d+/, String(stranger.pid)))
      const second = await open()
      expect(await ask(second.urls.house, 'select 1')).toEqual([1])
      expect(stranger.exitCode).toBe(null)
      stranger.kill()
      await first.stop()
      await second.stop()
    })

    it('keeps running for a second process when the first one stops', async () => {
      const first = member({ dataDir })
      const second = member({ dataDir })
      const [one, other] = await Promise.all([first.said(), second.said()])
      expect(one.urls).toEqual(other.urls)
      const pid = await postmasterOf(dataDir)
      await first.stop()
      expect(await ask(other.urls.house, 'select 1')).toEqual([1])
      const third = await open()
      await second.kill()
      expect(await isRunning(pid)).toBe(true)
      await third.stop()
      expect(await isRunning(pid)).toBe(false)
    })

    it('makes its socket folder again under the same name, whether or not the server runs', async () => {
      const first = await open()
      await rm(first.socketDir, { recursive: true })
      const second = await open()
      expect(second.socketDir).toBe(first.socketDir)
      expect(await ask(first.urls.house, 'select 1')).toEqual([1])
      await first.stop()
      await second.stop()
      // Somebody else took the name: a folder that is not private is not used.
      await writeFile(first.socketDir, '')
      const third = await open()
      expect(third.socketDir).not.toBe(first.socketDir)
      expect(await ask(third.urls.house, 'select 1')).toEqual([1])
      await third.stop()
      await rm(first.socketDir)
    })

    it('is made by one of two processes that start at once on an empty folder', async () => {
      const empty = await scratch()
      const members = [member({ dataDir: empty, prefer }), member({ dataDir: empty, prefer })]
      const said = await Promise.all(members.map((each) => each.said()))
      expect(said.map((each) => each.databaseWasCreated).toSorted()).toEqual([false, true])
      expect(said[0]?.urls).toEqual(said[1]?.urls)
      await Promise.all(members.map((each) => each.stop()))
      expect(await readdir(filesOf(empty).joined)).toEqual([])
    })

    it('is made after all when the first attempt was killed half-way', async () => {
      const cut = await scratch()
      const child = member({ dataDir: cut, prefer })
      while (!(await readdir(cut)).some((name) => name.startsWith('new-'))) await sleep(5)
      await sleep(150)
      await child.kill()
      expect(await readdir(cut)).not.toContain('postgres')
      const cluster = await openCluster({ dataDir: cut, prefer, log: quiet })
      expect(cluster.databaseWasCreated).toBe(true)
      await cluster.stop()
      // The orphaned initdb of the first attempt may have written on for a moment.
      await sleep(200)
      await (await openCluster({ dataDir: cut, prefer, log: quiet })).stop()

      // Killed between the making of the folder and the record of it, and before the roles.
      const record = await readRecord(cut)
      if (record) await writeRecord(cut, { ...record, state: 'making', roles: false })
      const again = await openCluster({ dataDir: cut, prefer, log: quiet })
      expect(await ask(again.urls.house, 'select 1')).toEqual([1])
      await again.stop()
    })

    it('says what to install when its binaries are gone', async () => {
      const record = await readRecord(dataDir)
      if (!record) throw new Error('no record')
      await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '14\n')
      await expect(open()).rejects.toThrow(prefer === 'system' ? /PostgreSQL 14 .*postgresql[-@]14/ : /npm ci .* 14/)
      await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), `${record.major}\n`)
      await (await open()).stop()
    })

    it('keeps what people type out of its log', async () => {
      const cluster = await open()
      const typed = 'Kanarie van Dam'
      await expect(ask(cluster.urls.house, 'select $1::uuid', [typed])).rejects.toThrow(typed)
      await expect(ask(cluster.urls.house, `select '${typed}' frm nowhere`)).rejects.toThrow(/syntax/)
      await cluster.stop()
      const log = await readFile(filesOf(dataDir).log, 'utf8')
      expect(log).toContain('database system is ready')
      expect(log).not.toContain('Kanarie')
    })

    it.skipIf(!asRoot)('lives elsewhere when only root can enter its folder, and says so', async () => {
      const closed = await closedScratch()
      const lines: string[] = []
      const cluster = await openCluster({ dataDir: closed, prefer, log: (line) => lines.push(line) })
      expect(cluster.kind).toBe(prefer)
      expect(await ask(cluster.urls.house, 'select 1')).toEqual([1])
      expect(lines.join()).toContain(outside)
      await cluster.stop()
      const again = await openCluster({ dataDir: closed, log: quiet })
      expect([again.kind, again.databaseWasCreated]).toEqual([prefer, false])
      await again.stop()
      const record = await readRecord(closed)
      await rm(join(record?.home ?? '', 'postgres'), { recursive: true })
      await expect(openCluster({ dataDir: closed, log: quiet })).rejects.toThrow(/it is gone\. Restore/)
    })

    it('works for an ordinary user, and for root after that', async (context) => {
      const ordinary = asRoot ? await accountNamed('nobody') : undefined
      if (!ordinary) {
        skipped('an ordinary user beside root', 'the tests do not run as root, or there is no user nobody')
        return context.skip()
      }
      const theirs = await scratch(ordinary)
      const child = member({ dataDir: theirs, prefer }, ordinary)
      const said = await child.said().catch((error: Error) => error.message)
      if (typeof said === 'string' && /EACCES|permission denied|MODULE_NOT_FOUND/i.test(said)) {
        skipped('an ordinary user', 'that user cannot read this project')
        return context.skip()
      }
      expect(said).toMatchObject({ kind: prefer, databaseWasCreated: true })
      await child.stop()
      // What root makes here must stay theirs: let it make everything that can be made again.
      const record = await readRecord(theirs)
      if (record) await writeRecord(theirs, { ...record, roles: false })
      for (const file of [filesOf(theirs).log, filesOf(theirs).lock]) await rm(file)
      const cluster = await openCluster({ dataDir: theirs, log: quiet })
      for (const name of await readdir(theirs, { recursive: true }))
        expect([name, (await stat(join(theirs, name))).uid]).toEqual([name, ordinary.uid])
      await cluster.stop()
      const again = member({ dataDir: theirs }, ordinary)
      expect(await again.said()).toMatchObject({ kind: prefer, databaseWasCreated: false })
      await again.stop()
    })
  })
}
