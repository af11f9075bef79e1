import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { remembering } from './remembering.ts'

describe('remembering', () => {
  it('answers as the function does, whatever is asked in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'bb', '', 'ccc', 'dddd')), (texts) => {
        const length = remembering(2, (text) => text.length || undefined)
        expect(texts.map(length)).toEqual(texts.map((text) => text.length || undefined))
      }),
    )
  })

  it('asks once for each text, also when the answer is nothing, until there are too many', () => {
    const answer = vi.fn(() => undefined)
    const asked = remembering(2, answer)
    for (const text of ['a', 'a', 'b', 'a', 'b']) asked(text)
    expect(answer).toHaveBeenCalledTimes(2)
    for (const text of ['c', 'a']) asked(text)
    expect(answer).toHaveBeenCalledTimes(4)
  })
})
