import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { editor, linkFor } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { problems } from '../../../platform/problems.ts'
import { partnerOrganisations } from '../../accounts/public.ts'
import { answerLetter, chooseRhythm, getAsked, giveCheck } from './checks.actions.ts'
import { ChecksForm, fieldOfCheck, givenIn, RhythmSchema } from './checks.forms.ts'
import { listAskedOfEditor, type AskedItem } from './checks.sql.ts'
import { ChecksPage } from './checks.views.tsx'
import { editorOf } from '../editors.ts'
import { paths } from '../paths.ts'

type Sent = { readonly input: FormInput; readonly errors: Errors }

const keyOf = (visit: Visit, sent?: Sent) => (sent && one(sent.input, '_key')) || visit.newKey()

const askedByLetter = (visit: Visit) => visit.house((tx) => getAsked(tx, visit.now))
const askedOfEditor = (visit: Visit) => visit.house((tx) => listAskedOfEditor(tx, visit.now))

const showLetter = (visit: Visit, items: readonly AskedItem[], sent?: Sent) =>
  visit.html(
    <ChecksPage
      frame={visit.frame()}
      items={items}
      answerPath={paths.letterChecks(visit.param('link'))}
      pageKey={keyOf(visit, sent)}
      byLetter
      {...sent}
    />,
    sent ? 422 : 200,
  )

/** Names matter only to who answers for several. */
async function namesFor(visit: Visit) {
  const { edits } = editorOf(visit)
  if (edits.size < 2) return null
  const partners = await visit.house((tx) => partnerOrganisations(tx))
  return new Map(partners.map((each) => [each.id, each.name]))
}

async function showEditor(visit: Visit, items: readonly AskedItem[], sent?: Sent) {
  const names = await namesFor(visit)
  return visit.html(
    <ChecksPage
      frame={visit.frame()}
      items={items}
      answerPath={paths.checks}
      pageKey={keyOf(visit, sent)}
      byLetter={false}
      {...(names && { names })}
      {...sent}
    />,
    sent ? 422 : 200,
  )
}

const link = { who: linkFor('check'), rate: 'working', data: 'personal' } as const
const working = { who: editor, rate: 'working', data: 'personal' } as const

export const checkRoutes: readonly Route[] = [
  page(paths.letterChecks(':link'), link, async (visit) => showLetter(visit, await askedByLetter(visit))),
  action(paths.letterChecks(':link'), { ...link, input: ChecksForm('nl') }, async (visit) => {
    const asked = await askedByLetter(visit)
    const form = visit.read(ChecksForm(visit.lang, asked[0] && fieldOfCheck(asked[0])))
    if (!form.ok) return showLetter(visit, asked, { input: visit.sent, errors: form.errors })
    return visit.act(
      (tx) => answerLetter(tx, givenIn(visit.sent), visit.now),
      () => paths.letterChecks(visit.param('link')),
    )
  }),

  page(paths.checks, working, async (visit) => showEditor(visit, await askedOfEditor(visit))),
  action(paths.checks, { ...working, input: ChecksForm('nl') }, async (visit) => {
    const asked = await askedOfEditor(visit)
    const form = visit.read(ChecksForm(visit.lang, asked[0] && fieldOfCheck(asked[0])))
    if (!form.ok) return showEditor(visit, asked, { input: visit.sent, errors: form.errors })
    return visit.act(
      async (tx) => {
        for (const given of givenIn(visit.sent))
          await giveCheck(tx, visit.platform.vault, given, editorOf(visit), visit.now)
      },
      () => paths.checks,
    )
  }),
  action(paths.rhythm(':id'), { ...working, input: RhythmSchema }, (visit) => {
    const form = visit.read(RhythmSchema)
    if (!form.ok) throw problems['unknown-form']()
    const id = visit.param('id')
    return visit.act(
      (tx) => chooseRhythm(tx, visit.platform.vault, id, form.value.months ?? null, visit.now),
      () => paths.item(id),
    )
  }),
]
