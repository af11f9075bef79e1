/**
 * An address as it is written into what others read: absolute, http or https, percent-encoded.
 * @throws {RangeError} for anything else. Addresses in feeds are our own pages and links that were checked on their way in; one
 * that is neither is a mistake in the code.
 */
export function published(address: string): string {
  if (!URL.canParse(address)) throw new RangeError(`${JSON.stringify(address)} is not an absolute address`)
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new RangeError(`an address in a feed may not begin with ${url.protocol}`)
  return url.href
}
