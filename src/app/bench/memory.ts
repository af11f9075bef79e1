import { rounded } from './figures.ts'

/** How evenly the machine answers a walk through memory; a virtual machine whose memory is being looked through does not. */
export type MemoryPace = {
  /** The quickest walk over 128 MB, a touch for each page, in milliseconds. */
  readonly best: number
  readonly worst: number
  /** Part of the time in which walks took more than three times the quickest: 0 is even. */
  readonly slowShare: number
}

const bytes = 128 * 1024 * 1024
const page = 4096

/** @param walks how long each took, in milliseconds; at least one */
export function paceOf(walks: readonly number[]): MemoryPace {
  const best = Math.min(...walks)
  const sum = (times: readonly number[]) => times.reduce((total, time) => total + time, 0)
  return {
    best: rounded(best, 2),
    worst: rounded(Math.max(...walks), 2),
    slowShare: rounded(sum(walks.filter((walk) => walk > 3 * best)) / sum(walks), 2),
  }
}

/**
 * Walks for five seconds. The load of the machine does not show these pauses, but every program with a heap and every database
 * feels them: times of a run in which they occur say as much about the machine.
 */
export function measureMemory(seconds = 5): MemoryPace {
  const memory = new Uint8Array(bytes).fill(1)
  const walks: number[] = []
  const until = performance.now() + seconds * 1_000
  while (performance.now() < until) {
    const begun = performance.now()
    for (let at = 0; at < bytes; at += page) memory[at] = (memory[at] ?? 0) + 1
    walks.push(performance.now() - begun)
  }
  return paceOf(walks)
}
