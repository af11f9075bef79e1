import snowball from 'snowball-stemmers'
import { remembering } from '../remembering.ts'

const english = snowball.newStemmer('english')
const dutch = snowball.newStemmer('dutch')

const vowelGroups = (word: string): number => word.match(/[aeiouy]+/g)?.length ?? 0

// Nouns whose plural changes the vowel, or takes -eren, are closed classes in Dutch (ANS 3.5); each also heads compounds.
const irregular: readonly (readonly [RegExp, string])[] = [
  [/(^|[^aeiouk]|ie|le|ij)leden$/, '$1lid'],
  [/(^|[^e])steden$/, '$1stad'],
  [/(^|[^ts])smeden$/, '$1smid'],
  [/(^|[^e])schepen$/, '$1schip'],
  [/gelederen$/, 'gelid'],
  [/ei(er|)eren$/, 'ei'],
  [/(kind|lied|goed|gemoed|kleed|rund|volk|blad|been)d?er(?:en|s)$/, '$1'],
  [/(^|[^aeiou])bladeren$/, '$1blad'],
  [/(^|[^aeiou])raderen$/, '$1rad'],
  [/kalveren$/, 'kalf'],
  [/lammeren$/, 'lam'],
  [/hoender(?:en|s)$/, 'hoen'],
  [/kler(?:en)$/, 'kleed'],
  [/(muse|centr|criteri|stadi|gymnasi|aquari|collegi|ministeri)a$/, '$1um'],
  [/ici$/, 'icus'],
]

const hasVowel = (letters: string): boolean => /[aeiouy]/.test(letters)

// Endings with -e(n) after a vowel: ideeën, energieën, bacteriën (accents are already gone).
const afterVowel = (word: string): string => {
  // Volwassenen, tekenen: Snowball takes one -en only, and has taken it from the singular too.
  if (/(^(ge|be|ver|over|om|af|uit|vol).*[bdfgkprstvz]|(red|tek|gegev))enen$/.test(word)) return word.slice(0, -2)
  if (word.endsWith('eeen') || word.endsWith('ieen')) return word.slice(0, -2)
  if (/[lncr]ien$/.test(word) && hasVowel(word.slice(0, -4))) return word.slice(0, -1)
  return word
}

const diminutive = (word: string): string => {
  const base = word.replace(/jes?$/, '')
  if (base === word || !hasVowel(base) || base.length < 3 || /(anje|meisje)s?$/.test(word)) return word
  if (/([bdfgklmnprst])\1et$/.test(base)) return base.slice(0, -3)
  if (/[aeiouylnrw]t$/.test(base)) return undoubledEnd(base.slice(0, -1))
  if (base.endsWith('mp')) return base.slice(0, -1)
  if (base.endsWith('nk')) return `${base.slice(0, -1)}g`
  return /[bdfgkpstxz]$/.test(base) ? base : word
}

// autootje: the vowel was doubled for the ending.
const undoubledEnd = (word: string): string => (/(aa|oo|uu)$/.test(word) ? word.slice(0, -1) : word)

const keepsIes = /(^|[^aeiou])(advies|devies|precies|servies|verlies|vlies|fries|commies|markies|valies|kies|bries)$/
const keepsEs =
  /([^b]oes|ees|aes|ues|[eai]res|proces|succes|acces|abces|exces|prinses|princes|adres|congres|expres|[^uiyc]les|[^aeiou]mes|bes|barones)$/
const keepsConsonantS = /([^a]mens|wens|grens|lens|tendens|cadens|beurs|koers|jaloers|spons|hals|wals|eens|oens)$/
const unstressedBeforeS =
  /([^aeiouy](el|em|en|er|or|um|on|om)|ion|oon|ein|aar|aard|air|ier|ior|oer|eur|ium|eum|eau|ing|heid|[aeiou]m|[bdklnrtv]al|[aeu]nt|[ietdc]o|taboe|[^aeiou]y)s$/
const loanedWithS =
  /(team|club|shop|film|app|chat|blog|interview|review|tool|skill|link|print|lab|hub|mail|event|account|consult|budget|ticket|market|pamflet|flat|training|trend|trainee|site|job|crew|show|flow|project|concept|podcast|test|format|contact|box|set|band|bar|trip|point|back|drive|kit|start|broer|oom|zoon)s$/

/**
 * Dutch puts -s after an unstressed syllable, a vowel, or a loan word, and -en elsewhere (ANS 3.5.3): the letters before a
 * final -s tell a plural from a word that owns its -s (fiets, mens, advies).
 */
function pluralS(word: string): string {
  if (!word.endsWith('s') || word.length < 5) return word
  const single = word.slice(0, -1)
  const several = vowelGroups(single) > 1
  if (word.endsWith('ies')) return keepsIes.test(word) || !several ? word : single
  if (word.endsWith('es')) return several && !keepsEs.test(word) ? single : word
  if (keepsConsonantS.test(word)) return word
  return (several && unstressedBeforeS.test(word)) || loanedWithS.test(word) ? single : word
}

// Comparison and conjugation that Snowball leaves: nodiger, makkelijkste; organiseert, georganiseerd.
const inflected = (word: string): string => {
  const degree = word.replace(/(?:ere?|ers|ste?)$/, '')
  if (degree !== word && /[^iu](?:ig|lijk)$/.test(degree) && hasVowel(degree.replace(/.(?:ig|lijk)$/, '')))
    return degree
  const conjugated = /^(?:ge(?=.*d))?([a-z]{3,}[^b])eer(?:t|de?|den)$/.exec(word)
  return conjugated?.[1] !== undefined && vowelGroups(conjugated[1]) > 0 && !word.startsWith('verkeer')
    ? `${conjugated[1]}eer`
    : word
}

// One short vowel in the singular, a long one in the plural: dag, dagen. A closed class (ANS 3.5.2).
const lengthening = new Set(
  'dag weg bad glas spel gat pad slot schot lot hof vat god graf dak blad rad slag drag trek gebed gebrek bevel staf lof'.split(
    ' ',
  ),
)

// Snowball forgets whether a vowel was long, which would make bom of boom. A short one keeps its double consonant.
const withShortVowel = (before: string, stemmed: string): string => {
  const found = /^[^aeiouy]*[aeiou]([bcdfgklmnprst])$/.exec(stemmed)
  const last = found?.[1]
  if (last === undefined || lengthening.has(stemmed)) return stemmed
  return before === stemmed || before.startsWith(stemmed + last) ? stemmed + last : stemmed
}

/**
 * The stem of one normalised word: forms of a word that a reader takes for the same ('advies', 'adviezen'; 'lid', 'leden';
 * 'dakloos', 'daklozen', 'dakloosheid') get the same stem. A stem is a key, not a word. Words with anything but a-z are
 * returned as they are.
 *
 * Method: Snowball's Dutch stemmer (Porter and Gaustad, snowballstem.org) between rules of our own for plurals, the change
 * of s/z and f/v, doubled consonants and vowel length, after the Algemene Nederlandse Spraakkunst (e-ans.ivdnt.org) 3.5.
 */
export const stem: (word: string) => string = remembering(50_000, (word) => {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word
  const regular = irregular.reduce((form, [ending, singular]) => form.replace(ending, singular), word)
  const base = inflected(pluralS(diminutive(afterVowel(regular))))
  // A remaining -s belongs to the word; as -z Snowball leaves it alone.
  const stemmed = dutch
    .stem(base.endsWith('s') ? `${base.slice(0, -1)}z` : base)
    .toLowerCase()
    .replace(/([bcdfgklmnprstvz])\1$/, '$1')
    .replace(/z$/, 's')
    .replace(/v$/, 'f')
    .replace(/([aeou])\1(?=[bcdfgklmnprst]$)/, '$1')
  return withShortVowel(base, stemmed) || word
})

/** The stem of one normalised English word (Snowball's English stemmer): 'debt' and 'debts' get the same. A key, not a word. */
export const englishStem: (word: string) => string = remembering(5_000, (word) => english.stem(word))
