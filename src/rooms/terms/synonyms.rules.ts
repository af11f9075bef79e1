import type { Lang } from '../../lib/words.ts'
import type { Term } from './term.rules.ts'

/** Words that search treats as one. The first label is the term itself. */
export type SynonymGroup = {
  readonly concept: string
  readonly labels: readonly string[]
  /** Those of the labels that readers never see: misspellings. */
  readonly unnamed: readonly string[]
  /** What leads to the labels and is not searched for itself: the English names, where they do. */
  readonly leads: readonly string[]
  /** Where the synonyms come from, in words; several sources are joined by "; ". */
  readonly source: string
}

/**
 * The groups of synonyms that the terms give to search in one language: label, other labels, misspellings.
 * The labels are as written; search makes stems of them in its own way. A term to which no other word leads gives no group.
 * This is the only place where synonyms of search come from.
 * @param reader for who reads English, English names lead to the Dutch group: most of the square is in Dutch. For who reads
 *   Dutch they do not: "college" and "training" are Dutch words as well.
 */
export function searchSynonyms(
  terms: readonly Term[],
  lang: Lang = 'nl',
  reader: Lang = 'nl',
): readonly SynonymGroup[] {
  return terms.flatMap((term) => {
    const hidden = lang === 'nl' ? term.hiddenLabels : []
    const labels = [...new Set([term.label[lang], ...term.altLabels[lang].map((each) => each.label), ...hidden])]
    const english = [term.label.en, ...term.altLabels.en.map((each) => each.label)]
    const leads = lang === 'nl' && reader === 'en' ? english.filter((label) => !labels.includes(label)) : []
    if (labels.length + leads.length < 2) return []
    const sources = new Set(term.altLabels[lang].map((each) => each.source))
    if (hidden.length > 0) sources.add('frequent misspelling')
    if (leads.length > 0) sources.add('name in English')
    return [{ concept: term.id, labels, unnamed: hidden, leads, source: [...sources].join('; ') }]
  })
}
