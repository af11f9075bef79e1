import type { ItemTypeId } from '../terms/public.ts'
import { kinds, type DetailName } from './kinds.rules.ts'
import { knowledgePaths } from './square.paths.ts'

/** A page with all items of some kinds, as a table. `order` says which come first; names break ties. */
export type Overview = {
  readonly name: 'trainings' | 'projects' | 'questions' | 'publications' | 'dilemmas' | 'funding'
  readonly path: string
  readonly types: readonly ItemTypeId[]
  readonly columns: readonly DetailName[]
  readonly order:
    | { readonly by: 'name' }
    /** In the order of these values of a detail. */
    | { readonly by: 'value'; readonly detail: DetailName; readonly values: readonly string[] }
    | { readonly by: 'year' }
    | { readonly by: 'support' }
}

/** How many items one page shows. */
export const overviewSize = 100

/** How many trainings stand side by side at most. */
export const mostCompared = 4

/** What a comparison of trainings shows, in the order of the kind. */
export const compared = kinds.training.details

export const overviews: readonly Overview[] = [
  {
    name: 'trainings',
    path: knowledgePaths.trainings,
    types: ['training'],
    columns: ['provider', 'level', 'duration', 'outcome', 'recognised'],
    order: { by: 'name' },
  },
  {
    name: 'projects',
    path: knowledgePaths.projects,
    types: ['project', 'initiative'],
    columns: ['stage', 'funder', 'startsOn', 'endsOn', 'partners', 'output'],
    order: { by: 'value', detail: 'stage', values: ['running', 'planned', 'finished', 'stopped'] },
  },
  {
    name: 'questions',
    path: knowledgePaths.researchAgenda,
    types: ['researchQuestion'],
    columns: ['questionStatus', 'askedBy'],
    order: { by: 'support' },
  },
  {
    name: 'publications',
    path: knowledgePaths.publications,
    types: ['report', 'book', 'policyDocument'],
    columns: ['author', 'year', 'publisher', 'pages'],
    order: { by: 'year' },
  },
  {
    name: 'dilemmas',
    path: knowledgePaths.dilemmas,
    types: ['dilemmaItem'],
    columns: ['dilemmaTopic', 'usableFor'],
    order: { by: 'name' },
  },
  {
    name: 'funding',
    path: knowledgePaths.funding,
    types: ['fundingSource'],
    columns: ['funder', 'fundingKind', 'amountClass', 'structural', 'closesOn'],
    order: { by: 'name' },
  },
]
