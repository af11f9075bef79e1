import { refuseImpossibleCount, thresholds } from './thresholds.ts'

/** A question or a background variable, with the answers or values it can have. */
export type Dimension = { readonly name: string; readonly categories: readonly string[] }

/** One cell of the joint table: a category per dimension, in the order of the dimensions. */
export type Place = readonly string[]

/**
 * Everything about the respondents at once: how many there are of each combination. Never published itself; it is the
 * ground that every published table stands on.
 */
export type Joint = {
  readonly dimensions: readonly Dimension[]
  readonly places: readonly Place[]
  readonly counts: readonly number[]
}

/**
 * A table over the joint cells: the dimensions it shows, and (`only`) which part of the respondents it is about.
 * `question` is the dimension whose categories are answers; `sensitive`: a zero in a small group is a secret too.
 */
export type TableShape = {
  readonly id: string
  readonly over: readonly string[]
  readonly only?: Readonly<Record<string, readonly string[]>>
  readonly question?: string
  readonly sensitive?: boolean
}

/** Where a figure stands: the table, and per dimension of that table the category; null for "all together". */
export type Stand = { readonly table: string; readonly at: readonly (string | null)[] }

/**
 * A number that could be published: the sum of some joint cells (`parts`). The same sum can stand in several tables.
 * `margin`: in at least one table it is a total. `secretZero`: nobody is here, and that itself is a secret, because the
 * group is so small that it says something about each of its members.
 */
export type Figure = {
  readonly stands: readonly Stand[]
  readonly parts: readonly number[]
  readonly count: number
  readonly margin: boolean
  readonly secretZero: boolean
}

/**
 * Counts records in the joint table of the dimensions.
 * @param records a category per dimension each, in the order of `dimensions`.
 * @param possible combinations that everybody knows cannot occur give false and get no cell: an attacker knows it too.
 * Absent: all can occur.
 * @throws RangeError when a record has a category that does not exist, or stands in an impossible combination.
 */
export function jointOf(
  dimensions: readonly Dimension[],
  records: readonly Place[],
  possible: (place: Place) => boolean = () => true,
): Joint {
  const places = combinations(dimensions).filter(possible)
  const indexOf = new Map(places.map((place, index) => [JSON.stringify(place), index]))
  const counts = places.map(() => 0)
  for (const record of records) {
    const index = indexOf.get(JSON.stringify(record))
    if (index === undefined) throw new RangeError(`no joint cell for ${record.join(' / ')}`)
    counts[index] = (counts[index] ?? 0) + 1
  }
  return { dimensions, places, counts }
}

/**
 * The joint table from counts that are known already.
 * @param counts in the order of the combinations, the last dimension running fastest.
 * @throws RangeError when the number of counts does not fit, or one of them is not a count.
 */
export function jointFromCounts(dimensions: readonly Dimension[], counts: readonly number[]): Joint {
  const places = combinations(dimensions)
  if (places.length !== counts.length) throw new RangeError(`${counts.length} counts for ${places.length} cells`)
  counts.forEach(refuseImpossibleCount)
  return { dimensions, places, counts }
}

/** The bases below which a zero is a secret: in any question, and in one that is marked sensitive. */
export type ZeroLimits = { readonly cell: number; readonly sensitiveGroup: number }

/**
 * Every number in the tables with all its totals, each distinct sum of joint cells once.
 * @param limits absent: those of the polls.
 * @throws RangeError when a table names a dimension or category that does not exist.
 */
export function figuresOf(
  joint: Joint,
  shapes: readonly TableShape[],
  limits: ZeroLimits = thresholds.polls,
): Figure[] {
  const figures = new Map<string, { stands: Stand[]; parts: number[]; margin: boolean; secretZero: boolean }>()
  for (const shape of shapes) {
    const axes = shape.over.map((name) => dimensionOf(joint, name))
    const among = partsWithin(joint, shape.only ?? {})
    const asked = shape.question === undefined ? -1 : shape.over.indexOf(shape.question)
    for (const at of combinations(axes.map(({ dimension }) => [...dimension.categories, null]))) {
      const inside = (skip: number) =>
        among.filter((part) =>
          axes.every(
            ({ index }, axis) => axis === skip || at[axis] === null || joint.places[part]?.[index] === at[axis],
          ),
        )
      const parts = inside(-1)
      const key = parts.join(',')
      const figure = figures.get(key) ?? { stands: [], parts, margin: false, secretZero: false }
      figures.set(key, figure)
      figure.stands.push({ table: shape.id, at })
      figure.margin ||= at.includes(null)
      if (asked >= 0 && at[asked] !== null && parts.length > 0 && sum(joint, parts) === 0) {
        const group = sum(joint, inside(asked))
        figure.secretZero ||= group > 0 && group < (shape.sensitive ? limits.sensitiveGroup : limits.cell)
      }
    }
  }
  return [...figures.values()].map((figure) => ({ ...figure, count: sum(joint, figure.parts) }))
}

/** @returns how many respondents stand in these joint cells together. */
const sum = (joint: Joint, parts: readonly number[]): number =>
  parts.reduce((total, part) => total + (joint.counts[part] ?? 0), 0)

function dimensionOf(joint: Joint, name: string): { dimension: Dimension; index: number } {
  const index = joint.dimensions.findIndex((dimension) => dimension.name === name)
  const dimension = joint.dimensions[index]
  if (!dimension) throw new RangeError(`no dimension ${name}`)
  return { dimension, index }
}

function partsWithin(joint: Joint, only: Readonly<Record<string, readonly string[]>>): number[] {
  const limits = Object.entries(only).map(([name, categories]) => {
    const { dimension, index } = dimensionOf(joint, name)
    for (const category of categories)
      if (!dimension.categories.includes(category)) throw new RangeError(`no category ${category} in ${name}`)
    return { index, categories }
  })
  return [...joint.places.keys()].filter((part) =>
    limits.every(({ index, categories }) => categories.includes(joint.places[part]?.[index] ?? '')),
  )
}

function combinations(dimensions: readonly Dimension[]): string[][]
function combinations(axes: readonly (readonly (string | null)[])[]): (string | null)[][]
function combinations(axes: readonly (Dimension | readonly (string | null)[])[]): (string | null)[][] {
  return axes.reduce<(string | null)[][]>(
    (begun, axis) => {
      const categories = 'categories' in axis ? axis.categories : axis
      return begun.flatMap((start) => categories.map((category) => [...start, category]))
    },
    [[]],
  )
}

/** @returns where these sums of joint cells stand in the tables; a sum that is in no table has no place to name. */
export function standsOf(figures: readonly Figure[], sums: readonly (readonly number[])[]): Stand[] {
  const wanted = new Set(sums.map((parts) => parts.join(',')))
  return figures.filter(({ parts }) => wanted.has(parts.join(','))).flatMap(({ stands }) => stands)
}
