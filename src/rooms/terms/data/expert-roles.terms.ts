import { expertRole } from '../term.rules.ts'

/** What experts by experience do. A role is not a person: expertise is a skill, a role is work that was agreed on. */
export const expertRoles = [
  expertRole('primary', {
    id: 'individualSupport',
    slug: 'individuele-ondersteuning',
    nl: ['individuele ondersteuning', 'Eén op één naast iemand staan, luisteren en helpen om een eigen weg te vinden.'],
    en: ['individual support', 'Standing beside one person, listening and helping to find a way of their own.'],
    also: {
      nl: ['individuele hulp', 'individuele herstelondersteuning', 'maatje', 'één-op-één contact'],
      en: ['one-to-one support', 'peer support worker', 'buddy'],
    },
    related: ['recoverySupport'],
  }),
  expertRole('primary', {
    id: 'socialTeamMember',
    slug: 'lid-van-een-sociaal-team',
    nl: [
      'lid van een sociaal team',
      'Als ervaringsdeskundige meewerken in een team in de buurt, naast andere professionals.',
    ],
    en: [
      'member of a social team',
      'Working in a neighbourhood team as an expert by experience, beside other professionals.',
    ],
    also: { nl: ['teamlid in de wijk', 'ervaringsdeskundige in het wijkteam'], en: ['neighbourhood team member'] },
    related: ['neighbourhoodTeam'],
  }),
  expertRole('primary', {
    id: 'coSupporter',
    slug: 'co-begeleider',
    nl: ['co-begeleider', 'Samen met een andere professional mensen begeleiden. Ieder brengt eigen kennis in.'],
    en: ['co-supporter', 'Guiding people together with another professional. Each brings own knowledge.'],
    also: { nl: ['cobegeleider', 'medebegeleider'], en: ['co-worker in support'] },
  }),
  expertRole('primary', {
    id: 'recoverySupporter',
    slug: 'begeleider-in-herstelondersteuning',
    nl: [
      'begeleider in herstelondersteuning',
      'Mensen steunen bij hun herstel: hoop geven, ruimte maken, en laten zien dat verandering kan.',
    ],
    en: [
      'recovery supporter',
      'Supporting people in their recovery: giving hope, making room, and showing that change is possible.',
    ],
    also: {
      nl: ['herstelondersteuner', 'herstelbegeleider', 'herstelcoach'],
      en: ['recovery coach', 'peer recovery worker'],
    },
    related: ['recoverySupport', 'recovery'],
  }),
  expertRole('primary', {
    id: 'groupFacilitator',
    slug: 'begeleider-van-groepen',
    nl: [
      'begeleider van zelfhulp en groepen',
      'Een groep begeleiden waarin mensen met dezelfde ervaring elkaar steunen.',
    ],
    en: [
      'facilitator of self-help and groups',
      'Guiding a group in which people with the same experience support each other.',
    ],
    also: {
      nl: ['groepsbegeleider', 'zelfhulpbegeleider', 'facilitator', 'herstelgroep begeleiden'],
      en: ['group facilitator', 'self-help facilitator'],
    },
    related: ['selfHelp', 'peerContact'],
  }),
  expertRole('primary', {
    id: 'clientSupporter',
    slug: 'clientondersteuner',
    nl: [
      'cliëntondersteuner',
      'Iemand helpen om de weg te vinden bij gemeente en zorg, en om op te komen voor wat nodig is. Onafhankelijk: aan de kant van de inwoner.',
    ],
    en: [
      'client supporter',
      'Helping someone find the way with the municipality and care, and stand up for what is needed. Independent: on the side of the resident.',
    ],
    also: {
      nl: ['onafhankelijke cliëntondersteuner', 'onafhankelijke cliëntondersteuning', 'cliëntondersteuning'],
      en: ['independent client support', 'advocate'],
    },
    hidden: ['clientenondersteuner'],
    related: ['clientSupport'],
  }),
  expertRole('secondary', {
    id: 'coachOnTheJob',
    slug: 'coach-op-de-werkvloer',
    nl: ['coach op de werkvloer', 'Professionals tijdens hun werk laten meekijken met de bril van ervaringskennis.'],
    en: ['coach on the job', 'Letting professionals look, during their work, through the eyes of lived experience.'],
    also: {
      nl: ['coaching on the job', 'coach van professionals', 'coaching op de werkvloer'],
      en: ['on-the-job coaching'],
    },
  }),
  expertRole('secondary', {
    id: 'trainerEducator',
    slug: 'trainer-en-gastdocent',
    nl: [
      'trainer en gastdocent',
      'Training geven, voorlichting geven of een gastles verzorgen, alleen of samen met een docent.',
    ],
    en: [
      'trainer and guest lecturer',
      'Giving training, information sessions or a guest lesson, alone or together with a teacher.',
    ],
    also: {
      nl: [
        'voorlichter',
        'gastdocent',
        'gastles',
        'co-trainer',
        'trainer',
        'deskundigheidsbevorderaar',
        'voorlichting geven',
      ],
      en: ['guest speaker', 'co-trainer', 'educator'],
    },
  }),
  expertRole('secondary', {
    id: 'policyAdviser',
    slug: 'beleidsadviseur',
    nl: [
      'beleidsadviseur',
      'Meeschrijven aan beleid en advies geven, vanaf het begin en op basis van ervaringskennis.',
    ],
    en: [
      'policy adviser',
      'Helping to write policy and giving advice, from the start and based on experiential knowledge.',
    ],
    also: {
      nl: [
        'beleidsmedewerker ervaringsdeskundigheid',
        'beleidsbeïnvloeder',
        'beleidsadvies',
        'adviseur ervaringsdeskundigheid',
      ],
      en: ['policy advice', 'policy officer'],
    },
    hidden: ['beleidsadvizeur'],
  }),
  expertRole('secondary', {
    id: 'policyReviewer',
    slug: 'beleid-toetsen',
    nl: ['beleid toetsen', 'Met extra ogen naar een plan kijken: klopt dit met het dagelijks leven van mensen?'],
    en: ['reviewing policy', 'Looking at a plan with extra eyes: does this fit the daily life of people?'],
    also: {
      nl: ['meekijken met beleid', 'meelezen met beleid', 'extra ogen', 'toetsen van beleid'],
      en: ['policy review', 'critical reader'],
    },
    related: ['policyCheck'],
  }),
  expertRole('secondary', {
    id: 'coThinkingVoice',
    slug: 'meedenken-en-inspraak',
    nl: [
      'meedenken en inspraak',
      'Namens mensen met ervaring meepraten over plannen en diensten, op een manier die telt.',
    ],
    en: [
      'thinking along and having a voice',
      'Speaking about plans and services for people with experience, in a way that counts.',
    ],
    also: { nl: ['meepraten', 'meedenker', 'cliëntenraadslid', 'panellid'], en: ['co-thinking', 'panel member'] },
    related: ['voice', 'forgottenRole', 'advisoryCouncil'],
  }),
  expertRole('secondary', {
    id: 'coDeciding',
    slug: 'meebeslissen-als-rol',
    nl: ['meebeslisser', 'Een stem hebben als er gekozen wordt, en daar ook verantwoordelijk voor zijn.'],
    en: ['co-decider', 'Having a vote when choices are made, and being responsible for it too.'],
    also: { nl: ['mede-beslisser', 'stemrecht in een stuurgroep'], en: ['voting member'] },
    related: ['coDecide'],
  }),
  expertRole('secondary', {
    id: 'coResearcher',
    slug: 'co-onderzoeker',
    nl: ['co-onderzoeker', 'Meedoen als onderzoeker: vragen bedenken, mensen spreken, uitkomsten duiden.'],
    en: [
      'co-researcher',
      'Taking part as a researcher: finding questions, talking with people, giving meaning to results.',
    ],
    also: {
      nl: [
        'onderzoeker vanuit ervaring',
        'medeonderzoeker',
        'ervaringsdeskundig onderzoeker',
        'participatief onderzoek',
      ],
      en: ['peer researcher', 'participatory research'],
    },
  }),
  expertRole('secondary', {
    id: 'serviceImprover',
    slug: 'dienstverlening-verbeteren',
    nl: [
      'dienstverlening verbeteren',
      'Meehelpen om een website, folder, brief, balie of werkwijze beter en begrijpelijker te maken.',
    ],
    en: [
      'improving services',
      'Helping to make a website, leaflet, letter, desk or way of working better and clearer.',
    ],
    also: {
      nl: ['brieven toetsen', 'website testen', 'klantreis', 'folders herschrijven'],
      en: ['service improvement', 'user testing', 'customer journey'],
    },
  }),
  expertRole('secondary', {
    id: 'interestRepresentative',
    slug: 'belangenbehartiger',
    nl: ['belangenbehartiger', 'Opkomen voor een groep, bijvoorbeeld bij de gemeente of een zorgverzekeraar.'],
    en: ['interest representative', 'Standing up for a group, for example with the municipality or a health insurer.'],
    also: { nl: ['belangenbehartiging', 'vertegenwoordiger', 'lobbyist'], en: ['advocacy', 'representative'] },
    hidden: ['belangebehartiger'],
  }),
  expertRole('secondary', {
    id: 'innovator',
    slug: 'initiatiefnemer',
    nl: [
      'initiatiefnemer van vernieuwing',
      'Iets nieuws beginnen dat nog niet bestaat, omdat ervaring laat zien dat het nodig is.',
    ],
    en: [
      'initiator of innovation',
      'Starting something new that does not exist yet, because experience shows it is needed.',
    ],
    also: { nl: ['initiatiefnemer', 'vernieuwer', 'sociaal ondernemer'], en: ['innovator', 'social entrepreneur'] },
  }),
  expertRole('secondary', {
    id: 'pioneer',
    slug: 'kwartiermaker',
    nl: ['kwartiermaker', 'Ruimte maken in een organisatie of buurt, zodat iets nieuws of iemand anders welkom is.'],
    en: [
      'pioneer',
      'Making room in an organisation or neighbourhood, so that something new or someone different is welcome.',
    ],
    also: { nl: ['activist', 'bruggenbouwer', 'wegbereider'], en: ['groundbreaker', 'bridge builder'] },
    related: ['makingRoom'],
  }),
  expertRole('secondary', {
    id: 'antiStigmaRoleModel',
    slug: 'rolmodel-tegen-stigma',
    nl: ['rolmodel tegen stigma', 'Laten zien wie je bent en wat je kunt, zodat anderen hun beeld bijstellen.'],
    en: ['role model against stigma', 'Showing who you are and what you can do, so that others adjust their image.'],
    also: { nl: ['rolmodel', 'ambassadeur', 'destigmatiseren'], en: ['role model', 'ambassador'] },
    related: ['stigma'],
  }),
  expertRole('secondary', {
    id: 'edCoordinator',
    slug: 'coordinator-ervaringsdeskundigheid',
    nl: [
      'coördinator ervaringsdeskundigheid',
      'Zorgen dat ervaringsdeskundigen een plek, een taak en steun hebben in de organisatie.',
    ],
    en: [
      'coordinator of lived-experience work',
      'Seeing to it that experts have a place, a task and support in the organisation.',
    ],
    also: {
      nl: [
        'projectleider ervaringsdeskundigheid',
        'teamleider ervaringsdeskundigen',
        'aanjager ervaringsdeskundigheid',
      ],
      en: ['project leader', 'peer work coordinator'],
    },
    hidden: ['coordinator ervaringdeskundigheid'],
    related: ['carrier'],
  }),
  expertRole('secondary', {
    id: 'mysteryGuest',
    slug: 'mystery-guest',
    nl: [
      'mystery guest',
      'Onherkenbaar een dienst gebruiken en daarna vertellen hoe dat ging. De organisatie weet dat het kan gebeuren.',
    ],
    en: [
      'mystery guest',
      'Using a service without being recognised and telling afterwards how it went. The organisation knows it may happen.',
    ],
    also: { nl: ['mysteryguest', 'geheime klant', 'mystery shopper'], en: ['mystery shopper'] },
  }),
  expertRole('secondary', {
    id: 'board',
    slug: 'bestuur-en-toezicht',
    nl: ['bestuur en toezicht', 'Lid zijn van een bestuur of raad van toezicht en daar ervaringskennis inbrengen.'],
    en: [
      'board and supervision',
      'Being a member of a board or supervisory board and bringing experiential knowledge there.',
    ],
    also: { nl: ['bestuurslid', 'toezichthouder', 'raad van toezicht'], en: ['board member', 'supervisory board'] },
  }),
] as const
