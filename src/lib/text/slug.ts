/**
 * A text as a word for an address: small letters without accents, digits, and a hyphen for each run of anything else.
 * @param most how many characters it has at most; it neither begins nor ends with a hyphen.
 * @returns '' when no letter from a to z and no digit is left.
 */
export const slugOf = (text: string, most: number): string =>
  (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  )
    .join('-')
    .slice(0, most)
    .replace(/-$/, '')
