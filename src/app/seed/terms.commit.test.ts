import { describe, expect, it } from 'vitest'
import { withCommittedHouse } from '../../../test/house.ts'
import { checkPlainDutch } from '../../lib/dutch/plain-language.ts'
import { openDatabase } from '../../platform/db/database.ts'
import { findTermBySlug } from '../../rooms/terms/public.ts'
import { demoMeanings } from '../demo/terms.ts'
import { makeDemoPeople } from './people.seed.ts'
import { tellStory } from './story.ts'
import { sayWhatWordsMean } from './terms.seed.ts'

describe('the terms of the demo network', () => {
  it('say in plain words what a word that ships means', () => {
    for (const { term, nl } of demoMeanings) {
      expect(findTermBySlug(term)?.slug).toBe(term)
      const findings = checkPlainDutch(nl, { termPages: new Set() })
      expect(findings.filter((finding) => finding.kind === 'avoided-word')).toEqual([])
    }
  })

  it(
    'show a contested word with its definitions apart, an agreed one, and one that went out of use',
    withCommittedHouse(async ({ platform, urls, visitor, peek }) => {
      // The partners of the tests have no say in the demo network.
      await peek((tx) => tx.updateTable('accounts_organisations').set({ partner: false }).execute())
      const silent = openDatabase(urls, async () => {}, { house: 2, square: 1, worker: 2 })
      try {
        const story = tellStory(platform, silent)
        await sayWhatWordsMean(story, await makeDemoPeople(story))
      } finally {
        await silent.close()
      }
      const contested = (await visitor().get('/begrippen/ervaringsdeskundige')).text
      expect(contested.match(/<article class="plein-card" id="definitie-/g)).toHaveLength(3)
      expect(contested).toContain('Nog niet eens')
      expect(contested).toContain('Naasten staan er niet in.')
      expect(contested).toContain('Hierover is nog niet beslist.')
      expect((await visitor().get('/begrippen/ervaringswerker')).text).toContain('Afgesproken')
      const gone = (await visitor().get('/begrippen/ervarist')).text
      expect(gone).toContain('Wij gebruiken dit woord niet meer')
      const framework = (await visitor().get('/begrippenkader')).text
      for (const slug of ['ervaringsdeskundige', 'ervarist', 'herstel'])
        expect(framework).toContain(`/begrippen/${slug}`)
    }),
    60_000,
  )
})
