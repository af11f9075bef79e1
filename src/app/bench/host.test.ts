import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { leftAlone, takenBetween, watchHost } from './host.ts'

const stat = (...ticks: number[]) => `cpu  ${ticks.join(' ')} 0 0\ncpu0 ${ticks.join(' ')} 0 0\nintr 5\n`
const before = stat(100, 0, 50, 800, 5, 0, 5, 40)

describe('what the host takes of the processor', () => {
  it.each([
    ['a tenth', stat(120, 0, 60, 855, 5, 0, 10, 50), 0.1],
    ['nothing', stat(120, 0, 60, 855, 5, 0, 10, 40), 0],
    ['all of it', stat(100, 0, 50, 800, 5, 0, 5, 90), 1],
    ['unknown when no time passed', before, null],
    ['unknown where the system says nothing', '', null],
    ['unknown where it counts less', 'cpu  1 2 3 4\n', null],
  ])('is %s', (_, after, taken) => {
    expect(takenBetween(before, after)).toBe(taken)
  })

  it('is watched on this machine, second by second', async () => {
    const end = watchHost()
    await sleep(1_100)
    const { all, seconds } = end()
    expect(seconds).toHaveLength(1)
    if (process.platform === 'linux') expect(all).toBeGreaterThanOrEqual(0)
    else expect(all).toBeNull()
  })

  it('leaves the seconds in which it took nothing', () => {
    const taken = { all: 0.1, seconds: [0, 0.2, null] }
    expect([0, 999, 1_000, 2_500, 3_500].map((ms) => leftAlone(taken, ms))).toEqual([true, true, false, false, false])
  })
})
