import { z } from 'zod'
import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { line, lines, optional } from '../../../platform/forms.ts'
import { readSizes, readTypes, sizesAsText, typesAsText, type ClassFault } from './classes.rules.ts'
import type { Series } from './series.sql.ts'
import { seriesWords } from './series.text.ts'

/** The Dutch words, with the English ones when there are any. */
export const saidOf = (nl: string, en: string | undefined): Said => (en === undefined ? { nl } : { nl, en })

const classes = <T>(
  read: (
    text: string,
  ) => { readonly ok: true; readonly classes: readonly T[] } | { readonly ok: false; readonly fault: ClassFault },
  lang: Lang,
) =>
  z.string().transform((text, context) => {
    const outcome = read(text)
    if (outcome.ok) return outcome.classes
    context.addIssue({ code: 'custom', message: seriesWords[lang].form.faults[outcome.fault] })
    return z.NEVER
  })

const fields = (lang: Lang) => {
  const words = seriesWords[lang].form
  return {
    titleNl: line({ min: 3, max: 160 }, words.titleErrors),
    titleEn: optional(line({ max: 160 }, words.titleErrors)),
    aboutNl: lines({ max: 4000 }, words.aboutErrors),
    aboutEn: optional(lines({ max: 4000 }, words.aboutErrors)),
    populationNl: lines({ max: 500 }, words.populationErrors),
    populationEn: optional(lines({ max: 500 }, words.populationErrors)),
    types: classes(readTypes, lang),
    sizes: classes(readSizes, lang),
  }
}

export const ChangeForm = (lang: Lang) => z.strictObject(fields(lang))
export const StartForm = (lang: Lang) =>
  z.strictObject({ ...fields(lang), organisation: z.uuid(seriesWords[lang].form.choose) })

export const EndForm = (lang: Lang) => z.strictObject({ sure: z.literal('on', seriesWords[lang].ending.notSure) })

/** What a form says about a series. */
export const seriesOf = (form: z.output<ReturnType<typeof ChangeForm>>) => ({
  title: saidOf(form.titleNl, form.titleEn),
  about: saidOf(form.aboutNl, form.aboutEn),
  population: saidOf(form.populationNl, form.populationEn),
  types: form.types,
  sizes: form.sizes,
})

/** The form as a series fills it. */
export const inputOf = (series: Series): FormInput => ({
  titleNl: series.title.nl,
  titleEn: series.title.en ?? '',
  aboutNl: series.about.nl,
  aboutEn: series.about.en ?? '',
  populationNl: series.population.nl,
  populationEn: series.population.en ?? '',
  types: typesAsText(series.types),
  sizes: sizesAsText(series.sizes),
})
