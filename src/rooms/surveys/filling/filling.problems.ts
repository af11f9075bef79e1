import { catalogue, type Constraints } from '../../../platform/problems.ts'

/** What is refused on purpose around filling in a wave. */
export const problems = catalogue(
  'surveys',
  {
    'wave-closed': 409,
    'wave-not-open': 409,
    'part-running': 409,
    'not-sent-yet': 409,
    'doubles-fixed': 409,
    'matched-already': 409,
    'double-decided': 409,
    'double-reason-missing': 409,
  },
  {
    nl: {
      'wave-closed': {
        title: 'De peiling is gesloten',
        sentence: 'Versturen kan niet meer. Wat je invulde is niet weg: met je link kun je het nog 30 dagen lezen.',
      },
      'wave-not-open': {
        title: 'Uitnodigen kan nu niet',
        sentence: 'De golf wordt niet getest en is niet open. Bekijk hoe het er nu voor staat.',
      },
      'part-running': {
        title: 'Dit deel ligt al bij een collega',
        sentence: 'Laat eerst die link stoppen. Daarna kun je het deel aan iemand anders geven.',
      },
      'not-sent-yet': {
        title: 'De antwoorden zijn nog niet verstuurd',
        sentence: 'Verstuur ze eerst. Daarna mailen wij een link om ze te lezen.',
      },
      'doubles-fixed': {
        title: 'Deze afspraak ligt vast',
        sentence: 'De golf is al open. Wat telt bij dubbele antwoorden, verandert dan niet meer.',
      },
      'matched-already': {
        title: 'Dit antwoord is al geplaatst',
        sentence: 'Iemand anders was je voor. Bekijk wat er nog wacht.',
      },
      'double-decided': {
        title: 'Hierover is al beslist',
        sentence: 'Iemand anders was je voor. Bekijk wat er nog wacht.',
      },
      'double-reason-missing': {
        title: 'Schrijf waarom je afwijkt',
        sentence: 'Vooraf is iets anders afgesproken. Ga terug en schrijf waarom je er nu van afwijkt.',
      },
    },
    en: {
      'wave-closed': {
        title: 'The poll has closed',
        sentence:
          'Sending is no longer possible. What you filled in is not gone: with your link you can read it for 30 more days.',
      },
      'wave-not-open': {
        title: 'Inviting is not possible now',
        sentence: 'The wave is not in pilot and not open. Look at where it stands.',
      },
      'part-running': {
        title: 'A colleague has this part already',
        sentence: 'Stop that link first. Then you can give the part to somebody else.',
      },
      'not-sent-yet': {
        title: 'The answers were not sent yet',
        sentence: 'Send them first. Then we mail a link to read them.',
      },
      'doubles-fixed': {
        title: 'This agreement is fixed',
        sentence: 'The wave has opened. What counts for double answers changes no more.',
      },
      'matched-already': {
        title: 'This answer was placed already',
        sentence: 'Somebody was first. Look at what still waits.',
      },
      'double-decided': {
        title: 'This was decided already',
        sentence: 'Somebody was first. Look at what still waits.',
      },
      'double-reason-missing': {
        title: 'Write why you depart from it',
        sentence: 'Something else was agreed beforehand. Go back and write why you depart from it now.',
      },
    },
  },
)

export const fillingConstraints: Constraints = {
  surveys_respondents_while_open: problems['wave-closed'],
  surveys_parts_one_runs: problems['part-running'],
  surveys_fillings_beforehand: problems['doubles-fixed'],
}
