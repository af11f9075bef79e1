import { bothLanguages } from '../../../lib/words.ts'

/** What an organisation reads about itself beside the group. */
export const feedbackWords = bothLanguages(
  {
    title: 'Jullie antwoorden naast die van de groep',
    lead: 'Links staat wat jullie antwoordden, rechts wat er over de hele groep naar buiten kwam. Alleen jullie zien dit.',
    notYet: 'De uitkomsten staan nog niet op het plein. Kijk hier later nog eens.',
    nothing: 'Over de vragen die jullie beantwoordden, staat niets op het plein: te weinig organisaties.',
    answer: 'Antwoord',
    own: 'Jullie',
    group: 'De groep',
    chosen: 'ja',
    notChosen: '–',
    tooFew: 'te weinig organisaties',
    of: (percent: string, count: string, base: string) => `${percent} (${count} van ${base})`,
    counts: (count: string, base: string) => `${count} van ${base}`,
    fragile: {
      title: 'Kwetsbaar: één trekker',
      one: 'Bij jullie zorgt één persoon dat het gebeurt. Valt die weg, dan staat alles stil. Wie kan het met die persoon delen?',
      'one-without-experience':
        'Bij jullie zorgt één persoon dat het gebeurt, en die is zelf niet ervaringsdeskundig. Dat maakt het extra kwetsbaar. Wie met eigen ervaring kan het samen met die persoon doen?',
    },
    all: 'Lees alle uitkomsten',
    link: 'Bekijk jullie antwoorden naast die van de groep',
  },
  {
    title: 'Your answers beside those of the group',
    lead: 'On the left is what you answered, on the right what was made public about the whole group. Only you see this.',
    notYet: 'The results are not on the square yet. Please look here again later.',
    nothing: 'About the questions that you answered nothing is on the square: too few organisations.',
    answer: 'Answer',
    own: 'You',
    group: 'The group',
    chosen: 'yes',
    notChosen: '–',
    tooFew: 'too few organisations',
    of: (percent: string, count: string, base: string) => `${percent} (${count} of ${base})`,
    counts: (count: string, base: string) => `${count} of ${base}`,
    fragile: {
      title: 'Fragile: one person carries it',
      one: 'With you one person sees to it that it happens. When that person leaves, everything stops. Who can share it?',
      'one-without-experience':
        'With you one person sees to it that it happens, who has no lived experience. That makes it more fragile still. Who with experience of their own can do it together with that person?',
    },
    all: 'Read all results',
    link: 'See your answers beside those of the group',
  },
)
