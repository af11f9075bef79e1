import { many, one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { limits, type Definition, type Question } from '../../lib/questionnaire/definition.ts'
import { faultsOf } from '../../lib/questionnaire/faults.ts'
import type { Lang } from '../../lib/words.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { problems as platform } from '../../platform/problems.ts'
import { linkableTerms, meaningsOf } from '../terms/public.ts'
import { namedByContent, newestOf, press, researcher, RevisionForm } from './building.web.tsx'
import { buildingWords } from './building.text.ts'
import {
  changeQuestion,
  changeSection,
  findQuestion,
  findSection,
  moved,
  removeQuestion,
  removeSection,
} from './changes.rules.ts'
import { faultSentence } from './definition-faults.text.ts'
import { QuestionPage } from './editing.views.tsx'
import { AboutPage, RemovePage, SectionPage, WhenPage } from './parts.views.tsx'
import { paths } from './paths.ts'
import { unknown } from './problems.ts'
import {
  errorsFrom,
  knowsFields,
  knowsWhenFields,
  maybeSaid,
  questionFrom,
  saidFrom,
  whenFrom,
  withMovedOption,
  type FieldFault,
  type ListName,
} from './question-form.rules.ts'
import { revisionOf } from './steps.rules.ts'

type Sent = { readonly input: FormInput; readonly errors: Errors }

const fieldSentences = (faults: Readonly<Record<string, FieldFault>>, lang: Lang) =>
  errorsFrom(faults, (fault) => buildingWords[lang].question.faults[fault])
const strange = (lang: Lang): Errors => ({ _form: buildingWords[lang].question.unknownField })

/** What is wrong with one question as it is saved; `when` for its routing alone. */
function wrongWith(definition: Definition, key: string, about: 'question' | 'when', lang: Lang): readonly string[] {
  const sentences = faultsOf(definition).faults.flatMap((fault) => {
    const [, s, , q, part] = fault.at
    const question = typeof s === 'number' && typeof q === 'number' ? definition.sections[s]?.questions[q] : undefined
    return question?.key === key && (part === 'when') === (about === 'when') ? [faultSentence(fault, lang)] : []
  })
  return [...new Set(sentences)]
}

async function questionOf(visit: Visit) {
  const newest = await newestOf(visit)
  const found = findQuestion(newest.definition, visit.param('vraag'))
  if (found === null) throw unknown()
  return { newest, ...found }
}
async function sectionOf(visit: Visit) {
  const newest = await newestOf(visit)
  const section = findSection(newest.definition, visit.param('deel'))
  if (section === null) throw unknown()
  return { newest, section }
}

async function showQuestion(visit: Visit, sent: Sent | null = null): Promise<Response> {
  const { newest, question } = await questionOf(visit)
  return visit.html(
    <QuestionPage
      frame={visit.frame()}
      id={visit.param('id')}
      question={question}
      terms={linkableTerms}
      revision={sent === null ? revisionOf(newest) : one(sent.input, 'revision')}
      wrong={wrongWith(newest.definition, question.key, 'question', visit.lang)}
      saved={sent === null && visit.query('bewaard') !== null}
      newKey={visit.newKey()}
      input={sent?.input ?? null}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

/** Where an edited page goes: back to the list, or to itself again. */
const after = (visit: ActVisit, path: string, question: Question) =>
  one(visit.sent, 'press') === 'stay'
    ? `${path}?bewaard`
    : `${paths.questionnaire(visit.param('id'))}#vraag-${question.key}`

async function saveQuestion(visit: ActVisit): Promise<Response> {
  const { question: old } = await questionOf(visit)
  const { sent, lang } = visit
  if (!knowsFields(sent)) return showQuestion(visit, { input: sent, errors: strange(lang) })
  // A term that the list does not offer any more stays as long as it is ticked.
  const offered = new Set([
    ...linkableTerms.map(({ id }): string => id),
    ...(old.type === 'info' ? [] : (old.terms ?? [])),
  ])
  const terms = many(sent, 'terms').filter((id) => offered.has(id))
  const { question, faults } = questionFrom(old, { ...sent, terms }, lang)
  if (Object.keys(faults).length > 0) return showQuestion(visit, { input: sent, errors: fieldSentences(faults, lang) })
  const [way = '', list = '', at = ''] = one(sent, 'press').split(':')
  const by = way === 'up' ? -1 : 1
  const shifts = (way === 'up' || way === 'down') && /^\d{1,2}$/.test(at)
  const changed = shifts
    ? withMovedOption(question, list as ListName, (options) => moved(options, Number(at), by))
    : question
  const path = paths.question(visit.param('id'), old.key)
  return press(
    visit,
    {
      revision: one(sent, 'revision'),
      what: 'question-changed',
      about: old.key,
      change: (definition) => changeQuestion(definition, changed),
    },
    shifts ? `${path}#${list}-${Number(at) + by}` : after(visit, path, old),
  )
}

async function showWhen(visit: Visit, errors: Errors = {}): Promise<Response> {
  const { newest, question, before } = await questionOf(visit)
  return visit.html(
    <WhenPage
      frame={visit.frame()}
      id={visit.param('id')}
      revision={revisionOf(newest)}
      newKey={visit.newKey()}
      question={question}
      before={before}
      wrong={wrongWith(newest.definition, question.key, 'when', visit.lang)}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

async function saveWhen(visit: ActVisit): Promise<Response> {
  const { question, before } = await questionOf(visit)
  const { sent } = visit
  if (!knowsWhenFields(sent)) return showWhen(visit, strange(visit.lang))
  const added = one(sent, 'add')
  if (added !== '' && !before.some(({ key }) => key === added)) throw unknown()
  const changed = whenFrom(question, sent, added)
  return press(
    visit,
    {
      revision: one(sent, 'revision'),
      what: 'routing-changed',
      about: question.key,
      change: (definition) => changeQuestion(definition, changed),
    },
    after(visit, paths.when(visit.param('id'), question.key), question),
  )
}

async function showSection(visit: Visit, sent: Sent | null = null): Promise<Response> {
  const { newest, section } = await sectionOf(visit)
  return visit.html(
    <SectionPage
      frame={visit.frame()}
      id={visit.param('id')}
      revision={revisionOf(newest)}
      newKey={visit.newKey()}
      section={section}
      input={sent?.input ?? null}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

/** Words of a form with a name and an introduction: what is missing or too long. */
function wordFaults(sent: FormInput, longest: Readonly<Record<string, number>>): Readonly<Record<string, FieldFault>> {
  const faults: Record<string, FieldFault> = {}
  for (const [name, most] of Object.entries(longest))
    for (const side of ['nl', 'en'])
      if (one(sent, `${name}-${side}`).length > most) faults[`${name}-${side}`] = 'too-long'
  if (saidFrom(sent, 'title').nl === '') faults['title-nl'] = 'empty'
  return faults
}
const only = (sent: FormInput, fields: RegExp) => Object.keys(sent).every((name) => fields.test(name))

async function saveSection(visit: ActVisit): Promise<Response> {
  const { section: old } = await sectionOf(visit)
  const { sent, lang } = visit
  if (!only(sent, /^(_key|revision|(title|intro)-(nl|en))$/))
    return showSection(visit, { input: sent, errors: strange(lang) })
  const faults = wordFaults(sent, { title: limits.title, intro: limits.words })
  if (Object.keys(faults).length > 0) return showSection(visit, { input: sent, errors: fieldSentences(faults, lang) })
  const { intro: _, ...kept } = old
  const changed = { ...kept, title: saidFrom(sent, 'title'), ...maybeSaid(sent, 'intro') }
  return press(visit, {
    revision: one(sent, 'revision'),
    what: 'section-changed',
    about: old.key,
    change: (definition) => changeSection(definition, changed),
  })
}

async function showAbout(visit: Visit, sent: Sent | null = null): Promise<Response> {
  const newest = await newestOf(visit)
  const meanings = await visit.house((tx) => meaningsOf(tx, newest.definition.terms))
  return visit.html(
    <AboutPage
      frame={visit.frame()}
      id={visit.param('id')}
      revision={revisionOf(newest)}
      newKey={visit.newKey()}
      definition={newest.definition}
      terms={linkableTerms}
      meanings={meanings}
      input={sent?.input ?? null}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

async function saveAbout(visit: ActVisit): Promise<Response> {
  const { definition: old } = await newestOf(visit)
  const { sent, lang } = visit
  if (!only(sent, /^(_key|revision|terms|(title|intro|source)-(nl|en))$/))
    return showAbout(visit, { input: sent, errors: strange(lang) })
  const faults = wordFaults(sent, { title: limits.title, intro: limits.intro, source: limits.words })
  if (Object.keys(faults).length > 0) return showAbout(visit, { input: sent, errors: fieldSentences(faults, lang) })
  const chosen = many(sent, 'terms')
  const terms = [...new Set([...linkableTerms.map(({ id }): string => id), ...old.terms])].filter((id) =>
    chosen.includes(id),
  )
  return press(visit, {
    revision: one(sent, 'revision'),
    what: 'about-changed',
    about: null,
    change: (definition) => {
      const { source: _, ...kept } = definition
      const words = { title: saidFrom(sent, 'title'), intro: saidFrom(sent, 'intro'), ...maybeSaid(sent, 'source') }
      return { ...kept, ...words, terms }
    },
  })
}

const revisionIn = (visit: ActVisit): string => {
  const form = visit.read(RevisionForm)
  if (!form.ok) throw platform['unknown-form']()
  return form.value.revision
}

/** The pages that edit one thing of a questionnaire each. */
export const editingRoutes: readonly Route[] = [
  page(paths.question(':id', ':vraag'), researcher, (visit) => showQuestion(visit)),
  action(paths.question(':id', ':vraag'), { ...researcher, input: namedByContent }, saveQuestion),
  page(paths.when(':id', ':vraag'), researcher, (visit) => showWhen(visit)),
  action(paths.when(':id', ':vraag'), { ...researcher, input: namedByContent }, saveWhen),
  page(paths.removeQuestion(':id', ':vraag'), researcher, async (visit) => {
    const { newest, question } = await questionOf(visit)
    const path = paths.removeQuestion(visit.param('id'), question.key)
    return visit.html(<RemovePage {...removing(visit)} revision={revisionOf(newest)} what={question} path={path} />)
  }),
  action(paths.removeQuestion(':id', ':vraag'), { ...researcher, input: RevisionForm }, async (visit) => {
    const { question } = await questionOf(visit)
    const revision = revisionIn(visit)
    const { key } = question
    return press(visit, { revision, what: 'question-removed', about: key, change: (d) => removeQuestion(d, key) })
  }),
  page(paths.section(':id', ':deel'), researcher, (visit) => showSection(visit)),
  action(paths.section(':id', ':deel'), { ...researcher, input: namedByContent }, saveSection),
  page(paths.removeSection(':id', ':deel'), researcher, async (visit) => {
    const { newest, section } = await sectionOf(visit)
    const path = paths.removeSection(visit.param('id'), section.key)
    return visit.html(<RemovePage {...removing(visit)} revision={revisionOf(newest)} what={section} path={path} />)
  }),
  action(paths.removeSection(':id', ':deel'), { ...researcher, input: RevisionForm }, async (visit) => {
    const { section } = await sectionOf(visit)
    const revision = revisionIn(visit)
    const { key } = section
    return press(visit, { revision, what: 'section-removed', about: key, change: (d) => removeSection(d, key) })
  }),
  page(paths.about(':id'), researcher, (visit) => showAbout(visit)),
  action(paths.about(':id'), { ...researcher, input: namedByContent }, saveAbout),
]

function removing(visit: Visit) {
  return { frame: visit.frame(), id: visit.param('id'), newKey: visit.newKey() }
}
