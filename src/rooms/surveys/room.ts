import type { JobHandler } from '../../platform/jobs/jobs.ts'
import type { Room } from '../../platform/room.ts'
import { analyses } from './analyses/analyses.noun.ts'
import { bottlenecks } from './bottlenecks/bottlenecks.noun.ts'
import { coding } from './coding/coding.noun.ts'
import { comparability } from './series/comparability.noun.ts'
import { doubles } from './invitations/doubles.noun.ts'
import { filling } from './filling/filling.noun.ts'
import { frame } from './frame/frame.noun.ts'
import { interviews } from './interviews/interviews.noun.ts'
import { invitations } from './invitations/invitations.noun.ts'
import type { Noun } from './noun.ts'
import { oldPolls } from './old-polls/old-polls.noun.ts'
import { openAnswers } from './invitations/open-answers.noun.ts'
import { plans } from './plans/plans.noun.ts'
import { constraints } from './problems.ts'
import { releases } from './releases/releases.noun.ts'
import { series } from './series/series.noun.ts'
import { waiting } from './waves/waiting.noun.ts'
import { waves } from './waves/waves.noun.ts'

// A noun that others lean on comes first.
const nouns: readonly Noun[] = [
  waiting,
  series,
  waves,
  frame,
  comparability,
  plans,
  filling,
  invitations,
  analyses,
  openAnswers,
  doubles,
  releases,
  oldPolls,
  bottlenecks,
  coding,
  interviews,
]

// Two nouns may wait for the same event.
const on: Record<string, Record<string, JobHandler>> = {}
for (const noun of nouns)
  for (const [event, handlers] of Object.entries(noun.jobs?.on ?? {})) on[event] = { ...on[event], ...handlers }
const daily: NonNullable<Room['jobs']>['daily'] = Object.assign({}, ...nouns.map((noun) => noun.jobs?.daily ?? {}))

export { reference } from './bottlenecks/bottlenecks.reference.ts'

/** Polls of organisations over the years, of which it is known what may be concluded. */
export const room: Room = {
  name: 'surveys',
  routes: nouns.flatMap((noun) => noun.routes ?? []),
  constraints: Object.assign({}, constraints, ...nouns.map((noun) => noun.constraints ?? {})),
  jobs: { on, daily },
  menu: nouns.flatMap((noun) => noun.menu ?? []),
  retention: nouns.flatMap((noun) => noun.retention ?? []),
  dataMap: nouns.flatMap((noun) => noun.dataMap ?? []),
  async exportPerson(tx, vault, person) {
    const parts: Readonly<Record<string, unknown>>[] = []
    for (const noun of nouns) if (noun.exportPerson) parts.push(await noun.exportPerson(tx, vault, person))
    return Object.assign({}, ...parts)
  },
  async erasePerson(tx, vault, person, now) {
    for (const noun of nouns) await noun.erasePerson?.(tx, vault, person, now)
  },
}
