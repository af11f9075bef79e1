import { bothLanguages, longDate, counted } from '../../../lib/words.ts'

type Asked = {
  readonly organisation: string
  readonly title: string
  readonly closes: Date | null
  /** 0 for the first letter. */
  readonly reminder: 0 | 1 | 2
}

/** The letters to organisations that are asked. Their subject names no theme: somebody else may see the inbox. */
export const invitationLetters = bothLanguages(
  {
    subject: 'Een vragenlijst voor je organisatie',
    reminderSubject: 'Herinnering: een vragenlijst voor je organisatie',
    greeting: 'Hallo,',
    paragraphs: ({ organisation, title, closes, reminder }: Asked) => [
      ...(reminder === 0
        ? [`Wij vragen ${organisation} om een vragenlijst in te vullen: ${title}.`]
        : [
            `Eerder vroegen wij ${organisation} om een vragenlijst in te vullen: ${title}. Wij hebben nog geen antwoord.`,
          ]),
      'Met de link hieronder kun je meteen beginnen. Je hebt geen wachtwoord nodig. Je kunt stoppen en later verdergaan, en delen door collega’s laten invullen.',
      ...(closes === null ? [] : [`Invullen kan tot en met ${longDate(closes, 'nl')}.`]),
      ...(reminder === 2 ? ['Dit is de laatste herinnering.'] : []),
    ],
    button: 'Naar de vragenlijst',
    footer: (decline: string) =>
      `Niets voor jullie? Laat het weten met deze link, dan mailen wij niet meer: ${decline}`,
  },
  {
    subject: 'A questionnaire for your organisation',
    reminderSubject: 'Reminder: a questionnaire for your organisation',
    greeting: 'Hello,',
    paragraphs: ({ organisation, title, closes, reminder }: Asked) => [
      ...(reminder === 0
        ? [`We ask ${organisation} to fill in a questionnaire: ${title}.`]
        : [`Earlier we asked ${organisation} to fill in a questionnaire: ${title}. We have no answer yet.`]),
      'With the link below you can start at once. You need no password. You can stop and go on later, and let colleagues fill in parts.',
      ...(closes === null ? [] : [`You can fill it in until ${longDate(closes, 'en')}.`]),
      ...(reminder === 2 ? ['This is the last reminder.'] : []),
    ],
    button: 'To the questionnaire',
    footer: (decline: string) => `Not for you? Tell us with this link and we will mail no more: ${decline}`,
  },
)

/** Sentences for researchers who ask organisations, and for organisations that say no. */
export const invitationsText = bothLanguages(
  {
    title: (wave: string) => `Uitnodigen: ${wave}`,
    lead: 'Je ziet hier hoeveel organisaties antwoordden, en nooit welke.',
    asked: (n: number) =>
      `${counted(n, 'organisatie met een mailadres is', 'organisaties met een mailadres zijn')} nog niet uitgenodigd.`,
    askedNone: 'Iedereen met een mailadres is uitgenodigd.',
    notNow: 'Uitnodigen kan zodra de golf wordt getest of open is.',
    invite: 'Verstuur de uitnodigingen',
    busy: 'De uitnodigingen worden nu verstuurd. Dat kan even duren.',
    reminders:
      'Wie niet antwoordt, krijgt hoogstens 2 herinneringen: na een week, en een week later nog één. Wie verstuurt of “niets voor ons” kiest, krijgt niets meer.',
    progressTitle: 'Hoe ver is het?',
    progressHint:
      'Een aantal staat er pas als minstens 5 organisaties antwoordden en minstens 5 nog niet. Soms blijft nog een groep leeg, omdat je een klein aantal anders kunt uitrekenen.',
    group: 'Groep',
    invited: 'Uitgenodigd',
    answered: 'Verstuurd',
    all: 'Alle organisaties',
    kinds: { type: 'Soort organisatie', size: 'Grootte', region: 'Provincie' },
    unknown: 'Niet bekend',
    few: 'te weinig om te tonen',
    bouncedTitle: 'Mail die niet aankwam',
    bounced: 'Bij deze organisaties kwam de mail niet aan. Zoek een ander adres of bel.',
    settingsTitle: 'Afspraken over het invullen',
    doubles: 'Een organisatie verstuurt twee keer. Wat telt?',
    doublesHint: 'Dit ligt vast zodra de golf opent.',
    doublesRule: { latest: 'De laatste volledige vragenlijst', merge: 'Per deel kiezen wat telt' },
    fixedRule: (rule: string) => `Afgesproken voor dubbele antwoorden: ${rule.toLowerCase()}.`,
    openLink: 'Iedereen met de open link mag invullen',
    openLinkHint: 'Zulke antwoorden tellen pas mee als je weet van welke organisatie ze zijn.',
    openAddress: 'De open link:',
    save: 'Bewaar de afspraken',
    saved: 'De afspraken zijn bewaard.',
    choose: 'Kies wat telt.',
    matchTitle: 'Antwoorden via de open link',
    match: (n: number) => (n === 0 ? 'Er zijn geen antwoorden om te plaatsen.' : `${n} om te plaatsen.`),
    toMatch: 'Zeg van wie ze zijn',
    doublesTitle: 'Dubbele antwoorden',
    doublesLater: 'Dubbele antwoorden zie je als de golf gesloten is.',
    doublesCount: (n: number) => (n === 0 ? 'Er zijn geen dubbele antwoorden.' : `${n} om te beslissen.`),
    toDoubles: 'Beslis wat telt',
    declineTitle: 'Niets voor jullie?',
    decline: 'Druk op de knop. Dan mailen wij je organisatie niet meer over deze vragenlijst. Een reden hoeft niet.',
    declineButton: 'Mail ons niet meer',
    declinedTitle: 'Wij mailen niet meer',
    declined: 'Dank je wel voor het doorgeven. Toch invullen kan nog, met de link uit de eerste mail.',
  },
  {
    title: (wave: string) => `Inviting: ${wave}`,
    lead: 'You see how many organisations answered, and never which.',
    asked: (n: number) =>
      `${counted(n, 'organisation with a mail address was', 'organisations with a mail address were', 'en')} not invited yet.`,
    askedNone: 'Everybody with a mail address was invited.',
    notNow: 'You can invite as soon as the wave is in pilot or open.',
    invite: 'Send the invitations',
    busy: 'The invitations are being sent. That may take a while.',
    reminders:
      'Who does not answer gets at most 2 reminders: after a week, and one more a week later. Who sends or chooses “not for us” gets nothing more.',
    progressTitle: 'How far is it?',
    progressHint:
      'A number is shown only when at least 5 organisations answered and at least 5 did not. Sometimes one more group is left out, because a small number could be worked out.',
    group: 'Group',
    invited: 'Invited',
    answered: 'Sent',
    all: 'All organisations',
    kinds: { type: 'Type of organisation', size: 'Size', region: 'Province' },
    unknown: 'Not known',
    few: 'too few to show',
    bouncedTitle: 'Mail that did not arrive',
    bounced: 'At these organisations the mail did not arrive. Look for another address or call.',
    settingsTitle: 'Agreements about filling in',
    doubles: 'An organisation sends twice. What counts?',
    doublesHint: 'This is fixed as soon as the wave opens.',
    doublesRule: { latest: 'The latest complete questionnaire', merge: 'Choose per part what counts' },
    fixedRule: (rule: string) => `Agreed for double answers: ${rule.toLowerCase()}.`,
    openLink: 'Everybody with the open link may fill in',
    openLinkHint: 'Such answers count only once you know which organisation they are from.',
    openAddress: 'The open link:',
    save: 'Save the agreements',
    saved: 'The agreements were saved.',
    choose: 'Choose what counts.',
    matchTitle: 'Answers by the open link',
    match: (n: number) => (n === 0 ? 'There are no answers to place.' : `${n} to place.`),
    toMatch: 'Say whose they are',
    doublesTitle: 'Double answers',
    doublesLater: 'You see double answers when the wave has closed.',
    doublesCount: (n: number) => (n === 0 ? 'There are no double answers.' : `${n} to decide.`),
    toDoubles: 'Decide what counts',
    declineTitle: 'Not for you?',
    decline: 'Press the button. Then we mail your organisation no more about this questionnaire. You need no reason.',
    declineButton: 'Mail us no more',
    declinedTitle: 'We will mail no more',
    declined: 'Thank you for telling us. You can still fill it in, with the link of the first mail.',
  },
)
