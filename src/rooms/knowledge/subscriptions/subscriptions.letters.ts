import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Work } from '../../../platform/jobs/work.ts'
import { letter, type LetterContent } from '../../../platform/mail/letter.ts'
import { makeLink, revokeProof } from '../../../platform/proofs.ts'
import { href } from '../../../ui/address.ts'
import { labelOf } from '../../terms/public.ts'
import { knowledgePaths } from '../square.paths.ts'
import { addressOf } from './subscriptions.actions.ts'
import { daysOfLink, daysToConfirm, mostInLetter, type NewItem } from './subscriptions.rules.ts'
import { findSubscription } from './subscriptions.sql.ts'

const daysAfter = (moment: Date, days: number) => new Date(moment.getTime() + days * 86_400_000)

type ConfirmWords = Pick<LetterContent, 'subject' | 'greeting' | 'paragraphs' | 'footer'> & { readonly button: string }

/**
 * The letter that asks whether the address says yes: the same whether it gets these letters already or not, and with nothing
 * in it that somebody typed.
 */
export async function askToConfirm(
  tx: Tx,
  work: Work,
  id: string,
  asking: {
    readonly cause: string
    readonly purpose: string
    path(link: string): string
    words(lang: Lang): ConfirmWords
  },
): Promise<void> {
  const asked = await findSubscription(tx, id)
  const to = await addressOf(tx, work.vault, id)
  if (!asked || asked.confirmed_at !== null || to === null) return
  const { lang } = asked
  const { button, ...words } = asking.words(lang)
  const until = daysAfter(work.now(), daysToConfirm)
  const token = await makeLink(tx, { subject: id, purpose: asking.purpose, until })
  const written = await work.mail.write(tx, {
    cause: `${asking.cause}:${id}`,
    kind: 'unsolicited',
    to,
    ...letter({ lang, ...words, button: { label: button, href: `${work.origin}${href(lang, asking.path(token))}` } }),
  })
  if (written !== 'written') await revokeProof(tx, token)
}

type Reader = { readonly id: string; readonly lang: Lang; readonly themes: readonly string[]; readonly since: Date }

/** What is new for one reader, the newest first and no more than a letter names. `button` leads to a Dutch path. */
type News = {
  readonly items: readonly NewItem[]
  readonly all: number
  readonly more: string
  readonly words: {
    subject(n: number): string
    readonly greeting: string
    readonly lead: string
    more(n: number): string
    readonly moreHint: string
    readonly button: string
    readonly footer: string
    readonly stop: string
  }
  button(link: string): string
}

/** Writes what is new to one reader, and notes up to where; both or neither. With nothing new there is no letter. */
export async function writeNews(
  tx: Tx,
  work: Work,
  id: string,
  end: Date,
  letters: {
    readonly cause: string
    readonly purpose: string
    stop(link: string): string
    newsFor(reader: Reader): Promise<News> | News
  },
): Promise<void> {
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
  const news = await letters.newsFor({ id, lang, themes, since })
  const to = await addressOf(tx, work.vault, id)
  if (news.all > 0 && to !== null) {
    const { words } = news
    const full = (path: string) => `${work.origin}${href(lang, path)}`
    const until = daysAfter(work.now(), daysOfLink)
    const token = await makeLink(tx, { subject: id, purpose: letters.purpose, until })
    const shown = news.items.slice(0, mostInLetter)
    const more = news.all - shown.length
    const written = await work.mail.write(tx, {
      cause: `${letters.cause}:${id}:${end.toISOString()}`,
      kind: 'expected',
      to,
      ...letter({
        lang,
        subject: words.subject(news.all),
        greeting: words.greeting,
        paragraphs: [words.lead],
        entries: [
          ...shown.map((item) => ({
            title: item.title,
            text: `${item.summary} (${labelOf(item.type, lang)})`,
            href: full(knowledgePaths.item(item.slug)),
          })),
          ...(more > 0 ? [{ title: words.more(more), text: words.moreHint, href: full(news.more) }] : []),
        ],
        button: { label: words.button, href: full(news.button(token)) },
        footer: words.footer,
        unsubscribe: { label: words.stop, href: full(letters.stop(token)) },
      }),
    })
    if (written !== 'written') await revokeProof(tx, token)
  }
  await tx.updateTable('knowledge_subscriptions').set({ digested_until: end }).where('id', '=', id).execute()
}
