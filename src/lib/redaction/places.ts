import { all } from './contacts.ts'
import { surnames } from './lexicon.ts'
import type { Found } from './marks.ts'
import { fold, tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'

const ends =
  'straat|straatweg|laan|weg|plein|gracht|kade|singel|dijk|hof|pad|steeg|dreef|markt|park|plantsoen|ring|baan|wal|brink|dam|poort|haven|veld|akker|kamp|oord|erf|hoek|berg|bos|gaarde|weide|sloot|vaart|sluis|brug|boulevard|allee|hoeve|meent|zoom|tuin|rak|waard|horst|es|eind|burg|donk|schans|veste|wijk'
const number = String.raw`[1-9]\d{0,4}(?:\s?[-/]\s?\d{1,4}|\s?-?\s?[a-zA-Z](?![\p{L}\p{N}])|\s?(?:bis|hs|huis|[IVX]{1,4})(?![\p{L}\p{N}]))?`
const postcode = String.raw`[1-9]\d{3}[ \u00A0]?(?!SA|SD|SS)[A-Z]{2}(?![\p{L}\p{N}])`
const word = String.raw`\d{1,2}e|\p{Lu}[\p{L}'’-]{0,40}|\p{Lu}\.`
const lead = String.raw`(?:(?:${word})\s(?:(?:${word}|van|der|den|de|het|'t|ten|ter)\s){0,4})?`
const inTown = String.raw`(?:,?\s+${postcode})?`
const streetAndNumber = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${lead}\p{L}[\p{L}'’-]{0,40}(?:${ends})|${lead}(?:Laan|Plein|Weg|Kade|Straat|Hof|Park|Singel)(?:\s(?:van|der|de|den|het|'t|te|ten|ter)){1,3}\s\p{Lu}[\p{L}'’-]{1,40})\s(?:nr\.?\s|nummer\s|huisnummer\s)?${number}(?!\p{N}|[.,:]\d|\s?%)${inTown}`,
  'gu',
)
const anyWithPostcode = new RegExp(String.raw`(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’-]{2,40}\s${number},?\s+${postcode}`, 'gu')
const streetAlone =
  /(?<![\p{L}\p{N}])(?:(?:Lange|Korte|Nieuwe|Oude|Grote|Kleine|Eerste|Tweede|\d{1,2}e)\s)?\p{Lu}[\p{L}'’-]{2,40}(?:straat|laan|gracht|singel|kade|plantsoen|dreef|steeg|plein|dijk|weg)(?![\p{L}\p{N}])/gu
const postcodes = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,-])${postcode}|(?<![\p{L}\p{N}.,-])[1-9]\d{3}(?!sa|sd|ss)[a-z]{2}(?![\p{L}\p{N}])`,
  'gu',
)
const postBox = /(?<![\p{L}])(?:postbus|antwoordnummer|p\.?o\.? box)\s\d{1,6}/giu

// Years stand before these words; as a postcode they would be rare.
const yearBefore = /^(?:19|20)\d{2}\s(?:EU|VN|VS|AI|EN|IN|NL|TV|UK|US|DE|ER|IS|OF|TO|OP)$/
const noStreet = new Set([
  'vandaag',
  'onderweg',
  'halverwege',
  'vrijweg',
  'weg',
  'snelweg',
  'loopbaan',
  'kennisplein',
  'ervaringsplein',
  'middenweg',
  'uitweg',
  'leerweg',
  'tussenweg',
])
// With a capital and a number these are addresses; alone they are words.
const anyStreet = new Set([
  'dorpsplein',
  'schoolplein',
  'marktplein',
  'stationsplein',
  'dorpsstraat',
  'winkelstraat',
  'hoofdstraat',
])

/** Finds addresses, streets, postcodes and the places that are passed in. */
export function findPlaces(text: string, places: ReadonlySet<string>): readonly Found[] {
  return [
    ...all(text, streetAndNumber, 'address', 'street-and-number')
      .filter((found) => isStreet(text.slice(found.start, found.end)))
      .map((found) => fromStreet(text, found)),
    ...all(text, anyWithPostcode, 'address', 'street-and-number'),
    ...all(text, streetAlone, 'address', 'street').filter((found) =>
      isStreetAlone(fold(text.slice(found.start, found.end))),
    ),
    ...all(text, postcodes, 'address', 'postcode').filter(
      (found) => !yearBefore.test(text.slice(found.start, found.end)),
    ),
    ...all(text, postBox, 'address', 'post-box'),
    ...knownPlaces(text, places),
  ]
}

const isStreetAlone = (folded: string) =>
  !noStreet.has(folded) && !anyStreet.has(folded) && !surnames.has(folded) && !surnamesLikeStreets.has(folded)
const surnamesLikeStreets = new Set(['verlaan', 'hoogendijk', 'nieuwendijk', 'korendijk', 'wijnstraat'])

const strongEnd = /(?:straat|straatweg|laan|plein|gracht|kade|singel|dreef|plantsoen|steeg|pad)$/
// "dorpsstraat 12" is an address; "in het veld 12 mensen" and "de weg 5 jaar" are not.
function isStreet(found: string): boolean {
  const street = found.replace(/\s(?:nr\.?\s|nummer\s|huisnummer\s)?\d.*$/s, '')
  const last = street.split(/\s/).at(-1) ?? ''
  if (noStreet.has(fold(last))) return false
  return /^\p{Lu}/u.test(last) || (strongEnd.test(last) && last.length > 7)
}

/** Words before the street that only open the sentence stay outside the mark. */
function fromStreet(text: string, found: Found): Found {
  const opening = /^(?:(?:In|Op|Aan|Ik|Naar|Bij|Adres)\s(?:(?:de|het)\s)?)+(?=\p{Lu})/u.exec(
    text.slice(found.start, found.end),
  )
  return opening === null ? found : { ...found, start: found.start + opening[0].length }
}

type PlaceName = { readonly words: readonly string[]; readonly plain: boolean }
const indexes = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly PlaceName[]>>()
// Places that are ordinary words: at the start of a sentence, or in small letters, they prove nothing.
const wordPlaces = new Set(
  fold(
    'best buren huizen hoorn horst dalen putten heel goes velden kampen leek bergen elst grave laren rijen asten dam wijk ede epe oss mook heeze weesp baarn bern soest zeist echt halen lent lage wierden haren lith zand noord oost west rijk terneuzen born made hout loon zwaag bakel bunnik ommen waarde stad dorp rhoon tiel deurne uden vught mill sint lopik son drunen doorn wehl',
  ).split(' '),
)
const before = new Set([
  'in',
  'uit',
  'te',
  'naar',
  'bij',
  'rond',
  'rondom',
  'omgeving',
  'regio',
  'gemeente',
  'nabij',
  'stad',
  'dorp',
  'from',
  'near',
])
const adjectives: Readonly<Record<string, readonly string[]>> = {
  'den haag': ['haagse', 'haags', 'hagenaar', 'hagenees'],
  "'s-gravenhage": ['haagse', 'haags'],
  'den bosch': ['bossche', 'bosschenaar'],
  "'s-hertogenbosch": ['bossche', 'bosschenaar'],
  leiden: ['leidse'],
  zwolle: ['zwolse'],
  almelo: ['almelose'],
  tilburg: ['tilburgse'],
}

function indexed(places: ReadonlySet<string>): ReadonlyMap<string, readonly PlaceName[]> {
  const made = indexes.get(places)
  if (made !== undefined) return made
  const index = new Map<string, PlaceName[]>()
  const add = (name: string, plain: boolean) => {
    const words = tokensOf(name).map((token) => token.folded)
    const [first] = words
    if (first !== undefined && name.length > 1) index.set(first, [...(index.get(first) ?? []), { words, plain }])
  }
  for (const place of places) {
    add(place, wordPlaces.has(fold(place)) || place.length < 4)
    for (const adjective of adjectives[fold(place)] ?? []) add(adjective, false)
  }
  for (const names of index.values()) names.sort((a, b) => b.words.length - a.words.length)
  indexes.set(places, index)
  return index
}

function knownPlaces(text: string, places: ReadonlySet<string>): readonly Found[] {
  if (places.size === 0) return []
  const index = indexed(places)
  const tokens = tokensOf(text)
  const found: Found[] = []
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i]
    if (first === undefined) continue
    const name = stems(first.folded)
      .flatMap((stem) => index.get(stem) ?? [])
      .find(
        ({ words }) =>
          words.every((word, k) => stems(tokens[i + k]?.folded ?? '').includes(word)) &&
          oneStretch(text, tokens, i, words.length),
      )
    if (name === undefined || !isMeant(name, tokens, i)) continue
    const end = tokens[i + name.words.length - 1]?.end ?? first.end
    // The apostrophe of 's-Hertogenbosch stands before the first letter.
    const start =
      first.folded.startsWith('s-') && /['’‘]/.test(text.charAt(first.start - 1)) ? first.start - 1 : first.start
    found.push({ start, end, kind: 'place', why: 'known-place' })
    i += name.words.length - 1
  }
  return found
}

/** The word itself, and what it may be a form of: Utrechtse, Utrechts, Amsterdammer, Utrecht's, Utrecht-Zuid. */
function stems(folded: string): readonly string[] {
  const forms = [folded]
  for (const [ending, stem] of [
    ["'s", ''],
    ['se', ''],
    ['se', 'e'],
    ['s', ''],
    ['er', ''],
    ['ers', ''],
    ['mer', ''],
    ['mers', ''],
  ] as const) {
    if (folded.endsWith(ending) && folded.length - ending.length >= 4)
      forms.push(folded.slice(0, -ending.length) + stem)
  }
  const hyphen = folded.indexOf('-')
  if (hyphen > 3) forms.push(folded.slice(0, hyphen))
  return forms
}

const oneStretch = (text: string, tokens: readonly Token[], from: number, count: number) =>
  tokens
    .slice(from, from + count - 1)
    .every((token, k) => /^[ \u00A0-]{1,2}$/.test(text.slice(token.end, tokens[from + k + 1]?.start ?? token.end)))

function isMeant(name: PlaceName, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const previous = tokens[at - 1]?.folded ?? ''
  if (token === undefined) return false
  const capital = token.capital || /^s-\p{Lu}/u.test(token.text)
  if (capital) return !name.plain || !token.opens || before.has(previous)
  return !name.plain && (name.words.length > 1 || (before.has(previous) && token.folded.length >= 4))
}
