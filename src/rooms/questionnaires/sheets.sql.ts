import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Holder } from '../../platform/vault/vault.ts'
import './sheets.tables.ts'
import './tables.ts'

/** Whose key seals what was typed on a sheet. */
export const sheetHolder = (sheet: string): Holder => `sheet:${sheet}`
/** The place of one answer, so that no two answers can be exchanged. */
export const answerField = (question: string) => `questionnaires_answers.sealed:${question}`

type SealedAnswer = { readonly question: string; readonly sealed: string; readonly part: string | null }

// In the same question as the sheet: whoever fills in a page waits for one instead of two. `sealed` is in base64.
const sealedAnswers = sql<readonly SealedAnswer[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('question', a.question, 'sealed', encode(a.sealed, 'base64'), 'part', a.part_id)
                            order by a.question), '[]')
    from questionnaires_answers a where a.sheet_id = s.id)`

/** A sheet with the version that it fills in and its answers; undefined when it is not there or not the actor's to see. */
export const findSheet = (tx: Tx, id: string) =>
  tx
    .selectFrom('questionnaires_sheets as s')
    .innerJoin('questionnaires_versions as v', 'v.id', 's.version_id')
    .select([
      's.id',
      's.version_id',
      's.made_at',
      's.saved_at',
      's.sent_at',
      's.keep_until',
      'v.definition',
      'v.meanings',
      sealedAnswers.as('answers'),
    ])
    .where('s.id', '=', id)
    .executeTakeFirst()

export const listSealedAnswers = (tx: Tx, sheets: readonly string[]) =>
  tx
    .selectFrom('questionnaires_answers')
    .select(['sheet_id', 'question', 'sealed', 'saved_at', 'part_id'])
    .where('sheet_id', 'in', sheets)
    .orderBy('sheet_id')
    .orderBy('question')
    .execute()
