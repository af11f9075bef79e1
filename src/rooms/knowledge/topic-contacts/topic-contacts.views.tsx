import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate, type Lang, withCapital } from '../../../lib/words.ts'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { EmailField, Form, HiddenField, Select, SuggestField, TextArea, TextField } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { PlainText } from '../../../ui/prose.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { regionPaths } from '../../regions/public.ts'
import { expertRoles, labelOf, themes } from '../../terms/public.ts'
import { regionNames } from '../kinds/kind-fields.views.tsx'
import { knowledgePaths } from '../square.paths.ts'
import type { FoundContact, ReadMessage } from './topic-contacts.sql.ts'
import { contactWords } from './topic-contacts.text.ts'

/** What a reader chose, as it stands in the address. */
export type Chosen = { readonly theme: string; readonly role: string; readonly place: string }

const labels = (ids: readonly string[], lang: Lang) => withCapital(ids.map((id) => labelOf(id, lang)).join(', '))

/** The desk, with the choice filled in. */
const deskPath = ({ theme, role, place }: Chosen, lang: Lang) => {
  const about = [theme, role].filter((id) => id !== '').map((id) => labelOf(id, lang).toLowerCase())
  const query = new URLSearchParams({
    ...(about.length > 0 && { q: contactWords[lang].deskQuestion(about) }),
    ...(theme !== '' && { thema: theme }),
    ...(place !== '' && { plaats: place }),
  }).toString()
  return query === '' ? '/vraag' : `/vraag?${query}`
}

const FoundCard = ({ frame, contact }: { frame: PageFrame; contact: FoundContact }) => {
  const { lang } = frame
  const words = contactWords[lang]
  return (
    <article class="plein-card">
      <Heading level={3}>{contact.organisation_name}</Heading>
      <SummaryList
        lang={frame.lang}
        facts={[
          ...(contact.function_name === null ? [] : [{ key: words.labels.function, value: contact.function_name }]),
          { key: words.labels.themes, value: labels(contact.themes, lang) },
          { key: words.labels.roles, value: labels(contact.roles, lang) || words.everyRole },
          { key: words.labels.regions, value: regionNames(contact.regions, lang) ?? words.everywhere },
          { key: words.labels.form, value: words.byForm },
          ...(contact.phone === null ? [] : [{ key: words.labels.phone, value: contact.phone }]),
        ]}
      />
      <ButtonLink look="secondary" href={href(frame, knowledgePaths.writeContact(contact.id))}>
        {words.write}
        <span class="plein-hidden">: {words.writeTo(contact.organisation_name)}</span>
      </ButtonLink>
    </article>
  )
}

/** Choosing theme, role and place, and who can be approached. `found` is null before anything was chosen. */
export const ApproachPage = (props: {
  frame: PageFrame
  chosen: Chosen
  placeError: string | null
  found: readonly FoundContact[] | null
}) => {
  const { frame, chosen, found, placeError } = props
  const { lang } = frame
  const words = contactWords[lang]
  const errors: Errors = placeError === null ? {} : { plaats: placeError }
  const options = (terms: readonly { readonly id: string }[]) =>
    terms.map(({ id }) => ({ value: id, label: labelOf(id, lang) }))
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Form action={href(frame, knowledgePaths.approach)} method="get" lang={lang}>
        <Select
          name="thema"
          label={words.theme}
          lang={lang}
          empty={words.any}
          value={chosen.theme}
          options={options(themes)}
        />
        <Select
          name="rol"
          label={words.role}
          lang={lang}
          empty={words.any}
          value={chosen.role}
          options={options(expertRoles)}
        />
        <SuggestField
          name="plaats"
          label={words.place}
          hint={words.placeHint}
          src={regionPaths.suggestions}
          lang={lang}
          value={chosen.place}
          {...(placeError !== null && { error: placeError })}
        />
        <ButtonGroup>
          <SubmitButton>{words.show}</SubmitButton>
        </ButtonGroup>
      </Form>
      {found === null ? null : found.length === 0 ? (
        <Empty title={words.none} sentence={words.noneSentence}>
          <ButtonLink href={href(frame, deskPath(chosen, lang))}>{words.desk}</ButtonLink>
        </Empty>
      ) : (
        <>
          <div role="status">
            <Heading level={2}>{words.found(found.length)}</Heading>
          </div>
          <div class="plein-cards">
            {found.map((contact) => (
              <FoundCard frame={frame} contact={contact} />
            ))}
          </div>
          <Paragraph>
            {words.otherwise} <Link href={href(frame, deskPath(chosen, lang))}>{words.desk}</Link>
          </Paragraph>
        </>
      )}
    </Page>
  )
}

/** The form of a message to one organisation. */
export const WritePage = (props: {
  frame: PageFrame
  contact: FoundContact
  pageKey: string
  input: FormInput
  errors: Errors
}) => {
  const { frame, contact, input, errors } = props
  const { lang } = frame
  const words = contactWords[lang].message
  const title = words.title(contact.organisation_name)
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  return (
    <Page frame={frame} title={title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Paragraph>{words.kept}</Paragraph>
      <Form action={href(frame, knowledgePaths.sendContact)} idempotencyKey={props.pageKey} lang={lang}>
        <HiddenField name="contact" value={contact.id} />
        <TextArea
          name="text"
          label={words.text}
          hint={words.textHint}
          required
          rows={8}
          maxLength={3_000}
          lang={lang}
          value={one(input, 'text')}
          {...error('text')}
        />
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          lang={lang}
          autocomplete="name"
          value={one(input, 'name')}
          {...error('name')}
        />
        <EmailField
          name="email"
          label={words.email}
          hint={words.emailHint}
          required
          lang={lang}
          value={one(input, 'email')}
          {...error('email')}
        />
        <ButtonGroup>
          <SubmitButton>{words.send}</SubmitButton>
        </ButtonGroup>
      </Form>
      <Paragraph>
        <Link href={href(frame, knowledgePaths.approach)}>{words.back}</Link>
      </Paragraph>
    </Page>
  )
}

export const SentPage = ({ frame }: { frame: PageFrame }) => {
  const words = contactWords[frame.lang].message
  return (
    <Page frame={frame} title={words.sentTitle}>
      <Heading level={1}>{words.sentTitle}</Heading>
      <Paragraph lead>{words.sent}</Paragraph>
      <Paragraph>
        <Link href={href(frame, knowledgePaths.approach)}>{words.back}</Link>
      </Paragraph>
    </Page>
  )
}

/** What the organisation reads behind the link of its letter. */
export const MessagePage = ({ frame, message }: { frame: PageFrame; message: ReadMessage }) => {
  const words = contactWords[frame.lang].message
  return (
    <Page frame={frame} title={words.readTitle}>
      <Heading level={1}>{words.readTitle}</Heading>
      <SummaryList
        lang={frame.lang}
        facts={[
          { key: words.from, value: message.name ?? words.noName },
          { key: words.answerTo, value: message.email },
          { key: words.sentOn, value: longDate(message.sentAt, frame.lang) },
        ]}
      />
      <div {...(message.lang !== frame.lang && { lang: message.lang })}>
        <PlainText text={message.text} />
      </div>
      <Paragraph>{words.readUntil}</Paragraph>
    </Page>
  )
}
