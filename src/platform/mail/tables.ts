import type { Generated } from 'kysely'

declare module '../db/tables.ts' {
  interface Tables {
    platform_mail_outbox: {
      id: string
      message_id: string
      cause: string
      kind: 'unsolicited' | 'expected'
      sealed: Buffer
      recipient_hash: Buffer
      made_at: Date
      sent_at: Date | null
      given_up_at: Date | null
      tries: Generated<number>
      last_error: string | null
      next_try_at: Date | null
      first_tried_at: Date | null
      claimed_until: Date | null
    }
  }
}
