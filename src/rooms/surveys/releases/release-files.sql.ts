import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { ReleaseFile } from './release-files.rules.ts'
import './releases.tables.ts'

/** How far the files of a release of a wave are; undefined for a release that has no sheets to make them of. */
export const findPackage = (tx: Tx, release: string) =>
  tx
    .selectFrom('surveys_release_packages')
    .select(['state', 'failure'])
    .where('release_id', '=', release)
    .executeTakeFirst()

/** The files that stand with a proposal, each with its length and its SHA-256 in hexadecimal, without their content. */
export const listProposedFiles = (tx: Tx, release: string) =>
  tx
    .selectFrom('surveys_release_files')
    .select([
      'position',
      'name',
      'type',
      sql<number>`octet_length(content)`.as('size'),
      sql<string>`encode(sha256(content), 'hex')`.as('sha256'),
    ])
    .where('release_id', '=', release)
    .orderBy('position')
    .execute()

/** One file of a proposal with its content; undefined when there is none under this name. */
export const findProposedFile = (tx: Tx, release: string, name: string) =>
  tx
    .selectFrom('surveys_release_files')
    .select(['name', 'type', 'content'])
    .where('release_id', '=', release)
    .where('name', '=', name)
    .executeTakeFirst()

/** Lays files beside a release, in their order. */
export async function addFiles(tx: Tx, release: string, files: readonly ReleaseFile[]): Promise<void> {
  for (const [position, { name, type, bytes }] of files.entries())
    await tx
      .insertInto('surveys_release_files')
      .values({ release_id: release, position, name, type, content: Buffer.from(bytes) })
      .execute()
}

/** Notes of which sheets a release was made. A sheet that was erased meanwhile is refused: then nothing of it is written. */
export async function keepSheets(tx: Tx, release: string, sheets: readonly string[]): Promise<void> {
  await sql`insert into house.surveys_release_sheets (release_id, sheet_id)
            select ${release}, unnest(${sheets}::uuid[])`.execute(tx)
}

/** Puts the files of a release on the square, byte for byte. */
export const putOut = (tx: Tx, release: string) =>
  sql`insert into square.poll_files (release_id, position, name, type, content, sha256)
      select release_id, position, name, type, content, encode(sha256(content), 'hex')
        from house.surveys_release_files where release_id = ${release}`.execute(tx)
