import { bothLanguages, counted } from '../../../lib/words.ts'
import type { Answer, Standing } from './checks.rules.ts'

type PerAnswer = Readonly<Record<Answer, string>>
type PerStanding = Readonly<Record<Standing, string>>

/** The sentences about whether items are still right. */
export const checksWords = bothLanguages(
  {
    title: 'Klopt dit nog?',
    lead: 'Deze items vragen om een blik van jullie. Kies per item wat er aan de hand is. Wat je nu niet weet, laat je open.',
    leadLetter:
      'Dit vroegen wij je in de mail. Je hoeft niet in te loggen. Je antwoord komt onder je eigen naam te staan.',
    none: 'Er is niets na te kijken',
    noneSentence: 'Alles van jouw organisaties is op tijd nagekeken.',
    noneLetter: 'Wat wij je vroegen, is beantwoord of staat niet meer op het plein. Dank je wel.',
    standings: {
      'in-time': 'Op tijd nagekeken',
      due: 'Binnenkort nakijken',
      overdue: 'Over de datum',
      stale: 'Lang niet nagekeken',
    } satisfies PerStanding as PerStanding,
    lastChecked: 'Laatst nagekeken',
    reviewBy: 'Nakijken vóór of op',
    forWhom: 'Namens',
    needsWork: 'Jullie zeiden: hier is werk aan.',
    brokenLinks: 'Deze links werken niet meer. Dat zagen wij op verschillende dagen:',
    read: 'Lees het item',
    edit: 'Pas het item aan',
    answer: (title: string) => `Wat is er met ‘${title}’?`,
    answers: {
      'still-right': 'Het klopt nog',
      'needs-work': 'Er is werk aan',
      retire: 'Haal het van het plein',
      'not-ours': 'Wij zorgen hier niet meer voor',
    } satisfies PerAnswer as PerAnswer,
    hints: {
      'still-right': 'Ook als er niets is veranderd. De datum van nakijken wordt vandaag.',
      'needs-work': 'Lezers zien dat er iets niet meer klopt. Het item blijft staan.',
      retire: 'Het verdwijnt meteen voor iedereen. Je kunt het later weer terugzetten.',
      'not-ours': 'Zorgt er nog iemand anders voor? Dan stappen jullie eruit. Anders zoeken wij eerst een ander.',
    } satisfies PerAnswer as PerAnswer,
    answered: (what: string, day: string) => `Jullie antwoord van ${day}: ${what}.`,
    chooseOne: 'Kies bij minstens één item een antwoord',
    choose: 'Kies een van de antwoorden',
    send: 'Verstuur de antwoorden',
    back: 'Naar de redactie',
    toChecks: 'Klopt dit nog?',
    retiredBecause: 'Bij het nakijken: dit geldt niet meer.',
    notOursBecause: 'Bij het nakijken: wij zorgen hier niet meer voor.',
    publishChecked: 'Ik heb het hele item nagekeken',
    publishCheckedHint: 'Laat dit leeg bij een kleine verbetering. Dan blijft de datum van nakijken staan.',
    rhythm: 'Hoe vaak kijken jullie dit na?',
    rhythmHint: 'Wat snel verandert, kijk je vaker na.',
    rhythmOfKind: (months: number) => `Zoals bij deze soort: elke ${months} maanden`,
    rhythmMonths: (months: number) => `Elke ${months} maanden`,
    rhythmSend: 'Bewaar',
    letter: {
      subject: 'Klopt dit nog? Items van jullie om na te kijken',
      greeting: 'Beste redacteur,',
      asked: (n: number) =>
        n === 1
          ? 'Eén item van jullie op Ervaringsplein vraagt om een blik.'
          : `${n} items van jullie op Ervaringsplein vragen om een blik.`,
      late: (n: number) =>
        n === 1
          ? 'Eén daarvan is over de datum. Lezers zien daar een waarschuwing bij.'
          : `${n} daarvan zijn over de datum. Lezers zien daar een waarschuwing bij.`,
      links: (n: number) =>
        n === 1 ? 'Bij één item werkt een link niet meer.' : `Bij ${n} items werkt een link niet meer.`,
      how: 'Op één pagina zeg je per item of het nog klopt. Dat kost meestal een paar minuten.',
      button: 'Kijk de items na',
      footer:
        'Deze link is van jou en werkt 60 dagen. Je krijgt hierover hooguit één keer per week een mail. Niet elke redacteur hoeft te antwoorden: één is genoeg.',
    },
  },
  {
    title: 'Is this still right?',
    lead: 'These items ask you to look at them. Choose for each item what is the matter. Leave open what you do not know now.',
    leadLetter:
      'This is what we asked you by mail. You do not have to sign in. Your answer is kept under your own name.',
    none: 'There is nothing to check',
    noneSentence: 'Everything of your organisations was checked in time.',
    noneLetter: 'What we asked you was answered, or is no longer on the square. Thank you.',
    standings: {
      'in-time': 'Checked in time',
      due: 'To be checked soon',
      overdue: 'Past its date',
      stale: 'Not checked for a long time',
    },
    lastChecked: 'Last checked',
    reviewBy: 'Check on or before',
    forWhom: 'On behalf of',
    needsWork: 'You said: this needs work.',
    brokenLinks: 'These links do not work any more. We saw that on several days:',
    read: 'Read the item',
    edit: 'Change the item',
    answer: (title: string) => `What about ‘${title}’?`,
    answers: {
      'still-right': 'It is still right',
      'needs-work': 'It needs work',
      retire: 'Take it off the square',
      'not-ours': 'We do not look after this any more',
    },
    hints: {
      'still-right': 'Also when nothing has changed. The day of checking becomes today.',
      'needs-work': 'Readers see that something is not right any more. The item stays.',
      retire: 'It goes at once, for everybody. You can put it back later.',
      'not-ours': 'Does somebody else look after it too? Then you step out. If not, we first look for somebody.',
    },
    answered: (what: string, day: string) => `Your answer of ${day}: ${what}.`,
    chooseOne: 'Choose an answer for at least one item',
    choose: 'Choose one of the answers',
    send: 'Send the answers',
    back: 'To the editors’ list',
    toChecks: 'Is this still right?',
    retiredBecause: 'When it was checked: this no longer holds.',
    notOursBecause: 'When it was checked: we do not look after this any more.',
    publishChecked: 'I checked all of this item',
    publishCheckedHint: 'Leave this empty for a small improvement. The day of checking then stays as it is.',
    rhythm: 'How often do you check this?',
    rhythmHint: 'What changes quickly is checked more often.',
    rhythmOfKind: (months: number) => `As for this kind: every ${months} months`,
    rhythmMonths: (months: number) => `Every ${months} months`,
    rhythmSend: 'Keep',
    letter: {
      subject: 'Is this still right? Items of yours to check',
      greeting: 'Dear editor,',
      asked: (n: number) => `${counted(n, 'item', 'items', 'en')} of yours on Ervaringsplein should be looked at.`,
      late: (n: number) =>
        n === 1
          ? 'One of them is past its date. Readers see a warning there.'
          : `${n} of them are past their date. Readers see a warning there.`,
      links: (n: number) =>
        n === 1 ? 'In one item a link does not work any more.' : `In ${n} items a link does not work any more.`,
      how: 'On one page you say for each item whether it is still right. That usually takes a few minutes.',
      button: 'Check the items',
      footer:
        'This link is yours and works for 60 days. You get a mail about this at most once a week. Not every editor has to answer: one is enough.',
    },
  },
)

/** What readers are told about checking: on an item and on the page with figures. */
export const freshnessWords = bothLanguages(
  {
    overdueTitle: 'Misschien verouderd',
    overdue: (day: string) => `Dit had uiterlijk op ${day} nagekeken moeten zijn. Misschien klopt niet alles meer.`,
    stale: (day: string) =>
      `Dit had al uiterlijk op ${day} nagekeken moeten zijn. Vertrouw er niet op zonder het zelf na te gaan.`,
    needsWorkTitle: 'Hier is werk aan',
    needsWork: 'Wie hiervoor zorgt, zegt: er klopt iets niet meer. Het wordt nog aangepast.',
    nextCheck: 'Opnieuw nakijken uiterlijk',
    figures: {
      title: 'Cijfers over het plein',
      lead: 'Hoe goed houden wij de kennis op het plein bij?',
      heading: 'Aandeel op tijd nagekeken',
      share: (share: string, items: string) => `${share} van ${items} op het plein is op tijd nagekeken.`,
      items: (n: number) => counted(n, 'item', 'items'),
      none: 'Er staat nog niets op het plein.',
      caption: 'Items naar hoe lang geleden ze zijn nagekeken',
      standing: 'Stand',
      number: 'Aantal',
      total: 'Alle items op het plein',
      howTitle: 'Zo tellen wij',
      how: [
        'Wij tellen alle items die nu op het plein staan. Wat is teruggehaald, telt niet mee.',
        'Elke soort heeft een eigen ritme: van een half jaar voor wat snel verandert tot drie jaar voor een boek. Wie voor een item zorgt, kan een ander ritme kiezen.',
        'Op tijd is een item tot en met de dag waarop het opnieuw moet zijn nagekeken. Een maand daarvoor vragen wij erom.',
        'Alleen echt nakijken telt. Een verbeterde tikfout verandert de datum niet.',
        'Na een half ritme over de datum heet een item ‘lang niet nagekeken’. Dat is na minstens drie maanden en hooguit een jaar. Het zakt dan in de zoekresultaten.',
        'De cijfers worden elke nacht bijgewerkt, en na elke verandering.',
      ],
    },
    figuresLink: 'Hoe goed houden wij dit bij?',
  },
  {
    overdueTitle: 'Possibly outdated',
    overdue: (day: string) => `This should have been checked by ${day}. Not everything may be right any more.`,
    stale: (day: string) =>
      `This should have been checked by ${day} already. Do not rely on it without making sure yourself.`,
    needsWorkTitle: 'This needs work',
    needsWork: 'Who looks after this says: something is not right any more. It will be changed.',
    nextCheck: 'To be checked again by',
    figures: {
      title: 'Figures about the square',
      lead: 'How well do we keep the knowledge on the square up to date?',
      heading: 'Share checked in time',
      share: (share: string, items: string) => `${share} of ${items} on the square was checked in time.`,
      items: (n: number) => counted(n, 'item', 'items', 'en'),
      none: 'There is nothing on the square yet.',
      caption: 'Items by how long ago they were checked',
      standing: 'Standing',
      number: 'Number',
      total: 'All items on the square',
      howTitle: 'How we count',
      how: [
        'We count all items that are on the square now. What was withdrawn does not count.',
        'Each kind has a rhythm of its own: from half a year for what changes quickly to three years for a book. Who looks after an item can choose another rhythm.',
        'An item is in time up to and including the day on which it must have been checked again. A month before that we ask for it.',
        'Only real checking counts. A corrected typing error does not change the day.',
        'Half a rhythm past its date an item is called ‘not checked for a long time’. That is after at least three months and at most a year. It then sinks in the search results.',
        'The figures are brought up to date every night, and after every change.',
      ],
    },
    figuresLink: 'How well do we keep this up to date?',
  },
)
