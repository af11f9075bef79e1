import type { Generated } from 'kysely'

declare module '../db/tables.ts' {
  interface Tables {
    platform_data_keys: {
      holder: string
      wrapped: Buffer
      /** The version of the key in the key file that wraps it. */
      key_version: number
      made_at: Generated<Date>
    }
  }
}
