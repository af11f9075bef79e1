import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { context, positives } from './cases.ts'
import { negatives } from './negatives.ts'
import { findMarks, findMarksOf, type MarkKind } from './marks.ts'
import { passesElevenTest, passesIbanCheck } from './numbers.ts'
import { processorTime } from '../processor.testing.ts'

const show = (text: string) => {
  let shown = ''
  let from = 0
  for (const mark of findMarks(text, context)) {
    shown += `${text.slice(from, mark.start)}«${mark.kind}:${mark.text}»`
    from = mark.end
  }
  return shown + text.slice(from)
}
const plain = (marked: string) => marked.replace(/«[a-z-]+:([^»]*)»/g, '$1').replaceAll('|', '\n')
const nine = (n: number) => String(n).padStart(9, '0')

describe('marking what could identify someone', () => {
  it('has enough cases', () => {
    expect(positives.length).toBeGreaterThanOrEqual(150)
    expect(negatives.length).toBeGreaterThanOrEqual(80)
  })
  it.each(positives)('%s', (marked) => expect(show(plain(marked))).toBe(marked.replaceAll('|', '\n')))
  it.each(negatives)('nothing in: %s', (text) => expect(show(text)).toBe(text))
})

describe('marks of some kinds', () => {
  const ofPeople = new Set<MarkKind>(['bsn', 'iban', 'email', 'phone', 'birth-date', 'plate', 'address'])
  it.each([ofPeople, new Set<MarkKind>(['email', 'person']), new Set<MarkKind>(['place'])])(
    'are those of all, without the others: %s',
    (kinds) => {
      const texts = [...positives.map(plain), ...negatives]
      const some = texts.map((text) => findMarksOf(text, context, kinds))
      expect(some).toEqual(texts.map((text) => findMarks(text, context).filter((mark) => kinds.has(mark.kind))))
      expect(some.flat().length).toBeGreaterThan(10)
    },
  )
})

describe('the citizen service number', () => {
  const random = fc.sample(fc.integer({ min: 10_000_000, max: 999_999_999 }), { numRuns: 20_000, seed: 7 }).map(nine)
  const valid = random.filter(passesElevenTest).slice(0, 1000)
  const invalid = random.filter((digits) => !passesElevenTest(digits)).slice(0, 5000)

  it('is found a thousand times out of a thousand', () => {
    expect(valid).toHaveLength(1000)
    const missed = valid.filter(
      (digits) =>
        !findMarks(`Het nummer ${digits} staat erin.`, context).some(
          (mark) => mark.kind === 'bsn' && mark.text === digits,
        ),
    )
    expect(missed).toEqual([])
  })
  it('is not seen in nine digits that fail the eleven-test (under 1 in 100)', () => {
    const wrong = invalid.filter((digits) => findMarks(`Het kenmerk ${digits} staat erin.`, context).length > 0)
    expect(invalid).toHaveLength(5000)
    expect(wrong.length / invalid.length).toBeLessThan(0.01)
  })
  // Test numbers of the RvIG and of banks, published for this purpose.
  it.each(['111222333', '123456782', '999990019'])('%s passes', (digits) => expect(passesElevenTest(digits)).toBe(true))
  it.each(['111222334', '000000000', '12345678', 'abcdefghi'])('%s fails', (digits) =>
    expect(passesElevenTest(digits)).toBe(false),
  )
})

it('checks an IBAN', () => {
  expect(passesIbanCheck('NL91ABNA0417164300')).toBe(true)
  expect(passesIbanCheck('NL92ABNA0417164300')).toBe(false)
})

describe('known people', () => {
  const marked = (text: string) => findMarks(text, { ...context, people: ['Roos de Wit'] }).map((mark) => mark.text)
  it('are found by whole name and by part', () => {
    expect(marked('volgens roos de wit is het zo')).toEqual(['roos de wit'])
    expect(marked('Roos zei dat Wit het wist.')).toEqual(['Roos', 'Wit'])
    expect(marked('De roos is wit.')).toEqual([])
  })
})

it('finds a name again by its parts', () => {
  const text = 'Wubbina Oosterloo kwam langs.\nLater belde Oosterloo. Het idee kwam van Wubbina.'
  expect(findMarks(text, context).map((mark) => mark.text)).toEqual(['Wubbina Oosterloo', 'Oosterloo', 'Wubbina'])
})

const pieces = fc.oneof(
  fc.constantFrom(...positives.map(plain), ...negatives),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)
const anyText = fc.array(pieces, { maxLength: 8 }).map((list) => list.join(' '))

describe('marks', () => {
  it('are sorted, do not overlap, say what they cover and are always the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const marks = findMarks(text, context)
        let end = 0
        for (const mark of marks) {
          expect(mark.start).toBeGreaterThanOrEqual(end)
          expect(mark.text).toBe(text.slice(mark.start, mark.end))
          expect(mark.text.trim()).not.toBe('')
          end = mark.end
        }
        expect(findMarks(text, context)).toEqual(marks)
      }),
      { numRuns: 200 },
    )
  })

  it('come in a time that grows with the text, also for text made to be slow', () => {
    const hostile = [
      'a.',
      '06 ',
      '1 ',
      'A. ',
      'van ',
      'Kim ',
      'a@',
      'kim at ',
      '@',
      '(',
      'Aa ',
      'NL12 ',
      '12-',
      'groet ',
      'stichting ',
      "'",
      'x-',
      'geboren ',
      'Beste ',
      '\n',
      'https://a/',
      'Dorpsstraat ',
      'kenteken is ',
    ]
    const slow = hostile.filter((piece) => {
      const started = processorTime()
      findMarks(piece.repeat(Math.ceil(10_000 / piece.length)), context)
      return processorTime() - started > 2500
    })
    expect(slow).toEqual([])
  })
})
