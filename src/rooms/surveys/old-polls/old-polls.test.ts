import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'

const printed = {
  title: 'Peiling van vroeger',
  year: '2018',
  source: 'Een artikel',
  least: '91',
  most: '99',
  population: '490',
  answers: 'Werkt ermee: 55\nDenkt erover: 13',
}
const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const place = (location: string | null) => (location ?? '').replace(/^https?:\/\/[^/]+/, '')

describe('old polls', () => {
  it(
    'shows the counts behind the percentages, and which sentences about a change may not be said',
    inHouse(async (house) => {
      const lotte = await house.as('researcher')
      const first = await lotte.post('/onderzoek/oude-peilingen', printed)
      expect(first.status).toBe(303)
      const path = place(first.headers.get('location'))
      expect((await lotte.get(path)).text).toContain('passen bij 9 verschillende aantallen')
      const later = {
        ...printed,
        title: 'Peiling van later',
        year: '2020',
        least: '69',
        most: '69',
        answers: 'Werkt ermee: 65',
      }
      const second = place((await lotte.post('/onderzoek/oude-peilingen', later)).headers.get('location'))
      expect((await lotte.get(second)).text).toContain('passen bij één aantal: 69 organisaties')
      const id = second.split('/').at(-1)
      const compared = (await (await house.as('secondResearcher')).get(`${path}?eerst=0&later=${id}.0&groep=limited`))
        .text
      expect(compared).toContain('Er deden misschien andere organisaties mee.')
      expect(compared).toContain('Dit verschil kan toeval zijn.')
      expect(compared).toContain('als het ongeveer 19 procentpunt is')
      expect(compared.match(/Dit kan niet worden gezegd: het verschil kan toeval zijn\./g)).toHaveLength(2)
      expect(compared).toContain('te onzeker om te zeggen dat er weinig is veranderd')
      const unsure = await lotte.post(`${path}/verwijderen`, {})
      expect([unsure.status, unsure.text.includes('Vink dit aan')]).toEqual([422, true])
      expect((await lotte.post(`${path}/verwijderen`, { sure: 'on' })).status).toBe(303)
      expect((await lotte.get(path)).status).toBe(404)
    }),
  )

  it(
    'refuses that a larger share considers it, that fields are clearly on the rise, and that paid jobs hardly rose',
    inHouse(async (house) => {
      const lotte = await house.as('researcher')
      const bring = async (title: string, year: string, organisations: string, answers: string) => {
        const sent = { ...printed, title, year, least: organisations, most: organisations, population: '', answers }
        return place((await lotte.post('/onderzoek/oude-peilingen', sent)).headers.get('location'))
      }
      const compare = async (first: string, later: string, [one, two]: readonly [number, number]) => {
        const chosen = `eerst=${one}&later=${later.split('/').at(-1)}.${two}&groep=limited`
        return plain((await lotte.get(`${first}?${chosen}`)).text)
      }
      const rise = /groter dan de vorige keer, of gaat omhoog (Dit kan[^.]*\.)/
      const hardly = /nauwelijks veranderd (Dit kan[^.]*\.)/

      // Of those who did not work with experts yet: 12 of 42, then 12 of 24.
      const [before, after] = [
        await bring('Wie er nog niet mee werkt', '2018', '42', 'Denkt erover: 29'),
        await bring('Wie er nog niet mee werkt', '2020', '24', 'Denkt erover: 50'),
      ]
      const considers = await compare(before, after, [0, 0])
      const [others, chance] = [considers.indexOf('andere organisaties mee'), considers.indexOf('kan toeval zijn')]
      expect(others).toBeGreaterThan(0)
      expect(chance).toBeGreaterThan(others)
      expect(rise.exec(considers)?.[1]).toContain('het verschil kan toeval zijn')

      // Of those who do: the print of 2020 says "clearly rising" and "hardly risen" without a number.
      const users = await bring('Wie ermee werkt', '2018', '51', 'Vrijwilliger: 78\nBetaald: 29\nSchulden: 29\nGgz: 20')
      const later = await bring('Wie ermee werkt', '2020', '42', 'Vrijwilliger: 79\nBetaald: ?\nSchulden: ?\nGgz: ?')
      for (const [first, second] of [
        [2, 2],
        [3, 3],
      ] as const)
        expect(rise.exec(await compare(users, later, [first, second]))?.[1]).toContain('er zijn geen getallen over')
      expect(hardly.exec(await compare(users, later, [1, 1]))?.[1]).toContain('er zijn geen getallen over')
      expect(hardly.exec(await compare(users, later, [0, 0]))?.[1]).toContain('te onzeker')
      expect((await lotte.get(later)).text).toContain('passen bij één aantal: 42 organisaties')
    }),
  )

  it(
    'finds the one group of at most 45 that all roles of 2020 fit',
    inHouse(async (house) => {
      const lotte = await house.as('researcher')
      const answers = 'Vrijwilliger: 79\nTeam: 17\nHulp: 55\nSamen: 40\nBeleid: 21'
      const bring = async (least: string) =>
        (
          await lotte.get(
            place(
              (
                await lotte.post('/onderzoek/oude-peilingen', {
                  ...printed,
                  least,
                  most: '45',
                  population: '',
                  answers,
                })
              ).headers.get('location'),
            ),
          )
        ).text
      expect(await bring('1')).toContain('passen bij één aantal: 42 organisaties')
      expect(await bring('45')).toContain('Vrijwilliger: 79% kan niet bij dit aantal organisaties.')
    }),
  )

  it.each([
    ['answers', 'Ja: ?', 'Vul minstens één antwoord met een percentage in.'],
    ['answers', 'Ja: 165', 'Regel 1 kan niet kloppen. Een percentage is hoogstens 100.'],
    ['answers', 'Ja', 'Regel 1 lukt niet.'],
    ['least', '0', 'Met 0 valt niets te rekenen.'],
    ['most', '20', 'even groot zijn als het eerste'],
    ['population', '50', 'niet minder organisaties zijn'],
  ])('says what is wrong with %s %s', (field, value, sentence) =>
    inHouse(async (house) => {
      const sent = await (
        await house.as('researcher')
      ).post('/onderzoek/oude-peilingen', { ...printed, [field]: value })
      expect(sent.status).toBe(422)
      expect(sent.text).toContain(sentence)
      expect(await house.count('surveys_old_polls')).toBe(0)
    })(),
  )

  it(
    'says that percentages cannot be, in words',
    inHouse(async (house) => {
      const lotte = await house.as('researcher')
      const sent = await lotte.post('/onderzoek/oude-peilingen', {
        ...printed,
        least: '10',
        most: '10',
        population: '',
      })
      const { text } = await lotte.get(place(sent.headers.get('location')))
      expect(text).toContain('Werkt ermee: 55% kan niet bij dit aantal organisaties.')
      expect((await (await house.as('coordinator')).get('/onderzoek/oude-peilingen')).status).toBe(403)
    }),
  )
})
