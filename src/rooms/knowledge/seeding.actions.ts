import { randomUUID } from 'node:crypto'
import type { Lang } from '../../lib/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { fields, sealerOfItem } from './items/items.sql.ts'
import type { Details } from './kinds/kinds.rules.ts'
import { publish } from './publishing/publishing.actions.ts'
import type { Provenance, Source } from './square.tables.ts'
import { makeItem, type Doer } from './items/starting.actions.ts'

/** A finished item as a demo or test network has it. */
export type OwnItem = {
  readonly slug?: string
  readonly title: string
  readonly summary: string
  readonly lang: Lang
  readonly type: string
  readonly themes: readonly string[]
  readonly roles: readonly string[]
  readonly audiences: readonly string[]
  /** Partner organisations, by id. */
  readonly stewards: readonly string[]
  /** Markdown, in the parts of its kind or in one. */
  readonly body: string | readonly { readonly key: string; readonly text: string }[]
  readonly details?: Details
  readonly regions?: readonly string[]
  readonly provenance: Provenance
  /** The names under which authors appear; each stands for an invented author who said yes. */
  readonly authors: readonly string[]
  readonly source: Source | null
  readonly licence?: string
  readonly writtenOn?: string | null
  readonly checkedAt: Date
  readonly publishedAt: Date
}

/**
 * Makes a finished item that is ready to be published, for the seeds of a demo or test database only: what is marked in it
 * was looked at by whoever wrote the seed. @returns its id.
 */
export async function prepareOwnItem(tx: Tx, vault: Vault, own: OwnItem, doer: Doer): Promise<string> {
  const { mode } = await tx.selectFrom('platform_installation').select('mode').executeTakeFirstOrThrow()
  if (mode === 'production') throw new Error('items are seeded in a demo or test database only')
  // What comes from a request has an author, named or not.
  const authors = own.authors.length > 0 ? own.authors : own.provenance === 'request' ? [null] : []
  const id = await makeItem(
    tx,
    vault,
    {
      ...own,
      parts: (typeof own.body === 'string' ? [{ key: 'text', text: own.body }] : own.body).map((part) => ({
        ...part,
        whose: 'editor' as const,
        author: null,
      })),
      licence: own.licence ?? 'CC-BY-4.0',
      writtenOn: own.writtenOn ?? null,
      givers: authors.map(() => ({ kind: 'author' as const, person: null })),
      state: 'ready',
    },
    doer,
    own.publishedAt,
  )
  if (authors.length > 0) await sayYesFor(tx, vault, id, authors, own.publishedAt)
  await tx
    .updateTable('knowledge_items')
    .set({ changed_at: own.publishedAt, checked_at: own.checkedAt })
    .where('id', '=', id)
    .execute()
  return id
}

/** Publishes what was prepared. @returns its id and its path word. */
export async function publishPrepared(
  tx: Tx,
  vault: Vault,
  id: string,
  own: Pick<OwnItem, 'slug' | 'publishedAt'>,
  now: Date,
): Promise<{ readonly id: string; readonly slug: string }> {
  const { slug } = await publish(tx, vault, id, 1, now, {
    ...(own.slug !== undefined && { slug: own.slug }),
    publishedAt: own.publishedAt,
    seeded: true,
  })
  return { id, slug }
}

/** Makes and publishes a finished item in one go, for seeds. @returns its id and its path word. */
export const publishOwnItem = async (
  tx: Tx,
  vault: Vault,
  own: OwnItem,
  doer: Doer,
  now: Date,
): Promise<{ readonly id: string; readonly slug: string }> =>
  publishPrepared(tx, vault, await prepareOwnItem(tx, vault, own, doer), own, now)

async function sayYesFor(tx: Tx, vault: Vault, id: string, names: readonly (string | null)[], at: Date): Promise<void> {
  const sealer = await sealerOfItem(tx, vault, id)
  const givers = await tx.selectFrom('knowledge_item_givers').selectAll().where('item_id', '=', id).execute()
  for (const [index, giver] of givers.entries()) {
    if (giver.text_version === null) throw new Error('words without a version')
    const yes = randomUUID()
    const name = names[index] ?? null
    await tx
      .insertInto('knowledge_item_yeses')
      .values({
        id: yes,
        giver_id: giver.id,
        item_id: id,
        text_version: giver.text_version,
        asked_at: at,
        answer: 'yes',
        answered_at: at,
        shown_as_sealed: name === null ? null : sealer.seal(fields.shownAs(yes), name),
      })
      .execute()
  }
}
