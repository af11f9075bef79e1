import type { Lexicon } from '../dutch/lexicon.ts'
import { normalisedLink } from './links.ts'
import { likenessOf, normalisedTitle, readTitle, sharedStems, type Read } from './titles.ts'

/** An item that may be there twice. `links`: the addresses of what it is about or comes from; may be empty. */
export type Candidate = { readonly id: string; readonly title: string; readonly links: readonly string[] }

/**
 * Why another item may be the same, strongest reason first: it leads to the same page, it has the same title, or its title
 * is alike (`score` from the threshold to 1, `shared` the stems that both hold).
 */
export type Reason =
  | { readonly kind: 'same-link'; readonly link: string }
  | { readonly kind: 'same-title' }
  | { readonly kind: 'alike-title'; readonly score: number; readonly shared: readonly string[] }

/** A proposal, never a decision: a person looks. */
export type Duplicate = { readonly id: string; readonly reasons: readonly [Reason, ...Reason[]] }

/** What was read of all items, to hold one against them. Immutable to its user. */
export type DuplicateFinder = {
  /**
   * Items that may be the same, most likely first, at most `most`; never the item with its own id. Empty when none is.
   */
  readonly duplicatesOf: (item: Candidate, most?: number) => readonly Duplicate[]
}

/** From how much likeness two titles are proposed as the same; chosen on the table of duplicates.test.ts. */
export const alikeFrom = 0.68

// A stem that more than this share of the titles holds is no way to find candidates, unless there are few titles.
const tooCommon = { share: 0.05, atLeast: 200 }
const mostCompared = 400

/**
 * Reads all items once, so that one can be held against 10,000 within a few milliseconds.
 * @param lexicon the Dutch words; the same for every item.
 */
export function duplicateFinder(items: readonly Candidate[], lexicon: Lexicon): DuplicateFinder {
  const reads = items.map(({ title }) => readTitle(title, lexicon))
  const byLink = new Map<string, number[]>()
  const byTitle = new Map<string, number[]>()
  const byStem = new Map<string, number[]>()
  const put = (index: Map<string, number[]>, key: string, at: number) => {
    const list = index.get(key)
    if (list) list.push(at)
    else index.set(key, [at])
  }
  for (const [at, { title, links }] of items.entries()) {
    for (const link of linksOf(links)) put(byLink, link, at)
    const same = normalisedTitle(title)
    if (same !== '') put(byTitle, same, at)
    for (const key of reads[at]?.keys ?? []) put(byStem, key, at)
  }
  const ceiling = Math.max(tooCommon.atLeast, items.length * tooCommon.share)

  /** The items that share the rarest stems: each stem counts more the fewer have it. */
  const near = (read: Read): readonly number[] => {
    const lists = [...read.keys].map((key) => byStem.get(key) ?? []).filter((list) => list.length > 0)
    const rare = lists.filter((list) => list.length <= ceiling)
    const weights = new Map<number, number>()
    for (const list of rare.length > 0 ? rare : lists) {
      for (const at of list) weights.set(at, (weights.get(at) ?? 0) + 1 / Math.log2(1 + list.length))
    }
    return [...weights]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, mostCompared)
      .map(([at]) => at)
  }

  const duplicatesOf: DuplicateFinder['duplicatesOf'] = (item, most = 10) => {
    const reasons = new Map<number, Reason[]>()
    const add = (at: number, reason: Reason) => reasons.set(at, [...(reasons.get(at) ?? []), reason])
    for (const link of linksOf(item.links))
      for (const at of byLink.get(link) ?? []) add(at, { kind: 'same-link', link })
    const same = new Set(byTitle.get(normalisedTitle(item.title)) ?? [])
    for (const at of same) add(at, { kind: 'same-title' })
    const read = readTitle(item.title, lexicon)
    for (const at of near(read)) {
      const other = reads[at]
      const score = other && !same.has(at) ? likenessOf(read, other, alikeFrom) : 0
      if (other && score >= alikeFrom) add(at, { kind: 'alike-title', score, shared: sharedStems(read, other) })
    }
    return [...reasons]
      .flatMap(([at, [first, ...more]]) => {
        const id = items[at]?.id
        return first === undefined || id === undefined || id === item.id
          ? []
          : [{ id, reasons: [first, ...more] as const }]
      })
      .sort((a, b) => strength(b) - strength(a) || (a.id < b.id ? -1 : 1))
      .slice(0, most)
  }
  return { duplicatesOf }
}

const linksOf = (links: readonly string[]): ReadonlySet<string> =>
  new Set(links.map(normalisedLink).filter((link) => link !== null))

const strengths: Readonly<Record<Reason['kind'], number>> = { 'same-link': 4, 'same-title': 2, 'alike-title': 0 }
const strength = ({ reasons }: Duplicate): number =>
  reasons.reduce((sum, reason) => sum + strengths[reason.kind] + (reason.kind === 'alike-title' ? reason.score : 0), 0)
