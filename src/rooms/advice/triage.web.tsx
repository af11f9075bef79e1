import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { lines, optional, ticks } from '../../platform/forms.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { participationLevels, questionKinds, themes, themesIn } from '../terms/public.ts'
import { deskOnly } from './desk-access.ts'
import { deskPaths } from './desk.paths.ts'
import { seenVersion } from './desk.web.tsx'
import { press } from './press.tsx'
import { problems } from './problems.ts'
import { getForDesk } from './readings.sql.ts'
import { forms, limits, sizes } from './request.rules.ts'
import { sealerOfRequest } from './requests.sql.ts'
import { divideRequest, findInfluence, mayDivideAgain } from './triage.actions.ts'
import { divideWords } from './triage.text.ts'
import { DividePage } from './triage.views.tsx'

const idsOf = <T extends string>(list: readonly { readonly id: T }[]): [string, ...string[]] => {
  const [first = '', ...others] = list.map((each): string => each.id)
  return [first, ...others]
}

const schemaOf = (lang: Lang) => {
  const words = divideWords[lang].errors
  return z.strictObject({
    ...seenVersion,
    grootte: z.enum(sizes, words.size),
    vorm: z.enum(forms, words.form),
    thema: ticks(z.enum(idsOf(themes), words.themes)),
    soort: optional(z.enum(idsOf(questionKinds), words.kind)),
    invloed: optional(z.enum(idsOf(participationLevels), words.level)),
    ruimte: optional(lines({ max: limits.reason }, { empty: words.long, long: words.long })),
  })
}

/** At most this many themes are ticked beforehand; more would be a guess. */
const proposedThemes = 3

async function show(visit: Visit, kept?: { input: FormInput; errors: Errors; key: string }): Promise<Response> {
  const { vault } = visit.platform
  const { seen, influence } = await visit.house(async (tx) => {
    const found = await getForDesk(tx, vault, visit.param('id'))
    return { seen: found, influence: await findInfluence(tx, await sealerOfRequest(tx, vault, found.id), found.id) }
  })
  if (seen.state !== 'in-intake' && !mayDivideAgain(seen.state)) throw problems['no-such-move']()
  const proposed =
    seen.themes.length > 0 ? [] : themesIn(`${seen.question}\n${seen.context ?? ''}`).slice(0, proposedThemes)
  const known: FormInput = {
    grootte: seen.size ?? '',
    vorm: seen.form ?? '',
    thema: seen.themes.length > 0 ? seen.themes : proposed.map((each) => each.id),
    soort: seen.questionKind ?? '',
    invloed: influence.level ?? '',
    ruimte: influence.canChange ?? '',
  }
  return visit.html(
    <DividePage
      frame={visit.frame()}
      seen={seen}
      again={mayDivideAgain(seen.state)}
      input={kept?.input ?? known}
      themesFound={kept === undefined && proposed.length > 0}
      formKey={kept?.key ?? visit.newKey()}
      {...(kept && { errors: kept.errors })}
    />,
    kept ? 422 : 200,
  )
}

async function divide(visit: ActVisit): Promise<Response> {
  const id = visit.param('id')
  const form = visit.read(schemaOf(visit.lang))
  if (!form.ok) return show(visit, { ...form, key: one(visit.sent, '_key') })
  const { version, grootte, vorm, thema, soort, invloed, ruimte } = form.value
  return press(
    visit,
    { id, path: deskPaths.request(id) },
    (tx) =>
      divideRequest(
        tx,
        visit.platform.vault,
        visit.person(),
        { id, version },
        {
          size: grootte,
          form: vorm,
          themes: [...new Set(thema)],
          questionKind: soort ?? null,
          level: invloed ?? null,
          canChange: ruimte ?? null,
        },
        visit.now,
      ),
    () => deskPaths.request(id),
  )
}

/** Dividing a question: small or large, form, themes, kind, and what can still change. */
export const divideRoutes: readonly Route[] = [
  page(deskPaths.divide(':id'), { who: deskOnly, rate: 'working', data: 'special' }, (visit) => show(visit)),
  action(deskPaths.divide(':id'), { who: deskOnly, rate: 'working', data: 'special', input: schemaOf('nl') }, divide),
]
