import type { Lang } from '../words.ts'

const grouped = (sign: string) => new RegExp(`^[0-9]{1,3}(${sign}[0-9]{3})+$`)
const signs: Record<Lang, { readonly group: string; readonly point: string }> = {
  nl: { group: '.', point: ',' },
  en: { group: ',', point: '.' },
}

/** The whole part with its groups taken out; null when the groups are not of three digits. */
function ungrouped(whole: string, sign: string): string | null {
  if (/^[0-9]+$/.test(whole)) return whole
  return grouped(`\\${sign}`).test(whole) ? whole.replaceAll(sign, '') : null
}

/**
 * Reads a number as people write it in Dutch ("1.250,5") and in English ("1,250.5"); spaces may group thousands too. Where
 * both readings are possible ("1.250"), the language of the page decides; nothing is guessed beyond that.
 * @returns the number, or null when it is no number
 */
export function readNumber(text: string, lang: Lang): number | null {
  const bare = text.normalize('NFKC').replaceAll('\u2212', '-').trim()
  if (bare.length > 40) return null
  const [, minus = '', body = ''] = /^(-?)\s*([0-9][0-9., ]*)$/.exec(bare) ?? []
  const spaced = body.includes(' ') ? /^([0-9]{1,3}(?: [0-9]{3})+)([.,][0-9]+)?$/.exec(body) : null
  if (body.includes(' ') && spaced === null) return null
  const digits = body.replaceAll(' ', '')
  const plain = plainOf(digits, lang, spaced !== null)
  if (plain === null) return null
  const value = Number(minus + plain)
  return Number.isFinite(value) ? value + 0 : null
}

/** The same digits with a point for the decimals and nothing else. */
function plainOf(digits: string, lang: Lang, spaced: boolean): string | null {
  if (/^[0-9]+$/.test(digits)) return digits
  const used = [...new Set(digits.replace(/[0-9]/g, ''))]
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  const [whole, fraction] = [digits.slice(0, last), digits.slice(last + 1)]
  if (used.length === 2) {
    const group = digits[last] === '.' ? ',' : '.'
    const joined = ungrouped(whole, group)
    return joined !== null && /^[0-9]+$/.test(fraction) ? `${joined}.${fraction}` : null
  }
  const [sign = ''] = used
  const couldGroup = grouped(`\\${sign}`).test(digits) && !digits.startsWith('0') && !spaced
  const couldPoint = /^[0-9]+$/.test(whole) && /^[0-9]+$/.test(fraction)
  if (couldGroup && (!couldPoint || sign === signs[lang].group)) return digits.replaceAll(sign, '')
  return couldPoint ? `${whole}.${fraction}` : null
}

/** @returns the number as it is typed on a page of this language, without groups; {@link readNumber} reads it back. */
export const writeNumber = (value: number, lang: Lang): string =>
  String(Number(value.toFixed(3))).replace('.', signs[lang].point)
