import { describe, expect, it } from 'vitest'
import { WithNumber } from './with-number.tsx'

describe('a reference number in a sentence', () => {
  it.each([
    ['Vraag AV-2026-482913', 'Vraag <span class="plein-number">AV-2026-482913</span>'],
    ['AV-2026-482913', '<span class="plein-number">AV-2026-482913</span>'],
    [
      'Van AV-2026-482913 naar AV-2026-000001.',
      'Van <span class="plein-number">AV-2026-482913</span> naar <span class="plein-number">AV-2026-000001</span>.',
    ],
    ['Zonder nummer, met <b> en AV-12', 'Zonder nummer, met &lt;b&gt; en AV-12'],
  ])('%s', (text, html) => {
    expect(String(<WithNumber text={text} />)).toBe(html)
  })
})
