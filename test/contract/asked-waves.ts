import { randomUUID } from 'node:crypto'
import { openSheet, sheetHolder } from '../../src/rooms/questionnaires/public.ts'
import { handOver } from '../../src/rooms/surveys/filling/parts.actions.ts'
import { madeSeries, openWaveOf, putInState } from '../../src/rooms/surveys/filling/filling.testing.ts'
import { nameField } from '../../src/rooms/surveys/filling/filling.actions.ts'
import { fixedVersion } from '../../src/rooms/questionnaires/sheets.testing.ts'
import type { Tx } from '../../src/platform/db/database.ts'
import type { Vault } from '../../src/platform/vault/vault.ts'
import {
  addressOfInterview,
  interviewHolder,
  nameOfInterview,
} from '../../src/rooms/surveys/interviews/interviews.sql.ts'
import type { House } from '../house.ts'

type Seal = Awaited<ReturnType<Vault['makeKey']>>
type Talk = { readonly state: 'consented' | 'invited' | 'agreed' | 'held'; readonly name: string }

/** Somebody who wants to talk about a wave. @returns the number */
async function wantsToTalk(
  tx: Tx,
  sealer: Seal,
  wave: string,
  proposal: string,
  { state, name }: Talk,
): Promise<string> {
  const id = randomUUID()
  const asked = state === 'consented' ? null : '2026-11-20'
  await tx
    .insertInto('surveys_interviews')
    .values({
      id,
      wave_id: wave,
      state,
      state_on: '2026-11-20',
      uses: ['interview', 'project'],
      months: 12,
      until: '2032-12-01',
      lang: 'nl',
      text_version: 1,
      name_sealed: sealer.seal(nameOfInterview(id), name),
      address_sealed: sealer.seal(addressOfInterview(id), `${name.toLowerCase()}@thuis.example`),
      address_index: null,
      proposal_id: asked && proposal,
      invited_on: asked,
    })
    .execute()
  return id
}

/** Talks of a wave, with a proposal. @returns the numbers of those who want one */
async function talksOf(
  tx: Tx,
  vault: Vault,
  wave: string,
  people: readonly Talk[],
  now: Date,
): Promise<readonly string[]> {
  const proposal = randomUUID()
  const about = JSON.stringify({ nl: 'Wat er anders ging.' })
  const round = { wave_id: wave, about, set_by: null, set_at: now }
  await tx
    .insertInto('surveys_interview_rounds')
    .values(round)
    .onConflict((on) => on.doNothing())
    .execute()
  const offer = { moment: 'In december', place: 'Bij jou', minutes: 60, reward_form: 'hourlyRate', reward_cents: 6000 }
  await tx
    .insertInto('surveys_interview_proposals')
    .values({ id: proposal, wave_id: wave, ...offer, reply_by: '2031-12-31', made_by: null, made_at: now })
    .execute()
  const sealer = await vault.makeKey(tx, interviewHolder(wave))
  const made: string[] = []
  for (const talk of people) made.push(await wantsToTalk(tx, sealer, wave, proposal, talk))
  return made
}

/** Tells of people who want to talk, who take part and who did, and closes the wave. */
export async function talksAfter(house: House, wave: string): Promise<void> {
  const { vault, now } = house.platform
  const people = [
    { state: 'consented', name: 'Sam' },
    { state: 'consented', name: 'Kim' },
    { state: 'agreed', name: 'Robin' },
    { state: 'held', name: 'Jip' },
  ] as const
  await house.operate((tx) => talksOf(tx, vault, wave, people, now()))
  await putInState(house, wave, 'closed')
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
    const [interview = ''] = await talksOf(tx, vault, wave, [{ state: 'invited', name: 'Noor' }], now)
    return {
      wave,
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
