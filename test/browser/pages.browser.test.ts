import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { house } from '../../src/app/house.ts'
import { fillWithDemo } from '../../src/app/seed/demo.seed.ts'
import { languages, type Lang } from '../../src/lib/words.ts'
import { root } from '../../src/platform/root.ts'
import { axe, tooWide } from './axe.ts'
import { browserPresent } from './chromium.ts'
import { examples, nonPages, type Example } from './examples.ts'
import { inLanguage, onStage, type Looking, type Stage, type Visitor } from './stage.ts'

const pages = house.routes
  .filter((route) => route.method === 'GET' && route.kind === 'page' && route.path in nonPages === false)
  .map((route) => route.path)

type View = { readonly name: string; readonly lang: Lang; readonly looking: Looking }

const view = (lang: Lang, width: number, colours: 'light' | 'dark'): View => ({
  name: `${lang}-${width}-${colours}`,
  lang,
  looking: { width, colours },
})

const asked = process.env['PAGES'] ?? ''
const everything = asked === 'all'
// PAGES=/vraag,/bureau looks at these alone.
const looked = asked === '' || everything ? pages : pages.filter((pattern) => asked.split(',').includes(pattern))

// `npm test` sees each page in full once and once as it differs most from that; `bin/drill pages` sees all.
const views = everything
  ? languages.flatMap((lang) => [1280, 360].flatMap((width) => [view(lang, width, 'light'), view(lang, width, 'dark')]))
  : [view('nl', 1280, 'light'), view('en', 360, 'dark')]

const out = join(root, 'test', 'out', 'pages')
const fileOf = (pattern: string) =>
  pattern === '/' ? 'home' : pattern.slice(1).replaceAll('/', '.').replaceAll(':', '_')

/** Two look at a time: while one waits for its answer, the other looks. */
const lookers = 2

const whoGoes = (example: Example | Error | undefined) =>
  example === undefined || example instanceof Error ? '' : JSON.stringify(example.who)

/** The pages that each of those who look takes: all of one visitor after each other. */
function sharesOf(made: Readonly<Record<string, Example | Error>>): readonly (readonly string[])[] {
  const byVisitor = looked.toSorted((a, b) => whoGoes(made[a]).localeCompare(whoGoes(made[b])))
  const size = Math.ceil(byVisitor.length / lookers)
  return Array.from({ length: lookers }, (_, at) => byVisitor.slice(at * size, (at + 1) * size))
}

/** Nobody looks at the window itself unless a picture is taken: drawing it was a twentieth of what a look costs. */
async function shows({ context, page }: Visitor, windowState: 'minimized' | 'normal') {
  const session = await context.newCDPSession(page)
  const { windowId } = await session.send('Browser.getWindowForTarget')
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState } })
  await session.detach()
}

/** Visitors, kept between pages and views: opening a window for each costs more than looking. */
function doorOf(stage: Stage) {
  const inside = new Map<string, Promise<Visitor>>()
  const lookedSo = new Map<Visitor, Looking>()
  return {
    async visitor({ who, first }: Example, looking: Looking): Promise<Visitor> {
      const key = first ? randomUUID() : JSON.stringify(who)
      const known =
        inside.get(key) ??
        stage.enter(who).then(async (visitor) => {
          if (!everything) await shows(visitor, 'minimized')
          return visitor
        })
      inside.set(key, known)
      const visitor = await known
      if (lookedSo.get(visitor) !== looking) await visitor.looks(looking)
      lookedSo.set(visitor, looking)
      return visitor
    },
    close: async () => {
      for (const visitor of inside.values()) await (await visitor).leave()
    },
  }
}

/** What is wrong with one page in one view; empty when all is well. */
async function faultsOf(
  example: Example | Error,
  door: ReturnType<typeof doorOf>,
  { lang, looking }: View,
  picture: string,
) {
  if (example instanceof Error) return [example.message]
  try {
    const visitor = await door.visitor(example, looking)
    const path = (await example.first?.(visitor)) ?? example.path
    visitor.complaints()
    const status = await visitor.open(inLanguage(lang, path))
    const went = new URL(visitor.page.url()).pathname
    const wanted = inLanguage(lang, path).split('?')[0]
    const faults = [
      ...(status === 200 ? [] : [`answered ${status}`]),
      ...(went === wanted ? [] : [`led to ${went}`]),
      ...(await axe(visitor.page)),
      ...(await tooWide(visitor.page)).map((part) => `sticks out: ${part}`),
      ...visitor.complaints(),
    ]
    if (everything || faults.length > 0) {
      await shows(visitor, 'normal')
      await visitor.page.screenshot({ path: join(out, `${picture}.png`), fullPage: true })
    }
    return faults
  } catch (error) {
    return [error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)]
  }
}

describe('the register of pages', () => {
  it('has an example of every page, or says why it is none', () => {
    expect(pages.filter((pattern) => !(pattern in examples))).toEqual([])
  })

  it('would miss a page that is in neither list', () => {
    expect(['/nergens/:id', ...pages].filter((pattern) => !(pattern in examples || pattern in nonPages))).toContain(
      '/nergens/:id',
    )
  })
})

const present = browserPresent('every page in Chromium')

describe.skipIf(!present)('every page', () => {
  const begun = Date.now()
  afterAll(() => {
    const seconds = ((Date.now() - begun) / 1_000).toFixed(0)
    process.stdout.write(
      `pages: ${looked.length} pages in ${views.length} views, ${seconds} s; pictures in test/out/pages\n`,
    )
  })

  it(
    'passes axe, fits, asks nothing of others, and breaks no policy',
    { timeout: 120_000 + looked.length * views.length * 6_000 },
    onStage(
      async (stage) => {
        mkdirSync(out, { recursive: true })
        await fillWithDemo(stage.platform, stage.urls)
        const made: Record<string, Example | Error> = {}
        for (const pattern of looked)
          made[pattern] = await (examples[pattern]?.(stage) ?? Promise.reject(new Error('no example of it'))).catch(
            (error: Error) => error,
          )
        const faults: Record<string, readonly string[]> = {}
        const look = async (share: readonly string[]) => {
          const door = doorOf(stage)
          for (const each of views)
            for (const pattern of share) {
              const picture = `${fileOf(pattern)}-${each.name}`
              const found = await faultsOf(made[pattern] ?? new Error('no example'), door, each, picture)
              if (found.length > 0) faults[`${pattern} (${each.name})`] = found
            }
          await door.close()
        }
        await Promise.all(sharesOf(made).map(look))
        expect(faults).toEqual({})
      },
      { mode: 'demo', worker: true },
    ),
  )
})
