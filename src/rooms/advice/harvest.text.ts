import { bothLanguages } from '../../lib/words.ts'

/** From a closed request to a knowledge item. */
export const harvestWords = bothLanguages(
  {
    title: 'Maak er kennis van',
    lead: 'Kies wat anderen verder kan helpen. Het wordt een concept voor de redactie. Er komt niets op het plein zonder het ja van de makers.',
    parts: 'Welke delen neem je mee?',
    partsHint: 'Namen en plaatsen worden daarna gemarkeerd. Een redacteur kijkt elk merk na.',
    part: {
      question: 'De vraag',
      context: 'De achtergrond',
      answer: 'Het antwoord',
      done: 'Wat ermee is gedaan',
      'not-done': 'Wat niet lukte, en waarom',
    },
    owner: {
      requester: 'Dit zijn woorden van de vrager. De vrager moet ja zeggen.',
      authors: 'Dit zijn woorden van het duo. Ieder van het duo moet ja zeggen.',
    },
    look: 'Lees de tekst',
    stewards: 'Welke organisatie houdt deze kennis bij?',
    stewardsHint: 'Kies een of meer partners. Hun redactie maakt het af.',
    nobodyToAsk: 'Een van de makers heeft geen account meer. Zonder ieders ja komt dit niet op het plein.',
    start: 'Maak een concept',
    startedTitle: 'Het concept ligt klaar bij de redactie',
    started: 'De redactie haalt eerst weg wat naar mensen wijst. Daarna vragen wij de makers om hun ja.',
    there: 'Van deze vraag was al een concept gemaakt. Dat ligt bij de redactie.',
    back: (number: string) => `Terug naar ${number}`,
    errors: { parts: 'Kies minstens één deel.', stewards: 'Kies minstens één organisatie.' },
  },
  {
    title: 'Make knowledge of it',
    lead: 'Choose what can help others. It becomes a draft for the editors. Nothing enters the square without the yes of its makers.',
    parts: 'Which parts do you take along?',
    partsHint: 'Names and places are marked after this. An editor looks at every mark.',
    part: {
      question: 'The question',
      context: 'The background',
      answer: 'The answer',
      done: 'What was done with it',
      'not-done': 'What did not work, and why',
    },
    owner: {
      requester: 'These are the requester’s words. The requester has to say yes.',
      authors: 'These are the duo’s words. Each of the duo has to say yes.',
    },
    look: 'Read the text',
    stewards: 'Which organisation looks after this knowledge?',
    stewardsHint: 'Choose one or more partners. Their editors finish it.',
    nobodyToAsk: 'One of the makers has no account any more. Without everybody’s yes this does not enter the square.',
    start: 'Make a draft',
    startedTitle: 'The draft is with the editors',
    started: 'The editors first take out what points at people. Then we ask the makers for their yes.',
    there: 'A draft was made of this question before. It is with the editors.',
    back: (number: string) => `Back to ${number}`,
    errors: { parts: 'Choose at least one part.', stewards: 'Choose at least one organisation.' },
  },
)
