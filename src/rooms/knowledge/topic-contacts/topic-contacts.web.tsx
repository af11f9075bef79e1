import { z } from 'zod'
import { one, type FormInput } from '../../../lib/form-values.ts'
import { cleanText } from '../../../lib/text/clean.ts'
import { normaliseEmailAddress } from '../../../lib/text/emailAddress.ts'
import type { Lang } from '../../../lib/words.ts'
import { line, lines, optional } from '../../../platform/forms.ts'
import { anyone, linkFor } from '../../../platform/http/access.ts'
import { action, page, squarePage, type Route } from '../../../platform/http/routes.ts'
import type { SquareVisit, Visit } from '../../../platform/http/visit.ts'
import { provinceOf, readPlace } from '../../regions/public.ts'
import { expertRoles, themes } from '../../terms/public.ts'
import { isId } from '../items/items.sql.ts'
import { problems } from '../problems.ts'
import { knowledgePaths } from '../square.paths.ts'
import { leaveMessage } from './topic-contacts.actions.ts'
import { findContact, findContacts, readMessage } from './topic-contacts.sql.ts'
import { contactWords } from './topic-contacts.text.ts'
import { ApproachPage, MessagePage, SentPage, WritePage } from './topic-contacts.views.tsx'

const MessageForm = (lang: Lang) => {
  const { errors } = contactWords[lang].message
  return z.strictObject({
    contact: z.uuid(),
    name: optional(line({ max: 100 }, { empty: errors.name, long: errors.name })),
    email: z.string(errors.emailEmpty).transform((typed, context) => {
      const address = normaliseEmailAddress(typed)
      if (address !== null) return address
      context.addIssue({ code: 'custom', message: typed.trim() === '' ? errors.emailEmpty : errors.emailWrong })
      return z.NEVER
    }),
    text: lines({ min: 10, max: 3_000 }, { empty: errors.textEmpty, long: errors.textLong }),
  })
}

/** Codes of the place that was typed and of its province; null when none was typed; a sentence when it is not clear. */
function placesIn(typed: string, lang: Lang): { places: readonly string[] | null; error: string | null } {
  const words = contactWords[lang]
  if (typed === '') return { places: null, error: null }
  const read = readPlace(typed)
  if (read.kind === 'found') {
    const province = provinceOf(read.code)
    return { places: [read.code, ...(province ? [province.code] : [])], error: null }
  }
  const names = [...new Set((read.kind === 'several' ? read.options : read.nearest).map((place) => place.name))]
  const said = names.slice(0, 4).join(', ')
  const error =
    read.kind === 'several' ? words.placeSeveral(said) : said === '' ? words.placeUnknown : words.placeNear(said)
  return { places: null, error }
}

async function showApproach(visit: SquareVisit): Promise<Response> {
  const known = (name: string, terms: readonly { readonly id: string }[]) =>
    terms.find(({ id }) => id === visit.query(name))?.id ?? ''
  const place = cleanText(visit.query('plaats') ?? '', { maxLength: 100, multiline: false }).trim()
  const chosen = { theme: known('thema', themes), role: known('rol', expertRoles), place }
  const { places, error } = placesIn(place, visit.lang)
  const asked = visit.query('thema') !== null || visit.query('rol') !== null || place !== ''
  const found =
    asked && error === null
      ? await visit.square((db) => findContacts(db, { theme: chosen.theme || null, role: chosen.role || null, places }))
      : null
  return visit.html(<ApproachPage frame={visit.frame()} chosen={chosen} placeError={error} found={found} />)
}

async function showWriting(
  visit: Visit,
  id: string,
  sent?: { input: FormInput; errors: Record<string, string> },
): Promise<Response> {
  const contact = isId(id) ? await visit.square((db) => findContact(db, id)) : undefined
  if (id === '') return visit.redirect(knowledgePaths.approach)
  if (!contact) throw problems['contact-gone']()
  return visit.html(
    <WritePage
      frame={visit.frame()}
      contact={contact}
      pageKey={(sent && one(sent.input, '_key')) || visit.newKey()}
      input={sent?.input ?? {}}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

/** Whom to approach, and writing to them. */
export const contactRoutes: readonly Route[] = [
  squarePage(knowledgePaths.approach, { rate: 'searching' }, showApproach),
  page(knowledgePaths.sendContact, { who: anyone, rate: 'reading', data: 'none' }, (visit) =>
    showWriting(visit, visit.query('contact') ?? ''),
  ),
  action(
    knowledgePaths.sendContact,
    { who: anyone, rate: 'asking', data: 'personal', input: MessageForm('nl') },
    (visit) => {
      const form = visit.read(MessageForm(visit.lang))
      if (!form.ok) {
        const contact = one(visit.sent, 'contact')
        if (!isId(contact)) throw problems['no-contact-named']()
        return showWriting(visit, contact, { input: visit.sent, errors: { ...form.errors } })
      }
      const { name = null, ...message } = form.value
      return visit.act(
        (tx) => leaveMessage(tx, visit.platform.vault, { ...message, name, lang: visit.lang }, visit.now),
        () => knowledgePaths.contactSent,
      )
    },
  ),
  page(knowledgePaths.contactSent, { who: anyone, rate: 'reading', data: 'none' }, (visit) =>
    visit.html(<SentPage frame={visit.frame()} />),
  ),
  page(
    knowledgePaths.contactMessage(':link'),
    { who: linkFor('topic-message'), rate: 'reading', data: 'special' },
    async (visit) => {
      const message = await visit.house((tx) => readMessage(tx, visit.platform.vault, visit.subject()))
      return visit.html(<MessagePage frame={visit.frame()} message={message} />)
    },
  ),
]
