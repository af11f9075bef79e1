import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Definition } from '../../lib/questionnaire/definition.ts'
import type { Lang } from '../../lib/words.ts'
import type { StepKind } from './steps.rules.ts'
import type { Meaning } from '../terms/public.ts'

declare module '../../platform/db/tables.ts' {
  interface Tables {
    questionnaires_questionnaires: {
      id: string
      organisation_id: string
      made_by: string | null
      made_at: Date
      archived_at: Date | null
    }
    questionnaires_versions: {
      id: string
      questionnaire_id: string
      number: number
      definition: JSONColumnType<Definition>
      revision: Generated<number>
      made_by: string | null
      made_at: Date
      saved_at: Date
      hash: string | null
      meanings: ColumnType<readonly Meaning[] | null, never, string>
      fixed_by: string | null
      fixed_at: Date | null
    }
    questionnaires_prints: {
      version_id: string
      lang: Lang
      content: Buffer
      made_at: Date
    }
    questionnaires_steps: {
      version_id: string
      revision: number
      definition: JSONColumnType<Definition>
      what: StepKind
      about: string | null
      at: Date
    }
  }
}
