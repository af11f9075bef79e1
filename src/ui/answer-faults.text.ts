import type { Errors } from '../lib/form-values.ts'
import type { AnswerFault, AnswerFaultName } from '../lib/questionnaire/answers.ts'
import { bothLanguages, type Lang } from '../lib/words.ts'

type Sentences = Readonly<Record<AnswerFaultName, (bound: string) => string>>

const sentences = bothLanguages<Sentences>(
  {
    'unknown-field': () => 'Dit veld hoort niet bij deze vragenlijst',
    'wrong-shape': () => 'Dit antwoord past niet bij de vraag. Vul het opnieuw in',
    required: () => 'Beantwoord deze vraag',
    'unknown-option': () => 'Kies een van de antwoorden die er staan',
    'chosen-twice': () => 'Kies elk antwoord maar één keer',
    'too-many': (bound) => `Kies er hoogstens ${bound}`,
    'not-alone': () => 'Een van je antwoorden gaat niet samen met andere. Haal een vinkje weg',
    'other-not-chosen': () => 'Kies ook “Iets anders”, of maak dit veld leeg',
    'not-a-number': () => 'Vul een getal in, zoals 12',
    'too-small': (bound) => `Vul een getal in van ${bound} of meer`,
    'too-large': (bound) => `Vul een getal in van ${bound} of minder`,
    'too-many-decimals': (bound) =>
      bound === '0' ? 'Vul een heel getal in' : `Vul hoogstens ${bound} cijfers achter de komma in`,
    'amount-missing': () => 'Vul ook het getal in',
    'amount-contradicts': () => 'Wat je koos, past niet bij de getallen. Maak een van de twee leeg of kies iets anders',
    'range-open': () => 'Vul beide getallen in',
    'range-turned-round': () => 'Het eerste getal is groter dan het tweede',
    'date-incomplete': () => 'Vul de hele datum in',
    'no-such-date': () => 'Deze datum bestaat niet',
    'too-long': (bound) => `Maak je antwoord korter dan ${bound} tekens`,
    'odd-characters': () => 'Er staan tekens in die we niet kunnen bewaren. Typ je antwoord opnieuw',
  },
  {
    'unknown-field': () => 'This field is not part of this questionnaire',
    'wrong-shape': () => 'This answer does not fit the question. Fill it in again',
    required: () => 'Answer this question',
    'unknown-option': () => 'Choose one of the answers that are there',
    'chosen-twice': () => 'Choose each answer only once',
    'too-many': (bound) => `Choose at most ${bound}`,
    'not-alone': () => 'One of your answers goes with no other. Take a tick away',
    'other-not-chosen': () => 'Choose “Something else” too, or empty this field',
    'not-a-number': () => 'Fill in a number, such as 12',
    'too-small': (bound) => `Fill in a number of ${bound} or more`,
    'too-large': (bound) => `Fill in a number of ${bound} or less`,
    'too-many-decimals': (bound) =>
      bound === '0' ? 'Fill in a whole number' : `Fill in at most ${bound} digits behind the point`,
    'amount-missing': () => 'Fill in the number too',
    'amount-contradicts': () => 'What you chose does not fit the numbers. Empty one of them or choose something else',
    'range-open': () => 'Fill in both numbers',
    'range-turned-round': () => 'The first number is larger than the second',
    'date-incomplete': () => 'Fill in the whole date',
    'no-such-date': () => 'This date does not exist',
    'too-long': (bound) => `Keep your answer under ${bound} characters`,
    'odd-characters': () => 'It holds characters that we cannot keep. Type your answer again',
  },
)

const number = { nl: new Intl.NumberFormat('nl-NL'), en: new Intl.NumberFormat('en-GB') }

/** What is wrong with answers, as sentences beside their fields; the first one of each field. */
export function answerFaultErrors(faults: readonly AnswerFault[], lang: Lang): Errors {
  const errors: Record<string, string> = {}
  for (const { field, question, why, bound } of faults)
    errors[question === '' ? '_form' : field] ??= sentences[lang][why](
      bound === undefined ? '' : number[lang].format(bound),
    )
  return errors
}
