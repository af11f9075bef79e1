import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { until } from '../house.ts'
import { axe } from './axe.ts'
import { browserPresent } from './chromium.ts'
import { onStage, type Visitor } from './stage.ts'

/** Begins an item as an editor of partner A. @returns its path. */
async function begun({ open, keys, page }: Visitor): Promise<string> {
  await open('/redactie/nieuw')
  await keys.fill('Titel', 'Werken in een duo')
  await keys.choose('Soort', 'handreiking')
  await keys.press('Maak het concept')
  return new URL(page.url()).pathname
}

/** Goes to a button of the toolbar by its arrows and presses it. The focus is in the text before and after. */
async function tool(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+F10')
  for (let arrow = 0; arrow < 30; arrow++) {
    if ((await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) === name) {
      await page.keyboard.press('Enter')
      return
    }
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`no button ${name}`)
}

/** Moves the cursor, and lets the field see where it went, as there is time for between two keys of a person. */
async function move(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => setTimeout(seen, 30))))
}

const markdownOf = (page: Page) => page.locator('plein-editor textarea').first()

/** As Word puts it on the clipboard: lists by style, a remark, a followed change, and a picture inside the text. */
const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {mso-style-unhide:no;}</style></head><body lang=NL>
<h1>Waarom<o:p></o:p></h1><p class=MsoNormal>Wij werken <b style='mso-bidi-font-weight:normal'>samen</b><del>alleen</del>.<span
class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[KB1]</a></span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Luisteren</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Vragen</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>aan inwoners</p>
<p class=MsoNormal><img src="data:image/png;base64,iVBORw0KGgo=" alt="Foto"></p></body></html>`

const paste = (page: Page, html: string) =>
  page.evaluate((copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', copied)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, html)

const written = async (page: Page) => (await page.locator('.plein-editor__text').first().textContent()) ?? ''

const drawing = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#0b5c62' } })
    .png()
    .toBuffer()

describe.skipIf(!browserPresent('the writing field'))('the writing field', () => {
  it(
    'makes headings, lists, links and tables by keyboard alone, and opens again as it was saved',
    onStage(async (stage) => {
      const editor = await stage.enter('editorA', { width: 360, colours: 'dark' })
      const { page, keys } = editor
      const path = await begun(editor)
      await keys.tabTo('Tekst van de redactie')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('textbox')
      await page.keyboard.type('Samen beginnen')
      await tool(page, 'Kop')
      await page.keyboard.press('Enter')
      await page.keyboard.type('Lees het stuk')
      for (let letter = 0; letter < 4; letter++) await move(page, 'Shift+ArrowLeft')
      await tool(page, 'Link')
      await page.keyboard.type('javascript:alert(1)')
      await page.keyboard.press('Enter')
      expect(await page.locator('.plein-dialog [role=alert]').textContent()).toContain('https://')
      expect(await axe(page)).toEqual([])
      await keys.fill('Adres van de pagina', 'www.voorbeeld.example/stuk')
      await page.keyboard.press('Enter')
      await move(page, 'End')
      await page.keyboard.press('Enter')
      await page.keyboard.type('- luister')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Control+b')
      await page.keyboard.type('vraag')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await tool(page, 'Tabel')
      await page.keyboard.type('Rol')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Uren')
      await page.keyboard.press('Enter')
      await page.keyboard.type('Maatje')
      expect(await axe(page)).toEqual([])

      await keys.fill('Samenvatting', 'Met zijn tweeën weet je meer.')
      await keys.press(/^Bewaar/)
      const made =
        '## Samen beginnen\n\nLees het [stuk](https://www.voorbeeld.example/stuk)\n\n- luister\n- **vraag**\n\n| Rol | Uren |\n| --- | --- |\n| Maatje |  |\n|  |  |'
      expect(await markdownOf(page).inputValue()).toBe(made)
      expect(new URL(page.url()).pathname).toBe(path)
      // Opened and saved without a word: the text stays as it was to the letter.
      await keys.press(/^Bewaar/)
      expect(await markdownOf(page).inputValue()).toBe(made)
      await keys.tabTo('Toon de tekst zelf', 'button')
      await page.keyboard.press('Enter')
      expect(await markdownOf(page).isVisible()).toBe(true)
      expect(editor.complaints()).toEqual([])
    }),
    120_000,
  )

  it(
    'takes what was copied from Word, and a picture with its text; both are there when it is opened again',
    onStage(async (stage) => {
      const editor = await stage.enter('editorA')
      const { page, keys } = editor
      const path = await begun(editor)
      await keys.tabTo('Tekst van de redactie')
      await paste(page, word)
      await until(async () => (await written(page)).includes('Luisteren'), 10_000)
      expect(await page.locator('.plein-editor__said').textContent()).toContain('Plaatjes komen niet mee')
      await move(page, 'Control+End')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await tool(page, 'Plaatje')
      const dialog = page.locator('.plein-dialog')
      await dialog.locator('input[type=file]').waitFor()
      expect(await axe(page)).toEqual([])
      await dialog
        .locator('input[type=file]')
        .setInputFiles({ name: 'tafel.png', mimeType: 'image/png', buffer: await drawing() })
      await keys.fill('Wie heeft het gemaakt?', 'Sam Voorbeeld')
      await keys.tabTo('Voeg het plaatje toe', 'button')
      await page.keyboard.press('Enter')
      await dialog.locator('.plein-errors').waitFor()
      expect(await dialog.textContent()).toContain('Schrijf op wat er te zien is')
      await dialog
        .locator('input[type=file]')
        .setInputFiles({ name: 'tafel.png', mimeType: 'image/png', buffer: await drawing() })
      await keys.fill('Wat is erop te zien?', 'Een tafel met soep')
      await keys.tick(/^Nee, of niemand/)
      await keys.tabTo('Voeg het plaatje toe', 'button')
      await page.keyboard.press('Enter')
      const image = page.locator('.plein-editor__text img[alt="Een tafel met soep"]')
      await image.waitFor()
      await until(() => image.evaluate((each) => each instanceof HTMLImageElement && each.naturalWidth > 0), 5_000)
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('textbox')

      await keys.fill('Samenvatting', 'Samen eten helpt.')
      await until(async () => ((await page.locator('plein-advice').textContent()) ?? '').includes('Leesscore'), 10_000)
      await keys.press(/^Bewaar/)
      const saved = await markdownOf(page).inputValue()
      expect(saved).toMatch(
        /^## Waarom\n\nWij werken \*\*samen\*\*\.\n\n- Luisteren\n- Vragen\n {2}- aan inwoners\n\n!\[Een tafel met soep\]\(\/plaatjes\/[0-9a-f-]{36}\)$/,
      )
      expect(new URL(page.url()).pathname).toBe(path)
      await image.waitFor()
      expect(await axe(page)).toEqual([])
      expect(editor.complaints()).toEqual([])
    }),
    120_000,
  )

  it(
    'is a plain field without script: Markdown, a picture, versions, and one put back',
    onStage(async (stage) => {
      const editor = await stage.enter('editorA', { script: false, width: 360 })
      const { page, keys } = editor
      const path = await begun(editor)
      expect(await page.locator('body').textContent()).toContain('Begin een kop met ##')
      await keys.fill('Samenvatting', 'Samen eten helpt.')
      await keys.fill('Tekst van de redactie', '## Eten\n\nWij eten samen.')
      await keys.press(/^Bewaar/)
      await keys.fill('Tekst van de redactie', 'Iets heel anders.')
      await keys.press(/^Bewaar/)
      await keys.follow('Plaatjes bij dit item')
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'tafel.png', mimeType: 'image/png', buffer: await drawing() })
      await keys.tick('Dit plaatje is alleen versiering')
      await keys.tick(/^Nee, of niemand/)
      await keys.fill('Wie heeft het gemaakt?', 'Sam Voorbeeld')
      await keys.press('Voeg het plaatje toe')
      expect(await page.locator('main').textContent()).toContain('Staat in de tekst.')
      await editor.open(path)
      expect(await markdownOf(page).inputValue()).toMatch(/^Iets heel anders\.\n\n!\[\]\(\/plaatjes\//)
      await editor.open(`${path}/versies`)
      await keys.follow('Wat veranderde in versie 3')
      expect(await page.locator('del').first().textContent()).toContain('weg')
      await keys.press('Zet versie 2 terug')
      expect(await markdownOf(page).inputValue()).toBe('## Eten\n\nWij eten samen.')
      expect(editor.complaints()).toEqual([])
    }),
    120_000,
  )
})
