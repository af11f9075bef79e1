import type { Among, Ground } from './joint.ts'
import { thresholds } from './thresholds.ts'

/**
 * A table: the dimensions it shows, and (`only`) which part of the respondents it is about. `question` is the dimension
 * whose categories are answers; `sensitive`: a zero in a small group is a secret too.
 */
export type TableShape = {
  readonly id: string
  readonly over: readonly string[]
  readonly only?: Among
  readonly question?: string
  readonly sensitive?: boolean
}

/** Where a figure stands: the table, and per dimension of that table the category; null for "all together". */
export type Stand = { readonly table: string; readonly at: readonly (string | null)[] }

/**
 * A number that could be published: the sum of some unknowns (`parts`). The same sum can stand in several tables.
 * `margin`: in at least one table it is a total. `secretZero`: nobody is here, and that itself is a secret, because the
 * group is so small that it says something about each of its members. `base`: how many of a group answered, whatever they said.
 */
export type Figure = {
  readonly stands: readonly Stand[]
  readonly parts: readonly number[]
  readonly count: number
  readonly margin: boolean
  readonly base: boolean
  readonly secretZero: boolean
}

/** The bases below which a zero is a secret: in any question, and in one that is marked sensitive. */
export type ZeroLimits = { readonly cell: number; readonly sensitiveGroup: number }

/**
 * Every number in the tables with all its totals, each distinct sum once.
 * @param limits absent: those of the polls.
 * @throws RangeError when a table names a dimension or category that does not exist.
 */
export function figuresOf(
  ground: Ground,
  shapes: readonly TableShape[],
  limits: ZeroLimits = thresholds.polls,
): Figure[] {
  const figures = new Map<
    string,
    Omit<Figure, 'count' | 'stands'> & { stands: Stand[]; margin: boolean; base: boolean; secretZero: boolean }
  >()
  for (const { id, over, only = {}, question, sensitive } of shapes) {
    const asked = question === undefined ? -1 : over.indexOf(question)
    for (const at of standingsOf(ground, over)) {
      const parts = ground.partsWhere(amongAt(over, at, only))
      const key = parts.join(',')
      const figure = figures.get(key) ?? { stands: [], parts, margin: false, base: false, secretZero: false }
      figures.set(key, figure)
      figure.stands.push({ table: id, at })
      figure.margin ||= at.includes(null)
      figure.base ||= asked >= 0 && at[asked] === null
      if (asked >= 0 && at[asked] !== null && parts.length > 0 && sumOf(ground, parts) === 0) {
        const group = sumOf(ground, ground.partsWhere(amongAt(over, at.with(asked, null), only)))
        figure.secretZero ||= group > 0 && group < (sensitive ? limits.sensitiveGroup : limits.cell)
      }
    }
  }
  return [...figures.values()].map((figure) => ({ ...figure, count: sumOf(ground, figure.parts) }))
}

/** @returns which respondents a cell is about; `at` has a category or null per dimension in `over`. */
export function amongAt(over: readonly string[], at: readonly (string | null)[], only: Among): Among {
  const among: Record<string, readonly string[]> = { ...only }
  over.forEach((name, axis) => {
    const category = at[axis]
    if (category === null || category === undefined) return
    among[name] = (among[name] ?? [category]).includes(category) ? [category] : []
  })
  return among
}

/** @returns where these sums stand in the tables; a sum that is in no table has no place to name. */
export function standsOf(figures: readonly Figure[], sums: readonly (readonly number[])[]): Stand[] {
  const wanted = new Set(sums.map((parts) => parts.join(',')))
  return figures.filter(({ parts }) => wanted.has(parts.join(','))).flatMap(({ stands }) => stands)
}

const sumOf = (ground: Ground, parts: readonly number[]): number =>
  parts.reduce((total, part) => total + (ground.counts[part] ?? 0), 0)

/** Every cell of a table over these dimensions, with all its totals. */
function standingsOf(ground: Ground, over: readonly string[]): (string | null)[][] {
  return over.reduce<(string | null)[][]>(
    (begun, name) => {
      const dimension = ground.dimensions.find((one) => one.name === name)
      if (!dimension) throw new RangeError(`no dimension ${name}`)
      return begun.flatMap((start) => [...dimension.categories, null].map((category) => [...start, category]))
    },
    [[]],
  )
}
