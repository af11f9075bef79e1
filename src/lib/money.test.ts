import { describe, expect, it } from 'vitest'
import { centsIn, euros } from './money.ts'

describe('an amount', () => {
  it.each([
    ['60', 6000],
    ['60,5', 6050],
    ['€ 60.50', 6050],
    ['25 euro', 2500],
    ['10000', 1_000_000],
    ['10000,01', null],
    ['0', null],
    ['-5', null],
    ['60,505', null],
    ['10.001,00', null],
    ['zestig', null],
    ['', null],
  ])('typed as "%s" is %s cents', (text, cents) => expect(centsIn(text)).toBe(cents))

  it('is written as people write it, and never falls apart at the end of a line', () => {
    expect(euros(6050, 'nl')).toBe('€\u00a060,50')
    expect(euros(6050, 'en')).toBe('€60.50')
  })

  it('can be read again as it was written', () => {
    for (const cents of [1, 99, 100, 6_050, 99_999]) expect(centsIn(euros(cents, 'nl'))).toBe(cents)
  })
})
