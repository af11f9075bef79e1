import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../platform/root.ts'
import { moves, movesAsMarkdown, states, whyNotMove, type ItemFacts, type State } from './states.rules.ts'

const whole: ItemFacts = {
  state: 'concept',
  titled: true,
  summarised: true,
  written: true,
  typed: true,
  themed: true,
  openMarks: 0,
  missingYeses: 0,
  reasonGiven: true,
  onSquare: false,
}

describe('the table of an item', () => {
  it('lets nothing happen that is not in it', () => {
    const all = states.flatMap((from) =>
      states.flatMap((to) => (['editor', 'giver'] as const).map((who) => ({ from, to, who }))),
    )
    const open = all.filter(({ from, to, who }) => whyNotMove({ ...whole, state: from }, to, who) !== 'no-such-move')
    expect(open).toHaveLength(moves.length)
    expect(
      open.every(({ from, to, who }) => moves.some((each) => each.from === from && each.to === to && each.who === who)),
    ).toBe(true)
  })
  it('has one way to the square, and it asks for everything', () => {
    expect(moves.filter((each) => each.to === 'published').map((each) => each.from)).toEqual(['ready'])
    expect(whyNotMove({ ...whole, state: 'ready', missingYeses: 1 }, 'published', 'editor')).toBe('yes-missing')
    expect(whyNotMove({ ...whole, state: 'ready', openMarks: 1 }, 'published', 'editor')).toBe('marks-open')
    expect(whyNotMove({ ...whole, state: 'ready' }, 'published', 'editor')).toBeNull()
  })
  it.each([
    [{ titled: false }, 'text-incomplete'],
    [{ summarised: false }, 'text-incomplete'],
    [{ written: false }, 'text-incomplete'],
    [{ typed: false }, 'text-incomplete'],
    [{ themed: false }, 'text-incomplete'],
    [{ openMarks: 3 }, null],
  ] as const)('a concept with %j goes to redaction: %s', (facts, refusal) => {
    expect(whyNotMove({ ...whole, ...facts }, 'in-redaction', 'editor')).toBe(refusal)
  })
  it.each([
    ['in-redaction', 'waiting-for-consent', { openMarks: 1, missingYeses: 1 }, 'marks-open'],
    ['in-redaction', 'waiting-for-consent', { missingYeses: 1 }, null],
    ['in-redaction', 'ready', { missingYeses: 1 }, 'yes-missing'],
    ['in-redaction', 'ready', { openMarks: 1 }, 'marks-open'],
    ['waiting-for-consent', 'ready', { missingYeses: 1 }, 'yes-missing'],
    ['published', 'withdrawn', { reasonGiven: false }, 'reason-missing'],
  ] as const satisfies readonly (readonly [State, State, Partial<ItemFacts>, string | null])[])(
    '%s to %s with %j: %s',
    (state, to, facts, refusal) => {
      expect(whyNotMove({ ...whole, state, ...facts }, to, 'editor')).toBe(refusal)
    },
  )
})

describe('the README of the room', () => {
  it('prints the table as it is (WRITE_README=1 prints it anew)', () => {
    const path = join(root, 'src/rooms/knowledge/README.md')
    const readme = readFileSync(path, 'utf8')
    const printed = readme.replace(/(<!-- moves -->\n)[\s\S]*(<!-- \/moves -->)/, `$1\n${movesAsMarkdown()}\n\n$2`)
    if (process.env.WRITE_README) writeFileSync(path, printed)
    expect(readFileSync(path, 'utf8')).toBe(printed)
  })
})
