import type { Generated } from 'kysely'

declare module '../../platform/db/tables.ts' {
  interface Tables {
    experts_profiles: {
      person_id: string
      name_sealed: Buffer
      wishes_sealed: Buffer
      max_running: number
      paused_since: Date | null
      /** The first day without pause. */
      paused_until: string | null
      made_at: Date
      changed_at: Date
    }
    experts_boundaries: { person_id: string; text_sealed: Buffer; shown_to_desk: Generated<boolean> }
    experts_viewings: {
      id: Generated<string>
      person_id: string
      viewed_at: Date
      viewer_role: 'coordinator'
      fields: string[]
    }
  }
}
