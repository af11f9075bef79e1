import { joost, nothingYet, samira, step } from './request-steps.ts'
import type { DemoRequest } from './requests.ts'

/** Requests a team is working on. */
export const runningRequests: readonly DemoRequest[] = [
  {
    ...nothingYet,
    slug: 'meepraten-in-de-opvang',
    requester: 'ivo-brandsma',
    question:
      'Wij hebben ervaringsdeskundigen die mensen begeleiden. Dat gaat goed. Maar over ons beleid praat niemand met eigen ervaring mee. Hoe regelen we dat, zonder de twee mensen die we hebben nog meer te vragen?',
    context: 'Over drie maanden schrijven wij het jaarplan. De directeur wil dat er echt ruimte voor inspraak is.',
    municipality: 'GM0014',
    themes: ['homelessness'],
    questionKind: 'describeRole',
    size: 'large',
    form: 'sessions',
    holder: samira,
    steps: [
      step('unconfirmed', 30, 'requester'),
      step('submitted', 30, 'requester'),
      step('in-intake', 28, samira),
      step('triaged', 26, samira),
      step('seeking-duo', 25, samira),
      step('in-progress', 21, samira),
    ],
    messages: [
      {
        from: samira,
        daysAgo: 26,
        text: 'Wij stellen drie bijeenkomsten voor, in zes weken. Daarna krijgen jullie één advies op papier. Wie van jullie beslist over het jaarplan?',
      },
      {
        from: 'requester',
        daysAgo: 25,
        text: 'De directeur en de cliëntenraad samen. Zij komen allebei naar de eerste keer.',
      },
      {
        from: 'hassan-yildiz',
        daysAgo: 13,
        text: 'Dank voor de open middag. Voor de volgende keer willen wij graag met vier bewoners praten, zonder begeleiders erbij.',
      },
      {
        from: 'requester',
        daysAgo: 12,
        text: 'Dat regelen we. Zij krijgen reiskosten en een vergoeding voor hun tijd.',
      },
    ],
    team: [
      { expert: 'hassan-yildiz', invitedDaysAgo: 23, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6500 } },
      { expert: 'marloes-dekker', invitedDaysAgo: 23, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6500 } },
    ],
    sessions: [
      {
        daysAgo: 14,
        kind: 'work',
        form: 'onSite',
        minutes: 120,
        notes:
          'Kennismaking. De rollen die er zijn op een rij gezet: veel ondersteuning, geen inspraak. De twee ervaringswerkers zeggen dat ze geen extra taak willen.',
      },
      {
        daysAgo: 5,
        kind: 'work',
        form: 'onSite',
        minutes: 90,
        notes:
          'Gesprek met vier bewoners. Zij willen meebeslissen over de dagindeling en de klachtenregeling. Vergaderen met papieren hoeft voor hen niet.',
      },
    ],
    draft:
      'Begin klein: kies twee onderwerpen waar nog iets kan veranderen. Vraag vier bewoners, niet één. Zet op papier wat er met hun inbreng gebeurt en wanneer zij dat horen.',
  },
  {
    ...nothingYet,
    slug: 'folder-terugval',
    requester: 'wouter-van-dam',
    question:
      'Wij hebben een folder over terugval bij verslaving. Bezoekers leggen hem terug. Kan iemand zeggen wat er mis is met de toon?',
    context: 'Eén A4, dubbelzijdig. We drukken over drie weken opnieuw.',
    municipality: 'GM0546',
    themes: ['addiction', 'stigma'],
    questionKind: 'reviewVision',
    size: 'small',
    form: 'writtenAnswer',
    holder: joost,
    steps: [
      step('unconfirmed', 11, 'requester'),
      step('submitted', 10, 'requester'),
      step('in-intake', 9, joost),
      step('triaged', 9, joost),
      step('seeking-duo', 8, joost),
      step('in-progress', 6, joost),
    ],
    messages: [{ from: joost, daysAgo: 6, text: 'Dennis leest jullie folder. Je krijgt binnen twee weken antwoord.' }],
    team: [
      { expert: 'dennis-koster', invitedDaysAgo: 7, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6000 } },
    ],
    draft:
      'De eerste zin zegt "als u toch weer de fout in gaat". Daar was ik al weg. Begin met wat iemand morgen kan doen, en met wie hij kan bellen.',
  },
  {
    ...nothingYet,
    slug: 'wachttijd-nieuwkomers',
    requester: 'henk-ottens',
    question:
      'In onze gemeente wachten mensen met een verblijfsvergunning lang op een woning. De gemeente wil de wachttijd "zinvol invullen". Wat vinden mensen die dit zelf hebben meegemaakt zinvol?',
    context: 'De adviesraad schrijft een ongevraagd advies. Wij willen niet over mensen praten, maar met hen.',
    municipality: 'GM0034',
    themes: ['statusHolders', 'housing', 'activation'],
    questionKind: 'reviewVision',
    size: 'large',
    form: 'policyCheck',
    holder: samira,
    steps: [
      step('unconfirmed', 20, 'requester'),
      step('submitted', 20, 'requester'),
      step('in-intake', 19, samira),
      step('triaged', 18, samira),
      step('seeking-duo', 17, samira),
      step('in-progress', 15, samira),
    ],
    messages: [
      {
        from: 'amanuel-tesfay',
        daysAgo: 9,
        text: 'Ik heb drie mensen gesproken die nu wachten. Mag ik in ons advies schrijven wat zij zeggen, zonder naam?',
      },
      {
        from: 'requester',
        daysAgo: 8,
        text: 'Heel graag. Wij vermelden alleen dat het van mensen komt die nu wachten.',
      },
    ],
    team: [
      { expert: 'amanuel-tesfay', invitedDaysAgo: 17, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6500 } },
      {
        expert: 'winnie-sarpong',
        invitedDaysAgo: 17,
        reply: 'accepted',
        reward: { form: 'indirectReward', cents: 40000 },
      },
    ],
    sessions: [
      {
        daysAgo: 6,
        kind: 'advice',
        form: 'online',
        minutes: 60,
        notes:
          'Drie punten voor het advies: taal leren vanaf de eerste dag, eigen werk mogen zoeken, één vaste contactpersoon.',
      },
    ],
    draft: 'Wachten is geen lege tijd. Mensen leren, zorgen en zoeken werk. Vraag eerst wat iemand al doet.',
  },
]
