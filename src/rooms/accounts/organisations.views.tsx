import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { longDate, withCapital } from '../../lib/words.ts'
import {
  ButtonGroup,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Form,
  Select,
  SubmitButton,
  TextField,
} from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Table } from '../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { administrationWords } from './administration.text.ts'
import { organisationTypeWords } from './organisation-types.text.ts'
import { organisationTypes } from './organisation.rules.ts'
import { AdministrationTop } from './people.views.tsx'
import { paths } from './paths.ts'

export type ListedOrganisation = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly partner: boolean
  readonly left_at: Date | null
}

export const OrganisationsPage = ({
  frame,
  organisations,
  done,
}: {
  frame: PageFrame
  organisations: readonly ListedOrganisation[]
  done: string | null
}) => {
  const { lang } = frame
  const all = administrationWords[lang]
  const words = all.organisations
  const types: Readonly<Record<string, string>> = organisationTypeWords[lang]
  return (
    <Page frame={frame} title={words.title} wide>
      <AdministrationTop frame={frame} done={done} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <ButtonGroup>
        <ButtonLink href={href(lang, paths.newOrganisation)}>{words.add}</ButtonLink>
      </ButtonGroup>
      {organisations.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <Table
          caption={words.title}
          captionHidden
          rows={organisations}
          columns={[
            { label: words.name, cell: (row) => <Link href={href(lang, paths.organisation(row.id))}>{row.name}</Link> },
            { label: words.type, cell: (row) => withCapital(types[row.type] ?? types['otherOrganisation'] ?? '') },
            {
              label: words.part,
              cell: (row) =>
                row.left_at ? words.left(longDate(row.left_at, lang)) : row.partner ? words.partner : words.asks,
            },
          ]}
        />
      )}
    </Page>
  )
}

/** The form for a new organisation, or (`id`) for one that is there. */
export const OrganisationPage = (props: {
  frame: PageFrame
  pageKey: string
  id: string | null
  input: FormInput
  errors?: Errors
  done?: string | null
}) => {
  const { frame, id, input, errors = {} } = props
  const { lang } = frame
  const all = administrationWords[lang]
  const words = all.organisations
  const title = id === null ? words.newTitle : words.editTitle
  return (
    <Page frame={frame} title={title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <AdministrationTop frame={frame} done={props.done ?? null} />
      <Heading level={1}>{title}</Heading>
      <Form
        action={href(lang, id === null ? paths.newOrganisation : paths.organisation(id))}
        idempotencyKey={props.pageKey}
        lang={lang}
      >
        <TextField
          name="name"
          label={words.name}
          required
          autocomplete="off"
          value={one(input, 'name')}
          error={errors['name']}
          lang={lang}
        />
        <Select
          name="type"
          label={words.type}
          required
          options={organisationTypes.map((each) => ({ value: each, label: organisationTypeWords[lang][each] }))}
          value={one(input, 'type')}
          error={errors['type']}
          lang={lang}
        />
        <TextField
          name="website"
          label={words.website}
          type="url"
          autocomplete="off"
          value={one(input, 'website')}
          error={errors['website']}
          lang={lang}
        />
        <Checkbox name="partner" label={words.isPartner} checked={one(input, 'partner') !== ''} lang={lang} />
        {id === null ? null : (
          <Checkbox name="left" label={words.hasLeft} checked={one(input, 'left') !== ''} lang={lang} />
        )}
        <ButtonGroup>
          <SubmitButton>{words.save}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
