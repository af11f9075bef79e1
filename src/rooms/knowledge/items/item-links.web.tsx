import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { optional } from '../../../platform/forms.ts'
import { editor } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { linkItems, unlinkItems } from './item-links.actions.ts'
import { findOnSquare, listKeptLinks } from './item-links.sql.ts'
import { linkWords } from './item-links.text.ts'
import { LinksPage } from './item-links.views.tsx'
import { getItem, isId } from './items.sql.ts'
import { linkKinds } from '../kinds/kinds.rules.ts'
import { paths } from '../paths.ts'
import { unknown } from '../problems.ts'

// The whole address, or the path word at its end.
const slugIn = (text: string) => /([\w-]{1,200})\/?(?:[?#].*)?$/.exec(text)?.[1] ?? ''

const LinkForm = (lang: Lang) => {
  const { errors } = linkWords[lang]
  return z.strictObject({
    kind: z.enum([...linkKinds, 'holds'], errors.kind),
    other: z
      .string()
      .trim()
      .max(500, errors.other)
      .transform(slugIn)
      .refine((slug) => slug !== '', errors.other),
    position: optional(
      z
        .string()
        .trim()
        .regex(/^[1-9]\d{0,2}$/, errors.position)
        .transform(Number),
    ),
  })
}

const UnlinkForm = z.strictObject({ kind: z.enum(linkKinds), other: z.uuid(), from: z.enum(['yes', 'no']) })

async function showLinks(visit: Visit, sent?: { input: FormInput; errors: Errors }) {
  const id = visit.param('id')
  if (!isId(id)) throw unknown()
  const seen = await visit.house(async (tx) => ({
    item: await getItem(tx, visit.platform.vault, id),
    links: await listKeptLinks(tx, id),
  }))
  return visit.html(
    <LinksPage
      frame={visit.frame()}
      {...seen}
      newKey={visit.newKey}
      pageKey={(sent && one(sent.input, '_key')) || visit.newKey()}
      input={sent?.input ?? {}}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

const working = { who: editor, rate: 'working', data: 'special' } as const

/** Where editors say what belongs together. */
export const itemLinkRoutes: readonly Route[] = [
  page(paths.links(':id'), working, (visit) => showLinks(visit)),
  action(paths.links(':id'), { ...working, input: LinkForm('nl') }, async (visit) => {
    const id = visit.param('id')
    const form = visit.read(LinkForm(visit.lang))
    if (!form.ok) return showLinks(visit, { input: visit.sent, errors: form.errors })
    const { kind, other, position } = form.value
    if (!(await visit.house((tx) => findOnSquare(tx, other))))
      return showLinks(visit, { input: visit.sent, errors: { other: linkWords[visit.lang].errors.unknown } })
    return visit.act(
      (tx) => linkItems(tx, visit.platform.vault, id, { kind, other, position: position ?? null }, visit.now),
      () => paths.links(id),
    )
  }),
  action(paths.unlink(':id'), { ...working, input: UnlinkForm }, (visit) => {
    const id = visit.param('id')
    const form = visit.read(UnlinkForm)
    if (!form.ok) return showLinks(visit, { input: {}, errors: form.errors })
    const { kind, other, from } = form.value
    return visit.act(
      (tx) => unlinkItems(tx, visit.platform.vault, id, { kind, other, from: from === 'yes' }, visit.now),
      () => paths.links(id),
    )
  }),
]
