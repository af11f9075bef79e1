import { sql } from 'kysely'
import { z } from 'zod'
import { one } from '../../lib/form-values.ts'
import type { Tx } from '../../platform/db/database.ts'
import { optional } from '../../platform/forms.ts'
import type { ActVisit } from '../../platform/http/visit.ts'
import { problems } from '../../platform/problems.ts'
import { mineWords } from './mine.text.ts'
import { paths } from './paths.ts'
import { proveSecondFactor, secondFactorAt, strengthen } from './second-factor.actions.ts'
import { isFresh } from './second-factor.rules.ts'
import { sentenceOf, strongerCookies } from './second-factor.web.tsx'
import { StepUpPage } from './step-up.views.tsx'

/** The field that a form gains on the page that asks for a fresh code. */
export const stepUpField = { code: optional(z.string().max(40)) }

/**
 * Acts, in production only with a second factor of a few minutes ago. Else a page asks for a code and carries along what
 * was typed: a right code and the work are one transaction, so that nothing is done without it, and nothing twice.
 */
export async function actFresh<T>(
  visit: ActVisit,
  work: (tx: Tx) => Promise<T>,
  depart: (result: T) => string,
  back: string,
): Promise<Response> {
  const { proof, platform, now } = visit
  if (proof === null) throw problems['sign-in-first']()
  if (platform.mode !== 'production' || isFresh(await visit.house(secondFactorAt), now)) return visit.act(work, depart)

  const { _key: pageKey, code: _code, ...sent } = visit.sent
  const ask = (sentence?: string) =>
    visit.html(
      <StepUpPage
        frame={visit.frame()}
        pageKey={typeof pageKey === 'string' ? pageKey : visit.newKey()}
        sent={sent}
        back={back}
        errors={sentence === undefined ? {} : { code: sentence }}
      />,
      sentence === undefined ? 403 : 422,
    )
  if (!('code' in visit.sent)) return ask()
  const typed = one(visit.sent, 'code').trim()
  if (typed === '') return ask(visit.words(mineWords).second.empty)

  const person = visit.person()
  const outcome = await visit.house(async (tx) => {
    const proven = await proveSecondFactor(tx, platform.vault, person, typed, now)
    if (proven.kind !== 'right') return proven
    const session = await strengthen(tx, { person, before: proof, everywhere: proven.first })
    // The session that came in has ended: what follows is done under the fresh one, which the database asks for.
    await sql`select set_config('plein.proof', ${session.token}, true)`.execute(tx)
    return { kind: 'done' as const, session, result: await work(tx) }
  })
  if (outcome.kind === 'off') return visit.depart(paths.secondFactor)
  if (outcome.kind !== 'done') return ask(sentenceOf(visit, outcome))
  return visit.depart({ location: depart(outcome.result), cookies: strongerCookies(outcome.session, now) })
}
