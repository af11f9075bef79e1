import { termOf } from '../term.rules.ts'

const concept = termOf('concept')

/** Having influence, giving advice, and seeing where it is missing. */
export const influenceConcepts = [
  concept({
    id: 'voice',
    slug: 'inspraak',
    nl: [
      'inspraak',
      'Iets te zeggen hebben over plannen die over jou gaan, op een moment dat er nog iets kan veranderen.',
    ],
    en: ['having a say', 'Having a say in plans that concern you, at a moment when something can still change.'],
    also: {
      nl: [
        'zeggenschap',
        'invloed',
        'een stem hebben',
        'cliëntparticipatie',
        'burgerparticipatie',
        'inwonersparticipatie',
      ],
      en: ['voice', 'client participation', 'citizen participation'],
    },
    hidden: ['inspaak', 'insprak'],
    related: ['participation'],
  }),
  concept({
    id: 'participation',
    slug: 'participatie',
    nl: [
      'participatie',
      'Meedoen: in het dagelijks leven, of bij het maken van plannen. Bij plannen is het goed om te zeggen hoeveel invloed mensen hebben.',
    ],
    en: [
      'participation',
      'Taking part: in daily life, or in making plans. With plans it is good to say how much influence people have.',
    ],
    also: { nl: ['meedoen', 'betrokken worden', 'meepraten en meedoen'], en: ['taking part', 'engagement'] },
    hidden: ['partisipatie', 'particepatie'],
  }),
  concept({
    id: 'feedback',
    slug: 'terugkoppeling',
    nl: ['terugkoppeling', 'Vertellen wat er met de inbreng is gedaan, en wat niet en waarom.'],
    en: ['reporting back', 'Telling what was done with the input, and what was not and why.'],
    also: {
      nl: ['terugmelding', 'laten weten wat ermee gebeurt', 'terugkoppelen', 'wat is ermee gedaan'],
      en: ['feedback', 'closing the loop'],
    },
    hidden: ['terugkopeling'],
  }),
  concept({
    id: 'windowDressing',
    slug: 'window-dressing',
    nl: [
      'window dressing',
      'Iets doen dat er mooi uitziet, zonder dat er iets verandert. Ervaringsdeskundigen zitten er dan voor de vorm bij.',
    ],
    en: [
      'window dressing',
      'Doing something that looks good while nothing changes. Experts are then present for show.',
    ],
    also: {
      nl: ['voor de vorm', 'schijninspraak', 'schijnparticipatie', 'voor de bühne', 'tokenisme', 'excuustruus'],
      en: ['tokenism', 'box-ticking'],
    },
    hidden: ['windowdressing'],
    related: ['voice', 'feedback'],
  }),
  concept({
    id: 'appropriation',
    slug: 'toe-eigening',
    nl: ['toe-eigening', 'Eén partij doet alsof het onderwerp van haar is, waardoor anderen buiten beeld raken.'],
    en: ['appropriation', 'One party acts as if the subject were its own, so that others drop out of sight.'],
    also: { nl: ['claimen van het onderwerp', 'overnemen door één partij'], en: ['claiming the subject'] },
    related: ['sharedOwnership'],
  }),
  concept({
    id: 'sharedOwnership',
    slug: 'gezamenlijk-eigenaarschap',
    nl: [
      'gezamenlijk eigenaarschap',
      'Meer partijen zijn samen verantwoordelijk voor de inhoud. Niemand is de enige baas.',
    ],
    en: ['shared ownership', 'Several parties are responsible for the content together. Nobody is the only owner.'],
    also: { nl: ['mede-eigenaarschap', 'samen eigenaar zijn', 'eigenaarschap'], en: ['co-ownership'] },
  }),
  concept({
    id: 'powerRelations',
    slug: 'machtsverhoudingen',
    nl: [
      'machtsverhoudingen',
      'Wie bepaalt, wie betaalt en wie wordt gehoord. Samenwerken verandert dat, en dat kan schuren.',
    ],
    en: ['power relations', 'Who decides, who pays and who is heard. Working together changes that, and it may chafe.'],
    also: { nl: ['machtsverschil', 'machtsongelijkheid', 'gelijkwaardigheid'], en: ['power imbalance', 'equality'] },
  }),
  concept({
    id: 'adviceRequest',
    slug: 'adviesvraag',
    nl: ['adviesvraag', 'Een vraag waarop ervaringsdeskundigen samen een antwoord geven.'],
    en: ['request for advice', 'A question to which experts by experience give an answer together.'],
    also: {
      nl: ['adviesaanvraag', 'hulpvraag van een organisatie', 'vraag om advies'],
      en: ['advice request', 'question for advice'],
    },
    related: ['duo'],
  }),
  concept({
    id: 'duo',
    slug: 'duo',
    nl: ['duo', 'Twee ervaringsdeskundigen die samen een vraag beantwoorden. Zo staat niemand er alleen voor.'],
    en: ['duo', 'Two experts by experience who answer a question together, so that nobody stands alone.'],
    also: { nl: ['tweetal', 'koppel', 'duo van ervaringsdeskundigen'], en: ['pair', 'pair of experts'] },
  }),
  concept({
    id: 'firstTalk',
    slug: 'eerste-gesprek',
    nl: ['eerste gesprek', 'Een kort gesprek om de vraag goed te begrijpen.'],
    en: ['first talk', 'A short talk to understand the question well.'],
    also: { nl: ['intake', 'intakegesprek', 'kennismakingsgesprek'], en: ['intake'] },
  }),
  concept({
    id: 'flexibleShell',
    slug: 'flexibele-schil',
    nl: ['flexibele schil', 'Ervaringsdeskundigen die worden gevraagd als hun bijzondere kennis nodig is.'],
    en: ['flexible shell', 'Experts who are asked when their special knowledge is needed.'],
    also: { nl: ['oproepbare ervaringsdeskundigen', 'pool van ervaringsdeskundigen'], en: ['pool of experts'] },
    related: ['coreTeam'],
  }),
  concept({
    id: 'coreTeam',
    slug: 'vaste-kern',
    nl: ['vaste kern', 'De ervaringsdeskundigen die altijd bij het adviespunt betrokken zijn.'],
    en: ['core team', 'The experts who are always involved in the advice desk.'],
    also: { nl: ['kernteam', 'vaste groep'], en: ['permanent team'] },
  }),
  concept({
    id: 'requestedAdvice',
    slug: 'gevraagd-advies',
    nl: ['gevraagd advies', 'Advies op een vraag die iemand heeft gesteld.'],
    en: ['requested advice', 'Advice in answer to a question someone asked.'],
    also: { nl: ['advies op verzoek'], en: ['advice on demand'] },
    related: ['unsolicitedAdvice'],
  }),
  concept({
    id: 'unsolicitedAdvice',
    slug: 'ongevraagd-advies',
    nl: ['ongevraagd advies', 'Advies waar niemand om vroeg, omdat ervaringsdeskundigen zelf iets zien.'],
    en: ['unsolicited advice', 'Advice nobody asked for, because experts themselves see something.'],
    also: { nl: ['advies op eigen initiatief', 'signaal van ervaringsdeskundigen'], en: ['advice on own initiative'] },
  }),
  concept({
    id: 'policyCheck',
    slug: 'beleidstoets',
    nl: ['beleidstoets', 'Ervaringsdeskundigen bekijken een plan: werkt dit in het leven van mensen?'],
    en: ['policy check', 'Experts by experience look at a plan: does this work in people’s lives?'],
    also: { nl: ['toets aan de leefwereld', 'ervaringstoets', 'doenvermogentoets'], en: ['policy test'] },
    related: ['lifeWorld'],
  }),
  concept({
    id: 'whiteSpot',
    slug: 'witte-vlek',
    nl: ['witte vlek', 'Een rol die in een regio nodig is en die niemand vervult.'],
    en: ['white spot', 'A role that is needed in a region and that nobody fills.'],
    also: {
      nl: ['witte vlekken', 'blinde vlek in de regio', 'ontbrekende rol', 'leemte in het aanbod'],
      en: ['gap in coverage', 'missing role'],
    },
    related: ['forgottenRole'],
  }),
  concept({
    id: 'forgottenRole',
    slug: 'vergeten-rol',
    nl: [
      'vergeten rol',
      'Een nodige rol die weinig aandacht krijgt, ook al is er in de regio veel geregeld. Vaak is dat inspraak.',
    ],
    en: [
      'forgotten role',
      'A necessary role that gets little attention although much is arranged in the region. Often it is having a say.',
    ],
    also: { nl: ['vergeten rollen', 'onderbelichte rol'], en: ['neglected role'] },
  }),
  concept({
    id: 'knowledgeGap',
    slug: 'kennishiaat',
    nl: ['ontbrekende kennis', 'Een vraag waarop nog niemand een goed antwoord heeft.'],
    en: ['knowledge gap', 'A question to which nobody has a good answer yet.'],
    also: { nl: ['kennishiaat', 'kennislacune', 'kennisvraag'], en: ['missing knowledge'] },
  }),
  concept({
    id: 'knowledgeSquare',
    slug: 'kennisplein',
    nl: ['kennisplein', 'Een gedeelde plek op internet waar kennis bij elkaar staat.'],
    en: ['knowledge square', 'A shared place online where knowledge is kept together.'],
    also: { nl: ['kennisplatform', 'kennisbank', 'kennisportaal'], en: ['knowledge platform', 'knowledge base'] },
  }),
  concept({
    id: 'learningCircle',
    slug: 'leerkring',
    nl: ['leerkring', 'Organisaties die samen een tijd leren over één onderwerp.'],
    en: ['learning circle', 'Organisations that learn together for a while about one subject.'],
    also: {
      nl: ['leergroep', 'lerend netwerk', 'leernetwerk', 'leergemeenschap'],
      en: ['learning network', 'community of practice'],
    },
  }),
  concept({
    id: 'poll',
    slug: 'peiling',
    nl: ['peiling', 'Een korte vragenlijst onder organisaties, om te zien hoe het ervoor staat.'],
    en: ['poll', 'A short questionnaire among organisations, to see how things stand.'],
    also: { nl: ['ledenpeiling', 'enquête onder leden'], en: ['survey', 'member survey'] },
  }),
] as const
