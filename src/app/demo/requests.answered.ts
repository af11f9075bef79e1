import { joost, nothingYet, samira, step } from './request-steps.ts'
import type { DemoRequest } from './requests.ts'

/** Requests with an answer, on their way to what was done with it. */
export const answeredRequests: readonly DemoRequest[] = [
  {
    ...nothingYet,
    slug: 'mantelzorgers-aan-tafel',
    requester: 'wouter-van-dam',
    question:
      'Bij onze gesprekken over hulp zit vaak een partner of kind aan tafel. Wij weten niet goed wat we aan hen moeten vragen. Zij zeggen altijd dat het wel gaat.',
    context: 'Het gaat om keukentafelgesprekken. We willen één kaartje met vragen maken.',
    municipality: 'GM0546',
    themes: ['informalCare', 'relatives'],
    questionKind: 'reviewVision',
    size: 'small',
    form: 'writtenAnswer',
    holder: joost,
    steps: [
      step('unconfirmed', 21, 'requester'),
      step('submitted', 21, 'requester'),
      step('in-intake', 19, joost),
      step('triaged', 18, joost),
      step('seeking-duo', 17, joost),
      step('in-progress', 15, joost),
      step('answered', 4, 'gerda-huisman'),
    ],
    messages: [
      { from: joost, daysAgo: 15, text: 'Gerda heeft ja gezegd. Zij zorgt zelf al jaren voor een ander.' },
      {
        from: 'requester',
        daysAgo: 3,
        text: 'Dank, dit is precies wat we zochten. Mogen we de vragen letterlijk overnemen?',
      },
      { from: 'gerda-huisman', daysAgo: 2, text: 'Ja, dat mag. Laat je me weten hoe mensen erop reageren?' },
    ],
    team: [
      {
        expert: 'gerda-huisman',
        invitedDaysAgo: 17,
        reply: 'accepted',
        reward: { form: 'volunteerAllowance', cents: 5000 },
      },
    ],
    answer: {
      daysAgo: 4,
      voice: 'personal',
      onBehalfOf: 'Ik spreek voor mijzelf, als naaste.',
      text: `"Het gaat wel" is bijna nooit het hele antwoord. Vaak zit de ander erbij, en dan zeg je niet dat je moe bent.

Wat mij had geholpen:

- Vraag één keer apart met de naaste te praten. Zeg dat dit bij iedereen zo gaat.
- Vraag niet "houdt u het vol?", maar "wat zou u morgen willen kunnen overdragen?".
- Vraag wat iemand al weet. Naasten zien vaak als eerste dat het slechter of beter gaat.
- Zeg wat je met het antwoord doet. En bel na zes weken terug.

Zet op het kaartje ook wat jullie niet vragen. Een naaste hoeft niets te bewijzen.`,
    },
  },
  {
    ...nothingYet,
    slug: 'eigen-organisatie-beginnen',
    requester: 'theo-blom',
    question:
      'Wij zijn met vijf mensen die een opname hebben meegemaakt. We willen samen een organisatie beginnen. Waar begin je, en hoe voorkom je dat één iemand alles doet?',
    context: 'We hebben een ruimte, geen geld en wel veel zin.',
    municipality: 'GM0150',
    themes: ['mentalHealth', 'recovery'],
    questionKind: 'startOwnOrganisation',
    size: 'large',
    form: 'thinkingAlong',
    holder: joost,
    steps: [
      step('unconfirmed', 45, 'requester'),
      step('submitted', 45, 'requester'),
      step('in-intake', 43, joost),
      step('triaged', 41, joost),
      step('seeking-duo', 40, joost),
      step('in-progress', 36, joost),
      step('answered', 8, 'yvonne-claassen'),
    ],
    team: [
      { expert: 'yvonne-claassen', invitedDaysAgo: 38, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6000 } },
      { expert: 'winnie-sarpong', invitedDaysAgo: 39, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6000 } },
    ],
    sessions: [
      {
        daysAgo: 27,
        kind: 'advice',
        form: 'online',
        minutes: 75,
        notes:
          'Ieder vertelde wat hij wel en niet wil doen. Twee mensen willen niets met geld te maken hebben. Dat is nu duidelijk.',
      },
    ],
    answer: {
      daysAgo: 8,
      voice: 'collective',
      onBehalfOf: 'Wij spreken namens mensen die zelf zo’n groep begonnen, en die wij hiervoor belden.',
      text: `Begin niet met statuten. Begin met drie afspraken op één vel papier.

1. **Wat doen we wel en wat niet?** Kies één of twee rollen. Een groep die alles tegelijk doet, raakt snel op.
2. **Wie doet wat, en wie neemt het over?** Zet achter elke taak twee namen. Dan kan iedereen ziek zijn.
3. **Wat krijgen mensen ervoor?** Ten minste de onkosten. Heeft iemand een uitkering? Laat die persoon eerst zelf navragen wat een vergoeding betekent.

Praat daarna met de gemeente. Niet met de vraag om geld, maar met de vraag welke rol er in de stad nog niemand vervult.

Een stichting of vereniging kan later. Een vaste bijeenkomst buiten het werk om kan vandaag.`,
    },
  },
  {
    ...nothingYet,
    slug: 'ouders-van-bewoners',
    requester: 'fatih-kaya',
    question:
      'Ouders van onze jongere bewoners bellen vaak en zijn boos. Begeleiders nemen niet meer op. Hoe krijgen we weer een gewoon gesprek?',
    context: 'Bewoners zijn volwassen. Niet iedereen wil dat ouders alles horen.',
    municipality: 'GM0202',
    themes: ['relatives', 'supportedLiving', 'youth'],
    questionKind: 'supportAndOverload',
    size: 'large',
    form: 'thinkingAlong',
    holder: samira,
    steps: [
      step('unconfirmed', 48, 'requester'),
      step('submitted', 47, 'requester'),
      step('in-intake', 45, samira),
      step('triaged', 42, samira),
      step('seeking-duo', 41, samira),
      step('in-progress', 36, samira),
      step('answered', 18, 'petra-van-loon'),
      step('feedback-asked', 4, 'clock'),
    ],
    team: [
      { expert: 'petra-van-loon', invitedDaysAgo: 37, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6000 } },
      { expert: 'gerda-huisman', invitedDaysAgo: 41, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6000 } },
    ],
    answer: {
      daysAgo: 18,
      voice: 'collective',
      onBehalfOf: 'Wij spreken als twee naasten, en namen mee wat wij in onze vereniging horen.',
      text: `Boos bellen is vaak bang bellen. Wie niets hoort, vult het zelf in.

Wij raden drie dingen aan. Vraag **elke bewoner** wat ouders mogen weten, en wat niet. Schrijf dat op en kijk er elk half jaar opnieuw naar. Spreek een **vast belmoment** af, ook als er niets te melden is. En maak verschil tussen vertellen en luisteren: luisteren naar een ouder mag altijd, ook als de bewoner niets gedeeld wil hebben.

Nodig daarna de ouders één keer samen uit, met twee bewoners die dat willen. Laat iemand de avond leiden die niet bij jullie werkt.`,
    },
  },
  {
    ...nothingYet,
    slug: 'vergoeding-en-uitkering',
    requester: 'anouk-terpstra',
    question:
      'Wij willen zes ervaringsdeskundigen een vergoeding geven. Vier van hen hebben een uitkering. Zij zijn bang dat ze geld kwijtraken. Wat kunnen wij doen?',
    context: null,
    municipality: 'GM0855',
    themes: ['povertyDebt', 'activation'],
    questionKind: 'fundingAndReward',
    size: 'small',
    form: 'writtenAnswer',
    holder: samira,
    steps: [
      step('unconfirmed', 39, 'requester'),
      step('submitted', 38, 'requester'),
      step('in-intake', 36, samira),
      step('triaged', 36, samira),
      step('seeking-duo', 34, samira),
      step('in-progress', 33, samira),
      step('answered', 20, 'yvonne-claassen'),
      step('feedback-asked', 6, 'clock'),
    ],
    team: [
      { expert: 'yvonne-claassen', invitedDaysAgo: 34, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6000 } },
    ],
    answer: {
      daysAgo: 20,
      voice: 'personal',
      onBehalfOf: 'Ik spreek voor mijzelf. Ik maakte deze overgang zelf mee.',
      text: `Die angst is terecht. Regels verschillen per uitkering en soms per gemeente. Noem daarom nooit zelf een bedrag dat "mag".

Zo zou ik het doen:

- Vraag ieder apart wat hij wil: geld, scholing, reiskosten of een baan later. Niet in de groep.
- Laat ieder zelf, vóór de eerste keer, navragen bij de instantie die de uitkering betaalt. Vraag het antwoord op papier. Bied aan om mee te gaan.
- Spreek af dat iemand mag stoppen of minder krijgen zonder uitleg.
- Betaal de onkosten altijd, en meteen. Voorschieten kan niet iedereen.

En betaal ook de twee anderen hetzelfde. Anders wordt de uitkering een reden om iemand minder te geven.`,
    },
  },
  {
    ...nothingYet,
    slug: 'functie-ervaringswerker',
    requester: 'ivo-brandsma',
    question:
      'Wij willen een ervaringswerker aannemen in ons nachtteam. Wij weten niet wat we in de vacature moeten zetten, en wat zeker niet.',
    context: 'Het gaat om 24 uur per week, in vaste dienst.',
    municipality: 'GM0014',
    themes: ['homelessness', 'recovery'],
    questionKind: 'describeRole',
    size: 'small',
    form: 'writtenAnswer',
    holder: joost,
    steps: [
      step('unconfirmed', 76, 'requester'),
      step('submitted', 76, 'requester'),
      step('in-intake', 74, joost),
      step('triaged', 73, joost),
      step('seeking-duo', 72, joost),
      step('in-progress', 69, joost),
      step('answered', 58, 'hassan-yildiz'),
      step('feedback-asked', 44, 'clock'),
      step('evaluated', 6, 'requester'),
    ],
    team: [
      { expert: 'hassan-yildiz', invitedDaysAgo: 72, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6000 } },
      { expert: 'sjoerd-wiersma', invitedDaysAgo: 72, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6000 } },
    ],
    answer: {
      daysAgo: 58,
      voice: 'personal',
      onBehalfOf: 'Wij spreken ieder voor onszelf. Op één punt zijn wij het niet eens; dat staat erbij.',
      text: `Schrijf eerst op wat iemand gaat **doen**: naast mensen zitten in de nacht, de rust bewaren, uitleg geven. En ook: het team laten zien hoe regels overkomen.

Schrijf ook op wat iemand **niet** doet: medicijnen geven, alleen staan, het gat in het rooster vullen.

Vraag niet wat iemand heeft meegemaakt. Vraag hoe iemand zijn ervaring inzet, en wat hij dan nodig heeft.

Over een diploma verschillen wij. Hassan zou het niet eisen. Sjoerd vindt dat een opleiding beschermt tegen te veel geven. Schrijf dan: "een opleiding mag ook na je start".

Neem er als het kan twee aan. Eén nieuwe collega in een nachtteam is alleen.`,
    },
    feedback: {
      daysAgo: 6,
      done: 'De vacature is herschreven met een lijst "dit doe je niet". Wij vroegen in het gesprek niet naar het verleden. Er is iemand begonnen.',
      notDone: 'Voor een tweede collega was dit jaar geen geld. Het staat in de begroting van volgend jaar.',
    },
    evaluations: [
      {
        by: 'requester',
        daysAgo: 6,
        scores: { usefulness: 5, realism: 4, equality: 5 },
        text: 'Vooral het stuk over wat iemand niet doet, gaf ruimte in het team.',
      },
      {
        by: 'hassan-yildiz',
        daysAgo: 5,
        scores: { equality: 4, load: 2 },
        text: 'Fijn dat we van mening mochten verschillen. Ik hoorde ook wat ze ermee deden.',
      },
    ],
  },
]
