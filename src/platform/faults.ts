/** The places where a process may be made to die or fail on purpose, in a database that is marked 'test'. */
export const faultPoints = ['before-commit', 'after-commit-before-reply', 'mail-between-send-and-mark'] as const
export type FaultPoint = (typeof faultPoints)[number]

type Fault = 'kill' | 'error' | { readonly waitMs: number }

let armed: ReadonlyMap<string, Fault> | null = null

/**
 * Reads FAULT_POINTS: `point` kills this process there as `kill -9` does, `point=error` throws, `point=wait:500` waits so
 * many milliseconds.
 * @throws Error that names what is not a fault point
 */
export function readFaultPoints(given: readonly string[]): ReadonlyMap<FaultPoint, Fault> {
  return new Map(
    given.map((each) => {
      const [name = '', what = 'kill'] = each.split('=')
      const point = faultPoints.find((known) => known === name.trim())
      const wait = /^wait:(\d{1,6})$/.exec(what)?.[1]
      if (!point || !(what === 'kill' || what === 'error' || wait !== undefined))
        throw new Error(
          `FAULT_POINTS does not know "${each}". It knows ${faultPoints.join(', ')}, with =error or =wait:MS.`,
        )
      return [point, wait === undefined ? (what === 'error' ? 'error' : 'kill') : { waitMs: Number(wait) }] as const
    }),
  )
}

/** Arms this process. The caller has made sure that the database is marked 'test'. */
export function armFaults(points: ReadonlyMap<FaultPoint, Fault>): void {
  armed = points.size > 0 ? points : null
}

/** A place where things may go wrong. Does nothing at all unless this process is armed. */
export function fault(point: FaultPoint): Promise<void> | undefined {
  return armed === null ? undefined : strike(armed.get(point))
}

async function strike(what: Fault | undefined): Promise<void> {
  if (what === undefined) return
  if (what === 'error') throw new Error('a fault on purpose')
  if (what === 'kill') process.kill(process.pid, 'SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, what === 'kill' ? 60_000 : what.waitMs))
}
