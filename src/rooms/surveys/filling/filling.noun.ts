import { bothLanguages } from '../../../lib/words.ts'
import { copyJobs } from './copies.jobs.ts'
import { fillingJobs } from './filling.jobs.ts'
import { fillingConstraints } from './filling.problems.ts'
import { fillingRoutes } from './filling.web.tsx'
import type { Noun } from '../noun.ts'
import '../respondents.tables.ts'
import { sectionRoutes } from './sections.web.tsx'

const dayMs = 86_400_000

/** Respondents under their pseudonyms, the pages behind their links, and sections in the hands of colleagues. */
export const filling: Noun = {
  routes: [...fillingRoutes, ...sectionRoutes],
  constraints: fillingConstraints,
  jobs: {
    on: { ...fillingJobs.on, ...copyJobs.on },
    daily: { ...fillingJobs.daily },
  },
  retention: [
    {
      name: 'surveys.copies',
      what: bothLanguages('Adressen voor een link naar eigen antwoorden', 'Addresses for a link to the own answers'),
      keep: 'until the letter is written; 1 day at most',
      async run(tx, now, dryRun) {
        const before = new Date(now.getTime() - dayMs)
        if (dryRun)
          return (await tx.selectFrom('surveys_copies').select('id').where('asked_at', '<', before).execute()).length
        const gone = await tx.deleteFrom('surveys_copies').where('asked_at', '<', before).executeTakeFirst()
        return Number(gone.numDeletedRows)
      },
    },
  ],
  dataMap: [
    {
      column: 'surveys_respondents.pseudonym',
      class: 'personal',
      purpose: 'the same organisation in every wave, without its name',
      keep: 'as long as the series; it leads nowhere once the panel has ended',
      afterErasure: 'the pseudonym of the organisation: it names nobody',
      notInCopy: 'it is of an organisation, and only the key of the series ties it to one',
    },
    {
      column: 'surveys_respondents.name_sealed',
      class: 'personal',
      purpose: 'what the organisation is called on the first page of its link',
      keep: 'until the questionnaire is sent, or the wave closes',
      afterErasure: 'the name of the organisation, until then',
      notInCopy: 'it is the name of an organisation',
    },
    {
      column: 'surveys_parts.label_sealed',
      class: 'personal',
      purpose: 'which colleague fills in a section, in the words of who handed it over',
      keep: 'as long as the sheet',
      afterErasure: 'the words, which only the link of the sheet opens',
      notInCopy: 'nobody is tied to a sheet: whoever has its link reads it there',
    },
    {
      column: 'surveys_parts.link_sealed',
      class: 'secret',
      purpose: 'so that the link of a colleague can be looked up again',
      keep: 'as long as the sheet',
      afterErasure: 'a link that works no more once the sheet is sent',
      notInCopy: 'a copy of it would be a key',
    },
    {
      column: 'surveys_copies.address_sealed',
      class: 'personal',
      purpose: 'where the link to the own answers goes',
      keep: 'until the letter is written; 1 day at most',
      copies: ['platform_mail_outbox.sealed'],
      afterErasure: 'nothing after a day',
      notInCopy: 'it is gone as soon as the letter is written',
    },
  ],
}
