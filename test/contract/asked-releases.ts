import { bringInOldPoll, letOut, proposeRelease } from '../../src/rooms/surveys/public.ts'
import { sampleRelease } from '../../src/rooms/surveys/releases/releases.testing.ts'
import type { House } from '../house.ts'

/** A poll that was let out, with a file, under this path word. */
export const aReleasedPoll = (house: House, slug: string): Promise<string> =>
  house.operate(async (tx) => {
    const release = await proposeRelease(tx, proposalOf(house, slug, '2020'), house.platform.now())
    const by = house.people.researcher.id
    await letOut(tx, { release, by, reason: null }, house.platform.now())
    return slug
  })

/** A release that waits for the second researcher. @returns its id */
export const aProposedRelease = (house: House, slug: string): Promise<string> =>
  house.operate((tx) => proposeRelease(tx, proposalOf(house, slug, '2021'), house.platform.now()))

function proposalOf(house: House, slug: string, wave: string) {
  const sample = sampleRelease()
  const document = { ...sample, series: { ...sample.series, slug }, wave: { ...sample.wave, slug: wave } }
  const files = [{ name: 'tables.csv', type: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode('a;b\n') }]
  return { document, waveId: null, reason: 'Eerste uitgave', files, by: house.people.secondResearcher.id }
}

/** What is left of an old poll. @returns its id */
export const anOldPoll = (house: House, title: string): Promise<string> =>
  house.operate((tx) =>
    bringInOldPoll(
      tx,
      {
        title,
        year: 2018,
        source: 'Een artikel',
        least: 69,
        most: 69,
        population: null,
        complete: false,
        decimals: 0,
        answers: [{ label: 'Ja', percentage: 65 }],
        by: house.people.researcher.id,
      },
      house.platform.now(),
    ),
  )
