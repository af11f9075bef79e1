import { z } from 'zod'
import { one, type FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { linkFor, signedIn } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../../platform/http/visit.ts'
import { line, optional } from '../../../platform/forms.ts'
import { answerConsent, getAsked, listAskedOfMe, takeBackConsent, type ConsentAnswer } from './consent.actions.ts'
import { consentWords } from './consent.text.ts'
import { AskedPage, MyKnowledgePage } from './consent.views.tsx'
import { paths } from '../paths.ts'
import { limits } from '../items/texts.rules.ts'

const answerForm = (lang: Lang) => {
  const words = consentWords[lang]
  return z.strictObject({
    says: z.enum(['yes', 'no'], words.choose),
    shownAs: optional(line({ max: limits.shownAs }, { empty: words.shownAsLong, long: words.shownAsLong })),
  })
}

type Where = { readonly yes: string; readonly answerPath: string; readonly backPath: string }

const showAsked = async (
  visit: Visit,
  where: Where,
  more: { input?: FormInput; errors?: Record<string, string> } = {},
) => {
  const asked = await visit.house((tx) => getAsked(tx, visit.platform.vault, where.yes))
  const key = (more.input && one(more.input, '_key')) || visit.newKey()
  return visit.html(
    <AskedPage
      frame={visit.frame()}
      asked={asked}
      answerPath={where.answerPath}
      backPath={where.backPath}
      pageKey={key}
      {...more}
    />,
    more.errors ? 422 : 200,
  )
}

const giveAnswer = (visit: ActVisit, where: Where) => {
  const form = visit.read(answerForm(visit.lang))
  if (!form.ok) return showAsked(visit, where, { input: visit.sent, errors: form.errors })
  const answer: ConsentAnswer =
    form.value.says === 'yes' ? { says: 'yes', shownAs: form.value.shownAs ?? null } : { says: 'no' }
  return visit.act(
    (tx) => answerConsent(tx, visit.platform.vault, where.yes, answer, visit.now),
    () => where.answerPath,
  )
}

const giveBack = (visit: ActVisit, where: Where) =>
  visit.act(
    (tx) => takeBackConsent(tx, where.yes, visit.now),
    () => where.answerPath,
  )

const byLink = (visit: Visit): Where => ({
  yes: visit.subject(),
  answerPath: paths.consent(visit.param('link')),
  backPath: paths.takeBack(visit.param('link')),
})
const bySession = (visit: Visit): Where => ({
  yes: visit.param('yes'),
  answerPath: paths.mineOne(visit.param('yes')),
  backPath: paths.mineTakeBack(visit.param('yes')),
})

const link = { who: linkFor('consent'), rate: 'working', data: 'special' } as const
const mine = { who: signedIn, rate: 'working', data: 'special' } as const

export const consentRoutes: readonly Route[] = [
  page(paths.consent(':link'), link, (visit) => showAsked(visit, byLink(visit))),
  action(paths.consent(':link'), { ...link, input: answerForm('nl') }, (visit) => giveAnswer(visit, byLink(visit))),
  action(paths.takeBack(':link'), link, (visit) => giveBack(visit, byLink(visit))),

  page(paths.mine, mine, async (visit) => {
    const asked = await visit.house((tx) => listAskedOfMe(tx, visit.platform.vault))
    return visit.html(<MyKnowledgePage frame={visit.frame()} asked={asked} />)
  }),
  page(paths.mineOne(':yes'), mine, (visit) => showAsked(visit, bySession(visit))),
  action(paths.mineOne(':yes'), { ...mine, input: answerForm('nl') }, (visit) => giveAnswer(visit, bySession(visit))),
  action(paths.mineTakeBack(':yes'), mine, (visit) => giveBack(visit, bySession(visit))),
]
