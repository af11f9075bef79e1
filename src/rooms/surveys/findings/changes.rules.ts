import { panelEvidenceOf } from '../../../lib/statistics/evidence.ts'
import { kitagawa } from '../../../lib/statistics/kitagawa.ts'
import { newcombePaired } from '../../../lib/statistics/paired.ts'
import { smallestVisibleChange } from '../../../lib/statistics/power.ts'
import type { Tally } from '../../../lib/statistics/tally.ts'
import {
  changeVerdicts,
  panelVerdict,
  type ChangeEvidence,
  type ChangeVerdict,
} from '../../../lib/statistics/verdicts.ts'
import { compositionShift } from '../../../lib/statistics/waves.composition.ts'
import { partsOf, type Parts } from '../../../lib/statistics/waves.parts.ts'
import { printedChange, printedPanel, tellableChange, type Tellable } from './changes.printed.rules.ts'
import { chosenIn, type Column } from './columns.rules.ts'
import type { Change, CompositionPart, PanelChange } from './findings.ts'
import { besideKey, inHundredths, outwards, standingOf } from './levels.rules.ts'
import {
  askedBoth,
  bridgeOf,
  isComparable,
  isShowable,
  mayShowPanel,
  mayStand,
  sizeOf,
  type Compared,
  type Pair,
  type Reckoned,
} from './pairs.rules.ts'

type Looked = {
  readonly compared: Compared
  readonly parts: Parts
  readonly seen: { readonly evidence: ChangeEvidence; readonly told: Tellable } | null
}

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
  const tested = [...looked.keys()].filter((at) => looked[at]?.seen && !mirrors(at))
  const evidenceAt = (at: number) => looked[at]?.seen?.evidence ?? null
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
      each.seen === null ? silentVerdict(pair, each) : ((own >= 0 ? verdicts[own] : mirrored) ?? { code: 'S0' })
    return changeOf(pair, each, verdict, main)
  })
}

const silentVerdict = (pair: Pair, { compared }: Looked): ChangeVerdict =>
  isComparable(pair, compared.column) ? { code: 'S0' } : { code: 'C0' }

function lookAt(pair: Pair, compared: Compared): Looked {
  const { before, now } = pair
  const { column, was, option } = compared
  const parts = partsOf(...askedBoth(pair, compared))
  const silent = { compared, parts, seen: null }
  if (!isComparable(pair, column)) return silent
  const levels = {
    first: standingOf(before.exact(was, option), before.approved.get(was.key), option),
    second: standingOf(now.exact(column, option), now.approved.get(column.key), option),
  }
  if (!levels.first || !levels.second) return silent
  const mayShow = mayShowPanel(pair, compared)
  const panel = panelOf(pair, column, parts, mayShow)
  const told = tellableChange(pair, compared, parts, panel.showable)
  if (!told) return silent
  const { weighted, unweighted } = told
  if (weighted !== null && !mayStand(pair, compared, besideKey.change(option, before.wave.id))) return silent
  // From what is printed: the share without weights follows from counts, the one with weights has whole hundredths.
  const share = weighted === null ? levels.first.share : inHundredths(levels.first.share)
  return {
    compared,
    parts,
    seen: {
      told,
      evidence: {
        ...levels,
        comparability: pair.declared.level,
        groupsDiffer: pair.shifted.length > 0,
        weighted,
        unweighted,
        panel: panel.verdict,
        smallestVisible: smallestVisible(pair, share, parts.all, unweighted.change),
      },
    },
  }
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
  mayShow: boolean,
): PanelChange & { readonly showable: boolean } {
  const { limits, confidence } = now.wave.plan
  if (sizeOf(panel) < limits.fewest || panelHidden.has(column.key)) return { ...silentPanel, showable: false }
  const showable = mayShow && isShowable({ panel, fresh }, limits.fewest)
  const verdict = panelVerdict({ ...panelEvidenceOf(panel, limits.fewest), showable }, limits)
  const told = showable && (verdict.code === 'P0' || verdict.code === 'P1')
  return {
    verdict: printedPanel(verdict),
    cells: told ? panel : null,
    interval: told ? outwards(newcombePaired(panel, confidence)) : null,
    showable,
  }
}

function changeOf(pair: Pair, { compared, parts, seen }: Looked, verdict: ChangeVerdict, main: boolean): Change {
  const { column } = compared
  const compares = seen !== null && verdict.code !== 'C0' && verdict.code !== 'S0'
  const { showable, ...panel } = compares
    ? panelOf(pair, column, parts, mayShowPanel(pair, compared))
    : { ...silentPanel, showable: false }
  const { wave } = pair.before
  return {
    since: wave.id,
    sinceLabel: wave.label,
    comparability: pair.declared.level,
    reason: pair.declared.level === 'full' ? null : pair.declared.reason,
    bridge: bridgeOf(pair, column),
    questionChanged: pair.changed.has(column.question),
    main,
    verdict: seen ? printedChange(verdict, seen.told) : verdict,
    composition: compares && 'change' in verdict ? compositionOf(pair, compared) : [],
    fresh: showable && compares ? parts.fresh : null,
    panel,
  }
}

/** How much of the change other participants bring, for each variable on which those who took part shifted. */
function compositionOf(pair: Pair, { column, was, option }: Compared): CompositionPart[] {
  const { before, now, shifted } = pair
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
    const points = split && inHundredths(split.composition)
    const told = mayStand(pair, { column, was, option }, besideKey.composition(option, before.wave.id, by))
    return { by, points: told ? points : null, more: more?.category ?? null }
  })
}
