import { bothLanguages } from '../../../lib/words.ts'
import { codedSince, codingJobs } from './coding.jobs.ts'
import { codingRoutes } from './coding.web.tsx'
import { byResearcher } from '../holdings.ts'
import type { Noun } from '../noun.ts'

export const coding: Noun = {
  routes: codingRoutes,
  jobs: codingJobs,
  retention: [
    {
      name: 'surveys.coded-answers',
      what: bothLanguages('Open antwoorden die zijn gecodeerd', 'Open answers that were coded'),
      keep: '12 months after the wave closed',
      async run(tx, now, dryRun) {
        const due = await tx
          .selectFrom('surveys_coded_answers as a')
          .innerJoin('surveys_waves as w', 'w.id', 'a.wave_id')
          .select(['a.id', 'a.wave_id'])
          .where('w.closes', '<', codedSince(now))
          .limit(1000)
          .execute()
        if (dryRun || due.length === 0) return due.length
        await tx
          .deleteFrom('surveys_coded_answers')
          .where(
            'id',
            'in',
            due.map(({ id }) => id),
          )
          .execute()
        return due.length
      },
    },
  ],
  dataMap: [
    {
      column: 'surveys_coded_answers.sealed',
      class: 'special',
      purpose: 'an answer in own words, without names and without the organisation, to sort by themes',
      keep: '12 months after the wave closed',
      afterErasure: 'the answer, for 12 months: it says not who gave it',
      notInCopy: 'nobody can tell whose it is',
    },
    {
      column: 'surveys_coded_answers.sheet_id',
      class: 'personal',
      purpose: 'that codes are counted for the organisations that count; only work reads it',
      keep: '12 months after the wave closed',
      afterErasure: 'the number, until the sheet goes',
      notInCopy: 'a number that says nothing by itself',
    },
    byResearcher('surveys_coders.person_id', 'who codes the answers to a question'),
    byResearcher('surveys_settlements.settled_by', 'who wrote down what both coders settled on'),
  ],
  exportPerson: async (tx, _vault, person) => ({
    questionsCoded: await tx
      .selectFrom('surveys_coders as c')
      .innerJoin('surveys_waves as w', 'w.id', 'c.wave_id')
      .select(['w.slug as wave', 'c.question', 'c.took_at as at'])
      .where('c.person_id', '=', person)
      .execute(),
    codesSettled: await tx
      .selectFrom('surveys_settlements')
      .select('settled_at as at')
      .where('settled_by', '=', person)
      .execute(),
  }),
  async erasePerson(tx, _vault, person) {
    await tx.updateTable('surveys_coders').set({ person_id: null }).where('person_id', '=', person).execute()
    await tx.updateTable('surveys_settlements').set({ settled_by: null }).where('settled_by', '=', person).execute()
  },
}
