import { readFileSync } from 'node:fs'
import { rounded } from './figures.ts'

// The columns of the first line of /proc/stat: user, nice, system, idle, iowait, irq, softirq, steal, and two that count again
// what user and nice hold.
const columns = 8
const stolen = 7

function ticksIn(stat: string): readonly number[] {
  const [name, ...ticks] = (stat.split('\n')[0] ?? '').split(' ').filter(Boolean)
  return name === 'cpu' ? ticks.map(Number).slice(0, columns) : []
}

/**
 * @param before and `after`: the text of /proc/stat at two moments
 * @returns the part of the processor time between them that the host of a virtual machine gave to others, 0 to 1; null when it
 *   does not say or no time passed
 */
export function takenBetween(before: string, after: string): number | null {
  const [from, to] = [ticksIn(before), ticksIn(after)]
  if (from.length < columns || to.length < columns) return null
  const ticks = to.map((now, at) => now - (from[at] ?? 0))
  const all = ticks.reduce((sum, each) => sum + each, 0)
  return all <= 0 ? null : rounded((ticks[stolen] ?? 0) / all, 3)
}

const statNow = () => {
  try {
    return readFileSync('/proc/stat', 'utf8')
  } catch {
    return ''
  }
}

/** What the host took: of all the time, and of each second since the beginning; null where the system does not say. */
export type Taken = { readonly all: number | null; readonly seconds: readonly (number | null)[] }

/** Begins to watch what the host takes, second by second; what comes back ends it. */
export function watchHost(): () => Taken {
  const begun = statNow()
  const seconds: (number | null)[] = []
  let before = begun
  const look = () => {
    const now = statNow()
    seconds.push(takenBetween(before, now))
    before = now
  }
  const watching = setInterval(look, 1_000)
  return () => {
    clearInterval(watching)
    return { all: takenBetween(begun, statNow()), seconds }
  }
}

/** @returns whether the host left the machine alone in the second in which this happened, `ms` after the watching began. */
export const leftAlone = ({ seconds }: Taken, ms: number): boolean => seconds[Math.floor(ms / 1_000)] === 0
