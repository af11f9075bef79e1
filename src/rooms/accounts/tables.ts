import type { Generated } from 'kysely'
import type { Lang } from '../../lib/words.ts'
import type { Permission } from '../../platform/http/access.ts'
import type { MembershipRole } from './membership.rules.ts'

declare module '../../platform/db/tables.ts' {
  interface Tables {
    accounts_persons: {
      id: string
      email_index: Buffer
      email_sealed: Buffer
      name_sealed: Buffer
      lang: Generated<Lang>
      made_at: Date
      last_signed_in_at: Date | null
      silent_asked_at: Date | null
      silent_ended_at: Date | null
      totp_sealed: Buffer | null
      totp_confirmed_at: Date | null
      totp_last_step: Generated<string>
      /** Keyed hashes of the recovery codes that were not used yet. */
      recovery_hashes: Generated<Buffer[]>
      second_tries: Generated<number>
      second_wait_until: Date | null
      demo_slug: string | null
      demo_what_nl: string | null
      demo_what_en: string | null
    }
    accounts_organisations: {
      id: string
      slug: string
      name: string
      type: string
      municipality_code: string | null
      website: string | null
      partner: Generated<boolean>
      made_at: Date
      left_at: Date | null
    }
    accounts_memberships: {
      id: string
      person_id: string
      organisation_id: string
      role: MembershipRole
      since: Date
      until: Date | null
    }
    accounts_permissions: {
      id: string
      person_id: string
      permission: Permission
      granted_at: Date
      granted_by: string | null
      withdrawn_at: Date | null
    }
    accounts_grant_proposals: {
      id: string
      person_id: string
      proposed_by: string
      proposed_at: Date
      decided_at: Date | null
      decided_by: string | null
      outcome: 'confirmed' | 'rejected' | null
    }
    accounts_sign_ins: {
      id: string
      email_index: Buffer
      browser_hash: Buffer
      link_hash: Buffer | null
      code_hash: Buffer | null
      next_path: Generated<string>
      lang: Generated<Lang>
      asked_at: Date
      expires_at: Date
      tries: Generated<number>
      consumed_at: Date | null
    }
    accounts_consents: {
      id: string
      person_id: string | null
      subject: string
      purpose: string
      audience: string
      wording_version: string
      given_at: Date
      expires_at: Date | null
      withdrawn_at: Date | null
    }
    accounts_erasures: {
      id: string
      subject_hash: Buffer
      erased_at: Date
      scopes: string[]
    }
  }
}
