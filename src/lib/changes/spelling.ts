import { diffArrays } from 'diff'
import { editDistance } from './edit-distance.ts'

const limits = {
  /** Letters that may differ in all: a few, and a few more in a long text. */
  letters: 4,
  lettersPerHundredWords: 2,
  /** Words that may differ before the search is given up. */
  words: 120,
}

// One letter more or less turns the meaning round, or changes who, when or how many.
const weighty = new Set(
  `geen een niet wel nooit ooit zonder met niets iets niemand iemand alle alleen elke enkele min max mag moet kan wil zal hij zij
  mijn zijn haar hun ons wij jij hen januari februari maart april mei juni juli augustus september oktober november december
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag nul twee drie vier vijf zes zeven acht negen tien elf twaalf
  honderd duizend eerste tweede derde no not none never without can cannot may must one two three june july`.split(
    /\s+/,
  ),
)

const words = (text: string): readonly string[] => text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
const numbers = (text: string): string => (text.match(/\p{N}+/gu) ?? []).join(' ')
// Where links lead: an address in the text, or behind the words of a link.
const addresses = (text: string): string =>
  (text.match(/(?:https?:\/\/|www\.|mailto:)[^\s<>)]+|\]\([^)\s]*|(?<![^\s<>()])[^\s<>()@]+@[^\s<>()]+/gi) ?? []).join(
    ' ',
  )

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)

/** How many letters of a longer word may differ and still be a slip of the pen. */
const slip = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/**
 * Whether one text became the other by spelling only: few letters changed, in few words, none of which says who, when, how
 * many or whether; no number and no link changed; nothing came or went. Capitals, accents, hyphens, punctuation and words
 * written apart or together are spelling. Two equal texts are. A careful guess: when in doubt, false.
 */
export function isOnlySpelling(before: string, after: string): boolean {
  if (before === after) return true
  if (numbers(before) !== numbers(after) || addresses(before) !== addresses(after)) return false
  const [old, now] = [words(before), words(after)]
  const runs = diffArrays([...old], [...now], { maxEditLength: limits.words })
  if (runs === undefined) return false
  let left = limits.letters + Math.floor((old.length * limits.lettersPerHundredWords) / 100)
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at]
    const next = runs[at + 1]
    if (!run || (!run.added && !run.removed)) continue
    if (!next || next.added === run.added || next.removed === run.removed) return false
    const [removed, added] = run.removed ? [run.value, next.value] : [next.value, run.value]
    const cost = costOfSlip(removed, added)
    if (cost === null || cost > left) return false
    left -= cost
    at++
  }
  return true
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** @returns the letters that differ between two runs of words, or null when it is more than a slip. */
function costOfSlip(removed: readonly string[], added: readonly string[]): number | null {
  if (removed.length !== added.length) return plain(removed.join('')) === plain(added.join('')) ? 0 : null
  let cost = 0
  for (const [at, word] of removed.entries()) {
    const other = added[at] ?? ''
    const [one, two] = [plain(word), plain(other)]
    if (one === two) continue
    if (weighty.has(one) || weighty.has(two)) return null
    // A name with another letter is often another person or place.
    const most = isCapital(word) && isCapital(other) && at > 0 ? 1 : slip(Math.min(one.length, two.length))
    const distance = editDistance(one, two, most)
    if (distance > most) return null
    cost += distance
  }
  return cost
}
