import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import type { Browsing } from '../../../../test/browsing.ts'
import { fillIn, press } from '../knowledge.testing.ts'
import { noteOldAddresses } from '../moving/old-addresses.sql.ts'

const start = async (editor: Browsing, title: string, stewards?: readonly string[]) => {
  const made = await editor.submit(await editor.get('/redactie/nieuw'), { title, ...(stewards && { stewards }) })
  return made.location?.split('/').at(-1) ?? ''
}
const published = async (house: RolledBackHouse, editor: Browsing, title: string, link = '') => {
  const id = await start(editor, title)
  await fillIn(editor, id, { title, link, 'part:text': 'Hierover valt veel te zeggen.' })
  await press(house, editor, id, 'verder')
  await press(house, editor, id, 'publiceren')
  return id
}
const typed = async (editor: Browsing, q: string, link?: string, item?: string) =>
  (await editor.post(`/redactie/lijkt-op${item ? `?item=${item}` : ''}`, { q, ...(link !== undefined && { link }) }))
    .text

describe('while an editor types a new item', () => {
  it(
    'shows what is on the square already, also under other words, and what the editor’s own drafts hold',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      await published(house, editor, 'Handreiking schuldhulpverlening met ervaringsdeskundigen')
      await start(editor, 'Een gesprek over dakloosheid')
      expect(await typed(editor, 'Hulpverlening bij schulden met ervaringsdeskundigen')).toMatch(
        /href="\/kennis\/[^"]+"[^>]*>Handreiking schuldhulpverlening[\s\S]*de titel lijkt erop · /,
      )
      expect(await typed(editor, 'een gesprek over dakloosheid')).toMatch(
        /href="\/redactie\/[^"]+"[^>]*>Een gesprek over dakloosheid[\s\S]*dezelfde titel · concept van jouw organisatie/,
      )
      expect(await typed(editor, 'Tulpen planten in de herfst')).toBe('')
      expect(await typed(editor, '')).toBe('')
    }),
  )

  it(
    'knows a link however it is written, and the address where an item stood before',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const id = await published(house, editor, 'Wonen en zorg', 'https://www.bron.example/rapport/')
      await house.operate((tx) =>
        noteOldAddresses(
          tx,
          house.people.organisations.a,
          [{ item: id, links: ['https://oud.example/wonen'] }],
          house.platform.now(),
        ),
      )
      for (const link of [
        'http://bron.example/rapport',
        'https://www.bron.example/rapport/',
        'https://www.oud.example/wonen/',
      ])
        expect(await typed(editor, 'Iets heel anders', link)).toMatch(/Wonen en zorg[\s\S]*dezelfde link/)
      expect(await typed(editor, 'Iets heel anders', 'https://bron.example/ander')).toBe('')
      expect(await typed(editor, 'Iets heel anders', 'javascript:alert(1)')).toBe('')
    }),
  )

  it(
    'shows no drafts of another partner, and not the item itself',
    inHouse(async (house) => {
      const [a, b] = [await house.as('editorA'), await house.as('editorB')]
      const title = 'Een gesprek over dakloosheid'
      const id = await start(a, title)
      expect(await typed(b, title)).toBe('')
      expect(await typed(a, title)).toContain(title)
      expect(await typed(a, title, undefined, id)).toBe('')
      expect((await house.visitor().post('/redactie/lijkt-op', { q: title })).status).toBe(401)
    }),
  )

  it(
    'says the same on the page of the draft, and stops nothing',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      await published(house, editor, 'Luisteren zonder oordeel')
      const id = await start(editor, 'Luisteren zonder oordeel!')
      const page = await editor.get(`/redactie/${id}`)
      expect(page.text).toContain('Bestaat dit al?')
      expect(page.text).toContain('dezelfde titel')
      await fillIn(editor, id, { title: 'Luisteren zonder oordeel!', 'part:text': 'Hierover valt veel te zeggen.' })
      await press(house, editor, id, 'verder')
      await press(house, editor, id, 'publiceren')
      expect((await editor.get(`/redactie/${id}`)).text).not.toContain('dezelfde titel')
      const other = await start(editor, 'Tulpen planten')
      expect((await editor.get(`/redactie/${other}`)).text).not.toContain('dezelfde titel')
    }),
  )
})
