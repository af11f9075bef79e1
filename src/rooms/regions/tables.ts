import type { Certainty, FormerKind, RegionType } from './geography.rules.ts'

declare module '../../platform/db/tables.ts' {
  interface Tables {
    'square.municipalities': {
      code: string
      name: string
      aliases: string[]
      population_2022: number
      lon: number
      lat: number
      valid_from: string | null
      valid_to: string | null
      tooi: string
    }
    'square.regions': { type: RegionType; code: string; name: string }
    'square.region_sources': { id: string; title: string; licence: string; note: string }
    'square.region_memberships': {
      municipality_code: string
      region_type: RegionType
      region_code: string
      valid_from: string | null
      valid_to: string | null
      source: string
      certainty: Certainty
    }
    'square.former_municipalities': {
      code: string
      name: string
      successors: string[]
      ended_on: string
      kind: FormerKind
    }
  }
}
