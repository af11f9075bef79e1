import { randomUUID } from 'node:crypto'
import { openSheet, sheetHolder } from '../../src/rooms/questionnaires/public.ts'
import { handOver } from '../../src/rooms/surveys/parts.actions.ts'
import { madeSeries, openWaveOf } from '../../src/rooms/surveys/filling.testing.ts'
import { nameField } from '../../src/rooms/surveys/filling.actions.ts'
import { fixedVersion } from '../../src/rooms/questionnaires/sheets.testing.ts'
import type { House } from '../house.ts'

/**
 * A wave that is open, also by its open link, with a place that was invited and a sheet of which a colleague has a section.
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
    return {
      series: made.slug,
      slug,
      part: part.id,
      links: { sheet, 'sheet-copy': sheet, 'sheet-part': part.id, 'poll-decline': invitation },
    }
  })
}
