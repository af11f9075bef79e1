import { dayAt, daysLater } from '../../lib/days.ts'
import { adoptGap, closeGap, openGap } from '../../rooms/knowledge/public.ts'
import { demoGaps } from '../demo/gaps.ts'
import type { makeDemoPeople } from './people.seed.ts'
import type { Story } from './story.ts'

/** What the partners of the demo network do not know yet, and what they did about it. The items stand already. */
export async function fillGaps(story: Story, cast: Awaited<ReturnType<typeof makeDemoPeople>>): Promise<void> {
  for (const { title, why, also, themes, openedDaysAgo, editor, adopted, closed } of demoGaps) {
    const person = cast.personOf(editor)
    const id = await story.as(person, openedDaysAgo, (tx, now) =>
      openGap(tx, { title, why, also, themes }, { kind: 'editor' }, now),
    )
    if (adopted)
      await story.as(person, adopted.daysAgo, (tx, now) => {
        const organisation = cast.organisationOf(adopted.organisation)
        const until = daysLater(dayAt(now), adopted.forDays)
        return adoptGap(tx, id, { organisation, until }, new Set([organisation]), now)
      })
    if (closed) await story.as(person, closed.daysAgo, (tx, now) => closeGap(tx, id, closed.with, new Set(), now))
  }
}
