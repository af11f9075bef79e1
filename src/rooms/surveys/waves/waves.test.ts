import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'
import { addressField, contactsHolder } from '../frame/contacts.sql.ts'
import { listComparabilities } from '../series/comparability.sql.ts'
import { frameForAnalysis } from '../frame/frame.sql.ts'
import { analysisPlan } from '../plans/plans.sql.ts'
import { aSeries, aVersion, prepare, smallDefinition, takeFrame, threePlaces } from '../surveys.testing.ts'
import { closeWaves } from './waves.actions.ts'
import '../../accounts/tables.ts'
import '../tables.ts'

const list = '/onderzoek/peilingen'
const words = { titleNl: 'Peiling sociaal werk', aboutNl: 'Waarover.', populationNl: 'Alle leden.' }
const classes = { types: 'Welzijn\nOpvang', sizes: '0 klein\n50 groot' }

describe('a series', () => {
  it(
    'is begun by a researcher, changed, and seen by every other one',
    inHouse(async (house) => {
      const lotte = await house.as('researcher')
      const { a } = house.people.organisations
      const sent = { ...words, ...classes, organisation: a, titleNl: 'Peiling <b>werk</b>' }
      const made = await lotte.submit(await lotte.get(`${list}/nieuw`), sent)
      expect(made.location).toBe(`${list}/peiling-b-werk-b`)
      const tobias = await house.as('secondResearcher')
      expect((await tobias.get(list)).text).toContain('Peiling &lt;b&gt;werk&lt;/b&gt;')
      const change = await tobias.get(`${made.location}/wijzigen`)
      expect((await tobias.submit(change, { titleNl: 'Peiling werk', titleEn: 'Poll of work' })).status).toBe(303)
      expect((await lotte.get(`/en${made.location}`)).text).toContain('Poll of work')
      const again = await lotte.submit(await lotte.get(`${list}/nieuw`), { ...sent, titleNl: 'Nieuw' })
      expect(again.location).toBe(`${list}/nieuw-2`)
    }),
  )

  it.each([
    [{ titleNl: 'x' }, 'minstens drie tekens'],
    [{ types: '' }, 'Schrijf er minstens één op'],
    [{ sizes: 'klein' }, 'Begin elke regel met een aantal'],
    [{ sizes: '10 klein' }, 'Begin met 0'],
    [{ organisation: 'geen' }, 'Kies een organisatie'],
  ])('is not begun from %j', (typed, sentence) =>
    inHouse(async (house) => {
      const lotte = await house.as('researcher')
      const sent = { ...words, ...classes, organisation: house.people.organisations.a, ...typed }
      const refused = await lotte.submit(await lotte.get(`${list}/nieuw`), sent)
      expect(refused.status).toBe(422)
      expect(refused.text).toContain(sentence)
      expect(await house.count('surveys_series')).toBe(0)
    })(),
  )

  it.each(['expert', 'coordinator', 'editorA', 'administrator'] as const)('is not for the %s', (who) =>
    inHouse(async (house) => {
      const { series, wave } = await aSeries(house)
      const browser = await house.as(who)
      const at = `${list}/${series}`
      for (const path of [list, at, `${at}/${wave}`, `${at}/${wave}/kader`, `${at}/${wave}/plan`])
        expect((await browser.get(path)).status).toBe(403)
    })(),
  )

  it(
    'ends its panel after a question, and no wave can follow',
    inHouse(async (house) => {
      const { series } = await aSeries(house)
      const lotte = await house.as('researcher')
      const end = await lotte.get(`${list}/${series}/panel-stoppen`)
      const unsure = await lotte.submit(end, {})
      expect(unsure.status).toBe(422)
      expect(unsure.text).toContain('Vink dit aan')
      expect((await lotte.submit(end, { sure: 'on' })).status).toBe(303)
      expect((await lotte.get(`${list}/${series}`)).text).toContain('Het panel is gestopt')
      const next = await lotte.post(`${list}/${series}/nieuwe-golf`, { year: '2027', labelNl: 'Nog een' })
      expect(next.status).toBe(410)
    }),
  )
})

describe('a wave', () => {
  it(
    'says what is missing, opens when all is there, and stays what it was',
    inHouse(async (house) => {
      const { series } = await aSeries(house)
      const lotte = await house.as('researcher')
      const begun = await lotte.submit(await lotte.get(`${list}/${series}/nieuwe-golf`), {
        year: '2026',
        labelNl: 'Tweede',
      })
      const page = begun.location ?? ''
      expect(page).toBe(`${list}/${series}/2026-2`)
      const empty = (await lotte.get(page)).text
      for (const part of [
        'Kies een vragenlijst met vragen',
        'Zet in het kader',
        'hoofdvragen',
        'eerste en de laatste dag',
      ])
        expect(empty).toContain(part)
      expect((await lotte.post(`${page}/stand`, { to: 'open' })).status).toBe(409)

      const version = await aVersion(house)
      await prepare(house, lotte, page, version)
      expect((await lotte.submit(await lotte.get(`${page}/opening`))).status).toBe(303)
      const open = (await lotte.get(page)).text
      expect(open).toContain('3 organisaties')
      const row = await house.peek((tx) =>
        tx
          .selectFrom('surveys_waves as w')
          .innerJoin('questionnaires_versions as v', 'v.id', 'w.version_id')
          .select(['w.population', 'w.state', 'v.fixed_at'])
          .where('w.slug', '=', '2026-2')
          .executeTakeFirstOrThrow(),
      )
      expect(row).toMatchObject({ population: 3, state: 'open', fixed_at: expect.any(Date) })

      for (const [path, sent] of [
        ['kader', { list: threePlaces }],
        ['kader-overnemen', {}],
        ['proefplaatsen', { name: 'Test', email: 'test@example.org', lang: 'nl' }],
        ['instellen', { labelNl: 'Tweede', version: '', opens: '', closes: '' }],
      ] as const)
        expect([path, (await lotte.post(`${page}/${path}`, sent)).status]).toEqual([path, 409])
      expect((await lotte.get(`${page}/kader`)).text).toContain('Het kader ligt vast')
    }),
  )

  it(
    'is tried out by test places, which are gone once it opens',
    inHouse(async (house) => {
      const { series, wave } = await aSeries(house)
      const page = `${list}/${series}/${wave}`
      const lotte = await house.as('researcher')
      await prepare(house, lotte, page, await aVersion(house))
      expect((await lotte.post(`${page}/stand`, { to: 'pilot' })).status).toBe(409)
      const trial = { name: 'Proefkantoor', email: 'proef@example.org', lang: 'nl' }
      await lotte.post(`${page}/proefplaatsen`, trial)
      expect((await lotte.get(`${page}/kader`)).text).toContain('Haal Proefkantoor weg')
      expect((await lotte.post(`${page}/stand`, { to: 'pilot' })).status).toBe(303)
      expect(await house.count('surveys_places')).toBe(4)
      expect((await lotte.post(`${page}/stand`, { to: 'open' })).status).toBe(303)
      expect(await house.count('surveys_places')).toBe(3)
      expect(await house.count('surveys_contacts')).toBe(2)
    }),
  )

  it(
    'closes by itself after its last day, and never opens again',
    inHouse(async (house) => {
      const { series, wave } = await aSeries(house)
      const page = `${list}/${series}/${wave}`
      const lotte = await house.as('researcher')
      await prepare(house, lotte, page, await aVersion(house))
      await lotte.post(`${page}/stand`, { to: 'open' })
      const after = (days: number) => new Date(house.platform.now().getTime() + days * 86_400_000)
      expect(await house.operate((tx) => closeWaves(tx, after(29)))).toBe(0)
      expect(await house.operate((tx) => closeWaves(tx, after(32)))).toBe(1)
      expect((await lotte.get(page)).text).toContain('Het invullen is voorbij')
      expect((await lotte.post(`${page}/stand`, { to: 'open' })).status).toBe(409)
      expect((await lotte.post(`${page}/stand`, { to: 'published' })).status).toBe(409)
    }),
  )
})

describe('the frame', () => {
  it(
    'is looked at before it is taken, counted by each variable, and shows no address',
    inHouse(async (house) => {
      const { series, wave } = await aSeries(house)
      const page = `${list}/${series}/${wave}`
      const lotte = await house.as('researcher')
      const sent = await lotte.upload(`${page}/kader`, { list: threePlaces }, {})
      const preview = await lotte.follow(sent)
      expect(preview.text).toContain('3 organisaties, zonder fouten')
      expect(preview.text).not.toContain('anker.example')
      expect(await house.count('surveys_places')).toBe(0)
      // Nobody else sees a list before it is taken.
      expect((await (await house.as('secondResearcher')).get(sent.location ?? '')).status).toBe(404)
      expect((await lotte.submit(preview, {}, 'Neem deze lijst over')).status).toBe(303)
      const counted = (await lotte.get(`${page}/kader`)).text
      expect(counted).toContain('3 organisaties, waarvan 2 met een e-mailadres')
      expect(counted).not.toContain('anker.example')
      expect(await house.count('surveys_frame_uploads')).toBe(0)
      const id = await house.peek((tx) => tx.selectFrom('surveys_waves').select('id').executeTakeFirstOrThrow())
      expect(await house.operate((tx) => frameForAnalysis(tx, id.id))).toEqual([
        { type: 'opvang', size: 'groot', region: 'PV25', organisations: 1 },
        { type: 'welzijnswerk', size: 'groot', region: 'PV26', organisations: 1 },
        { type: 'welzijnswerk', size: 'klein', region: 'PV26', organisations: 1 },
      ])
    }),
  )

  it(
    'is not taken with a fault in it, and says on which line',
    inHouse(async (house) => {
      const { series, wave } = await aSeries(house)
      const page = `${list}/${series}/${wave}`
      const lotte = await house.as('researcher')
      const faulty = `${threePlaces}\nNog Een\t104\tKasteel\t12\tUtrecht\tgeen-adres`
      const sent = await lotte.upload(`${page}/kader`, { list: faulty }, {})
      const preview = (await lotte.follow(sent)).text
      expect(preview).toContain('1 regel heeft een fout, van de 4')
      expect(preview).toContain('Deze soort kent de peiling niet: Kasteel')
      expect(preview).toContain('Dit is geen e-mailadres: geen-adres')
      expect((await lotte.post(sent.location ?? '', {})).status).toBe(409)
      expect((await lotte.post(`${sent.location}/weg`, {})).status).toBe(303)
      expect(await house.count('surveys_frame_uploads')).toBe(0)
      const nothing = await lotte.post(`${page}/kader`, { list: '' })
      expect(nothing.text).toContain('Kies een bestand of plak een lijst')
      const nameless = await lotte.post(`${page}/kader`, { list: 'soort\nOpvang' })
      expect(nameless.status).toBe(422)
      expect(nameless.text).toContain('Er is geen kolom met de naam')
    }),
  )

  it(
    'begins with the organisations of this plein, looked at before they are taken, each with a number that stays',
    inHouse(async (house) => {
      const { series, wave } = await aSeries(house)
      const page = `${list}/${series}/${wave}`
      const lotte = await house.as('researcher')
      const sent = await lotte.submit(await lotte.get(`${page}/kader`), {}, '/kader-van-hier"')
      const seen = await lotte.follow(sent)
      expect(seen.text).toContain('zonder fouten')
      expect(await house.count('surveys_places')).toBe(0)
      expect((await lotte.submit(seen, {}, 'Neem deze lijst over')).status).toBe(303)
      const places = await house.peek((tx) =>
        tx.selectFrom('surveys_places').select(['reference', 'organisation_id']).orderBy('reference').execute(),
      )
      const here = await house.peek((tx) =>
        tx
          .selectFrom('accounts_organisations')
          .select(['slug', 'id'])
          .where('left_at', 'is', null)
          .orderBy('slug')
          .execute(),
      )
      expect(places).toEqual(here.map(({ slug, id }) => ({ reference: slug, organisation_id: id })))
    }),
  )

  it(
    'comes from a file, and from the wave before with the addresses that nobody in the house can read',
    inHouse(async (house) => {
      const { series, wave } = await aSeries(house)
      const page = `${list}/${series}/${wave}`
      const lotte = await house.as('researcher')
      const bytes = threePlaces.replaceAll('\t', ';')
      const sent = await lotte.upload(`${page}/kader`, {}, { file: { name: 'leden.csv', type: 'text/csv', bytes } })
      await lotte.submit(await lotte.follow(sent), {}, 'Neem deze lijst over')
      await lotte.post(`${list}/${series}/nieuwe-golf`, { year: '2028', labelNl: 'Peiling 2028' })
      const next = `${list}/${series}/2028`
      expect((await lotte.post(`${page}/kader-overnemen`, {})).status).toBe(409)
      expect((await lotte.post(`${next}/kader-overnemen`, {})).status).toBe(303)
      expect((await lotte.get(`${next}/kader`)).text).toContain('waarvan 0 met')
      await house.runJobs()
      expect((await lotte.get(`${next}/kader`)).text).toContain('3 organisaties, waarvan 2 met een e-mailadres')
      const opened = await house.operate(async (tx) => {
        const row = await tx
          .selectFrom('surveys_contacts as c')
          .innerJoin('surveys_places as p', 'p.id', 'c.place_id')
          .innerJoin('surveys_waves as w', 'w.id', 'p.wave_id')
          .select(['c.place_id', 'c.address_sealed', 'p.wave_id'])
          .where('w.slug', '=', '2028')
          .where('p.reference', '=', '101')
          .executeTakeFirstOrThrow()
        const sealer = await house.platform.vault.sealerOf(tx, contactsHolder(row.wave_id))
        return sealer?.open(addressField(row.place_id), row.address_sealed)
      })
      expect(opened).toBe('kantoor@anker.example')
      const token = [...lotte.cookies.values()][0] ?? null
      await expect(
        house.platform.database.house(token, (tx) =>
          tx.selectFrom('surveys_contacts').select('address_sealed').execute(),
        ),
      ).rejects.toThrow('permission denied')
    }),
  )
})

describe('the plan', () => {
  it(
    'is fixed at opening; a later change has a reason, which stays to be read',
    inHouse(async (house) => {
      const { series, wave } = await aSeries(house)
      const page = `${list}/${series}/${wave}`
      const lotte = await house.as('researcher')
      await prepare(house, lotte, page, await aVersion(house))
      const none = await lotte.post(`${page}/plan`, { cellsFrom: '3', baseFrom: '10', margin: '5' })
      expect(none.status).toBe(422)
      expect(none.text).toContain('Kies minstens één hoofdvraag')
      expect(none.text).toContain('Vul een getal in vanaf 5')
      await lotte.post(`${page}/stand`, { to: 'open' })
      const fixed = await lotte.get(`${page}/plan`)
      const silent = await lotte.submit(fixed, { margin: '3' })
      expect(silent.status).toBe(422)
      expect(silent.text).toContain('Schrijf op waarom je het plan wijzigt')
      expect((await lotte.submit(fixed, { margin: '3', reason: 'Vijf was te ruim.' })).status).toBe(303)
      const changed = (await lotte.get(`${page}/plan`)).text
      expect(changed).toContain('ongeveer gelijk tot: 5 werd 3')
      expect(changed).toContain('Vijf was te ruim.')
      expect(changed).toMatch(/data-label="Wie">\s*Lotte/)
      const id = await house.peek((tx) => tx.selectFrom('surveys_waves').select('id').executeTakeFirstOrThrow())
      expect(await house.operate((tx) => analysisPlan(tx, id.id))).toMatchObject({
        mainQuestions: ['werkt/ja'],
        limits: { fewest: 5, percentagesFrom: 10, equalWithin: 0.03 },
        weightingMargins: ['type', 'size', 'region'],
        weightCap: 3,
        confidence: 0.95,
      })
      // Also who bypasses the page cannot change it without the line that says why.
      const token = [...lotte.cookies.values()][0] ?? null
      const silently = await house.platform.database.house(token, (tx) =>
        tx.updateTable('surveys_plans').set({ margin: 1 }).executeTakeFirst(),
      )
      expect(silently.numUpdatedRows).toBe(0n)
    }),
  )
})

describe('comparing with an earlier wave', () => {
  it(
    'asks a level with a reason, and a bridge for a question that changed',
    inHouse(async (house) => {
      const { series, wave } = await aSeries(house)
      const first = `${list}/${series}/${wave}`
      const lotte = await house.as('researcher')
      await prepare(house, lotte, first, await aVersion(house))
      await lotte.post(`${first}/stand`, { to: 'open' })
      await lotte.post(`${first}/stand`, { to: 'closed' })
      await lotte.post(`${list}/${series}/nieuwe-golf`, { year: '2028', labelNl: 'Peiling 2028' })
      const later = `${list}/${series}/2028`
      await prepare(house, lotte, later, await aVersion(house, smallDefinition({ question: 'Werkt u met ervaring?' })))
      await lotte.post(`${later}/stand`, { to: 'open' })
      await lotte.post(`${later}/stand`, { to: 'closed' })
      expect((await lotte.post(`${later}/stand`, { to: 'cleaned' })).status).toBe(409)

      const pair = `${later}/vergelijken/2026`
      const page = await lotte.get(pair)
      expect(page.text).toContain('1 vraag is hetzelfde gebleven')
      expect(page.text).toContain('Wordt niet vergeleken')
      expect(page.text).toContain('Werken jullie met ervaringsdeskundigen?')
      const bare = await lotte.submit(page, { level: 'limited' })
      expect(bare.status).toBe(422)
      expect(bare.text).toContain('Schrijf op waarom')
      await lotte.submit(page, { level: 'limited', reason: 'Andere organisaties deden mee.' })
      const bridge = await lotte.get(`${pair}/werkt`)
      expect((await lotte.submit(bridge, { words: 'Alleen de aanspreekvorm is anders.' })).status).toBe(303)
      expect((await lotte.get(pair)).text).toContain('Wordt vergeleken, met een brug')
      expect((await lotte.get(`${pair}/hoeveel`)).status).toBe(404)
      expect((await lotte.post(`${pair}/hoeveel`, { words: 'Zomaar.' })).status).toBe(404)
      const ids = await house.peek((tx) =>
        tx.selectFrom('surveys_waves').select(['id', 'slug']).orderBy('number').execute(),
      )
      expect(await house.operate((tx) => listComparabilities(tx, ids[1]?.id ?? ''))).toEqual([
        {
          wave: ids[0]?.id,
          level: 'limited',
          reason: { nl: 'Andere organisaties deden mee.' },
          bridges: { werkt: { nl: 'Alleen de aanspreekvorm is anders.' } },
        },
      ])
      expect((await lotte.post(`${later}/stand`, { to: 'cleaned' })).status).toBe(303)
      expect((await lotte.submit(await lotte.get(`${pair}/werkt`), { words: '' })).status).toBe(303)
      expect((await lotte.get(pair)).text).toContain('Wordt niet vergeleken')
    }),
  )
})

describe('retention', () => {
  it(
    'lets addresses go a year after a wave closed',
    inHouse(async (house) => {
      const { series, wave } = await aSeries(house)
      const page = `${list}/${series}/${wave}`
      const lotte = await house.as('researcher')
      await takeFrame(lotte, page)
      const { frame } = await import('../frame/frame.noun.ts')
      const rule = frame.retention?.find(({ name }) => name === 'surveys.contacts')
      if (rule === undefined) throw new Error('no rule')
      await prepare(house, lotte, page, await aVersion(house))
      await lotte.post(`${page}/stand`, { to: 'open' })
      await lotte.post(`${page}/stand`, { to: 'closed' })
      const after = (days: number) => new Date(house.platform.now().getTime() + days * 86_400_000)
      expect(await house.operate((tx) => rule.run(tx, after(364), false))).toBe(0)
      expect(await house.operate((tx) => rule.run(tx, after(367), true))).toBe(2)
      expect(await house.operate((tx) => rule.run(tx, after(367), false))).toBe(2)
      expect(await house.count('surveys_contacts')).toBe(0)
    }),
  )
})
