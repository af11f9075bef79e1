import { withoutAtEnd } from './ends.ts'
import { domainToASCII, domainToUnicode } from 'node:url'

// A dot-atom without the characters by which old mail systems route (! %) or shells act (| `).
const localPart = /^[A-Za-z0-9#$&'*+/=?^_{}~-]+(?:\.[A-Za-z0-9#$&'*+/=?^_{}~-]+)*$/
const typedDomain = /^[\p{L}\p{M}\p{Nd}-]+(?:\.[\p{L}\p{M}\p{Nd}-]+)+$/u
const asciiDomain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/**
 * Reads one plain address in a grammar stricter than RFC 5321: no display name, comment, quotes, group, address literal,
 * control character or second `@`; at most 64 characters before the `@` and 254 in all. What passes can stand in an
 * SMTP envelope and a header without further escaping.
 * @returns the address with its domain in lower case and as punycode, ready to compare and to store; null when it is not
 * such an address. Spaces around it are ignored. The part before the `@` keeps its case. Never throws.
 */
export function normaliseEmailAddress(input: unknown): string | null {
  if (typeof input !== 'string' || input.length > 1000) return null
  const typed = withoutAtEnd(input.replace(/^[ \t]+/, ''), ' \t')
  const at = typed.indexOf('@')
  const local = typed.slice(0, at)
  if (at < 1 || local.length > 64 || !localPart.test(local)) return null

  const domain = punycode(typed.slice(at + 1))
  if (domain === null) return null
  const address = `${local}@${domain}`
  return address.length <= 254 ? address : null
}

function punycode(typed: string): string | null {
  const lower = typed.normalize('NFC').toLowerCase()
  // Look-alikes that only compatibility mapping would accept (full-width letters, ligatures) are refused, not repaired.
  if (!typedDomain.test(lower) || lower.normalize('NFKC') !== lower) return null
  const ascii = domainToASCII(lower)
  if (ascii.length > 253 || !asciiDomain.test(ascii)) return null
  // Punycode that stands for nothing is left as it was; what stands for something comes back the same.
  const shown = domainToUnicode(ascii)
  return !/(?:^|\.)xn--/.test(shown) && domainToASCII(shown) === ascii ? ascii : null
}
