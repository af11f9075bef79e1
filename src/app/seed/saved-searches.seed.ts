import { openMailRoom } from '../../platform/mail/mail.ts'
import { confirmSearch, followSearch, sendNewAnswers } from '../../rooms/knowledge/public.ts'
import { demoPeople } from '../demo/people.ts'
import type { Cast } from './requests.seed.ts'
import type { Story } from './story.ts'

const signedUp = 90
const follower = 'tessa-brouwer'

/** An editor follows a search: she asked for it three months ago, and there is a letter with what came since. */
export async function followFirstSearch(story: Story, cast: Cast): Promise<void> {
  const { vault, origin, config } = story.platform
  const person = cast.personOf(follower)
  const email = demoPeople.find((each) => each.slug === follower)?.email
  if (email === undefined) throw new Error(`nobody of the demo is called ${follower}`)
  const asked = { email, lang: 'nl', search: 'q=eerlijke+beloning' } as const
  await story.asTime(signedUp, async (tx, now) =>
    confirmSearch(tx, await followSearch(tx, vault, asked, person, now), now),
  )
  await sendNewAnswers({
    now: () => story.platform.now(),
    transaction: (work) => story.asTime(0, work),
    vault,
    mail: openMailRoom({ vault, origin, smtpUrl: config.smtpUrl }),
    origin,
  })
}
