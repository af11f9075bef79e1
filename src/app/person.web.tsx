import { z } from 'zod'
import { signedIn } from '../platform/http/access.ts'
import { action, page, type Route } from '../platform/http/routes.ts'
import { asOperator } from './installation.ts'
import { CopyPage } from './person.views.tsx'
import { exportOf } from './persons.ts'

const CopyForm = z.strictObject({})

/** A person's own copy of everything. Asking for it is a press, so that looking changes nothing. */
export const personRoutes: readonly Route[] = [
  page('/mijn/gegevens', { who: signedIn, rate: 'reading', data: 'none' }, (visit) =>
    visit.html(<CopyPage frame={visit.frame()} newKey={visit.newKey()} />),
  ),
  action('/mijn/gegevens', { who: signedIn, rate: 'heavy', data: 'special', input: CopyForm }, async (visit) => {
    const form = visit.read(CopyForm)
    if (!form.ok) return visit.html(<CopyPage frame={visit.frame()} newKey={visit.newKey()} />, 422)
    const { database, vault } = visit.platform
    const person = visit.person()
    // At the worker's door: no room may leave something out because a page would not show it.
    const copy = await asOperator(database, 'own-copy', (tx) => exportOf(tx, vault, person, visit.now))
    const answer = visit.json(copy)
    answer.headers.set('content-disposition', 'attachment; filename="mijn-gegevens.json"')
    return answer
  }),
]
