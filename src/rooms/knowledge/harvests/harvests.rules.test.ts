import { describe, expect, it } from 'vitest'
import type { HarvestedRecord } from '../../../lib/feeds/harvested.ts'
import { changesFor, followed, lockedBy, type Followed, type Said } from './followed.rules.ts'
import { dayOfStated, draftOf, opening } from './harvests.rules.ts'

const record = (more: Partial<HarvestedRecord>): HarvestedRecord => ({
  sourceId: '1',
  title: 'Een stuk',
  authors: [],
  subjects: [],
  cancelled: false,
  deleted: false,
  ...more,
})
const defaults = { lang: 'nl', type: 'article', themes: ['loneliness'], licence: 'all-rights-reserved' } as const
const draft = (more: Partial<HarvestedRecord>) => draftOf(record(more), defaults, (text) => text.includes('06-'))

describe('a record as an item', () => {
  it('cleans HTML, and takes its first sentences for a summary that is not there', () => {
    const made = draft({ body: { kind: 'html', value: '<h2>Kop</h2><p>Eerst <b>dit</b>.</p><script>x()</script>' } })
    expect(made.said).toEqual({ title: 'Een stuk', text: '## Kop\n\nEerst **dit**.' })
    expect(made.summary).toBe('Eerst dit.')
  })

  it('escapes what plain text would become', () => {
    expect(draft({ body: { kind: 'text', value: '# geen kop\n1. geen lijst\n<b>' } }).said.text).toBe(
      '\\# geen kop\n\n1\\. geen lijst\n\n\\<b\\>',
    )
  })

  it.each<[string, Partial<HarvestedRecord>, object]>([
    [
      'kind and dates of an event',
      { kind: 'event', start: '2026-12-03T23:30:00.000Z', end: '2026-12-04', location: 'Zwolle' },
      { type: 'event', said: { title: 'Een stuk', startsOn: '2026-12-04', endsOn: '2026-12-04', place: 'Zwolle' } },
    ],
    ['no place for an article', { location: 'Zwolle' }, { said: { title: 'Een stuk' } }],
    [
      'no author that can be called',
      { authors: ['Kim 06-1'] },
      { said: { title: 'Een stuk' }, remarks: ['person-left-out'] },
    ],
    ['themes of its subjects', { subjects: ['Armoede en schulden'] }, { themes: ['povertyDebt'] }],
    ['themes of its source', {}, { themes: ['loneliness'] }],
    ['a free licence', { licence: 'https://creativecommons.org/licenses/by/4.0/' }, { licence: 'CC-BY-4.0' }],
    [
      'a licence that is not ours',
      { licence: 'https://creativecommons.org/licenses/by-nc/4.0/' },
      { licence: 'all-rights-reserved' },
    ],
    ['its language', { language: 'en-gb' }, { lang: 'en' }],
    ['a language that we do not have', { language: 'fr' }, { lang: 'nl' }],
  ])('has %s', (_, more, wanted) => {
    expect(draft(more)).toMatchObject(wanted)
    if ('said' in wanted) expect(draft(more).said).toEqual((wanted as { said: object }).said)
  })

  it('cuts what is too long between words', () => {
    const made = draft({ title: 'woord '.repeat(60) })
    expect(made.said.title).toMatch(/^(?:woord ?)+…$/)
    expect(made.said.title?.length).toBeLessThanOrEqual(160)
    expect(made.remarks).toEqual(['title-shortened'])
    expect(opening(`${'Zin van enige lengte. '.repeat(40)}`)).toMatch(/lengte\.$/)
  })

  it('leaves the lines of a list out of the summary', () => {
    expect(
      opening(
        'Maak één brief open.\n\n## Wat helpt\n\n- Kies een vast uur.\n- Stop na één brief.\n\nDaarna is het klaar.',
      ),
    ).toBe('Maak één brief open. Daarna is het klaar.')
    expect(opening('1. Bel iemand.\n2) Ga samen.')).toBe('1. Bel iemand. 2) Ga samen.')
  })

  it.each([
    ['2026', undefined],
    ['2026-11', undefined],
    ['2026-11-01', '2026-11-01'],
    ['2026-11-01T23:30:00.000Z', '2026-11-02'],
    [undefined, undefined],
  ])('knows the day of %s', (stated, day) => expect(dayOfStated(stated)).toBe(day))
})

const item: Followed = {
  title: 'Een',
  summary: 'Kort',
  type: 'event',
  parts: [{ key: 'text', whose: 'editor', text: 'Tekst' }],
  source: { link: 'https://bron.nl/1' },
  writtenOn: null,
  details: { place: 'Zwolle' },
}
const said: Said = { title: 'Een', summary: 'Kort', text: 'Tekst', link: 'https://bron.nl/1', place: 'Zwolle' }

describe('what a source says anew', () => {
  it.each<[string, Said, readonly string[], object]>([
    ['nothing', said, [], { take: [], locked: [], news: false }],
    ['only spaces', { ...said, text: ' Tekst\n' }, [], { take: [], locked: [], news: false }],
    ['a text', { ...said, text: 'Ander' }, [], { take: ['text'], locked: [], news: false }],
    ['a locked text', { ...said, text: 'Ander' }, ['text'], { take: [], locked: ['text'], news: true }],
    ['less', { title: 'Een' }, [], { take: [], locked: [], news: false }],
    ['a day', { ...said, startsOn: '2026-01-01' }, ['title'], { take: ['startsOn'], locked: [], news: false }],
  ])('is %s', (_, now, locks, wanted) => {
    expect(changesFor(item, said, now, new Set(locks))).toEqual(wanted)
  })

  it('about a locked field is no news the second time', () => {
    const mine = { ...item, title: 'Mijn titel' }
    expect(changesFor(mine, said, said, new Set(['title']))).toEqual({ take: [], locked: ['title'], news: false })
  })

  it('comes into the item, and only there', () => {
    const now = { ...said, text: 'Ander', place: 'Assen', title: 'Twee' }
    const next = followed(item, now, ['text', 'place'])
    expect(next).toEqual({
      ...item,
      parts: [{ key: 'text', whose: 'editor', text: 'Ander' }],
      details: { place: 'Assen' },
    })
  })
})

describe('a change by hand', () => {
  it.each<[string, Partial<Followed>, readonly string[]]>([
    ['of the title locks it', { title: 'Mijn titel' }, ['title']],
    ['of the text locks it', { parts: [{ key: 'text', whose: 'editor', text: 'Beter' }] }, ['text']],
    ['of spaces locks nothing', { summary: ' Kort ' }, []],
    ['of the source locks the link', { source: null }, ['link']],
    ['of nothing that a source says, locks nothing', { type: 'event' }, []],
  ])('%s', (_, change, fields) => {
    expect(lockedBy(item, { ...item, ...change }, said)).toEqual(fields)
  })

  it('back to what the source says locks nothing', () => {
    expect(lockedBy({ ...item, title: 'Anders' }, item, said)).toEqual([])
  })
})
