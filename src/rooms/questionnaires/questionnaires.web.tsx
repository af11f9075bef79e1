import { z } from 'zod'
import type { Errors, FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { line } from '../../platform/forms.ts'
import { may } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { problems as platform } from '../../platform/problems.ts'
import { partnerOrganisations } from '../accounts/public.ts'
import { paths } from './paths.ts'
import { archiveQuestionnaire, makeQuestionnaire } from './questionnaires.actions.ts'
import { emptyDefinition } from './questionnaires.rules.ts'
import { getQuestionnaire, listQuestionnaires, listVersions } from './questionnaires.sql.ts'
import { ListPage, QuestionnairePage, StartPage } from './questionnaires.views.tsx'
import { questionnairesWords } from './text.ts'

const StartForm = (lang: Lang) => {
  const words = questionnairesWords[lang].start
  return z.strictObject({
    name: line({ max: 200 }, { empty: words.emptyName, long: words.longName }),
    organisation: z.uuid(words.chooseWhose),
  })
}
const ArchiveForm = z.strictObject({ away: z.enum(['yes', 'no']) })

async function showStart(visit: Visit, sent?: { readonly input: FormInput; readonly errors: Errors }) {
  const organisations = await visit.house((tx) => partnerOrganisations(tx))
  return visit.html(
    <StartPage
      frame={visit.frame()}
      organisations={organisations}
      newKey={visit.newKey}
      input={sent?.input ?? {}}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

const researcher = { who: may('researcher'), rate: 'working', data: 'none' } as const

export const questionnaireRoutes: readonly Route[] = [
  page(paths.list, researcher, async (visit) =>
    visit.html(<ListPage frame={visit.frame()} listed={await visit.house((tx) => listQuestionnaires(tx))} />),
  ),

  page(paths.start, researcher, (visit) => showStart(visit)),

  action(paths.start, { ...researcher, input: StartForm('nl') }, async (visit) => {
    const form = visit.read(StartForm(visit.lang))
    if (!form.ok) return showStart(visit, form)
    const { name, organisation } = form.value
    const partners = await visit.house((tx) => partnerOrganisations(tx))
    if (!partners.some((each) => each.id === organisation))
      return showStart(visit, {
        input: form.input,
        errors: { organisation: visit.words(questionnairesWords).start.chooseWhose },
      })
    const made = { organisation, definition: emptyDefinition(name), by: visit.person() }
    return visit.act(
      (tx) => makeQuestionnaire(tx, made, visit.now),
      (id) => paths.questionnaire(id),
    )
  }),

  page(paths.questionnaire(':id'), researcher, async (visit) => {
    const id = visit.param('id')
    const seen = await visit.house(async (tx) => ({
      away: (await getQuestionnaire(tx, id)).archivedAt !== null,
      versions: await listVersions(tx, id),
    }))
    return visit.html(<QuestionnairePage frame={visit.frame()} id={id} {...seen} newKey={visit.newKey} />)
  }),

  action(paths.archive(':id'), { ...researcher, input: ArchiveForm }, (visit) => {
    const id = visit.param('id')
    const form = visit.read(ArchiveForm)
    if (!form.ok) throw platform['unknown-form']()
    const away = form.value.away === 'yes'
    return visit.act(
      (tx) => archiveQuestionnaire(tx, id, away, visit.now),
      () => paths.questionnaire(id),
    )
  }),
]
