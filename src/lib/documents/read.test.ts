import * as fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDateLine } from './dates.ts'
import { languageOf } from './language.ts'
import { largestDocument, readDocument } from './read.ts'
import type { ReadDocument } from './read.ts'
import { processorTime } from '../processor.testing.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
function read(text: string, filename = 'stuk.txt'): ReadDocument {
  const document = readDocument(bytes(text), filename)
  if (!document.ok) throw new Error(document.problem)
  return document
}

const first =
  'Steeds meer buurthuizen werken met mensen die zelf schulden hebben gehad. Zij weten hoe een brief voelt die je niet durft open te maken, en wat er dan wel helpt.'
const second =
  'Het project begon klein. Nu zijn er twaalf groepen, en de gemeente betaalt mee. Dat is mooi, maar het blijft zoeken naar een vaste plek voor dit werk in de wijk.'
const third =
  'Wie meer wil weten over de aanpak kan het verslag lezen. Mail voor het verslag naar info@voorbeeld.example of bel 06-12345678. Het verslag is gratis en voor iedereen.'
const saved = `Spring naar content

Samen sterker uit de schulden

Gepubliceerd op 3 februari 2025

${first}

Hoe het begon

${second}

‘Nu zijn er twaalf groepen, en de gemeente betaalt mee’

${third}

Wubbina Oosterloo - coördinator van het buurthuis

Contact hierover?

Xanthe Terlouw

adviseur bij het buurthuis

[e-mail]

[telefoon]

Thema’s

schulden en buurtwerk

Meer informatie over Xanthe Terlouw

Tekst: Zwaantje Wijnstra, redactie: het buurthuis

Naar boven`

describe('a page saved as text', () => {
  const document = read(saved)
  it('has a title, a date and a language', () => {
    expect(document.title).toBe('Samen sterker uit de schulden')
    expect(document.titleFrom).toBe('document')
    expect(document.dateStated).toEqual({ iso: '2025-02-03', precision: 'day', words: '3 februari 2025' })
    expect(document.language).toBe('nl')
    expect(document.source).toBeUndefined()
  })
  it('keeps its paragraphs with their headings and first words', () => {
    expect(document.paragraphs.map(({ heading, text }) => [heading, text.slice(0, 24)])).toEqual([
      [null, first.slice(0, 24)],
      ['Hoe het begon', second.slice(0, 24)],
      ['Hoe het begon', third.slice(0, 24)],
    ])
  })
  it('holds back who can be reached, and lists it', () => {
    const shown = JSON.stringify(document.paragraphs)
    for (const person of ['Terlouw', 'Oosterloo', 'Wijnstra', 'info@', '12345678']) expect(shown).not.toContain(person)
    const held = document.heldBack.map(({ kind, text }) => `${kind}: ${text}`)
    expect(held).toContain('person-card: Wubbina Oosterloo - coördinator van het buurthuis')
    expect(held).toContain('contact-block: Xanthe Terlouw')
    expect(held).toContain('contact-block: Meer informatie over Xanthe Terlouw')
    expect(held).toContain('credits: Tekst: Zwaantje Wijnstra, redactie: het buurthuis')
    expect(held.some((line) => line.includes('info@voorbeeld.example'))).toBe(true)
    expect(document.heldBack.every(({ paragraph }) => paragraph >= -1 && paragraph < document.paragraphs.length)).toBe(
      true,
    )
  })
  it('leaves out what only moves about in the site, and a sentence shown twice', () => {
    expect(document.leftOut).toEqual([
      'Spring naar content',
      '‘Nu zijn er twaalf groepen, en de gemeente betaalt mee’',
      'Naar boven',
    ])
  })
})

describe('contacts inside a text', () => {
  const held = (text: string) => read(`${first}\n\n${text}\n\n${second}`).heldBack.map(({ kind }) => kind)
  it.each([
    ['Meer informatie? Neem contact op met Xanthe Terlouw.', ['contact-block']],
    ['Vragen? Mail naar x.terlouw@voorbeeld.example.', ['contact-block']],
    ['For more information, please contact Emily Johnson.', ['contact-block']],
    [`${second.replace('klein', 'heel klein')} Schrijf ons: buurt@voorbeeld.example.`, ['email']],
    ['Het nummer van de balie is sinds dit jaar 020 123 45 67 en dat blijft zo.', ['phone']],
    ['Het nummer 111222333 stond per ongeluk op het formulier dat iedereen kreeg.', ['bsn']],
    ['Wij nemen contact op met bewoners die lang niets van zich laten horen.', []],
  ])('%s', (text, kinds) => expect(held(text)).toEqual(kinds))
})

describe('lines', () => {
  it('of a fixed width are joined; a line of its own stays a paragraph', () => {
    const wrapped = first.replace(/(.{50,60}) /g, '$1\n')
    expect(wrapped.split('\n').length).toBeGreaterThan(2)
    expect(
      read(`Titel van het stuk\n\n${wrapped}\n\n${second}\n${third}`).paragraphs.map(({ text }) => text.slice(0, 20)),
    ).toEqual([first, second, third].map((text) => text.slice(0, 20)))
    expect(read(`Titel\n\n${wrapped}\n\n${second}`).paragraphs[0]?.text).toBe(first)
  })
  it('that list things are text, not headings', () => {
    expect(
      read(`Titel\n\n${first}\n\nkoffie drinken\n\nbrieven openen\n\nsamen bellen`).paragraphs.map(({ text }) => text),
    ).toEqual([first, 'koffie drinken', 'brieven openen', 'samen bellen'])
  })
  it('without a title take it from the name of the file', () => {
    expect(read(`${first}\n\n${second}`, '/map/mijn-mooie_stuk.txt')).toMatchObject({
      title: 'Mijn mooie stuk',
      titleFrom: 'filename',
    })
  })
  it('name a source', () => {
    expect(read(`Titel\n\n${first}\n\nBron: Buurtblad Oostbroek`).source).toBe('Buurtblad Oostbroek')
    expect(read(`Titel\n\n${first}\n\nLees het volledige artikel op voorbeeld.example.`).source).toBe(
      'voorbeeld.example',
    )
  })
})

describe('HTML', () => {
  const html = `<!doctype html><html lang="nl"><head><title>Samen &amp; sterk | Buurthuis</title><meta property="og:site_name" content="Buurthuis Oostbroek">
    <meta property="article:published_time" content="2025-02-03T10:00:00+01:00"><style>p{color:red}</style></head><body><nav><ul><li>Home<li>Over ons</ul></nav>
    <main><h1>Samen <em>sterker</em></h1><p>${first}</p><h2>Hoe het begon</h2><ul><li>koffie drinken</li><li>brieven openen</li></ul><p>${second}<script>alert("<p>kwaad</p>")</script></p>
    <p>Vragen? Mail naar <a href="mailto:x@voorbeeld.example">x@voorbeeld.example</a>.</p></main><footer>KvK 123</footer></body></html>`
  it('is read as what it shows', () => {
    const document = read(html, 'stuk.html')
    expect(document).toMatchObject({
      title: 'Samen sterker',
      source: 'Buurthuis Oostbroek',
      dateStated: { iso: '2025-02-03', precision: 'day' },
    })
    expect(document.paragraphs).toEqual([
      { heading: null, text: first },
      { heading: 'Hoe het begon', text: 'koffie drinken' },
      { heading: 'Hoe het begon', text: 'brieven openen' },
      { heading: 'Hoe het begon', text: second },
    ])
    expect(document.heldBack).toEqual([
      { kind: 'contact-block', text: 'Vragen? Mail naar x@voorbeeld.example.', paragraph: 3 },
    ])
    expect(JSON.stringify(document)).not.toMatch(/kwaad|color|KvK|Over ons/)
  })
  it('is read when it is broken', () => {
    expect(
      read(`<p>${first}<p>a < b &eacute;&#233;&#xE9;&onbekend; <b>open`, 'x.html').paragraphs.map(({ text }) => text),
    ).toEqual([first, 'a < b ééé&onbekend; open'])
    expect(read(`<nav><p>${first}</p>`, 'x.html').paragraphs).toHaveLength(1)
    expect(read(`<p class="open>${first}</p><p>${second}</p>`, 'x.html').paragraphs.length).toBeGreaterThan(0)
  })
  it.each([
    '<div>',
    '<',
    '<a "',
    '<a b="',
    '<!--',
    '<script>',
    '</p>',
    "<p x='",
    '&',
    '&#',
    '<nav>',
    '<h1>',
    '<p>a',
    '<b>\n',
    'a. ',
    '[e-mail]\n\n',
    'Kim\n\n',
    "' ",
  ])('made of %j does not hang', (piece) => {
    const started = processorTime()
    readDocument(bytes(piece.repeat(Math.floor(100_000 / piece.length))), 'x.html')
    expect(processorTime() - started).toBeLessThan(8000)
  })
})

describe('what cannot be read', () => {
  it.each([
    ['empty', bytes('')],
    ['empty', bytes(' \n\u0007 ')],
    ['too-large', new Uint8Array(largestDocument + 1).fill(97)],
    ['binary', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 1])],
    ['wrong-encoding', Uint8Array.from(Buffer.from('De cliënt zei ja.', 'latin1'))],
    ['wrong-encoding', Uint8Array.from(Buffer.from('\uFEFFDe cliënt', 'utf16le'))],
    ['nothing-to-read', bytes('<html><body><script>1</script></body></html>')],
  ] as const)('is named: %s', (problem, given) =>
    expect(readDocument(given, 'stuk.txt')).toEqual({ ok: false, problem }),
  )

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.string({ unit: 'binary' }).map(bytes),
          fc
            .array(fc.constantFrom('<p>', '</', 'Kim ', '\n', '"', '>', 'a@b.nl', '<!--', '&lt;'))
            .map((list) => bytes(list.join(''))),
        ),
        fc.string(),
        (given, name) => {
          expect(typeof readDocument(given, name).ok).toBe('boolean')
        },
      ),
    )
  })
})

it.each([
  ['12 februari 2024', '2024-02-12'],
  ['Laatst gewijzigd: 1 mrt. 2023', '2023-03-01'],
  ['maandag 3 juni 2024', '2024-06-03'],
  ['03-02-2025 10:30 uur', '2025-02-03'],
  ['Published on March 4, 2022', '2022-03-04'],
  ['mei 2021', '2021-05'],
  ['Datum: 2020', '2020'],
  ['31 februari 2024', undefined],
  ['2020', undefined],
  ['Het congres was op 14 juni 2017 in Ede', undefined],
])('the line %j states %s', (line, iso) => expect(readDateLine(line)?.iso).toBe(iso))

it('knows the language by its small words', () => {
  expect(languageOf('De mensen in het huis weten wat er is en hoe dat kan.')).toBe('nl')
  expect(languageOf('The people in the house know what there is and how it can be done.')).toBe('en')
  expect(languageOf('Lorem ipsum dolor sit amet')).toBe('unknown')
})

const documents = new URL('../../../../shared/documents/', import.meta.url)
const judgements = new URL('../../../../shared/data/search_judgements.json', import.meta.url)
const isHere = existsSync(documents) && existsSync(judgements)

// Real pages are kept outside the repository: only whether their paragraphs can be recognised is tested here.
describe.skipIf(!isHere)('the judged documents (skipped when ../shared is absent)', () => {
  type Judged = { readonly id: string; readonly document: string; readonly begins: string }
  const judged: readonly Judged[] = isHere ? JSON.parse(readFileSync(judgements, 'utf8')).paragraphs : []
  const files = isHere ? readdirSync(documents).filter((name) => name.endsWith('.txt')) : []

  it('have each judged paragraph at the start of exactly one paragraph, or held back', () => {
    const read = new Map(files.map((name) => [name, readDocument(readFileSync(new URL(name, documents)), name)]))
    const missing = judged.flatMap(({ id, document, begins }) => {
      const found = read.get(document)
      if (found === undefined || !found.ok) return [`${id}: document`]
      const times = found.paragraphs.filter(({ text }) => text.startsWith(begins)).length
      const held = found.heldBack.some(({ text }) => text.startsWith(begins))
      if (held) process.stdout.write(`held back: ${id}\n`)
      return times === 1 || held ? [] : [`${id}: ${times}`]
    })
    expect(judged.length).toBeGreaterThan(30)
    expect(missing).toEqual([])
  })
})
if (!isHere) process.stdout.write('skipped: ../shared is absent, the judged documents were not read\n')
