import { sql } from 'kysely'
import { dayAt } from '../../../lib/days.ts'
import { longDate } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { letter } from '../../../platform/mail/letter.ts'
import { href } from '../../../ui/address.ts'
import { listAdministrators, listEditors, partnerOrganisations, reach } from '../../accounts/public.ts'
import { isId } from '../items/items.sql.ts'
import { paths } from '../paths.ts'
import { knowledgePaths } from '../square.paths.ts'
import { carryOver, endNeedlessSearches, leave, listUnable } from './succession.actions.ts'
import { successionWords } from './succession.text.ts'
import './succession.tables.ts'

/** Looks for successors of stewards that cannot go on, and ends the search where they can again. */
async function lookForSuccessors(work: Work): Promise<void> {
  await work.transaction((tx) => endNeedlessSearches(tx, work.now()))
  for (;;) {
    const unable = await work.transaction(listUnable)
    if (unable.length === 0) return
    for (const each of unable) await work.transaction((tx) => leave(tx, work.vault, each, work.now()))
  }
}

/** Writes once a day to editors of partners and administrators, when something new looks for a steward. */
async function tellOfWanted(work: Work): Promise<void> {
  const now = work.now()
  await work.transaction(async (tx) => {
    const { rows: fresh } = await sql<{ organisation_id: string }>`
      update knowledge_successions set told_at = ${now} where outcome is null and taken_at is null and told_at is null
      returning organisation_id`.execute(tx)
    if (fresh.length === 0) return
    const leaving = new Set(fresh.map((row) => row.organisation_id))
    const people = new Set(await listAdministrators(tx))
    for (const partner of await partnerOrganisations(tx))
      // Who is the only one that leaves anything knows it already.
      if (leaving.size > 1 || !leaving.has(partner.id))
        for (const person of await listEditors(tx, partner.id)) people.add(person)
    for (const person of people) await tellPerson(tx, work, person, fresh.length)
    await record(tx, 'knowledge.successors-asked', null, now, { items: fresh.length })
  })
}

async function tellPerson(tx: Tx, work: Work, person: string, items: number): Promise<void> {
  const to = await reach(tx, work.vault, person)
  if (!to) return
  const words = successionWords[to.lang].wantedLetter
  await work.mail.write(tx, {
    cause: `knowledge.wanted:${dayAt(work.now())}:${person}`,
    kind: 'expected',
    to: to.email,
    ...letter({
      lang: to.lang,
      subject: words.subject,
      greeting: words.greeting,
      paragraphs: [words.count(items), words.how],
      button: { label: words.button, href: `${work.origin}${href(to.lang, paths.wanted)}` },
    }),
  })
}

/** Tells the editors of who leaves that another takes over. */
async function tellOfSuccessor(work: Work, succession: string): Promise<void> {
  await work.transaction(async (tx) => {
    const { rows } = await sql<{ organisation_id: string; name: string; day: string; slug: string }>`
      select s.organisation_id, o.name, s.takes_over_on::text as day, i.slug
        from knowledge_successions s join accounts_organisations o on o.id = s.taken_by_organisation join square.items i on i.id = s.item_id
       where s.id = ${succession}`.execute(tx)
    const [found] = rows
    if (!found) return
    for (const person of await listEditors(tx, found.organisation_id)) {
      const to = await reach(tx, work.vault, person)
      if (!to) continue
      const words = successionWords[to.lang].foundLetter
      await work.mail.write(tx, {
        cause: `knowledge.successor:${succession}:${person}`,
        kind: 'expected',
        to: to.email,
        ...letter({
          lang: to.lang,
          subject: words.subject,
          greeting: words.greeting,
          paragraphs: [words.who(found.name, longDate(new Date(`${found.day}T12:00:00Z`), to.lang)), words.how],
          button: { label: words.button, href: `${work.origin}${href(to.lang, knowledgePaths.item(found.slug))}` },
        }),
      })
    }
  })
}

export const successionJobs: RoomJobs = {
  on: {
    'accounts.organisation-changed': { 'look-for-successors': lookForSuccessors },
    'accounts.membership-ended': { 'look-for-successors': lookForSuccessors },
    'accounts.membership-began': { 'look-for-successors': lookForSuccessors },
    'accounts.person-erased': { 'look-for-successors': lookForSuccessors },
    'knowledge.successor-found': {
      'tell-of-successor': async (work, happened) => {
        const succession = happened.subject
        if (succession !== null && isId(succession)) await tellOfSuccessor(work, succession)
      },
    },
  },
  daily: {
    'carry-over': {
      cron: '30 0 * * *',
      run: async (work) => {
        while ((await work.transaction((tx) => carryOver(tx, work.now()))) > 0);
      },
    },
    'tell-of-wanted': { cron: '55 7 * * *', run: tellOfWanted },
  },
}
