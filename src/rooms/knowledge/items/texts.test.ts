import { describe, expect, it } from 'vitest'
import { bodyOf } from './texts.rules.ts'

const question = { key: 'question', text: 'Hoe beginnen wij? ' }
const answer = { key: 'answer', text: 'Begin klein.' }

describe('the body of an item', () => {
  it.each([
    ['two parts', 'nl', [question, answer], '## De vraag\n\nHoe beginnen wij?\n\n## Het antwoord\n\nBegin klein.'],
    ['in English', 'en', [question, answer], '## The question\n\nHoe beginnen wij?\n\n## The answer\n\nBegin klein.'],
    ['one part left', 'nl', [{ ...question, text: ' \n' }, answer], 'Begin klein.'],
    ['nothing', 'nl', [{ ...question, text: '' }], ''],
    ['words of one maker', 'nl', [{ key: 'text', text: '## Kop\n\nTekst' }], '## Kop\n\nTekst'],
    [
      'words of the editors',
      'nl',
      [answer, { key: 'editor-1', text: 'Zie ook de wet.' }],
      '## Het antwoord\n\nBegin klein.\n\n## Van de redactie\n\nZie ook de wet.',
    ],
    [
      'words of the editors under a heading of their own',
      'nl',
      [answer, { key: 'editor-2', text: '### De wet\n\nZie ook.' }],
      '## Het antwoord\n\nBegin klein.\n\n### De wet\n\nZie ook.',
    ],
    [
      'a heading inside an answer does not stand in for that of the answer',
      'nl',
      [question, { key: 'answer', text: '## Begin klein\n\nMet z’n tweeën.' }],
      '## De vraag\n\nHoe beginnen wij?\n\n## Het antwoord\n\n## Begin klein\n\nMet z’n tweeën.',
    ],
  ] as const)('%s', (_, lang, parts, body) => {
    expect(bodyOf({ lang, parts })).toBe(body)
  })
})
