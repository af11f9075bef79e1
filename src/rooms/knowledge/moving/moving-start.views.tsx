import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Checkbox, FileField, Form, RadioGroup, Select, TextField } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { itemTypes } from '../../terms/public.ts'
import { editingWords } from '../writing/editing.text.ts'
import { runTone } from '../harvests/harvest-sources.views.tsx'
import { harvestWords } from '../harvests/harvests.editing.text.ts'
import type { HarvestRun, HarvestSource } from '../harvests/harvests.sql.ts'
import type { Partner } from '../writing/item-form.views.tsx'
import { movingWords } from './moving.editing.text.ts'
import { movingPaths } from './moving.paths.ts'
import { acceptedFiles } from './moving.rules.ts'
import type { Moved } from './moving.sql.ts'
import { licences } from '../items/texts.rules.ts'

type Moving = HarvestSource & { readonly newest: HarvestRun | null; readonly moved: Moved }

/** The sites that move, each with how far it is. */
export const MovingListPage = ({ frame, sites }: { frame: PageFrame; sites: readonly Moving[] }) => {
  const { lang } = frame
  const words = movingWords[lang]
  return (
    <Page frame={frame} title={words.list.title} wide>
      <Heading level={1}>{words.list.title}</Heading>
      <Paragraph lead>{words.list.lead}</Paragraph>
      <ButtonGroup>
        <ButtonLink href={href(frame, movingPaths.start)}>{words.list.start}</ButtonLink>
      </ButtonGroup>
      {sites.length === 0 ? (
        <Empty title={words.list.none} sentence={words.list.noneSentence} />
      ) : (
        <Table
          caption={words.list.title}
          captionHidden
          rows={sites}
          columns={[
            {
              label: words.list.site,
              cell: (site) => <Link href={href(frame, movingPaths.one(site.id))}>{site.name}</Link>,
            },
            { label: words.list.organisation, cell: (site) => site.organisationName },
            {
              label: words.list.state,
              cell: (site) =>
                site.newest === null ? (
                  ''
                ) : (
                  <StatusBadge tone={runTone[site.newest.state]}>
                    {harvestWords[lang].states[site.newest.state]}
                  </StatusBadge>
                ),
            },
            {
              label: words.list.progress,
              cell: ({ moved }) => words.far(moved.taken, moved.published, moved.left),
            },
          ]}
        />
      )}
    </Page>
  )
}

/** Begins a move: the address of the site, or the file that WordPress made. */
export const MovePage = (props: {
  frame: PageFrame
  own: readonly Partner[]
  pageKey: string
  input: FormInput
  errors: Errors
}) => {
  const { frame, own, input, errors } = props
  const { lang } = frame
  const words = movingWords[lang].form
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Form action={href(lang, movingPaths.start)} idempotencyKey={props.pageKey} files lang={lang}>
        <TextField name="name" label={words.name} required lang={lang} value={one(input, 'name')} {...error('name')} />
        <TextField
          name="address"
          type="url"
          label={words.address}
          hint={words.addressHint}
          lang={lang}
          value={one(input, 'address')}
          {...error('address')}
        />
        <FileField
          name="file"
          label={words.file}
          hint={words.fileHint}
          accept={acceptedFiles}
          lang={lang}
          {...error('file')}
        />
        <RadioGroup
          name="organisation"
          label={words.organisation}
          required
          lang={lang}
          value={one(input, 'organisation') || (own.length === 1 ? (own[0]?.id ?? '') : '')}
          {...error('organisation')}
          options={own.map((each) => ({ value: each.id, label: each.name }))}
        />
        <Select
          name="type"
          label={words.type}
          required
          lang={lang}
          empty={false}
          value={one(input, 'type') || 'article'}
          {...error('type')}
          options={itemTypes.map((type) => ({ value: type.id, label: type.label[lang] }))}
        />
        <Select
          name="licence"
          label={words.licence}
          required
          lang={lang}
          empty={false}
          value={one(input, 'licence') || 'CC-BY-4.0'}
          {...error('licence')}
          options={licences.map((licence) => ({ value: licence, label: editingWords[lang].licences[licence] }))}
        />
        <Checkbox
          name="names"
          label={words.names}
          hint={words.namesHint}
          lang={lang}
          checked={one(input, 'names') === 'on'}
          {...error('names')}
        />
        <ButtonGroup>
          <SubmitButton>{words.send}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
