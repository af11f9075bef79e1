/** The two languages of the pages. Dutch is the first: its catalogue defines the shape, English must satisfy it. */
export const languages = ['nl', 'en'] as const
export type Lang = (typeof languages)[number]

/** A catalogue of sentences in both languages. A sentence that is missing in English does not compile. */
export type Words<T> = { readonly nl: T; readonly en: T }

/** @returns the catalogue; `words[lang]` gives the sentences of one language. */
export const bothLanguages = <T>(nl: T, en: NoInfer<T>): Words<T> => ({ nl, en })

/** A label in both languages, as reference data carries it. */
export type Label = Words<string>

const timeZone = 'Europe/Amsterdam'

// Making a formatter costs a hundred times as much as using it.
const day: Words<Intl.DateTimeFormat> = {
  nl: new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }),
}
const moment: Words<Intl.DateTimeFormat> = {
  nl: new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeStyle: 'short', timeZone }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }),
}
const number: Words<Intl.NumberFormat> = { nl: new Intl.NumberFormat('nl-NL'), en: new Intl.NumberFormat('en-GB') }

/** "21 november 2026". Dates are days in Amsterdam. */
export const longDate = (date: Date, lang: Lang) => day[lang].format(date)

/** "21 november 2026 om 14:05". */
export const longMoment = (date: Date, lang: Lang) => moment[lang].format(date)

/** "1 vraag", "2 vragen". */
export const counted = (n: number, one: string, many: string, lang: Lang = 'nl') =>
  `${number[lang].format(n)} ${n === 1 ? one : many}`

/** "Dak- en thuisloosheid": words that stand alone begin with a capital; the same words stand inside sentences elsewhere. */
export const withCapital = (text: string) =>
  text.startsWith('ij') ? `IJ${text.slice(2)}` : text.charAt(0).toUpperCase() + text.slice(1)
