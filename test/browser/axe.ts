import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import type { Fetch } from '../../src/app/assets.ts'
import { root } from '../../src/platform/root.ts'

// The browser reads the short form in half the time.
const source = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8')

const path = '/assets/axe-of-the-tests.js'
const offering = new Set<string>()

/**
 * The same site, which has axe in a file too. Each page that is opened gets axe anew; from a file the browser keeps what it
 * made of it, and that is a seventh of what looking at a page costs. A browser that holds up a glass (`throughGlass`) is
 * given the page that somebody else saw.
 */
export function withAxe(serve: Fetch, origin: string): Fetch {
  offering.add(origin)
  const headers = { 'content-type': 'text/javascript', 'cache-control': 'max-age=31536000, immutable' }
  return async (request, env) => {
    if (request.url.endsWith(path)) return new Response(source, { headers })
    const glass = request.headers.get(glassHeader)
    const body = glass === null || request.headers.get('sec-fetch-dest') !== 'document' ? undefined : held.get(glass)
    if (body === undefined) return serve(request, env)
    return new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } })
  }
}

const glassHeader = 'x-glass-of-the-tests'
const held = new Map<string, string>()

/**
 * Lays a page as it stands in the window of somebody who looks in the same way, at the same address, without its script.
 * Playwright could answer for the site instead, but a browser whose requests are caught keeps no file: it would read style
 * and axe anew for each page.
 */
export async function throughGlass(seen: Page, glass: Page): Promise<void> {
  const body = (await seen.content()).replaceAll(/<script\b[^>]*><\/script>/g, '')
  const id = randomUUID()
  held.set(id, body)
  await glass.setExtraHTTPHeaders({ [glassHeader]: id })
  // An address that differs by its anchor alone opens nothing.
  const opened = await glass.goto(seen.url(), { waitUntil: 'load' })
  if (opened === null) await glass.reload({ waitUntil: 'load' })
  held.delete(id)
}

const settings: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

type Found = {
  readonly passes: number
  readonly violations: readonly { readonly id: string; readonly help: string; readonly nodes: readonly string[] }[]
}

/**
 * What axe finds wrong with the page as it stands, a sentence each; empty is what we accept, and nothing else. Only for a
 * visitor with script: axe waits with timers, which stand still on a page without.
 */
export async function axe(page: Page): Promise<readonly string[]> {
  // Only what is looked at below comes over: the whole outcome is as long as the page.
  const run = `'axe' in window ? axe.run(document, ${JSON.stringify(settings)}).then(({ passes, violations }) => ({
    passes: passes.length,
    violations: violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)) })),
  })) : null`
  let found = (await page.evaluate(run)) as Found | null
  if (found === null) {
    if (offering.has(new URL(page.url()).origin)) await page.addScriptTag({ url: path })
    else await page.evaluate(source)
    found = (await page.evaluate(run)) as Found
  }
  if (found.passes < 5) throw new Error(`axe saw hardly anything on ${page.url()}`)
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.join(' | ')}`)
}

/** Parts that stick out of the page sideways: a phone would have to scroll. */
export const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    document.documentElement.scrollWidth <= innerWidth
      ? []
      : [...document.querySelectorAll('body *')]
          .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 5)
          .map((part) => part.outerHTML.slice(0, 120)),
  )

/** Parts whose words are cut off: they are wider than the box that hides what does not fit. */
export const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((part) => {
        const { overflowX, clipPath, position } = getComputedStyle(part)
        // What only readers of the screen hear is a point on purpose.
        const hidden = clipPath !== 'none' || (position === 'absolute' && part.clientWidth <= 1)
        return !hidden && ['hidden', 'clip'].includes(overflowX) && part.scrollWidth > part.clientWidth + 1
      })
      .slice(0, 5)
      .map((part) => part.outerHTML.slice(0, 120)),
  )
