import type { ColumnType } from 'kysely'
import type { Printed } from './old-prints.rules.ts'

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    surveys_old_polls: {
      id: string
      title: string
      year: number
      source: string
      least: number
      most: number
      population: number | null
      complete: boolean
      decimals: number
      answers: ColumnType<readonly Printed[], string, never>
      made_by: string | null
      made_at: Date
    }
  }
}
