import { theme } from '../term.rules.ts'

/** Themes of health, recovery and care for each other. */
export const healthThemes = [
  theme('health', {
    id: 'mentalHealth',
    slug: 'psychische-gezondheid',
    nl: [
      'psychische gezondheid',
      'Leven met psychische klachten, en de zorg en steun die daarbij horen. Vaak kort ggz genoemd: geestelijke gezondheidszorg.',
    ],
    en: ['mental health', 'Living with mental health problems, and the care and support that go with it.'],
    also: {
      nl: [
        'ggz',
        'geestelijke gezondheidszorg',
        'geestelijke gezondheid',
        'psychische klachten',
        'psychische problematiek',
        'psychische problemen',
        'psychische kwetsbaarheid',
        'psychiatrie',
        'psychiatrische problematiek',
        'mentale gezondheid',
        'mentale klachten',
      ],
      en: ['psychiatry', 'mental illness', 'mental distress', 'mental health problems'],
    },
    hidden: ['psygische klachten', 'psichische klachten', 'psychische gezonheid'],
    related: ['addiction', 'recovery', 'stigma'],
  }),
  theme('health', {
    id: 'addiction',
    slug: 'verslaving',
    nl: [
      'verslaving',
      'Niet meer kunnen stoppen met iets, ook als het schade doet. Bijvoorbeeld met alcohol, drugs, medicijnen, gokken of gamen.',
    ],
    en: [
      'addiction',
      'Being unable to stop with something, even when it does harm. For example alcohol, drugs, medicines, gambling or gaming.',
    ],
    also: {
      nl: [
        'verslavingsproblematiek',
        'afhankelijkheid van middelen',
        'middelengebruik',
        'alcoholverslaving',
        'drugsverslaving',
        'gokverslaving',
        'drankprobleem',
      ],
      en: ['substance use', 'dependence', 'alcohol addiction', 'drug addiction', 'gambling addiction'],
    },
    hidden: ['verslafing', 'verslavning'],
    related: ['addictionCare', 'recovery'],
    note: [
      'Wij zeggen iemand met ervaring met verslaving en niet verslaafde.',
      'We say a person with experience of addiction, not addict.',
    ],
  }),
  theme(null, {
    id: 'informalCare',
    slug: 'mantelzorg',
    nl: [
      'mantelzorg',
      'Langere tijd zorgen voor een naaste die ziek is of hulp nodig heeft, zonder daarvoor betaald te worden.',
    ],
    en: ['informal care', 'Caring over a longer time, unpaid, for someone close who is ill or needs help.'],
    also: {
      nl: ['mantelzorger', 'mantelzorgers', 'zorgen voor een naaste', 'informele zorg', 'zorg voor familie'],
      en: ['unpaid care', 'family care', 'informal carer', 'family carer'],
    },
    hidden: ['mantelsorg', 'mantel zorg'],
    related: ['relatives', 'relative'],
  }),
  theme('health', {
    id: 'supportedLiving',
    slug: 'begeleid-wonen',
    nl: ['begeleid wonen', 'Zelf wonen, met hulp van een begeleider die langskomt of dichtbij is.'],
    en: ['supported living', 'Living in your own place, with a support worker who visits or is close by.'],
    also: {
      nl: [
        'ambulante begeleiding',
        'ambulante woonbegeleiding',
        'woonbegeleiding',
        'zelfstandig wonen met begeleiding',
      ],
      en: ['assisted living', 'floating support'],
    },
    related: ['shelteredHousing', 'supportedHousing', 'housing'],
  }),
  theme(null, {
    id: 'relatives',
    slug: 'ouders-en-naasten',
    nl: [
      'ouders en naasten',
      'Leven naast iemand die het moeilijk heeft: als ouder, partner, kind, broer, zus of vriend. Naasten hebben eigen vragen en eigen kennis.',
    ],
    en: [
      'parents and relatives',
      'Living beside someone who is struggling: as a parent, partner, child, sibling or friend. Relatives have questions and knowledge of their own.',
    ],
    also: {
      nl: [
        'naasten',
        'naastbetrokkenen',
        'familieleden',
        'familie en naasten',
        'betrokken familie',
        'KOPP',
        'KOAP',
        'ouders',
      ],
      en: ['families', 'relatives and friends', 'family members'],
    },
    hidden: ['naastenbetrokkenen'],
    related: ['informalCare', 'relative', 'relativesOrganisation'],
  }),
  theme(null, {
    id: 'stigma',
    slug: 'stigma',
    nl: [
      'stigma',
      'Een negatief beeld dat aan een groep mensen wordt geplakt. Het doet pijn, en mensen gaan er soms zelf in geloven.',
    ],
    en: [
      'stigma',
      'A negative image that is stuck on a group of people. It hurts, and people sometimes come to believe it themselves.',
    ],
    also: {
      nl: ['stigmatisering', 'vooroordelen', 'zelfstigma', 'destigmatisering', 'antistigma'],
      en: ['stigmatisation', 'prejudice', 'self-stigma', 'anti-stigma'],
    },
    hidden: ['stigmatiesering'],
    related: ['antiStigmaRoleModel', 'socialExclusion'],
  }),
  theme(null, {
    id: 'recovery',
    slug: 'herstel',
    nl: [
      'herstel',
      'Weer grip krijgen op je leven en opnieuw betekenis vinden, op je eigen manier. Herstellen kan ook als klachten blijven.',
    ],
    en: [
      'recovery',
      'Getting a grip on your life again and finding new meaning, in your own way. Recovery is possible even when problems remain.',
    ],
    also: {
      nl: ['herstelproces', 'herstellen', 'persoonlijk herstel', 'maatschappelijk herstel', 'herstelgericht werken'],
      en: ['personal recovery', 'recovery process'],
    },
    hidden: ['herstell'],
    related: ['recoverySupport', 'recoverySupporter'],
  }),
  theme('health', {
    id: 'mildIntellectualDisability',
    slug: 'licht-verstandelijke-beperking',
    nl: [
      'lichte verstandelijke beperking',
      'Meer moeite met leren, plannen en het begrijpen van ingewikkelde taal. Aan de buitenkant zie je het vaak niet.',
    ],
    en: [
      'mild intellectual disability',
      'More difficulty with learning, planning and understanding complicated language. It often cannot be seen from the outside.',
    ],
    also: {
      nl: [
        'LVB',
        'licht verstandelijk beperkt',
        'licht verstandelijke beperking',
        'verstandelijke beperking',
        'moeilijk lerend',
      ],
      en: ['learning disability', 'intellectual disability'],
    },
    hidden: ['licht verstandelijke beperkt'],
    related: ['basicSkills'],
    broader: 'disability',
  }),
  theme('health', {
    id: 'autism',
    slug: 'autisme',
    nl: [
      'autisme',
      'Informatie en prikkels op een andere manier verwerken. Dat kan sterke kanten geven en ook problemen, bijvoorbeeld met drukte of verandering.',
    ],
    en: [
      'autism',
      'Processing information and stimuli in another way. It can bring strengths as well as problems, for example with noise or change.',
    ],
    also: {
      nl: ['autismespectrum', 'autismespectrumstoornis', 'ASS', 'neurodiversiteit'],
      en: ['autism spectrum', 'neurodiversity'],
    },
    hidden: ['autisma', 'autistme'],
  }),
  theme('health', {
    id: 'disability',
    slug: 'leven-met-een-beperking',
    nl: [
      'leven met een beperking',
      'Leven met een lichamelijke, zintuiglijke of verstandelijke beperking, en met de drempels die daarbij komen.',
    ],
    en: [
      'living with a disability',
      'Living with a physical, sensory or intellectual disability, and with the barriers that come with it.',
    ],
    also: {
      nl: [
        'beperking',
        'handicap',
        'gehandicapten',
        'mensen met een beperking',
        'lichamelijke beperking',
        'chronische ziekte',
      ],
      en: ['disability', 'handicap', 'disabled people', 'accessibility'],
    },
    hidden: ['handikap'],
  }),
  theme('health', {
    id: 'youthDisability',
    slug: 'jongeren-met-een-beperking',
    nl: [
      'jongeren met een beperking',
      'Opgroeien en zelfstandig worden met een ziekte of beperking: school, werk, wonen en vrienden.',
    ],
    en: [
      'young people with a disability',
      'Growing up and becoming independent with an illness or disability: school, work, housing and friends.',
    ],
    also: {
      nl: ['jongeren met een handicap', 'jongeren met een chronische aandoening'],
      en: ['disabled young people'],
    },
    broader: 'disability',
    related: ['youth'],
  }),
] as const
