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
    'not-a-partner': 409,
    'classes-fixed': 409,
    'year-full': 409,
    'version-unknown': 409,
    'questions-missing': 409,
    'test-places-missing': 409,
    'days-missing': 409,
    'days-passed': 409,
    'frame-missing': 409,
    'plan-missing': 409,
    'margins-unknown': 409,
    'still-running': 409,
    'comparability-missing': 409,
    'answers-undecided': 409,
    'not-released': 409,
    'frame-faulty': 409,
    'no-earlier-frame': 409,
    'enough-trials': 409,
    'place-there': 409,
    'plan-fixed': 409,
    'coders-there': 409,
    'no-coder': 403,
    'coded-already': 409,
    'not-both-coded': 409,
    'codes-out': 409,
  },
  {
    nl: {
      'panel-ended': {
        title: 'Het panel is gestopt',
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
      'not-a-partner': {
        title: 'Deze organisatie doet niet mee',
        sentence: 'Alleen een partner van dit plein kan voor een peiling instaan.',
      },
      'classes-fixed': {
        title: 'Soorten en groottes liggen vast',
        sentence: 'Er is al een golf geopend. Wat daarin is geteld, blijft zo.',
      },
      'year-full': { title: 'Dit jaar is vol', sentence: 'Er zijn al negen golven in dit jaar.' },
      'version-unknown': {
        title: 'Deze versie kan niet',
        sentence: 'Kies de nieuwste versie van een vragenlijst, of de nieuwste die vastligt.',
      },
      'questions-missing': { title: 'Er zijn nog geen vragen', sentence: 'Kies eerst een vragenlijst met vragen.' },
      'test-places-missing': { title: 'Er is geen proefplaats', sentence: 'Voeg eerst minstens één proefplaats toe.' },
      'days-missing': { title: 'De dagen ontbreken', sentence: 'Kies eerst de eerste en de laatste dag.' },
      'days-passed': { title: 'De laatste dag is voorbij', sentence: 'Kies eerst een latere laatste dag.' },
      'frame-missing': { title: 'Het kader is leeg', sentence: 'Zet er eerst in welke organisaties je vraagt.' },
      'plan-missing': {
        title: 'Er is nog geen plan',
        sentence: 'Schrijf eerst op wat de hoofdvragen zijn. Ze moeten in de vragenlijst staan.',
      },
      'margins-unknown': {
        title: 'Het kader is niet compleet',
        sentence: 'Niet van elke organisatie is bekend waarop je wilt wegen. Vul dat aan, of weeg er niet op.',
      },
      'still-running': { title: 'De golf loopt nog', sentence: 'De laatste dag is nog niet voorbij.' },
      'comparability-missing': {
        title: 'Vergelijken ontbreekt',
        sentence: 'Zeg eerst van elke eerdere golf hoe goed je ermee kunt vergelijken.',
      },
      'answers-undecided': {
        title: 'Over antwoorden is nog niet beslist',
        sentence: 'Beslis eerst over dubbele antwoorden en over antwoorden via de open link.',
      },
      'not-released': {
        title: 'De uitkomsten zijn nog niet vrijgegeven',
        sentence: 'Daar zijn twee onderzoekers voor nodig.',
      },
      'frame-faulty': {
        title: 'In de lijst staan nog fouten',
        sentence: 'Verbeter de regels die zijn aangewezen en stuur de lijst opnieuw.',
      },
      'no-earlier-frame': {
        title: 'Er is geen eerder kader',
        sentence: 'In deze peiling is nog geen golf met organisaties. Stuur een lijst.',
      },
      'enough-trials': { title: 'Er zijn genoeg proefplaatsen', sentence: 'Een proef heeft er hoogstens tien.' },
      'place-there': {
        title: 'Deze organisatie staat er al',
        sentence: 'Het kenmerk is al gebruikt in deze golf. Kies een ander kenmerk.',
      },
      'plan-fixed': {
        title: 'Het plan ligt vast',
        sentence: 'De golf is geopend. Een wijziging kan nog, maar alleen met een reden.',
      },
      'coders-there': {
        title: 'Er zijn al twee mensen',
        sentence: 'Twee anderen coderen deze vraag al. Meer is niet nodig.',
      },
      'no-coder': {
        title: 'Jij codeert deze vraag niet',
        sentence: 'Ga terug naar de lijst. Is er nog een plaats vrij? Dan kun je die nemen.',
      },
      'coded-already': {
        title: 'Jullie zijn allebei klaar',
        sentence: 'Wat je koos, staat vast. Praat samen over de verschillen en leg vast wat jullie afspreken.',
      },
      'not-both-coded': {
        title: 'Jullie zijn nog niet allebei klaar',
        sentence: 'Codeer eerst alle antwoorden, los van elkaar. Daarna praat je over de verschillen.',
      },
      'codes-out': {
        title: 'Deze codes zijn al uitgegeven',
        sentence: 'De cijfers staan op het plein. De codes eronder veranderen niet meer.',
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
      'not-a-partner': {
        title: 'This organisation does not take part',
        sentence: 'Only a partner of this plein can answer for a poll.',
      },
      'classes-fixed': {
        title: 'Kinds and sizes are fixed',
        sentence: 'A wave was opened. What was counted in it stays as it is.',
      },
      'year-full': { title: 'This year is full', sentence: 'There are nine waves in this year already.' },
      'version-unknown': {
        title: 'This version cannot be used',
        sentence: 'Choose the newest version of a questionnaire, or the newest that is fixed.',
      },
      'questions-missing': {
        title: 'There are no questions yet',
        sentence: 'First choose a questionnaire with questions.',
      },
      'test-places-missing': { title: 'There is no test place', sentence: 'First add at least one test place.' },
      'days-missing': { title: 'The days are missing', sentence: 'First choose the first and the last day.' },
      'days-passed': { title: 'The last day has passed', sentence: 'First choose a later last day.' },
      'frame-missing': { title: 'The frame is empty', sentence: 'First put in it which organisations you ask.' },
      'plan-missing': {
        title: 'There is no plan yet',
        sentence: 'First write what the main questions are. They must stand in the questionnaire.',
      },
      'margins-unknown': {
        title: 'The frame is not complete',
        sentence: 'What you want to weight on is not known of every organisation. Complete it, or do not weight on it.',
      },
      'still-running': { title: 'The wave is still running', sentence: 'The last day has not passed yet.' },
      'comparability-missing': {
        title: 'Comparability is missing',
        sentence: 'First say of each earlier wave how well it can be compared with.',
      },
      'answers-undecided': {
        title: 'Answers are still undecided',
        sentence: 'First decide about double answers and about answers by the open link.',
      },
      'not-released': { title: 'The figures were not released yet', sentence: 'That takes two researchers.' },
      'frame-faulty': {
        title: 'There are still faults in the list',
        sentence: 'Mend the lines that are pointed out and send the list again.',
      },
      'no-earlier-frame': {
        title: 'There is no earlier frame',
        sentence: 'No wave of this poll has organisations yet. Send a list.',
      },
      'enough-trials': { title: 'There are enough test places', sentence: 'A pilot has ten at most.' },
      'place-there': {
        title: 'This organisation is there already',
        sentence: 'The reference was used in this wave. Choose another one.',
      },
      'plan-fixed': {
        title: 'The plan is fixed',
        sentence: 'The wave was opened. A change is still possible, but only with a reason.',
      },
      'coders-there': {
        title: 'There are two people already',
        sentence: 'Two others code this question. No more are needed.',
      },
      'no-coder': {
        title: 'You do not code this question',
        sentence: 'Go back to the list. Is there a place left? Then you can take it.',
      },
      'coded-already': {
        title: 'You are both done',
        sentence: 'What you chose stands. Talk about the differences and settle what you agree on.',
      },
      'not-both-coded': {
        title: 'You are not both done yet',
        sentence: 'First code all answers, apart from each other. Then talk about the differences.',
      },
      'codes-out': {
        title: 'These codes were let out already',
        sentence: 'The figures are on the square. The codes beneath them do not change any more.',
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
  surveys_coders_two_people: problems['coders-there'],
  surveys_coders_pkey: problems['coders-there'],
  surveys_bottlenecks_slug_once: problems['bottleneck-known'],
  surveys_places_reference_once: problems['place-there'],
}
