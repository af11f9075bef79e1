import type { Generated } from 'kysely'
import type { Lang } from '../../../lib/words.ts'

/** What somebody gets by mail: the newsletter, or what is new for a search. */
export type SubscriptionKind = 'newsletter' | 'search'

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    knowledge_subscriptions: {
      id: string
      kind: Generated<SubscriptionKind>
      email_index: Buffer
      email_sealed: Buffer
      lang: Lang
      themes: string[]
      asked_at: Date
      confirmed_at: Generated<Date | null>
      digested_until: Generated<Date | null>
    }
    /** What a subscription of the kind `search` follows. */
    knowledge_saved_searches: {
      subscription_id: string
      search_sealed: Buffer
      search_index: Buffer
      person_id: string | null
    }
  }
}
