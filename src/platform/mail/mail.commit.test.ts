import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { withFreshKey } from '../../lib/crypto/keyFile.ts'
import { openDatabase, type Database } from '../db/database.ts'
import { announceTo, installJobs, jobCounts, queuesOf, startWorker, type Work } from '../jobs/jobs.ts'
import { openThrowawayCluster, type ThrowawayCluster } from '../jobs/throwaway-cluster.ts'
import { makeWorkProof } from '../proofs.ts'
import { openVault } from '../vault/vault.ts'
import { deliverDue, deliverLetter, mailJobs, pauseAfter } from './delivery.ts'
import { letter } from './letter.ts'
import type { Letter } from './letter-types.ts'
import { openMailRoom, troubledLetters } from './mail-room.ts'
import { postmanTo } from './postman.ts'
import { postOffice, type PostOffice } from './post-office.testing.ts'

const cluster = await openThrowawayCluster()

const origin = 'https://plein.example'
const vault = openVault(withFreshKey(null))
const smtpUrl = 'smtp://mail.example'
const mail = openMailRoom({ vault, origin, smtpUrl })
const content = letter({
  lang: 'nl',
  subject: 'Er is nieuws over je vraag',
  paragraphs: ['Er staat een antwoord klaar.'],
  button: { label: 'Bekijk het antwoord', href: `${origin}/vraag/abc` },
})
const made = (cause: string, more: Partial<Letter> = {}): Letter => ({
  ...content,
  cause,
  kind: 'expected',
  to: 'rosa@example.org',
  ...more,
})

it('waits one minute, then twice as long each time, never more than six hours', () => {
  expect([1, 2, 3, 9, 10, 60].map((tries) => pauseAfter(tries) / 60_000)).toEqual([1, 2, 4, 256, 360, 360])
})

describe.skipIf(cluster === null)('the mail room', () => {
  const { url, makeDatabase, asSuperuser, close } = cluster as ThrowawayCluster
  const queues = { platform: mailJobs(null) }
  let database: Database
  let office: PostOffice
  let work: Work
  let moment = new Date()

  beforeAll(async () => {
    await makeDatabase('mail')
    await installJobs(url('migrate', 'mail'), queuesOf(queues))
    database = openDatabase(
      { house: url('house', 'mail'), square: url('square', 'mail'), worker: url('worker', 'mail') },
      announceTo(queues),
    )
    const proof = await database.worker(null, (tx) => makeWorkProof(tx, 'job', 'test', 'test'))
    work = { now: () => moment, transaction: (fn) => database.worker(proof, fn), vault, mail, origin }
  })
  beforeEach(async () => {
    await asSuperuser(
      'mail',
      'delete from house.platform_mail_outbox; delete from pgboss.job; delete from house.platform_installation',
    )
    moment = new Date()
    office = await postOffice(SMTPServer)
    return () => office.close()
  })
  afterAll(async () => {
    await database.close()
    await close()
  })

  const write = (cause: string, more: Partial<Letter> = {}) =>
    database.house(null, (tx) => mail.write(tx, made(cause, more)))
  const postman = (patience = { connection: 400, greeting: 400, silence: 400 }) => {
    const one = postmanTo(office.url, 'noreply@plein.example', patience)
    onTestFinished(() => one.close())
    return one
  }
  type Row = {
    id: string
    message_id: string
    sent: boolean
    given_up: boolean
    tries: number
    last_error: string | null
    wait: number
  }
  const outbox = async () =>
    (
      await work.transaction((tx) =>
        sql<Row>`select id, message_id, sent_at is not null as sent, given_up_at is not null as given_up, tries, last_error,
      extract(epoch from next_try_at - ${moment}::timestamptz)::int as wait from house.platform_mail_outbox order by made_at, id`.execute(
          tx,
        ),
      )
    ).rows
  const only = async () => {
    const [row] = await outbox()
    if (!row) throw new Error('the outbox is empty')
    return row
  }
  const later = (minutes: number) => (moment = new Date(moment.getTime() + minutes * 60_000))

  it('writes one letter per cause, sealed, and enqueues its delivery with it', async () => {
    expect(await write('advice.answer:1')).toBe('written')
    expect(await write('advice.answer:1', { to: 'other@example.org' })).toBe('already')
    const { rows } = await work.transaction((tx) =>
      sql<{
        all: string
      }>`select row_to_json(o)::text || encode(sealed, 'escape') as all from house.platform_mail_outbox o`.execute(tx),
    )
    expect(rows).toHaveLength(1)
    for (const secret of ['rosa', 'antwoord', '/vraag/']) expect(rows[0]?.all).not.toContain(secret)
    expect(await database.house(null, jobCounts)).toMatchObject({ waiting: 1 })
    expect((await only()).message_id).toMatch(/^<[0-9a-f]{40}@plein\.example>$/)
  })

  it('has no letter when its cause rolls back', async () => {
    await expect(
      database.house(null, async (tx) => {
        await mail.write(tx, made('x'))
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await outbox()).toEqual([])
    expect(await database.house(null, jobCounts)).toMatchObject({ waiting: 0 })
  })

  it('makes one letter when two write for the same cause at once', async () => {
    const outcomes = await Promise.all([write('same'), write('same'), write('same', { to: 'other@example.org' })])
    expect(outcomes.toSorted()).toEqual(['already', 'already', 'written'])
  })

  it('caps what was not asked for at three a day per address, however it is written and however many at once', async () => {
    const outcomes = await Promise.all(
      ['Rosa', 'rosa', 'ROSA', 'rosa', 'rosa'].map((name, n) =>
        write(`c${n}`, { kind: 'unsolicited', to: `${name}@Example.org` }),
      ),
    )
    expect(outcomes.toSorted()).toEqual(['capped', 'capped', 'written', 'written', 'written'])
    expect(await write('expected', { kind: 'expected' })).toBe('written')
    expect(await write('another', { kind: 'unsolicited', to: 'noor@example.org' })).toBe('written')
    await asSuperuser('mail', `update house.platform_mail_outbox set made_at = made_at - interval '25 hours'`)
    expect(await write('tomorrow', { kind: 'unsolicited' })).toBe('written')
  })

  it('refuses an address that is none, and a subject of two lines', async () => {
    await expect(write('x', { to: 'rosa@example.org\r\nBcc: all@example.org' })).rejects.toThrow(/address/)
    await expect(write('x', { subject: 'Nieuws\r\nBcc: all@example.org' })).rejects.toThrow(/one line/)
    expect(await outbox()).toEqual([])
  })

  it('lets the house write letters and read none', async () => {
    await write('a')
    await expect(
      database.house(null, (tx) => tx.selectFrom('platform_mail_outbox').selectAll().execute()),
    ).rejects.toThrow(/permission denied/)
    expect(await database.house(null, (tx) => mail.readLetters(tx, 10))).toEqual([])
    await asSuperuser('mail', "insert into house.platform_installation (mode) values ('demo')")
    const [kept] = await database.house(null, (tx) => mail.readLetters(tx, 10))
    expect(kept).toMatchObject({
      to: 'rosa@example.org',
      subject: content.subject,
      text: content.text,
      cause: 'a',
      sentAt: null,
    })
  })

  it('brings a letter once, with our headers and no others', async () => {
    await write('a', { to: 'Rosa.de-Vries@Example.ORG' })
    const { id, message_id: messageId } = await only()
    expect(await deliverLetter(work, postman(), id)).toBe('sent')
    expect(await deliverLetter(work, postman(), id)).toBe('not-now')
    const [parcel] = office.parcels
    expect(office.parcels).toHaveLength(1)
    expect(parcel?.from).toBe('noreply@plein.example')
    expect(parcel?.to).toEqual(['Rosa.de-Vries@example.org'])
    expect(parcel?.headers).toMatchObject({
      'message-id': messageId,
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
      from: 'Ervaringsplein <noreply@plein.example>',
      'content-language': 'nl',
    })
    expect(Object.keys(parcel?.headers ?? {}).toSorted()).toEqual([
      'auto-submitted',
      'content-language',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
    ])
    expect(parcel?.raw).toContain('text/plain')
    expect(parcel?.raw).toContain('text/html')
    expect(await only()).toMatchObject({ sent: true, tries: 1, last_error: null })
  })

  it('tells the mail program where one POST stops it, when the letter says so', async () => {
    const unsubscribe = `${origin}/nieuwsbrief/afmelden/${'x'.repeat(43)}`
    await write('a', { unsubscribe })
    expect(await deliverLetter(work, postman(), (await only()).id)).toBe('sent')
    expect(office.parcels[0]?.headers).toMatchObject({
      'list-unsubscribe': `<${unsubscribe}>`,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    })
  })

  it('brings it again with the same Message-ID when the process died between the server and the mark', async () => {
    await write('a')
    const { id } = await only()
    const dying: Work = {
      ...work,
      transaction: (fn) => (office.parcels.length > 0 ? Promise.reject(new Error('killed')) : work.transaction(fn)),
    }
    await expect(deliverLetter(dying, postman(), id)).rejects.toThrow('killed')
    expect(await deliverLetter(work, postman(), id)).toBe('not-now')
    later(6)
    expect(await deliverLetter(work, postman(), id)).toBe('sent')
    expect(office.parcels.map((parcel) => parcel.headers['message-id'])).toEqual([
      office.parcels[0]?.headers['message-id'],
      office.parcels[0]?.headers['message-id'],
    ])
    expect(office.parcels).toHaveLength(2)
  })

  it.each([
    ['refuses the address for now', 'rcpt-451', 'smtp-451'],
    ['refuses the address for good', 'rcpt-550', 'smtp-550'],
    ['refuses the letter after reading it', 'data-554', 'smtp-554'],
    ['is full', 'data-452', 'smtp-452'],
    ['says nothing', 'silent', 'etimedout'],
    ['hangs after the letter', 'hang-after-data', 'etimedout'],
    ['drops the line after the letter', 'drop-after-data', 'econnection'],
  ] as const)('keeps the letter for later when the server %s', async (_what, behaviour, reason) => {
    office.behaves(behaviour)
    await write('a')
    const { id } = await only()
    expect(await deliverLetter(work, postman(), id)).toBe('later')
    expect(await only()).toMatchObject({ sent: false, given_up: false, tries: 1, last_error: reason })
    expect((await only()).wait).toBeGreaterThanOrEqual(60)
    expect(await deliverLetter(work, postman(), id)).toBe('not-now')
    const [troubled] = await database.house(null, (tx) => troubledLetters(tx))
    expect(troubled).toMatchObject({ id, cause: 'a', lastError: reason, tries: 1, givenUpAt: null })
    office.behaves('well')
    later(2)
    expect(await deliverDue(work, postman())).toBe(1)
    expect(await only()).toMatchObject({ sent: true, last_error: null })
  })

  it('loses nothing while no server is there, and gives up after five days of trying where it can be seen', async () => {
    await write('a')
    const { id } = await only()
    await office.close()
    let tries = 0
    for (let minutes = 0; minutes < 8 * 24 * 60; minutes += 30) {
      later(30)
      if ((await deliverLetter(work, postman(), id)) !== 'not-now') tries += 1
    }
    const row = await only()
    expect(row).toMatchObject({ sent: false, given_up: true, tries })
    expect(tries).toBeGreaterThan(20)
    expect(tries).toBeLessThan(40)
    expect(await database.house(null, (tx) => mail.mailState(tx))).toMatchObject({ waiting: 0, givenUp: 1, sent: 0 })
    expect((await database.house(null, (tx) => troubledLetters(tx)))[0]?.givenUpAt).toBeInstanceOf(Date)
  })

  it('counts five days from the first try, so a server that is configured late still gets old letters', async () => {
    await write('a')
    expect(
      await database.house(null, (tx) => openMailRoom({ vault, origin, smtpUrl: undefined }).mailState(tx)),
    ).toMatchObject({ waiting: 1, delivers: false, oldestWaiting: expect.any(Date) })
    later(30 * 24 * 60)
    office.behaves('rcpt-451')
    expect(await deliverLetter(work, postman(), (await only()).id)).toBe('later')
    office.behaves('well')
    later(2)
    expect(await deliverDue(work, postman())).toBe(1)
  })

  it('does not knock at a dead server for every letter', async () => {
    for (let n = 0; n < 12; n += 1) await write(`a${n}`, { to: `r${n}@example.org` })
    await office.close()
    expect(await deliverDue(work, postman())).toBe(0)
    expect((await outbox()).filter((row) => row.tries > 0)).toHaveLength(5)
  })

  it('leaves at once through a running worker', async () => {
    const rooms = { platform: mailJobs(postman()) }
    const worker = await startWorker({
      url: url('worker', 'mail'),
      database,
      rooms,
      vault,
      mail,
      origin,
      now: () => new Date(),
    })
    onTestFinished(() => worker.stop())
    for (let n = 0; n < 5; n += 1) await write(`w${n}`, { to: `r${n}@example.org` })
    for (let waited = 0; waited < 8_000 && office.parcels.length < 5; waited += 50)
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect(office.parcels.map((parcel) => parcel.to[0]).toSorted()).toEqual(
      [0, 1, 2, 3, 4].map((n) => `r${n}@example.org`),
    )
  })
})
