import { backgrounds, type Background, type Findings, type PollWave } from './findings.ts'

/** One or more categories of a background variable that are shown together. */
export type Group = { readonly key: string; readonly of: readonly string[] }

export type Groups = Readonly<Record<Background, readonly Group[]>>

const nameOf = (of: readonly string[]) => of.join(' + ')

/**
 * The groups in which a background variable is shown: each category with enough respondents for a percentage, and the
 * smaller ones put together, with the smallest of the others when that is not enough. Sizes of groups are then large enough
 * to be known. What was put together in an earlier release of the same wave stays together.
 */
export function groupsOf(wave: PollWave, released: readonly Findings[]): Groups {
  const found = backgrounds.map((by) => {
    const before = released.flatMap(({ response }) => response.by.filter((one) => one.by === by))[0]
    return [by, before ? continued(wave, by, before.groups) : fresh(wave, by)]
  })
  return Object.fromEntries(found) as Record<Background, readonly Group[]>
}

function sizesOf({ respondents, frame }: PollWave, by: Background): Map<string, number> {
  const names = [...new Set([...(frame ?? []), ...respondents].map((one) => one[by]))].sort()
  const sizes = new Map(names.map((name) => [name, 0]))
  for (const one of respondents) sizes.set(one[by], (sizes.get(one[by]) ?? 0) + 1)
  return sizes
}

function fresh(wave: PollWave, by: Background): Group[] {
  const sizes = sizesOf(wave, by)
  const sizeOf = (of: readonly string[]) => of.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0)
  const enough = (of: readonly string[]) => sizeOf(of) >= wave.plan.limits.percentagesFrom
  const alone = [...sizes.keys()].filter((name) => enough([name]))
  let together = [...sizes.keys()].filter((name) => !enough([name]))
  // The smallest joins first; among equals the first by name, so that the outcome is always the same.
  const joining = alone.toSorted((a, b) => sizeOf([a]) - sizeOf([b]))
  while (together.length > 0 && !enough(together)) {
    const next = joining.shift()
    if (next === undefined) break
    together = [...together, next].sort()
  }
  const groups = alone.filter((name) => !together.includes(name)).map((name) => ({ key: name, of: [name] }))
  return together.length === 0 ? groups : [...groups, { key: nameOf(together), of: together }]
}

function continued(wave: PollWave, by: Background, before: readonly Group[]): readonly Group[] {
  const known = new Set(before.flatMap(({ of }) => of))
  const strangers = [...sizesOf(wave, by).keys()].filter((name) => !known.has(name))
  const last = before.at(-1)
  if (strangers.length === 0 || !last) return before.map(({ key, of }) => ({ key, of }))
  return [...before.slice(0, -1), { key: last.key, of: [...last.of, ...strangers] }].map(({ key, of }) => ({ key, of }))
}

/** The group that a category belongs to. */
export const groupOf = (groups: readonly Group[], category: string): string =>
  groups.find(({ of }) => of.includes(category))?.key ?? category
