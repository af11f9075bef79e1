import { sql } from 'kysely'
import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import { makeLink } from '../../../platform/proofs.ts'
import type { Holder, Vault } from '../../../platform/vault/vault.ts'
import { sheetHolder } from '../../questionnaires/public.ts'
import { isId, linkEnd } from '../filling/filling.rules.ts'
import { problems } from '../filling/filling.problems.ts'
import { readInviting } from './invitations.actions.ts'
import { unknown } from '../problems.ts'
import '../respondents.tables.ts'
import '../tables.ts'

/** Whose key seals which organisation an open answer says to be. */
export const claimHolder = (answer: string): Holder => `open-answer:${answer}`
const claimField = 'surveys_open_answers.claimed'

/** A wave whose open link works. */
export type OpenWave = { readonly id: string; readonly series: Said; readonly label: Said }

/** @throws Problem not-found when there is no such wave, it is not open, or its open link is off: one answer */
export async function openWave(tx: Tx, series: string, wave: string): Promise<OpenWave> {
  const { rows } = await sql<{ wave: string | null; title: Said; label: Said }>`
    select * from house.surveys_open_wave(${series}, ${wave})`.execute(tx)
  const row = rows[0]
  if (row === undefined || row.wave === null) throw unknown()
  return { id: row.wave, series: row.title, label: row.label }
}

/** The number that belongs to a press, as the database writes it: the same press twice begins one sheet. */
const idOf = (vault: Vault, what: string, key: string): string => {
  const hex = vault.blindIndex(`open-${what}`, key).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

/**
 * Begins a sheet by the open link of a wave. It belongs to nobody until a researcher says whose it is.
 * @param key of the press, so that a second press goes on with the same sheet
 * @returns the link to fill it in
 * @throws Problem not-found
 */
export async function takePart(
  tx: Tx,
  vault: Vault,
  wave: OpenWave,
  part: { readonly organisation: string; readonly key: string },
  now: Date,
): Promise<string> {
  const [sheet, answer] = [idOf(vault, 'sheet', part.key), idOf(vault, 'answer', part.key)]
  const claim = await vault.makeKey(tx, claimHolder(answer))
  const { rows } = await sql<{ taken: boolean }>`
    select house.surveys_take_part(${wave.id}::uuid, ${sheet}::uuid, ${answer}::uuid, ${claim.seal(claimField, part.organisation)}) as taken`.execute(
    tx,
  )
  if (rows[0]?.taken !== true) throw unknown()
  await vault.makeKey(tx, sheetHolder(sheet))
  await record(tx, 'surveys.open-answer-begun', answer, now)
  return makeLink(tx, { subject: sheet, purpose: 'sheet', until: linkEnd(null, now) })
}

/** An answer that nobody has placed yet: which organisation it says to be, and nothing of what was answered. */
export type OpenAnswer = { readonly id: string; readonly claimed: string }
export type PlaceToMatch = { readonly id: string; readonly name: string }

/** What came in by the open link and waits, with the places of the wave. For researchers. @throws Problem not-found */
export async function listOpenAnswers(
  tx: Tx,
  vault: Vault,
  wave: string,
): Promise<{ readonly answers: readonly OpenAnswer[]; readonly places: readonly PlaceToMatch[] }> {
  await readInviting(tx, wave)
  const rows = await tx
    .selectFrom('surveys_open_answers')
    .select(['id', 'claimed_sealed'])
    .where('wave_id', '=', wave)
    .where('decision', 'is', null)
    .orderBy('id')
    .execute()
  const sealers = await vault.sealersOf(
    tx,
    rows.map(({ id }) => claimHolder(id)),
  )
  const answers = rows.flatMap(({ id, claimed_sealed: sealed }) => {
    const sealer = sealers.get(claimHolder(id))
    return sealer === undefined ? [] : [{ id, claimed: sealer.open(claimField, sealed) }]
  })
  const places = await tx
    .selectFrom('surveys_places')
    .select(['id', 'name'])
    .where('wave_id', '=', wave)
    .where('trial', '=', false)
    .where('name', 'is not', null)
    .orderBy('name')
    .execute()
  return { answers, places: places.map(({ id, name }) => ({ id, name: name ?? '' })) }
}

/**
 * Says whose an open answer is, or drops it. What becomes of its sheet, the worker does: a researcher never learns which it is.
 * @param place of the wave; null drops the answer
 * @throws Problem not-found, matched-already
 */
export async function placeOpenAnswer(
  tx: Tx,
  answer: { readonly id: string; readonly wave: string },
  place: string | null,
  by: string,
  now: Date,
): Promise<void> {
  if (!isId(answer.id) || (place !== null && !isId(place))) throw unknown()
  if (place !== null) {
    const there = await tx
      .selectFrom('surveys_places')
      .select('id')
      .where('id', '=', place)
      .where('wave_id', '=', answer.wave)
      .where('trial', '=', false)
      .executeTakeFirst()
    if (there === undefined) throw unknown()
  }
  const decided = await tx
    .updateTable('surveys_open_answers')
    .set({ place_id: place, decision: place === null ? 'dropped' : 'matched', decided_by: by, decided_at: now })
    .where('id', '=', answer.id)
    .where('wave_id', '=', answer.wave)
    .where('decision', 'is', null)
    .executeTakeFirst()
  if (decided.numUpdatedRows === 0n) throw problems['matched-already']()
  await record(tx, 'surveys.open-answer-placed', answer.id, now)
}
