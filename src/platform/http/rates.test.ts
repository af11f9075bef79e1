import { describe, expect, it } from 'vitest'
import { makeRates, perMinute } from './rates.ts'

const times = async (count: number, once: () => Promise<boolean>) => {
  const taken: boolean[] = []
  for (let n = 0; n < count; n++) taken.push(await once())
  return taken
}

describe('counting requests per address', () => {
  it('refuses one address after its limit, in its class only, and no other address', async () => {
    const rates = makeRates()
    const taken = await times(perMinute.heavy + 1, () => rates.take('heavy', '192.0.2.1'))
    expect(taken.indexOf(false)).toBe(perMinute.heavy)
    expect(await rates.take('heavy', '::ffff:192.0.2.1')).toBe(false)
    expect(await rates.take('reading', '192.0.2.1')).toBe(true)
    expect(await rates.take('heavy', '192.0.2.2')).toBe(true)
  })

  it('counts the addresses of one network of IPv6 together', async () => {
    const rates = makeRates()
    await times(perMinute.heavy, () => rates.take('heavy', '2001:db8:1:2::1'))
    expect(await rates.take('heavy', '2001:db8:1:2:ffff::9')).toBe(false)
    expect(await rates.take('heavy', '2001:db8:1:3::1')).toBe(true)
  })

  it('holds so many addresses and no more: the one that came first makes room', async () => {
    const rates = makeRates(1, 3)
    await times(perMinute.heavy, () => rates.take('heavy', '192.0.2.1'))
    await rates.take('heavy', '192.0.2.2')
    await rates.take('heavy', '192.0.2.3')
    expect(await rates.take('heavy', '192.0.2.1')).toBe(false)
    await rates.take('heavy', '192.0.2.4')
    expect(await rates.take('heavy', '192.0.2.1')).toBe(true)
  })
})
