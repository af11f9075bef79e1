import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, secondText, type TextChanges } from './changes.ts'
import { unitsOf } from './units.ts'
import { processorTime } from '../processor.testing.ts'

/** A comparison on one line: [-gone-] {+come+}, moved passages with their number. */
const shown = ({ passages }: TextChanges): readonly string[] =>
  passages.map(({ kind, pieces, pair }) => {
    const text = pieces
      .map((piece) =>
        piece.kind === 'kept' ? piece.text : piece.kind === 'removed' ? `[-${piece.text}-]` : `{+${piece.text}+}`,
      )
      .join('')
    return pair === null ? text : `${kind === 'moved-away' ? '↓' : '↑'}${pair} ${text}`
  })

const joined = (...paragraphs: readonly string[]) => paragraphs.join('\n\n')
const long = 'Ervaringsdeskundigen praten vanaf het begin mee over hoe een gemeente schulden oplost.'
const other = 'Een vrijwilliger rijdt elke dinsdag naar het buurthuis om daar koffie te schenken.'
const third = 'De raad stemde in het voorjaar over meer geld voor opvang in de winter.'

const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['two equal texts', joined('a', 'b'), joined('a', 'b'), ['a', 'b']],
  ['blank lines and spaces do not count', 'a  \n\n\n\nb\n', '\r\na\r\n\r\nb', ['a', 'b']],
  ['nothing became something', '', 'Een zin.', ['{+Een zin.+}']],
  ['something became nothing', 'Een zin.', '', ['[-Een zin.-]']],
  [
    'one word',
    long,
    long.replace('gemeente', 'stad'),
    [`Ervaringsdeskundigen praten vanaf het begin mee over hoe een [-gemeente -]{+stad +}schulden oplost.`],
  ],
  [
    'a word added at the end',
    'Wij vragen het aan bewoners',
    'Wij vragen het aan bewoners zelf',
    ['Wij vragen het aan bewoners {+zelf+}'],
  ],
  ['a comma', 'Wij luisteren dus wij leren', 'Wij luisteren, dus wij leren', ['Wij luisteren{+, +}dus wij leren']],
  [
    'a short word between two changes goes with them',
    'Wij vragen iedereen in de grote oude zaal',
    'Wij vragen iedereen in het kleine nieuwe huis',
    ['Wij vragen iedereen in [-de grote oude zaal-]{+het kleine nieuwe huis+}'],
  ],
  ['a paragraph put in between', joined(long, other), joined(long, third, other), [long, `{+${third}+}`, other]],
  [
    'a paragraph rewritten altogether',
    joined('a', long, 'b'),
    joined('a', third, 'b'),
    ['a', `[-${long}-]`, `{+${third}+}`, 'b'],
  ],
  [
    'a paragraph moved',
    joined(long, other, third),
    joined(other, third, long),
    [`↓1 [-${long}-]`, other, third, `↑1 ${long}`],
  ],
  [
    'a paragraph moved and changed',
    joined(long, other, third),
    joined(other, third, long.replace('gemeente', 'stad')),
    [
      `↓1 [-${long}-]`,
      other,
      third,
      '↑1 Ervaringsdeskundigen praten vanaf het begin mee over hoe een [-gemeente -]{+stad +}schulden oplost.',
    ],
  ],
  [
    'two lines of a list',
    '- appels\n- peren\n- noten',
    '- appels\n- noten\n- dadels',
    ['- appels', '[-- peren-]', '- noten', '{+- dadels+}'],
  ],
  [
    'a cell of a table',
    '| a | b |\n|---|---|\n| dit | dat |',
    '| a | b |\n|---|---|\n| dit | daar |',
    ['| a | b |', '|---|---|', '| dit | [-dat -]{+daar +}|'],
  ],
  ['a heading that got a level', '# Over ons\n\nTekst', '## Over ons\n\nTekst', ['[-# -]{+## +}Over ons', 'Tekst']],
]

describe('what changed between two texts', () => {
  it.each(cases)('%s', (_, before, after, expected) => {
    const changes = changesBetween(before, after)
    expect(shown(changes)).toEqual(expected)
    expect(changes.detail).toBe('words')
    expect(changes.same).toBe(
      unitsOf(before)
        .map(({ text }) => text)
        .join('|') ===
        unitsOf(after)
          .map(({ text }) => text)
          .join('|'),
    )
  })

  const word = fc.constantFrom('ervaring', 'kennis', 'de', 'het', 'gemeente', '12', 'opvang,', 'en', 'é', '**nu**')
  const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
  const block = fc.oneof(
    paragraph,
    paragraph.map((text) => `## ${text}`),
    fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((line) => `- ${line}`).join('\n')),
  )
  const text = fc.oneof(
    { weight: 4, arbitrary: fc.array(block, { maxLength: 8 }).map((blocks) => blocks.join('\n\n')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  )

  it('gives the second text when it is applied, and holds every word of the first', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = changesBetween(before, after)
        const tidy = (units: ReturnType<typeof unitsOf>) => units.map(({ joint, text: each }) => joint + each).join('')
        expect(secondText(changes)).toBe(tidy(unitsOf(after)))
        const first = changes.passages
          .filter(({ kind }) => kind !== 'added' && kind !== 'moved-here')
          .map(({ pieces }) => pieces.map((piece) => (piece.kind === 'added' ? '' : piece.text)).join(''))
        const bare = (each: string) => each.replace(/\s+/gu, '')
        expect(bare(first.join(''))).toBe(
          bare(
            unitsOf(before)
              .map((unit) => unit.text)
              .join(''),
          ),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('gives every moved passage its other half', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(paragraph, { maxLength: 8 })
          .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list))),
        ([before, after]) => {
          const { passages } = changesBetween(joined(...before), joined(...after))
          const pairs = (kind: string) =>
            passages
              .filter((each) => each.kind === kind)
              .map(({ pair }) => pair)
              .sort()
          expect(pairs('moved-here')).toEqual(pairs('moved-away'))
          expect(new Set(pairs('moved-here')).size).toBe(pairs('moved-here').length)
        },
      ),
    )
  })

  // A text of so many words, every one of them another when the seed is another.
  const words = (count: number, seed: number, perParagraph: number) =>
    Array.from(
      { length: count },
      (_, at) => `w${(at * 7919 + seed * 104_729) % 1_000_003}${(at + 1) % perParagraph === 0 ? '\n\n' : ''}`,
    ).join(' ')

  it.each([
    ['10,000 words in paragraphs of 80, all other', words(10_000, 1, 80), words(10_000, 2, 80), 'words'],
    ['10,000 words in one paragraph, all other', words(10_000, 1, 10_000), words(10_000, 2, 10_000), 'words'],
    [
      '10,000 words in one paragraph, every tenth other',
      words(10_000, 1, 10_000),
      words(10_000, 1, 10_000).replace(/(?:\S+ ){9}w/g, '$&x'),
      'paragraphs',
    ],
    ['10,000 paragraphs of one word, all other', words(10_000, 1, 1), words(10_000, 2, 1), 'whole'],
    [
      '300 paragraphs, each half other',
      words(10_000, 1, 33),
      words(10_000, 1, 33).replace(/(\S+ )w/g, '$1x'),
      'paragraphs',
    ],
    ['a million spaces', ' '.repeat(1_000_000) + 'a', ' '.repeat(1_000_000) + 'b', 'words'],
    ['a million commas', ','.repeat(1_000_000), ','.repeat(1_000_000) + 'b', 'words'],
  ] as const)('says how finely it compared, within bounds of time: %s', (_, before, after, detail) => {
    const begun = processorTime()
    const changes = changesBetween(before, after)
    expect(processorTime() - begun).toBeLessThan(6000)
    expect(changes.detail).toBe(detail)
    expect(secondText(changes)).toBe(
      unitsOf(after)
        .map(({ joint, text: each }) => joint + each)
        .join(''),
    )
  })
})
