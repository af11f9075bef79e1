import { termOf } from '../term.rules.ts'

const contractForm = termOf('contractForm')
const rewardForm = termOf('rewardForm')

/** In which form someone works. */
export const contractForms = [
  contractForm({
    id: 'volunteer',
    slug: 'vrijwilliger',
    nl: ['vrijwilliger', 'Werken zonder salaris, uit eigen keuze. Vaak met een kleine vergoeding.'],
    en: ['volunteer', 'Working without salary, by choice. Often with a small allowance.'],
    also: {
      nl: ['onbetaald', 'vrijwilligerswerk', 'onbetaald werk', 'vrijwillige inzet'],
      en: ['unpaid', 'volunteering', 'voluntary work'],
    },
    hidden: ['vrijwiliger', 'vrijwilligster'],
  }),
  contractForm({
    id: 'paidSpecific',
    slug: 'betaald-als-ervaringsdeskundige',
    nl: ['betaald als ervaringsdeskundige', 'Een baan die er is vanwege ervaringsdeskundigheid.'],
    en: ['paid as expert by experience', 'A job that exists because of lived-experience expertise.'],
    also: {
      nl: ['betaalde functie', 'betaalde baan', 'in dienst als ervaringsdeskundige'],
      en: ['paid peer position'],
    },
    related: ['livedExperienceWorker'],
  }),
  contractForm({
    id: 'paidCombined',
    slug: 'combinatiefunctie',
    nl: ['combinatiefunctie', 'Een gewone functie, bijvoorbeeld begeleider, waarin iemand ook ervaringskennis inzet.'],
    en: [
      'combined position',
      'A regular job, for example support worker, in which someone also uses experiential knowledge.',
    ],
    also: { nl: ['gecombineerde functie', 'dubbelfunctie'], en: ['dual role'] },
  }),
  contractForm({
    id: 'mixed',
    slug: 'deels-betaald-deels-vrijwillig',
    nl: ['deels betaald, deels vrijwillig', 'Een deel van het werk wordt betaald, een ander deel is vrijwillig.'],
    en: ['partly paid, partly voluntary', 'Part of the work is paid, another part is voluntary.'],
    also: { nl: ['gemengde vorm'], en: ['mixed form'] },
  }),
  contractForm({
    id: 'traineeOther',
    slug: 'stage-of-anders',
    nl: ['stage of anders', 'Een stage, leerwerkplek of een andere vorm.'],
    en: ['traineeship or other', 'A traineeship, learning place or another form.'],
    also: { nl: ['stage', 'stagiair', 'stagiaire', 'leerwerkplek'], en: ['intern', 'trainee'] },
  }),
  contractForm({
    id: 'freelance',
    slug: 'zzp',
    nl: ['zzp', 'Werken als zelfstandige, met een factuur per uur of opdracht.'],
    en: ['freelance', 'Working as a self-employed person, with an invoice per hour or assignment.'],
    also: {
      nl: ['zzp’er', 'zelfstandige', 'freelancer', 'zelfstandige zonder personeel'],
      en: ['self-employed', 'contractor'],
    },
  }),
  contractForm({
    id: 'viaOrganisation',
    slug: 'via-een-clientenorganisatie',
    nl: [
      'via een cliëntenorganisatie',
      'De opdracht loopt via een organisatie. Die krijgt de betaling en regelt de vergoeding.',
    ],
    en: [
      'through a client organisation',
      'The assignment runs through an organisation, which is paid and arranges the allowance.',
    ],
    also: { nl: ['gedetacheerd', 'detachering'], en: ['secondment'] },
  }),
  contractForm({
    id: 'oneOff',
    slug: 'eenmalig',
    nl: ['eenmalig', 'Eén keer iets doen, zoals een gesprek, een bijeenkomst of een project.'],
    en: ['one-off', 'Doing something once, such as a talk, a meeting or a project.'],
    also: { nl: ['eenmalige inzet', 'losse opdracht'], en: ['single assignment'] },
  }),
] as const

/** What someone receives. */
export const rewardForms = [
  rewardForm({
    id: 'salary',
    slug: 'salaris',
    nl: ['salaris', 'Loon volgens een arbeidscontract.'],
    en: ['salary', 'Pay under an employment contract.'],
    also: { nl: ['loon', 'in loondienst'], en: ['wage', 'pay'] },
    broader: 'reward',
  }),
  rewardForm({
    id: 'hourlyRate',
    slug: 'uurtarief',
    nl: ['uurtarief', 'Een bedrag per gewerkt uur, meestal met een factuur.'],
    en: ['hourly rate', 'An amount per hour worked, usually with an invoice.'],
    also: { nl: ['tarief', 'uurloon', 'honorarium'], en: ['fee', 'rate'] },
    broader: 'reward',
  }),
  rewardForm({
    id: 'volunteerAllowance',
    slug: 'vrijwilligersvergoeding',
    nl: [
      'vrijwilligersvergoeding',
      'Een klein bedrag voor vrijwillig werk. Onder een grens per maand en per jaar is het belastingvrij.',
    ],
    en: [
      'volunteer allowance',
      'A small sum for voluntary work. Below a limit per month and per year it is free of tax.',
    ],
    also: { nl: ['vrijwilligersbijdrage', 'vergoeding voor vrijwilligers'], en: ['volunteer fee'] },
    broader: 'reward',
    related: ['volunteer', 'povertyTrap'],
    note: [
      'De bedragen veranderen. Kijk wat er dit jaar geldt, ook bij een uitkering.',
      'The amounts change. Check what holds this year, also with a benefit.',
    ],
  }),
  rewardForm({
    id: 'expenses',
    slug: 'onkostenvergoeding',
    nl: ['onkostenvergoeding', 'Geld terug voor wat iemand heeft uitgegeven, zoals reizen of bellen.'],
    en: ['expenses', 'Money back for what someone spent, such as travel or phone calls.'],
    also: { nl: ['onkosten', 'reiskosten', 'reiskostenvergoeding'], en: ['travel costs', 'reimbursement'] },
    broader: 'reward',
  }),
  rewardForm({
    id: 'indirectReward',
    slug: 'vergoeding-via-organisatie',
    nl: [
      'vergoeding via een organisatie',
      'De organisatie van de ervaringsdeskundige krijgt het bedrag en regelt de rest.',
    ],
    en: ['reward through an organisation', 'The expert’s organisation receives the amount and arranges the rest.'],
    broader: 'reward',
    related: ['viaOrganisation'],
  }),
  rewardForm({
    id: 'trainingAndGuidance',
    slug: 'scholing-als-waardering',
    nl: ['scholing en begeleiding', 'Een cursus, coach of begeleiding als waardering voor de inzet.'],
    en: ['training and guidance', 'A course, coach or guidance as recognition of the work.'],
    broader: 'reward',
  }),
  rewardForm({
    id: 'voucher',
    slug: 'cadeaubon',
    nl: ['bon', 'Een cadeaubon of klein cadeau als bedankje.'],
    en: ['voucher', 'A gift card or small present as a thank-you.'],
    also: { nl: ['cadeaubon', 'VVV-bon', 'cadeautje'], en: ['gift card', 'gift'] },
    broader: 'reward',
  }),
  rewardForm({
    id: 'noReward',
    slug: 'geen-beloning',
    nl: ['geen', 'Er staat niets tegenover. Dat kan alleen als het met opzet zo is afgesproken.'],
    en: ['none', 'Nothing is given in return. That is possible only when agreed on purpose.'],
  }),
] as const
