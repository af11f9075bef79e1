import { renderSVG } from 'uqr'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { longDate } from '../../lib/words.ts'
import {
  ButtonGroup,
  ButtonLink,
  CodeField,
  ErrorSummary,
  Form,
  HiddenField,
  SubmitButton,
  TextField,
} from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import { mineWords } from './mine.text.ts'
import { paths, withNext } from './paths.ts'
import { inHalves } from './second-factor.rules.ts'

type Common = { frame: PageFrame; newKey: () => string; next: string }
type Typed = { input?: FormInput; errors?: Errors }

const CodeForm = ({
  frame,
  newKey,
  next,
  hint,
  label,
  action,
  recovery = false,
  input = {},
  errors = {},
}: Common & Typed & { hint: string; label: string; action: string; recovery?: boolean }) => {
  const { lang } = frame
  const words = mineWords[lang].second
  const field = { name: 'code', hint, required: true, value: one(input, 'code'), error: errors['code'], lang }
  return (
    <Form action={href(lang, action)} idempotencyKey={newKey()} lang={lang}>
      <HiddenField name="naar" value={next} />
      {recovery ? (
        // A recovery code has letters: a field for digits would bring up the wrong keyboard.
        <TextField {...field} label={words.recovery} short autocomplete="off" />
      ) : (
        <CodeField {...field} label={words.code} />
      )}
      <ButtonGroup>
        <SubmitButton>{label}</SubmitButton>
      </ButtonGroup>
    </Form>
  )
}

export const SecondFactorOffPage = ({ frame, newKey, next, must }: Common & { must: boolean }) => {
  const { lang } = frame
  const words = mineWords[lang].second
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.offLead}</Paragraph>
      {must ? <Paragraph>{words.must}</Paragraph> : null}
      <Paragraph>{words.offHow}</Paragraph>
      <Form action={href(lang, paths.beginSecondFactor)} idempotencyKey={newKey()} lang={lang}>
        <HiddenField name="naar" value={next} />
        <ButtonGroup>
          <SubmitButton>{words.begin}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

/** `uri` stands in the picture, `secret` is the same as text. */
export const LinkAppPage = (props: Common & Typed & { uri: string; secret: string }) => {
  const { frame, errors = {} } = props
  const words = mineWords[frame.lang].second
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(props.uri, { border: 4, pixelSize: 5 }))}`
  return (
    <Page frame={frame} title={words.setTitle} errors={errors}>
      <ErrorSummary errors={errors} lang={frame.lang} />
      <Heading level={1}>{words.setTitle}</Heading>
      <Paragraph lead>{words.setLead}</Paragraph>
      <p>
        <img src={picture} alt={words.qr} width="260" height="260" />
      </p>
      <Paragraph>{words.secret}</Paragraph>
      <Paragraph>
        <code>{props.secret.match(/.{1,4}/g)?.join(' ') ?? ''}</code>
      </Paragraph>
      <CodeForm {...props} hint={words.codeHint} label={words.confirm} action={paths.secondFactor} />
    </Page>
  )
}

export const AskCodePage = (props: Common & Typed & { recovery: boolean }) => {
  const { frame, next, recovery, errors = {} } = props
  const words = mineWords[frame.lang].second
  return (
    <Page frame={frame} title={words.askTitle} errors={errors} hold>
      <ErrorSummary errors={errors} lang={frame.lang} />
      <Heading level={1}>{words.askTitle}</Heading>
      <Paragraph lead>{words.askLead}</Paragraph>
      <CodeForm
        {...props}
        hint={recovery ? words.recoveryHint : words.codeHint}
        label={words.submit}
        action={paths.secondFactor}
      />
      {recovery ? (
        <Paragraph>{words.lostHow}</Paragraph>
      ) : (
        <Paragraph>
          <Link href={href(frame, `${paths.secondFactor}?herstel=1&naar=${encodeURIComponent(next)}`)}>
            {words.lost}
          </Link>
        </Paragraph>
      )}
    </Page>
  )
}

export const SecondFactorOnPage = (props: Common & Typed & { since: Date; codesLeft: number }) => {
  const { frame, newKey, next, errors = {} } = props
  const { lang } = frame
  const words = mineWords[lang].second
  return (
    <Page frame={frame} title={words.onTitle} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.onTitle}</Heading>
      <Paragraph lead>{words.onLead(longDate(props.since, lang))}</Paragraph>
      <Heading level={2}>{words.codes}</Heading>
      {props.codesLeft < 3 ? (
        <Notice kind="warning" lang={lang} level={3}>
          {words.codesLeft(props.codesLeft)}
        </Notice>
      ) : (
        <Paragraph>{words.codesLeft(props.codesLeft)}</Paragraph>
      )}
      <Paragraph>{words.codesLead}</Paragraph>
      <Form action={href(lang, paths.recoveryCodes)} idempotencyKey={newKey()} lang={lang}>
        <HiddenField name="naar" value={next} />
        <ButtonGroup>
          <SubmitButton look={props.codesLeft === 0 ? 'primary' : 'secondary'}>{words.codesMake}</SubmitButton>
        </ButtonGroup>
      </Form>
      <Heading level={2}>{words.other}</Heading>
      <Paragraph>{words.otherLead}</Paragraph>
      <CodeForm {...props} hint={words.askHint} label={words.otherDo} action={paths.otherPhone} />
    </Page>
  )
}

/** The only time that these codes are shown. */
export const RecoveryCodesPage = ({
  frame,
  codes,
  next,
}: {
  frame: PageFrame
  codes: readonly string[]
  next: string
}) => {
  const { lang } = frame
  const words = mineWords[lang].second
  return (
    <Page frame={{ ...frame, path: withNext(paths.secondFactor, next) }} title={words.codesTitle}>
      <Heading level={1}>{words.codesTitle}</Heading>
      <Paragraph lead>{words.codesShown}</Paragraph>
      <List
        items={codes.map((code) => (
          <code>{inHalves(code)}</code>
        ))}
      />
      <ButtonGroup>
        <ButtonLink href={href(lang, next)}>{words.codesDone}</ButtonLink>
      </ButtonGroup>
    </Page>
  )
}
