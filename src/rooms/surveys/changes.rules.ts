import { kitagawa } from '../../lib/statistics/kitagawa.ts'
import { newcombePaired } from '../../lib/statistics/paired.ts'
import { panelEvidenceOf } from '../../lib/statistics/evidence.ts'
import { smallestVisibleChange } from '../../lib/statistics/power.ts'
import type { Tally } from '../../lib/statistics/tally.ts'
import {
  changeVerdicts,
  panelVerdict,
  type ChangeEvidence,
  type ChangeVerdict,
  type Estimate,
  type PanelVerdict,
} from '../../lib/statistics/verdicts.ts'
import { compareWaves } from '../../lib/statistics/waves.comparison.ts'
import { compositionShift } from '../../lib/statistics/waves.composition.ts'
import { compareUnweighted, partsOf, type Parts, type Unweighted } from '../../lib/statistics/waves.parts.ts'
import type { Approved } from './approved.rules.ts'
import { chosenIn, type Column } from './columns.rules.ts'
import {
  backgrounds,
  type Background,
  type Change,
  type Comparability,
  type CompositionPart,
  type PanelChange,
  type PollWave,
} from './findings.ts'
import { inHundredths, outwards, standingOf, type Exact } from './levels.rules.ts'
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
}

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

type Looked = { readonly compared: Compared; readonly parts: Parts; readonly evidence: ChangeEvidence | null }

/**
 * How answers moved between two waves. The p-values of a list are adjusted together (Holm), so give those that belong
 * together: the questions fixed beforehand, or the answers of one question. Of a question with two answers the second mirrors
 * the first and is no further test.
 *
 * @returns in the order of the list
 */
export function changesOf(pair: Pair, family: readonly Compared[], main: boolean): Change[] {
  const looked = family.map((compared) => lookAt(pair, compared))
  const mirrors = (at: number) => {
    const { column, option } = family[at] ?? {}
    return column?.kind === 'one' && column.options.length === 2 && column.options[1]?.key === option
  }
  const tested = [...looked.keys()].filter((at) => looked[at]?.evidence && !mirrors(at))
  const evidenceAt = (at: number) => looked[at]?.evidence ?? null
  const judge = (places: readonly number[]) =>
    changeVerdicts(
      places.flatMap((at) => evidenceAt(at) ?? []),
      pair.now.wave.plan.limits,
    )
  const verdicts = judge(tested)
  return looked.map((each, at) => {
    const own = tested.indexOf(at)
    const first = mirrors(at) ? tested.findIndex((place) => family[place]?.column === each.compared.column) : -1
    const mirrored = first >= 0 ? judge(tested.with(first, at))[first] : judge([at])[0]
    const verdict: ChangeVerdict =
      each.evidence === null ? silentVerdict(pair, each) : ((own >= 0 ? verdicts[own] : mirrored) ?? { code: 'S0' })
    return changeOf(pair, each, verdict, main)
  })
}

const silentVerdict = (pair: Pair, { compared }: Looked): ChangeVerdict =>
  isComparable(pair, compared.column) ? { code: 'S0' } : { code: 'C0' }

const bridgeOf = ({ declared }: Pair, { question }: Column) =>
  Object.hasOwn(declared.bridges, question) ? (declared.bridges[question] ?? null) : null

const isComparable = (pair: Pair, column: Column): boolean =>
  pair.declared.level !== 'none' && (!pair.changed.has(column.question) || bridgeOf(pair, column) !== null)

function lookAt(pair: Pair, compared: Compared): Looked {
  const { before, now } = pair
  const { column, was, option } = compared
  const asked = ({ wave, weighed }: Reckoned, own: Column): Unweighted => ({
    organisations: wave.respondents.map(({ pseudonym }) => pseudonym),
    answers: chosenIn(own, option),
    // How many members a question is about that only some were asked is not known.
    population: own.when ? null : weighed.population,
  })
  const [first, second] = [asked(before, was), asked(now, column)]
  const parts = partsOf(first, second)
  const confidence = now.wave.plan.confidence
  const unweighted = compareUnweighted(first, second, confidence)
  if (!unweighted || !isComparable(pair, column)) return { compared, parts, evidence: null }
  const levels = {
    first: standingOf(before.exact(was, option), before.approved.get(was.key), option),
    second: standingOf(now.exact(column, option), now.approved.get(column.key), option),
  }
  if (!levels.first || !levels.second) return { compared, parts, evidence: null }
  return {
    compared,
    parts,
    evidence: {
      ...levels,
      comparability: pair.declared.level,
      groupsDiffer: pair.shifted.length > 0,
      weighted: weightedChange(pair, first, second),
      unweighted: { change: unweighted.change, interval: unweighted.interval, p: unweighted.pValue },
      panel: panelOf(pair, column, parts).verdict,
      smallestVisible: smallestVisible(pair, levels.first.share, parts.all, unweighted.change),
    },
  }
}

function weightedChange({ before, now }: Pair, first: Unweighted, second: Unweighted): Estimate | null {
  if (!before.weighed.weighted || !now.weighed.weighted) return null
  const found = compareWaves(
    { wave: before.weighed.weighted, answers: first.answers },
    { wave: now.weighed.weighted, answers: second.answers },
    { level: now.wave.plan.confidence },
  )
  return found && { change: found.change, interval: found.interval, p: found.pValue }
}

function smallestVisible({ before, now }: Pair, share: number, all: Parts['all'], change: number): number | null {
  const design = ({ weighed }: Reckoned) => (weighed.finding.kind === 'weighted' ? weighed.finding.designEffect : 1)
  const planned = ({ answered }: Tally, { weighed, wave }: Reckoned) => ({
    answered,
    population: weighed.population !== null && answered === wave.respondents.length ? weighed.population : null,
  })
  return smallestVisibleChange(
    share,
    planned(all.first, before),
    planned(all.second, now),
    change < 0 ? 'fall' : 'rise',
    { alpha: now.wave.plan.limits.alpha, power: 0.8 },
    Math.max(design(before), design(now)),
  )
}

const silentPanel: PanelChange = { verdict: { code: 'S0' }, cells: null, interval: null }

/**
 * The organisations that answered both times. Their four counts are shown only when none of them is small, and neither are
 * those of who answered once: every number that can be worked out is then a sum of numbers that are large enough.
 */
function panelOf(
  { now, panelHidden }: Pair,
  column: Column,
  { panel, fresh }: Parts,
): PanelChange & { readonly showable: boolean } {
  const { limits, confidence } = now.wave.plan
  const size = panel.stayed + panel.stopped + panel.started + panel.never
  if (size < limits.fewest || panelHidden.has(column.key)) return { ...silentPanel, showable: false }
  const once = [fresh.first, fresh.second].flatMap(({ yes, answered }) => [yes, answered - yes])
  const counts = [panel.stayed, panel.stopped, panel.started, panel.never, ...once]
  const showable = counts.every((count) => count === 0 || count >= limits.fewest)
  const verdict = panelVerdict({ ...panelEvidenceOf(panel, limits.fewest), showable }, limits)
  const told = showable && (verdict.code === 'P0' || verdict.code === 'P1')
  return {
    verdict: printedPanel(verdict),
    cells: told ? panel : null,
    interval: told ? outwards(newcombePaired(panel, confidence)) : null,
    showable,
  }
}

const inThousandths = (p: number | null) => (p === null ? null : Math.round(p * 1000) / 1000)

const printedPanel = (verdict: PanelVerdict): PanelVerdict =>
  verdict.code === 'P0' || verdict.code === 'P1' ? { ...verdict, p: inThousandths(verdict.p) } : verdict

function changeOf(pair: Pair, { compared, parts, evidence }: Looked, verdict: ChangeVerdict, main: boolean): Change {
  const { column } = compared
  const compares = evidence !== null && verdict.code !== 'C0' && verdict.code !== 'S0'
  const { showable, ...panel } = compares ? panelOf(pair, column, parts) : { ...silentPanel, showable: false }
  const { wave } = pair.before
  return {
    since: wave.id,
    sinceLabel: wave.label,
    comparability: pair.declared.level,
    reason: pair.declared.level === 'full' ? null : pair.declared.reason,
    bridge: bridgeOf(pair, column),
    questionChanged: pair.changed.has(column.question),
    main,
    verdict: printedChange(verdict, showable),
    composition: compares && 'change' in verdict ? compositionOf(pair, compared) : [],
    fresh: showable && compares ? parts.fresh : null,
    panel,
  }
}

/** Numbers as they are printed. A p-value would tell how few changed their answer where that is hidden. */
function printedChange(verdict: ChangeVerdict, showable: boolean): ChangeVerdict {
  if (!('change' in verdict)) return verdict
  const level = <T extends { share: number; interval: { lower: number; upper: number } | null }>(own: T): T => ({
    ...own,
    share: verdict.weighted ? inHundredths(own.share) : own.share,
    interval: own.interval && outwards(own.interval),
  })
  return {
    ...verdict,
    first: level(verdict.first),
    second: level(verdict.second),
    change: verdict.weighted ? inHundredths(verdict.change) : verdict.change,
    interval: outwards(verdict.interval),
    p: showable ? inThousandths(verdict.p) : verdict.p === null ? null : Math.round(verdict.p * 100) / 100,
    smallestVisible: verdict.smallestVisible === null ? null : Math.ceil(verdict.smallestVisible * 100 - 1e-9) / 100,
  }
}

/** How much of the change other participants bring, for each variable on which those who took part shifted. */
function compositionOf({ before, now, shifted }: Pair, { column, was, option }: Compared): CompositionPart[] {
  return shifted.map((by) => {
    const of = ({ wave }: Reckoned) => wave.respondents.map((one) => one[by])
    const split = kitagawa(
      { answers: chosenIn(was, option), of: of(before) },
      { answers: chosenIn(column, option), of: of(now) },
    )
    const shift = compositionShift(of(before), of(now))
    const [one, two] = [before.wave.respondents.length, now.wave.respondents.length]
    const more = shift?.categories.toSorted(
      (a, b) => b.second / two - b.first / one - (a.second / two - a.first / one),
    )[0]
    return { by, points: split && inHundredths(split.composition), more: more?.category ?? null }
  })
}
