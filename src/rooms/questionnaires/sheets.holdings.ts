import { bothLanguages } from '../../lib/words.ts'
import type { RetentionRule } from '../../platform/jobs/retention.ts'
import type { DataEntry } from '../../platform/room.ts'
import { forgetSheets } from './sheets.actions.ts'
import './sheets.tables.ts'

/** What sheets hold of people: what somebody typed for their organisation, under no name. */
export const sheetsMap: readonly DataEntry[] = [
  {
    column: 'questionnaires_answers.sealed',
    class: 'personal',
    purpose: 'what somebody answered for an organisation; a text can say more than was asked',
    keep: 'drafts until 30 days after the poll closed; sent ones as long as the series of polls',
    afterErasure: 'the answers of the organisation, which are under no name of a person',
    notInCopy: 'nobody is tied to a sheet: whoever has its link reads the answers there',
  },
  {
    column: 'questionnaires_answers.part_id',
    class: 'none',
    purpose: 'which handed-over section an answer came from',
    keep: 'as long as the answer',
  },
]

export const sheetsRetention: readonly RetentionRule[] = [
  {
    name: 'questionnaires.drafts',
    what: bothLanguages('Vragenlijsten die niet zijn verstuurd', 'Questionnaires that were not sent'),
    keep: '30 days after the poll closed',
    async run(tx, now, dryRun) {
      const due = await tx
        .selectFrom('questionnaires_sheets')
        .select('id')
        .where('sent_at', 'is', null)
        .where('keep_until', '<', now)
        .limit(dryRun ? 1_000_000 : 500)
        .execute()
      return dryRun
        ? due.length
        : forgetSheets(
            tx,
            due.map(({ id }) => id),
          )
    },
  },
]
