import type { FieldValue } from '../../../lib/changes/fields.ts'
import { longDate, type Lang } from '../../../lib/words.ts'
import { labelOf } from '../../terms/public.ts'
import { editingWords } from '../writing/editing.text.ts'
import { optionLabelOf, regionNames } from '../kinds/kind-fields.views.tsx'
import { details, type DetailName } from '../kinds/kinds.rules.ts'
import { detailLabels, kindWords } from '../kinds/kinds.text.ts'
import { headingOf } from './texts.rules.ts'

const detailIn = (field: string): DetailName | null =>
  (field.startsWith('detail:') &&
    (Object.keys(details) as DetailName[]).find((name) => name === field.slice('detail:'.length))) ||
  null

/** What a field of `comparable` is called on the pages of editors. */
export function fieldLabel(field: string, lang: Lang): string {
  const words = editingWords[lang].fields
  if (field.startsWith('part:')) return headingOf(field.slice('part:'.length), lang) ?? editingWords[lang].item.write
  const detail = detailIn(field)
  if (detail !== null) return detailLabels[lang][detail]
  if (field === 'regions') return kindWords[lang].regions
  const label = Object.entries(words).find(([name]) => name === field)?.[1]
  return typeof label === 'string' ? label : field
}

/** One value of such a field in words: the label of a choice, else as it was typed. */
export function shownValue(field: string, value: Exclude<FieldValue, null | readonly string[]>, lang: Lang): string {
  const words = editingWords[lang]
  const text = String(value)
  if (typeof value === 'boolean') return value ? kindWords[lang].yes : kindWords[lang].no
  const detail = detailIn(field)
  if (detail !== null) {
    const { sort } = details[detail]
    return sort === 'choice' || sort === 'choices' ? optionLabelOf(detail, text, lang) : text
  }
  switch (field) {
    case 'themes':
    case 'roles':
    case 'audiences':
    case 'type':
      return labelOf(text, lang)
    case 'regions':
      return regionNames([text], lang) ?? text
    case 'lang':
      return text === 'en' ? words.fields.english : words.fields.dutch
    case 'licence':
      return Object.entries(words.licences).find(([each]) => each === text)?.[1] ?? text
    case 'writtenOn':
      return longDate(new Date(`${text}T12:00:00Z`), lang)
    default:
      return text
  }
}

/** Whether a field holds words: those are compared word by word, a choice as a whole. */
export const isWords = (field: string): boolean =>
  field === 'title' || field === 'summary' || field.startsWith('part:') || field === 'sourceTitle'
