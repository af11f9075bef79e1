import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import {
  ButtonGroup,
  ButtonLink,
  EmailField,
  ErrorSummary,
  Form,
  HiddenField,
  SubmitButton,
  TextField,
} from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { paths } from './paths.ts'
import { signInWords } from './sign-in.text.ts'

type FormPage = { frame: PageFrame; pageKey: string; input?: FormInput; errors?: Errors }

export const SignInPage = ({ frame, pageKey, next, input = {}, errors = {} }: FormPage & { next: string }) => {
  const { lang } = frame
  const words = signInWords[lang].ask
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Form action={href(lang, paths.signIn)} idempotencyKey={pageKey} lang={lang}>
        <HiddenField name="naar" value={next} />
        <EmailField
          name="email"
          label={words.email}
          required
          value={one(input, 'email')}
          error={errors['email']}
          lang={lang}
        />
        <ButtonGroup>
          <SubmitButton>{words.send}</SubmitButton>
        </ButtonGroup>
      </Form>
      <Heading level={2}>{words.noAccountTitle}</Heading>
      <Paragraph>{words.noAccount}</Paragraph>
      <Paragraph>
        <Link href={href(lang, '/vraag')}>{words.askQuestion}</Link>
      </Paragraph>
    </Page>
  )
}

export const CodePage = ({ frame, pageKey, input = {}, errors = {} }: FormPage) => {
  const { lang } = frame
  const words = signInWords[lang].code
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Paragraph>{words.how}</Paragraph>
      <Form action={href(lang, paths.code)} idempotencyKey={pageKey} lang={lang}>
        <TextField
          name="code"
          label={words.code}
          hint={words.hint}
          required
          short
          autocomplete="one-time-code"
          value={one(input, 'code')}
          error={errors['code']}
          lang={lang}
        />
        <ButtonGroup>
          <SubmitButton>{words.submit}</SubmitButton>
        </ButtonGroup>
      </Form>
      <Heading level={2}>{words.nothing}</Heading>
      <Paragraph>{words.nothingHint}</Paragraph>
      <Paragraph>
        <Link href={href(lang, paths.signIn)}>{words.again}</Link>
      </Paragraph>
    </Page>
  )
}

/** The page behind the link of the mail: one button. Opening it consumes nothing, whoever opens it. */
export const LinkPage = ({ frame, pageKey, link }: { frame: PageFrame; pageKey: string; link: string }) => {
  const { lang } = frame
  const words = signInWords[lang].link
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Form action={href(lang, paths.link(link))} idempotencyKey={pageKey} lang={lang}>
        <ButtonGroup>
          <SubmitButton>{words.submit}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

export const NoWayInPage = ({ frame, why }: { frame: PageFrame; why: 'elsewhere' | 'ended' }) => {
  const { lang } = frame
  const words = signInWords[lang].link
  const elsewhere = why === 'elsewhere'
  const title = elsewhere ? words.elsewhereTitle : words.endedTitle
  return (
    <Page frame={frame} title={title}>
      <Heading level={1}>{title}</Heading>
      <Paragraph lead>{elsewhere ? words.elsewhere : words.ended}</Paragraph>
      {elsewhere ? <Paragraph>{words.elsewhereHow}</Paragraph> : null}
      <ButtonGroup>
        <ButtonLink href={href(lang, paths.signIn)} look={elsewhere ? 'secondary' : 'primary'}>
          {elsewhere ? words.elsewhereAgain : signInWords[lang].code.again}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  )
}
