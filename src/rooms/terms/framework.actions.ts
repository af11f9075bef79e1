import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import { partnerOrganisations } from '../accounts/public.ts'
import type { Changed, LiveTerm } from './framework.rules.ts'
import { holdList, placeOnSquare } from './framework.sql.ts'
import { problems, unknown } from './problems.ts'
import type { Label } from '../../lib/words.ts'
import { currentTerms } from './terms.reference.ts'
import { slugOfTerm, whyNotRelated } from './words.rules.ts'
import './tables.ts'

/** An editor, and the partner in whose name they speak. */
export type Speaker = { readonly person: string; readonly organisation: string; readonly edits: ReadonlySet<string> }

export type NewDefinition = {
  readonly nl: string
  readonly en: string | null
  readonly sourceTitle: string
  readonly sourceLink: string | null
}

/** @returns how many partners there are. @throws Problem not-your-organisation */
export async function partnersWith(tx: Tx, speaker: Speaker): Promise<number> {
  const partners = await partnerOrganisations(tx)
  if (!speaker.edits.has(speaker.organisation) || !partners.some((each) => each.id === speaker.organisation))
    throw problems['not-your-organisation']()
  return partners.length
}

/** The term as it is now; nobody else changes a term until this transaction ends. */
async function getTerm(tx: Tx, slug: string): Promise<{ term: LiveTerm; terms: readonly LiveTerm[] }> {
  await holdList(tx)
  const terms = await currentTerms(tx)
  const term = terms.find((each) => each.slug === slug)
  if (!term) throw unknown()
  return { term, terms }
}

export async function getTermInUse(tx: Tx, slug: string) {
  const found = await getTerm(tx, slug)
  if (found.term.retired) throw problems['term-retired']()
  return found
}

export const keepEntry = (tx: Tx, slug: string, now: Date) =>
  tx
    .insertInto('terms_entries')
    .values({
      slug,
      label: null,
      made_at: now,
      changed_at: now,
      working: null,
      retired_at: null,
      retired_why: null,
      successor: null,
    })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ changed_at: now }))
    .execute()

type What =
  | 'term-added'
  | 'definition-added'
  | 'definition-retired'
  | 'words-changed'
  | 'working-changed'
  | 'term-retired'

/** Notes who changed what, and brings the square up to date. */
export async function finish(
  tx: Tx,
  slug: string,
  what: What,
  speaker: Speaker,
  now: Date,
  more: { readonly reason?: string; readonly earlier?: Changed } = {},
): Promise<void> {
  await tx
    .insertInto('terms_changes')
    .values({
      slug,
      what,
      organisation_id: speaker.organisation,
      changed_by: speaker.person,
      at: now,
      reason: more.reason ?? null,
      earlier: more.earlier ? JSON.stringify(more.earlier) : null,
    })
    .execute()
  await placeOnSquare(tx, await currentTerms(tx))
  await record(tx, `terms.${what}`, slug, now)
}

async function insertDefinition(tx: Tx, slug: string, given: NewDefinition, speaker: Speaker, now: Date) {
  const id = randomUUID()
  await tx
    .insertInto('terms_definitions')
    .values({
      id,
      slug,
      organisation_id: speaker.organisation,
      text_nl: given.nl,
      text_en: given.en,
      source_title: given.sourceTitle,
      source_link: given.sourceLink,
      added_by: speaker.person,
      added_at: now,
      retired_at: null,
    })
    .execute()
  return id
}

/**
 * A partner adds a word of the field with its own definition. It gets an address at once, and keeps that for good.
 * @throws Problem not-your-organisation, word-taken
 */
export async function addTerm(
  tx: Tx,
  label: Label,
  definition: NewDefinition,
  speaker: Speaker,
  now: Date,
): Promise<string> {
  await partnersWith(tx, speaker)
  await holdList(tx)
  const slug = slugOfTerm(label.nl)
  const terms = await currentTerms(tx)
  const same = (text: string) => text.trim().toLowerCase()
  const taken = terms.some((term) => term.slug === slug || same(term.label.nl) === same(label.nl))
  if (taken || slug === '') throw problems['word-taken']()
  await tx
    .insertInto('terms_entries')
    .values({
      slug,
      label: JSON.stringify(label),
      made_at: now,
      changed_at: now,
      working: null,
      retired_at: null,
      retired_why: null,
      successor: null,
    })
    .execute()
  await insertDefinition(tx, slug, definition, speaker, now)
  await finish(tx, slug, 'term-added', speaker, now)
  return slug
}

/**
 * A partner sets its definition beside the others. It is nobody's to change: who means something else adds another.
 * @throws Problem not-found, term-retired, not-your-organisation
 */
export async function addDefinition(
  tx: Tx,
  slug: string,
  definition: NewDefinition,
  speaker: Speaker,
  now: Date,
): Promise<string> {
  await partnersWith(tx, speaker)
  await getTermInUse(tx, slug)
  await keepEntry(tx, slug, now)
  const id = await insertDefinition(tx, slug, definition, speaker, now)
  await finish(tx, slug, 'definition-added', speaker, now)
  return id
}

/**
 * A partner takes its own definition back: it stays on the page, as one that is no longer held.
 * @throws Problem not-found, definition-in-use, not-your-organisation
 */
export async function retireDefinition(tx: Tx, slug: string, id: string, speaker: Speaker, now: Date): Promise<void> {
  await partnersWith(tx, speaker)
  const { term } = await getTerm(tx, slug)
  const definition = term.definitions.find((each) => each.key === id && each.owner.id === speaker.organisation)
  if (!definition) throw unknown()
  const proposed = term.decisions.some((each) => each.outcome === null && each.definition === id)
  if (definition.working || proposed) throw problems['definition-in-use']()
  await tx.updateTable('terms_definitions').set({ retired_at: now }).where('id', '=', id).execute()
  await keepEntry(tx, slug, now)
  await finish(tx, slug, 'definition-retired', speaker, now)
}

/**
 * Changes the words and the relations of a term: at once, with a reason, seen by all. `related` of the other side follows.
 * @throws Problem not-found, term-retired, not-your-organisation, relation-impossible
 */
export async function changeWords(
  tx: Tx,
  slug: string,
  wanted: Required<Changed>,
  reason: string,
  speaker: Speaker,
  now: Date,
): Promise<void> {
  await partnersWith(tx, speaker)
  const { term, terms } = await getTermInUse(tx, slug)
  if (whyNotRelated(terms, slug, wanted)) throw problems['relation-impossible']()
  const slugOf = (id: string) => terms.find((each) => each.id === id)?.slug ?? id
  const earlier: Changed = {
    altLabels: term.altLabels,
    hiddenLabels: term.hiddenLabels,
    broader: term.broader === null ? null : slugOf(term.broader),
    related: term.related.map(slugOf),
    note: term.note,
  }
  await keepEntry(tx, slug, now)
  const differs = Object.entries(wanted).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(earlier[name as keyof Changed]),
  )
  const others = await tx.selectFrom('terms_entries').select(['slug', 'changed']).execute()
  const before = others.find((each) => each.slug === slug)?.changed ?? {}
  const set = (at: string, changed: Changed) =>
    tx
      .updateTable('terms_entries')
      .set({ changed: JSON.stringify(changed), changed_at: now })
      .where('slug', '=', at)
      .execute()
  await set(slug, { ...before, ...Object.fromEntries(differs) })
  for (const other of others) {
    const { related } = other.changed
    if (other.slug === slug || related === undefined) continue
    const without = related.filter((each) => each !== slug)
    const aligned = wanted.related.includes(other.slug) ? [...without, slug] : without
    if (aligned.length !== related.length) await set(other.slug, { ...other.changed, related: aligned })
  }
  await finish(tx, slug, 'words-changed', speaker, now, { reason, earlier })
}
