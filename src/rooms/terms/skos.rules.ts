import type { Concept, ConceptScheme, Definition as RdfDefinition } from '../../lib/rdf/skos.ts'
import { withInverses } from '../../lib/rdf/skos.ts'
import type { Worded } from '../../lib/rdf/graph.ts'
import { languages, type Label, type Words } from '../../lib/words.ts'
import type { Definition, DefinitionState, Retired } from './framework.rules.ts'
import { paths } from './paths.ts'
import type { Scheme, Synonym } from './term.rules.ts'
import { text } from './text.ts'

type Row = {
  readonly id: string
  readonly slug: string
  readonly scheme: Scheme
  readonly label: Label
  readonly alt_labels: Words<readonly Synonym[]>
  readonly hidden_labels: readonly string[]
  readonly broader: string | null
  readonly related: readonly string[]
  readonly note: Label | null
  readonly retired: Retired | null
}

type DefinitionRow = Pick<Definition, 'key' | 'owner' | 'text' | 'source' | 'state' | 'working'> & {
  readonly term_id: string
}

const agreementOf: Readonly<Record<DefinitionState, RdfDefinition['agreement']>> = {
  proposed: 'proposed',
  agreed: 'agreed',
  contested: 'discussed',
  retired: 'set-aside',
}

const plain = (label: string) => label.toLowerCase().normalize('NFC').replaceAll('’', "'").trim()
const both = (label: Label): readonly Worded[] => languages.map((lang) => ({ lang, text: label[lang] }))

/**
 * The terms of the square as one scheme, after NL-SBB. Addresses begin with `origin`. A label that two of our lists share
 * says which list it is of, because a scheme has a preferred label once. Relations are said from both sides.
 */
export function schemeOf(
  origin: string,
  rows: readonly Row[],
  definitions: readonly DefinitionRow[],
  modified: Date,
): ConceptScheme {
  const slugs = new Map(rows.map((row) => [row.id, row.slug]))
  const nameOf = (slug: string) => `${origin}${paths.name(slug)}`
  const namesOf = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const slug = slugs.get(id)
      return slug === undefined ? [] : [nameOf(slug)]
    })
  const uses = new Map<string, number>()
  for (const row of rows)
    for (const lang of languages) {
      const key = `${lang} ${plain(row.label[lang])}`
      uses.set(key, (uses.get(key) ?? 0) + 1)
    }
  const ofTerm = Map.groupBy(definitions, (each) => each.term_id)
  const ownerOf = ({ id, name }: Definition['owner']) => ({
    iri: `${origin}${paths.framework}#organisatie-${id ?? 'plein'}`,
    name,
  })

  const concept = (row: Row): Concept => {
    const own = ofTerm.get(row.id) ?? []
    const seen = new Set(languages.map((lang) => `${lang} ${plain(row.label[lang])}`))
    const once = (labels: readonly Worded[]) =>
      labels.filter(({ lang, text: label }) => {
        const key = `${lang} ${plain(label)}`
        return !seen.has(key) && seen.add(key)
      })
    const altLabels = once(
      languages.flatMap((lang) => row.alt_labels[lang].map(({ label }) => ({ lang, text: label }))),
    )
    return {
      iri: nameOf(row.slug),
      prefLabels: languages.map((lang) => ({
        lang,
        text:
          (uses.get(`${lang} ${plain(row.label[lang])}`) ?? 0) > 1
            ? `${row.label[lang]} (${text[lang].schemes[row.scheme].name.toLowerCase()})`
            : row.label[lang],
      })),
      altLabels,
      hiddenLabels: once(row.hidden_labels.map((label) => ({ lang: 'nl', text: label }))),
      definitions: own.map((each) => ({
        id: each.key,
        text: [
          { lang: 'nl', text: each.text.nl },
          ...(each.text.en === null ? [] : [{ lang: 'en', text: each.text.en } as const]),
        ],
        owner: ownerOf(each.owner),
        sources:
          each.source === null
            ? []
            : [
                {
                  iri: `${nameOf(row.slug)}#bron-${each.key}`,
                  title: [{ lang: 'nl', text: each.source.title }],
                  page: each.source.link,
                  citation: null,
                },
              ],
        agreement: agreementOf[each.state],
      })),
      working: own.find((each) => each.working)?.key ?? null,
      broader: row.broader === null ? [] : namesOf([row.broader]),
      narrower: [],
      related: namesOf(row.related),
      scopeNotes: row.note === null ? [] : both(row.note),
      changeNotes: [],
      sources: [],
      retired:
        row.retired === null
          ? null
          : {
              since: new Date(row.retired.since),
              reason: [{ lang: 'nl', text: row.retired.why }],
              replacedBy: row.retired.successor === null ? null : nameOf(row.retired.successor),
            },
    }
  }

  return withInverses({
    iri: `${origin}${paths.framework}`,
    title: languages.map((lang) => ({ lang, text: text[lang].framework.title })),
    explanation: languages.map((lang) => ({ lang, text: text[lang].framework.lead })),
    publisher: ownerOf({ id: null, name: 'Ervaringsplein' }),
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    modified,
    concepts: rows.map(concept),
  })
}

/**
 * The part of a scheme about one term: the term itself in full, and the scheme it stands in. Its neighbours are named and
 * not described: each has an address of its own.
 */
export const partOf = (scheme: ConceptScheme, origin: string, slug: string): ConceptScheme => ({
  ...scheme,
  concepts: scheme.concepts.filter((each) => each.iri === `${origin}${paths.name(slug)}`),
})
