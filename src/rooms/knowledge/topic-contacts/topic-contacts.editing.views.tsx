import { many, one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate, withCapital } from '../../../lib/words.ts'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { CheckboxGroup, DateField, EmailField, Form, HiddenField, Select, TextField } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { expertRoles, labelOf, themes } from '../../terms/public.ts'
import { RegionFields } from '../kinds/kind-form.views.tsx'
import { paths } from '../paths.ts'
import { contactEditingWords } from './topic-contacts.editing.text.ts'
import type { OwnContact } from './topic-contacts.sql.ts'

type Organisations = readonly { readonly id: string; readonly name: string }[]

/** The contacts of the organisations that an editor edits. */
export const ContactsPage = (props: {
  frame: PageFrame
  contacts: readonly OwnContact[]
  organisations: Organisations
  newKey: () => string
  done: 'saved' | 'gone' | null
}) => {
  const { frame, contacts } = props
  const { lang } = frame
  const words = contactEditingWords[lang]
  const nameOf = (id: string) => props.organisations.find((each) => each.id === id)?.name ?? ''
  const about = (contact: OwnContact) => withCapital(contact.themes.map((id) => labelOf(id, lang)).join(', '))
  return (
    <Page frame={frame} title={words.title} wide>
      <Heading level={1}>{words.title}</Heading>
      {props.done === null ? null : (
        <Notice kind="success" lang={lang}>
          {words[props.done]}
        </Notice>
      )}
      <Paragraph lead>{words.lead}</Paragraph>
      <ButtonGroup>
        <ButtonLink href={href(frame, paths.editContact)}>{words.add}</ButtonLink>
      </ButtonGroup>
      {contacts.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <Table
          caption={words.title}
          captionHidden
          rows={contacts}
          columns={[
            {
              label: words.about,
              cell: (contact) =>
                contact.withdrawnAt === null ? (
                  <Link href={href(frame, paths.editOneContact(contact.id))}>{about(contact)}</Link>
                ) : (
                  about(contact)
                ),
            },
            {
              label: words.organisation,
              cell: (contact) => [nameOf(contact.organisation), contact.functionName].filter(Boolean).join(', '),
            },
            {
              label: words.consent,
              cell: (contact) =>
                words.consentOf(contact.consentBy, longDate(new Date(`${contact.consentOn}T12:00:00Z`), lang)),
            },
            {
              label: words.state,
              cell: (contact) =>
                contact.withdrawnAt !== null ? (
                  words.withdrawn(longDate(contact.withdrawnAt, lang))
                ) : (
                  <>
                    {words.shown}
                    <Form action={href(frame, paths.withdrawContact)} idempotencyKey={props.newKey()} lang={lang}>
                      <HiddenField name="contact" value={contact.id} />
                      <SubmitButton look="subtle">
                        {words.take}
                        <span class="plein-hidden">: {words.taking(nameOf(contact.organisation), about(contact))}</span>
                      </SubmitButton>
                    </Form>
                  </>
                ),
            },
          ]}
        />
      )}
    </Page>
  )
}

/** One contact. `contact` is '' for a new one. */
export const ContactForm = (props: {
  frame: PageFrame
  contact: string
  organisations: Organisations
  pageKey: string
  input: FormInput
  errors: Errors
}) => {
  const { frame, contact, input, errors } = props
  const { lang } = frame
  const words = contactEditingWords[lang]
  const title = contact === '' ? words.add : words.edit
  const field = (name: string) => ({
    name,
    lang,
    value: one(input, name),
    ...(errors[name] !== undefined && { error: errors[name] }),
  })
  const boxes = (name: string, terms: readonly { readonly id: string }[]) => ({
    ...field(name),
    value: many(input, name),
    options: terms.map(({ id }) => ({ value: id, label: labelOf(id, lang) })),
  })
  return (
    <Page frame={frame} title={title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{title}</Heading>
      <Form action={href(frame, paths.editContact)} idempotencyKey={props.pageKey} lang={lang}>
        {contact === '' ? (
          <Select
            {...field('organisation')}
            label={words.organisation}
            required
            asWritten
            options={props.organisations.map(({ id, name }) => ({ value: id, label: name }))}
            {...(props.organisations.length === 1 && { empty: false })}
          />
        ) : (
          <HiddenField name="contact" value={contact} />
        )}
        <TextField {...field('functionName')} label={words.functionName} hint={words.functionHint} />
        <CheckboxGroup {...boxes('themes', themes)} label={words.themes} required />
        <CheckboxGroup {...boxes('roles', expertRoles)} label={words.roles} hint={words.rolesHint} />
        <RegionFields lang={lang} input={input} errors={errors} />
        <TextField {...field('phone')} type="tel" label={words.phone} hint={words.phoneHint} />
        <EmailField
          {...field('email')}
          label={words.email}
          hint={contact === '' ? words.emailHint : words.emailKept}
          required={contact === ''}
          autocomplete="off"
        />
        <TextField {...field('consentBy')} label={words.consentBy} hint={words.consentByHint} required />
        <DateField {...field('consentOn')} label={words.consentOn} required />
        <ButtonGroup>
          <SubmitButton>{words.save}</SubmitButton>
        </ButtonGroup>
      </Form>
      <Paragraph>
        <Link href={href(frame, paths.contacts)}>{words.back}</Link>
      </Paragraph>
    </Page>
  )
}
