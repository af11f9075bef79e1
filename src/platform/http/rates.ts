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

/** @param factor multiplies the limits; tests and benches hold a whole crowd on one address. */
export function makeRates(factor = 1): Rates {
  const limiters = Object.fromEntries(
    Object.entries(perMinute).map(([name, points]) => [
      name,
      new RateLimiterMemory({ points: points * factor, duration: 60 }),
    ]),
  ) as Record<RateClass, RateLimiterMemory>
  return {
    async take(rateClass, address) {
      try {
        await limiters[rateClass].consume(networkOf(address))
        return true
      } catch {
        return false
      }
    },
  }
}
