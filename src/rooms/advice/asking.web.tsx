import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { anyone } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { askQuestion, sayThisIsMyAnswer } from './asking.actions.ts'
import {
  askFields,
  askShape,
  errorsOf,
  isAskStep,
  stepAfter,
  whyNotByHand,
  wholeQuestion,
  type AskStep,
} from './asking.forms.ts'
import { askingText } from './asking.text.ts'
import { ContactPage, ContextPage, QuestionPage, RelatedPage } from './asking.views.tsx'
import { citizenNumbers } from './citizen-number.rules.ts'
import { findMunicipality, listRelated, provinceOf } from './neighbours.ts'
import { isRequestNumber } from './numbers.rules.ts'
import { paths } from './paths.ts'
import { limits } from './request.rules.ts'
import { themes } from '../terms/public.ts'
import { CheckPage, FoundPage, ThanksPage } from './sending.views.tsx'

const begunHash = (visit: Visit, moment: string) =>
  visit.platform.vault.blindIndex('advice-form-begun', moment).toString('base64url')

/** The moment the form was opened travels with a keyed hash: nothing is stored, and nobody can set it back. */
const sealBegun = (visit: Visit, at: Date) => `${at.getTime()}.${begunHash(visit, String(at.getTime()))}`

/** @returns null for a form that was not opened here. */
function readBegun(visit: Visit, sealed: string): Date | null {
  const [moment = '', hash] = sealed.split('.')
  return /^\d{13}$/.test(moment) && hash === begunHash(visit, moment) ? new Date(Number(moment)) : null
}

/** What the place field means: a municipality, nothing, or a sentence about what is not clear. */
function placeOf(typed: string, visit: Visit): { code?: string; name?: string; error?: string } {
  if (typed.trim() === '') return {}
  const { errors } = visit.words(askingText)
  const found = findMunicipality(typed, visit.now)
  if (found.kind === 'found') return { code: found.code, name: found.name }
  const names = (found.kind === 'several' ? found.options : found.nearest).map((place) => place.name)
  const said = [...new Set(names)].slice(0, 4).join(', ')
  return {
    error:
      found.kind === 'several' ? errors.placeSeveral(said) : said === '' ? errors.placeUnknown : errors.placeNear(said),
  }
}

const related = (visit: Visit, input: FormInput) =>
  visit.square((db) => listRelated(db, one(input, 'question'), visit.lang))

/** The page of one step, with what was filled in so far. */
async function show(
  visit: Visit,
  step: AskStep,
  input: FormInput,
  begun: string,
  errors: Errors = {},
  status = 200,
): Promise<Response> {
  const shared = { frame: visit.frame(), input, begun, errors }
  switch (step) {
    case 'question':
      return visit.html(<QuestionPage {...shared} />, status)
    case 'related': {
      const items = await related(visit, input)
      if (items.length === 0) return show(visit, 'context', input, begun, errors, status)
      return visit.html(<RelatedPage {...shared} items={items} keyFor={visit.newKey} />, status)
    }
    case 'context':
      return visit.html(<ContextPage {...shared} />, status)
    case 'contact':
      return visit.html(<ContactPage {...shared} />, status)
    case 'check': {
      const texts = [one(input, 'question'), one(input, 'context'), one(input, 'organisation')].join('\n')
      const place = placeOf(one(input, 'place'), visit).name ?? null
      // The key of a press that was answered with errors is kept: nothing was done with it.
      const pageKey = one(input, '_key') === '' ? visit.newKey() : one(input, '_key')
      return visit.html(
        <CheckPage {...shared} pageKey={pageKey} place={place} numbers={citizenNumbers(texts)} />,
        status,
      )
    }
  }
}

const errorsOn = (step: AskStep, input: FormInput, visit: Visit): Errors => {
  const errors = errorsOf(step, input, visit.lang)
  const place =
    step === 'context' && errors['place'] === undefined ? placeOf(one(input, 'place'), visit).error : undefined
  return place === undefined ? errors : { ...errors, place }
}

/** One press of the form: on, back, or to the page that is to be changed. Only going on looks at what was filled in. */
async function takeStep(visit: ActVisit): Promise<Response> {
  const sent = visit.sent
  const step = isAskStep(one(sent, 'step')) ? (one(sent, 'step') as AskStep) : 'question'
  const go = one(sent, 'go')
  const opened = readBegun(visit, one(sent, 'begun')) === null ? sealBegun(visit, visit.now) : one(sent, 'begun')
  const read = visit.read(askShape)
  if (!read.ok) return show(visit, step, sent, opened, read.errors, 422)
  const forward = go !== 'back' && !isAskStep(go)
  const errors = forward ? errorsOn(step, sent, visit) : {}
  if (Object.keys(errors).length > 0) return show(visit, step, sent, opened, errors, 422)
  const near = step === 'question' || step === 'context' ? (await related(visit, sent)).length > 0 : true
  const next = stepAfter(step, go, near)
  // The last page shows everything; what is missing on an earlier page is asked there.
  const wanting =
    next === 'check'
      ? (['question', 'context', 'contact'] as const).find(
          (each) => Object.keys(errorsOn(each, sent, visit)).length > 0,
        )
      : undefined
  return wanting
    ? show(visit, wanting, sent, opened, errorsOn(wanting, sent, visit), 422)
    : show(visit, next, sent, opened)
}

async function send(visit: ActVisit): Promise<Response> {
  const { sent, lang, now } = visit
  const text = visit.words(askingText)
  const read = visit.read(askShape)
  const begun = readBegun(visit, one(sent, 'begun'))
  const opened = begun === null ? sealBegun(visit, now) : one(sent, 'begun')
  if (!read.ok) return show(visit, 'check', sent, opened, { _form: text.errors.form }, 422)
  for (const step of ['question', 'context', 'contact'] as const) {
    const errors = errorsOn(step, sent, visit)
    if (Object.keys(errors).length > 0) return show(visit, step, sent, opened, errors, 422)
  }
  const refusal = whyNotByHand(sent, begun, now)
  if (refusal)
    return show(visit, 'check', sent, opened, { _form: refusal === 'too-fast' ? text.tooFast : text.hiddenFilled }, 422)
  const value = wholeQuestion(lang).parse(Object.fromEntries(askFields.map((name) => [name, sent[name]])))
  const municipality = placeOf(value.place ?? '', visit).code
  const province = municipality === undefined ? undefined : (provinceOf(municipality, now) ?? undefined)
  return visit.act(
    (tx) => askQuestion(tx, visit.platform.vault, { ...value, lang, municipality, province }, now),
    ({ number }) => paths.thanks(number),
  )
}

// A search without a result and the page of whom to approach bring along what was looked for.
const broughtAlong = (visit: Visit): FormInput => ({
  question: (visit.query('q') ?? '').slice(0, limits.question),
  themes: visit.queries('thema').filter((id) => themes.some((theme) => theme.id === id)),
  place: (visit.query('plaats') ?? '').slice(0, 100),
})

const foundShape = z.strictObject({ item: z.uuid(), path: z.string().regex(/^\/kennis\/[a-z0-9-]{1,200}$/) })

export const askingRoutes: readonly Route[] = [
  page(paths.ask, { who: anyone, rate: 'reading', data: 'none' }, (visit) =>
    show(visit, 'question', broughtAlong(visit), sealBegun(visit, visit.now)),
  ),
  action(paths.ask, { who: anyone, rate: 'asking', data: 'personal', input: askShape }, takeStep),
  action(paths.send, { who: anyone, rate: 'asking', data: 'personal', input: askShape }, send),
  page(paths.thanksPage, { who: anyone, rate: 'reading', data: 'none' }, (visit) => {
    const number = visit.query('nummer') ?? ''
    return visit.html(<ThanksPage frame={visit.frame()} number={isRequestNumber(number) ? number : null} />)
  }),
  action(paths.found, { who: anyone, rate: 'asking', data: 'none', input: foundShape }, (visit) => {
    const form = visit.read(foundShape)
    if (!form.ok) return visit.depart(paths.found)
    return visit.act(
      (tx) => sayThisIsMyAnswer(tx, form.value.item, visit.now),
      () => paths.foundThanks(form.value.path),
    )
  }),
  page(paths.found, { who: anyone, rate: 'reading', data: 'none' }, (visit) => {
    const item = visit.query('kennis') ?? ''
    return visit.html(
      <FoundPage frame={visit.frame()} item={/^\/kennis\/[a-z0-9-]{1,200}$/.test(item) ? item : null} />,
    )
  }),
]
