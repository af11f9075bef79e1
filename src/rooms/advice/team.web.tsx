import { centsIn } from '../../lib/money.ts'
import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { optional } from '../../platform/forms.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { perspectives, rewardForms } from '../terms/public.ts'
import { findCandidate, inviteCandidate, listCandidates } from './candidates.ts'
import { deskOnly } from './desk-access.ts'
import { deskPaths } from './desk.paths.ts'
import { seenVersion } from './desk.web.tsx'
import { press } from './press.tsx'
import { problems } from './problems.ts'
import { getForDesk } from './readings.sql.ts'
import type { Reward } from './request.rules.ts'
import { isId, sealerOfRequest } from './requests.sql.ts'
import { withdrawInvitation } from './team.actions.ts'
import { teamWords } from './team.text.ts'
import { InvitePage, TeamPage } from './team.views.tsx'
import { findInfluence } from './triage.actions.ts'

async function showTeam(visit: Visit, status: 200 | 422 = 200): Promise<Response> {
  const { vault } = visit.platform
  const perspective = perspectives.find((each) => each.id === visit.query('perspectief'))?.id ?? null
  const shown = await visit.house(async (tx) => {
    const seen = await getForDesk(tx, vault, visit.param('id'))
    if (seen.state !== 'seeking-duo') throw problems['no-such-move']()
    const influence = await findInfluence(tx, await sealerOfRequest(tx, vault, seen.id), seen.id)
    return { seen, influence, candidates: await listCandidates(tx, vault, seen, perspective, visit.now) }
  })
  return visit.html(
    <TeamPage frame={visit.frame()} {...shown} perspective={perspective} newKey={visit.newKey} />,
    status,
  )
}

async function showInvite(visit: Visit, kept?: { input: FormInput; errors: Errors; key: string }): Promise<Response> {
  const { vault } = visit.platform
  const { seen, candidate } = await visit.house(async (tx) => {
    const found = await getForDesk(tx, vault, visit.param('id'))
    if (found.state !== 'seeking-duo') throw problems['no-such-move']()
    const person = visit.param('person')
    return { seen: found, candidate: isId(person) ? await findCandidate(tx, vault, person, visit.now) : null }
  })
  const free = candidate !== null && !candidate.full && !candidate.paused
  return visit.html(
    <InvitePage
      frame={visit.frame()}
      seen={seen}
      candidate={free ? candidate : null}
      formKey={kept?.key ?? visit.newKey()}
      {...(kept && { input: kept.input, errors: kept.errors })}
    />,
    kept ? 422 : 200,
  )
}

const [firstForm, ...otherForms] = rewardForms.map((form) => form.id)

/** No invitation leaves without a reward, and none means none on purpose: a choice and a tick. */
const rewardSchema = (lang: Lang) => {
  const words = teamWords[lang].errors
  return z
    .strictObject({
      ...seenVersion,
      vergoeding: z.enum([firstForm ?? 'noReward', ...otherForms], words.reward),
      bedrag: optional(z.string().max(40, words.amount)),
      bewust: optional(z.literal('on')),
    })
    .transform((sent, context): { version: number; reward: Reward } => {
      const { version, vergoeding, bedrag, bewust } = sent
      const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (vergoeding === 'noReward') {
        if (bedrag !== undefined) refuse('bedrag', words.noAmount)
        if (bewust === undefined) refuse('bewust', words.onPurpose)
        return { version, reward: { form: 'none', cents: 0 } }
      }
      const cents = centsIn(bedrag ?? '')
      if (cents === null) refuse('bedrag', words.amount)
      return { version, reward: { form: vergoeding, cents: cents ?? 0 } }
    })
}

async function invite(visit: ActVisit): Promise<Response> {
  const id = visit.param('id')
  const person = visit.param('person')
  const form = visit.read(rewardSchema(visit.lang))
  if (!form.ok) return showInvite(visit, { ...form, key: one(visit.sent, '_key') })
  const { version, reward } = form.value
  return press(
    visit,
    { id, path: deskPaths.team(id) },
    (tx) => inviteCandidate(tx, visit.platform.vault, visit.person(), { id, version }, { person, reward }, visit.now),
    () => deskPaths.team(id),
  )
}

const TakeBack = z.strictObject({ ...seenVersion, uitnodiging: z.string() })

async function takeInvitationBack(visit: ActVisit): Promise<Response> {
  const id = visit.param('id')
  const form = visit.read(TakeBack)
  if (!form.ok) return showTeam(visit, 422)
  const { version, uitnodiging } = form.value
  return press(
    visit,
    { id, path: deskPaths.team(id) },
    (tx) => withdrawInvitation(tx, { id, version }, uitnodiging, visit.now),
    () => deskPaths.team(id),
  )
}

/** Choosing who answers, and inviting them. */
export const teamRoutes: readonly Route[] = [
  page(deskPaths.team(':id'), { who: deskOnly, rate: 'working', data: 'special' }, (visit) => showTeam(visit)),
  page(deskPaths.invite(':id', ':person'), { who: deskOnly, rate: 'working', data: 'special' }, (visit) =>
    showInvite(visit),
  ),
  action(
    deskPaths.invite(':id', ':person'),
    { who: deskOnly, rate: 'working', data: 'personal', input: rewardSchema('nl') },
    invite,
  ),
  action(
    deskPaths.takeBackInvitation(':id'),
    { who: deskOnly, rate: 'working', data: 'personal', input: TakeBack },
    takeInvitationBack,
  ),
]
