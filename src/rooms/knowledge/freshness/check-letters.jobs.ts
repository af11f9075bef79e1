import { dayAt } from '../../../lib/days.ts'
import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Work } from '../../../platform/jobs/work.ts'
import { letter } from '../../../platform/mail/letter.ts'
import { makeLink, revokeProof } from '../../../platform/proofs.ts'
import { href } from '../../../ui/address.ts'
import { listEditors, reach, type Reachable } from '../../accounts/public.ts'
import { step, weekOf } from './checks.rules.ts'
import { checksWords } from './checks.text.ts'
import { listForLetter, listStewardsToAsk, type LetterItem } from './check-letters.sql.ts'
import { paths } from '../paths.ts'

/** The link of a letter; after that a newer letter asks, or the list of the editor. */
const linkDays = 60
const inDays = (days: number, now: Date) => new Date(now.getTime() + days * 86_400_000)

/** Whether a steward has not heard this yet: a step up the ladder, or a link that stopped working. */
const isNews = (item: LetterItem) =>
  item.newlyBroken ||
  (item.standing !== 'in-time' && (item.toldStanding === null || step(item.standing) > step(item.toldStanding)))

async function reachable(tx: Tx, work: Work, people: readonly string[]): Promise<readonly Reachable[]> {
  const found: Reachable[] = []
  for (const person of people) {
    const to = await reach(tx, work.vault, person)
    if (to) found.push(to)
  }
  return found
}

async function askSteward(tx: Tx, work: Work, organisation: string): Promise<void> {
  const now = work.now()
  const items = await listForLetter(tx, organisation, now)
  if (!items.some(isNews)) return
  const editors = await reachable(tx, work, await listEditors(tx, organisation))
  if (editors.length === 0) return
  const batch = randomUUID()
  const made = await tx
    .insertInto('knowledge_check_batches')
    .values({ id: batch, organisation_id: organisation, week: weekOf(dayAt(now)), made_at: now })
    .onConflict((conflict) => conflict.constraint('knowledge_check_batches_weekly').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return
  await tx
    .insertInto('knowledge_check_batch_items')
    .values(items.map((each) => ({ batch_id: batch, item_id: each.item, state: each.standing })))
    .execute()
  for (const editor of editors) await writeTo(tx, work, editor, batch, items)
  await record(tx, 'knowledge.checks-asked', batch, now, { items: items.length, editors: editors.length })
}

async function writeTo(
  tx: Tx,
  work: Work,
  editor: Reachable,
  batch: string,
  items: readonly LetterItem[],
): Promise<void> {
  const words = checksWords[editor.lang].letter
  const late = items.filter((each) => step(each.standing) >= step('overdue')).length
  const broken = items.filter((each) => each.broken).length
  const token = await makeLink(tx, {
    subject: batch,
    purpose: 'check',
    person: editor.id,
    until: inDays(linkDays, work.now()),
  })
  const written = await work.mail.write(tx, {
    cause: `knowledge.check:${batch}:${editor.id}`,
    kind: 'expected',
    to: editor.email,
    ...letter({
      lang: editor.lang,
      subject: words.subject,
      greeting: words.greeting,
      paragraphs: [
        words.asked(items.length),
        ...(late > 0 ? [words.late(late)] : []),
        ...(broken > 0 ? [words.links(broken)] : []),
        words.how,
      ],
      button: { label: words.button, href: `${work.origin}${href(editor.lang, paths.letterChecks(token))}` },
      footer: words.footer,
    }),
  })
  if (written !== 'written') await revokeProof(tx, token)
}

/** Writes to the editors of every steward that has something new to hear: each at most once in a week. */
export async function askForChecks(work: Work): Promise<void> {
  const stewards = await work.transaction((tx) => listStewardsToAsk(tx, work.now()))
  for (const steward of stewards) await work.transaction((tx) => askSteward(tx, work, steward))
}
