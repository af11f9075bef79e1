import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { House, RolledBackHouse } from '../../../../test/house.ts'
import type { Definition } from '../../../lib/questionnaire/definition.ts'
import { fixedVersion, smallDefinition } from '../../questionnaires/sheets.testing.ts'
import { addContacts } from '../frame/contacts.sql.ts'
import { invitationPaths } from '../invitations/invitations.paths.ts'
import { newPanelKey } from '../series/panel.actions.ts'
import { paths } from '../paths.ts'
import type { State } from '../waves/waves.states.rules.ts'
import '../respondents.tables.ts'
import '../tables.ts'

const said = (nl: string) => JSON.stringify({ nl })

/** Past the triggers, as a test needs it. */
export const putInState = (house: House, wave: string, state: State) =>
  house.peek(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update house.surveys_waves set state = ${state} where id = ${wave}`.execute(tx)
    await sql`set local session_replication_role = origin`.execute(tx)
  })

export type MadeSeries = { readonly series: string; readonly slug: string }

export async function madeSeries(house: House): Promise<MadeSeries> {
  const { vault, now } = house.platform
  const [series, slug] = [randomUUID(), `proef-${randomUUID().slice(0, 8)}`]
  await house.operate(async (tx) =>
    tx
      .insertInto('surveys_series')
      .values({
        id: series,
        slug,
        title: said('Ervaring in beeld'),
        about: said('Waarover het gaat.'),
        population: said('Alle leden'),
        organisation_id: house.people.organisations.a,
        types: JSON.stringify([{ key: 'ggz', label: { nl: 'Ggz' } }]),
        sizes: '[]',
        panel_key_sealed: await newPanelKey(tx, vault, series),
        panel_ended_at: null,
        panel_ended_by: null,
        made_by: null,
        made_at: now(),
      })
      .execute(),
  )
  return { series, slug }
}

/** A wave that is open, with places `lid-1`, `lid-2` … that each have an address. Nobody was invited yet. */
export async function openWaveOf(
  house: House,
  { series, slug: seriesSlug }: MadeSeries,
  made: { number?: number; places?: number; definition?: Definition; openLink?: boolean } = {},
) {
  const { vault, now } = house.platform
  const { number = 1, places = 2, definition = smallDefinition, openLink = false } = made
  const version = await fixedVersion(house, definition)
  const wave = randomUUID()
  const rows = Array.from({ length: places }, (_, at) => ({ id: randomUUID(), n: at + 1 }))
  await house.operate(async (tx) => {
    await tx
      .insertInto('surveys_waves')
      .values({
        id: wave,
        series_id: series,
        number,
        slug: `20${20 + number}`,
        label: said(`golf ${number}`),
        version_id: version,
        state: 'design',
        state_since: now(),
        opens: '2026-11-01',
        closes: '2031-12-01',
        population: places,
        made_by: null,
        made_at: now(),
      })
      .execute()
    await tx
      .insertInto('surveys_places')
      .values(
        rows.map(({ id, n }) => ({
          id,
          wave_id: wave,
          reference: `lid-${n}`,
          name: `Zorgpunt ${n}`,
          organisation_id: null,
          type: 'ggz',
          size: null,
          province_code: null,
        })),
      )
      .execute()
    const contacts = rows.map(({ id, n }) => ({ place: id, email: `post-${n}@example.org`, lang: 'nl' as const }))
    await addContacts(tx, vault, wave, contacts, now())
    await tx
      .insertInto('surveys_fillings')
      .values({ wave_id: wave, doubles: 'latest', open_link: openLink, set_by: null, set_at: now() })
      .execute()
  })
  await putInState(house, wave, 'open')
  const slug = `20${20 + number}`
  return { wave, slug, page: paths.wave(seriesSlug, slug), places: rows.map(({ id }) => id) }
}

/** Presses "send the invitations" as a researcher and lets the worker write them. */
export async function invite(house: RolledBackHouse, wave: string): Promise<void> {
  const researcher = await house.as('researcher')
  const { wave: slug, series } = await house.peek((tx) =>
    tx
      .selectFrom('surveys_waves as w')
      .innerJoin('surveys_series as s', 's.id', 'w.series_id')
      .select(['w.slug as wave', 's.slug as series'])
      .where('w.id', '=', wave)
      .executeTakeFirstOrThrow(),
  )
  const page = await researcher.get(invitationPaths.invite(series, slug))
  const pressed = await researcher.submit(page, {}, '/uitnodigingen"')
  if (pressed.status !== 303) throw new Error(`not invited: ${pressed.status}`)
  await house.runJobs()
}

/** The newest path in a letter to this address that begins with `part`. */
export async function pathTo(house: House, email: string, part: string): Promise<string> {
  const letter = (await house.letters()).findLast((each) => each.to === email && each.text.includes(part))
  const path = letter && /https?:\/\/localhost(?::\d+)?(\/\S+)/g
  const found = path
    ? [...letter.text.matchAll(path)].map((match) => match[1] ?? '').find((each) => each.startsWith(part))
    : undefined
  if (found === undefined) throw new Error(`no letter to ${email} with ${part}`)
  return found
}
