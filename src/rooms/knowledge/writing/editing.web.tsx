import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { editor } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { partnerOrganisations } from '../../accounts/public.ts'
import { itemsAlike } from './alike.actions.ts'
import { listDeciders } from '../deciding/approvals.sql.ts'
import { confirmStillRight } from '../freshness/checks.actions.ts'
import { listStandings } from '../publishing/consents.sql.ts'
import {
  DeclaredItemForm,
  ItemFormSchema,
  JoinForm,
  PublishForm,
  savedFrom,
  StartForm,
  VersionForm,
  WithdrawForm,
} from './editing.forms.ts'
import { editorOf } from '../editors.ts'
import { inputOf } from './item-form.views.tsx'
import { ItemPage } from './item.views.tsx'
import { findOrigin } from '../harvests/locked-fields.sql.ts'
import { getItem, isId, listItems, listRevisions, listStewards } from '../items/items.sql.ts'
import { JoinPage, ListPage, StartPage } from './list.views.tsx'
import { paths } from '../paths.ts'
import { unknown } from '../problems.ts'
import { listPictures } from './pictures.sql.ts'
import { proceed, publish, withdraw } from '../publishing/publishing.actions.ts'
import { decisionAbout } from '../deciding/seats.actions.ts'
import { startOwnItem } from '../items/starting.actions.ts'
import { states } from '../items/states.rules.ts'
import { bodyOf } from '../items/texts.rules.ts'
import { adviceFor } from './writing-advice.rules.ts'
import { answerStewardship } from '../stewards/stewards.actions.ts'
import { listJoiners } from '../items/support.actions.ts'
import { saveItem } from './writing.actions.ts'

type Sent = { readonly input: FormInput; readonly errors: Errors }

const keyOf = (visit: Visit, sent?: Sent) => (sent && one(sent.input, '_key')) || visit.newKey()

const ownPartners = (visit: Visit) =>
  visit.house(async (tx) => (await partnerOrganisations(tx)).filter((each) => editorOf(visit).edits.has(each.id)))

const showStart = async (visit: Visit, sent?: Sent) =>
  visit.html(
    <StartPage frame={visit.frame()} own={await ownPartners(visit)} pageKey={keyOf(visit, sent)} {...sent} />,
    sent ? 422 : 200,
  )

/** An item as its keepers see it; whoever was only asked to take part sees that question, and nobody else sees anything. */
async function showItem(visit: Visit, sent?: Sent) {
  const id = visit.param('id')
  const { vault } = visit.platform
  if (!isId(id)) throw unknown()
  const { edits } = editorOf(visit)
  const stewards = await visit.house(async (tx) => (await listStewards(tx, [id])).get(id) ?? [])
  const asked = stewards.filter((each) => each.acceptedAt === null && edits.has(each.id))
  if (asked.length > 0 && !stewards.some((each) => each.acceptedAt !== null && edits.has(each.id)))
    return visit.html(
      <JoinPage frame={visit.frame()} item={id} asked={asked} pageKeys={asked.map(() => visit.newKey())} />,
    )
  const seen = await visit.house(async (tx) => {
    const item = await getItem(tx, vault, id)
    return {
      item,
      decision: await decisionAbout(tx, item),
      deciders: await listDeciders(tx, item),
      partners: await partnerOrganisations(tx),
      standings: await listStandings(tx, id),
      revisions: await listRevisions(tx, vault, id),
      joiners: await listJoiners(tx, vault, id),
      pictures: await listPictures(tx, vault, id),
      origin: await findOrigin(tx, id),
    }
  })
  const { item } = seen
  const isNew = item.shelfVersion === null && item.state !== 'withdrawn'
  const written = { id, title: item.title, link: item.source?.link ?? '' }
  return visit.html(
    <ItemPage
      frame={visit.frame()}
      {...seen}
      alike={isNew ? await itemsAlike(visit, vault, written, edits) : []}
      edits={edits}
      advice={item.lang === 'nl' ? adviceFor(`${item.summary}\n\n${bodyOf(item)}`) : null}
      newKey={visit.newKey}
      pageKey={keyOf(visit, sent)}
      input={sent && one(sent.input, 'version') !== '' ? sent.input : { ...inputOf(item), ...sent?.input }}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

const working = { who: editor, rate: 'working', data: 'special' } as const

export const editingRoutes: readonly Route[] = [
  page(paths.list, working, async (visit) => {
    const state = states.find((each) => each === visit.query('stand')) ?? null
    const asked = Number(visit.query('pagina') ?? '1')
    const at = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
    const found = await visit.house((tx) =>
      listItems(tx, visit.platform.vault, editorOf(visit).edits, { state, page: at }),
    )
    return visit.html(<ListPage frame={visit.frame()} {...found} page={at} state={state} now={visit.now} />)
  }),
  page(paths.start, working, (visit) => showStart(visit)),
  action(paths.start, { ...working, input: StartForm('nl') }, (visit) => {
    const form = visit.read(StartForm(visit.lang))
    if (!form.ok) return showStart(visit, { input: visit.sent, errors: form.errors })
    return visit.act((tx) => startOwnItem(tx, visit.platform.vault, form.value, editorOf(visit), visit.now), paths.item)
  }),
  page(paths.item(':id'), working, (visit) => showItem(visit)),
  action(paths.item(':id'), { ...working, input: DeclaredItemForm }, async (visit) => {
    const id = visit.param('id')
    const item = await visit.house((tx) => getItem(tx, visit.platform.vault, id))
    const form = visit.read(ItemFormSchema(visit.lang, item))
    if (!form.ok) return showItem(visit, { input: visit.sent, errors: form.errors })
    return visit.act(
      (tx) =>
        saveItem(tx, visit.platform.vault, id, savedFrom(form.value, visit.sent, item), editorOf(visit), visit.now),
      () => paths.item(id),
    )
  }),
  action(paths.proceed(':id'), { ...working, input: VersionForm }, (visit) => {
    const id = visit.param('id')
    const form = visit.read(VersionForm)
    if (!form.ok) return showItem(visit, { input: {}, errors: form.errors })
    return visit.act(
      (tx) => proceed(tx, visit.platform.vault, id, form.value.version, editorOf(visit), visit.now),
      (state) => (state === 'in-redaction' ? paths.redaction(id) : paths.item(id)),
    )
  }),
  action(paths.publish(':id'), { ...working, input: PublishForm }, (visit) => {
    const id = visit.param('id')
    const form = visit.read(PublishForm)
    if (!form.ok) return showItem(visit, { input: {}, errors: form.errors })
    return visit.act(
      (tx) => {
        const { version, checked } = form.value
        return publish(tx, visit.platform.vault, id, version, visit.now, {
          checked: checked === 'on',
          by: editorOf(visit),
        })
      },
      () => paths.item(id),
    )
  }),
  action(paths.withdraw(':id'), { ...working, input: WithdrawForm('nl') }, (visit) => {
    const id = visit.param('id')
    const form = visit.read(WithdrawForm(visit.lang))
    if (!form.ok) return showItem(visit, { input: { ...visit.sent }, errors: form.errors })
    return visit.act(
      (tx) => withdraw(tx, visit.platform.vault, id, form.value.why, visit.now),
      () => paths.item(id),
    )
  }),
  action(paths.stillRight(':id'), { ...working, input: VersionForm }, (visit) => {
    const id = visit.param('id')
    return visit.act(
      (tx) => confirmStillRight(tx, visit.platform.vault, id, editorOf(visit), visit.now),
      () => paths.item(id),
    )
  }),
  action(paths.join(':id'), { ...working, input: JoinForm }, (visit) => {
    const id = visit.param('id')
    const form = visit.read(JoinForm)
    if (!form.ok || !isId(id)) throw unknown()
    const { organisation, says } = form.value
    return visit.act(
      (tx) => answerStewardship(tx, id, { organisation, yes: says === 'yes' }, editorOf(visit), visit.now),
      () => (says === 'yes' ? paths.item(id) : paths.list),
    )
  }),
]
