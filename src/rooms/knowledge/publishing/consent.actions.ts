import { sql } from 'kysely'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { giveConsent, withdrawConsent } from '../../accounts/public.ts'
import { fields, isId, sealerOfItem } from '../items/items.sql.ts'
import { problems, unknown } from '../problems.ts'
import { takeFromShelf } from '../search/shelf.sql.ts'
import type { State } from '../items/states.rules.ts'
import { bodyOf } from '../items/texts.rules.ts'

/** The purpose under which a yes stands in the ledger. */
export const consentPurpose = 'publish-knowledge'
// Which question was read. Another question is another number.
const questionVersion = 'publish-1'

/** What somebody who is asked sees: the words that are theirs, and where their answer stands. */
export type Asked = {
  readonly id: string
  readonly item: string
  readonly kind: 'requester' | 'author'
  readonly person: string | null
  readonly lang: Lang
  readonly state: State
  readonly onSquare: boolean
  readonly slug: string | null
  readonly title: string
  readonly summary: string
  /** Their own words in Markdown, under the headings under which they are published. */
  readonly words: string
  /** The words are still those that were asked about. */
  readonly sameText: boolean
  readonly askedAt: Date
  readonly answer: 'yes' | 'no' | null
  readonly answeredAt: Date | null
  readonly withdrawnAt: Date | null
  readonly shownAs: string | null
}

type AskedRow = {
  id: string
  item_id: string
  kind: 'requester' | 'author'
  person_id: string | null
  lang: Lang
  state: State
  on_square: boolean
  slug: string | null
  title_sealed: Buffer
  summary_sealed: Buffer
  same_text: boolean
  text_version: Buffer
  asked_at: Date
  answer: 'yes' | 'no' | null
  answered_at: Date | null
  withdrawn_at: Date | null
  shown_as_sealed: Buffer | null
  consent_id: string | null
}

const findAsked = async (tx: Tx, yes: string): Promise<AskedRow> => {
  if (!isId(yes)) throw unknown()
  const { rows } = await sql<AskedRow>`select * from house.knowledge_asked(${yes}::uuid)`.execute(tx)
  if (!rows[0]) throw unknown()
  return rows[0]
}

/**
 * The question to somebody whose words an item holds, by the link of the letter or signed in as that author.
 * @throws Problem not-found for everybody else
 */
export async function getAsked(tx: Tx, vault: Vault, yes: string): Promise<Asked> {
  const row = await findAsked(tx, yes)
  const sealer = await sealerOfItem(tx, vault, row.item_id)
  const parts = await sql<{ key: string; text_sealed: Buffer }>`
    select key, text_sealed from house.knowledge_asked_parts(${yes}::uuid)`.execute(tx)
  return {
    id: row.id,
    item: row.item_id,
    kind: row.kind,
    person: row.person_id,
    lang: row.lang,
    state: row.state,
    onSquare: row.on_square,
    slug: row.slug,
    title: sealer.open(fields.title, row.title_sealed),
    summary: sealer.open(fields.summary, row.summary_sealed),
    words: bodyOf({
      lang: row.lang,
      parts: parts.rows.map((part) => ({
        key: part.key,
        text: sealer.open(fields.part(part.key), part.text_sealed),
      })),
    }),
    sameText: row.same_text,
    askedAt: row.asked_at,
    answer: row.answer,
    answeredAt: row.answered_at,
    withdrawnAt: row.withdrawn_at,
    shownAs: row.shown_as_sealed === null ? null : sealer.open(fields.shownAs(yes), row.shown_as_sealed),
  }
}

/** What the person who is signed in was asked: the newest question per item. */
export async function listAskedOfMe(tx: Tx, vault: Vault): Promise<readonly Asked[]> {
  const { rows } = await sql<{ id: string }>`select id from house.knowledge_asked_of_me()`.execute(tx)
  const asked: Asked[] = []
  for (const { id } of rows) asked.push(await getAsked(tx, vault, id))
  return asked.toSorted((a, b) => b.askedAt.getTime() - a.askedAt.getTime())
}

export type ConsentAnswer = { readonly says: 'no' } | { readonly says: 'yes'; readonly shownAs: string | null }

const answered = async (
  tx: Tx,
  yes: string,
  says: 'yes' | 'no',
  shown: Buffer | null,
  consent: string | null,
  now: Date,
) => {
  const { rows } = await sql<{ outcome: string }>`
    select house.knowledge_answer(${yes}::uuid, ${says}, ${shown}, ${consent}::uuid, ${now}) as outcome`.execute(tx)
  return rows[0]?.outcome
}

/**
 * Says yes or no, without a reason. A yes is dated, noted in the ledger with the hash of the words, and counts for those
 * words only; the last one that was missing makes the item ready.
 * @throws Problem not-found, text-changed (the words are others by now), consent-ended, answered-already
 */
export async function answerConsent(
  tx: Tx,
  vault: Vault,
  yes: string,
  answer: ConsentAnswer,
  now: Date,
): Promise<void> {
  const row = await findAsked(tx, yes)
  let shown: Buffer | null = null
  let consent: string | null = null
  if (answer.says === 'yes') {
    // The requester never appears: an item may not point at who asked.
    const name = row.kind === 'author' ? answer.shownAs : null
    if (name !== null) shown = (await sealerOfItem(tx, vault, row.item_id)).seal(fields.shownAs(yes), name)
    consent = await giveConsent(
      tx,
      {
        person: row.person_id,
        subject: yes,
        purpose: consentPurpose,
        audience: 'everyone',
        wordingVersion: `${questionVersion}:${row.text_version.toString('hex')}`,
      },
      now,
    )
  }
  const outcome = await answered(tx, yes, answer.says, shown, consent, now)
  if (outcome === 'unknown') throw unknown()
  if (outcome === 'changed') throw problems['text-changed']()
  if (outcome === 'ended') throw problems['consent-ended']()
  if (outcome === 'already') throw problems['answered-already']()
  await record(tx, answer.says === 'yes' ? 'knowledge.consent-given' : 'knowledge.consent-declined', yes, now)
  if (outcome === 'complete') await record(tx, 'knowledge.item-ready', row.item_id, now)
}

/**
 * Takes a yes back. What stands on the square is taken down in the same transaction.
 * @throws Problem not-found
 */
export async function takeBackConsent(tx: Tx, yes: string, now: Date): Promise<void> {
  const row = await findAsked(tx, yes)
  if (row.answer !== 'yes' || row.withdrawn_at !== null) return
  if (row.consent_id !== null) await withdrawConsent(tx, row.consent_id, now)
  await takeDown(tx, yes, now)
}

/** The item side of a yes that was taken back; harmless when that was done before. */
export async function takeDown(tx: Tx, yes: string, now: Date): Promise<void> {
  const { rows } = await sql<{ item: string | null }>`
    select house.knowledge_take_back(${yes}::uuid, ${now}) as item`.execute(tx)
  const item = rows[0]?.item ?? null
  if (item !== null) {
    await takeFromShelf(tx, item)
    await record(tx, 'knowledge.item-withdrawn', item, now)
  }
}

/** Takes every yes of a person back; what stood on the square with their words is taken down. For jobs and operators. */
export async function withdrawAllOfPerson(tx: Tx, person: string, now: Date): Promise<void> {
  const yeses = await tx
    .selectFrom('knowledge_item_yeses as y')
    .innerJoin('knowledge_item_givers as g', 'g.id', 'y.giver_id')
    .select('y.id')
    .where('g.person_id', '=', person)
    .where('y.answer', '=', 'yes')
    .where('y.withdrawn_at', 'is', null)
    .execute()
  for (const { id } of yeses) await takeDown(tx, id, now)
}
