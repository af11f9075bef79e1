import { describe, expect, it } from 'vitest'
import { dateFormat, dateOfSavSeconds, lowest, plainFormat, savSeconds, systemMissing } from './dictionary.ts'
import { poll } from './given.testing.ts'
import { readSav, SavError } from './read.ts'
import { writeSav, type SavGiven } from './write.ts'
import { processorTime } from '../processor.testing.ts'

const created = new Date('2026-11-22T10:11:12Z')
const one = (variable: SavGiven['variables'][number], ...cells: (number | string | null)[]): SavGiven => ({
  created,
  variables: [variable],
  cases: cells.map((cell) => [cell]),
})
const back = (given: SavGiven) => readSav(writeSav(given).bytes)

const reasonOf = (bytes: Uint8Array) => {
  try {
    readSav(bytes)
  } catch (error) {
    if (error instanceof SavError) return error.reason
    throw error
  }
  return 'read'
}

describe('a file of SPSS', () => {
  it('holds a poll, with what nobody said filled in', () => {
    const file = back(poll)
    expect(file).toMatchObject({ ...poll, variables: poll.variables, product: 'Ervaringsplein' })
    expect(file.variables[2]).toEqual({
      kind: 'number',
      name: 'rol_a',
      label: '',
      measure: 'nominal',
      columns: 8,
      align: 'right',
      attributes: [],
      format: plainFormat,
      valueLabels: [],
      missing: { values: [], range: null },
    })
    expect(file.variables[4]).toMatchObject({ bytes: 600, measure: 'nominal', align: 'left' })
  })

  it('holds no case at all', () => {
    expect(back({ ...poll, cases: [] })).toMatchObject({ cases: [], weight: 'gewicht' })
  })

  it('tells absent from nothing written, of numbers only', () => {
    expect(back(one({ kind: 'number', name: 'n' }, null, 0, -0)).cases).toEqual([[null], [0], [-0]])
    expect(back(one({ kind: 'text', name: 't' }, null, '', 'x ')).cases).toEqual([[''], [''], ['x']])
  })

  it.each([1, 7, 8, 9, 255, 256, 504, 505, 600, 32_767])('holds a text of %i bytes beside its neighbours', (bytes) => {
    const text = 'é'.repeat(Math.floor(bytes / 2)) + 'x'.repeat(bytes % 2)
    const given: SavGiven = {
      created,
      variables: [
        { kind: 'number', name: 'voor' },
        { kind: 'text', name: 'tekst' },
        { kind: 'number', name: 'na' },
      ],
      cases: [
        [1, text, 2],
        [3, '', null],
      ],
    }
    expect(back(given)).toMatchObject({ cases: given.cases, variables: [{}, { bytes }, {}] })
  })

  it('cuts what does not fit between two letters, and says so', () => {
    const family = '👨‍👩‍👧'
    const written = writeSav({
      ...one(
        {
          kind: 'text',
          name: 't',
          bytes: 20,
          label: 'é'.repeat(200),
          valueLabels: [{ value: 'a', label: `${'x'.repeat(119)}é` }],
        },
        `a${family}${family}`,
      ),
      label: 'e\u0301'.repeat(40),
    })
    const file = readSav(written.bytes)
    expect(file.cases).toEqual([[`a${family}`]])
    expect(file.label).toBe('e\u0301'.repeat(21))
    expect(file.variables[0]).toMatchObject({
      label: 'é'.repeat(127),
      valueLabels: [{ value: 'a', label: 'x'.repeat(119) }],
    })
    expect(written.shortened).toMatchObject([
      { what: 'cell', variable: 't', case: 0 },
      { what: 'label', variable: 't' },
      { what: 'value-label', variable: 't' },
      { what: 'file-label' },
    ])
    expect(written.shortened[0]?.text).toBe(`a${family}${family}`)
  })

  it('cuts a text that no file has room for', () => {
    const written = writeSav(one({ kind: 'text', name: 't' }, 'x'.repeat(40_000)))
    expect(written.shortened).toMatchObject([{ what: 'cell', case: 0 }])
    expect(readSav(written.bytes).cases).toEqual([['x'.repeat(32_767)]])
  })

  it('keeps formulas, emoji and line ends as they are: nothing in it is run', () => {
    const texts = ['=1+1', '😀', 'a\r\nb\0c', '@x', '-3']
    expect(back(one({ kind: 'text', name: 't' }, ...texts)).cases.flat()).toEqual(texts)
  })

  it('makes names legal, wherever they are used', () => {
    const given: SavGiven = {
      created,
      weight: 'to',
      variables: [
        { kind: 'number', name: 'to' },
        { kind: 'number', name: 'rol a' },
        { kind: 'number', name: 'rol-a' },
      ],
      sets: [{ kind: 'categories', name: 'met', label: '', variables: ['rol-a', 'rol a'] }],
      cases: [],
    }
    expect([...writeSav(given).names]).toEqual([
      ['to', 'v_to'],
      ['rol a', 'rol_a'],
      ['rol-a', 'rol_a_2'],
    ])
    expect(back(given)).toMatchObject({ weight: 'v_to', sets: [{ name: 'met', variables: ['rol_a_2', 'rol_a'] }] })
  })

  it('keeps a note in lines of 80 bytes, between words', () => {
    const note = `${'woord '.repeat(20)}${'é'.repeat(60)}`
    const { notes } = back({ ...poll, notes: [note, ''] })
    expect(notes.map((line) => Buffer.byteLength(line))).toEqual([77, 41, 80, 40, 0])
    expect(notes.join(' ').replaceAll(' ', '')).toBe(note.replaceAll(' ', ''))
  })

  it('counts a day as SPSS does', () => {
    // As PSPP computes DATE.DMY(1, 1, 1970) and DATE.DMY(29, 2, 2000).
    expect(savSeconds(new Date('1970-01-01'))).toBe(12_219_379_200)
    expect(savSeconds(new Date('2000-02-29'))).toBe(13_171_161_600)
    const moment = new Date('2026-11-22T10:11:12.500Z')
    expect(dateOfSavSeconds(savSeconds(moment))).toEqual(moment)
    expect(dateOfSavSeconds(Number.MAX_VALUE)).toBeNull()
    expect(() => savSeconds(new Date('nee'))).toThrow(RangeError)
    expect(back(one({ kind: 'number', name: 'dag', format: dateFormat }, savSeconds(moment))).variables).toMatchObject([
      { format: dateFormat },
    ])
  })

  it('loses a long run of spaces at once', () => {
    const spaces = ' '.repeat(1_000_000)
    const start = processorTime()
    const written = writeSav(one({ kind: 'text', name: 't' }, `a${spaces}`, `${spaces.slice(0, 30_000)}b${spaces}`))
    expect(processorTime() - start).toBeLessThan(5000)
    expect(written.shortened).toEqual([])
    expect(readSav(written.bytes).cases).toEqual([['a'], [`${spaces.slice(0, 30_000)}b`]])
  })

  it('is small: one byte for each answer', () => {
    const variables = Array.from({ length: 40 }, (_, n) => ({ kind: 'number' as const, name: `v${n}` }))
    const answers = (count: number) => Array.from({ length: count }, (_, n) => variables.map((__, m) => (n * m) % 10))
    const size = (count: number) => writeSav({ created, variables, cases: answers(count) }).bytes.length
    expect(size(541) - size(0)).toBeLessThan(541 * 40 + 8)
  })

  it.each<[string, SavGiven]>([
    ['no variable', { created, variables: [], cases: [] }],
    [
      'a name twice',
      {
        created,
        variables: [
          { kind: 'text', name: 't' },
          { kind: 'number', name: 't' },
        ],
        cases: [],
      },
    ],
    ['a crooked case', { ...poll, cases: [[1]] }],
    ['a text among numbers', one({ kind: 'number', name: 'n' }, 'x')],
    ['a number among texts', one({ kind: 'text', name: 't' }, 1)],
    ['infinity', one({ kind: 'number', name: 'n' }, Infinity)],
    ['not a number', one({ kind: 'number', name: 'n' }, Number.NaN)],
    ['the number that means absent', one({ kind: 'number', name: 'n' }, systemMissing)],
    ['the number that means lowest', one({ kind: 'number', name: 'n' }, lowest)],
    ['four missing values', one({ kind: 'number', name: 'n', missing: { values: [1, 2, 3, 4], range: null } })],
    ['two beside a range', one({ kind: 'number', name: 'n', missing: { values: [1, 2], range: { from: 3, to: 4 } } })],
    ['an empty range', one({ kind: 'number', name: 'n', missing: { values: [], range: { from: 4, to: 3 } } })],
    ['a missing text of nine bytes', one({ kind: 'text', name: 't', bytes: 20, missing: ['123456789'] })],
    ['four missing texts', one({ kind: 'text', name: 't', missing: ['a', 'b', 'c', 'd'] })],
    [
      'two labels for a value',
      one({
        kind: 'text',
        name: 't',
        valueLabels: [
          { value: 'a', label: 'x' },
          { value: 'a ', label: 'y' },
        ],
      }),
    ],
    [
      'a value that does not fit',
      one({ kind: 'text', name: 't', bytes: 1, valueLabels: [{ value: 'ab', label: 'x' }] }),
    ],
    ['room for too much', one({ kind: 'text', name: 't', bytes: 32_768 })],
    ['a day with decimals', one({ kind: 'number', name: 'n', format: { ...dateFormat, decimals: 2 } })],
    ['a format of no width', one({ kind: 'number', name: 'n', format: { type: 'F', width: 0, decimals: 0 } })],
    ['no column', one({ kind: 'number', name: 'n', columns: 0 })],
    ['an unknown weight', { ...poll, weight: 'x' }],
    ['a text as weight', { ...poll, weight: 'toelichting' }],
    ['a set of one', { ...poll, sets: [{ kind: 'categories', name: 's', label: '', variables: ['rol_a'] }] }],
    [
      'a set of one twice',
      { ...poll, sets: [{ kind: 'categories', name: 's', label: '', variables: ['rol_a', 'rol_a'] }] },
    ],
    [
      'a set of all kinds',
      { ...poll, sets: [{ kind: 'categories', name: 's', label: '', variables: ['rol_a', 'toelichting'] }] },
    ],
    [
      'a half tick',
      { ...poll, sets: [{ kind: 'dichotomies', counted: 0.5, name: 's', label: '', variables: ['rol_a', 'rol_b'] }] },
    ],
    ['an attribute without a name', { ...poll, attributes: [{ name: 'a(b', values: ['x'] }] }],
    [
      'an attribute twice',
      {
        ...poll,
        attributes: [
          { name: 'a', values: ['x'] },
          { name: 'A', values: ['y'] },
        ],
      },
    ],
    ['a date that is none', { ...poll, created: new Date('nee') }],
    ['a year with the wrong two digits', { ...poll, created: new Date('1969-12-31') }],
  ])('refuses %s', (_, given) => {
    expect(() => writeSav(given)).toThrow(RangeError)
  })
})

/** A file with an extension record more, or with one of ours replaced. */
function withExtension(bytes: Uint8Array, subtype: number, content: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes)
  const end = buffer.indexOf(Buffer.from(Int32Array.of(999, 0).buffer))
  const head = Buffer.from(Int32Array.of(7, subtype, 1, content.length).buffer)
  return Buffer.concat([buffer.subarray(0, end), head, content, buffer.subarray(end)])
}

describe('files of others', () => {
  const { bytes } = writeSav(poll)
  const changed = (at: number, ...values: number[]) => {
    const copy = bytes.slice()
    copy.set(values, at)
    return copy
  }

  it.each([
    ['nothing', new Uint8Array(), 'not-a-sav'],
    ['a picture', new Uint8Array(200), 'not-a-sav'],
    ['one with zlib', changed(0, ...Buffer.from('$FL3')), 'compressed-with-zlib'],
    ['one that says zlib', changed(72, 2), 'compressed-with-zlib'],
    ['one from a mainframe', changed(64, 0, 0, 0, 2), 'highest-byte-first'],
    ['half of one', bytes.subarray(0, bytes.length / 2), 'ends-early'],
    ['one without its last case', bytes.subarray(0, -600), 'ends-early'],
    ['an unknown record', changed(176, 5), 'record-unknown'],
    ['a weight that is nowhere', changed(76, 99), 'variable-unknown'],
    ['an unknown encoding', withExtension(bytes, 20, Buffer.from('klingon')), 'encoding-unknown'],
    ['a set of unknown variables', withExtension(bytes, 7, Buffer.from('$x=C 1 a p q\n')), 'variable-unknown'],
    ['a set of an unknown kind', withExtension(bytes, 7, Buffer.from('$x=Q 1 a p q\n')), 'record-broken'],
    ['a name without a variable', withExtension(bytes, 13, Buffer.from('=x')), 'record-broken'],
  ])('refuses %s', (_, file, reason) => {
    expect(reasonOf(file)).toBe(reason)
  })

  it('passes over records that it does not know', () => {
    expect(readSav(withExtension(bytes, 24, Buffer.from('<xml/>')))).toEqual(readSav(bytes))
  })

  it('reads to the end when the file does not say how many cases', () => {
    expect(readSav(changed(80, 255, 255, 255, 255)).cases).toEqual(readSav(bytes).cases)
  })

  it('reads what is not compressed', () => {
    const { bytes: empty } = writeSav({
      created,
      variables: [
        { kind: 'number', name: 'n' },
        { kind: 'text', name: 't' },
      ],
      cases: [],
    })
    empty.set([0], 72)
    empty.set([2], 80)
    const cells = Buffer.alloc(32, ' ')
    cells.writeDoubleLE(1.5, 0)
    cells.write('a', 8)
    cells.writeDoubleLE(systemMissing, 16)
    expect(readSav(Buffer.concat([empty, cells])).cases).toEqual([
      [1.5, 'a'],
      [null, ''],
    ])
  })

  it('reads ticks that lend their labels', () => {
    const line = Buffer.from('$lenen=E 11 1 1 5 Lenen rol_a ROL_B\n')
    expect(readSav(withExtension(bytes, 19, line)).sets).toContainEqual({
      kind: 'dichotomies',
      name: 'lenen',
      label: 'Lenen',
      counted: 1,
      variables: ['rol_a', 'rol_b'],
    })
  })

  it('works labels out once, however many variables share them', () => {
    const names = ['a', 'b', 'c']
    const labels = [{ value: 1, label: 'ja' }]
    const file = Buffer.from(
      writeSav({
        created,
        variables: names.map((name) => ({ kind: 'number', name, valueLabels: name === 'a' ? labels : [] })),
        cases: [],
      }).bytes,
    )
    const place = file.indexOf(Buffer.from(Int32Array.of(4, 1, 1).buffer))
    const shared = Buffer.from(Int32Array.of(4, 3, 1, 2, 3).buffer)
    const [a, b, c] = readSav(Buffer.concat([file.subarray(0, place), shared, file.subarray(place + 12)])).variables
    expect(a?.valueLabels).toEqual(labels)
    expect(b?.valueLabels).toBe(a?.valueLabels)
    expect(c?.valueLabels).toBe(a?.valueLabels)
  })

  it('reads another encoding by its name', () => {
    const written = writeSav(one({ kind: 'text', name: 't', bytes: 4 }, 'cafX')).bytes
    const file = Buffer.from(withExtension(written, 20, Buffer.from('windows-1252')))
    file[file.lastIndexOf('X')] = 0xe9
    expect(readSav(file).cases).toEqual([['café']])
  })

  it.each([
    ['by its code page', [7, 3, 4, 8, 1, 0, 0, -1, 1, 1, 2, 1252], 'café'],
    ['by another code page', [7, 3, 4, 8, 1, 0, 0, -1, 1, 1, 2, 28_605], 'café'],
    ['as that of Windows when only letters of 8 bits are said', [7, 3, 4, 8, 1, 0, 0, -1, 1, 1, 2, 3], 'café'],
    ['as that of Windows when nothing is said', [7, 99, 4, 8, 1, 0, 0, -1, 1, 1, 2, 65_001], 'café'],
    ['as UTF-8 by its code page, where a lone byte is seen', [7, 3, 4, 8, 1, 0, 0, -1, 1, 1, 2, 65_001], 'caf\uFFFD'],
  ])('reads an encoding without a name %s', (_, machine, text) => {
    const file = Buffer.from(writeSav(one({ kind: 'text', name: 't', bytes: 4 }, 'cafX')).bytes)
    file[file.lastIndexOf('X')] = 0xe9
    const put = (old: number[], fresh: number[]) =>
      Buffer.from(Int32Array.from(fresh).buffer).copy(file, file.indexOf(Buffer.from(Int32Array.from(old).buffer)))
    put([7, 20, 1, 5], [7, 98, 1, 5])
    put([7, 3, 4, 8, 1, 0, 0, -1, 1, 1, 2, 65_001], machine)
    expect(readSav(file).cases).toEqual([[text]])
  })

  it('reads several missing values of a long text with their length once, and as older PSPP repeats it', () => {
    const given = one({ kind: 'text', name: 't', bytes: 12, missing: ['weg', 'weet'] })
    const { bytes: once } = writeSav(given)
    expect(readSav(once).variables).toMatchObject([{ missing: ['weg', 'weet'] }])
    const repeated = Buffer.concat([
      Buffer.from([1, 0, 0, 0]),
      Buffer.from('t\x02'),
      Buffer.from([8, 0, 0, 0]),
      Buffer.from('weg     '),
      Buffer.from([8, 0, 0, 0]),
      Buffer.from('weet    '),
    ])
    expect(
      readSav(
        withExtension(writeSav({ ...given, variables: [{ kind: 'text', name: 't', bytes: 12 }] }).bytes, 22, repeated),
      ).variables,
    ).toMatchObject([{ missing: ['weg', 'weet'] }])
  })
})
