import { describe, expect, it } from 'vitest'
import { browserPresent, launchChromium } from './chromium.ts'
import { keyboardOf } from './keyboard.ts'

const page = `<!doctype html><title>Kiezen</title>
<form>
  <fieldset><legend>Grootte</legend>
    <label><input type="radio" name="size" value="s">Klein</label>
    <label><input type="radio" name="size" value="l">Groot</label>
  </fieldset>
  <fieldset><legend>Vorm</legend>
    <label><input type="radio" name="form" value="talk">Gesprek</label>
    <label><input type="radio" name="form" value="paper">Papier</label>
  </fieldset>
  <label>Naam <input name="name"></label>
</form>`

describe.skipIf(!browserPresent('the keyboard'))('somebody without a mouse', () => {
  it('passes groups of choices without choosing, and chooses in the one that was meant', async () => {
    const browser = await launchChromium()
    try {
      const tab = await browser.newPage()
      await tab.setContent(page)
      const keys = keyboardOf(tab)
      const chosen = () =>
        tab.locator('input:checked').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))
      await keys.tabTo('Naam', 'field')
      expect(await chosen()).toEqual([])
      await tab.locator('body').click({ position: { x: 1, y: 1 } })
      await keys.tick('Papier')
      expect(await chosen()).toEqual(['paper'])
      await expect(keys.tabTo('Groot', 'field')).rejects.toThrow('Tab never came to "Groot"')
      expect(await chosen()).toEqual(['paper'])
    } finally {
      await browser.close()
    }
  })
})
