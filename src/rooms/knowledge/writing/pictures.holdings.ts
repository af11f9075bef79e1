import { sql } from 'kysely'
import { bothLanguages } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { RetentionRule } from '../../../platform/jobs/retention.ts'
import type { DataEntry } from '../../../platform/room.ts'
import './pictures.tables.ts'

/** What pictures hold of people. */
export const picturesMap: readonly DataEntry[] = [
  {
    column: 'knowledge_picture_files.bytes_sealed',
    class: 'special',
    purpose: 'a picture in the text of an item; somebody may be recognised in it, with their yes',
    keep: 'until it is taken away, or 90 days after no text shows it any more',
    copies: ['square.pictures.bytes'],
    afterErasure: 'it stays until somebody takes it away: who is in it is not known to the program',
    notInCopy: 'who is in a picture is not known to the program',
  },
  {
    column: 'pictures.bytes',
    class: 'personal',
    purpose: 'a picture as readers see it',
    keep: 'as long as the item stands on the square, or until it is taken away',
  },
  {
    column: 'knowledge_pictures.alt_sealed',
    class: 'personal',
    purpose: 'what can be seen in a picture, for who does not see it',
    keep: 'as long as the picture',
    afterErasure: 'it stays with the picture',
    notInCopy: 'it is about a picture and is not kept by person',
  },
  {
    column: 'knowledge_pictures.maker_sealed',
    class: 'personal',
    purpose: 'who made a picture: their name stands below it',
    keep: 'as long as the picture',
    copies: ['square.items.body_html'],
    afterErasure: 'it stays with the picture: the maker is no account',
    notInCopy: 'it names the maker of a work and is not kept by person',
  },
  {
    column: 'knowledge_pictures.people',
    class: 'none',
    purpose: 'whether people who can be recognised said yes',
    keep: 'as long as the picture',
  },
  {
    column: 'knowledge_pictures.added_by',
    class: 'personal',
    purpose: 'who added a picture, and said that its people agree',
    keep: 'until the person is erased',
  },
]

const days = 90

export const picturesRetention: readonly RetentionRule[] = [
  {
    name: 'knowledge.unused-pictures',
    what: bothLanguages('Plaatjes die in geen tekst meer staan', 'Pictures that no text shows any more'),
    keep: '90 days after the last text that showed them',
    async run(tx, now, dryRun) {
      const due = sql`
        select p.id from knowledge_pictures p where p.unused_since < ${new Date(now.getTime() - days * 86_400_000)}
           and not exists (select from square.pictures s where s.id = p.id)`
      if (dryRun) {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${due}) d`.execute(tx)
        return rows[0]?.n ?? 0
      }
      const done = await sql`delete from knowledge_pictures where id in (${due} limit 1000)`.execute(tx)
      return Number(done.numAffectedRows ?? 0n)
    },
  },
]

/** The pictures that somebody added, by item and day. */
export const picturesAddedBy = async (tx: Tx, person: string) =>
  (
    await tx
      .selectFrom('knowledge_pictures')
      .select(['item_id', 'added_at'])
      .where('added_by', '=', person)
      .orderBy('added_at')
      .execute()
  ).map((row) => ({ item: row.item_id, at: row.added_at }))

export const erasePicturesAddedBy = (tx: Tx, person: string) =>
  tx.updateTable('knowledge_pictures').set({ added_by: null }).where('added_by', '=', person).execute()
