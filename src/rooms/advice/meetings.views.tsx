import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import {
  ButtonGroup,
  ButtonLink,
  DateField,
  ErrorSummary,
  Form,
  NumberField,
  RadioGroup,
  Select,
  SubmitButton,
  TextArea,
} from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { duoPaths } from './desk.paths.ts'
import { duoWords } from './drafting.text.ts'
import type { TeamSeen } from './readings.sql.ts'
import { limits, sessionForms, sessionKinds } from './request.rules.ts'
import { labels } from './words.text.ts'
import { WithNumber } from './with-number.tsx'

export type SessionPageProps = {
  readonly frame: PageFrame
  readonly seen: TeamSeen
  /** `2026-11-21` */
  readonly today: string
  readonly formKey: string
  readonly input?: FormInput
  readonly errors?: Errors
}

/** Writing a meeting down: when, how long, and what came of it. */
export const SessionPage = ({ frame, seen, today, formKey, input = {}, errors = {} }: SessionPageProps) => {
  const { lang } = frame
  const words = duoWords[lang]
  const field = (name: string) => ({
    name,
    lang,
    required: true,
    value: one(input, name),
    ...(errors[name] !== undefined && { error: errors[name] }),
  })
  return (
    <Page frame={frame} title={`${words.sessionTitle} - ${seen.number}`} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <p>
        <Link href={href(lang, duoPaths.request(seen.id))}>
          <WithNumber text={words.backTo(seen.number)} />
        </Link>
      </p>
      <Heading level={1}>{words.sessionTitle}</Heading>
      <Paragraph lead>{words.sessionLead}</Paragraph>
      <Form
        action={href(lang, duoPaths.session(seen.id))}
        idempotencyKey={formKey}
        keep={`bijeenkomst-${seen.id}`}
        lang={lang}
      >
        <DateField {...field('dag')} label={words.heldOn} max={today} />
        <Select
          {...field('wat')}
          label={words.sessionKind}
          options={sessionKinds.map((kind) => ({ value: kind, label: labels[lang].sessionKinds[kind] }))}
        />
        <RadioGroup
          {...field('vorm')}
          label={words.sessionForm}
          options={sessionForms.map((form) => ({ value: form, label: labels[lang].sessionForms[form] }))}
        />
        <NumberField {...field('minuten')} label={words.minutes} />
        <TextArea {...field('notities')} label={words.notes} hint={words.notesHint} maxLength={limits.notes} />
        <ButtonGroup>
          <SubmitButton>{words.saveSession}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

/** Stepping out needs one more press, and no reason. */
export const LeavePage = ({ frame, seen, formKey }: { frame: PageFrame; seen: TeamSeen; formKey: string }) => {
  const { lang } = frame
  const words = duoWords[lang]
  return (
    <Page frame={frame} title={`${words.leaveTitle} - ${seen.number}`}>
      <Heading level={1}>{words.leaveTitle}</Heading>
      <Paragraph lead>{words.leaveLead}</Paragraph>
      <Form action={href(lang, duoPaths.leave(seen.id))} idempotencyKey={formKey} lang={lang}>
        <ButtonGroup>
          <SubmitButton look="secondary">{words.leaveYes}</SubmitButton>
          <ButtonLink look="secondary" href={href(lang, duoPaths.request(seen.id))}>
            {words.leaveNo}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
