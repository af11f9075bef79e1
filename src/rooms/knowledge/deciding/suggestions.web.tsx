import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { editor, signedIn } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { editorOf } from '../editors.ts'
import { getItem } from '../items/items.sql.ts'
import { marksOf, openIn } from '../items/marks.rules.ts'
import { paths } from '../paths.ts'
import { scanContext } from '../items/scanning.ts'
import { knowledgePaths } from '../square.paths.ts'
import { decideSuggestion, suggestChange, takeBackSuggestion } from './suggestions.actions.ts'
import {
  DecisionForm,
  decisionsIn,
  DeclaredDecisionForm,
  DeclaredSuggestionForm,
  fieldsIn,
  SuggestionForm,
  suggestionInputOf,
  TakeBackForm,
} from './suggestions.forms.ts'
import { savedWith, suggestableFields, suggestedIn, weighed } from './suggestions.rules.ts'
import { getPublished, getSuggestion, listOwnSuggestions, type Published } from './suggestions.sql.ts'
import { suggestionsWords } from './suggestions.text.ts'
import { DecideSuggestionPage } from './suggestion-decisions.views.tsx'
import { OwnSuggestionPage, OwnSuggestionsPage, SuggestionPage } from './suggestions.views.tsx'

type Sent = { readonly input: FormInput; readonly errors: Errors }

const published = (visit: Visit) => visit.house((tx) => getPublished(tx, visit.platform.vault, visit.param('slug')))

async function showForm(visit: Visit, item: Published, sent?: Sent) {
  const own = await visit.house((tx) => listOwnSuggestions(tx, visit.platform.vault, visit.person()))
  return visit.html(
    <SuggestionPage
      frame={visit.frame()}
      item={item}
      waiting={own.find((each) => each.item === item.id && each.outcome === null) ?? null}
      pageKey={(sent && one(sent.input, '_key')) || visit.newKey()}
      input={sent?.input ?? suggestionInputOf(item)}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

/** A suggestion of an item of the editor's, with what it would change now. */
const asked = (visit: Visit) =>
  visit.house(async (tx) => {
    const item = await getItem(tx, visit.platform.vault, visit.param('id'))
    const suggestion = await getSuggestion(tx, visit.platform.vault, visit.param('suggestion'), { item: item.id })
    return { item, suggestion, suggested: suggestion.text?.fields ?? [] }
  })

function showDeciding(visit: Visit, { item, suggestion, suggested }: Awaited<ReturnType<typeof asked>>, sent?: Sent) {
  const { title, summary, parts } = savedWith(item, suggested, '')
  const words = { title, summary, parts: parts.map((part) => ({ ...part, whose: 'editor' as const, author: null })) }
  const marks = openIn(marksOf(words, item.kept, scanContext(item.context), item.provenance)).length
  return visit.html(
    <DecideSuggestionPage
      frame={visit.frame()}
      item={item}
      suggestion={suggestion}
      weighed={weighed(item, suggested)}
      marks={Math.max(0, marks - item.openMarks)}
      pageKey={(sent && one(sent.input, '_key')) || visit.newKey()}
      {...sent}
    />,
    sent ? 422 : 200,
  )
}

const own = { who: signedIn, rate: 'working', data: 'personal' } as const
const working = { who: editor, rate: 'working', data: 'special' } as const

/** A change that anybody who is signed in suggests, and what those who keep the item do with it. */
export const suggestionRoutes: readonly Route[] = [
  page(knowledgePaths.suggest(':slug'), own, async (visit) => showForm(visit, await published(visit))),
  action(knowledgePaths.suggest(':slug'), { ...own, rate: 'asking', input: DeclaredSuggestionForm }, async (visit) => {
    const item = await published(visit)
    const form = visit.read(SuggestionForm(visit.lang, item))
    if (!form.ok) return showForm(visit, item, { input: visit.sent, errors: form.errors })
    const fields = fieldsIn(visit.sent, item)
    if (suggestedIn(suggestableFields(item), fields).length === 0)
      return showForm(visit, item, { input: visit.sent, errors: { title: suggestionsWords[visit.lang].nothing } })
    const given = { person: visit.person(), fields, reason: form.value.why }
    return visit.act(
      (tx) => suggestChange(tx, visit.platform.vault, item.slug, given, visit.now),
      (id) => paths.ownSuggestion(id),
    )
  }),
  page(paths.ownSuggestions, own, async (visit) =>
    visit.html(
      <OwnSuggestionsPage
        frame={visit.frame()}
        own={await visit.house((tx) => listOwnSuggestions(tx, visit.platform.vault, visit.person()))}
      />,
    ),
  ),
  page(paths.ownSuggestion(':suggestion'), own, async (visit) => {
    const suggestion = await visit.house((tx) =>
      getSuggestion(tx, visit.platform.vault, visit.param('suggestion'), { person: visit.person() }),
    )
    return visit.html(<OwnSuggestionPage frame={visit.frame()} suggestion={suggestion} pageKey={visit.newKey()} />)
  }),
  action(paths.takeBackSuggestion(':suggestion'), { ...own, input: TakeBackForm }, async (visit) => {
    const id = visit.param('suggestion')
    const { vault } = visit.platform
    const suggestion = await visit.house((tx) => getSuggestion(tx, vault, id, { person: visit.person() }))
    const form = visit.read(TakeBackForm)
    if (!form.ok)
      return visit.html(
        <OwnSuggestionPage frame={visit.frame()} suggestion={suggestion} pageKey={visit.newKey()} />,
        422,
      )
    return visit.act(
      (tx) => takeBackSuggestion(tx, vault, id, visit.person(), visit.now),
      () => paths.ownSuggestion(id),
    )
  }),
  page(paths.suggestion(':id', ':suggestion'), working, async (visit) => showDeciding(visit, await asked(visit))),
  action(paths.suggestion(':id', ':suggestion'), { ...working, input: DeclaredDecisionForm }, async (visit) => {
    const found = await asked(visit)
    const { item, suggestion, suggested } = found
    const form = visit.read(DecisionForm(visit.lang, suggested))
    if (!form.ok) return showDeciding(visit, found, { input: visit.sent, errors: form.errors })
    const given = {
      suggestion: suggestion.id,
      version: Number(one(visit.sent, 'version')),
      decisions: decisionsIn(visit.sent, suggested),
    }
    return visit.act(
      (tx) => decideSuggestion(tx, visit.platform.vault, item.id, given, editorOf(visit), visit.now),
      ({ accepted }) => (accepted > 0 ? paths.item(item.id) : paths.decisions(item.id)),
    )
  }),
]
