import { z } from 'zod'
import type { Errors } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { linkFor, may } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { fillingPaths } from './filling.paths.ts'
import { agreeOnFilling, askToInvite, declineInvitation, readInviting } from './invitations.actions.ts'
import { invitationPaths as paths } from './invitations.paths.ts'
import { invitationsText } from './invitations.text.ts'
import { DeclinePage, InvitingPage } from './invitations.views.tsx'

const nothing = z.strictObject({})
const AgreementForm = (lang: Lang) =>
  z.strictObject({
    doubles: z.enum(['latest', 'merge'], invitationsText[lang].choose),
    openLink: z.enum(['on']).optional(),
  })

async function show(visit: Visit, errors: Errors = {}): Promise<Response> {
  const inviting = await visit.house((tx) => readInviting(tx, visit.param('wave')))
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
  page(paths.wave(':wave'), researcher, (visit) => show(visit)),
  action(paths.invite(':wave'), { ...researcher, input: nothing }, (visit) =>
    visit.act(
      (tx) => askToInvite(tx, visit.param('wave'), visit.now),
      () => `${paths.wave(visit.param('wave'))}?gedaan=uitgenodigd`,
    ),
  ),
  action(paths.settings(':wave'), { ...researcher, input: AgreementForm('nl') }, (visit) => {
    const form = visit.read(AgreementForm(visit.lang))
    if (!form.ok) return show(visit, form.errors)
    const { doubles, openLink } = form.value
    return visit.act(
      (tx) =>
        agreeOnFilling(
          tx,
          visit.param('wave'),
          { doubles, openLink: openLink === 'on', by: visit.person() },
          visit.now,
        ),
      () => `${paths.wave(visit.param('wave'))}?gedaan=afgesproken`,
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
