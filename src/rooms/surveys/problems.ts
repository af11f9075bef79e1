import { catalogue, problems as platform, type Constraints } from '../../platform/problems.ts'

/** What this room refuses on purpose. */
export const problems = catalogue(
  'surveys',
  {
    'panel-ended': 410,
    'wave-running': 409,
    'wave-fixed': 409,
    'no-such-move': 409,
    'bottleneck-known': 409,
    'bottleneck-merged': 409,
  },
  {
    nl: {
      'panel-ended': {
        title: 'Het panel is beëindigd',
        sentence:
          'De sleutel van deze peiling is weg. Niemand kan de golven nog aan elkaar koppelen. Begin een nieuwe peiling.',
      },
      'wave-running': {
        title: 'Er loopt nog een golf',
        sentence: 'Zolang een golf open is of wordt getest, is de sleutel nodig. Sluit die golf eerst.',
      },
      'wave-fixed': {
        title: 'Deze golf ligt vast',
        sentence: 'De golf is al geopend. Vragenlijst, kader en dagen veranderen dan niet meer.',
      },
      'no-such-move': {
        title: 'Dit kan nu niet',
        sentence: 'De golf staat niet meer waar je dacht. Bekijk hoe het er nu voor staat.',
      },
      'bottleneck-known': {
        title: 'Dit knelpunt staat er al',
        sentence: 'Er is al een knelpunt met deze naam. Bekijk de lijst, of kies een andere naam.',
      },
      'bottleneck-merged': {
        title: 'Dit knelpunt is al samengevoegd',
        sentence: 'Een van de twee hoort al bij een ander knelpunt. Bekijk de lijst en kies opnieuw.',
      },
    },
    en: {
      'panel-ended': {
        title: 'The panel has ended',
        sentence: 'The key of this poll is gone. Nobody can link its waves any more. Start a new poll.',
      },
      'wave-running': {
        title: 'A wave is still running',
        sentence: 'While a wave is open or in pilot, the key is needed. Close that wave first.',
      },
      'wave-fixed': {
        title: 'This wave is fixed',
        sentence: 'The wave was opened. Its questionnaire, its frame and its days change no more.',
      },
      'no-such-move': {
        title: 'This cannot be done now',
        sentence: 'The wave is no longer where you thought it was. Look at where it stands.',
      },
      'bottleneck-known': {
        title: 'This bottleneck is there already',
        sentence: 'There is a bottleneck with this name. Look at the list, or choose another name.',
      },
      'bottleneck-merged': {
        title: 'This bottleneck was merged already',
        sentence: 'One of the two belongs to another bottleneck. Look at the list and choose again.',
      },
    },
  },
)

/** What is not there, and what is there and not yours: one answer. */
export const unknown = platform['not-found']

export const constraints: Constraints = {
  surveys_series_ends_once: problems['panel-ended'],
  surveys_series_nothing_open: problems['wave-running'],
  surveys_waves_move: problems['no-such-move'],
  surveys_waves_fixed: problems['wave-fixed'],
  surveys_places_fixed: problems['wave-fixed'],
  surveys_bottlenecks_slug_once: problems['bottleneck-known'],
}
