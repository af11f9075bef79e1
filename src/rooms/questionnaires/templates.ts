import type { Definition } from '../../lib/questionnaire/definition.ts'
import { shelter } from './templates/shelter.template.ts'
import { socialWork } from './templates/social-work.template.ts'

/** Ready questionnaires to begin from, by the name that stands in an address. Each says where it comes from. */
export const templates: ReadonlyMap<string, Definition> = new Map([
  ['sociaal-werk', socialWork],
  ['opvang', shelter],
])
