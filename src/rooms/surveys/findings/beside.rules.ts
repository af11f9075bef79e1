import type { Beside } from '../../../lib/disclosure/beside.ts'
import type { Among, Joint } from '../../../lib/disclosure/joint.ts'
import { exactly, percentage, type Statement } from '../../../lib/disclosure/statements.ts'
import { kitagawa } from '../../../lib/statistics/kitagawa.ts'
import { reachOf } from '../../../lib/statistics/proportion.ts'
import type { Interval } from '../../../lib/statistics/tally.ts'
import { levelVerdict } from '../../../lib/statistics/verdicts.ts'
import type { Parts } from '../../../lib/statistics/waves.parts.ts'
import { alsoIn } from './approved.ground.rules.ts'
import type { Unit } from './approved.earlier.rules.ts'
import { chosenIn, type Column } from './columns.rules.ts'
import { backgrounds, type Background, type PollWave, type QuestionFinding, type Respondent } from './findings.ts'
import { besideKey, inHundredths, type Exact } from './levels.rules.ts'
import type { Weighed } from './weighting.rules.ts'

// What stands beside a count and is no function of the counts that are printed: it rests on weights, or on who answered twice.
// Each becomes what a reader learns from it about the joint cells, so that one audit holds for all of it together.

// What people miss least goes first when all of it together says too much.
const rank = { weighted: 0, interval: 1, change: 2, composition: 3, panel: 4 }

/** An earlier wave beside this one, for one answer. */
export type Since = {
  readonly id: string
  readonly wave: PollWave
  readonly was: Column
  readonly before: Exact | null
  /** The change through weights; null without them. */
  readonly weighted: { readonly change: number; readonly interval: Interval } | null
  readonly shifted: readonly Background[]
  readonly parts: Parts
  /** Whether the counts of who answered twice, and of who did once, may be shown. */
  readonly panelShows: boolean
}

/** One answer as it was reckoned, with the joint cells of who took part (`only`: those of this release). */
export type Answered = {
  readonly unit: Unit
  readonly wave: PollWave
  readonly weighed: Weighed
  readonly participants: Joint
  readonly only: Among | null
}

/** Every number beside the counts of a unit, as far as the rules about precision would print it. */
export function besideOf(
  of: Answered,
  exactOf: (option: string) => Exact | null,
  sinceOf: (option: string) => readonly Since[],
): Beside[] {
  const { unit, wave } = of
  const options = unit.option === null ? unit.column.options.map(({ key }) => key) : [unit.option]
  return options.flatMap((option) => {
    const exact = exactOf(option)
    if (exact === null || exact.answered < wave.plan.limits.percentagesFrom) return []
    const answer = unit.option === null ? option : 'yes'
    const stands = { of: { table: 'alone', at: [answer] } }
    const cells = cellsOf(of, answer)
    const beside = (key: string, kind: keyof typeof rank, statements: readonly Statement[]): Beside => ({
      ...stands,
      key,
      rank: rank[kind],
      statements,
    })
    const found: Beside[] = []
    if (exact.weighted) {
      found.push(beside(besideKey.weighted(option), 'weighted', shareWithin(cells, inHundredths(exact.share))))
      const precision = spreadWithin(cells, exact, exact.interval, 'share', wave.plan.confidence)
      if (levelVerdict(exact, wave.plan.limits).code === 'S3' && precision)
        found.push(beside(besideKey.interval(option), 'interval', precision))
    }
    for (const since of sinceOf(option)) found.push(...besideChange(of, { option, exact, cells }, since, beside))
    return found
  })
}

/**
 * What an earlier release of the same wave printed beside its counts: `of` and `exactOf` as it was then. Where it compared,
 * its weighted share is thought to be known without rounding.
 */
export function besideEarlier(
  of: Answered,
  exactOf: (option: string) => Exact | null,
  printed: QuestionFinding,
): Statement[] {
  const options = of.unit.option === null ? of.unit.column.options.map(({ key }) => key) : [of.unit.option]
  return options.flatMap((option) => {
    const found = printed.options.find(({ key }) => key === option)
    if (!found || found.level.status === 'hidden' || found.level.weighted === null) return []
    const { weighted, interval } = found.level
    const exact = exactOf(option)
    if (!exact?.weighted) return []
    const cells = cellsOf(of, of.unit.option === null ? option : 'yes')
    const compared = found.changes.some(({ verdict }) => 'change' in verdict)
    return [
      ...(compared
        ? percentage(cells.yes, cells.all, exact.share, null, cells.weightOf)
        : shareWithin(cells, weighted)),
      ...((interval && spreadWithin(cells, exact, exact.interval, 'share', of.wave.plan.confidence)) ?? []),
    ]
  })
}

type Cells = {
  readonly countIn: (part: number) => number
  readonly yes: readonly number[]
  readonly all: readonly number[]
  /** Around 1. */
  readonly weightOf: (part: number) => number
}

function cellsOf({ participants, only, wave, weighed }: Answered, answer: string): Cells {
  const within = only ?? {}
  const weights = weightsIn(participants, wave, weighed)
  return {
    countIn: (part) => participants.counts[part] ?? 0,
    yes: participants.partsWhere({ ...within, answer: [answer] }),
    all: participants.partsWhere(within),
    weightOf: (part) => weights[part] ?? 0,
  }
}

// Every answer of every question asks again: the respondents of a wave, and the cells of a joint table, stay what they are.
const byWave = new WeakMap<Weighed, { readonly of: PollWave; readonly weights: ReadonlyMap<string, number> }>()
const byTable = new WeakMap<Joint, { readonly of: Weighed; readonly weights: Float64Array }>()

/** What each joint cell counts for; 0 where nobody is. */
function weightsIn(participants: Joint, wave: PollWave, weighed: Weighed): Float64Array {
  const known = byTable.get(participants)
  if (known?.of === weighed) return known.weights
  const kept = byWave.get(weighed)
  const weightBy = kept?.of === wave ? kept.weights : weightsByPlace(wave.respondents, weighed)
  byWave.set(weighed, { of: wave, weights: weightBy })
  const axes = backgrounds.map((by) => participants.dimensions.findIndex(({ name }) => name === by))
  const weights = Float64Array.from(
    participants.places,
    (place) => weightBy.get(JSON.stringify(axes.map((axis) => place[axis]))) ?? 0,
  )
  byTable.set(participants, { of: weighed, weights })
  return weights
}

const placeOf = (one: Respondent) => JSON.stringify(backgrounds.map((by) => one[by]))

/** What everybody with the same background counts for, with 1 for the average; empty without weights. */
function weightsByPlace(respondents: readonly Respondent[], { weighted }: Weighed): Map<string, number> {
  const weights = weighted?.weights ?? []
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length)
  return new Map(weights.map((weight, at) => [placeOf(respondents[at] as Respondent), weight / mean]))
}

/** A weighted share in whole hundredths. */
const shareWithin = ({ yes, all, weightOf }: Cells, printed: number): Statement[] =>
  percentage(yes, all, printed, 0, weightOf)

/**
 * What the ends of a printed interval tell. How far they are apart rests on the variance, and that, for who knows all
 * weights w and the share p, above all on the sum of w^2 (answer - p)^2 = w^2 (answer (1 - 2p) + p^2): linear in the joint
 * cells. Both ends are rounded by less than a hundredth, so the half width h is known within a hundredth and the variance
 * within 0.02 / h of itself. The attacker is thought to know the rest of the formula exactly, which nobody does.
 * @returns null when the interval tells nothing: it has no width, or is as wide as what is rounded off.
 */
function spreadWithin(
  { yes, all, weightOf, countIn }: Cells,
  { share, spread }: Exact,
  interval: Interval | null,
  kind: 'share' | 'change',
  confidence: number,
): Statement[] | null {
  const half = interval === null ? 0 : (interval.upper - interval.lower) / 2
  if (half === 0 || spread === null || spread === 0) return null
  // Of a change the variance of the other wave is thought to be known too: all of the doubt is about this one.
  const part = kind === 'share' ? 0.02 / half : (0.02 * half) / (reachOf(confidence) * spread) ** 2
  if (part >= 1) return null
  const chosen = new Set(yes)
  const terms = new Map(
    all.map((cell) => [cell, weightOf(cell) ** 2 * ((chosen.has(cell) ? 1 - 2 * share : 0) + share * share)]),
  )
  const sum = [...terms].reduce((total, [cell, factor]) => total + factor * countIn(cell), 0)
  return [{ terms, low: sum * (1 - part), high: sum * (1 + part) }]
}

type Make = (key: string, kind: keyof typeof rank, statements: readonly Statement[]) => Beside

/** What a comparison with an earlier wave tells of this one; the answers of that wave are thought to be known. */
function besideChange(
  of: Answered,
  { option, exact, cells }: { readonly option: string; readonly exact: Exact; readonly cells: Cells },
  since: Since,
  beside: Make,
): Beside[] {
  const { wave, unit } = of
  const found: Beside[] = []
  if (since.weighted && since.before?.weighted) {
    const printed = inHundredths(since.weighted.change) + since.before.share
    const precision = spreadWithin(cells, exact, since.weighted.interval, 'change', wave.plan.confidence)
    const statements = [...shareWithin(cells, printed), ...(precision ?? [])]
    found.push(beside(besideKey.change(option, since.id), 'change', statements))
  }
  for (const by of since.shifted) {
    const statement = compositionWithin(of, cells, {
      by,
      option,
      was: since.was,
      before: since.wave,
      column: unit.column,
    })
    if (statement) found.push(beside(besideKey.composition(option, since.id, by), 'composition', [statement]))
  }
  if (since.panelShows) {
    const { panel, fresh } = since.parts
    const parts = (also: 'yes' | 'no', own: readonly number[]) =>
      own.filter((part) => alsoOf(of, part, since.id) === also)
    const { stayed, stopped, started, never } = panel
    found.push(
      beside(besideKey.panel(option, since.id), 'panel', [
        exactly(parts('yes', cells.yes), stayed + started),
        exactly(parts('yes', cells.all), stayed + stopped + started + never),
        exactly(parts('no', cells.yes), fresh.second.yes),
        exactly(parts('no', cells.all), fresh.second.answered),
      ]),
    )
  }
  return found
}

function alsoOf({ participants: { dimensions, places } }: Answered, part: number, wave: string): string | undefined {
  return places[part]?.[dimensions.findIndex(({ name }) => name === alsoIn(wave))]
}

/**
 * The part of a change that comes from other participants, in whole hundredths: the sum over the categories c of
 * (share2 - share1) / 2 x (p1 + p2), linear in how many of each category say yes.
 */
function compositionWithin(
  { wave, participants }: Answered,
  { yes }: Cells,
  on: {
    readonly by: Background
    readonly option: string
    readonly was: Column
    readonly before: PollWave
    readonly column: Column
  },
): Statement | null {
  const of = ({ respondents }: PollWave) => respondents.map((one) => one[on.by])
  const split = kitagawa(
    { answers: chosenIn(on.was, on.option), of: of(on.before) },
    { answers: chosenIn(on.column, on.option), of: of(wave) },
  )
  if (split === null) return null
  const answered = chosenIn(on.column, on.option).filter((answer) => answer !== null).length
  const axis = participants.dimensions.findIndex(({ name }) => name === on.by)
  // Times the number who answered, so that each counts for about as much as in a count.
  const factorOf = new Map(
    split.categories.map(({ category, share1, share2 }) => [category, (share2 - share1) / 2 / share2]),
  )
  const known = split.categories.reduce((sum, { share1, share2, p1 }) => sum + ((share2 - share1) / 2) * p1, 0)
  const terms = new Map(yes.map((part) => [part, factorOf.get(participants.places[part]?.[axis] ?? '') ?? 0]))
  const printed = inHundredths(split.composition) - known
  return { terms, low: (printed - 0.005) * answered - 1e-6, high: (printed + 0.005) * answered + 1e-6 }
}
