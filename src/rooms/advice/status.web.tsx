import { z } from 'zod'
import type { Errors, FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { lines, optional } from '../../platform/forms.ts'
import { linkFor, type Access } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { Visit } from '../../platform/http/visit.ts'
import {
  confirmRequest,
  evaluateAsRequester,
  giveFeedback,
  replyAsRequester,
  withdrawRequest,
} from './asking.actions.ts'
import { paths } from './paths.ts'
import { getStatus } from './readings.sql.ts'
import { limits } from './request.rules.ts'
import { statusText } from './status.text.ts'
import { FeedbackPage, requesterScores } from './feedback.views.tsx'
import { ConfirmPage, StatusPage } from './status.views.tsx'

/** The link that confirms opens the status page afterwards; every later mail brings a link of its own. */
const linkToRequest: Access = {
  name: 'link:request-status or request-confirm',
  proof: 'link',
  staff: false,
  judge: (actor) =>
    actor.kind === 'link' && (actor.purpose === 'request-status' || actor.purpose === 'request-confirm')
      ? 'welcome'
      : 'hidden',
}

const nothing = z.strictObject({})

const replyOf = (lang: Lang) => {
  const { replyEmpty: empty, replyLong: long } = statusText[lang]
  return z.strictObject({ text: lines({ max: limits.message }, { empty, long }) })
}

const feedbackOf = (lang: Lang) => {
  const { doneEmpty, long, score } = statusText[lang].feedback
  const point = optional(z.enum(['1', '2', '3', '4', '5'], score).transform(Number))
  return z.strictObject({
    done: lines({ max: limits.message }, { empty: doneEmpty, long }),
    notDone: optional(lines({ max: limits.message }, { empty: long, long })),
    text: optional(lines({ max: limits.evaluation }, { empty: long, long })),
    usefulness: point,
    realism: point,
    support: point,
    equality: point,
  })
}

const statusOf = (visit: Visit) => visit.house((tx) => getStatus(tx, visit.platform.vault, visit.subject()))

async function showStatus(visit: Visit, input: FormInput = {}, errors: Errors = {}): Promise<Response> {
  const request = await statusOf(visit)
  const link = visit.param('link')
  if (request.state === 'unconfirmed') return visit.redirect(paths.confirm(link))
  return visit.html(
    <StatusPage
      frame={visit.frame()}
      link={link}
      request={request}
      keyFor={visit.newKey}
      done={visit.query('gedaan')}
      input={input}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

async function showFeedback(visit: Visit, input: FormInput = {}, errors: Errors = {}): Promise<Response> {
  const request = await statusOf(visit)
  const shared = { frame: visit.frame(), link: visit.param('link'), request, pageKey: visit.newKey() }
  return visit.html(
    <FeedbackPage {...shared} input={input} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

export const statusRoutes: readonly Route[] = [
  page(
    paths.confirm(':link'),
    { who: linkFor('request-confirm'), rate: 'reading', data: 'personal' },
    async (visit) => {
      const link = visit.param('link')
      const { number, state, forgetAfter } = await statusOf(visit)
      if (state !== 'unconfirmed') return visit.redirect(paths.status(link))
      return visit.html(
        <ConfirmPage frame={visit.frame()} link={link} number={number} until={forgetAfter} pageKey={visit.newKey()} />,
      )
    },
  ),
  action(
    paths.confirm(':link'),
    { who: linkFor('request-confirm'), rate: 'asking', data: 'personal', input: nothing },
    (visit) =>
      visit.act(
        (tx) => confirmRequest(tx, visit.subject(), visit.now),
        () => `${paths.status(visit.param('link'))}?gedaan=bevestigd`,
      ),
  ),
  page(paths.status(':link'), { who: linkToRequest, rate: 'reading', data: 'special' }, (visit) => showStatus(visit)),
  action(
    paths.reply(':link'),
    { who: linkToRequest, rate: 'asking', data: 'special', input: replyOf('nl') },
    (visit) => {
      const form = visit.read(replyOf(visit.lang))
      if (!form.ok) return showStatus(visit, form.input, form.errors)
      return visit.act(
        (tx) => replyAsRequester(tx, visit.platform.vault, visit.subject(), form.value.text, visit.now),
        () => `${paths.status(visit.param('link'))}?gedaan=bericht`,
      )
    },
  ),
  action(paths.withdraw(':link'), { who: linkToRequest, rate: 'asking', data: 'special', input: nothing }, (visit) =>
    visit.act(
      (tx) => withdrawRequest(tx, visit.subject(), visit.now),
      () => `${paths.status(visit.param('link'))}?gedaan=ingetrokken`,
    ),
  ),
  page(paths.feedback(':link'), { who: linkToRequest, rate: 'reading', data: 'special' }, (visit) =>
    showFeedback(visit),
  ),
  action(
    paths.feedback(':link'),
    { who: linkToRequest, rate: 'asking', data: 'special', input: feedbackOf('nl') },
    (visit) => {
      const form = visit.read(feedbackOf(visit.lang))
      if (!form.ok) return showFeedback(visit, form.input, form.errors)
      const { done, notDone, text, ...scores } = form.value
      const evaluated = text !== undefined || requesterScores.some((score) => scores[score] !== undefined)
      return visit.act(
        async (tx) => {
          const { vault } = visit.platform
          if (evaluated) await evaluateAsRequester(tx, vault, visit.subject(), { scores, text }, visit.now)
          await giveFeedback(tx, vault, visit.subject(), { done, notDone }, visit.now)
        },
        () => `${paths.status(visit.param('link'))}?gedaan=terugkoppeling`,
      )
    },
  ),
]
