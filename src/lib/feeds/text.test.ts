import { expect, it } from 'vitest'
import { placeInWords, problemInWords, refusalInWords, remarkInWords } from './text.ts'

it('says the place, and what to do about it, in both languages', () => {
  expect(placeInWords({ line: 3, column: 5 }, 'nl')).toBe('Regel 3, teken 5')
  expect(placeInWords({ line: 3 }, 'en')).toBe('Line 3')
  expect(placeInWords({ path: '$[0]' }, 'nl')).toBe('Onderdeel $[0]')
  expect(problemInWords('doctype', 'nl')).toContain('DOCTYPE')
  expect(refusalInWords('twice', 'en')).toContain('already')
  expect(remarkInWords('repeats', 'nl')).toContain('vaker')
})
