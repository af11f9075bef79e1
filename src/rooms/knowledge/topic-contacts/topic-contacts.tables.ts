import type { Lang } from '../../../lib/words.ts'

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    knowledge_topic_contacts: {
      id: string
      organisation_id: string
      function_name: string | null
      themes: string[]
      roles: string[]
      regions: string[]
      phone: string | null
      email_sealed: Buffer
      consent_by_sealed: Buffer
      consent_on: string
      noted_by: string | null
      made_at: Date
      changed_at: Date
      withdrawn_at: Date | null
      withdrawn_by: string | null
    }
    knowledge_topic_messages: {
      id: string
      contact_id: string
      name_sealed: Buffer | null
      email_sealed: Buffer
      email_index: Buffer
      text_sealed: Buffer
      lang: Lang
      sent_at: Date
    }
    'square.topic_contacts': {
      id: string
      organisation_slug: string
      organisation_name: string
      function_name: string | null
      themes: string[]
      roles: string[]
      regions: string[]
      phone: string | null
    }
  }
}
