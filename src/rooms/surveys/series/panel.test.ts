import { assert, property, string, uniqueArray } from 'fast-check'
import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type House } from '../../../../test/house.ts'
import type { Definition } from '../../../lib/questionnaire/definition.ts'
import { makeQuestionnaire } from '../../questionnaires/public.ts'
import { addContacts } from '../frame/contacts.sql.ts'
import { madeSeries } from '../filling/filling.testing.ts'
import { endPanel, newPanelKey, panelKey } from './panel.actions.ts'
import { pseudonymOf } from './pseudonyms.rules.ts'
import { moves, states, type State } from '../waves/waves.states.rules.ts'
import '../tables.ts'

const empty: Definition = { format: 1, title: { nl: 'Leeg' }, intro: { nl: '' }, terms: [], sections: [] }
const said = (nl: string) => JSON.stringify({ nl })

/** A series with one wave of one place with an address, as the worker makes them. */
async function made(house: House, state: State = 'design') {
  const { vault } = house.platform
  const now = house.platform.now()
  const { series } = await madeSeries(house)
  const [wave, place] = [randomUUID(), randomUUID()]
  await house.operate(async (tx) => {
    await makeQuestionnaire(tx, { organisation: house.people.organisations.a, definition: empty, by: null }, now)
    await tx
      .insertInto('surveys_waves')
      .values({
        id: wave,
        series_id: series,
        number: 1,
        slug: '2026',
        label: said('2026'),
        version_id: null,
        state: 'design',
        state_since: now,
        opens: null,
        closes: null,
        population: null,
        made_by: null,
        made_at: now,
      })
      .execute()
    const row = { wave_id: wave, reference: 'lid-7', name: 'Zorgpunt', organisation_id: null, type: null, size: null }
    await tx
      .insertInto('surveys_places')
      .values({ id: place, province_code: 'PV20', ...row })
      .execute()
    await addContacts(tx, vault, wave, [{ place, email: 'kantoor@example.org', lang: 'nl' }], now)
  })
  if (state !== 'design') await forceState(house, wave, state)
  return { series, wave, place }
}

/** Past the triggers, as a test needs it. */
const forceState = (house: House, wave: string, state: State) =>
  house.peek(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update house.surveys_waves set state = ${state}, version_id = (select id from house.questionnaires_versions), opens = '2026-11-01',
      closes = '2026-12-01', population = 1 where id = ${wave}`.execute(tx)
    await sql`set local session_replication_role = origin`.execute(tx)
  })

const refused = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { constraint?: string; problem?: string }).constraint ?? (error as Error).message,
  )

describe('a pseudonym', () => {
  it('is the same for the same organisation in the same series, and another in every other', () => {
    const [key, other] = [randomBytes(32), randomBytes(32)]
    assert(
      property(uniqueArray(string({ minLength: 1 }), { minLength: 2, maxLength: 2 }), ([one = '', two = '']) => {
        expect(pseudonymOf(key, one)).toBe(pseudonymOf(key, one))
        expect(pseudonymOf(key, one)).not.toBe(pseudonymOf(other, one))
        if (one.normalize('NFC') !== two.normalize('NFC')) expect(pseudonymOf(key, one)).not.toBe(pseudonymOf(key, two))
      }),
    )
  })

  // RFC 4231, test case 2.
  it('is HMAC-SHA-256', () =>
    expect(pseudonymOf(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ))
})

describe('the panel of a series', () => {
  it(
    'has a key that stays the same, and ends for good with the names and the addresses',
    inHouse(async (house) => {
      const { series, wave } = await made(house, 'closed')
      const { vault } = house.platform
      const key = await house.operate((tx) => panelKey(tx, vault, series))
      expect(key).toHaveLength(32)
      expect(await house.operate((tx) => panelKey(tx, vault, series))).toEqual(key)
      const before = await house.peek((tx) =>
        tx.selectFrom('surveys_series').select('panel_key_sealed').where('id', '=', series).executeTakeFirstOrThrow(),
      )

      await house.operate((tx) => endPanel(tx, series, null, house.platform.now()))

      await expect(house.operate((tx) => panelKey(tx, vault, series))).rejects.toThrow('surveys.panel-ended')
      await expect(house.operate((tx) => endPanel(tx, series, null, house.platform.now()))).rejects.toThrow(
        'surveys.panel-ended',
      )
      // The row as an old copy of the database has it opens nothing: the data key is gone as well.
      expect(before.panel_key_sealed).not.toBeNull()
      expect(await house.operate((tx) => vault.sealerOf(tx, `survey-series:${series}`))).toBeNull()
      const places = await house.peek((tx) =>
        tx.selectFrom('surveys_places').selectAll().where('wave_id', '=', wave).execute(),
      )
      expect(places).toMatchObject([{ name: null, reference: null, organisation_id: null, province_code: 'PV20' }])
      expect(await house.count('surveys_contacts')).toBe(0)
      const { rows } = await house.peek((tx) =>
        sql<{ n: number }>`select count(*)::int as n from house.platform_diary
          where event = 'surveys.panel-ended' and subject = ${series}`.execute(tx),
      )
      expect(rows[0]?.n).toBe(1)
    }),
  )

  it(
    'cannot come back: no new key, not by the code and not past it',
    inHouse(async (house) => {
      const { series } = await made(house)
      await house.operate((tx) => endPanel(tx, series, null, house.platform.now()))
      const again = house.operate(async (tx) =>
        tx
          .updateTable('surveys_series')
          .set({ panel_key_sealed: await newPanelKey(tx, house.platform.vault, series), panel_ended_at: null })
          .where('id', '=', series)
          .execute(),
      )
      expect(await refused(again)).toBe('surveys_series_ends_once')
    }),
  )

  it.each(['pilot', 'open'] as const)('does not end while a wave is in state %s', (state) =>
    inHouse(async (house) => {
      const { series } = await made(house, state)
      await expect(house.operate((tx) => endPanel(tx, series, null, house.platform.now()))).rejects.toThrow(
        'surveys.wave-running',
      )
      expect(await house.count('surveys_contacts')).toBe(1)
    })(),
  )
})

describe('past the code', () => {
  it(
    'the database knows the same moves of a wave as the table',
    inHouse(async (house) => {
      const { wave } = await made(house)
      const known: string[] = []
      for (const from of states)
        for (const to of states) {
          if (from === to) continue
          await forceState(house, wave, from)
          const tried = house.operate((tx) =>
            tx.updateTable('surveys_waves').set({ state: to }).where('id', '=', wave).execute(),
          )
          const outcome = await refused(tried)
          if (outcome === 'done') known.push(`${from}>${to}`)
          else expect(outcome).toBe('surveys_waves_move')
        }
      expect(known.toSorted()).toEqual([...new Set(moves.map(({ from, to }) => `${from}>${to}`))].toSorted())
    }),
  )

  it(
    'the frame of an opened wave takes no place and loses none',
    inHouse(async (house) => {
      const { wave, place } = await made(house, 'open')
      const added = house.operate((tx) =>
        tx
          .insertInto('surveys_places')
          .values({
            id: randomUUID(),
            wave_id: wave,
            reference: 'x',
            name: 'X',
            organisation_id: null,
            type: null,
            size: null,
            province_code: null,
          })
          .execute(),
      )
      expect(await refused(added)).toBe('surveys_places_fixed')
      const removed = house.operate((tx) => tx.deleteFrom('surveys_places').where('id', '=', place).execute())
      expect(await refused(removed)).toBe('surveys_places_fixed')
      const moved = house.operate((tx) =>
        tx.updateTable('surveys_places').set({ size: 'groot' }).where('id', '=', place).execute(),
      )
      expect(await refused(moved)).toBe('surveys_places_fixed')
    }),
  )
})
