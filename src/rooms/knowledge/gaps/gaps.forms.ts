import { z } from 'zod'
import type { Lang } from '../../../lib/words.ts'
import { line, lines, optional, ticks } from '../../../platform/forms.ts'
import { themes } from '../../terms/public.ts'
import { adoptionDays, gapLimits, gapNamesSomebody } from './gaps.rules.ts'
import { gapWords } from './gaps.text.ts'

// What came in, of which a gap is written: the words that searches have in common, or a note of the desk.
const aside = {
  gezocht: optional(z.string().max(400)),
  melding: optional(z.uuid()),
}
// Or an item of which nobody says that it is still right: that goes by checking it, not by laying it aside.
const source = { ...aside, stuk: optional(z.uuid()) }

export const GapForm = (lang: Lang) => {
  const { errors } = gapWords[lang]
  const toNobody = (text: string | undefined) => text === undefined || !gapNamesSomebody(text)
  return z.strictObject({
    title: line({ min: 5, max: gapLimits.title }, errors.title).refine(toNobody, errors.names),
    why: lines({ min: 5, max: gapLimits.why }, errors.why).refine(toNobody, errors.names),
    also: optional(line({ max: gapLimits.also }, errors.also).refine(toNobody, errors.names)),
    themes: ticks(z.enum(themes.map((theme) => theme.id) as [string, ...string[]], errors.themes)).refine(
      (ids) => ids.length > 0,
      errors.themes,
    ),
  })
}

export const NewGapForm = (lang: Lang) => GapForm(lang).extend(source)

export const AsideForm = z.strictObject(aside)

export const AdoptForm = (lang: Lang, today: string) => {
  const { errors } = gapWords[lang]
  const { first, last } = adoptionDays(today)
  return z.strictObject({
    organisation: z.uuid(errors.organisation),
    until: z.iso.date(errors.until).refine((day) => day >= first && day <= last, errors.until),
  })
}

export const CloseGapForm = (lang: Lang) => {
  const { item } = gapWords[lang].errors
  return z.strictObject({
    // The whole address, or the path word at its end.
    item: z
      .string(item)
      .trim()
      .max(500, item)
      .transform((text) => /([\w-]{1,200})\/?(?:[?#].*)?$/.exec(text)?.[1] ?? '')
      .refine((slug) => slug !== '', item),
  })
}
