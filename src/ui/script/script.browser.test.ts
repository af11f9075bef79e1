import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { browserPresent, launchChromium } from '../../../test/browser/chromium.ts'
import { serveGallery } from '../gallery-server.ts'
import { gallery } from '../gallery.tsx'

describe.skipIf(!browserPresent('behaviour of the small scripts'))('with script', () => {
  let browser: Browser
  let served: Awaited<ReturnType<typeof serveGallery>>
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    served = await serveGallery(gallery('nl', { css: '/plein.css', js: '/plein.js' }))
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    served?.close()
  })
  beforeEach(async () => {
    context = await browser.newContext()
    page = await context.newPage()
    served.log.length = 0
  })
  afterEach(() => context.close())

  const open = (name: string) => page.goto(`${served.origin}/${name}`)

  it('gives the error summary the focus, and its links lead to the fields', async () => {
    await open('form-errors')
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('plein-errors')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('veld-vraag')
  })

  it('counts letters as people do, and says what is too long', async () => {
    await open('form')
    await page.fill('#veld-vraag', '👩🏽 een vraag')
    expect(await page.textContent('#veld-vraag-aantal')).toBe('Je kunt nog 9.988 tekens gebruiken.')
    await page.fill('#veld-vraag', 'x'.repeat(10_002))
    expect(await page.textContent('#veld-vraag-aantal')).toBe('Dit zijn 2 tekens te veel.')
    expect(await page.inputValue('#veld-vraag')).toHaveLength(10_002)
  })

  it('suggests places, and the keyboard alone can choose', async () => {
    await open('form')
    await page.focus('#veld-plaats')
    await page.keyboard.type('den b')
    await page.waitForSelector('[role=option]')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    const active = await page.getAttribute('#veld-plaats', 'aria-activedescendant')
    expect(await page.textContent(`[id="${active}"]`)).toBe('’s-Hertogenbosch (Den Bosch)')
    await page.keyboard.press('Enter')
    expect(await page.inputValue('#veld-plaats')).toBe('’s-Hertogenbosch')
    expect(await page.getAttribute('#veld-plaats', 'aria-expanded')).toBe('false')
    expect(served.log.filter((each) => each.method === 'POST' && each.url === '/form')).toEqual([])
  })

  it('shows items while typing, and the typed text is in no address', async () => {
    await open('form')
    await page.focus('#veld-vraag')
    await page.keyboard.type('brief over schulden')
    await page.waitForSelector('plein-related a')
    const asked = served.log.filter((each) => each.url.startsWith('/zoeken/suggesties'))
    expect(asked).toEqual([{ method: 'POST', url: '/zoeken/suggesties', body: 'q=brief+over+schulden' }])
  })

  it('sends a form once when the button is pressed twice', async () => {
    await open('form')
    await page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('form.plein-form')
      const button = form?.querySelector<HTMLButtonElement>('[type=submit]')
      form?.setAttribute('action', '/home')
      button?.click()
      setTimeout(() => {
        // What is kept in the tab outlives the page.
        sessionStorage.setItem('seen', button?.getAttribute('aria-disabled') ?? 'free')
        button?.click()
      }, 120)
    })
    await page.waitForURL('**/home')
    expect(await page.evaluate(() => sessionStorage.getItem('seen'))).toBe('true')
    expect(served.log.filter((each) => each.method === 'POST')).toHaveLength(1)
  })

  it('keeps what was typed when a page holds it, and forgets it once it arrived', async () => {
    const kept = () => page.evaluate(() => Object.keys(sessionStorage).length)
    await open('form')
    await page.fill('#veld-vraag', 'Mijn lange vraag')
    // A refusal (a session that ended) shows a page that holds.
    await page.evaluate(() => document.querySelector('form[data-keep]')?.setAttribute('action', '/problem'))
    await page.click('text=Volgende stap')
    await page.waitForURL('**/problem')
    expect(await kept()).toBe(1)
    await open('form')
    expect(await page.inputValue('#veld-vraag')).toBe('Mijn lange vraag')
    expect(await page.textContent('form [role=status]')).toContain('teruggezet')
    await page.evaluate(() => document.querySelector('form[data-keep]')?.setAttribute('action', '/home'))
    await page.click('text=Volgende stap')
    await page.waitForURL('**/home')
    expect(await kept()).toBe(0)
  })

  it('asks nothing of script: without it pages say all, and empty offers stay hidden', async () => {
    const bare = await browser.newContext({ javaScriptEnabled: false })
    const still = await bare.newPage()
    await still.goto(`${served.origin}/home`)
    expect(await still.isVisible('plein-read-aloud')).toBe(false)
    await still.goto(`${served.origin}/form`)
    expect(await still.isVisible('plein-related')).toBe(false)
    expect(await still.textContent('#veld-vraag-aantal')).toBe('Je kunt maximaal 10.000 tekens gebruiken.')
    await still.goto(`${served.origin}/parts`)
    expect(await still.isVisible('text=Uitloggen')).toBe(false)
    await still.focus('summary')
    await still.keyboard.press('Enter')
    expect(await still.isVisible('text=Uitloggen')).toBe(true)
    await bare.close()
  })

  it('leaves quickly: Escape twice, and the back button does not return', async () => {
    await page.route('https://www.buienradar.nl/**', (route) =>
      route.fulfill({ body: 'weer', contentType: 'text/html' }),
    )
    await open('home')
    await open('form')
    await page.fill('#veld-vraag', 'geheim')
    await open('parts')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.waitForURL('https://www.buienradar.nl/')
    await page.goBack()
    expect(page.url()).toBe(`${served.origin}/form`)
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  })
})
