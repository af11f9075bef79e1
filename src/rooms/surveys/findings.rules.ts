import { thresholds } from '../../lib/disclosure/thresholds.ts'
import { compareDefinitions } from '../../lib/questionnaire/identity.ts'
import { amountOf } from './amounts.rules.ts'
import { approve, type Approved } from './approved.rules.ts'
import { changesOf } from './changes.rules.ts'
import { baseRuleOf, columnsOf, countOf, type Column } from './columns.rules.ts'
import type {
  AnalysisInput,
  Change,
  Counted,
  Findings,
  Level,
  OptionFinding,
  PollWave,
  QuestionFinding,
  WhyHidden,
} from './findings.ts'
import { groupsOf } from './groups.rules.ts'
import { besideKey, exactLevel, levelOf, type Exact } from './levels.rules.ts'
import { besideSince, shiftsBetween, type Compared, type Pair, type Reckoned } from './pairs.rules.ts'
import { methodsOf, version } from './methods.rules.ts'
import { lostSince, recomposed } from './recomposed.rules.ts'
import { responseOf, type MainLevel } from './response.rules.ts'
import { weigh, type Weighed } from './weighting.rules.ts'

/** How far an analysis is: `done` of `all` steps. */
export type Progress = {
  readonly step: 'reading' | 'weighing' | 'tables' | 'comparing' | 'writing'
  readonly done: number
  readonly all: number
}

export type AnalysisSettings = {
  /** SHA-256 of the input, for the method. */
  readonly inputHash: string
  /** For the search per table; absent: 20. */
  readonly seconds?: number
  readonly onProgress?: (progress: Progress) => void
}

/**
 * Waves in, figures and verdicts out: everything that may be said about a wave, and nothing else. The same input gives the
 * same findings, to the byte when written as JSON.
 *
 * @throws {RangeError} for input that cannot be: an organisation twice in a wave, or limits out of order
 */
export async function findingsOf(input: AnalysisInput, settings: AnalysisSettings): Promise<Findings> {
  const { wave, earlier } = input
  const all = 4 + earlier.length
  let done = 0
  const tell = (step: Progress['step']) => settings.onProgress?.({ step, done: done++, all })
  tell('reading')
  const columns = columnsOf(wave)
  const groups = groupsOf(
    wave,
    input.released.map(({ findings }) => findings),
  )
  tell('weighing')
  const weighed = weigh(wave)
  tell('tables')
  const { panel: panelHidden } = recomposed(wave, columns, input.released)
  const bare = reckonedOf(wave, columns, weighed)
  const pairs: Pair[] = []
  for (const each of earlier) {
    const declared = wave.comparability.find((one) => one.wave === each.wave.id)
    if (declared) pairs.push(await pairOf(bare, each, declared, panelHidden, settings.seconds))
  }
  const { byColumn, attack } = await approve(input, columns, groups, settings.seconds, {
    weighed,
    exact: bare.exact,
    waves: pairs.map(({ before }) => ({ id: before.wave.id, columns: before.columns, wave: before.wave })),
    since: (column, option) => pairs.flatMap((pair) => besideSince(pair, column, option) ?? []),
  })
  const now = { ...bare, approved: byColumn }
  const changes = new Map<string, Change[]>()
  for (const pair of pairs) {
    tell('comparing')
    for (const [key, change] of changesBetween({ ...pair, now }))
      changes.set(key, [...(changes.get(key) ?? []), change])
  }
  tell('writing')
  const questions = columns.map((column) => questionOf(now, column, changes))
  const main = questions.flatMap(({ key, options, main: is }): MainLevel[] =>
    is ? options.map(({ key: option, level }) => ({ key, option, level })) : [],
  )
  const nameOf = ({ id, label, year }: PollWave) => ({ id, label, year })
  const { fewest: cell, percentagesFrom: percentageBase } = wave.plan.limits
  const { roundTo } = thresholds.polls
  return {
    format: 1,
    wave: nameOf(wave),
    earlier: earlier.map((each) => nameOf(each.wave)),
    response: responseOf(wave, groups, main),
    questions,
    method: {
      version,
      input: settings.inputHash,
      plan: wave.plan,
      weighting: weighed.finding,
      thresholds: { cell, percentageBase, roundTo },
      attack: { tried: attack.unique, margin: thresholds.polls.attackMargin },
      methods: methodsOf(input, weighed),
    },
  }
}

/** Keeps every exact figure once: a comparison asks for the same ones again. Nothing is approved yet. */
function reckonedOf(wave: PollWave, columns: readonly Column[], weighed: Weighed): Reckoned {
  const found = new Map<string, Exact | null>()
  return {
    wave,
    weighed,
    approved: new Map(),
    columns: new Map(columns.map((column) => [column.key, column])),
    exact: (column, option) => {
      const key = `${column.key}/${option}`
      const known = found.get(key)
      if (known !== undefined) return known
      const exact = exactLevel(wave, weighed, column, option)
      found.set(key, exact)
      return exact
    },
  }
}

/** What was let out of the earlier wave counts; what was not is looked at by the same rules, alone. */
async function pairOf(
  now: Reckoned,
  { wave, released }: AnalysisInput['earlier'][number],
  declared: PollWave['comparability'][number],
  panelHidden: ReadonlySet<string>,
  seconds: number | undefined,
): Promise<Pair> {
  const columns = columnsOf(wave)
  const alone = { ...wave, plan: { ...wave.plan, tablesBy: [] } }
  const before = reckonedOf(wave, columns, weigh(wave))
  const { weighed, exact } = before
  const beside = { weighed, exact, waves: [], since: () => [] }
  const approved = released
    ? releasedAs(released, lostSince(columns, released))
    : (await approve({ wave: alone, earlier: [], released: [] }, columns, groupsOf(alone, []), seconds, beside))
        .byColumn
  const changed = compareDefinitions(askingIn(wave), askingIn(now.wave))
    .filter(({ changes }) => changes.length > 0)
    .map(({ key }) => key)
  return {
    before: { ...before, approved },
    now,
    declared,
    changed: new Set(changed),
    shifted: shiftsBetween(wave, now.wave),
    panelHidden,
    weightedChanges: new Map(),
  }
}

/** @param lost questions of which answers that were let out then are not here any more: they are not compared */
function releasedAs({ questions }: Findings, lost: ReadonlySet<string>): ReadonlyMap<string, Approved> {
  return new Map(
    questions.map((question): [string, Approved] => [
      question.key,
      {
        why: lost.has(question.key) ? 'too-close-to-earlier' : null,
        base: question.base.count,
        roundedTo: question.roundedTo,
        coarsened: question.coarsened,
        counts: new Map(
          question.options.map(({ key, level }) => [key, level.status === 'hidden' ? null : level.count]),
        ),
        tables: question.tables,
        withheld: question.withheld,
        beside: new Set(question.options.flatMap(({ key, level }) => besidePrinted(key, level))),
      },
    ]),
  )
}

const askingIn = ({ definition, meanings = [] }: PollWave) => ({ definition, meanings })

function besidePrinted(option: string, level: Level): string[] {
  if (level.status === 'hidden') return []
  return [
    ...(level.weighted === null ? [] : [besideKey.weighted(option)]),
    ...(level.interval === null ? [] : [besideKey.interval(option)]),
  ]
}

const isMain = ({ plan }: PollWave, column: Column, option: string): boolean =>
  plan.mainQuestions.some((key) => key === column.key || key === `${column.key}/${option}`)

/** Every change of every answer that both waves know; the main questions are one family, the others one per question. */
function changesBetween(pair: Pair): [string, Change][] {
  const compared = [...pair.now.columns.values()].flatMap((column): Compared[] => {
    const was = pair.before.columns.get(column.key)
    if (!was || was.kind !== column.kind) return []
    return column.options
      .filter(({ key }) => was.options.some((option) => option.key === key))
      .map(({ key }) => ({ column, was, option: key }))
  })
  const main = compared.filter(({ column, option }) => isMain(pair.now.wave, column, option))
  const others = Map.groupBy(
    compared.filter((each) => !main.includes(each)),
    ({ column }) => column.key,
  )
  const families = [...(main.length > 0 ? [main] : []), ...others.values()]
  return families.flatMap((family) =>
    changesOf(pair, family, family === main).map((change, at): [string, Change] => {
      const { column, option } = family[at] ?? {}
      return [`${column?.key}/${option}`, change]
    }),
  )
}

function questionOf(now: Reckoned, column: Column, changes: ReadonlyMap<string, Change[]>): QuestionFinding {
  const { wave } = now
  const approved = now.approved.get(column.key)
  if (!approved) throw new Error(`${column.key} was not looked at`)
  const shown = approved.why === null
  const amount = column.kind === 'amount' && shown ? amountOf(wave, now.weighed, column) : null
  const why = amount?.why ?? null
  const explained = (wave.meanings ?? []).filter(({ id }) => column.terms.includes(id))
  const coded = column.coding === null ? {} : ({ coded: true } as const)
  const options = shown
    ? column.options.map(({ key, label }): OptionFinding => {
        const level = levelOf(wave, now.exact(column, key), approved, key)
        return { key, label, ...coded, level, changes: changes.get(`${column.key}/${key}`) ?? [] }
      })
    : column.options.map(({ key, label }) => ({
        key,
        label,
        ...coded,
        level: hidden(approved.why ?? 'few'),
        changes: [],
      }))
  return {
    key: column.key,
    kind: column.kind,
    text: column.text,
    row: column.row,
    ...(explained.length === 0 ? {} : { meanings: explained }),
    base: { ...baseRuleOf(column), count: approved.base },
    counted: countedOf(wave, column, approved),
    main: column.options.some(({ key }) => isMain(wave, column, key)),
    several: column.kind === 'several',
    ...(column.coding && { coding: column.coding }),
    roundedTo: approved.roundedTo,
    coarsened: approved.coarsened,
    options,
    amount,
    tables: approved.tables,
    withheld: [...approved.withheld, ...(why === null ? [] : [{ what: 'amount', key: column.key, why } as const])],
  }
}

const hidden = (why: WhyHidden) => ({ status: 'hidden', why }) as const

/** Who did not answer tells nothing about them; who got the question and who does not know may. */
function countedOf(wave: PollWave, column: Column, approved: Approved): Counted {
  const respondents = wave.respondents.length
  const { fewest } = wave.plan.limits
  const isFew = (count: number) => count > 0 && count < fewest
  const [notAsked, notAnswered, unknown] = (['not-asked', 'not-answered', 'unknown'] as const).map((state) =>
    countOf(column, state),
  )
  if (approved.why !== null || isFew(notAsked ?? 0))
    return { respondents, asked: null, notAsked: null, answered: approved.base, notAnswered: null, unknown: null }
  const few = isFew(unknown ?? 0)
  return {
    respondents,
    asked: respondents - (notAsked ?? 0),
    notAsked: notAsked ?? 0,
    answered: countOf(column, 'answered'),
    notAnswered: few ? null : (notAnswered ?? 0),
    unknown: few ? null : (unknown ?? 0),
  }
}
