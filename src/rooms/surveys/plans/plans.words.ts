import { saidIn, type Said } from '../../../lib/questionnaire/definition.ts'
import { type Lang, withCapital } from '../../../lib/words.ts'
import type { Background } from '../findings/findings.ts'
import { changedTerms, type PlanTerms } from './plans.rules.ts'
import { planWords } from './plans.text.ts'

/** What the keys that a plan names are called. */
export type PlanKeys = ReadonlyMap<string, Said>

function written(terms: PlanTerms, term: keyof PlanTerms, keys: PlanKeys, lang: Lang): string {
  const words = planWords[lang]
  const value = terms[term]
  if (value === null) return words.none
  if (typeof value === 'number') return String(value)
  if (value.length === 0) return words.none
  return value
    .map((each) => {
      const said = keys.get(each)
      return said === undefined ? (words.backgrounds[each as Background] ?? each) : saidIn(said, lang).text
    })
    .join(', ')
}

/** What became of a plan, one line for each term that changed. */
export const changesInWords = (before: PlanTerms, after: PlanTerms, keys: PlanKeys, lang: Lang): readonly string[] =>
  changedTerms(before, after).map((term) =>
    planWords[lang].became(
      planWords[lang].terms[term],
      written(before, term, keys, lang),
      written(after, term, keys, lang),
    ),
  )

/** A plan as it stands: what each term is called, and what it is. */
export const termsInWords = (
  terms: PlanTerms,
  keys: PlanKeys,
  lang: Lang,
): readonly (readonly [term: string, value: string])[] =>
  (Object.keys(terms) as (keyof PlanTerms)[]).map((term) => [
    withCapital(planWords[lang].terms[term]),
    written(terms, term, keys, lang),
  ])
