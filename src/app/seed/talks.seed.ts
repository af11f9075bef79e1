import { dayAt } from '../../lib/days.ts'
import {
  agreeToInterview,
  askForInterviews,
  askInterviewees,
  consentToInterviews,
  holdInterview,
  inviteToInterviews,
  leaveNames,
  linkInterviewItem,
  listInterviews,
} from '../../rooms/surveys/public.ts'
import { demoProposal, type demoTalks } from '../demo/talks.ts'
import { workerAt } from './sources.seed.ts'
import type { Story } from './story.ts'

type Talks = (typeof demoTalks)[keyof typeof demoTalks]

/** Before a wave opens: people will be asked whether they want to talk. */
export const askForTalks = (story: Story, by: string, wave: string, { about }: Talks, ago: number): Promise<void> =>
  story.as(by, ago, (tx, now) => askForInterviews(tx, story.platform.vault, wave, { about, by }, now))

/** While it is open: some of those who sent leave a name. */
export const leaveTalkNames = (story: Story, wave: string, { people }: Talks, ago: number): Promise<void> =>
  story.asTime(ago, (tx) => leaveNames(tx, story.platform.vault, wave, people))

/** After it closed: they say that it is right, and some are asked. What was long ago makes no letters any more. */
export async function playTalks(
  story: Story,
  by: string,
  wave: string,
  talks: Talks,
  items: ReadonlyMap<string, string>,
  ago: { readonly closed: number; readonly asked: number },
): Promise<void> {
  const { vault } = story.platform
  const worker = workerAt(story, ago.closed)
  await askInterviewees({ ...worker, mail: { ...worker.mail, write: async () => 'already' } }, wave)
  const people = await story.asTime(ago.closed, (tx) => listInterviews(tx, vault, wave))
  for (const { id } of people) await story.asTime(ago.closed - 2, (tx, now) => consentToInterviews(tx, vault, id, now))
  const asked = people.slice(0, talks.invite).map(({ id }) => id)
  const replyBy = dayAt(story.ago(ago.asked - 14))
  await story.as(by, ago.asked, (tx, now) =>
    inviteToInterviews(tx, vault, wave, asked, { ...demoProposal, replyBy, by }, now),
  )
  if (!talks.held) return
  for (const id of asked) {
    await story.asTime(ago.asked - 3, (tx, now) => agreeToInterview(tx, vault, id, now))
    await story.as(by, ago.asked - 20, (tx, now) => holdInterview(tx, vault, wave, id, now))
  }
  const item = items.get(talks.item ?? '')
  if (item !== undefined)
    await story.as(by, ago.asked - 30, (tx, now) => linkInterviewItem(tx, wave, { item, by }, now))
}
