import type { GapOrigin } from './gaps.rules.ts'

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    knowledge_gap_notes: { id: string; words: string; noted_at: Date }
    knowledge_searches_seen: { same: string; seen_on: string }
    knowledge_gaps: {
      id: string
      slug: string
      title: string
      why: string
      also: string
      themes: string[]
      origin: GapOrigin
      opened_at: Date
      item_id: string | null
      closed_at: Date | null
      stale_item_id: string | null
    }
    knowledge_gap_adoptions: {
      id: string
      gap_id: string
      organisation_id: string
      adopted_at: Date
      until: string
      ended_at: Date | null
      ended_as: 'given-back' | 'lapsed' | 'delivered' | null
    }
    'square.gaps': {
      id: string
      slug: string
      title: string
      why: string
      also: string
      themes: string[]
      origin: GapOrigin
      opened_on: string
      stems: string[]
      adopter_slug: string | null
      adopter_name: string | null
      adopted_until: string | null
      lapsed: boolean
      item_id: string | null
      stale_item_id: string | null
    }
  }
}
