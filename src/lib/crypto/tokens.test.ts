import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashToken, isToken, newCode, newToken, readCode, sameHash } from './tokens.ts'

describe('a token', () => {
  it('is 256 random bits that may stand in an address', () => {
    const made = Array.from({ length: 500 }, newToken)
    expect(new Set(made).size).toBe(500)
    expect(made.every((token) => isToken(token) && encodeURIComponent(token) === token)).toBe(true)
    expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32)
  })
  it.each(['', 'kort', 'a'.repeat(44), `${'a'.repeat(42)}=`, null, 7])('%j is none', (value) =>
    expect(isToken(value)).toBe(false),
  )

  it('is stored as SHA-256', () => {
    expect(hashToken('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sameHash(hashToken('abc'), hashToken('abc'))).toBe(true)
    expect(sameHash(hashToken('abc'), hashToken('abd'))).toBe(false)
    expect(sameHash(hashToken('abc'), Buffer.alloc(3))).toBe(false)
  })
})

describe('a code for people', () => {
  it.each([6, 7, 8])('has %i characters that cannot be confused', (length) => {
    for (let i = 0; i < 300; i++) expect(newCode(length)).toMatch(new RegExp(`^[34679CDFGHJKMNPQRTVWXY]{${length}}$`))
  })
  it('uses every letter about as often', () => {
    const seen = new Map<string, number>()
    for (const letter of Array.from({ length: 2750 }, () => newCode(8)).join(''))
      seen.set(letter, (seen.get(letter) ?? 0) + 1)
    expect(seen.size).toBe(22)
    for (const times of seen.values()) expect(Math.abs(times - 1000)).toBeLessThan(250)
  })
  it.each([5, 9, 6.5])('is not made with %d characters', (length) => expect(() => newCode(length)).toThrow(RangeError))
  it('is read however it is typed', () => {
    expect(readCode(' 3cdf-gh jk ')).toBe('3CDFGHJK')
    expect(readCode('3CDF0HJK')).toBeNull()
    expect(readCode('3CDF')).toBeNull()
    expect(readCode(undefined)).toBeNull()
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 8 }), (n) => {
        const code = newCode(n)
        return readCode(code.toLowerCase()) === code
      }),
    )
  })
})
