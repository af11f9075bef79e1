import type { Tx } from '../../../platform/db/database.ts'
import type { RoomJobs } from '../../../platform/jobs/jobs.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { addContacts, addressField, contactsHolder } from './contacts.sql.ts'
import { earlierFrame } from './frame.sql.ts'
import { waveWith } from '../waves/waves.sql.ts'
import '../tables.ts'

/** Copies the addresses of the wave before to places that have none yet. Worker's door; may run twice. */
export async function copyContacts(tx: Tx, vault: Vault, id: string, now: Date): Promise<void> {
  const wave = await waveWith(tx, id)
  const before = await earlierFrame(tx, wave)
  const sealer = before === null ? null : await vault.sealerOf(tx, contactsHolder(before.id))
  if (before === null || sealer === null) return
  const rows = await tx
    .selectFrom('surveys_places as p')
    .innerJoin('surveys_places as b', (join) =>
      join.onRef('b.reference', '=', 'p.reference').on('b.wave_id', '=', before.id),
    )
    .innerJoin('surveys_contacts as c', 'c.place_id', 'b.id')
    .leftJoin('surveys_contacts as own', 'own.place_id', 'p.id')
    .select(['p.id as place', 'b.id as from', 'c.address_sealed', 'c.lang'])
    .where('p.wave_id', '=', wave.id)
    .where('own.place_id', 'is', null)
    .execute()
  const contacts = rows.map(({ place, from, address_sealed, lang }) => ({
    place,
    email: sealer.open(addressField(from), address_sealed),
    lang,
  }))
  await addContacts(tx, vault, wave.id, contacts, now)
}

export const frameJobs: RoomJobs = {
  on: {
    'surveys.frame-copied': {
      'copy-contacts': async (work, { subject }) => {
        if (subject === null) return
        await work.transaction((tx) => copyContacts(tx, work.vault, subject, work.now()))
      },
    },
  },
}
