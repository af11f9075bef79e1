import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { inHouse } from '../../test/house.ts'
import { fixedCount } from '../../test/people.ts'
import { readKeyFile, rotateKeyFile } from '../lib/crypto/keyFile.ts'
import { armFaults, fault, readFaultPoints } from '../platform/faults.ts'
import { openVault } from '../platform/vault/vault.ts'
import { noteErasure, readLedger, replayErasures } from './erasure-ledger.ts'
import { hostOf } from './door.ts'
import { settleMode } from './installation.ts'
import { keysFor, liveKeys } from './keys.ts'
import { readConfig } from '../platform/config.ts'
import { securityTextExpires } from './well-known.web.ts'

const folder = mkdtempSync(join(tmpdir(), 'plein-installation-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what a database is', () => {
  const asked = (found: { embedded: boolean; publicOrigin: string | undefined }, prepare: string[]) =>
    new Promise<string>((resolve, reject) => {
      inHouse(async ({ platform, peek }) => {
        await peek(async (tx) => {
          for (const statement of prepare) await sql.raw(statement).execute(tx)
        })
        await settleMode(platform.database, found).then(resolve, (error: Error) => resolve(error.message))
      })().catch(reject)
    })
  const emptied = [
    'delete from house.platform_installation',
    'truncate house.accounts_persons, house.accounts_organisations, house.platform_data_keys, house.accounts_erasures, house.platform_idempotency cascade',
  ]
  const own = { embedded: true, publicOrigin: undefined }

  it.each([
    ['an empty embedded one is a demo', own, emptied, 'demo'],
    [
      'one with a public origin is a real one',
      { embedded: true, publicOrigin: 'https://plein.example' },
      emptied,
      'production',
    ],
    ['one of the operator is a real one', { embedded: false, publicOrigin: undefined }, emptied, 'production'],
    ['one with people in it is a real one', own, emptied.slice(0, 1), 'production'],
    ['one that was marked stays what it is', own, [], 'test'],
    [
      'a demo that was not filled yet stays a demo',
      own,
      [...emptied, "insert into house.platform_installation (mode, seeded) values ('demo', 'making')"],
      'demo',
    ],
  ])('%s', async (_, found, prepare, mode) => {
    expect(await asked(found, prepare)).toBe(mode)
  })

  it('a demo is not served to others', async () => {
    const demo = [...emptied, "insert into house.platform_installation (mode) values ('demo')"]
    expect(await asked({ embedded: true, publicOrigin: 'https://plein.example' }, demo)).toContain('this machine only')
    expect(await asked({ embedded: false, publicOrigin: undefined }, demo)).toContain('this machine only')
    expect(hostOf(readConfig({}))).toBe('127.0.0.1')
    expect(hostOf(readConfig({ PUBLIC_ORIGIN: 'https://plein.example' }))).toBe('0.0.0.0')
  })
})

describe('the key file', () => {
  it('is made for an empty database only, and a newer key is known to who runs already', async () => {
    const path = join(folder, 'keys.json')
    expect(() => keysFor(path, true)).toThrow('No new one was made')
    keysFor(path, false)
    expect(statSync(path).mode & 0o077).toBe(0)
    const keys = liveKeys(path)
    expect(keys.current.version).toBe(1)
    rotateKeyFile(path)
    await pause(600)
    expect([keys.current.version, [...keys.all.keys()]]).toEqual([2, [1, 2]])
    writeFileSync(path, 'nonsense')
    await pause(600)
    expect(keys.current.version).toBe(2)
  })
})

describe('the ledger of erasures', () => {
  it(
    'names nobody, and erases again who came back',
    inHouse(async ({ people, operate, platform, count }) => {
      const file = join(folder, 'erasures.txt')
      expect((await readLedger(file)).size).toBe(0)
      await noteErasure(file, platform.vault, people.expert.id, new Date())
      await noteErasure(file, platform.vault, people.expert.id, new Date())
      expect(readFileSync(file, 'utf8')).not.toContain(people.expert.id)
      const ledger = await readLedger(file)
      expect(ledger.size).toBe(1)
      expect(await operate((tx) => replayErasures(tx, platform.vault, ledger, new Date()))).toBe(1)
      expect(await count('house.accounts_persons')).toBe(fixedCount - 1)
      expect(await operate((tx) => replayErasures(tx, platform.vault, ledger, new Date()))).toBe(0)
      const path = join(folder, 'other-keys.json')
      keysFor(path, false)
      const other = openVault(readKeyFile(path))
      expect(await operate((tx) => replayErasures(tx, other, ledger, new Date()))).toBe(0)
    }),
  )
})

describe('fault points', () => {
  it('do nothing unless this process is armed, and only those that exist can be', async () => {
    expect(fault('before-commit')).toBeUndefined()
    expect(() => readFaultPoints(['nowhere'])).toThrow('does not know "nowhere"')
    expect(() => readFaultPoints(['before-commit=sleep'])).toThrow('before-commit=sleep')
    armFaults(readFaultPoints(['before-commit=error']))
    await expect(fault('before-commit')).rejects.toThrow('on purpose')
    await expect(fault('after-commit-before-reply')).resolves.toBeUndefined()
    armFaults(new Map())
    expect(fault('before-commit')).toBeUndefined()
  })
})

describe('security.txt', () => {
  it('is renewed with every release: less than a year away, and more than thirty days', () => {
    const days = (Date.parse(securityTextExpires) - Date.now()) / 86_400_000
    expect(days).toBeLessThan(365)
    expect(days, 'move securityTextExpires in src/app/well-known.web.ts').toBeGreaterThan(30)
  })
})
