import { randomUUID } from 'node:crypto'
import type { HeldBack } from '../../../lib/documents/read.ts'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { partnerOrganisations } from '../../accounts/public.ts'
import { fields, itemHolder, type ItemContext } from './items.sql.ts'
import type { Details } from '../kinds/kinds.rules.ts'
import { marksOf, openIn } from './marks.rules.ts'
import { problems } from '../problems.ts'
import { scanContext } from './scanning.ts'
import type { Provenance, Source } from '../square.tables.ts'
import type { State } from './states.rules.ts'
import { wordsOfGiver, type ItemText } from './texts.rules.ts'
import { wordingOf } from './wordings.rules.ts'

/** Who does something here: an editor, a coordinator of the desk, or (null) the command line. */
export type Doer = {
  readonly person: string
  readonly edits: ReadonlySet<string>
  readonly coordinates?: boolean
} | null

export type Giver = { readonly kind: 'requester' | 'author'; readonly person: string | null }

/** The keyed hash of the words that a giver says yes to. */
export const versionOfWords = (vault: Vault, text: ItemText, giver: Giver): Buffer =>
  vault.blindIndex('knowledge words', wordsOfGiver(text, giver))

export type NewItem = ItemText & {
  /** Of an item that moves in from elsewhere; else it gets a number. */
  readonly id?: string
  readonly lang: Lang
  readonly type: string | null
  readonly themes: readonly string[]
  readonly roles: readonly string[]
  readonly audiences: readonly string[]
  readonly regions?: readonly string[]
  readonly details?: Details
  readonly source: Source | null
  readonly provenance: Provenance
  readonly licence: string
  readonly writtenOn: string | null
  /** Organisations that keep it, by id; they must be partners. */
  readonly stewards: readonly string[]
  readonly givers: readonly Giver[]
  readonly context?: ItemContext
  readonly request?: { readonly reference: string; readonly index: Buffer }
  readonly contact?: { readonly email: string; readonly lang: Lang }
  readonly held?: readonly HeldBack[]
  readonly fileIndex?: Buffer
  readonly state?: Extract<State, 'concept' | 'ready'>
}

/** Every steward is a partner; an editor starts only for organisations of their own. */
async function mayStart(tx: Tx, doer: Doer, stewards: readonly string[]): Promise<void> {
  if (stewards.length === 0) throw problems['no-steward']()
  const partners = new Set((await partnerOrganisations(tx)).map((each) => each.id))
  if (stewards.some((id) => !partners.has(id))) throw problems['not-a-partner']()
  if (doer !== null && !doer.coordinates && stewards.some((id) => !doer.edits.has(id))) throw problems['no-steward']()
}

/**
 * Writes drafts with their words, their stewards and those whose yes they need, a table at a time: as quick for five hundred
 * as for one. Whether they may be, is asked before. @returns their ids, in order.
 */
export async function insertItems(
  tx: Tx,
  vault: Vault,
  items: readonly NewItem[],
  doer: Doer,
  now: Date,
): Promise<readonly string[]> {
  const person = doer?.person ?? null
  const made = items.map((item) => ({ ...item, id: item.id ?? randomUUID() }))
  const sealers = await vault.makeKeys(
    tx,
    made.map((item) => itemHolder(item.id)),
  )
  const sealerFor = (id: string) => {
    const sealer = sealers.get(itemHolder(id))
    if (sealer === undefined) throw new Error('an item without a data key')
    return sealer
  }
  await tx
    .insertInto('knowledge_items')
    .values(
      made.map((item) => {
        const sealer = sealerFor(item.id)
        const context = item.context ?? { organisations: [], people: [] }
        const open = openIn(marksOf(item, [], scanContext(context), item.provenance)).length
        return {
          id: item.id,
          state: item.state ?? 'concept',
          state_since: now,
          lang: item.lang,
          type: item.type,
          title_sealed: sealer.seal(fields.title, item.title),
          summary_sealed: sealer.seal(fields.summary, item.summary),
          source_sealed: item.source === null ? null : sealer.seal(fields.source, JSON.stringify(item.source)),
          themes: [...item.themes],
          roles: [...item.roles],
          audiences: [...item.audiences],
          regions: [...(item.regions ?? [])],
          details_sealed: item.details ? sealer.seal(fields.details, JSON.stringify(item.details)) : null,
          provenance: item.provenance,
          licence: item.licence,
          written_on: item.writtenOn,
          open_marks: item.state === 'ready' ? 0 : open,
          started_by: person,
          made_at: now,
          changed_at: now,
          checked_at: now,
          request_index: item.request?.index ?? null,
          request_sealed: item.request ? sealer.seal(fields.request, item.request.reference) : null,
          context_sealed: item.context ? sealer.seal(fields.context, JSON.stringify(item.context)) : null,
          file_index: item.fileIndex ?? null,
          held_sealed: item.held ? sealer.seal(fields.held, JSON.stringify(item.held)) : null,
        }
      }),
    )
    .execute()
  await tx
    .insertInto('knowledge_item_stewards')
    .values(
      made.flatMap((item) =>
        item.stewards.map((organisation_id) => ({
          item_id: item.id,
          organisation_id,
          added_by: person,
          added_at: now,
          accepted_at: now,
        })),
      ),
    )
    .execute()
  const parts = made.flatMap((item) =>
    item.parts.map((part, position) => ({
      item_id: item.id,
      key: part.key,
      position,
      whose: part.whose,
      author_id: part.author,
      text_sealed: sealerFor(item.id).seal(fields.part(part.key), part.text),
    })),
  )
  if (parts.length > 0) await tx.insertInto('knowledge_item_parts').values(parts).execute()
  const givers = made.flatMap((item) =>
    item.givers.map((giver) => ({
      id: randomUUID(),
      item_id: item.id,
      kind: giver.kind,
      person_id: giver.person,
      text_version: versionOfWords(vault, item, giver),
    })),
  )
  if (givers.length > 0) await tx.insertInto('knowledge_item_givers').values(givers).execute()
  const contacts = made.flatMap(({ id, contact }) =>
    contact === undefined
      ? []
      : [{ item_id: id, email_sealed: sealerFor(id).seal(fields.contact, contact.email), lang: contact.lang }],
  )
  if (contacts.length > 0) await tx.insertInto('knowledge_item_contacts').values(contacts).execute()
  await tx
    .insertInto('knowledge_item_revisions')
    .values(
      made.map((item) => ({
        item_id: item.id,
        version: 1,
        saved_by: person,
        saved_at: now,
        text_sealed: sealerFor(item.id).seal(
          fields.revision(1),
          JSON.stringify(wordingOf(item, { ...item, regions: item.regions ?? [], details: item.details ?? {} })),
        ),
      })),
    )
    .execute()
  return made.map((item) => item.id)
}

/** Makes a draft with its words, its stewards and those whose yes it needs. @returns its id. */
export async function makeItem(tx: Tx, vault: Vault, item: NewItem, doer: Doer, now: Date): Promise<string> {
  await mayStart(tx, doer, item.stewards)
  const [id = ''] = await insertItems(tx, vault, [item], doer, now)
  await record(tx, 'knowledge.item-started', id, now, { provenance: item.provenance })
  return id
}

/** What a closed request leaves behind for a knowledge item. */
export type Harvest = {
  /** Opaque here: kept sealed, and never shown. One draft is made per request. */
  readonly request: string
  readonly lang: Lang
  /** The chosen parts, in order. 'author' with null is the text of all authors together. */
  readonly parts: readonly {
    readonly key: string
    readonly whose: 'requester' | 'author'
    readonly author: string | null
    readonly text: string
  }[]
  /**
   * Everybody who gave the answer, by person: nothing is published without the yes of each. null for somebody who was
   * erased: then there is nobody to ask, and the item cannot be published.
   */
  readonly authors: readonly (string | null)[]
  /** Where the requester is asked for a yes; needed when a part is the requester's. Nobody can read it back. */
  readonly requester: { readonly email: string; readonly lang: Lang } | null
  /** Names to mark in the text: the requester's organisation among them. */
  readonly organisationNames: readonly string[]
  /** Names of people to mark: the requester, the authors. */
  readonly personNames: readonly string[]
  readonly themes: readonly string[]
  /** Partner organisations that will keep the item, by id. An editor can name only their own. */
  readonly stewards: readonly string[]
}

/**
 * Starts a draft from parts of a closed request; it waits in the editors' list to be made unrecognisable.
 * @returns the draft, also when this request already has one that was not withdrawn: then nothing is made
 * @throws Problem no-steward, not-a-partner
 */
export async function startDraftFromRequest(
  tx: Tx,
  vault: Vault,
  harvest: Harvest,
  doer: NonNullable<Doer>,
  now: Date,
): Promise<{ readonly kind: 'started' | 'there-already'; readonly item: string }> {
  const index = vault.blindIndex('knowledge request', harvest.request)
  const earlier = await tx
    .selectFrom('knowledge_items')
    .select('id')
    .where('request_index', '=', index)
    .executeTakeFirst()
  if (earlier) return { kind: 'there-already', item: earlier.id }
  const own = harvest.parts.some((part) => part.whose === 'requester')
  if (own && harvest.requester === null) throw new Error('words of a requester who cannot be asked')
  const item = await makeItem(
    tx,
    vault,
    {
      title: '',
      summary: '',
      parts: harvest.parts,
      lang: harvest.lang,
      type: 'faq',
      themes: harvest.themes,
      roles: [],
      audiences: [],
      source: null,
      provenance: 'request',
      licence: 'CC-BY-4.0',
      writtenOn: null,
      stewards: harvest.stewards,
      givers: [
        ...[...new Set(harvest.authors)].map((person): Giver => ({ kind: 'author', person })),
        ...(own ? [{ kind: 'requester', person: null } satisfies Giver] : []),
      ],
      context: { organisations: harvest.organisationNames, people: harvest.personNames },
      request: { reference: harvest.request, index },
      ...(own && harvest.requester && { contact: harvest.requester }),
    },
    doer,
    now,
  )
  return { kind: 'started', item }
}

/** Starts an empty draft for organisations of the editor's own. @returns its id. */
export const startOwnItem = (
  tx: Tx,
  vault: Vault,
  start: { readonly title: string; readonly lang: Lang; readonly type: string; readonly stewards: readonly string[] },
  doer: NonNullable<Doer>,
  now: Date,
): Promise<string> =>
  makeItem(
    tx,
    vault,
    {
      title: start.title,
      summary: '',
      parts: [{ key: 'text', whose: 'editor', author: null, text: '' }],
      lang: start.lang,
      type: start.type,
      themes: [],
      roles: [],
      audiences: [],
      source: null,
      provenance: 'own',
      licence: 'CC-BY-4.0',
      writtenOn: null,
      stewards: start.stewards,
      givers: [],
    },
    { ...doer, coordinates: false },
    now,
  )
