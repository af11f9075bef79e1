import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, decodeUtf8 } from './clean.ts'

const forbidden =
  // oxlint-disable-next-line no-control-regex -- controls are what this is about
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u2028\u2029]/
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('a', 'e\u0301', '\u202E', '\r', '\n', '\t', ' ', '\0', '\uD83D', '\u200D', '😀', '\u2028'),
  }),
)

describe('cleaning what people typed', () => {
  it.each([
    ['NUL', 'Ki\0m', 'Kim'],
    ['bell and escape', '\u0007hallo\u001B[31m', 'hallo[31m'],
    ['right-to-left override', 'factuur\u202Efdp.exe', 'factuurfdp.exe'],
    ['isolates', '\u2066Kim\u2069', 'Kim'],
    ['direction marks', 'a\u200Eb\u200Fc', 'abc'],
    ['NFC', 'Andre\u0301', 'André'],
    ['zero-width space', 'Bak\u200Bker', 'Bakker'],
    ['joiner inside a Latin word', 'Bak\u200Dker', 'Bakker'],
    ['joiner in an emoji stays', '👩\u200D🚀', '👩\u200D🚀'],
    ['joiner in Persian stays', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['half a pair', 'a\uD83Db', 'a\uFFFDb'],
    ['byte order mark', '\uFEFFhallo', 'hallo'],
    ['HTML stays text', '<b>hallo</b>', '<b>hallo</b>'],
    ['spaces around', '  hallo \u00A0', 'hallo'],
    ['soft hyphen', 'ervarings\u00ADkennis', 'ervaringskennis'],
    ['two lines in a field of one line', 'een\r\ntwee\tdrie', 'een twee drie'],
  ])('%s', (_, typed, cleaned) => expect(cleanText(typed)).toBe(cleaned))

  it('keeps one kind of line end when lines are wanted', () => {
    expect(cleanText('een  \r\ntwee\rdrie\u2028vier\n\n', { multiline: true })).toBe('een\ntwee\ndrie\nvier')
  })

  it('takes half a million spaces as it takes words', () => {
    const long = `een${' '.repeat(500_000)}twee`
    expect(cleanText(long, { multiline: true })).toBe(long)
    expect(cleanText(`een${' '.repeat(500_000)}\ntwee`, { multiline: true })).toBe('een\ntwee')
  })

  it('cuts only when told to, and never through a character', () => {
    expect(cleanText('a'.repeat(20_000))).toHaveLength(20_000)
    expect(cleanText('abcd', { maxLength: 3 })).toBe('abc')
    expect(cleanText('ab😀', { maxLength: 3 })).toBe('ab')
    expect(cleanText('ab cd', { maxLength: 3 })).toBe('ab')
    expect(cleanText('abc', { maxLength: Number.NaN })).toBe('')
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(typeof cleanText(anything)).toBe('string')
      }),
    )
  })

  it('leaves nothing forbidden, and nothing to do a second time', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), fc.option(fc.nat(40), { nil: undefined }), (text, multiline, maxLength) => {
        const options = maxLength === undefined ? { multiline } : { multiline, maxLength }
        const cleaned = cleanText(text, options)
        expect(cleaned).not.toMatch(forbidden)
        expect(cleaned.isWellFormed()).toBe(true)
        expect(cleaned.normalize('NFC')).toBe(cleaned)
        expect(cleanText(cleaned, options)).toBe(cleaned)
        expect(cleaned.length).toBeLessThanOrEqual(maxLength ?? Infinity)
        expect(multiline || !/[\n\t]/.test(cleaned)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('reading bytes as UTF-8', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values)
  it('reads what is UTF-8 and drops the byte order mark', () => {
    expect(decodeUtf8(new TextEncoder().encode('\uFEFFcliënt'))).toEqual({ ok: true, text: 'cliënt' })
    expect(decodeUtf8(bytes())).toEqual({ ok: true, text: '' })
  })
  it.each([
    ['utf-16', bytes(0xff, 0xfe, 0x61, 0)],
    ['utf-16', bytes(0xfe, 0xff, 0, 0x61)],
    ['utf-32', bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0)],
    ['binary', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)],
    ['binary', bytes(0xff, 0xd8, 0xff, 1, 2, 3, 4, 5)],
    ['not-utf8', Uint8Array.from(Buffer.from('cliënten van de organisatie', 'latin1'))],
    ['not-utf8', bytes(0x61, 0xc0, 0xaf)],
  ] as const)('refuses with the reason %s', (problem, given) => {
    expect(decodeUtf8(given)).toEqual({ ok: false, problem })
  })
  it('gives back every text that was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'))
        expect(decodeUtf8(new TextEncoder().encode(text))).toEqual({ ok: true, text })
      }),
    )
  })
})
