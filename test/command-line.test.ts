import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, copyFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../src/app/commands.ts'
import { WrongUse } from '../src/app/commands/command.ts'
import { openCluster, removeCluster } from '../src/platform/cluster/cluster.ts'
import { withClient } from '../src/platform/cluster/databases.ts'
import { readConfig } from '../src/platform/config.ts'
import { root } from '../src/platform/root.ts'

// The program as it is built: npm test builds it first. PLEIN_PROGRAM names another build.
const program = process.env['PLEIN_PROGRAM'] ?? join(root, 'dist', 'cli.js')
const isBuilt = existsSync(program)
if (!isBuilt) process.stdout.write('skipped: the command line: dist/cli.js is not built (bin/setup --build)\n')

const folder = mkdtempSync(join(tmpdir(), 'plein-command-'))
const first = join(folder, 'first')
const second = join(folder, 'second')
const elsewhere = join(folder, 'elsewhere')

const environment = (dataDir: string, more: Record<string, string> = {}) => ({
  PATH: process.env['PATH'] ?? '',
  TMPDIR: tmpdir(),
  DATA_DIR: dataDir,
  CHROMIUM: 'none',
  // The program is started some fifty times.
  NODE_COMPILE_CACHE: join(folder, 'compiled'),
  ...more,
})

const kept = new Map<string, Awaited<ReturnType<typeof openCluster>>>()

/**
 * Joins the cluster of a folder, as any second process does: the commands after it find PostgreSQL running and leave it so. Most of
 * what a command took was starting and stopping it.
 */
async function keep(dataDir: string) {
  const cluster = kept.get(dataDir) ?? (await openCluster({ dataDir, log: () => {} }))
  kept.set(dataDir, cluster)
  return cluster
}

async function letGo(dataDir: string) {
  await kept.get(dataDir)?.stop()
  kept.delete(dataDir)
}

function plein(dataDir: string, ...args: string[]) {
  const done = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    env: environment(dataDir),
    encoding: 'utf8',
    timeout: 100_000,
  })
  // Where we joined, PostgreSQL goes on, and a command says so.
  const told = kept.has(dataDir) ? done.stderr.replaceAll(/^PostgreSQL keeps running: .*\n/gm, '') : done.stderr
  return { status: done.status, out: done.stdout, told }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Sends a form over a connection of its own. @returns the status. */
const pressed = (address: string, body: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const sent = request(
      address,
      {
        method: 'POST',
        agent: false,
        headers: {
          origin: new URL(address).origin,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
        },
      },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

const children = new Set<ChildProcess>()

/** Starts the program and waits until it is ready. */
async function running(dataDir: string, more: Record<string, string> = {}) {
  const port = await freePort()
  const child = spawn(process.execPath, [program, 'start'], {
    cwd: folder,
    env: environment(dataDir, { PORT: String(port), ...more }),
  })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()))
  children.add(child)
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  const address = `http://localhost:${port}`
  const end = Date.now() + 60_000
  while (
    !(await fetch(`${address}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (Date.now() > end || child.exitCode !== null) throw new Error(`it did not become ready:\n${out.slice(-2_000)}`)
    await pause(50)
  }
  return { child, port, address, ended, said: () => out }
}

/** Whether a request is at work in the database of a running program. */
async function holdsConnection(address: string) {
  // A connection that was kept is closed after a few seconds; the next question opens another.
  const text = await fetch(`${address}/metrics`).then(
    (answer) => answer.text(),
    () => '',
  )
  const connections = (state: string) => Number(new RegExp(`pool="house",state="${state}"} (\\d+)`).exec(text)?.[1])
  return connections('total') > connections('idle')
}

type Network = {
  people: { requester: { link: string; request: string } } & Record<string, { person: string; email: string }>
}
let network: Network
let canaries: { token: string; field: string; owner: string }[] = []

describe.skipIf(!isBuilt)('the command line', () => {
  beforeAll(async () => {
    const done = plein(first, 'seed', 'test', '--scale', '0.02', '--canary')
    if (done.status !== 0) throw new Error(done.told)
    network = JSON.parse(done.out) as Network
    canaries = (JSON.parse(readFileSync(join(folder, 'canary.json'), 'utf8')) as { canaries: typeof canaries }).canaries
    await keep(first)
  })
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL')
    for (const dataDir of kept.keys()) await letGo(dataDir)
    for (const dataDir of [first, second, elsewhere]) if (existsSync(dataDir)) await removeCluster(dataDir)
    rmSync(folder, { recursive: true, force: true })
  })

  it('says how it is used, and ends with 2 when it is used otherwise', async () => {
    expect(plein(first).out).toContain('bin/plein COMMAND')
    for (const args of [['nonsense'], ['seed'], ['start', 'kitchen']]) {
      const done = plein(first, ...args)
      expect([args, done.status, done.out]).toEqual([args, 2, ''])
      expect(done.told).toMatch(/plein/)
    }
    // Every WrongUse ends the program with 2, as seen above; which words are one, each command says without a database.
    const nowhere = join(folder, 'nowhere')
    for (const [name, ...words] of [
      ['seed', 'other'],
      ['backup'],
      ['erase-person'],
      ['import', 'documents', 'x'],
      ['import', 'partner', 'x', 'y'],
      ['import', 'records', 'x', 'y', '--steward', 'partner-a'],
      ['import', 'documents', 'x', '--steward', 'partner-a', '--take'],
      ['export-partner', 'x'],
      ['retention', '--wet-run'],
    ]) {
      const ran = commands[name ?? '']?.run(readConfig(environment(nowhere)), words)
      const refused = await ran?.then(() => null).catch((error: unknown) => error)
      expect([name, words, refused]).toEqual([name, words, expect.any(WrongUse)])
      expect(String(refused)).toMatch(/plein/)
    }
    expect(existsSync(nowhere)).toBe(false)
  }, 180_000)

  it('refuses to put invented people beside others, and a backup over another', () => {
    expect(plein(first, 'seed', 'test')).toMatchObject({ status: 1, out: '' })
    const file = join(folder, 'there.plein')
    writeFileSync(file, 'something')
    expect(plein(first, 'backup', file)).toMatchObject({ status: 1 })
    expect(readFileSync(file, 'utf8')).toBe('something')
  }, 180_000)

  it('a partner takes its part to an empty database, and it comes out as the same bytes', async () => {
    const [file, again, cut] = ['part.jsonl', 'again.jsonl', 'cut.jsonl'].map((name) => join(folder, name))
    if (!file || !again || !cut) throw new Error('no names')
    expect(plein(first, 'export-partner', 'partner-z', file)).toMatchObject({ status: 1 })
    expect(plein(first, 'export-partner', 'partner-a', file)).toMatchObject({ status: 0 })
    expect(plein(elsewhere, 'import', 'partner', file)).toMatchObject({ status: 0 })
    await keep(elsewhere)
    expect(plein(elsewhere, 'export-partner', 'partner-a', again)).toMatchObject({ status: 0 })
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(file, 'utf8'))
    expect(readFileSync(file, 'utf8')).toContain('"slug":"partner-a"')
    writeFileSync(cut, readFileSync(file, 'utf8').slice(0, -40))
    const refused = plein(elsewhere, 'import', 'partner', cut)
    expect([refused.status, refused.told]).toEqual([1, expect.stringContaining('Nothing was imported. Line')])
  }, 180_000)

  it('reads a list of records, takes it when asked, and says where a file goes wrong', () => {
    const [list, wrong] = [join(folder, 'lijst.csv'), join(folder, 'fout.csv')]
    writeFileSync(list, 'id;titel;tekst\n1;Een stuk uit een lijst;Woorden.\n2;Nog zo een;Meer woorden.\n')
    writeFileSync(wrong, 'id;titel\n1;a\n2;b;c\n')
    const taken = plein(first, 'import', 'records', list, '--steward', 'partner-a', '--take', '--json')
    expect([taken.status, taken.told]).toEqual([0, ''])
    expect(JSON.parse(taken.out)).toMatchObject({ state: 'committed', counts: { new: 2, taken: 2 }, problem: null })
    const again = plein(first, 'import', 'records', list, '--steward', 'partner-a')
    expect([again.status, again.out]).toEqual([0, expect.stringContaining('lijst.csv: 2 same\nLook at it at')])
    expect(plein(first, 'import', 'records', wrong, '--steward', 'partner-a')).toMatchObject({
      status: 1,
      out: 'fout.csv: NOT read (not-csv, line 3)\n',
    })
    expect(plein(first, 'import', 'records', list, '--steward', 'partner-z').status).toBe(1)
  }, 180_000)

  it('the document of the API and the register need no database, and agree', () => {
    const nowhere = join(folder, 'nowhere')
    const document = JSON.parse(plein(nowhere, 'openapi').out) as {
      openapi: string
      paths: Record<
        string,
        { get: { parameters: { name: string; in: string }[]; responses: Record<string, { headers?: object }> } }
      >
    }
    const register = JSON.parse(plein(nowhere, 'routes', '--json').out) as {
      kind: string
      path: string
      who: string
      rate: string
      data: string
      idempotent: boolean
    }[]
    expect(existsSync(nowhere)).toBe(false)
    expect(document.openapi).toBe('3.1.0')
    const api = register
      .filter(({ kind }) => kind === 'api')
      .map(({ path }) => path.replace('/api/v1', '').replaceAll(/:(\w+)/g, '{$1}'))
    expect(Object.keys(document.paths).toSorted()).toEqual(api.toSorted())
    expect(api).toContain('/items/{slug}')
    for (const [path, { get }] of Object.entries(document.paths)) {
      expect(path).not.toMatch(/\/$|\.html$/)
      for (const parameter of get.parameters) expect(parameter.name).toMatch(/^[a-z][a-zA-Z0-9]*$/)
      expect(get.responses['200']?.headers).toHaveProperty('API-Version')
      expect(get.responses['429']).toHaveProperty(['content', 'application/problem+json'])
    }
    for (const route of register) expect(Object.values(route).every((value) => value !== undefined)).toBe(true)
  }, 180_000)

  it('what was backed up comes back; who was erased is in no new backup, and is erased again after a restore', async () => {
    const [rosa] = [network.people['expert']]
    if (!rosa) throw new Error('no expert')
    const mine = canaries.filter(({ field, owner }) => owner === 'person:expert' && field !== 'accounts_persons.email')
    const copy = plein(first, 'export-person', rosa.email)
    expect(mine.map(({ token }) => copy.out.includes(token))).toEqual(mine.map(() => true))

    const before = join(folder, 'before.plein')
    expect(plein(first, 'backup', before)).toMatchObject({ status: 0 })
    expect(readFileSync(before).includes('kanarie')).toBe(false)
    expect(plein(first, 'erase-person', rosa.person)).toMatchObject({ status: 0 })
    expect(plein(first, 'export-person', rosa.email)).toMatchObject({ status: 1, out: '' })
    const after = join(folder, 'after.plein')
    expect(plein(first, 'backup', after)).toMatchObject({ status: 0 })

    // Without the key file, and with another one, nothing comes back and nothing is made.
    expect(plein(second, 'restore', before).told).toContain('key file')
    expect(plein(second, 'migrate')).toMatchObject({ status: 0 })
    await keep(second)
    expect(plein(second, 'restore', before).told).toContain('does not open this backup')

    for (const name of ['keys.json', 'erasures.txt']) copyFileSync(join(first, name), join(second, name))
    const restored = plein(second, 'restore', before, '--json')
    expect(restored.told).toBe('')
    expect(JSON.parse(restored.out)).toMatchObject({ erasedAgain: 1 })
    expect(plein(second, 'export-person', rosa.email)).toMatchObject({ status: 1 })
    expect(plein(second, 'restore', after)).toMatchObject({ status: 1 })
    expect(plein(second, 'verify-diary')).toMatchObject({ status: 0 })
    const other = network.people['secondExpert']
    expect(plein(second, 'export-person', other?.email ?? '').out).toContain(other?.person)
  }, 300_000)

  it('a rotation that is killed leaves nothing unreadable, and is finished by the next', async () => {
    const sample = network.people['secondExpert']?.email ?? ''
    const { urls } = await keep(first)
    const killedOnce = async (there: () => Promise<boolean> | boolean) => {
      const child = spawn(process.execPath, [program, 'rotate-keys'], {
        cwd: folder,
        env: environment(first),
        stdio: 'ignore',
      })
      const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)))
      while (child.exitCode === null && !(await there())) await pause(10)
      child.kill('SIGKILL')
      expect(await ended).toBe('SIGKILL')
    }
    // The new key is in its file, and wraps nothing yet.
    const keys = readFileSync(join(first, 'keys.json'), 'utf8')
    await killedOnce(() => readFileSync(join(first, 'keys.json'), 'utf8') !== keys)
    // In the middle of the transaction that wraps.
    await withClient(urls.admin, async (admin) => {
      await admin.query('begin')
      await admin.query('lock table house.platform_data_keys in share row exclusive mode')
      await killedOnce(async () => {
        await admin.query('select pg_stat_clear_snapshot()')
        const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and query like 'update%platform_data_keys%'`
        return (await admin.query(waiting)).rowCount === 1
      })
      await admin.query('rollback')
    })
    expect(plein(first, 'export-person', sample)).toMatchObject({ status: 0 })
    type Rotation = { finishedEarlierRotation: boolean; wrapped: number }
    const rotation = () => JSON.parse(plein(first, 'rotate-keys', '--json').out) as Rotation
    const finished = rotation()
    expect(finished.finishedEarlierRotation).toBe(true)
    // The next one finds nothing unfinished: every data key is wrapped with the newest key.
    const done = rotation()
    expect(done.finishedEarlierRotation).toBe(false)
    expect(done.wrapped).toBeGreaterThan(10)
    expect(finished.wrapped).toBe(done.wrapped)
    expect(plein(first, 'export-person', sample).out).toContain(sample)
  }, 180_000)

  it('a lost key file is never replaced, and the settings for tests work in a test database only', () => {
    const keys = join(first, 'keys.json')
    const kept = readFileSync(keys)
    rmSync(keys)
    const done = plein(first, 'verify-diary')
    expect(done).toMatchObject({ status: 1, out: '' })
    expect(done.told).toContain('No new one was made')
    expect(existsSync(keys)).toBe(false)
    writeFileSync(keys, kept, { mode: 0o600 })
  }, 180_000)

  it('answers 503 until it is ready, drains on SIGTERM, and lets a second process join', async () => {
    // From here on the first one starts PostgreSQL, and the last one stops it.
    await letGo(first)
    const one = await running(first, { FAULT_POINTS: 'before-commit=wait:2000' })
    const two = await running(first)
    expect((await fetch(`${one.address}/metrics`)).status).toBe(200)
    expect((await fetch(`${one.address}/metrics`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(404)
    expect(plein(first, 'verify-diary')).toMatchObject({ status: 0 })

    const taken = spawnSync(process.execPath, [program, 'start'], {
      cwd: folder,
      env: environment(first, { PORT: String(one.port) }),
      encoding: 'utf8',
    })
    expect([taken.status, taken.stderr.split('\n').length]).toEqual([1, 2])
    expect(taken.stderr).toContain(`Port ${one.port} is in use`)

    // A press is under way when the signal comes: it is answered, and nothing new is let in.
    const link = network.people.requester.link.replace(/^http:\/\/[^/]+/, one.address)
    const press = pressed(`${link}/bericht`, `_key=${crypto.randomUUID()}&text=Nog+een+vraag`)
    while (!(await holdsConnection(one.address))) await pause(20)
    const told = Date.now()
    one.child.kill('SIGTERM')
    expect(await press).toBe(303)
    expect(await one.ended).toBe(0)
    expect(Date.now() - told).toBeLessThan(15_000)
    expect((await fetch(`${two.address}/readyz`)).status).toBe(200)
    two.child.kill('SIGTERM')
    expect(await two.ended).toBe(0)
    expect(one.said()).not.toContain('Nog een vraag')
  }, 180_000)
})
