import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { newsletterPaths as paths } from './newsletter.paths.ts'
import { newFor } from './newsletter.rules.ts'
import { listNews } from './newsletter.sql.ts'
import { newsletterText } from './newsletter.text.ts'
import { knowledgePaths } from '../square.paths.ts'
import { askToConfirm, writeNews } from './subscriptions.letters.ts'
import { endOfLetter, listDue } from './subscriptions.sql.ts'

/** Writes the newsletter of this week to everybody for whom there is something new. Runs as often as it likes. */
export async function sendNewsletter(work: Work): Promise<void> {
  const { end, due, news } = await work.transaction(async (tx) => {
    const end = await endOfLetter(tx, work.now())
    const due = await listDue(tx, 'newsletter', end)
    const since = due.reduce((first, { digested_until: at }) => (at !== null && at < first ? at : first), end)
    return { end, due, news: due.length === 0 ? [] : await listNews(tx, since, end) }
  })
  for (const { id } of due)
    await work.transaction((tx) =>
      writeNews(tx, work, id, end, {
        cause: 'knowledge.newsletter',
        purpose: 'newsletter',
        stop: paths.stop,
        newsFor({ lang, themes, since }) {
          const items = newFor(news, { themes, since })
          const { leadAll, leadThemes, ...words } = newsletterText[lang].letter
          return {
            items,
            all: items.length,
            more: knowledgePaths.search,
            words: { ...words, lead: themes.length === 0 ? leadAll : leadThemes },
            button: paths.choices,
          }
        },
      }),
    )
}

export const newsletterJobs: RoomJobs = {
  on: {
    'knowledge.newsletter-asked': {
      'ask-to-confirm': async (work, happened) => {
        const id = happened.subject
        if (id === null) return
        await work.transaction((tx) =>
          askToConfirm(tx, work, id, {
            cause: 'knowledge.newsletter-asked',
            purpose: 'newsletter-confirm',
            path: paths.confirm,
            words: (lang) => newsletterText[lang].confirmLetter,
          }),
        )
      },
    },
  },
  daily: { 'send-newsletter': { cron: '0 7 * * 2', run: sendNewsletter } },
}
