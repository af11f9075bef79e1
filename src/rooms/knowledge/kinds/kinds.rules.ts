import { contractForms, type ItemTypeId } from '../../terms/public.ts'

/**
 * What is asked about a kind beside its words. line, names (one per line), year, number, day, link and yesNo are typed;
 * choice and choices come from a list.
 */
type Sort = 'line' | 'names' | 'year' | 'number' | 'day' | 'link' | 'yesNo'
export type Detail =
  | { readonly sort: Sort }
  | { readonly sort: 'choice' | 'choices'; readonly options: readonly string[] }

const idsOf = (terms: readonly { readonly id: string }[]): readonly string[] => terms.map(({ id }) => id)

const optionsOf = {
  level: ['mbo-2', 'mbo-3', 'mbo-4', 'ad', 'hbo', 'post-hbo', 'course'],
  outcome: ['diploma', 'certificate', 'none'],
  nature: ['generalist', 'specialist'],
  trainingKind: ['own-experience', 'guest-teaching', 'accent', 'separate'],
  learningForm: ['on-site', 'online', 'blended', 'at-work'],
  stage: ['planned', 'running', 'finished', 'stopped'],
  fundingKind: ['own-budget', 'municipal', 'project-grant', 'fund', 'insurer', 'innovation-budget'],
  amountClass: ['small', 'middle', 'large'],
  process: ['primary', 'secondary', 'both'],
  dilemmaTopic: [
    'professionalisation',
    'cooperation',
    'power',
    'training',
    'measuring',
    'resistance',
    'unusual-initiatives',
  ],
  usableFor: ['moral-deliberation', 'learning-circle', 'team-talk'],
  questionStatus: ['open', 'running', 'answered'],
  attendance: ['on-site', 'online', 'hybrid'],
  principles: ['shared-vision', 'clear-roles', 'own-way', 'equipped', 'real-places'],
  bottlenecks: [
    'confused-terms',
    'resistance',
    'lack-of-knowledge',
    'funding',
    'one-carrier',
    'unclear-place',
    'task-boundaries',
    'small-number',
    'guidance',
    'load',
    'training-inside',
    'power',
    'no-feedback',
  ],
} as const

const choice = (options: readonly string[]): Detail => ({ sort: 'choice', options })
const choices = (options: readonly string[]): Detail => ({ sort: 'choices', options })
const line: Detail = { sort: 'line' }
const names: Detail = { sort: 'names' }
const yesNo: Detail = { sort: 'yesNo' }
const day: Detail = { sort: 'day' }

/** Every detail there is. One name means one thing, whatever the kind. */
export const details = {
  author: line,
  year: { sort: 'year' },
  publisher: line,
  pages: { sort: 'number' },
  publishedIn: line,
  link: { sort: 'link' },
  length: line,

  position: line,
  contractForms: choices(idsOf(contractForms)),
  principles: choices(optionsOf.principles),
  bottlenecks: choices(optionsOf.bottlenecks),
  contactViaDesk: yesNo,

  provider: line,
  level: choice(optionsOf.level),
  duration: line,
  recognised: yesNo,
  outcome: choice(optionsOf.outcome),
  nature: choice(optionsOf.nature),
  trainingKind: choice(optionsOf.trainingKind),
  entry: line,
  intake: yesNo,
  cost: line,
  learningForm: choice(optionsOf.learningForm),
  place: line,

  funder: line,
  startsOn: day,
  endsOn: day,
  partners: names,
  method: line,
  stage: choice(optionsOf.stage),
  output: line,
  openToJoin: yesNo,

  fundingKind: choice(optionsOf.fundingKind),
  amountClass: choice(optionsOf.amountClass),
  structural: yesNo,
  applicants: line,
  closesOn: day,

  process: choice(optionsOf.process),
  reportsTo: line,
  hours: line,

  timeNeeded: line,
  groupSize: line,

  dilemmaTopic: choice(optionsOf.dilemmaTopic),
  usableFor: choices(optionsOf.usableFor),

  askedBy: line,
  questionStatus: choice(optionsOf.questionStatus),

  organiser: line,
  attendance: choice(optionsOf.attendance),
  interactive: yesNo,
  accessibility: line,
  registration: { sort: 'link' },
  videos: { sort: 'link' },
} as const satisfies Readonly<Record<string, Detail>>

export type DetailName = keyof typeof details
export type ChoiceName = keyof typeof optionsOf

/** What is filled in, by name. A name that is absent was not filled in. */
export type Details = Readonly<Partial<Record<DetailName, string | number | boolean | readonly string[]>>>

/**
 * A kind of item. `parts` are the keys of what is written at length, each under its heading; `details` what is asked beside
 * it. `holds` says in which order a page lists the items that belong to this one; `press` what a signed-in expert can do.
 */
export type Kind = {
  readonly parts: readonly string[]
  readonly details: readonly DetailName[]
  readonly holds?: 'in-order' | 'newest-first'
  readonly press?: 'supports' | 'joins'
  /** Organisations can say that they accept it. */
  readonly accepted?: true
}

const publication: Kind = { parts: ['text'], details: ['author', 'year', 'publisher', 'pages', 'link'] }
const listening: Kind = { parts: ['text'], details: ['author', 'year', 'length', 'link'] }
const work = ['funder', 'startsOn', 'endsOn', 'partners', 'method', 'stage', 'output', 'openToJoin', 'link'] as const

/** Every kind there is. */
export const kinds: Readonly<Record<ItemTypeId, Kind>> = {
  practiceExample: {
    parts: ['context', 'approach', 'needs', 'result', 'pitfalls'],
    details: ['position', 'contractForms', 'principles', 'bottlenecks', 'contactViaDesk'],
  },
  article: { parts: ['text'], details: ['author', 'publishedIn', 'link'] },
  interview: { parts: ['text'], details: ['author', 'publishedIn', 'link'] },
  report: publication,
  guide: publication,
  factsheet: publication,
  policyDocument: publication,
  book: publication,
  tool: { parts: ['text'], details: ['timeNeeded', 'groupSize', 'author', 'link'] },
  questionnaire: { parts: ['text'], details: ['timeNeeded', 'author', 'year', 'link'] },
  video: listening,
  podcast: listening,
  series: { parts: ['text'], details: ['author'], holds: 'in-order' },
  dossier: { parts: ['text'], details: [], holds: 'newest-first' },
  termItem: { parts: ['text'], details: [] },
  training: {
    parts: ['text'],
    details: [
      'provider',
      'level',
      'duration',
      'recognised',
      'outcome',
      'nature',
      'trainingKind',
      'entry',
      'intake',
      'cost',
      'learningForm',
      'place',
      'link',
    ],
    accepted: true,
  },
  project: { parts: ['text'], details: work, press: 'joins' },
  initiative: { parts: ['text'], details: work, press: 'joins' },
  fundingSource: {
    parts: ['text'],
    details: ['funder', 'fundingKind', 'amountClass', 'structural', 'applicants', 'closesOn', 'link'],
  },
  jobProfile: {
    parts: ['text', 'tasks', 'not-tasks', 'requirements', 'offer'],
    details: ['position', 'reportsTo', 'process', 'contractForms', 'hours'],
  },
  dilemmaItem: { parts: ['dilemma', 'for', 'against', 'talk'], details: ['dilemmaTopic', 'usableFor'] },
  researchQuestion: {
    parts: ['text', 'known'],
    details: ['askedBy', 'questionStatus', 'link'],
    press: 'supports',
  },
  event: {
    parts: ['text', 'programme'],
    details: [
      'organiser',
      'startsOn',
      'endsOn',
      'place',
      'attendance',
      'interactive',
      'accessibility',
      'registration',
      'link',
    ],
  },
  eventReport: { parts: ['text', 'actions'], details: ['startsOn', 'videos', 'link'] },
  faq: { parts: ['answer'], details: [] },
}

const unkind: Kind = { parts: ['text'], details: [] }
const byType: ReadonlyMap<string, Kind> = new Map(Object.entries(kinds))

/** @returns the kind of a type; a type that we no longer have is a text without details. */
export const kindOf = (type: string | null): Kind => byType.get(type ?? '') ?? unkind

/** The details that belong to a kind, of everything that was ever filled in. */
export const detailsOf = (type: string | null, filled: Details): Details =>
  Object.fromEntries(kindOf(type).details.flatMap((name) => (filled[name] === undefined ? [] : [[name, filled[name]]])))

/**
 * Reads a detail from one line of text: names apart by semicolons, choices by commas, `yes` or `no`.
 * @returns undefined when it is no value of this detail
 */
export function detailOfText(name: DetailName, text: string): Details[DetailName] {
  const detail: Detail = details[name]
  switch (detail.sort) {
    case 'year':
    case 'number':
      return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined
    case 'yesNo':
      return text === 'yes' ? true : text === 'no' ? false : undefined
    case 'names':
      return text.split(';').map((each) => each.trim())
    case 'choice':
      return detail.options.includes(text) ? text : undefined
    case 'choices': {
      const chosen = text.split(',').map((each) => each.trim())
      return chosen.every((each) => detail.options.includes(each)) ? chosen : undefined
    }
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined
    case 'link':
      return /^https?:\/\//.test(text) ? text : undefined
    case 'line':
      return text
  }
}

/** The typed words among the details: names of people who made a work, of who gives a training or pays for a project. */
export const wordsIn = (filled: Details): readonly string[] =>
  Object.entries(details).flatMap(([name, { sort }]): readonly string[] => {
    const value = filled[name as DetailName]
    if (sort === 'line' && typeof value === 'string') return [value]
    return sort === 'names' && Array.isArray(value) ? value : []
  })

/** Whether experts can press on this item now: a question that is answered needs no support, a closed project nobody more. */
export function pressOf(type: string, filled: Details): 'supports' | 'joins' | null {
  const { press } = kindOf(type)
  if (press === 'supports') return filled.questionStatus === 'answered' ? null : press
  if (press === 'joins')
    return filled.openToJoin === true && filled.stage !== 'finished' && filled.stage !== 'stopped' ? press : null
  return null
}

/** Why two items may not be linked in this way; null means they may. The types are of the item and of the one it goes to. */
export function whyNotLinked(kind: LinkKind, from: string, to: string): 'link-not-fitting' | null {
  const fits: Readonly<Record<LinkKind, boolean>> = {
    series: to === 'series' && kindOf(from).holds === undefined,
    dossier: to === 'dossier' && from !== 'dossier',
    follows: true,
    replaces: from === to,
    answers: to === 'researchQuestion' && from !== 'researchQuestion',
    'report-of': from === 'eventReport' && to === 'event',
    'result-of': kindOf(to).press === 'joins',
  }
  return fits[kind] ? null : 'link-not-fitting'
}

/** How an item belongs to another one. */
export const linkKinds = ['series', 'dossier', 'follows', 'replaces', 'answers', 'report-of', 'result-of'] as const
export type LinkKind = (typeof linkKinds)[number]
