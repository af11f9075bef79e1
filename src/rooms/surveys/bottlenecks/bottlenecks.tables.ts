import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Said } from '../../../lib/questionnaire/definition.ts'

/** Where a report of a bottleneck came from. */
export const reportKinds = ['poll', 'request', 'self-assessment'] as const
export type ReportKind = (typeof reportKinds)[number]

type Words = ColumnType<Said, string, string>

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    surveys_bottlenecks: {
      id: string
      slug: string
      title: Words
      about: Words
      source: string
      /** Why somebody added it; null for what came with the plein. */
      reason: string | null
      added_by: string | null
      added_at: Date
      merged_into: string | null
      merged_reason: string | null
      merged_by: string | null
      merged_at: Date | null
    }
    surveys_bottleneck_reports: {
      id: string
      bottleneck_id: string
      source_kind: ReportKind
      /** Which poll, as everybody may read it; null for other sources. */
      label: string | null
      number: number
      /** The first day of the month. */
      month: string
    }
    'square.bottlenecks': {
      id: string
      slug: string
      title: JSONColumnType<Said>
      about: JSONColumnType<Said>
      source: string
      /** How many organisations named it, per poll; never fewer than five. */
      polls: JSONColumnType<readonly { readonly label: string; readonly number: number }[]>
      /** Null under five. */
      requests: number | null
      assessments: number | null
      /** What was joined with it. */
      merged: JSONColumnType<readonly { readonly title: Said; readonly reason: string }[]>
      added_on: Generated<string>
    }
  }
}
