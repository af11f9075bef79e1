import { termOf } from '../term.rules.ts'

const perspective = termOf('perspective')
const audience = termOf('audience')

/** From which side someone speaks. */
export const perspectives = [
  perspective({
    id: 'client',
    slug: 'client',
    nl: [
      'cliënt of oud-cliënt',
      'Iemand die hulp, zorg of steun krijgt of heeft gekregen en daarover uit eigen ervaring spreekt.',
    ],
    en: [
      'client or former client',
      'Someone who receives or has received help, care or support and speaks from own experience.',
    ],
    also: {
      nl: ['cliënt', 'ex-cliënt', 'oud-cliënt', 'zorggebruiker', 'cliëntperspectief', 'hulpvrager'],
      en: ['service user', 'former client', 'user perspective'],
    },
    hidden: ['clïent', 'klient'],
    note: [
      'Wij zeggen cliënt, inwoner of persoon. Wij volgen het woord dat mensen zelf kiezen.',
      'We say client, resident or person, and follow the word people choose themselves.',
    ],
  }),
  perspective({
    id: 'relative',
    slug: 'naaste',
    nl: [
      'naaste',
      'Familielid, partner of vriend van iemand die het moeilijk heeft. Een naaste spreekt uit eigen ervaring, niet namens de ander.',
    ],
    en: [
      'relative',
      'A family member, partner or friend of someone who is struggling. A relative speaks from own experience, not for the other.',
    ],
    also: {
      nl: ['familielid', 'familie', 'naastbetrokkene', 'familieervaringsdeskundige', 'naastenperspectief', 'verwant'],
      en: ['family member', 'next of kin', 'carer', 'family perspective'],
    },
    related: ['relatives', 'informalCare'],
  }),
  perspective({
    id: 'professionalWithExperience',
    slug: 'professional-met-eigen-ervaring',
    nl: [
      'professional met eigen ervaring',
      'Iemand die in zorg of welzijn werkt en zelf iets ingrijpends heeft meegemaakt. Erover vertellen is altijd een eigen keuze.',
    ],
    en: [
      'professional with own experience',
      'Someone who works in care or welfare and went through something drastic. Telling about it is always their own choice.',
    ],
    also: {
      nl: [
        'hulpverlener met eigen ervaring',
        'zorgprofessional met ervaringsdeskundigheid',
        'medewerker met eigen ervaring',
      ],
      en: ['practitioner with lived experience'],
    },
    related: ['disclosure'],
  }),
  perspective({
    id: 'resident',
    slug: 'inwoner',
    nl: ['inwoner', 'Iemand die ergens woont en spreekt over het leven daar, ook zonder hulp of zorg.'],
    en: ['resident', 'Someone who lives somewhere and speaks about life there, also without help or care.'],
    also: { nl: ['burger', 'bewoner', 'buurtbewoner', 'wijkbewoner'], en: ['citizen', 'inhabitant'] },
  }),
] as const

/** For whom an item was made. */
export const audiences = [
  audience({
    id: 'residentsAndClients',
    slug: 'voor-inwoners-en-clienten',
    nl: ['inwoners en cliënten', 'Voor mensen die zelf hulp of steun krijgen, of die willen weten wat er is.'],
    en: [
      'residents and clients',
      'For people who receive help or support themselves, or who want to know what there is.',
    ],
  }),
  audience({
    id: 'familyAndFriends',
    slug: 'voor-naasten',
    nl: ['familie en vrienden', 'Voor mensen die naast iemand staan die het moeilijk heeft.'],
    en: ['family and friends', 'For people who stand beside someone who is struggling.'],
  }),
  audience({
    id: 'experts',
    slug: 'voor-ervaringsdeskundigen',
    nl: ['ervaringsdeskundigen', 'Voor mensen die hun ervaringskennis inzetten of dat willen gaan doen.'],
    en: ['experts by experience', 'For people who use their experiential knowledge or want to start doing so.'],
  }),
  audience({
    id: 'professionals',
    slug: 'voor-professionals',
    nl: ['andere professionals', 'Voor mensen die in zorg, hulp of welzijn werken, naast ervaringsdeskundigen.'],
    en: ['other professionals', 'For people who work in care, support or welfare, beside experts by experience.'],
    also: { nl: ['hulpverleners', 'begeleiders', 'sociaal werkers'], en: ['practitioners', 'social workers'] },
  }),
  audience({
    id: 'coordinators',
    slug: 'voor-coordinatoren',
    nl: ['coördinatoren', 'Voor wie in een organisatie de inzet van ervaringsdeskundigen regelt.'],
    en: ['coordinators', 'For those who arrange the work of experts in an organisation.'],
    also: { nl: ['projectleiders', 'teamleiders'], en: ['project leaders', 'team leaders'] },
  }),
  audience({
    id: 'managers',
    slug: 'voor-bestuurders',
    nl: ['bestuurders en managers', 'Voor wie kiest, geld verdeelt en de verandering leidt.'],
    en: ['directors and managers', 'For those who choose, divide money and lead the change.'],
    also: { nl: ['bestuurders', 'leidinggevenden'], en: ['managers', 'executives'] },
  }),
  audience({
    id: 'policyOfficers',
    slug: 'voor-beleidsmedewerkers',
    nl: ['beleidsmedewerkers', 'Voor wie beleid maakt bij een gemeente, regio of landelijke overheid.'],
    en: ['policy officers', 'For those who make policy in a municipality, region or national government.'],
    also: { nl: ['beleidsmakers', 'ambtenaren'], en: ['policy makers', 'civil servants'] },
  }),
  audience({
    id: 'researchers',
    slug: 'voor-onderzoekers',
    nl: ['onderzoekers', 'Voor wie onderzoek doet of cijfers zoekt.'],
    en: ['researchers', 'For those who do research or look for figures.'],
  }),
  audience({
    id: 'educators',
    slug: 'voor-docenten',
    nl: ['docenten en opleiders', 'Voor wie lesgeeft of een opleiding maakt.'],
    en: ['teachers and trainers', 'For those who teach or design a programme.'],
    also: { nl: ['docenten', 'trainers'], en: ['teachers', 'trainers'] },
  }),
  audience({
    id: 'students',
    slug: 'voor-studenten',
    nl: ['studenten', 'Voor wie een opleiding volgt in zorg, welzijn of beleid.'],
    en: ['students', 'For those who study care, welfare or policy.'],
  }),
  audience({
    id: 'funders',
    slug: 'voor-financiers',
    nl: ['financiers', 'Voor wie projecten en functies betaalt.'],
    en: ['funders', 'For those who pay for projects and jobs.'],
  }),
  audience({
    id: 'everyone',
    slug: 'voor-iedereen',
    nl: ['iedereen', 'Voor wie meer wil weten, zonder voorkennis.'],
    en: ['everyone', 'For anyone who wants to know more, without prior knowledge.'],
  }),
] as const
