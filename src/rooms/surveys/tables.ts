import type { ColumnType, Generated } from 'kysely'
import type { Said } from '../../lib/questionnaire/definition.ts'
import type { Lang } from '../../lib/words.ts'
import type { SizeClass, TypeClass } from './series/classes.rules.ts'
import type { Level } from './series/comparability.rules.ts'
import type { Background } from './findings/findings.ts'
import type { KeptTerms } from './plans/plans.rules.ts'
import type { State } from './waves/waves.states.rules.ts'

/** Sent as JSON text, read as what it says. */
type Json<T> = ColumnType<T, string, string>

declare module '../../platform/db/tables.ts' {
  interface Tables {
    surveys_series: {
      id: string
      slug: string
      title: Json<Said>
      about: Json<Said>
      population: Json<Said>
      organisation_id: string
      types: Json<readonly TypeClass[]>
      sizes: Json<readonly SizeClass[]>
      /** Null once the panel has ended. */
      panel_key_sealed: Buffer | null
      panel_ended_at: Date | null
      panel_ended_by: string | null
      made_by: string | null
      made_at: Date
    }
    surveys_waves: {
      id: string
      series_id: string
      number: number
      slug: string
      label: Json<Said>
      version_id: string | null
      state: State
      state_since: Date
      /** The first and the last day, "2026-11-22". */
      opens: string | null
      closes: string | null
      /** Organisations that were asked; null until the wave opens. */
      population: number | null
      made_by: string | null
      made_at: Date
    }
    surveys_places: {
      id: string
      wave_id: string
      reference: string | null
      name: string | null
      organisation_id: string | null
      type: string | null
      size: string | null
      province_code: string | null
      trial: Generated<boolean>
    }
    surveys_contacts: {
      place_id: string
      address_sealed: Buffer
      address_index: Buffer
      lang: Lang
      added_at: Date
    }
    surveys_frame_uploads: {
      id: string
      wave_id: string
      content_sealed: Buffer
      uploaded_by: string | null
      uploaded_at: Date
    }
    surveys_comparabilities: {
      wave_id: string
      earlier_id: string
      level: Level
      reason: Json<Said>
      declared_by: string | null
      declared_at: Date
    }
    surveys_bridges: {
      wave_id: string
      earlier_id: string
      question: string
      words: Json<Said>
      made_by: string | null
      made_at: Date
    }
    surveys_plans: {
      wave_id: string
      main_questions: string[]
      cells_from: number
      base_from: number
      /** Percentage points. */
      margin: ColumnType<string, number, number>
      weighting: Background[]
      /** Times the mean weight; null: nothing is trimmed. */
      weight_cap: ColumnType<string | null, number | null, number | null>
      tables_by: Background[]
      sensitive: string[]
      written_by: string | null
      written_at: Date
      fixed_at: Date | null
    }
    surveys_plan_changes: {
      id: string
      wave_id: string
      before: ColumnType<KeptTerms, never, never>
      after: ColumnType<KeptTerms, never, never>
      reason: string
      changed_by: string | null
      changed_at: Date
    }
  }
}
