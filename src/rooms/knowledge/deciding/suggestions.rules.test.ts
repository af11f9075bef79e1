import { describe, expect, it } from 'vitest'
import type { Item } from '../items/items.sql.ts'
import { savedWith, suggestableFields, suggestedIn, valueIn, weighed } from './suggestions.rules.ts'

const item: Item = {
  id: 'i',
  slug: 'i',
  state: 'published',
  stateSince: new Date(0),
  lang: 'nl',
  type: 'practiceExample',
  title: 'Een titel',
  summary: 'Kort.',
  parts: [
    { key: 'context', whose: 'editor', author: null, text: 'Waar.' },
    { key: 'editor-1', whose: 'editor', author: null, text: 'Erbij.' },
  ],
  source: null,
  themes: ['broad'],
  roles: [],
  audiences: [],
  regions: [],
  details: { startYear: 2020 } as Item['details'],
  provenance: 'own',
  licence: 'CC-BY-4.0',
  writtenOn: null,
  version: 3,
  shelfVersion: 3,
  openMarks: 0,
  changedAt: new Date(0),
  checkedAt: new Date(0),
  reviewMonths: null,
  publishedAt: null,
  stewards: [{ id: 'a', slug: 'a', name: 'A', acceptedAt: new Date(0) }],
  kept: [],
  context: { organisations: [], people: [] },
  held: [],
  missingYeses: 0,
  rule: 'any',
  silenceDays: null,
}

describe('what can be suggested', () => {
  it('is title, summary, every part of the kind, what it holds beside that, and the details', () => {
    const fields = suggestableFields(item)
    expect(Object.keys(fields)).toEqual(
      expect.arrayContaining(['title', 'summary', 'part:context', 'part:approach', 'part:editor-1']),
    )
    expect(fields['part:approach']).toBe('')
  })
  it('is only what differs', () => {
    const before = suggestableFields(item)
    expect(suggestedIn(before, { ...before, summary: 'Kort. ' })).toEqual([])
    expect(suggestedIn(before, { ...before, summary: 'Korter.', 'part:approach': 'Dit.' })).toEqual([
      { field: 'summary', before: 'Kort.', after: 'Korter.' },
      { field: 'part:approach', before: '', after: 'Dit.' },
    ])
  })
})

describe('what a suggestion would change now', () => {
  const suggested = [{ field: 'summary', before: 'Kort.', after: 'Korter.' }]
  it('differs from what stands there, and nothing happened meanwhile', () => {
    expect(weighed(item, suggested)).toMatchObject([
      { field: 'summary', change: { after: 'Korter.' }, meanwhile: null },
    ])
  })
  it('says what changed meanwhile, and when it stands there already', () => {
    expect(weighed({ ...item, summary: 'Anders.' }, suggested)).toMatchObject([
      { change: { before: 'Anders.', after: 'Korter.' }, meanwhile: { before: 'Kort.', after: 'Anders.' } },
    ])
    expect(weighed({ ...item, summary: 'Korter.' }, suggested)).toMatchObject([{ change: null }])
  })
  it('finds a part that the kind no longer asks for, and nothing where there is none', () => {
    expect([valueIn({ ...item, type: 'article' }, 'part:context'), valueIn(item, 'part:elders')]).toEqual(['Waar.', ''])
  })
})

describe('an item with what was accepted', () => {
  it('has other words where they were accepted, and everything else as it was', () => {
    const saved = savedWith(
      item,
      [
        { field: 'part:approach', after: 'Dit.' },
        { field: 'title', after: 'Beter' },
      ],
      'Omdat.',
    )
    expect(saved).toMatchObject({ title: 'Beter', summary: 'Kort.', version: 3, stewards: ['a'], reason: 'Omdat.' })
    expect(saved.parts).toEqual([
      { key: 'context', text: 'Waar.' },
      { key: 'approach', text: 'Dit.' },
      { key: 'editor-1', text: 'Erbij.' },
    ])
  })
  it('leaves out a part that was emptied, and a detail', () => {
    const saved = savedWith(
      { ...item, type: 'training', details: { level: 'hbo', cost: '100' } as Item['details'] },
      [
        { field: 'part:editor-1', after: '' },
        { field: 'detail:level', after: null },
        { field: 'detail:verzonnen', after: 'x' },
      ],
      'Omdat.',
    )
    expect(saved.parts.map((part) => part.key)).not.toContain('editor-1')
    expect(Object.keys(saved.details)).not.toContain('level')
    expect(Object.keys(saved.details)).not.toContain('verzonnen')
  })
})
