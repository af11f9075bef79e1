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
    await (told === null ? tried : expect(tried).rejects.toThrow(told))
    expect(done).toEqual(['a', 'b', 'c'])
  })
})
