import { many, one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { checkAnswers, readSection } from '../../lib/questionnaire/answers.ts'
import type { Answers, Definition } from '../../lib/questionnaire/definition.ts'
import { faultsOf } from '../../lib/questionnaire/faults.ts'
import { valuesOf } from '../../lib/questionnaire/fields.ts'
import { answerTo, shownQuestions, shownSections, termsOf } from '../../lib/questionnaire/routing.ts'
import type { Lang } from '../../lib/words.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { problems as platform } from '../../platform/problems.ts'
import { meaningsOf } from '../terms/public.ts'
import { answerFaultErrors } from '../../ui/answer-faults.text.ts'
import { namedByContent, newestOf, researcher } from './building.web.tsx'
import { findSection } from './changes.rules.ts'
import { FaultsPage } from './faults.views.tsx'
import { paths } from './paths.ts'
import { PreviewPage, widths, type PreviewProps } from './preview.views.tsx'
import { findPrint, hasPrint, printName } from './prints.sql.ts'
import { PrintPage } from './print.views.tsx'
import { unknown } from './problems.ts'
import { listVersions } from './questionnaires.sql.ts'

type Shown = Pick<PreviewProps, 'section' | 'before' | 'more' | 'errors'> & { readonly input: FormInput | null }

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw platform['unknown-form']()
  }
}

/** What stands in the fields of a section by the answers so far. */
const filledIn = (definition: Definition, section: string, answers: Answers, lang: Lang): FormInput =>
  Object.assign(
    {},
    ...(findSection(definition, section)?.questions ?? []).map((question) => {
      const answer = answerTo(answers, question.key)
      return question.type === 'info' || answer === undefined ? {} : valuesOf(question, answer, lang)
    }),
  ) as FormInput

async function showPreview(visit: Visit, definition: Definition, width: string, shown: Shown): Promise<Response> {
  const seen = shownQuestions(definition, shown.before)
  const { section } = shown
  return visit.html(
    <PreviewPage
      frame={visit.frame()}
      id={visit.param('id')}
      definition={definition}
      meanings={await visit.house((tx) => meaningsOf(tx, termsOf(definition)))}
      width={widths.find((each) => each === width) ?? 'breed'}
      newKey={visit.newKey()}
      sections={shownSections(definition, shown.before)}
      onPage={(section?.questions ?? []).flatMap(({ key }) => (seen.has(key) ? [key] : []))}
      {...shown}
      input={shown.input ?? (section === null ? {} : filledIn(definition, section.key, shown.before, visit.lang))}
    />,
    Object.keys(shown.errors).length > 0 ? 422 : 200,
  )
}

const ownFields = ['_key', 'section', 'before', 'on-page', 'width', 'go']

/** One page of the preview is filled in: the next one, the one before, or the same with what is wrong. */
async function turnPage(visit: ActVisit): Promise<Response> {
  const { definition } = await newestOf(visit)
  const { sent, lang } = visit
  const section = findSection(definition, one(sent, 'section'))
  if (section === null) throw platform['unknown-form']()
  const earlier = checkAnswers(definition, parsed(one(sent, 'before'))).answers
  const read = (complete: boolean) =>
    readSection(definition, section.key, sent, { lang, before: earlier, complete, besides: ownFields })
  const found = read(false)
  const here = new Set(section.questions.map(({ key }) => key))
  const elsewhere = Object.fromEntries(Object.entries(earlier).filter(([key]) => !here.has(key)))
  const before: Answers = { ...elsewhere, ...found.answers }
  const stay = (more: boolean, errors: Errors) =>
    showPreview(visit, definition, one(sent, 'width'), { section, before, more, errors, input: sent })

  if (found.faults.length > 0) return stay(false, answerFaultErrors(found.faults, lang))
  const back = one(sent, 'go') === 'back'
  const stood = new Set(many(sent, 'on-page').flatMap((keys) => keys.split(',')))
  if (!back && found.shown.some((key) => !stood.has(key))) return stay(true, {})
  const missing = back ? [] : read(true).faults
  if (missing.length > 0) return stay(false, answerFaultErrors(missing, lang))
  const sections = shownSections(definition, before)
  const next = sections[sections.findIndex(({ key }) => key === section.key) + (back ? -1 : 1)] ?? null
  const shown = { section: next, before, more: false, errors: {}, input: null }
  return showPreview(visit, definition, one(sent, 'width'), shown)
}

/** Pages that show a questionnaire and change nothing. */
export const showingRoutes: readonly Route[] = [
  page(paths.faults(':id'), researcher, async (visit) => {
    const { definition } = await newestOf(visit)
    const found = faultsOf(definition)
    return visit.html(<FaultsPage frame={visit.frame()} id={visit.param('id')} definition={definition} {...found} />)
  }),

  page(paths.preview(':id'), researcher, async (visit) => {
    const { definition } = await newestOf(visit)
    const [section = null] = shownSections(definition, {})
    const shown = { section, before: {}, more: false, errors: {}, input: null }
    return showPreview(visit, definition, visit.query('breedte') ?? '', shown)
  }),
  action(paths.preview(':id'), { ...researcher, input: namedByContent }, turnPage),

  page(paths.print(':id'), researcher, async (visit) => {
    const number = visit.query('versie')
    const seen = await visit.house(async (tx) => {
      const versions = await listVersions(tx, visit.param('id'))
      const version = number === null ? versions[0] : versions.find((each) => String(each.number) === number)
      if (version === undefined) throw unknown()
      return {
        version,
        meanings: version.meanings ?? (await meaningsOf(tx, termsOf(version.definition))),
        pdf: (await hasPrint(tx, version.id, visit.lang))
          ? paths.printed(visit.param('id'), version.number, printName(visit.lang))
          : null,
      }
    })
    return visit.html(<PrintPage frame={visit.frame()} id={visit.param('id')} {...seen} />)
  }),
  page(paths.printed(':id', ':version', ':file'), { ...researcher, kind: 'file' }, async (visit) => {
    const print = await visit.house(async (tx) => {
      const versions = await listVersions(tx, visit.param('id'))
      const version = versions.find((each) => String(each.number) === visit.param('version'))
      return version && findPrint(tx, version.id, visit.param('file'))
    })
    if (print === undefined) throw unknown()
    return visit.bytes(print, 'application/pdf')
  }),
]
