export {}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    knowledge_old_addresses: { address: string; item_id: string; organisation_id: string; noted_at: Date }
    'square.old_addresses': { address: string; host: string; item_id: string }
  }
}
