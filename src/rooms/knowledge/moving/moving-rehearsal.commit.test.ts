import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browsing, Fields } from '../../../../test/browsing.ts'
import { testOrigin, withCommittedHouse, type House } from '../../../../test/house.ts'
import { openFetcher } from '../../../platform/fetching/fetching.ts'
import { commitRun } from '../harvests/harvest-committing.jobs.ts'
import { publishTaken } from '../harvests/harvest-publishing.jobs.ts'
import { readRun } from '../harvests/harvest-reading.jobs.ts'
import { handsOf } from '../harvests/harvests.testing.ts'
import { press, replaceAll } from '../knowledge.testing.ts'
import { begin, follow, oldSite, serverOf, wordPressOf, type OldPage } from './moving.testing.ts'
import './moving.tables.ts'

let pages: readonly OldPage[] = []
let port = 0
const server = createServer(
  serverOf(
    () => pages,
    () => `http://127.0.0.1:${port}`,
  ),
)
beforeAll(
  () =>
    new Promise<void>((done) =>
      server.listen(0, '127.0.0.1', () => {
        const at = server.address()
        port = typeof at === 'object' && at !== null ? at.port : 0
        done()
      }),
    ),
)
afterAll(() => void server.close())

/** Counts what an editor does: every page that is opened and every button that is pressed. */
function counted(editor: Browsing) {
  let presses = 0
  const one =
    <A extends unknown[], R>(what: (...given: A) => R) =>
    (...given: A): R => {
      presses += 1
      return what(...given)
    }
  return {
    editor: {
      ...editor,
      get: one((path: string, headers?: Record<string, string>) => editor.get(path, headers)),
      post: one((path: string, fields?: Fields, headers?: Record<string, string>) =>
        editor.post(path, fields, headers),
      ),
      upload: one(editor.upload),
      submit: one(editor.submit),
    } satisfies Browsing,
    presses: () => presses,
  }
}

// Ten of the pages hold something that points at somebody. Every press below takes a minute at the most; the seconds are those
// of the machine, without the second between two pages that a real site is given.
const most = { presses: 60, seconds: 180 }

const onSquare = async (house: House) => {
  const items = await house.peek((tx) => tx.selectFrom('square.items').select('slug').execute())
  return items.map((item) => item.slug)
}

async function rehearse(house: House, way: 'export' | 'site', size: number) {
  const begun = performance.now()
  pages = oldSite(size, size / 10)
  const work = handsOf(house)
  const { editor, presses } = counted(await house.as('editorA'))
  const { run, page } = await (way === 'export'
    ? begin(house, editor, wordPressOf('oud.example', pages))
    : begin(house, editor, null, { address: `http://127.0.0.1:${port}/` }))
  await readRun(work, run, openFetcher(testOrigin, { loopbackPorts: [port] }), { rest: async () => {} })

  const preview = await editor.get(page)
  const groups = [...preview.text.matchAll(/name="section:(\d+)"/g)].map(([, number = '']) => number)
  expect(groups).toHaveLength(5)
  const choices = Object.fromEntries(groups.map((number) => [`themes:${number}`, ['povertyDebt']]))
  await editor.submit(preview, { ...choices, go: 'take' }, 'name="go"')
  await commitRun(work, run)
  await editor.submit(await editor.get(page), {}, 'publiceren')
  await publishTaken(work, run)
  expect(await onSquare(house)).toHaveLength(size - 10)

  // What is left asks for a look: every place that points at somebody is replaced.
  const rest = [...(await editor.get(page)).text.matchAll(/href="\/redactie\/([0-9a-f-]{36})"/g)].map(
    ([, id = '']) => id,
  )
  expect(rest).toHaveLength(10)
  for (const id of rest) {
    await press(house, editor, id, 'verder')
    await replaceAll(editor, id)
    await press(house, editor, id, 'verder')
    await press(house, editor, id, 'publiceren')
  }
  const slugs = await onSquare(house)
  expect(slugs).toHaveLength(size)
  expect((await editor.get(page)).text).toContain('Alles wat meeging, staat op het plein.')
  const seconds = Math.round((performance.now() - begun) / 1_000)
  process.stdout.write(`moving ${size} pages in (${way}): ${presses()} presses, ${seconds} s\n`)
  expect(presses()).toBeLessThanOrEqual(most.presses)
  expect(seconds).toBeLessThan(most.seconds)

  const host = way === 'export' ? 'oud.example' : `127.0.0.1:${port}`
  for (const at of [1, size / 2, size]) {
    const slug = slugs.find((each) => each.endsWith(`deel-${at}`)) ?? ''
    expect(await follow(house, `https://${host}${pages[at - 1]?.path ?? ''}`)).toBe(`301 /kennis/${slug}`)
  }
}

describe('the rehearsal of a move: as many presses as there are pages to look at', () => {
  it(
    'of 500 pages, from an export of WordPress',
    withCommittedHouse((house) => rehearse(house, 'export', 500)),
    280_000,
  )
  it(
    'of 100 pages, from the site itself',
    withCommittedHouse((house) => rehearse(house, 'site', 100)),
    280_000,
  )
})
