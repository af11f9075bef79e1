import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import { makeLink, revokeLinks } from '../../../platform/proofs.ts'
import type { Sealer, Vault } from '../../../platform/vault/vault.ts'
import { sheetHolder } from '../../questionnaires/public.ts'
import { problems } from './filling.problems.ts'
import { isId } from './filling.rules.ts'
import { unknown } from '../problems.ts'
import '../respondents.tables.ts'

const labelField = (part: string) => `surveys_parts.label:${part}`
const linkField = (part: string) => `surveys_parts.link:${part}`

/** A section that a colleague fills in. */
export type Part = {
  readonly id: string
  readonly section: string
  /** For whom, in the words of who handed it over. */
  readonly label: string
  readonly link: string
  readonly done: boolean
}

const sealerOf = async (tx: Tx, vault: Vault, sheet: string): Promise<Sealer> => {
  const sealer = await vault.sealerOf(tx, sheetHolder(sheet))
  if (sealer === null) throw unknown()
  return sealer
}

/** The sections of a sheet that lie with colleagues now, for whoever has the link of the sheet. */
export async function listParts(tx: Tx, vault: Vault, sheet: string): Promise<readonly Part[]> {
  const rows = await tx
    .selectFrom('surveys_parts')
    .selectAll()
    .where('sheet_id', '=', sheet)
    .where('ended_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const sealer = await sealerOf(tx, vault, sheet)
  return rows.map(({ id, section, label_sealed, link_sealed, done_at }) => ({
    id,
    section,
    label: sealer.open(labelField(id), label_sealed),
    link: sealer.open(linkField(id), link_sealed),
    done: done_at !== null,
  }))
}

/**
 * Hands a section to a colleague, behind a link of its own that works for that section only.
 * @throws Problem part-running when it lies with somebody already, not-found
 */
export async function handOver(
  tx: Tx,
  vault: Vault,
  sheet: string,
  handed: { readonly section: string; readonly label: string; readonly until: Date },
  now: Date,
): Promise<void> {
  const { section, label, until } = handed
  const running = await tx
    .selectFrom('surveys_parts')
    .select('id')
    .where('sheet_id', '=', sheet)
    .where('section', '=', section)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (running !== undefined) throw problems['part-running']()
  const sealer = await sealerOf(tx, vault, sheet)
  const id = randomUUID()
  const token = await makeLink(tx, { subject: id, purpose: 'sheet-part', until })
  await tx
    .insertInto('surveys_parts')
    .values({
      id,
      sheet_id: sheet,
      section,
      label_sealed: sealer.seal(labelField(id), label),
      link_sealed: sealer.seal(linkField(id), token),
      made_at: now,
      done_at: null,
      ended_at: null,
    })
    .execute()
  await record(tx, 'surveys.part-handed-over', id, now)
}

/** Stops the link of a colleague; what was filled in stays. @throws Problem not-found */
export async function takeBack(tx: Tx, sheet: string, part: string, now: Date): Promise<void> {
  if (!isId(part)) throw unknown()
  const ended = await tx
    .updateTable('surveys_parts')
    .set({ ended_at: now })
    .where('id', '=', part)
    .where('sheet_id', '=', sheet)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) throw unknown()
  await revokeLinks(tx, part, 'sheet-part')
  await record(tx, 'surveys.part-taken-back', part, now)
}

/** The sheet and the section that the link of a colleague is about. @throws Problem not-found when it was taken back */
export async function partOfLink(tx: Tx, part: string): Promise<{ readonly sheet: string; readonly section: string }> {
  const row = await tx
    .selectFrom('surveys_parts')
    .select(['sheet_id as sheet', 'section'])
    .where('id', '=', part)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw unknown()
  return row
}

/** The colleague says that the section is finished, or goes on with it after all. */
export const markPart = (tx: Tx, part: string, done: boolean, now: Date) =>
  tx
    .updateTable('surveys_parts')
    .set({ done_at: done ? now : null })
    .where('id', '=', part)
    .execute()
