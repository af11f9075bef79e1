import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { demoItems } from '../../src/app/demo/items.ts'
import { root } from '../../src/platform/root.ts'
import { publishOwnItem } from '../../src/rooms/knowledge/public.ts'
import { browserPresent } from './chromium.ts'
import { onStage, type Stage } from './stage.ts'

// The picture of the README. `UPDATE=1 vitest run test/browser/journey-home` makes it anew.
const picture = join(root, 'docs', 'screenshots', 'home.png')
const width = 1280
// Down to the first of what is new.
const height = 1_420
const mostBytes = 400_000

/** The newest items of the demo network. */
const layNewestOnTheSquare = (stage: Stage) =>
  stage.operate(async (tx) => {
    const now = stage.platform.now()
    const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
    const newest = [...demoItems].sort((a, b) => a.publishedDaysAgo - b.publishedDaysAgo).slice(0, 8)
    for (const item of newest.toReversed())
      await publishOwnItem(
        tx,
        stage.platform.vault,
        {
          slug: item.slug,
          title: item.title,
          summary: item.summary,
          lang: item.lang,
          type: item.type,
          themes: item.themes,
          roles: item.roles,
          audiences: item.audiences,
          body: item.body,
          authors: item.authors,
          stewards: [stage.people.organisations.a],
          provenance: item.origin === 'from-request' ? 'request' : 'own',
          source: null,
          checkedAt: ago(item.checkedDaysAgo),
          publishedAt: ago(item.publishedDaysAgo),
        },
        null,
        now,
      )
  })

describe('the picture of the home page', () => {
  const wanted = process.env['UPDATE'] === '1' && browserPresent('the picture of the home page')

  it.runIf(wanted)(
    'is made of the page as it is',
    { timeout: 180_000 },
    onStage(async (stage) => {
      await layNewestOnTheSquare(stage)
      const visitor = await stage.enter(null, { width, colours: 'light' })
      expect(await visitor.open('/')).toBe(200)
      mkdirSync(dirname(picture), { recursive: true })
      await visitor.page.screenshot({ path: picture, fullPage: true, clip: { x: 0, y: 0, width, height } })
      expect(visitor.complaints()).toEqual([])
    }),
  )

  it('is a PNG that a README can carry', () => {
    const bytes = readFileSync(picture)
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(bytes.readUInt32BE(16), 'width').toBe(width)
    expect(statSync(picture).size).toBeLessThan(mostBytes)
  })
})
