import { describe, expect, it } from 'vitest'
import { madeSeries, openWaveOf } from '../../src/rooms/surveys/filling/filling.testing.ts'
import { until } from '../house.ts'
import { axe } from './axe.ts'
import { browserPresent } from './chromium.ts'
import { linkIn, sendInvitations } from './poll-verbs.ts'
import { onStage } from './stage.ts'

describe.skipIf(!browserPresent('filling in a questionnaire'))('a poll', () => {
  it(
    'is filled in on a phone without script, gone on with elsewhere, shared with a colleague, and sent; by keyboard',
    onStage(
      async (stage) => {
        const { page } = await openWaveOf(stage, await madeSeries(stage))
        const researcher = await stage.enter('researcher')
        await sendInvitations(researcher, page)
        const start = await linkIn(stage, 'post-1@example.org', '/invullen/')

        const phone = await stage.enter(null, { script: false, width: 360 })
        expect(await phone.open(start)).toBe(200)
        await phone.keys.follow('Begin met invullen')
        await phone.keys.tick('Ja')
        await phone.keys.press('Opslaan en verder')
        await phone.keys.tick('Advies geven')
        await phone.keys.press('Opslaan en later verder')
        expect(await phone.page.locator('main').textContent()).toContain('Alles wat je invulde is bewaard')
        await phone.leave()

        const desk = await stage.enter(null, { colours: 'dark' })
        await desk.open(start)
        expect(await axe(desk.page)).toEqual([])
        await desk.keys.tabTo('Een deel door een collega laten invullen', 'button')
        await desk.page.keyboard.press('Enter')
        await desk.keys.choose('Welk deel?', 'Mening')
        await desk.keys.fill('Voor wie is de link?', 'Noor')
        await desk.keys.press('Maak een link voor dit deel')
        expect(await axe(desk.page)).toEqual([])
        const address = await desk.page.locator('a[href*="/meehelpen/"]').getAttribute('href')
        const link = new URL(address ?? '').pathname

        const colleague = await stage.enter(null, { script: false, width: 360 })
        await colleague.open(link)
        await colleague.keys.fill('Waarom?', 'Het werkt')
        await colleague.keys.press('Opslaan, dit deel is klaar')
        expect(await colleague.page.locator('h1').textContent()).toBe('Dit deel is bewaard')

        // With script what is typed is saved without a press.
        await desk.open(`${start}/deel/inzet`)
        expect(await axe(desk.page)).toEqual([])
        await desk.keys.fill('Getal', '12')
        await until(
          async () => ((await desk.page.locator('plein-saving').textContent()) ?? '').includes('Bewaard om'),
          10_000,
        )
        await desk.open(`${start}/overzicht`)
        const summary = (await desk.page.locator('main').textContent()) ?? ''
        for (const answer of ['Ja', '12', 'Advies geven', 'Het werkt']) expect(summary).toContain(answer)
        expect(await axe(desk.page)).toEqual([])
        await desk.keys.press('Verstuur de antwoorden')
        expect(await desk.page.locator('h1').textContent()).toBe('Dank je wel')
        expect(await axe(desk.page)).toEqual([])
        for (const visitor of [desk, colleague, researcher]) expect(visitor.complaints()).toEqual([])
      },
      { worker: true },
    ),
    180_000,
  )
})
