import { bothLanguages } from '../../../lib/words.ts'

/** What an editor hears when something alike is there already. */
export const alikeWords = bothLanguages(
  {
    heading: 'Bestaat dit al?',
    sentence: 'Dit lijkt op wat er al is. Is het hetzelfde? Vul dan dat aan. Is het iets anders? Ga gewoon door.',
    draft: 'concept van jouw organisatie',
    reasons: {
      'same-link': 'dezelfde link',
      'same-title': 'dezelfde titel',
      'alike-title': 'de titel lijkt erop',
    },
  },
  {
    heading: 'Does this exist already?',
    sentence:
      'This looks like what is there already. Is it the same? Then add to that. Is it something else? Just go on.',
    draft: 'draft of your organisation',
    reasons: { 'same-link': 'the same link', 'same-title': 'the same title', 'alike-title': 'the title is alike' },
  },
)
