import { z } from 'zod'
import { dayAt } from '../../../lib/days.ts'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { normaliseEmailAddress } from '../../../lib/text/emailAddress.ts'
import type { Lang } from '../../../lib/words.ts'
import { line, optional, ticks } from '../../../platform/forms.ts'
import { editor } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../../platform/http/visit.ts'
import { organisationsPublic } from '../../accounts/public.ts'
import { expertRoles, themes } from '../../terms/public.ts'
import { editorOf } from '../editors.ts'
import { kindFields, kindInputOf, regionsFrom } from '../kinds/kinds.forms.ts'
import { paths } from '../paths.ts'
import { unknown } from '../problems.ts'
import { addContact, changeContact, withdrawContact } from './topic-contacts.actions.ts'
import { contactEditingWords } from './topic-contacts.editing.text.ts'
import { ContactForm, ContactsPage } from './topic-contacts.editing.views.tsx'
import { listOwnContacts, type OwnContact } from './topic-contacts.sql.ts'

const noItem = { type: null, context: { organisations: [], people: [] }, provenance: 'own' } as const
const idsOf = (terms: readonly { readonly id: string }[], message: string) =>
  z.enum(
    terms.map(({ id }) => id),
    message,
  )

const Form = (lang: Lang, now: Date) => {
  const { errors } = contactEditingWords[lang]
  const { provinces, municipalities } = kindFields(lang, noItem)
  return z
    .strictObject({
      contact: optional(z.uuid()),
      organisation: optional(z.uuid(errors.choose)),
      functionName: optional(line({ max: 80 }, { empty: errors.functionLong, long: errors.functionLong })),
      themes: ticks(idsOf(themes, errors.choose)).refine((chosen) => chosen.length > 0, errors.themes),
      roles: ticks(idsOf(expertRoles, errors.choose)),
      provinces,
      municipalities,
      phone: optional(
        z
          .string()
          .trim()
          .regex(/^[0-9+() -]{6,20}$/, errors.phone),
      ),
      email: optional(
        z.string().transform((typed, context) => {
          const address = normaliseEmailAddress(typed)
          if (address !== null) return address
          context.addIssue({ code: 'custom', message: errors.emailWrong })
          return z.NEVER
        }),
      ),
      consentBy: line({ max: 120 }, { empty: errors.byEmpty, long: errors.byLong }),
      consentOn: z
        .string(errors.day)
        .refine((day) => /^20\d\d-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)), errors.day)
        .refine((day) => day <= dayAt(now), errors.day),
    })
    .refine((form) => form.contact !== undefined || form.organisation !== undefined, {
      path: ['organisation'],
      message: errors.choose,
    })
    .refine((form) => form.contact !== undefined || form.email !== undefined, {
      path: ['email'],
      message: errors.emailEmpty,
    })
}

const inputOf = (contact: OwnContact): FormInput => ({
  ...kindInputOf({ type: null, details: {}, regions: contact.regions }),
  functionName: contact.functionName ?? '',
  themes: contact.themes,
  roles: contact.roles,
  phone: contact.phone ?? '',
  consentBy: contact.consentBy,
  consentOn: contact.consentOn,
})

const seenBy = (visit: Visit) =>
  visit.house(async (tx) => {
    const { edits } = editorOf(visit)
    return {
      contacts: await listOwnContacts(tx, visit.platform.vault),
      organisations: (await organisationsPublic(tx)).filter((each) => edits.has(each.id)),
    }
  })

async function showForm(visit: Visit, id: string, sent?: { input: FormInput; errors: Errors }): Promise<Response> {
  const { contacts, organisations } = await seenBy(visit)
  const own = contacts.find((each) => each.id === id && each.withdrawnAt === null)
  if (id !== '' && !own) throw unknown()
  return visit.html(
    <ContactForm
      frame={visit.frame()}
      contact={id}
      organisations={organisations}
      pageKey={(sent && one(sent.input, '_key')) || visit.newKey()}
      input={sent?.input ?? (own ? inputOf(own) : { consentOn: dayAt(visit.now) })}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

async function save(visit: ActVisit): Promise<Response> {
  const schema = Form(visit.lang, visit.now)
  const form = visit.read(schema)
  if (!form.ok) return showForm(visit, one(visit.sent, 'contact'), { input: visit.sent, errors: form.errors })
  const { contact, organisation = '', email = null, functionName = null, phone = null, ...rest } = form.value
  const facts = {
    functionName,
    phone,
    themes: rest.themes,
    roles: rest.roles,
    regions: regionsFrom(visit.sent),
    consentBy: rest.consentBy,
    consentOn: rest.consentOn,
  }
  const { person, edits } = editorOf(visit)
  const { vault } = visit.platform
  if (contact === undefined && !edits.has(organisation)) throw unknown()
  return visit.act(
    async (tx) => {
      if (contact !== undefined) await changeContact(tx, vault, contact, { ...facts, email }, person, visit.now)
      else await addContact(tx, vault, organisation, { ...facts, email: email ?? '' }, person, visit.now)
    },
    () => `${paths.contacts}?klaar=bewaard`,
  )
}

const WithdrawForm = z.strictObject({ contact: z.uuid() })
const keeping = { who: editor, rate: 'working', data: 'personal' } as const

async function showList(visit: Visit, status = 200): Promise<Response> {
  const done = visit.query('klaar')
  return visit.html(
    <ContactsPage
      frame={visit.frame()}
      {...await seenBy(visit)}
      newKey={visit.newKey}
      done={done === 'bewaard' ? 'saved' : done === 'weg' ? 'gone' : null}
    />,
    status,
  )
}

/** Where editors of an organisation keep whom to approach with it. */
export const contactEditingRoutes: readonly Route[] = [
  page(paths.contacts, keeping, (visit) => showList(visit)),
  page(paths.editContact, keeping, (visit) => showForm(visit, visit.query('contact') ?? '')),
  action(paths.editContact, { ...keeping, input: Form('nl', new Date(0)) }, save),
  action(paths.withdrawContact, { ...keeping, input: WithdrawForm }, (visit) => {
    const form = visit.read(WithdrawForm)
    if (!form.ok) return showList(visit, 422)
    return visit.act(
      (tx) => withdrawContact(tx, form.value.contact, editorOf(visit).person, visit.now),
      () => `${paths.contacts}?klaar=weg`,
    )
  }),
]
