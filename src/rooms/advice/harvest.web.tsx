import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { ticks } from '../../platform/forms.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { partnerOrganisations } from '../accounts/public.ts'
import { editorPaths } from '../knowledge/public.ts'
import { deskOnly } from './desk-access.ts'
import { deskPaths } from './desk.paths.ts'
import { harvestRequest } from './harvest.actions.ts'
import { requestForHarvest } from './harvest.sql.ts'
import { harvestWords } from './harvest.text.ts'
import { HarvestedPage, HarvestPage } from './harvest.views.tsx'
import { press } from './press.tsx'

const partNames = ['question', 'context', 'answer', 'done', 'not-done'] as const

const gatheringSchema = (lang: Lang) => {
  const { errors } = harvestWords[lang]
  return z.strictObject({
    deel: ticks(z.enum(partNames, errors.parts)).refine((parts) => parts.length > 0, errors.parts),
    organisatie: ticks(z.guid(errors.stewards)).refine((ids) => ids.length > 0, errors.stewards),
  })
}

async function show(visit: Visit, kept?: { input: FormInput; errors: Errors; key: string }): Promise<Response> {
  const shown = await visit.house(async (tx) => ({
    harvest: await requestForHarvest(tx, visit.platform.vault, visit.param('id')),
    partners: await partnerOrganisations(tx),
  }))
  const outcome = visit.query('concept')
  if (outcome === 'nieuw' || outcome === 'al-gemaakt')
    return visit.html(
      <HarvestedPage
        frame={visit.frame()}
        id={shown.harvest.id}
        number={shown.harvest.number}
        thereAlready={outcome === 'al-gemaakt'}
      />,
    )
  // The answer is what knowledge is made of; what belongs to the requester is a choice.
  const proposed: FormInput = { deel: ['answer'] }
  return visit.html(
    <HarvestPage
      frame={visit.frame()}
      {...shown}
      formKey={kept?.key ?? visit.newKey()}
      input={kept?.input ?? proposed}
      {...(kept && { errors: kept.errors })}
    />,
    kept ? 422 : 200,
  )
}

async function gather(visit: ActVisit): Promise<Response> {
  const id = visit.param('id')
  const form = visit.read(gatheringSchema(visit.lang))
  const key = one(visit.sent, '_key')
  if (!form.ok) return show(visit, { ...form, key })
  const { deel, organisatie } = form.value
  const partners = new Set((await visit.house(partnerOrganisations)).map((each) => each.id))
  if (organisatie.some((each) => !partners.has(each)))
    return show(visit, { input: form.input, errors: { organisatie: visit.words(harvestWords).errors.stewards }, key })
  const edits = visit.actor.kind === 'session' ? visit.actor.edits : new Set<string>()
  return press(
    visit,
    { id, path: deskPaths.request(id) },
    (tx) =>
      harvestRequest(
        tx,
        visit.platform.vault,
        { person: visit.person(), edits },
        id,
        { parts: deel, stewards: [...new Set(organisatie)] },
        visit.now,
      ),
    ({ kind, item }) =>
      organisatie.some((each) => edits.has(each))
        ? editorPaths.redaction(item)
        : `${deskPaths.harvest(id)}?concept=${kind === 'started' ? 'nieuw' : 'al-gemaakt'}`,
  )
}

/** "Maak er kennis van": from a closed request to a draft for the editors. */
export const harvestRoutes: readonly Route[] = [
  page(deskPaths.harvest(':id'), { who: deskOnly, rate: 'working', data: 'special' }, (visit) => show(visit)),
  action(
    deskPaths.harvest(':id'),
    { who: deskOnly, rate: 'working', data: 'special', input: gatheringSchema('nl') },
    gather,
  ),
]
