import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { root } from '../../src/platform/root.ts'

// Each page that is opened gets it anew; the browser reads the short form in half the time.
const source = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds wrong with the page as it stands, a sentence each; empty is what we accept, and nothing else. Only for a
 * visitor with script: axe waits with timers, which stand still on a page without.
 */
export async function axe(page: Page): Promise<readonly string[]> {
  const present = await page.evaluate(() => 'axe' in window)
  if (!present) await page.evaluate(source)
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] })`,
  )) as AxeResults
  if (found.passes.length < 5) throw new Error(`axe saw hardly anything on ${page.url()}`)
  return found.violations.map(
    (each) =>
      `${each.id}: ${each.help}: ${each.nodes
        .slice(0, 3)
        .map((node) => node.html.slice(0, 160))
        .join(' | ')}`,
  )
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
