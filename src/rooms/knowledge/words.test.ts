import { describe, expect, it } from 'vitest'
import { checkPlainDutch } from '../../lib/dutch/plain-language.ts'
import { terms } from '../terms/public.ts'
import { consentWords } from './publishing/consent.text.ts'
import { editingWords } from './writing/editing.text.ts'
import { formErrors } from './form-errors.text.ts'
import { redactionWords } from './publishing/redaction.text.ts'
import { adviceFor } from './writing/writing-advice.rules.ts'
import { offersQuickExit, slugOfItem, wordsOfGiver, type ItemText } from './items/texts.rules.ts'

const explained = new Set(terms.map((term) => term.label.nl))
const sentencesIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'function'
      ? []
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(sentencesIn)
        : []

describe('the sentences of this room', () => {
  // One call per catalogue: each line is a sentence, so their average means nothing.
  const findingsIn = (...catalogues: readonly unknown[]) =>
    checkPlainDutch(catalogues.flatMap(sentencesIn).join('\n'), { termPages: explained }).filter(
      (finding) => finding.kind !== 'long-average',
    )
  it('are plain for those who are asked', () => {
    expect(findingsIn(consentWords.nl)).toEqual([])
  })
  it('avoid the words we avoid, for editors too', () => {
    const found = findingsIn(editingWords.nl, redactionWords.nl, formErrors.nl)
    expect(found.filter((finding) => finding.kind === 'avoided-word')).toEqual([])
  })
})

describe('advice to who writes', () => {
  it('reads the text and not its Markdown', () => {
    const advice = adviceFor(
      '## Kop\n\n- Dit is [een link](https://voorbeeld.example/een-heel-lang-adres-dat-niet-telt).\n\nKort **en** goed.',
    )
    expect(advice.words).toBe(8)
    expect(advice.findings).toEqual([])
    expect(adviceFor('De casus van de patiënt.').findings.length).toBeGreaterThan(0)
    // A choice of a list, such as no reward, is no word that a page explains.
    expect(adviceFor('Ervaringsdeskundigen zien geen verschil.').terms.map(({ slug }) => slug)).toEqual([
      'ervaringsdeskundige',
    ])
    expect(adviceFor('')).toMatchObject({ words: 0, score: null, findings: [] })
  })
})

describe('texts', () => {
  it.each([
    ['Waar begin je?', 'waar-begin-je'],
    ['  Één keer: ’t duo & de 3 regels ', 'een-keer-t-duo-de-3-regels'],
    ['!!!', 'item'],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('the path word of %j is %s', (title, slug) => {
    expect(slugOfItem(title)).toBe(slug)
  })
  it('say yes to title, summary and one’s own parts only', () => {
    const text: ItemText = {
      title: 'T',
      summary: 'S',
      parts: [
        { key: 'q', whose: 'requester', author: null, text: 'vraag' },
        { key: 'a', whose: 'author', author: null, text: 'samen' },
        { key: 'r', whose: 'author', author: 'rosa', text: 'van rosa' },
        { key: 'e', whose: 'editor', author: null, text: 'redactie' },
      ],
    }
    expect(wordsOfGiver(text, { kind: 'requester', person: null })).toBe('["T","S",["q","vraag"]]')
    expect(wordsOfGiver(text, { kind: 'author', person: 'kees' })).toBe('["T","S",["a","samen"]]')
    expect(wordsOfGiver(text, { kind: 'author', person: 'rosa' })).toBe('["T","S",["a","samen"],["r","van rosa"]]')
  })
  it('offer the way out for violence, not for every sensitive theme', () => {
    expect(offersQuickExit(['povertyDebt', 'childAbuse'])).toBe(true)
    expect(offersQuickExit(['povertyDebt', 'mentalHealth'])).toBe(false)
  })
})
