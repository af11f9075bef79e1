import { catalogue } from '../problems.ts'
import { platformWords } from './words.ts'

/** What is refused before a room hears of it. */
export const httpProblems = catalogue(
  'platform',
  { 'unknown-field': 422 },
  {
    nl: { 'unknown-field': { title: 'Dit formulier klopt niet', sentence: platformWords.nl.unknownField } },
    en: { 'unknown-field': { title: 'This form is not right', sentence: platformWords.en.unknownField } },
  },
)
