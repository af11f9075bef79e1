import type { Estimate } from '../../../lib/statistics/verdicts.ts'
import { compareWaves } from '../../../lib/statistics/waves.comparison.ts'
import { compositionShift } from '../../../lib/statistics/waves.composition.ts'
import { partsOf, type Parts, type Unweighted } from '../../../lib/statistics/waves.parts.ts'
import type { Approved } from './approved.rules.ts'
import type { Since } from './beside.rules.ts'
import { chosenIn, type Column } from './columns.rules.ts'
import { backgrounds, type Background, type Comparability, type PollWave } from './findings.ts'
import { besideKey, type Exact } from './levels.rules.ts'
import type { Weighed } from './weighting.rules.ts'

/** One wave with everything that was reckoned about it. */
export type Reckoned = {
  readonly wave: PollWave
  readonly weighed: Weighed
  readonly columns: ReadonlyMap<string, Column>
  readonly approved: ReadonlyMap<string, Approved>
  /** Per column and option. */
  readonly exact: (column: Column, option: string) => Exact | null
}

/** Two waves that are held against each other. */
export type Pair = {
  readonly before: Reckoned
  readonly now: Reckoned
  readonly declared: Comparability
  /** Keys of the questions whose words, answers, routing or universe changed. */
  readonly changed: ReadonlySet<string>
  /** The background variables on which the make-up of those who took part shifted. */
  readonly shifted: readonly Background[]
  /** Keys of columns whose panel may not be shown: too little may lie between it and the one of an earlier release. */
  readonly panelHidden: ReadonlySet<string>
  /** Changes through weights that were reckoned already, per column and option. */
  readonly weightedChanges: Map<string, WeightedChange | null>
}

/** With how far the two shares go together, from -1 to 1. */
type WeightedChange = Estimate & { readonly correlation: number }

/** The background variables on which those who took part differ from those of the wave before. */
export const shiftsBetween = (before: PollWave, now: PollWave): Background[] =>
  backgrounds.filter(
    (by) =>
      compositionShift(
        before.respondents.map((one) => one[by]),
        now.respondents.map((one) => one[by]),
      )?.differs === true,
  )

/** One answer in two waves. */
export type Compared = { readonly column: Column; readonly was: Column; readonly option: string }

/** Why a question that changed still means the same; null when nobody wrote so. */
export const bridgeOf = ({ declared }: Pair, { question }: Column) =>
  Object.hasOwn(declared.bridges, question) ? (declared.bridges[question] ?? null) : null

/** Whether the two waves may be held against each other on this question. */
export const isComparable = (pair: Pair, column: Column): boolean =>
  pair.declared.level !== 'none' && (!pair.changed.has(column.question) || bridgeOf(pair, column) !== null)

/** The answers to one option in both waves, older first. */
export function askedBoth({ before, now }: Pair, { column, was, option }: Compared): [Unweighted, Unweighted] {
  const asked = ({ wave, weighed }: Reckoned, own: Column): Unweighted => ({
    organisations: wave.respondents.map(({ pseudonym }) => pseudonym),
    answers: chosenIn(own, option),
    // How many members a question is about that only some were asked is not known.
    population: own.when ? null : weighed.population,
  })
  return [asked(before, was), asked(now, column)]
}

/** The change through weights, reckoned once; null when a wave has none. */
export function weightedChange(pair: Pair, { column, was, option }: Compared): WeightedChange | null {
  const { before, now, weightedChanges } = pair
  if (!before.weighed.weighted || !now.weighed.weighted) return null
  const key = `${column.key}/${option}`
  const known = weightedChanges.get(key)
  if (known !== undefined) return known
  const found = compareWaves(
    { wave: before.weighed.weighted, answers: chosenIn(was, option) },
    { wave: now.weighed.weighted, answers: chosenIn(column, option) },
    { level: now.wave.plan.confidence },
  )
  const change = found && {
    change: found.change,
    interval: found.interval,
    p: found.pValue,
    correlation: found.correlation,
  }
  weightedChanges.set(key, change)
  return change
}

/** What this wave would print beside one answer because of an earlier wave; null when the two are not compared. */
export function besideSince(pair: Pair, column: Column, option: string): Since | null {
  const { before, now } = pair
  const was = pair.before.columns.get(column.key)
  if (!was || was.kind !== column.kind || !was.options.some(({ key }) => key === option)) return null
  if (!isComparable(pair, column)) return null
  const compared = { column, was, option }
  const parts = partsOf(...askedBoth(pair, compared))
  return {
    id: before.wave.id,
    wave: before.wave,
    was,
    before: before.exact(was, option),
    weighted: weightedChange(pair, compared),
    shifted: pair.shifted,
    parts,
    panelShows: !pair.panelHidden.has(column.key) && isShowable(parts, now.wave.plan.limits.fewest),
  }
}

export const sizeOf = ({ stayed, stopped, started, never }: Parts['panel']): number =>
  stayed + stopped + started + never

/** Whether no count of who answered twice, or once, is small. */
export function isShowable({ panel, fresh }: Pick<Parts, 'panel' | 'fresh'>, fewest: number): boolean {
  const once = [fresh.first, fresh.second].flatMap(({ yes, answered }) => [yes, answered - yes])
  const counts = [panel.stayed, panel.stopped, panel.started, panel.never, ...once]
  return sizeOf(panel) >= fewest && counts.every((count) => count === 0 || count >= fewest)
}

/** Whether a number about an earlier wave may stand beside this answer. */
export const mayStand = ({ now }: Pair, { column }: Compared, key: string): boolean =>
  now.approved.get(column.key)?.beside.has(key) === true

export const mayShowPanel = (pair: Pair, compared: Compared): boolean =>
  mayStand(pair, compared, besideKey.panel(compared.option, pair.before.wave.id))
