import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { DataEntry } from '../../platform/room.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { approvalsMap, decisionsOf, eraseDecider } from './deciding/approvals.holdings.ts'
import { fields, itemHolder } from './items/items.sql.ts'
import { eraseHarvests, harvestsMap, harvestsOf } from './harvests/harvests.holdings.ts'
import { eraseSubscriptions, exportSubscriptions, subscriptionData } from './subscriptions/subscriptions.holdings.ts'
import { eraseSuccessor, successionMap, successionsOf } from './stewards/succession.holdings.ts'
import { erasePicturesAddedBy, picturesAddedBy, picturesMap } from './writing/pictures.holdings.ts'
import { movingData } from './moving/moving.holdings.ts'
import { eraseSuggestions, suggestionsMap, suggestionsOf } from './deciding/suggestions.holdings.ts'
import { eraseStartChanges, startChangesOf, startPagesMap } from './pages/start-pages.holdings.ts'
import { contactsMap, contactsOf, eraseContacts } from './topic-contacts/topic-contacts.holdings.ts'
import { erasePresses, pressesOf } from './items/support.actions.ts'
import './freshness/checks.tables.ts'

/** Everything in this room that holds something of a person. */
export const dataMap: readonly DataEntry[] = [
  ...subscriptionData,
  {
    column: 'knowledge_items.title_sealed',
    class: 'special',
    purpose: 'draft of a knowledge item',
    keep: 'as long as the item',
  },
  {
    column: 'knowledge_items.summary_sealed',
    class: 'special',
    purpose: 'draft of a knowledge item',
    keep: 'as long as the item',
  },
  {
    column: 'knowledge_items.source_sealed',
    class: 'personal',
    purpose: 'what the text rests on; can name who wrote that',
    keep: 'as long as the item',
    copies: ['square.items.source'],
    afterErasure: 'all of it: it names a work that others published, not an account',
    notInCopy: 'it is about a work, and is not kept by person',
  },
  {
    column: 'knowledge_items.details_sealed',
    class: 'personal',
    purpose: 'short facts of its kind; can name who made a work or pays for a project',
    keep: 'as long as the item',
    copies: ['square.items.details'],
    afterErasure: 'all of it: it is about a work, a training or a project, not an account',
    notInCopy: 'it is about a work, a training or a project, and is not kept by person',
  },
  {
    column: 'knowledge_item_supports.person_id',
    class: 'special',
    purpose: 'one press per person for a research question or a project',
    keep: 'until it is taken back or the person is erased',
  },
  {
    column: 'knowledge_item_supports.contact_sealed',
    class: 'personal',
    purpose: 'so that those who keep a project can invite who wants to join',
    keep: 'until it is taken back or the person is erased',
  },
  {
    column: 'knowledge_items.request_sealed',
    class: 'special',
    purpose: 'to know which request a draft came from',
    keep: 'as long as the item',
  },
  {
    column: 'knowledge_items.request_index',
    class: 'personal',
    purpose: 'one draft per request',
    keep: 'as long as the item',
  },
  {
    column: 'knowledge_items.context_sealed',
    class: 'special',
    purpose: 'names to mark in the text',
    keep: 'as long as the item',
  },
  {
    column: 'knowledge_items.held_sealed',
    class: 'personal',
    purpose: 'contact details kept out of an imported text',
    keep: '90 days after publication',
  },
  {
    column: 'knowledge_items.started_by',
    class: 'personal',
    purpose: 'who started a draft',
    keep: 'until the person is erased',
  },
  {
    column: 'knowledge_items.withdrawn_reason_sealed',
    class: 'personal',
    purpose: 'why it was taken off the square',
    keep: 'as long as the item',
  },
  {
    column: 'knowledge_item_parts.text_sealed',
    class: 'special',
    purpose: 'the words of a draft',
    keep: 'as long as the item',
  },
  {
    column: 'knowledge_item_parts.author_id',
    class: 'personal',
    purpose: 'whose words they are',
    keep: 'until the person is erased',
  },
  {
    column: 'knowledge_item_marks.reason_sealed',
    class: 'personal',
    purpose: 'why something may stand',
    keep: 'as long as the item',
  },
  {
    column: 'knowledge_item_marks.decided_by',
    class: 'personal',
    purpose: 'who decided',
    keep: 'until the person is erased',
  },
  {
    column: 'knowledge_item_revisions.text_sealed',
    class: 'special',
    purpose: 'earlier words of an item, to compare and put back',
    keep: '90 days, or until somebody whose words they hold takes a yes back or is erased',
  },
  {
    column: 'knowledge_item_revisions.reason_sealed',
    class: 'personal',
    purpose: 'why a version was saved',
    keep: 'as long as the item',
  },
  {
    column: 'knowledge_item_revisions.saved_by',
    class: 'personal',
    purpose: 'who saved a version',
    keep: 'until the person is erased',
  },
  {
    column: 'knowledge_item_moves.by_person',
    class: 'personal',
    purpose: 'who moved a draft',
    keep: 'until the person is erased',
  },
  {
    column: 'knowledge_item_givers.person_id',
    class: 'special',
    purpose: 'whose yes is needed',
    keep: 'until the person is erased',
  },
  {
    column: 'knowledge_item_yeses.answer',
    class: 'personal',
    purpose: 'whether the words of somebody may stand',
    keep: 'as long as the item',
    afterErasure: 'the dated yes or no, without whose: the proof that the words may stand',
  },
  {
    column: 'knowledge_item_yeses.shown_as_sealed',
    class: 'special',
    purpose: 'the name an author chose',
    keep: 'until the person is erased',
    copies: ['square.items.authors'],
  },
  {
    column: 'knowledge_item_yeses.asked_by',
    class: 'personal',
    purpose: 'who asked',
    keep: 'until the person is erased',
  },
  {
    column: 'knowledge_item_contacts.email_sealed',
    class: 'special',
    purpose: 'to ask the requester for a yes',
    keep: 'until the item is withdrawn',
  },
  {
    column: 'knowledge_item_stewards.added_by',
    class: 'personal',
    purpose: 'who asked an organisation',
    keep: 'until the person is erased',
  },
  {
    column: 'knowledge_checks.by_person',
    class: 'personal',
    purpose: 'who said whether an item is still right',
    keep: 'until the person is erased',
  },
  {
    column: 'knowledge_items.review_months',
    class: 'none',
    purpose: 'how often an item is looked at',
    keep: 'as long as the item',
  },
  {
    column: 'knowledge_check_batch_items.batch_id',
    class: 'none',
    purpose: 'which items stood in which letter',
    keep: '2 years',
  },
  {
    column: 'knowledge_link_checks.link',
    class: 'none',
    purpose: 'address in a published text that stopped working',
    keep: 'until it works again',
  },
  {
    column: 'knowledge_link_checks.failed_days',
    class: 'none',
    purpose: 'how often it failed',
    keep: 'until it works again',
  },
  {
    column: 'items.authors',
    class: 'personal',
    purpose: 'names that authors chose to appear under',
    keep: 'until the yes is taken back',
  },
  ...approvalsMap,
  ...successionMap,
  ...suggestionsMap,
  ...startPagesMap,
  ...contactsMap,
  ...picturesMap,
  ...movingData,
  ...harvestsMap,
  {
    column: 'knowledge_empty_searches.words',
    class: 'none',
    purpose: 'what nobody has written about yet; words only',
    keep: '90 days',
  },
  {
    column: 'knowledge_empty_searches.same',
    class: 'none',
    purpose: 'the same words in any order and form, to count on how many days they came',
    keep: '90 days',
  },
  {
    column: 'knowledge_searches_seen.same',
    class: 'none',
    purpose: 'searched words that an editor looked at, so that they are not offered again',
    keep: '90 days',
  },
  {
    column: 'knowledge_desk_counts.requests',
    class: 'none',
    purpose: 'how many questions of the desk belong to a question of research; of which ones is not kept',
    keep: 'as long as the item',
    copies: ['square.item_requests.requests'],
  },
  {
    column: 'knowledge_gap_notes.words',
    class: 'none',
    purpose: 'what the desk missed, in words of a coordinator that point at nobody',
    keep: 'until an editor looked at it, 12 months at most',
  },
]

/** What the room holds about a person: which items they were asked about, what they said, the name they chose. */
export async function exportPerson(tx: Tx, vault: Vault, person: string): Promise<Readonly<Record<string, unknown>>> {
  const rows = await tx
    .selectFrom('knowledge_item_yeses as y')
    .innerJoin('knowledge_item_givers as g', 'g.id', 'y.giver_id')
    .innerJoin('knowledge_items as i', 'i.id', 'y.item_id')
    .select([
      'y.id',
      'y.item_id',
      'y.asked_at',
      'y.answer',
      'y.answered_at',
      'y.withdrawn_at',
      'y.shown_as_sealed',
      'i.title_sealed',
    ])
    .where('g.person_id', '=', person)
    .orderBy('y.asked_at')
    .execute()
  const sealers = await vault.sealersOf(
    tx,
    rows.map((row) => itemHolder(row.item_id)),
  )
  const saved = await tx
    .selectFrom('knowledge_item_revisions')
    .select(['item_id', 'version', 'saved_at'])
    .where('saved_by', '=', person)
    .orderBy('saved_at')
    .execute()
  const checks = await tx
    .selectFrom('knowledge_checks')
    .select(['item_id', 'outcome', 'at'])
    .where('by_person', '=', person)
    .orderBy('at')
    .execute()
  return {
    checksGiven: checks.map((row) => ({ item: row.item_id, answer: row.outcome, at: row.at })),
    asked: rows.map((row) => {
      const sealer = sealers.get(itemHolder(row.item_id))
      return {
        item: sealer?.open(fields.title, row.title_sealed) ?? null,
        askedAt: row.asked_at,
        answer: row.answer,
        answeredAt: row.answered_at,
        takenBackAt: row.withdrawn_at,
        shownAs: row.shown_as_sealed && sealer ? sealer.open(fields.shownAs(row.id), row.shown_as_sealed) : null,
      }
    }),
    decisions: await decisionsOf(tx, vault, person),
    successions: await successionsOf(tx, person),
    picturesAdded: await picturesAddedBy(tx, person),
    suggestions: await suggestionsOf(tx, vault, person),
    contacts: await contactsOf(tx, vault, person),
    harvests: await harvestsOf(tx, person),
    startPagesChanged: await startChangesOf(tx, person),
    pressed: await pressesOf(tx, vault, person),
    newsletters: await exportSubscriptions(tx, vault, person),
    versionsSaved: saved.map((row) => ({ item: row.item_id, version: row.version, at: row.saved_at })),
  }
}

/**
 * The name of an author goes, from the square too; the dated yes stays as the proof that the words may stand. Who wants
 * the words gone as well takes the yes back first (`withdrawAllOfPerson`).
 */
export async function erasePerson(tx: Tx, vault: Vault, person: string, now: Date): Promise<void> {
  const shown = await tx
    .selectFrom('knowledge_item_yeses as y')
    .innerJoin('knowledge_item_givers as g', 'g.id', 'y.giver_id')
    .select(['y.id', 'y.item_id', 'y.shown_as_sealed'])
    .where('g.person_id', '=', person)
    .where('y.shown_as_sealed', 'is not', null)
    .execute()
  const sealers = await vault.sealersOf(
    tx,
    shown.map((row) => itemHolder(row.item_id)),
  )
  for (const { id, item_id, shown_as_sealed } of shown) {
    const name = shown_as_sealed && sealers.get(itemHolder(item_id))?.open(fields.shownAs(id), shown_as_sealed)
    if (name)
      await sql`update square.items set authors = array_remove(authors, ${name}) where id = ${item_id}`.execute(tx)
    await tx.updateTable('knowledge_item_yeses').set({ shown_as_sealed: null }).where('id', '=', id).execute()
  }
  if (shown.length > 0) await sql`select pg_notify('square', '')`.execute(tx)
  await erasePresses(tx, person)
  await eraseSubscriptions(tx, vault, person, now)
  await eraseStartChanges(tx, person)
  await eraseContacts(tx, vault, person)
  await eraseHarvests(tx, person)
  await erasePicturesAddedBy(tx, person)
  // Earlier versions name whose words they hold, and nobody can be asked about them any more.
  await tx
    .updateTable('knowledge_item_revisions')
    .set({ text_sealed: null })
    .where('item_id', 'in', (query) =>
      query.selectFrom('knowledge_item_givers').select('item_id').where('person_id', '=', person),
    )
    .execute()
  await eraseDecider(tx, person)
  await eraseSuccessor(tx, person)
  await eraseSuggestions(tx, person, now)
  await tx.updateTable('knowledge_item_givers').set({ person_id: null }).where('person_id', '=', person).execute()
  await tx.updateTable('knowledge_item_parts').set({ author_id: null }).where('author_id', '=', person).execute()
  await tx.updateTable('knowledge_items').set({ started_by: null }).where('started_by', '=', person).execute()
  await tx.updateTable('knowledge_item_marks').set({ decided_by: null }).where('decided_by', '=', person).execute()
  await tx.updateTable('knowledge_item_revisions').set({ saved_by: null }).where('saved_by', '=', person).execute()
  await tx.updateTable('knowledge_item_moves').set({ by_person: null }).where('by_person', '=', person).execute()
  await tx.updateTable('knowledge_item_yeses').set({ asked_by: null }).where('asked_by', '=', person).execute()
  await tx.updateTable('knowledge_checks').set({ by_person: null }).where('by_person', '=', person).execute()
  await tx.updateTable('knowledge_item_stewards').set({ added_by: null }).where('added_by', '=', person).execute()
}

/**
 * Forgets where a requester can be asked, when the request they came from is forgotten. A yes that was given stays.
 * `request` is the reference that the draft was started with.
 */
export async function forgetRequester(tx: Tx, vault: Vault, request: string): Promise<void> {
  const index = vault.blindIndex('knowledge request', request)
  const item = await tx.selectFrom('knowledge_items').select('id').where('request_index', '=', index).executeTakeFirst()
  if (!item) return
  await tx.deleteFrom('knowledge_item_contacts').where('item_id', '=', item.id).execute()
  await tx
    .updateTable('knowledge_items')
    .set({ request_sealed: null, request_index: null, context_sealed: null })
    .where('id', '=', item.id)
    .execute()
}
