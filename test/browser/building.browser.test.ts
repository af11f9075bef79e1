import { describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { browserPresent } from './chromium.ts'
import { beginQuestionnaire, giveAnswers } from './poll-verbs.ts'
import { onStage } from './stage.ts'

describe.skipIf(!browserPresent('building a questionnaire'))('a questionnaire', () => {
  it(
    'is built, hung together and looked at: by keyboard, without script, on a phone',
    onStage(async (stage) => {
      const lotte = await stage.enter('researcher', { script: false, width: 360 })
      const { keys, page } = lotte
      const main = () => page.locator('main').textContent()
      await lotte.open('/onderzoek/vragenlijsten')
      await beginQuestionnaire(lotte, 'Wie doet er mee?', 'Over jullie')
      await keys.fill('De vraag, in het Nederlands', 'Werken er ervaringsdeskundigen?')
      await keys.press('Zet erbij')
      await giveAnswers(lotte, ['Ja', 'Nee'])
      await keys.choose('Wat voor vraag?', 'Een getal')
      await keys.fill('De vraag, in het Nederlands', 'Hoeveel zijn het er?')
      await keys.press('Zet erbij')
      // Enter in a field of one line saves, and moves nothing.
      await keys.fill(/^Waarvan is het een aantal\?, in het Nederlands/, 'mensen')
      await page.keyboard.press('Enter')
      await page.waitForURL(/bewaard/)
      expect(await main()).toContain('De vraag is bewaard')
      await keys.follow('Wanneer stel je deze vraag?')
      await keys.choose(/^Hang de vraag aan een eerdere vraag/, 'Werken er ervaringsdeskundigen?')
      await keys.press('Bewaar en blijf hier')
      await keys.tick('Ja')
      await keys.press('Bewaar en blijf hier')
      expect(await main()).not.toContain('Kies nog bij welke antwoorden')
      await keys.follow('Terug naar de vragenlijst')
      await keys.follow('Bekijk wat er nog niet klopt')
      expect(await main()).toContain('De Nederlandse tekst is nog leeg')
      await keys.follow('De vragenlijst zelf')
      await keys.fill(/^Inleiding, in het Nederlands/, 'Wij willen weten wie er meedoen.')
      await keys.press('Bewaar en ga terug')
      expect(await main()).toContain('Alles klopt')

      await keys.follow('Bekijk het formulier')
      expect(await main()).not.toContain('Hoeveel zijn het er?')
      await keys.tick('Ja')
      await keys.press('Volgende')
      expect(await main()).toContain('Hoeveel zijn het er?')
      await keys.tick('Het ligt tussen twee getallen')
      await keys.fill(/^Van/, '2')
      await keys.fill(/^Tot en met/, '5')
      await keys.press('Volgende')
      expect(await main()).toContain('Hier is het formulier klaar')
      expect(lotte.complaints()).toEqual([])

      const tobias = await stage.enter('secondResearcher')
      await tobias.open(new URL(page.url()).pathname)
      expect(await axe(tobias.page)).toEqual([])
      expect(tobias.complaints()).toEqual([])
    }),
    60_000,
  )
})
