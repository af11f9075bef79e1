import { bothLanguages } from '../../lib/words.ts'

/** The pages that put items of one kind beside each other. */
export const overviewWords = bothLanguages(
  {
    trainings: {
      title: 'Opleidingen',
      lead: 'Opleidingen en trajecten op volgorde van naam. Er is geen beste. Kies er hoogstens vier om te vergelijken.',
    },
    projects: {
      title: 'Projecten en initiatieven',
      lead: 'Wat er loopt, wie het betaalt en wat het gaat opleveren. Wat loopt staat bovenaan.',
    },
    questions: {
      title: 'Wat we willen weten',
      lead: 'Wat we nog niet zeker weten. Vragen met de meeste steun staan bovenaan, zodra tien mensen ze steunen.',
    },
    publications: {
      title: 'Boeken en rapporten',
      lead: 'Publicaties met auteur, jaar en uitgever. De nieuwste staan bovenaan.',
    },
    dilemmas: {
      title: 'Dilemma’s',
      lead: 'Lastige keuzes, met argumenten voor en tegen. Gebruik ze in een moreel beraad of leerkring.',
    },
    funding: { title: 'Geldbronnen', lead: 'Waar geld voor dit werk vandaan kan komen.' },
    name: 'Naam',
    region: 'Regio',
    theme: 'Thema',
    support: 'Steun',
    tellsFrom: 'nog niet te zeggen',
    none: 'Hier staat nog niets.',
    everywhere: 'overal',
    notFilledIn: 'niet ingevuld',
    nobodyYet: 'nog niemand liet dat weten',
    byKind: 'Bekijk alles van één soort',
    seeAll: 'Bekijk alles:',
    choose: 'Welke wil je vergelijken?',
    compare: 'Vergelijk',
    compareTitle: 'Opleidingen vergelijken',
    compareLead: 'De opleidingen staan in de volgorde waarin jij ze koos. Wij geven geen oordeel.',
    compareNone: 'Kies twee, drie of vier opleidingen om te vergelijken.',
    compareMany: 'Je koos er meer dan vier. Dit zijn de eerste vier.',
    what: 'Wat',
    again: 'Kies andere opleidingen',
  },
  {
    trainings: {
      title: 'Trainings',
      lead: 'Trainings and courses in order of name. There is no best one. Choose at most four to compare.',
    },
    projects: {
      title: 'Projects and initiatives',
      lead: 'What is going on, who pays for it and what it will bring. What is running comes first.',
    },
    questions: {
      title: 'Research agenda',
      lead: 'What we do not know for sure yet. Questions with most support come first, once ten people support them.',
    },
    publications: {
      title: 'Books and reports',
      lead: 'Publications with author, year and publisher. The newest come first.',
    },
    dilemmas: {
      title: 'Dilemmas',
      lead: 'Hard choices, with arguments for and against. Use them in a moral deliberation or learning circle.',
    },
    funding: { title: 'Funding', lead: 'Where money for this work can come from.' },
    name: 'Name',
    region: 'Region',
    theme: 'Theme',
    support: 'Support',
    tellsFrom: 'cannot be told yet',
    none: 'There is nothing here yet.',
    everywhere: 'everywhere',
    notFilledIn: 'not filled in',
    nobodyYet: 'nobody has said so yet',
    byKind: 'See everything of one kind',
    seeAll: 'See all:',
    choose: 'Which do you want to compare?',
    compare: 'Compare',
    compareTitle: 'Compare trainings',
    compareLead: 'The trainings stand in the order in which you chose them. We pass no judgement.',
    compareNone: 'Choose two, three or four trainings to compare.',
    compareMany: 'You chose more than four. These are the first four.',
    what: 'What',
    again: 'Choose other trainings',
  },
)
