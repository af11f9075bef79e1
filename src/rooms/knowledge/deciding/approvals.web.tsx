import type { Errors, FormInput } from '../../../lib/form-values.ts'
import { editor, linkFor } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../../platform/http/visit.ts'
import { answerAsk, proposeRule, speaksAs } from './approvals.actions.ts'
import { AnswerForm, answerIn, DeclaredAnswerForm, RuleForm } from './approvals.forms.ts'
import { findRuleChange, getAskedWords, listAsks, listDeciders } from './approvals.sql.ts'
import { DecidingPage } from './approvals.views.tsx'
import { AsksPage } from './asks.views.tsx'
import { listDecisions } from './decisions.sql.ts'
import { editorOf } from '../editors.ts'
import { getItem, isId } from '../items/items.sql.ts'
import { paths } from '../paths.ts'
import { unknown } from '../problems.ts'
import { listWanted } from '../stewards/succession.sql.ts'
import { Stopping } from '../stewards/succession.views.tsx'
import { listWaitingSuggestions } from './suggestions.sql.ts'
import { WaitingSuggestions } from './suggestion-decisions.views.tsx'

type Sent = { readonly input: FormInput; readonly errors: Errors }

/** The page of one item about deciding together, also with the errors of any form on it. */
export async function showDeciding(visit: Visit, sent?: Sent) {
  const id = visit.param('id')
  const { vault } = visit.platform
  const seen = await visit.house(async (tx) => {
    const item = await getItem(tx, vault, id)
    const deciders = await listDeciders(tx, item)
    return {
      item,
      deciders,
      own: speaksAs(deciders, editorOf(visit).edits),
      asks: await listAsks(tx, vault, id),
      change: await findRuleChange(tx, id),
      wanted: (await listWanted(tx, vault, id))[0] ?? null,
      suggestions: await listWaitingSuggestions(tx, vault, id),
      decisions: await listDecisions(tx, vault, id),
    }
  })
  const frame = visit.frame()
  const { item, wanted } = seen
  const { edits } = editorOf(visit)
  const kept = item.stewards.filter((each) => each.acceptedAt !== null && edits.has(each.id))
  return visit.html(
    <DecidingPage frame={frame} {...seen} newKey={visit.newKey} {...sent}>
      <WaitingSuggestions frame={frame} waiting={seen.suggestions} />
      <Stopping frame={frame} item={item} own={kept} wanted={wanted} newKey={visit.newKey} {...sent} />
    </DecidingPage>,
    sent ? 422 : 200,
  )
}

async function showLetter(visit: Visit, sent?: Sent) {
  const { vault } = visit.platform
  const asks = await visit.house(async (tx) => {
    const found = []
    for (const ask of await listAsks(tx, vault)) found.push({ ...ask, words: await getAskedWords(tx, vault, ask) })
    return found
  })
  return visit.html(
    <AsksPage
      frame={visit.frame()}
      asks={asks}
      answerPath={paths.letterDeciding(visit.param('link'))}
      newKey={visit.newKey}
      {...sent}
    />,
    sent ? 422 : 200,
  )
}

/** Takes the answer to one question; `show` is the page it stands on, `back` where one goes on. */
function takeAnswer(visit: ActVisit, show: (sent: Sent) => Response | Promise<Response>, back: string) {
  const form = visit.read(AnswerForm(visit.lang, visit.sent))
  if (!form.ok) return show({ input: visit.sent, errors: form.errors })
  return visit.act(
    (tx) => answerAsk(tx, visit.platform.vault, answerIn(visit.sent), visit.now),
    () => back,
  )
}

const working = { who: editor, rate: 'working', data: 'special' } as const
const byLink = { who: linkFor('deciding'), rate: 'working', data: 'special' } as const

/** Deciding together about items: signed in, or behind the link of a letter. */
export const approvalRoutes: readonly Route[] = [
  page(paths.deciding, working, async (visit) => {
    const asks = await visit.house((tx) => listAsks(tx, visit.platform.vault))
    const waiting = asks.filter((each) => each.answer === null).map((each) => ({ ...each, words: '' }))
    const suggestions = await visit.house((tx) => listWaitingSuggestions(tx, visit.platform.vault, null))
    const frame = visit.frame()
    return visit.html(
      <AsksPage frame={frame} asks={waiting} answerPath={null} newKey={visit.newKey} more={suggestions.length > 0}>
        <WaitingSuggestions frame={frame} waiting={suggestions} />
      </AsksPage>,
    )
  }),
  page(paths.decisions(':id'), working, (visit) => showDeciding(visit)),
  action(paths.answer(':id'), { ...working, input: DeclaredAnswerForm }, async (visit) => {
    const id = visit.param('id')
    // One answer for an item that is not theirs, whatever is sent along.
    await visit.house((tx) => getItem(tx, visit.platform.vault, id))
    return takeAnswer(visit, (sent) => showDeciding(visit, sent), paths.decisions(id))
  }),
  action(paths.rule(':id'), { ...working, input: RuleForm('nl') }, (visit) => {
    const id = visit.param('id')
    if (!isId(id)) throw unknown()
    const form = visit.read(RuleForm(visit.lang))
    if (!form.ok) return showDeciding(visit, { input: visit.sent, errors: form.errors })
    const { organisation, rule, silence, ruleWhy } = form.value
    const wanted = { organisation, rule, silenceDays: silence ?? null, reason: ruleWhy }
    return visit.act(
      (tx) => proposeRule(tx, visit.platform.vault, id, wanted, visit.now),
      () => paths.decisions(id),
    )
  }),
  page(paths.letterDeciding(':link'), byLink, (visit) => showLetter(visit)),
  action(paths.letterDeciding(':link'), { ...byLink, input: DeclaredAnswerForm }, (visit) =>
    takeAnswer(visit, (sent) => showLetter(visit, sent), paths.letterDeciding(visit.param('link'))),
  ),
]
