import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { publishOwnItem } from '../../src/rooms/knowledge/public.ts'
import { axe } from './axe.ts'
import { browserPresent } from './chromium.ts'
import { onStage } from './stage.ts'

describe.skipIf(!browserPresent('suggestions of the search box'))('the search box', () => {
  it(
    'suggests after a pause, by keyboard, tells how many, closes with Escape, and is a plain field without script',
    onStage(async (stage) => {
      const { platform, people } = stage
      await stage.operate((tx) =>
        publishOwnItem(
          tx,
          platform.vault,
          {
            slug: 'zwerfjongeren',
            title: 'Zwerfjongeren en hun school',
            summary: 'Kort en goed.',
            lang: 'nl',
            type: 'article',
            themes: ['homelessness'],
            roles: [],
            audiences: [],
            stewards: [people.organisations.a],
            body: 'De tekst.',
            provenance: 'own',
            authors: [],
            source: null,
            checkedAt: platform.now(),
            publishedAt: platform.now(),
          },
          null,
          platform.now(),
        ),
      )
      for (const [path, looking] of [
        ['/', { width: 1280 }],
        ['/zoeken', { width: 360, colours: 'dark' }],
      ] as const) {
        const visitor = await stage.enter(null, looking)
        const { page } = visitor
        const asked: string[] = []
        page.on('request', (request) => {
          if (request.url().includes('/zoeken/suggesties'))
            asked.push(new URL(request.url()).searchParams.get('q') ?? '')
        })
        // The time of the page stands still while somebody types, however slow this machine is.
        await page.clock.install()
        await visitor.open(path)
        const field = page.locator('#zoekvraag')
        await field.focus()
        await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000))
        await page.keyboard.type('zwerfjon')
        await page.clock.runFor(149)
        expect(asked).toEqual([])
        await page.clock.runFor(1)
        const option = page.locator('[role=option]')
        await option.first().waitFor()
        expect(asked).toEqual(['zwerfjon'])
        await page.clock.resume()
        expect(await page.locator('plein-suggest [role=status]').textContent()).toContain('2 suggesties')
        expect(await axe(page)).toEqual([])
        await page.keyboard.press('Escape')
        expect([await option.first().isVisible(), await field.getAttribute('aria-expanded')]).toEqual([false, 'false'])
        expect(await field.inputValue()).toBe('zwerfjon')

        await page.keyboard.type('g')
        await option.first().waitFor()
        await page.keyboard.press('ArrowUp')
        const active = (await field.getAttribute('aria-activedescendant')) ?? ''
        expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true')
        await page.keyboard.press('Enter')
        await page.waitForURL('**/kennis/zwerfjongeren')
        expect(visitor.complaints()).toEqual([])
        await visitor.leave()
      }

      const plain = await stage.enter(null, { script: false })
      await plain.open('/zoeken')
      await plain.page.locator('#zoekvraag').focus()
      await plain.page.keyboard.type('zwerfjongeren')
      await plain.page.keyboard.press('Enter')
      await plain.page.waitForURL('**/zoeken?q=zwerfjongeren')
      expect(await plain.page.locator('h2').first().textContent()).toContain('zwerfjongeren')
    }),
    120_000,
  )

  it(
    'leaves the script of a page under 10 kB',
    onStage(async (stage) => {
      const script = await (await fetch(stage.origin + stage.platform.assets.js)).text()
      expect(gzipSync(script).length).toBeLessThan(10_000)
    }),
    60_000,
  )
})
