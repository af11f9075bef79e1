import { z } from 'zod'
import { editor, may, signedIn } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import { partnerOrganisations } from '../accounts/public.ts'
import { editorOf } from './editors.ts'
import { kindOf, pressOf } from './kinds.rules.ts'
import { unknown } from './problems.ts'
import { knowledgePaths } from './square.paths.ts'
import { acceptTraining, getOnSquare, hasPressed, listAcceptances, pressFor } from './support.actions.ts'
import { TakingPartPage } from './support.views.tsx'

const PressForm = z.strictObject({ says: z.enum(['yes', 'no']) })
const AcceptForm = z.strictObject({ organisation: z.uuid(), says: z.enum(['yes', 'no']) })

/** The one page on which somebody who is signed in takes part in an item: the public page is the same for everybody. */
export const supportRoutes: readonly Route[] = [
  page(knowledgePaths.takePart(':slug'), { who: signedIn, rate: 'working', data: 'personal' }, async (visit) => {
    const { actor } = visit
    const edits = actor.kind === 'session' ? actor.edits : new Set<string>()
    const seen = await visit.house(async (tx) => {
      const item = await getOnSquare(tx, visit.param('slug'))
      const accepted = await listAcceptances(tx, item.id)
      return {
        item,
        pressed: await hasPressed(tx, item.id, visit.person()),
        own:
          kindOf(item.type).accepted === true && edits.size > 0
            ? (await partnerOrganisations(tx))
                .filter((each) => edits.has(each.id))
                .map((each) => ({ ...each, accepts: accepted.has(each.id) }))
            : [],
      }
    })
    return visit.html(
      <TakingPartPage
        frame={visit.frame()}
        {...seen}
        press={pressOf(seen.item.type, seen.item.details)}
        expert={actor.kind === 'session' && actor.permissions.has('expert')}
        newKey={visit.newKey}
      />,
    )
  }),
  action(
    knowledgePaths.takePart(':slug'),
    { who: may('expert'), rate: 'working', data: 'personal', input: PressForm },
    (visit) => {
      const slug = visit.param('slug')
      const form = visit.read(PressForm)
      if (!form.ok) throw unknown()
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
    if (!form.ok) throw unknown()
    const { organisation, says } = form.value
    return visit.act(
      (tx) => acceptTraining(tx, { slug, organisation, on: says === 'yes' }, editorOf(visit).edits, visit.now),
      () => knowledgePaths.takePart(slug),
    )
  }),
]
