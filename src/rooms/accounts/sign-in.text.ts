import { bothLanguages } from '../../lib/words.ts'

/** What the pages and letters about signing in say. */
export const signInWords = bothLanguages(
  {
    ask: {
      title: 'Inloggen',
      lead: 'Vul je e-mailadres in. Je krijgt een mail waarmee je inlogt. Een wachtwoord heb je niet nodig.',
      email: 'E-mailadres',
      send: 'Stuur mij de mail',
      wrongEmail: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl',
      noAccountTitle: 'Heb je nog geen account?',
      noAccount:
        'Je hebt geen account nodig om te zoeken of om een vraag te stellen. Wil je meedenken? Dan nodigt het adviespunt je uit.',
      askQuestion: 'Stel je vraag',
    },
    code: {
      title: 'Kijk in je mail',
      lead: 'Kennen wij je adres? Dan is er nu een mail naar je onderweg. Dat kan een minuut duren.',
      how: 'Druk op de knop in de mail. Of vul hieronder de code uit de mail in. Dat kan tien minuten lang.',
      code: 'Code uit de mail',
      hint: 'Acht letters en cijfers, zoals CDFG-3467.',
      submit: 'Inloggen',
      wrongShape: 'Vul de code van acht tekens uit de mail in',
      wrong: (left: number) =>
        left === 1
          ? 'Deze code klopt niet. Je kunt het nog één keer proberen.'
          : `Deze code klopt niet. Je kunt het nog ${left} keer proberen.`,
      nothing: 'Geen mail gekregen?',
      nothingHint: 'Kijk bij je ongewenste mail. Klopt je adres? Je kunt drie keer per dag een mail vragen.',
      again: 'Begin opnieuw',
    },
    link: {
      title: 'Bijna binnen',
      lead: 'Druk op de knop om in te loggen.',
      submit: 'Log mij in',
      elsewhereTitle: 'Typ de code in het andere scherm',
      elsewhere: 'Je opende deze link in een andere browser dan waarin je begon. Daarom werkt de knop hier niet.',
      elsewhereHow: 'Ga terug naar het scherm waarin je je e-mailadres invulde. Typ daar de code uit de mail.',
      elsewhereAgain: 'Of log hier opnieuw in',
      endedTitle: 'Deze mail werkt niet meer',
      ended:
        'De link of de code is al gebruikt of te oud. Ook na vijf verkeerde codes stopt hij. Vraag een nieuwe mail aan.',
    },
    letter: {
      subject: 'Inloggen',
      hello: (name: string) => `Hallo ${name},`,
      asked: 'Iemand vroeg met dit adres om in te loggen. Was jij dat? Druk dan op de knop, in dezelfde browser.',
      code: (code: string) => `Of typ deze code in het scherm waarin je begon: ${code}`,
      until: 'De link en de code werken tien minuten.',
      button: 'Ga verder met inloggen',
      notYou: 'Was jij het niet? Dan hoef je niets te doen. Deel de code met niemand.',
    },
    invitation: {
      subject: 'Je bent uitgenodigd',
      hello: (name: string) => `Hallo ${name},`,
      invited: 'Je hebt een account gekregen. Je hoeft er niets voor in te stellen.',
      how: 'Log in met dit e-mailadres. Je krijgt dan een mail met een code.',
      button: 'Inloggen',
      notExpected: 'Verwachtte je dit niet? Dan hoef je niets te doen.',
    },
    changed: {
      subject: 'Je tweede stap is veranderd',
      hello: (name: string) => `Hallo ${name},`,
      what: 'De tweede stap bij het inloggen is ingesteld, veranderd of gebruikt met een herstelcode.',
      notYou:
        'Was jij dit niet? Log dan in en kies bij je instellingen: overal uitloggen. Vertel het ook aan de beheerder.',
      button: 'Naar mijn instellingen',
    },
    silent: {
      subject: 'Wil je je account houden?',
      hello: (name: string) => `Hallo ${name},`,
      what: 'Je hebt anderhalf jaar niet ingelogd. Wil je je account houden? Log dan een keer in.',
      otherwise: 'Doe je dat niet? Dan wissen wij je account na een half jaar.',
      button: 'Inloggen',
    },
  },
  {
    ask: {
      title: 'Sign in',
      lead: 'Fill in your e-mail address. You get a mail with which you sign in. You need no password.',
      email: 'E-mail address',
      send: 'Send me the mail',
      wrongEmail: 'Fill in an e-mail address, such as name@example.org',
      noAccountTitle: 'No account yet?',
      noAccount:
        'You need no account to search or to ask a question. Do you want to think along? Then the advice desk invites you.',
      askQuestion: 'Ask your question',
    },
    code: {
      title: 'Look at your mail',
      lead: 'If we know your address, a mail is on its way to you now. It can take a minute.',
      how: 'Press the button in the mail. Or fill in the code from the mail below. You have ten minutes.',
      code: 'Code from the mail',
      hint: 'Eight letters and digits, such as CDFG-3467.',
      submit: 'Sign in',
      wrongShape: 'Fill in the code of eight characters from the mail',
      wrong: (left: number) =>
        left === 1
          ? 'This code is not right. You can try once more.'
          : `This code is not right. You can try ${left} more times.`,
      nothing: 'No mail?',
      nothingHint: 'Look among your unwanted mail. Is your address right? You can ask for a mail three times a day.',
      again: 'Start again',
    },
    link: {
      title: 'Almost in',
      lead: 'Press the button to sign in.',
      submit: 'Sign me in',
      elsewhereTitle: 'Type the code on the other screen',
      elsewhere:
        'You opened this link in another browser than the one you began in. That is why the button does not work here.',
      elsewhereHow: 'Go back to the screen where you filled in your e-mail address. Type the code from the mail there.',
      elsewhereAgain: 'Or sign in here anew',
      endedTitle: 'This mail no longer works',
      ended: 'The link or the code was used or is too old. It also stops after five wrong codes. Ask for a new mail.',
    },
    letter: {
      subject: 'Sign in',
      hello: (name: string) => `Hello ${name},`,
      asked: 'Somebody asked to sign in with this address. Was it you? Then press the button, in the same browser.',
      code: (code: string) => `Or type this code on the screen where you began: ${code}`,
      until: 'The link and the code work for ten minutes.',
      button: 'Go on signing in',
      notYou: 'Was it not you? Then you need not do anything. Share the code with nobody.',
    },
    invitation: {
      subject: 'You are invited',
      hello: (name: string) => `Hello ${name},`,
      invited: 'You were given an account. You need not set up anything.',
      how: 'Sign in with this e-mail address. You then get a mail with a code.',
      button: 'Sign in',
      notExpected: 'Did you not expect this? Then you need not do anything.',
    },
    changed: {
      subject: 'Your second step was changed',
      hello: (name: string) => `Hello ${name},`,
      what: 'The second step of signing in was set up, changed, or used with a recovery code.',
      notYou:
        'Was it not you? Then sign in and choose in your settings: sign out everywhere. Tell the administrator too.',
      button: 'To my settings',
    },
    silent: {
      subject: 'Do you want to keep your account?',
      hello: (name: string) => `Hello ${name},`,
      what: 'You have not signed in for a year and a half. Do you want to keep your account? Then sign in once.',
      otherwise: 'If you do not, we erase your account after half a year.',
      button: 'Sign in',
    },
  },
)
