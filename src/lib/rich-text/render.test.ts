import { describe, expect, it } from 'vitest'
import { renderMarkdown } from './render.ts'

describe('Markdown as HTML', () => {
  it.each([
    ['# Groot\n\n## Kleiner', 2, '<h2>Groot</h2>\n<h2>Kleiner</h2>\n'],
    ['# Groot\n\n## Kleiner\n\n###### Klein', 3, '<h3>Groot</h3>\n<h3>Kleiner</h3>\n<h4>Klein</h4>\n'],
    ['[hier](/kennis/x)', 3, '<p><a href="/kennis/x" rel="noreferrer">hier</a></p>\n'],
    ['<script>alert(1)</script>', 2, '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n'],
  ] as const)('%j from level %i', (text, first, html) => {
    expect(renderMarkdown(text, first)).toBe(html)
  })

  it.each([
    '[x](javascript:alert(1))',
    '[x](//elsewhere.example)',
    '[x](data:text/html,x)',
    '![x](https://a.example/b.png)',
  ])('%s leads nowhere and loads nothing', (text) => {
    for (const first of [2, 3] as const) expect(renderMarkdown(text, first)).not.toMatch(/href|src=/)
  })
})
