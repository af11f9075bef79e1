import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import type { Browsing, Seen } from '../../../../test/browsing.ts'
import { fillIn, press, rowOf, versionOf } from '../knowledge.testing.ts'
import { room } from '../room.ts'
import { pictureLine, withoutPicture } from './pictures.rules.ts'
import './pictures.tables.ts'

const photo = async (width = 1_000, height = 700) =>
  Uint8Array.from(
    await sharp({ create: { width, height, channels: 3, background: '#a8431b' } })
      .jpeg()
      .withExif({ IFD0: { Artist: 'Kim Bakker' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 0/1' } })
      .toBuffer(),
  )

async function written(house: RolledBackHouse) {
  const editor = await house.as('editorA')
  const made = await editor.submit(await editor.get('/redactie/nieuw'), { title: 'Samen aan tafel', type: 'guide' })
  const id = made.location?.split('/').at(-1) ?? ''
  await fillIn(editor, id, { title: 'Samen aan tafel', type: 'guide', 'part:text': 'Wij eten samen.' })
  return { editor, id }
}

const fields = {
  alt: 'Vier mensen eten soep',
  people: 'agreed',
  maker: 'Sam Voorbeeld',
  licence: 'CC0-1.0',
  place: 'text',
}

const add = async (
  house: RolledBackHouse,
  editor: Browsing,
  id: string,
  more: Readonly<Record<string, string>> = {},
  file: { name: string; bytes: Uint8Array<ArrayBuffer> | string } | null = null,
): Promise<Seen> =>
  editor.upload(
    `/redactie/${id}/plaatjes`,
    { version: String(await versionOf(house, id)), ...fields, ...more },
    { file: file ?? { name: 'IMG_1.jpg', bytes: await photo() } },
  )

const addedIn = (seen: Seen) => /nieuw=([0-9a-f-]{36})/.exec(seen.location ?? '')?.[1] ?? ''

async function published(house: RolledBackHouse) {
  const { editor, id } = await written(house)
  const picture = addedIn(await add(house, editor, id))
  await press(house, editor, id, 'verder')
  expect((await press(house, editor, id, 'publiceren')).status).toBe(303)
  return { editor, id, picture }
}

describe('pictures of an item', () => {
  it(
    'stand on the square with the item: sized, late, light, with their maker, and without what the camera noted',
    inHouse(async (house) => {
      const { id, picture } = await published(house)
      const page = await house.visitor().get('/kennis/samen-aan-tafel')
      const figure = /<figure>.*?<\/figure>/s.exec(page.text)?.[0] ?? ''
      expect(figure).toContain('alt="Vier mensen eten soep" loading="lazy"')
      expect(figure).toContain('width="800" height="560"')
      expect(figure).toContain('Beeld: Sam Voorbeeld. Helemaal vrij (CC0)')
      expect([...figure.matchAll(/\/plaatjes\/[0-9a-f-]{36}\/(\d+) \d+w/g)].map((each) => each[1])).toEqual([
        '400',
        '800',
        '1000',
      ])
      const path = `/plaatjes/${picture}/800`
      const file = await house.fetch(new Request(`http://localhost:3000${path}`))
      const bytes = Buffer.from(await file.arrayBuffer())
      expect(bytes.length).toBeLessThanOrEqual(60_000)
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 800 })
      expect(bytes.includes('Kim Bakker')).toBe(false)
      expect(Object.fromEntries(file.headers)).toMatchObject({
        'content-type': 'image/webp',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, max-age=31536000, immutable',
      })
      const again = await house.visitor().get(path, { 'if-none-match': file.headers.get('etag') ?? '' })
      expect(again.status).toBe(304)
      for (const wrong of [
        `/plaatjes/${picture}/801`,
        `/plaatjes/${id}/800`,
        '/plaatjes/x/800',
        `/plaatjes/${picture}/0x1`,
      ])
        expect((await house.visitor().get(wrong)).status).toBe(404)
    }),
  )

  it(
    'are seen by nobody but its keepers before that, and gone with it',
    inHouse(async (house) => {
      const { editor, id } = await written(house)
      const picture = addedIn(await add(house, editor, id))
      const inHouseOnly = `/redactie/${id}/plaatjes/${picture}/400`
      expect((await house.visitor().get(`/plaatjes/${picture}/400`)).status).toBe(404)
      expect((await house.visitor().get(inHouseOnly)).status).toBe(303)
      expect((await (await house.as('editorB')).get(inHouseOnly)).status).toBe(404)
      expect((await (await house.as('editorB')).get(`/redactie/${id}/plaatjes`)).status).toBe(404)
      const own = await editor.get(inHouseOnly)
      expect([own.status, own.headers.get('content-type'), own.headers.get('cache-control')]).toEqual([
        200,
        'image/webp',
        'no-store',
      ])
      expect((await editor.get(`/redactie/${id}`)).text).toContain(`src="/redactie/${id}/plaatjes/${picture}/800"`)
      expect((await press(house, editor, id, 'verder')).status).toBe(303)
      expect((await press(house, editor, id, 'publiceren')).status).toBe(303)
      expect((await house.visitor().get(`/plaatjes/${picture}/400`)).status).toBe(200)
      await editor.submit(await editor.get(`/redactie/${id}`), { why: 'Niet meer juist' }, 'terughalen')
      expect((await house.visitor().get(`/plaatjes/${picture}/400`)).status).toBe(404)
      expect(await house.count('square.pictures')).toBe(0)
    }),
  )

  it(
    'are taken away everywhere at once, and a version that is put back shows nothing in their place',
    inHouse(async (house) => {
      const { editor, id, picture } = await published(house)
      const before = await versionOf(house, id)
      const gone = await editor.post(`/redactie/${id}/plaatjes/weghalen`, { picture })
      expect(gone.status).toBe(303)
      const page = await house.visitor().get('/kennis/samen-aan-tafel')
      expect(page.text).toContain('Wij eten samen.')
      expect(page.text).not.toMatch(/<figure|\/plaatjes\//)
      expect((await house.visitor().get(`/plaatjes/${picture}/400`)).status).toBe(404)
      expect(await house.count('knowledge_picture_files')).toBe(0)
      expect((await editor.post(`/redactie/${id}/plaatjes/weghalen`, { picture })).status).toBe(404)
      await fillIn(editor, id, { title: 'Samen aan tafel', type: 'guide', 'part:text': 'Anders.' })
      await editor.post(`/redactie/${id}/versies/terugzetten`, { version: String(before + 1), to: String(before) })
      await press(house, editor, id, 'verder')
      await press(house, editor, id, 'publiceren')
      const back = await house.visitor().get('/kennis/samen-aan-tafel')
      expect(back.text).toContain('Wij eten samen.')
      expect(back.text).not.toMatch(/<img|<figure/)
    }),
  )

  it(
    'need words, a maker, an answer about people and a file that is what it says; what was typed comes back',
    inHouse(async (house) => {
      const { editor, id } = await written(house)
      const cases: readonly (readonly [string, Record<string, string>, { name: string; bytes: string }?])[] = [
        ['Schrijf op wat er te zien is', { alt: '' }],
        ['Dit lijkt de naam van een bestand', { alt: 'IMG_1.jpg' }],
        ['hoogstens 250 tekens', { alt: 'a'.repeat(251) }],
        ['Kies of er mensen op staan', { people: '' }],
        ['Vul in wie het maakte', { maker: ' ' }],
        ['Dit bestand is geen plaatje', {}, { name: 'foto.jpg', bytes: '<html>' }],
        ['Een SVG kan een programma bevatten', {}, { name: 'x.svg', bytes: '<svg/>' }],
        ['past niet bij wat erin zit', {}, { name: 'x.png', bytes: 'GIF89a......' }],
      ]
      for (const [sentence, more, file] of cases) {
        const seen = await add(house, editor, id, { maker: 'Sam Voorbeeld', ...more }, file ?? null)
        expect([seen.status, sentence, seen.text.includes(sentence)]).toEqual([422, sentence, true])
        if (more.maker === undefined) expect(seen.text).toContain('Sam Voorbeeld')
      }
      const without = await editor.post(`/redactie/${id}/plaatjes`, { version: '2', ...fields })
      expect([without.status, without.text.includes('Kies een bestand.')]).toEqual([422, true])
      expect(await house.count('knowledge_pictures')).toBe(0)
      expect(
        (await (await house.as('editorB')).upload(`/redactie/${id}/plaatjes`, { version: '2', ...fields }, {})).status,
      ).toBe(404)
    }),
  )

  it(
    'go in the text where one chooses, or wait for a place; what only adorns is passed over',
    inHouse(async (house) => {
      const { editor, id } = await written(house)
      const first = addedIn(await add(house, editor, id))
      const text = async () =>
        /<textarea[^>]*name="part:text"[^>]*>([^<]*)</.exec((await editor.get(`/redactie/${id}`)).text)?.[1]
      expect(await text()).toContain(`Wij eten samen.\n\n${pictureLine(first, 'Vier mensen eten soep')}`)
      expect((await rowOf(house, id)).version).toBe(3)
      const stands = async () =>
        /Staat (?:niet )?in de tekst/.exec((await editor.get(`/redactie/${id}/plaatjes`)).text)?.[0]
      expect(await stands()).toBe('Staat in de tekst')
      const waits = await add(house, editor, id, { place: 'none', alt: '', decorative: 'on' })
      const page = await editor.follow(waits)
      expect(page.text).toContain(`![](/plaatjes/${addedIn(waits)})`)
      expect((await rowOf(house, id)).version).toBe(3)
      const stale = await add(house, editor, id, { version: '2' })
      expect(stale.status).toBe(409)
      expect(await house.count('knowledge_pictures')).toBe(2)
    }),
  )

  it(
    'that no text shows are removed after 90 days, those on the square never',
    inHouse(async (house) => {
      const { editor, id } = await published(house)
      await add(house, editor, id, { place: 'none' })
      await fillIn(editor, id, { title: 'Samen aan tafel', type: 'guide', 'part:text': 'Zonder.' })
      const rule = room.retention?.find((each) => each.name === 'knowledge.unused-pictures')
      const run = (days: number, dryRun: boolean) =>
        house.operate(
          (tx) =>
            rule?.run(tx, new Date(house.platform.now().getTime() + days * 86_400_000), dryRun) ?? Promise.resolve(-1),
        )
      expect(await run(89, false)).toBe(0)
      expect([await run(91, true), await run(91, false)]).toEqual([1, 1])
      expect(await house.count('square.pictures')).toBe(3)
    }),
  )
})

describe('taking a picture out of HTML', () => {
  it('takes the figure, and a picture that stands in a line', () => {
    const at = (id: string) => `<img src="/plaatjes/${id}/800" srcset="/plaatjes/${id}/400 400w" alt="x">`
    const html = `<p>a</p><figure>${at('een')}<figcaption>b</figcaption></figure><p><a href="/x">${at('een')}</a> c</p><figure>${at('twee')}<figcaption>d</figcaption></figure>`
    expect(withoutPicture(html, 'een')).toBe(
      `<p>a</p><p><a href="/x"></a> c</p><figure>${at('twee')}<figcaption>d</figcaption></figure>`,
    )
  })
})
