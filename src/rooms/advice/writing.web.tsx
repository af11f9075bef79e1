import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { lines } from '../../platform/forms.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { problems as platform } from '../../platform/problems.ts'
import { deskOnly } from './desk-access.ts'
import { addInternalNote, askRequester, writeToRequester } from './desk.actions.ts'
import { deskPaths, writings, type Writing } from './desk.paths.ts'
import { seenVersion } from './desk.web.tsx'
import { press } from './press.tsx'
import { problems } from './problems.ts'
import { getForDesk, type DeskSeen } from './readings.sql.ts'
import { limits } from './request.rules.ts'
import { hasEnded } from './states.rules.ts'
import { WritingPage } from './writing.views.tsx'
import { writingWords } from './writing.text.ts'

/** The form of a message or note, also for the duo. */
export const messageSchema = (lang: Lang) => {
  const words = writingWords[lang]
  return z.strictObject({ ...seenVersion, tekst: lines({ max: limits.message }, words) })
}

const getWriting = (visit: Visit): Writing => {
  const to = writings.find((each) => each === visit.param('to'))
  if (to === undefined) throw platform['not-found']()
  return to
}

const readersOf = (to: Writing, seen: DeskSeen, lang: Lang): readonly string[] => {
  const words = writingWords[lang]
  const duo = seen.team.flatMap((member) => (member.acceptedAt === null ? [] : [member.shownName]))
  const team = duo.length > 0 ? [words.duo(duo.join(', '))] : hasEnded(seen.state) ? [] : [words.laterDuo]
  if (to === 'bureau') return [words.desk]
  if (to === 'duo') return [...team, words.desk]
  return [words.requester(seen.requesterName, seen.email), ...team, words.desk]
}

async function show(visit: Visit, kept?: { input: FormInput; errors: Errors; key: string }): Promise<Response> {
  const to = getWriting(visit)
  const seen = await visit.house((tx) => getForDesk(tx, visit.platform.vault, visit.param('id')))
  const mayAsk = seen.moves.some((move) => move.to === 'waiting-for-requester')
  if (seen.state === 'unconfirmed') throw platform['not-found']()
  if (to === 'vragen' && !mayAsk) throw problems['no-such-move']()
  if (to === 'vrager' && hasEnded(seen.state)) throw problems['request-ended']()
  const others = writings.filter(
    (each) => each !== to && (each !== 'vragen' || mayAsk) && (each !== 'vrager' || !hasEnded(seen.state)),
  )
  return visit.html(
    <WritingPage
      frame={visit.frame()}
      to={to}
      request={seen}
      action={deskPaths.write(seen.id, to)}
      backTo={deskPaths.request(seen.id)}
      others={others.map((each) => ({ to: each, path: deskPaths.write(seen.id, each) }))}
      readers={readersOf(to, seen, visit.lang)}
      internal={to === 'duo' || to === 'bureau'}
      formKey={kept?.key ?? visit.newKey()}
      {...(kept && { input: kept.input, errors: kept.errors })}
    />,
    kept ? 422 : 200,
  )
}

async function write(visit: ActVisit): Promise<Response> {
  const to = getWriting(visit)
  const id = visit.param('id')
  const form = visit.read(messageSchema(visit.lang))
  if (!form.ok) return show(visit, { ...form, key: one(visit.sent, '_key') })
  const { version, tekst } = form.value
  const { vault } = visit.platform
  const by = visit.person()
  return press(
    visit,
    { id, path: deskPaths.request(id) },
    (tx) => {
      // A message or a note changes nothing that others decide on: it needs no version. Waiting does.
      if (to === 'vragen') return askRequester(tx, vault, by, { id, version }, tekst, visit.now)
      if (to === 'vrager') return writeToRequester(tx, vault, by, id, tekst, visit.now)
      const audience = to === 'duo' ? 'team' : 'desk'
      return addInternalNote(tx, vault, by, id, { audience, text: tekst }, visit.now)
    },
    () => deskPaths.request(id),
  )
}

/** Writing to the requester, the duo or the desk. */
export const writingRoutes: readonly Route[] = [
  page(deskPaths.write(':id', ':to'), { who: deskOnly, rate: 'working', data: 'personal' }, (visit) => show(visit)),
  action(
    deskPaths.write(':id', ':to'),
    { who: deskOnly, rate: 'working', data: 'special', input: messageSchema('nl') },
    write,
  ),
]
