import { randomUUID } from 'node:crypto'
import type { Definition } from '../../../lib/questionnaire/definition.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { readSheet } from '../../questionnaires/public.ts'
import type { SentSheet } from './doubles.rules.ts'
import { readInviting } from './invitations.actions.ts'
import { problems } from '../filling/filling.problems.ts'
import { unknown } from '../problems.ts'
import type { DoublesRule } from '../respondents.tables.ts'

/** Sheets of one organisation, the first that was sent first; which organisation it is nobody sees. */
export type Double = {
  /** The number of the respondent that came second: what its page is called by. */
  readonly id: string
  readonly pseudonym: string
  readonly version: string
  readonly definition: Definition
  readonly sheets: readonly SentSheet[]
}

const respondentsOf = (tx: Tx, wave: string) =>
  tx
    .selectFrom('surveys_respondents')
    .select(['id', 'pseudonym', 'sheet_id', 'state'])
    .where('wave_id', '=', wave)
    .where('trial', '=', false)
    .where('state', 'in', ['sent', 'double'])

/** The doubles of a wave that nobody decided yet, each by the number of the respondent that came second. */
export async function listDoubles(tx: Tx, wave: string): Promise<readonly string[]> {
  const decided = tx
    .selectFrom('surveys_doubles')
    .select('pseudonym')
    .where('wave_id', '=', wave)
    .where('settled_at', 'is', null)
  const rows = await respondentsOf(tx, wave)
    .where('state', '=', 'double')
    .where('pseudonym', 'not in', decided)
    .orderBy('pseudonym')
    .orderBy('id')
    .execute()
  return rows.filter(({ pseudonym }, at) => rows[at - 1]?.pseudonym !== pseudonym).map(({ id }) => id)
}

/**
 * All sheets of the organisation of a respondent. For researchers after the wave closed, and for work.
 * @throws Problem not-found
 */
export async function readDouble(tx: Tx, vault: Vault, wave: string, respondent: string): Promise<Double> {
  const all = await respondentsOf(tx, wave).execute()
  const pseudonym = all.find(({ id }) => id === respondent)?.pseudonym
  if (pseudonym === undefined) throw unknown()
  const own = all.filter((each) => each.pseudonym === pseudonym)
  const sheets: (SentSheet & { readonly version: string; readonly definition: Definition })[] = []
  for (const { id, sheet_id: sheet } of own) {
    const { answers, sentAt, version, definition } = await readSheet(tx, vault, sheet)
    if (sentAt !== null) sheets.push({ respondent: id, sentAt, answers, version, definition })
  }
  const sorted = sheets.toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime())
  const [first] = sorted
  if (first === undefined || sorted.length < 2) throw unknown()
  return { id: respondent, pseudonym, version: first.version, definition: first.definition, sheets: sorted }
}

/** What a researcher decides about a double. */
export type DoubleDecision = {
  readonly rule: DoublesRule
  /** When merged: section key to the number of the respondent that it is taken from. */
  readonly sections: Readonly<Record<string, string>>
  readonly reason: string | null
  readonly by: string
}

/**
 * Writes down what counts; the worker does it. Another rule than was declared needs a reason.
 * @throws Problem not-found, double-decided, double-reason-missing
 */
export async function decideDouble(
  tx: Tx,
  vault: Vault,
  at: { readonly wave: string; readonly respondent: string },
  decision: DoubleDecision,
  now: Date,
): Promise<void> {
  const { doubles } = await readInviting(tx, at.wave)
  const { pseudonym, sheets, definition } = await readDouble(tx, vault, at.wave, at.respondent)
  if (!(await listDoubles(tx, at.wave)).includes(at.respondent)) throw problems['double-decided']()
  if (decision.rule !== doubles && decision.reason === null) throw problems['double-reason-missing']()
  const known = Object.entries(decision.sections).every(
    ([section, from]) =>
      definition.sections.some(({ key }) => key === section) && sheets.some(({ respondent }) => respondent === from),
  )
  if (!known) throw unknown()
  const id = randomUUID()
  await tx
    .insertInto('surveys_doubles')
    .values({
      id,
      wave_id: at.wave,
      pseudonym,
      rule: decision.rule,
      sections: JSON.stringify(decision.sections),
      reason: decision.reason,
      decided_by: decision.by,
      decided_at: now,
      settled_at: null,
    })
    .execute()
  await record(tx, 'surveys.double-decided', id, now, { rule: decision.rule })
}
