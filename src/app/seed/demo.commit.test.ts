import { dayAt, daysLater } from '../../lib/days.ts'
import { demoLeaving, demoShared, demoSuggestion, demoWantedRule } from '../demo/deciding.ts'
import { demoMove, demoOldSite } from '../demo/moving.ts'
import { demoPoll } from '../demo/poll.ts'
import { demoAgenda, demoSource } from '../demo/sources.ts'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withCommittedHouse } from '../../../test/house.ts'
import '../../rooms/governance/tables.ts'
import '../../rooms/surveys/interviews/interviews.tables.ts'
import { isAboutExperts } from '../../rooms/knowledge/deciding/about-experts.rules.ts'
import { fillWithDemo } from './demo.seed.ts'

describe('the demo network', () => {
  it(
    'publishes what is about experts after their seats said yes, shows a proposal of every sort, and what belongs together',
    withCommittedHouse(async (house) => {
      await fillWithDemo(house.platform, house.urls)
      const published = await house.peek((tx) =>
        tx
          .selectFrom('square.items as i')
          .leftJoin('governance_proposals as p', (join) =>
            join
              .on((e) => e('p.subject_id', '=', e.cast<string>('i.id', 'text')))
              .onRef('p.subject_version', '=', 'i.version'),
          )
          .select(['i.slug', 'i.type', 'i.roles', 'p.outcome'])
          .execute(),
      )
      const about = published.filter(isAboutExperts)
      expect(about.length).toBeGreaterThan(0)
      expect(
        about.filter((item) => item.outcome !== 'accepted').map((item) => item.slug),
        'lay these before the seats in src/app/demo/governance.ts',
      ).toEqual([])
      const poll = (await house.visitor().get(`/peilingen/${demoPoll.slug}/2020`)).text
      for (const file of ['alle-bestanden.zip', 'data.csv', 'data.sav', 'codebook.xml', 'results.xlsx', 'SHA256SUMS'])
        expect(poll).toContain(`/peilingen/${demoPoll.slug}/2020/bestanden/1/${file}`)
      const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
      const years = (await house.visitor().get('/peilingen/ervaring-in-de-wijk')).text.matchAll(/in-de-wijk\/(\d{4})"/g)
      const newest = [...years]
        .map(([, year = '']) => `/peilingen/ervaring-in-de-wijk/${year}`)
        .toSorted()
        .at(-1)
      const panel = plain((await house.visitor().get(newest ?? '')).text)
      for (const part of ['verzonnen peiling', '72 van de 96 organisaties deden mee', '50 van 72', '33 van 66', '54'])
        expect(panel).toContain(part)
      expect(panel).toContain('51 organisaties antwoordden hier in eigen woorden. 2 mensen lazen elk antwoord')
      expect(panel).toContain('Zij kwamen redelijk overeen')
      const changed = plain((await house.visitor().get(`${newest}/cijfers/begeleiding`)).text)
      expect(changed).toContain('Bij een proef met tien organisaties')
      // The chain: a poll, the talks after it, and what came of them; after the newest wave somebody is being asked.
      const initiative = plain((await house.visitor().get('/kennis/initiatief-koffie-zonder-formulier')).text)
      expect(initiative).toMatch(
        /Ervaring in de wijk, Peiling \d{4} \(66 organisaties deden mee\)\. Daarna waren er 6 gesprekken\./,
      )
      const talks = await house.peek((tx) =>
        tx.selectFrom('surveys_interviews').select('state').where('state', '<>', 'held').orderBy('state').execute(),
      )
      expect(talks.map(({ state }) => state)).toEqual(['consented', 'consented', 'consented', 'invited'])
      // Of the wave that runs: one answer waits for its name, and one was placed beside the answer of the same organisation.
      expect(await house.count('surveys_open_answers')).toBe(2)
      expect((await house.visitor().get('/knelpunten')).text).toContain('In vragen aan het adviespunt: 11 keer.')
      const page = (await house.visitor().get('/wie-beslist-hier')).text
      for (const part of [
        'Marloes Dekker, tot en met',
        'Een ervaringsdeskundige, tot en met',
        'Loopt',
        'Aangenomen',
        'Niet aangenomen',
      ])
        expect(page).toContain(part)
      const ends = await house.peek((tx) =>
        tx
          .selectFrom('square.seats')
          .select((e) => e.cast<string>('until', 'text').as('until'))
          .execute(),
      )
      const inSixMonths = daysLater(dayAt(house.platform.now()), 180)
      expect(ends.every(({ until }) => until > inSixMonths)).toBe(true)
      const newsletter = (await house.letters()).find((letter) => letter.to === 'gerda@example.org')
      expect(newsletter?.text).toContain('/nieuwsbrief/afmelden/')
      expect(newsletter?.text.match(/\/kennis\//g)?.length).toBeGreaterThan(2)
      const answers = (await house.letters()).find((letter) => letter.text.includes('/zoeken/volgen/stoppen/'))
      expect(answers?.text).toContain('‘eerlijke beloning’')
      const vision = (await house.visitor().get('/visie')).text
      expect(vision).toContain('ook naasten een zetel')
      expect(vision).toContain('Versie 1')

      // What belongs together, is supported and is accepted.
      const series = (await house.visitor().get('/kennis/drie-velden-een-serie')).text
      for (const part of ['Deel 1 van 3', 'Deel 2 van 3', 'Deel 3 van 3']) expect(series).toContain(part)
      expect((await house.visitor().get('/onderzoeksagenda')).text).toContain('10 tot 25 ervaringsdeskundigen')
      expect((await house.visitor().get('/opleidingen')).text).toContain('Welke wil je vergelijken?')
      const training = (await house.visitor().get('/kennis/mbo-ervaringsdeskundige-armoede')).text
      // What partners decide together.
      const waiting = await house.peek((tx) =>
        tx
          .selectFrom('knowledge_approvals as a')
          .innerJoin('knowledge_items as i', 'i.id', 'a.item_id')
          .select(['i.slug', 'i.state', 'i.rule'])
          .where('a.answer', 'is', null)
          .orderBy('a.asked_at')
          .execute(),
      )
      expect(waiting).toEqual([
        { slug: demoShared.item, state: 'ready', rule: 'two' },
        { slug: demoWantedRule.item, state: 'published', rule: 'any' },
      ])
      // Each partner has a source and a site of which something waits for its editor.
      const previews = await house.peek((tx) =>
        sql<{ name: string }>`select s.name from house.knowledge_harvest_sources s
          join house.knowledge_harvest_runs r on r.source_id = s.id where r.state = 'previewed'`.execute(tx),
      )
      expect(previews.rows.map(({ name }) => name).toSorted()).toEqual(
        [demoAgenda, demoMove, demoOldSite, demoSource].map(({ name }) => name).toSorted(),
      )
      const suggested = await house.peek((tx) =>
        tx.selectFrom('knowledge_suggestion_fields').select('field').where('decision', 'is', null).execute(),
      )
      expect(suggested.map((each) => each.field).toSorted()).toEqual(Object.keys(demoSuggestion.fields).toSorted())
      expect((await house.visitor().get(`/kennis/${demoLeaving.item}`)).text).toContain(
        'Hiervoor zoeken we een organisatie',
      )
      expect(training).toMatch(/Aangenomen door[\s\S]{0,200}Collectief Ondervonden/)
    }),
    120_000,
  )
})
