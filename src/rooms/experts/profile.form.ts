import { z } from 'zod'
import type { Day } from '../../lib/days.ts'
import type { FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { line, lines, optional, ticks } from '../../platform/forms.ts'
import { municipalityName, provinces, readPlace } from '../regions/public.ts'
import { expertRoles, perspectives, themes } from '../terms/public.ts'
import { workingLanguages } from './languages.ts'
import { boundaryLimit, ceilings, nameLimit, placeLimit } from './profile.rules.ts'
import type { ProfileText } from './profile.actions.ts'
import { profileWords } from './text.ts'

const idsOf = <const Id extends string>(list: readonly { readonly id: Id }[]): readonly Id[] =>
  list.map((each) => each.id)

const tick = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** The lines of a field, each a place: their codes, each once. */
const placesIn = (lang: Lang) => {
  const words = profileWords[lang].place
  return z
    .string()
    .optional()
    .transform((text, context): string[] => {
      const typed = (text ?? '')
        .split(/[\n;]/)
        .map((each) => each.trim())
        .filter((each) => each !== '')
      const codes = new Set<string>()
      const refuse = (message: string) => context.addIssue({ code: 'custom', message })
      if (typed.length > placeLimit) {
        refuse(words.many)
        return []
      }
      for (const each of typed) {
        const place = readPlace(each)
        if (place.kind === 'found') codes.add(place.code)
        else if (place.kind === 'several')
          refuse(words.several(each, place.options.map((option) => option.name).join(', ')))
        else refuse(words.unknown(each.slice(0, 60)))
      }
      return [...codes]
    })
}

/** The form of one's own profile. */
export const profileForm = (lang: Lang) => {
  const words = profileWords[lang]
  const choice = <const Id extends string>(ids: readonly Id[]) => ticks(z.enum(ids, words.work.unknown))
  return z.strictObject({
    shownName: line({ max: nameLimit }, { empty: words.name.empty, long: words.name.long }),
    themes: choice(idsOf(themes)),
    roles: choice(idsOf(expertRoles)),
    perspectives: choice(idsOf(perspectives)),
    online: tick,
    provinces: choice(provinces().map((province) => province.code)),
    municipalities: placesIn(lang),
    languages: choice(workingLanguages),
    maxRunning: z
      .string(words.limits.ceilingWrong)
      .regex(/^\d{1,2}$/, words.limits.ceilingWrong)
      .transform(Number)
      .pipe(z.number().min(ceilings.least, words.limits.ceilingWrong).max(ceilings.most, words.limits.ceilingWrong)),
    boundary: optional(
      lines({ max: boundaryLimit }, { empty: words.limits.boundaryLong, long: words.limits.boundaryLong }),
    ),
    boundaryShown: tick,
  })
}

/** What the form says, as the room keeps it. */
export const profileTextOf = (form: z.output<ReturnType<typeof profileForm>>): ProfileText => ({
  shownName: form.shownName,
  wishes: {
    themes: form.themes,
    roles: form.roles,
    perspectives: form.perspectives,
    provinces: form.provinces,
    municipalities: form.municipalities,
    online: form.online,
    languages: form.languages,
  },
  maxRunning: form.maxRunning,
  boundary: form.boundary ?? null,
  boundaryShownToDesk: form.boundaryShown,
})

/** A saved profile as the form shows it. */
export const inputOf = (text: ProfileText): FormInput => ({
  shownName: text.shownName,
  themes: text.wishes.themes,
  roles: text.wishes.roles,
  perspectives: text.wishes.perspectives,
  ...(text.wishes.online && { online: 'on' }),
  provinces: text.wishes.provinces,
  municipalities: text.wishes.municipalities.map((code) => municipalityName(code) ?? code).join('\n'),
  languages: text.wishes.languages,
  maxRunning: String(text.maxRunning),
  boundary: text.boundary ?? '',
  ...(text.boundaryShownToDesk && { boundaryShown: 'on' }),
})

/** A pause begins (until the day one takes part again, or open-ended) or ends. */
export const pauseForm = (lang: Lang, today: Day) => {
  const words = profileWords[lang].pause
  return z.strictObject({
    choice: z.enum(['begin', 'end']),
    until: optional(z.iso.date(words.noDay).refine((day) => day > today && day < '2100-01-01', words.past)),
  })
}

export const visibilityForm = z.strictObject({ choice: z.enum(['show', 'hide']) })
