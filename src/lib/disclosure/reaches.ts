import type { Protected } from './audit.ts'
import type { Optimise } from './solver.ts'

// The solver's answers are good to about 1e-7; a width may fall short by this much and no more.
const tolerance = 1e-6

/** Whether a range this wide keeps the number uncertain enough. */
export const isWideEnough = (width: number, { width: asked }: Protected): boolean => width >= asked - tolerance

/**
 * How far protected numbers reach, from every solution that was found under the same public statements. Each solution is a
 * possible truth for all of them at once, so most are seen to be uncertain enough long before they are looked at themselves.
 */
export type Reaches = {
  /** Takes in one more solution. */
  readonly note: (columns: Float64Array) => void
  /** Whether the solutions so far show that this secret (by index) is uncertain enough. */
  readonly isSafe: (index: number) => boolean
}

/** Begins with solutions in which all secrets together, and then the narrow ones among them, are least and most. */
export function reachesOf(secrets: readonly Protected[], optimise: Optimise): Reaches {
  const least = new Float64Array(secrets.length).fill(Infinity)
  const most = new Float64Array(secrets.length).fill(-Infinity)
  const note = (columns: Float64Array) =>
    secrets.forEach(({ parts }, index) => {
      let sum = 0
      for (const part of parts) sum += columns[part] ?? 0
      least[index] = Math.min(least[index] ?? 0, sum)
      most[index] = Math.max(most[index] ?? 0, sum)
    })
  const isSafe = (index: number) => {
    const secret = secrets[index]
    return secret !== undefined && isWideEnough((most[index] ?? 0) - (least[index] ?? 0), secret)
  }
  // Those that are still too narrow together, as long as that helps another one.
  let narrow = secrets.map((_, index) => index)
  for (let before = Infinity; narrow.length > 1 && narrow.length < before;) {
    before = narrow.length
    const aim = new Map(narrow.flatMap((index) => (secrets[index]?.parts ?? []).map((part) => [part, 1] as const)))
    for (const sense of ['least', 'most'] as const) {
      const solved = optimise(aim, sense)
      if (solved.kind === 'optimal') note(solved.columns)
    }
    narrow = narrow.filter((index) => !isSafe(index))
  }
  return {
    note,
    isSafe,
  }
}
