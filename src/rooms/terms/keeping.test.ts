import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'
import { publishOwnItem, searchSquare } from '../knowledge/public.ts'
import { erasePerson, exportPerson } from './holdings.ts'
import { contest, meaning } from './terms.testing.ts'

const term = '/redactie/begrippen/ervaringsdeskundige'
const unchanged = { alsoNl: '', alsoEn: '', hidden: '', broader: '', related: '', noteNl: '', noteEn: '' }

describe('what partners say about terms', () => {
  it(
    'stands side by side on the public page, with owner, source, state, and what each partner said; never merged',
    inHouse(async (house) => {
      const shown = (await house.visitor().get('/begrippen/ervaringsdeskundige')).text
      expect(shown).not.toContain('id="betekenissen"')
      await contest(house)
      const page = (await house.visitor().get('/begrippen/ervaringsdeskundige')).text
      expect(page.match(/<article class="plein-card" id="definitie-/g)).toHaveLength(2)
      expect(page).toContain('Iemand die van eigen ervaring kennis maakt')
      expect(page).toContain('Werkgroep van partners')
      expect(page).toContain('Nog niet eens')
      expect(page).toContain('Partner B is het er niet mee eens: Hier ontbreken de naasten.')
      expect(page.match(/Hier werken wij mee/g)).toHaveLength(1)
      const english = (await house.visitor().get('/en/begrippen/ervaringsdeskundige')).text
      expect(english).toContain('This definition is there in Dutch only.')
      const framework = (await house.visitor().get('/begrippenkader')).text
      expect(framework).toContain('/begrippen/ervaringsdeskundige')
    }),
  )

  it(
    'becomes what the plein works with when enough partners agree, and the other stays',
    inHouse(async (house) => {
      const proposal = await contest(house)
      const { organisations } = house.people
      const b = await house.as('editorB')
      const meant = async () =>
        (await house.visitor().get('/api/v1/terms/expertByExperience')).json<{ definition: { nl: string } }>()
          .definition.nl
      expect(await meant()).not.toContain('eigen ervaring kennis maakt')
      const voice = await b.post(proposal, { organisation: organisations.b, answer: 'agree', objection: '' })
      expect(voice.status).toBe(303)
      expect(await meant()).toContain('eigen ervaring kennis maakt')
      const page = (await house.visitor().get('/begrippen/ervaringsdeskundige')).text
      expect(page).toContain('Afgesproken')
      expect(page.match(/<article class="plein-card" id="definitie-/g)).toHaveLength(2)
      const late = await b.post(proposal, { organisation: organisations.b, answer: 'agree', objection: '' })
      expect(late.status).toBe(409)
      expect(late.text).toContain('Hierover is al beslist')
    }),
  )

  it(
    'keeps a retired term at its address, with the reason and the word to use',
    inHouse(async (house) => {
      await contest(house)
      const page = await house.visitor().get('/begrippen/kenniswerker')
      expect(page.status).toBe(200)
      expect(page.text).toContain('Wij gebruiken dit woord niet meer')
      expect(page.text).toContain('Niemand gebruikt dit woord.')
      expect(page.text).toContain('href="/begrippen/ervaringsdeskundige"')
      expect((await house.visitor().get('/id/begrip/kenniswerker')).status).toBe(303)
      const a = await house.as('editorA')
      const more = await a.post('/redactie/begrippen/kenniswerker/uitleg', meaning(house.people.organisations.a))
      expect(more.status).toBe(409)
    }),
  )

  it(
    'is heard by search at once: a new synonym and a new misspelling',
    inHouse(async (house) => {
      const { a: organisation } = house.people.organisations
      const query = async (text: string) =>
        house.platform.database.square((db) => searchSquare(db, text, {}, { size: 5, number: 1 }))
      expect((await query('kwartiermaakster')).query.used).toEqual([])
      const a = await house.as('editorA')
      const seen = await a.get(term)
      const saved = await a.submit(
        seen,
        {
          alsoNl: 'kwartiermaakster | rapport',
          hidden: 'ervaringsdeskundihe',
          reason: 'Zo heet het hier.',
          organisation,
        },
        '/woorden',
      )
      expect(saved.status).toBe(303)
      const { used } = (await query('kwartiermaakster')).query
      expect(used).toMatchObject([{ concept: 'nl:expertByExperience', source: expect.stringContaining('rapport') }])
      expect((await query('ervaringsdeskundihe')).query.used).toHaveLength(1)
      const page = (await house.visitor().get('/begrippen/ervaringsdeskundige')).text
      expect(page).toContain('kwartiermaakster')
      expect(page).not.toContain('ervaringsdeskundihe')
    }),
  )
})

describe('what is refused about terms', () => {
  it(
    'speaking for another, a word that is there, an objection without a reason, a circle, a script as address',
    inHouse(async (house) => {
      const { a: ofA, b: ofB, c: ofC } = house.people.organisations
      const [a, b] = [await house.as('editorA'), await house.as('editorB')]
      for (const foreign of [ofB, ofC]) expect((await a.post(`${term}/uitleg`, meaning(foreign))).status).toBe(403)
      expect(await house.count('terms_definitions')).toBe(0)
      const taken = await a.post('/redactie/begrippen', { ...meaning(ofA), labelNl: 'Herstel', labelEn: 'x' })
      expect(taken.status).toBe(409)
      expect((await a.post(`${term}/uitleg`, meaning(ofA, { link: 'javascript:alert(1)' }))).status).toBe(422)
      expect((await a.post(`${term}/uitleg`, meaning(ofA, { nl: ' ' }))).text).toContain('Schrijf de uitleg op.')

      const proposal = await contest(house)
      const silent = await b.post(proposal, { organisation: ofB, answer: 'object', objection: ' ' })
      expect(silent.status).toBe(422)
      expect((await a.post(`${proposal}/intrekken`, { organisation: ofB })).status).toBe(403)
      expect((await b.post(`${proposal}/intrekken`, { organisation: ofB })).status).toBe(403)
      const twice = await b.post(`${term}/afscheid`, { organisation: ofB, successor: '', whyGone: 'Weg.' })
      expect(twice.status).toBe(303)
      const again = await a.post(`${term}/afscheid`, { organisation: ofA, successor: '', whyGone: 'Ook.' })
      expect([again.status, again.text.includes('Er ligt al een voorstel')]).toEqual([409, true])

      const change = { ...unchanged, organisation: ofA, reason: 'Proef.' }
      const wrong = async (given: Record<string, string>) =>
        (await a.post('/redactie/begrippen/leven-met-een-beperking/woorden', { ...change, ...given })).status
      expect(await wrong({ broader: 'leven-met-een-beperking' })).toBe(422)
      expect(await wrong({ broader: 'licht-verstandelijke-beperking' })).toBe(422)
      expect(await wrong({ related: 'licht verstandelijke beperking' })).toBe(422)
      expect(await wrong({ related: 'xyzzy' })).toBe(422)
      expect(await wrong({ alsoNl: 'stigma' })).toBe(422)
      expect(await house.count('terms_changes')).toBe(3)
    }),
  )

  it(
    'is refused by the database too, when the code would forget to ask',
    inHouse(async ({ people, platform, as }) => {
      const a = await as('editorA')
      const token = [...a.cookies.values()][0] ?? ''
      const adding = (organisation_id: string, added_by: string) =>
        platform.database.house(token, async (tx) => {
          await tx
            .insertInto('terms_entries')
            .values({
              slug: 'proef',
              label: null,
              working: null,
              retired_at: null,
              retired_why: null,
              successor: null,
              made_at: platform.now(),
              changed_at: platform.now(),
            })
            .onConflict((conflict) => conflict.doNothing())
            .execute()
          await tx
            .insertInto('terms_definitions')
            .values({
              id: people.expert.id,
              slug: 'proef',
              organisation_id,
              text_nl: 'x',
              text_en: null,
              source_title: 'x',
              source_link: null,
              added_by,
              added_at: platform.now(),
              retired_at: null,
            })
            .execute()
        })
      await expect(adding(people.organisations.b, people.editorA.id)).rejects.toThrow(/row-level security/)
      await expect(adding(people.organisations.a, people.editorB.id)).rejects.toThrow(/row-level security/)
      await adding(people.organisations.a, people.editorA.id)
    }),
  )

  it(
    'forgets who typed it when that person is erased, and keeps what the organisation said',
    inHouse(async (house) => {
      await contest(house)
      const { vault } = house.platform
      const before = await house.operate((tx) => exportPerson(tx, vault, house.people.editorA.id))
      expect(before).toMatchObject({ definitions: [{}, {}], proposals: [{}, {}] })
      await house.operate((tx) => erasePerson(tx, vault, house.people.editorA.id, house.platform.now()))
      const left = await house.operate((tx) =>
        tx.selectFrom('terms_definitions').select('id').where('added_by', 'is not', null).execute(),
      )
      expect(left).toEqual([])
      expect(await house.count('terms_definitions')).toBe(2)
    }),
  )
})

describe('terms in the text of an item', () => {
  it(
    'link to their page as the terms are now',
    inHouse(async (house) => {
      await house.operate((tx) =>
        publishOwnItem(
          tx,
          house.platform.vault,
          {
            slug: 'een-stuk',
            title: 'Een stuk',
            summary: 'Kort.',
            lang: 'nl',
            type: 'article',
            themes: [],
            roles: [],
            audiences: [],
            stewards: [house.people.organisations.a],
            body: '## Moreel beraad\n\nWij houden moreel beraad met de kenniswerker.',
            provenance: 'own',
            authors: [],
            source: null,
            checkedAt: house.platform.now(),
            publishedAt: house.platform.now(),
          },
          null,
          house.platform.now(),
        ),
      )
      const page = async () => (await house.visitor().get('/kennis/een-stuk')).text
      expect(await page()).toContain('<a href="/begrippen/moreel-beraad">moreel beraad</a>')
      expect(await page()).toContain('de kenniswerker')
      const a = await house.as('editorA')
      const { a: organisation } = house.people.organisations
      await a.post('/redactie/begrippen', { ...meaning(organisation), labelNl: 'kenniswerker', labelEn: 'hand' })
      expect(await page()).toContain('de <a href="/begrippen/kenniswerker">kenniswerker</a>')
      expect((await house.visitor().get('/en/kennis/een-stuk')).text).toContain('href="/en/begrippen/moreel-beraad"')
    }),
  )
})
