import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withCommittedHouse, type CommittedHouse } from '../../../../test/house.ts'
import type { Work } from '../../../platform/jobs/work.ts'
import { openMailRoom } from '../../../platform/mail/mail.ts'
import { analysisJobs } from '../analyses/analyses.jobs.ts'
import { askAnalysis } from '../analyses/analyses.actions.ts'
import { cleanedWave } from '../analyses/analyses.testing.ts'
import { releaseFileJobs } from './release-files.jobs.ts'

const workOf = ({ platform, operate }: CommittedHouse): Work => ({
  now: platform.now,
  transaction: operate,
  vault: platform.vault,
  mail: openMailRoom({ vault: platform.vault, origin: platform.origin, smtpUrl: undefined }),
  origin: platform.origin,
})

const run = (house: CommittedHouse, jobs: typeof releaseFileJobs, event: string, job: string, subject: string) =>
  jobs.on[event]?.[job]?.(workOf(house), { id: '1', event, subject, at: house.platform.now() })
const makeFiles = (house: CommittedHouse, release: string) =>
  run(house, releaseFileJobs, 'surveys.release-proposed', 'make-files', release)

async function proposed(house: CommittedHouse): Promise<string> {
  const { wave } = await cleanedWave(house, { works: 40 })
  const asked = new Date(house.platform.now().getTime() - 60_000)
  const analysis = await house.operate((tx) => askAnalysis(tx, wave, null, asked))
  await run(house, analysisJobs, 'surveys.analysis-asked', 'run-analysis', analysis)
  const sent = await (await house.as('researcher')).post('/onderzoek/uitgaven', { wave, reason: 'Eerste uitgave' })
  expect(sent.status).toBe(303)
  return sent.location?.split('/').at(-1) ?? ''
}

/** What is kept of the files: how far they are, their fingerprints in order, and how often the diary says that they are there. */
const kept = ({ peek }: CommittedHouse) =>
  peek(async (tx) => {
    const { rows } = await sql<{ state: string; files: string[] | null; noted: number }>`
      select p.state, (select array_agg(f.name || ' ' || encode(sha256(f.content), 'hex') order by f.position)
                         from house.surveys_release_files f where f.release_id = p.release_id) as files,
             (select count(*)::int from house.platform_diary where event = 'surveys.release-files-made') as noted
        from house.surveys_release_packages p`.execute(tx)
    return rows[0]
  })

/** The worker dies when it lays down the fifth file, as often as said: its connection is gone, and what it held with it. */
async function dying({ peek }: CommittedHouse, times: number): Promise<void> {
  await peek(async (tx) => {
    await sql`create sequence house.deaths`.execute(tx)
    await sql`
      create function house.dies() returns trigger language plpgsql security definer as $$
      begin
        -- A sequence is not rolled back.
        if new.position = 4 and nextval('house.deaths') <= ${sql.lit(times)} then perform pg_terminate_backend(pg_backend_pid()); end if;
        return new;
      end $$`.execute(tx)
    await sql`create trigger dies before insert on house.surveys_release_files for each row execute function house.dies()`.execute(
      tx,
    )
  })
}

describe('when the worker dies while it makes the files of a release', () => {
  it(
    'none are there, the release waits, and the next try gives exactly its files',
    withCommittedHouse(async (house) => {
      const release = await proposed(house)
      await dying(house, 2)
      for (const _ of [1, 2]) {
        await expect(makeFiles(house, release)).rejects.toThrow(/terminat/i)
        expect(await kept(house)).toEqual({ state: 'making', files: null, noted: 0 })
        const second = await house.as('secondResearcher')
        const decided = await second.post(`/onderzoek/uitgaven/${release}/besluit`, { decision: 'release', reason: '' })
        expect(decided.status).toBe(409)
      }
      await makeFiles(house, release)
      const there = await kept(house)
      expect(there).toMatchObject({ state: 'made', noted: 1 })
      expect(there?.files).toHaveLength(9)
      await makeFiles(house, release)
      expect(await kept(house)).toEqual(there)
    }),
    120_000,
  )

  it(
    'two workers that do it at the same time leave them once',
    withCommittedHouse(async (house) => {
      const release = await proposed(house)
      await Promise.all([makeFiles(house, release), makeFiles(house, release), makeFiles(house, release)])
      const there = await kept(house)
      expect(there).toMatchObject({ state: 'made', noted: 1 })
      expect(there?.files).toHaveLength(9)
    }),
    120_000,
  )
})
