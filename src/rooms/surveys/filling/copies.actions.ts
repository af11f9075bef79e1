import { randomUUID } from 'node:crypto'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { readSheet, sheetHolder } from '../../questionnaires/public.ts'
import { problems } from './filling.problems.ts'
import { unknown } from '../problems.ts'
import '../respondents.tables.ts'

export const addressField = (id: string) => `surveys_copies.address:${id}`

/**
 * Notes that a link to the answers of a sheet that was sent goes to this address; the letter itself holds none.
 * @param to the address in the grammar of `normaliseEmailAddress`
 * @throws Problem not-sent-yet, not-found
 */
export async function askForCopy(
  tx: Tx,
  vault: Vault,
  sheet: string,
  to: { readonly email: string; readonly lang: Lang },
  now: Date,
): Promise<void> {
  const { sentAt } = await readSheet(tx, vault, sheet)
  const sealer = await vault.sealerOf(tx, sheetHolder(sheet))
  if (sealer === null) throw unknown()
  if (sentAt === null) throw problems['not-sent-yet']()
  const id = randomUUID()
  await tx
    .insertInto('surveys_copies')
    .values({
      id,
      sheet_id: sheet,
      address_sealed: sealer.seal(addressField(id), to.email),
      lang: to.lang,
      asked_at: now,
    })
    .execute()
  await record(tx, 'surveys.copy-asked', id, now)
}
