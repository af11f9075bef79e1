import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'

const printed = {
  title: 'Peiling van vroeger',
  year: '2018',
  source: 'Een artikel',
  least: '91',
  most: '99',
  population: '490',
  answers: 'Werkt ermee: 55\nDenkt erover: 13',
}
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
      expect((await lotte.post(`${path}/verwijderen`, {})).status).toBe(303)
      expect((await lotte.get(path)).status).toBe(404)
    }),
  )

  it.each([
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
