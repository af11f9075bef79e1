import { describe, expect, it } from 'vitest'
import { sharedItem } from '../../src/rooms/knowledge/deciding/approvals.testing.ts'
import { until } from '../house.ts'
import { axe } from './axe.ts'
import { browserPresent } from './chromium.ts'
import { onStage, type Visitor } from './stage.ts'

const says = (visitor: Visitor) => visitor.page.locator('main').innerText()

describe.skipIf(!browserPresent('deciding together'))('deciding together', () => {
  it(
    'is written, agreed by a second steward, published; then a reader suggests a change that is accepted per field; by keyboard, one of them with script',
    onStage(async (stage) => {
      const id = await sharedItem(stage, await stage.as('editorA'), await stage.as('editorB'))
      const first = await stage.enter('editorA', { script: false, width: 360 })
      const second = await stage.enter('editorB')

      // Both agree that two of them say yes first.
      await first.open(`/redactie/${id}/besluiten`)
      await first.keys.tabTo('Verander de afspraak', 'button')
      await first.page.keyboard.press('Enter')
      await first.keys.tick('Twee organisaties zeggen eerst ja')
      await first.keys.fill('Waarom?', 'Dit schrijven wij samen.')
      await first.keys.press('Stel deze afspraak voor')
      expect(await says(first)).toContain('Wij wachten op Partner B.')
      await second.open('/redactie/meebeslissen')
      await second.keys.follow('Andere afspraak voor')
      await second.keys.tick('Ja, dat spreken wij zo af')
      await second.keys.fill('Waarom?', 'Goed plan.')
      await second.keys.press('Verstuur het antwoord')
      expect(await says(second)).toContain('Twee organisaties zeggen eerst ja')
      expect(await axe(second.page)).toEqual([])

      // The first says yes, the second reads it and publishes.
      await first.open(`/redactie/${id}`)
      await first.keys.press('Ga door')
      expect(await says(first)).toContain('Nog 2 keer ja nodig')
      await first.keys.follow('Zeg ja en lees wie er nog antwoordt')
      await first.keys.tick('Ja, dit mag zo op het plein')
      await first.keys.fill('Waarom?', 'De tekst is af.')
      await first.keys.press('Verstuur het antwoord')
      await second.open(`/redactie/${id}`)
      await second.keys.press('Publiceer op het plein')
      expect(await says(second)).toContain('Op het plein')

      // A reader suggests two things; one of them is taken over.
      const reader = await stage.enter('expert', { script: false, width: 360 })
      const slug = 'samen-houden'
      await until(async () => (await reader.open(`/kennis/${slug}`)) === 200)
      await reader.keys.follow('Stel een wijziging voor')
      await reader.keys.fill('Samenvatting', 'Begin klein, betaal eerlijk en vraag na wat nodig is.')
      await reader.keys.fill(/^Tekst/, 'Twee weten meer dan een, en drie nog meer.')
      await reader.keys.fill('Waarom is dit beter?', 'Zo leest het prettiger.')
      await reader.keys.press('Verstuur je voorstel')
      expect(await says(reader)).toContain('Wacht op een besluit')

      await first.open('/redactie/meebeslissen')
      await first.keys.follow('Voorstel van')
      expect(await says(first)).toContain('Zo leest het prettiger.')
      await first.keys.tick('Overnemen')
      await first.keys.tabTo('Waarom niet?', 'field')
      await first.page.keyboard.press('Tab')
      await first.keys.tick('Niet overnemen')
      await first.keys.fill('Waarom niet?', 'Drie is hier te veel.')
      await first.keys.press('Bewaar je keuzes')
      expect(await first.page.inputValue('[name="summary"]')).toContain('vraag na wat nodig is')
      expect(await first.page.inputValue('[name="part:text"]')).toBe('Twee weten meer dan een.')

      await reader.open('/mijn/wijzigingen')
      expect(await says(reader)).toContain('1 van 2 velden overgenomen')
      await reader.keys.follow('Samen houden')
      expect(await says(reader)).toContain('Drie is hier te veel.')
      for (const visitor of [first, second, reader]) expect(visitor.complaints()).toEqual([])
    }),
    120_000,
  )
})
