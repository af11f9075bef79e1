import { sql } from 'kysely'
import type { SquareDb } from '../../../platform/db/database.ts'
import '../releases/releases.tables.ts'

/** What stands on the square, newest wave of a series first. */
export const listReleases = (db: SquareDb, series?: string) => {
  const all = db
    .selectFrom('square.poll_releases')
    .select(['id', 'series', 'wave', 'number', 'document', 'versions', 'released_at'])
    .orderBy('series')
    .orderBy('wave', 'desc')
  return (series === undefined ? all : all.where('series', '=', series)).execute()
}

export const findRelease = (db: SquareDb, series: string, wave: string) =>
  db
    .selectFrom('square.poll_releases')
    .select(['id', 'series', 'wave', 'number', 'document', 'versions', 'released_at'])
    .where('series', '=', series)
    .where('wave', '=', wave)
    .executeTakeFirst()

export type FoundRelease = NonNullable<Awaited<ReturnType<typeof findRelease>>>

/** The files of a release, without their content. */
export const listFiles = (db: SquareDb, release: string) =>
  db
    .selectFrom('square.poll_files')
    .select(['name', 'type', sql<number>`octet_length(content)`.as('size')])
    .where('release_id', '=', release)
    .orderBy('position')
    .execute()

export type FoundFile = Awaited<ReturnType<typeof listFiles>>[number]

export const findFile = (db: SquareDb, series: string, wave: string, number: number, name: string) =>
  db
    .selectFrom('square.poll_files as f')
    .innerJoin('square.poll_releases as r', 'r.id', 'f.release_id')
    .select(['f.type', 'f.content', 'f.sha256'])
    .where('r.series', '=', series)
    .where('r.wave', '=', wave)
    .where('r.number', '=', number)
    .where('f.name', '=', name)
    .executeTakeFirst()

/** Every page about polls that can be found, with the day on which it last changed. */
export const listPollPages = (db: SquareDb) =>
  db
    .selectFrom('square.poll_releases')
    .select(['series', 'wave', 'released_at'])
    .orderBy('series')
    .orderBy('wave', 'desc')
    .execute()
