import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { JobHandler, RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { letter } from '../../../platform/mail/letter.ts'
import { href } from '../../../ui/address.ts'
import { listEditors, reach } from '../../accounts/public.ts'
import { commitRun } from './harvest-committing.jobs.ts'
import { publishTaken } from './harvest-publishing.jobs.ts'
import { readRun } from './harvest-reading.jobs.ts'
import { startRun } from './harvests.actions.ts'
import { harvestPaths } from './harvests.paths.ts'
import { findRun, getSource } from './harvests.sql.ts'
import { harvestWords } from './harvests.editing.text.ts'
import { isId } from '../items/items.sql.ts'
import './harvests.tables.ts'

const daysBetween = 7

/** Starts a run of every source that is read each week and whose week is over. One that still asks something waits. */
async function startWeekly(work: Work): Promise<void> {
  const now = work.now()
  const due = await work.transaction((tx) =>
    sql<{ id: string }>`
      select s.id::text as id from knowledge_harvest_sources s join accounts_organisations o on o.id = s.organisation_id
       where s.weekly and s.ended_at is null and o.partner and o.left_at is null
         and not exists (select from knowledge_harvest_runs r where r.source_id = s.id
           and (r.started_at > ${new Date(now.getTime() - daysBetween * 86_400_000 + 3_600_000)}
             or r.state in ('waiting', 'reading', 'previewed', 'committing')))
       order by s.id`.execute(tx),
  )
  for (const { id } of due.rows)
    await work.transaction((tx) => startRun(tx, work.vault, id, null, { person: null, scheduled: true }, now))
}

/** Tells the editors of a source that was read by the clock that there is something to look at. */
async function tellEditors(tx: Tx, work: Work, id: string): Promise<void> {
  const run = await findRun(tx, id)
  if (run === null || !run.scheduled || run.state !== 'previewed') return
  const { organisation } = await getSource(tx, run.source)
  for (const person of await listEditors(tx, organisation)) {
    const to = await reach(tx, work.vault, person)
    if (!to) continue
    const words = harvestWords[to.lang].letter
    await work.mail.write(tx, {
      cause: `knowledge.harvest-previewed:${id}:${to.id}`,
      kind: 'expected',
      to: to.email,
      ...letter({
        lang: to.lang,
        subject: words.subject,
        greeting: words.greeting,
        paragraphs: words.paragraphs,
        button: { label: words.button, href: `${work.origin}${href(to.lang, harvestPaths.run(id))}` },
        footer: words.footer,
      }),
    })
  }
}

const aboutRun =
  (work: (work: Work, run: string) => Promise<void>): JobHandler =>
  async (hands, happened) => {
    if (happened.subject !== null && isId(happened.subject)) await work(hands, happened.subject)
  }

export const harvestJobs: RoomJobs = {
  on: {
    'knowledge.harvest-asked': { 'read-harvest': aboutRun((work, run) => readRun(work, run)) },
    'knowledge.site-half-read': { 'read-on': aboutRun((work, run) => readRun(work, run)) },
    'knowledge.harvest-previewed': {
      'tell-of-harvest': aboutRun((work, run) => work.transaction((tx) => tellEditors(tx, work, run))),
    },
    'knowledge.harvest-accepted': { 'take-harvest': aboutRun(commitRun) },
    'knowledge.harvest-publishing': { 'publish-harvest': aboutRun(publishTaken) },
  },
  daily: { 'read-weekly-sources': { cron: '40 4 * * *', run: startWeekly } },
}
