import { joost, nothingYet, samira, step } from './request-steps.ts'
import type { DemoRequest } from './requests.ts'

/** Requests that have no complete duo yet. */
export const openRequests: readonly DemoRequest[] = [
  {
    ...nothingYet,
    slug: 'brief-die-niemand-leest',
    requester: 'theo-blom',
    question:
      'Ik zit in een groepje buurtbewoners. De gemeente stuurt brieven over hulp bij geldzorgen, maar bij ons leest niemand ze. Wie kan met ons naar zo’n brief kijken?',
    municipality: 'GM0150',
    themes: ['povertyDebt', 'basicSkills'],
    questionKind: 'reachPeople',
    steps: [step('unconfirmed', 2, 'requester')],
  },
  {
    ...nothingYet,
    slug: 'beleidsplan-met-extra-ogen',
    requester: 'henk-ottens',
    question:
      'Onze gemeente heeft een nieuw plan voor mensen met schulden. Wij mogen er als adviesraad iets van vinden, maar bijna niemand van ons heeft zelf schulden gehad. Kunnen jullie met ons meelezen?',
    context: 'Het plan telt 34 pagina’s. Over zes weken beslist de gemeenteraad. Er kan nog veel veranderen.',
    municipality: 'GM0034',
    themes: ['povertyDebt'],
    questionKind: 'reviewVision',
    steps: [step('unconfirmed', 0, 'requester'), step('submitted', 0, 'requester')],
  },
  {
    ...nothingYet,
    slug: 'thesis-on-supported-living',
    requester: 'julia-novak',
    lang: 'en',
    question:
      'For my graduation project I want to interview people who live with support. I do not want to ask questions that hurt. Could someone with that experience look at my questions first?',
    context: 'I plan ten interviews next spring. My supervisor agrees that questions may still change.',
    municipality: 'GM0080',
    themes: ['supportedLiving'],
    questionKind: 'thinkAlongResearch',
    steps: [step('unconfirmed', 3, 'requester'), step('submitted', 3, 'requester')],
  },
  {
    ...nothingYet,
    slug: 'collega-met-eigen-ervaring',
    requester: 'els-rietveld',
    question:
      'Een paar collega’s hebben zelf geweld in huis meegemaakt. Zij willen daar in hun werk iets mee doen, maar zijn bang voor wat collega’s dan denken. Hoe maken wij dat veilig?',
    context: 'Wij hebben nog geen afspraken op papier. De directie staat erachter.',
    municipality: 'GM0392',
    themes: ['domesticViolence', 'recovery'],
    questionKind: 'supportAndOverload',
    holder: samira,
    steps: [step('unconfirmed', 5, 'requester'), step('submitted', 4, 'requester'), step('in-intake', 1, samira)],
    messages: [
      {
        from: samira,
        daysAgo: 1,
        text: 'Dank voor je vraag. Ik bel je graag deze week, twintig minuten is genoeg. Je hoeft ons geen namen te noemen van de collega’s om wie het gaat.',
      },
    ],
  },
  {
    ...nothingYet,
    slug: 'inloop-die-leeg-blijft',
    requester: 'anouk-terpstra',
    question:
      'Wij hebben een inloopochtend tegen eenzaamheid. Er komen steeds dezelfde zes mensen. Wij willen weten wat anderen tegenhoudt, en zouden dat liever niet zelf bedenken.',
    context: 'De ochtend draait een jaar. De ruimte en het tijdstip kunnen we veranderen, het budget niet.',
    municipality: 'GM0855',
    themes: ['loneliness', 'socialExclusion'],
    questionKind: 'reachPeople',
    size: 'small',
    form: 'thinkingAlong',
    holder: joost,
    steps: [
      step('unconfirmed', 6, 'requester'),
      step('submitted', 6, 'requester'),
      step('in-intake', 4, joost),
      step('triaged', 1, joost),
    ],
    messages: [
      {
        from: joost,
        daysAgo: 4,
        text: 'Goede vraag, en fijn dat jullie iets kunnen veranderen. Wie beslist er over het tijdstip en de plek?',
      },
      {
        from: 'requester',
        daysAgo: 2,
        text: 'Dat doen mijn collega en ik samen. We hebben wel tot de zomer nodig om te verhuizen.',
      },
    ],
  },
  {
    ...nothingYet,
    slug: 'huisregels-begeleid-wonen',
    requester: 'fatih-kaya',
    question:
      'Onze huisregels zijn jaren geleden door begeleiders geschreven. Bewoners vinden ze streng en soms kinderachtig. Hoe maken wij samen met bewoners nieuwe regels, zonder dat het een toneelstukje wordt?',
    context: 'Er zijn twaalf bewoners. De brandveiligheid ligt vast, de rest mag anders.',
    municipality: 'GM0202',
    themes: ['supportedLiving', 'mentalHealth'],
    questionKind: 'reviewVision',
    size: 'large',
    form: 'sessions',
    holder: joost,
    steps: [
      step('unconfirmed', 10, 'requester'),
      step('submitted', 9, 'requester'),
      step('in-intake', 7, joost),
      step('triaged', 4, joost),
      step('seeking-duo', 3, joost),
    ],
    messages: [
      {
        from: joost,
        daysAgo: 7,
        text: 'Wij hebben elkaar gesproken. Ik vat samen: jullie willen drie bijeenkomsten, en bewoners beslissen mee over alles behalve de brandveiligheid. Klopt dat?',
      },
      { from: 'requester', daysAgo: 6, text: 'Ja, dat klopt. De teamleider is bij de laatste bijeenkomst.' },
    ],
    team: [
      {
        expert: 'tessa-brouwer',
        invitedDaysAgo: 3,
        reply: 'accepted',
        reward: { form: 'hourlyRate', cents: 6000 },
      },
      { expert: 'noor-jacobs', invitedDaysAgo: 2, reply: 'open', reward: { form: 'hourlyRate', cents: 6000 } },
    ],
  },
]
