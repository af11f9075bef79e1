import { describe, expect, it } from 'vitest'

const sources = import.meta.glob<string>(
  ['../src/rooms/**/*.{ts,tsx}', '!../src/rooms/**/*.{test,testing}.ts', '!../src/rooms/**/data-map.ts'],
  { query: '?raw', import: 'default', eager: true },
)
const rooms = new Set(Object.keys(sources).map((file) => file.split('/')[3] ?? ''))

// The names of organisations are joined to the list of stewards; to be asked of the door of accounts.
const known = new Set(['knowledge reads accounts_organisations'])

/** Tables of other rooms that the code of a room names in a question to the database. */
const reaches = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).flatMap(([file, text]) => {
    const room = file.split('/')[3] ?? ''
    const named = text.matchAll(
      /(?:selectFrom|insertInto|updateTable|deleteFrom|[jJ]oin|from|into|update)(?:\(\[?|\s+)['"`]?(?:house\.)?([a-z]+)_(\w+)/g,
    )
    return [...named].flatMap(([, owner = '', table = '']) =>
      owner !== room && rooms.has(owner) ? [`${room} reads ${owner}_${table}`] : [],
    )
  })

describe('tables', () => {
  it('are read and written by their own room only; neighbours ask at its door', () => {
    expect(Object.keys(sources).length).toBeGreaterThan(200)
    expect(reaches(sources).filter((reach) => !known.has(reach))).toEqual([])
  })
  it('would be seen by a neighbour who reaches past the door', () => {
    const file = '../src/rooms/advice/a.sql.ts'
    for (const text of [
      "db.selectFrom('accounts_persons as p')",
      ".innerJoin('accounts_persons', 'a', 'b')",
      'sql`select person_id from house.accounts_permissions where`',
      'sql`update house.accounts_persons set`',
    ])
      expect([text, reaches({ [file]: text }).length]).toEqual([text, 1])
    expect(reaches({ [file]: "db.selectFrom('advice_requests')" })).toEqual([])
  })
})
