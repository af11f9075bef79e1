import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { lines } from '../../../platform/forms.ts'
import { editor } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { VersionForm } from '../writing/editing.forms.ts'
import { editorOf } from '../editors.ts'
import { getItem, isId } from '../items/items.sql.ts'
import { paths } from '../paths.ts'
import { unknown } from '../problems.ts'
import { layBeforeSeats, speakingFor } from './seats.actions.ts'
import { seatsWords } from './seats.text.ts'
import { SeatsPage } from './seats.views.tsx'

const SeatsForm = (lang: Lang) => {
  const words = seatsWords[lang]
  return VersionForm.extend({
    changes: lines({ max: 2000 }, { empty: words.changesEmpty, long: words.long }),
    reason: lines({ max: 2000 }, { empty: words.reasonEmpty, long: words.long }),
    organisation: z.uuid(words.organisationEmpty),
  })
}

async function show(visit: Visit, sent?: { input: FormInput; errors: Errors }) {
  const id = visit.param('id')
  if (!isId(id)) throw unknown()
  const item = await visit.house((tx) => getItem(tx, visit.platform.vault, id))
  return visit.html(
    <SeatsPage
      frame={visit.frame()}
      item={item}
      stewards={speakingFor(item, editorOf(visit).edits)}
      pageKey={(sent && one(sent.input, '_key')) || visit.newKey()}
      input={sent?.input ?? {}}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

const working = { who: editor, rate: 'working', data: 'special' } as const

/** Laying an item about experts before their seats. */
export const seatsRoutes: readonly Route[] = [
  page(paths.seats(':id'), working, (visit) => show(visit)),
  action(paths.seats(':id'), { ...working, input: SeatsForm('nl') }, (visit) => {
    const id = visit.param('id')
    const form = visit.read(SeatsForm(visit.lang))
    if (!form.ok) return show(visit, { input: visit.sent, errors: form.errors })
    return visit.act(
      (tx) => layBeforeSeats(tx, visit.platform.vault, id, form.value, editorOf(visit), visit.now),
      () => paths.item(id),
    )
  }),
]
