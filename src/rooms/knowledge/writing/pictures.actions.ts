import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { PictureFile } from '../../../platform/pictures/shrinking.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { fields, getItem, sealerOfItem, type Item } from '../items/items.sql.ts'
import { formParts } from '../kinds/kinds.forms.ts'
import { pictureLimits, pictureLine, withoutPicture, type PeopleAnswer } from './pictures.rules.ts'
import './pictures.tables.ts'
import { changedMeanwhile, problems, unknown } from '../problems.ts'
import type { Doer } from '../items/starting.actions.ts'
import { saveItem } from './writing.actions.ts'

/** What is said about a picture that is added. */
export type NewPicture = {
  readonly alt: string | null
  readonly maker: string
  readonly licence: string
  readonly people: PeopleAnswer
  readonly files: readonly PictureFile[]
}

/**
 * Keeps a picture for an item. With `place` it is put at the end of that part, as a save of its own; without, whoever writes
 * puts it where it belongs.
 * @returns its number
 * @throws Problem not-found, changed-meanwhile, too-many-pictures
 */
export async function addPicture(
  tx: Tx,
  vault: Vault,
  item: string,
  picture: NewPicture,
  place: { readonly part: string; readonly version: number } | null,
  doer: Doer,
  now: Date,
): Promise<string> {
  const found = await getItem(tx, vault, item, true)
  if (place !== null && place.version !== found.version) throw changedMeanwhile()
  const there = await tx
    .selectFrom('knowledge_pictures')
    .select((each) => each.cast<number>(each.fn.countAll(), 'integer').as('n'))
    .where('item_id', '=', item)
    .executeTakeFirstOrThrow()
  if (there.n >= pictureLimits.perItem) throw problems['too-many-pictures']()
  const sealer = await sealerOfItem(tx, vault, item)
  const id = randomUUID()
  await tx
    .insertInto('knowledge_pictures')
    .values({
      id,
      item_id: item,
      alt_sealed: picture.alt === null ? null : sealer.seal(fields.pictureAlt(id), picture.alt),
      maker_sealed: sealer.seal(fields.pictureMaker(id), picture.maker),
      licence: picture.licence,
      people: picture.people,
      added_by: doer?.person ?? null,
      added_at: now,
      unused_since: now,
    })
    .execute()
  await tx
    .insertInto('knowledge_picture_files')
    .values(
      picture.files.map(({ width, height, bytes }) => ({
        picture_id: id,
        item_id: item,
        width,
        height,
        bytes_sealed: sealer.sealBytes(fields.pictureFile(id, width), bytes),
      })),
    )
    .execute()
  await record(tx, 'knowledge.picture-added', item, now)
  if (place !== null) await putInText(tx, vault, found, place.part, pictureLine(id, picture.alt), doer, now)
  return id
}

async function putInText(
  tx: Tx,
  vault: Vault,
  item: Item,
  part: string,
  line: string,
  doer: Doer,
  now: Date,
): Promise<void> {
  if (!formParts(item).some(({ key }) => key === part)) throw unknown()
  const parts = formParts(item)
    .map(({ key, text }) => ({ key, text: key === part ? `${text}\n\n${line}`.trim() : text }))
    .filter(({ text }) => text !== '')
  await saveItem(
    tx,
    vault,
    item.id,
    { ...item, parts, stewards: item.stewards.map((each) => each.id), reason: undefined },
    doer,
    now,
  )
}

/**
 * Takes a picture away, in the house and on the square at once: somebody in it took a yes back, or nobody needs it. Texts that
 * name it show nothing in its place.
 * @throws Problem not-found
 */
export async function removePicture(tx: Tx, vault: Vault, item: string, picture: string, now: Date): Promise<void> {
  await getItem(tx, vault, item, true)
  const gone = await tx
    .deleteFrom('knowledge_pictures')
    .where('item_id', '=', item)
    .where('id', '=', picture)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw unknown()
  await takePictureOff(tx, item, picture)
  await record(tx, 'knowledge.picture-removed', item, now)
}

async function takePictureOff(tx: Tx, item: string, picture: string): Promise<void> {
  const stood = await tx.deleteFrom('square.pictures').where('id', '=', picture).executeTakeFirst()
  if (stood.numDeletedRows === 0n) return
  const row = await tx.selectFrom('square.items').select('body_html').where('id', '=', item).executeTakeFirstOrThrow()
  await tx
    .updateTable('square.items')
    .set({ body_html: withoutPicture(row.body_html, picture) })
    .where('id', '=', item)
    .execute()
  await sql`select pg_notify('square', '')`.execute(tx)
}
