import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadLexicon, type Lexicon } from '../dutch/lexicon.ts'
import { alikeFrom, duplicateFinder, type Candidate } from './duplicates.ts'
import { normalisedLink } from './links.ts'
import { likenessOf, normalisedTitle, readTitle } from './titles.ts'
import { processorTime } from '../processor.testing.ts'

let lexicon: Lexicon
beforeAll(async () => {
  lexicon = await loadLexicon()
})

const likeness = (one: string, other: string) => likenessOf(readTitle(one, lexicon), readTitle(other, lexicon))

const same: readonly (readonly [string, string])[] = [
  ['Schuldhulpverlening in de wijk', 'Hulp bij schulden in de wijk'],
  ['Ervaringsdeskundigen in de schuldhulpverlening', 'Ervaringsdeskundige inzet bij schuldhulp'],
  ['Handreiking ervaringsdeskundigheid in het onderwijs', 'Handreiking: ervaringsdeskundigen in het onderwijs'],
  ['Werken met ervaringskennis bij dakloosheid', 'Werken met ervaringskennis bij daklozen'],
  ['Vrijwilligerswerk vergoeden: zo doe je dat', 'Vergoeding van vrijwilligers: zo doe je dat'],
  ['Naasten betrekken bij herstel', 'Hoe betrek je naasten bij het herstel?'],
  ['Moreel beraad met ervaringsdeskundigen', 'Moreel beraad met ervaringsdeskundige'],
  ['Zelfregiecentra in Nederland', 'Zelfregie-centra in Nederland'],
  ['Dak- en thuislozen aan het woord', 'Daklozen en thuislozen aan het woord'],
  ['Cliëntenraad beginnen', 'Een clientenraad beginnen'],
  ['Ervarinsgkennis in de opvang', 'Ervaringskennis in de opvang'],
  ['Vrouwenopvang: wat helpt?', 'Wat helpt in de opvang van vrouwen?'],
  ['Jaarverslag 2024 Stichting Samen', 'Stichting Samen: jaarverslag 2024'],
  ['Armoedebeleid met inwoners maken', 'Beleid tegen armoede met inwoners maken'],
  ['Peer support in the neighbourhood', 'Peer support in your neighbourhood'],
]

const different: readonly (readonly [string, string])[] = [
  ['Ervaringsdeskundigen in de schuldhulpverlening', 'Ervaringsdeskundigen in de jeugdhulpverlening'],
  ['Jaarverslag 2023 Stichting Samen', 'Jaarverslag 2024 Stichting Samen'],
  ['Leerkring kwaliteit, deel 1', 'Leerkring kwaliteit, deel 2'],
  ['Werken met ervaringskennis', 'Werken zonder ervaringskennis'],
  ['Ervaringskennis', 'Ervaringsdeskundigheid'],
  ['Schuldhulpverlening', 'Schuldhulpverlening in Almere: wat de evaluatie leert'],
  ['Vrouwenopvang', 'Mannenopvang'],
  ['Wonen na de opvang', 'Werken na de opvang'],
  ['Hulp bij schulden', 'Hulp bij verslaving'],
  ['Opleiding tot ervaringsdeskundige in Utrecht', 'Opleiding tot ervaringsdeskundige in Groningen'],
  ['Ervaringsdeskundigen betalen', 'Ervaringsdeskundigen begeleiden'],
  ['Intervisie voor coördinatoren', 'Intervisie voor ervaringswerkers'],
  ['Handreiking naasten', 'Handreiking vrijwilligers'],
  ['Eenzaamheid onder ouderen', 'Eenzaamheid onder jongeren'],
  ['Kennisplein', 'Ervaringsplein'],
]

describe('how alike two titles are', () => {
  it.each(same)('the same: %s | %s', (one, other) => expect(likeness(one, other)).toBeGreaterThanOrEqual(alikeFrom))
  it.each(different)('another: %s | %s', (one, other) => expect(likeness(one, other)).toBeLessThan(alikeFrom))

  it('leaves room between the two lists, so that the threshold is no accident', () => {
    const least = Math.min(...same.map(([one, other]) => likeness(one, other)))
    const most = Math.max(...different.map(([one, other]) => likeness(one, other)))
    expect(least - most).toBeGreaterThan(0.1)
  })

  const word = fc.constantFrom(
    'schuldhulpverlening',
    'schulden',
    'hulp',
    'niet',
    '2024',
    '2025',
    'de',
    'opvang',
    'vrouwen',
    'vrouwenopvang',
    'zorg',
    'opvnag',
  )
  const title = fc.oneof(
    fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )

  it('is symmetric, from 0 to 1, and 1 for a title with itself', () => {
    fc.assert(
      fc.property(title, title, (one, other) => {
        const score = likeness(one, other)
        expect(score).toBeCloseTo(likeness(other, one), 12)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(likeness(one, one)).toBeCloseTo(readTitle(one, lexicon).words.length > 0 ? 1 : 0, 12)
      }),
      { numRuns: 300 },
    )
  })

  it('is exact from where it is asked, and nothing below', () => {
    fc.assert(
      fc.property(title, title, fc.constantFrom(0.1, 0.45, 0.5, alikeFrom, 0.9, 1), (one, other, from) => {
        const score = likeness(one, other)
        const asked = likenessOf(readTitle(one, lexicon), readTitle(other, lexicon), from)
        if (asked !== score) expect([asked, score < from]).toEqual([0, true])
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('when two links are the same', () => {
  it.each([
    ['https://www.movisie.example/artikel/', 'http://movisie.example/artikel'],
    ['https://a.example/x?b=2&a=1', 'https://a.example/x?a=1&b=2#kop'],
    ['https://a.example/x?utm_source=mail&fbclid=1', 'https://a.example/x'],
    ['https://a.example/index.php', 'https://A.EXAMPLE:443'],
    ['https://dx.doi.org/10.1000/ABC', 'doi:10.1000/abc'],
    ['https://a.example/een%20pad', 'https://a.example/een pad '],
    ['https://user:geheim@a.example/x', 'https://a.example//x/'],
  ])('%s = %s', (one, other) => {
    expect(normalisedLink(one)).toBe(normalisedLink(other))
    expect(normalisedLink(one)).not.toBeNull()
  })

  it.each([
    ['https://a.example/x?id=1', 'https://a.example/x?id=2'],
    ['https://a.example/#/een', 'https://a.example/#/twee'],
    ['https://a.example/X', 'https://a.example/x'],
    ['https://a.example:8080/', 'https://a.example/'],
    ['https://nieuws.a.example/', 'https://a.example/'],
  ])('%s ≠ %s', (one, other) => expect(normalisedLink(one)).not.toBe(normalisedLink(other)))

  it.each(['', 'geen link', 'javascript:alert(1)', 'mailto:a@b.example', 'ftp://a.example/'])(
    '"%s" is no link',
    (link) => expect(normalisedLink(link)).toBeNull(),
  )

  it('never throws, and stays as it is when done twice', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (link) => {
        const once = normalisedLink(link)
        if (once !== null && !/[%#]/.test(link)) expect(normalisedLink(`https://${once}`)).toBe(once)
      }),
    )
  })
})

describe('items that may be there twice', () => {
  const items: readonly Candidate[] = [
    { id: 'a', title: 'Schuldhulpverlening in de wijk', links: ['https://bron.example/schuld'] },
    { id: 'b', title: 'SCHULDHULPVERLENING – in de wijk!', links: [] },
    { id: 'c', title: 'Hulp bij schulden in de wijk', links: [] },
    { id: 'd', title: 'Iets heel anders', links: ['http://www.bron.example/schuld/?utm_source=x'] },
    { id: 'e', title: 'Leerkring', links: [] },
    { id: 'f', title: '?', links: ['geen link'] },
    { id: 'g', title: '!', links: ['geen link'] },
  ]
  const found = (item: Candidate) =>
    duplicateFinder(items, lexicon)
      .duplicatesOf(item)
      .map(({ id, reasons }) => [id, ...reasons.map(({ kind }) => kind)])

  it('gives each with its reasons, the strongest first, and never the item itself', () => {
    expect(found(items[0] as Candidate)).toEqual([
      ['d', 'same-link'],
      ['b', 'same-title'],
      ['c', 'alike-title'],
    ])
  })

  it('joins the reasons of one item', () => {
    expect(
      found({ id: 'nieuw', title: 'Schuldhulpverlening in de wijk', links: ['https://bron.example/schuld#top'] }),
    ).toEqual([
      ['a', 'same-link', 'same-title'],
      ['d', 'same-link'],
      ['b', 'same-title'],
      ['c', 'alike-title'],
    ])
  })

  it('proposes nothing for a title without words, or one of its own', () => {
    expect(found(items[5] as Candidate)).toEqual([])
    expect(found({ id: 'x', title: '', links: [] })).toEqual([])
    expect(found(items[4] as Candidate)).toEqual([])
  })

  it('says what both titles hold', () => {
    const [, , c] = duplicateFinder(items, lexicon).duplicatesOf(items[0] as Candidate)
    expect(c?.reasons).toEqual([
      { kind: 'alike-title', score: expect.any(Number), shared: expect.arrayContaining(['schuld', 'wijk']) },
    ])
  })

  it('finds among 10,000 what it finds by looking at all, and quickly', () => {
    const subjects =
      'schulden wonen verslaving opvang armoede jeugd ouderen eenzaamheid psychose detentie rouw migratie'.split(' ')
    const forms = 'handreiking verslag leerkring training dossier gesprek onderzoek column podcast werkboek'.split(' ')
    // Places of which no two differ by one letter.
    const letters = (n: number) =>
      ['aeiou'[n % 5], 'bdfgk'[Math.floor(n / 5) % 5], 'lmnpr'[Math.floor(n / 25) % 5]].join('')
    const places = Array.from({ length: 100 }, (_, at) => `${letters(at)}s${letters(at)}dam`)
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      id: String(at),
      title: `${forms[at % 10]} ervaringsdeskundigheid bij ${subjects[Math.floor(at / 10) % 12]} in ${places[Math.floor(at / 120) % 100]}`,
      links: [`https://bron.example/${at}`],
    }))
    const finder = duplicateFinder(many, lexicon)
    const read = (at: number) => readTitle(many[at]?.title ?? '', lexicon)
    const reads = many.map((_, at) => read(at))
    const begun = processorTime()
    const rounds = Array.from({ length: 40 }, (_, at) => at * 241)
    const answers = rounds.map((at) => finder.duplicatesOf({ ...(many[at] as Candidate), links: [], id: 'nieuw' }, 5))
    const each = (processorTime() - begun) / rounds.length
    expect(each).toBeLessThan(100)
    for (const [index, at] of rounds.slice(0, 6).entries()) {
      const mine = reads[at]
      const all = reads.map((other) => (mine ? likenessOf(mine, other) : 0)).toSorted((a, b) => b - a)
      const scores = answers[index]?.map(({ reasons: [reason] }) => (reason.kind === 'alike-title' ? reason.score : 1))
      expect(scores).toEqual(all.filter((score) => score >= alikeFrom).slice(0, 5))
    }
  })

  it('reads a title the same with other signs, capitals and accents', () => {
    expect(normalisedTitle('  Coördinator – "Zó"  ')).toBe(normalisedTitle('coordinator zo'))
  })
})
