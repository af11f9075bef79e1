import type { Tx } from '../../platform/db/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { makeLink, makeSession, makeWorkProof } from '../../platform/proofs.ts'
import type { Database } from '../../platform/db/database.ts'

const day = 86_400_000

/**
 * Tells a story through the same doors that people use: everybody acts under a proof of their own, at a moment in the
 * past. What happened long ago makes no letters any more; what is still going on does.
 */
export type Story = {
  readonly platform: Platform
  ago(days: number, hour?: number): Date
  as<T>(person: string, daysAgo: number, work: (tx: Tx, now: Date) => Promise<T>): Promise<T>
  asRequester<T>(request: string, daysAgo: number, work: (tx: Tx, now: Date) => Promise<T>): Promise<T>
  /** By a link of their own, as a letter or a page gave it. */
  withLink<T>(link: string, daysAgo: number, work: (tx: Tx, now: Date) => Promise<T>): Promise<T>
  asNobody<T>(daysAgo: number, work: (tx: Tx, now: Date) => Promise<T>): Promise<T>
  /** At the worker's door, as the clock or the operator. */
  asTime<T>(daysAgo: number, work: (tx: Tx, now: Date) => Promise<T>): Promise<T>
}

/** Letters are made for what happened within this many days. */
const recent = 7

/** @param silent the same database without the jobs that wait for what happens */
export function tellStory(platform: Platform, silent: Database): Story {
  const told = platform.now().getTime()
  const sessions = new Map<string, Promise<string>>()
  const until = new Date(told + day)
  const door = (daysAgo: number) => (daysAgo <= recent ? platform.database : silent)
  const sessionOf = (person: string) => {
    const known = sessions.get(person)
    if (known) return known
    const made = silent.house(null, (tx) => makeSession(tx, person, until, true))
    sessions.set(person, made)
    return made
  }
  const ago = (days: number, hour = 10) => {
    const moment = new Date(told - days * day)
    // Things of one day happen in their order, during the day, and never in the future.
    moment.setUTCHours(hour, Math.floor((days % 1) * 60), 0, 0)
    return moment.getTime() > told ? new Date(told - 60_000) : moment
  }
  let minute = 0
  const at = (days: number) => new Date(Math.min(ago(days).getTime() + (minute++ % 300) * 60_000, told - 1_000))
  return {
    platform,
    ago,
    as: async (person, daysAgo, work) => door(daysAgo).house(await sessionOf(person), (tx) => work(tx, at(daysAgo))),
    async asRequester(request, daysAgo, work) {
      const link = await silent.house(null, (tx) =>
        makeLink(tx, { subject: request, purpose: 'request-status', until }),
      )
      return door(daysAgo).house(link, (tx) => work(tx, at(daysAgo)))
    },
    withLink: (link, daysAgo, work) => door(daysAgo).house(link, (tx) => work(tx, at(daysAgo))),
    asNobody: (daysAgo, work) => door(daysAgo).house(null, (tx) => work(tx, at(daysAgo))),
    async asTime(daysAgo, work) {
      const proof = await silent.worker(null, (tx) => makeWorkProof(tx, 'operator', 'seed', 'story'))
      return door(daysAgo).worker(proof, (tx) => work(tx, at(daysAgo)))
    },
  }
}
