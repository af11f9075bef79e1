import { describe, expect, it } from 'vitest'
import { axe, tooWide } from './axe.ts'
import { browserPresent } from './chromium.ts'
import { layOnSquare } from './shelf.ts'
import { onStage } from './stage.ts'

const trainings = [
  { slug: 'aan-de-slag', title: 'Aan de slag', details: { level: 'hbo', cost: '1.200 euro' } },
  { slug: 'begin-hier', title: 'Begin hier', details: { level: 'ad', cost: '900 euro' } },
  { slug: 'midden-in-de-wijk', title: 'Midden in de wijk', details: { level: 'course', cost: 'gratis' } },
  { slug: 'zelf-aan-zet', title: 'Zelf aan zet', details: { level: 'mbo-4', cost: '300 euro' } },
]

describe.skipIf(!browserPresent('comparing trainings'))('four trainings side by side', () => {
  it.each([true, false])(
    'are chosen and read by keyboard, in the order chosen and without a judgement (script: %s)',
    (script) =>
      onStage(async (stage) => {
        for (const training of trainings) await layOnSquare(stage, { ...training, type: 'training' })
        const visitor = await stage.enter(null, { script })
        await visitor.open('/opleidingen')
        for (const { title } of trainings) await visitor.keys.tick(title)
        await visitor.keys.press('Vergelijk')
        expect(await visitor.page.locator('th[scope="col"]').allTextContents()).toEqual([
          'Wat',
          ...trainings.map(({ title }) => title),
        ])
        const cost = visitor.page.locator('tr', { has: visitor.page.getByText('Kosten', { exact: true }) })
        expect(await cost.locator('td').allTextContents()).toEqual(trainings.map(({ details }) => details.cost))
        if (script) expect(await axe(visitor.page)).toEqual([])
        await visitor.page.setViewportSize({ width: 360, height: 740 })
        expect(await tooWide(visitor.page)).toEqual([])
        expect(visitor.complaints()).toEqual([])
      })(),
    120_000,
  )
})
