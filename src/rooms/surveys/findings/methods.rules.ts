import type { AnalysisInput } from './findings.ts'
import type { Weighed } from './weighting.rules.ts'

/** Of the analysis. Goes up whenever the same answers may give other numbers, sentences or hidden cells. */
export const version = '3'

/** The methods that were used, in a fixed order. */
export function methodsOf({ wave, earlier }: AnalysisInput, weighed: Weighed): string[] {
  const compared = earlier.some((each) => wave.comparability.some((one) => one.wave === each.wave.id))
  const weighted = weighed.finding.kind === 'weighted' ? weighed.finding : null
  return [
    ...(weighted
      ? ['raking', ...(weighted.cap === null ? [] : ['trimming']), weighted.variance, 'wilson-effective-size-t']
      : [weighed.population === null ? 'wilson' : 'exact-hypergeometric']),
    ...(compared
      ? ['mover-with-overlap', 'mcnemar-mid-p', 'newcombe-paired', 'holm', 'kitagawa', 'smallest-visible-change']
      : []),
    ...(weighed.population === null ? [] : ['r-indicator', 'worst-case-bounds']),
    ...(wave.codings === undefined ? [] : ['two-coders-krippendorff']),
    'least-cells-suppression',
    'joint-audit',
    'attack-on-unique-organisations',
  ]
}
