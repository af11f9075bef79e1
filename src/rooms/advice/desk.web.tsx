import { z } from 'zod'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { listCoordinators, namesOf } from '../accounts/public.ts'
import { themes } from '../terms/public.ts'
import { deskOnly } from './desk-access.ts'
import { holdRequest } from './desk.actions.ts'
import { deskPaths } from './desk.paths.ts'
import { countDesk, listDesk, listSimilar, type ListFilter } from './desk.sql.ts'
import { requestWords } from './desk.text.ts'
import { takeStep } from './desk-steps.actions.ts'
import { ListPage } from './desk.views.list.tsx'
import { RequestPage, type RequestPageProps } from './desk.views.request.tsx'
import { provinces } from '../regions/public.ts'
import { press } from './press.tsx'
import { getForDesk } from './readings.sql.ts'
import { sealerOfRequest } from './requests.sql.ts'
import { states } from './states.rules.ts'
import { findInfluence } from './triage.actions.ts'

const pageSize = 25

/** What the forms of the desk carry of the request as it was seen. */
export const seenVersion = { version: z.coerce.number().int().positive() }

const oneOf = <T extends string>(list: readonly T[], text: string | null): T | null =>
  list.find((each) => each === text) ?? null

/** The filter of the address bar. What it does not know it leaves out. */
const filterOf = (visit: Visit): ListFilter => ({
  state: oneOf([...states, 'ended' as const], visit.query('stand')) ?? 'running',
  theme: oneOf(
    themes.map((theme): string => theme.id),
    visit.query('thema'),
  ),
  province: oneOf(
    provinces().map((each) => each.code),
    visit.query('provincie'),
  ),
  holder: visit.query('wie') === 'ik' ? 'me' : visit.query('wie') === 'niemand' ? 'nobody' : null,
  age: ({ 'over-tijd': 'over', week: 'week', maand: 'month' } as const)[visit.query('leeftijd') ?? ''] ?? null,
})

async function showList(visit: Visit): Promise<Response> {
  const me = visit.person()
  const { vault } = visit.platform
  const filter = filterOf(visit)
  const asked = Math.min(10_000, Math.max(1, Number(/^\d{1,5}$/.exec(visit.query('pagina') ?? '')?.[0] ?? 1)))
  const shown = await visit.house(async (tx) => {
    const list = (number: number) => listDesk(tx, vault, filter, me, { size: pageSize, number }, visit.now)
    let number = asked
    let { rows, total } = await list(number)
    // A page past the end, from an old bookmark: show the last one.
    if (rows.length === 0 && total > 0) {
      number = Math.ceil(total / pageSize)
      ;({ rows, total } = await list(number))
    }
    const names = await namesOf(
      tx,
      vault,
      rows.flatMap((row) => (row.heldBy === null ? [] : [row.heldBy])),
    )
    return { rows, total, page: number, names, counts: await countDesk(tx, me, visit.now) }
  })
  return visit.html(
    <ListPage frame={visit.frame()} filter={filter} {...shown} pageSize={pageSize} me={me} now={visit.now} />,
  )
}

/** The request's page; with `errors` after a form on it was refused. */
async function showRequest(visit: Visit, errors?: RequestPageProps['errors']): Promise<Response> {
  const { vault } = visit.platform
  const shown = await visit.house(async (tx) => {
    const seen = await getForDesk(tx, vault, visit.param('id'))
    const coordinators = await listCoordinators(tx)
    const people = seen.timeline.flatMap((entry) =>
      entry.person === null || entry.person === undefined ? [] : [entry.person],
    )
    const held = seen.heldBy === null ? [] : [seen.heldBy]
    const names = new Map(await namesOf(tx, vault, [...people, ...coordinators, ...held]))
    // On the desk's pages too an expert goes by the name they chose.
    for (const member of seen.team) if (member.person !== null) names.set(member.person, member.shownName)
    const influence = await findInfluence(tx, await sealerOfRequest(tx, vault, seen.id), seen.id)
    return { seen, coordinators, names, influence, similar: await listSimilar(tx, seen) }
  })
  return visit.html(
    <RequestPage
      frame={visit.frame()}
      {...shown}
      me={visit.person()}
      now={visit.now}
      newKey={visit.newKey}
      {...(errors && { errors })}
    />,
    errors ? 422 : 200,
  )
}

const Step = z.strictObject({ ...seenVersion, stap: z.enum(states) })

async function pressStep(visit: ActVisit): Promise<Response> {
  const id = visit.param('id')
  const form = visit.read(Step)
  if (!form.ok) return showRequest(visit, { _form: visit.words(requestWords).next })
  const { version, stap } = form.value
  const path = deskPaths.request(id)
  return press(
    visit,
    { id, path },
    (tx) => takeStep(tx, visit.person(), { id, version }, stap, visit.now),
    () => (stap === 'seeking-duo' ? deskPaths.team(id) : path),
  )
}

const HandOver = z.strictObject({ ...seenVersion, houder: z.string() })

async function handOver(visit: ActVisit): Promise<Response> {
  const id = visit.param('id')
  const words = visit.words(requestWords)
  const form = visit.read(HandOver)
  const coordinators = await visit.house(listCoordinators)
  if (!form.ok || !coordinators.includes(form.value.houder)) return showRequest(visit, { houder: words.chooseHolder })
  const { version, houder } = form.value
  return press(
    visit,
    { id, path: deskPaths.request(id) },
    (tx) => holdRequest(tx, visit.person(), { id, version }, houder, visit.now),
    () => deskPaths.request(id),
  )
}

/** The list, one request, the presses on it. Each is the desk's alone. */
export const deskPageRoutes: readonly Route[] = [
  page(deskPaths.list, { who: deskOnly, rate: 'working', data: 'personal' }, showList),
  page(deskPaths.request(':id'), { who: deskOnly, rate: 'working', data: 'special' }, (visit) => showRequest(visit)),
  action(deskPaths.step(':id'), { who: deskOnly, rate: 'working', data: 'none', input: Step }, pressStep),
  action(deskPaths.holder(':id'), { who: deskOnly, rate: 'working', data: 'none', input: HandOver }, handOver),
]
