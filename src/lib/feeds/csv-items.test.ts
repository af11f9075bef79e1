import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../csv/csv-writer.ts'
import { cleanText } from '../text/clean.ts'
import type { Harvest } from './harvested.ts'
import { readCsvItems } from './read-csv-items.ts'

const now = new Date('2026-11-22T12:00:00Z')
const read = (text: string | Uint8Array) => readCsvItems(text, { now, address: 'https://bron.nl/' })
const records = (harvest: Harvest) => {
  if (!harvest.ok) throw new Error(`${harvest.problem} ${harvest.detail}`)
  return harvest.records.map(({ record }) => record)
}

describe('items from CSV', () => {
  it('reads Dutch and English columns in any order, several authors and subjects, and dates of a spreadsheet', () => {
    const text =
      'Soort;Titel;Auteurs;Thema\'s;Datum;Link;id;Tekst;Begin;Plaats\r\nactiviteit;Leerkring;Rosa|Bo;Armoede|Schulden|;1-11-2026;/a;7;"Een\r\ntwee";3-12-2026 13:00;Zwolle\r\n;;;;;;;;;\r\n'
    expect(records(read(text))).toEqual([
      {
        sourceId: '7',
        title: 'Leerkring',
        body: { kind: 'text', value: 'Een\ntwee' },
        link: 'https://bron.nl/a',
        published: '2026-11-01',
        authors: ['Rosa', 'Bo'],
        subjects: ['Armoede', 'Schulden'],
        kind: 'event',
        location: 'Zwolle',
        start: '2026-12-03T12:00:00.000Z',
        cancelled: false,
        deleted: false,
      },
    ])
  })

  it('gives back what was written, formulas too', () => {
    const any = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('=', "'", '"', ';', ',', '\n', '\0', '+', ' ', 'é') }),
    )
    fc.assert(
      fc.property(any, any, (title, summary) => {
        const clean = (value: string, multiline = false) => cleanText(value.trim(), { multiline })
        const [record] = records(read(writeCsv(['id', 'title', 'summary'], [['1', `t${title}`, summary]])))
        expect(record?.title).toBe(clean(`t${title}`))
        expect(record?.summary ?? '').toBe(clean(summary, true))
      }),
      { numRuns: 300 },
    )
  })

  it.each<[string, string | Uint8Array, string]>([
    ['no title among the columns', 'id,naam2\n1,a\n', 'column-missing {"line":1} title, titel, naam'],
    ['a title twice', 'titel,title\na,b\n', 'not-csv {"line":1} column-named-twice title'],
    ['a crooked line', 'titel,id\n"a\nb",1\nc\n', 'not-csv {"line":4} number-of-fields-differs'],
    ['nothing', '', 'empty {"line":1,"column":1} '],
    [
      'latin from a spreadsheet',
      Uint8Array.from('titel\ncaf\xE9\n', (letter) => letter.charCodeAt(0)),
      'charset-wrong {"line":2,"column":4} utf-8',
    ],
    ['a hundred megabytes', new Uint8Array(100 * 1024 * 1024), 'too-large {"line":1,"column":1} 33554432'],
  ])('takes nothing of a file with %s', (_, source, told) => {
    const harvest = read(source)
    expect(harvest.ok ? 'read' : `${harvest.problem} ${JSON.stringify(harvest.place)} ${harvest.detail}`).toBe(told)
  })

  it('names the line of each item, counting the line ends inside fields, and what it left out', () => {
    const harvest = read('titel,link,extra\n"a\nb",javascript:x,\n,/c,\nd,/d,\n')
    expect(harvest).toMatchObject({
      records: [
        {
          place: { line: 2 },
          record: { sourceId: 'a b' },
          remarks: [{ reason: 'link-refused', found: 'javascript:x' }, { reason: 'id-made' }],
        },
        { place: { line: 5 }, record: { sourceId: 'https://bron.nl/d' } },
      ],
      refused: [{ place: { line: 4 }, reason: 'no-title' }],
      remarks: [{ reason: 'column-unknown', found: 'extra' }],
    })
  })
})
