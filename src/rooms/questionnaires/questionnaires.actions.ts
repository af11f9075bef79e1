import { randomUUID } from 'node:crypto'
import type { Definition } from '../../lib/questionnaire/definition.ts'
import { faultsOf } from '../../lib/questionnaire/faults.ts'
import { definitionHash } from '../../lib/questionnaire/hash.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import { termsOf } from '../../lib/questionnaire/routing.ts'
import { meaningsOf } from '../terms/public.ts'
import { problems } from './problems.ts'
import { templates } from './templates.ts'
import { getQuestionnaire, versionWith, type Version } from './questionnaires.sql.ts'

/** A new questionnaire: whose it is, what it says, and who makes it (null for the command line). */
export type NewQuestionnaire = {
  readonly organisation: string
  readonly definition: Definition
  readonly by: string | null
}

/** Makes a questionnaire with its first version, open to work on. @returns the id of the questionnaire */
export async function makeQuestionnaire(tx: Tx, made: NewQuestionnaire, now: Date): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('questionnaires_questionnaires')
    .values({ id, organisation_id: made.organisation, made_by: made.by, made_at: now, archived_at: null })
    .execute()
  await addVersion(tx, { questionnaire: id, number: 1, definition: made.definition, by: made.by }, now)
  await record(tx, 'questionnaires.made', id, now)
  return id
}

/**
 * Makes a questionnaire from a ready one, under the same name.
 * @param template a name of `templates.ts`; another one is a fault in the program
 */
export function makeFromTemplate(
  tx: Tx,
  template: string,
  made: { readonly organisation: string; readonly by: string | null },
  now: Date,
): Promise<string> {
  const definition = templates.get(template)
  if (definition === undefined) throw new Error(`no template ${template}`)
  return makeQuestionnaire(tx, { ...made, definition }, now)
}

async function addVersion(
  tx: Tx,
  version: { questionnaire: string; number: number; definition: Definition; by: string | null },
  now: Date,
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('questionnaires_versions')
    .values({
      id,
      questionnaire_id: version.questionnaire,
      number: version.number,
      definition: JSON.stringify(version.definition),
      made_by: version.by,
      made_at: now,
      saved_at: now,
    })
    .execute()
  return id
}

/**
 * Fixes a version for good, with the working definitions of its terms as they are now. A version that was fixed already
 * stays as it is and is given back, so that two waves can take the same one.
 * @throws Problem not-found, definition-faulty when `faultsOf` finds a fault
 */
export async function fixVersion(tx: Tx, id: string, by: string | null, now: Date): Promise<Version> {
  const seen = await versionWith(tx, id)
  if (seen.fixedAt !== null) return seen
  const held = await tx
    .selectFrom('questionnaires_versions')
    .select(['definition', 'fixed_at'])
    .where('id', '=', id)
    .where('fixed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (held === undefined) return versionWith(tx, id)
  const { definition } = held
  if (faultsOf(definition).faults.length > 0) throw problems['definition-faulty']()
  await tx
    .updateTable('questionnaires_versions')
    .set({
      hash: definitionHash(definition),
      meanings: JSON.stringify(await meaningsOf(tx, termsOf(definition))),
      fixed_by: by,
      fixed_at: now,
    })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('questionnaires_steps').where('version_id', '=', id).execute()
  await record(tx, 'questionnaires.version-fixed', id, now)
  return versionWith(tx, id)
}

/** Puts a questionnaire away, or takes it back. What waves took of it stays. @throws Problem not-found */
export async function archiveQuestionnaire(tx: Tx, id: string, away: boolean, now: Date): Promise<void> {
  await getQuestionnaire(tx, id)
  await tx
    .updateTable('questionnaires_questionnaires')
    .set({ archived_at: away ? now : null })
    .where('id', '=', id)
    .execute()
  await record(tx, away ? 'questionnaires.archived' : 'questionnaires.taken-back', id, now)
}
