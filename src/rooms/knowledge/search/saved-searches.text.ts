import { bothLanguages } from '../../../lib/words.ts'

/** Sentences of following a search by mail: its pages and its letters. */
export const savedSearchText = bothLanguages(
  {
    invitation: 'Houd me op de hoogte',
    invitationText: 'Krijg op dinsdag een mail als er iets nieuws is voor deze zoekvraag. Een account is niet nodig.',
    title: 'Houd me op de hoogte',
    lead: 'Wij zoeken elke week voor je. Is er iets nieuws? Dan krijg je op dinsdag een mail.',
    promise: 'Je krijgt alleen wat er sinds de vorige keer bij kwam. Is er niets nieuws, dan krijg je geen mail.',
    search: 'Je zoekvraag',
    email: 'Je mailadres',
    emailHint:
      'Wij gebruiken het alleen hiervoor. Wij bewaren je adres en je zoekvraag zo dat alleen dit programma ze kan lezen.',
    emailWrong: 'Dit is geen mailadres zoals wij het kunnen gebruiken. Schrijf het zoals naam@voorbeeld.nl.',
    searchWrong: 'Deze zoekvraag is leeg. Zoek eerst, en kies dan weer ‘Houd me op de hoogte’.',
    choose: 'Kies iets uit de lijst.',
    lang: 'In welke taal?',
    langs: { nl: 'Nederlands', en: 'Engels' },
    send: 'Houd me op de hoogte',
    asked: {
      title: 'Kijk nu in je mail',
      lead: 'Je krijgt binnen een paar minuten een mail van ons. Druk daarin op de knop. Pas dan zoeken wij voor je.',
      hints: [
        'Geen mail gekregen? Kijk ook bij ongewenste mail.',
        'Heb je binnen 7 dagen niet op de knop gedrukt? Dan gooien wij je adres en je zoekvraag weg.',
        'Wij sturen naar één adres hoogstens 3 van deze mails per dag.',
      ],
      back: 'Terug naar zoeken',
    },
    confirm: {
      title: 'Wil je deze zoekvraag volgen?',
      lead: 'Druk op de knop. Dan mailen wij je op dinsdag wat er nieuw is.',
      press: 'Ja, houd me op de hoogte',
    },
    confirmed: {
      title: 'Je volgt deze zoekvraag',
      lead: 'De eerste mail komt op een dinsdag, als er iets nieuws is.',
      how: 'Onder elke mail staat een link. Daarmee stop je.',
    },
    stop: {
      title: 'Wil je deze zoekvraag niet meer volgen?',
      lead: 'Druk op de knop. Daarna krijg je geen mail meer over deze zoekvraag. Wij gooien je adres en je zoekvraag weg.',
      press: 'Stop met volgen',
    },
    stopped: {
      title: 'Je volgt deze zoekvraag niet meer',
      lead: 'Wij hebben je adres en je zoekvraag weggegooid.',
    },
    mine: {
      menu: 'Zoekvragen die ik volg',
      title: 'Zoekvragen die je volgt',
      lead: 'Voor deze zoekvragen zoeken wij elke week. Is er iets nieuws? Dan mailen wij je op dinsdag.',
      none: 'Je volgt nog geen zoekvraag',
      noneSentence: 'Zoek iets en kies onder de resultaten ‘Houd me op de hoogte’.',
      toSearch: 'Naar zoeken',
      waits: 'Wacht op je antwoord op onze mail',
      since: (day: string) => `Je volgt deze sinds ${day}`,
      stop: 'Stop met volgen',
      stopped: 'Je volgt die zoekvraag niet meer.',
    },
    confirmLetter: {
      subject: 'Wil je een zoekvraag volgen?',
      greeting: 'Hallo,',
      paragraphs: [
        'Iemand heeft dit mailadres ingevuld om een zoekvraag op het Ervaringsplein te volgen. Was jij dat? Druk dan op de knop. Je ziet dan eerst welke zoekvraag het is.',
        'De link werkt 7 dagen. Daarna gooien wij dit adres weg.',
      ],
      button: 'Bekijk de zoekvraag',
      footer: 'Was jij dit niet? Dan hoef je niets te doen. Je krijgt dan geen mail meer.',
    },
    letter: {
      subject: (n: number) =>
        n === 1
          ? 'Er is 1 nieuw stuk voor een zoekvraag die je volgt'
          : `Er zijn ${n} nieuwe stukken voor een zoekvraag die je volgt`,
      greeting: 'Hallo,',
      lead: (text: string) => `Dit kwam er sinds de vorige keer bij voor ‘${text}’.`,
      more: (n: number) => (n === 1 ? 'En nog 1 stuk' : `En nog ${n} stukken`),
      moreHint: 'Zoek ze op het plein.',
      button: 'Zoek opnieuw',
      footer: 'Je krijgt deze mail omdat je deze zoekvraag volgt. Wij kijken niet of je hem opent.',
      stop: 'Stoppen met volgen',
    },
  },
  {
    invitation: 'Keep me informed',
    invitationText: 'Get a mail on Tuesdays when there is something new for this search. You need no account.',
    title: 'Keep me informed',
    lead: 'We search for you every week. Is there something new? Then you get a mail on Tuesday.',
    promise: 'You only get what came since the last time. If there is nothing new, you get no mail.',
    search: 'Your search',
    email: 'Your mail address',
    emailHint: 'We use it for this only. We keep your address and your search so that only this program can read them.',
    emailWrong: 'This is not a mail address that we can use. Write it like name@example.org.',
    searchWrong: 'This search is empty. Search first, and then choose ‘Keep me informed’ again.',
    choose: 'Choose from the list.',
    lang: 'In which language?',
    langs: { nl: 'Dutch', en: 'English' },
    send: 'Keep me informed',
    asked: {
      title: 'Now look at your mail',
      lead: 'You get a mail from us within a few minutes. Press the button in it. Only then we search for you.',
      hints: [
        'No mail? Look in your spam folder too.',
        'If you do not press the button within 7 days, we throw your address and your search away.',
        'We send at most 3 of these mails a day to one address.',
      ],
      back: 'Back to the search',
    },
    confirm: {
      title: 'Do you want to follow this search?',
      lead: 'Press the button. Then we mail you on Tuesdays what is new.',
      press: 'Yes, keep me informed',
    },
    confirmed: {
      title: 'You follow this search',
      lead: 'The first mail comes on a Tuesday, when there is something new.',
      how: 'Under every mail is a link. With it you stop.',
    },
    stop: {
      title: 'Do you want to stop following this search?',
      lead: 'Press the button. After that you get no mail about this search. We throw your address and your search away.',
      press: 'Stop following',
    },
    stopped: {
      title: 'You do not follow this search any more',
      lead: 'We threw your address and your search away.',
    },
    mine: {
      menu: 'Searches I follow',
      title: 'Searches that you follow',
      lead: 'For these we search every week. Is there something new? Then we mail you on Tuesday.',
      none: 'You follow no search yet',
      noneSentence: 'Search for something and choose ‘Keep me informed’ under the results.',
      toSearch: 'To the search',
      waits: 'Waits for your answer to our mail',
      since: (day: string) => `You follow it since ${day}`,
      stop: 'Stop following',
      stopped: 'You do not follow that search any more.',
    },
    confirmLetter: {
      subject: 'Do you want to follow a search?',
      greeting: 'Hello,',
      paragraphs: [
        'Somebody filled in this mail address to follow a search on the Ervaringsplein. Was it you? Then press the button. You first see which search it is.',
        'The link works for 7 days. After that we throw this address away.',
      ],
      button: 'See the search',
      footer: 'Was it not you? Then you do not have to do anything. You will get no more mail.',
    },
    letter: {
      subject: (n) =>
        n === 1 ? 'There is 1 new item for a search you follow' : `There are ${n} new items for a search you follow`,
      greeting: 'Hello,',
      lead: (text) => `This is what came since the last time for ‘${text}’.`,
      more: (n) => (n === 1 ? 'And 1 more' : `And ${n} more`),
      moreHint: 'Find them on the square.',
      button: 'Search again',
      footer: 'You get this mail because you follow this search. We do not look whether you open it.',
      stop: 'Stop following',
    },
  },
)
