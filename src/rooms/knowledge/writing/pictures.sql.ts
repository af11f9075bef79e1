import { sql } from 'kysely'
import type { SquareDb, Tx } from '../../../platform/db/database.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { fields, isId, sealerOfItem } from '../items/items.sql.ts'
import { picturesOf, type PeopleAnswer } from './pictures.rules.ts'
import type { ItemText } from '../items/texts.rules.ts'
import './pictures.tables.ts'

/** A picture of an item as those who keep it see it. Files from narrow to wide. */
export type Picture = {
  readonly id: string
  /** null: it only adorns. */
  readonly alt: string | null
  readonly maker: string
  readonly licence: string
  readonly people: PeopleAnswer
  readonly addedAt: Date
  readonly inText: boolean
  readonly files: readonly { readonly width: number; readonly height: number }[]
}

/** The pictures of an item, those added last first. */
export async function listPictures(tx: Tx, vault: Vault, item: string): Promise<readonly Picture[]> {
  const rows = await tx
    .selectFrom('knowledge_pictures')
    .selectAll()
    .where('item_id', '=', item)
    .orderBy('added_at', 'desc')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const sealer = await sealerOfItem(tx, vault, item)
  const files = await tx
    .selectFrom('knowledge_picture_files')
    .select(['picture_id', 'width', 'height'])
    .where('item_id', '=', item)
    .orderBy('width')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    alt: row.alt_sealed === null ? null : sealer.open(fields.pictureAlt(row.id), row.alt_sealed),
    maker: sealer.open(fields.pictureMaker(row.id), row.maker_sealed),
    licence: row.licence,
    people: row.people,
    addedAt: row.added_at,
    inText: row.unused_since === null,
    files: files.filter((file) => file.picture_id === row.id).map(({ width, height }) => ({ width, height })),
  }))
}

/** @returns the bytes of one width of a picture in the house; null when it is not there, or not the actor's to see. */
export async function findHouseFile(
  tx: Tx,
  vault: Vault,
  item: string,
  picture: string,
  width: number,
): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('knowledge_picture_files')
    .select('bytes_sealed')
    .where('item_id', '=', item)
    .where('picture_id', '=', picture)
    .where('width', '=', width)
    .executeTakeFirst()
  if (!row) return null
  return (await sealerOfItem(tx, vault, item)).openBytes(fields.pictureFile(picture, width), row.bytes_sealed)
}

/** @returns the bytes of one width of a picture on the square; null when it does not stand there (any more). */
export async function findSquareFile(db: SquareDb, picture: string, width: number): Promise<Buffer | null> {
  if (!isId(picture)) return null
  const row = await db
    .selectFrom('square.pictures')
    .select('bytes')
    .where('id', '=', picture)
    .where('width', '=', width)
    .executeTakeFirst()
  return row?.bytes ?? null
}

/** Puts the files of an item's pictures beside it on the square; they go when it goes. */
export async function placePictures(tx: Tx, vault: Vault, item: string, pictures: readonly Picture[]): Promise<void> {
  if (pictures.length === 0) return
  const sealer = await sealerOfItem(tx, vault, item)
  const files = await tx
    .selectFrom('knowledge_picture_files')
    .selectAll()
    .where('item_id', '=', item)
    .where(
      'picture_id',
      'in',
      pictures.map(({ id }) => id),
    )
    .execute()
  await tx
    .insertInto('square.pictures')
    .values(
      files.map((file) => ({
        id: file.picture_id,
        width: file.width,
        height: file.height,
        item_id: item,
        bytes: sealer.openBytes(fields.pictureFile(file.picture_id, file.width), file.bytes_sealed),
      })),
    )
    .execute()
}

/** Notes since when no text of the item shows a picture: after a while such a picture is removed. */
export async function notePictureUse(tx: Tx, item: string, text: ItemText, now: Date): Promise<void> {
  const shown = picturesOf(text)
  await sql`
    update knowledge_pictures set unused_since = case when id = any (${[...shown]}::uuid[]) then null else coalesce(unused_since, ${now}) end
     where item_id = ${item} and (unused_since is null) <> (id = any (${[...shown]}::uuid[]))`.execute(tx)
}
