import { dayAt } from '../../lib/days.ts'
import { addContact } from '../../rooms/knowledge/public.ts'
import { demoContacts } from '../demo/contacts.ts'
import type { makeDemoPeople } from './people.seed.ts'
import type { Story } from './story.ts'

/** Partners of the demo network say whom to approach with them. */
export async function addContacts(story: Story, cast: Awaited<ReturnType<typeof makeDemoPeople>>): Promise<void> {
  for (const { organisation, by, daysAgo, ...facts } of demoContacts) {
    const editor = cast.personOf(by)
    const consentOn = dayAt(story.ago(daysAgo))
    await story.as(editor, daysAgo, (tx, now) =>
      addContact(tx, story.platform.vault, cast.organisationOf(organisation), { ...facts, consentOn }, editor, now),
    )
  }
}
