import type { House } from '../../../test/house.ts'
import { letOut, proposeRelease } from '../../rooms/surveys/public.ts'
import { demoReleases } from './polls.seed.ts'

/** Two researchers let the polls of 2018 and 2020 out, as the demo network does. */
export async function letOutDemoPolls(house: House): Promise<void> {
  const { researcher, secondResearcher } = house.people
  for (const document of await demoReleases())
    await house.operate(async (tx) => {
      const proposal = { document, waveId: null, reason: 'Teruggerekend.', files: [], by: researcher.id }
      const release = await proposeRelease(tx, proposal, house.platform.now())
      await letOut(tx, { release, by: secondResearcher.id, reason: null }, house.platform.now())
    })
}
