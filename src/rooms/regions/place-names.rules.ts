/** Longer input is cut off before anything is compared: no name of a place comes near it. */
export const longestPlace = 80

/**
 * A name as people mean it, in plain words: small letters, no accents, no apostrophes, other signs as a blank,
 * "ÿ", "ij" and "y" alike, "st" as "sint", "a/d" as "aan de".
 */
export function plainWords(text: string): string {
  return text
    .slice(0, longestPlace)
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’‘`´ʼ]/gu, '')
    .replaceAll(/\ba\/d\b/gu, 'aan den')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replaceAll(/\bst\b/gu, 'sint')
    .replaceAll('ij', 'y')
}

/** The words without blanks, so that "'s Gravenhage", "s-Gravenhage" and "sgravenhage" are one. */
export const keyOf = (words: string): string => words.replaceAll(' ', '')

const provinceForms: readonly (readonly [code: string, forms: string])[] = [
  ['PV20', 'groningen gr gn gro'],
  ['PV21', 'fryslan friesland fr fri frl'],
  ['PV22', 'drenthe dr dre'],
  ['PV23', 'overijssel ov ovr'],
  ['PV24', 'flevoland fl flv'],
  ['PV25', 'gelderland gld gd gl'],
  ['PV26', 'utrecht ut utr'],
  ['PV27', 'noord-holland nh n-h noordholland'],
  ['PV28', 'zuid-holland zh z-h zuidholland'],
  ['PV29', 'zeeland zl zld ze'],
  ['PV30', 'noord-brabant nb n-b nbr n-br noordbrabant brabant'],
  ['PV31', 'limburg l lb li lim'],
]

const provinces = new Map(
  provinceForms.flatMap(([code, forms]) => forms.split(' ').map((form) => [plainWords(form), code] as const)),
)

/** "bergen nh" is Bergen in PV27. @returns null when the text ends in no province, or is nothing else. */
export function withoutProvince(words: string): { name: string; province: string } | null {
  const parts = words.split(' ')
  for (const length of [2, 1]) {
    if (parts.length <= length) continue
    const province = provinces.get(parts.slice(-length).join(' '))
    if (province) return { name: parts.slice(0, -length).join(' '), province }
  }
  return null
}

const before = /^(?:de )?(?:gemeente|gem|stad|municipality of|city of) /u
const after = / (?:gemeente|nederland|the netherlands|netherlands)$/u
const postcode = /^\d{4} (?:[a-z]{2} )?(?=\p{L})/u
const postcodeDigits = /^\d{4} /u

/** The readings of one input, the most literal first: as typed, without "gemeente", without a postal code. */
export function readingsOf(text: string): readonly string[] {
  const words = plainWords(text)
  const bare = words.replace(before, '').replace(after, '')
  return [...new Set([words, bare, bare.replace(postcodeDigits, ''), bare.replace(postcode, '')])].filter(Boolean)
}

/** "gm518", "0518" and "518" are GM0518. @returns null when the text is no code. */
export function codeOf(text: string): string | null {
  const digits = /^\s*(?:gm[\s-]*)?(\d{1,4})\s*$/iu.exec(text.slice(0, longestPlace))?.[1]
  return digits ? `GM${digits.padStart(4, '0')}` : null
}
