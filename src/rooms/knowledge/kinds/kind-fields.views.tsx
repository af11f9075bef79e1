import type { Child } from 'hono/jsx'
import { longDate, type Lang, withCapital } from '../../../lib/words.ts'
import { href } from '../../../ui/address.ts'
import type { Fact } from '../../../ui/summary-list.tsx'
import { Link } from '../../../ui/typography.tsx'
import { municipalityName, provinces } from '../../regions/public.ts'
import { labelOf } from '../../terms/public.ts'
import { details, kindOf, type DetailName, type Details } from './kinds.rules.ts'
import { optionLabels } from './kind-options.text.ts'
import { detailLabels, kindWords } from './kinds.text.ts'
import { alike } from './overviews.rules.ts'

/** The label of a choice; contract forms and the like are terms. */
export const optionLabelOf = (name: DetailName, value: string, lang: Lang): string =>
  Object.entries(optionLabels[lang]).find(([each]) => each === name)?.[1][value] ?? labelOf(value, lang)

const listIn: Readonly<Record<Lang, Intl.ListFormat>> = {
  nl: new Intl.ListFormat('nl', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
}

/** One detail as a reader sees it; null when it was not filled in. Typed text stays as it was typed. */
export function shownDetail(name: DetailName, filled: Details, lang: Lang): Child | null {
  const value = filled[name]
  if (value === undefined) return null
  const { sort } = details[name]
  if (typeof value === 'boolean') return withCapital(value ? kindWords[lang].yes : kindWords[lang].no)
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string')
    return sort === 'choices'
      ? withCapital(listIn[lang].format(value.map((each) => optionLabelOf(name, each, lang))))
      : listIn[lang].format(value)
  if (sort === 'choice') return withCapital(optionLabelOf(name, value, lang))
  if (sort === 'day') return longDate(new Date(`${value}T12:00:00Z`), lang)
  if (sort === 'link')
    return (
      <Link href={value} rel="noreferrer">
        {value}
      </Link>
    )
  return value
}

/** Choices that lead to everything of which the same was chosen; null when there is no such page. */
function ledToAlike(type: string, name: DetailName, filled: Details, lang: Lang): Child | null {
  const value = filled[name]
  const { sort } = details[name]
  if ((sort !== 'choice' && sort !== 'choices') || value === undefined) return null
  const chosen = [value].flat().map(String)
  const links = chosen.flatMap((each, index) => {
    const path = alike(type, name, each)
    const label = optionLabelOf(name, each, lang)
    return path === null ? [] : [<Link href={href(lang, path)}>{index === 0 ? withCapital(label) : label}</Link>]
  })
  if (links.length < chosen.length) return null
  let at = 0
  return listIn[lang].formatToParts(chosen).map((part) => (part.type === 'element' ? links[at++] : part.value))
}

/** The details of an item that were filled in, in the order of its kind. */
export const detailFacts = (type: string, filled: Details, lang: Lang): readonly Fact[] =>
  kindOf(type).details.flatMap((name) => {
    const value = ledToAlike(type, name, filled, lang) ?? shownDetail(name, filled, lang)
    return value === null ? [] : [{ key: detailLabels[lang][name], value }]
  })

/** The names of provinces and municipalities, as one text; null when it is about everywhere. */
export const regionNames = (codes: readonly string[], lang: Lang): string | null =>
  codes.length === 0
    ? null
    : listIn[lang].format(
        codes.map((code) => provinces().find((each) => each.code === code)?.name ?? municipalityName(code) ?? code),
      )
