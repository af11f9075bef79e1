import { bothLanguages, counted } from '../../lib/words.ts'
import type { Process, Scheme, SensitiveGround } from './term.rules.ts'

type SchemeWords = Readonly<Record<Scheme, { readonly name: string; readonly about: string }>>

const schemesNl: SchemeWords = {
  theme: { name: 'Onderwerpen', about: 'Waar een vraag, een tekst of iemands ervaring over gaat.' },
  expertRole: { name: 'Rollen', about: 'Wat ervaringsdeskundigen doen.' },
  perspective: { name: 'Invalshoeken', about: 'Van welke kant iemand spreekt.' },
  organisationType: { name: 'Soorten organisaties', about: 'Wie er vraagt, helpt, leert of betaalt.' },
  questionKind: { name: 'Soorten vragen', about: 'Waar organisaties advies over vragen.' },
  participationLevel: { name: 'Mate van invloed', about: 'Hoeveel mensen te zeggen hebben.' },
  contractForm: { name: 'Vormen van werk', about: 'Hoe iemand werkt: betaald, vrijwillig of anders.' },
  rewardForm: { name: 'Vormen van beloning', about: 'Wat iemand voor het werk krijgt.' },
  itemType: { name: 'Soorten kennis', about: 'Wat voor stuk het is: een voorbeeld, een onderzoek of iets anders.' },
  audience: { name: 'Lezers', about: 'Voor wie iets is gemaakt.' },
  concept: { name: 'Woorden van het vak', about: 'Begrippen die vaak terugkomen.' },
}

const schemesEn: SchemeWords = {
  theme: { name: 'Themes', about: 'What a question, a text or someone’s experience is about.' },
  expertRole: { name: 'Roles', about: 'What experts by experience do.' },
  perspective: { name: 'Perspectives', about: 'From which side someone speaks.' },
  organisationType: { name: 'Kinds of organisations', about: 'Who asks, helps, learns or pays.' },
  questionKind: { name: 'Kinds of questions', about: 'What organisations ask advice about.' },
  participationLevel: { name: 'Levels of influence', about: 'How much say people have.' },
  contractForm: { name: 'Forms of work', about: 'How someone works: paid, voluntary or otherwise.' },
  rewardForm: { name: 'Forms of reward', about: 'What someone receives for the work.' },
  itemType: { name: 'Kinds of knowledge', about: 'What kind of piece it is: an example, research or something else.' },
  audience: { name: 'Readers', about: 'For whom something was made.' },
  concept: { name: 'Words of the field', about: 'Terms that come up often.' },
}

const groundsNl: Readonly<Record<SensitiveGround, string>> = {
  health: 'Het kan iets zeggen over iemands gezondheid.',
  orientation: 'Het kan iets zeggen over van wie iemand houdt of wie iemand is.',
  origin: 'Het kan iets zeggen over iemands afkomst.',
  criminal: 'Het kan iets zeggen over straf of een rechter.',
  safety: 'Iemand kan gevaar lopen als een ander dit weet.',
  money: 'Het kan iets zeggen over iemands geld.',
}

const groundsEn: Readonly<Record<SensitiveGround, string>> = {
  health: 'It may say something about a person’s health.',
  orientation: 'It may say something about whom a person loves or who a person is.',
  origin: 'It may say something about a person’s origin.',
  criminal: 'It may say something about punishment or a court.',
  safety: 'A person may be in danger when someone else knows this.',
  money: 'It may say something about a person’s money.',
}

const processesNl: Readonly<Record<Process, string>> = {
  primary: 'Werk met mensen zelf',
  secondary: 'Werk aan beleid en ontwikkeling',
}

const processesEn: Readonly<Record<Process, string>> = {
  primary: 'Work with people themselves',
  secondary: 'Work on policy and development',
}

export const text = bothLanguages(
  {
    list: {
      title: 'Begrippen',
      lead: 'Woorden die op deze site vaak voorkomen, met uitleg. Zo bedoelen we hetzelfde.',
      search: 'Zoek een woord',
      find: 'Zoek',
      searchHint: 'Ook een ander woord voor hetzelfde mag.',
      count: (n: number) => counted(n, 'begrip', 'begrippen', 'nl'),
      nothing: (typed: string) => `Wij hebben geen begrip gevonden bij “${typed}”.`,
      all: 'Alle begrippen',
      jump: 'Ga naar',
    },
    term: {
      alsoCalled: 'Wordt ook genoemd',
      note: 'Let op het woord',
      broader: 'Hoort bij',
      narrower: 'Hieronder vallen',
      related: 'Lees ook',
      otherLanguage: 'In het Engels',
      sensitive: 'Gevoelig onderwerp',
      sensitiveWhy: 'Wij laten alleen zien dat dit bij iemand hoort als die persoon dat zelf wil.',
      ask: 'Heb je hier een vraag over?',
      askLink: 'Stel je vraag',
      items: 'Wat wij hierover weten',
      search: (label: string) => `Zoek naar “${label}”`,
      back: 'Naar alle begrippen',
    },
    schemes: schemesNl,
    grounds: groundsNl,
    processes: processesNl,
  },
  {
    list: {
      title: 'Terms',
      lead: 'Words that are often used on this site, explained. So we mean the same thing.',
      search: 'Find a word',
      find: 'Search',
      searchHint: 'Another word for the same is fine too.',
      count: (n: number) => counted(n, 'term', 'terms', 'en'),
      nothing: (typed: string) => `We found no term for “${typed}”.`,
      all: 'All terms',
      jump: 'Go to',
    },
    term: {
      alsoCalled: 'Also called',
      note: 'About the word',
      broader: 'Belongs to',
      narrower: 'Falls under this',
      related: 'Read also',
      otherLanguage: 'In Dutch',
      sensitive: 'Sensitive subject',
      sensitiveWhy: 'We never show that this subject belongs to a person, unless that person wants it.',
      ask: 'Do you have a question about this?',
      askLink: 'Ask your question',
      items: 'What we know about this',
      search: (label: string) => `Search for “${label}”`,
      back: 'To all terms',
    },
    schemes: schemesEn,
    grounds: groundsEn,
    processes: processesEn,
  },
)
