import { describe, expect, it } from 'vitest'
import { withoutAtEnd } from './ends.ts'

describe('a text without the signs at its end', () => {
  it.each([
    ['/a/b//', '/', '/a/b'],
    ['Jansen).', '.)', 'Jansen'],
    ['a.b', '.', 'a.b'],
    ['...', '.', ''],
    ['', '.', ''],
    ['a. ', '.', 'a. '],
    ['a]', ']', 'a'],
  ])('%j without %j is %j', (text, signs, left) => expect(withoutAtEnd(text, signs)).toBe(left))
})
