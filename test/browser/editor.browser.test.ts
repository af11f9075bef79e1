import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
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

const markdownOf = (page: Page) => page.locator('plein-editor textarea').first()

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
      for (let letter = 0; letter < 4; letter++) await page.keyboard.press('Shift+ArrowLeft')
      await tool(page, 'Link')
      await page.keyboard.type('javascript:alert(1)')
      await page.keyboard.press('Enter')
      expect(await page.locator('.plein-dialog [role=alert]').textContent()).toContain('https://')
      expect(await axe(page)).toEqual([])
      await keys.fill('Adres van de pagina', 'www.voorbeeld.example/stuk')
      await page.keyboard.press('Enter')
      await page.keyboard.press('End')
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
})
