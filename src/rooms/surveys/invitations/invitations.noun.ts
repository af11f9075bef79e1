import { byResearcher } from '../holdings.ts'
import { invitationJobs } from './invitations.jobs.ts'
import { invitationRoutes } from './invitations.web.tsx'
import type { Noun } from '../noun.ts'
import '../respondents.tables.ts'

/** Who is asked by mail, reminded, and no longer bothered. */
export const invitations: Noun = {
  routes: invitationRoutes,
  jobs: invitationJobs,
  dataMap: [byResearcher('surveys_fillings.set_by', 'who agreed how a wave is filled in')],
  exportPerson: async (tx, _vault, person) => ({
    fillingAgreed: await tx
      .selectFrom('surveys_fillings')
      .select(['doubles', 'open_link', 'set_at as at'])
      .where('set_by', '=', person)
      .execute(),
  }),
  async erasePerson(tx, _vault, person) {
    await tx.updateTable('surveys_fillings').set({ set_by: null }).where('set_by', '=', person).execute()
  },
}
