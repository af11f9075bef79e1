import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { knowledgePaths } from '../square.paths.ts'
import { findSavedSearch, listNewAnswers } from './saved-searches.sql.ts'
import { savedSearchPaths as paths } from './saved-searches.paths.ts'
import { savedSearchText } from './saved-searches.text.ts'
import { askedInLine } from './search.asked.ts'
import { readSearch } from './search.actions.ts'
import { openSearches } from '../subscriptions/subscriptions.actions.ts'
import { askToConfirm, writeNews } from '../subscriptions/subscriptions.letters.ts'
import { endOfLetter, listDue } from '../subscriptions/subscriptions.sql.ts'

/** Writes to everybody who follows a search what came since the last letter. Runs as often as it likes. */
export async function sendNewAnswers(work: Work): Promise<void> {
  const { end, due } = await work.transaction(async (tx) => {
    const end = await endOfLetter(tx, work.now())
    return { end, due: await listDue(tx, 'search', end) }
  })
  for (const { id } of due)
    await work.transaction((tx) =>
      writeNews(tx, work, id, end, {
        cause: 'knowledge.new-answers',
        purpose: 'search-letter',
        stop: paths.stop,
        async newsFor({ lang, since }) {
          const row = await findSavedSearch(tx, id)
          const line = row && (await openSearches(tx, work.vault, [row])).get(id)
          const { text, filters } = askedInLine(line ?? '')
          const found = await listNewAnswers(tx, await readSearch(tx, text, lang), filters, { since, end })
          const words = savedSearchText[lang].letter
          const search = `${knowledgePaths.search}?${line}`
          return { ...found, more: search, words: { ...words, lead: words.lead(text) }, button: () => search }
        },
      }),
    )
}

export const savedSearchJobs: RoomJobs = {
  on: {
    'knowledge.search-asked': {
      'ask-to-confirm-search': async (work, happened) => {
        const id = happened.subject
        if (id === null) return
        await work.transaction((tx) =>
          askToConfirm(tx, work, id, {
            cause: 'knowledge.search-asked',
            purpose: 'search-confirm',
            path: paths.confirm,
            words: (lang) => savedSearchText[lang].confirmLetter,
          }),
        )
      },
    },
  },
  daily: { 'send-new-answers': { cron: '30 7 * * 2', run: sendNewAnswers } },
}
