import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { Assets } from '../ui/layout.tsx'
import type { Lang } from '../lib/words.ts'
import type { Actor } from './http/access.ts'
import type { PageCache } from './http/cache.ts'
import type { Rates } from './http/rates.ts'
import type { Vault } from './vault/vault.ts'

export type Mode = 'demo' | 'production' | 'test'

/** What all rooms stand on. Made once per process by the house. */
export type Platform = {
  readonly config: Config
  readonly mode: Mode
  /** The address in links and the only origin whose forms are taken. */
  readonly origin: string
  readonly database: Database
  readonly vault: Vault
  readonly log: Logger
  readonly cache: PageCache
  readonly rates: Rates
  readonly assets: Assets
  /** The links of the account menu for who is signed in. */
  menu(actor: Actor, lang: Lang): readonly { readonly href: string; readonly label: string }[]
  now(): Date
}
