import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Lang } from '../../../lib/words.ts'
import type { Alike, Choice, Counts, Outcome, RunState } from './harvests.rules.ts'
import type { MovingWay } from '../moving/moving.rules.ts'

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    knowledge_harvest_sources: {
      id: string
      organisation_id: string
      name: string
      address: string | null
      format: string | null
      lang: Lang
      type: string
      themes: string[]
      licence: string
      weekly: Generated<boolean>
      etag: string | null
      last_modified: string | null
      read_until: string | null
      made_by: string | null
      made_at: Date
      changed_at: Date
      ended_at: Date | null
      moving: MovingWay | null
      takes_names: Generated<boolean>
    }
    knowledge_harvest_runs: {
      id: string
      source_id: string
      state: RunState
      state_since: Date
      scheduled: Generated<boolean>
      started_by: string | null
      started_at: Date
      file_name: string | null
      content_type: string | null
      total: Generated<number>
      done: Generated<number>
      problem_sealed: Buffer | null
      remarks_sealed: Buffer | null
      counts: ColumnType<Counts, string | undefined, string>
      next_etag: string | null
      next_last_modified: string | null
      next_until: string | null
      accepted_by: string | null
      publish_asked_by: string | null
      publish_asked_at: Date | null
      publish_done_at: Date | null
    }
    knowledge_harvest_pieces: { run_id: string; position: number; sealed: Buffer }
    knowledge_harvest_records: {
      run_id: string
      position: number
      record_index: Buffer | null
      outcome: Outcome
      words_sealed: Buffer
      item_id: string | null
      changed_fields: Generated<string[]>
      locked_fields: Generated<string[]>
      remarks: Generated<number>
      alike: JSONColumnType<readonly Alike[]>
      choice: Choice
      same_as: string | null
      done_at: Date | null
      published_at: Date | null
      section: string | null
    }
    knowledge_harvest_ties: {
      source_id: string
      record_index: Buffer
      item_id: string | null
      said_sealed: Buffer | null
      tied_at: Date
    }
    knowledge_locked_fields: { item_id: string; field: string; locked_by: string | null; locked_at: Date }
  }
}
