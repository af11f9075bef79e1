import { z } from 'zod'
import type { Errors } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { linkFor, may } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { fillingPaths } from '../filling/filling.paths.ts'
import { agreeOnFilling, askToInvite, declineInvitation, readInviting } from './invitations.actions.ts'
import { invitationPaths as paths } from './invitations.paths.ts'
import { invitationsText } from './invitations.text.ts'
import { AskInvitePage, DeclinePage, InvitingPage } from './invitations.views.tsx'
import { waveIdOf, waveOf } from '../waves/waves.web.tsx'

const nothing = z.strictObject({})
const AgreementForm = (lang: Lang) =>
  z.strictObject({
    doubles: z.enum(['latest', 'merge'], invitationsText[lang].choose),
    openLink: z.enum(['on']).optional(),
  })

async function show(visit: Visit, errors: Errors = {}): Promise<Response> {
  const inviting = await visit.house(async (tx) => readInviting(tx, await waveIdOf(tx, visit)))
  return visit.html(
    <InvitingPage
      frame={visit.frame()}
      origin={visit.platform.origin}
      inviting={inviting}
      errors={errors}
      done={visit.query('gedaan')}
      newKey={visit.newKey}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const researcher = { who: may('researcher'), rate: 'working', data: 'personal' } as const
const byLetter = { who: linkFor('poll-decline'), rate: 'working', data: 'personal' } as const

export const invitationRoutes: readonly Route[] = [
  page(paths.wave(':reeks', ':golf'), researcher, (visit) => show(visit)),
  page(paths.invite(':reeks', ':golf'), researcher, async (visit) => {
    const inviting = await visit.house(async (tx) => readInviting(tx, await waveIdOf(tx, visit)))
    return visit.html(<AskInvitePage frame={visit.frame()} inviting={inviting} pageKey={visit.newKey()} />)
  }),
  action(paths.invite(':reeks', ':golf'), { ...researcher, input: nothing }, (visit) =>
    visit.act(
      async (tx) => askToInvite(tx, await waveIdOf(tx, visit), visit.now),
      () => `${paths.wave(...waveOf(visit))}?gedaan=uitgenodigd`,
    ),
  ),
  action(paths.settings(':reeks', ':golf'), { ...researcher, input: AgreementForm('nl') }, (visit) => {
    const form = visit.read(AgreementForm(visit.lang))
    if (!form.ok) return show(visit, form.errors)
    const { doubles, openLink } = form.value
    return visit.act(
      async (tx) =>
        agreeOnFilling(
          tx,
          await waveIdOf(tx, visit),
          { doubles, openLink: openLink === 'on', by: visit.person() },
          visit.now,
        ),
      () => `${paths.wave(...waveOf(visit))}?gedaan=afgesproken`,
    )
  }),
  page(fillingPaths.decline(':link'), byLetter, async (visit) =>
    visit.html(
      <DeclinePage
        frame={visit.frame()}
        link={visit.param('link')}
        done={visit.query('gedaan') !== null}
        newKey={visit.newKey()}
      />,
    ),
  ),
  action(fillingPaths.decline(':link'), { ...byLetter, input: nothing }, (visit) =>
    visit.act(
      (tx) => declineInvitation(tx, visit.subject()),
      () => `${fillingPaths.decline(visit.param('link'))}?gedaan`,
    ),
  ),
]
