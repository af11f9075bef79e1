import { bothLanguages } from '../../lib/words.ts'

/** How each of the duo looks back, apart. */
export const evaluationWords = bothLanguages(
  {
    title: 'Kijk terug op deze vraag',
    lead: 'Alleen jij en het adviespunt lezen dit. De ander van het duo en de vrager niet. Alles mag leeg blijven.',
    tooEarlyTitle: 'Terugkijken kan straks',
    tooEarly: 'Geef eerst samen het antwoord. Daarna kun je terugkijken.',
    usefulness: 'Hoe nuttig was jullie advies, denk je?',
    equality: 'Voelde het samenwerken gelijkwaardig?',
    load: 'Hoe zwaar was het voor je?',
    rather: 'Dat zeg ik liever niet',
    scale: {
      usefulness: ['Helemaal niet nuttig', 'Een beetje nuttig', 'Gewoon nuttig', 'Best nuttig', 'Heel nuttig'],
      equality: ['Helemaal niet', 'Een beetje', 'Gewoon', 'Best wel', 'Helemaal'],
      load: ['Heel licht', 'Best licht', 'Niet licht en niet zwaar', 'Best zwaar', 'Heel zwaar'],
    },
    text: 'Wil je er iets over zeggen?',
    textHint: 'Wat ging goed? Wat had anders gekund? Was iets te veel voor je?',
    save: 'Bewaar',
    thanksTitle: 'Dank je wel voor het terugkijken',
    yours: 'Dit schreef je',
    feedback: 'Wat de vrager met jullie advies deed',
    notDone: 'Wat niet lukte, en waarom',
    noFeedback: 'De vrager heeft nog niet verteld wat er met het advies is gedaan. Zodra dat er is, staat het hier.',
    back: (number: string) => `Terug naar ${number}`,
    care: 'Was het zwaar? Praat erover met iemand die je vertrouwt, of met het adviespunt.',
    errors: {
      score: 'Kies een antwoord uit de lijst.',
      long: 'Dit is te lang. Maak de tekst korter.',
      nothing: 'Kies minstens één antwoord, of schrijf iets op.',
    },
  },
  {
    title: 'Look back on this question',
    lead: 'Only you and the desk read this. The other of the duo and the requester do not. You may leave everything empty.',
    tooEarlyTitle: 'You can look back later',
    tooEarly: 'First give the answer together. Then you can look back.',
    usefulness: 'How useful was your advice, do you think?',
    equality: 'Did working together feel equal?',
    load: 'How heavy was it for you?',
    rather: 'I would rather not say',
    scale: {
      usefulness: ['Not useful at all', 'A little useful', 'Useful', 'Quite useful', 'Very useful'],
      equality: ['Not at all', 'A little', 'Somewhat', 'Quite', 'Completely'],
      load: ['Very light', 'Quite light', 'Neither light nor heavy', 'Quite heavy', 'Very heavy'],
    },
    text: 'Would you like to say something about it?',
    textHint: 'What went well? What could have been different? Was anything too much for you?',
    save: 'Save',
    thanksTitle: 'Thank you for looking back',
    yours: 'This is what you wrote',
    feedback: 'What the requester did with your advice',
    notDone: 'What did not work, and why',
    noFeedback:
      'The requester has not told yet what was done with the advice. As soon as it is there, you find it here.',
    back: (number: string) => `Back to ${number}`,
    care: 'Was it heavy? Talk about it with somebody you trust, or with the desk.',
    errors: {
      score: 'Choose an answer of the list.',
      long: 'This is too long. Make the text shorter.',
      nothing: 'Choose at least one answer, or write something.',
    },
  },
)

/** What one of the duo is asked; each from 1 to 5, with a word for each. */
export const duoScores = ['usefulness', 'equality', 'load'] as const
export type DuoScore = (typeof duoScores)[number]
