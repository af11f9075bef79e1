import { describe, expect, it } from 'vitest'
import { inHouse, type House, type RolledBackHouse } from '../../../test/house.ts'
import { demoCaveat, demoPoll, demoWaves } from '../../app/demo/poll.ts'
import { demoReleases } from '../../app/seed/polls.seed.ts'
import type { Amount, Answers, Definition, Question } from '../../lib/questionnaire/definition.ts'
import { heldWave, letOutByTwo, newSeries } from './acceptance.testing.ts'
import { reportBottleneck, reportPollBottlenecks } from './bottlenecks/bottlenecks.actions.ts'
import { invite, madeSeries, openWaveOf, pathTo, putInState } from './filling/filling.testing.ts'
import { letOut, proposeRelease } from './releases/releases.actions.ts'
import { changeOf, questionOf, sampleRelease } from './releases/releases.testing.ts'
import { resultPaths } from './results/results.paths.ts'

// What the field asks of measuring (E1 to E3), each clause seen as somebody meets it: through pages. E1 (f), saying yes to a
// talk, stands in interviews.test.ts.

const plain = (html: string) =>
  html
    .replaceAll(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
const rowsOf = (html: string) =>
  html
    .split('<li class="plein-chart__row">')
    .slice(1)
    .map((row) => row.split('</li>')[0] ?? '')
const rowOf = (html: string, label: string) => rowsOf(html).find((row) => row.includes(label)) ?? ''
const percentages = (text: string) => [...text.matchAll(/(\d+) ?%/g)].map((match) => Number(match[1]))
/** What stands at the last bar of a row, which is that of the newest wave. */
const newestShare = (row: string) => Number([...plain(row).matchAll(/(\d+) ?% \d+ van \d+/g)].at(-1)?.[1] ?? Number.NaN)
/** The part of a page about one question. */
const partOf = (html: string, question: string) =>
  html
    .split('<section class="plein-poll"')
    .slice(1)
    .map((part) => part.split('</section>')[0] ?? '')
    .find((part) => part.includes(question)) ?? ''

const putOut = async (house: House, documents: readonly ReturnType<typeof sampleRelease>[]) => {
  const { researcher, secondResearcher } = house.people
  for (const document of documents)
    await house.operate(async (tx) => {
      const proposal = { document, waveId: null, reason: 'Eerste', files: [], by: researcher.id }
      const release = await proposeRelease(tx, proposal, house.platform.now())
      await letOut(tx, { release, by: secondResearcher.id, reason: null }, house.platform.now())
    })
}

// Reckoned once from the raw answers; the rules of each clause look at the same two polls.
let reckoned: ReturnType<typeof demoReleases> | undefined
const bothPolls = () => (reckoned ??= demoReleases())
const slug = demoPoll.slug
const base2020 = resultPaths.wave(slug, '2020')
const base2018 = resultPaths.wave(slug, '2018')

describe('E1 (a) the figures of both polls come out of the raw answers', () => {
  it(
    'from 162 sheets that were sent, through analysis and two people, to the page that everybody reads',
    inHouse(async (house) => {
      const series = await newSeries(house)
      const pages = new Map<number, string>()
      for (const [at, { year, definition, answers }] of demoWaves.entries()) {
        const wave = await heldWave(house, series, {
          year,
          definition,
          sheets: answers.map((each) => ({ answers: each })),
          asked: demoPoll.members,
          plan: { mainQuestions: ['works/yes'] },
          ...(at > 0 && { comparability: { level: 'limited' as const, reason: demoCaveat } }),
        })
        await letOutByTwo(house, wave)
        const page = await house.visitor().get(resultPaths.wave(series, String(year)))
        expect(page.status).toBe(200)
        pages.set(year, page.text)
      }
      const [in2018 = '', in2020 = ''] = [2018, 2020].map((year) => pages.get(year))
      const figures: [string, string, string, number][] = [
        [in2020, 'Werkt je organisatie', 'Ja', 65],
        [in2020, 'Denken jullie erover', 'Ja', 50],
        [in2020, 'vooral vrijwilligerswerk', 'Ja', 79],
        [in2020, 'Wat doen zij in het werk', 'sociaal team', 17],
        [in2020, 'Wat doen zij in het werk', 'steun aan een persoon', 55],
        [in2020, 'Wat doen zij in het werk', 'samen met een collega', 40],
        [in2020, 'beleid en ontwikkeling', 'Ja', 21],
        [in2018, 'Werkt je organisatie', 'Ja', 55],
        [in2018, 'Denken jullie erover', 'Ja', 29],
        [in2018, 'In welke vorm', 'vrijwilliger', 78],
        [in2018, 'In welke vorm', 'eigen functie', 29],
        [in2018, 'In welke vorm', 'samen met ander werk', 24],
        [in2018, 'In welke vorm', 'stagiair', 18],
        [in2018, 'Op welke terreinen', 'schulden', 29],
        [in2018, 'Op welke terreinen', 'Psychiatrische', 20],
        [in2018, 'Op welke terreinen', 'uitsluiting', 14],
        [in2018, 'Op welke terreinen', 'Breed', 33],
      ]
      const found = figures.map(([page, question, label]) => [
        question,
        label,
        newestShare(rowOf(partOf(page, question), label)),
      ])
      expect(found).toEqual(figures.map(([, question, label, published]) => [question, label, published]))
      expect(plain(in2020)).toContain('69 van de 490 organisaties deden mee.')
      // Three and one of 51: reckoned, and too few to be shown to anybody.
      for (const few of ['Verslaving', 'Wonen'])
        expect(percentages(plain(rowOf(partOf(in2018, 'Op welke terreinen'), few)))).toEqual([])
    }),
    120_000,
  )
})

describe('E1 (b) waves beside each other, while they compare to a limited extent', () => {
  const views = [
    base2020,
    `/en${base2020}`,
    resultPaths.figure(slug, '2020', 'works'),
    `/en${resultPaths.figure(slug, '2020', 'works')}`,
    resultPaths.report(slug, '2020'),
  ]
  const claims = /gestegen|gedaald|stijg|daling|toegenomen|afgenomen|omhoog|omlaag|risen|rose|fallen|increase|decrease/i
  const denied = /niet zeggen|kan toeval|pas als|cannot say|may be chance|only if|only when|only see/i
  const marks = /[↑↓↗↘▲▼⬆⬇]|plein-chart__join|<polyline|significant|bewezen|proven|\btrend\b/i

  it(
    'carry the reason, and no arrow, line or claim',
    inHouse(async (house) => {
      await putOut(house, await bothPolls())
      for (const view of views) {
        const page = await house.visitor().get(view)
        expect([view, page.status]).toEqual([view, 200])
        const text = plain(page.text)
        expect(text).toMatch(view.startsWith('/en') ? /not the same organisations/i : /niet dezelfde organisaties/i)
        const main = page.text.slice(page.text.indexOf('<main'), page.text.indexOf('</main>'))
        expect([view, marks.exec(plain(main) + [...main.matchAll(/class="[^"]*"/g)].join(' '))?.[0]]).toEqual([
          view,
          undefined,
        ])
        for (const sentence of plain(main).split(/(?<=[.!?]) /))
          if (claims.test(sentence)) expect([view, sentence]).toEqual([view, expect.stringMatching(denied)])
      }
      const { document } = JSON.parse((await house.visitor().get(resultPaths.api(slug, '2020'))).text)
      expect(document.caveats).toEqual([expect.objectContaining({ level: 'limited' })])
    }),
    60_000,
  )

  it(
    'are joined by a line as soon as they compare in full, so that the look above is no accident',
    inHouse(async (house) => {
      const [works] = sampleRelease().findings.questions
      const [option] = works?.options ?? []
      if (works === undefined || option === undefined) throw new Error('no answer')
      const question = questionOf([{ ...option, changes: [changeOf('full', { reason: null })] }])
      await putOut(house, [{ ...sampleRelease([question]), caveats: [] }])
      expect((await house.visitor().get(resultPaths.wave('proefpeiling', '2020'))).text).toMatch(marks)
    }),
  )
})

describe('E1 (c) a question with more answers', () => {
  it(
    'is named so, drawn as bars, never as a pie, and adds up to what it adds up to',
    inHouse(async (house) => {
      await putOut(house, await bothPolls())
      for (const view of [base2020, resultPaths.report(slug, '2020')]) {
        const { text } = await house.visitor().get(view)
        const part = partOf(text, 'Wat doen zij in het werk')
        expect(plain(part)).toMatch(/[Mm]eer antwoorden mogelijk/)
        expect(plain(part)).toContain('De percentages tellen niet op tot 100.')
        const shares = rowsOf(part).map((row) => percentages(plain(row))[0] ?? 0)
        expect(shares.toSorted((a, b) => a - b)).toEqual([17, 40, 55])
        expect(part).toContain('<rect')
        expect(text).not.toMatch(/<circle|<ellipse|<path[^>]* d="[^"]*[Aa]\d/)
      }
    }),
    60_000,
  )
})

describe('E1 (d) each percentage', () => {
  it(
    'shows of how many it is, and in words of whom',
    inHouse(async (house) => {
      await putOut(house, await bothPolls())
      for (const view of [base2018, base2020, resultPaths.report(slug, '2018'), resultPaths.report(slug, '2020')]) {
        const { text } = await house.visitor().get(view)
        const rows = rowsOf(text).filter((row) => percentages(plain(row)).length > 0)
        expect(rows.length).toBeGreaterThan(4)
        for (const row of rows) expect(plain(row)).toMatch(/\d+ van \d+/)
      }
      for (const wave of ['2018', '2020']) {
        const { document } = JSON.parse((await house.visitor().get(resultPaths.api(slug, wave))).text)
        for (const { base, options } of document.findings.questions) {
          expect(base.words.nl).not.toBe('')
          for (const { level } of options) if (level.status === 'shown') expect(level.base).toBeGreaterThan(0)
        }
      }
    }),
    60_000,
  )
})

const textQuestion: Question = {
  key: 'uitdaging',
  type: 'text',
  about: 'opinion',
  text: { nl: 'Wat is nu de grootste uitdaging?' },
  longest: 500,
  codes: [
    { key: 'geld', label: { nl: 'Geld' } },
    { key: 'begeleiding', label: { nl: 'Begeleiding' } },
  ],
}
const definitionOf = (questions: readonly Question[]): Definition => ({
  format: 1,
  title: { nl: 'Peiling' },
  intro: { nl: 'Waarom we dit vragen.' },
  terms: [],
  sections: [{ key: 'alles', title: { nl: 'Alles' }, questions }],
})

/** Fills in the one page of a wave and sends it, by the links of the letters. */
async function sendByLink(house: RolledBackHouse, at: number, fields: Record<string, string | string[]>) {
  const browser = house.visitor()
  const start = await pathTo(house, `post-${at}@example.org`, '/invullen/')
  const saved = await browser.submit(await browser.get(`${start}/deel/alles`), fields)
  const sent = await browser.submit(await browser.follow(saved))
  if (sent.status !== 303) throw new Error(`not sent: ${sent.status}`)
  return { browser, start }
}

describe('E1 (e) open answers', () => {
  it(
    'of organisations that filled them in are given themes by two coders',
    inHouse(async (house) => {
      const made = await madeSeries(house)
      const definition = definitionOf([textQuestion])
      const { wave, slug: year } = await openWaveOf(house, made, { definition, places: 6 })
      await invite(house, wave)
      for (const at of [1, 2, 3, 4, 5, 6]) await sendByLink(house, at, { q_uitdaging: `Er is te weinig geld (${at}).` })
      await putInState(house, wave, 'closed')
      await house.runDaily('surveys.prepare-coding')
      const page = `/onderzoek/peilingen/${made.slug}/${year}/coderen/uitdaging`
      for (const who of ['researcher', 'secondResearcher'] as const) {
        const coder = await house.as(who)
        await coder.post(`${page}/plaats`, {})
        for (let round = 0; round < 6; round++) {
          const { text } = await coder.get(page)
          const answer = /name="answer" value="([^"]+)"/.exec(text)?.[1] ?? ''
          expect((await coder.post(page, { answer, codes: ['geld'] })).status).toBe(303)
        }
      }
      expect(plain((await (await house.as('researcher')).get(page)).text)).toContain(
        'Van 6 antwoorden staat de code vast.',
      )
    }),
    60_000,
  )
})

const numberQuestion: Question = {
  key: 'aantal',
  type: 'number',
  about: 'fact',
  text: { nl: 'Hoeveel ervaringsdeskundigen werken er?' },
  least: 0,
  most: 500,
  decimals: 0,
}

describe('E2 (a) a number', () => {
  const given: [Record<string, string>, Amount, string][] = [
    [{ q_aantal_known: 'exact', q_aantal: '4' }, { known: 'exact', value: 4 }, '4'],
    [{ q_aantal_known: 'estimate', q_aantal: '12' }, { known: 'estimate', value: 12 }, '12'],
    [{ q_aantal_known: 'range', q_aantal_from: '2', q_aantal_to: '6' }, { known: 'range', from: 2, to: 6 }, '2'],
    [{ q_aantal_known: 'unknown' }, { known: 'unknown' }, 'onbekend'],
  ]
  it(
    'is given exactly, roughly, between two ends or not at all, and reads back so',
    inHouse(async (house) => {
      const made = await madeSeries(house)
      const { wave } = await openWaveOf(house, made, { definition: definitionOf([numberQuestion]), places: 4 })
      await invite(house, wave)
      for (const [at, [fields, , words]] of given.entries()) {
        const browser = house.visitor()
        const start = await pathTo(house, `post-${at + 1}@example.org`, '/invullen/')
        const saved = await browser.submit(await browser.get(`${start}/deel/alles`), fields)
        expect(saved.status).toBe(303)
        const summary = plain((await browser.follow(saved)).text)
        const own = summary.slice(summary.indexOf('Hoeveel ervaringsdeskundigen'))
        expect(own).toContain(words)
        if (fields['q_aantal_known'] === 'unknown') expect(own.slice(0, 120)).not.toMatch(/\b0\b/)
      }
    }),
    60_000,
  )

  it(
    'that is unknown counts as unknown in what comes out, and never as 0',
    inHouse(async (house) => {
      const series = await newSeries(house)
      const amounts: Amount[] = [
        ...Array.from({ length: 12 }, (_, at): Amount => ({ known: 'exact', value: 4 + (at % 3) })),
        ...Array.from({ length: 6 }, (): Amount => ({ known: 'estimate', value: 6 })),
        ...Array.from({ length: 6 }, (): Amount => ({ known: 'range', from: 4, to: 8 })),
        ...Array.from({ length: 16 }, (): Amount => ({ known: 'unknown' })),
      ]
      const wave = await heldWave(house, series, {
        year: 2023,
        definition: definitionOf([numberQuestion]),
        sheets: amounts.map((amount): { answers: Answers } => ({ answers: { aantal: { type: 'number', amount } } })),
        asked: 60,
        plan: { mainQuestions: ['aantal'] },
      })
      await letOutByTwo(house, wave)
      const page = plain((await house.visitor().get(resultPaths.wave(series, '2023'))).text)
      expect(page).toContain('16 keer was het antwoord: dat weet ik niet.')
      const { document } = JSON.parse((await house.visitor().get(resultPaths.api(series, '2023'))).text)
      const [question] = document.findings.questions
      // With 16 zeros the median were 4 and the mean under 3.5.
      expect(question.amount.median).toBeGreaterThanOrEqual(5)
      expect(question.amount.mean.value).toBeGreaterThan(4.9)
      expect(question.counted).toMatchObject({ unknown: 16 })
    }),
    60_000,
  )
})

describe('E2 (b) a report', () => {
  it(
    'splits by size, and by length of history where the register knows it',
    inHouse(async (house) => {
      const series = await newSeries(house, {
        types: [
          { key: 'kort', label: { nl: 'Korter dan vijf jaar bezig' } },
          { key: 'lang', label: { nl: 'Vijf jaar of langer bezig' } },
        ],
        sizes: [
          { key: 'klein', label: { nl: 'Klein' }, from: 0 },
          { key: 'groot', label: { nl: 'Groot' }, from: 100 },
        ],
      })
      const question: Question = {
        key: 'beleid',
        type: 'single',
        about: 'fact',
        text: { nl: 'Is er beleid voor ervaringskennis?' },
        options: [
          { key: 'ja', label: { nl: 'Er is beleid' } },
          { key: 'nee', label: { nl: 'Er is geen beleid' } },
        ],
      }
      // Of every group of thirty ten or twenty say yes: nothing is small.
      const sheets = (['kort', 'lang'] as const).flatMap((type) =>
        (['klein', 'groot'] as const).flatMap((size) =>
          Array.from({ length: 30 }, (_, at) => {
            const yes = (type === 'lang' ? 10 : 0) + (size === 'groot' ? 5 : 0) + 7
            const answers: Answers = { beleid: { type: 'single', chosen: at < yes ? 'ja' : 'nee' } }
            return { answers, type, size }
          }),
        ),
      )
      const wave = await heldWave(house, series, {
        year: 2023,
        definition: definitionOf([question]),
        sheets,
        asked: 200,
        plan: { mainQuestions: ['beleid/ja'], tablesBy: ['type', 'size'] },
      })
      await letOutByTwo(house, wave)
      const report = plain((await house.visitor().get(resultPaths.report(series, '2023'))).text)
      for (const group of ['Korter dan vijf jaar bezig', 'Vijf jaar of langer bezig', 'Klein', 'Groot'])
        expect(report).toContain(group)
      // 19 of 60 with a short history, 39 of 60 with a long one.
      expect(report).toMatch(/19 van 60|32 ?%/)
      expect(report).toMatch(/39 van 60|65 ?%/)
    }),
    60_000,
  )
})

const carriedQuestion: Question = {
  key: 'V7',
  type: 'matrix',
  about: 'fact',
  text: { nl: 'Wie zorgt dat het gebeurt?' },
  rows: [
    { key: 'carriers', label: { nl: 'Hoeveel mensen zijn dat?' } },
    { key: 'experts', label: { nl: 'Hoeveel van hen zijn ervaringsdeskundig?' } },
  ],
  each: { type: 'number', least: 0, most: 500, decimals: 0 },
}

describe('E2 (c) an organisation where one person carries it', () => {
  it(
    'is told that this is fragile, and more so when that person is no expert; nobody else reads it',
    inHouse(async (house) => {
      const made = await madeSeries(house)
      const { wave } = await openWaveOf(house, made, { definition: definitionOf([carriedQuestion]), places: 3 })
      await invite(house, wave)
      const carried = async (at: number, carriers: string, experts: string) => {
        const { browser, start } = await sendByLink(house, at, {
          q_V7_carriers_known: 'exact',
          q_V7_carriers: carriers,
          q_V7_experts_known: 'exact',
          q_V7_experts: experts,
        })
        return (await browser.get(`${start}/vergelijking`)).text
      }
      const [alone, withExpert, shared] = [
        await carried(1, '1', '0'),
        await carried(2, '1', '1'),
        await carried(3, '4', '1'),
      ]
      expect(plain(alone)).toContain('Kwetsbaar: één trekker')
      expect(plain(alone)).toContain('extra kwetsbaar')
      expect(plain(withExpert)).toContain('Kwetsbaar: één trekker')
      expect(plain(withExpert)).not.toContain('extra kwetsbaar')
      expect(plain(shared)).not.toContain('Kwetsbaar')
    }),
    60_000,
  )
})

describe('E2 (d) an organisation', () => {
  const question: Question = {
    key: 'fase',
    type: 'single',
    about: 'fact',
    text: { nl: 'Waar staan jullie?' },
    options: [
      { key: 'zoekend', label: { nl: 'We zoeken nog' } },
      { key: 'bezig', label: { nl: 'We zijn bezig' } },
      { key: 'klaar', label: { nl: 'Het hoort erbij' } },
    ],
  }
  it(
    'sees its own answer beside the group from five on, and no group below it',
    inHouse(async (house) => {
      const made = await madeSeries(house)
      const { wave, slug: year } = await openWaveOf(house, made, { definition: definitionOf([question]), places: 2 })
      await invite(house, wave)
      const { browser, start } = await sendByLink(house, 1, { q_fase: 'bezig' })
      const level = (count: number | null) =>
        count === null
          ? ({ status: 'hidden', why: 'few' } as const)
          : ({
              status: 'shown',
              count,
              base: 20,
              share: count / 20,
              weighted: null,
              interval: null,
              members: null,
              verdict: { code: 'S1', yes: count, answered: 20 },
            } as const)
      const options = [
        ['zoekend', 'We zoeken nog', 11],
        ['bezig', 'We zijn bezig', 5],
        ['klaar', 'Het hoort erbij', null],
      ] as const
      const sample = sampleRelease([
        questionOf(
          options.map(([key, label, count]) => ({ key, label: { nl: label }, level: level(count), changes: [] })),
          { key: 'fase', text: question.text },
        ),
      ])
      const series = { ...sample.series, slug: made.slug }
      await putOut(house, [{ ...sample, series, wave: { ...sample.wave, slug: year } }])
      const rows = (await browser.get(`${start}/vergelijking`)).text.split('<tr').map(plain)
      const row = (label: string) => rows.find((each) => each.includes(label)) ?? ''
      expect(row('We zijn bezig')).toMatch(/ja .*\(5 van 20\)/)
      expect(row('We zoeken nog')).toMatch(/– .*\(11 van 20\)/)
      expect(row('Het hoort erbij')).toContain('te weinig organisaties')
      expect(percentages(row('Het hoort erbij'))).toEqual([])
    }),
    60_000,
  )
})

describe('E3 the register of bottlenecks', () => {
  it(
    'names each with its source, and how often polls, requests and self-assessments reported it',
    inHouse(async (house) => {
      const now = house.platform.now()
      const part = async (bottleneck: string) =>
        plain(
          (await house.visitor().get('/knelpunten')).text
            .split(`<section id="${bottleneck}"`)[1]
            ?.split('</section>')[0] ?? '',
        )
      for (const named of ['begripsverwarring', 'onduidelijke-inzet-en-functies', 'geen-landelijke-visie'])
        expect(await part(named)).toContain('2021')
      for (let n = 0; n < 7; n++) await house.operate((tx) => reportBottleneck(tx, 'begripsverwarring', 'request', now))
      for (let n = 0; n < 5; n++)
        await house.operate((tx) => reportBottleneck(tx, 'begripsverwarring', 'self-assessment', now))
      await house.operate((tx) => reportPollBottlenecks(tx, 'Peiling 2026', new Map([['begripsverwarring', 23]]), now))
      const text = await part('begripsverwarring')
      expect(text).toContain('Peiling 2026: 23 organisaties noemden dit.')
      expect(text).toContain('In vragen aan het adviespunt: 7 keer.')
      expect(text).toContain('In zelfscans van organisaties: 5 keer.')
    }),
  )
})
