import { describe, expect, it } from 'vitest'
import { finished, makePageCache, type CachedPage } from './cache.ts'

const kilobyte = 1_024
/** A page of words that do not become much smaller. */
const pageOf = (kilobytes: number, seed: number) => {
  let state = seed + 1
  const letters = Array.from({ length: kilobytes * kilobyte }, () => {
    state = (state * 48_271) % 2_147_483_647
    return String.fromCharCode(33 + (state % 90))
  })
  return finished(letters.join(''), 200, 'text/html; charset=utf-8', '/zoeken')
}

describe('kept pages', () => {
  it('are never more bytes than the limit, whoever asks for however many', () => {
    const most = 200 * kilobyte
    const cache = makePageCache(most)
    cache.trust(true)
    const begun = cache.version()
    let largest = 0
    for (let n = 0; n < 300; n++) {
      cache.keep(`/zoeken?q=${n}`, pageOf(1 + (n % 5), n), begun)
      largest = Math.max(largest, cache.kept().bytes)
    }
    expect(largest).toBeLessThanOrEqual(most)
    expect(largest).toBeGreaterThan(most * 0.9)
    expect(cache.kept().pages).toBeGreaterThan(10)
    expect(cache.kept().pages).toBeLessThan(60)
    cache.drop()
    expect(cache.kept()).toEqual({ pages: 0, bytes: 0 })
  })

  it('make room by the one that nobody asked for the longest', () => {
    const cache = makePageCache(100 * kilobyte)
    cache.trust(true)
    const begun = cache.version()
    cache.keep('/', pageOf(2, 0), begun)
    for (let n = 1; n < 100; n++) {
      cache.keep(`/zoeken?q=${n}`, pageOf(2, n), begun)
      expect(cache.find('/')).toBeDefined()
    }
    expect(cache.find('/zoeken?q=1')).toBeUndefined()
    expect(cache.find('/zoeken?q=99')).toBeDefined()
  })

  it('leave out one page that is too large, and keep the others', () => {
    const cache = makePageCache(100 * kilobyte)
    cache.trust(true)
    const begun = cache.version()
    cache.keep('/', pageOf(1, 0), begun)
    cache.keep('/begrippen', pageOf(20, 1), begun)
    expect(cache.find('/')).toBeDefined()
    expect(cache.find('/begrippen')).toBeUndefined()
  })

  it('are none while nobody listens, nor what was begun before a change', () => {
    const cache = makePageCache()
    const page = pageOf(1, 0)
    cache.keep('/', page, cache.version())
    expect(cache.find('/')).toBeUndefined()
    cache.trust(true)
    const begun = cache.version()
    cache.drop()
    cache.keep('/', page, begun)
    expect(cache.find('/')).toBeUndefined()
    cache.keep('/', page, cache.version())
    expect(cache.find('/')).toBe(page)
    cache.trust(false)
    expect(cache.find('/')).toBeUndefined()
  })
})

describe('pages in the making', () => {
  const later = () => {
    let give: (page: CachedPage | null) => void = () => {}
    let fail: (error: Error) => void = () => {}
    const page = new Promise<CachedPage | null>((resolve, reject) => {
      give = resolve
      fail = reject
    })
    return { page, give, fail }
  }

  it('are waited for by who asks meanwhile, and not after', async () => {
    const cache = makePageCache()
    cache.trust(true)
    const { page, give } = later()
    cache.share('/', page)
    expect(cache.making('/begrippen')).toBeUndefined()
    const other = cache.making('/')
    const made = pageOf(1, 0)
    give(made)
    expect(await other).toBe(made)
    expect(cache.making('/')).toBeUndefined()
  })

  it('are nobody else’s when they fail, and nothing is left of them', async () => {
    const cache = makePageCache()
    cache.trust(true)
    const { page, fail } = later()
    cache.share('/', page)
    fail(new Error('no'))
    await expect(cache.making('/')).rejects.toThrow('no')
    expect(cache.making('/')).toBeUndefined()
  })

  it('are not waited for once the square changed, or while nobody listens', async () => {
    const cache = makePageCache()
    const unheard = later()
    cache.share('/', unheard.page)
    expect(cache.making('/')).toBeUndefined()
    unheard.fail(new Error('nobody is told'))
    cache.trust(true)
    const [before, after] = [later(), later()]
    cache.share('/', before.page)
    cache.drop()
    expect(cache.making('/')).toBeUndefined()
    cache.share('/', after.page)
    before.give(null)
    await before.page
    expect(cache.making('/')).toBe(after.page)
  })
})
