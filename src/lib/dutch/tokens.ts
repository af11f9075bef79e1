/**
 * One word of a text. `position` counts all words from 1, stop words and repeats too, so that the distance between two
 * words is the distance in the text. `parts` holds the pieces of a word written with hyphens ('zelf-regie': 'zelf',
 * 'regie') and is empty for any other word. `open`: true when the word ends in a hyphen that stands for the end of a
 * compound further on ('dak-' in 'dak- en thuislozen').
 */
export type Token = {
  readonly word: string
  readonly position: number
  readonly parts: readonly string[]
  readonly open: boolean
}

const longestWord = 64
const mostParts = 6

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** @returns the text in lower case, without accents, with one kind of apostrophe and one kind of hyphen. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFC')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .normalize('NFC')
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[\u2018\u2019\u201b\u02bc\u00b4\u0060\u2032]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')

// What follows an apostrophe: an ending that only inflects goes, one that makes another word stays.
const withoutApostrophes = (piece: string): string => {
  const [head = '', ...tails] = piece.split("'")
  return tails.reduce((word, tail) => (/^(s|n|r|t|tje|tjes)$/.test(tail) ? word : word + tail), head)
}

const cut = (word: string): string => (word.length > longestWord ? [...word].slice(0, longestWord).join('') : word)

/**
 * The words of a text, in order. Lower case, accents stripped ('coördinator': 'coordinator'); an inflecting apostrophe is
 * dropped with its ending ("regio's": 'regio', "zo'n": 'zo') and any other joined ("zzp'er": 'zzper'). Words with hyphens
 * become one word with its pieces as parts; pieces that are all numbers become words of their own. Words hold letters and
 * digits only, at most 64 of them. Never throws; text that is not well-formed loses what cannot be read.
 */
export function normalise(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const [, found = '', hyphen] of plainLetters(text).matchAll(
    /([\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*)(-(?=[\s,]))?/gu,
  )) {
    const pieces = found.split('-').map(withoutApostrophes)
    if (pieces.length > 1 && pieces.every((piece) => /^\p{N}+$/u.test(piece))) {
      for (const piece of pieces) tokens.push({ word: cut(piece), position: tokens.length + 1, parts: [], open: false })
      continue
    }
    const parts =
      pieces.length > 1
        ? pieces
            .filter((piece) => piece.length > 1)
            .slice(0, mostParts)
            .map(cut)
        : []
    tokens.push({ word: cut(pieces.join('')), position: tokens.length + 1, parts, open: hyphen !== undefined })
  }
  return tokens
}
