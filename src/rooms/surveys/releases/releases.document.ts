import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Background, Findings } from '../findings/findings.ts'
import type { PlanTerms } from '../plans/plans.rules.ts'

/**
 * Everything that one release makes public, as one document: what two people look at is what readers get. The
 * pages, the report, the API and the files take their words and numbers from here and from nowhere else.
 */
export type Released = {
  readonly format: 1
  readonly series: {
    readonly slug: string
    readonly title: Said
    readonly about: Said
    readonly population: Said
    /** Who answers for it. */
    readonly organisation: string
  }
  /** What every page says on top when these are no answers of real organisations; null when they are. */
  readonly example: Said | null
  readonly wave: {
    readonly slug: string
    readonly label: Said
    /** The first and the last day, "2026-11-22"; null when nobody knows them any more. */
    readonly opens: string | null
    readonly closes: string | null
  }
  /** What the categories of the background are called. */
  readonly groups: Readonly<Partial<Record<Background, Readonly<Record<string, Said>>>>>
  /** The day on which the plan was fixed; null when there was none before the wave opened. */
  readonly planFixedOn: string | null
  /** What was changed after that, by a researcher; who that was, the house keeps. */
  readonly planChanges: readonly {
    readonly on: string
    readonly reason: string
    readonly before: PlanTerms
    readonly after: PlanTerms
  }[]
  /** Why each earlier wave can be compared only so far; `wave` is its id in the findings. */
  readonly caveats: readonly {
    readonly wave: string
    readonly level: 'full' | 'limited' | 'none'
    readonly reason: Said
  }[]
  readonly findings: Findings
}

/** One let-out version of a release; the first has number 1, a correction the next one. */
export type Version = { readonly number: number; readonly at: string; readonly reason: string }
