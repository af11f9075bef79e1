import { bothLanguages, counted } from '../../../lib/words.ts'

/** What a researcher reads before a wave is opened or closed, and while its figures are reckoned. */
export const moveWords = bothLanguages(
  {
    todo: 'Dit moet eerst:',
    happens: 'Dit gebeurt er',
    never: 'Dit kun je niet terugdraaien.',
    back: 'Nee, ga terug',
    open: {
      title: 'Wil je deze golf openen?',
      button: 'Ja, open de golf',
      questions: (title: string) => `De vragenlijst “${title}” ligt vast. Je kunt geen vraag meer veranderen.`,
      frame: (n: number) => `Je vraagt ${counted(n, 'organisatie', 'organisaties')}. Daar kan er geen meer bij of af.`,
      plan: (n: number) =>
        `Het plan met ${counted(n, 'hoofdvraag', 'hoofdvragen')} ligt vast. Verander je later iets, dan staat dat met je reden bij de uitkomsten.`,
      trials: (n: number) =>
        `${counted(n, 'proefplaats verdwijnt', 'proefplaatsen verdwijnen')}, met alles wat daar is ingevuld.`,
      closes: (day: string) => `Invullen kan tot en met ${day}. Die dag kun je later nog verzetten.`,
      letters: 'Er gaat nog geen mail weg. Uitnodigen doe je hierna.',
    },
    close: {
      title: 'Wil je deze golf sluiten?',
      button: 'Ja, sluit de golf',
      answered: (answered: number, asked: number) =>
        `${answered} van de ${counted(asked, 'uitgenodigde organisatie heeft', 'uitgenodigde organisaties hebben')} verstuurd.`,
      few: (asked: number) =>
        `Je hebt ${counted(asked, 'organisatie', 'organisaties')} uitgenodigd. Minder dan 5 hebben verstuurd.`,
      uninvited: (n: number) => `${counted(n, 'organisatie is', 'organisaties zijn')} nog niet uitgenodigd.`,
      early: (day: string) => `De laatste dag is nu ${day}. Die wordt vandaag.`,
      halfway: 'Wie halverwege is, kan niet meer versturen. Die antwoorden tellen niet mee.',
      letters: 'Er gaan geen uitnodigingen en herinneringen meer uit.',
      again: 'Een gesloten golf gaat nooit meer open.',
    },
    invite: {
      title: 'Wil je de uitnodigingen versturen?',
      button: 'Ja, verstuur de uitnodigingen',
      letters: (n: number) =>
        `${counted(n, 'organisatie krijgt', 'organisaties krijgen')} een mail met een eigen link.`,
      tests: (n: number) => `${counted(n, 'proefplaats krijgt', 'proefplaatsen krijgen')} een mail met een eigen link.`,
      reminders: 'Wie niet antwoordt, krijgt na een week een herinnering, en een week later nog één.',
      never: 'Een verstuurde mail kun je niet terughalen.',
    },
    reckoning: {
      title: 'Uitkomsten berekenen',
      none: 'De berekening begint zo.',
      asked: 'De berekening staat klaar en begint zo.',
      running: (done: number, all: number) => `De berekening loopt: stap ${done + 1} van ${all}.`,
      look: 'Ververs deze pagina om te zien hoe ver het is.',
      found: (day: string) => `De uitkomsten zijn berekend op ${day}.`,
      propose: 'Stel de uitkomsten voor als uitgave',
      failed: 'De berekening lukte niet.',
      why: {
        'too-slow': 'Het duurde te lang.',
        'too-large': 'Er was te weinig geheugen voor.',
        broken: 'Er ging iets mis in het programma. Meld dit aan de beheerder.',
        'not-cleaned': 'De antwoorden stonden nog niet vast.',
        'no-plan': 'Er is geen plan vastgelegd.',
      },
      again: 'Bereken opnieuw',
    },
  },
  {
    todo: 'This comes first:',
    happens: 'This is what happens',
    never: 'This cannot be undone.',
    back: 'No, go back',
    open: {
      title: 'Do you want to open this wave?',
      button: 'Yes, open the wave',
      questions: (title: string) => `The questionnaire “${title}” is fixed. No question can change any more.`,
      frame: (n: number) =>
        `You ask ${counted(n, 'organisation', 'organisations', 'en')}. None can be added or taken out.`,
      plan: (n: number) =>
        `The plan with ${counted(n, 'main question', 'main questions', 'en')} is fixed. What you change later stands with your reason beside the results.`,
      trials: (n: number) =>
        `${counted(n, 'test place goes', 'test places go', 'en')}, with everything that was filled in there.`,
      closes: (day: string) => `It can be filled in until ${day}. That day can still be moved later.`,
      letters: 'No mail leaves yet. Inviting comes after this.',
    },
    close: {
      title: 'Do you want to close this wave?',
      button: 'Yes, close the wave',
      answered: (answered: number, asked: number) =>
        `${answered} of the ${counted(asked, 'invited organisation has', 'invited organisations have', 'en')} sent their answers.`,
      few: (asked: number) =>
        `You invited ${counted(asked, 'organisation', 'organisations', 'en')}. Fewer than 5 sent their answers.`,
      uninvited: (n: number) => `${counted(n, 'organisation was', 'organisations were', 'en')} not invited yet.`,
      early: (day: string) => `The last day is ${day} now. It becomes today.`,
      halfway: 'Who is halfway cannot send any more. Those answers do not count.',
      letters: 'No more invitations and reminders leave.',
      again: 'A closed wave is never opened again.',
    },
    invite: {
      title: 'Do you want to send the invitations?',
      button: 'Yes, send the invitations',
      letters: (n: number) =>
        `${counted(n, 'organisation gets', 'organisations get', 'en')} a mail with a link of its own.`,
      tests: (n: number) => `${counted(n, 'test place gets', 'test places get', 'en')} a mail with a link of its own.`,
      reminders: 'Who does not answer gets a reminder after a week, and one more a week later.',
      never: 'A mail that was sent cannot be taken back.',
    },
    reckoning: {
      title: 'Computing the results',
      none: 'The computation begins soon.',
      asked: 'The computation is ready and begins soon.',
      running: (done: number, all: number) => `The computation runs: step ${done + 1} of ${all}.`,
      look: 'Refresh this page to see how far it is.',
      found: (day: string) => `The results were computed on ${day}.`,
      propose: 'Propose the results as a release',
      failed: 'The computation did not succeed.',
      why: {
        'too-slow': 'It took too long.',
        'too-large': 'There was too little memory for it.',
        broken: 'Something went wrong in the program. Tell the administrator.',
        'not-cleaned': 'The answers were not final yet.',
        'no-plan': 'No plan was fixed.',
      },
      again: 'Compute again',
    },
  },
)
