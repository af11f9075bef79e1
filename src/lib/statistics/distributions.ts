import betaCdfOf from '@stdlib/stats-base-dists-beta-cdf'
import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile'
import binomialCdfOf from '@stdlib/stats-base-dists-binomial-cdf'
import binomialPmfOf from '@stdlib/stats-base-dists-binomial-pmf'
import chiSquareCdfOf from '@stdlib/stats-base-dists-chisquare-cdf'
import fCdfOf from '@stdlib/stats-base-dists-f-cdf'
import hypergeometricCdfOf from '@stdlib/stats-base-dists-hypergeometric-cdf'
import hypergeometricPmfOf from '@stdlib/stats-base-dists-hypergeometric-pmf'
import normalCdfOf from '@stdlib/stats-base-dists-normal-cdf'
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile'
import tCdfOf from '@stdlib/stats-base-dists-t-cdf'
import tQuantileOf from '@stdlib/stats-base-dists-t-quantile'
import { findRoot } from './roots.ts'

// Thin doors to the distributions of stdlib, which answers NaN to impossible input: here that is a RangeError, because a
// NaN that travels on ends as an empty cell in a published table.

const number = (name: string, value: number): void => {
  if (Number.isNaN(value))
    throw new RangeError(`${name} is not a number: look for an empty answer or a division by zero before this.`)
}
const positive = (name: string, value: number): void => {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be a number above 0; got ${value}.`)
}
const chance = (name: string, value: number): void => {
  if (!(value >= 0 && value <= 1))
    throw new RangeError(`${name} must lie from 0 to 1 (a share, not a percentage); got ${value}.`)
}
const count = (name: string, value: number): void => {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`${name} must be a whole number, 0 or more; got ${value}.`)
}

/**
 * The chance that a standard normal variable is at most `z`. Source: stdlib, after Cephes.
 *
 * @param z in standard deviations; -Infinity and Infinity give 0 and 1
 * @returns a share from 0 to 1
 * @throws RangeError when `z` is not a number
 */
export function normalCdf(z: number): number {
  number('The point on the normal curve', z)
  return normalCdfOf(z, 0, 1)
}

/**
 * The point that a standard normal variable stays below with chance `p`; 0.975 gives 1.96. Source: stdlib.
 *
 * @param p a share; 0 and 1 give -Infinity and Infinity
 * @throws RangeError when `p` does not lie from 0 to 1
 */
export function normalQuantile(p: number): number {
  chance('The chance asked of the normal curve', p)
  return normalQuantileOf(p, 0, 1)
}

/**
 * The chance that a standard normal variable lies at least as far from 0 as `z`, on either side: twice the lower tail at
 * -|z|, so that a small p-value keeps its digits.
 *
 * @returns a p-value from 0 to 1
 * @throws RangeError when `z` is not a number
 */
export const normalTwoSided = (z: number): number => 2 * normalCdf(-Math.abs(z))

/**
 * The chance that a beta variable is at most `x`: the regularised incomplete beta function. Source: stdlib, after Boost.
 *
 * @param x a share; below 0 gives 0 and above 1 gives 1
 * @param a first shape, above 0
 * @param b second shape, above 0
 * @throws RangeError when `x` is not a number or a shape is not above 0
 */
export function betaCdf(x: number, a: number, b: number): number {
  number('The point on the beta curve', x)
  positive('The first shape of the beta curve', a)
  positive('The second shape of the beta curve', b)
  return betaCdfOf(x, a, b)
}

/**
 * The share that a beta variable stays below with chance `p`. Source: stdlib, after Boost.
 *
 * @param p a share from 0 to 1
 * @param a first shape, above 0
 * @param b second shape, above 0
 * @returns a share from 0 to 1
 * @throws RangeError when `p` does not lie from 0 to 1 or a shape is not above 0
 */
export function betaQuantile(p: number, a: number, b: number): number {
  chance('The chance asked of the beta curve', p)
  positive('The first shape of the beta curve', a)
  positive('The second shape of the beta curve', b)
  return betaQuantileOf(p, a, b)
}

/**
 * The chance that Student's t is at most `t`. Source: stdlib.
 *
 * @param df degrees of freedom, above 0; need not be whole. Infinity gives the normal curve.
 * @throws RangeError when `t` is not a number or `df` is not above 0
 */
export function tCdf(t: number, df: number): number {
  number('The point on the t curve', t)
  if (df === Infinity) return normalCdf(t)
  positive('The degrees of freedom of the t curve', df)
  return tCdfOf(t, df)
}

/**
 * The point that Student's t stays below with chance `p`. Source: stdlib.
 *
 * @param p a share; 0 and 1 give -Infinity and Infinity
 * @param df degrees of freedom, above 0; need not be whole. Infinity gives the normal curve.
 * @throws RangeError when `p` does not lie from 0 to 1 or `df` is not above 0
 */
export function tQuantile(p: number, df: number): number {
  chance('The chance asked of the t curve', p)
  if (df === Infinity) return normalQuantile(p)
  positive('The degrees of freedom of the t curve', df)
  return tQuantileOf(p, df)
}

/**
 * The chance that a chi-square variable is at most `x`. Source: stdlib.
 *
 * @param x below 0 gives 0
 * @param df degrees of freedom, above 0; need not be whole
 * @throws RangeError when `x` is not a number or `df` is not above 0
 */
export function chiSquareCdf(x: number, df: number): number {
  number('The point on the chi-square curve', x)
  positive('The degrees of freedom of the chi-square curve', df)
  return chiSquareCdfOf(x, df)
}

/**
 * The chance that a chi-square variable is above `x`: the p-value of a chi-square test. With one degree of freedom through
 * the normal curve, which keeps the digits of a small one; otherwise 1 minus the lower tail, exact to about 1e-15 in
 * absolute terms.
 *
 * @param df degrees of freedom, above 0; need not be whole
 * @returns a p-value from 0 to 1
 * @throws RangeError when `x` is not a number or `df` is not above 0
 */
export function chiSquareUpper(x: number, df: number): number {
  if (df === 1 && x >= 0) return normalTwoSided(Math.sqrt(x))
  return Math.max(0, 1 - chiSquareCdf(x, df))
}

/**
 * The point that a chi-square variable stays below with chance `p`: found by solving the lower tail on a logarithmic scale.
 *
 * @param p a share; 0 gives 0 and 1 gives Infinity
 * @param df degrees of freedom, above 0; need not be whole
 * @throws RangeError when `p` does not lie from 0 to 1 or `df` is not above 0
 */
export function chiSquareQuantile(p: number, df: number): number {
  chance('The chance asked of the chi-square curve', p)
  positive('The degrees of freedom of the chi-square curve', df)
  if (p === 0) return 0
  if (p === 1) return Infinity
  const excess = (logarithm: number) => chiSquareCdf(Math.exp(logarithm), df) - p
  let [lower, upper] = [Math.log(df) - 2, Math.log(df) + 2]
  while (excess(lower) > 0) lower = lower * 2 - Math.log(df)
  while (excess(upper) < 0) upper += 1
  return Math.exp(findRoot(excess, lower, upper))
}

/**
 * The chance that an F variable is at most `x`. Source: stdlib.
 *
 * @param x below 0 gives 0
 * @param df1 degrees of freedom above the line, above 0; need not be whole
 * @param df2 degrees of freedom below the line, above 0; need not be whole
 * @throws RangeError when `x` is not a number or degrees of freedom are not above 0
 */
export function fCdf(x: number, df1: number, df2: number): number {
  number('The point on the F curve', x)
  positive('The first degrees of freedom of the F curve', df1)
  positive('The second degrees of freedom of the F curve', df2)
  return fCdfOf(x, df1, df2)
}

/**
 * The chance that an F variable is above `x`: the p-value of an F test, as the lower tail of 1/x with the degrees of freedom
 * changed over, so that a small one keeps its digits.
 *
 * @returns a p-value from 0 to 1; 1 when `x` is 0 or less
 * @throws RangeError when `x` is not a number or degrees of freedom are not above 0
 */
export function fUpper(x: number, df1: number, df2: number): number {
  return x > 0 ? fCdf(1 / x, df2, df1) : 1 - fCdf(x, df1, df2)
}

/**
 * The chance of exactly `k` times yes in `n` independent draws that each say yes with chance `p`. Source: stdlib.
 *
 * @param k whole; above `n` gives 0
 * @throws RangeError when a count is not a whole number of 0 or more, or `p` does not lie from 0 to 1
 */
export function binomialPmf(k: number, n: number, p: number): number {
  count('The number of times yes', k)
  count('The number of draws', n)
  chance('The chance of yes', p)
  return binomialPmfOf(k, n, p)
}

/**
 * The chance of at most `k` times yes in `n` independent draws that each say yes with chance `p`. Source: stdlib.
 *
 * @param k whole; -1 and lower give 0
 * @throws RangeError when `k` is not whole, `n` is not a whole number of 0 or more, or `p` does not lie from 0 to 1
 */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0 && Number.isSafeInteger(k)) return 0
  count('The number of times yes', k)
  count('The number of draws', n)
  chance('The chance of yes', p)
  return binomialCdfOf(k, n, p)
}

/** Drawing `draws` of `population` organisations without putting any back, when `yes` of them would say yes. */
export type Urn = { readonly population: number; readonly yes: number; readonly draws: number }

function possible({ population, yes, draws }: Urn): void {
  count('The size of the population', population)
  count('The number in the population that would say yes', yes)
  count('The number of draws', draws)
  if (yes > population || draws > population)
    throw new RangeError(
      `No more than the population of ${population} can be drawn or say yes; got ${draws} draws and ${yes} times yes.`,
    )
}

/**
 * The chance that exactly `k` of the drawn organisations say yes: the hypergeometric distribution. Source: stdlib.
 *
 * @param k whole; an impossible count gives 0
 * @throws RangeError when a count is not a whole number of 0 or more, or more are drawn or say yes than there are
 */
export function hypergeometricPmf(k: number, urn: Urn): number {
  count('The number of times yes', k)
  possible(urn)
  return hypergeometricPmfOf(k, urn.population, urn.yes, urn.draws)
}

/**
 * The chance that at most `k` of the drawn organisations say yes. Source: stdlib. The chance of at least `k` is best taken
 * as the chance of at most `draws - k` times no.
 *
 * @param k whole; -1 and lower give 0
 * @throws RangeError when a count is not whole, or more are drawn or say yes than there are
 */
export function hypergeometricCdf(k: number, urn: Urn): number {
  possible(urn)
  if (k < 0 && Number.isSafeInteger(k)) return 0
  count('The number of times yes', k)
  return hypergeometricCdfOf(k, urn.population, urn.yes, urn.draws)
}
