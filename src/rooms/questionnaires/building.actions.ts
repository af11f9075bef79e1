import { randomUUID } from 'node:crypto'
import type { Definition } from '../../lib/questionnaire/definition.ts'
import { readDefinition } from '../../lib/questionnaire/parsing.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import { problems as platform } from '../../platform/problems.ts'
import { problems, unknown } from './problems.ts'
import { listVersions, type Version } from './questionnaires.sql.ts'
import { revisionOf, type StepKind } from './steps.rules.ts'

/** A press on a page of the builder: what it changes, and which state of the questionnaire its maker saw. */
export type Press = {
  readonly questionnaire: string
  /** As `revisionOf` writes it. */
  readonly revision: string
  readonly what: StepKind
  /** The key of the question or section. */
  readonly about: string | null
  readonly by: string | null
  readonly change: (definition: Definition) => Definition
}

const keptSteps = 100

/**
 * Saves one press: the document as it becomes, and as it was to go back to. After a fixed version the next one begins.
 * @throws Problem not-found, changed-meanwhile when somebody else was first, definition-too-large
 */
export async function savePress(tx: Tx, press: Press, now: Date): Promise<void> {
  const [newest] = await listVersions(tx, press.questionnaire)
  if (revisionOf(newest) !== press.revision) throw platform['changed-meanwhile']()
  const read = readDefinition(press.change(newest.definition))
  if (!read.ok) throw problems['definition-too-large']()
  if (newest.fixedAt !== null) await beginVersion(tx, newest, read.definition, press.by, now)
  else await changeVersion(tx, newest, read.definition, press, now)
  await record(tx, 'questionnaires.changed', press.questionnaire, now, { what: press.what })
}

const beginVersion = (tx: Tx, fixed: Version, definition: Definition, by: string | null, now: Date) =>
  tx
    .insertInto('questionnaires_versions')
    .values({
      id: randomUUID(),
      questionnaire_id: fixed.questionnaire,
      number: fixed.number + 1,
      definition: JSON.stringify(definition),
      made_by: by,
      made_at: now,
      saved_at: now,
    })
    .execute()

async function changeVersion(tx: Tx, open: Version, definition: Definition, { what, about }: Press, now: Date) {
  const { numUpdatedRows } = await tx
    .updateTable('questionnaires_versions')
    .set({ definition: JSON.stringify(definition), revision: open.revision + 1, saved_at: now })
    .where('id', '=', open.id)
    .where('revision', '=', open.revision)
    .where('fixed_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw platform['changed-meanwhile']()
  await tx
    .insertInto('questionnaires_steps')
    .values({
      version_id: open.id,
      revision: open.revision,
      definition: JSON.stringify(open.definition),
      what,
      about,
      at: now,
    })
    .execute()
  await tx
    .deleteFrom('questionnaires_steps')
    .where('version_id', '=', open.id)
    .where('revision', '<=', open.revision - keptSteps)
    .execute()
}

/** A moment to go back to: what was pressed then, and on which question or section. */
export type Step = {
  readonly revision: number
  readonly what: StepKind
  readonly about: string | null
  readonly at: Date
}

/** What can be taken back of a version, the last press first. */
export const listSteps = (tx: Tx, version: string, most: number): Promise<readonly Step[]> =>
  tx
    .selectFrom('questionnaires_steps')
    .select(['revision', 'what', 'about', 'at'])
    .where('version_id', '=', version)
    .orderBy('revision', 'desc')
    .limit(most)
    .execute()

/** The document as it was before a press. @throws Problem not-found */
export async function documentBefore(tx: Tx, questionnaire: string, revision: number): Promise<Definition> {
  const [newest] = await listVersions(tx, questionnaire)
  const step = await tx
    .selectFrom('questionnaires_steps')
    .select('definition')
    .where('version_id', '=', newest.id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (step === undefined) throw unknown()
  return step.definition
}
