import { describe, expect, it } from 'vitest'
import { testOrigin, until, withCommittedHouse, type CommittedHouse } from '../../../../test/house.ts'
import { runJob } from '../../../platform/jobs/jobs.ts'
import { openMailRoom } from '../../../platform/mail/mail.ts'
import { house as wholeHouse } from '../../../app/house.ts'
import { publishOwnItem } from '../seeding.actions.ts'
import './subscriptions.tables.ts'

/** The headers and the text of a letter as a mail server took it. */
function opened(raw: string) {
  const [head = ''] = raw.split('\r\n\r\n')
  const headers = new Map(
    head
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const text = raw
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
  return { headers, text }
}

const pathIn = (text: string, page: string) =>
  new RegExp(`${testOrigin}((?:/en)?/nieuwsbrief/${page}/[\\w-]{43})`).exec(text)?.[1] ?? `/no-${page}`

async function subscribe(house: CommittedHouse, email: string, lang: string) {
  const visitor = house.visitor()
  await visitor.submit(await visitor.get('/nieuwsbrief'), { email, lang })
  const mine = () => house.received.filter((each) => each.to === email)
  await until(() => mine().length === 1, 15_000)
  const confirm = await visitor.get(pathIn(opened(mine()[0]?.raw ?? '').text, 'bevestigen'))
  expect((await visitor.submit(confirm)).status).toBe(303)
}

describe('the newsletter, with the worker and a mail server', () => {
  it(
    'reaches everybody once in their own language, however often the job runs, and stops at one POST',
    withCommittedHouse(
      async (house) => {
        const { platform, operate, peek, people, urls } = house
        const { vault, database, config } = platform
        await subscribe(house, 'rosa@voorbeeld.example', 'nl')
        await subscribe(house, 'noor@voorbeeld.example', 'en')
        // Both came three weeks ago, and the item stands there for a fortnight.
        const ago = (days: number) => new Date(platform.now().getTime() - days * 86_400_000)
        await peek((tx) =>
          tx
            .updateTable('knowledge_subscriptions')
            .set({ digested_until: ago(21) })
            .execute(),
        )
        await operate((tx) =>
          publishOwnItem(
            tx,
            vault,
            {
              slug: 'een-nieuw-stuk',
              title: 'Een nieuw stuk',
              summary: 'Kort en goed.',
              lang: 'nl',
              type: 'article',
              themes: ['broad'],
              roles: [],
              audiences: [],
              stewards: [people.organisations.a],
              body: 'De tekst.',
              provenance: 'own',
              authors: [],
              source: null,
              checkedAt: ago(14),
              publishedAt: ago(14),
            },
            null,
            ago(14),
          ),
        )
        const settings = {
          url: urls.worker,
          database,
          rooms: wholeHouse.jobs(null),
          vault,
          mail: openMailRoom({ vault, origin: testOrigin, smtpUrl: config.smtpUrl }),
          origin: testOrigin,
          now: () => platform.now(),
        }
        const run = () => runJob(settings, 'knowledge.send-newsletter', null)
        await Promise.all([run(), run(), run()])
        await run()
        await until(() => house.received.length >= 4, 15_000)

        const letters = house.received.slice(2).map((each) => ({ to: each.to, ...opened(each.raw) }))
        const [noor, rosa] = letters.toSorted((a, b) => a.to.localeCompare(b.to))
        expect([noor?.to, rosa?.to]).toEqual(['noor@voorbeeld.example', 'rosa@voorbeeld.example'])
        expect(rosa?.headers.get('content-language')).toBe('nl')
        expect(rosa?.text).toContain(`${testOrigin}/kennis/een-nieuw-stuk`)
        expect(noor?.text).toContain(`${testOrigin}/en/kennis/een-nieuw-stuk`)
        const outbox = await peek((tx) =>
          tx.selectFrom('platform_mail_outbox').select('message_id').where('kind', '=', 'expected').execute(),
        )
        expect(outbox.map((row) => row.message_id).toSorted()).toEqual(
          letters.map((each) => each.headers.get('message-id')).toSorted(),
        )

        expect(rosa?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
        const address = /^<(.+)>$/.exec(rosa?.headers.get('list-unsubscribe') ?? '')?.[1] ?? ''
        expect(address).toBe(testOrigin + pathIn(rosa?.text ?? '', 'afmelden'))
        const answer = await house.fetch(
          new Request(address, {
            method: 'POST',
            body: 'List-Unsubscribe=One-Click',
            headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' },
          }),
        )
        expect(answer.status).toBe(200)
        const left = await peek((tx) => tx.selectFrom('knowledge_subscriptions').select('lang').execute())
        expect(left).toEqual([{ lang: 'en' }])
      },
      { worker: true, mail: true },
    ),
    60_000,
  )
})
