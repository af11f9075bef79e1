import type { Answer, Answers, Definition, Option, Question, Said } from '../../lib/questionnaire/definition.ts'

/** What every page about the demo poll says on top. */
export const reckonedBack: Said = {
  nl: 'Dit is voorbeelddata, teruggerekend uit gepubliceerde percentages. Het zijn geen antwoorden van echte organisaties.',
  en: 'These are example data, reckoned back from published percentages. They are no answers of real organisations.',
}

export const demoPoll = {
  slug: 'peiling-sociaal-werk',
  title: { nl: 'Peiling sociaal werk', en: 'Poll of social work' },
  about: {
    nl: 'Werken organisaties in het sociaal werk met ervaringsdeskundigen, en hoe? In 2018 en 2020 is dat gevraagd. Van de uitkomsten zijn percentages gepubliceerd. Wij rekenden terug welke aantallen daarbij horen.',
    en: 'Do organisations in social work deploy experts by experience, and how? It was asked in 2018 and 2020. Percentages were published. We reckoned back which numbers belong to them.',
  },
  population: {
    nl: 'organisaties in het sociaal werk die lid zijn van de branchevereniging',
    en: 'social work organisations that are members of their branch association',
  },
  /** How many members there were in those years: our own assumption. */
  members: 490,
} satisfies { slug: string; title: Said; about: Said; population: Said; members: number }

const option = (key: string, nl: string, en: string): Option => ({ key, label: { nl, en } })
const yesNo = [option('yes', 'Ja', 'Yes'), option('no', 'Nee', 'No')]
const ofUsers: Said = {
  nl: 'organisaties die met ervaringsdeskundigen werken en deze vraag beantwoordden',
  en: 'organisations that deploy experts by experience and answered this question',
}
const whenUsing = { all: [{ question: 'works', chosen: ['yes'] }] }

const works: Question = {
  key: 'works',
  type: 'single',
  text: {
    nl: 'Werkt je organisatie met ervaringsdeskundigen?',
    en: 'Does your organisation deploy experts by experience?',
  },
  about: 'fact',
  required: true,
  options: yesNo,
}
const considers: Question = {
  key: 'considers',
  type: 'single',
  text: { nl: 'Denken jullie erover om te beginnen?', en: 'Are you considering to start?' },
  universe: {
    nl: 'organisaties die nog niet met ervaringsdeskundigen werken',
    en: 'organisations that do not deploy experts by experience yet',
  },
  when: { all: [{ question: 'works', chosen: ['no'] }] },
  about: 'opinion',
  options: yesNo,
}

const definition = (year: string, questions: readonly Question[]): Definition => ({
  format: 1,
  title: { nl: `Peiling sociaal werk ${year}`, en: `Poll of social work ${year}` },
  intro: demoPoll.about,
  source: reckonedBack,
  terms: [],
  sections: [{ key: 'all', title: { nl: 'Alle vragen', en: 'All questions' }, questions }],
})

const single = (chosen: string): Answer => ({ type: 'single', chosen })
const yes = (is: boolean): Answer => single(is ? 'yes' : 'no')
/** Whether the place of an organisation lies in one of the given runs, first and last included. */
const within = (at: number, first: number, last: number): boolean => at >= first && at <= last
const ticked = (at: number, runs: Readonly<Record<string, readonly [number, number]>>): Answer => ({
  type: 'multiple',
  chosen: Object.entries(runs).flatMap(([key, [first, last]]) => (within(at, first, last) ? [key] : [])),
})

const answersOf = (count: number, of: (at: number) => Answers): readonly Answers[] =>
  Array.from({ length: count }, (_, at) => of(at + 1))

// 51 of 93 work with experts; 12 of the other 42 consider it. Which organisation ticked what together is our own choice:
// of what was published only the totals are known.
const forms2018 = { volunteer: [1, 40], paid: [37, 51], combination: [30, 41], otherwise: [22, 30] } as const
const fields2018 = {
  debts: [1, 15],
  mental: [15, 24],
  exclusion: [25, 31],
  addiction: [31, 33],
  housing: [34, 34],
  broad: [35, 51],
} as const

const definition2018 = definition('2018', [
  works,
  considers,
  {
    key: 'forms',
    type: 'multiple',
    text: { nl: 'In welke vorm werken zij bij jullie?', en: 'In what form do they work with you?' },
    universe: ofUsers,
    when: whenUsing,
    about: 'fact',
    options: [
      option('volunteer', 'Als vrijwilliger', 'As a volunteer'),
      option('paid', 'Betaald, in een eigen functie', 'Paid, in a function of its own'),
      option('combination', 'Betaald, samen met ander werk', 'Paid, combined with other work'),
      option('otherwise', 'Anders, bijvoorbeeld als stagiair', 'Otherwise, such as a trainee'),
    ],
  },
  {
    key: 'fields',
    type: 'multiple',
    text: { nl: 'Op welke terreinen werken zij?', en: 'In which fields do they work?' },
    universe: ofUsers,
    when: whenUsing,
    about: 'fact',
    options: [
      option('debts', 'Armoede en schulden', 'Poverty and debts'),
      option('mental', 'Psychiatrische problemen', 'Psychiatric problems'),
      option('exclusion', 'Sociale uitsluiting', 'Social exclusion'),
      option('addiction', 'Verslaving', 'Addiction'),
      option('housing', 'Wonen', 'Housing'),
      option('broad', 'Breed, zonder vast terrein', 'Broadly, without a fixed field'),
    ],
    alone: 'broad',
  },
])
const answers2018 = answersOf(93, (at): Answers => {
  const uses = at <= 51
  if (!uses) return { works: yes(false), considers: yes(within(at, 52, 63)) }
  return { works: yes(true), forms: ticked(at, forms2018), fields: ticked(at, fields2018) }
})

// 45 of 69 work with experts, and 42 of them answered what they do: the only number that fits all five percentages.
const tasks2020 = { support: [1, 23], together: [24, 40], team: [36, 42] } as const

const definition2020 = definition('2020', [
  works,
  considers,
  {
    key: 'volunteers',
    type: 'single',
    text: { nl: 'Is het vooral vrijwilligerswerk?', en: 'Is it mainly voluntary work?' },
    universe: ofUsers,
    when: whenUsing,
    about: 'fact',
    options: yesNo,
  },
  {
    key: 'tasks',
    type: 'multiple',
    text: { nl: 'Wat doen zij in het werk met mensen?', en: 'What do they do in the work with people?' },
    universe: ofUsers,
    when: whenUsing,
    about: 'fact',
    options: [
      option('support', 'Hulp of steun aan een persoon', 'Help or support for a person'),
      option('together', 'Begeleiden samen met een collega', 'Guiding together with a colleague'),
      option('team', 'Lid van een sociaal team', 'Member of a social team'),
    ],
  },
  {
    key: 'policy',
    type: 'single',
    text: { nl: 'Denken zij mee over beleid en ontwikkeling?', en: 'Do they take part in policy and development?' },
    universe: ofUsers,
    when: whenUsing,
    about: 'fact',
    options: yesNo,
  },
])
const answers2020 = answersOf(69, (at): Answers => {
  if (at > 45) return { works: yes(false), considers: yes(within(at, 46, 57)) }
  if (at > 42) return { works: yes(true) }
  return {
    works: yes(true),
    volunteers: yes(at <= 33),
    tasks: ticked(at, tasks2020),
    policy: yes(at > 33),
  }
})

/** The two waves with the answers of each organisation, as they can have been. */
export const demoWaves = [
  { year: 2018, definition: definition2018, answers: answers2018 },
  { year: 2020, definition: definition2020, answers: answers2020 },
] as const

/** Why the second wave cannot be compared with the first one in full. */
export const demoCaveat: Said = {
  nl: 'In 2018 en 2020 deden niet dezelfde organisaties mee. We weten niet welke organisaties twee keer meededen.',
  en: 'Not the same organisations took part in 2018 and 2020. We do not know which took part twice.',
}

/** The same polls as they stood in print: a number of organisations, or about how many, and percentages. */
export const demoPrints = [
  {
    title: 'Peiling sociaal werk 2018',
    year: 2018,
    source: 'Persbericht van april 2018',
    least: 91,
    most: 99,
    answers: [
      { label: 'Werkt met ervaringsdeskundigen', percentage: 55 },
      { label: 'Denkt erover', percentage: 13 },
    ],
  },
  {
    title: 'Peiling sociaal werk 2020',
    year: 2020,
    source: 'Artikel over de peiling van 2020',
    least: 69,
    most: 69,
    answers: [{ label: 'Werkt met ervaringsdeskundigen', percentage: 65 }],
  },
] as const
