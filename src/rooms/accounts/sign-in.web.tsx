import { z } from 'zod'
import { readCode } from '../../lib/crypto/tokens.ts'
import { one } from '../../lib/form-values.ts'
import { normaliseEmailAddress } from '../../lib/text/emailAddress.ts'
import type { Lang } from '../../lib/words.ts'
import { optional } from '../../platform/forms.ts'
import { anyone, signedIn } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit } from '../../platform/http/visit.ts'
import { problems } from '../../platform/problems.ts'
import { record } from '../../platform/diary.ts'
import { revokeProof, revokeSessions } from '../../platform/proofs.ts'
import { safeNext } from './next-path.rules.ts'
import { paths, withNext } from './paths.ts'
import {
  askToSignIn,
  beginSession,
  browserCookie,
  browserCookieSeconds,
  lookAtLink,
  sessionHours,
  useCode,
  useLink,
  type WayIn,
} from './sign-in.actions.ts'
import { signInWords } from './sign-in.text.ts'
import { CodePage, LinkPage, NoWayInPage, SignInPage } from './sign-in.views.tsx'

const AskForm = (lang: Lang) => {
  const { wrongEmail } = signInWords[lang].ask
  return z.strictObject({
    email: z.string(wrongEmail).transform((typed, issues) => {
      const email = normaliseEmailAddress(typed)
      if (email !== null) return email
      issues.addIssue({ code: 'custom', message: wrongEmail })
      return z.NEVER
    }),
    naar: optional(z.string().max(4000)),
  })
}

const CodeForm = (lang: Lang) => {
  const { wrongShape } = signInWords[lang].code
  return z.strictObject({
    code: z.string(wrongShape).transform((typed, issues) => {
      const code = readCode(typed)
      if (code !== null) return code
      issues.addIssue({ code: 'custom', message: wrongShape })
      return z.NEVER
    }),
  })
}

const keyOf = (visit: ActVisit): string => {
  const key = one(visit.sent, '_key')
  if (!z.uuid().safeParse(key).success) throw problems['unknown-form']()
  return key
}

/** The session in its cookie; the browser waits for no mail any more. */
export const sessionCookies = (token: string, seconds = sessionHours * 3600) => [
  { name: 'session', value: token, maxAge: seconds },
  { name: browserCookie, value: '', maxAge: 0 },
]
const noSession = [{ name: 'session', value: '', maxAge: 0 }]

type Entered = Exclude<WayIn, { kind: 'in' }> | { kind: 'in'; token: string; location: string }

/** One transaction: what was typed or pressed is consumed, and the session begins. A wrong code is counted. */
const enter = (visit: ActVisit, by: (tx: Parameters<Parameters<ActVisit['house']>[0]>[0]) => Promise<WayIn>) =>
  visit.house(async (tx): Promise<Entered> => {
    const way = await by(tx)
    if (way.kind !== 'in') return way
    const token = await beginSession(tx, way.person, visit.proof, visit.now)
    return { kind: 'in', token, location: way.secondStep ? withNext(paths.secondFactor, way.next) : way.next }
  })

const turnedAway = (visit: ActVisit, why: 'elsewhere' | 'ended') =>
  // Pressed twice: the first press let this browser in.
  visit.actor.kind === 'session'
    ? visit.depart(paths.mine)
    : visit.html(<NoWayInPage frame={visit.frame()} why={why} />, why === 'ended' ? 410 : 403)

const who = anyone
const rate = 'signing-in'

export const signInRoutes: readonly Route[] = [
  page(paths.signIn, { who, rate: 'reading', data: 'none' }, (visit) => {
    const next = safeNext(visit.query('naar'))
    if (visit.actor.kind === 'session') return visit.redirect(next)
    return visit.html(<SignInPage frame={visit.frame()} pageKey={visit.newKey()} next={next} />)
  }),

  action(paths.signIn, { who, rate, data: 'personal', input: AskForm('nl') }, async (visit) => {
    const form = visit.read(AskForm(visit.lang))
    if (!form.ok)
      return visit.html(
        <SignInPage
          frame={visit.frame()}
          pageKey={one(visit.sent, '_key')}
          next={safeNext(one(form.input, 'naar'))}
          input={form.input}
          errors={form.errors}
        />,
        422,
      )
    const { email, naar } = form.value
    const asked = { key: keyOf(visit), email, next: safeNext(naar), lang: visit.lang }
    const browser = await visit.house((tx) => askToSignIn(tx, visit.platform.vault, asked, visit.now))
    return visit.depart({
      location: paths.code,
      cookies: [{ name: browserCookie, value: browser, maxAge: browserCookieSeconds }],
    })
  }),

  page(paths.code, { who, rate: 'reading', data: 'none' }, (visit) =>
    visit.html(<CodePage frame={visit.frame()} pageKey={visit.newKey()} />),
  ),

  action(paths.code, { who, rate, data: 'personal', input: CodeForm('nl') }, async (visit) => {
    const again = (errors: Record<string, string>) =>
      visit.html(<CodePage frame={visit.frame()} pageKey={visit.newKey()} input={visit.sent} errors={errors} />, 422)
    const form = visit.read(CodeForm(visit.lang))
    if (!form.ok) return again(form.errors)
    const { code } = form.value
    const entered = await enter(visit, (tx) => useCode(tx, visit.platform.vault, code, visit.cookie(browserCookie)))
    if (entered.kind === 'in')
      return visit.depart({ location: entered.location, cookies: sessionCookies(entered.token) })
    if (entered.kind === 'wrong') return again({ code: visit.words(signInWords).code.wrong(entered.left) })
    return turnedAway(visit, 'ended')
  }),

  page(paths.link(':link'), { who, rate: 'reading', data: 'none' }, async (visit) => {
    const link = visit.param('link')
    const found = await visit.house((tx) => lookAtLink(tx, link, visit.cookie(browserCookie)))
    if (found === 'here') return visit.html(<LinkPage frame={visit.frame()} pageKey={visit.newKey()} link={link} />)
    return visit.html(<NoWayInPage frame={visit.frame()} why={found} />, found === 'ended' ? 410 : 200)
  }),

  action(paths.link(':link'), { who, rate, data: 'personal', input: z.strictObject({}) }, async (visit) => {
    const entered = await enter(visit, (tx) => useLink(tx, visit.param('link'), visit.cookie(browserCookie)))
    if (entered.kind === 'in')
      return visit.depart({ location: entered.location, cookies: sessionCookies(entered.token) })
    return turnedAway(visit, entered.kind === 'elsewhere' ? 'elsewhere' : 'ended')
  }),

  // The form in the header of every page: it carries no key, and signing out twice is signing out.
  action(paths.signOut, { who, rate: 'working', data: 'none' }, async (visit) => {
    const { proof, actor } = visit
    if (proof !== null && actor.kind === 'session')
      await visit.house(async (tx) => {
        await record(tx, 'accounts.signed-out', actor.person, visit.now)
        await revokeProof(tx, proof)
      })
    return visit.depart({ location: '/', cookies: noSession, clear: true })
  }),

  action(paths.signOutEverywhere, { who: signedIn, rate: 'working', data: 'none' }, async (visit) => {
    const person = visit.person()
    await visit.house(async (tx) => {
      await record(tx, 'accounts.signed-out-everywhere', person, visit.now)
      await revokeSessions(tx, person)
    })
    return visit.depart({ location: '/', cookies: noSession, clear: true })
  }),
]
