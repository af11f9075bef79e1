import { catalogue, type Constraints } from '../../../platform/problems.ts'

/** What is refused on purpose around talks. */
export const problems = catalogue(
  'surveys',
  {
    'no-such-interview-move': 409,
    'wave-still-open': 409,
    'reward-missing': 409,
    'asked-this-year': 409,
    'reply-too-late': 409,
    'reply-still-open': 409,
    'interviews-not-asked': 409,
    'round-fixed': 409,
    'no-interviews-held': 409,
  },
  {
    nl: {
      'no-such-interview-move': {
        title: 'Dit kan nu niet',
        sentence: 'Er is intussen iets veranderd. Bekijk hoe het er nu voor staat.',
      },
      'wave-still-open': {
        title: 'De golf is nog open',
        sentence: 'Namen zie je pas als de golf gesloten is. Zo kan niemand ze bij een antwoord leggen.',
      },
      'reward-missing': {
        title: 'Zeg wat iemand ervoor krijgt',
        sentence: 'Zonder beloning gaat er geen uitnodiging weg. Is er met opzet geen beloning? Kies dat dan.',
      },
      'asked-this-year': {
        title: 'Iemand is dit jaar al gevraagd',
        sentence: 'We vragen niemand twee keer in een jaar. Kies iemand anders.',
      },
      'reply-too-late': {
        title: 'De dag om te antwoorden is voorbij',
        sentence: 'Ja zeggen kan niet meer. Je hoeft niets te doen.',
      },
      'reply-still-open': {
        title: 'Er kan nog een antwoord komen',
        sentence: 'De dag om te antwoorden is nog niet voorbij.',
      },
      'interviews-not-asked': {
        title: 'Je kunt je nu niet opgeven',
        sentence: 'Dat kan alleen na het versturen, en zolang de peiling open is.',
      },
      'no-interviews-held': {
        title: 'Er is nog geen gesprek geweest',
        sentence: 'Zeg eerst welke gesprekken zijn gehouden. Daarna kun je laten zien wat eruit kwam.',
      },
      'round-fixed': {
        title: 'Dit ligt vast',
        sentence: 'De golf is al open of gesloten. Waar de gesprekken over gaan, verandert dan niet meer.',
      },
    },
    en: {
      'no-such-interview-move': {
        title: 'This cannot be done now',
        sentence: 'Something has changed meanwhile. Look at where it stands.',
      },
      'wave-still-open': {
        title: 'The wave is still open',
        sentence: 'You see names once the wave has closed. So nobody can lay them beside an answer.',
      },
      'reward-missing': {
        title: 'Say what somebody gets for it',
        sentence: 'Without a reward no invitation leaves. Is there none on purpose? Then choose that.',
      },
      'asked-this-year': {
        title: 'Somebody was asked this year already',
        sentence: 'We ask nobody twice in a year. Choose somebody else.',
      },
      'reply-too-late': {
        title: 'The day to answer has passed',
        sentence: 'Saying yes is no longer possible. You need not do anything.',
      },
      'reply-still-open': {
        title: 'An answer can still come',
        sentence: 'The day to answer has not passed yet.',
      },
      'interviews-not-asked': {
        title: 'You cannot sign up now',
        sentence: 'That is possible only after sending, and while the poll is open.',
      },
      'no-interviews-held': {
        title: 'No talk was held yet',
        sentence: 'First say which talks were held. After that you can show what came of them.',
      },
      'round-fixed': {
        title: 'This is fixed',
        sentence: 'The wave is open or closed already. What the talks are about changes no more.',
      },
    },
  },
)

export const interviewConstraints: Constraints = {
  surveys_interviews_while_open: problems['interviews-not-asked'],
  surveys_interviews_after_sending: problems['interviews-not-asked'],
  surveys_interview_rounds_fixed: problems['round-fixed'],
  surveys_interview_proposals_reward: problems['reward-missing'],
}
