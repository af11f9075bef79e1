import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { ButtonGroup, ErrorSummary, Form, HiddenField, SubmitButton, TextArea } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import type { Writing } from './desk.paths.ts'
import { limits } from './request.rules.ts'
import { writingWords } from './writing.text.ts'
import { WithNumber } from './with-number.tsx'

type WritingTo = Writing | 'iedereen'

export type WritingPageProps = {
  readonly frame: PageFrame
  readonly to: WritingTo
  readonly request: { readonly id: string; readonly number: string; readonly version: number }
  /** Address of the form, of the request, and of the other things one can write. */
  readonly action: string
  readonly backTo: string
  readonly others: readonly { readonly to: WritingTo; readonly path: string }[]
  /** Who reads it, spelled out; `internal` when the requester does not. */
  readonly readers: readonly string[]
  readonly internal: boolean
  readonly formKey: string
  readonly input?: FormInput
  readonly errors?: Errors
}

/** One page per audience, so that who reads it is chosen before a word is written. */
export const WritingPage = ({ frame, to, request, input = {}, errors = {}, ...props }: WritingPageProps) => {
  const { lang } = frame
  const words = writingWords[lang]
  const label = props.internal ? words.text.note : to === 'vragen' ? words.text.question : words.text.message
  const form = (
    <Form
      action={href(lang, props.action)}
      idempotencyKey={props.formKey}
      keep={`bericht-${request.id}-${to}`}
      lang={lang}
    >
      <HiddenField name="version" value={one(input, 'version') || String(request.version)} />
      <TextArea
        name="tekst"
        label={label}
        required
        rows={8}
        maxLength={limits.message}
        value={one(input, 'tekst')}
        {...(errors['tekst'] && { error: errors['tekst'] })}
        lang={lang}
      />
      <p class="nl-paragraph">
        <strong>{words.read}</strong>
      </p>
      <List items={props.readers} />
      {props.internal ? (
        <Paragraph>
          <strong>{words.notRequester}</strong>
        </Paragraph>
      ) : null}
      <ButtonGroup>
        <SubmitButton look={props.internal ? 'secondary' : 'primary'}>{words.send[to]}</SubmitButton>
      </ButtonGroup>
    </Form>
  )
  return (
    <Page frame={frame} title={`${words.titles[to]} - ${request.number}`} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <p>
        <Link href={href(lang, props.backTo)}>
          <WithNumber text={words.back(request.number)} />
        </Link>
      </p>
      <Heading level={1}>{words.titles[to]}</Heading>
      <Paragraph lead>{words.leads[to]}</Paragraph>
      {props.internal ? <div class="plein-message plein-message--internal">{form}</div> : form}
      <Heading level={2} look={4}>
        {words.instead}
      </Heading>
      <List
        items={props.others.map((each) => (
          <Link href={href(lang, each.path)}>{words.titles[each.to]}</Link>
        ))}
      />
    </Page>
  )
}
