import { describe, expect, it } from 'vitest'
import { fieldChanges, type Fields } from './fields.ts'

const was: Fields = { title: 'Praten over schulden', themes: ['schulden', 'wonen'], pages: 12, open: true, note: null }

describe('which fields of an item changed', () => {
  it.each([
    ['nothing', {}, []],
    ['a text', { title: 'Praten over geld' }, [{ field: 'title', kind: 'changed', after: 'Praten over geld' }]],
    ['a text with spaces at its end', { title: 'Praten over schulden \n' }, []],
    ['a number', { pages: 13 }, [{ field: 'pages', kind: 'changed', before: 12, after: 13, text: null }]],
    ['a yes to a no', { open: false }, [{ field: 'open', kind: 'changed', before: true, after: false }]],
    [
      'a list',
      { themes: ['wonen', 'werk'] },
      [{ field: 'themes', kind: 'changed', gained: ['werk'], lost: ['schulden'] }],
    ],
    ['the order of a list', { themes: ['wonen', 'schulden'] }, [{ field: 'themes', gained: [], lost: [] }]],
    ['filled', { note: 'Let op' }, [{ field: 'note', kind: 'filled', before: null, after: 'Let op' }]],
    ['nothing by another name', { note: '  ' }, []],
    ['emptied', { themes: [] }, [{ field: 'themes', kind: 'emptied', lost: ['schulden', 'wonen'] }]],
    ['a new field', { year: 2026 }, [{ field: 'year', kind: 'filled', before: null }]],
    ['a field called like a thing every object has', { constructor: 'x' }, [{ field: 'constructor', before: null }]],
  ] as const)('%s', (_, changed, expected) => {
    const found = fieldChanges(was, { ...was, ...changed })
    expect(found).toHaveLength(expected.length)
    for (const [at, change] of expected.entries()) expect(found[at]).toMatchObject(change)
  })

  it('gives a field that went after those that stayed, and the words of a text', () => {
    const { pages: _, ...without } = was
    const found = fieldChanges(was, { ...without, title: 'Zwijgen over schulden' })
    expect(found.map(({ field, kind }) => [field, kind])).toEqual([
      ['title', 'changed'],
      ['pages', 'emptied'],
    ])
    expect(found[0]?.text?.passages[0]?.pieces.map(({ kind }) => kind)).toEqual(['removed', 'added', 'kept'])
  })
})
