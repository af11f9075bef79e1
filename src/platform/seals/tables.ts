import type { Generated } from 'kysely'

declare module '../db/tables.ts' {
  interface Tables {
    platform_diary_seals: {
      seq: Generated<string>
      from_id: string
      to_id: string
      count: number
      hash: Buffer
      previous: Buffer | null
      sealed_at: Date
      signature: Buffer
    }
    platform_diary_head: {
      singleton: Generated<boolean>
      seq: string
      to_id: string
      hash: Buffer
      signature: Buffer
    }
  }
}
