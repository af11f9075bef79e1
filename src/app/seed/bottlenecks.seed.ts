import { reportBottleneck } from '../../rooms/surveys/public.ts'
import { demoReports } from '../demo/bottlenecks.ts'
import type { Story } from './story.ts'

/** Which bottlenecks the desk met. One of them too seldom to be shown with a number. */
export async function reportBottlenecks(story: Story): Promise<void> {
  for (const { bottleneck, times } of demoReports)
    await story.asTime(20, async (tx, now) => {
      for (let n = 0; n < times; n += 1) await reportBottleneck(tx, bottleneck, 'request', now)
    })
}
