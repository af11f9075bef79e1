import { bothLanguages } from '../../lib/words.ts'

/** The headings above the parts of a published item, by the key of the part; 'editor' is what the editors added. */
export const partHeadings = bothLanguages(
  {
    question: 'De vraag',
    context: 'De achtergrond',
    answer: 'Het antwoord',
    done: 'Wat ermee is gedaan',
    'not-done': 'Wat niet lukte, en waarom',
    editor: 'Van de redactie',
  },
  {
    question: 'The question',
    context: 'The background',
    answer: 'The answer',
    done: 'What was done with it',
    'not-done': 'What did not work, and why',
    editor: 'From the editors',
  },
)
