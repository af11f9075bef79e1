import type { Tx } from '../../../platform/db/database.ts'
import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { letter } from '../../../platform/mail/letter.ts'
import { href } from '../../../ui/address.ts'
import { listEditors, reach } from '../../accounts/public.ts'
import { lapseAdoptions, reopenGapsOf } from './gaps.actions.ts'
import { gapPaths } from './gaps.paths.ts'
import { gapWords } from './gaps.text.ts'
import { isId } from '../items/items.sql.ts'

/** Tells the editors of the organisation whose promise ran out last that everybody sees it now. */
async function tellAdopters(tx: Tx, work: Work, gap: string): Promise<void> {
  const lapsed = await tx
    .selectFrom('knowledge_gap_adoptions')
    .select(['id', 'organisation_id'])
    .where('gap_id', '=', gap)
    .where('ended_as', '=', 'lapsed')
    .orderBy('ended_at', 'desc')
    .executeTakeFirst()
  if (!lapsed) return
  for (const person of await listEditors(tx, lapsed.organisation_id)) {
    const to = await reach(tx, work.vault, person)
    if (!to) continue
    const words = gapWords[to.lang].letter
    await work.mail.write(tx, {
      cause: `knowledge.gap-lapsed:${lapsed.id}:${to.id}`,
      kind: 'expected',
      to: to.email,
      ...letter({
        lang: to.lang,
        subject: words.subject,
        greeting: words.greeting,
        paragraphs: words.paragraphs,
        button: { label: words.button, href: `${work.origin}${href(to.lang, gapPaths.kept(gap))}` },
        footer: words.footer,
      }),
    })
  }
}

export const gapJobs: RoomJobs = {
  on: {
    'knowledge.item-withdrawn': {
      'reopen-gaps': async (work, happened) => {
        const item = happened.subject
        if (item !== null && isId(item)) await work.transaction((tx) => reopenGapsOf(tx, item, work.now()))
      },
    },
    'knowledge.gap-adoption-lapsed': {
      'tell-adopters': async (work, happened) => {
        const gap = happened.subject
        if (gap !== null && isId(gap)) await work.transaction((tx) => tellAdopters(tx, work, gap))
      },
    },
  },
  daily: {
    'lapse-gap-adoptions': {
      cron: '20 0 * * *',
      run: (work) => work.transaction((tx) => lapseAdoptions(tx, work.now())),
    },
  },
}
