import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseEmailAddress } from './emailAddress.ts'

describe('an e-mail address', () => {
  it.each([
    ['kim@voorbeeld.nl', 'kim@voorbeeld.nl'],
    ['  Kim.Bakker@Voorbeeld.NL ', 'Kim.Bakker@voorbeeld.nl'],
    ["kim.o'neill+plein@sub.voorbeeld-huis.org", "kim.o'neill+plein@sub.voorbeeld-huis.org"],
    ['kim@müller.example', 'kim@xn--mller-kva.example'],
    ['kim@xn--mller-kva.example', 'kim@xn--mller-kva.example'],
    ['kim@MU\u0308LLER.example', 'kim@xn--mller-kva.example'],
    ['kim_b-1@a.co', 'kim_b-1@a.co'],
  ])('%s is read as %s', (typed, normal) => expect(normaliseEmailAddress(typed)).toBe(normal))

  it.each([
    '',
    'kim',
    '@voorbeeld.nl',
    'kim@',
    'kim@voorbeeld',
    'kim@@voorbeeld.nl',
    'kim@a.nl@b.nl',
    'kim bakker@voorbeeld.nl',
    '"kim bakker"@voorbeeld.nl',
    'Kim <kim@voorbeeld.nl>',
    'kim(thuis)@voorbeeld.nl',
    'groep:kim@voorbeeld.nl;',
    'kim@voorbeeld.nl,jo@voorbeeld.nl',
    'kim@voorbeeld.nl\r\nBcc: jo@voorbeeld.nl',
    'kim\n@voorbeeld.nl',
    'kim\0@voorbeeld.nl',
    'kim@[127.0.0.1]',
    'kim@127.0.0.1',
    'kim@0x7f.1',
    'kim@voorbeeld.1',
    '.kim@voorbeeld.nl',
    'kim.@voorbeeld.nl',
    'ki..m@voorbeeld.nl',
    'kim@-voorbeeld.nl',
    'kim@voorbeeld-.nl',
    'kim@voor..beeld.nl',
    'kim@voorbeeld.nl.',
    'kim@voor_beeld.nl',
    'kim@voorbeeld%2enl',
    'jo%voorbeeld.nl@relay.nl',
    'relay!kim@voorbeeld.nl',
    'këm@voorbeeld.nl',
    'kim@ｖoorbeeld.nl',
    'kim@voorbeeld。nl',
    'kim@xn--a.nl',
    'kim@voor\u202Ebeeld.nl',
    `${'k'.repeat(65)}@voorbeeld.nl`,
    `kim@${'v'.repeat(64)}.nl`,
    `kim@${'voorbeeld.'.repeat(26)}nl`,
    `${'k'.repeat(60)}@${'voorbeeld.'.repeat(20)}nl`,
    null,
    42,
  ])('%j is refused', (typed) => expect(normaliseEmailAddress(typed)).toBeNull())

  const hostile = fc.string({
    unit: fc.constantFrom(
      'k',
      'i',
      '.',
      '@',
      '"',
      '\r',
      '\n',
      '(',
      ')',
      '<',
      '>',
      ',',
      ';',
      ':',
      ' ',
      'é',
      '\0',
      '%',
      '-',
      'nl',
    ),
  })

  it('gives only what can stand in an envelope, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.emailAddress(), fc.string({ unit: 'binary' })), (typed) => {
        const address = normaliseEmailAddress(typed)
        if (address === null) return
        expect(address).toMatch(/^[\x21-\x7E]{1,64}@[a-z0-9.-]+$/)
        expect(address).not.toMatch(/[\s"(),:;<>\\[\]]/)
        expect(address.length).toBeLessThanOrEqual(254)
        expect(normaliseEmailAddress(address)).toBe(address)
      }),
      { numRuns: 2000 },
    )
  })

  it('reads ordinary addresses', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{0,12}$/)
    fc.assert(
      fc.property(word, word, word, fc.constantFrom('nl', 'org', 'info'), (first, last, host, end) => {
        expect(normaliseEmailAddress(`${first}.${last}@${host.toUpperCase()}.${end}`)).toBe(
          `${first}.${last}@${host}.${end}`,
        )
      }),
    )
  })
})
