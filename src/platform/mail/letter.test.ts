import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letter } from './letter.ts'

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}
const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '' && word !== '--')
const readHtml = (html: string) =>
  wordsOf(
    (html.split('<body')[1] ?? '')
      .replace(/^[^>]*>/, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity),
  )

describe('a letter', () => {
  it('says the same as text and as HTML', () => {
    const { text, html } = letter({
      lang: 'nl',
      subject: 'Er is nieuws',
      greeting: 'Beste Rosa,',
      paragraphs: ['Er staat een antwoord klaar.', 'Het blijft 30 dagen staan.'],
      button: { label: 'Bekijk het antwoord', href: 'https://plein.example/vraag/abc?x=1&y=2' },
      footer: 'Je krijgt deze mail omdat je een vraag stelde.',
    })
    expect(text).toBe(`Beste Rosa,

Er staat een antwoord klaar.

Het blijft 30 dagen staan.

Bekijk het antwoord:
https://plein.example/vraag/abc?x=1&y=2

-- 
Je krijgt deze mail omdat je een vraag stelde.
`)
    expect(html).toContain('<html lang="nl">')
    expect(html).toContain('href="https://plein.example/vraag/abc?x=1&amp;y=2"')
    expect(readHtml(html)).toEqual(['Ervaringsplein', ...wordsOf(text.replace('antwoord:', 'antwoord'))])
  })

  it('names things one by one, and the way out is under it and handed to the mail program', () => {
    const { text, html, unsubscribe } = letter({
      lang: 'en',
      subject: 'News',
      paragraphs: ['This is new.'],
      entries: [{ title: 'A <b>', text: 'Short & good.', href: 'https://plein.example/en/kennis/a?x=1&y=2' }],
      unsubscribe: { label: 'Stop', href: 'https://plein.example/stop' },
    })
    expect(text).toBe(`This is new.

A <b>
Short & good.
https://plein.example/en/kennis/a?x=1&y=2

Stop:
https://plein.example/stop
`)
    expect(readHtml(html)).toEqual(['Ervaringsplein', ...wordsOf(text.replace('Stop:', 'Stop :'))])
    expect(html).toContain('<a href="https://plein.example/en/kennis/a?x=1&amp;y=2"')
    expect(unsubscribe).toBe('https://plein.example/stop')
  })

  it('shows every sign as it is and lets none of them be markup', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', 'é', ';', '#', '3', '9') }), {
          minLength: 1,
        }),
        (paragraphs) => {
          const { html } = letter({ lang: 'en', subject: paragraphs.join(''), paragraphs })
          expect(html).not.toMatch(/<(?!\/?(?:!doctype|html|head|meta|title|body|div|p|br)\b)/)
          expect(readHtml(html)).toEqual(['Ervaringsplein', ...paragraphs.flatMap(wordsOf)])
        },
      ),
    )
  })

  it('loads nothing from anywhere', () => {
    const { html } = letter({
      lang: 'nl',
      subject: 'x',
      paragraphs: ['y'],
      button: { label: 'z', href: 'https://plein.example/' },
    })
    expect(html).not.toMatch(/<(?:img|script|link|iframe|style)|url\(|@import/i)
  })

  it.each(['/vraag/abc', 'javascript:alert(1)', 'data:text/html,x', ''])('refuses a link to %j', (href) => {
    const link = { label: 'z', href }
    for (const more of [{ button: link }, { unsubscribe: link }, { entries: [{ title: 'z', text: '', href }] }])
      expect(() => letter({ lang: 'nl', subject: 'x', paragraphs: [], ...more })).toThrow(/full address/)
  })
})
