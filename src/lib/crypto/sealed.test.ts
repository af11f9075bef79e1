import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withFreshKey } from './keyFile.ts'
import {
  newDataKey,
  rewrapDataKey,
  seal,
  sealedWith,
  unseal,
  unsealText,
  unwrapDataKey,
  wrapDataKey,
} from './sealed.ts'

const place = { table: 'advice_messages', column: 'body', row: 'm1', subject: 'p1' }
const key = newDataKey()

describe('a sealed field', () => {
  it('opens in its own place and is 29 bytes longer', () => {
    const sealed = seal('Ik wil graag advies over schulden.', key, place)
    expect(unsealText(sealed, key, place)).toBe('Ik wil graag advies over schulden.')
    expect(sealed.length).toBe('Ik wil graag advies over schulden.'.length + 29)
    expect(sealed.includes('schulden')).toBe(false)
  })

  it('takes every text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(unseal(seal(bytes, key, place), key, place)).toEqual(Buffer.from(bytes))
      }),
    )
  })

  it.each([
    ['row', { ...place, row: 'm2' }],
    ['column', { ...place, column: 'subject_line' }],
    ['table', { ...place, table: 'advice_notes' }],
    ['subject', { ...place, subject: 'p2' }],
  ])('does not open in another %s', (_, elsewhere) => {
    expect(() => unseal(seal('geheim', key, place), key, elsewhere)).toThrow('changed-or-moved')
  })

  it('does not open with another key, or with another version of it', () => {
    const sealed = seal('geheim', key, place)
    expect(() => unseal(sealed, newDataKey(), place)).toThrow('changed-or-moved')
    expect(() => unseal(sealed, { ...key, version: 2 }, place)).toThrow('other-key-version')
    const renumbered = Buffer.from(sealed)
    renumbered[0] = 2
    expect(() => unseal(renumbered, { ...key, version: 2 }, place)).toThrow('changed-or-moved')
  })

  it('does not open when any one bit changed', () => {
    const sealed = seal('geheim', key, place)
    for (let bit = 8; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(() => unseal(changed, key, place)).toThrow('changed-or-moved')
    }
  })

  it('never looks the same twice', () => {
    expect(seal('ja', key, place).equals(seal('ja', key, place))).toBe(false)
  })

  it('refuses a place that could be read in two ways, a broken one, and a version out of range', () => {
    expect(() => seal('x', key, { ...place, table: 'a|b' })).toThrow(RangeError)
    expect(() => seal('x', key, { ...place, row: '' })).toThrow(RangeError)
    expect(() => sealedWith(Buffer.alloc(28))).toThrow('too-short')
    expect(() => newDataKey(0)).toThrow(RangeError)
    expect(() => newDataKey(256)).toThrow(RangeError)
  })
})

describe('the key of a subject', () => {
  const first = withFreshKey(null)
  const second = withFreshKey(first)

  it('is wrapped, and opens for its own subject and version only', () => {
    const wrapped = wrapDataKey(key, 'p1', first)
    expect(unwrapDataKey(wrapped, 1, 'p1', first)).toEqual(key)
    expect(wrapped.includes(Buffer.from(key.bytes))).toBe(false)
    expect(() => unwrapDataKey(wrapped, 1, 'p2', first)).toThrow('changed-or-moved')
    expect(() => unwrapDataKey(wrapped, 2, 'p1', first)).toThrow('changed-or-moved')
  })

  it('is wrapped anew after a rotation, once; before and after it opens', () => {
    const wrapped = wrapDataKey(key, 'p1', first)
    expect(unwrapDataKey(wrapped, 1, 'p1', second)).toEqual(key)
    const renewed = rewrapDataKey(wrapped, 1, 'p1', second) ?? Buffer.alloc(0)
    expect(sealedWith(renewed)).toBe(2)
    expect(unwrapDataKey(renewed, 1, 'p1', second)).toEqual(key)
    expect(rewrapDataKey(renewed, 1, 'p1', second)).toBeNull()
    expect(() => unwrapDataKey(renewed, 1, 'p1', first)).toThrow('other-key-version')
  })
})
