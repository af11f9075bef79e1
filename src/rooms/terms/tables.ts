import type { JSONColumnType } from 'kysely'
import type { Label, Words } from '../../lib/words.ts'
import type { Process, Scheme, SensitiveGround, Synonym } from './term.rules.ts'

declare module '../../platform/db/tables.ts' {
  interface Tables {
    'square.terms': {
      id: string
      slug: string
      scheme: Scheme
      position: number
      label: JSONColumnType<Label>
      definition: JSONColumnType<Label>
      alt_labels: JSONColumnType<Words<readonly Synonym[]>>
      hidden_labels: string[]
      broader: string | null
      related: string[]
      note: JSONColumnType<Label | null>
      sensitive: SensitiveGround | null
      process: Process | null
    }
  }
}
