import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { accountFor, credentials } from './account.ts'
import { binariesForNew } from './binaries.ts'
import { openCluster, removeCluster } from './cluster.ts'
import { startPostmaster } from './postmaster.ts'
import { isRunning } from './process.ts'
import { filesOf, readRecord } from './record.ts'
import { settings } from './settings.ts'
import { readySocketDir, socketName } from './socket.ts'
import { ask, postmasterOf, quiet, removeScratch, scratch, skipped, whyMissing } from './testing.ts'

const missing = (await whyMissing('system')) && (await whyMissing('npm'))
if (missing) skipped('faults', missing)

afterAll(removeScratch)

describe.skipIf(missing)('a cluster in trouble', () => {
  let dataDir: string
  const open = () => openCluster({ dataDir, log: quiet })

  it('comes back after kill -9 of PostgreSQL in the middle of a long computation', async () => {
    dataDir = await scratch()
    const cluster = await open()
    const busy = new Client({ connectionString: cluster.urls.admin })
    busy.on('error', () => undefined)
    await busy.connect()
    const { rows } = await busy.query<{ pid: number }>('select pg_backend_pid() as pid')
    const computing = busy.query('select count(*) from generate_series(1, 100000000000)').catch(() => 'broken off')
    await ask(cluster.urls.admin, 'select pg_sleep(0.1)')
    const pid = await postmasterOf(dataDir)
    process.kill(pid, 'SIGKILL')
    const again = await open()
    expect(await ask(again.urls.house, 'select 1')).toEqual([1])
    expect(await isRunning(rows[0]?.pid ?? 0)).toBe(false)
    expect(await computing).toBe('broken off')
    await cluster.stop()
    await again.stop()
  })

  it('refuses a server that somebody started with fsync off, and stops it', async () => {
    const record = await readRecord(dataDir)
    const pgdata = filesOf(dataDir).postgres
    const account = await accountFor(pgdata)
    await startPostmaster({
      binaries: await binariesForNew('system', account, filesOf(dataDir).binaries),
      pgdata,
      socketDir: await readySocketDir(record?.socketDir ?? null, account),
      account,
      settings: { ...settings(20), fsync: 'off' },
      logFile: filesOf(dataDir).log,
      dataDir,
      log: quiet,
    })
    const pid = await postmasterOf(dataDir)
    await expect(open()).rejects.toThrow(/fsync=off.*Set fsync = on/)
    expect(await isRunning(pid)).toBe(false)
  })

  it('refuses a role for which synchronous_commit was switched off', async () => {
    const cluster = await open()
    await ask(cluster.urls.admin, 'alter role plein_house set synchronous_commit = off')
    await expect(open()).rejects.toThrow(/plein_house.*RESET synchronous_commit/)
    await ask(cluster.urls.admin, 'alter role plein_house reset synchronous_commit')
    await cluster.stop()
    await (await open()).stop()
  })

  it('starts although a dead server was never cleared away by its parent', async () => {
    const account = await accountFor(filesOf(dataDir).postgres)
    const parent = spawn('sh', ['-c', 'sleep 0.01 & echo $!; exec sleep 60'], { cwd: '/', ...credentials(account) })
    const [line] = await once(parent.stdout, 'data')
    const dead = Number(line)
    await vi.waitFor(async () => expect(await isRunning(dead)).toBe(false))
    expect(process.kill(dead, 0)).toBe(true)

    const first = await open()
    const pid = await postmasterOf(dataDir)
    const notes = [join(dataDir, 'postgres', 'postmaster.pid'), join(first.socketDir, `${socketName}.lock`)]
    const texts = await Promise.all(notes.map((note) => readFile(note, 'utf8')))
    process.kill(pid, 'SIGKILL')
    await vi.waitFor(async () => expect(await isRunning(pid)).toBe(false))
    for (const [index, note] of notes.entries())
      await writeFile(note, texts[index]?.replace(/^\d+/, String(dead)) ?? '')
    const second = await open()
    expect(second.socketDir).toBe(first.socketDir)
    expect(await ask(second.urls.house, 'select 1')).toEqual([1])
    parent.kill()
    await first.stop()
    await second.stop()
  })

  it('starts beside the empty note of a server that had no room to write it', async () => {
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), '')
    const cluster = await open()
    expect(await ask(cluster.urls.house, 'select 1')).toEqual([1])
    await cluster.stop()
  })

  it('says which file is gone or damaged rather than begin with an empty database', async () => {
    const { passwords, record } = filesOf(dataDir)
    for (const [file, sentence] of [
      [passwords, /passwords\.json is damaged/],
      [record, /cluster\.json is damaged/],
    ] as const) {
      const text = await readFile(file, 'utf8')
      await writeFile(file, '{')
      await expect(open()).rejects.toThrow(sentence)
      await writeFile(file, text)
    }
    await (await open()).stop()
  })

  it('says that the disk is full', async (context) => {
    const folder = await scratch()
    await chmod(folder, 0o711)
    const small = join(folder, 'small')
    await mkdir(small)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', small], { stdio: 'ignore' })
    } catch {
      skipped('a full disk', 'a small file system cannot be mounted here')
      return context.skip()
    }
    try {
      const full = join(small, 'data')
      await expect(openCluster({ dataDir: full, log: quiet })).rejects.toThrow(/disk that holds .* is full/)
      execFileSync('mount', ['-o', 'remount,size=200m', small])
      const cluster = await openCluster({ dataDir: full, log: quiet })
      expect(cluster.databaseWasCreated).toBe(true)
      await cluster.stop()
      // dd ends with an error, because there is no more room.
      spawnSync('dd', ['if=/dev/zero', `of=${join(small, 'filler')}`, 'bs=1M'])
      await expect(openCluster({ dataDir: full, log: quiet })).rejects.toThrow(/disk that holds .* is full/)
      await rm(join(small, 'filler'))
      await (await openCluster({ dataDir: full, log: quiet })).stop()
      await removeCluster(full)
    } finally {
      execFileSync('umount', ['-l', small])
    }
  })
})
