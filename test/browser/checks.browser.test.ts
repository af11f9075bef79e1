import { describe, expect, it } from 'vitest'
import { openMailRoom } from '../../src/platform/mail/mail.ts'
import { askForChecks } from '../../src/rooms/knowledge/public.ts'
import { until } from '../house.ts'
import { browserPresent } from './chromium.ts'
import { layOnSquare } from './shelf.ts'
import { onStage } from './stage.ts'

const day = 86_400_000

describe.skipIf(!browserPresent('saying by mail that a text is still right'))('a check by mail', () => {
  it(
    'comes in one letter, asks for no password, and readers see the new day; by keyboard, without script, on a phone',
    onStage(
      async (stage) => {
        const { platform } = stage
        const { vault, origin, config } = platform
        const longAgo = new Date(platform.now().getTime() - 500 * day)
        const address = await layOnSquare(stage, {
          slug: 'werkkaart',
          title: 'Werkkaart huisbezoek',
          type: 'tool',
          checkedAt: longAgo,
          publishedAt: longAgo,
        })
        const reader = await stage.enter(null, { script: false, width: 360 })
        await reader.open(address)
        const warning = () => reader.page.getByText('Misschien verouderd').count()
        expect(await warning()).toBe(1)

        const mail = openMailRoom({ vault, origin, smtpUrl: config.smtpUrl })
        const now = () => platform.now()
        await askForChecks({ now, transaction: (work) => stage.operate(work), vault, mail, origin })
        const letter = async () => (await stage.letters()).find((each) => each.text.includes('/nakijken/'))
        await until(async () => (await letter()) !== undefined, 20_000)
        const text = (await letter())?.text ?? ''
        expect(text).not.toContain('huisbezoek')

        const editor = await stage.enter(null, { script: false, width: 360 })
        expect(await editor.open(stage.pathIn(text, '/nakijken/'))).toBe(200)
        // Whoever only looks, or a program that follows links in mail, has said nothing.
        await reader.open(address)
        expect(await warning()).toBe(1)
        await editor.keys.tick('Het klopt nog')
        await editor.keys.press('Verstuur de antwoorden')
        await until(async () => {
          await reader.open(address)
          return (await warning()) === 0
        }, 20_000)
        expect([...editor.complaints(), ...reader.complaints()]).toEqual([])
      },
      { worker: true },
    ),
    120_000,
  )
})
