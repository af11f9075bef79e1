import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkTermsInHtml } from './text-links.rules.ts'
import { linkableTerms } from './vocabulary.ts'

const linked = (html: string, but: readonly string[] = []) =>
  linkTermsInHtml(html, linkableTerms, 'nl', (id) => `/${id}`, new Set(but))

describe('terms in a finished text', () => {
  it.each([
    ['<p>Over moreel beraad.</p>', '<p>Over <a href="/moralDeliberation">moreel beraad</a>.</p>'],
    ['<p>Herstel en herstel.</p>', '<p><a href="/recovery">Herstel</a> en herstel.</p>'],
    [
      '<p>Herstel.</p><h2>Herstel</h2><p>Herstel.</p>',
      '<p><a href="/recovery">Herstel</a>.</p><h2>Herstel</h2><p><a href="/recovery">Herstel</a>.</p>',
    ],
    ['<a href="https://x.example/herstel">herstel</a>', '<a href="https://x.example/herstel">herstel</a>'],
    ['<a href="#"><strong>herstel</strong></a>', '<a href="#"><strong>herstel</strong></a>'],
    ['<pre><code>herstel</code></pre>', '<pre><code>herstel</code></pre>'],
    [
      '<p>collectieve ervaringskennis</p>',
      '<p><a href="/collectiveExperientialKnowledge">collectieve ervaringskennis</a></p>',
    ],
    ['<p>dakloze mensen</p>', '<p><a href="/homelessness">dakloze mensen</a></p>'],
    ['<p>Twee leerkringen</p>', '<p>Twee <a href="/learningCircle">leerkringen</a></p>'],
    ['<p>Zorg voor ouderen</p>', '<p>Zorg voor ouderen</p>'],
    ['<p>R&amp;D &lt;herstel&gt;</p>', '<p>R&amp;D &lt;<a href="/recovery">herstel</a>&gt;</p>'],
    ['', ''],
  ])('%s', (html, expected) => {
    expect(linked(html)).toBe(expected)
  })

  it('are left alone when asked', () => {
    expect(linked('<p>Herstel</p>', ['recovery'])).toBe('<p>Herstel</p>')
    expect(linkTermsInHtml('<p>Herstel</p>', linkableTerms, 'nl', () => null)).toBe('<p>Herstel</p>')
  })

  it('leave the rest of any text as it was', () => {
    const piece = fc.constantFrom(
      'herstel',
      ' ',
      'de naasten',
      '<p>',
      '</p>',
      '<a href="/x">',
      '</a>',
      '<h2>',
      '</h2>',
      '&amp;',
      '.',
      '<br />',
    )
    expect(() =>
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
          const html = pieces.join('')
          return linked(html).replaceAll(/<a href="\/(?!x")[^"]*">([^<]*)<\/a>/g, '$1') === html
        }),
        { numRuns: 500 },
      ),
    ).not.toThrow()
  })
})
