import { Client } from 'pg'
import { openDatabase } from '../../platform/db/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { demoRequests } from '../demo/requests.ts'
import { asOperator } from '../installation.ts'
import type { Urls } from '../opening.ts'
import { reportBottlenecks } from './bottlenecks.seed.ts'
import { askInVain } from './checks.seed.ts'
import { addContacts } from './contacts.seed.ts'
import { decideTogether } from './deciding.seed.ts'
import { playExperts } from './experts.seed.ts'
import { playGovernance, playSeats } from './governance.seed.ts'
import { fillGaps } from './gaps.seed.ts'
import { publishItems } from './items.seed.ts'
import { sendFirstNewsletter } from './newsletter.seed.ts'
import { followFirstSearch } from './saved-searches.seed.ts'
import { drawPicture } from './pictures.seed.ts'
import { bringInOldPolls, releasePolls } from './polls.seed.ts'
import { makeQuestionnaires } from './questionnaires.seed.ts'
import { makeDemoPeople } from './people.seed.ts'
import { openPoll } from './open-poll.seed.ts'
import { playPanel } from './panel-poll.seed.ts'
import { playRequests } from './requests.seed.ts'
import { moveSite, sendOldSite } from './moving.seed.ts'
import { readAgenda, readSources } from './sources.seed.ts'
import { fillStartPages } from './start-pages.seed.ts'
import { tellStory } from './story.ts'
import { sayWhatWordsMean } from './terms.seed.ts'

const seededMark = (platform: Platform) =>
  asOperator(platform.database, 'seed', (tx) =>
    tx.selectFrom('platform_installation').select('seeded').executeTakeFirst(),
  ).then((row) => row?.seeded ?? null)

const mark = (platform: Platform, seeded: string) =>
  asOperator(platform.database, 'seed', (tx) => tx.updateTable('platform_installation').set({ seeded }).execute())

/**
 * Fills an empty demo database with the demo network; a filled one is left as it is. A filling that was interrupted is
 * thrown away and begun anew.
 */
export async function openDemo(platform: Platform, urls: Urls): Promise<void> {
  const seeded = await seededMark(platform)
  if (seeded === 'demo') return
  if (seeded === 'making' && urls.admin) await emptyHouse(urls.admin)
  await mark(platform, 'making')
  await fillWithDemo(platform, urls)
  await mark(platform, 'demo')
}

/** Tells the whole story of the demo network. */
export async function fillWithDemo(platform: Platform, urls: Urls): Promise<void> {
  const silent = openDatabase(urls, async () => {}, { house: 2, square: 1, worker: 2 })
  try {
    const story = tellStory(platform, silent)
    const cast = await makeDemoPeople(story)
    await playExperts(story, cast)
    await playRequests(story, cast, demoRequests)
    await playSeats(story, cast)
    const items = await publishItems(story, cast)
    await drawPicture(story, cast, items)
    await decideTogether(story, cast, items)
    await askInVain(story)
    await fillGaps(story, cast)
    await reportBottlenecks(story)
    await sayWhatWordsMean(story, cast)
    await playGovernance(story, cast)
    await fillStartPages(story, cast)
    await addContacts(story, cast)
    await readSources(story, cast)
    await readAgenda(story, cast)
    await makeQuestionnaires(story, cast)
    await moveSite(story, cast)
    await sendOldSite(story, cast)
    await bringInOldPolls(story, cast)
    await releasePolls(story, cast)
    await playPanel(story, cast, items)
    await openPoll(story, cast)
    await sendFirstNewsletter(story)
    await followFirstSearch(story, cast)
  } finally {
    await silent.close()
  }
}

/** What an interrupted filling left. Only a demo database ever gets here. */
async function emptyHouse(adminUrl: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query("set session_replication_role = 'replica'")
    const { rows } = await admin.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'house' and tablename not in ('platform_installation', 'surveys_bottlenecks') or schemaname = 'square' and tablename in ('gaps', 'items', 'passages', 'words', 'term_items', 'seats', 'decisions', 'vision', 'start_pages', 'start_sections', 'topic_contacts', 'stewards_wanted', 'poll_releases', 'poll_files', 'poll_interviews', 'item_origins') or schemaname = 'pgboss' and tablename like 'j%'",
    )
    await admin.query('alter table house.platform_diary disable trigger user')
    await admin.query(`truncate ${rows.map((row) => row.name).join(', ')} cascade`)
    await admin.query('alter table house.platform_diary enable trigger user')
  } finally {
    await admin.end()
  }
}
