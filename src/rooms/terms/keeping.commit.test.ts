import { expect, it } from 'vitest'
import { browse } from '../../../test/browsing.ts'
import { testOrigin, until, withCommittedHouse } from '../../../test/house.ts'
import { searchSquare } from '../knowledge/public.ts'

it(
  'what a partner adds to a term is heard in every process: by search at once, by kept pages within a moment',
  withCommittedHouse(async ({ as, people, secondPlatform }) => {
    const second = await secondPlatform()
    const reader = browse(second.fetch, testOrigin)
    const path = '/begrippen/ervaringsdeskundige'
    expect((await reader.get(path)).text).not.toContain('kwartiermaakster')
    const used = async () => {
      const { query } = await second.platform.database.square((db) =>
        searchSquare(db, 'kwartiermaakster', {}, { size: 5, number: 1 }),
      )
      return query.used.map((each) => each.concept)
    }
    expect(await used()).toEqual([])

    const editor = await as('editorA')
    const seen = await editor.get('/redactie/begrippen/ervaringsdeskundige')
    const { a: organisation } = people.organisations
    const words = { alsoNl: 'kwartiermaakster', reason: 'Zo heet het hier.', organisation }
    expect((await editor.submit(seen, words, '/woorden')).status).toBe(303)

    expect(await used()).toEqual(['nl:expertByExperience'])
    await until(async () => (await reader.get(path)).text.includes('kwartiermaakster'), 10_000)
  }),
  60_000,
)
