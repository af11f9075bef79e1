import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { editor } from '../../../platform/http/access.ts'
import { action, page, upload, type Route } from '../../../platform/http/routes.ts'
import type { UploadVisit, Visit } from '../../../platform/http/visit.ts'
import { partnerOrganisations } from '../../accounts/public.ts'
import { editorOf } from '../editors.ts'
import { listKnown } from './harvest-items.sql.ts'
import { countPublishable } from './harvest-publishing.jobs.ts'
import { isBusy, RunPage, RunProgress } from './harvest-run.views.tsx'
import { NewSourcePage, SourcePage, SourcesPage } from './harvest-sources.views.tsx'
import {
  acceptRun,
  addSource,
  changeSource,
  choose,
  endSource,
  publishRun,
  releaseField,
  setRunAside,
  startRun,
} from './harvests.actions.ts'
import { harvestWords } from './harvests.editing.text.ts'
import {
  ChoicesForm,
  choicesFrom,
  NewSourceForm,
  Press,
  ReleaseForm,
  SourceForm,
  sourceInputOf,
} from './harvests.forms.ts'
import { harvestPaths } from './harvests.paths.ts'
import { harvestLimits, outcomes } from './harvests.rules.ts'
import { countChoices, countRecords, listRecords, type Slice } from './harvest-records.sql.ts'
import { findRunWords, getRun, getSource, listRuns, listSources } from './harvests.sql.ts'
import { paths } from '../paths.ts'

type Sent = { readonly input: FormInput; readonly errors: Errors }

const slices: readonly Slice[] = ['all', 'ask', 'remarked', ...outcomes]
const sliceOf = (visit: Visit): Slice => slices.find((each) => each === visit.query('soort')) ?? 'all'
const pageOf = (visit: Visit): number => {
  const asked = visit.query('pagina') ?? '1'
  return /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1
}

async function showNew(visit: Visit, sent?: Sent) {
  const { edits } = editorOf(visit)
  const own = await visit.house(async (tx) => (await partnerOrganisations(tx)).filter((each) => edits.has(each.id)))
  return visit.html(
    <NewSourcePage
      frame={visit.frame()}
      own={own}
      pageKey={visit.newKey()}
      input={sent?.input ?? { lang: 'nl', type: 'article', licence: 'all-rights-reserved' }}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

async function showSource(visit: Visit, sent?: Sent) {
  const id = visit.param('bron')
  const seen = await visit.house(async (tx) => ({ source: await getSource(tx, id), runs: await listRuns(tx, id) }))
  const { source } = seen
  return visit.html(
    <SourcePage
      frame={visit.frame()}
      {...seen}
      pageKey={visit.newKey()}
      newKey={visit.newKey}
      errors={sent?.errors ?? {}}
      input={{
        name: source.name,
        address: source.address ?? '',
        type: source.type,
        lang: source.lang,
        themes: source.themes,
        licence: source.licence,
        ...(source.weekly && { weekly: 'on' }),
        ...sent?.input,
      }}
    />,
    sent ? 422 : 200,
  )
}

async function showRun(visit: Visit, status = 200) {
  const id = visit.param('ronde')
  const { vault } = visit.platform
  const [slice, at] = [sliceOf(visit), pageOf(visit)]
  const seen = await visit.house(async (tx) => {
    const run = await getRun(tx, id)
    const source = await getSource(tx, run.source)
    const records = await listRecords(tx, vault, id, slice, at)
    return {
      run,
      source,
      ...(await findRunWords(tx, vault, id)),
      slices: await countRecords(tx, id),
      choices: await countChoices(tx, id),
      records,
      known: await listKnown(
        tx,
        vault,
        records.flatMap((each) => [...(each.item === null ? [] : [each.item]), ...each.alike.map(({ item }) => item)]),
        source.organisation,
      ),
      publishable: run.state === 'committed' ? await countPublishable(tx, id) : 0,
    }
  })
  return visit.html(
    <RunPage frame={visit.frame()} {...seen} slice={slice} page={at} pageKey={visit.newKey()} newKey={visit.newKey} />,
    status,
  )
}

/** Makes a source and asks for its first run, with what is wrong beside its field. */
async function addAndRead(visit: UploadVisit) {
  const { vault } = visit.platform
  const doer = editorOf(visit)
  const form = visit.read(NewSourceForm(visit.lang))
  const file = visit.files.get('file') ?? null
  const words = harvestWords[visit.lang].form
  const address = form.ok ? form.value.address : undefined
  const missing: Errors | null =
    form.ok && file === null && address === undefined
      ? { file: words.fileOrAddress }
      : form.ok && file !== null && address !== undefined
        ? { address: words.notBoth }
        : null
  if (!form.ok || missing !== null)
    return showNew(visit, { input: visit.sent, errors: form.ok ? (missing ?? {}) : form.errors })
  return visit.act(async (tx) => {
    const source = await addSource(
      tx,
      { ...sourceInputOf(form.value), organisation: form.value.organisation },
      doer,
      visit.now,
    )
    return startRun(tx, vault, source, file, doer, visit.now)
  }, harvestPaths.run)
}

const working = { who: editor, rate: 'working', data: 'special' } as const
const sending = { who: editor, rate: 'heavy', data: 'special', mostBytes: harvestLimits.bytes } as const

/** The pages on which a partner brings in what it has elsewhere. */
export const harvestRoutes: readonly Route[] = [
  page(harvestPaths.sources, working, async (visit) =>
    visit.html(<SourcesPage frame={visit.frame()} sources={await visit.house((tx) => listSources(tx))} />),
  ),
  page(harvestPaths.newSource, working, (visit) => showNew(visit)),
  upload(harvestPaths.newSource, { ...sending, input: NewSourceForm('nl') }, addAndRead),
  page(harvestPaths.source(':bron'), working, (visit) => showSource(visit)),
  action(harvestPaths.settings(':bron'), { ...working, input: SourceForm('nl') }, (visit) => {
    const id = visit.param('bron')
    const form = visit.read(SourceForm(visit.lang))
    if (!form.ok) return showSource(visit, { input: visit.sent, errors: form.errors })
    return visit.act(
      (tx) => changeSource(tx, id, sourceInputOf(form.value), visit.now),
      () => harvestPaths.source(id),
    )
  }),
  upload(harvestPaths.source(':bron'), { ...sending, input: Press }, (visit) =>
    visit.act(
      (tx) =>
        startRun(
          tx,
          visit.platform.vault,
          visit.param('bron'),
          visit.files.get('file') ?? null,
          editorOf(visit),
          visit.now,
        ),
      harvestPaths.run,
    ),
  ),
  action(harvestPaths.end(':bron'), { ...working, input: Press }, (visit) =>
    visit.act(
      (tx) => endSource(tx, visit.param('bron'), visit.now),
      () => harvestPaths.source(visit.param('bron')),
    ),
  ),
  page(harvestPaths.run(':ronde'), working, (visit) => showRun(visit)),
  action(harvestPaths.run(':ronde'), { ...working, input: ChoicesForm }, (visit) => {
    const id = visit.param('ronde')
    const choices = choicesFrom(visit.sent)
    if (choices === null) return showRun(visit, 422)
    return visit.act(
      (tx) => choose(tx, id, choices),
      () => `${harvestPaths.run(id)}?${new URLSearchParams({ soort: sliceOf(visit), pagina: String(pageOf(visit)) })}`,
    )
  }),
  page(harvestPaths.progress(':ronde'), { ...working, kind: 'fragment' }, async (visit) => {
    const run = await visit.house((tx) => getRun(tx, visit.param('ronde')))
    return visit.html(isBusy(run) ? <RunProgress run={run} lang={visit.lang} /> : '')
  }),
  action(harvestPaths.take(':ronde'), { ...working, input: Press }, (visit) =>
    visit.act(
      (tx) => acceptRun(tx, visit.param('ronde'), visit.person(), visit.now),
      () => harvestPaths.run(visit.param('ronde')),
    ),
  ),
  action(harvestPaths.aside(':ronde'), { ...working, input: Press }, (visit) =>
    visit.act(
      (tx) => setRunAside(tx, visit.param('ronde'), visit.now),
      () => harvestPaths.run(visit.param('ronde')),
    ),
  ),
  action(harvestPaths.publish(':ronde'), { ...working, input: Press }, (visit) =>
    visit.act(
      (tx) => publishRun(tx, visit.param('ronde'), visit.person(), visit.now),
      () => harvestPaths.run(visit.param('ronde')),
    ),
  ),
  action(harvestPaths.release(':id'), { ...working, input: ReleaseForm }, (visit) => {
    const item = visit.param('id')
    return visit.act(
      (tx) => releaseField(tx, visit.platform.vault, item, one(visit.sent, 'field'), visit.now),
      () => paths.item(item),
    )
  }),
]
