import type { ColumnType, Generated } from 'kysely'

/**
 * All tables of the database as Kysely sees them. Every room adds its own by declaration merging, in its `tables.ts`:
 * `declare module '../../platform/db/tables.ts' { interface Tables { advice_requests: AdviceRequestsTable } }`.
 * Names without a schema are in `house` (or in `square` for the square's login); the search path of each login says so.
 */
// oxlint-disable-next-line typescript/no-empty-object-type, typescript/no-empty-interface -- filled by the rooms
export interface Tables {
  platform_installation: {
    singleton: Generated<boolean>
    mode: 'demo' | 'production' | 'test'
    made_at: Generated<Date>
    seeded: Generated<string | null>
  }
  platform_proofs: {
    hash: Buffer
    kind: 'session' | 'link' | 'job' | 'operator'
    person_id: string | null
    subject: string | null
    purpose: string
    single_use: Generated<boolean>
    strong: Generated<boolean>
    made_at: Generated<Date>
    expires_at: Date
    used_at: Date | null
    revoked_at: Date | null
  }
  platform_diary: {
    id: Generated<string>
    event: string
    subject: string | null
    at: Date
    actor_kind: string
    actor_person: string | null
    detail: ColumnType<Record<string, unknown>, string, never>
  }
  platform_idempotency: {
    scope: string
    key: string
    request_hash: Buffer
    location: string | null
    made_at: Generated<Date>
  }
}
