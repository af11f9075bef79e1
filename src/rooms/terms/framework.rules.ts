import type { Label, Words } from '../../lib/words.ts'
import type { Process, SensitiveGround, Synonym, Term } from './term.rules.ts'
import { relatedOf } from './terms.rules.ts'

/** How far the partners are with a definition. Contested: one of them objects, and says why. */
export const definitionStates = ['proposed', 'agreed', 'contested', 'retired'] as const
export type DefinitionState = (typeof definitionStates)[number]

export const answers = ['agree', 'object'] as const
export type Answer = (typeof answers)[number]

/** The key of the definition that ships with the plein. */
export const shippedKey = 'plein'

/** What a word means according to one owner. */
export type Definition = {
  /** Its id, or {@link shippedKey}. */
  readonly key: string
  /** `id` is null for the plein itself. */
  readonly owner: { readonly id: string | null; readonly name: string }
  readonly text: { readonly nl: string; readonly en: string | null }
  readonly source: { readonly title: string; readonly link: string | null } | null
  readonly state: DefinitionState
  /** The one that the plein works with. One of a term is. */
  readonly working: boolean
  /** ISO moment; null: it shipped. */
  readonly since: string | null
}

export type Voice = {
  readonly organisation: string
  readonly answer: Answer
  readonly reason: string | null
}

/** What a partner proposed, and what the others said. `outcome` null: still open. */
export type Decision = {
  readonly id: string
  readonly kind: 'working' | 'retire'
  /** The key of the definition to work with; null when the term is to be retired. */
  readonly definition: string | null
  readonly successor: string | null
  readonly reason: string
  readonly organisation: string
  readonly at: string
  readonly voices: readonly Voice[]
  readonly outcome: 'adopted' | 'withdrawn' | null
  readonly decidedAt: string | null
}

/** Since when a term is not used any more, why, and the path word of the one to use instead. */
export type Retired = { readonly since: string; readonly why: string; readonly successor: string | null }

/** A term as it stands on the square: what ships with what the network said about it. */
export type LiveTerm = Term & {
  readonly sensitive: SensitiveGround | null
  readonly process: Process | null
  readonly definitions: readonly Definition[]
  readonly decisions: readonly Decision[]
  readonly retired: Retired | null
  readonly changedAt: Date | null
}

export type ShippedTerm = Term & { readonly sensitive: SensitiveGround | null; readonly process: Process | null }

/** What the network says in place of what ships. Terms are named by their path word. Absent: what ships holds. */
export type Changed = {
  readonly altLabels?: Words<readonly Synonym[]>
  readonly hiddenLabels?: readonly string[]
  readonly broader?: string | null
  readonly related?: readonly string[]
  readonly note?: Label | null
}

export type Entry = {
  readonly slug: string
  readonly label: Label | null
  readonly changed: Changed
  readonly working: string | null
  readonly retired: Retired | null
  readonly changedAt: Date
}

export type OwnedDefinition = Pick<Definition, 'owner' | 'text' | 'source'> & {
  readonly id: string
  readonly slug: string
  readonly addedAt: Date
  readonly retiredAt: Date | null
}

/** Everything the network said about terms, oldest first. */
export type Network = {
  readonly entries: readonly Entry[]
  readonly definitions: readonly OwnedDefinition[]
  readonly decisions: readonly (Decision & { readonly slug: string })[]
}

/**
 * Whether a proposal is adopted: by more than half of the partners when nobody objects, by two thirds when somebody does.
 * Silence is neither.
 */
export function isAdopted(voices: readonly { readonly answer: Answer }[], partners: number): boolean {
  const agree = voices.filter((voice) => voice.answer === 'agree').length
  const needed = agree === voices.length ? Math.floor(partners / 2) + 1 : Math.ceil((partners * 2) / 3)
  return agree >= needed
}

/** The last word about a definition that was not taken back says how far the partners are with it. */
function stateOf(key: string, working: boolean, retired: boolean, decisions: readonly Decision[]): DefinitionState {
  if (retired) return 'retired'
  const last = decisions.findLast((each) => each.definition === key && each.outcome !== 'withdrawn')
  if (last?.voices.some((voice) => voice.answer === 'object')) return 'contested'
  return last?.outcome === 'adopted' && working ? 'agreed' : 'proposed'
}

const plein = { id: null, name: 'Ervaringsplein' } as const

function definitionsOf(
  term: ShippedTerm | null,
  entry: Entry,
  own: readonly OwnedDefinition[],
  said: readonly Decision[],
) {
  const first = own.find((each) => each.retiredAt === null) ?? own[0]
  const chosen = entry.working ?? (term ? shippedKey : first?.id)
  const shipped: readonly Definition[] = term
    ? [
        {
          key: shippedKey,
          owner: plein,
          text: term.definition,
          source: null,
          state: stateOf(shippedKey, chosen === shippedKey, false, said),
          working: chosen === shippedKey,
          since: null,
        },
      ]
    : []
  const added = own.map((each): Definition => {
    const working = chosen === each.id
    return {
      key: each.id,
      owner: each.owner,
      text: each.text,
      source: each.source,
      state: stateOf(each.id, working, each.retiredAt !== null, said),
      working,
      since: each.addedAt.toISOString(),
    }
  })
  return [...shipped, ...added].sort(
    (a, b) => Number(b.working) - Number(a.working) || Number(a.state === 'retired') - Number(b.state === 'retired'),
  )
}

const untouched = (slug: string): Entry => ({
  slug,
  label: null,
  changed: {},
  working: null,
  retired: null,
  changedAt: new Date(0),
})

/**
 * The terms as everybody sees them: those that ship in their order, then the network's own. A relation that the network
 * changed on one side is changed on both. A term of the network whose path word ships later becomes a change of that term.
 */
export function compose(shipped: readonly ShippedTerm[], network: Network): readonly LiveTerm[] {
  const bySlug = new Map(shipped.map((term) => [term.slug, term]))
  const entries = new Map(network.entries.map((entry) => [entry.slug, entry]))
  const own = network.entries.filter((entry) => entry.label !== null && !bySlug.has(entry.slug))
  const idOf = (slug: string) => bySlug.get(slug)?.id ?? (entries.get(slug)?.label ? `eigen-${slug}` : null)
  const idsOf = (slugs: readonly string[]) => slugs.flatMap((slug) => idOf(slug) ?? [])

  const finished = (term: ShippedTerm | null, entry: Entry): LiveTerm => {
    const { changed, slug } = entry
    const decisions = network.decisions.flatMap(({ slug: of, ...decision }) => (of === slug ? [decision] : []))
    const definitions = definitionsOf(
      term,
      entry,
      network.definitions.filter((each) => each.slug === slug),
      decisions,
    )
    const working = definitions.find((each) => each.working)?.text ?? { nl: '', en: null }
    const label = term?.label ?? entry.label ?? { nl: slug, en: slug }
    return {
      id: term?.id ?? `eigen-${slug}`,
      scheme: term?.scheme ?? 'concept',
      slug,
      label,
      definition: { nl: working.nl, en: working.en ?? working.nl },
      altLabels: changed.altLabels ?? term?.altLabels ?? { nl: [], en: [] },
      hiddenLabels: changed.hiddenLabels ?? term?.hiddenLabels ?? [],
      broader:
        changed.broader === undefined
          ? (term?.broader ?? null)
          : changed.broader === null
            ? null
            : idOf(changed.broader),
      related: changed.related ? idsOf(changed.related) : (term?.related ?? []),
      note: changed.note === undefined ? (term?.note ?? null) : changed.note,
      sensitive: term?.sensitive ?? null,
      process: term?.process ?? null,
      definitions,
      decisions,
      retired: entry.retired,
      changedAt: entries.has(slug) ? entry.changedAt : null,
    }
  }

  const all = [
    ...shipped.map((term) => finished(term, entries.get(term.slug) ?? untouched(term.slug))),
    ...own.map((entry) => finished(null, entry)),
  ]
  // What one side says on purpose holds against what the other side merely shipped with.
  const spoken = new Map(
    all.filter((term) => entries.get(term.slug)?.changed.related).map((term) => [term.id, new Set(term.related)]),
  )
  const said = all.map((term) =>
    spoken.has(term.id)
      ? term
      : { ...term, related: term.related.filter((other) => spoken.get(other)?.has(term.id) ?? true) },
  )
  return said.map((term) => ({ ...term, related: relatedOf(term.id, said).map((each) => each.id) }))
}
