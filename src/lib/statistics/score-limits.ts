import { findRoot } from './roots.ts'
import type { Interval } from './tally.ts'

/**
 * The changes that a score test does not refuse: on either side of the estimate, the place where `gap` turns from below to
 * above zero. `gap` at a supposed change is the squared distance from the estimate, less the square of the reach times the
 * variance under that supposition, so nothing is divided by a variance of zero.
 *
 * @param estimate from -1 to 1
 * @returns changes from -1 to 1
 */
export function scoreLimits(estimate: number, gap: (change: number) => number): Interval {
  const side = (end: 1 | -1): number => {
    // The estimate itself can be a zero of the gap (no variance there); the limit is the next one.
    const start = estimate + end * 1e-9
    if (Math.abs(start) >= 1 || gap(start) >= 0) return estimate
    return gap(end) <= 0 ? end : findRoot(gap, Math.min(start, end), Math.max(start, end))
  }
  return { lower: side(-1), upper: side(1) }
}
