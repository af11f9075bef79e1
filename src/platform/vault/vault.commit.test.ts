import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withFreshKey } from '../../lib/crypto/keyFile.ts'
import { openDatabase, type Database } from '../db/database.ts'
import { openThrowawayCluster, type ThrowawayCluster } from '../jobs/throwaway-cluster.ts'
import { openVault, type Sealer } from './vault.ts'

const cluster = await openThrowawayCluster()

describe('a vault without a database', () => {
  const keys = withFreshKey(null)
  const vault = openVault(keys)

  it('indexes by a key: the same value twice, another value, purpose or installation not', () => {
    const index = vault.blindIndex('email', 'rosa@example.org')
    expect(index).toHaveLength(32)
    expect(vault.blindIndex('email', 'rosa@example.org').equals(index)).toBe(true)
    expect(vault.blindIndex('email', 'rosa@example.com').equals(index)).toBe(false)
    expect(vault.blindIndex('phone', 'rosa@example.org').equals(index)).toBe(false)
    expect(openVault(withFreshKey(null)).blindIndex('email', 'rosa@example.org').equals(index)).toBe(false)
  })

  it('finds and opens after the key file got a newer key what was made before', () => {
    const later = openVault(withFreshKey(keys))
    expect(later.blindIndex('email', 'x').equals(vault.blindIndex('email', 'x'))).toBe(true)
    expect(later.derive('diary-seals').equals(vault.derive('diary-seals'))).toBe(true)
    const sealed = vault.sealSystem('letter', 'a', 'Beste Rosa')
    expect(later.openSystem('letter', 'a', sealed)).toBe('Beste Rosa')
    expect(later.sealSystem('letter', 'a', 'x')[0]).toBe(2)
  })

  it('opens a system text for its own purpose and id only', () => {
    const sealed = vault.sealSystem('letter', 'a', 'Beste Rosa')
    expect(sealed.includes('Rosa')).toBe(false)
    expect(() => vault.openSystem('letter', 'b', sealed)).toThrow(/changed-or-moved/)
    expect(() => vault.openSystem('note', 'a', sealed)).toThrow(/changed-or-moved/)
    expect(() => openVault(withFreshKey(null)).openSystem('letter', 'a', sealed)).toThrow(/changed-or-moved/)
  })
})

describe.skipIf(cluster === null)('data keys', () => {
  const { url, makeDatabase, asSuperuser, close } = cluster as ThrowawayCluster
  const keys = withFreshKey(null)
  const vault = openVault(keys)
  let database: Database

  beforeAll(async () => {
    await makeDatabase('vault')
    database = openDatabase(
      {
        house: url('house', 'vault'),
        square: url('square', 'vault'),
        worker: url('worker', 'vault'),
      },
      async () => {},
    )
  })
  afterAll(async () => {
    await database.close()
    await close()
  })
  const sealer = async (holder: `${string}:${string}`) => {
    const found = await database.house(null, (tx) => vault.sealerOf(tx, holder))
    return found as Sealer
  }

  it('makes one key per holder, whoever comes first', async () => {
    const made = await Promise.all(
      Array.from({ length: 6 }, () => database.house(null, (tx) => vault.makeKey(tx, 'request:1'))),
    )
    const sealed = made[0]?.seal('question', 'Waar vind ik een duo?') ?? Buffer.alloc(0)
    for (const each of made) expect(each.open('question', sealed)).toBe('Waar vind ik een duo?')
    expect((await sealer('request:1')).open('question', sealed)).toBe('Waar vind ik een duo?')
  })

  it('opens in its own field and for its own holder only', async () => {
    const one = await database.house(null, (tx) => vault.makeKey(tx, 'request:2'))
    const other = await database.house(null, (tx) => vault.makeKey(tx, 'request:3'))
    const sealed = one.seal('question', 'geheim')
    expect(() => one.open('answer', sealed)).toThrow(/changed-or-moved/)
    expect(() => other.open('question', sealed)).toThrow(/changed-or-moved/)
    expect(one.seal('question', 'geheim').equals(sealed)).toBe(false)
  })

  it('refuses a wrapped key that was moved to another holder', async () => {
    await database.house(null, (tx) => vault.makeKey(tx, 'person:moved'))
    await asSuperuser(
      'vault',
      `update house.platform_data_keys set wrapped = (select wrapped from house.platform_data_keys where holder = 'request:2') where holder = 'person:moved'`,
    )
    await expect(sealer('person:moved')).rejects.toThrow(/changed-or-moved/)
    await asSuperuser('vault', `delete from house.platform_data_keys where holder = 'person:moved'`)
  })

  it('finds many at once, and leaves out who has none', async () => {
    const found = await database.house(null, (tx) =>
      vault.sealersOf(tx, ['request:1', 'request:none', 'request:2', 'request:1']),
    )
    expect([...found.keys()].toSorted()).toEqual(['request:1', 'request:2'])
    expect((await database.house(null, (tx) => vault.sealersOf(tx, []))).size).toBe(0)
  })

  it("forgets at the worker's door only, and for good", async () => {
    const made = await database.house(null, (tx) => vault.makeKey(tx, 'person:gone'))
    const sealed = made.seal('story', 'mijn verhaal')
    await expect(database.house(null, (tx) => vault.forget(tx, 'person:gone'))).rejects.toThrow(/permission denied/)
    expect(await database.worker(null, (tx) => vault.forget(tx, 'person:gone'))).toBe(true)
    expect(await database.worker(null, (tx) => vault.forget(tx, 'person:gone'))).toBe(false)
    expect(await sealer('person:gone')).toBeNull()
    const again = await database.house(null, (tx) => vault.makeKey(tx, 'person:gone'))
    expect(() => again.open('story', sealed)).toThrow(/changed-or-moved/)
  })

  it('wraps anew in batches while others read, and loses nothing', async () => {
    const holders = Array.from({ length: 25 }, (_, n) => `person:r${n}` as const)
    const sealed = new Map<string, Buffer>()
    for (const holder of holders)
      sealed.set(holder, (await database.house(null, (tx) => vault.makeKey(tx, holder))).seal('name', holder))
    const later = openVault(withFreshKey(keys))
    let moved = 0
    for (let count = 1; count > 0; moved += count) {
      count = await database.worker(null, (tx) => later.rotate(tx, 10))
      const midway = await database.house(null, (tx) => later.sealersOf(tx, holders))
      for (const holder of holders)
        expect(midway.get(holder)?.open('name', sealed.get(holder) ?? Buffer.alloc(0))).toBe(holder)
    }
    expect(moved).toBeGreaterThanOrEqual(25)
    // A vault that knows the new key only is what remains when an old key file leaks.
    const fresh = withFreshKey(keys)
    const onlyNew = openVault({ current: fresh.current, all: new Map([[fresh.current.version, fresh.current]]) })
    await expect(database.house(null, (tx) => onlyNew.sealersOf(tx, ['person:r1']))).rejects.toThrow(/changed-or-moved/)
    expect((await database.house(null, (tx) => later.sealersOf(tx, holders))).size).toBe(25)
  })
})
