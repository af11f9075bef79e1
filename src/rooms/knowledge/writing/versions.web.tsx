import { z } from 'zod'
import { fieldChanges } from '../../../lib/changes/fields.ts'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { line, optional } from '../../../platform/forms.ts'
import { editor } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { editorOf } from '../editors.ts'
import { formErrors } from '../form-errors.text.ts'
import { getItem } from '../items/items.sql.ts'
import { paths } from '../paths.ts'
import { limits } from '../items/texts.rules.ts'
import { restoreVersion } from './versions.actions.ts'
import { findWording, listVersions } from './versions.sql.ts'
import { DifferencePage, VersionsPage } from './versions.views.tsx'
import { comparable } from '../items/wordings.rules.ts'

const number = z.coerce.number().int().positive()

const RestoreForm = (lang: Lang) =>
  z.strictObject({
    version: number,
    to: number,
    reason: optional(line({ max: limits.reason }, formErrors[lang].reason)),
  })

const numberIn = (text: string | null): number => {
  const asked = Number(text)
  return Number.isInteger(asked) && asked > 0 && asked < 1_000_000 ? asked : 1
}

async function showDifference(
  visit: Visit,
  from: number,
  until: number,
  sent?: { readonly input: FormInput; readonly errors: Errors },
) {
  const id = visit.param('id')
  const { vault } = visit.platform
  const seen = await visit.house(async (tx) => {
    const item = await getItem(tx, vault, id)
    const [before, after] = [await findWording(tx, vault, id, from), await findWording(tx, vault, id, until)]
    return {
      item,
      versions: await listVersions(tx, vault, id),
      changes: before && after ? fieldChanges(...comparable(before, after)) : null,
    }
  })
  return visit.html(
    <DifferencePage
      frame={visit.frame()}
      {...seen}
      from={from}
      until={until}
      pageKey={(sent && one(sent.input, '_key')) || visit.newKey()}
      input={sent?.input ?? {}}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

const working = { who: editor, rate: 'working', data: 'special' } as const

export const versionRoutes: readonly Route[] = [
  page(paths.versions(':id'), working, async (visit) => {
    const id = visit.param('id')
    const { vault } = visit.platform
    const seen = await visit.house(async (tx) => ({
      item: await getItem(tx, vault, id),
      versions: await listVersions(tx, vault, id),
    }))
    return visit.html(<VersionsPage frame={visit.frame()} {...seen} />)
  }),
  page(paths.difference(':id'), working, (visit) =>
    showDifference(visit, numberIn(visit.query('van')), numberIn(visit.query('naar'))),
  ),
  action(paths.restore(':id'), { ...working, input: RestoreForm('nl') }, async (visit) => {
    const id = visit.param('id')
    const form = visit.read(RestoreForm(visit.lang))
    if (!form.ok) {
      const { input, errors } = form
      return showDifference(visit, numberIn(one(input, 'to')), numberIn(one(input, 'version')), {
        input: visit.sent,
        errors,
      })
    }
    const { version, to, reason } = form.value
    return visit.act(
      (tx) => restoreVersion(tx, visit.platform.vault, id, { version, to, reason }, editorOf(visit), visit.now),
      () => paths.item(id),
    )
  }),
]
