import { z } from 'zod'
import type { Errors, FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { line } from '../../platform/forms.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { partnerOrganisations } from '../accounts/public.ts'
import { researcher } from './building.web.tsx'
import { paths } from './paths.ts'
import { makeQuestionnaire } from './questionnaires.actions.ts'
import { begunFrom } from './questionnaires.rules.ts'
import { listQuestionnaires } from './questionnaires.sql.ts'
import { ListPage, StartPage } from './questionnaires.views.tsx'
import { templates } from './templates.ts'
import { questionnairesWords } from './text.ts'

const StartForm = (lang: Lang) => {
  const words = questionnairesWords[lang].start
  return z.strictObject({
    name: line({ max: 200 }, { empty: words.emptyName, long: words.longName }),
    organisation: z.uuid(words.chooseWhose),
    from: z.enum(['', ...templates.keys()], words.chooseFrom).default(''),
  })
}

async function showStart(visit: Visit, sent?: { readonly input: FormInput; readonly errors: Errors }) {
  const organisations = await visit.house((tx) => partnerOrganisations(tx))
  return visit.html(
    <StartPage
      frame={visit.frame()}
      organisations={organisations}
      templates={Array.from(templates, ([name, { title }]) => ({ name, title }))}
      newKey={visit.newKey}
      input={sent?.input ?? {}}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

export const questionnaireRoutes: readonly Route[] = [
  page(paths.list, researcher, async (visit) =>
    visit.html(<ListPage frame={visit.frame()} listed={await visit.house((tx) => listQuestionnaires(tx))} />),
  ),

  page(paths.start, researcher, (visit) => showStart(visit)),

  action(paths.start, { ...researcher, input: StartForm('nl') }, async (visit) => {
    const form = visit.read(StartForm(visit.lang))
    if (!form.ok) return showStart(visit, form)
    const { name, organisation, from } = form.value
    const partners = await visit.house((tx) => partnerOrganisations(tx))
    if (!partners.some((each) => each.id === organisation))
      return showStart(visit, {
        input: form.input,
        errors: { organisation: visit.words(questionnairesWords).start.chooseWhose },
      })
    const made = { organisation, definition: begunFrom(templates.get(from), name), by: visit.person() }
    return visit.act(
      (tx) => makeQuestionnaire(tx, made, visit.now),
      (id) => paths.questionnaire(id),
    )
  }),
]
