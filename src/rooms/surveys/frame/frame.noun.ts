import { sql } from 'kysely'
import { dayAt, daysLater } from '../../../lib/days.ts'
import { bothLanguages } from '../../../lib/words.ts'
import type { RetentionRule } from '../../../platform/jobs/retention.ts'
import { listContactsOf } from './contacts.sql.ts'
import { frameJobs } from './frame.jobs.ts'
import { frameRoutes } from './frame.web.tsx'
import type { Noun } from '../noun.ts'
import '../tables.ts'

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

const rule = (
  name: string,
  what: readonly [string, string],
  keep: string,
  table: 'surveys_contacts' | 'surveys_frame_uploads',
  key: 'place_id' | 'id',
  due: (now: Date) => ReturnType<typeof sql<{ id: string }>>,
): RetentionRule => ({
  name,
  what: bothLanguages(...what),
  keep,
  async run(tx, now, dryRun) {
    if (dryRun) return (await due(now).execute(tx)).rows.length
    const done = await sql`delete from ${sql.table(table)} where ${sql.ref(key)} in (${due(now)} limit 1000)`.execute(
      tx,
    )
    return Number(done.numAffectedRows ?? 0n)
  },
})

const retention: readonly RetentionRule[] = [
  rule(
    'surveys.contacts',
    [
      'Adressen van organisaties die een vragenlijst kregen',
      'Addresses of organisations that were sent a questionnaire',
    ],
    '12 months after the wave closed',
    'surveys_contacts',
    'place_id',
    (now) => sql<{ id: string }>`
      select c.place_id as id from surveys_contacts c
        join surveys_places p on p.id = c.place_id join surveys_waves w on w.id = p.wave_id
       where w.state in ('closed', 'cleaned', 'published') and w.closes < ${daysLater(dayAt(now), -365)}::date`,
  ),
  rule(
    'surveys.frame-uploads',
    ['Lijsten van organisaties die nog niet zijn overgenomen', 'Lists of organisations that were not taken yet'],
    '7 days',
    'surveys_frame_uploads',
    'id',
    (now) => sql<{ id: string }>`select id from surveys_frame_uploads where uploaded_at < ${daysBefore(now, 7)}`,
  ),
]

export const frame: Noun = {
  routes: frameRoutes,
  jobs: frameJobs,
  retention,
  dataMap: [
    {
      column: 'surveys_contacts.address_sealed',
      class: 'personal',
      purpose: 'to send the questionnaire of a wave to; read by the worker alone',
      keep: '12 months after the wave closed, or until the panel ends',
      copies: ['platform_mail_outbox.sealed'],
      notInCopy: 'it is the address by which the copy was asked',
    },
    {
      column: 'surveys_contacts.address_index',
      class: 'personal',
      purpose: 'to find where an address is used',
      keep: 'as long as the address',
      notInCopy: 'a hash that says nothing without our key',
    },
    {
      column: 'surveys_frame_uploads.content_sealed',
      class: 'personal',
      purpose: 'a list of organisations with addresses, to look at before it is taken',
      keep: 'until it is taken or laid aside; 7 days at most',
      afterErasure: 'the list, for 7 days at most: it is what an organisation sent',
      notInCopy: 'it is about organisations, and is not kept by person',
    },
    {
      column: 'surveys_frame_uploads.uploaded_by',
      class: 'personal',
      purpose: 'so that only who sent a list sees it',
      keep: '7 days at most',
    },
  ],
  exportPerson: async (tx, vault, person) => ({
    addressedFor: (await listContactsOf(tx, vault, person)).map(({ series, wave, name, at }) => ({
      series,
      wave,
      name,
      at,
    })),
    listsSent: await tx
      .selectFrom('surveys_frame_uploads')
      .select('uploaded_at as at')
      .where('uploaded_by', '=', person)
      .execute(),
  }),
  async erasePerson(tx, vault, person) {
    const places = (await listContactsOf(tx, vault, person)).map(({ place }) => place)
    if (places.length > 0) await tx.deleteFrom('surveys_contacts').where('place_id', 'in', places).execute()
    await tx.deleteFrom('surveys_frame_uploads').where('uploaded_by', '=', person).execute()
  },
}
