import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type House } from '../../../../test/house.ts'
import { eraseEverywhere, exportOf } from '../../../app/persons.ts'
import type { Definition } from '../../../lib/questionnaire/definition.ts'
import { fixVersion, makeQuestionnaire, openSheet, saveAnswers, sendSheet } from '../../questionnaires/public.ts'
import { prepareCoding, unrecognisable, type OwnWords } from './coding.actions.ts'
import { madeSeries, openWaveOf, putInState } from '../filling/filling.testing.ts'
import { newPanelKey } from '../series/panel.actions.ts'
import { coding } from './coding.noun.ts'
import { proposeRelease } from '../releases/releases.actions.ts'
import { filesStand, sampleRelease } from '../releases/releases.testing.ts'
import './coding.tables.ts'
import '../tables.ts'

const context = { places: new Set(['Assen']), organisations: ['Zorgpunt Assen'] }
const definition: Definition = {
  format: 1,
  title: { nl: 'Peiling' },
  intro: { nl: 'Waarom.' },
  terms: [],
  sections: [
    {
      key: 'een',
      title: { nl: 'Een' },
      questions: [
        {
          key: 'knelpunten',
          type: 'text',
          about: 'opinion',
          text: { nl: 'Wat is lastig?' },
          longest: 2000,
          codes: [
            { key: 'financiering', label: { nl: 'Geen geld' } },
            { key: 'macht', label: { nl: 'Wie beslist' } },
          ],
        },
        { key: 'wie', type: 'text', about: 'fact', personal: true, text: { nl: 'Wie ben je?' }, longest: 100 },
      ],
    },
  ],
}
const said = (nl: string) => JSON.stringify({ nl })
const page = '/onderzoek/peilingen/proef/2026/coderen'
const one = `${page}/knelpunten`

/** A closed wave with answers ready to be coded. */
async function closed(house: House, texts: readonly string[]): Promise<string> {
  const { vault } = house.platform
  const now = house.platform.now()
  const [series, wave] = [randomUUID(), randomUUID()]
  await house.operate(async (tx) => {
    const organisation = house.people.organisations.a
    await makeQuestionnaire(tx, { organisation, definition, by: null }, now)
    await tx
      .insertInto('surveys_series')
      .values({
        id: series,
        slug: 'proef',
        title: said('Een proef'),
        about: said('Waarover het gaat.'),
        population: said('Alle leden'),
        organisation_id: organisation,
        types: '[]',
        sizes: '[]',
        panel_key_sealed: await newPanelKey(tx, vault, series),
        panel_ended_at: null,
        panel_ended_by: null,
        made_by: null,
        made_at: now,
      })
      .execute()
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
  })
  await house.peek(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update house.surveys_waves set state = 'closed', version_id = (select id from house.questionnaires_versions), opens = '2026-09-01',
      closes = '2026-10-01', population = 20 where id = ${wave}`.execute(tx)
    await sql`set local session_replication_role = origin`.execute(tx)
  })
  await house.operate(async (tx) => {
    const { version_id: version } = await tx
      .selectFrom('surveys_waves')
      .select('version_id')
      .where('id', '=', wave)
      .executeTakeFirstOrThrow()
    await fixVersion(tx, version ?? '', null, now)
    const answers = []
    for (const text of texts)
      answers.push({ sheet: await openSheet(tx, vault, version ?? '', now), question: 'knelpunten', text })
    await prepareCoding(tx, vault, wave, answers, context, now)
  })
  return wave
}

const answerIn = (text: string) => /name="answer" value="([^"]+)"/.exec(text)?.[1] ?? ''

/** Codes everything that is left, by a rule over the words. */
async function codesAll(house: House, who: 'researcher' | 'secondResearcher', rule: (text: string) => string[]) {
  const coder = await house.as(who)
  await coder.post(`${one}/plaats`, {})
  for (
    let text = (await coder.get(one)).text;
    text.includes('Bewaar en ga verder');
    text = (await coder.get(one)).text
  ) {
    const words = /<blockquote[^>]*>([^<]*)</.exec(text)?.[1] ?? ''
    const coded = await coder.post(one, { answer: answerIn(text), codes: rule(words) })
    if (coded.status !== 303) throw new Error(`not coded: ${coded.status}`)
  }
}
const texts = [...Array.from({ length: 6 }, (_, at) => `Geen geld voor werk ${at}`), 'Anderen beslissen altijd']
const money = (text: string) => (text.includes('geld') ? ['financiering'] : ['macht'])

describe('answers in own words', () => {
  it('are made unrecognisable before anybody codes them', () => {
    const text = unrecognisable('Mevrouw Jansen van Zorgpunt Assen (06-12345678) zegt nee.', context)
    expect(text).not.toMatch(/Jansen|Zorgpunt|12345678/)
    expect(text).toContain('zegt nee.')
    expect(text).toContain('[')
  })

  it(
    'are coded by two people who do not see each other, and then compared',
    inHouse(async (house) => {
      await closed(house, texts)
      await codesAll(house, 'researcher', money)
      const first = await house.as('researcher')
      expect((await first.get(one)).text).toContain('Jij bent klaar.')
      const second = await house.as('secondResearcher')
      await second.post(`${one}/plaats`, {})
      const looking = (await second.get(one)).text
      expect(looking).not.toContain('Alfa')
      expect(looking).not.toMatch(/checked/)
      // Also the database shows one coder nothing of the other, and neither whose words they are.
      await codesAll(house, 'secondResearcher', (text) => (text.includes('werk 0') ? ['macht'] : money(text)))
      const compared = (await first.get(one)).text
      expect(compared).toContain('Hoe goed komen jullie overeen?')
      expect(compared).toContain('Te weinig.')
      expect(compared).toContain('Geen geld voor werk 0')
      expect(compared).not.toContain('Geen geld voor werk 1')
      // Nothing is counted before everything is settled.
      expect(compared).not.toContain('<td>6</td>')
      const late = await first.post(one, { answer: answerIn(compared), codes: ['macht'] })
      expect(late.status).toBe(409)
      const settled = await second.post(`${one}/samen`, { answer: answerIn(compared), codes: ['financiering'] })
      expect(settled.status).toBe(303)
      const after = (await first.get(one)).text
      expect(after).toContain('Jullie verschillen nergens meer.')
      expect(after).toContain('Van 7 antwoorden staat de code vast.')
      expect(after).toContain('minder dan 5, of bijna iedereen')
      // What they said apart stays what the agreement is about.
      expect(after).toContain('Te weinig.')
    }),
  )

  it(
    'are not shown to the other coder by the database either',
    inHouse(async (house) => {
      await closed(house, texts)
      await codesAll(house, 'researcher', money)
      const second = await house.as('secondResearcher')
      await second.post(`${one}/plaats`, {})
      const token = [...second.cookies.values()][0] ?? null
      const seen = await house.platform.database.house(token, (tx) =>
        tx.selectFrom('surveys_codings').selectAll().execute(),
      )
      expect(seen).toEqual([])
      const whose = house.platform.database.house(token, (tx) =>
        tx.selectFrom('surveys_coded_answers').select('sheet_id').execute(),
      )
      await expect(whose).rejects.toThrow('permission denied')
    }),
  )

  it(
    'have two coders at most, who are researchers, and no other codes than those of the question',
    inHouse(async (house) => {
      await closed(house, texts)
      const first = await house.as('researcher')
      expect((await first.get(one)).status).toBe(403)
      await first.post(`${one}/plaats`, {})
      expect((await first.post(`${one}/plaats`, {})).status).toBe(303)
      expect(await house.count('surveys_coders')).toBe(1)
      const answer = answerIn((await first.get(one)).text)
      expect((await first.post(one, { answer, codes: ['anders'] })).status).toBe(404)
      expect((await first.post(one, { answer: randomUUID(), codes: ['macht'] })).status).toBe(404)
      expect((await first.post(`${one}/samen`, { answer, codes: ['macht'] })).status).toBe(409)
      expect((await first.get(`${page}/wie`)).status).toBe(404)
      for (const who of ['coordinator', 'editorA'] as const)
        expect((await (await house.as(who)).get(page)).status).toBe(403)
    }),
  )

  it(
    'are kept sealed, come and go with the sheets that count, and are forgotten with who coded them',
    inHouse(async (house) => {
      const { vault } = house.platform
      const wave = await closed(house, texts)
      const now = house.platform.now()
      const prepared = await house.peek((tx) =>
        tx.selectFrom('surveys_coded_answers').select(['id', 'sheet_id as sheet', 'place']).orderBy('place').execute(),
      )
      const again = (answers: OwnWords[]) =>
        house.operate((tx) => prepareCoding(tx, vault, wave, answers, context, now))
      const same = prepared.map(({ sheet }) => ({ sheet: sheet ?? '', question: 'knelpunten', text: 'Iets' }))
      await again(same)
      const kept = await house.peek((tx) =>
        tx.selectFrom('surveys_coded_answers').select('id').orderBy('place').execute(),
      )
      expect(kept.map(({ id }) => id)).toEqual(prepared.map(({ id }) => id))
      // One sheet was put together out of two: the answers of both go, and those of the new one come, behind the others.
      const version = await house.peek((tx) =>
        tx.selectFrom('questionnaires_versions').select('id').executeTakeFirstOrThrow(),
      )
      const put = await house.operate((tx) => openSheet(tx, vault, version.id, now))
      await again([...same.slice(2), { sheet: put, question: 'knelpunten', text: 'Uit twee samen' }])
      const places = await house.peek((tx) =>
        tx.selectFrom('surveys_coded_answers').select(['place', 'sheet_id as sheet']).orderBy('place').execute(),
      )
      expect(places.map(({ place }) => place)).toEqual([3, 4, 5, 6, 7, 8])
      expect(places.at(-1)?.sheet).toBe(put)
      const raw = await house.peek((tx) => tx.selectFrom('surveys_coded_answers').select('sealed').execute())
      expect(raw.some(({ sealed }) => sealed.includes('geld'))).toBe(false)
      await codesAll(house, 'researcher', money)
      const { id } = house.people.researcher
      const copy = JSON.stringify(
        await house.operate((tx) => exportOf(tx, house.platform.vault, id, house.platform.now())),
      )
      expect(copy).toContain('knelpunten')
      await house.operate((tx) => eraseEverywhere(tx, house.platform.vault, id, house.platform.now()))
      const coders = await house.peek((tx) => tx.selectFrom('surveys_coders').select('person_id').execute())
      expect(coders).toEqual([{ person_id: null }])
    }),
  )

  it(
    'of a closed wave are put ready by a job, once, out of sheets that were sent, and without the name of an organisation',
    inHouse(async (house) => {
      const { vault, now } = house.platform
      const made = await madeSeries(house)
      const { wave, slug } = await openWaveOf(house, made, { definition })
      await house.operate(async (tx) => {
        const { version_id: version } = await tx
          .selectFrom('surveys_waves')
          .select('version_id')
          .where('id', '=', wave)
          .executeTakeFirstOrThrow()
        const given = [
          ['sent', 'Bij Zorgpunt 1 is er geen geld', 'Sanne de Vries'],
          ['set-aside', 'Dit telt niet mee', 'Niemand'],
        ] as const
        for (const [state, text, who] of given) {
          const sheet = await openSheet(tx, vault, version ?? '', now())
          const answers = { knelpunten: { type: 'text', text }, wie: { type: 'text', text: who } } as const
          await saveAnswers(tx, vault, sheet, { asked: ['knelpunten', 'wie'], answers, part: null }, now())
          await sendSheet(tx, vault, sheet, now())
          await tx
            .insertInto('surveys_respondents')
            .values({
              id: randomUUID(),
              wave_id: wave,
              sheet_id: sheet,
              pseudonym: randomUUID(),
              type: null,
              size: null,
              province_code: null,
              trial: false,
              name_sealed: null,
              state,
              state_since: now(),
            })
            .execute()
        }
      })
      await house.runDaily('surveys.prepare-coding')
      expect(await house.count('surveys_coded_answers')).toBe(0)
      await putInState(house, wave, 'closed')
      await house.runDaily('surveys.prepare-coding')
      await house.runDaily('surveys.prepare-coding')
      expect(await house.count('surveys_coded_answers')).toBe(1)
      const coder = await house.as('researcher')
      const address = `/onderzoek/peilingen/${made.slug}/${slug}/coderen`
      expect((await coder.get(address)).text).toContain('1 antwoord')
      await coder.post(`${address}/knelpunten/plaats`, {})
      const text = (await coder.get(`${address}/knelpunten`)).text
      expect(text).toContain('is er geen geld')
      expect(text).not.toMatch(/Zorgpunt 1|Sanne/)
    }),
  )

  it(
    'count in the register of bottlenecks once two people let the figures out, from five on',
    inHouse(async (house) => {
      const five = Array.from({ length: 5 }, (_, at) => `Iets heel anders ${at}`)
      // Five said something else, so that those who did not name money are not too few.
      const wave = await closed(house, [...texts, ...five])
      const both = (text: string) => [
        ...(text.includes('geld') ? ['financiering'] : []),
        ...(text.includes('beslissen') ? ['macht'] : []),
      ]
      await codesAll(house, 'researcher', both)
      const release = async () => {
        const id = await house.operate((tx) =>
          proposeRelease(
            tx,
            {
              document: sampleRelease(),
              waveId: wave,
              reason: 'Uitgave',
              by: house.people.researcher.id,
            },
            house.platform.now(),
          ),
        )
        await filesStand(house, id)
        const second = await house.as('secondResearcher')
        const out = await second.post(`/onderzoek/uitgaven/${id}/besluit`, { decision: 'release', reason: '' })
        expect(out.status).toBe(303)
        await house.runJobs()
      }
      // One coder alone settles nothing.
      await release()
      expect((await house.visitor().get('/knelpunten')).text).not.toContain('Een proef, 2026')
      await codesAll(house, 'secondResearcher', both)
      await release()
      const register = (await house.visitor().get('/knelpunten')).text
      expect(register).toContain('Een proef, 2026: 6 organisaties noemden dit.')
      expect(register.match(/Een proef, 2026/g)).toHaveLength(1)
    }),
  )

  it(
    'are forgotten a year after the wave closed, and do not come back',
    inHouse(async (house) => {
      const wave = await closed(house, texts)
      const [rule] = coding.retention ?? []
      const run = (dryRun: boolean) =>
        house.operate(async (tx) => (await rule?.run(tx, house.platform.now(), dryRun)) ?? -1)
      expect(await run(false)).toBe(0)
      await house.peek(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx)
        await sql`update house.surveys_waves set opens = '2024-09-01', closes = '2024-10-01' where id = ${wave}`.execute(
          tx,
        )
        await sql`set local session_replication_role = origin`.execute(tx)
      })
      expect(await run(true)).toBe(7)
      expect(await house.count('surveys_coded_answers')).toBe(7)
      expect(await run(false)).toBe(7)
      await house.runDaily('surveys.prepare-coding')
      expect(await house.count('surveys_coded_answers')).toBe(0)
    }),
  )
})
