import * as fc from 'fast-check'
import {
  aligns,
  dateFormat,
  measures,
  momentFormat,
  plainFormat,
  type SavFile,
  type SavNumber,
  type SavText,
  type SavVariable,
} from './dictionary.ts'
import { nameKey } from './names.ts'
import type { SavGiven } from './plan.ts'
import { bytesOf, cutAt } from './text.ts'

/** A poll as small as one can be: a question with a meaning for each answer, ticks, a weight, and what people wrote. */
export const poll: SavGiven = {
  label: 'Peiling 2026',
  created: new Date('2026-11-22T10:11:12Z'),
  notes: ['Licentie: CC BY 4.0'],
  attributes: [{ name: 'Bron', values: ["it's here", 'https://plein.nl/peiling?a=1&b=(2)'] }],
  weight: 'gewicht',
  variables: [
    {
      kind: 'number',
      name: 'werkt_met',
      label: 'Werkt je organisatie met ervaringsdeskundigen?',
      measure: 'nominal',
      format: { type: 'F', width: 1, decimals: 0 },
      valueLabels: [
        { value: 1, label: 'ja' },
        { value: 2, label: 'nee' },
        { value: 9, label: 'weet niet' },
      ],
      missing: { values: [9], range: null },
      attributes: [{ name: 'vraag', values: ['1a'] }],
    },
    { kind: 'number', name: 'gewicht', format: { type: 'F', width: 8, decimals: 6 } },
    { kind: 'number', name: 'rol_a', measure: 'nominal' },
    { kind: 'number', name: 'rol_b', measure: 'nominal' },
    { kind: 'text', name: 'toelichting' },
  ],
  sets: [
    { kind: 'dichotomies', name: 'rollen', label: 'Rollen, meer dan één', counted: 1, variables: ['rol_a', 'rol_b'] },
  ],
  cases: [
    [1, 1.25, 1, 0, 'Ja 😀, "=1+1"'],
    [9, 0.75, null, 1, ''],
    [null, 1, 0, 0, 'é'.repeat(300)],
  ],
}

const name = fc.stringMatching(/^[A-Za-zé][A-Za-z0-9é_$#@.]{0,20}[A-Za-z0-9]$/)
// Texts without what a label or the filling of a cell loses.
const line = (most: number) =>
  fc
    .string({
      unit: fc.constantFrom('a', 'Z', 'é', '😀', ' ', "'", '=', '/', '(', ')', ':', '\u0301', '\uFEFF', '9'),
      maxLength: Math.floor(most / 4),
    })
    .map((text) => text.trim())
const cellText = (bytes: number) =>
  fc
    .tuple(
      fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '\n', '\0', '\t', '=1+1', '\uFEFF') }),
      fc.constantFrom(1, 1, 100),
    )
    .map(([text, times]) => cutAt(text.repeat(times), bytes).replace(/ +$/, ''))
const number = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -120, max: 170 }) },
  fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e300, min: -1e300 }),
)
const attribute = fc.record({
  name: fc.stringMatching(/^[$@]?[A-Za-z][A-Za-z0-9_.]{0,10}$/),
  values: fc.array(line(60), { minLength: 1, maxLength: 3 }),
})
const attributes = fc.uniqueArray(attribute, { selector: (each) => nameKey(each.name), maxLength: 3 })
const described = {
  name,
  label: line(250),
  measure: fc.constantFrom(...measures, null),
  columns: fc.integer({ min: 1, max: 255 }),
  align: fc.constantFrom(...aligns),
  attributes,
}
const labelled = <Value>(value: fc.Arbitrary<Value>) =>
  fc.uniqueArray(fc.record({ value, label: line(120) }), { selector: (each) => each.value, maxLength: 4 })
const missing = fc.oneof(
  fc.record({ values: fc.array(number, { maxLength: 3 }), range: fc.constant(null) }),
  fc.record({
    values: fc.array(number, { maxLength: 1 }),
    range: fc
      .tuple(fc.oneof(number, fc.constant(-Infinity)), fc.oneof(number, fc.constant(Infinity)))
      .map(([one, other]) => ({
        from: Math.min(one, other),
        to: Math.max(one, other),
      })),
  }),
)
const numberVariable: fc.Arbitrary<SavNumber> = fc.record({
  kind: fc.constant('number'),
  ...described,
  format: fc.oneof(
    fc.record({
      type: fc.constantFrom('F', 'COMMA', 'E', 'DATETIME', 'PCT'),
      width: fc.integer({ min: 31, max: 40 }),
      decimals: fc.integer({ min: 0, max: 10 }),
    }),
    fc.constantFrom(plainFormat, dateFormat, momentFormat),
  ),
  valueLabels: labelled(number),
  missing,
})
const textVariable: fc.Arbitrary<SavText> = fc
  .oneof(
    fc.integer({ min: 1, max: 20 }),
    fc.integer({ min: 240, max: 1100 }),
    fc.constantFrom(8, 9, 255, 256, 504, 505),
  )
  .chain((bytes) =>
    fc.record({
      kind: fc.constant('text'),
      ...described,
      bytes: fc.constant(bytes),
      valueLabels: labelled(cellText(Math.min(bytes, 40))),
      missing: fc.array(
        cellText(8).filter((text) => bytesOf(text) <= Math.min(8, bytes)),
        { maxLength: 3 },
      ),
    }),
  )

const variables: fc.Arbitrary<SavVariable[]> = fc.uniqueArray(fc.oneof(numberVariable, textVariable), {
  selector: (each) => nameKey(each.name),
  minLength: 1,
  maxLength: 6,
})

const withSets = (own: readonly SavVariable[]) => {
  const numbers = own.filter(({ kind }) => kind === 'number').map((each) => each.name)
  if (numbers.length < 2) return fc.constant([])
  const set = { name, label: line(200), variables: fc.constant(numbers) }
  return fc.uniqueArray(
    fc.oneof(
      fc.record({ kind: fc.constant('categories' as const), ...set }),
      fc.record({ kind: fc.constant('dichotomies' as const), counted: fc.integer(), ...set }),
    ),
    { selector: (each) => nameKey(each.name), maxLength: 2 },
  )
}

/** A file that loses nothing when it is written. */
export const files: fc.Arbitrary<SavFile & { readonly created: Date }> = variables.chain((own) =>
  fc.record({
    label: line(64),
    product: fc.constant('Ervaringsplein'),
    created: fc
      .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2069-12-31T23:59:59Z'), noInvalidDate: true })
      .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000)),
    notes: fc.array(
      line(80).map((text) => text.replace(/\s+/gu, ' ')),
      { maxLength: 3 },
    ),
    attributes,
    variables: fc.constant(own),
    sets: withSets(own),
    weight: fc.constantFrom(null, ...own.filter(({ kind }) => kind === 'number').map((each) => each.name)),
    cases: fc.array(
      fc.tuple(...own.map((each) => (each.kind === 'number' ? fc.option(number) : cellText(each.bytes)))),
      { maxLength: 8 },
    ),
  }),
)
