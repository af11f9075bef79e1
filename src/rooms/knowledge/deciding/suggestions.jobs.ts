import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { letter } from '../../../platform/mail/letter.ts'
import { href } from '../../../ui/address.ts'
import { reach } from '../../accounts/public.ts'
import { isId } from '../items/items.sql.ts'
import { paths } from '../paths.ts'
import { suggestionsWords } from './suggestions.text.ts'
import './suggestions.tables.ts'

/** Tells who suggested a change that it was decided on. Neither their words nor those of the item are in the letter. */
async function tellSuggester(work: Work, id: string): Promise<void> {
  await work.transaction(async (tx) => {
    const suggestion = await tx
      .selectFrom('knowledge_suggestions')
      .select('person_id')
      .where('id', '=', id)
      .where('outcome', '=', 'decided')
      .executeTakeFirst()
    if (!suggestion?.person_id) return
    const to = await reach(tx, work.vault, suggestion.person_id)
    if (!to) return
    const words = suggestionsWords[to.lang].letter
    await work.mail.write(tx, {
      cause: `knowledge.suggestion:${id}`,
      kind: 'expected',
      to: to.email,
      ...letter({
        lang: to.lang,
        subject: words.subject,
        greeting: words.greeting,
        paragraphs: words.paragraphs,
        button: { label: words.button, href: `${work.origin}${href(to.lang, paths.ownSuggestion(id))}` },
      }),
    })
  })
}

export const suggestionJobs: RoomJobs = {
  on: {
    'knowledge.suggestion-decided': {
      'tell-suggester': async (work, happened) => {
        const id = happened.subject
        if (id !== null && isId(id)) await tellSuggester(work, id)
      },
    },
  },
}
