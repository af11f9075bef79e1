import { describe, expect, it } from 'vitest'
import { asMarkdown } from './escape.ts'
import { renderMarkdown } from './render.ts'

describe('plain text as Markdown', () => {
  it.each([
    ['- geen lijst', '\\- geen lijst'],
    ['  12. geen lijst', '  12\\. geen lijst'],
    ['# geen kop', '\\# geen kop'],
    ['een\n+ twee', 'een\n\\+ twee'],
    ['a*b_c`d<e>', 'a\\*b\\_c\\`d\\<e\\>'],
    ['-5 graden', '-5 graden'],
    ['Gewoon. 3.5', 'Gewoon. 3.5'],
  ])('%j becomes %j', (text, markdown) => expect(asMarkdown(text)).toBe(markdown))

  it('shows the words that were there', () => {
    expect(renderMarkdown(asMarkdown('[a](b) **c** ![d](e)'), 2)).toContain('<p>[a](b) **c** ![d](e)</p>')
  })
})
