import { describe, expect, it } from 'vitest'
import { tryEach } from './try-each.ts'

describe('trying each', () => {
  it.each([
    { fails: [] as string[], told: null },
    { fails: ['a'], told: 'a' },
    { fails: ['b', 'c'], told: 'b' },
  ])('does all although $fails fail, and then tells of the first', async ({ fails, told }) => {
    const done: string[] = []
    const tried = tryEach(['a', 'b', 'c'], async (one) => {
      done.push(one)
      if (fails.includes(one)) throw new Error(one)
    })
    const problem = await tried.then(
      () => null,
      (thrown: Error) => thrown.message,
    )
    expect(problem).toBe(told)
    expect(done).toEqual(['a', 'b', 'c'])
  })
})
