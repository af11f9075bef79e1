import { sql } from 'kysely'
import { dayAt, daysLater } from '../../lib/days.ts'
import { bothLanguages } from '../../lib/words.ts'
import type { RetentionRule } from '../../platform/jobs/retention.ts'
import { subscriptionRetention } from './subscriptions/subscriptions.holdings.ts'

const batch = 1_000
const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

const rule = (
  name: string,
  what: readonly [string, string],
  keep: string,
  due: (now: Date) => ReturnType<typeof sql<{ id: string }>>,
  remove: (ids: ReturnType<typeof due>) => ReturnType<typeof sql>,
): RetentionRule => ({
  name,
  what: bothLanguages(...what),
  keep,
  async run(tx, now, dryRun) {
    if (dryRun) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${due(now)}) d`.execute(tx)
      return rows[0]?.n ?? 0
    }
    const done = await remove(sql<{ id: string }>`${due(now)} limit ${batch}`).execute(tx)
    return Number(done.numAffectedRows ?? 0n)
  },
})

export const retention: readonly RetentionRule[] = [
  ...subscriptionRetention,
  rule(
    'knowledge.old-words',
    ['Eerdere versies van een concept', 'Earlier versions of a draft'],
    '90 days after they were saved, except the newest and what stands on the square',
    (now) => sql<{ id: string }>`
      select r.item_id || '/' || r.version as id from knowledge_item_revisions r
       where r.text_sealed is not null and r.saved_at < ${daysBefore(now, 90)}
         and exists (select from knowledge_items i where i.id = r.item_id and i.version > r.version
                       and i.shelf_version is distinct from r.version)`,
    (ids) => sql`update knowledge_item_revisions set text_sealed = null where item_id || '/' || version in (${ids})`,
  ),
  rule(
    'knowledge.held-back',
    ['Contactgegevens die buiten een geïmporteerde tekst bleven', 'Contact details kept out of an imported text'],
    '90 days after publication',
    (now) => sql<{ id: string }>`
      select i.id::text as id from knowledge_items i where i.held_sealed is not null and i.published_at < ${daysBefore(now, 90)}`,
    (ids) => sql`update knowledge_items set held_sealed = null where id::text in (${ids})`,
  ),
  rule(
    'knowledge.contacts',
    ['Adres van een vrager van wie de tekst is teruggehaald', 'Address of a requester whose text was withdrawn'],
    '30 days after it was withdrawn',
    (now) => sql<{ id: string }>`
      select c.item_id::text as id from knowledge_item_contacts c join knowledge_items i on i.id = c.item_id
       where i.state = 'withdrawn' and i.state_since < ${daysBefore(now, 30)}`,
    (ids) => sql`delete from knowledge_item_contacts where item_id::text in (${ids})`,
  ),
  rule(
    'knowledge.empty-searches',
    ['Woorden waar niets over te vinden was', 'Words that nothing was found about'],
    '90 days',
    (now) => sql<{ id: string }>`
      select e.id::text as id from knowledge_empty_searches e where e.searched_on < ${daysLater(dayAt(now), -90)}::date`,
    (ids) => sql`delete from knowledge_empty_searches where id::text in (${ids})`,
  ),
  rule(
    'knowledge.searches-seen',
    ['Gezochte woorden die een redacteur opzij legde', 'Searched words that an editor laid aside'],
    '90 days',
    (now) => sql<{ id: string }>`
      select e.same as id from knowledge_searches_seen e where e.seen_on < ${daysLater(dayAt(now), -90)}::date`,
    (ids) => sql`delete from knowledge_searches_seen where same in (${ids})`,
  ),
  rule(
    'knowledge.gap-notes',
    ['Wat het adviespunt miste en niemand opschreef', 'What the desk missed and nobody wrote down'],
    '12 months',
    (now) => sql<{ id: string }>`
      select n.id::text as id from knowledge_gap_notes n where n.noted_at < ${daysBefore(now, 365)}`,
    (ids) => sql`delete from knowledge_gap_notes where id::text in (${ids})`,
  ),
  rule(
    'knowledge.checks',
    ['Wie zei of een item nog klopt', 'Who said whether an item is still right'],
    '5 years, except the newest of an item',
    (now) => sql<{ id: string }>`
      select c.id::text as id from knowledge_checks c
       where c.at < ${daysBefore(now, 5 * 365)}
         and exists (select from knowledge_checks newer where newer.item_id = c.item_id and newer.at > c.at)`,
    (ids) => sql`delete from knowledge_checks where id::text in (${ids})`,
  ),
  rule(
    'knowledge.check-letters',
    ['Welke items in een mail om na te kijken stonden', 'Which items a mail asked to be checked'],
    '2 years',
    (now) => sql<{ id: string }>`
      select b.id::text as id from knowledge_check_batches b where b.made_at < ${daysBefore(now, 2 * 365)}`,
    (ids) => sql`delete from knowledge_check_batches where id::text in (${ids})`,
  ),
  rule(
    'knowledge.deciding-letters',
    [
      'Welke organisatie wanneer een mail kreeg om mee te beslissen',
      'Which organisation had a letter to decide, and when',
    ],
    '2 years',
    (now) => sql<{ id: string }>`
      select l.id::text as id from knowledge_deciding_letters l where l.made_at < ${daysBefore(now, 2 * 365)}`,
    (ids) => sql`delete from knowledge_deciding_letters where id::text in (${ids})`,
  ),
  rule(
    'knowledge.link-checks',
    ['Links van items die niet meer op het plein staan', 'Links of items that are no longer on the square'],
    '30 days after they last failed',
    (now) => sql<{ id: string }>`
      select l.item_id || ' ' || l.link as id from knowledge_link_checks l join knowledge_items i on i.id = l.item_id
       where i.shelf_version is null and l.last_failed < ${daysBefore(now, 30)}`,
    (ids) => sql`delete from knowledge_link_checks where item_id || ' ' || link in (${ids})`,
  ),
]
