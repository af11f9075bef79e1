import { describe, expect, it } from 'vitest'
import { besideShown, safeBeside, type Beside } from './beside.ts'
import { jointFromCounts } from './joint.ts'
import type { PublishedTable } from './published.ts'
import { exactly, percentage } from './statements.ts'

const type = { name: 'type', categories: ['a', 'b', 'c'] }
const answer = { name: 'answer', categories: ['yes', 'no'] }
// Three of type a say yes: that is a secret.
const joint = jointFromCounts([type, answer], [3, 17, 12, 8, 25, 15])
const yes = joint.partsWhere({ answer: ['yes'] })
const secret = { parts: joint.partsWhere({ type: ['a'], answer: ['yes'] }), width: 5 }
const known = [
  exactly(yes, 40),
  ...type.categories.map((one) => exactly(joint.partsWhere({ type: [one] }), one === 'c' ? 40 : 20)),
]
const weights: Readonly<Record<string, number>> = { a: 1.5, b: 1, c: 0.8 }
const weightOf = (part: number) => weights[joint.places[part]?.[0] ?? ''] ?? 0
const share = (1.5 * 3 + 12 + 0.8 * 25) / (1.5 * 20 + 20 + 0.8 * 40)

const weighted = (key: string, rank: number, decimals: number | null): Beside => ({
  key,
  rank,
  of: { table: 'alone', at: ['yes'] },
  statements: percentage(
    yes,
    [...joint.counts.keys()],
    decimals === null ? share : Math.round(share * 100) / 100,
    decimals,
    weightOf,
  ),
})
const safe = async (...wanted: Beside[]) =>
  (await safeBeside(joint, ['answer'], { known, secrets: [secret] }, wanted)).map(({ key }) => key)

describe('numbers beside a table', () => {
  it('stand there as long as every secret stays uncertain', async () => {
    expect(await safe(weighted('whole percents', 0, 0))).toEqual(['whole percents'])
    expect(await safe()).toEqual([])
  })

  it('are kept back when they tell too much, what is missed least first', async () => {
    // Without rounding, the weighted share and one more sum leave one solution.
    const other: Beside = {
      key: 'another weighting',
      rank: 1,
      of: { table: 'alone', at: ['yes'] },
      statements: [{ terms: new Map(yes.map((part) => [part, weightOf(part) ** 2])), low: 34.75, high: 34.75 }],
    }
    expect(await safe(weighted('exact', 0, null), other)).toEqual(['exact'])
    expect(await safe({ ...other, rank: 0, statements: [exactly(secret.parts, 3)] })).toEqual([])
  })

  it('stand beside no count that is hidden or rounded', () => {
    const table = (roundedTo: number | null, status: 'shown' | 'hidden'): PublishedTable => ({
      id: 'alone',
      over: ['answer'],
      only: {},
      roundedTo,
      cells: [{ at: ['yes'], cell: status === 'shown' ? { status, count: 40, share: 0.4 } : { status } }],
    })
    const one = weighted('share', 0, 0)
    expect(besideShown([one], [table(null, 'shown')])).toEqual([one])
    expect(besideShown([one], [table(5, 'shown')])).toEqual([])
    expect(besideShown([one], [table(null, 'hidden')])).toEqual([])
    expect(besideShown([one], [])).toEqual([])
  })

  it('are about those who took part: nobody is where nobody is', async () => {
    // Without type c, the weighted share of a and b alone tells how many of each said yes.
    const two = jointFromCounts([type, answer], [3, 17, 12, 8, 0, 0])
    const of = two.partsWhere({ answer: ['yes'] })
    const statements = percentage(of, [...two.counts.keys()], (1.5 * 3 + 12) / (1.5 * 20 + 20), 0, weightOf)
    const against = { known: [exactly(of, 15), ...known.slice(1, 3)], secrets: [secret] }
    expect(await safeBeside(two, ['answer'], against, [{ ...weighted('share', 0, 0), statements }])).toEqual([])
  })
})
