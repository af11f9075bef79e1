import { describe, expect, it } from 'vitest'
import { carriedOver, decide, marksOf, openIn, type Choice, type KeptMark } from './marks.rules.ts'
import type { ItemText } from './texts.rules.ts'

const context = { places: new Set(['Oostbroek']), organisations: ['De Linde'], people: [] }
const now = new Date('2026-11-21T12:00:00Z')
const how = { provenance: 'request', lang: 'nl', by: 'eva', now } as const
const text = (body: string, title = 'Een titel'): ItemText => ({
  title,
  summary: 'Kort gezegd.',
  parts: [{ key: 'answer', whose: 'author', author: null, text: body }],
})
const body = 'In Oostbroek werkt De Linde samen. Bel 06-12345678.'
const open = openIn(marksOf(text(body), [], context, 'request'))
const replaceAll = (marks = open): Choice[] =>
  marks.map(({ key, start, end }) => ({ key, start, end, choice: 'replace' }))

describe('deciding about marks', () => {
  it('finds the place, the organisation that asked and the number, also in the title', () => {
    expect(open.map((mark) => mark.kind)).toEqual(['place', 'organisation', 'phone'])
    expect(
      openIn(marksOf(text('Niets.', 'Samen in Oostbroek'), [], context, 'request')).map((mark) => mark.key),
    ).toEqual(['title'])
  })
  it('does not take the number of a picture for that of somebody, and finds what stands around it', () => {
    const shown = '![Een huis](/plaatjes/20914206-6c01-4c6b-90e4-37bcb5898aaa) Bel 06-12345678.'
    expect(openIn(marksOf(text(shown), [], context, 'own')).map((mark) => shown.slice(mark.start, mark.end))).toEqual([
      '06-12345678',
    ])
    expect(openIn(marksOf(text(shown.replaceAll('/plaatjes/', '/iets/')), [], context, 'own')).length).toBeGreaterThan(
      1,
    )
  })
  it('changes nothing while one mark has no choice, whichever it is', () => {
    for (const [i] of open.entries()) {
      const outcome = decide(
        text(body),
        [],
        replaceAll().filter((_, k) => k !== i),
        context,
        how,
      )
      expect(outcome.kind).toBe('undecided')
    }
  })
  it('does not take keeping without a reason, nor a choice about something else', () => {
    const [first] = open
    if (!first) throw new Error('no mark')
    const place = { key: first.key, start: first.start, end: first.end }
    expect(
      decide(text(body), [], [...replaceAll().slice(1), { ...place, choice: 'keep', reason: ' ' }], context, how).kind,
    ).toBe('undecided')
    expect(
      decide(text(body), [], [...replaceAll(), { key: 'answer', start: 0, end: 2, choice: 'replace' }], context, how)
        .kind,
    ).toBe('stale')
    expect(
      decide(text(body), [], [...replaceAll(), { ...place, key: 'elsewhere', choice: 'replace' }], context, how).kind,
    ).toBe('stale')
  })
  it('replaces, keeps with a reason, and asks again about what an edit brings in', () => {
    const [place, organisation, phone] = replaceAll()
    if (!place || !organisation || !phone) throw new Error('no marks')
    const outcome = decide(
      text(body),
      [],
      [
        { ...place, choice: 'keep', reason: 'De gemeente wil het.' },
        { ...organisation, choice: 'edit', with: 'Stichting Het Anker' },
        phone,
      ],
      context,
      how,
    )
    if (outcome.kind !== 'decided') throw new Error(outcome.kind)
    const after = text(outcome.words.get('answer') ?? '')
    expect(after.parts[0]?.text).toBe('In Oostbroek werkt Stichting Het Anker samen. Bel [telefoon].')
    expect(outcome.kept).toMatchObject([{ kind: 'place', start: 3, reason: 'De gemeente wil het.', by: 'eva' }])
    expect(openIn(marksOf(after, outcome.kept, context, 'request')).map((mark) => mark.text)).toEqual([
      'Stichting Het Anker',
    ])
  })
  it('asks in a text of a partner only about how to reach or recognise a person', () => {
    const kinds = openIn(marksOf(text(body), [], context, 'own')).map((mark) => mark.kind)
    expect(kinds).toEqual(['phone'])
    expect(
      decide(text(body), [], replaceAll(openIn(marksOf(text(body), [], context, 'own'))), context, {
        ...how,
        provenance: 'own',
      }),
    ).toMatchObject({ kind: 'decided', kept: [] })
  })
})

describe('carrying a kept mark over', () => {
  const kept: KeptMark[] = [{ key: 'answer', kind: 'place', start: 3, end: 12, reason: 'Mag.', by: null, at: now }]
  it('keeps it where its sentence is the same, wherever that moved', () => {
    expect(carriedOver(text(body), text(`${body} En meer.`), kept, context)).toEqual(kept)
    expect(carriedOver(text(body), text(`Vooraf dit. ${body}`), kept, context)).toMatchObject([
      { start: 15, end: 24, reason: 'Mag.' },
    ])
    expect(carriedOver(text(body), text(body.replace('samen', 'samen met ons')), kept, context)).toEqual([])
  })
  it('asks again where the same name stands in another sentence', () => {
    expect(carriedOver(text(body), text(`${body} Mijn zus woont ook in Oostbroek.`), kept, context)).toHaveLength(1)
    expect(carriedOver(text(body), text(`${body} ${body}`), kept, context)).toHaveLength(1)
    expect(carriedOver(text(body), text('Mijn zus woont ook in Oostbroek.'), kept, context)).toEqual([])
  })
})
