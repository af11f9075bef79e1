import { randomUUID } from 'node:crypto'
import type { Answer, Answers, Definition, FixedMeaning } from '../../lib/questionnaire/definition.ts'
import { countingAnswers } from '../../lib/questionnaire/routing.ts'
import type { Tx } from '../../platform/db/database.ts'
import { revokeLinks } from '../../platform/proofs.ts'
import type { Sealer, Vault } from '../../platform/vault/vault.ts'
import { unknown } from './problems.ts'
import { problems } from './sheets.problems.ts'
import { answersToAnalyse, missingOn } from './sheets.rules.ts'
import { answerField, findSheet, listSealedAnswers, sheetHolder } from './sheets.sql.ts'

/** A sheet as whoever may read it sees it: the questionnaire, and the answers so far by the key of the question. */
export type Sheet = {
  readonly id: string
  readonly version: string
  readonly definition: Definition
  /** Its terms as they were explained when it was fixed. */
  readonly meanings: readonly FixedMeaning[]
  readonly answers: Answers
  /** Which answers came from a colleague: the key of the question to the number of the part. */
  readonly parts: ReadonlyMap<string, string>
  /** When something was filled in last; null when nothing was. */
  readonly savedAt: Date | null
  /** Null while it can be changed. */
  readonly sentAt: Date | null
  /** When a draft that was never sent goes; null while it may still be sent. */
  readonly keepUntil: Date | null
}

const opened = (sealer: Sealer, question: string, sealed: Buffer): Answer =>
  JSON.parse(sealer.open(answerField(question), sealed)) as Answer

/** Makes an empty sheet for a version that was fixed, with a key of its own. At the worker's door. @returns its number */
export async function openSheet(tx: Tx, vault: Vault, version: string, now: Date): Promise<string> {
  const id = randomUUID()
  await tx.insertInto('questionnaires_sheets').values({ id, version_id: version, made_at: now }).execute()
  await vault.makeKey(tx, sheetHolder(id))
  return id
}

/**
 * Opens a sheet for whoever holds its link (or for work that the database lets near it).
 * @throws Problem not-found when it is not there, or not the actor's
 */
export async function readSheet(tx: Tx, vault: Vault, id: string): Promise<Sheet> {
  const row = await findSheet(tx, id)
  const sealer = await vault.sealerOf(tx, sheetHolder(id))
  if (!row || sealer === null) throw unknown()
  return {
    id,
    version: row.version_id,
    definition: row.definition,
    meanings: row.meanings ?? [],
    answers: Object.fromEntries(
      row.answers.map(({ question, sealed }) => [question, opened(sealer, question, Buffer.from(sealed, 'base64'))]),
    ),
    parts: new Map(row.answers.flatMap(({ question, part }) => (part === null ? [] : [[question, part]]))),
    savedAt: row.saved_at,
    sentAt: row.sent_at,
    keepUntil: row.keep_until,
  }
}

/**
 * Keeps what was filled in, question by question: an answer replaces the one before, a question of `asked` without an answer
 * has none from now on, and every other question stays as it is. So two people in two sections never undo each other.
 * @param asked keys of the questions that were on the page
 * @param part the number of the part when a colleague saves; null for the link of the sheet itself
 * @throws Problem sheet-sent when the sheet was sent meanwhile, not-found when it is not the actor's
 */
export async function saveAnswers(
  tx: Tx,
  vault: Vault,
  sheet: string,
  saved: { readonly asked: readonly string[]; readonly answers: Answers; readonly part: string | null },
  now: Date,
): Promise<void> {
  await touch(tx, sheet, now)
  const sealer = await vault.sealerOf(tx, sheetHolder(sheet))
  if (sealer === null) throw unknown()
  const given = saved.asked.filter((question) => Object.hasOwn(saved.answers, question))
  const emptied = saved.asked.filter((question) => !given.includes(question))
  if (emptied.length > 0)
    await tx
      .deleteFrom('questionnaires_answers')
      .where('sheet_id', '=', sheet)
      .where('question', 'in', emptied)
      .execute()
  if (given.length === 0) return
  await tx
    .insertInto('questionnaires_answers')
    .values(
      given.map((question) => ({
        sheet_id: sheet,
        question,
        sealed: sealer.seal(answerField(question), JSON.stringify(saved.answers[question])),
        saved_at: now,
        part_id: saved.part,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['sheet_id', 'question']).doUpdateSet((excluded) => ({
        sealed: excluded.ref('excluded.sealed'),
        saved_at: excluded.ref('excluded.saved_at'),
        part_id: excluded.ref('excluded.part_id'),
      })),
    )
    .execute()
}

// The row is what a save and a sending meet at: whoever comes second waits, and finds it sent.
async function touch(tx: Tx, sheet: string, now: Date): Promise<void> {
  const touched = await tx
    .updateTable('questionnaires_sheets')
    .set({ saved_at: now })
    .where('id', '=', sheet)
    .where('sent_at', 'is', null)
    .executeTakeFirst()
  if (touched.numUpdatedRows > 0n) return
  if (await findSheet(tx, sheet)) throw problems['sheet-sent']()
  throw unknown()
}

/**
 * Sends a sheet: from now on it stays as it is. Answers to questions that are not shown any more are left out of it.
 * @returns 'already' when it was sent before
 * @throws Problem sheet-incomplete when a required question that is shown has no answer
 */
export async function sendSheet(tx: Tx, vault: Vault, id: string, now: Date): Promise<'sent' | 'already'> {
  await tx.selectFrom('questionnaires_sheets').select('id').where('id', '=', id).forUpdate().execute()
  const sheet = await readSheet(tx, vault, id)
  if (sheet.sentAt !== null) return 'already'
  if (missingOn(sheet.definition, sheet.answers).length > 0) throw problems['sheet-incomplete']()
  const counting = countingAnswers(sheet.definition, sheet.answers)
  const dropped = Object.keys(sheet.answers).filter((question) => !Object.hasOwn(counting, question))
  if (dropped.length > 0)
    await tx.deleteFrom('questionnaires_answers').where('sheet_id', '=', id).where('question', 'in', dropped).execute()
  await tx.updateTable('questionnaires_sheets').set({ sent_at: now }).where('id', '=', id).execute()
  return 'sent'
}

/**
 * Makes a sheet that is sent already, of answers that were sent before on others. At the worker's door.
 * @returns its number
 */
export async function putTogether(tx: Tx, vault: Vault, version: string, answers: Answers, now: Date): Promise<string> {
  const id = await openSheet(tx, vault, version, now)
  const { definition } = await readSheet(tx, vault, id)
  const counting = countingAnswers(definition, answers)
  await saveAnswers(tx, vault, id, { asked: Object.keys(counting), answers: counting, part: null }, now)
  await tx.updateTable('questionnaires_sheets').set({ sent_at: now }).where('id', '=', id).execute()
  return id
}

/**
 * The answers of these sheets for analysis, without what names somebody. At the worker's door.
 * @returns by the number of the sheet; one that was forgotten or never sent is absent
 */
export async function answersOfSheets(
  tx: Tx,
  vault: Vault,
  sheets: readonly string[],
): Promise<ReadonlyMap<string, Answers>> {
  if (sheets.length === 0) return new Map()
  const rows = await tx
    .selectFrom('questionnaires_sheets as s')
    .innerJoin('questionnaires_versions as v', 'v.id', 's.version_id')
    .select(['s.id', 'v.id as version'])
    .where('s.id', 'in', sheets)
    .where('s.sent_at', 'is not', null)
    .execute()
  const definitions = await definitionsOf(tx, [...new Set(rows.map(({ version }) => version))])
  const sealers = await vault.sealersOf(
    tx,
    rows.map(({ id }) => sheetHolder(id)),
  )
  const all = new Map<string, Record<string, Answer>>()
  for (const { id } of rows) if (sealers.has(sheetHolder(id))) all.set(id, {})
  for (const { sheet_id: sheet, question, sealed } of await listSealedAnswers(tx, [...all.keys()])) {
    const sealer = sealers.get(sheetHolder(sheet))
    const answers = all.get(sheet)
    if (sealer !== undefined && answers !== undefined) answers[question] = opened(sealer, question, sealed)
  }
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  return new Map(
    Array.from(all, ([id, answers]) => {
      const definition = definitions.get(versions.get(id) ?? '')
      return [id, definition === undefined ? {} : answersToAnalyse(definition, answers)]
    }),
  )
}

async function definitionsOf(tx: Tx, versions: readonly string[]): Promise<ReadonlyMap<string, Definition>> {
  if (versions.length === 0) return new Map()
  const rows = await tx
    .selectFrom('questionnaires_versions')
    .select(['id', 'definition'])
    .where('id', 'in', versions)
    .execute()
  return new Map(rows.map(({ id, definition }) => [id, definition]))
}

/** Gives the drafts among these sheets a last day; one that has a last day keeps it. At the worker's door. */
export async function keepDraftsUntil(tx: Tx, sheets: readonly string[], until: Date): Promise<void> {
  if (sheets.length === 0) return
  await tx
    .updateTable('questionnaires_sheets')
    .set({ keep_until: until })
    .where('id', 'in', sheets)
    .where('sent_at', 'is', null)
    .where('keep_until', 'is', null)
    .execute()
}

/** Forgets sheets with their answers, their links and the keys that sealed them. At the worker's door. @returns how many */
export async function forgetSheets(tx: Tx, sheets: readonly string[]): Promise<number> {
  if (sheets.length === 0) return 0
  for (const id of sheets) await revokeLinks(tx, id, null)
  const gone = await tx.deleteFrom('questionnaires_sheets').where('id', 'in', sheets).executeTakeFirst()
  await tx.deleteFrom('platform_data_keys').where('holder', 'in', sheets.map(sheetHolder)).execute()
  return Number(gone.numDeletedRows)
}
