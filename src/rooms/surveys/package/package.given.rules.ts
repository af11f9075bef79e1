import { shownQuestions } from '../../../lib/questionnaire/routing.ts'
import type { Findings, PollWave } from '../findings/findings.ts'
import type { Study } from './package.codebook.rules.ts'
import { packagedAmounts, packagedTables } from './package.figures.rules.ts'
import type { Background, PackageGiven } from './package.rules.ts'
import type { Conclusion } from './package.tables.rules.ts'

type Released = {
  readonly study: Study
  /** As it was analysed. */
  readonly wave: PollWave
  /** As they were let out. */
  readonly findings: Findings
  /** Type, size and region with their words; `name` as in a plan. */
  readonly backgrounds: readonly (Background & { readonly name: 'type' | 'size' | 'region' })[]
  readonly conclusions: readonly Conclusion[]
  /** By pseudonym; null when nothing was weighted. */
  readonly weights: ReadonlyMap<string, number> | null
}

/** What a package of a release is made of. */
export function packageGiven(released: Released): PackageGiven {
  const { study, wave, findings, backgrounds, conclusions, weights } = released
  const placeOf = (of: { readonly type: string; readonly size: string; readonly region: string }) =>
    backgrounds.map(({ name }) => of[name])
  return {
    study,
    definition: wave.definition,
    ...(wave.meanings && { meanings: wave.meanings }),
    backgrounds,
    population: (wave.frame ?? []).flatMap((count) =>
      Array.from({ length: count.organisations }, () => placeOf(count)),
    ),
    respondents: wave.respondents.map((respondent) => ({
      pseudonym: respondent.pseudonym,
      place: placeOf(respondent),
      asked: shownQuestions(wave.definition, respondent.answers),
      answers: respondent.answers,
      weight: weights?.get(respondent.pseudonym) ?? null,
    })),
    tables: packagedTables(findings, wave.definition, backgrounds),
    amounts: packagedAmounts(findings, wave.definition),
    shown: findings.questions.filter(({ base }) => base.count !== null).map(({ key }) => key),
    conclusions,
    method: { ...findings.method, wave: findings.wave, earlier: findings.earlier },
  }
}
