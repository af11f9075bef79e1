import { catalogue, type Constraints } from '../../../platform/problems.ts'

/** What is refused when figures are let out. */
export const problems = catalogue(
  'surveys',
  {
    'release-waiting': 409,
    'release-decided': 409,
    'own-release': 403,
    'release-not-out': 409,
    'release-stays': 409,
    'nothing-analysed': 409,
    'analysis-too-old': 409,
    'files-missing': 409,
    'answers-erased': 409,
  },
  {
    nl: {
      'release-waiting': {
        title: 'Er wacht al een voorstel',
        sentence: 'Over deze peiling wacht al een uitgave op een besluit. Wacht dat eerst af.',
      },
      'release-decided': {
        title: 'Hierover is al besloten',
        sentence: 'Een andere onderzoeker was je voor. Bekijk het besluit bij de uitgave.',
      },
      'own-release': {
        title: 'Een ander moet dit uitgeven',
        sentence: 'Jij hebt deze uitgave voorgesteld. Vraag een andere onderzoeker om te kijken en te besluiten.',
      },
      'release-not-out': {
        title: 'Deze uitgave staat niet op het plein',
        sentence: 'Zij is al teruggehaald, of er is een nieuwere uitgave. Bekijk eerst hoe het er nu voor staat.',
      },
      'release-stays': {
        title: 'Een uitgave verandert niet meer',
        sentence: 'Wat is voorgesteld of besloten, blijft zoals het is. Stel een nieuwe uitgave voor.',
      },
      'nothing-analysed': {
        title: 'Deze golf is nog niet berekend',
        sentence: 'De berekening loopt nog, of is niet gelukt. Kijk bij de golf hoe ver het is.',
      },
      'analysis-too-old': {
        title: 'Deze berekening is te oud',
        sentence: 'Er kwam daarna al een uitgave naar buiten. Laat opnieuw berekenen, dan kijken we naar beide samen.',
      },
      'answers-erased': {
        title: 'Er zijn antwoorden gewist',
        sentence: 'Sinds dit voorstel zijn er antwoorden gewist die erin staan. Wijs het af en laat opnieuw berekenen.',
      },
      'files-missing': {
        title: 'De bestanden zijn er nog niet',
        sentence: 'Je besluit over alles wat naar buiten gaat. Wacht tot de bestanden er zijn en kijk ze na.',
      },
    },
    en: {
      'release-waiting': {
        title: 'A proposal is waiting already',
        sentence: 'A release of this poll waits for a decision. Await that first.',
      },
      'release-decided': {
        title: 'This was decided already',
        sentence: 'Another researcher was first. Look at the decision beside the release.',
      },
      'own-release': {
        title: 'Somebody else must let this out',
        sentence: 'You proposed this release. Ask another researcher to look and to decide.',
      },
      'release-not-out': {
        title: 'This release is not on the square',
        sentence: 'It was withdrawn already, or there is a newer one. Look at where it stands first.',
      },
      'release-stays': {
        title: 'A release does not change',
        sentence: 'What was proposed or decided stays as it is. Propose another release.',
      },
      'nothing-analysed': {
        title: 'This wave was not analysed yet',
        sentence: 'The analysis still runs, or did not succeed. See at the wave how far it is.',
      },
      'analysis-too-old': {
        title: 'This analysis is too old',
        sentence: 'Something was let out since. Have it analysed again, so that both are looked at together.',
      },
      'answers-erased': {
        title: 'Answers were erased',
        sentence: 'Answers that stand in this proposal were erased since. Refuse it and have it analysed again.',
      },
      'files-missing': {
        title: 'The files are not there yet',
        sentence: 'You decide about everything that goes out. Wait until the files are there, and look at them.',
      },
    },
  },
)

export const constraints: Constraints = {
  surveys_releases_one_waiting: problems['release-waiting'],
  surveys_releases_number_once: problems['release-waiting'],
  surveys_releases_by_another: problems['own-release'],
  surveys_releases_stays: problems['release-stays'],
  surveys_releases_whole: problems['answers-erased'],
  surveys_releases_with_files: problems['files-missing'],
}
