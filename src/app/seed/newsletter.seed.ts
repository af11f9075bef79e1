import { openMailRoom } from '../../platform/mail/mail.ts'
import { askForNewsletter, confirmSubscription, sendNewsletter } from '../../rooms/knowledge/public.ts'
import type { Story } from './story.ts'

const signedUp = 90

/** Somebody reads along: she signed up three months ago, and there is a letter with what came since. */
export async function sendFirstNewsletter(story: Story): Promise<void> {
  const { vault, origin, config } = story.platform
  const choices = { email: 'gerda@example.org', lang: 'nl', themes: [] } as const
  await story.asTime(signedUp, async (tx, now) =>
    confirmSubscription(tx, await askForNewsletter(tx, vault, choices, now), now),
  )
  await sendNewsletter({
    now: () => story.platform.now(),
    transaction: (work) => story.asTime(0, work),
    vault,
    mail: openMailRoom({ vault, origin, smtpUrl: config.smtpUrl }),
    origin,
  })
}
