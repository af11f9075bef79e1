import { describe, expect, it } from 'vitest'
import { inHouse, testOrigin, type RolledBackHouse } from '../../../../test/house.ts'
import { fillIn, press, rowOf } from '../knowledge.testing.ts'
import { hostIn, oldAddressOf, wordsOfAddress, writeMoves } from './old-addresses.rules.ts'
import { noteOldAddresses } from './old-addresses.sql.ts'
import './moving.tables.ts'

describe('an old address', () => {
  it.each([
    ['https://www.Oud.example/Kennis/luisteren/', 'oud.example/Kennis/luisteren'],
    ['http://oud.example/?p=12', 'oud.example?p=12'],
    [
      'https://oud.example/2019/03/hoe-praat-je_erover.html?utm_source=x#kop',
      'oud.example/2019/03/hoe-praat-je_erover.html',
    ],
    ['https://oud.example/caf%C3%A9-praat', 'oud.example/café-praat'],
  ])('%s is kept as %s', (link, address) => expect(oldAddressOf(link)).toBe(address))
  it.each(['', 'mailto:a@b.nl', 'javascript:alert(1)', 'geen adres', `https://oud.example/${'a'.repeat(2_001)}`])(
    '%s is none',
    (link) => expect(oldAddressOf(link)).toBeNull(),
  )
  it.each([
    ['oud.example/2019/03/hoe-praat-je_erover.html', 'hoe praat je erover'],
    ['oud.example/kennis/12', 'kennis'],
    ['oud.example/café+praat', 'café praat'],
    ['oud.example?p=12', ''],
    ['oud.example', ''],
    ['oud.example/1/2', ''],
  ])('%s says the words “%s”', (address, words) => expect(wordsOfAddress(address)).toBe(words))
  it.each([
    ['oud.example/a', 'oud.example'],
    ['oud.example:8080?p=1', 'oud.example:8080'],
    ['oud.example', 'oud.example'],
  ])('%s is of the site %s', (address, host) => expect(hostIn(address)).toBe(host))
})

describe('a list of moved pages', () => {
  const moves = [
    { old: 'oud.example/kennis/a b', now: 'https://plein.example/kennis/a-b' },
    { old: 'oud.example?p=12', now: 'https://plein.example/kennis/twaalf' },
    { old: 'oud.example/x"$.(y', now: 'https://plein.example/kennis/x' },
  ]
  it('for a spreadsheet', () => {
    expect(writeMoves(moves, 'csv').split('\r\n').slice(0, 3)).toEqual([
      'oud_adres,nieuw_adres',
      'https://oud.example/kennis/a b,https://plein.example/kennis/a-b',
      'https://oud.example?p=12,https://plein.example/kennis/twaalf',
    ])
  })
  it('for nginx: as a browser sends it, with and without a slash at the end', () => {
    const lines = writeMoves(moves, 'nginx').split('\n')
    expect(lines.slice(3, -2)).toEqual([
      '  "/kennis/a%20b" "https://plein.example/kennis/a-b";',
      '  "/kennis/a%20b/" "https://plein.example/kennis/a-b";',
      '  "/?p=12" "https://plein.example/kennis/twaalf";',
      '  "/x%22%24.(y" "https://plein.example/kennis/x";',
      '  "/x%22%24.(y/" "https://plein.example/kennis/x";',
    ])
  })
  it('for Apache: the path as a pattern in which nothing is special', () => {
    const lines = writeMoves(moves, 'apache').split('\n')
    expect(lines.slice(2, -1)).toEqual([
      'RewriteRule "^/?kennis\\/a.b/?$" "https://plein.example/kennis/a-b" [R=301,L,QSD]',
      'RewriteCond %{QUERY_STRING} "^p=12$"',
      'RewriteRule "^/?/?$" "https://plein.example/kennis/twaalf" [R=301,L,QSD]',
      'RewriteRule "^/?x.\\$\\.\\(y/?$" "https://plein.example/kennis/x" [R=301,L,QSD]',
    ])
  })
})

/** A published item that stood at these addresses. */
async function movedItem(
  house: RolledBackHouse,
  links: readonly string[],
  organisation = house.people.organisations.a,
) {
  const editor = await house.as('editorA')
  const made = await editor.submit(await editor.get('/redactie/nieuw'), { title: 'Luisteren zonder oordeel' })
  const id = made.location?.split('/').at(-1) ?? ''
  await fillIn(editor, id, { title: 'Luisteren zonder oordeel', 'part:text': 'Begin met luisteren.' })
  await house.operate((tx) => noteOldAddresses(tx, organisation, [{ item: id, links }], house.platform.now()))
  return { id, editor }
}
const publish = async (house: RolledBackHouse, editor: Awaited<ReturnType<typeof movedItem>>['editor'], id: string) => {
  await press(house, editor, id, 'verder')
  await press(house, editor, id, 'publiceren')
  return (await rowOf(house, id)).slug ?? ''
}
const ask = async (house: RolledBackHouse, address: string) => {
  const answer = await house.fetch(new Request(address, { redirect: 'manual' }))
  return [answer.status, answer.headers.get('location')]
}

describe('who follows an old address', () => {
  it(
    'comes to the item from its publication on, hears that it is gone after its withdrawal, and else finds a search',
    inHouse(async (house) => {
      const { id, editor } = await movedItem(house, [
        'https://www.oud.example/kennis/luisteren/',
        'https://oud.example/?p=12',
      ])
      const asked = (path: string) => ask(house, `${testOrigin}/verhuisd?van=https://oud.example${path}`)
      expect(await house.count('square.old_addresses')).toBe(0)
      expect(await asked('/kennis/luisteren')).toEqual([302, `${testOrigin}/zoeken?q=luisteren`])

      const slug = await publish(house, editor, id)
      for (const path of [
        '/kennis/luisteren',
        '/kennis/luisteren/',
        '/?p=12',
        '/kennis/luisteren?utm_source=nieuwsbrief&utm_medium=x',
      ])
        expect(await asked(path)).toEqual([301, `${testOrigin}/kennis/${slug}`])
      expect(await ask(house, `${testOrigin}/verhuisd?van=https%3A%2F%2Foud.example%2Fkennis%2Fluisteren`)).toEqual([
        301,
        `${testOrigin}/kennis/${slug}`,
      ])

      expect(await asked('/kennis/iets-anders')).toEqual([302, `${testOrigin}/zoeken?q=iets%20anders`])
      expect(await asked('/')).toEqual([302, `${testOrigin}/`])
      expect(await asked('/?p=13')).toEqual([302, `${testOrigin}/zoeken`])
      expect(await ask(house, `${testOrigin}/verhuisd`)).toEqual([302, `${testOrigin}/`])

      await editor.post(`/redactie/${id}/terughalen`, { why: 'Niet meer juist.' })
      expect((await asked('/kennis/luisteren'))[0]).toBe(410)
    }),
  )

  it(
    'may ask under the name of the old site itself, and under no other name than that',
    inHouse(async (house) => {
      const { id, editor } = await movedItem(house, ['https://www.oud.example/kennis/luisteren/'])
      const before = await ask(house, 'http://oud.example/kennis/luisteren')
      expect(before[0]).toBe(404)
      const slug = await publish(house, editor, id)
      house.platform.cache.drop()
      for (const address of [
        'http://oud.example/kennis/luisteren',
        'http://WWW.oud.example/kennis/luisteren/?fbclid=1',
      ])
        expect(await ask(house, address)).toEqual([301, `${testOrigin}/kennis/${slug}`])
      // Its own front page is ours; a path of ours under its name is not.
      expect(await ask(house, 'http://oud.example/')).toEqual([302, `${testOrigin}/`])
      expect(await ask(house, 'http://oud.example/inloggen')).toEqual([302, `${testOrigin}/zoeken?q=inloggen`])
      expect(await ask(house, 'http://ander.example/')).toEqual([200, null])
      expect(await ask(house, 'http://oud.example/healthz')).toEqual([200, null])
    }),
  )

  it(
    'is not sent elsewhere by another organisation that claims the address',
    inHouse(async (house) => {
      const { id, editor } = await movedItem(house, ['https://oud.example/a'])
      const slug = await publish(house, editor, id)
      const other = await movedItem(house, ['https://oud.example/a'], house.people.organisations.b)
      await publish(house, other.editor, other.id)
      expect(await ask(house, `${testOrigin}/verhuisd?van=oud.example/a`)).toEqual([302, `${testOrigin}/`])
      expect(await ask(house, `${testOrigin}/verhuisd?van=https://oud.example/a`)).toEqual([
        301,
        `${testOrigin}/kennis/${slug}`,
      ])
    }),
  )

  it(
    'goes on to the item that was taken again, of the same organisation, also when it is published already',
    inHouse(async (house) => {
      const first = await movedItem(house, ['https://oud.example/a'])
      await publish(house, first.editor, first.id)
      const second = await movedItem(house, [])
      const slug = await publish(house, second.editor, second.id)
      await house.operate((tx) =>
        noteOldAddresses(
          tx,
          house.people.organisations.a,
          [{ item: second.id, links: ['https://oud.example/a'] }],
          house.platform.now(),
        ),
      )
      expect(await ask(house, `${testOrigin}/verhuisd?van=https://oud.example/a`)).toEqual([
        301,
        `${testOrigin}/kennis/${slug}`,
      ])
    }),
  )

  it(
    'keeps its page when the title changes: the path word stays as it was first published',
    inHouse(async (house) => {
      const { id, editor } = await movedItem(house, [])
      const slug = await publish(house, editor, id)
      await fillIn(editor, id, { title: 'Een heel andere titel', 'part:text': 'Begin met luisteren.' })
      expect(await publish(house, editor, id)).toBe(slug)
    }),
  )
})

describe('the list of what moved', () => {
  it(
    'is for editors of that organisation, and holds what stands on the square',
    inHouse(async (house) => {
      const { id, editor } = await movedItem(house, ['https://oud.example/kennis/luisteren'])
      const own = `/redactie/verhuizen/omleidingen?organisatie=${house.people.organisations.a}`
      expect((await editor.get(`${own}&soort=csv`)).text).toBe('oud_adres,nieuw_adres\r\n')
      const slug = await publish(house, editor, id)
      expect((await editor.get(`${own}&soort=csv`)).text).toBe(
        `oud_adres,nieuw_adres\r\nhttps://oud.example/kennis/luisteren,${testOrigin}/kennis/${slug}\r\n`,
      )
      expect((await editor.get(`${own}&soort=nginx`)).text).toContain(
        `"/kennis/luisteren" "${testOrigin}/kennis/${slug}";`,
      )
      expect((await (await house.as('editorB')).get(`${own}&soort=csv`)).status).toBe(404)
    }),
  )
})
