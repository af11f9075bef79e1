import { catalogue, type Constraints } from '../../platform/problems.ts'

/** What a sheet refuses on purpose. */
export const problems = catalogue(
  'questionnaires',
  { 'sheet-sent': 409, 'sheet-incomplete': 409 },
  {
    nl: {
      'sheet-sent': {
        title: 'Deze vragenlijst is al verstuurd',
        sentence: 'Jij of een collega heeft de antwoorden verstuurd. Ze liggen vast. Met je link kun je ze nalezen.',
      },
      'sheet-incomplete': {
        title: 'Er ontbreken nog antwoorden',
        sentence: 'Ga terug naar het overzicht. Daar staat welke vragen nog een antwoord nodig hebben.',
      },
    },
    en: {
      'sheet-sent': {
        title: 'This questionnaire was sent already',
        sentence: 'You or a colleague sent the answers. They are final. With your link you can read them.',
      },
      'sheet-incomplete': {
        title: 'Some answers are missing',
        sentence: 'Go back to the overview. It says which questions still need an answer.',
      },
    },
  },
)

export const sheetConstraints: Constraints = { questionnaires_answers_sent: problems['sheet-sent'] }
