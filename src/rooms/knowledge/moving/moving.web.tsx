import type { Errors, FormInput } from '../../../lib/form-values.ts'
import { editor } from '../../../platform/http/access.ts'
import { action, page, upload, type Route } from '../../../platform/http/routes.ts'
import type { UploadVisit, Visit } from '../../../platform/http/visit.ts'
import { partnerOrganisations } from '../../accounts/public.ts'
import { editorOf } from '../editors.ts'
import { countPublishable } from '../harvests/harvest-publishing.jobs.ts'
import { addSource, publishRun, startRun } from '../harvests/harvests.actions.ts'
import { Press } from '../harvests/harvests.forms.ts'
import { harvestLimits } from '../harvests/harvests.rules.ts'
import { findRunWords, getSource, listRuns, listSources } from '../harvests/harvests.sql.ts'
import { decideAndTake, decideSections } from './moving.actions.ts'
import { movingWords } from './moving.editing.text.ts'
import { MoveForm, SectionsForm, sectionsFrom } from './moving.forms.ts'
import { movingPaths } from './moving.paths.ts'
import { countMoved, listSectionChoices, listSections, listToLookAt } from './moving.sql.ts'
import { MovePage, MovingListPage } from './moving-start.views.tsx'
import { MovingPage } from './moving.views.tsx'
import { problems, unknown } from '../problems.ts'

type Sent = { readonly input: FormInput; readonly errors: Errors }

const working = { who: editor, rate: 'working', data: 'special' } as const
const sending = { who: editor, rate: 'heavy', data: 'special', mostBytes: harvestLimits.bytes } as const

async function showStart(visit: Visit, sent?: Sent) {
  const { edits } = editorOf(visit)
  const own = await visit.house(async (tx) => (await partnerOrganisations(tx)).filter((each) => edits.has(each.id)))
  return visit.html(
    <MovePage
      frame={visit.frame()}
      own={own}
      pageKey={visit.newKey()}
      input={sent?.input ?? {}}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

async function begin(visit: UploadVisit) {
  const form = visit.read(MoveForm(visit.lang))
  const file = visit.files.get('file') ?? null
  const words = movingWords[visit.lang].form
  if (!form.ok) return showStart(visit, { input: visit.sent, errors: form.errors })
  const { organisation, address = null, names, ...rest } = form.value
  if ((file === null) === (address === null))
    return showStart(visit, {
      input: visit.sent,
      errors: file === null ? { address: words.oneOf } : { address: words.notBoth },
    })
  const doer = editorOf(visit)
  return visit.act(async (tx) => {
    const source = await addSource(
      tx,
      {
        ...rest,
        organisation,
        address,
        lang: 'nl',
        themes: [],
        weekly: false,
        moving: address === null ? 'export' : 'site',
        takesNames: names === 'on',
      },
      doer,
      visit.now,
    )
    await startRun(tx, visit.platform.vault, source, file, doer, visit.now)
    return source
  }, movingPaths.one)
}

async function showOne(visit: Visit, status = 200) {
  const id = visit.param('site')
  const { vault } = visit.platform
  const seen = await visit.house(async (tx) => {
    const source = await getSource(tx, id)
    if (source.moving === null) throw unknown()
    const [run = null] = await listRuns(tx, id, 1)
    const previewed = run?.state === 'previewed'
    return {
      source,
      run,
      ...(run === null ? { problem: null, remarks: [] } : await findRunWords(tx, vault, run.id)),
      sections: previewed ? await listSections(tx, vault, run.id) : [],
      choices: await listSectionChoices(tx, id),
      moved: await countMoved(tx, id),
      rest: await listToLookAt(tx, vault, id),
      publishable: run?.state === 'committed' ? await countPublishable(tx, run.id) : 0,
    }
  })
  return visit.html(
    <MovingPage frame={visit.frame()} {...seen} pageKey={visit.newKey()} newKey={visit.newKey} />,
    status,
  )
}

/** The pages on which a partner moves its own site in. */
export const movingRoutes: readonly Route[] = [
  page(movingPaths.list, working, async (visit) => {
    const sites = await visit.house(async (tx) => {
      const sources = (await listSources(tx)).filter((source) => source.moving !== null)
      const moved = []
      for (const source of sources) moved.push({ ...source, moved: await countMoved(tx, source.id) })
      return moved
    })
    return visit.html(<MovingListPage frame={visit.frame()} sites={sites} />)
  }),
  page(movingPaths.start, working, (visit) => showStart(visit)),
  upload(movingPaths.start, { ...sending, input: MoveForm('nl') }, begin),
  page(movingPaths.one(':site'), working, (visit) => showOne(visit)),
  action(movingPaths.sections(':site'), { ...working, input: SectionsForm }, (visit) => {
    const id = visit.param('site')
    const form = visit.read(SectionsForm)
    const choices = sectionsFrom(visit.sent)
    if (!form.ok || choices === null) return showOne(visit, 422)
    const { run, go } = form.value
    return visit.act(
      (tx) =>
        go === 'take'
          ? decideAndTake(tx, run, choices, visit.person(), visit.now)
          : decideSections(tx, run, choices, visit.now),
      () => movingPaths.one(id),
    )
  }),
  action(movingPaths.publish(':site'), { ...working, input: Press }, (visit) => {
    const id = visit.param('site')
    return visit.act(
      async (tx) => {
        const { id: source } = await getSource(tx, id)
        const [run] = await listRuns(tx, source, 1)
        if (run === undefined) throw problems['run-moved-on']()
        await publishRun(tx, run.id, visit.person(), visit.now)
      },
      () => movingPaths.one(id),
    )
  }),
  upload(movingPaths.again(':site'), { ...sending, input: Press }, (visit) => {
    const id = visit.param('site')
    return visit.act(
      (tx) => startRun(tx, visit.platform.vault, id, visit.files.get('file') ?? null, editorOf(visit), visit.now),
      () => movingPaths.one(id),
    )
  }),
]
