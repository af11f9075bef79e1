import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { line } from '../../../platform/forms.ts'
import { anyone, may } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../../platform/http/visit.ts'
import { fillingPaths } from '../filling/filling.paths.ts'
import { invitationPaths as paths } from './invitations.paths.ts'
import { listOpenAnswers, openWave, placeOpenAnswer, takePart, type OpenWave } from './open-answers.actions.ts'
import { whyNotByHand } from './open-answers.rules.ts'
import { openAnswersText } from './open-answers.text.ts'
import { MatchPage, TakePartPage } from './open-answers.views.tsx'
import { getWave } from '../waves/waves.sql.ts'
import { waveIdOf, waveOf as waveNames } from '../waves/waves.web.tsx'

const TakePartForm = (lang: Lang) =>
  z.strictObject({
    organisation: line({ max: 120 }, { empty: openAnswersText[lang].empty, long: openAnswersText[lang].long }),
    website: z.string().max(500).optional(),
    begun: z.string().max(100).optional(),
  })
const MatchForm = z.strictObject({
  place: z.string().optional(),
  decision: z.enum(['match', 'drop']),
  sure: z.enum(['on']).optional(),
})

const hashOf = (visit: Visit, moment: string) =>
  visit.platform.vault.blindIndex('open-answer-begun', moment).toString('base64url')
/** The moment the form was opened travels with a keyed hash: nothing is stored, and nobody can set it back. */
const sealBegun = (visit: Visit) => `${visit.now.getTime()}.${hashOf(visit, String(visit.now.getTime()))}`
const readBegun = (visit: Visit, sealed: string): Date | null => {
  const [moment = '', hash] = sealed.split('.')
  return /^\d{13}$/.test(moment) && hash === hashOf(visit, moment) ? new Date(Number(moment)) : null
}

const waveOf = (visit: Visit) => visit.house((tx) => openWave(tx, visit.param('series'), visit.param('wave')))

const showTakePart = (visit: Visit, wave: OpenWave, input: FormInput = {}, errors: Errors = {}): Response =>
  visit.html(
    <TakePartPage
      frame={visit.frame()}
      wave={wave}
      address={fillingPaths.open(visit.param('series'), visit.param('wave'))}
      begun={one(input, 'begun') === '' ? sealBegun(visit) : one(input, 'begun')}
      input={input}
      errors={errors}
      newKey={visit.newKey()}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )

async function begin(visit: ActVisit): Promise<Response> {
  const form = visit.read(TakePartForm(visit.lang))
  const wave = await waveOf(visit)
  if (!form.ok) return showTakePart(visit, wave, form.input, form.errors)
  const why = whyNotByHand(form.value.website ?? '', readBegun(visit, form.value.begun ?? ''), visit.now)
  const text = openAnswersText[visit.lang]
  if (why !== null)
    return showTakePart(visit, wave, form.input, { _form: why === 'too-fast' ? text.tooFast : text.hiddenFilled })
  const part = { organisation: form.value.organisation, key: one(visit.sent, '_key') }
  const link = await visit.house((tx) => takePart(tx, visit.platform.vault, wave, part, visit.now))
  return visit.depart(fillingPaths.start(link))
}

async function showMatch(visit: Visit, failed: 'place' | 'sure' | null = null): Promise<Response> {
  const seen = await visit.house(async (tx) => {
    const { series, wave } = await getWave(tx, ...waveNames(visit))
    return { series, wave, ...(await listOpenAnswers(tx, visit.platform.vault, wave.id)) }
  })
  return visit.html(
    <MatchPage
      frame={visit.frame()}
      {...seen}
      failed={failed}
      done={visit.query('gedaan') !== null}
      newKey={visit.newKey}
    />,
    failed === null ? 200 : 422,
  )
}

const researcher = { who: may('researcher'), rate: 'working', data: 'personal' } as const

export const openAnswerRoutes: readonly Route[] = [
  page(fillingPaths.open(':series', ':wave'), { who: anyone, rate: 'reading', data: 'none' }, async (visit) =>
    showTakePart(visit, await waveOf(visit)),
  ),
  action(
    fillingPaths.open(':series', ':wave'),
    { who: anyone, rate: 'asking', data: 'personal', input: TakePartForm('nl') },
    begin,
  ),
  page(paths.openAnswers(':reeks', ':golf'), researcher, (visit) => showMatch(visit)),
  action(paths.match(':reeks', ':golf', ':answer'), { ...researcher, input: MatchForm }, (visit) => {
    const form = visit.read(MatchForm)
    const place = form.ok && form.value.decision === 'match' ? (form.value.place ?? '') : null
    if (!form.ok || place === '') return showMatch(visit, 'place')
    if (place === null && form.value.sure === undefined) return showMatch(visit, 'sure')
    return visit.act(
      async (tx) => {
        const answer = { id: visit.param('answer'), wave: await waveIdOf(tx, visit) }
        await placeOpenAnswer(tx, answer, place, visit.person(), visit.now)
      },
      () => `${paths.openAnswers(...waveNames(visit))}?gedaan`,
    )
  }),
]
