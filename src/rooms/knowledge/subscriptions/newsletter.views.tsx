import { many, one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { languages } from '../../../lib/words.ts'
import {
  ButtonGroup,
  ButtonLink,
  CheckboxGroup,
  EmailField,
  ErrorSummary,
  Form,
  RadioGroup,
  SubmitButton,
} from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Heading, List, Paragraph } from '../../../ui/typography.tsx'
import { labelOf, themes } from '../../terms/public.ts'
import { newsletterPaths as paths } from './newsletter.paths.ts'
import { newsletterText } from './newsletter.text.ts'
import { SaidPage } from './subscriptions.views.tsx'

type FormProps = { frame: PageFrame; pageKey: string; input?: FormInput; errors?: Errors }

const ChoiceFields = ({ frame: { lang }, input = {}, errors = {} }: Omit<FormProps, 'pageKey'>) => {
  const text = newsletterText[lang]
  return (
    <>
      <CheckboxGroup
        name="themes"
        label={text.themes}
        hint={text.themesHint}
        lang={lang}
        value={many(input, 'themes')}
        error={errors['themes']}
        options={themes.map((theme) => ({ value: theme.id, label: theme.label[lang] }))}
      />
      <RadioGroup
        name="lang"
        label={text.lang}
        lang={lang}
        required
        inline
        value={one(input, 'lang') === '' ? lang : one(input, 'lang')}
        error={errors['lang']}
        options={languages.map((each) => ({ value: each, label: text.langs[each] }))}
      />
    </>
  )
}

export const SubscribePage = (props: FormProps) => {
  const { frame, pageKey, input = {}, errors = {} } = props
  const { lang } = frame
  const text = newsletterText[lang]
  return (
    <Page frame={frame} title={text.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{text.title}</Heading>
      <Paragraph lead>{text.lead}</Paragraph>
      <Paragraph>{text.promise}</Paragraph>
      <Form action={href(frame, paths.subscribe)} idempotencyKey={pageKey} lang={lang}>
        <EmailField
          name="email"
          label={text.email}
          hint={text.emailHint}
          required
          value={one(input, 'email')}
          error={errors['email']}
          lang={lang}
        />
        <ChoiceFields frame={frame} input={input} errors={errors} />
        <ButtonGroup>
          <SubmitButton>{text.send}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

/** The same page for everybody, whether the address gets the newsletter or not. */
export const AskedPage = ({ frame }: { frame: PageFrame }) => {
  const { asked, stopped } = newsletterText[frame.lang]
  return <SaidPage frame={frame} {...asked} next={{ path: paths.subscribe, label: stopped.again }} />
}

export const ConfirmPage = (props: { frame: PageFrame; link: string; themes: readonly string[]; pageKey: string }) => {
  const { frame, link, pageKey } = props
  const { lang } = frame
  const { confirm } = newsletterText[lang]
  return (
    <Page frame={frame} title={confirm.title}>
      <Heading level={1}>{confirm.title}</Heading>
      <Paragraph lead>{confirm.lead}</Paragraph>
      <Paragraph>{props.themes.length === 0 ? confirm.all : confirm.some}</Paragraph>
      {props.themes.length === 0 ? null : <List items={props.themes.map((id) => labelOf(id, lang))} />}
      <Form action={href(frame, paths.confirm(link))} idempotencyKey={pageKey} lang={lang}>
        <ButtonGroup>
          <SubmitButton>{confirm.press}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

export const ConfirmedPage = ({ frame }: { frame: PageFrame }) => {
  const { title, lead, how } = newsletterText[frame.lang].confirmed
  return <SaidPage frame={frame} title={title} lead={lead} more={how} />
}

export const ChoicesPage = (props: FormProps & { link: string; saved: boolean }) => {
  const { frame, link, pageKey, input = {}, errors = {} } = props
  const { lang } = frame
  const { choices, stop } = newsletterText[lang]
  return (
    <Page frame={frame} title={choices.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{choices.title}</Heading>
      {props.saved ? (
        <Notice kind="success" lang={lang}>
          {choices.saved}
        </Notice>
      ) : null}
      <Paragraph lead>{choices.lead}</Paragraph>
      <Form action={href(frame, paths.choices(link))} idempotencyKey={pageKey} lang={lang}>
        <ChoiceFields frame={frame} input={input} errors={errors} />
        <ButtonGroup>
          <SubmitButton>{choices.send}</SubmitButton>
        </ButtonGroup>
      </Form>
      <Heading level={2}>{choices.stopTitle}</Heading>
      <Paragraph>{choices.stopLead}</Paragraph>
      <Form action={href(frame, paths.stop(link))} lang={lang}>
        <ButtonGroup>
          <SubmitButton look="secondary">{stop.press}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

export const StopPage = ({ frame, link }: { frame: PageFrame; link: string }) => {
  const { stop } = newsletterText[frame.lang]
  return (
    <Page frame={frame} title={stop.title}>
      <Heading level={1}>{stop.title}</Heading>
      <Paragraph lead>{stop.lead}</Paragraph>
      <Form action={href(frame, paths.stop(link))} lang={frame.lang}>
        <ButtonGroup>
          <SubmitButton>{stop.press}</SubmitButton>
          <ButtonLink href={href(frame, paths.choices(link))} look="subtle">
            {stop.toChoices}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

export const StoppedPage = ({ frame }: { frame: PageFrame }) => {
  const { stopped } = newsletterText[frame.lang]
  return <SaidPage frame={frame} {...stopped} next={{ path: paths.subscribe, label: stopped.again }} />
}
