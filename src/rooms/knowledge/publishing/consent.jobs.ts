import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { letter } from '../../../platform/mail/letter.ts'
import { makeLink, revokeProof } from '../../../platform/proofs.ts'
import { href } from '../../../ui/address.ts'
import { reach } from '../../accounts/public.ts'
import { takeDown } from './consent.actions.ts'
import { consentWords } from './consent.text.ts'
import { forgetRequester } from '../holdings.ts'
import { fields, isId, sealerOfItem } from '../items/items.sql.ts'
import { paths } from '../paths.ts'

/** The link of the letter also takes a yes back, so it lives long: five years. */
const linkYears = 5

const inYears = (years: number, now: Date) => {
  const until = new Date(now)
  until.setUTCFullYear(until.getUTCFullYear() + years)
  return until
}

type Asked = { id: string; item_id: string; kind: 'requester' | 'author'; person_id: string | null }

const listWaiting = (tx: Tx, item: string): Promise<Asked[]> =>
  tx
    .selectFrom('knowledge_item_yeses as y')
    .innerJoin('knowledge_item_givers as g', 'g.id', 'y.giver_id')
    .select(['y.id', 'y.item_id', 'g.kind', 'g.person_id'])
    .where('y.item_id', '=', item)
    .where('y.answer', 'is', null)
    .where('y.withdrawn_at', 'is', null)
    .whereRef('y.text_version', '=', 'g.text_version')
    .orderBy('y.id')
    .execute()

/** Where somebody is asked; null when nobody can be: erased, or the request was forgotten. */
async function addressOf(tx: Tx, work: Work, asked: Asked): Promise<{ email: string; lang: Lang } | null> {
  if (asked.kind === 'author') return asked.person_id === null ? null : reach(tx, work.vault, asked.person_id)
  const contact = await tx
    .selectFrom('knowledge_item_contacts')
    .selectAll()
    .where('item_id', '=', asked.item_id)
    .executeTakeFirst()
  if (!contact) return null
  const sealer = await sealerOfItem(tx, work.vault, asked.item_id)
  return { email: sealer.open(fields.contact, contact.email_sealed), lang: contact.lang }
}

async function askForYes(tx: Tx, work: Work, asked: Asked): Promise<void> {
  const to = await addressOf(tx, work, asked)
  if (!to) return
  const words = consentWords[to.lang].letter
  const token = await makeLink(tx, {
    subject: asked.id,
    purpose: 'consent',
    until: inYears(linkYears, work.now()),
    ...(asked.person_id !== null && { person: asked.person_id }),
  })
  const written = await work.mail.write(tx, {
    cause: `knowledge.consent:${asked.id}`,
    kind: 'expected',
    to: to.email,
    ...letter({
      lang: to.lang,
      subject: words.subject,
      greeting: words.greeting,
      paragraphs: words.paragraphs,
      button: { label: words.button, href: `${work.origin}${href(to.lang, paths.consent(token))}` },
      footer: words.footer,
    }),
  })
  // The letter of an earlier run holds another link; one that nobody has is ended at once.
  if (written !== 'written') await revokeProof(tx, token)
}

export const jobs: RoomJobs = {
  on: {
    'knowledge.consents-asked': {
      'ask-for-yes': async (work, happened) => {
        const item = happened.subject
        if (item === null || !isId(item)) return
        await work.transaction(async (tx) => {
          for (const asked of await listWaiting(tx, item)) await askForYes(tx, work, asked)
        })
      },
    },
    // Knowledge stays; where the requester can be asked, and which request it was, does not.
    'advice.request-forgotten': {
      'forget-requester': async (work, happened) => {
        const request = happened.subject
        if (request !== null) await work.transaction((tx) => forgetRequester(tx, work.vault, `request:${request}`))
      },
    },
    // A yes can be taken back on the page of all one's consents as well; the words leave the square either way.
    'accounts.consent-withdrawn': {
      'take-down': async (work, happened) => {
        const subject = happened.subject
        if (subject === null || !isId(subject)) return
        await work.transaction(async (tx) => {
          const ours = await tx
            .selectFrom('knowledge_item_yeses')
            .select('id')
            .where('id', '=', subject)
            .executeTakeFirst()
          if (ours) await takeDown(tx, subject, work.now())
        })
      },
    },
  },
}
