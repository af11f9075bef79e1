import { describe, expect, it } from 'vitest'
import { csv, recordRows } from '../../src/rooms/knowledge/harvests/harvests.testing.ts'
import { axe } from './axe.ts'
import { browserPresent } from './chromium.ts'
import { onStage, type Visitor } from './stage.ts'

const before = csv(
  ['1', 'Praten over schulden', 'Een gesprek helpt.', 'Begin rustig.', 'https://bron.example/1', '2026-03-01'],
  ['2', 'Een maatje zoeken', 'Samen is minder alleen.', 'Zoek iemand uit de buurt.', '', '31-02-2026'],
)
const after = before
  .replace('Een gesprek helpt.', 'Een goed gesprek helpt.')
  .replace('Begin rustig.', 'Begin heel rustig.')

/** Goes to the field for a file with Tab; what the window of the system does then, no test can. */
async function send(visitor: Visitor, text: string) {
  await visitor.keys.tabTo(/^Bestand/, 'field')
  const file = { name: 'lijst.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  await visitor.page.locator('input[type="file"]').setInputFiles(file)
  await visitor.keys.press('Lees in')
}

/** Follows the link that looks again, until the page says this. */
async function lookUntil(visitor: Visitor, sentence: string) {
  for (let times = 0; times < 60; times++) {
    if ((await visitor.page.locator('main').textContent())?.includes(sentence)) return
    await visitor.page.waitForTimeout(250)
    await visitor.keys.follow('Kijk hoe ver het is')
  }
  throw new Error(`never came: ${sentence}`)
}

describe.skipIf(!browserPresent('bringing in a file twice'))('a file of a partner', () => {
  it(
    'is read, taken, changed by hand and read again: what was written by hand stays; by keyboard, without script, on a phone',
    onStage(
      async (stage) => {
        const editor = await stage.enter('editorA', { script: false, width: 360 })
        await editor.open('/redactie/bronnen')
        await editor.keys.follow('Voeg een bron toe')
        await editor.keys.fill('Hoe heet de bron?', 'Onze website')
        await send(editor, before)
        await lookUntil(editor, 'Je neemt nu 2 stukken over')
        expect(await editor.page.locator('main').textContent()).toContain('Regel 3, kolom datum')
        await editor.keys.press('Neem over als concept')
        await lookUntil(editor, '2 stukken zijn overgenomen als concept')
        const run = editor.page.url().split('/').at(-1) ?? ''

        const item = (await recordRows(stage, run))[0]?.item_id ?? ''
        await editor.open(`/redactie/${item}`)
        await editor.keys.fill(/^Samenvatting/, 'Een gesprek helpt vaak.')
        await editor.keys.press('Bewaar')
        expect(await editor.page.locator('main').textContent()).toContain('Samenvatting: volgt de bron niet meer')

        await editor.open('/redactie/bronnen')
        await editor.keys.follow('Onze website')
        await send(editor, after)
        await lookUntil(editor, 'Je neemt nu 1 stuk over')
        const preview = (await editor.page.locator('main').textContent()) ?? ''
        expect(preview).toContain('Samenvatting volgt de bron niet meer: jouw tekst blijft. De bron zegt:')
        expect(preview).toContain('Een goed gesprek helpt.')
        await editor.keys.press('Neem over als concept')
        await lookUntil(editor, '1 stuk is overgenomen als concept')
        await editor.open(`/redactie/${item}`)
        expect(await editor.page.locator('[name="summary"]').inputValue()).toBe('Een gesprek helpt vaak.')
        expect(await editor.page.locator('[name="part:text"]').inputValue()).toBe('Begin heel rustig.')
        expect(editor.complaints()).toEqual([])
        await editor.leave()

        // With script the page looks again by itself.
        const other = await stage.enter('editorA')
        await other.open('/redactie/bronnen')
        await other.keys.follow('Onze website')
        await send(other, after)
        await other.page.getByText('Je neemt nu 0 stukken over').waitFor({ timeout: 20_000 })
        expect(await axe(other.page)).toEqual([])
        expect(other.complaints()).toEqual([])
      },
      { worker: true },
    ),
    120_000,
  )
})
