import { describe, expect, it } from 'vitest'
import { inHouse, type House } from '../../../../test/house.ts'
import { proposeRelease } from './releases.actions.ts'
import { sampleRelease } from './releases.testing.ts'

const proposed = (house: House, by: 'researcher' | 'secondResearcher' = 'researcher', document = sampleRelease()) =>
  house.operate((tx) =>
    proposeRelease(
      tx,
      {
        document,
        waveId: null,
        reason: 'Eerste uitgave',
        files: [{ name: 'tables.csv', type: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode('a;b\n') }],
        by: house.people[by].id,
      },
      house.platform.now(),
    ),
  )
const yes = { decision: 'release', reason: '' }

describe('letting figures out', () => {
  it(
    'takes two people: the second one sees what readers will see, and puts it on the square',
    inHouse(async (house) => {
      const id = await proposed(house)
      const page = `/onderzoek/uitgaven/${id}`
      const [lotte, tobias] = [await house.as('researcher'), await house.as('secondResearcher')]
      expect((await house.visitor().get('/peilingen/proefpeiling/2020')).status).toBe(404)
      expect((await lotte.get(page)).text).toContain('Vraag een andere onderzoeker')
      expect((await lotte.post(`${page}/besluit`, yes)).status).toBe(403)

      const preview = (await tobias.get(page)).text
      expect(preview).toContain('69 van de 490 organisaties deden mee.')
      expect((await tobias.get(`${page}/cijfers/works`)).text).toContain('45 gedeeld door 69 is 65%')
      expect((await tobias.post(`${page}/besluit`, yes)).status).toBe(303)

      const out = (await house.visitor().get('/peilingen/proefpeiling/2020')).text
      const main = (text: string) =>
        /<section class="plein-poll".*<\/section>/s.exec(text)?.[0].replaceAll(/href="[^"]*"/g, '')
      expect(main(out)).toBe(main(preview))
      expect(main(out)?.length).toBeGreaterThan(1000)
      expect((await tobias.post(`${page}/besluit`, yes)).status).toBe(409)
      expect((await (await house.as('editorA')).get(page)).status).toBe(403)
      expect((await (await house.as('coordinator')).post(`${page}/besluit`, yes)).status).toBe(403)
    }),
  )

  it(
    'a refusal has a reason, leaves the square as it was, and another proposal can follow',
    inHouse(async (house) => {
      const id = await proposed(house)
      const tobias = await house.as('secondResearcher')
      const refuse = (reason: string) =>
        tobias.post(`/onderzoek/uitgaven/${id}/besluit`, { decision: 'refuse', reason })
      expect((await refuse(' ')).status).toBe(422)
      expect((await refuse('Vraag 2 klopt niet.')).status).toBe(303)
      expect((await house.visitor().get('/peilingen')).text).toContain('nog geen peiling')
      expect((await tobias.get(`/onderzoek/uitgaven/${id}`)).text).toContain('Afgewezen: Vraag 2 klopt niet.')
      expect(await proposed(house)).not.toBe(id)
    }),
  )

  it(
    'a correction takes the place of the first, names it with its reason, and its files have an address of their own',
    inHouse(async (house) => {
      const tobias = await house.as('secondResearcher')
      const first = await proposed(house)
      await tobias.post(`/onderzoek/uitgaven/${first}/besluit`, yes)
      await expect(proposed(house)).resolves.toBeTruthy()
      await expect(proposed(house)).rejects.toMatchObject({ constraint: 'surveys_releases_one_waiting' })
      const rows = await house.peek((tx) =>
        tx.selectFrom('surveys_releases').select(['id', 'number']).where('outcome', 'is', null).execute(),
      )
      expect(rows).toMatchObject([{ number: 2 }])
      await tobias.post(`/onderzoek/uitgaven/${rows[0]?.id}/besluit`, yes)
      const page = (await house.visitor().get('/peilingen/proefpeiling/2020')).text
      expect(page).toContain('Uitgave 1, ')
      expect((await house.visitor().get('/peilingen/proefpeiling/2020/bestanden/2/tables.csv')).text).toBe('a;b\n')
      expect((await house.visitor().get('/peilingen/proefpeiling/2020/bestanden/1/tables.csv')).status).toBe(404)
      // The older one is not what stands on the square any more.
      const late = await tobias.post(`/onderzoek/uitgaven/${first}/terughalen`, { reason: 'Oud.' })
      expect(late.status).toBe(409)
    }),
  )

  it(
    'taking it back takes pages, files and data off the square',
    inHouse(async (house) => {
      const id = await proposed(house)
      const tobias = await house.as('secondResearcher')
      await tobias.post(`/onderzoek/uitgaven/${id}/besluit`, yes)
      const places = [
        '/peilingen/proefpeiling',
        '/peilingen/proefpeiling/2020',
        '/peilingen/proefpeiling/2020/cijfers/works',
        '/peilingen/proefpeiling/2020/plan',
        '/peilingen/proefpeiling/2020/rapport',
        '/peilingen/proefpeiling/2020/bestanden/1/tables.csv',
        '/api/v1/polls/proefpeiling/2020',
      ]
      const statuses = async () => {
        const all: number[] = []
        for (const place of places) all.push((await house.visitor().get(place)).status)
        return all
      }
      expect(new Set(await statuses())).toEqual(new Set([200]))
      expect((await tobias.post(`/onderzoek/uitgaven/${id}/terughalen`, { reason: '' })).status).toBe(422)
      expect(
        (await tobias.post(`/onderzoek/uitgaven/${id}/terughalen`, { reason: 'Er staat een fout in.' })).status,
      ).toBe(303)
      expect(new Set(await statuses())).toEqual(new Set([404]))
      expect((await house.visitor().get('/sitemap/1.xml')).text).not.toContain('proefpeiling')
    }),
  )

  it(
    'what was proposed or decided is not changed by whoever bypasses the code',
    inHouse(async (house) => {
      const id = await proposed(house)
      const change = (set: Record<string, unknown>) =>
        house.peek((tx) => tx.updateTable('surveys_releases').set(set).where('id', '=', id).execute())
      await expect(change({ document: '{}' })).rejects.toMatchObject({ constraint: 'surveys_releases_stays' })
      await expect(
        change({ outcome: 'released', decided_by: house.people.researcher.id, decided_at: house.platform.now() }),
      ).rejects.toMatchObject({ constraint: 'surveys_releases_by_another' })
    }),
  )
})

describe('what readers get of a release', () => {
  it(
    'holds no number of a hidden answer: not on pages, in drawings, titles or data',
    inHouse(async (house) => {
      const id = await proposed(house)
      await (await house.as('secondResearcher')).post(`/onderzoek/uitgaven/${id}/besluit`, yes)
      const wave = (await house.visitor().get('/peilingen/proefpeiling/2020')).text
      const rare = wave.split('<li class="plein-chart__row">').find((row) => row.includes('Antwoord rare')) ?? ''
      expect(rare.split('</li>')[0]).toContain('te weinig organisaties')
      expect(rare.split('</li>')[0]).not.toMatch(/<rect|%\s*<|\d van \d/)
      const { document } = JSON.parse((await house.visitor().get('/api/v1/polls/proefpeiling/2020')).text)
      const level = document.findings.questions[1].options[2].level
      expect(level).toEqual({ status: 'hidden', why: 'few' })
    }),
  )

  it(
    'says with every figure of whom it is, that more answers were possible, and why to compare with care',
    inHouse(async (house) => {
      const id = await proposed(house)
      await (await house.as('secondResearcher')).post(`/onderzoek/uitgaven/${id}/besluit`, yes)
      const { text } = await house.visitor().get('/peilingen/proefpeiling/2020')
      for (const part of [
        'Percentages van: alle organisaties die meededen (n = 69).',
        'De percentages tellen niet op tot 100.',
        'Beperkt te vergelijken met 2018',
        'Er deden andere organisaties mee.',
        'Hoe komen we aan dit cijfer?',
      ])
        expect(text).toContain(part)
      expect(text).not.toContain('plein-chart__join')
      expect(text).not.toMatch(/gestegen|gedaald|stijging|daling|significant/i)
      const plan = (await house.visitor().get('/peilingen/proefpeiling/2020/plan')).text
      expect(plan).toContain('Vastgelegd op 30 augustus 2020.')
      expect(plan).toContain('2 november 2020, door een onderzoeker.')
      expect(plan).toContain('ongeveer gelijk tot: 5 werd 3')
      expect(plan).toContain('Waarom: De marge was te ruim.')
      const report = (await house.visitor().get('/en/peilingen/proefpeiling/2020/rapport')).text
      expect(report).toContain('1. Who asked what of whom?')
      expect(report).toContain('Partner A (20')
      for (const path of [
        '/peilingen/proefpeiling/2021',
        '/peilingen/anders',
        '/peilingen/proefpeiling/2020/cijfers/x',
      ])
        expect((await house.visitor().get(path)).status).toBe(404)
    }),
  )
})
