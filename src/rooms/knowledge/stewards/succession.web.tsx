import { dayAt } from '../../../lib/days.ts'
import type { Errors, FormInput } from '../../../lib/form-values.ts'
import { editor, editorOrAdministrator } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { partnerOrganisations } from '../../accounts/public.ts'
import { showDeciding } from '../deciding/approvals.web.tsx'
import { editorOf } from '../editors.ts'
import { paths } from '../paths.ts'
import { stayKeeping, stopKeeping, takeOver } from './succession.actions.ts'
import { DeclaredTakeOverForm, StayForm, StopForm, TakeOverForm, takeOverIn } from './succession.forms.ts'
import { listWanted } from './succession.sql.ts'
import { WantedPage } from './succession.views.tsx'

type Sent = { readonly input: FormInput; readonly errors: Errors }

async function showWanted(visit: Visit, sent?: Sent) {
  const { edits } = editorOf(visit)
  const seen = await visit.house(async (tx) => ({
    wanted: await listWanted(tx, visit.platform.vault),
    own: (await partnerOrganisations(tx)).filter((each) => edits.has(each.id)),
  }))
  return visit.html(
    <WantedPage frame={visit.frame()} {...seen} today={dayAt(visit.now)} newKey={visit.newKey} {...sent} />,
    sent ? 422 : 200,
  )
}

const working = { who: editor, rate: 'working', data: 'special' } as const

/** A steward that stops, and a partner that takes over. */
export const successionRoutes: readonly Route[] = [
  page(paths.wanted, { who: editorOrAdministrator, rate: 'working', data: 'personal' }, (visit) => showWanted(visit)),
  action(paths.wanted, { who: editor, rate: 'working', data: 'personal', input: DeclaredTakeOverForm }, (visit) => {
    const form = visit.read(TakeOverForm(visit.lang, visit.sent))
    if (!form.ok) return showWanted(visit, { input: visit.sent, errors: form.errors })
    const { succession, ...by } = takeOverIn(visit.sent)
    return visit.act(
      (tx) => takeOver(tx, succession, by, visit.now),
      () => paths.wanted,
    )
  }),
  action(paths.stop(':id'), { ...working, input: StopForm('nl') }, (visit) => {
    const id = visit.param('id')
    const form = visit.read(StopForm(visit.lang))
    if (!form.ok) return showDeciding(visit, { input: visit.sent, errors: form.errors })
    const said = { organisation: form.value.stopFor, reason: form.value.stopWhy }
    return visit.act(
      (tx) => stopKeeping(tx, visit.platform.vault, id, said, visit.now),
      (outcome) => (outcome === 'left' ? paths.list : paths.decisions(id)),
    )
  }),
  action(paths.stay(':id'), { ...working, input: StayForm }, (visit) => {
    const id = visit.param('id')
    const form = visit.read(StayForm)
    if (!form.ok) return showDeciding(visit, { input: visit.sent, errors: form.errors })
    return visit.act(
      (tx) => stayKeeping(tx, visit.platform.vault, id, visit.now),
      () => paths.decisions(id),
    )
  }),
]
