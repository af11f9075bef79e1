import { termOf } from '../term.rules.ts'

const concept = termOf('concept')

/** Starting, arranging and keeping the work going within an organisation. */
export const workConcepts = [
  concept({
    id: 'deployment',
    slug: 'inzet',
    nl: [
      'inzet van ervaringsdeskundigheid',
      'Werken met ervaringsdeskundigen: waarvoor, door wie en onder welke afspraken.',
    ],
    en: [
      'deployment of expertise',
      'Working with experts by experience: what for, by whom and under which agreements.',
    ],
    also: {
      nl: ['werken met ervaringsdeskundigen', 'inzet van ervaringsdeskundigen', 'samenwerken met ervaringsdeskundigen'],
      en: ['working with experts by experience', 'involvement'],
    },
    note: [
      'Ervaringsdeskundigen zijn geen middel. Wij zeggen liever samenwerken dan inzetten.',
      'Experts are not a means. We would rather say working together.',
    ],
  }),
  concept({
    id: 'startReflection',
    slug: 'bezinning',
    nl: [
      'bezinning',
      'Eerst nadenken over nodig en doel, en dan pas beginnen. Waarom willen wij dit, en zijn wij er klaar voor?',
    ],
    en: [
      'reflection before the start',
      'Thinking first about need and goal, and only then beginning. Why do we want this, and are we ready?',
    ],
    also: { nl: ['stilstaan bij de start'], en: ['start reflection', 'preparation'] },
    related: ['selfAssessment'],
  }),
  concept({
    id: 'selfAssessment',
    slug: 'zelfscan',
    nl: ['zelfscan', 'Een vragenlijst waarmee een organisatie zelf kijkt hoe ver zij is.'],
    en: ['self-assessment', 'A questionnaire with which an organisation looks for itself how far it has come.'],
    also: {
      nl: ['zelfevaluatie', 'zelfbeoordeling', 'organisatiescan', 'quickscan'],
      en: ['self-scan', 'self-evaluation'],
    },
  }),
  concept({
    id: 'support',
    slug: 'draagvlak',
    nl: ['draagvlak', 'Mensen die achter een plan staan en eraan willen meewerken.'],
    en: ['backing', 'People who are behind a plan and want to work on it.'],
    also: { nl: ['steun van collega’s', 'steun op de werkvloer'], en: ['buy-in', 'acceptance'] },
    hidden: ['draagflak', 'draagvalk'],
    related: ['resistance', 'cultureChange'],
  }),
  concept({
    id: 'resistance',
    slug: 'weerstand',
    nl: ['weerstand', 'Collega’s die er niet in geloven of er last van hebben. Vaak zit er een vraag of zorg achter.'],
    en: [
      'resistance',
      'Colleagues who do not believe in it or are bothered by it. Often there is a question or worry behind it.',
    ],
    also: {
      nl: ['scepsis', 'twijfel bij collega’s', 'tegenstand', 'sceptische collega’s', 'bezwaren van collega’s'],
      en: ['scepticism', 'opposition'],
    },
    hidden: ['weestand', 'skepsis'],
  }),
  concept({
    id: 'cultureChange',
    slug: 'cultuuromslag',
    nl: [
      'cultuuromslag',
      'Andere gewoontes en een andere kijk in een organisatie. Dat kost tijd en vraagt een voorbeeld van de leiding.',
    ],
    en: [
      'culture change',
      'Other habits and another view in an organisation. It takes time and needs an example from its leaders.',
    ],
    also: {
      nl: ['cultuurverandering', 'andere manier van werken', 'mindshift'],
      en: ['cultural change', 'change of mindset'],
    },
  }),
  concept({
    id: 'embedding',
    slug: 'inbedding',
    nl: ['inbedding', 'Een vaste plek krijgen in de organisatie: in plannen, teams en geld.'],
    en: ['embedding', 'Getting a fixed place in the organisation: in plans, teams and money.'],
    also: {
      nl: ['verankering', 'structurele plek', 'vaste plek in de organisatie'],
      en: ['integration', 'implementation'],
    },
    related: ['anchoring'],
  }),
  concept({
    id: 'anchoring',
    slug: 'borging',
    nl: ['borging', 'Zorgen dat iets blijft bestaan, ook als het project of de trekker stopt.'],
    en: ['anchoring', 'Making sure something lasts, also when the project or its carrier stops.'],
    also: { nl: ['borgen', 'duurzaam maken'], en: ['sustaining', 'continuity'] },
  }),
  concept({
    id: 'precondition',
    slug: 'randvoorwaarde',
    nl: ['randvoorwaarde', 'Wat geregeld moet zijn voordat het goed kan gaan, zoals tijd, geld en begeleiding.'],
    en: ['precondition', 'What must be arranged before it can go well, such as time, money and guidance.'],
    also: { nl: ['randvoorwaarden', 'voorwaarden vooraf'], en: ['requirement', 'prerequisite'] },
  }),
  concept({
    id: 'carrier',
    slug: 'trekker',
    nl: ['trekker', 'De persoon die het onderwerp in een organisatie vooruit helpt. Met één trekker is het kwetsbaar.'],
    en: [
      'carrier',
      'The person who moves the subject forward in an organisation. With a single carrier it is fragile.',
    ],
    also: { nl: ['kartrekker', 'aanjager', 'voortrekker'], en: ['champion', 'driving force'] },
  }),
  concept({
    id: 'makingRoom',
    slug: 'ruimte-maken',
    nl: ['ruimte maken', 'Een organisatie of buurt voorbereiden, zodat mensen die anders zijn er welkom zijn.'],
    en: ['making room', 'Preparing an organisation or neighbourhood, so that people who are different are welcome.'],
    also: { nl: ['kwartiermaken', 'ruimte voor anders zijn'], en: ['preparing the ground'] },
  }),
  concept({
    id: 'roleDescription',
    slug: 'rolbeschrijving',
    nl: ['rolbeschrijving', 'Op papier: wat doet iemand in deze rol, en wat niet?'],
    en: ['role description', 'On paper: what does someone do in this role, and what not?'],
    also: { nl: ['takenpakket', 'taakomschrijving'], en: ['description of tasks'] },
    related: ['jobProfile', 'taskDemarcation'],
  }),
  concept({
    id: 'taskDemarcation',
    slug: 'taakafbakening',
    nl: [
      'taakverdeling',
      'Afspreken waar de ene taak ophoudt en de andere begint, tussen collega’s met verschillende vakken.',
    ],
    en: [
      'division of tasks',
      'Agreeing where one task ends and another begins, between colleagues of different professions.',
    ],
    also: {
      nl: ['taakafbakening', 'afbakening van taken', 'rolverdeling'],
      en: ['demarcation of tasks', 'role clarity'],
    },
  }),
  concept({
    id: 'primaryProcess',
    slug: 'werk-met-mensen',
    nl: ['werk met mensen zelf', 'Het werk waarin iemand direct contact heeft met cliënten of inwoners.'],
    en: ['primary process', 'The work in which someone has direct contact with clients or residents.'],
    also: {
      nl: ['primair proces', 'primaire proces', 'directe hulp', 'uitvoerend werk'],
      en: ['direct work', 'front line'],
    },
  }),
  concept({
    id: 'secondaryProcess',
    slug: 'beleid-en-ontwikkeling',
    nl: ['beleid en ontwikkeling', 'Het werk achter de hulp: plannen, onderzoek, scholing en verbetering.'],
    en: ['secondary process', 'The work behind the help: plans, research, training and improvement.'],
    also: { nl: ['secundair proces', 'secundaire proces'], en: ['policy and development'] },
  }),
  concept({
    id: 'reward',
    slug: 'beloning',
    nl: [
      'beloning',
      'Wat iemand krijgt voor zijn of haar inzet. Ten minste onkosten, en voor deskundigheid hoort een echte beloning.',
    ],
    en: ['reward', 'What someone receives for the work. At least expenses, and expertise deserves a real reward.'],
    also: {
      nl: ['vergoeding', 'waardering', 'betaling', 'betaald werk', 'honorering'],
      en: ['pay', 'compensation', 'payment', 'remuneration'],
    },
    related: ['povertyTrap'],
  }),
  concept({
    id: 'povertyTrap',
    slug: 'armoedeval',
    nl: ['armoedeval', 'Door meer te verdienen een uitkering of toeslag verliezen, zodat er niets overblijft.'],
    en: ['poverty trap', 'Losing a benefit or allowance by earning more, so that nothing is left.'],
    also: {
      nl: ['gevolgen voor de uitkering', 'korten op de uitkering', 'bijverdienen naast een uitkering'],
      en: ['benefit trap'],
    },
  }),
  concept({
    id: 'recruitmentRoute',
    slug: 'route-naar-het-werk',
    nl: [
      'route naar het werk',
      'De weg waarlangs mensen met ervaring ergens komen werken: een vacature, een cursus of openheid over eigen ervaring.',
    ],
    en: [
      'route into the work',
      'The way in which people with experience come to work somewhere: a vacancy, a course or openness about own experience.',
    ],
    also: { nl: ['aanvliegroute', 'wervingsroute', 'instroom'], en: ['recruitment route', 'entry route'] },
  }),
  concept({
    id: 'capacity',
    slug: 'draagkracht',
    nl: ['draagkracht', 'Hoeveel iemand aankan. Dat bepaalt diegene zelf en het kan per week verschillen.'],
    en: ['capacity', 'How much someone can take on. That is for the person to say and it may differ per week.'],
    also: { nl: ['belastbaarheid', 'wat iemand aankan'], en: ['availability', 'what someone can bear'] },
    related: ['load'],
  }),
  concept({
    id: 'load',
    slug: 'belasting',
    nl: ['belasting', 'Wat het werk van iemand vraagt: tijd, energie en wat het oproept.'],
    en: ['load', 'What the work asks of someone: time, energy and what it brings up.'],
    also: { nl: ['werkdruk', 'draaglast'], en: ['workload', 'strain'] },
  }),
  concept({
    id: 'overload',
    slug: 'overbelasting',
    nl: [
      'overbelasting',
      'Te veel dragen, doordat anderen te veel vragen of doordat iemand zelf te veel op zich neemt.',
    ],
    en: ['overload', 'Carrying too much, because others ask too much or because someone takes on too much.'],
    also: { nl: ['overbelast', 'overvraagd', 'overvragen', 'te veel gevraagd'], en: ['being over-asked', 'burnout'] },
    broader: 'load',
  }),
  concept({
    id: 'peerReview',
    slug: 'intervisie',
    nl: [
      'intervisie',
      'Collega’s bespreken samen een situatie uit het werk en leren daarvan. Wat er gezegd wordt, blijft in de groep.',
    ],
    en: [
      'peer review among colleagues',
      'Colleagues discuss a situation from work together and learn from it. What is said stays in the group.',
    ],
    also: {
      nl: ['intervisiegroep', 'collegiale consultatie', 'onderlinge bespreking'],
      en: ['intervision', 'peer consultation', 'peer supervision'],
    },
    hidden: ['intravisie', 'interviesie'],
    related: ['moralDeliberation'],
  }),
  concept({
    id: 'moralDeliberation',
    slug: 'moreel-beraad',
    nl: ['moreel beraad', 'Een gesprek met een begeleider over de vraag: wat is hier goed om te doen?'],
    en: ['moral deliberation', 'A guided talk about the question: what is the right thing to do here?'],
    also: {
      nl: ['ethisch gesprek', 'ethische bespreking', 'moreel gesprek'],
      en: ['moral case deliberation', 'ethics meeting'],
    },
    hidden: ['moreelberaad'],
    related: ['dilemma'],
  }),
  concept({
    id: 'dilemma',
    slug: 'dilemma',
    nl: ['dilemma', 'Een keuze waarbij elke kant iets kost en niet één antwoord het goede is.'],
    en: ['dilemma', 'A choice in which every side costs something and no single answer is right.'],
    also: { nl: ['lastige keuze', 'spanningsveld'], en: ['hard choice', 'tension'] },
  }),
  concept({
    id: 'workSupervision',
    slug: 'werkbegeleiding',
    nl: ['werkbegeleiding', 'Regelmatig gesprek over het werk met iemand die meekijkt en helpt.'],
    en: ['work supervision', 'A regular talk about the work with someone who looks along and helps.'],
    also: { nl: ['supervisie', 'werkbegeleider'], en: ['supervision', 'mentoring'] },
    related: ['peerReview'],
  }),
  concept({
    id: 'bottleneck',
    slug: 'knelpunt',
    nl: ['knelpunt', 'Iets waardoor het werk steeds vastloopt.'],
    en: ['bottleneck', 'Something that keeps the work from going forward.'],
    also: { nl: ['obstakel', 'belemmering', 'drempel', 'hindernis'], en: ['barrier', 'obstacle'] },
  }),
] as const
