import type { ItemTypeId } from '../../terms/public.ts'
import { kinds, type DetailName } from './kinds.rules.ts'
import { knowledgePaths } from '../square.paths.ts'

/** By what readers narrow an overview, each with its word in the address. What is not a field of every item is a detail. */
export const narrowings = {
  theme: 'thema',
  role: 'rol',
  region: 'regio',
  position: 'plek',
  contractForms: 'contract',
  principles: 'uitgangspunt',
  bottlenecks: 'knelpunt',
  level: 'niveau',
  learningForm: 'vorm',
  stage: 'fase',
  questionStatus: 'stand',
  dilemmaTopic: 'onderwerp',
  usableFor: 'voor',
  fundingKind: 'geld',
} as const satisfies Readonly<Partial<Record<'theme' | 'role' | 'region' | DetailName, string>>>
export type Narrowing = keyof typeof narrowings
/** What a reader chose; the text of a line is found anywhere in it. */
export type Narrowed = Readonly<Partial<Record<Narrowing, string>>>

/** A page with all items of some kinds, as a table. `order` says which come first; names break ties. */
export type Overview = {
  readonly name: 'practice' | 'trainings' | 'projects' | 'questions' | 'publications' | 'dilemmas' | 'funding'
  readonly path: string
  readonly types: readonly ItemTypeId[]
  readonly columns: readonly DetailName[]
  readonly narrowedBy: readonly Narrowing[]
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
    name: 'practice',
    path: knowledgePaths.practice,
    types: ['practiceExample'],
    columns: ['position', 'contractForms'],
    narrowedBy: ['theme', 'role', 'region', 'position', 'contractForms', 'principles', 'bottlenecks'],
    order: { by: 'name' },
  },
  {
    name: 'trainings',
    path: knowledgePaths.trainings,
    types: ['training'],
    columns: ['provider', 'level', 'duration', 'outcome', 'recognised'],
    narrowedBy: ['theme', 'level', 'learningForm', 'region'],
    order: { by: 'name' },
  },
  {
    name: 'projects',
    path: knowledgePaths.projects,
    types: ['project', 'initiative'],
    columns: ['stage', 'funder', 'startsOn', 'endsOn', 'partners', 'output'],
    narrowedBy: ['theme', 'stage', 'region'],
    order: { by: 'value', detail: 'stage', values: ['running', 'planned', 'finished', 'stopped'] },
  },
  {
    name: 'questions',
    path: knowledgePaths.researchAgenda,
    types: ['researchQuestion'],
    columns: ['questionStatus', 'askedBy'],
    narrowedBy: ['theme', 'questionStatus'],
    order: { by: 'support' },
  },
  {
    name: 'publications',
    path: knowledgePaths.publications,
    types: ['report', 'book', 'policyDocument'],
    columns: ['author', 'year', 'publisher', 'pages'],
    narrowedBy: ['theme', 'role'],
    order: { by: 'year' },
  },
  {
    name: 'dilemmas',
    path: knowledgePaths.dilemmas,
    types: ['dilemmaItem'],
    columns: ['dilemmaTopic', 'usableFor'],
    narrowedBy: ['theme', 'dilemmaTopic', 'usableFor'],
    order: { by: 'name' },
  },
  {
    name: 'funding',
    path: knowledgePaths.funding,
    types: ['fundingSource'],
    columns: ['funder', 'fundingKind', 'amountClass', 'structural', 'closesOn'],
    narrowedBy: ['theme', 'fundingKind', 'region'],
    order: { by: 'name' },
  },
]

const free = (text: string) => text.trim().slice(0, 80)

/** What an address asks of an overview. @param asked the value of a word in the address; null: it is not there */
export const narrowedIn = (overview: Overview, asked: (word: string) => string | null): Narrowed =>
  Object.fromEntries(
    overview.narrowedBy.flatMap((by) => {
      const text = free(asked(narrowings[by]) ?? '')
      return text === '' || (by !== 'position' && !/^[\w-]+$/.test(text)) ? [] : [[by, text]]
    }),
  )

/** The address of an overview with these choices; `page` from 1. */
export function overviewPath(overview: Overview, narrowed: Narrowed, page = 1): string {
  const query = new URLSearchParams()
  for (const by of overview.narrowedBy) if (narrowed[by] !== undefined) query.set(narrowings[by], narrowed[by])
  if (page > 1) query.set('pagina', String(page))
  return query.size === 0 ? overview.path : `${overview.path}?${query.toString()}`
}

/** The overview of a kind with everything of the same choice; null when none is narrowed by it. */
export function alike(type: string, by: DetailName, value: string): string | null {
  const overview = overviews.find(({ types }) => types.some((each) => each === type))
  const narrowing = overview?.narrowedBy.find((each) => each === by)
  return overview && narrowing ? overviewPath(overview, { [narrowing]: value }) : null
}
