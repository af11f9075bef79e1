import { describe, expect, it } from 'vitest'
import { leastSquares, multiply, solve, trace, transpose } from './matrix.ts'

describe('solving', () => {
  it('finds the answer, with rows exchanged where the first pivot is 0', () => {
    const left = [
      [0, 2, 1],
      [1, 1, 0],
      [3, 0, 4],
    ]
    const answer = solve(left, [[7], [3], [15]])
    expect(answer?.map((row) => row.map((each) => Number(each.toFixed(12))))).toEqual([[1], [2], [3]])
  })

  it('has no answer for rows that follow from each other', () => {
    expect(
      solve(
        [
          [1, 2],
          [2, 4],
        ],
        [[1], [2]],
      ),
    ).toBeNull()
    expect(solve([], [])).toEqual([])
  })

  it('refuses what does not fit', () => {
    expect(() => solve([[1, 2]], [[1]])).toThrow(RangeError)
    expect(() => multiply([[1, 2]], [[1, 2]])).toThrow(RangeError)
  })

  it('multiplies, turns and adds the diagonal', () => {
    const product = multiply(
      [
        [1, 2],
        [3, 4],
      ],
      transpose([
        [5, 7],
        [6, 8],
      ]),
    )
    expect(product).toEqual([
      [19, 22],
      [43, 50],
    ])
    expect(trace(product)).toBe(69)
  })
})

describe('least squares', () => {
  const ones = [1, 1, 1, 1]
  const first = [1, 1, 0, 0]
  const second = [0, 0, 1, 1]

  it('leaves out a column that follows from the others', () => {
    const fit = leastSquares([ones, first, second], [1, 1, 1, 1])
    expect(fit.kept).toEqual([0, 1])
    expect(fit.rank).toBe(2)
  })

  it('leaves over what the weighted group means do not explain', () => {
    const fit = leastSquares([ones, first, second], [1, 3, 1, 1])
    const rest = fit.residuals([2, 6, 1, 3])
    expect([...rest].map((each) => Number(each.toFixed(12)))).toEqual([-3, 1, -1, 1])
  })

  it('without columns leaves everything', () => {
    expect([...leastSquares([], [1, 1]).residuals([4, 5])]).toEqual([4, 5])
  })

  it('refuses columns and values of another length', () => {
    expect(() => leastSquares([[1]], [1, 1])).toThrow(RangeError)
    expect(() => leastSquares([], [1, 1]).residuals([1])).toThrow(RangeError)
  })
})
