import { createHash, randomUUID } from 'node:crypto'
import { findMarks, type RedactionContext } from '../../../lib/redaction/marks.ts'
import { neutralWords } from '../../../lib/redaction/redaction.words.ts'
import { cleanText } from '../../../lib/text/clean.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { codesOf, whyNotCodes, type Codes } from './coding.rules.ts'
import {
  areCodesOut,
  codedAnswers,
  codedText,
  codingField,
  codingHolder,
  codingProgress,
  listCoders,
  type CodedQuestion,
} from './coding.sql.ts'
import { problems, unknown } from '../problems.ts'

/** The text with everything that may point at somebody replaced by a neutral word. */
export function unrecognisable(text: string, context: RedactionContext): string {
  const clean = cleanText(text)
  let from = 0
  let result = ''
  for (const { start, end, kind } of findMarks(clean, context)) {
    result += `${clean.slice(from, start)}${neutralWords.nl[kind]}`
    from = end
  }
  return result + clean.slice(from)
}

/** An answer in own words, and of which sheet it is. */
export type OwnWords = { readonly sheet: string; readonly question: string; readonly text: string }

/**
 * Puts the answers in own words of a closed wave ready for two coders: without names, places and addresses, without the
 * organisation, and in an order that says nothing. At the worker's door. A second time only what changed meanwhile comes and
 * goes: a sheet that does not count any more takes its answers with it.
 * @param answers of every organisation that counts and wrote something
 */
export async function prepareCoding(
  tx: Tx,
  vault: Vault,
  wave: string,
  answers: readonly OwnWords[],
  context: RedactionContext,
  now: Date,
): Promise<void> {
  const there = await tx
    .selectFrom('surveys_coded_answers')
    .select(['id', 'sheet_id as sheet', 'question', 'place'])
    .where('wave_id', '=', wave)
    .execute()
  const counts = (sheet: string | null, question: string) =>
    answers.some((each) => each.sheet === sheet && each.question === question)
  const gone = there.flatMap(({ id, sheet, question }) => (counts(sheet, question) ? [] : [id]))
  if (gone.length > 0) await tx.deleteFrom('surveys_coded_answers').where('id', 'in', gone).execute()
  const fresh = answers.filter(
    ({ sheet, question }) => !there.some((each) => each.sheet === sheet && each.question === question),
  )
  if (fresh.length === 0 && gone.length === 0) return
  const sealer = (await vault.sealerOf(tx, codingHolder(wave))) ?? (await vault.makeKey(tx, codingHolder(wave)))
  const behind = Math.max(0, ...there.map(({ place }) => place))
  const shuffled = fresh
    .map((answer) => ({ ...answer, id: randomUUID() }))
    .toSorted((one, other) => (orderOf(one.id) < orderOf(other.id) ? -1 : 1))
  for (const [at, { id, sheet, question, text }] of shuffled.entries())
    await tx
      .insertInto('surveys_coded_answers')
      .values({
        id,
        wave_id: wave,
        question,
        place: behind + at + 1,
        sealed: sealer.seal(codingField(id), unrecognisable(text, context)),
        sheet_id: sheet,
      })
      .execute()
  await record(tx, 'surveys.coding-prepared', wave, now, { answers: fresh.length })
}

const orderOf = (id: string) => createHash('sha256').update(id).digest('hex')

type At = { readonly wave: string; readonly question: CodedQuestion }

/** Takes one of the two seats of a question. A second press by the same person changes nothing. @throws Problem coders-there */
export async function takeCodingSeat(tx: Tx, { wave, question }: At, person: string, now: Date): Promise<void> {
  const coders = await listCoders(tx, wave, question.key)
  if (coders.some((coder) => coder.person === person)) return
  const seat = ([1, 2] as const).find((free) => !coders.some((coder) => coder.seat === free))
  if (seat === undefined) throw problems['coders-there']()
  await tx
    .insertInto('surveys_coders')
    .values({ wave_id: wave, question: question.key, seat, person_id: person, took_at: now })
    .execute()
  await record(tx, 'surveys.coder-seated', wave, now, { seat })
}

const seatOf = async (tx: Tx, { wave, question }: At, person: string) => {
  const seat = (await listCoders(tx, wave, question.key)).find((coder) => coder.person === person)?.seat
  if (seat === undefined) throw problems['no-coder']()
  return seat
}

/**
 * What one coder makes of an answer. Until both have coded everything it can be changed; from then on it stands.
 * @throws Problem no-coder, not-found, coded-already
 */
export async function codeAnswer(
  tx: Tx,
  vault: Vault,
  at: At,
  given: { readonly answer: string; readonly codes: Codes },
  person: string,
  now: Date,
): Promise<void> {
  const seat = await seatOf(tx, at, person)
  if (whyNotCodes(given.codes, keysOf(at.question)) !== null) throw unknown()
  await codedText(tx, vault, at.wave, given.answer)
  if ((await codingProgress(tx, at.wave, at.question.key)).both) throw problems['coded-already']()
  await tx
    .insertInto('surveys_codings')
    .values({ answer_id: given.answer, seat, codes: given.codes, coded_at: now })
    .onConflict((on) => on.columns(['answer_id', 'seat']).doUpdateSet({ codes: given.codes, coded_at: now }))
    .execute()
  await recordWhenSettled(tx, at, now)
}

/** Once no answer to the question waits for a code any more, its counts can go into the findings. */
async function recordWhenSettled(tx: Tx, { wave, question }: At, now: Date): Promise<void> {
  const answers = await codedAnswers(tx, wave, question.key)
  if (answers.every((answer) => codesOf(answer) !== null)) await record(tx, 'surveys.coding-settled', wave, now)
}

/**
 * What both agree on after talking about an answer.
 * @throws Problem no-coder, not-found, not-both-coded, codes-out (its figures were let out)
 */
export async function settleCodes(
  tx: Tx,
  vault: Vault,
  at: At,
  given: { readonly answer: string; readonly codes: Codes },
  person: string,
  now: Date,
): Promise<void> {
  await seatOf(tx, at, person)
  if (whyNotCodes(given.codes, keysOf(at.question)) !== null) throw unknown()
  await codedText(tx, vault, at.wave, given.answer)
  if (!(await codingProgress(tx, at.wave, at.question.key)).both) throw problems['not-both-coded']()
  if (await areCodesOut(tx, at.wave, at.question.key)) throw problems['codes-out']()
  await tx
    .insertInto('surveys_settlements')
    .values({ answer_id: given.answer, codes: given.codes, settled_by: person, settled_at: now })
    .onConflict((on) => on.column('answer_id').doUpdateSet({ codes: given.codes, settled_by: person, settled_at: now }))
    .execute()
  await record(tx, 'surveys.codes-settled', at.wave, now)
  await recordWhenSettled(tx, at, now)
}

const keysOf = ({ codes }: CodedQuestion) => codes.map(({ key }) => key)
