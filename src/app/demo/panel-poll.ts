import type { Answer, Answers, Definition, Question, Said } from '../../lib/questionnaire/definition.ts'

/** What every page about this poll says on top. */
export const allMade: Said = {
  nl: 'Dit is een verzonnen peiling, met verzonnen organisaties en antwoorden. Zo zie je hoe twee golven met elkaar worden vergeleken.',
  en: 'This is an invented poll, with invented organisations and answers. It shows how two waves are compared.',
}

const option = (key: string, nl: string, en: string) => ({ key, label: { nl, en } })

const works: Question = {
  key: 'werkt',
  type: 'single',
  about: 'fact',
  required: true,
  text: {
    nl: 'Werken er ervaringsdeskundigen in jullie wijkteams?',
    en: 'Do experts by experience work in your neighbourhood teams?',
  },
  options: [option('ja', 'Ja', 'Yes'), option('nee', 'Nee', 'No')],
}

// Asked in other words the second time; the bridge says why it still asks the same.
const coached = (text: Said): Question => ({
  key: 'begeleiding',
  type: 'single',
  about: 'fact',
  text,
  options: [option('ja', 'Ja', 'Yes'), option('nee', 'Nee', 'No')],
})

const tasks: Question = {
  key: 'taken',
  type: 'multiple',
  about: 'fact',
  text: { nl: 'Wat doen zij in de wijk?', en: 'What do they do in the neighbourhood?' },
  when: { all: [{ question: 'werkt', chosen: ['ja'] }] },
  options: [
    option('bezoek', 'Mensen thuis bezoeken', 'Visiting people at home'),
    option('groep', 'Een groep begeleiden', 'Guiding a group'),
    option('team', 'Meedenken met het team', 'Thinking along with the team'),
  ],
}

/** Asked the second time only; two researchers code the answers. */
const hard: Question = {
  key: 'lastig',
  type: 'text',
  about: 'opinion',
  text: { nl: 'Wat is het moeilijkst?', en: 'What is hardest?' },
  longest: 500,
  codes: [
    option('geld', 'Er is geen geld', 'There is no money'),
    option('tijd', 'Er is te weinig tijd', 'There is too little time'),
    option('collegas', 'Collega’s zijn niet overtuigd', 'Colleagues are not convinced'),
    option('begin', 'Niet weten hoe je begint', 'Not knowing how to begin'),
  ],
}

const definition = (year: string, text: Said, ...more: readonly Question[]): Definition => ({
  format: 1,
  title: { nl: `Ervaring in de wijk ${year}`, en: `Experience in the neighbourhood ${year}` },
  intro: {
    nl: 'Wij willen weten hoe wijkorganisaties met ervaringsdeskundigen werken.',
    en: 'We want to know how neighbourhood organisations work with experts by experience.',
  },
  source: allMade,
  terms: [],
  sections: [
    {
      key: 'wijk',
      title: { nl: 'In de wijk', en: 'In the neighbourhood' },
      questions: [works, tasks, coached(text), ...more],
    },
  ],
})

const single = (yes: boolean): Answer => ({ type: 'single', chosen: yes ? 'ja' : 'nee' })

const complaints = [
  'Wij krijgen er geen geld voor van de gemeente.',
  'Er is te weinig tijd om iemand goed in te werken.',
  'Het geld is op en iedereen heeft het druk: geen tijd.',
  'Een deel van de collega’s is niet overtuigd.',
  'Wij weten niet hoe wij moeten beginnen.',
] as const

/** In own words; not everybody writes something. */
const written = (at: number): Answers => {
  const text = complaints[at % 7]
  return text === undefined ? {} : { lastig: { type: 'text', text } }
}

/** What the two coders read in an answer; the second one overlooks the time in the answer about both. */
export const readings = [
  (text: string) => [
    ...(text.includes('geld') ? ['geld'] : []),
    ...(text.includes('tijd') ? ['tijd'] : []),
    ...(text.includes('overtuigd') ? ['collegas'] : []),
    ...(text.includes('beginnen') ? ['begin'] : []),
  ],
  (text: string) => (text.startsWith('Het geld') ? ['geld'] : (readings[0]?.(text) ?? [])),
] as const

function answersOf(yes: boolean, coachedToo: boolean, at: number): Answers {
  const chosen = ['bezoek', 'groep', 'team'].filter((_, task) => (at + task) % 3 !== 0)
  return {
    werkt: single(yes),
    ...(yes && { taken: { type: 'multiple', chosen } }),
    begeleiding: single(coachedToo),
  }
}

/** How many organisations there are; each is asked in both waves. */
const organisations = 96

/** Number 1 to 66 answered the first wave, 13 to 84 the second: 54 answered both. */
const given = (first: number, last: number, of: (at: number) => Answers): ReadonlyMap<string, Answers> =>
  new Map(Array.from({ length: last - first + 1 }, (_, index) => [referenceOf(first + index), of(first + index)]))
const referenceOf = (at: number): string => `wijk-${at}`

// Of the 54 that answered both waves, 20 began to work with experts by experience and 6 stopped.
const workedFirst = (at: number) => at % 2 === 0
const workedLater = (at: number) => (workedFirst(at) ? at < 13 || at > 24 : at >= 13 && at <= 51)

export const panelPoll = {
  organisation: 'kennishuis-lindenhof',
  researcher: 'mariska-de-groot',
  second: 'olivier-maes',
  title: { nl: 'Ervaring in de wijk', en: 'Experience in the neighbourhood' },
  about: {
    nl: 'Elke twee jaar vragen wij dezelfde wijkorganisaties hoe zij met ervaringsdeskundigen werken.',
    en: 'Every two years we ask the same neighbourhood organisations how they work with experts by experience.',
  },
  population: {
    nl: 'Alle 96 wijkorganisaties van een verzonnen provincie.',
    en: 'All 96 neighbourhood organisations of an invented province.',
  },
  types: [
    { key: 'buurthuis', label: { nl: 'Buurthuis', en: 'Community centre' } },
    { key: 'wijkteam', label: { nl: 'Wijkteam', en: 'Neighbourhood team' } },
  ],
  sizes: [
    { key: 'klein', label: { nl: 'Klein', en: 'Small' }, from: 0 },
    { key: 'groot', label: { nl: 'Groot', en: 'Large' }, from: 25 },
  ],
  mainQuestions: ['werkt/ja'],
  bridge: {
    question: 'begeleiding',
    words: {
      nl: 'Bij een proef met tien organisaties gaf iedereen op beide vragen hetzelfde antwoord. Alleen de woorden zijn eenvoudiger.',
      en: 'In a test with ten organisations everybody gave the same answer to both questions. Only the words are simpler.',
    },
  },
  comparable: {
    nl: 'Dezelfde organisaties zijn gevraagd, in dezelfde maand en met dezelfde vragen. Niet elke organisatie deed twee keer mee.',
    en: 'The same organisations were asked, in the same month and with the same questions. Not every one took part twice.',
  },
  /** Days since each wave opened; it stays open for `openDays`. */
  openDays: 40,
  waves: [
    {
      openedDaysAgo: 800,
      definition: definition('1', {
        nl: 'Krijgen ervaringsdeskundigen bij jullie begeleiding van een daarvoor aangewezen collega?',
        en: 'Do experts by experience receive guidance from a colleague designated for that purpose?',
      }),
      answers: given(1, 66, (at) => answersOf(workedFirst(at), at % 3 === 0, at)),
    },
    {
      openedDaysAgo: 80,
      definition: definition(
        '2',
        {
          nl: 'Is er bij jullie een vaste collega die ervaringsdeskundigen begeleidt?',
          en: 'Do you have one colleague who guides experts by experience?',
        },
        hard,
      ),
      answers: given(13, 84, (at) => ({ ...answersOf(workedLater(at), at % 5 !== 0, at), ...written(at) })),
    },
  ],
} as const

/** The organisations that both waves ask. */
export const panelPlaces = Array.from({ length: organisations }, (_, index) => {
  const at = index + 1
  return {
    name: `Wijkpunt ${at}`,
    reference: referenceOf(at),
    type: at % 2 === 0 ? 'buurthuis' : 'wijkteam',
    size: at % 4 < 2 ? 'klein' : 'groot',
    province: 'PV24',
    email: null,
    lang: 'nl',
  } as const
})
