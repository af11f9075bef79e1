import former from './data/former-municipalities.csv?raw'
import memberships from './data/memberships.csv?raw'
import municipalities from './data/municipalities.csv?raw'
import regions from './data/regions.csv?raw'
import sources from './data/sources.csv?raw'
import towns from './data/towns.csv?raw'
import { readGeography } from './geography.rules.ts'
import type { Geography } from './geography.rules.ts'

let read: Geography | undefined

/** The reference data that ships with the product, read once when first asked for. */
export const shippedGeography = (): Geography =>
  (read ??= readGeography({ municipalities, regions, memberships, former, towns, sources }))
