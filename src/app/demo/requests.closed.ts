import { joost, nothingYet, samira, wholeWay } from './request-steps.ts'
import { relativesRequest } from './requests.relatives.ts'
import type { DemoRequest } from './requests.ts'

/** Requests that went the whole way; the first became a knowledge item. */
export const closedRequests: readonly DemoRequest[] = [
  relativesRequest,
  {
    ...nothingYet,
    slug: 'waar-beginnen-wij',
    requester: 'wouter-van-dam',
    question:
      'Onze wethouder wil "iets met ervaringsdeskundigen". Wij weten niet wat we daarmee willen bereiken. Waar beginnen wij?',
    context: 'Er is nog geen geld en geen plan. Dat is eerlijk gezegd het probleem.',
    municipality: 'GM0546',
    themes: ['broad'],
    questionKind: 'whereToStart',
    size: 'small',
    form: 'writtenAnswer',
    holder: joost,
    steps: wholeWay([178, 177, 176, 175, 173, 163, 149, 140, 138], joost, 'winnie-sarpong'),
    team: [
      {
        expert: 'winnie-sarpong',
        invitedDaysAgo: 175,
        reply: 'accepted',
        reward: { form: 'indirectReward', cents: 25000 },
      },
    ],
    answer: {
      daysAgo: 163,
      voice: 'organisation',
      onBehalfOf: 'Ik spreek namens Collectief Ondervonden.',
      text: `Begin met niets te regelen. Stel eerst drie vragen, en stel ze samen met mensen om wie het gaat.

1. Wat gaat er nu mis voor inwoners, volgens henzelf?
2. Welk doel van de gemeente hoort daarbij?
3. Waar levert eigen ervaring het meeste op: naast inwoners, naast collega’s, of bij het beleid?

Kies daarna één plek. Regel voor die ene plek een duidelijke taak, iemand die beslist, geld en een contactpersoon.

Is er geen doel, geen ruimte om iets te veranderen en geen geld? Zeg dan: nog niet. Dat is een goed antwoord. Een plan zonder die drie is een etalage.`,
    },
    feedback: {
      daysAgo: 140,
      done: 'Wij hebben de drie vragen voorgelegd aan twaalf inwoners. Daarna koos de wethouder voor beleid over schulden. Er is geld voor één jaar.',
      notDone: null,
    },
    evaluations: [
      {
        by: 'requester',
        daysAgo: 140,
        scores: { usefulness: 5, realism: 5, equality: 4 },
        text: 'Dat "nog niet" mocht, hielp ons het gesprek te voeren.',
      },
      { by: 'winnie-sarpong', daysAgo: 139, scores: { equality: 4, load: 1 }, text: 'Kleine vraag, groot gevolg.' },
    ],
  },
  {
    ...nothingYet,
    slug: 'weerstand-in-het-team',
    requester: 'fatih-kaya',
    question:
      'Sinds wij een ervaringswerker hebben, is er gedoe in het team. Sommigen zeggen dat zij haar begeleiden in plaats van met haar samenwerken. Zij voelt dat ook. Wat nu?',
    context: 'Zij werkt hier vijf maanden. Wij willen haar niet kwijt.',
    municipality: 'GM0202',
    themes: ['supportedLiving', 'stigma'],
    questionKind: 'supportAndOverload',
    size: 'large',
    form: 'sessions',
    holder: joost,
    steps: wholeWay([262, 260, 258, 257, 251, 221, 206, 188, 186], joost, 'karel-smit'),
    team: [
      { expert: 'karel-smit', invitedDaysAgo: 257, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6000 } },
      { expert: 'tessa-brouwer', invitedDaysAgo: 256, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6000 } },
    ],
    sessions: [
      {
        daysAgo: 240,
        kind: 'work',
        form: 'onSite',
        minutes: 90,
        notes: 'Het team apart gesproken, de ervaringswerker apart gesproken. Beide kanten missen een duidelijke taak.',
      },
    ],
    answer: {
      daysAgo: 221,
      voice: 'personal',
      onBehalfOf: 'Wij spreken ieder voor onszelf; wij werkten allebei in zo’n team.',
      text: `Jullie gedoe heeft een naam: niemand weet wie wat doet. Dan gaat het al snel over de persoon.

Maak samen drie lijsten: wat doet zij, wat doen de anderen, wat doen jullie samen. Laat **haar** de eerste lijst maken. Zorg dat zij haar eigen begeleiding krijgt van iemand buiten het team. Collega’s zijn geen hulpverleners van elkaar.

Praat over de weerstand zonder schuld. Vaak zit er zorg onder: over kwaliteit, over banen, over eigen dingen die iemand nooit vertelde.

Kijk over drie maanden opnieuw, met dezelfde lijsten.`,
    },
    feedback: {
      daysAgo: 188,
      done: 'De drie lijsten hangen in de teamkamer. Onze ervaringswerker heeft nu een begeleider bij een andere organisatie.',
      notDone: 'Een tweede ervaringswerker is uitgesteld.',
    },
    evaluations: [
      {
        by: 'requester',
        daysAgo: 188,
        scores: { usefulness: 4, realism: 4, equality: 5 },
        text: 'Het ging niet meer over haar, maar over het werk.',
      },
      {
        by: 'tessa-brouwer',
        daysAgo: 187,
        scores: { equality: 4, load: 2 },
        text: 'Goed dat we beide kanten apart spraken.',
      },
    ],
  },
  {
    ...nothingYet,
    slug: 'veilig-vragen-stellen',
    requester: 'els-rietveld',
    question:
      'Wij willen vrouwen die bij ons woonden vragen wat beter kan. Wij willen niemand in gevaar brengen. Hoe vragen we het, en wat vragen we niet?',
    context: null,
    municipality: 'GM0392',
    themes: ['domesticViolence'],
    questionKind: 'reachPeople',
    size: 'small',
    form: 'writtenAnswer',
    holder: samira,
    steps: wholeWay([158, 157, 156, 155, 150, 139, 124, 115, 113], samira, 'robin-de-wit'),
    team: [
      { expert: 'robin-de-wit', invitedDaysAgo: 152, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6500 } },
      { expert: 'marloes-dekker', invitedDaysAgo: 155, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6500 } },
    ],
    answer: {
      daysAgo: 139,
      voice: 'personal',
      onBehalfOf: 'Wij spreken voor onszelf, niet voor alle vrouwen.',
      text: `Vraag naar het huis, niet naar het verleden. Dus: wat hielp, wat miste u, wat zou u de volgende vrouw gunnen?

- Laat vrouwen zelf kiezen hoe: op papier, via een telefoontje dat **zij** plegen, of samen in een groepje.
- Stuur niets naar een adres of telefoon waarvan je niet zeker weet dat het veilig is.
- Noem in een bericht nooit de naam van de opvang. "Wij hebben een vraag over uw verblijf" is al te veel.
- Schrijf geen plaatsen, namen van kinderen of data op.
- Vertel vooraf wat ermee gebeurt, en wanneer je het weggooit.

Zorg dat er die dag iemand is om mee na te praten.`,
    },
    feedback: {
      daysAgo: 115,
      done: 'Wij hebben onze vragenlijst weggegooid en drie vragen overgehouden. Er staat nu een bus voor briefjes, en er is elke maand een gesprek.',
      notDone: null,
    },
    evaluations: [
      {
        by: 'requester',
        daysAgo: 115,
        scores: { usefulness: 5, realism: 5, equality: 5 },
        text: 'Wij hadden het bijna verkeerd gedaan.',
      },
      {
        by: 'robin-de-wit',
        daysAgo: 114,
        scores: { equality: 5, load: 4 },
        text: 'Het raakte mij. Ik heb daarna twee maanden niets gedaan, en dat was goed.',
      },
    ],
  },
  {
    ...nothingYet,
    slug: 'gastles-zonder-verhaal',
    requester: 'maud-venema',
    question:
      'Onze studenten vragen gastdocenten steeds naar hun levensverhaal. Wij willen dat ze leren van ervaringskennis. Hoe bouwen we zo’n les op?',
    context: 'Het gaat om twee lessen van twee uur, derdejaars studenten.',
    municipality: 'GM0080',
    themes: ['mentalHealth', 'stigma'],
    questionKind: 'trainingAndQuality',
    size: 'small',
    form: 'writtenAnswer',
    holder: samira,
    steps: wholeWay([131, 129, 128, 127, 124, 108, 93, 72, 70], samira, 'tessa-brouwer'),
    team: [
      { expert: 'tessa-brouwer', invitedDaysAgo: 127, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6500 } },
      { expert: 'karel-smit', invitedDaysAgo: 126, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6500 } },
    ],
    answer: {
      daysAgo: 108,
      voice: 'organisation',
      onBehalfOf: 'Wij spreken namens Collectief Ondervonden.',
      text: `Draai de les om. Begin met een situatie uit het werk van de studenten. Vraag hun wat zij zouden doen. Daarna zegt de gastdocent wat dat met iemand doet, en waarom.

Zo gaat het over het vak en niet over een leven.

Spreek vooraf met de gastdocent af welke vragen niet gesteld worden, en zeg dat ook tegen de groep. Laat studenten hun vragen eerst opschrijven. De gastdocent kiest.

Vraag twee mensen met verschillende ervaringen. Anders denken studenten dat er maar één perspectief is. En betaal een gastdocent zoals elke andere gastdocent.`,
    },
    feedback: {
      daysAgo: 72,
      done: 'Beide lessen zijn omgedraaid. Studenten schreven hun vragen op kaartjes. Het werd een gesprek over hun eigen handelen.',
      notDone: 'Het tarief voor gastdocenten is nog niet gelijk; dat ligt bij de directie.',
    },
    evaluations: [
      {
        by: 'requester',
        daysAgo: 72,
        scores: { usefulness: 5, realism: 4, equality: 4 },
        text: 'Wij doen dit nu in alle leerjaren.',
      },
      {
        by: 'karel-smit',
        daysAgo: 71,
        scores: { equality: 3, load: 3 },
        text: 'Goede les. Over het geld ben ik nog niet klaar.',
      },
    ],
  },
]
