import { describe, expect, it } from 'vitest'
import { frameLimits, readFrame, sameName, type Known } from './frame.rules.ts'

const known: Known = {
  types: [{ key: 'opvang', label: { nl: 'Opvang', en: 'Shelter' } }],
  sizes: [
    { key: 'klein', label: { nl: 'klein' }, from: 0 },
    { key: 'groot', label: { nl: 'groot' }, from: 50 },
  ],
  earlier: new Map([[sameName('Het Anker'), 'lid-7']]),
  province: (text) => (text === 'Utrecht' ? { code: 'PV26' } : text === 'Bergen' ? 'several' : 'unknown'),
}
const read = (text: string) => readFrame(text, known)
const faultsOf = (text: string) => {
  const found = read(text)
  return found.ok ? found.lines.flatMap(({ line, faults }) => faults.map(({ fault }) => `${line} ${fault}`)) : found
}

describe('a list of organisations', () => {
  it.each([
    ['tabs, with empty cells lost at the end', 'naam\tsoort\tprovincie\nDe Brug\tShelter\tUtrecht\nNoord\n\n'],
    ['semicolons', 'Naam;Soort;Provincie\r\nDe Brug;opvang;Utrecht\r\nNoord;;'],
    ['commas and quotes', 'naam,soort,provincie\n"De Brug",OPVANG,Utrecht\nNoord,,'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toMatchObject({
      ok: true,
      lines: [
        { line: 2, place: { name: 'De Brug', type: 'opvang', province: 'PV26' }, faults: [] },
        { line: 3, place: { name: 'Noord', type: null, province: null }, faults: [] },
      ],
    })
  })

  it('knows an organisation by its own number, else by the one it had before, else by its name', () => {
    const found = read('naam;kenmerk\nDe Brug;12\nHET  anker;\nNieuw Hier;')
    expect(found.ok && found.lines.map(({ place }) => place.reference)).toEqual(['12', 'lid-7', 'nieuw hier'])
  })

  it.each([
    ['klein', 'klein'],
    ['49', 'klein'],
    ['1.200', 'groot'],
    ['', null],
  ])('reads the size %o as %o', (size, key) => {
    const found = read(`naam;grootte\nX;${size}`)
    expect(found.ok && found.lines[0]?.place.size).toBe(key)
  })

  it.each([
    ['naam;soort\nX;Kasteel', ['2 type-unknown']],
    ['naam;grootte\nX;reus', ['2 size-unknown']],
    ['naam;plaats\nX;Bergen\nY;Nergens', ['2 place-several', '3 place-unknown']],
    ['naam;email\nX;geen adres', ['2 email-wrong']],
    ['naam;taal\nX;frans', ['2 lang-unknown']],
    ['naam;kenmerk\n;9', ['2 name-missing']],
    ['naam;kenmerk\nX;9\nY;9', ['3 twice']],
    ['naam\nDe Brug\nde brug', ['3 twice']],
    [`naam;kenmerk\n${'x'.repeat(201)};1\nY;${'9'.repeat(121)}`, ['2 name-long', '3 reference-long']],
    ['naam;soort\n"Twee\nregels";Opvang\nX;Kasteel', ['4 type-unknown']],
  ])('says what is wrong with %o, and on which line', (text, faults) => expect(faultsOf(text)).toEqual(faults))

  it.each([
    ['', 'empty', null],
    ['naam', 'empty', null],
    ['soort\nOpvang', 'no-name-column', 1],
    ['naam;organisatie\nX;Y', 'column-twice', 1],
    ['naam;soort\nX', 'broken', 2],
    ['naam;soort\n"X;Opvang', 'broken', 2],
    [`naam\n${'X\n'.repeat(frameLimits.places + 1)}`, 'too-long', null],
  ])('is none: %#', (text, fault, line) => expect(read(text)).toEqual({ ok: false, fault, line }))

  it('says which columns it does not read', () =>
    expect(read('naam;telefoon\nX;12')).toMatchObject({ ok: true, unread: ['telefoon'] }))
})
