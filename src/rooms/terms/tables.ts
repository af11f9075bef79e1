import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Label, Words } from '../../lib/words.ts'
import type { Answer, Changed, Decision, Definition, DefinitionState, Retired } from './framework.rules.ts'
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
      retired: JSONColumnType<Retired | null>
      decisions: JSONColumnType<readonly Decision[]>
      changed_at: Date | null
    }
    'square.term_definitions': {
      term_id: string
      key: string
      position: number
      owner: JSONColumnType<Definition['owner']>
      text: JSONColumnType<Definition['text']>
      source: JSONColumnType<Definition['source']>
      state: DefinitionState
      working: boolean
      since: Date | null
    }
    'square.term_list': { singleton: Generated<boolean>; version: string; changed_at: Date }
    terms_entries: {
      slug: string
      label: ColumnType<Label | null, string | null, never>
      changed: ColumnType<Changed, string | undefined, string>
      working: string | null
      retired_at: Date | null
      retired_why: string | null
      successor: string | null
      made_at: Date
      changed_at: Date
    }
    terms_definitions: {
      id: string
      slug: string
      organisation_id: string
      text_nl: string
      text_en: string | null
      source_title: string
      source_link: string | null
      added_by: string | null
      added_at: Date
      retired_at: Date | null
    }
    terms_proposals: {
      id: string
      slug: string
      kind: Decision['kind']
      definition_id: string | null
      successor: string | null
      reason: string
      organisation_id: string
      proposed_by: string | null
      proposed_at: Date
      outcome: NonNullable<Decision['outcome']> | null
      decided_at: Date | null
    }
    terms_voices: {
      proposal_id: string
      organisation_id: string
      answer: Answer
      reason: string | null
      given_by: string | null
      given_at: Date
    }
    terms_changes: {
      id: Generated<string>
      slug: string
      what:
        | 'term-added'
        | 'definition-added'
        | 'definition-retired'
        | 'words-changed'
        | 'working-changed'
        | 'term-retired'
      organisation_id: string | null
      changed_by: string | null
      at: Date
      reason: string | null
      earlier: ColumnType<Changed | null, string | null, never>
    }
  }
}
