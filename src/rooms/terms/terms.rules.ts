import { languages } from '../../lib/words.ts'
import type { Term } from './term.rules.ts'

const slugShape = /^[a-z0-9]+(-[a-z0-9]+)*$/u
const idShape = /^[a-z][a-zA-Z]*$/u

/**
 * What is wrong with a list of terms: shapes, things that stand twice, labels that mean two terms of one scheme, circles in
 * broader, and broader and related between the same two (SKOS forbids both).
 *
 * @returns one sentence per fault; empty when the list is sound.
 */
export function faultsIn(terms: readonly Term[]): string[] {
  const faults: string[] = []
  const byId = new Map(terms.map((term) => [term.id, term]))

  for (const [id, count] of counts(terms.map((term) => term.id))) if (count > 1) faults.push(`id ${id} stands twice`)
  for (const [slug, count] of counts(terms.map((term) => term.slug))) {
    if (count > 1) faults.push(`slug ${slug} stands twice`)
  }

  for (const lang of languages) {
    const labels = counts(terms.map((term) => `${term.scheme} ${plain(term.label[lang])}`))
    for (const [label, count] of labels) if (count > 1) faults.push(`${lang} label "${label}" stands twice`)
    const others = counts(
      terms.flatMap((term) => term.altLabels[lang].map((each) => `${term.scheme} ${plain(each.label)}`)),
    )
    for (const [label, count] of others) {
      if (count > 1) faults.push(`${lang} synonym "${label}" stands twice`)
    }
    for (const term of terms) {
      for (const { label } of term.altLabels[lang]) {
        const other = terms.find(
          (each) => each.id !== term.id && each.scheme === term.scheme && plain(each.label[lang]) === plain(label),
        )
        if (other) faults.push(`${lang} synonym "${label}" of ${term.id} is the label of ${other.id}`)
        if (plain(term.label[lang]) === plain(label))
          faults.push(`${lang} synonym "${label}" of ${term.id} is its own label`)
      }
    }
  }

  for (const term of terms) {
    if (!idShape.test(term.id)) faults.push(`id ${term.id} is no identifier`)
    if (!slugShape.test(term.slug)) faults.push(`slug ${term.slug} of ${term.id} is no path word`)
    for (const lang of languages) {
      if (term.label[lang].trim() === '') faults.push(`${term.id} has no ${lang} label`)
      if (!/[.?!]$/u.test(term.definition[lang])) faults.push(`${lang} definition of ${term.id} is no sentence`)
      for (const { label, source } of term.altLabels[lang]) {
        if (source.trim() === '') faults.push(`synonym "${label}" of ${term.id} has no source`)
      }
    }
    if (term.broader !== null && !byId.has(term.broader))
      faults.push(`broader ${term.broader} of ${term.id} is unknown`)
    for (const id of term.related) {
      const other = byId.get(id)
      if (!other) faults.push(`related ${id} of ${term.id} is unknown`)
      if (id === term.id) faults.push(`${term.id} is related to itself`)
      if (id === term.broader || other?.broader === term.id) {
        faults.push(`${term.id} and ${id} are both broader and related`)
      }
    }
    if (isInCircle(term, byId)) faults.push(`broader of ${term.id} goes round in a circle`)
  }
  return faults
}

const plain = (label: string) => label.toLowerCase().replaceAll('’', "'").trim()

function counts(values: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1)
  return found
}

function isInCircle(term: Term, byId: ReadonlyMap<string, Term>): boolean {
  const seen = new Set([term.id])
  let next = term.broader
  while (next !== null) {
    if (seen.has(next)) return true
    seen.add(next)
    next = byId.get(next)?.broader ?? null
  }
  return false
}

/** @returns the terms that fall directly under this one. */
export const narrowerOf = <T extends Term>(id: string, terms: readonly T[]): readonly T[] =>
  terms.filter((term) => term.broader === id)

/** @returns the terms related to this one, whichever of the two says so. */
export function relatedOf<T extends Term>(id: string, terms: readonly T[]): readonly T[] {
  const own = terms.find((term) => term.id === id)?.related ?? []
  return terms.filter((term) => own.includes(term.id) || term.related.includes(id))
}
