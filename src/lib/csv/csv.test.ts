import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvError, readCsv, readRecords } from './csv-reader.ts'
import { withFormulaGuard, withoutFormulaGuard, writeCsv } from './csv-writer.ts'
import { processorTime } from '../processor.testing.ts'

const reasonOf = (read: () => unknown) => {
  try {
    read()
  } catch (error) {
    if (error instanceof CsvError) return `${error.reason} ${error.line}`
    throw error
  }
  return 'read'
}

describe('reading CSV', () => {
  it.each([
    ['', []],
    ['a', [['a']]],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\uFEFFa,b\n', [['a', 'b']]],
    ['"a, b","c ""d"""\n', [['a, b', 'c "d"']]],
    ['"two\r\nlines",x\n', [['two\r\nlines', 'x']]],
    [
      ',\n,\n',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    ['a,""\n', [['a', '']]],
    ['é,’s\n', [['é', '’s']]],
  ])('reads %j', (text, rows) => {
    expect(readCsv(text)).toEqual(rows)
  })

  it('reads other separators when asked, and only then', () => {
    expect(readCsv('a;b\n', { separator: ';' })).toEqual([['a', 'b']])
    expect(readCsv('a;b\n')).toEqual([['a;b']])
  })

  it.each([
    ['a"b\n', 'quote-inside-plain-field 1'],
    ['x\n"a"b\n', 'text-after-closing-quote 2'],
    ['x\n"a\nb', 'quote-not-closed 2'],
    ['a\rb', 'carriage-return-alone 1'],
    ['a,b\n"c\n\n",d\ne\n', 'number-of-fields-differs 5'],
    ['a,b\n\n', 'number-of-fields-differs 2'],
  ])('refuses %j: %s', (text, reason) => {
    expect(reasonOf(() => readCsv(text))).toBe(reason)
  })

  it.each([
    ['', 'no-header 1'],
    ['code,code\n', 'column-named-twice 1'],
    ['code,extra,name\n', 'column-unknown 1'],
    ['code\n', 'column-missing 1'],
    ['name,code\nUrk,GM0184\n', 'read'],
  ])('asks for the header it was told of: %j gives %s', (text, reason) => {
    expect(reasonOf(() => readRecords(text, ['code', 'name']))).toBe(reason)
  })

  it('gives records by column name, whatever their order', () => {
    expect(readRecords('name,code\nUrk,GM0184\n', ['code', 'name'])).toEqual([{ code: 'GM0184', name: 'Urk' }])
  })

  it('throws nothing but CsvError, for any text', () => {
    const nasty = fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', '\0', '\uFEFF', ' ') })
    const known = /^(read|[a-z-]+ [1-9]\d*)$/u
    expect(() =>
      fc.assert(
        fc.property(nasty, (text) => known.test(reasonOf(() => readCsv(text)))),
        { numRuns: 2000 },
      ),
    ).not.toThrow()
  })

  it('reads a megabyte within a second', () => {
    const text = '"a ""quoted"" field",plain,\r\n'.repeat(40_000)
    const start = processorTime()
    expect(readCsv(text)).toHaveLength(40_000)
    expect(processorTime() - start).toBeLessThan(1000)
  })
})

// A second reader, made in another way (one pattern per field), so that reader and writer cannot share a mistake.
const readByPattern = (text: string): string[][] => {
  const rows: string[][] = [[]]
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '－', ' ', '"', ',', ';', 'x'),
  }),
)

describe('writing CSV', () => {
  it('writes what another reader reads back, and no cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (rows) => {
        const text = writeCsv(['one', 'two'], rows)
        const [, ...written] = readByPattern(text)
        expect(written.flat().filter((value) => /^\s*[=+\-@\t\r\n\0＝＋－＠]/u.test(value))).toEqual([])
        expect(written.map((row) => row.map(withoutFormulaGuard))).toEqual(rows)
        expect(readCsv(text).slice(1)).toEqual(written)
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    ["'s-Gravenhage", "'s-Gravenhage"],
    ['=1+1', "'=1+1"],
    ["'=1+1", "''=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ["-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"],
    ['@sum(1)', "'@sum(1)"],
    ['  @sum', "'  @sum"],
    ['\u00A0=1', "'\u00A0=1"],
    ['\r=1', "'\r=1"],
    ['\n-x', "'\n-x"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['＝1', "'＝1"],
    ['\tx', "'\tx"],
    ['\0x', "'\0x"],
    ['a=1', 'a=1'],
    ['', ''],
  ])('guards %j as %j, and back', (text, safe) => {
    expect(withFormulaGuard(text)).toBe(safe)
    expect(withoutFormulaGuard(safe)).toBe(text)
  })

  it('keeps numbers numbers, and absence empty', () => {
    expect(writeCsv(['n', 'b', 'x', 'y'], [[-5, true, null, undefined]])).toBe('n,b,x,y\r\n-5,true,,\r\n')
  })

  it('writes a number with fixed decimals as a number, below zero too, and nothing without a sign', () => {
    const cells = [-1, 0.05, -0.04, 12.345, 1e-9].map((number) => ({ number, decimals: 1 }))
    expect(writeCsv(['a', 'b', 'c', 'd', 'e'], [cells])).toBe('a,b,c,d,e\r\n-1.0,0.1,0.0,12.3,0.0\r\n')
    expect(writeCsv(['a'], [[{ number: -1.5, decimals: 0 }], [{ number: -0.4, decimals: 0 }]])).toBe('a\r\n-2\r\n0\r\n')
  })

  it('guards a name of a column too', () => {
    expect(writeCsv(['=1+1'], [])).toBe("'=1+1\r\n")
  })

  it('puts a mark in front when asked, which is read over', () => {
    const text = writeCsv(['é'], [['ö']], { mark: true, separator: ';' })
    expect(text).toBe('\uFEFFé\r\nö\r\n')
    expect(readCsv(text, { separator: ';' })).toEqual([['é'], ['ö']])
    expect(writeCsv(['é'], [])).toBe('é\r\n')
  })

  it('refuses a crooked line and a number that is none', () => {
    expect(() => writeCsv(['a'], [['x', 'y']])).toThrow(RangeError)
    expect(() => writeCsv(['a'], [[Number.NaN]])).toThrow(RangeError)
    expect(() => writeCsv(['a'], [[{ number: Infinity, decimals: 1 }]])).toThrow(RangeError)
    expect(() => writeCsv(['a'], [[{ number: 1, decimals: -1 }]])).toThrow(RangeError)
  })
})
