import { z } from 'zod'
import { base32, otpauthUri } from '../../lib/crypto/totp.ts'
import type { Errors, FormInput } from '../../lib/form-values.ts'
import { one } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { line, optional } from '../../platform/forms.ts'
import { signedIn, type Actor } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { senderName } from '../../platform/mail/mail.ts'
import { problems } from '../../platform/problems.ts'
import { mineWords } from './mine.text.ts'
import { safeNext } from './next-path.rules.ts'
import { paths, withNext } from './paths.ts'
import { reach } from './persons.sql.ts'
import {
  beginLinking,
  linkOtherPhone,
  makeRecoveryCodes,
  proveSecondFactor,
  secondFactorOf,
  strengthen,
  type Proven,
} from './second-factor.actions.ts'
import {
  AskCodePage,
  LinkAppPage,
  RecoveryCodesPage,
  SecondFactorOffPage,
  SecondFactorOnPage,
} from './second-factor.views.tsx'
import { sessionCookies } from './sign-in.web.tsx'

const Next = z.strictObject({ naar: optional(z.string().max(4000)) })
const CodeForm = (lang: Lang) => {
  const { empty, wrong } = mineWords[lang].second
  return z.strictObject({ code: line({ max: 40 }, { empty, long: wrong }), naar: optional(z.string().max(4000)) })
}

const strong = (actor: Actor) => actor.kind === 'session' && actor.strong
const isStaff = (actor: Actor) =>
  actor.kind === 'session' &&
  (actor.edits.size > 0 ||
    (['coordinator', 'researcher', 'administrator'] as const).some((permission) => actor.permissions.has(permission)))

/** The page as it stands for this person; after a wrong code with its sentence. */
async function shown(
  visit: Visit,
  next: string,
  { input = {}, errors }: { input?: FormInput; errors?: Errors } = {},
): Promise<Response> {
  const person = visit.person()
  const { vault } = visit.platform
  const { factor, account } = await visit.house(async (tx) => ({
    factor: await secondFactorOf(tx, vault, person),
    account: (await reach(tx, vault, person))?.email ?? '',
  }))
  const common = { frame: visit.frame(), newKey: () => visit.newKey(), next, input, errors: errors ?? {} }
  const status = errors === undefined ? 200 : 422
  if (factor.state === 'linking' && factor.secret)
    return visit.html(
      <LinkAppPage {...common} uri={otpauthUri(factor.secret, account, senderName)} secret={base32(factor.secret)} />,
      status,
    )
  if (factor.state === 'off' || factor.since === null)
    return visit.html(<SecondFactorOffPage {...common} must={isStaff(visit.actor)} />, status)
  if (!strong(visit.actor))
    return visit.html(<AskCodePage {...common} recovery={visit.query('herstel') !== null} />, status)
  return visit.html(<SecondFactorOnPage {...common} since={factor.since} codesLeft={factor.codesLeft} />, status)
}

export const sentenceOf = (visit: Visit, proven: Exclude<Proven, { kind: 'right' | 'off' }>) => {
  const words = visit.words(mineWords).second
  if (proven.kind === 'wrong') return words.wrong
  const time = new Intl.DateTimeFormat(visit.lang === 'nl' ? 'nl-NL' : 'en-GB', {
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  }).format(proven.until)
  return words.wait(time)
}

/** Tries the typed code, and after a right one does what follows in the same transaction. */
async function withCode<T>(
  visit: ActVisit,
  then: (tx: Parameters<Parameters<Visit['house']>[0]>[0], proven: { first: boolean }) => Promise<T>,
  go: (result: T, next: string) => Response,
): Promise<Response> {
  const next = safeNext(one(visit.sent, 'naar'))
  const form = visit.read(CodeForm(visit.lang))
  if (!form.ok) return shown(visit, next, { errors: form.errors })
  const { code } = form.value
  const outcome = await visit.house(async (tx) => {
    const proven = await proveSecondFactor(tx, visit.platform.vault, visit.person(), code, visit.now)
    return proven.kind === 'right' ? { kind: 'right' as const, result: await then(tx, proven) } : proven
  })
  if (outcome.kind === 'right') return go(outcome.result, next)
  if (outcome.kind === 'off') return visit.depart(withNext(paths.secondFactor, next))
  return shown(visit, next, { errors: { code: sentenceOf(visit, outcome) } })
}

/** The cookie of a session that took over; it ends when the one before would have. */
export const strongerCookies = ({ token, until }: { token: string; until: Date }, now: Date) =>
  sessionCookies(token, Math.max(1, Math.round((until.getTime() - now.getTime()) / 1000)))

const who = signedIn

export const secondFactorRoutes: readonly Route[] = [
  page(paths.secondFactor, { who, rate: 'reading', data: 'personal' }, (visit) =>
    shown(visit, safeNext(visit.query('naar'))),
  ),

  action(paths.beginSecondFactor, { who, rate: 'working', data: 'personal', input: Next }, async (visit) => {
    const next = safeNext(one(visit.sent, 'naar'))
    const person = visit.person()
    return visit.act(
      (tx) => beginLinking(tx, visit.platform.vault, person),
      () => withNext(paths.secondFactor, next),
    )
  }),

  action(paths.secondFactor, { who, rate: 'signing-in', data: 'personal', input: CodeForm('nl') }, (visit) => {
    const { proof } = visit
    if (proof === null) throw problems['sign-in-first']()
    return withCode(
      visit,
      async (tx, { first }) => ({
        first,
        ...(await strengthen(tx, { person: visit.person(), before: proof, everywhere: first })),
      }),
      ({ first, token, until }, next) =>
        visit.depart({
          location: first ? withNext(paths.secondFactor, next) : next,
          cookies: strongerCookies({ token, until }, visit.now),
        }),
    )
  }),

  action(paths.recoveryCodes, { who, rate: 'signing-in', data: 'personal', input: Next }, async (visit) => {
    const next = safeNext(one(visit.sent, 'naar'))
    const person = visit.person()
    const { vault } = visit.platform
    if (!strong(visit.actor)) throw problems['stronger-sign-in']()
    const codes = await visit.house(async (tx) => {
      const { state } = await secondFactorOf(tx, vault, person)
      return state === 'on' ? makeRecoveryCodes(tx, vault, person, visit.now) : null
    })
    if (codes === null) return visit.depart(withNext(paths.secondFactor, next))
    return visit.html(<RecoveryCodesPage frame={visit.frame()} codes={codes} next={next} />)
  }),

  action(paths.otherPhone, { who, rate: 'signing-in', data: 'personal', input: CodeForm('nl') }, (visit) =>
    withCode(
      visit,
      (tx) => linkOtherPhone(tx, visit.platform.vault, visit.person(), visit.now),
      (_, next) => visit.depart(withNext(paths.secondFactor, next)),
    ),
  ),
]
