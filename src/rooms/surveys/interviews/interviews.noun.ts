import { sql } from 'kysely'
import { dayAt } from '../../../lib/days.ts'
import { bothLanguages } from '../../../lib/words.ts'
import type { RetentionRule } from '../../../platform/jobs/retention.ts'
import { byResearcher } from '../holdings.ts'
import { intervieweeRoutes } from './interviewees.web.tsx'
import { interviewJobs } from './interviews.jobs.ts'
import { interviewConstraints } from './interviews.problems.ts'
import { getInterview, listInterviewsOf } from './interviews.sql.ts'
import { restDays } from './interviews.states.rules.ts'
import './interviews.tables.ts'
import { interviewRoutes } from './interviews.web.tsx'
import type { Noun } from '../noun.ts'

const dayMs = 86_400_000
/** Days after the letter in which somebody can say that it is right. */
const confirmDays = 30
const before = (now: Date, days: number) => dayAt(new Date(now.getTime() - days * dayMs))

const retention: readonly RetentionRule[] = [
  {
    name: 'surveys.interview-contacts',
    what: bothLanguages(
      'Naam en mailadres van wie wil praten over een peiling',
      'Name and address of who wants to talk about a poll',
    ),
    keep: 'as long as the person chose: 6, 12 or 24 months after the wave closed',
    async run(tx, now, dryRun) {
      const due = await tx
        .selectFrom('surveys_interviews')
        .select('id')
        .where('name_sealed', 'is not', null)
        .where('until', '<', dayAt(now))
        .limit(1000)
        .execute()
      const ids = due.map(({ id }) => id)
      if (!dryRun && ids.length > 0)
        await tx
          .updateTable('surveys_interviews')
          .set({ name_sealed: null, address_sealed: null })
          .where('id', 'in', ids)
          .execute()
      return ids.length
    },
  },
  {
    name: 'surveys.interviews',
    what: bothLanguages('Dat iemand wilde praten over een peiling', 'That somebody wanted to talk about a poll'),
    keep: '30 days without an answer to the first letter; else until the chosen day, and a year after an invitation',
    async run(tx, now, dryRun) {
      const due = tx
        .selectFrom('surveys_interviews')
        .select('id')
        .where((of) =>
          of.or([
            of.and([of('state', '=', 'asked'), of('state_on', '<', before(now, confirmDays))]),
            // That a talk was held stays, as a number without anybody's name.
            of.and([
              of('state', '<>', 'held'),
              of('until', '<', dayAt(now)),
              of.or([of('invited_on', 'is', null), of('invited_on', '<', before(now, restDays))]),
            ]),
          ]),
        )
        .limit(1000)
      if (dryRun) return (await due.execute()).length
      return Number(
        (await tx.deleteFrom('surveys_interviews').where('id', 'in', due).executeTakeFirst()).numDeletedRows,
      )
    },
  },
  {
    name: 'surveys.interview-hashes',
    what: bothLanguages('Dat iemand dit jaar al is gevraagd', 'That somebody was asked this year'),
    keep: '12 months after the invitation, for a talk that was held',
    async run(tx, now, dryRun) {
      const due = await tx
        .selectFrom('surveys_interviews')
        .select('id')
        .where('state', '=', 'held')
        .where('address_index', 'is not', null)
        .where('name_sealed', 'is', null)
        .where('invited_on', '<', before(now, restDays))
        .limit(1000)
        .execute()
      const ids = due.map(({ id }) => id)
      if (!dryRun && ids.length > 0)
        await tx.updateTable('surveys_interviews').set({ address_index: null }).where('id', 'in', ids).execute()
      return ids.length
    },
  },
]

/** Talks after a wave: who wants one, apart from the answers; who is asked; and what came of it. */
export const interviews: Noun = {
  routes: [...intervieweeRoutes, ...interviewRoutes],
  constraints: interviewConstraints,
  jobs: interviewJobs,
  retention,
  dataMap: [
    {
      column: 'surveys_interviews.name_sealed',
      class: 'personal',
      purpose: 'how somebody is called who wants to talk about a poll',
      keep: 'until the day that the person chose, or until a no or a withdrawal',
    },
    {
      column: 'surveys_interviews.address_sealed',
      class: 'personal',
      purpose: 'to ask somebody for a talk; researchers see it after a yes',
      keep: 'until the day that the person chose, or until a no or a withdrawal',
      copies: ['platform_mail_outbox.sealed'],
      notInCopy: 'it is the address by which the copy was asked',
    },
    {
      column: 'surveys_interviews.address_index',
      class: 'personal',
      purpose: 'so that nobody is asked for two talks in a year',
      keep: 'as long as the address; 12 months after an invitation',
      notInCopy: 'a hash that says nothing without our key',
    },
    byResearcher('surveys_interview_rounds.set_by', 'who asks people of a wave for a talk'),
    byResearcher('surveys_interview_proposals.made_by', 'who wrote a proposal for a talk'),
    byResearcher('surveys_interview_items.linked_by', 'who said that an item came of talks'),
  ],
  exportPerson: async (tx, vault, person) => ({
    interviewsOffered: await Promise.all(
      (await listInterviewsOf(tx, vault, person)).map(async ({ id, series, wave }) => {
        const { name, state, uses, until } = await getInterview(tx, vault, id)
        return { series, wave, name, state, uses, until }
      }),
    ),
    interviewsAsked: await tx
      .selectFrom('surveys_interview_rounds')
      .select('set_at as at')
      .where('set_by', '=', person)
      .execute(),
    interviewsProposed: await tx
      .selectFrom('surveys_interview_proposals')
      .select(['moment', 'place', 'made_at as at'])
      .where('made_by', '=', person)
      .execute(),
    interviewItemsLinked: await tx
      .selectFrom('surveys_interview_items')
      .select(['item_id as item', 'linked_at as at'])
      .where('linked_by', '=', person)
      .execute(),
  }),
  async erasePerson(tx, vault, person) {
    for (const { id, state } of await listInterviewsOf(tx, vault, person))
      if (state === 'held')
        await tx
          .updateTable('surveys_interviews')
          .set({ name_sealed: null, address_sealed: null, address_index: null })
          .where('id', '=', id)
          .execute()
      else await tx.deleteFrom('surveys_interviews').where('id', '=', id).execute()
    await tx.updateTable('surveys_interview_rounds').set({ set_by: null }).where('set_by', '=', person).execute()
    await tx.updateTable('surveys_interview_proposals').set({ made_by: null }).where('made_by', '=', person).execute()
    await sql`update house.surveys_interview_items set linked_by = null where linked_by = ${person}`.execute(tx)
  },
}
