import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { ButtonGroup, ButtonLink, EmailField, ErrorSummary, Form, SubmitButton, TextField } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import { lostLinkText } from './lost-link.text.ts'
import { paths } from './paths.ts'

export const LostLinkPage = (props: { frame: PageFrame; pageKey: string; input?: FormInput; errors?: Errors }) => {
  const { frame, pageKey, input = {}, errors = {} } = props
  const { lang } = frame
  const text = lostLinkText[lang]
  return (
    <Page frame={frame} title={text.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{text.title}</Heading>
      <Paragraph lead>{text.lead}</Paragraph>
      <Paragraph>{text.how}</Paragraph>
      <Form action={href(frame, paths.lostLink)} idempotencyKey={pageKey} lang={lang}>
        <TextField
          name="number"
          label={text.number}
          hint={text.numberHint}
          short
          value={one(input, 'number')}
          error={errors['number']}
          lang={lang}
        />
        <EmailField
          name="email"
          label={text.email}
          hint={text.emailHint}
          value={one(input, 'email')}
          error={errors['email']}
          lang={lang}
        />
        <ButtonGroup>
          <SubmitButton>{text.send}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

/** The same page for everybody, whether we know the question or not. */
export const LinkAskedPage = ({ frame }: { frame: PageFrame }) => {
  const text = lostLinkText[frame.lang]
  return (
    <Page frame={frame} title={text.sentTitle}>
      <Heading level={1}>{text.sentTitle}</Heading>
      <Paragraph lead>{text.sentLead}</Paragraph>
      <Paragraph>{text.sentWhere}</Paragraph>
      <Heading level={2}>{text.nothingTitle}</Heading>
      <List items={text.nothing} />
      <ButtonGroup>
        <ButtonLink href={href(frame, paths.lostLink)} look="secondary">
          {text.again}
        </ButtonLink>
        <ButtonLink href={href(frame, paths.ask)} look="subtle">
          {text.ask}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  )
}

/** The way for who asked a question before, on pages about asking. */
export const LostLinkHint = ({ frame }: { frame: PageFrame }) => {
  const text = lostLinkText[frame.lang]
  return (
    <Paragraph>
      {text.fromAsking} <Link href={href(frame, paths.lostLink)}>{text.toPage}</Link>.
    </Paragraph>
  )
}
