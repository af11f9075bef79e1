import { openMailRoom } from '../../platform/mail/mail.ts'
import { askForChecks } from '../../rooms/knowledge/public.ts'
import type { Story } from './story.ts'

const askedDaysAgo = 35

/** Five weeks ago the stewards of what is late were asked whether it is still right. Nobody answered. */
export async function askInVain(story: Story): Promise<void> {
  const { vault, origin, config } = story.platform
  await askForChecks({
    now: () => story.ago(askedDaysAgo),
    transaction: (work) => story.asTime(askedDaysAgo, work),
    vault,
    mail: openMailRoom({ vault, origin, smtpUrl: config.smtpUrl }),
    origin,
  })
}
