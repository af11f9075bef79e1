import { diffArrays } from 'diff'
import { pairedWithin, sharedWords, wordBag, type WordBag } from './pairs.ts'
import { unitsOf, wordsOf, type Unit } from './units.ts'

/** A stretch of words that stayed, went or came: as plain text, a del, an ins. */
export type Piece = { readonly kind: 'kept' | 'removed' | 'added'; readonly text: string }

/**
 * One paragraph, or one line of a list or table, of the two texts together.
 * kept, removed, added: one piece. changed: pieces of each kind. moved-away and moved-here: the same paragraph where it
 * stood and where it stands, `pair` tells which belong together; moved-here may hold changes too.
 * `joint` is what stands before it: '' for the first of a text.
 */
export type Passage = {
  readonly kind: 'kept' | 'changed' | 'removed' | 'added' | 'moved-away' | 'moved-here'
  readonly pieces: readonly Piece[]
  readonly joint: Unit['joint']
  readonly pair: number | null
}

/**
 * How far the comparison went. words: every changed paragraph word by word. paragraphs: too much changed for that, at
 * least one paragraph stands as taken out and put in. whole: the texts are too long and too different, the old one stands
 * as taken out and the new one as put in.
 */
export type Detail = 'words' | 'paragraphs' | 'whole'

export type TextChanges = { readonly passages: readonly Passage[]; readonly detail: Detail; readonly same: boolean }

// Together they keep the comparison of any two texts of 10,000 words within a second or so.
const limits = {
  /** Paragraphs that may differ before the whole is taken. */
  unitEdits: 1_000,
  /** Words that may differ within one paragraph. */
  wordEdits: 400,
  /** Paragraphs that may be given up before no other is tried word by word. */
  givenUp: 10,
  /** Pairs of paragraphs held against each other, to find out which became which. */
  pairs: 40_000,
}
const alike = { changed: 0.45, moved: 0.8, movedWords: 6 }

type Draft =
  | { readonly kind: 'kept'; readonly unit: Unit }
  | { readonly kind: 'removed' | 'added'; readonly unit: Unit; readonly bag: WordBag }
  | { readonly kind: 'changed'; readonly from: Unit; readonly unit: Unit }

type Budget = { pairs: number; givenUp: number; detail: Detail }

/**
 * What changed between two Markdown texts: by paragraph, and by word inside a paragraph that changed. Kept, changed, added
 * and moved-here passages together, without their removed pieces, are the second text; see {@link secondText}. Spaces at
 * the ends of lines and spare blank lines do not count as changes. Bounded in time: past its bounds it compares less
 * finely and says so in `detail`.
 *
 * Method: shortest edit script (Myers 1986, package diff), then pairing of alike paragraphs by their shared words (Dice).
 */
export function changesBetween(before: string, after: string): TextChanges {
  const budget: Budget = { pairs: limits.pairs, givenUp: 0, detail: 'words' }
  const drafts = compared(unitsOf(before), unitsOf(after), budget)
  const passages = withMoves(drafts, budget)
  return { passages, detail: budget.detail, same: passages.every(({ kind }) => kind === 'kept') }
}

function compared(before: readonly Unit[], after: readonly Unit[], budget: Budget): readonly Draft[] {
  const runs = diffArrays([...before], [...after], {
    comparator: (one, other) => one.text === other.text,
    maxEditLength: limits.unitEdits,
  })
  if (runs === undefined) {
    budget.detail = 'whole'
    return [
      ...before.map((unit): Draft => ({ kind: 'removed', unit, bag: new Map() })),
      ...after.map((unit): Draft => ({ kind: 'added', unit, bag: new Map() })),
    ]
  }
  const drafts: Draft[] = []
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at]
    const next = runs[at + 1]
    if (!run) continue
    if (!run.added && !run.removed) drafts.push(...run.value.map((unit): Draft => ({ kind: 'kept', unit })))
    else if (next && next.added !== run.added && next.removed !== run.removed) {
      const [removed, added] = run.removed ? [run.value, next.value] : [next.value, run.value]
      drafts.push(...matched(removed, added, budget))
      at++
    } else drafts.push(...run.value.map((unit) => loose(run.removed ? 'removed' : 'added', unit)))
  }
  return drafts
}

const loose = (kind: 'removed' | 'added', unit: Unit): Draft => ({ kind, unit, bag: wordBag(unit.text) })

/** Which of the paragraphs taken out became which of those put in, in the same order; the rest stays as it is. */
function matched(removed: readonly Unit[], added: readonly Unit[], budget: Budget): readonly Draft[] {
  const cost = removed.length * added.length
  const affordable = cost <= budget.pairs
  if (affordable) budget.pairs -= cost
  else budget.detail = 'paragraphs'
  const bags = (units: readonly Unit[]) => units.map(({ text }) => wordBag(text))
  const pairs = affordable ? pairedWithin(bags(removed), bags(added), alike.changed) : []
  const drafts: Draft[] = []
  let [fromRemoved, fromAdded] = [0, 0]
  for (const [one, other] of [...pairs, [removed.length, added.length] as const]) {
    drafts.push(...removed.slice(fromRemoved, one).map((unit) => loose('removed', unit)))
    drafts.push(...added.slice(fromAdded, other).map((unit) => loose('added', unit)))
    const [from, unit] = [removed[one], added[other]]
    if (from && unit) drafts.push({ kind: 'changed', from, unit })
    fromRemoved = one + 1
    fromAdded = other + 1
  }
  return drafts
}

type Loose = Extract<Draft, { readonly kind: 'removed' | 'added' }>

/** A paragraph taken out here and put in there moved, also when a few of its words changed on the way. */
function movesAmong(drafts: readonly Draft[], budget: Budget): ReadonlyMap<Draft, Loose> {
  const moves = new Map<Draft, Loose>()
  const ofKind = (kind: Loose['kind']) => drafts.filter((draft): draft is Loose => draft.kind === kind)
  const byText = new Map<string, Loose[]>()
  for (const gone of ofKind('removed')) byText.set(gone.unit.text, [...(byText.get(gone.unit.text) ?? []), gone])
  const take = (gone: Loose, here: Loose) => {
    moves.set(gone, here)
    moves.set(here, gone)
  }
  for (const here of ofKind('added')) {
    const gone = byText.get(here.unit.text)?.shift()
    if (gone) take(gone, here)
  }
  const big = (draft: Loose) => !moves.has(draft) && draft.bag.size >= alike.movedWords
  const gones = ofKind('removed').filter(big)
  for (const here of ofKind('added').filter(big)) {
    if (budget.pairs < gones.length) break
    budget.pairs -= gones.length
    const best = gones
      .filter((gone) => !moves.has(gone))
      .map((gone) => ({ gone, likeness: sharedWords(gone.bag, here.bag) }))
      .reduce<{ gone: Loose; likeness: number } | null>((a, b) => (a && a.likeness >= b.likeness ? a : b), null)
    if (best && best.likeness >= alike.moved) take(best.gone, here)
  }
  return moves
}

function withMoves(drafts: readonly Draft[], budget: Budget): readonly Passage[] {
  const moves = movesAmong(drafts, budget)
  const numbers = new Map<Draft, number>()
  let last = 0
  const numberOf = (draft: Draft, partner: Draft): number => {
    const known = numbers.get(partner) ?? ++last
    numbers.set(draft, known)
    return known
  }
  return drafts.map((draft): Passage => {
    const { joint, text } = draft.unit
    if (draft.kind === 'kept') return { kind: 'kept', pieces: [{ kind: 'kept', text }], joint, pair: null }
    if (draft.kind === 'changed') {
      return { kind: 'changed', pieces: piecesBetween(draft.from.text, text, budget), joint, pair: null }
    }
    const partner = moves.get(draft)
    if (!partner) return { kind: draft.kind, pieces: [{ kind: draft.kind, text }], joint, pair: null }
    const pair = numberOf(draft, partner)
    return draft.kind === 'removed'
      ? { kind: 'moved-away', pieces: [{ kind: 'removed', text }], joint, pair }
      : { kind: 'moved-here', pieces: piecesBetween(partner.unit.text, text, budget), joint, pair }
  })
}

function piecesBetween(before: string, after: string, budget: Budget): readonly Piece[] {
  const whole: readonly Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  if (before === after) return [{ kind: 'kept', text: after }]
  const runs =
    budget.givenUp >= limits.givenUp
      ? undefined
      : diffArrays([...wordsOf(before)], [...wordsOf(after)], {
          comparator: (one, other) => one.trim() === other.trim(),
          maxEditLength: limits.wordEdits,
        })
  if (runs === undefined) {
    budget.givenUp++
    if (budget.detail === 'words') budget.detail = 'paragraphs'
    return whole
  }
  return readable(
    runs.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'kept',
      text: value.join(''),
    })),
  )
}

// A lone short word between two changes ("de", a comma) is read easier as a part of them.
const isIsland = (piece: Piece): boolean =>
  piece.kind === 'kept' && /^[^\p{L}\p{N}]*(?:\p{L}{1,3}[^\p{L}\p{N}]*)?$/u.test(piece.text)

function readable(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  let removed = ''
  let added = ''
  const close = () => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed })
    if (added !== '') joined.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const [at, piece] of pieces.entries()) {
    const between = (removed !== '' || added !== '') && at + 1 < pieces.length
    if (piece.kind === 'removed') removed += piece.text
    else if (piece.kind === 'added') added += piece.text
    else if (between && isIsland(piece)) {
      removed += piece.text
      added += piece.text
    } else {
      close()
      joined.push(piece)
    }
  }
  close()
  return joined
}

/** @returns the second text of a comparison, as {@link changesBetween} read it. */
export function secondText(changes: TextChanges): string {
  return changes.passages
    .filter(({ kind }) => kind !== 'removed' && kind !== 'moved-away')
    .map(({ pieces, joint }) => joint + pieces.map(({ kind, text }) => (kind === 'removed' ? '' : text)).join(''))
    .join('')
}
