import { describe, expect, it } from 'vitest'
import { checkPlainDutch, type PlainFinding } from '../src/lib/dutch/plain-language.ts'
import { terms } from '../src/rooms/terms/public.ts'

// Every catalogue of sentences on pages and in letters for the public, requesters and experts. Staff pages (administration,
// the desk, the editors) are read by people who know the work; they are not held to this.
const catalogues = import.meta.glob<Record<string, unknown>>(
  ['../src/**/*text.ts', '../src/**/words.ts', '!../src/lib/**'],
  { eager: true },
)
const staff = /administration|desk\.text|editing\.text|editor|redaction\.text|operation|import/

type Said = { readonly where: string; readonly text: string }

// Stands for any value that a sentence takes: a number, a name, a thing with parts. It reads as "3".
const anything: unknown = new Proxy(() => anything, {
  get: (_target, name) =>
    name === Symbol.toPrimitive
      ? (hint: string) => (hint === 'number' ? 1e12 : '3')
      : name === Symbol.iterator
        ? [][Symbol.iterator]
        : anything,
  apply: () => anything,
})

/** Every sentence in a catalogue; one that takes values is called with values. */
function said(where: string, value: unknown): readonly Said[] {
  // An address is no sentence.
  if (typeof value === 'string') return /^\/\S*$/.test(value) ? [] : [{ where, text: value }]
  if (typeof value === 'function') {
    if (value === anything) return []
    for (const example of [
      anything,
      new Date(),
      3,
      '3',
      [],
      { municipality: { name: 'Utrecht' }, via: 'town', as: 'Utrecht' },
    ]) {
      try {
        return said(
          where,
          (value as (...args: unknown[]) => unknown)(...Array.from({ length: value.length }, () => example)),
        )
      } catch {
        continue
      }
    }
    throw new Error(`no example value fits ${where}`)
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (staff.test(name) ? [] : said(`${where}.${name}`, inner)))
}

const isWords = (value: unknown): value is { nl: unknown } =>
  typeof value === 'object' && value !== null && 'nl' in value && 'en' in value

const sentences = Object.entries(catalogues).flatMap(([file, exported]) =>
  staff.test(file)
    ? []
    : Object.entries(exported).flatMap(([name, value]) =>
        isWords(value) ? said(`${file.replace('../src/', '')} ${name}`, value.nl) : [],
      ),
)

// Words that are long and have a page that explains them, and long words that everybody reads every day.
const termPages = new Set(
  terms
    .flatMap((term) => [term.label.nl, ...term.altLabels.nl.map((each) => each.label)])
    .flatMap((label) => [label, ...label.split(/[\s-]+/)])
    .map((word) => word.toLowerCase()),
)
const everyday = new Set([
  'toegankelijkheid',
  'telefoonnummers',
  'verantwoordelijk',
  'toetsenbordtoets',
  'zoekresultaten',
  'gebruikersnaam',
  'herstelcodes',
  'burgerservicenummer',
  'veiligheidsregio',
  'arbeidsmarktregio',
  'zorgkantoorregio',
])

const readable = (finding: PlainFinding) =>
  finding.kind === 'long-word'
    ? `lang woord: ${finding.word}`
    : finding.kind === 'avoided-word'
      ? `${finding.word} → ${finding.use}`
      : finding.kind === 'long-sentence'
        ? `${finding.words} woorden in een zin`
        : `gemiddeld ${finding.words} woorden`

describe('the Dutch of the pages', () => {
  it('is there to be read', () => {
    expect(sentences.length).toBeGreaterThan(200)
  })
  it('is plain: short sentences, no office words, no long words without a page that explains them', () => {
    const findings = sentences.flatMap(({ where, text }) =>
      checkPlainDutch(text, { termPages })
        .filter((finding) => !(finding.kind === 'long-word' && everyday.has(finding.word.toLowerCase())))
        .map((finding) => `${where}: ${readable(finding)} — “${text.slice(0, 80)}”`),
    )
    expect(findings).toEqual([])
  })
  it('would catch an office word and a long sentence', () => {
    expect(checkPlainDutch('Wij implementeren de casus middels een intake.', { termPages }).length).toBeGreaterThan(2)
    expect(checkPlainDutch(`${'woord '.repeat(25)}einde.`, { termPages }).map((finding) => finding.kind)).toContain(
      'long-sentence',
    )
  })
})
