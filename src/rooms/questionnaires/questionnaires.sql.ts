import type { Definition, Said } from '../../lib/questionnaire/definition.ts'
import { sql } from 'kysely'
import type { Asking } from '../../lib/questionnaire/identity.ts'
import { termsOf } from '../../lib/questionnaire/routing.ts'
import type { Lang } from '../../lib/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import { organisationName } from '../accounts/public.ts'
import { meaningsOf, type Meaning } from '../terms/public.ts'
import { unknown } from './problems.ts'
import './tables.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const checked = (id: string): string => {
  if (!uuid.test(id)) throw unknown()
  return id
}

/** A questionnaire in a list: whose it is and how far it is, without its questions. */
export type Listed = {
  readonly id: string
  readonly title: Said
  /** The organisation whose it is, by name. */
  readonly organisation: string
  readonly savedAt: Date
  readonly archivedAt: Date | null
  /** The newest version. */
  readonly version: { readonly id: string; readonly number: number; readonly fixedAt: Date | null }
  /** The newest version that is fixed: what a wave can take as it is. Null before the first. */
  readonly fixed: { readonly id: string; readonly number: number } | null
}

/** All questionnaires, the one saved last first; those that were put away last. For researchers. */
export async function listQuestionnaires(tx: Tx): Promise<readonly Listed[]> {
  const { rows } = await sql<{
    id: string
    title: Said
    organisation_id: string
    archived_at: Date | null
    saved_at: Date
    version: string
    number: number
    fixed_at: Date | null
    fixed_version: string | null
    fixed_number: number | null
  }>`
    select q.id, v.definition -> 'title' as title, q.organisation_id, q.archived_at, v.saved_at,
           v.id as version, v.number, v.fixed_at, f.id as fixed_version, f.number as fixed_number
      from house.questionnaires_questionnaires q
      join lateral (select * from house.questionnaires_versions v where v.questionnaire_id = q.id order by v.number desc limit 1) v on true
      left join lateral (select f.id, f.number from house.questionnaires_versions f
                          where f.questionnaire_id = q.id and f.fixed_at is not null order by f.number desc limit 1) f on true
     order by q.archived_at is not null, v.saved_at desc, q.id`.execute(tx)
  const names = new Map<string, string>()
  for (const { organisation_id: id } of rows) if (!names.has(id)) names.set(id, (await organisationName(tx, id)) ?? '')
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    organisation: names.get(row.organisation_id) ?? '',
    savedAt: row.saved_at,
    archivedAt: row.archived_at,
    version: { id: row.version, number: row.number, fixedAt: row.fixed_at },
    fixed: row.fixed_version === null ? null : { id: row.fixed_version, number: row.fixed_number ?? 0 },
  }))
}

/** One version of a questionnaire. `meanings` and `hash` are there once it is fixed. */
export type Version = {
  readonly id: string
  readonly questionnaire: string
  readonly number: number
  readonly definition: Definition
  /** How often it was saved; what is changed says which revision it saw. */
  readonly revision: number
  readonly savedAt: Date
  readonly fixedAt: Date | null
  /** SHA-256 of the definition in 64 hexadecimal digits; null before it is fixed. */
  readonly hash: string | null
  /** The working definitions of its terms on the day it was fixed; null before that. */
  readonly meanings: readonly Meaning[] | null
}

const versions = (tx: Tx) =>
  tx
    .selectFrom('questionnaires_versions')
    .select([
      'id',
      'questionnaire_id as questionnaire',
      'number',
      'definition',
      'revision',
      'saved_at as savedAt',
      'fixed_at as fixedAt',
      'hash',
      'meanings',
    ])

/**
 * A version by its id: a fixed one for everybody in the house, also behind a link; one that is worked on for researchers.
 * @throws Problem not-found
 */
export async function versionWith(tx: Tx, id: string): Promise<Version> {
  const row = await versions(tx).where('id', '=', checked(id)).executeTakeFirst()
  if (row === undefined) throw unknown()
  return row
}

/** A version with what its terms mean: as they were fixed, or as they are now while it is open. @throws Problem not-found */
export async function askingOf(tx: Tx, id: string): Promise<Asking> {
  const { definition, meanings } = await versionWith(tx, id)
  return { definition, meanings: meanings ?? (await meaningsOf(tx, termsOf(definition))) }
}

/** All versions of a questionnaire, the newest first. @throws Problem not-found when there is none */
export async function listVersions(tx: Tx, questionnaire: string): Promise<readonly [Version, ...Version[]]> {
  const [newest, ...older] = await versions(tx)
    .where('questionnaire_id', '=', checked(questionnaire))
    .orderBy('number', 'desc')
    .execute()
  if (newest === undefined) throw unknown()
  return [newest, ...older]
}

/** Fixed versions of which there is no print in this language, the oldest first. */
export const listVersionsToPrint = (tx: Tx, lang: Lang): Promise<readonly Version[]> =>
  versions(tx)
    .where('fixed_at', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('questionnaires_prints as p')
            .select('p.lang')
            .whereRef('p.version_id', '=', 'questionnaires_versions.id')
            .where('p.lang', '=', lang),
        ),
      ),
    )
    .orderBy('fixed_at')
    .execute()

/** The row of a questionnaire itself. @throws Problem not-found */
export async function getQuestionnaire(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('questionnaires_questionnaires')
    .select(['id', 'organisation_id as organisation', 'archived_at as archivedAt'])
    .where('id', '=', checked(id))
    .executeTakeFirst()
  if (row === undefined) throw unknown()
  return row
}
