import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'
import type { Definition } from '../../../lib/questionnaire/definition.ts'
import { answersOfSheets } from '../../questionnaires/public.ts'
import { smallDefinition } from '../../questionnaires/sheets.testing.ts'
import { invite, madeSeries, openWaveOf, pathTo, putInState } from './filling.testing.ts'

const yes = { q_heeft: 'ja' }

/** The small questionnaire, in which one can also be thinking of it. */
const withConsidering: Definition = {
  ...smallDefinition,
  sections: smallDefinition.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) =>
      question.key === 'heeft' && question.type === 'single'
        ? {
            ...question,
            options: [
              ...question.options,
              { key: 'overweegt', label: { nl: 'Nee, we denken erover' }, leadsTo: 'beginning' },
            ],
          }
        : question,
    ),
  })),
}

describe('filling in a wave', () => {
  it(
    'goes page by page behind the link of a letter, without script, and is sent at the end',
    inHouse(async (house) => {
      const { wave } = await openWaveOf(house, await madeSeries(house))
      await invite(house, wave)
      const start = await pathTo(house, 'post-1@example.org', '/invullen/')
      const browser = house.visitor()
      const first = await browser.get(start)
      expect(first.status).toBe(200)
      for (const words of [
        'Deze link is voor Zorgpunt 1',
        '5 organisaties of meer',
        'groep van 10',
        'tot en met 1 december 2031',
      ])
        expect(first.text).toContain(words)
      expect((await browser.get(`${start}/alle-vragen`)).text).toContain('Onderzoek doen')

      const one = await browser.get(`${start}/deel/inzet`)
      // What has not come up yet is hidden, for the script; of other sections nothing is on the page.
      expect(one.text).toMatch(/<div data-question="aantal" hidden/)
      expect(one.text).not.toContain('waarom')
      // The answer brings questions: the same part comes back with them.
      const more = await browser.submit(one, yes)
      expect(more.location).toBe(`${start}/deel/inzet?erbij`)
      const again = await browser.follow(more)
      const on = await browser.submit(again, { q_aantal: '12', q_taken: ['advies', 'scholing'] })
      expect(on.location).toBe(`${start}/deel/mening`)
      const incomplete = await browser.get(`${start}/overzicht`)
      expect(incomplete.text).toContain('Verstuur de antwoorden')
      const last = await browser.submit(await browser.follow(on), { q_nut: '4', q_waarom: '=1+1 <b>😀</b>' })
      expect(last.location).toBe(`${start}/overzicht`)
      const summary = await browser.follow(last)
      expect(summary.text).toContain('=1+1 &lt;b&gt;😀&lt;/b&gt;')
      const sent = await browser.submit(summary)
      expect(sent.location).toBe(`${start}/bedankt`)
      expect((await browser.follow(sent)).text).toContain('Je antwoorden zijn verstuurd')
      expect((await browser.get(start)).location).toBe(`${start}/bedankt`)

      await house.runJobs()
      const rows = await house.peek((tx) =>
        tx.selectFrom('surveys_respondents').selectAll().where('state', '=', 'sent').execute(),
      )
      expect(rows).toMatchObject([{ name_sealed: null, type: 'ggz' }])
      const sheet = rows[0]?.sheet_id ?? ''
      const answers = await house.operate((tx) => answersOfSheets(tx, house.platform.vault, [sheet]))
      expect(answers.get(sheet)).toMatchObject({
        heeft: { chosen: 'ja' },
        aantal: { amount: { known: 'exact', value: 12 } },
        taken: { chosen: ['advies', 'scholing'] },
        nut: { step: 4 },
      })
    }),
  )

  it(
    'goes on elsewhere, keeps what holds beside what does not, and finds the first press of two',
    inHouse(async (house) => {
      const { wave } = await openWaveOf(house, await madeSeries(house))
      await invite(house, wave)
      const start = await pathTo(house, 'post-1@example.org', '/invullen/')
      const phone = house.visitor()
      await phone.submit(await phone.get(`${start}/deel/inzet`), { ...yes, go: 'stop' })
      const desk = house.visitor()
      const part = await desk.get(`${start}/deel/inzet`)
      expect(part.text).toMatch(/value="ja"[^>]*checked/)
      const refused = await desk.submit(part, { q_aantal: 'veel', q_taken: ['advies', 'scholing', 'onderzoek'] })
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('Vul een getal in')
      expect(refused.text).toContain('Kies er hoogstens 2')
      expect(refused.text).toContain('value="veel"')
      const strange = await desk.submit(part, { q_heeft: 'ja', q_verzonnen: 'x' })
      expect(strange.status).toBe(422)
      const key = '3f0e2c1a-0000-4000-8000-000000000001'
      const fields = { 'on-page': 'heeft,aantal,taken', q_heeft: 'ja', q_aantal: '7', go: 'next', _key: key }
      const twice = [await desk.post(`${start}/deel/inzet`, fields), await phone.post(`${start}/deel/inzet`, fields)]
      expect(twice.map(({ status, location }) => [status, location])).toEqual([
        [303, `${start}/deel/mening`],
        [303, `${start}/deel/mening`],
      ])
      // Script saves meanwhile; a fault elsewhere on the page does not stop what holds.
      const meanwhile = await desk.post(`${start}/deel/mening/tussendoor`, {
        'on-page': 'nut,waarom',
        q_nut: '9',
        q_waarom: 'Daarom',
      })
      expect(meanwhile.json<{ faults: string[] }>().faults).toEqual(['q_nut'])
      expect((await phone.get(`${start}/deel/mening`)).text).toContain('Daarom')
    }),
  )

  it(
    'keeps what is typed when the wave closes meanwhile, and says that it does not count',
    inHouse(async (house) => {
      const { wave } = await openWaveOf(house, await madeSeries(house))
      await invite(house, wave)
      const start = await pathTo(house, 'post-1@example.org', '/invullen/')
      const browser = house.visitor()
      const part = await browser.get(`${start}/deel/inzet`)
      const summary = `${start}/verzending`
      await putInState(house, wave, 'closed')
      const kept = await browser.submit(part, { q_heeft: 'nee' })
      expect(kept.location).toBe(`${start}?bewaard`)
      const told = await browser.follow(kept)
      for (const words of ['De peiling is gesloten', 'Er is niets verloren', 'Nee']) expect(told.text).toContain(words)
      const late = await browser.post(summary)
      expect([late.status, late.text.includes('Versturen kan niet meer')]).toEqual([409, true])
      expect(await house.count('questionnaires_answers')).toBe(1)
      await house.runDaily('surveys.tidy-waves')
      const [draft] = await house.peek((tx) => tx.selectFrom('questionnaires_sheets').select('keep_until').execute())
      expect(draft?.keep_until).not.toBeNull()
      expect((await browser.get(start)).text).not.toContain('Zorgpunt 1')
    }),
  )

  it(
    'hands a section to a colleague, who sees and saves that section only',
    inHouse(async (house) => {
      const { wave } = await openWaveOf(house, await madeSeries(house))
      await invite(house, wave)
      const start = await pathTo(house, 'post-1@example.org', '/invullen/')
      const browser = house.visitor()
      await browser.submit(await browser.get(`${start}/deel/inzet`), { q_heeft: 'nee' })
      const handed = await browser.submit(
        await browser.get(start),
        { section: 'mening', label: 'Noor van beleid' },
        '/collegas"',
      )
      const page = await browser.follow(handed)
      const link = /http:\/\/localhost:3000(\/meehelpen\/[\w-]{43})/.exec(page.text)?.[1] ?? ''
      const colleague = house.visitor()
      const own = await colleague.get(link)
      expect(own.status).toBe(200)
      expect(own.text).not.toContain('Werken jullie met')
      const intruding = await colleague.post(link, { 'on-page': 'heeft,nut', q_heeft: 'ja', go: 'done' })
      expect(intruding.status).toBe(422)
      const done = await colleague.submit(own, { q_nut: '5', go: 'done' })
      expect(done.location).toBe(`${link}/klaar`)
      expect((await browser.get(start)).text).toContain('Klaar, door: Noor van beleid')
      expect((await browser.get(`${start}/overzicht`)).text).toContain('5 van 5')
      const token = link.split('/').at(-1) ?? ''
      const rows = await house.platform.database.house(token, (tx) =>
        tx.selectFrom('questionnaires_answers').select('question').execute(),
      )
      expect(rows).toEqual([{ question: 'nut' }])
      await browser.submit(await browser.get(start), {}, '/einde"')
      expect((await colleague.get(link)).status).toBe(410)
    }),
  )

  it(
    'fills in facts of last time and no opinions, under the same pseudonym only',
    inHouse(async (house) => {
      const series = await madeSeries(house)
      const before = await openWaveOf(house, series)
      await invite(house, before.wave)
      const first = await pathTo(house, 'post-1@example.org', '/invullen/')
      const browser = house.visitor()
      await browser.submit(await browser.get(`${first}/deel/inzet`), { q_heeft: 'nee' })
      await browser.submit(await browser.get(`${first}/deel/mening`), { q_nut: '2', q_waarom: 'Geen idee' })
      await browser.submit(await browser.get(`${first}/overzicht`))
      await putInState(house, before.wave, 'closed')
      const { wave } = await openWaveOf(house, series, { number: 2 })
      await invite(house, wave)
      const mine = await pathTo(house, 'post-1@example.org', '/invullen/')
      expect(mine).not.toBe(first)
      const facts = await browser.get(`${mine}/deel/inzet`)
      expect(facts.text).toContain('Vorige keer: Nee')
      expect(facts.text).toMatch(/value="nee"[^>]*checked/)
      expect((await browser.get(`${mine}/deel/mening`)).text).not.toContain('Geen idee')
      const other = await pathTo(house, 'post-2@example.org', '/invullen/')
      expect((await browser.get(`${other}/deel/inzet`)).text).not.toContain('Vorige keer')
    }),
  )

  it.each([
    ['ja', false],
    ['overweegt', true],
    ['nee', false],
  ])('shows after sending where to begin to who considers starting, and to nobody else: %s', (chosen, shown) =>
    inHouse(async (house) => {
      const { wave } = await openWaveOf(house, await madeSeries(house), { definition: withConsidering })
      await invite(house, wave)
      const start = await pathTo(house, 'post-1@example.org', '/invullen/')
      const browser = house.visitor()
      await browser.submit(await browser.get(`${start}/deel/inzet`), { q_heeft: chosen })
      await browser.submit(await browser.get(`${start}/overzicht`))
      const thanks = (await browser.get(`${start}/bedankt`)).text
      expect(thanks).toContain('Je antwoorden zijn verstuurd')
      const beginning = ['Jullie denken erover om te beginnen', 'href="/voor/']
      for (const part of beginning) expect(thanks.includes(part)).toBe(shown)
    })(),
  )

  it(
    'mails a link to the own answers and no answers',
    inHouse(async (house) => {
      const { wave } = await openWaveOf(house, await madeSeries(house))
      await invite(house, wave)
      const start = await pathTo(house, 'post-1@example.org', '/invullen/')
      const browser = house.visitor()
      await browser.submit(await browser.get(`${start}/deel/inzet`), { q_heeft: 'nee' })
      await browser.submit(await browser.get(`${start}/overzicht`))
      const thanks = await browser.get(`${start}/bedankt`)
      expect((await browser.submit(thanks, { email: 'geen adres' }, '/kopie"')).status).toBe(422)
      expect((await browser.submit(thanks, { email: 'noor@example.org' }, '/kopie"')).status).toBe(303)
      await house.runJobs()
      const letter = (await house.letters()).at(-1)
      expect(letter).toMatchObject({ to: 'noor@example.org', subject: 'Een link naar je antwoorden' })
      expect(letter?.text).not.toContain('Nee')
      expect(await house.count('surveys_copies')).toBe(0)
      const copy = await house.visitor().get(await pathTo(house, 'noor@example.org', '/eigen-antwoorden/'))
      expect(copy.text).toContain('Nee')
    }),
  )
})
