import { z } from 'zod'
import { editor } from '../../../platform/http/access.ts'
import { action, type Route } from '../../../platform/http/routes.ts'
import { itemsAlike } from './alike.actions.ts'
import { AlikeList } from './alike.views.tsx'
import { editorOf } from '../editors.ts'
import { paths } from '../paths.ts'

const Typed = z.strictObject({ q: z.string(), link: z.string().optional() })
const longest = { title: 300, link: 2_000 }

/** While an editor types: what is alike. The words come in a form, so that they stand in no address and no log. */
export const alikeRoutes: readonly Route[] = [
  action(paths.alike, { who: editor, rate: 'searching', data: 'personal', input: Typed }, async (visit) => {
    const form = visit.read(Typed)
    if (!form.ok) return visit.html('', 422)
    const written = {
      id: visit.query('item') ?? '',
      title: form.value.q.slice(0, longest.title),
      link: (form.value.link ?? '').trim().slice(0, longest.link),
    }
    const alike = await itemsAlike(visit, visit.platform.vault, written, editorOf(visit).edits)
    return visit.html(alike.length === 0 ? '' : <AlikeList alike={alike} lang={visit.lang} />)
  }),
]
