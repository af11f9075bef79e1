import type { Browser, BrowserContext, Page } from 'playwright-core'
import { readAssets, type Fetch } from '../../src/app/assets.ts'
import { webOf } from '../../src/app/running.ts'
import { sessionCookie } from '../../src/platform/http/app.tsx'
import { makeSession } from '../../src/platform/proofs.ts'
import { listenHttp } from '../../src/platform/server.ts'
import type { Lang } from '../../src/lib/words.ts'
import { withCommittedHouse, type CommittedHouse } from '../house.ts'
import type { FixedPerson } from '../people.ts'
import { withAxe } from './axe.ts'
import { ensureAssets, launchChromium } from './chromium.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'

/** How a visitor looks at the site. */
export type Looking = {
  readonly width?: number
  readonly colours?: 'light' | 'dark'
  readonly script?: boolean
}

/** Somebody at a browser of their own. */
export type Visitor = {
  readonly page: Page
  readonly context: BrowserContext
  readonly keys: Keyboard
  /** Opens an address of the site. @returns the status of the answer. */
  open(path: string): Promise<number>
  /** Looks at the site in another way from now on. */
  looks(looking: Pick<Looking, 'width' | 'colours'>): Promise<void>
  /** What went wrong since the last look: errors in the console, blocked or foreign requests. Empty is well. */
  complaints(): readonly string[]
  leave(): Promise<void>
}

/** A committed house, served over real HTTP with the built style and script, and a browser to see it with. */
export type Stage = CommittedHouse & {
  readonly origin: string
  readonly browser: Browser
  /** A browser of nobody, of one of the fixed people, or of the person with this id. */
  enter(who: FixedPerson | { person: string } | null, looking?: Looking): Promise<Visitor>
  /** The address in a letter that leads to this site, as a path. */
  pathIn(text: string, part?: string): string
}

const windowOf = (width: number) => ({ width, height: width < 600 ? 740 : 900 })

/** @returns the address of a page in a language. */
export const inLanguage = (lang: Lang, path: string): string =>
  lang === 'nl' ? path : path === '/' ? '/en' : `/en${path}`

/** Opens a stage for a test and takes it down afterwards. */
export const onStage = (
  test: (stage: Stage) => Promise<void>,
  options: Parameters<typeof withCommittedHouse>[1] = {},
): (() => Promise<void>) =>
  withCommittedHouse(async (house) => {
    ensureAssets()
    let serve: Fetch = async () => new Response(null, { status: 503 })
    const serving = await listenHttp((request, env) => serve(request, env), { port: 0, host: '127.0.0.1' })
    const origin = `http://localhost:${serving.port}`
    const platform = { ...house.platform, origin, assets: readAssets().addresses }
    serve = withAxe(webOf(platform, { live: () => true, ready: async () => true }), origin)
    const browser = await launchChromium()
    try {
      await test({
        ...house,
        platform,
        origin,
        browser,
        async enter(who, looking = {}) {
          const { width = 1280, colours = 'light', script = true } = looking
          const context = await browser.newContext({
            viewport: windowOf(width),
            colorScheme: colours,
            javaScriptEnabled: script,
            reducedMotion: 'reduce',
            locale: 'nl-NL',
          })
          if (who !== null) {
            const person = typeof who === 'string' ? house.people[who].id : who.person
            const until = new Date(Date.now() + 12 * 3_600_000)
            const token = await house.platform.database.house(null, (tx) => makeSession(tx, person, until, true))
            await context.addCookies([{ name: sessionCookie(origin), value: token, url: origin }])
          }
          return visitorOf(context, origin)
        },
        pathIn(text, part = '') {
          const found = [...text.matchAll(/https?:\/\/localhost(?::\d+)?(\/[^\s"<>)\]]*)/g)].map(
            (match) => match[1] ?? '',
          )
          const path = found.find((each) => each.includes(part))
          if (path === undefined) throw new Error(`no address with "${part}" in: ${text.slice(0, 400)}`)
          return path
        },
      })
    } finally {
      await browser.close()
      await serving.drain(1_000)
    }
  }, options)

async function visitorOf(context: BrowserContext, origin: string): Promise<Visitor> {
  let noted: string[] = []
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) noted.push(`a request elsewhere: ${url}`)
  })
  context.on('weberror', (error) => noted.push(`an error in script: ${error.error().message}`))
  context.on('console', (message) => {
    // A page may be a refusal on purpose; the browser calls its status an error.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) noted.push(message.text())
  })
  context.on('response', (response) => {
    if (response.status() >= 500) noted.push(`${response.status()} at ${response.url()}`)
    if (response.status() === 404 && response.url().includes('/assets/')) noted.push(`missing: ${response.url()}`)
  })
  const page = await context.newPage()
  return {
    page,
    context,
    keys: keyboardOf(page),
    async open(path) {
      const answer = await page.goto(`${origin}${path}`, { waitUntil: 'load' })
      return answer?.status() ?? 0
    },
    async looks({ width = 1280, colours = 'light' }) {
      await page.setViewportSize(windowOf(width))
      await page.emulateMedia({ colorScheme: colours })
    },
    complaints() {
      const all = noted
      noted = []
      return all
    },
    leave: () => context.close(),
  }
}
