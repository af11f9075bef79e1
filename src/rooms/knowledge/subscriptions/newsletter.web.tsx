import { z } from 'zod'
import { one } from '../../../lib/form-values.ts'
import { normaliseEmailAddress } from '../../../lib/text/emailAddress.ts'
import { languages, type Lang } from '../../../lib/words.ts'
import { ticks } from '../../../platform/forms.ts'
import { anyone, linkFor } from '../../../platform/http/access.ts'
import { action, onePress, page, type Route } from '../../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../../platform/http/visit.ts'
import { revokeProof } from '../../../platform/proofs.ts'
import { themes } from '../../terms/public.ts'
import { askForNewsletter, changeChoices, confirmSubscription } from './newsletter.actions.ts'
import { newsletterPaths as paths } from './newsletter.paths.ts'
import { newsletterText } from './newsletter.text.ts'
import { getSubscription, stopSubscription } from './subscriptions.actions.ts'
import { findSubscription } from './subscriptions.sql.ts'
import {
  AskedPage,
  ChoicesPage,
  ConfirmedPage,
  ConfirmPage,
  StopPage,
  StoppedPage,
  SubscribePage,
} from './newsletter.views.tsx'

const themeIds = themes.map((theme) => theme.id)

const ChoicesForm = (lang: Lang) => {
  const { choose } = newsletterText[lang]
  return z.strictObject({
    themes: ticks(z.enum(themeIds, choose)).transform((chosen) => [...new Set(chosen)]),
    lang: z.enum(languages, choose),
  })
}

const SubscribeForm = (lang: Lang) => {
  const { emailWrong } = newsletterText[lang]
  return ChoicesForm(lang).extend({
    email: z.string(emailWrong).transform((typed, issues) => {
      const email = normaliseEmailAddress(typed)
      if (email !== null) return email
      issues.addIssue({ code: 'custom', message: emailWrong })
      return z.NEVER
    }),
  })
}

/** What a mail program sends with its one press; our own button sends nothing. */
const PressForm = z.strictObject({ 'List-Unsubscribe': z.string().optional() })

const keyOf = (visit: ActVisit) => (one(visit.sent, '_key') === '' ? visit.newKey() : one(visit.sent, '_key'))

const confirming = { who: linkFor('newsletter-confirm'), rate: 'asking', data: 'special' } as const
const ofLetter = { who: linkFor('newsletter'), rate: 'working', data: 'special' } as const

const isThere = (visit: Visit) => visit.house((tx) => findSubscription(tx, visit.subject()))

export const newsletterRoutes: readonly Route[] = [
  page(paths.subscribe, { who: anyone, rate: 'reading', data: 'none' }, (visit) => {
    const done = visit.query('gedaan')
    if (done === 'gevraagd') return visit.html(<AskedPage frame={visit.frame()} />)
    if (done === 'bevestigd') return visit.html(<ConfirmedPage frame={visit.frame()} />)
    return visit.html(<SubscribePage frame={visit.frame()} pageKey={visit.newKey()} />)
  }),
  action(paths.subscribe, { who: anyone, rate: 'asking', data: 'special', input: SubscribeForm('nl') }, (visit) => {
    const form = visit.read(SubscribeForm(visit.lang))
    if (!form.ok)
      return visit.html(
        <SubscribePage frame={visit.frame()} pageKey={keyOf(visit)} input={form.input} errors={form.errors} />,
        422,
      )
    return visit.act(
      (tx) => askForNewsletter(tx, visit.platform.vault, form.value, visit.now),
      () => `${paths.subscribe}?gedaan=gevraagd`,
    )
  }),

  page(paths.confirm(':link'), confirming, async (visit) => {
    const asked = await visit.house((tx) => getSubscription(tx, visit.subject()))
    return visit.html(
      <ConfirmPage frame={visit.frame()} link={visit.param('link')} themes={asked.themes} pageKey={visit.newKey()} />,
    )
  }),
  action(paths.confirm(':link'), confirming, (visit) =>
    visit.act(
      async (tx) => {
        await confirmSubscription(tx, visit.subject(), visit.now)
        await revokeProof(tx, visit.param('link'))
      },
      () => `${paths.subscribe}?gedaan=bevestigd`,
    ),
  ),

  page(paths.choices(':link'), ofLetter, async (visit) => {
    const link = visit.param('link')
    const found = await isThere(visit)
    if (!found) return visit.redirect(paths.stop(link))
    return visit.html(
      <ChoicesPage
        frame={visit.frame()}
        link={link}
        input={{ themes: found.themes, lang: found.lang }}
        saved={visit.query('gedaan') === 'bewaard'}
        pageKey={visit.newKey()}
      />,
    )
  }),
  action(paths.choices(':link'), { ...ofLetter, input: ChoicesForm('nl') }, (visit) => {
    const link = visit.param('link')
    const form = visit.read(ChoicesForm(visit.lang))
    if (!form.ok)
      return visit.html(
        <ChoicesPage
          frame={visit.frame()}
          link={link}
          input={form.input}
          errors={form.errors}
          saved={false}
          pageKey={keyOf(visit)}
        />,
        422,
      )
    return visit.act(
      (tx) => changeChoices(tx, visit.subject(), form.value, visit.now),
      () => `${paths.choices(link)}?gedaan=bewaard`,
    )
  }),

  page(paths.stop(':link'), ofLetter, async (visit) =>
    visit.html(
      (await isThere(visit)) ? (
        <StopPage frame={visit.frame()} link={visit.param('link')} />
      ) : (
        <StoppedPage frame={visit.frame()} />
      ),
    ),
  ),
  // RFC 8058: a mail program follows no redirect, so the answer is the page itself.
  onePress(paths.stop(':link') as `${string}/:link`, { ...ofLetter, input: PressForm }, async (visit) => {
    await visit.house((tx) => stopSubscription(tx, visit.subject(), visit.now))
    return visit.html(<StoppedPage frame={visit.frame()} />)
  }),
]
