import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { RateClass } from './routes.ts'

/** Requests per minute and address (an IPv4 /32 or IPv6 /64) for each class of route. */
export const perMinute: Readonly<Record<RateClass, number>> = {
  reading: 600,
  searching: 240,
  asking: 30,
  'signing-in': 20,
  working: 300,
  heavy: 10,
}

/** Counts requests per class and address, in this process. */
export type Rates = { take(rateClass: RateClass, address: string): Promise<boolean> }

const networkOf = (address: string) => {
  const plain = address.replace(/^::ffff:/, '')
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain
}

// Some 10 MB per class when somebody comes from as many.
const mostAddresses = 20_000

/**
 * @param factor multiplies the limits; tests and benches hold a whole crowd on one address.
 * @param most how many addresses are counted at a time per class. When one more comes, the one that came first is counted
 *   anew: whoever has so many addresses is not held by a limit per address, and shall not fill the memory with them.
 */
export function makeRates(factor = 1, most = mostAddresses): Rates {
  const counterOf = (points: number) => {
    const limiter = new RateLimiterMemory({ points, duration: 60 })
    const came: string[] = []
    let newcomers = 0
    const welcome = async (network: string): Promise<true> => {
      const place = newcomers++ % most
      const first = came[place]
      came[place] = network
      if (first !== undefined && first !== network) await limiter.delete(first)
      return true
    }
    return (network: string): Promise<boolean> =>
      limiter.consume(network).then(
        ({ isFirstInDuration }) => (isFirstInDuration ? welcome(network) : true),
        () => false,
      )
  }
  const counters = Object.fromEntries(
    Object.entries(perMinute).map(([name, points]) => [name, counterOf(points * factor)]),
  ) as Record<RateClass, ReturnType<typeof counterOf>>
  return { take: (rateClass, address) => counters[rateClass](networkOf(address)) }
}
