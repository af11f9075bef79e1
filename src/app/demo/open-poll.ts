import type { Definition } from '../../lib/questionnaire/definition.ts'

/** What the open poll of the demo network asks. */
const questions: Definition = {
  format: 1,
  title: { nl: 'Ervaring aan tafel', en: 'Experience at the table' },
  intro: {
    nl: 'Wij willen weten hoe organisaties in onze regio’s werken met ervaringsdeskundigen. Invullen duurt een kwartier. Niemand ziet wat jullie organisatie antwoordt: wij tonen alleen hele groepen.',
    en: 'We want to know how organisations in our regions work with experts by experience. It takes a quarter of an hour. Nobody sees what your organisation answers: we show whole groups only.',
  },
  terms: [],
  sections: [
    {
      key: 'nu',
      title: { nl: 'Hoe het nu is', en: 'How it is now' },
      questions: [
        {
          key: 'werkt',
          type: 'single',
          about: 'fact',
          required: true,
          text: {
            nl: 'Werken er ervaringsdeskundigen bij jullie organisatie?',
            en: 'Do experts by experience work at your organisation?',
          },
          terms: ['expertByExperience'],
          options: [
            { key: 'ja', label: { nl: 'Ja', en: 'Yes' } },
            {
              key: 'overweegt',
              label: { nl: 'Nee, maar we denken erover na', en: 'No, but we are thinking about it' },
              leadsTo: 'beginning',
            },
            { key: 'nee', label: { nl: 'Nee', en: 'No' } },
          ],
        },
        {
          key: 'hoeveel',
          type: 'number',
          about: 'fact',
          text: { nl: 'Hoeveel zijn het er?', en: 'How many are they?' },
          when: { all: [{ question: 'werkt', chosen: ['ja'] }] },
          unit: { nl: 'mensen', en: 'people' },
          least: 1,
          most: 500,
          decimals: 0,
        },
        {
          key: 'vorm',
          type: 'multiple',
          about: 'fact',
          text: { nl: 'In welke vorm werken zij?', en: 'In which form do they work?' },
          when: { all: [{ question: 'werkt', chosen: ['ja'] }] },
          options: [
            { key: 'vrijwillig', label: { nl: 'Als vrijwilliger', en: 'As a volunteer' } },
            { key: 'betaald', label: { nl: 'In een betaalde baan', en: 'In a paid job' } },
            { key: 'opdracht', label: { nl: 'Per opdracht', en: 'By assignment' } },
          ],
          other: true,
        },
      ],
    },
    {
      key: 'verder',
      title: { nl: 'Hoe het verder gaat', en: 'How it goes on' },
      questions: [
        {
          key: 'nut',
          type: 'scale',
          about: 'opinion',
          text: {
            nl: 'Hoeveel verandert er bij jullie door ervaringskennis?',
            en: 'How much changes at your organisation through lived experience?',
          },
          terms: ['experientialKnowledge'],
          low: { nl: 'niets', en: 'nothing' },
          high: { nl: 'heel veel', en: 'very much' },
        },
        {
          key: 'nodig',
          type: 'text',
          about: 'opinion',
          text: { nl: 'Wat hebben jullie nodig om verder te komen?', en: 'What do you need to get further?' },
          longest: 2000,
        },
      ],
    },
  ],
}

/** The open poll of the demo network. Its organisations are invented; the provinces exist. */
export const openDemoPoll = {
  organisation: 'kennishuis-lindenhof',
  researcher: 'mariska-de-groot',
  questions,
  title: { nl: 'Ervaring aan tafel', en: 'Experience at the table' },
  about: {
    nl: 'Elk jaar vragen wij organisaties voor zorg en welzijn in drie provincies hoe zij met ervaringsdeskundigen werken, en wat zij nodig hebben.',
    en: 'Every year we ask organisations for care and welfare in three provinces how they work with experts by experience, and what they need.',
  },
  population: {
    nl: 'Alle organisaties voor welzijn, opvang en ggz die op 1 september bij een van onze regiotafels hoorden.',
    en: 'All organisations for welfare, shelter and mental health care that belonged to one of our regional tables on 1 September.',
  },
  types: [
    { key: 'welzijn', label: { nl: 'Welzijn', en: 'Welfare' } },
    { key: 'opvang', label: { nl: 'Opvang', en: 'Shelter' } },
    { key: 'ggz', label: { nl: 'Ggz', en: 'Mental health care' } },
  ],
  sizes: [
    { key: 'klein', label: { nl: 'Klein', en: 'Small' }, from: 0 },
    { key: 'middelgroot', label: { nl: 'Middelgroot', en: 'Medium' }, from: 50 },
    { key: 'groot', label: { nl: 'Groot', en: 'Large' }, from: 250 },
  ],
  mainQuestions: ['werkt/ja', 'nut'],
  /** Days since it opened, and how long it stays open. */
  openedDaysAgo: 9,
  openDays: 30,
} as const

const beginnings = ['Stichting', 'Huis', 'Samen', 'Centrum', 'Kring', 'Haven', 'Steunpunt', 'Werkplaats']
const endings = ['De Wilg', 'Overkant', 'Noorderlicht', 'De Sluis', 'Zonneheuvel', 'De Ploeg']
const provinceCodes = ['PV26', 'PV25', 'PV23']

/** The 48 organisations that it asks, each with a number of its own. */
export const demoPlaces = beginnings.flatMap((beginning, row) =>
  endings.map((ending, column) => {
    const at = row * endings.length + column
    return {
      name: `${beginning} ${ending}`,
      reference: `regiotafel-${at + 1}`,
      type: openDemoPoll.types[at % 3]?.key ?? null,
      size: openDemoPoll.sizes[[0, 0, 1, 0, 1, 2][column] ?? 0]?.key ?? null,
      province: provinceCodes[(row + column) % 3] ?? null,
      email: `kantoor-${at + 1}@regiotafel.example`,
      lang: 'nl',
    } as const
  }),
)
