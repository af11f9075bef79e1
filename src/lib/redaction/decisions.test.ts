import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { context, positives } from './cases.ts'
import { negatives } from './negatives.ts'
import { applyRedactions } from './decisions.ts'
import type { Decision } from './decisions.ts'
import { findMarks, markKinds } from './marks.ts'
import type { Mark, MarkReason } from './marks.ts'
import { neutralWords, whyWords } from './redaction.words.ts'

const text = 'Kim Bakker belde uit Oostbroek. Haar nummer is 06-12345678.'
const replaceAll = (marks: readonly Mark[]): Decision[] =>
  marks.map(({ start, end, text: words }) => ({ start, end, text: words, choice: 'replace' }))
const marks = findMarks(text, context)

describe('carrying out decisions', () => {
  it('puts neutral words in the language of the text', () => {
    expect(applyRedactions(text, replaceAll(marks), context, 'nl')).toEqual({
      kind: 'redacted',
      text: '[naam] belde uit [plaats]. Haar nummer is [telefoon].',
      kept: [],
    })
    expect(applyRedactions(text, replaceAll(marks), context, 'en')).toMatchObject({
      text: '[name] belde uit [place]. Haar nummer is [phone].',
    })
  })

  it('does nothing while one mark has no decision', () => {
    for (const [i, missing] of marks.entries()) {
      const rest = replaceAll(marks).filter((_, k) => k !== i)
      expect(applyRedactions(text, rest, context, 'nl')).toEqual({ kind: 'undecided', open: [missing] })
    }
  })

  it('does not take keeping without a reason for a decision', () => {
    const decisions = marks.map(({ start, end, text: words }): Decision => ({
      start,
      end,
      text: words,
      choice: 'keep',
      reason: ' ',
    }))
    expect(applyRedactions(text, decisions, context, 'nl')).toEqual({ kind: 'undecided', open: marks })
  })

  it('keeps what is kept with a reason, and says so', () => {
    const decisions = replaceAll(marks).map((decision): Decision =>
      decision.text === 'Oostbroek' ? { ...decision, choice: 'keep', reason: 'De gemeente vindt dit goed.' } : decision,
    )
    expect(applyRedactions(text, decisions, context, 'nl')).toMatchObject({
      kind: 'redacted',
      text: '[naam] belde uit Oostbroek. Haar nummer is [telefoon].',
      kept: [{ text: 'Oostbroek', kind: 'place', start: 17, reason: 'De gemeente vindt dit goed.' }],
    })
  })

  it('scans again what was edited, and carries over what was kept', () => {
    const decisions = replaceAll(marks).map((decision): Decision => {
      if (decision.text === 'Oostbroek') return { ...decision, choice: 'keep', reason: 'Mag.' }
      return decision.text === 'Kim Bakker' ? { ...decision, choice: 'edit', with: 'Mijn zus Fatima' } : decision
    })
    const again = applyRedactions(text, decisions, context, 'nl')
    expect(again).toMatchObject({
      kind: 'found-more',
      open: [{ text: 'Fatima' }],
      decisions: [{ text: 'Oostbroek', choice: 'keep' }],
    })
    if (again.kind !== 'found-more') return
    expect(applyRedactions(again.text, [...again.decisions, ...replaceAll(again.open)], context, 'nl')).toMatchObject({
      kind: 'redacted',
      text: 'Mijn zus [naam] belde uit Oostbroek. Haar nummer is [telefoon].',
    })
  })

  it('refuses decisions about another text', () => {
    const [first] = replaceAll(marks)
    expect(applyRedactions(`Nu: ${text}`, first === undefined ? [] : [first], context, 'nl')).toEqual({
      kind: 'stale',
      decisions: [first],
    })
  })

  it('leaves text without marks as it is', () => {
    expect(applyRedactions('Het gaat goed.', [], context, 'nl')).toEqual({
      kind: 'redacted',
      text: 'Het gaat goed.',
      kept: [],
    })
  })

  it('leaves nothing of the same kind where something was replaced, and ends', () => {
    const plain = (marked: string) => marked.replace(/«[a-z-]+:([^»]*)»/g, '$1').replaceAll('|', '\n')
    const anyText = fc
      .array(fc.constantFrom(...positives.map(plain), ...negatives), { maxLength: 6 })
      .map((list) => list.join('\n'))
    fc.assert(
      fc.property(anyText, fc.constantFrom('nl' as const, 'en' as const), (written, lang) => {
        let current = written
        for (let round = 0; round < 5; round++) {
          const before = findMarks(current, context)
          let shift = 0
          const replaced = before.map((mark) => {
            const word = neutralWords[lang][mark.kind]
            const start = mark.start + shift
            shift += word.length - (mark.end - mark.start)
            return { kind: mark.kind, start, end: start + word.length }
          })
          const outcome = applyRedactions(current, replaceAll(before), context, lang)
          expect(['redacted', 'found-more']).toContain(outcome.kind)
          if (outcome.kind !== 'redacted' && outcome.kind !== 'found-more') return
          const after = findMarks(outcome.text, context)
          const back = replaced.filter((place) =>
            after.some((mark) => mark.kind === place.kind && mark.start < place.end && place.start < mark.end),
          )
          expect(back).toEqual([])
          if (outcome.kind === 'redacted') return
          current = outcome.text
        }
        throw new Error(`no end: ${current}`)
      }),
      { numRuns: 200 },
    )
  })
})

it('has a word for every kind and a sentence for every reason, which are not marked themselves', () => {
  for (const lang of ['nl', 'en'] as const) {
    for (const kind of markKinds) expect(findMarks(neutralWords[lang][kind], context)).toEqual([])
    const whys = Object.keys(whyWords[lang]) as MarkReason[]
    expect(whys.every((why) => whyWords[lang][why].endsWith('.'))).toBe(true)
  }
})
