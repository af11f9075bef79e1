import { randomUUID } from 'node:crypto'
import { openSheet, sheetHolder } from '../../src/rooms/questionnaires/public.ts'
import { handOver } from '../../src/rooms/surveys/parts.actions.ts'
import { madeSeries, openWaveOf } from '../../src/rooms/surveys/filling.testing.ts'
import { nameField } from '../../src/rooms/surveys/filling.actions.ts'
import { fixedVersion } from '../../src/rooms/questionnaires/sheets.testing.ts'
import type { Tx } from '../../src/platform/db/database.ts'
import type { Vault } from '../../src/platform/vault/vault.ts'
import { addressOfInterview, interviewHolder, nameOfInterview } from '../../src/rooms/surveys/interviews.sql.ts'
import type { House } from '../house.ts'

/** Somebody who was asked for a talk about a wave. @returns the number */
async function anInterview(tx: Tx, vault: Vault, wave: string, now: Date): Promise<string> {
  const [id, proposal] = [randomUUID(), randomUUID()]
  const about = JSON.stringify({ nl: 'Wat er anders ging.' })
  await tx.insertInto('surveys_interview_rounds').values({ wave_id: wave, about, set_by: null, set_at: now }).execute()
  const offer = { moment: 'In december', place: 'Bij jou', minutes: 60, reward_form: 'hourlyRate', reward_cents: 6000 }
  await tx
    .insertInto('surveys_interview_proposals')
    .values({ id: proposal, wave_id: wave, ...offer, reply_by: '2031-12-31', made_by: null, made_at: now })
    .execute()
  const sealer = await vault.makeKey(tx, interviewHolder(wave))
  await tx
    .insertInto('surveys_interviews')
    .values({
      id,
      wave_id: wave,
      state: 'invited',
      state_on: '2026-11-20',
      uses: ['interview'],
      months: 12,
      until: '2032-12-01',
      lang: 'nl',
      text_version: 1,
      name_sealed: sealer.seal(nameOfInterview(id), 'Noor'),
      address_sealed: sealer.seal(addressOfInterview(id), 'noor@thuis.example'),
      address_index: null,
      proposal_id: proposal,
      invited_on: '2026-11-20',
    })
    .execute()
  return id
}

/**
 * A wave that is open, also by its open link, with a place that was invited, a sheet of which a colleague has a section, and
 * somebody who was asked for a talk.
 * @returns how its addresses name it, and whom links of each purpose are about
 */
export async function aWave(house: House) {
  const { vault } = house.platform
  const now = house.platform.now()
  const made = await madeSeries(house)
  const { wave, slug, places } = await openWaveOf(house, made, { openLink: true })
  const version = await fixedVersion(house)
  const until = new Date(now.getTime() + 86_400_000)
  return house.operate(async (tx) => {
    const sheet = await openSheet(tx, vault, version, now)
    const invitation = randomUUID()
    await tx
      .insertInto('surveys_respondents')
      .values({
        id: randomUUID(),
        wave_id: wave,
        sheet_id: sheet,
        pseudonym: 'a'.repeat(64),
        type: null,
        size: null,
        province_code: null,
        trial: false,
        name_sealed: (await vault.makeKey(tx, sheetHolder(sheet))).seal(nameField, 'Zorgpunt'),
        state: 'invited',
        state_since: now,
      })
      .execute()
    await tx
      .insertInto('surveys_invitations')
      .values({ id: invitation, place_id: places[0] ?? '', made_at: now, reminded_at: null, bounced_at: null })
      .execute()
    await handOver(tx, vault, sheet, { section: 'mening', label: 'Noor', until }, now)
    const part = await tx
      .selectFrom('surveys_parts')
      .select('id')
      .where('sheet_id', '=', sheet)
      .executeTakeFirstOrThrow()
    const interview = await anInterview(tx, vault, wave, now)
    return {
      series: made.slug,
      slug,
      part: part.id,
      links: {
        sheet,
        'sheet-copy': sheet,
        'sheet-part': part.id,
        'poll-decline': invitation,
        'poll-interview': interview,
      },
    }
  })
}
