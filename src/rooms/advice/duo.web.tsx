import { z } from 'zod'
import { dayAt } from '../../lib/days.ts'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { lines } from '../../platform/forms.ts'
import { signedIn } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { problems as platform } from '../../platform/problems.ts'
import { writeAsExpert } from './answer.actions.ts'
import { duoPaths } from './desk.paths.ts'
import { duoWords } from './drafting.text.ts'
import { DuoRequestPage, mayLeave, MyRequestsPage } from './duo.views.tsx'
import { LeavePage, SessionPage } from './meetings.views.tsx'
import { press } from './press.tsx'
import { problems } from './problems.ts'
import { getForTeam, listInvitations, listOfTeam, type TeamSeen } from './readings.sql.ts'
import { limits, sessionForms, sessionKinds } from './request.rules.ts'
import { sealerOfRequest } from './requests.sql.ts'
import { hasEnded } from './states.rules.ts'
import { addSession, leaveTeam } from './team.actions.ts'
import { findInfluence } from './triage.actions.ts'
import { WritingPage } from './writing.views.tsx'
import { messageSchema } from './writing.web.tsx'
import { writingWords } from './writing.text.ts'

type Kept = { input: FormInput; errors: Errors; key: string }

const getOwn = (visit: Visit): Promise<TeamSeen> =>
  visit.house((tx) => getForTeam(tx, visit.platform.vault, visit.person(), visit.param('id')))

async function showList(visit: Visit): Promise<Response> {
  const { vault } = visit.platform
  const shown = await visit.house(async (tx) => ({
    requests: await listOfTeam(tx, vault, visit.person()),
    invitations: (await listInvitations(tx, vault)).length,
  }))
  return visit.html(<MyRequestsPage frame={visit.frame()} {...shown} />)
}

async function showOne(visit: Visit): Promise<Response> {
  const { vault } = visit.platform
  const shown = await visit.house(async (tx) => {
    const seen = await getForTeam(tx, vault, visit.person(), visit.param('id'))
    return { seen, influence: await findInfluence(tx, await sealerOfRequest(tx, vault, seen.id), seen.id) }
  })
  return visit.html(<DuoRequestPage frame={visit.frame()} {...shown} me={visit.person()} />)
}

const audienceOf = (visit: Visit): 'iedereen' | 'duo' => {
  const to = visit.param('to')
  if (to !== 'iedereen' && to !== 'duo') throw platform['not-found']()
  return to
}

async function showWriting(visit: Visit, kept?: Kept): Promise<Response> {
  const to = audienceOf(visit)
  const seen = await getOwn(visit)
  if (hasEnded(seen.state)) throw problems['request-ended']()
  const words = visit.words(writingWords)
  const duo = seen.team.flatMap((member) => (member.acceptedAt === null ? [] : [member.shownName])).join(', ')
  const other = to === 'duo' ? 'iedereen' : 'duo'
  return visit.html(
    <WritingPage
      frame={visit.frame()}
      to={to}
      request={seen}
      action={duoPaths.write(seen.id, to)}
      backTo={duoPaths.request(seen.id)}
      others={[{ to: other, path: duoPaths.write(seen.id, other) }]}
      readers={[...(to === 'duo' ? [] : [words.requester(seen.requesterName, null)]), words.duo(duo), words.desk]}
      internal={to === 'duo'}
      formKey={kept?.key ?? visit.newKey()}
      {...(kept && { input: kept.input, errors: kept.errors })}
    />,
    kept ? 422 : 200,
  )
}

async function write(visit: ActVisit): Promise<Response> {
  const to = audienceOf(visit)
  const id = visit.param('id')
  const form = visit.read(messageSchema(visit.lang))
  if (!form.ok) return showWriting(visit, { ...form, key: one(visit.sent, '_key') })
  const message = { audience: to === 'duo' ? 'team' : 'everyone', text: form.value.tekst } as const
  return press(
    visit,
    { id, path: duoPaths.request(id) },
    (tx) => writeAsExpert(tx, visit.platform.vault, visit.person(), id, message, visit.now),
    () => duoPaths.request(id),
  )
}

const sessionSchema = (lang: Lang, today: string) => {
  const { errors } = duoWords[lang]
  return z.strictObject({
    dag: z.iso.date(errors.day).refine((day) => day <= today && day >= '2000-01-01', errors.day),
    wat: z.enum(sessionKinds, errors.kind),
    vorm: z.enum(sessionForms, errors.form),
    minuten: z.coerce.number(errors.minutes).int(errors.minutes).min(5, errors.minutes).max(1440, errors.minutes),
    notities: lines({ max: limits.notes }, { empty: errors.notes, long: errors.long }),
  })
}

async function showSession(visit: Visit, kept?: Kept): Promise<Response> {
  const seen = await getOwn(visit)
  if (hasEnded(seen.state)) throw problems['request-ended']()
  return visit.html(
    <SessionPage
      frame={visit.frame()}
      seen={seen}
      today={dayAt(visit.now)}
      formKey={kept?.key ?? visit.newKey()}
      {...(kept && { input: kept.input, errors: kept.errors })}
    />,
    kept ? 422 : 200,
  )
}

async function keepSession(visit: ActVisit): Promise<Response> {
  const id = visit.param('id')
  const form = visit.read(sessionSchema(visit.lang, dayAt(visit.now)))
  if (!form.ok) return showSession(visit, { ...form, key: one(visit.sent, '_key') })
  const { dag, wat, vorm, minuten, notities } = form.value
  return press(
    visit,
    { id, path: duoPaths.request(id) },
    async (tx) => {
      const seen = await getForTeam(tx, visit.platform.vault, visit.person(), id)
      if (hasEnded(seen.state)) throw problems['request-ended']()
      const session = { heldOn: dag, kind: wat, form: vorm, minutes: minuten, notes: notities }
      return addSession(tx, visit.platform.vault, visit.person(), id, session, visit.now)
    },
    () => duoPaths.request(id),
  )
}

async function showLeave(visit: Visit): Promise<Response> {
  const seen = await getOwn(visit)
  if (!mayLeave(seen)) throw problems['no-such-move']()
  return visit.html(<LeavePage frame={visit.frame()} seen={seen} formKey={visit.newKey()} />)
}

const Nothing = z.strictObject({})

const leave = (visit: ActVisit): Promise<Response> => {
  const id = visit.param('id')
  return press(
    visit,
    { id, path: duoPaths.request(id) },
    (tx) => leaveTeam(tx, visit.person(), id, visit.now),
    () => duoPaths.list,
  )
}

const shown = { who: signedIn, rate: 'working', data: 'special' } as const

/** The questions that somebody takes part in, the conversation, meetings, and stepping out. */
export const duoPageRoutes: readonly Route[] = [
  page(duoPaths.list, shown, showList),
  page(duoPaths.request(':id'), shown, showOne),
  page(duoPaths.write(':id', ':to'), shown, (visit) => showWriting(visit)),
  action(duoPaths.write(':id', ':to'), { ...shown, input: messageSchema('nl') }, write),
  page(duoPaths.session(':id'), shown, (visit) => showSession(visit)),
  action(duoPaths.session(':id'), { ...shown, input: sessionSchema('nl', '2100-01-01') }, keepSession),
  page(duoPaths.leave(':id'), shown, showLeave),
  action(duoPaths.leave(':id'), { ...shown, input: Nothing }, leave),
]
