import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'
import { letOutDemoPolls } from './polls.testing.ts'

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

/** Every chart of a page with what is read between it and the heading of its question, or the chart before it. */
const chartsIn = (html: string) =>
  html
    .split('<section class="plein-poll"')
    .slice(1)
    .flatMap((part) => {
      const pieces = (part.split('</section>')[0] ?? '').split('<figure class="plein-chart"')
      return pieces
        .slice(0, -1)
        .map((before, at) => ({ before: at === 0 ? before : (before.split('</figure>').at(-1) ?? '') }))
    })
const sentence = /<p[^>]*>[^<]{10,}[.!]/

describe('the poll of 2018 and 2020 on the square', () => {
  it(
    'says of 55 to 65% that others took part, then that it may be chance, and claims no rise',
    inHouse(async (house) => {
      await letOutDemoPolls(house)
      const list = (await house.visitor().get('/peilingen')).text
      expect(list).toContain('Peiling sociaal werk')
      const page = (await house.visitor().get('/peilingen/peiling-sociaal-werk/2020')).text
      const text = plain(page)
      for (const part of [
        '69 van de 490 organisaties deden mee.',
        'teruggerekend uit gepubliceerde percentages',
        'Beperkt te vergelijken met 2018',
        '45 van 69',
        '51 van 93',
        'De percentages tellen niet op tot 100.',
      ])
        expect(text).toContain(part)
      const [others, chance] = [text.search(/andere organisaties mee/), text.indexOf('kan toeval zijn')]
      expect(others).toBeGreaterThan(0)
      expect(chance).toBeGreaterThan(others)
      expect(text).toMatch(/ongeveer (19|20) procentpunt/)
      expect(page).not.toContain('plein-chart__join')
      expect(text).not.toMatch(/gestegen\.|is gestegen op|significant|bewezen/)
      for (const share of ['79%', '55%', '40%', '17%', '21%', '50%']) expect(text).toContain(share)
    }),
  )

  it(
    'hides that 3 and 1 of the 51 name addiction and housing, wherever one looks',
    inHouse(async (house) => {
      await letOutDemoPolls(house)
      const visitor = house.visitor()
      const base = '/peilingen/peiling-sociaal-werk/2018'
      for (const path of [base, `${base}/cijfers/fields`, `${base}/rapport`, `/en${base}`]) {
        const row = (await visitor.get(path)).text
          .split('<li class="plein-chart__row">')
          .find((each) => /Wonen|Housing/.test(each))
        expect(row?.split('</li>')[0]).toMatch(/te weinig organisaties|too few organisations/)
        expect(row?.split('</li>')[0]).not.toMatch(/<rect|% ?<|1 (van|of) 51/)
      }
      const { document } = JSON.parse((await visitor.get('/api/v1/polls/peiling-sociaal-werk/2018')).text)
      const fields = document.findings.questions.find((each: { key: string }) => each.key === 'fields')
      const levels = Object.fromEntries(
        fields.options.map((each: { key: string; level: unknown }) => [each.key, each.level]),
      )
      expect(Object.keys(levels.housing).toSorted()).toEqual(['status', 'why'])
      expect(Object.keys(levels.addiction).toSorted()).toEqual(['status', 'why'])
      expect(levels.debts).toMatchObject({ count: 15, base: 51 })
    }),
  )

  it(
    'says a sentence before each chart, in both languages and on every page that has one',
    inHouse(async (house) => {
      await letOutDemoPolls(house)
      const visitor = house.visitor()
      let charts = 0
      for (const lang of ['', '/en'])
        for (const year of ['2018', '2020']) {
          const base = `${lang}/peilingen/peiling-sociaal-werk/${year}`
          const page = (await visitor.get(base)).text
          const figures = [...page.matchAll(/href="([^"]*\/cijfers\/[^"]+)"/g)].map(([, path = '']) => path)
          expect(figures.length).toBeGreaterThan(2)
          for (const path of [base, `${base}/rapport`, ...figures]) {
            const found = chartsIn((await visitor.get(path)).text)
            expect([path, found.length > 0]).toEqual([path, true])
            expect(found.filter(({ before }) => !sentence.test(before)).map(() => path)).toEqual([])
            charts += found.length
          }
        }
      expect(charts).toBeGreaterThan(40)
    }),
    60_000,
  )

  it(
    'stays small enough for a phone: the page with all results at most 30 kB compressed',
    inHouse(async (house) => {
      await letOutDemoPolls(house)
      const { gzipSync } = await import('node:zlib')
      for (const path of ['2020', '2018', '2020/rapport'].map((each) => `/peilingen/peiling-sociaal-werk/${each}`))
        expect(gzipSync((await house.visitor().get(path)).text).length).toBeLessThan(30_000)
    }),
  )
})
