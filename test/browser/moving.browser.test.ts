import { describe, expect, it } from 'vitest'
import { oldSite, wordPressOf } from '../../src/rooms/knowledge/moving/moving.testing.ts'
import { axe } from './axe.ts'
import { browserPresent } from './chromium.ts'
import { onStage, type Visitor } from './stage.ts'

/** Follows the link that looks again, until the page says this. */
async function lookUntil(visitor: Visitor, sentence: string) {
  for (let times = 0; times < 80; times++) {
    if ((await visitor.page.locator('main').textContent())?.includes(sentence)) return
    await visitor.page.waitForTimeout(250)
    await visitor.keys.follow('Kijk hoever het is')
  }
  throw new Error(`never came: ${sentence}`)
}

describe.skipIf(!browserPresent('moving a site in'))('the site of a partner', () => {
  it(
    'moves in from an export, goes to the square at one press, and is found at its old address; by keyboard, without script, on a phone',
    onStage(
      async (stage) => {
        const editor = await stage.enter('editorA', { script: false, width: 360 })
        await editor.open('/redactie/verhuizen')
        await editor.keys.follow('Begin een verhuizing')
        await editor.keys.fill('Hoe heet de site?', 'De Oude Site')
        await editor.keys.tabTo(/^Of: export/, 'field')
        const file = {
          name: 'export.xml',
          mimeType: 'text/xml',
          buffer: Buffer.from(wordPressOf('oud.example', oldSite(5, 100))),
        }
        await editor.page.locator('input[type="file"]').setInputFiles(file)
        await editor.keys.press('Lees de site')
        await lookUntil(editor, 'Wat gaat er mee?')
        await editor.keys.press('Neem over')
        await lookUntil(editor, 'Nog niet op het plein')
        await editor.keys.press('Zet die op het plein')
        await lookUntil(editor, 'lijst voor nginx')
        expect(editor.complaints()).toEqual([])

        const other = await stage.enter('editorA')
        await other.open(new URL(editor.page.url()).pathname)
        expect(await axe(other.page)).toEqual([])
        expect(other.complaints()).toEqual([])

        const visitor = await stage.enter(null, { script: false })
        await visitor.open('/verhuisd?van=https://www.oud.example/schulden/stuk-1/')
        expect(await visitor.page.locator('h1').textContent()).toBe('Luisteren naar een moeilijk gesprek, deel 1')
      },
      { worker: true },
    ),
    120_000,
  )
})
