import { describe, expect, it } from 'vitest'
import type { Fetched } from '../../../platform/fetching/fetching.ts'
import { afterLook, freshLink, hadNoWayOut, linksIn, outcomeOf, type LinkOutcome } from './link-checks.rules.ts'

const answered = (status: number): Fetched => ({
  kind: 'answered',
  address: 'https://a.example/',
  status,
  contentType: null,
  etag: null,
  lastModified: null,
  body: Buffer.alloc(0),
  moved: [],
})
const failed = (why: Extract<Fetched, { kind: 'failed' }>['why']): Fetched => ({ kind: 'failed', address: '', why })

describe('a look at a link', () => {
  it.each([
    [200, 'works'],
    [204, 'works'],
    [304, 'works'],
    [401, 'unclear'],
    [403, 'unclear'],
    [404, 'failed'],
    [405, 'unclear'],
    [410, 'failed'],
    [429, 'unclear'],
    [500, 'failed'],
    [502, 'failed'],
    [503, 'unclear'],
    [999, 'unclear'],
  ] as const)('that is answered with %i: %s', (status, outcome) => expect(outcomeOf(answered(status))).toBe(outcome))
  it.each([
    ['name-unknown', 'failed'],
    ['no-connection', 'failed'],
    ['insecure', 'failed'],
    ['too-slow', 'failed'],
    ['not-http', 'failed'],
    ['too-large', 'works'],
    ['packed', 'works'],
  ] as const)('that ends in %s: %s', (why, outcome) => expect(outcomeOf(failed(why))).toBe(outcome))
  it('that may not be asked fails: no reader outside can open it', () => {
    expect(outcomeOf({ kind: 'refused', address: '', why: 'inside' })).toBe('failed')
  })
})

describe('a link', () => {
  const after = (...looks: readonly (readonly [string, LinkOutcome])[]) =>
    looks.reduce((state, [day, outcome]) => afterLook(state, outcome, day), freshLink)
  it('that fails twice on one day failed once', () => {
    expect(after(['2026-11-01', 'failed'], ['2026-11-01', 'failed'])).toMatchObject({ failedDays: 1 })
  })
  it('that fails on three days failed three times, since the first', () => {
    expect(after(['2026-11-01', 'failed'], ['2026-11-02', 'failed'], ['2026-11-03', 'failed'])).toEqual({
      failedDays: 3,
      failedSince: '2026-11-01',
      lastFailed: '2026-11-03',
    })
  })
  it('that works in between begins anew', () => {
    expect(after(['2026-11-01', 'failed'], ['2026-11-02', 'works'], ['2026-11-03', 'failed'])).toMatchObject({
      failedDays: 1,
    })
  })
  it('of which nothing is known stays as it was', () => {
    expect(after(['2026-11-01', 'failed'], ['2026-11-02', 'unclear'])).toMatchObject({ failedDays: 1 })
    expect(after(['2026-11-01', 'unclear'])).toEqual(freshLink)
  })
})

describe('a machine without a way out', () => {
  it.each([
    [[failed('name-unknown'), failed('no-connection'), failed('too-slow')], true],
    [[failed('name-unknown'), answered(404)], false],
    [[failed('name-unknown'), failed('insecure')], false],
    // One link that fails says more about the link.
    [[failed('name-unknown')], false],
    [[], false],
  ])('%#', (fetched, none) => expect(hadNoWayOut(fetched)).toBe(none))
})

describe('the links of an item', () => {
  it('are those that lead elsewhere, once each, as they were meant', () => {
    const html =
      '<p><a href="https://a.example/?x=1&amp;y=2" rel="noreferrer">a</a> <a href="/zoeken">hier</a> <a href="https://b.example">b</a> <a href="https://b.example">b</a></p>'
    expect(linksIn(html, ['http://bron.example/stuk', 12, null, 'op https://c.example te lezen'])).toEqual([
      'https://a.example/?x=1&y=2',
      'https://b.example',
      'http://bron.example/stuk',
    ])
    expect(linksIn('', ['doi:10.1/1'])).toEqual([])
    expect(linksIn('', [undefined])).toEqual([])
  })
})
