import type { Lang } from '../../lib/words.ts'
import type { Term } from './term.rules.ts'

/** Words that search treats as one. The first label is the term itself. */
export type SynonymGroup = {
  readonly concept: string
  readonly labels: readonly string[]
  /** Those of the labels that readers never see: misspellings. */
  readonly unnamed: readonly string[]
  /** Where the synonyms come from, in words; several sources are joined by "; ". */
  readonly source: string
}

/**
 * The groups of synonyms that the terms give to search in one language: label, other labels, misspellings.
 * The labels are as written; search makes stems of them in its own way. A term without another label gives no group.
 * This is the only place where synonyms of search come from.
 */
export function searchSynonyms(terms: readonly Term[], lang: Lang = 'nl'): readonly SynonymGroup[] {
  return terms.flatMap((term) => {
    const hidden = lang === 'nl' ? term.hiddenLabels : []
    const labels = [...new Set([term.label[lang], ...term.altLabels[lang].map((each) => each.label), ...hidden])]
    if (labels.length < 2) return []
    const sources = new Set(term.altLabels[lang].map((each) => each.source))
    if (hidden.length > 0) sources.add('frequent misspelling')
    return [{ concept: term.id, labels, unnamed: hidden, source: [...sources].join('; ') }]
  })
}
