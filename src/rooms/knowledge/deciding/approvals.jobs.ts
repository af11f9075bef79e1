import { dayAt } from '../../../lib/days.ts'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { letter } from '../../../platform/mail/letter.ts'
import { makeLink, revokeProof } from '../../../platform/proofs.ts'
import { href } from '../../../ui/address.ts'
import { listEditors, reach } from '../../accounts/public.ts'
import { letSilenceCount, listSilent } from './approvals.actions.ts'
import { approvalsWords } from './approvals.text.ts'
import { paths } from '../paths.ts'
import { suggestionsWords } from './suggestions.text.ts'
import './suggestions.tables.ts'

/** How long the link of a letter works; after that a newer letter asks, or the list of the editor. */
const linkDays = 30

type Waiting = {
  readonly organisation: string
  readonly texts: number
  readonly rules: number
  readonly suggestions: number
}

const isAsked = sql<boolean>`a.answer is null and a.set_aside_at is null
  and ((a.version = i.version and i.state = 'ready') or (c.id is not null and c.outcome is null))`

/** The stewards that are asked something, or got a suggestion, of which no letter told them. */
async function listToTell(tx: Tx): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    with asked as (
      select a.organisation_id, count(a.version)::int as texts, count(a.rule_change_id)::int as rules, 0 as suggestions, bool_or(a.told_at is null) as news
        from knowledge_approvals a join knowledge_items i on i.id = a.item_id
        join knowledge_item_stewards s on s.item_id = i.id and s.organisation_id = a.organisation_id and s.accepted_at is not null
        left join knowledge_rule_changes c on c.id = a.rule_change_id
       where ${isAsked} group by 1),
    suggested as (
      select s.organisation_id, 0 as texts, 0 as rules, count(*)::int as suggestions, bool_or(g.told_at is null) as news
        from knowledge_suggestions g join knowledge_item_stewards s on s.item_id = g.item_id and s.accepted_at is not null
       where g.outcome is null group by 1)
    select organisation_id as organisation, sum(texts)::int as texts, sum(rules)::int as rules, sum(suggestions)::int as suggestions
      from (select * from asked union all select * from suggested) w group by 1 having bool_or(news) order by 1`.execute(
    tx,
  )
  return rows
}

async function tellSteward(tx: Tx, work: Work, waiting: Waiting): Promise<void> {
  const now = work.now()
  const editors = []
  for (const person of await listEditors(tx, waiting.organisation)) {
    const to = await reach(tx, work.vault, person)
    if (to) editors.push(to)
  }
  if (editors.length === 0) return
  const id = randomUUID()
  const made = await tx
    .insertInto('knowledge_deciding_letters')
    .values({ id, organisation_id: waiting.organisation, day: dayAt(now), made_at: now })
    .onConflict((conflict) => conflict.constraint('knowledge_deciding_letters_daily').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return
  const asked = waiting.texts + waiting.rules > 0
  for (const to of editors) {
    const words = approvalsWords[to.lang].letter
    const until = new Date(now.getTime() + linkDays * 86_400_000)
    const token = await makeLink(tx, { subject: id, purpose: 'deciding', person: to.id, until })
    const written = await work.mail.write(tx, {
      cause: `knowledge.deciding:${id}:${to.id}`,
      kind: 'expected',
      to: to.email,
      ...letter({
        lang: to.lang,
        subject: words.subject,
        greeting: words.greeting,
        paragraphs: [
          ...(waiting.texts > 0 ? [words.texts(waiting.texts)] : []),
          ...(waiting.rules > 0 ? [words.rules(waiting.rules)] : []),
          ...(asked ? [words.how] : []),
          ...(waiting.suggestions > 0 ? [suggestionsWords[to.lang].stewardLetter(waiting.suggestions)] : []),
        ],
        button: asked
          ? { label: words.button, href: `${work.origin}${href(to.lang, paths.letterDeciding(token))}` }
          : { label: words.see, href: `${work.origin}${href(to.lang, paths.deciding)}` },
        ...(asked && { footer: words.footer }),
      }),
    })
    if (written !== 'written') await revokeProof(tx, token)
  }
  await sql`update knowledge_approvals set told_at = ${now} where organisation_id = ${waiting.organisation} and told_at is null and answer is null`.execute(
    tx,
  )
  await record(tx, 'knowledge.stewards-asked', id, now, { texts: waiting.texts, rules: waiting.rules })
}

/** Writes to the editors of every steward that is asked something new: each at most once a day. */
async function tellStewards(work: Work): Promise<void> {
  const begun = work.now()
  for (const waiting of await work.transaction(listToTell))
    await work.transaction((tx) => tellSteward(tx, work, waiting))
  // A suggestion is for every steward of its item: told when all of them had their letter.
  await work.transaction((tx) =>
    tx
      .updateTable('knowledge_suggestions')
      .set({ told_at: begun })
      .where('told_at', 'is', null)
      .where('made_at', '<=', begun)
      .execute(),
  )
}

async function takeSilence(work: Work): Promise<void> {
  for (const item of await work.transaction((tx) => listSilent(tx, work.now())))
    await work.transaction((tx) => letSilenceCount(tx, item, work.now()))
}

export const approvalJobs: RoomJobs = {
  on: {},
  daily: {
    'let-silence-count': { cron: '10 5 * * *', run: takeSilence },
    'ask-stewards': { cron: '50 7 * * *', run: tellStewards },
  },
}
