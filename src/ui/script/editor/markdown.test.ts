import * as fc from 'fast-check'
import type { Mark, Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../../lib/rich-text/render.ts'
import { readMarkdown } from './read-markdown.ts'
import { schema } from './schema.ts'
import { writeMarkdown } from './write-markdown.ts'

const picture = '/plaatjes/0b6f5f0e-4a53-4f0f-8a52-3f1b1d3c9a10'

const { nodes, marks } = schema
const node = (
  name: keyof typeof nodes & string,
  content: readonly Node[] = [],
  attrs: Record<string, unknown> = {},
): Node => schema.node(name, attrs, [...content])
const text = (words: string, ...with_: Mark[]): Node => schema.text(words, with_)
const strong = marks.strong.create()
const em = marks.em.create()
const doc = (...content: Node[]) => node('doc', content)
const p = (...content: Node[]) => node('paragraph', content)

const kept: readonly (readonly [string, string])[] = [
  ['headings', '## Een kop\n\n### Een kleinere'],
  ['stress', 'Een **vet** en *schuin* woord, en ***allebei***.'],
  ['lists in lists', '- een\n  - twee\n    1. drie\n    2. vier\n- vijf'],
  ['a list that begins at three', '3. c\n4. d'],
  ['two lists with nothing between', '- a\n\n* b'],
  ['a list of paragraphs', '- a\n\n  b\n- c'],
  ['a quote with a list', '> Niets over ons\n>\n> - zonder\n> - ons'],
  ['links', 'Lees [dit stuk](https://voorbeeld.example/a_b?c=1) of [dat](/begrippen/ervaring).'],
  ['a table', '| Rol | Uren |\n| --- | --- |\n| Coach \\| maatje | 8 |\n| *leeg* |  |'],
  ['a picture', `Kijk:\n\n![Twee mensen aan tafel](${picture})`],
  ['a broken line', 'een\\\ntwee'],
  ['code', 'Typ `a*b` of\n\n```\n# geen kop\n```'],
  ['a line', 'a\n\n---\n\nb'],
  ['signs', '1\\. geen lijst\n\n\\# geen kop\n\n\\- geen streep\n\n\\[x\\](y) \\*z\\* \\<b> a_b c'],
]

describe('Markdown in the writing field', () => {
  it.each(kept)('stays as it was written: %s', (_, markdown) => {
    expect(writeMarkdown(readMarkdown(markdown))).toBe(markdown)
  })

  it.each([
    ['an address of a mail', '[schrijf](mailto:a@b.example)', 'schrijf'],
    ['a link to script', '[klik](javascript:alert%281%29)', '\\[klik\\](javascript:alert%281%29)'],
    ['a picture of elsewhere', '![een huis](https://elders.example/huis.png)', 'een huis'],
    ['a picture that is data', '![x](data:image/png;base64,AAAA)', 'x'],
    ['HTML', '<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['the title of the page', '# Groot', '## Groot'],
    ['nothing', '', ''],
  ])('leaves out what no page shows: %s', (_, markdown, expected) => {
    expect(writeMarkdown(readMarkdown(markdown))).toBe(expected)
  })

  it.each([
    ['stress beside a letter', p(text('a'), text(', b', strong), text('c')), 'a, **b**c'],
    ['a space at its edge', p(text('a '), text(' b ', strong), text('c')), 'a  **b** c'],
    [
      'a mark of exclamation before a link',
      p(text('wow!'), text('x', marks.link.create({ href: 'https://a.example/' }))),
      'wow\\![x](https://a.example/)',
    ],
    ['spaces and breaks at the edges', p(text('  a '), node('hard_break'), text(' b'), node('hard_break')), 'a\\\nb'],
    ['what is empty', doc(p(), node('heading'), p(text('a')), node('blockquote', [p()])), 'a'],
  ])('writes what Markdown cannot say as near as can be: %s', (_, made, expected) => {
    expect(writeMarkdown(made.type.name === 'doc' ? made : doc(made))).toBe(expected)
  })
})

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-zéë]{1,8}$/) },
  fc.constantFrom(
    'A&B',
    '10',
    '50%',
    'wel/niet',
    "z'n",
    'a_b',
    'C++',
    '(oud)',
    '&amp;',
    'a.b@c',
    '#3',
    '*',
    '1.',
    '-',
    '|',
    '<b>',
    '!',
    '`x`',
    '[a]',
    '~~',
    '\\',
    '==',
  ),
)
const markSet = fc.constantFrom<readonly Mark[]>(
  [],
  [],
  [strong],
  [em],
  [strong, em],
  [marks.link.create({ href: 'https://voorbeeld.example/pad_x(1)?a=1&copy=2' })],
)
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))

/** Words with marks; between two runs stands a space without any, as people mark words. */
const line = fc
  .array(fc.tuple(phrase, markSet), { minLength: 1, maxLength: 4 })
  .map((runs) => runs.flatMap(([words, with_], at) => [...(at > 0 ? [text(' ')] : []), text(words, ...with_)]))
/** Anything anybody can do with a keyboard and the buttons. */
const wild = fc.array(
  fc.oneof(
    fc
      .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), markSet)
      .map(([words, with_]) => text(words.replace(/[\0\r\n\t]/g, ' '), ...with_)),
    fc.tuple(word, markSet).map(([words, with_]) => text(words, ...with_)),
    fc.constant(node('hard_break')),
    fc.constant(node('image', [], { src: picture, alt: 'een ]( huis' })),
  ),
  { maxLength: 6 },
)

const docs = (inline: fc.Arbitrary<Node[]>) => {
  const paragraph = inline.map((content) => p(...content))
  const cell = (name: 'table_header' | 'table_cell') => inline.map((content) => node(name, content))
  const row = (name: 'table_header' | 'table_cell', width: number) =>
    fc.array(cell(name), { minLength: width, maxLength: width }).map((cells) => node('table_row', cells))
  const table = fc
    .integer({ min: 1, max: 3 })
    .chain((width) =>
      fc
        .tuple(row('table_header', width), fc.array(row('table_cell', width), { maxLength: 2 }))
        .map(([head, rows]) => node('table', [head, ...rows])),
    )
  const listOf = (item: fc.Arbitrary<Node>) =>
    fc
      .tuple(fc.array(item, { minLength: 1, maxLength: 3 }), fc.option(fc.integer({ min: 0, max: 12 })))
      .map(([items, order]) => (order === null ? node('bullet_list', items) : node('ordered_list', items, { order })))
  const itemWith = (list: fc.Arbitrary<Node> | null) =>
    fc
      .tuple(paragraph, list === null ? fc.constant([]) : fc.array(list, { maxLength: 1 }))
      .map(([first, more]) => node('list_item', [first, ...more]))
  const list = listOf(itemWith(listOf(itemWith(listOf(itemWith(null))))))
  const block = fc.oneof(
    paragraph,
    fc.tuple(inline, fc.integer({ min: 2, max: 4 })).map(([content, level]) => node('heading', content, { level })),
    list,
    table,
    fc.array(fc.oneof(paragraph, list), { minLength: 1, maxLength: 2 }).map((content) => node('blockquote', content)),
    fc.constant(node('horizontal_rule')),
  )
  return fc.array(block, { minLength: 1, maxLength: 5 }).map((content) => doc(...content))
}

const bare = (made: Node) => made.textBetween(0, made.content.size, ' ', ' ').replace(/\s+/g, '')

describe('a text that was made in the writing field', () => {
  it('is the same when it is saved and opened again', () => {
    fc.assert(
      fc.property(docs(line), (made) => {
        expect(readMarkdown(writeMarkdown(made)).toJSON()).toEqual(made.toJSON())
      }),
      { numRuns: 150 },
    )
  })

  it('never loses or gains a letter, and stays as it is from then on, whatever was done to it', () => {
    fc.assert(
      fc.property(docs(wild), (made) => {
        const saved = writeMarkdown(made)
        const opened = readMarkdown(saved)
        expect(bare(opened)).toBe(bare(made))
        expect(writeMarkdown(opened)).toBe(saved)
      }),
      { numRuns: 150 },
    )
  })

  it('keeps two lists apart when an empty one between them goes', () => {
    const numbered = (...content: Node[]) => node('ordered_list', [node('list_item', [p(...content)])])
    const saved = writeMarkdown(doc(numbered(text('een')), numbered(), numbered(text('twee'))))
    expect(readMarkdown(saved).toJSON()).toEqual(doc(numbered(text('een')), numbered(text('twee'))).toJSON())
  })

  it('is shown to readers with the same words', () => {
    fc.assert(
      fc.property(docs(line), (made) => {
        const html = renderMarkdown(writeMarkdown(made), 2)
        const read = html
          .replace(/<[^>]+>/g, '')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, '&')
        expect(read.replace(/\s+/g, '')).toBe(bare(made))
      }),
      { numRuns: 80 },
    )
  })
})
