import { describe, expect, it } from 'vitest'
import { withProgram, type Row } from './solver.ts'

const row = (terms: [number, number][], low: number, high: number): Row => ({ terms: new Map(terms), low, high })

describe('the solver', () => {
  it('tells the four ends apart', async () => {
    const first = new Map([[0, 1]])
    const both = row(
      [
        [0, 1],
        [1, 1],
      ],
      3,
      7,
    )
    const ends = await withProgram({ columns: 2, rows: [both] }, (optimise) => [
      optimise(first, 'least'),
      optimise(first, 'most'),
    ])
    expect(ends).toMatchObject([
      { kind: 'optimal', value: 0 },
      { kind: 'optimal', value: 7 },
    ])
    const open = await withProgram({ columns: 2, rows: [row([[0, 1]], 2, Infinity)] }, (optimise) =>
      optimise(first, 'most'),
    )
    expect(open.kind).toBe('unbounded')
    const against = [
      both,
      row(
        [
          [0, 1],
          [1, 1],
        ],
        8,
        9,
      ),
    ]
    expect((await withProgram({ columns: 2, rows: against }, (optimise) => optimise(first, 'least'))).kind).toBe(
      'infeasible',
    )
    // A puzzle of parity that no cut solves at once, and no time for it.
    const hard = Array.from({ length: 40 }, (_, line) =>
      row(
        Array.from({ length: 60 }, (_, column) => [column, ((line * 7919 + column * 104729) % 97) + 1]),
        1500,
        1501,
      ),
    )
    const late = await withProgram({ columns: 60, rows: hard, upper: 1, whole: true }, (optimise) =>
      optimise(new Map(Array.from({ length: 60 }, (_, column) => [column, 1 + (column % 7)])), 'least', 1e-4),
    )
    expect(['out-of-time', 'infeasible']).toContain(late.kind)
  })

  it('finds whole numbers where halves would be cheaper', async () => {
    const pairs = [
      row(
        [
          [0, 1],
          [1, 1],
        ],
        1,
        2,
      ),
      row(
        [
          [1, 1],
          [2, 1],
        ],
        1,
        2,
      ),
      row(
        [
          [0, 1],
          [2, 1],
        ],
        1,
        2,
      ),
    ]
    const aim = new Map([
      [0, 1],
      [1, 1],
      [2, 1],
    ])
    const program = { columns: 3, rows: pairs, upper: 1 }
    expect(await withProgram(program, (optimise) => optimise(aim, 'least'))).toMatchObject({ value: 1.5 })
    expect(await withProgram({ ...program, whole: true }, (optimise) => optimise(aim, 'least'))).toMatchObject({
      value: 2,
    })
  })

  it('takes lines of any length, and many aims in a row', async () => {
    const many = Array.from({ length: 5_000 }, (_, column): [number, number] => [column, 1])
    const long = await withProgram({ columns: 5_000, rows: [row(many, 12, 12)] }, (optimise) =>
      optimise(new Map([[7, 1]]), 'most'),
    )
    expect(long).toMatchObject({ kind: 'optimal', value: 12 })
    const sums = await withProgram(
      {
        columns: 3,
        rows: [
          row(
            [
              [0, 1],
              [1, 1],
              [2, 1],
            ],
            5,
            5,
          ),
        ],
      },
      (optimise) => Array.from({ length: 500 }, (_, time) => optimise(new Map([[time % 3, 1 + time]]), 'most')),
    )
    sums.forEach((solved, time) => expect(solved).toMatchObject({ kind: 'optimal', value: 5 * (1 + time) }))
  }, 120_000)

  it('works again after it broke down', async () => {
    await expect(
      withProgram({ columns: 1, rows: [row([[0, Number.NaN]], 0, 1)] }, (optimise) => optimise(new Map(), 'least')),
    ).rejects.toThrow(/NaN|number/i)
    const after = await withProgram({ columns: 1, rows: [row([[0, 2]], 0, 8)] }, (optimise) =>
      optimise(new Map([[0, 1]]), 'most'),
    )
    expect(after).toMatchObject({ value: 4 })
  })
})
