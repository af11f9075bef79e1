import { z } from 'zod'
import { dayAt } from '../../../lib/days.ts'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { normaliseEmailAddress } from '../../../lib/text/emailAddress.ts'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { line, ticks } from '../../../platform/forms.ts'
import { anyone, linkFor } from '../../../platform/http/access.ts'
import { action, onePress, page, type Route } from '../../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../../platform/http/visit.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { organisationName } from '../../accounts/public.ts'
import { readSheet } from '../../questionnaires/public.ts'
import { fillingPaths } from '../filling/filling.paths.ts'
import {
  agreeToInterview,
  consentToInterviews,
  declineInterview,
  leaveContact,
  withdrawFromInterviews,
} from './interviewees.actions.ts'
import { keepMonths } from './interviewees.rules.ts'
import { intervieweeWords } from './interviewees.text.ts'
import {
  LeavePage,
  LeftPage,
  OwnInterviewPage,
  StopInterviewPage,
  StoppedInterviewPage,
} from './interviewees.views.tsx'
import { interviewPaths as paths } from './interviews.paths.ts'
import { problems } from './interviews.problems.ts'
import { findAskingRound, getInterview, getRound } from './interviews.sql.ts'
import { interviewUses } from './interviews.tables.ts'

const nothing = z.strictObject({})
/** What a mail program sends with its one press; our own button sends nothing. */
const PressForm = z.strictObject({ 'List-Unsubscribe': z.string().optional() })

const LeaveForm = (lang: Lang) => {
  const { errors } = intervieweeWords[lang].leave
  return z.strictObject({
    name: line({ max: 120 }, { empty: errors.name, long: errors.nameLong }),
    email: z.string(errors.email).transform((typed, context) => {
      const address = normaliseEmailAddress(typed)
      if (address !== null) return address
      context.addIssue({ code: 'custom', message: errors.email })
      return z.NEVER
    }),
    uses: ticks(z.enum(interviewUses, errors.uses)).refine((uses) => uses.length > 0, errors.uses),
    months: z
      .enum(keepMonths.map(String) as [string, ...string[]], errors.months)
      .transform((months) => keepMonths.find((each) => String(each) === months) ?? 6),
    consent: z.literal('on', errors.consent),
  })
}

async function showLeave(visit: Visit, failed?: { readonly input: FormInput; readonly errors: Errors; key: string }) {
  const round = await visit.house(async (tx) => {
    const { sentAt } = await readSheet(tx, visit.platform.vault, visit.subject())
    return sentAt === null ? undefined : findAskingRound(tx)
  })
  const link = visit.param('link')
  if (round === undefined) {
    if (failed) throw problems['interviews-not-asked']()
    return visit.redirect(fillingPaths.thanks(link))
  }
  return visit.html(
    <LeavePage
      frame={visit.frame()}
      link={link}
      round={round}
      input={failed?.input ?? {}}
      errors={failed?.errors ?? {}}
      pageKey={failed?.key ?? visit.newKey()}
    />,
    failed ? 422 : 200,
  )
}

/** Without a key: what is kept of a press says which link it came from, and would tie the name to the sheet. */
async function leave(visit: ActVisit): Promise<Response> {
  const form = visit.read(LeaveForm(visit.lang))
  if (!form.ok) return showLeave(visit, { ...form, key: one(visit.sent, '_key') || visit.newKey() })
  const { name, email, uses, months } = form.value
  await visit.house((tx) =>
    leaveContact(tx, visit.platform.vault, { name, email, uses: [...new Set(uses)], months, lang: visit.lang }),
  )
  return visit.depart(paths.left)
}

async function showOwn(visit: Visit): Promise<Response> {
  const seen = await visit.house(async (tx) => {
    const interview = await getInterview(tx, visit.platform.vault, visit.subject())
    const round = await getRound(tx, interview.wave)
    return { interview, round, organisation: (await organisationName(tx, round.organisation)) ?? '' }
  })
  return visit.html(
    <OwnInterviewPage
      frame={visit.frame()}
      link={visit.param('link')}
      {...seen}
      today={dayAt(visit.now)}
      newKey={visit.newKey}
    />,
  )
}

const pressed = (visit: ActVisit, press: (tx: Tx, vault: Vault, id: string, now: Date) => Promise<void>) =>
  visit.act(
    (tx) => press(tx, visit.platform.vault, visit.subject(), visit.now),
    () => paths.own(visit.param('link')),
  )

const bySheet = { who: linkFor('sheet'), data: 'personal' } as const
const byLetter = { who: linkFor('poll-interview'), rate: 'working', data: 'personal' } as const

/** Leaving a name after a sheet was sent, and everything behind the links of the letters. */
export const intervieweeRoutes: readonly Route[] = [
  page(paths.leave(':link'), { ...bySheet, rate: 'working' }, (visit) => showLeave(visit)),
  action(paths.leave(':link'), { ...bySheet, rate: 'asking', input: LeaveForm('nl') }, leave),
  page(paths.left, { who: anyone, rate: 'reading', data: 'none' }, (visit) =>
    visit.html(<LeftPage frame={visit.frame()} />),
  ),
  page(paths.own(':link'), byLetter, showOwn),
  action(paths.consent(':link'), { ...byLetter, input: nothing }, (visit) => pressed(visit, consentToInterviews)),
  action(paths.agree(':link'), { ...byLetter, input: nothing }, (visit) => pressed(visit, agreeToInterview)),
  // Without a key: what is kept of a press would be the mark that a "no" does not leave. A second press finds nothing to do.
  action(paths.decline(':link'), { ...byLetter, input: nothing }, async (visit) => {
    await visit.house((tx) => declineInterview(tx, visit.platform.vault, visit.subject(), visit.now))
    return visit.depart(paths.own(visit.param('link')))
  }),
  page(paths.stop(':link'), byLetter, async (visit) => {
    const { name } = await visit.house((tx) => getInterview(tx, visit.platform.vault, visit.subject()))
    return visit.html(
      name === null ? (
        <StoppedInterviewPage frame={visit.frame()} />
      ) : (
        <StopInterviewPage frame={visit.frame()} link={visit.param('link')} />
      ),
    )
  }),
  // RFC 8058: a mail program follows no redirect, so the answer is the page itself.
  onePress(paths.stop(':link') as `${string}/:link`, { ...byLetter, input: PressForm }, async (visit) => {
    await visit.house((tx) => withdrawFromInterviews(tx, visit.platform.vault, visit.subject(), visit.now))
    return visit.html(<StoppedInterviewPage frame={visit.frame()} />)
  }),
]
