import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import {
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  FileField,
  Form,
  Select,
  SubmitButton,
  TextArea,
} from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { Heading, List, Paragraph } from '../../ui/typography.tsx'
import { paths } from './paths.ts'
import { showingWords } from './showing.text.ts'
import { questionnairesWords } from './text.ts'
import { Trail } from './trail.views.tsx'

type Props = {
  frame: PageFrame
  organisations: readonly { readonly id: string; readonly name: string }[]
  newKey: string
  input: FormInput
  errors: Errors
  /** What is wrong inside the document, each with its place. */
  faults: readonly string[]
}

/** A questionnaire that comes in as a file or as pasted text. */
export const ReadPage = ({ frame, organisations, newKey, input, errors, faults }: Props) => {
  const { lang } = frame
  const words = showingWords[lang].exchange
  const { start } = questionnairesWords[lang]
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <Trail frame={frame} list />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {faults.length === 0 ? null : (
        <Notice kind="error" lang={lang} heading={words.faulty}>
          <List items={faults} />
        </Notice>
      )}
      <Form action={href(frame, paths.read)} idempotencyKey={newKey} files lang={lang}>
        <FileField
          name="file"
          label={words.file}
          hint={words.fileHint}
          free
          accept=".json,application/json"
          lang={lang}
          error={errors['file']}
        />
        <TextArea
          name="text"
          label={words.text}
          free
          rows={8}
          lang={lang}
          value={one(input, 'text')}
          error={errors['text']}
        />
        <Select
          name="organisation"
          label={start.whose}
          required
          lang={lang}
          asWritten
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          value={one(input, 'organisation')}
          error={errors['organisation']}
        />
        <ButtonGroup>
          <SubmitButton>{words.read}</SubmitButton>
          <ButtonLink look="subtle" href={href(lang, paths.list)}>
            {start.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
