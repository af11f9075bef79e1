import type { House } from '../../../../test/house.ts'
import { usualLimits, type Stands } from '../../../lib/statistics/verdicts.ts'
import type { Change, Level, OptionFinding, QuestionFinding } from '../findings/findings.ts'
import { usualPlan } from '../plans/plans.rules.ts'
import type { Released } from './releases.document.ts'

const shown = (count: number, base: number, lower: number, upper: number): Level => ({
  status: 'shown',
  count,
  base,
  share: count / base,
  weighted: null,
  interval: { lower, upper },
  members: null,
  verdict: { code: 'S2', yes: count, answered: base, share: count / base },
})
const hidden: Level = { status: 'hidden', why: 'few' }
const counted = { respondents: 69, asked: 69, notAsked: 0, answered: 69, notAnswered: 0, unknown: 0 }

const stands: Stands = {
  scope: 'respondents',
  comparability: 'limited',
  first: { yes: 51, answered: 93, share: 51 / 93, interval: { lower: 0.45, upper: 0.64 } },
  second: { yes: 45, answered: 69, share: 45 / 69, interval: { lower: 0.53, upper: 0.76 } },
  weighted: false,
  change: 45 / 69 - 51 / 93,
  interval: { lower: -0.05, upper: 0.25 },
  p: 0.19,
  smallestVisible: 0.2,
}

/** A change since 2018, as far as the waves compare. */
export const changeOf = (comparability: Change['comparability'], more: Partial<Change> = {}): Change => ({
  since: 'w2018',
  sinceLabel: '2018',
  comparability,
  reason: { nl: 'Er deden andere organisaties mee.' },
  bridge: null,
  questionChanged: false,
  main: true,
  verdict:
    comparability === 'none'
      ? { code: 'C0' }
      : { ...stands, comparability: comparability === 'full' ? 'full' : 'limited', code: 'C4' },
  composition: [],
  fresh: null,
  panel: { verdict: { code: 'S0' }, cells: null, interval: null },
  ...more,
})

const option = (key: string, level: Level, changes: readonly Change[] = []): OptionFinding => ({
  key,
  label: { nl: `Antwoord ${key}` },
  level,
  changes,
})

export const questionOf = (options: readonly OptionFinding[], more: Partial<QuestionFinding> = {}): QuestionFinding =>
  ({
    key: 'works',
    kind: 'one',
    text: { nl: 'Werkt je organisatie met ervaringsdeskundigen?', en: 'Does your organisation deploy experts?' },
    row: null,
    base: { rule: 'all', words: { nl: 'alle organisaties die meededen' }, count: 69 },
    counted,
    main: true,
    several: false,
    roundedTo: null,
    coarsened: null,
    options,
    amount: null,
    tables: [],
    withheld: [],
    ...more,
  }) as QuestionFinding

/** Says that the worker made the files of this release: for tests that are about something else. */
export const filesStand = (house: House, release: string) =>
  house.peek((tx) =>
    tx
      .updateTable('surveys_release_packages')
      .set({ state: 'made', sheets: 0, ended_at: house.platform.now() })
      .where('release_id', '=', release)
      .execute(),
  )

/** A release of 2020 with a comparison, a hidden answer, more answers at once, and numbers; invented. */
export const sampleRelease = (questions?: readonly QuestionFinding[]): Released => ({
  format: 1,
  series: {
    slug: 'proefpeiling',
    title: { nl: 'Proefpeiling', en: 'Trial poll' },
    about: { nl: 'Een peiling om mee te proberen.' },
    population: { nl: 'leden van een vereniging die niet bestaat' },
    organisation: 'Partner A',
  },
  example: null,
  wave: { slug: '2020', label: { nl: 'Najaar 2020', en: 'Autumn 2020' }, opens: '2020-09-01', closes: '2020-10-15' },
  groups: { type: { small: { nl: 'klein' }, large: { nl: 'groot' } } },
  planFixedOn: '2020-08-30',
  planChanges: [
    {
      on: '2020-11-02',
      reason: 'De marge was te ruim.',
      before: { ...usualPlan, mainQuestions: ['works/yes'] },
      after: { ...usualPlan, mainQuestions: ['works/yes'], margin: 3 },
    },
  ],
  caveats: [{ wave: 'w2018', level: 'limited', reason: { nl: 'Er deden andere organisaties mee.' } }],
  findings: {
    format: 1,
    wave: { id: 'w2020', label: '2020', year: 2020 },
    earlier: [{ id: 'w2018', label: '2018', year: 2018 }],
    response: {
      respondents: 69,
      population: 490,
      rate: 69 / 490,
      by: [],
      indicator: null,
      largestBias: null,
      worstCases: [],
      more: [],
    },
    questions: questions ?? [
      questionOf([
        option('yes', shown(45, 69, 0.53, 0.76), [changeOf('limited')]),
        option('no', hidden, [changeOf('limited', { verdict: { code: 'S0' } })]),
      ]),
      questionOf(
        [option('team', shown(7, 42, 0.08, 0.31)), option('help', shown(23, 42, 0.39, 0.69)), option('rare', hidden)],
        {
          key: 'tasks',
          text: { nl: 'Wat doen zij?' },
          several: true,
          main: false,
          kind: 'several',
          withheld: [{ what: 'option', key: 'rare', why: 'few' }],
        },
      ),
      questionOf([], {
        key: 'people',
        text: { nl: 'Hoeveel zijn het er?' },
        kind: 'amount',
        main: false,
        amount: {
          unit: { nl: 'mensen' },
          decimals: 0,
          known: { exact: 30, estimate: 9, range: null },
          median: 4,
          middle: { lower: 2, upper: 9 },
          mean: { value: 6.1, interval: { lower: 5, upper: 7.4 } },
          total: null,
          membersTotal: null,
          why: null,
        },
      }),
    ],
    method: {
      version: '1',
      input: 'a'.repeat(64),
      plan: {
        mainQuestions: ['works'],
        limits: usualLimits,
        weightingMargins: [],
        weightCap: null,
        tablesBy: [],
        sensitive: [],
        confidence: 0.95,
      },
      weighting: { kind: 'none' },
      thresholds: { cell: 5, percentageBase: 10, roundTo: 5 },
      attack: { tried: 0, margin: 0.05 },
      methods: ['exact-hypergeometric'],
    },
  },
})
