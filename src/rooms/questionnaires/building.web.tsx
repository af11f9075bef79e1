import { z } from 'zod'
import { limits } from '../../lib/questionnaire/definition.ts'
import { faultsOf } from '../../lib/questionnaire/faults.ts'
import type { Errors, FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { line, lines } from '../../platform/forms.ts'
import { may } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Departure, Visit } from '../../platform/http/visit.ts'
import { problems as platform } from '../../platform/problems.ts'
import { documentBefore, listSteps, savePress, type Press } from './building.actions.ts'
import { buildingWords } from './building.text.ts'
import { BuildingPage, type BuildingProps } from './building.views.tsx'
import {
  addQuestion,
  addSection,
  findSection,
  keyFrom,
  moveQuestion,
  moveSection,
  newQuestion,
  questionTypes,
} from './changes.rules.ts'
import { paths } from './paths.ts'
import { unknown } from './problems.ts'
import { archiveQuestionnaire, makeQuestionnaire } from './questionnaires.actions.ts'
import { getQuestionnaire, listVersions } from './questionnaires.sql.ts'
import { questionsOf } from '../../lib/questionnaire/routing.ts'

const shownSteps = 20
const revision = z.string().regex(/^\d{1,9}\.\d{1,9}$/)
export const RevisionForm = z.strictObject({ revision })
const ArchiveForm = z.strictObject({ away: z.enum(['yes', 'no']) })
const Nothing = z.strictObject({})
const StepForm = z.strictObject({ revision, step: z.string().regex(/^\d{1,9}$/) })
const OrderForm = z.strictObject({
  revision,
  press: z.string().regex(new RegExp(`^(question|section):(up|down):[A-Za-z0-9-]{1,${limits.key}}$`)),
})
const words = (lang: Lang) => buildingWords[lang].overview
const SectionForm = (lang: Lang) =>
  z.strictObject({
    revision,
    title: line({ max: limits.title }, { empty: words(lang).emptyText, long: words(lang).longText }),
  })
const QuestionForm = (lang: Lang) =>
  z.strictObject({
    revision,
    section: z.string().min(1, words(lang).emptyText),
    type: z.enum(questionTypes, words(lang).type),
    text: lines({ max: limits.words }, { empty: words(lang).emptyText, long: words(lang).longText }),
  })

/** Fields whose names depend on the questionnaire: each page that takes them looks at the names itself. */
export const namedByContent = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

export const researcher = { who: may('researcher'), rate: 'working', data: 'none' } as const

/** Saves a press of the page of this questionnaire and goes on. */
export const press = (
  visit: ActVisit,
  what: Omit<Press, 'questionnaire' | 'by'>,
  to: Departure = paths.questionnaire(visit.param('id')),
): Promise<Response> => {
  const by = visit.person()
  return visit.act(
    (tx) => savePress(tx, { ...what, questionnaire: visit.param('id'), by }, visit.now),
    () => to,
  )
}

/** The newest version of the questionnaire of this page. */
export const newestOf = async (visit: Visit) => {
  const [newest] = await visit.house((tx) => listVersions(tx, visit.param('id')))
  return newest
}

async function show(visit: Visit, sent: BuildingProps['sent'] = null): Promise<Response> {
  const id = visit.param('id')
  const seen = await visit.house(async (tx) => {
    const { archivedAt } = await getQuestionnaire(tx, id)
    const versions = await listVersions(tx, id)
    return { away: archivedAt !== null, versions, steps: await listSteps(tx, versions[0].id, shownSteps) }
  })
  const faults = faultsOf(seen.versions[0].definition).faults.length
  return visit.html(
    <BuildingPage frame={visit.frame()} id={id} {...seen} faults={faults} newKey={visit.newKey} sent={sent} />,
    sent ? 422 : 200,
  )
}

const refused = (form: 'question' | 'section', read: { input: FormInput; errors: Errors }) => ({ form, ...read })

/** The page of one questionnaire, and what is pressed there. */
export const buildingRoutes: readonly Route[] = [
  page(paths.questionnaire(':id'), researcher, (visit) => show(visit)),

  action(paths.order(':id'), { ...researcher, input: OrderForm }, (visit) => {
    const form = visit.read(OrderForm)
    if (!form.ok) throw platform['unknown-form']()
    const [of, way, key = ''] = form.value.press.split(':')
    const by = way === 'up' ? -1 : 1
    const to = `${paths.questionnaire(visit.param('id'))}#${of === 'question' ? 'vraag' : 'deel'}-${key}`
    const { revision: seen } = form.value
    return of === 'question'
      ? press(
          visit,
          { revision: seen, what: 'question-moved', about: key, change: (d) => moveQuestion(d, key, by) },
          to,
        )
      : press(visit, { revision: seen, what: 'section-moved', about: key, change: (d) => moveSection(d, key, by) }, to)
  }),

  action(paths.sections(':id'), { ...researcher, input: SectionForm('nl') }, async (visit) => {
    const form = visit.read(SectionForm(visit.lang))
    if (!form.ok) return show(visit, refused('section', form))
    const { definition } = await newestOf(visit)
    const { key } = addSection(definition, { nl: form.value.title })
    return press(
      visit,
      {
        revision: form.value.revision,
        what: 'section-added',
        about: key,
        change: (d) => addSection(d, { nl: form.value.title }).definition,
      },
      `${paths.questionnaire(visit.param('id'))}#deel-${key}`,
    )
  }),

  action(paths.questions(':id'), { ...researcher, input: QuestionForm('nl') }, async (visit) => {
    const form = visit.read(QuestionForm(visit.lang))
    if (!form.ok) return show(visit, refused('question', form))
    const { section, type, text } = form.value
    const { definition } = await newestOf(visit)
    if (findSection(definition, section) === null) throw unknown()
    const key = keyFrom(
      text,
      questionsOf(definition).map((each) => each.key),
    )
    const added = newQuestion(type, { nl: text }, key)
    return press(
      visit,
      {
        revision: form.value.revision,
        what: 'question-added',
        about: key,
        change: (d) => addQuestion(d, section, added),
      },
      paths.question(visit.param('id'), key),
    )
  }),

  action(paths.steps(':id'), { ...researcher, input: StepForm }, async (visit) => {
    const form = visit.read(StepForm)
    if (!form.ok) throw platform['unknown-form']()
    const id = visit.param('id')
    const earlier = await visit.house((tx) => documentBefore(tx, id, Number(form.value.step)))
    return press(visit, { revision: form.value.revision, what: 'restored', about: null, change: () => earlier })
  }),

  action(paths.copy(':id'), { ...researcher, input: Nothing }, (visit) => {
    if (!visit.read(Nothing).ok) throw platform['unknown-form']()
    const by = visit.person()
    return visit.act(
      async (tx) => {
        const { organisation } = await getQuestionnaire(tx, visit.param('id'))
        const [{ definition }] = await listVersions(tx, visit.param('id'))
        return makeQuestionnaire(tx, { organisation, definition, by }, visit.now)
      },
      (copy) => paths.about(copy),
    )
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
