import { refuseImpossibleCount } from './thresholds.ts'

/** A question or a background variable, with the answers or values it can have. */
export type Dimension = { readonly name: string; readonly categories: readonly string[] }

/** One cell of the joint table: a category per dimension, in the order of the dimensions. */
export type Place = readonly string[]

/** A part of the respondents: per dimension the categories that count; a dimension that is absent has no limit. */
export type Among = Readonly<Record<string, readonly string[]>>

/**
 * The unknown numbers that an attacker solves for, with the truth. Every published number is a sum of some of them.
 * `links`: sums of unknowns that are equal, pairwise (empty when each unknown is about people of its own).
 */
export type Ground = {
  readonly dimensions: readonly Dimension[]
  readonly counts: readonly number[]
  readonly links: readonly { readonly plus: readonly number[]; readonly minus: readonly number[] }[]
  /** Which unknowns make up a part of the respondents. Throws RangeError for what does not exist. */
  readonly partsWhere: (among: Among) => readonly number[]
}

/**
 * Everything about the respondents at once: how many there are of each combination. Never published itself; it is the
 * ground that every published table stands on.
 */
export type Joint = Ground & { readonly places: readonly Place[] }

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
  return jointAt(dimensions, placesOf(dimensions).filter(possible), records)
}

/**
 * Counts records in a joint table of which the combinations that can occur are given, instead of all that could be written.
 * @param places each once, a category per dimension in the order of `dimensions`.
 * @throws RangeError when a record stands in none of the places.
 */
export function jointAt(dimensions: readonly Dimension[], places: readonly Place[], records: readonly Place[]): Joint {
  const indexOf = new Map(places.map((place, index) => [JSON.stringify(place), index]))
  const counts = places.map(() => 0)
  for (const record of records) {
    const index = indexOf.get(JSON.stringify(record))
    if (index === undefined) throw new RangeError(`no joint cell for ${record.join(' / ')}`)
    counts[index] = (counts[index] ?? 0) + 1
  }
  return joined(dimensions, places, counts)
}

/**
 * The joint table from counts that are known already.
 * @param counts in the order of the combinations, the last dimension running fastest.
 * @throws RangeError when the number of counts does not fit, or one of them is not a count.
 */
export function jointFromCounts(dimensions: readonly Dimension[], counts: readonly number[]): Joint {
  const places = placesOf(dimensions)
  if (places.length !== counts.length) throw new RangeError(`${counts.length} counts for ${places.length} cells`)
  counts.forEach(refuseImpossibleCount)
  return joined(dimensions, places, counts)
}

function joined(dimensions: readonly Dimension[], places: readonly Place[], counts: readonly number[]): Joint {
  return {
    dimensions,
    places,
    counts,
    links: [],
    partsWhere: remembered((among) => indicesWhere(dimensions, places, among)),
  }
}

/** One question is asked of the same parts again and again: printed, audited, attacked. */
function remembered(partsWhere: (among: Among) => readonly number[]): Ground['partsWhere'] {
  const known = new Map<string, readonly number[]>()
  return (among) => {
    const key = JSON.stringify(among)
    const parts = known.get(key) ?? partsWhere(among)
    known.set(key, parts)
    return parts
  }
}

/**
 * The same respondents in fewer unknowns, for tables that have at most one background variable each: per variable a
 * block of its own over `core` and that variable, with the sums over `core` linked. An attacker can do exactly as much
 * with the blocks as with the joint table, because tables that agree on what they share always come from one joint
 * table (running intersection; Lauritzen 1996, Graphical Models, 4.4), also with cells that cannot occur, as long as
 * which categories of one variable can occur does not depend on another beside the core.
 * @param core the dimensions that tables may combine freely: questions, and who was in which release.
 * @param backgrounds the others that tables use; what is in neither is left out.
 * @returns null when what can occur does depend on two background variables at once: then only the joint table will do.
 * @throws RangeError when a dimension does not exist.
 */
export function inBlocks(joint: Joint, core: readonly string[], backgrounds: readonly string[]): Ground | null {
  const axisOf = (name: string) => axisIn(joint.dimensions, name)
  const coreAxes = core.map(axisOf)
  const blocks = (backgrounds.length === 0 ? [[]] : backgrounds.map((name) => [axisOf(name)])).map((own) => [
    ...coreAxes,
    ...own,
  ])
  const used = new Set(blocks.flat())
  const projected = (place: Place, axes: readonly number[]) => JSON.stringify(axes.map((axis) => place[axis]))
  const counts: number[] = []
  const places: Place[][] = []
  const begins: number[] = []
  // Per core combination, how many ways each block has to go on: together they must be all that can occur.
  const waysOf = new Map<string, number[]>()
  for (const [block, axes] of blocks.entries()) {
    const indexOf = new Map<string, number>()
    begins.push(counts.length)
    const own: Place[] = []
    joint.places.forEach((place, part) => {
      const key = projected(place, axes)
      const index = indexOf.get(key) ?? counts.length
      if (!indexOf.has(key)) {
        indexOf.set(key, index)
        counts.push(0)
        own.push(axes.map((axis) => place[axis] ?? ''))
        const ways = waysOf.get(projected(place, coreAxes)) ?? []
        ways[block] = (ways[block] ?? 0) + 1
        waysOf.set(projected(place, coreAxes), ways)
      }
      counts[index] = (counts[index] ?? 0) + (joint.counts[part] ?? 0)
    })
    places.push(own)
  }
  const occurring = new Set(joint.places.map((place) => projected(place, [...used])))
  const expected = [...waysOf.values()].reduce((sum, ways) => sum + ways.reduce((product, one) => product * one, 1), 0)
  if (occurring.size !== expected) return null

  const indicesIn = (block: number, among: Among) => {
    const dimensions = (blocks[block] ?? []).flatMap((axis) => joint.dimensions[axis] ?? [])
    const begin = begins[block] ?? 0
    return indicesWhere(dimensions, places[block] ?? [], among).map((index) => begin + index)
  }
  const links = placesOf(coreAxes.flatMap((axis) => joint.dimensions[axis] ?? [])).flatMap((place) => {
    const here = Object.fromEntries(core.map((name, index) => [name, [place[index] ?? '']]))
    return blocks.slice(1).map((_, block) => ({ plus: indicesIn(0, here), minus: indicesIn(block + 1, here) }))
  })
  return {
    dimensions: joint.dimensions,
    counts,
    links: links.filter(({ plus, minus }) => plus.length + minus.length > 0),
    partsWhere: (among) => {
      const needed = backgrounds.filter((name) => Object.hasOwn(among, name))
      if (needed.length > 1) throw new RangeError(`one background variable at a time, not ${needed.join(' and ')}`)
      return indicesIn(Math.max(0, backgrounds.indexOf(needed[0] ?? '')), among)
    },
  }
}

const axisIn = (dimensions: readonly Dimension[], name: string): number => {
  const axis = dimensions.findIndex((dimension) => dimension.name === name)
  if (axis < 0) throw new RangeError(`no dimension ${name}`)
  return axis
}

function indicesWhere(dimensions: readonly Dimension[], places: readonly Place[], among: Among): number[] {
  const limits = Object.entries(among).map(([name, categories]) => {
    const axis = axisIn(dimensions, name)
    for (const category of categories)
      if (!dimensions[axis]?.categories.includes(category)) throw new RangeError(`no category ${category} in ${name}`)
    return { axis, categories }
  })
  return [...places.keys()].filter((index) =>
    limits.every(({ axis, categories }) => categories.includes(places[index]?.[axis] ?? '')),
  )
}

const placesOf = (dimensions: readonly Dimension[]): string[][] =>
  dimensions.reduce<string[][]>(
    (begun, { categories }) => begun.flatMap((start) => categories.map((category) => [...start, category])),
    [[]],
  )
