import { randomUUID } from 'node:crypto'
import type { Answers } from '../../lib/questionnaire/definition.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { openSheet, putTogether, sheetHolder } from '../questionnaires/public.ts'
import { nameField } from './filling/filling.actions.ts'
import type { LeftContact } from './interviews/interviewees.actions.ts'
import { consentVersion } from './interviews/interviewees.rules.ts'
import { addressOfInterview, interviewHolder, interviewIndex, nameOfInterview } from './interviews/interviews.sql.ts'
import './interviews/interviews.tables.ts'
import { panelKey } from './series/panel.actions.ts'
import { pseudonymOf } from './series/pseudonyms.rules.ts'
import './respondents.tables.ts'
import './tables.ts'
import { waveWith } from './waves/waves.sql.ts'

async function seedsOnly(tx: Tx): Promise<void> {
  const { mode } = await tx.selectFrom('platform_installation').select('mode').executeTakeFirstOrThrow()
  if (mode === 'production') throw new Error('answers are seeded in a demo or test database only')
}

/**
 * Organisations of an open wave were invited, and those with answers sent them; no letter is written. For the seeds of a demo
 * or test database only, at the worker's door.
 * @param given by the reference of the place in the frame; null: invited, and nothing came back
 */
export async function answerAsPlaces(
  tx: Tx,
  vault: Vault,
  waveId: string,
  given: ReadonlyMap<string, Answers | null>,
  now: Date,
): Promise<void> {
  await seedsOnly(tx)
  const wave = await waveWith(tx, waveId)
  if (wave.version === null) throw new Error('a wave without questions')
  const key = await panelKey(tx, vault, wave.series)
  const places = await tx
    .selectFrom('surveys_places')
    .select(['id', 'reference', 'name', 'type', 'size', 'province_code'])
    .where('wave_id', '=', waveId)
    .where('trial', '=', false)
    .where('reference', 'in', [...given.keys()])
    .execute()
  for (const { id, reference, name, ...background } of places) {
    const answers = given.get(reference ?? '') ?? null
    const sheet =
      answers === null
        ? await openSheet(tx, vault, wave.version, now)
        : await putTogether(tx, vault, wave.version, answers, now)
    // Who sent has no name any more.
    const named = answers === null ? (await vault.makeKey(tx, sheetHolder(sheet))).seal(nameField, name ?? '') : null
    await tx
      .insertInto('surveys_invitations')
      .values({
        id: randomUUID(),
        place_id: id,
        made_at: now,
        reminded_at: null,
        bounced_at: null,
        answered: answers !== null,
      })
      .execute()
    await tx
      .insertInto('surveys_respondents')
      .values({
        ...background,
        id: randomUUID(),
        wave_id: waveId,
        sheet_id: sheet,
        pseudonym: pseudonymOf(key, reference ?? ''),
        trial: false,
        name_sealed: named,
        state: answers === null ? 'invited' : 'sent',
        state_since: now,
      })
      .execute()
  }
}

/**
 * People who sent a sheet of an open wave left a name and an address, as `leaveContact` keeps them. For the seeds of a demo or
 * test database only, at the worker's door.
 */
export async function leaveNames(tx: Tx, vault: Vault, wave: string, people: readonly LeftContact[]): Promise<void> {
  await seedsOnly(tx)
  const sealer = await vault.makeKey(tx, interviewHolder(wave))
  for (const { name, email, uses, months, lang } of people) {
    const id = randomUUID()
    await tx
      .insertInto('surveys_interviews')
      .values({
        id,
        wave_id: wave,
        state: 'left',
        state_on: null,
        uses: [...uses],
        months,
        until: null,
        lang,
        text_version: consentVersion,
        name_sealed: sealer.seal(nameOfInterview(id), name),
        address_sealed: sealer.seal(addressOfInterview(id), email),
        address_index: interviewIndex(vault, email),
        proposal_id: null,
        invited_on: null,
      })
      .execute()
  }
}
