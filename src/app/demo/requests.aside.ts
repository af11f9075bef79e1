import { joost, nothingYet, samira, step } from './request-steps.ts'
import type { DemoRequest } from './requests.ts'

/** Requests that left the main way: they wait, went elsewhere, or stopped. */
export const asideRequests: readonly DemoRequest[] = [
  {
    ...nothingYet,
    slug: 'panel-van-bewoners',
    requester: 'fatih-kaya',
    question: 'Wij willen een panel van bewoners. Hoe groot moet dat zijn, en hoe vaak komt het samen?',
    municipality: 'GM0202',
    themes: ['supportedLiving'],
    questionKind: 'reviewVision',
    holder: joost,
    steps: [
      step('unconfirmed', 17, 'requester'),
      step('submitted', 17, 'requester'),
      step('in-intake', 15, joost),
      step('waiting-for-requester', 14, joost),
    ],
    messages: [
      {
        from: joost,
        daysAgo: 14,
        text: 'Voor wij verder gaan: waar mag het panel over beslissen? En wie hoort wat het panel vindt? Je hoeft niet alles te weten. Neem de tijd.',
      },
    ],
  },
  {
    ...nothingYet,
    slug: 'welke-opleiding',
    requester: 'theo-blom',
    question: 'Welke opleidingen zijn er om ervaringsdeskundige te worden, en welke telt overal mee?',
    municipality: 'GM0150',
    themes: ['broad'],
    questionKind: 'trainingAndQuality',
    size: 'small',
    form: 'writtenAnswer',
    holder: samira,
    steps: [
      step('unconfirmed', 9, 'requester'),
      step('submitted', 9, 'requester'),
      step('in-intake', 7, samira),
      step('triaged', 6, samira),
      step('referred', 6, samira),
    ],
    messages: [
      {
        from: samira,
        daysAgo: 6,
        text: 'Ik heb je vraag met jouw akkoord doorgegeven. Je hoort binnen een week van hen.',
      },
    ],
    ending: {
      kind: 'referral',
      to: 'kennishuis-lindenhof',
      text: 'Kennishuis Lindenhof houdt een overzicht van opleidingen bij en neemt deze vraag over.',
    },
  },
  {
    ...nothingYet,
    slug: 'cijfers-over-aantallen',
    requester: 'maud-venema',
    question:
      'Hoeveel ervaringsdeskundigen werken er in Nederland bij opvangorganisaties? Wij zoeken een exact getal voor een lesboek.',
    municipality: 'GM0080',
    themes: ['homelessness'],
    questionKind: 'thinkAlongResearch',
    size: 'small',
    form: 'writtenAnswer',
    holder: joost,
    steps: [
      step('unconfirmed', 118, 'requester'),
      step('submitted', 118, 'requester'),
      step('in-intake', 116, joost),
      step('triaged', 115, joost),
      step('referred', 115, joost),
      step('closed', 101, joost),
    ],
    messages: [
      {
        from: joost,
        daysAgo: 116,
        text: 'Een exact getal bestaat voor zover wij weten niet. Dat is op zich al een antwoord voor een lesboek.',
      },
      { from: 'requester', daysAgo: 102, text: 'Kennishuis Lindenhof heeft ons goed geholpen. Dank.' },
    ],
    ending: {
      kind: 'referral',
      to: 'kennishuis-lindenhof',
      text: 'Kennishuis Lindenhof legt uit wat de onderzoeken wel en niet zeggen.',
    },
  },
  {
    ...nothingYet,
    slug: 'spreker-voor-themadag',
    requester: 'anouk-terpstra',
    question: 'Wij zoeken een spreker met een indrukwekkend levensverhaal voor onze themadag over verslaving.',
    municipality: 'GM0855',
    themes: ['addiction'],
    questionKind: 'findExperts',
    holder: samira,
    steps: [
      step('unconfirmed', 52, 'requester'),
      step('submitted', 52, 'requester'),
      step('in-intake', 50, samira),
      step('withdrawn', 47, 'requester'),
    ],
    messages: [
      {
        from: samira,
        daysAgo: 50,
        text: 'Wat moeten jullie collega’s na die dag anders doen? Dan kijken we samen wie daarbij past. Soms is dat een gesprek in plaats van een verhaal.',
      },
      {
        from: 'requester',
        daysAgo: 47,
        text: 'Daar hadden we nog niet over nagedacht. We trekken de vraag in en komen terug met een betere.',
      },
    ],
    ending: { kind: 'reason', text: 'De vrager kiest voor een andere opzet van de dag en komt later terug.' },
  },
  {
    ...nothingYet,
    slug: 'website-opvang',
    requester: 'ivo-brandsma',
    question: 'Kunnen jullie meekijken met onze nieuwe website?',
    municipality: 'GM0014',
    themes: ['homelessness'],
    questionKind: 'reviewVision',
    holder: joost,
    steps: [
      step('unconfirmed', 104, 'requester'),
      step('submitted', 104, 'requester'),
      step('in-intake', 103, joost),
      step('waiting-for-requester', 102, joost),
      step('expired', 42, 'clock'),
    ],
    messages: [
      { from: joost, daysAgo: 102, text: 'Dat kan. Is er al iets te zien, en voor wie is de website bedoeld?' },
      {
        from: joost,
        daysAgo: 72,
        text: 'Wil je nog dat wij meekijken? Anders sluiten wij je vraag over een maand. Je kunt altijd een nieuwe stellen.',
      },
    ],
    ending: { kind: 'reason', text: 'Er kwam geen antwoord meer.' },
  },
  {
    ...nothingYet,
    slug: 'inspraak-jaarplan',
    requester: 'leila-nasser',
    question: 'Wij schrijven een jaarplan voor de opvang en willen bewoners laten meepraten. Wie kan ons helpen?',
    municipality: 'GM0014',
    themes: ['homelessness'],
    questionKind: 'describeRole',
    holder: samira,
    steps: [
      step('unconfirmed', 27, 'requester'),
      step('submitted', 27, 'requester'),
      step('in-intake', 26, samira),
      step('merged', 26, samira),
    ],
    messages: [
      {
        from: samira,
        daysAgo: 26,
        text: 'Je collega stelde bijna dezelfde vraag. Wij voegen ze samen, dan krijgen jullie één duo en één antwoord.',
      },
    ],
    ending: { kind: 'merged', into: 'meepraten-in-de-opvang' },
  },
]
