import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { eraseEverywhere, exportOf } from '../../app/persons.ts'
import { inHouse, type House } from '../../../test/house.ts'
import type { Definition } from '../../lib/questionnaire/definition.ts'
import { definitionHash } from '../../lib/questionnaire/hash.ts'
import { fixVersion, makeQuestionnaire } from './questionnaires.actions.ts'
import { listQuestionnaires, versionWith } from './questionnaires.sql.ts'

const small: Definition = {
  format: 1,
  title: { nl: 'Peiling van het voorjaar', en: 'Poll of the spring' },
  intro: { nl: 'Waar het over gaat.' },
  terms: ['povertyDebt'],
  sections: [
    {
      key: 'begin',
      title: { nl: 'Begin' },
      questions: [{ key: 'hoe', type: 'info', text: { nl: 'Lees dit eerst.' } }],
    },
  ],
}
const make = async (house: House, by: string | null = null) => {
  const now = house.platform.now()
  const id = await house.operate((tx) =>
    makeQuestionnaire(tx, { organisation: house.people.organisations.a, definition: small, by }, now),
  )
  const listed = (await house.operate((tx) => listQuestionnaires(tx))).find((each) => each.id === id)
  return { id, version: listed?.version.id ?? '' }
}

describe('a questionnaire', () => {
  it(
    'is made by a researcher for a partner, stands in the list, and can be put away and taken back',
    inHouse(async (house) => {
      const lotte = await house.as('researcher')
      const made = await lotte.submit(await lotte.get('/onderzoek/vragenlijsten/nieuw'), {
        name: 'Peiling <b>2027</b>',
        organisation: house.people.organisations.b,
      })
      expect(made.status).toBe(303)
      const page = await lotte.follow(made)
      expect(page.text).toContain('Peiling &lt;b&gt;2027&lt;/b&gt;')
      const list = await lotte.get('/onderzoek/vragenlijsten')
      expect(list.text).toContain('Partner B')
      expect(list.text).toContain('versie 1, in de maak')
      expect(list.text).not.toContain('Opgeborgen')
      expect((await lotte.submit(page, { away: 'yes' }, 'bewaarplaats')).status).toBe(303)
      const tobias = await house.as('secondResearcher')
      expect((await tobias.get('/onderzoek/vragenlijsten')).text).toContain('Opgeborgen')
      const away = await tobias.get(made.location ?? '')
      expect(away.text).toContain('Haal de vragenlijst terug')
      await tobias.submit(away, { away: 'no' }, 'bewaarplaats')
      expect((await tobias.get('/onderzoek/vragenlijsten')).text).not.toContain('Opgeborgen')
    }),
  )

  it.each([
    [{ name: '  ' }, 'Vul een naam in'],
    [{ name: 'x'.repeat(201) }, 'korter dan 200'],
    [{ name: 'Goed', organisation: '' }, 'Kies een organisatie'],
    [{ name: 'Goed', organisation: '00000000-0000-4000-8000-000000000000' }, 'Kies een organisatie'],
  ])('is not made from %j, and what was typed stays', (typed, sentence) =>
    inHouse(async (house) => {
      const lotte = await house.as('researcher')
      const sent = { organisation: house.people.organisations.a, ...typed }
      const again = await lotte.post('/onderzoek/vragenlijsten/nieuw', sent)
      expect(again.status).toBe(422)
      expect(again.text).toContain(sentence)
      expect(again.text).toContain(`value="${typed.name.trim()}"`)
      expect(await house.count('questionnaires_questionnaires')).toBe(0)
    })(),
  )

  it.each(['expert', 'coordinator', 'editorA', 'administrator'] as const)('is not for the %s', (who) =>
    inHouse(async (house) => {
      const { id } = await make(house)
      const browser = await house.as(who)
      for (const path of ['', '/nieuw', `/${id}`])
        expect((await browser.get(`/onderzoek/vragenlijsten${path}`)).status).toBe(403)
    })(),
  )
})

describe('a fixed version', () => {
  it(
    'has a hash of its words and the meanings of its terms, and is fixed once',
    inHouse(async (house) => {
      const { version } = await make(house)
      const now = house.platform.now()
      const fixed = await house.operate((tx) => fixVersion(tx, version, null, now))
      expect(fixed.hash).toMatch(/^[0-9a-f]{64}$/)
      expect(fixed.hash).toBe(definitionHash(small))
      expect(fixed.meanings).toMatchObject([{ id: 'povertyDebt', label: { nl: expect.any(String) } }])
      const later = new Date(now.getTime() + 60_000)
      expect(await house.operate((tx) => fixVersion(tx, version, null, later))).toEqual(fixed)
      const other = await make(house)
      expect((await house.operate((tx) => fixVersion(tx, other.version, null, now))).hash).toBe(fixed.hash)
    }),
  )

  it(
    'has no fault',
    inHouse(async (house) => {
      const { version } = await make(house)
      const empty = JSON.stringify({ ...small, sections: [] })
      await house.peek((tx) =>
        tx.updateTable('questionnaires_versions').set({ definition: empty }).where('id', '=', version).execute(),
      )
      await expect(house.operate((tx) => fixVersion(tx, version, null, house.platform.now()))).rejects.toMatchObject({
        problem: 'definition-faulty',
      })
      expect((await house.operate((tx) => versionWith(tx, version))).fixedAt).toBeNull()
    }),
  )

  it(
    'never changes and never goes, also for the worker',
    inHouse(async (house) => {
      const { version } = await make(house)
      await house.operate((tx) => fixVersion(tx, version, null, house.platform.now()))
      for (const change of [
        sql`update house.questionnaires_versions set definition = '{}' where id = ${version}`,
        sql`update house.questionnaires_versions set fixed_at = null, hash = null, meanings = null where id = ${version}`,
        sql`update house.questionnaires_versions set fixed_by = ${house.people.researcher.id} where id = ${version}`,
        sql`delete from house.questionnaires_versions where id = ${version}`,
      ])
        await expect(house.operate((tx) => change.execute(tx))).rejects.toMatchObject({
          constraint: 'questionnaires_versions_fixed_stays',
        })
    }),
  )

  it(
    'is read by whoever fills it in; one that is worked on is not',
    inHouse(async (house) => {
      const { version } = await make(house)
      const { database } = house.platform
      await expect(database.house(null, (tx) => versionWith(tx, version))).rejects.toMatchObject({ status: 404 })
      await house.operate((tx) => fixVersion(tx, version, null, house.platform.now()))
      expect((await database.house(null, (tx) => versionWith(tx, version))).definition).toEqual(small)
      expect(await database.house(null, (tx) => listQuestionnaires(tx))).toEqual([])
    }),
  )

  it(
    'stays when its maker is erased, without a name',
    inHouse(async (house) => {
      const { id } = house.people.researcher
      const { version } = await make(house, id)
      await house.operate((tx) => fixVersion(tx, version, id, house.platform.now()))
      const copy = await house.operate((tx) => exportOf(tx, house.platform.vault, id, house.platform.now()))
      expect(copy.rooms['questionnaires']).toMatchObject({ made: [{}], begun: [{ number: 1 }], fixed: [{ number: 1 }] })
      await house.operate((tx) => eraseEverywhere(tx, house.platform.vault, id, house.platform.now()))
      const left = await house.peek((tx) =>
        tx
          .selectFrom('questionnaires_versions')
          .select(['made_by', 'fixed_by', 'hash'])
          .where('id', '=', version)
          .execute(),
      )
      expect(left).toEqual([{ made_by: null, fixed_by: null, hash: expect.any(String) }])
    }),
  )
})
