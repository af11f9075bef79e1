import { settle } from '../../../lib/disclosure/publishable.ts'
import { thresholds } from '../../../lib/disclosure/thresholds.ts'
import type { Try } from '../../../lib/disclosure/tries.ts'
import { compareDefinitions } from '../../../lib/questionnaire/identity.ts'
import { approvalOf, type Approval, type Approved } from './approved.rules.ts'
import type { Since } from './beside.rules.ts'
import { changesOf } from './changes.rules.ts'
import { columnsOf, type Column } from './columns.rules.ts'
import type { AnalysisInput, Change, Findings, Level, PollWave } from './findings.ts'
import { groupsOf } from './groups.rules.ts'
import { besideKey, exactLevel, type Exact } from './levels.rules.ts'
import { methodsOf, version } from './methods.rules.ts'
import { besideSince, shiftsBetween, type Compared, type Pair, type Reckoned } from './pairs.rules.ts'
import { isMain, questionOf } from './question.rules.ts'
import { lostSince, recomposed } from './recomposed.rules.ts'
import { responseOf, type MainLevel } from './response.rules.ts'
import { weigh, type Weighed } from './weighting.rules.ts'

/** How far an analysis is: `done` of `all` steps, as far as those are known: once the questions are read, each is a step. */
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
 * An analysis that was read and weighed. Its groups of questions do not depend on each other: they are settled one by one, in
 * any order and in any thread that began the same analysis, and what comes of each is plain.
 */
export type Analysis = {
  /** How many groups there are. */
  readonly groups: number
  readonly settle: (group: number) => Promise<readonly Try[]>
  /** @param settled what came of each group, in their order */
  readonly findings: (settled: readonly (readonly Try[])[]) => Promise<Findings>
}

/**
 * Waves in, figures and verdicts out: everything that may be said about a wave, and nothing else. The same input gives the
 * same findings, to the byte when written as JSON.
 *
 * @throws {RangeError} for input that cannot be: an organisation twice in a wave, or limits out of order
 */
export async function findingsOf(input: AnalysisInput, settings: AnalysisSettings): Promise<Findings> {
  const analysis = begin(input, settings)
  const settled: (readonly Try[])[] = []
  while (settled.length < analysis.groups) settled.push(await analysis.settle(settled.length))
  return analysis.findings(settled)
}

/**
 * Reads and weighs what `findingsOf` looks at; the same input gives the same groups in the same order.
 * @throws as `findingsOf`
 */
export function begin(input: AnalysisInput, settings: AnalysisSettings): Analysis {
  const { wave, earlier } = input
  let all = 4 + earlier.length
  const tell = (step: Progress['step'], done: number) => settings.onProgress?.({ step, done, all })
  tell('reading', 0)
  const columns = columnsOf(wave)
  const groups = groupsOf(
    wave,
    input.released.map(({ findings }) => findings),
  )
  tell('weighing', 1)
  const weighed = weigh(wave)
  const { panel: panelHidden } = recomposed(wave, columns, input.released)
  const bare = reckonedOf(wave, columns, weighed)
  const pairs = earlier.flatMap((each): Opened[] => {
    const declared = wave.comparability.find((one) => one.wave === each.wave.id)
    return declared ? [openPair(bare, each, declared, panelHidden)] : []
  })
  // Asked more than once for every answer.
  const since = new Map<string, readonly Since[]>()
  const own = approvalOf(input, columns, groups, {
    weighed,
    exact: bare.exact,
    waves: pairs.map(({ pair: { before } }) => ({ id: before.wave.id, columns: before.columns, wave: before.wave })),
    since: (column, option) => {
      const key = `${column.key}/${option}`
      const known = since.get(key) ?? pairs.flatMap(({ pair }) => besideSince(pair, column, option) ?? [])
      since.set(key, known)
      return known
    },
  })
  const approvals = [own, ...pairs.flatMap(({ approval }) => approval ?? [])]
  const numbered = approvals.flatMap((approval) => approval.groups.map((group) => ({ approval, group })))
  all = 3 + numbered.length + pairs.length
  return {
    groups: numbered.length,
    settle: async (at) => {
      const asked = numbered[at]
      if (asked === undefined) throw new RangeError(`no group ${at}`)
      tell('tables', 2 + at)
      return settle(asked.group, settings.seconds)
    },
    findings: async (settled) => {
      const approvedOf = (approval: Approval) => {
        const own = settled.filter((_, at) => numbered[at]?.approval === approval)
        return approval.approve(settings.seconds, own)
      }
      const { byColumn, attack } = await approvedOf(own)
      const now = { ...bare, approved: byColumn }
      const changes = new Map<string, Change[]>()
      for (const [at, { pair, approval, released }] of pairs.entries()) {
        tell('comparing', 2 + numbered.length + at)
        const approved = released ?? (await approvedOf(approval)).byColumn
        for (const [key, change] of changesBetween({ ...pair, before: { ...pair.before, approved }, now }))
          changes.set(key, [...(changes.get(key) ?? []), change])
      }
      tell('writing', all - 1)
      const questions = columns.map((column) => questionOf(now, column, changes))
      const main = questions.flatMap(({ key, options, main: is }): MainLevel[] =>
        is ? options.map(({ key: option, level }) => ({ key, option, level })) : [],
      )
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
    },
  }
}

const nameOf = ({ id, label, year }: PollWave) => ({ id, label, year })

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

/** Two waves, while the earlier one may still have to be looked at. */
type Opened = {
  /** With nothing of the earlier wave approved yet. */
  readonly pair: Pair
} & (
  | { readonly released: ReadonlyMap<string, Approved>; readonly approval: null }
  // Nothing of it was let out: it is looked at by the same rules, alone.
  | { readonly released: null; readonly approval: Approval }
)

function openPair(
  now: Reckoned,
  { wave, released }: AnalysisInput['earlier'][number],
  declared: PollWave['comparability'][number],
  panelHidden: ReadonlySet<string>,
): Opened {
  const columns = columnsOf(wave)
  const before = reckonedOf(wave, columns, weigh(wave))
  const { weighed, exact } = before
  const changed = compareDefinitions(askingIn(wave), askingIn(now.wave))
    .filter(({ changes }) => changes.length > 0)
    .map(({ key }) => key)
  const pair = {
    before,
    now,
    declared,
    changed: new Set(changed),
    shifted: shiftsBetween(wave, now.wave),
    panelHidden,
    weightedChanges: new Map(),
  }
  if (released) return { pair, approval: null, released: releasedAs(released, lostSince(columns, released)) }
  const alone = { ...wave, plan: { ...wave.plan, tablesBy: [] } }
  const beside = { weighed, exact, waves: [], since: () => [] }
  const approval = approvalOf({ wave: alone, earlier: [], released: [] }, columns, groupsOf(alone, []), beside)
  return { pair, approval, released: null }
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
