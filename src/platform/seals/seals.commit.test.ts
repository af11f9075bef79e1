import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withFreshKey } from '../../lib/crypto/keyFile.ts'
import { openDatabase, type Database } from '../db/database.ts'
import { record } from '../diary.ts'
import { openThrowawayCluster, type ThrowawayCluster } from '../jobs/throwaway-cluster.ts'
import type { Work } from '../jobs/work.ts'
import { openMailRoom } from '../mail/mail-room.ts'
import { makeWorkProof } from '../proofs.ts'
import { openVault } from '../vault/vault.ts'
import { sealDiary, verifyDiary } from './seals.ts'

const cluster = await openThrowawayCluster()

const vault = openVault(withFreshKey(null))
const origin = 'https://plein.example'
const mail = openMailRoom({ vault, origin, smtpUrl: undefined })
const now = new Date('2026-03-02T09:00:00Z')

describe.skipIf(cluster === null)('the seals of the diary', () => {
  const { url, makeDatabase, copyDatabase, asSuperuser, close } = cluster as ThrowawayCluster
  let copies = 0

  beforeAll(() => makeDatabase('sealed'))
  afterAll(close)

  const open = (name: string) =>
    openDatabase(
      { house: url('house', name), square: url('square', name), worker: url('worker', name) },
      async () => {},
    )

  const workOf = async (database: Database): Promise<Work> => {
    const proof = await database.worker(null, (tx) => makeWorkProof(tx, 'job', 'test', 'test'))
    return { now: () => now, transaction: (fn) => database.worker(proof, fn), vault, mail, origin }
  }
  const note = (database: Database, subject: string) =>
    database.house(null, (tx) => record(tx, 'test.noted', subject, now, { state: subject }))

  /** A diary of its own with nine rows in three seals, and what it says of itself after `attack`. */
  async function after(attack: string) {
    const name = `sealed_${(copies += 1)}`
    await copyDatabase('sealed', name)
    const database = open(name)
    try {
      const work = await workOf(database)
      for (const round of ['a', 'b', 'c']) {
        for (const n of [1, 2, 3]) await note(database, `${round}${n}`)
        expect(await sealDiary(work)).toBe(3)
      }
      await asSuperuser(name, `set session_replication_role = replica; ${attack}`)
      return await work.transaction((tx) => verifyDiary(tx, vault))
    } finally {
      await database.close()
    }
  }

  it('passes when nothing was done, and counts what is not sealed yet', async () => {
    const verdict = await after(
      `insert into house.platform_diary (event, subject, at, actor_kind) values ('test.late', 'x', now(), 'nobody')`,
    )
    expect(verdict).toMatchObject({ ok: true, seals: 3, rows: 9, unsealed: 1 })
  })

  const diary = 'house.platform_diary'
  it.each([
    ['a changed sentence', `update ${diary} set subject = 'z' where subject = 'b2'`, 'rows-changed', '4'],
    ['a changed detail', `update ${diary} set detail = '{}' where subject = 'b2'`, 'rows-changed', '4'],
    [
      'a changed moment',
      `update ${diary} set at = at + interval '1 microsecond' where subject = 'c1'`,
      'rows-changed',
      '7',
    ],
    [
      'a changed actor',
      `update ${diary} set actor_person = gen_random_uuid() where subject = 'a1'`,
      'rows-changed',
      '1',
    ],
    ['a removed row', `delete from ${diary} where subject = 'b2'`, 'rows-changed', '4'],
    [
      'two rows exchanged',
      `update ${diary} set subject = case subject when 'a1' then 'a2' else 'a1' end where subject in ('a1', 'a2')`,
      'rows-changed',
      '1',
    ],
    [
      'a row put in below the first',
      `insert into ${diary} overriding system value select 0, event, subject, at, actor_kind, actor_person, detail from ${diary} where subject = 'a1'`,
      'rows-changed',
      '0',
    ],
    [
      'a row removed and another put in its place',
      `delete from ${diary} where subject = 'b2'; insert into ${diary} overriding system value select 5, event, 'new', at, actor_kind, actor_person, detail from ${diary} where subject = 'a1'`,
      'rows-changed',
      '4',
    ],
    ['a removed seal', 'delete from house.platform_diary_seals where from_id = 4', 'seal-missing', '4'],
    [
      'a seal that was made to fit',
      `delete from ${diary} where subject = 'b2'; update house.platform_diary_seals set count = 2 where from_id = 4`,
      'seal-changed',
      '4',
    ],
    [
      'the last seal and its rows torn out',
      `delete from ${diary} where id >= 7; delete from house.platform_diary_seals where from_id = 7`,
      'tail-cut',
      '7',
    ],
    [
      'the tail torn out and the head made to fit',
      `delete from ${diary} where id >= 7; delete from house.platform_diary_seals where from_id = 7;
      update house.platform_diary_head set (seq, to_id, hash) = (select seq, to_id, hash from house.platform_diary_seals order by seq desc limit 1)`,
      'head-changed',
      '7',
    ],
    ['the head taken away', 'delete from house.platform_diary_head', 'head-missing', '10'],
    ['rows of the tail torn out, seals left', `delete from ${diary} where id = 9`, 'rows-changed', '7'],
  ])('finds %s', async (_what, attack, why, from) => {
    expect(await after(attack)).toMatchObject({ ok: false, broken: { why, from } })
  })

  it('finds a row put in a gap that a rollback left, also behind the last row of a seal', async () => {
    await copyDatabase('sealed', 'sealed_gap')
    const database = open('sealed_gap')
    try {
      const work = await workOf(database)
      await note(database, 'a')
      await database
        .house(null, async (tx) => {
          await record(tx, 'test.noted', 'never', now)
          throw new Error('rolled back')
        })
        .catch(() => {})
      expect(await sealDiary(work)).toBe(1)
      await asSuperuser(
        'sealed_gap',
        `insert into ${diary} overriding system value values (2, 'test.forged', 'f', now(), 'nobody')`,
      )
      expect(await work.transaction((tx) => verifyDiary(tx, vault))).toMatchObject({
        ok: false,
        broken: { why: 'rows-changed' },
      })
    } finally {
      await database.close()
    }
  })

  it('waits for a transaction that drew a lower number and commits later', async () => {
    await copyDatabase('sealed', 'sealed_late')
    const database = open('sealed_late')
    try {
      const work = await workOf(database)
      let finish = () => {}
      const held = new Promise<void>((resolve) => (finish = resolve))
      let drawn = () => {}
      const hasDrawn = new Promise<void>((resolve) => (drawn = resolve))
      const late = database.house(null, async (tx) => {
        await record(tx, 'test.noted', 'late', now)
        drawn()
        await held
      })
      await hasDrawn
      await note(database, 'early')
      expect(await sealDiary(work, 500)).toBe(0)
      finish()
      await late
      expect(await sealDiary(work)).toBe(2)
      expect(await work.transaction((tx) => verifyDiary(tx, vault))).toMatchObject({ ok: true, rows: 2, unsealed: 0 })
    } finally {
      await database.close()
    }
  })

  it('says nothing about a diary that it may not see, and nothing without the key', async () => {
    await copyDatabase('sealed', 'sealed_key')
    const database = open('sealed_key')
    try {
      await expect(database.worker(null, (tx) => verifyDiary(tx, vault))).rejects.toThrow(/only a job or an operator/)
      const work = await workOf(database)
      await note(database, 'k')
      await sealDiary(work)
      const other = openVault(withFreshKey(null))
      expect(await work.transaction((tx) => verifyDiary(tx, other))).toMatchObject({
        ok: false,
        broken: { why: 'seal-changed' },
      })
    } finally {
      await database.close()
    }
  })

  it('seals a diary of many batches without losing a row between two processes', async () => {
    await copyDatabase('sealed', 'sealed_many')
    await asSuperuser(
      'sealed_many',
      `insert into ${diary} (event, subject, at, actor_kind) select 'test.many', n::text, now(), 'nobody' from generate_series(1, 12003) n`,
    )
    const database = open('sealed_many')
    try {
      const [one, two] = [await workOf(database), await workOf(database)]
      const counts = await Promise.all([sealDiary(one), sealDiary(two)])
      expect(counts[0] + counts[1]).toBe(12_003)
      expect(await one.transaction((tx) => verifyDiary(tx, vault))).toMatchObject({
        ok: true,
        rows: 12_003,
        unsealed: 0,
      })
    } finally {
      await database.close()
    }
  })
})
