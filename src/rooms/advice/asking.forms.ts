import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { normaliseEmailAddress } from '../../lib/text/emailAddress.ts'
import type { Lang } from '../../lib/words.ts'
import { line, lines, optional, ticks } from '../../platform/forms.ts'
import { askingText } from './asking.text.ts'
import { limits } from './request.rules.ts'
import { organisationTypes, questionKinds, themes } from '../terms/public.ts'

/** The pages of the form, in their order. `related` is left out when the square has nothing near. */
export const askSteps = ['question', 'related', 'context', 'contact', 'check'] as const
export type AskStep = (typeof askSteps)[number]
export const isAskStep = (text: string): text is AskStep => askSteps.some((step) => step === text)

/** What each page asks. Everything else travels along in hidden fields. */
export const stepFields = {
  question: ['question'],
  related: [],
  context: ['context', 'organisationKind', 'organisation', 'place', 'themes', 'questionKind'],
  contact: ['name', 'email'],
  check: [],
} as const satisfies Readonly<Record<AskStep, readonly string[]>>

/** Every field that travels from page to page. */
export const askFields = askSteps.flatMap((step): readonly string[] => stepFields[step])

const known = (terms: readonly { readonly id: string }[], message: string) => {
  const ids = new Set(terms.map((term) => term.id))
  return z.string().refine((id) => ids.has(id), message)
}

const texts = (lang: Lang) => askingText[lang].errors

const questionOf = (lang: Lang) =>
  lines({ min: 10, max: limits.question }, { empty: texts(lang).questionEmpty, long: texts(lang).questionLong })
const contextFields = (lang: Lang) => ({
  context: optional(lines({ max: limits.context }, { empty: texts(lang).contextLong, long: texts(lang).contextLong })),
  organisationKind: optional(known(organisationTypes, texts(lang).choice)),
  organisation: optional(
    line({ max: limits.organisation }, { empty: texts(lang).organisationLong, long: texts(lang).organisationLong }),
  ),
  place: optional(line({ max: 100 }, { empty: texts(lang).placeLong, long: texts(lang).placeLong })),
  themes: ticks(known(themes, texts(lang).choice)).pipe(z.array(z.string()).max(8, texts(lang).themesMany)),
  questionKind: optional(known(questionKinds, texts(lang).choice)),
})
const contactFields = (lang: Lang) => ({
  name: line({ max: limits.name }, { empty: texts(lang).nameEmpty, long: texts(lang).nameLong }),
  email: z.string(texts(lang).emailEmpty).transform((typed, context) => {
    const address = normaliseEmailAddress(typed)
    if (address !== null) return address
    context.addIssue({ code: 'custom', message: typed.trim() === '' ? texts(lang).emailEmpty : texts(lang).emailWrong })
    return z.NEVER
  }),
})

const carriedText = z.union([z.string(), z.array(z.string())]).optional()
/** What the form may hold at all, on any of its pages; unknown fields are refused. */
export const askShape = z.strictObject({
  step: z.string().optional(),
  go: z.string().optional(),
  begun: z.string().optional(),
  website: z.string().optional(),
  question: carriedText,
  context: carriedText,
  organisationKind: carriedText,
  organisation: carriedText,
  place: carriedText,
  themes: carriedText,
  questionKind: carriedText,
  name: carriedText,
  email: carriedText,
})

/** A whole question as it is sent. */
export const wholeQuestion = (lang: Lang) =>
  z.object({ question: questionOf(lang), ...contextFields(lang), ...contactFields(lang) })

const pageSchemas = (lang: Lang): Readonly<Record<AskStep, z.ZodType>> => ({
  question: z.object({ question: questionOf(lang) }),
  related: z.object({}),
  context: z.object(contextFields(lang)),
  contact: z.object(contactFields(lang)),
  check: z.object({}),
})

/** What is not right yet on one page of the form; empty when it is. Fields of other pages are not looked at. */
export function errorsOf(step: AskStep, input: FormInput, lang: Lang): Errors {
  const read = pageSchemas(lang)[step].safeParse(input)
  if (read.success) return {}
  const errors: Record<string, string> = {}
  for (const issue of read.error.issues) errors[String(issue.path[0] ?? '_form')] ??= issue.message
  return errors
}

/** Where a press leads: on, back, or (from the check page) to the page that is to be changed. */
export function stepAfter(step: AskStep, go: string, related: boolean): AskStep {
  if (isAskStep(go)) return go
  const order: readonly AskStep[] = related ? askSteps : askSteps.filter((each) => each !== 'related')
  const at = order.indexOf(step)
  // `related` itself may have been left out since: the page after the question is next.
  if (at < 0) return go === 'back' ? 'question' : 'context'
  return order[Math.min(order.length - 1, Math.max(0, at + (go === 'back' ? -1 : 1)))] ?? 'question'
}

/** A person needs at least this long to fill in the form. */
export const leastMilliseconds = 3_000

/** Why a form looks filled in by a program: a field that people do not see, or faster than anybody types. */
export function whyNotByHand(input: FormInput, begun: Date | null, now: Date): 'hidden-field' | 'too-fast' | null {
  if (one(input, 'website') !== '') return 'hidden-field'
  return begun === null || now.getTime() - begun.getTime() < leastMilliseconds ? 'too-fast' : null
}
