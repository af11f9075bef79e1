import type { Lang, Words } from '../lib/words.ts'

/** What a person reads of a refusal: what is the matter, and what can be done. */
export type ProblemWords = { readonly title: string; readonly sentence: string }

/** A refusal on purpose. It rolls back what was begun, and becomes a page for people, RFC 9457 for the API. */
export class Problem extends Error {
  readonly room: string
  readonly problem: string
  readonly status: number
  readonly words: Words<ProblemWords>
  constructor(room: string, problem: string, status: number, words: Words<ProblemWords>) {
    super(`${room}.${problem}`)
    this.room = room
    this.problem = problem
    this.status = status
    this.words = words
  }
}

/** The refusals of a room by name; each makes a Problem to throw. */
export type Catalogue<Name extends string> = { readonly [K in Name]: () => Problem }

/**
 * Declares what a room refuses on purpose. A refusal without a sentence in both languages does not compile.
 * @param statuses the HTTP status per refusal
 */
export function catalogue<const Name extends string>(
  room: string,
  statuses: Readonly<Record<Name, number>>,
  words: Words<Readonly<Record<NoInfer<Name>, ProblemWords>>>,
): Catalogue<Name> {
  const make = (name: Name) => () => new Problem(room, name, statuses[name], { nl: words.nl[name], en: words.en[name] })
  return Object.fromEntries((Object.keys(statuses) as Name[]).map((name) => [name, make(name)])) as Catalogue<Name>
}

/** The refusal as RFC 9457 says it. `instance` is the number of the request. */
export const asProblemJson = (problem: Problem, lang: Lang, instance: string) => ({
  type: `https://ervaringsplein.example/problemen/${problem.room}/${problem.problem}`,
  title: problem.words[lang].title,
  status: problem.status,
  detail: problem.words[lang].sentence,
  instance,
})

/** Refusals that any route can give. */
export const problems = catalogue(
  'platform',
  {
    'not-found': 404,
    forbidden: 403,
    'foreign-origin': 403,
    'method-not-allowed': 405,
    'wrong-encoding': 400,
    'unknown-form': 415,
    'too-large': 413,
    'files-too-large': 413,
    'too-many': 429,
    'same-key-other-content': 422,
    'being-handled': 409,
    'changed-meanwhile': 409,
    'link-ended': 410,
    'sign-in-first': 401,
    'stronger-sign-in': 403,
    busy: 503,
    'disk-full': 507,
    bug: 500,
  },
  {
    nl: {
      'not-found': {
        title: 'Deze pagina bestaat niet',
        sentence:
          'Misschien is de pagina verplaatst, of klopt het adres niet. Zoek op het plein of ga naar de startpagina.',
      },
      forbidden: {
        title: 'Deze pagina is niet voor jou',
        sentence:
          'Je mag deze pagina niet bekijken. Denk je dat dit niet klopt? Vraag het dan aan de mensen van het adviespunt.',
      },
      'foreign-origin': {
        title: 'Dit formulier kwam van een andere site',
        sentence:
          'Voor je veiligheid doen wij niets met formulieren van andere sites. Open de pagina hier opnieuw en verstuur het nog een keer.',
      },
      'method-not-allowed': {
        title: 'Dat kan hier niet',
        sentence: 'Deze pagina kun je niet op deze manier gebruiken. Ga terug en probeer het opnieuw.',
      },
      'wrong-encoding': {
        title: 'Wij konden de tekst niet lezen',
        sentence:
          'De tekst bevat tekens die wij niet konden lezen. Ga terug, typ de tekst opnieuw en verstuur hem nog een keer.',
      },
      'unknown-form': {
        title: 'Wij konden dit niet lezen',
        sentence: 'De gegevens kwamen in een vorm die wij niet kennen. Gebruik het formulier op de pagina.',
      },
      'too-large': {
        title: 'Dit is te groot',
        sentence: 'Wat je stuurde is te groot voor dit formulier. Maak de tekst korter en verstuur hem opnieuw.',
      },
      'files-too-large': {
        title: 'Dit bestand is te groot',
        sentence: 'Bij het veld staat hoe groot een bestand mag zijn. Kies een kleiner bestand, of deel het op.',
      },
      'too-many': {
        title: 'Even wachten',
        sentence: 'Er kwamen te veel vragen achter elkaar. Wacht een minuut en probeer het dan opnieuw.',
      },
      'same-key-other-content': {
        title: 'Dit formulier is al verstuurd',
        sentence:
          'Je verstuurde dit formulier al, met andere tekst. Open het formulier opnieuw om iets nieuws te sturen.',
      },
      'being-handled': {
        title: 'Wij zijn er al mee bezig',
        sentence: 'Je drukte twee keer. De eerste keer wordt nog verwerkt. Wacht even en kijk dan opnieuw.',
      },
      'changed-meanwhile': {
        title: 'Iemand anders was je voor',
        sentence: 'Dit is net veranderd door iemand anders. Bekijk hoe het nu is en kies opnieuw.',
      },
      'link-ended': {
        title: 'Deze link werkt niet meer',
        sentence: 'De link is al gebruikt, te oud of ingetrokken. Vraag zo nodig een nieuwe aan.',
      },
      'sign-in-first': { title: 'Log eerst in', sentence: 'Voor deze pagina moet je ingelogd zijn.' },
      'stronger-sign-in': {
        title: 'Nog één controle',
        sentence: 'Voor deze pagina is een code uit je app nodig. Stel die in of vul hem in.',
      },
      busy: {
        title: 'Het is even te druk',
        sentence: 'Wij konden dit nu niet verwerken. Er is niets verloren. Probeer het over een minuut opnieuw.',
      },
      'disk-full': {
        title: 'Opslaan lukt nu niet',
        sentence:
          'Er is geen ruimte om je gegevens te bewaren. Er is niets opgeslagen. De beheerder weet ervan. Probeer het later opnieuw.',
      },
      bug: {
        title: 'Er ging iets mis',
        sentence: 'Dat ligt aan ons. Probeer het opnieuw. Blijft het misgaan? Noem dan het nummer hieronder.',
      },
    },
    en: {
      'not-found': {
        title: 'This page does not exist',
        sentence: 'The page may have moved, or the address is not right. Search the square or go to the home page.',
      },
      forbidden: {
        title: 'This page is not for you',
        sentence: 'You may not see this page. If you think this is wrong, ask the people of the advice desk.',
      },
      'foreign-origin': {
        title: 'This form came from another site',
        sentence: 'For your safety we ignore forms from other sites. Open the page here again and send it once more.',
      },
      'method-not-allowed': {
        title: 'That is not possible here',
        sentence: 'This page cannot be used in this way. Go back and try again.',
      },
      'wrong-encoding': {
        title: 'We could not read the text',
        sentence:
          'The text holds characters that we could not read. Go back, type the text again and send it once more.',
      },
      'unknown-form': {
        title: 'We could not read this',
        sentence: 'The data came in a form that we do not know. Use the form on the page.',
      },
      'too-large': {
        title: 'This is too large',
        sentence: 'What you sent is too large for this form. Make the text shorter and send it again.',
      },
      'files-too-large': {
        title: 'This file is too large',
        sentence: 'The field says how large a file may be. Choose a smaller file, or split it.',
      },
      'too-many': {
        title: 'Please wait a moment',
        sentence: 'There were too many requests in a row. Wait a minute and try again.',
      },
      'same-key-other-content': {
        title: 'This form was sent already',
        sentence: 'You sent this form before, with other text. Open the form again to send something new.',
      },
      'being-handled': {
        title: 'We are working on it',
        sentence: 'You pressed twice. The first press is still being handled. Wait a moment and look again.',
      },
      'changed-meanwhile': {
        title: 'Somebody was first',
        sentence: 'This was just changed by somebody else. Look at the new state and choose again.',
      },
      'link-ended': {
        title: 'This link no longer works',
        sentence: 'The link was used, is too old or was withdrawn. Ask for a new one if you need it.',
      },
      'sign-in-first': { title: 'Sign in first', sentence: 'You must be signed in for this page.' },
      'stronger-sign-in': {
        title: 'One more check is needed',
        sentence: 'This page asks for a code from your app. Set it up or fill it in.',
      },
      busy: {
        title: 'It is too busy right now',
        sentence: 'We could not handle your request now. Nothing is lost. Try again in a minute.',
      },
      'disk-full': {
        title: 'Saving is not possible now',
        sentence: 'There is no room to keep your data. Nothing was saved. The administrator knows. Try again later.',
      },
      bug: {
        title: 'Something went wrong',
        sentence: 'That is our fault. Try again. If it keeps going wrong, tell us the number below.',
      },
    },
  },
)

/** A constraint of the database is a refusal too: its name leads to the Problem. */
export type Constraints = Readonly<Record<string, () => Problem>>

// What the driver says by itself has no code: nobody gave a connection back in time, or the one there was is gone.
const unreachable =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/

/** What PostgreSQL said, turned into a refusal where we have one. @returns null when it is a bug. */
export function problemOfDatabase(error: unknown, constraints: Constraints): Problem | null {
  if (typeof error !== 'object' || error === null) return null
  const { code, constraint, message } = error as { code?: string; constraint?: string; message?: string }
  if (constraint !== undefined && constraints[constraint]) return constraints[constraint]()
  switch (code) {
    case '40001':
    case '40P01':
    case '55P03':
      return problems['changed-meanwhile']()
    case '53100':
      return problems['disk-full']()
    case '57014':
    case '53300':
    case '57P01':
    case '57P03':
    case '08006':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ENOENT':
      return problems.busy()
    default:
      return unreachable.test(message ?? '') ? problems.busy() : null
  }
}
