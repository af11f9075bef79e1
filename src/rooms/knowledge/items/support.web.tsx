import { z } from 'zod'
import type { Errors } from '../../../lib/form-values.ts'
import { editor, may, signedIn } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { partnerOrganisations } from '../../accounts/public.ts'
import { editorOf } from '../editors.ts'
import { kindOf, pressOf } from '../kinds/kinds.rules.ts'
import { knowledgePaths } from '../square.paths.ts'
import { acceptTraining, getOnSquare, hasPressed, listAcceptances, pressFor } from './support.actions.ts'
import { TakingPartPage } from './support.views.tsx'

const PressForm = z.strictObject({ says: z.enum(['yes', 'no']) })
const AcceptForm = z.strictObject({ organisation: z.uuid(), says: z.enum(['yes', 'no']) })

async function showTakingPart(visit: Visit, errors: Errors | null) {
  const { actor } = visit
  const edits = actor.kind === 'session' ? actor.edits : new Set<string>()
  const seen = await visit.house(async (tx) => {
    const item = await getOnSquare(tx, visit.param('slug'))
    const accepted = await listAcceptances(tx, item.id)
    const partners = kindOf(item.type).accepted === true && edits.size > 0 ? await partnerOrganisations(tx) : []
    return {
      item,
      pressed: await hasPressed(tx, item.id, visit.person()),
      own: partners.filter((each) => edits.has(each.id)).map((each) => ({ ...each, accepts: accepted.has(each.id) })),
    }
  })
  return visit.html(
    <TakingPartPage
      frame={visit.frame()}
      {...seen}
      press={pressOf(seen.item.type, seen.item.details)}
      expert={actor.kind === 'session' && actor.permissions.has('expert')}
      newKey={visit.newKey}
      errors={errors ?? {}}
    />,
    errors === null ? 200 : 422,
  )
}

/** The one page on which somebody who is signed in takes part in an item: the public page is the same for everybody. */
export const supportRoutes: readonly Route[] = [
  page(knowledgePaths.takePart(':slug'), { who: signedIn, rate: 'working', data: 'personal' }, (visit) =>
    showTakingPart(visit, null),
  ),
  action(
    knowledgePaths.takePart(':slug'),
    { who: may('expert'), rate: 'working', data: 'personal', input: PressForm },
    (visit) => {
      const slug = visit.param('slug')
      const form = visit.read(PressForm)
      if (!form.ok) return showTakingPart(visit, form.errors)
      const on = form.value.says === 'yes'
      return visit.act(
        (tx) => pressFor(tx, visit.platform.vault, { slug, person: visit.person(), on }, visit.now),
        () => knowledgePaths.takePart(slug),
      )
    },
  ),
  action(knowledgePaths.accept(':slug'), { who: editor, rate: 'working', data: 'none', input: AcceptForm }, (visit) => {
    const slug = visit.param('slug')
    const form = visit.read(AcceptForm)
    if (!form.ok) return showTakingPart(visit, form.errors)
    const { organisation, says } = form.value
    return visit.act(
      (tx) => acceptTraining(tx, { slug, organisation, on: says === 'yes' }, editorOf(visit).edits, visit.now),
      () => knowledgePaths.takePart(slug),
    )
  }),
]
