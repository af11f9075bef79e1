import type { Child } from 'hono/jsx'
import { many, one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { languages, longDate } from '../../lib/words.ts'
import { permissions } from '../../platform/http/access.ts'
import {
  ButtonGroup,
  ButtonLink,
  CheckboxGroup,
  EmailField,
  ErrorSummary,
  Form,
  RadioGroup,
  Select,
  SubmitButton,
  TextField,
} from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Table } from '../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { administrationWords } from './administration.text.ts'
import type { ListedPerson } from './seen-person.ts'
import { paths } from './paths.ts'

/** The three pages of administration, and what was just done. */
export const AdministrationTop = ({ frame, done }: { frame: PageFrame; done?: string | null }) => {
  const words = administrationWords[frame.lang]
  const sentence = done ? words.done[done] : undefined
  const here = frame.path.split('?')[0] ?? ''
  return (
    <>
      {sentence ? (
        <Notice kind="success" lang={frame.lang}>
          {sentence}
        </Notice>
      ) : null}
      <p class="plein-small">
        {(['people', 'organisations', 'operation'] as const).map((name, index) => (
          <>
            {index === 0 ? '' : ' · '}
            <Link href={href(frame, paths[name])} current={here === paths[name]}>
              {words.nav[name]}
            </Link>
          </>
        ))}
      </p>
    </>
  )
}

export const PeoplePage = (props: {
  frame: PageFrame
  pageKey: string
  people: readonly ListedPerson[]
  page: number
  pages: number
  email: string | null
  done: string | null
}) => {
  const { frame, email } = props
  const { lang } = frame
  const all = administrationWords[lang]
  const words = all.people
  const belongs = (person: ListedPerson): Child =>
    person.organisations.map(({ name, role }) => `${name} (${all.roles[role].toLowerCase()})`).join(', ') ||
    words.nothing
  return (
    <Page frame={frame} title={words.title} wide>
      <AdministrationTop frame={frame} done={props.done} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <ButtonGroup>
        <ButtonLink href={href(lang, paths.invite)}>{words.invite}</ButtonLink>
      </ButtonGroup>
      <Form action={href(lang, paths.people)} idempotencyKey={props.pageKey} lang={lang}>
        <EmailField name="email" label={words.find} free value={email ?? ''} autocomplete="off" lang={lang} />
        <ButtonGroup>
          <SubmitButton look="secondary">{words.findDo}</SubmitButton>
        </ButtonGroup>
      </Form>
      {email !== null ? (
        <Paragraph>
          <Link href={href(lang, paths.people)}>{words.all}</Link>
        </Paragraph>
      ) : null}
      {props.people.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <Table
          caption={words.title}
          captionHidden
          rows={props.people}
          columns={[
            {
              label: words.name,
              cell: (person) => <Link href={href(lang, paths.person(person.id))}>{person.name}</Link>,
            },
            {
              label: words.may,
              cell: (person) => person.permissions.map((each) => all.permissions[each]).join(', ') || words.nothing,
            },
            { label: words.belongs, cell: belongs },
            {
              label: words.last,
              cell: (person) => (person.lastSignedInAt ? longDate(person.lastSignedInAt, lang) : words.never),
            },
          ]}
        />
      )}
      <Pagination
        page={props.page}
        pages={props.pages}
        address={(page) => href(lang, `${paths.people}?pagina=${page}`)}
        lang={lang}
      />
    </Page>
  )
}

export type OrganisationChoice = { readonly id: string; readonly name: string }

export const InvitePage = (props: {
  frame: PageFrame
  pageKey: string
  organisations: readonly OrganisationChoice[]
  input?: FormInput
  errors?: Errors
}) => {
  const { frame, input = {}, errors = {} } = props
  const { lang } = frame
  const all = administrationWords[lang]
  const words = all.invite
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <AdministrationTop frame={frame} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Form action={href(lang, paths.invite)} idempotencyKey={props.pageKey} lang={lang}>
        <TextField
          name="name"
          label={words.name}
          required
          autocomplete="off"
          value={one(input, 'name')}
          error={errors['name']}
          lang={lang}
        />
        <EmailField
          name="email"
          label={words.email}
          required
          autocomplete="off"
          value={one(input, 'email')}
          error={errors['email']}
          lang={lang}
        />
        <RadioGroup
          name="lang"
          label={words.lang}
          required
          options={languages.map((each) => ({ value: each, label: words.langs[each] }))}
          value={one(input, 'lang') || 'nl'}
          error={errors['lang']}
          lang={lang}
        />
        <CheckboxGroup
          name="permissions"
          label={words.permissions}
          hint={words.permissionsHint}
          options={permissions.map((each) => ({ value: each, label: all.permissions[each] }))}
          value={many(input, 'permissions')}
          error={errors['permissions']}
          lang={lang}
        />
        <Select
          name="edits"
          label={words.edits}
          hint={words.editsHint}
          empty={words.none}
          asWritten
          options={props.organisations.map((each) => ({ value: each.id, label: each.name }))}
          value={one(input, 'edits')}
          error={errors['edits']}
          lang={lang}
        />
        <ButtonGroup>
          <SubmitButton>{words.send}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
