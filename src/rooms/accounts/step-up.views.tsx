import { many, type Errors, type FormInput } from '../../lib/form-values.ts'
import { ButtonGroup, ButtonLink, ErrorSummary, Form, HiddenField, SubmitButton, TextField } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Heading, Paragraph } from '../../ui/typography.tsx'
import { stepUpWords } from './step-up.text.ts'

/** Asks for a code and sends what was typed once more. `back` is where nothing has changed. */
export const StepUpPage = (props: {
  frame: PageFrame
  pageKey: string
  /** What was sent, without the code. */
  sent: FormInput
  back: string
  errors: Errors
}) => {
  const { frame, sent, errors } = props
  const { lang } = frame
  const words = stepUpWords[lang]
  const fields = Object.keys(sent).flatMap((name) => many(sent, name).map((value) => [name, value] as const))
  return (
    <Page frame={frame} title={words.title} errors={errors} hold>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Paragraph>{words.why}</Paragraph>
      <Paragraph>{words.kept}</Paragraph>
      <Form action={href(frame, frame.path)} idempotencyKey={props.pageKey} lang={lang}>
        {fields.map(([name, value]) => (
          <HiddenField name={name} value={value} />
        ))}
        <TextField
          name="code"
          label={words.code}
          hint={words.hint}
          required
          short
          autocomplete="one-time-code"
          error={errors['code']}
          lang={lang}
        />
        <ButtonGroup>
          <SubmitButton>{words.submit}</SubmitButton>
          <ButtonLink href={href(frame, props.back)} look="subtle">
            {words.stop}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
