import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base32, fromBase32, matchTotp, newTotpSecret, otpauthUri, totpCode, totpStep } from './totp.ts'

const rfcSecret = Buffer.from('12345678901234567890')

describe('one-time codes', () => {
  // RFC 6238, appendix B, the SHA-1 rows.
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('second %i gives %s', (second, code) => {
    const step = totpStep(new Date(second * 1000))
    expect(totpCode(rfcSecret, step, 8)).toBe(code)
    expect(totpCode(rfcSecret, step)).toBe(code.slice(2))
  })
  // RFC 4226, appendix D.
  it('counts as HOTP does', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((count) => totpCode(rfcSecret, count))).toEqual([
      '755224',
      '287082',
      '359152',
      '969429',
      '338314',
      '254676',
      '287922',
      '162583',
      '399871',
      '520489',
    ])
  })
})

describe('a typed code', () => {
  const now = new Date('2026-11-21T12:00:10Z')
  const step = totpStep(now)

  it.each([-1, 0, 1])('counts %i half minutes away, and names that step', (away) => {
    expect(matchTotp(rfcSecret, totpCode(rfcSecret, step + away), now)).toBe(step + away)
  })
  it.each([-2, 2, 100])('does not count %i half minutes away', (away) => {
    expect(matchTotp(rfcSecret, totpCode(rfcSecret, step + away), now)).toBeNull()
  })
  it('counts once', () => {
    const used = matchTotp(rfcSecret, totpCode(rfcSecret, step), now)
    expect(matchTotp(rfcSecret, totpCode(rfcSecret, step), now, used)).toBeNull()
    expect(matchTotp(rfcSecret, totpCode(rfcSecret, step - 1), now, used)).toBeNull()
    expect(matchTotp(rfcSecret, totpCode(rfcSecret, step + 1), now, used)).toBe(step + 1)
  })
  it('may hold spaces, and nothing else', () => {
    const code = totpCode(rfcSecret, step)
    expect(matchTotp(rfcSecret, `${code.slice(0, 3)} ${code.slice(3)}`, now)).toBe(step)
    for (const typed of ['', code.slice(1), `${code}0`, 'abcdef', null, 123456])
      expect(matchTotp(rfcSecret, typed, now)).toBeNull()
    expect(matchTotp(newTotpSecret(), code, new Date(0))).toBeNull()
  })
})

describe('base32', () => {
  // RFC 4648, section 10, without padding.
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('%s is %s', (text, encoded) => {
    expect(base32(Buffer.from(text))).toBe(encoded)
    expect(fromBase32(encoded)?.toString()).toBe(text)
  })
  it('reads what it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase32(base32(bytes))).toEqual(Buffer.from(bytes))
      }),
    )
    expect(fromBase32('mzxw 6ytb oi======')?.toString()).toBe('foobar')
    expect(fromBase32('0189')).toBeNull()
    expect(fromBase32('A')).toBeNull()
  })
})

it('gives an authenticator app its address', () => {
  expect(otpauthUri(rfcSecret, 'kim@voorbeeld.nl', 'Ervaringsplein demo')).toBe(
    'otpauth://totp/Ervaringsplein%20demo:kim%40voorbeeld.nl?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Ervaringsplein%20demo&algorithm=SHA1&digits=6&period=30',
  )
})
