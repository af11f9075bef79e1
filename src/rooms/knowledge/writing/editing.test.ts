import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import { fillIn, onSquare, press, rowOf, stateOf, versionOf } from '../knowledge.testing.ts'
import { limits } from '../items/texts.rules.ts'
import '../tables.ts'

async function started(house: RolledBackHouse, title = 'Werken in een duo') {
  const editor = await house.as('editorA')
  const made = await editor.submit(await editor.get('/redactie/nieuw'), { title, type: 'guide' })
  expect(made.status).toBe(303)
  const id = made.location?.split('/').at(-1) ?? ''
  return { editor, id }
}

async function published(house: RolledBackHouse, values: Record<string, string | readonly string[]> = {}) {
  const { editor, id } = await started(house)
  expect(
    (
      await fillIn(editor, id, {
        title: 'Werken in een duo',
        'part:text': '## Samen\n\nTwee mensen weten meer.',
        ...values,
      })
    ).status,
  ).toBe(303)
  expect((await press(house, editor, id, 'verder')).status).toBe(303)
  expect((await press(house, editor, id, 'publiceren')).status).toBe(303)
  return { editor, id }
}

describe('writing an item', () => {
  it(
    'goes from a title to the square in three presses, with everything an item shows',
    inHouse(async (house) => {
      const { id, editor } = await published(house, {
        link: 'https://voorbeeld.example/bron',
        sourceTitle: 'De bron',
        writtenOn: '2026-03-01',
      })
      const { slug, state } = await rowOf(house, id)
      expect([slug, state]).toEqual(['werken-in-een-duo', 'published'])
      const page = await house.visitor().get(`/kennis/${slug}`)
      expect(page.status).toBe(200)
      for (const shown of ['Twee mensen weten meer', 'Partner A', 'De bron', 'Vrij te gebruiken met naam (CC BY 4.0)'])
        expect(page.text).toContain(shown)
      await started(house, 'Nog te schrijven')
      const list = await editor.get('/redactie')
      expect(list.text).toContain('Op het plein')
      // What waits for the editor comes before what nobody waits for.
      expect(list.text.indexOf('Nog te schrijven')).toBeLessThan(list.text.indexOf('Werken in een duo'))
      expect((await editor.get('/en/redactie')).text).toContain('On the square')
      expect((await editor.get(`/en/redactie/${id}`)).text).toContain('Written by a partner')
    }),
  )

  it(
    'refuses what misses, is too long, is no choice of ours or another version, and keeps what was typed',
    inHouse(async (house) => {
      const { editor, id } = await started(house)
      expect((await press(house, editor, id, 'verder')).status).toBe(409)
      const long = await fillIn(editor, id, { 'part:text': 'a'.repeat(limits.part + 1), title: 'Mijn titel' })
      expect(long.status).toBe(422)
      expect(long.text).toContain('Dit deel is te lang')
      expect(long.text).toContain('Mijn titel')
      expect((await fillIn(editor, id, { title: 'x'.repeat(161) })).status).toBe(422)
      expect((await fillIn(editor, id, { summary: 's'.repeat(401) })).status).toBe(422)
      const wrong = await fillIn(editor, id, { themes: ['geen-thema'] })
      expect(wrong.status).toBe(422)
      // The long lists are closed; an error opens the one it is about.
      const folds =
        /<details class="plein-fold"( open="")?><summary><span class="plein-fold__title">(Thema|Rollen|Voor wie)/g
      expect([...wrong.text.matchAll(folds)].map((each) => [each[2], each[1] !== undefined])).toEqual([
        ['Thema', true],
        ['Rollen', false],
        ['Voor wie', false],
      ])
      expect((await editor.get(`/redactie/${id}`)).text).toContain('Nog niets gekozen')
      expect((await fillIn(editor, id, { link: 'javascript:alert(1)' })).status).toBe(422)
      expect((await fillIn(editor, id, { writtenOn: '2026-13-40' })).status).toBe(422)
      expect((await fillIn(editor, id, { vreemd: 'x' })).status).toBe(422)
      expect((await fillIn(editor, id, { 'part:elders': 'x' })).status).toBe(422)
      expect(await versionOf(house, id)).toBe(1)

      const twoTabs = [await editor.get(`/redactie/${id}`), await editor.get(`/redactie/${id}`)] as const
      expect((await editor.submit(twoTabs[0], { summary: 'Eerst.' }, `action="/redactie/${id}"`)).status).toBe(303)
      expect((await editor.submit(twoTabs[1], { summary: 'Daarna.' }, `action="/redactie/${id}"`)).status).toBe(409)
    }),
  )

  it(
    'shows hostile Markdown as words, in the preview and on the square',
    inHouse(async (house) => {
      const hostile = [
        '<script>alert(1)</script>',
        '<iframe src="https://kwaad.example"></iframe>',
        '<img src=x onerror=alert(2)>',
        '[klik](javascript:alert(3))',
        '[klik](data:text/html;base64,AAAA)',
        '![plaatje](https://kwaad.example/p.png)',
        '<a href="https://kwaad.example" onclick="alert(4)">hier</a>',
      ].join('\n\n')
      const { editor, id } = await published(house, {
        'part:text': hostile,
        title: '<b>Titel</b> & <script>x</script>',
      })
      const { slug } = await rowOf(house, id)
      for (const seen of [await editor.get(`/redactie/${id}`), await house.visitor().get(`/kennis/${slug}`)]) {
        expect(seen.status).toBe(200)
        const main = seen.text
          .slice(seen.text.indexOf('<main'), seen.text.indexOf('</main>'))
          .replace(/<textarea[\s\S]*?<\/textarea>/g, '')
        expect(main).not.toMatch(/<script|<iframe|<img|<[a-z][^>]*\son[a-z]+\s*=|href="(?:javascript|data):/i)
        expect(main).toContain('&lt;script&gt;')
      }
    }),
  )

  it(
    'answers another partner as if it does not exist, on every road',
    inHouse(async (house) => {
      const { id } = await started(house)
      const absent = '00000000-0000-4000-8000-000000000000'
      const other = await house.as('editorB')
      const say = async (item: string) => [
        (await other.get(`/redactie/${item}`)).status,
        (await other.get(`/redactie/${item}/nalopen`)).status,
        (await other.post(`/redactie/${item}`, { version: '1' })).status,
        (await other.post(`/redactie/${item}/nalopen`, { version: '1' })).status,
        (await other.post(`/redactie/${item}/verder`, { version: '1' })).status,
        (await other.post(`/redactie/${item}/publiceren`, { version: '1' })).status,
        (await other.post(`/redactie/${item}/terughalen`, { why: 'zomaar' })).status,
        (await other.post(`/redactie/${item}/nagekeken`, {})).status,
        (await other.post(`/redactie/${item}/meedoen`, { organisation: house.people.organisations.b, says: 'yes' }))
          .status,
      ]
      expect(await say(id)).toEqual(Array.from({ length: 9 }, () => 404))
      expect(await say(absent)).toEqual(await say(id))
      expect(await say('geen-nummer')).toEqual(await say(id))
      expect((await other.get('/redactie')).text).not.toContain('Werken in een duo')
      expect((await house.visitor().get(`/redactie/${id}`)).status).toBe(303)
      expect((await (await house.as('expert')).get(`/redactie/${id}`)).status).toBe(403)
      // The database says the same without the pages.
      const proof = [...other.cookies.values()][0] ?? ''
      const seen = await house.platform.database.house(proof, (tx) =>
        tx.selectFrom('knowledge_items').select('id').execute(),
      )
      expect(seen).toEqual([])
      await expect(
        house.platform.database.house(proof, (tx) =>
          tx
            .insertInto('knowledge_item_stewards')
            .values({
              item_id: id,
              organisation_id: house.people.organisations.b,
              added_by: house.people.editorB.id,
              added_at: new Date(),
              accepted_at: new Date(),
            })
            .execute(),
        ),
      ).rejects.toThrow(/row-level security/)
    }),
  )

  it(
    'is started for own organisations only, whatever the form says',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const form = { title: 'Iets', type: 'guide', lang: 'nl', stewards: house.people.organisations.b }
      expect((await editor.post('/redactie/nieuw', form)).status).toBe(409)
      expect((await editor.post('/redactie/nieuw', { ...form, stewards: 'b' })).status).toBe(422)
      expect(await house.count('house.knowledge_items')).toBe(0)
    }),
  )

  it(
    'is kept by two partners once the second has said yes',
    inHouse(async (house) => {
      const { editor, id } = await started(house)
      const { a, b } = house.people.organisations
      await fillIn(editor, id, { title: 'Samen houden', 'part:text': 'Geheim tot het ja.', stewards: [a, b] })
      const other = await house.as('editorB')
      expect((await other.get('/redactie')).text).toContain('doet je organisatie mee?')
      const asked = await other.get(`/redactie/${id}`)
      expect(asked.text).toContain('Wil je organisatie meedoen?')
      expect(asked.text).not.toContain('Geheim tot het ja')
      expect((await other.post(`/redactie/${id}/publiceren`, { version: '2' })).status).toBe(404)
      await press(house, editor, id, 'verder')
      await press(house, editor, id, 'publiceren')
      const { slug } = await rowOf(house, id)
      expect((await house.visitor().get(`/kennis/${slug}`)).text).not.toContain('Partner B')

      expect((await other.post(`/redactie/${id}/meedoen`, { organisation: a, says: 'yes' })).status).toBe(404)
      expect((await other.post(`/redactie/${id}/meedoen`, { organisation: b, says: 'yes' })).status).toBe(303)
      expect((await other.get(`/redactie/${id}`)).text).toContain('Geheim tot het ja')
      expect((await fillIn(other, id, { title: 'Samen houden' })).status).toBe(303)
      await press(house, other, id, 'verder')
      expect((await press(house, other, id, 'publiceren')).status).toBe(303)
      expect((await house.visitor().get(`/kennis/${slug}`)).text).toContain('Partner B')
    }),
  )

  it(
    'keeps the old words on the square until the new ones are published, and leaves at once when withdrawn',
    inHouse(async (house) => {
      const { editor, id } = await published(house)
      const { slug } = await rowOf(house, id)
      await fillIn(editor, id, { title: 'Een andere titel', 'part:text': 'Nieuwe woorden staan hier.' })
      expect(await stateOf(house, id)).toBe('concept')
      expect((await house.visitor().get(`/kennis/${slug}`)).text).toContain('Twee mensen weten meer')
      await press(house, editor, id, 'verder')
      await press(house, editor, id, 'publiceren')
      const page = await house.visitor().get(`/kennis/${slug}`)
      expect(page.text).toContain('Nieuwe woorden staan hier')
      expect(page.text).not.toContain('Twee mensen')

      const without = await editor.post(`/redactie/${id}/terughalen`, { why: ' ' })
      expect(without.status).toBe(422)
      expect(without.text).toContain('Schrijf een reden op')
      expect((await editor.post(`/redactie/${id}/terughalen`, { why: 'Niet meer juist.' })).status).toBe(303)
      expect(await onSquare(house, id)).toEqual({ items: 0, passages: 0, words: 0 })
      expect((await house.visitor().get(`/kennis/${slug}`)).status).toBe(410)
      expect((await house.visitor().get('/zoeken?q=woorden')).text).not.toContain('Een andere titel')
      expect((await editor.post(`/redactie/${id}/terughalen`, { why: 'Nog eens.' })).status).toBe(409)
    }),
  )

  it(
    'shows the day of the last look, and says when that was too long ago',
    inHouse(async (house) => {
      const { editor, id } = await published(house)
      house.setClock(new Date(Date.now() + 3 * 365 * 86_400_000).toISOString())
      const later = await house.as('editorA')
      expect((await later.get('/redactie')).text).toContain('te lang geleden')
      expect((await press(house, later, id, 'nagekeken')).status).toBe(303)
      expect((await later.get('/redactie')).text).not.toContain('te lang geleden')
      const shelf = await house.peek((tx) =>
        tx.selectFrom('square.items').select('checked_at').where('id', '=', id).executeTakeFirstOrThrow(),
      )
      expect(shelf.checked_at.getTime()).toBeGreaterThan(Date.now() + 86_400_000)
      expect(editor.cookies.size).toBe(1)
    }),
  )

  it(
    'offers the way out on pages about violence only',
    inHouse(async (house) => {
      for (const [theme, sensitive] of [
        ['domesticViolence', true],
        ['povertyDebt', false],
      ] as const) {
        const { id } = await published(house, { title: `Over ${theme}`, themes: [theme] })
        const { slug } = await rowOf(house, id)
        expect((await house.visitor().get(`/kennis/${slug}`)).text.includes('Verlaat deze site snel')).toBe(sensitive)
      }
    }),
  )

  it(
    'advises on plain words and stops nobody',
    inHouse(async (house) => {
      const { editor, id } = await started(house)
      const heavy =
        'Wij implementeren de integrale multidisciplinaire samenwerkingsovereenkomst inzake de casus van de patiënt, waarbij alle betrokken organisaties gezamenlijk verantwoordelijkheid dragen voor de uitvoering van het beleid en de evaluatie daarvan op termijn.'
      await fillIn(editor, id, { title: 'Zwaar', 'part:text': heavy })
      const page = await editor.get(`/redactie/${id}`)
      expect(page.text).toContain('Deze zin is lang')
      await press(house, editor, id, 'verder')
      expect((await press(house, editor, id, 'publiceren')).status).toBe(303)
    }),
  )

  it(
    'holds a phone number of a text of its own until somebody said why it may stand',
    inHouse(async (house) => {
      const { editor, id } = await started(house)
      await fillIn(editor, id, { title: 'Bereikbaar', 'part:text': 'Bel de hulplijn: 06-12345678.' })
      expect((await press(house, editor, id, 'verder')).location).toBe(`/redactie/${id}/nalopen`)
      const screen = await editor.get(`/redactie/${id}/nalopen`)
      const name = /name="(choice:[^"]+)"/.exec(screen.text)?.[1] ?? ''
      expect(
        (
          await editor.submit(
            screen,
            { [name]: 'keep', [name.replace('choice', 'reason')]: 'Het nummer van de hulplijn.' },
            'nalopen"',
          )
        ).status,
      ).toBe(303)
      await press(house, editor, id, 'verder')
      expect((await press(house, editor, id, 'publiceren')).status).toBe(303)
      // The same words in the same place need no second reason; elsewhere they do.
      await fillIn(editor, id, { 'part:text': 'Bel de hulplijn: 06-12345678. Of bel mij thuis op 06-87654321.' })
      expect((await rowOf(house, id)).open_marks).toBe(1)
    }),
  )
})
