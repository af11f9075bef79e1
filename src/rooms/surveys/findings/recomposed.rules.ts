import { whyNotShowSum } from '../../../lib/disclosure/magnitude.ts'
import { valuesOf } from './amounts.rules.ts'
import { columnsOf, countOf, type Column } from './columns.rules.ts'
import type { EarlierRelease, Findings, PollWave } from './findings.ts'

// Two releases of one wave stand on different organisations when a sheet was erased or added between them. Whoever holds both
// reads the difference.

/**
 * The questions of which an earlier release counted answers that are not here any more. Nobody can tell whether their
 * difference gives somebody away, so nothing of them is shown again.
 *
 * @param columns of the sheets that were in that release and are still here
 */
export function lostSince(columns: readonly Column[], { questions }: Findings): ReadonlySet<string> {
  const then = new Map(questions.map(({ key, base }) => [key, base.count]))
  return new Set(
    columns.flatMap((column) => {
      const base = then.get(column.key) ?? null
      return base === null || base === countOf(column, 'answered') ? [] : [column.key]
    }),
  )
}

/** A wave next to one of its earlier releases. */
type Beside = { readonly wave: PollWave; readonly columns: readonly Column[]; readonly release: EarlierRelease }

/** Where those stand, in the order of the wave, who answered this question and were not in the earlier release. */
function cameSince({ wave, release }: Beside, column: Column): number[] {
  const then = new Set(release.respondents.map(({ pseudonym }) => pseudonym))
  return wave.respondents.flatMap(({ pseudonym }, at) =>
    column.states[at] === 'answered' && !then.has(pseudonym) ? [at] : [],
  )
}

/**
 * Questions without tables, for a number or a date, of which the total or the classes now, laid beside those of then, tell what
 * a few who came since have.
 */
function telling(beside: Beside): string[] {
  const { wave, columns, release } = beside
  return columns.flatMap((column) => {
    const before = release.findings.questions.find(({ key }) => key === column.key)
    const came = cameSince(beside, column)
    if ((column.kind !== 'amount' && column.kind !== 'date') || !before || came.length === 0) return []
    const values = valuesOf(column, came)
    const safe =
      came.length >= wave.plan.limits.percentagesFrom &&
      (column.kind === 'date' || (values.every((value) => value >= 0) && whyNotShowSum(values) === null))
    return safe ? [] : [column.key]
  })
}

/** What a wave may not show because of what was let out of it before, and where its panel may not be shown again. */
export type Recomposed = { readonly hidden: ReadonlySet<string>; readonly panel: ReadonlySet<string> }

export function recomposed(
  wave: PollWave,
  columns: readonly Column[],
  released: readonly EarlierRelease[],
): Recomposed {
  const besides = released.map((release) => ({ wave, columns, release }))
  return {
    hidden: new Set(
      besides.flatMap((beside) => {
        const { findings, respondents } = beside.release
        return [...lostSince(columnsOf({ ...wave, respondents }), findings), ...telling(beside)]
      }),
    ),
    // Of those who came since, few may have answered an earlier wave too.
    panel: new Set(
      besides.flatMap((beside) =>
        columns.flatMap((column) => (cameSince(beside, column).length > 0 ? [column.key] : [])),
      ),
    ),
  }
}
