import { describe, expect, it } from 'vitest'
import { classNamed, readSizes, readTypes, sizeOf, sizesAsText, typesAsText } from './classes.rules.ts'

const sizeText = '0 klein / small\n50 middelgroot\n250 groot / large'
const sizes = () => {
  const read = readSizes(sizeText)
  return read.ok ? read.classes : []
}

describe('classes of a series', () => {
  it('are read from lines and written back as they were', () => {
    expect(readTypes('Welzijnswerk / Welfare\n\n Maatschappelijk werk ')).toEqual({
      ok: true,
      classes: [
        { key: 'welzijnswerk', label: { nl: 'Welzijnswerk', en: 'Welfare' } },
        { key: 'maatschappelijk-werk', label: { nl: 'Maatschappelijk werk' } },
      ],
    })
    expect(sizesAsText(sizes())).toBe(sizeText)
    const types = readTypes('A / B\nC')
    expect(types.ok && typesAsText(types.classes)).toBe('A / B\nC')
  })

  it.each([
    ['', 'none'],
    ['Zorg\nzorg', 'twice'],
    ['!!', 'no-name'],
    [Array.from({ length: 13 }, (_, at) => `soort ${at}`).join('\n'), 'too-many'],
  ])('refuse kinds %o: %s', (text, fault) => expect(readTypes(text)).toEqual({ ok: false, fault }))

  it.each([
    ['klein', 'no-number'],
    ['10 klein\n50 groot', 'not-rising'],
    ['0 klein\n50 groot\n50 reus', 'not-rising'],
    ['0 klein\n90 groot\n50 midden', 'not-rising'],
    ['', 'none'],
  ])('refuse sizes %o: %s', (text, fault) => expect(readSizes(text)).toEqual({ ok: false, fault }))

  it.each([
    [0, 'klein'],
    [49, 'klein'],
    [50, 'middelgroot'],
    [249, 'middelgroot'],
    [9_999, 'groot'],
  ])('%i people are %s', (staff, key) => expect(sizeOf(sizes(), staff)?.key).toBe(key))

  it('are found by their words in either language', () => {
    expect(classNamed(sizes(), 'Small')?.key).toBe('klein')
    expect(classNamed(sizes(), ' MIDDELGROOT ')?.key).toBe('middelgroot')
    expect(classNamed(sizes(), '')).toBeNull()
    expect(classNamed(sizes(), 'reus')).toBeNull()
  })
})
