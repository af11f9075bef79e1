import { catalogue, problems as platform, type Constraints } from '../../platform/problems.ts'

/** What this room refuses on purpose. */
export const problems = catalogue(
  'questionnaires',
  {
    'version-fixed': 409,
    'definition-faulty': 409,
    'definition-too-large': 413,
  },
  {
    nl: {
      'version-fixed': {
        title: 'Deze versie ligt vast',
        sentence:
          'Een peiling gebruikt deze versie. Zij blijft zoals zij is. Maak een nieuwe versie om iets te veranderen.',
      },
      'definition-faulty': {
        title: 'De vragenlijst is nog niet af',
        sentence: 'Er klopt nog iets niet. Kijk op de pagina “Wat er nog niet klopt” en verbeter dat eerst.',
      },
      'definition-too-large': {
        title: 'De vragenlijst is te groot',
        sentence: 'Er past niet meer in. Maak teksten korter of verdeel de vragen over twee vragenlijsten.',
      },
    },
    en: {
      'version-fixed': {
        title: 'This version is fixed',
        sentence: 'A poll uses this version. It stays as it is. Make a new version to change anything.',
      },
      'definition-faulty': {
        title: 'The questionnaire is not finished',
        sentence: 'Something is not right yet. Look at the page “What is not right yet” and mend it first.',
      },
      'definition-too-large': {
        title: 'The questionnaire is too large',
        sentence: 'No more fits in. Make texts shorter or divide the questions over two questionnaires.',
      },
    },
  },
)

/** What is not there, and what is there and not yours: one answer. */
export const unknown = platform['not-found']

export const constraints: Constraints = {
  questionnaires_versions_fixed_stays: problems['version-fixed'],
  questionnaires_versions_size: problems['definition-too-large'],
  questionnaires_versions_one_open: platform['changed-meanwhile'],
}
