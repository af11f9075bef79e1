import type { Lang } from '../../lib/words.ts'
import { profileWords } from './text.ts'

/** Languages people can choose, the most spoken in the Netherlands first. BCP 47; `dse` is Dutch Sign Language. */
export const workingLanguages = [
  'nl',
  'en',
  'dse',
  'fy',
  'ar',
  'tr',
  'de',
  'pl',
  'fr',
  'es',
  'zgh',
  'pap',
  'uk',
  'ru',
  'ti',
  'fa',
  'so',
  'zh',
] as const

const names: Record<Lang, Intl.DisplayNames> = {
  nl: new Intl.DisplayNames('nl', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
}

/** The name of a language in the language of the page; the code itself when it has none. */
export const languageName = (code: string, lang: Lang): string => {
  if (code === 'dse' || code === 'zgh') return profileWords[lang].languages[code]
  return /^[a-z]{2,3}$/.test(code) ? (names[lang].of(code) ?? code) : code
}
