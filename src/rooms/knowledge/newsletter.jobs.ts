import type { Tx } from '../../platform/db/database.ts'
import type { RoomJobs, Work } from '../../platform/jobs/work.ts'
import { letter } from '../../platform/mail/letter.ts'
import { makeLink, revokeProof } from '../../platform/proofs.ts'
import { href } from '../../ui/address.ts'
import { labelOf } from '../terms/public.ts'
import { addressOf, findSubscription } from './newsletter.actions.ts'
import { newsletterPaths as paths } from './newsletter.paths.ts'
import { daysOfLink, daysToConfirm, mostInLetter, newFor, type NewItem } from './newsletter.rules.ts'
import { endOfLetter, listDue, listNews } from './newsletter.sql.ts'
import { newsletterText } from './newsletter.text.ts'
import { knowledgePaths } from './square.paths.ts'

const daysAfter = (moment: Date, days: number) => new Date(moment.getTime() + days * 86_400_000)

/** The letter that asks whether the address says yes: the same whether it gets the newsletter already or not. */
async function askToConfirm(tx: Tx, work: Work, id: string): Promise<void> {
  const asked = await findSubscription(tx, id)
  const to = await addressOf(tx, work.vault, id)
  if (!asked || asked.confirmed_at !== null || to === null) return
  const { lang } = asked
  const words = newsletterText[lang].confirmLetter
  const until = daysAfter(work.now(), daysToConfirm)
  const token = await makeLink(tx, { subject: id, purpose: 'newsletter-confirm', until })
  const written = await work.mail.write(tx, {
    cause: `knowledge.newsletter-asked:${id}`,
    kind: 'unsolicited',
    to,
    ...letter({
      lang,
      subject: words.subject,
      greeting: words.greeting,
      paragraphs: words.paragraphs,
      button: { label: words.button, href: `${work.origin}${href(lang, paths.confirm(token))}` },
      footer: words.footer,
    }),
  })
  if (written !== 'written') await revokeProof(tx, token)
}

/** Writes what is new to one reader, and notes up to where; both or neither. With nothing new there is no letter. */
async function writeNews(tx: Tx, work: Work, id: string, all: readonly NewItem[], end: Date): Promise<void> {
  const reader = await tx
    .selectFrom('knowledge_subscriptions')
    .select(['lang', 'themes', 'digested_until'])
    .where('id', '=', id)
    .where('confirmed_at', 'is not', null)
    .where('digested_until', '<', end)
    .forUpdate()
    .executeTakeFirst()
  const since = reader?.digested_until
  if (!reader || !since) return
  const { lang, themes } = reader
  const news = newFor(all, { themes, since })
  const to = await addressOf(tx, work.vault, id)
  if (news.length > 0 && to !== null) {
    const words = newsletterText[lang].letter
    const full = (path: string) => `${work.origin}${href(lang, path)}`
    const until = daysAfter(work.now(), daysOfLink)
    const token = await makeLink(tx, { subject: id, purpose: 'newsletter', until })
    const shown = news.slice(0, mostInLetter)
    const more = news.length - shown.length
    const written = await work.mail.write(tx, {
      cause: `knowledge.newsletter:${id}:${end.toISOString()}`,
      kind: 'expected',
      to,
      ...letter({
        lang,
        subject: words.subject(news.length),
        greeting: words.greeting,
        paragraphs: [themes.length === 0 ? words.leadAll : words.leadThemes],
        entries: [
          ...shown.map((item) => ({
            title: item.title,
            text: `${item.summary} (${labelOf(item.type, lang)})`,
            href: full(knowledgePaths.item(item.slug)),
          })),
          ...(more > 0 ? [{ title: words.more(more), text: words.moreHint, href: full(knowledgePaths.search) }] : []),
        ],
        button: { label: words.button, href: full(paths.choices(token)) },
        footer: words.footer,
        unsubscribe: { label: words.stop, href: full(paths.stop(token)) },
      }),
    })
    if (written !== 'written') await revokeProof(tx, token)
  }
  await tx.updateTable('knowledge_subscriptions').set({ digested_until: end }).where('id', '=', id).execute()
}

/** Writes the newsletter of this week to everybody for whom there is something new. Runs as often as it likes. */
export async function sendNewsletter(work: Work): Promise<void> {
  const { end, due, news } = await work.transaction(async (tx) => {
    const end = await endOfLetter(tx, work.now())
    const due = await listDue(tx, end)
    const since = due.reduce((first, { digested_until: at }) => (at !== null && at < first ? at : first), end)
    return { end, due, news: due.length === 0 ? [] : await listNews(tx, since, end) }
  })
  for (const { id } of due) await work.transaction((tx) => writeNews(tx, work, id, news, end))
}

export const newsletterJobs: RoomJobs = {
  on: {
    'knowledge.newsletter-asked': {
      'ask-to-confirm': async (work, happened) => {
        const id = happened.subject
        if (id !== null) await work.transaction((tx) => askToConfirm(tx, work, id))
      },
    },
  },
  daily: { 'send-newsletter': { cron: '0 7 * * 2', run: sendNewsletter } },
}
