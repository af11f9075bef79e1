import { z } from 'zod'
import type { Errors, FormInput } from '../../../lib/form-values.ts'
import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Lang } from '../../../lib/words.ts'
import { line, lines, optional } from '../../../platform/forms.ts'
import { editorOrResearcher } from '../../../platform/http/access.ts'
import { action, page, squarePage, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { addBottleneck, mergeBottleneck } from './bottlenecks.actions.ts'
import { bottleneckPaths } from './bottlenecks.paths.ts'
import { listBottlenecks, listPublicBottlenecks } from './bottlenecks.sql.ts'
import { bottleneckWords } from './bottlenecks.text.ts'
import { BottlenecksPage, KeepBottlenecksPage } from './bottlenecks.views.tsx'

const AddForm = (lang: Lang) => {
  const { errors } = bottleneckWords[lang]
  return z.strictObject({
    title: line({ min: 3, max: 120 }, errors.title),
    about: lines({ min: 10, max: 1000 }, errors.about),
    titleEnglish: optional(line({ max: 120 }, errors.title)),
    aboutEnglish: optional(lines({ max: 1000 }, errors.about)),
    source: line({ min: 3, max: 300 }, errors.source),
    reason: lines({ min: 3, max: 1000 }, errors.reason),
  })
}

const MergeForm = (lang: Lang) => {
  const { errors } = bottleneckWords[lang]
  const slug = z.string(errors.choose).regex(/^[a-z0-9-]{1,100}$/, errors.choose)
  return z
    .strictObject({ from: slug, into: slug, mergeReason: lines({ min: 3, max: 1000 }, errors.reason) })
    .refine(({ from, into }) => from !== into, { message: errors.same, path: ['into'] })
}

const said = (nl: string, en: string | undefined): Said => (en === undefined ? { nl } : { nl, en })

type Sent = { readonly form: 'add' | 'merge'; readonly input: FormInput; readonly errors: Errors }

async function showKeeping(visit: Visit, sent: Sent | null = null): Promise<Response> {
  const list = await visit.house((tx) => listBottlenecks(tx))
  return visit.html(
    <KeepBottlenecksPage
      frame={visit.frame()}
      list={list}
      newKey={visit.newKey}
      saved={sent === null && visit.query('bewaard') !== null}
      sent={sent}
    />,
    sent === null ? 200 : 422,
  )
}

const keeping = { who: editorOrResearcher, rate: 'working', data: 'none' } as const
const kept = () => `${bottleneckPaths.keep}?bewaard`

/** The public register, and the page on which it is kept. */
export const bottleneckRoutes: readonly Route[] = [
  squarePage(bottleneckPaths.list, {}, async (visit) =>
    visit.html(<BottlenecksPage frame={visit.frame()} list={await visit.square((db) => listPublicBottlenecks(db))} />),
  ),
  page(bottleneckPaths.keep, keeping, (visit) => showKeeping(visit)),
  action(bottleneckPaths.keep, { ...keeping, input: AddForm('nl') }, (visit) => {
    const form = visit.read(AddForm(visit.lang))
    if (!form.ok) return showKeeping(visit, { form: 'add', input: visit.sent, errors: form.errors })
    const { title, about, titleEnglish, aboutEnglish, source, reason } = form.value
    const words = { title: said(title, titleEnglish), about: said(about, aboutEnglish), source, reason }
    return visit.act((tx) => addBottleneck(tx, words, visit.person(), visit.now), kept)
  }),
  action(bottleneckPaths.merge, { ...keeping, input: MergeForm('nl') }, (visit) => {
    const form = visit.read(MergeForm(visit.lang))
    if (!form.ok) return showKeeping(visit, { form: 'merge', input: visit.sent, errors: form.errors })
    const { mergeReason, ...slugs } = form.value
    return visit.act((tx) => mergeBottleneck(tx, slugs, mergeReason, visit.person(), visit.now), kept)
  }),
]
