import { languages, type Lang } from '../words.ts'
import type { Concept, ConceptScheme } from './skos.ts'
import { workingDefinition } from './skos.ts'

type Relation = 'broader' | 'narrower' | 'related'

/**
 * What is wrong with a term. `must`: the scheme may not be published so; `better`: it may, and somebody should look.
 * `concept` is the address of the term, and so is everything in `other` and `circle`.
 */
export type Finding = { readonly concept: string; readonly weight: 'must' | 'better' } & (
  | { readonly kind: 'label-missing'; readonly lang: Lang }
  | { readonly kind: 'labels-many'; readonly lang: Lang; readonly labels: readonly string[] }
  | { readonly kind: 'label-repeated'; readonly lang: Lang; readonly label: string }
  | { readonly kind: 'label-shared'; readonly lang: Lang; readonly label: string; readonly other: string }
  | { readonly kind: 'synonym-is-other-label'; readonly lang: Lang; readonly label: string; readonly other: string }
  | { readonly kind: 'definition-missing' }
  | { readonly kind: 'working-definition-not-chosen' }
  | { readonly kind: 'broader-in-circle'; readonly circle: readonly string[] }
  | { readonly kind: 'related-and-broader'; readonly other: string }
  | { readonly kind: 'related-to-itself'; readonly relation: Relation }
  | { readonly kind: 'relation-unknown'; readonly relation: Relation; readonly other: string }
  | { readonly kind: 'relation-one-sided'; readonly relation: Relation; readonly other: string }
  | { readonly kind: 'relation-to-retired'; readonly relation: Relation; readonly other: string }
)

const inverse: Readonly<Record<Relation, Relation>> = { broader: 'narrower', narrower: 'broader', related: 'related' }
const relations = ['broader', 'narrower', 'related'] as const

const sameWord = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

type Terms = ReadonlyMap<string, Concept>

/**
 * Looks a scheme through, before it is published. One preferred label per language (Dutch must be there), labels that
 * belong to one term, a definition, no circle of broader terms, no pair that is both related and (by any number of steps)
 * broader, and every relation said from both sides. Terms in the order of the scheme; empty when all is well.
 */
export function checkScheme(scheme: ConceptScheme): readonly Finding[] {
  const terms: Terms = new Map(scheme.concepts.map((concept) => [concept.iri, concept]))
  const labels = labelOwners(scheme.concepts)
  const circles = circlesIn(terms)
  return scheme.concepts.flatMap((concept) => [
    ...ownLabels(concept),
    ...sharedLabels(concept, labels),
    ...definition(concept),
    ...(circles.get(concept.iri) ?? []),
    ...relatedAndBroader(concept, terms),
    ...ownRelations(concept, terms),
  ])
}

function ownLabels({ iri: concept, prefLabels, altLabels, hiddenLabels }: Concept): readonly Finding[] {
  return languages.flatMap((lang): Finding[] => {
    const of = (list: Concept['prefLabels']) => list.filter((label) => label.lang === lang).map(({ text }) => text)
    const preferred = of(prefLabels).filter((text) => text.trim() !== '')
    const count: Finding[] =
      preferred.length > 1
        ? [{ concept, weight: 'must', kind: 'labels-many', lang, labels: preferred }]
        : preferred.length === 0
          ? [{ concept, weight: lang === 'nl' ? 'must' : 'better', kind: 'label-missing', lang }]
          : []
    const seen = new Set(preferred.map(sameWord))
    const repeated: Finding[] = []
    for (const label of [...of(altLabels), ...of(hiddenLabels)]) {
      if (seen.has(sameWord(label))) repeated.push({ concept, weight: 'must', kind: 'label-repeated', lang, label })
      seen.add(sameWord(label))
    }
    return [...count, ...repeated]
  })
}

type Owners = ReadonlyMap<string, readonly string[]>
const labelKey = (lang: Lang, text: string): string => `${lang} ${sameWord(text)}`

function labelOwners(concepts: readonly Concept[]): Owners {
  const owners = new Map<string, string[]>()
  for (const concept of concepts) {
    for (const { lang, text } of concept.prefLabels) {
      const key = labelKey(lang, text)
      owners.set(key, [...(owners.get(key) ?? []), concept.iri])
    }
  }
  return owners
}

function sharedLabels(concept: Concept, owners: Owners): readonly Finding[] {
  const others = (lang: Lang, text: string) =>
    (owners.get(labelKey(lang, text)) ?? []).filter((owner) => owner !== concept.iri)
  return [
    ...concept.prefLabels.flatMap(({ lang, text: label }) =>
      others(lang, label).map((other): Finding => ({
        concept: concept.iri,
        weight: 'must',
        kind: 'label-shared',
        lang,
        label,
        other,
      })),
    ),
    // A synonym may point at two terms; a preferred label has one meaning.
    ...[...concept.altLabels, ...concept.hiddenLabels].flatMap(({ lang, text: label }) =>
      others(lang, label).map((other): Finding => ({
        concept: concept.iri,
        weight: 'better',
        kind: 'synonym-is-other-label',
        lang,
        label,
        other,
      })),
    ),
  ]
}

function definition(concept: Concept): readonly Finding[] {
  const written = (each: Concept['definitions'][number]) => each.text.some(({ text }) => text.trim() !== '')
  if (!concept.definitions.some(written)) {
    return [{ concept: concept.iri, weight: 'must', kind: 'definition-missing' }]
  }
  const working = workingDefinition(concept)
  return working && written(working)
    ? []
    : [{ concept: concept.iri, weight: 'must', kind: 'working-definition-not-chosen' }]
}

/** Every term on a circle, with the circle as it is walked from that term. */
function circlesIn(terms: Terms): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, readonly Finding[]>()
  const left = withoutEnds(terms)
  for (const start of left.keys()) {
    const circle = circleFrom(start, left)
    if (circle) found.set(start, [{ concept: start, weight: 'must', kind: 'broader-in-circle', circle }])
  }
  return found
}

/** What is left when terms with nothing broader are taken off, again and again: no term of a sound scheme. */
function withoutEnds(terms: Terms): Terms {
  const left = new Map(terms)
  const below = new Map<string, string[]>()
  const steps = new Map<string, number>()
  for (const term of terms.keys()) {
    const broader = broaderOf(term, terms)
    steps.set(term, broader.length)
    for (const each of broader) below.set(each, [...(below.get(each) ?? []), term])
  }
  const ends = [...terms.keys()].filter((term) => steps.get(term) === 0)
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    left.delete(end)
    for (const term of below.get(end) ?? []) {
      const more = (steps.get(term) ?? 0) - 1
      steps.set(term, more)
      if (more === 0) ends.push(term)
    }
  }
  return left
}

/** The shortest way up from a term to itself; undefined when there is none. */
function circleFrom(start: string, terms: Terms): readonly string[] | undefined {
  const cameFrom = new Map<string, string>()
  const waiting = [start]
  for (const at of waiting) {
    for (const next of broaderOf(at, terms)) {
      if (next === start && at !== start) {
        const circle: string[] = []
        for (let back: string | undefined = at; back !== undefined; back = cameFrom.get(back)) circle.unshift(back)
        return circle
      }
      if (next === start || cameFrom.has(next)) continue
      cameFrom.set(next, at)
      waiting.push(next)
    }
  }
  return undefined
}

const broaderOf = (term: string, terms: Terms): readonly string[] =>
  (terms.get(term)?.broader ?? []).filter((each) => terms.has(each))

function allBroader(start: string, terms: Terms): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [start]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const next of broaderOf(at, terms)) {
      if (!found.has(next)) waiting.push(next)
      found.add(next)
    }
  }
  return found
}

function relatedAndBroader(concept: Concept, terms: Terms): readonly Finding[] {
  if (concept.related.length === 0) return []
  const above = allBroader(concept.iri, terms)
  return concept.related
    .filter((other) => other !== concept.iri && (above.has(other) || allBroader(other, terms).has(concept.iri)))
    .map((other) => ({ concept: concept.iri, weight: 'must', kind: 'related-and-broader', other }))
}

function ownRelations(concept: Concept, terms: Terms): readonly Finding[] {
  return relations.flatMap((relation) =>
    concept[relation].flatMap((other): Finding[] => {
      const found = { concept: concept.iri, relation }
      if (other === concept.iri) return [{ ...found, weight: 'must', kind: 'related-to-itself' }]
      const target = terms.get(other)
      if (target === undefined) return [{ ...found, weight: 'must', kind: 'relation-unknown', other }]
      return [
        ...(target[inverse[relation]].includes(concept.iri)
          ? []
          : [{ ...found, weight: 'must', kind: 'relation-one-sided', other } as const]),
        ...(target.retired && !concept.retired && relation !== 'narrower'
          ? [{ ...found, weight: 'better', kind: 'relation-to-retired', other } as const]
          : []),
      ]
    }),
  )
}
