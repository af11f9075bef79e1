import type { Tx } from '../../../platform/db/database.ts'
import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { letter } from '../../../platform/mail/letter.ts'
import { makeLink, revokeProof } from '../../../platform/proofs.ts'
import { href } from '../../../ui/address.ts'
import { isId } from '../items/items.sql.ts'
import { knowledgePaths } from '../square.paths.ts'
import { keptDays } from './topic-contacts.holdings.ts'
import { contactFields, contactHolder, messageHolder } from './topic-contacts.sql.ts'
import { contactWords } from './topic-contacts.text.ts'

/** The organisation gets a link to the message, whoever wrote a receipt. Neither letter holds a word that was typed. */
async function sendOn(tx: Tx, work: Work, message: string): Promise<void> {
  const row = await tx
    .selectFrom('knowledge_topic_messages as m')
    .innerJoin('knowledge_topic_contacts as c', 'c.id', 'm.contact_id')
    .select(['c.id as contact', 'c.email_sealed as to_sealed', 'm.email_sealed as from_sealed', 'm.lang', 'm.sent_at'])
    .where('m.id', '=', message)
    .where('c.withdrawn_at', 'is', null)
    .executeTakeFirst()
  const contact = row && (await work.vault.sealerOf(tx, contactHolder(row.contact)))
  const sender = row && (await work.vault.sealerOf(tx, messageHolder(message)))
  if (!row || !contact || !sender) return
  const until = new Date(row.sent_at.getTime() + keptDays * 86_400_000)
  const token = await makeLink(tx, { subject: message, purpose: 'topic-message', until })
  const { arrived } = contactWords.nl.letters
  const outcome = await work.mail.write(tx, {
    cause: `knowledge.topic-message:${message}`,
    kind: 'expected',
    to: contact.open(contactFields.email, row.to_sealed),
    ...letter({
      lang: 'nl',
      subject: arrived.subject,
      paragraphs: arrived.paragraphs,
      button: { label: arrived.button, href: work.origin + href('nl', knowledgePaths.contactMessage(token)) },
      footer: contactWords.nl.letters.footer,
    }),
  })
  // The letter of an earlier run holds another link; one that nobody has is ended at once.
  if (outcome !== 'written') await revokeProof(tx, token)
  const { receipt, footer } = contactWords[row.lang].letters
  await work.mail.write(tx, {
    cause: `knowledge.topic-receipt:${message}`,
    kind: 'unsolicited',
    to: sender.open(contactFields.messageEmail, row.from_sealed),
    ...letter({ lang: row.lang, subject: receipt.subject, paragraphs: receipt.paragraphs, footer }),
  })
}

export const contactJobs: RoomJobs = {
  on: {
    'knowledge.topic-message-left': {
      'send-topic-message': async (work, { subject }) => {
        if (subject !== null && isId(subject)) await work.transaction((tx) => sendOn(tx, work, subject))
      },
    },
  },
}
