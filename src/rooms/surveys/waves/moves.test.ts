import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'
import { invite, madeSeries, openWaveOf, putInState } from '../filling/filling.testing.ts'
import { aSeries, aVersion, prepare } from '../surveys.testing.ts'

const listOf = (text: string) =>
  [...(/<main.*?<\/main>/s.exec(text)?.[0] ?? '').matchAll(/<li[^>]*>(.*?)<\/li>/gs)].map((match) =>
    (match[1] ?? '').replaceAll(/<[^>]+>/g, ''),
  )

describe('a press that cannot be taken back', () => {
  it(
    'asks before a wave is opened, and says what will be fixed',
    inHouse(async (house) => {
      const { series, wave } = await aSeries(house)
      const page = `/onderzoek/peilingen/${series}/${wave}`
      const lotte = await house.as('researcher')
      const missing = await lotte.get(`${page}/opening`)
      expect(missing.text).toContain('Kies een vragenlijst met vragen.')
      expect(missing.text).not.toContain('Ja, open de golf')
      await prepare(house, lotte, page, await aVersion(house))
      await lotte.post(`${page}/proefplaatsen`, { name: 'Proefkantoor', email: 'proef@example.org', lang: 'nl' })
      // The page of the wave leads to the question and holds no press of its own.
      const before = (await lotte.get(page)).text
      expect(before).toContain(`href="${page}/opening"`)
      expect(before).not.toContain('value="open"')
      const asked = await lotte.get(`${page}/opening`)
      const told = listOf(asked.text).join('\n')
      for (const part of [
        '“Kleine lijst” ligt vast',
        'Je vraagt 3 organisaties',
        '1 hoofdvraag',
        '1 proefplaats verdwijnt',
      ])
        expect(told).toContain(part)
      expect((await lotte.submit(asked)).location).toBe(page)
      expect((await lotte.get(page)).text).toContain(`href="${page}/sluiting"`)
    }),
  )

  it(
    'asks before a wave is closed, and says how far it is without telling small numbers',
    inHouse(async (house) => {
      const { wave, page } = await openWaveOf(house, await madeSeries(house), { places: 3 })
      const lotte = await house.as('researcher')
      expect(listOf((await lotte.get(`${page}/sluiting`)).text).join('\n')).toContain('3 organisaties zijn nog niet')
      await invite(house, wave)
      const asked = await lotte.get(`${page}/sluiting`)
      const told = listOf(asked.text).join('\n')
      expect(told).toContain('Je hebt 3 organisaties uitgenodigd. Minder dan 5 hebben verstuurd.')
      expect(told).toContain('De laatste dag is nu 1 december 2031')
      expect(told).not.toContain('nog niet uitgenodigd')
      expect((await lotte.submit(asked)).status).toBe(303)
      expect((await lotte.get(page)).text).toContain('Gesloten')
      expect((await lotte.get(`${page}/sluiting`)).text).toContain('Dit kan nu niet')
    }),
  )

  it(
    'asks before letters leave, and says how many',
    inHouse(async (house) => {
      const { page } = await openWaveOf(house, await madeSeries(house), { places: 3 })
      const lotte = await house.as('researcher')
      const before = (await lotte.get(`${page}/uitnodigen`)).text
      expect(before).toContain(`href="${page}/uitnodigingen"`)
      expect(before).not.toContain(`action="${page}/uitnodigingen"`)
      const asked = await lotte.get(`${page}/uitnodigingen`)
      expect(listOf(asked.text).join('\n')).toContain('3 organisaties krijgen een mail')
      expect((await lotte.submit(asked)).status).toBe(303)
      await house.runJobs()
      expect(await house.letters()).toHaveLength(3)
      expect((await lotte.get(`${page}/uitnodigingen`)).text).not.toContain('Ja, verstuur')
    }),
  )
})

describe('the reckoning of a wave', () => {
  it(
    'is seen on its page, and asked for again once it failed',
    inHouse(async (house) => {
      const { wave, page } = await openWaveOf(house, await madeSeries(house))
      const lotte = await house.as('researcher')
      expect((await lotte.post(`${page}/berekening`)).status).toBe(409)
      await putInState(house, wave, 'cleaned')
      expect((await lotte.get(page)).text).toContain('De berekening begint zo.')
      expect((await lotte.post(`${page}/berekening`)).status).toBe(303)
      expect((await lotte.get(page)).text).toContain('De berekening staat klaar')
      // There is no plan in this wave: it cannot be reckoned, and the page says why.
      await house.runJobs()
      const failed = await lotte.get(page)
      expect(failed.text).toContain('Er is geen plan vastgelegd.')
      expect((await lotte.submit(failed, {}, '/berekening"')).status).toBe(303)
      expect(await house.count('surveys_analyses')).toBe(2)
    }),
  )
})
