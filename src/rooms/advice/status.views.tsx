import type { Child } from 'hono/jsx'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { longDate, longMoment } from '../../lib/words.ts'
import { Conversation } from '../../ui/conversation.tsx'
import { ButtonGroup, ButtonLink, ErrorSummary, Form, SubmitButton, TextArea } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { PlainText, Prose } from '../../ui/prose.tsx'
import { StatusBadge, StatusTimeline, type StatusTone } from '../../ui/status.tsx'
import { Heading, Paragraph } from '../../ui/typography.tsx'
import { markdownHtml } from './markdown.ts'
import { paths } from './paths.ts'
import { progressOf, promisedBy } from './progress.rules.ts'
import type { StatusSeen } from './readings.sql.ts'
import { limits } from './request.rules.ts'
import { hasEnded, movesFrom, type State } from './states.rules.ts'
import { statusText } from './status.text.ts'
import { labels } from './words.text.ts'

const textOf = (frame: PageFrame) => statusText[frame.lang]

export const ConfirmPage = (props: {
  frame: PageFrame
  link: string
  number: string
  until: Date | null
  pageKey: string
}) => {
  const { frame } = props
  const text = textOf(frame).confirm
  return (
    <Page frame={frame} title={text.title}>
      <Heading level={1}>{text.title}</Heading>
      <Paragraph lead>{text.lead(props.number)}</Paragraph>
      <Form action={href(frame, paths.confirm(props.link))} idempotencyKey={props.pageKey} lang={frame.lang}>
        <ButtonGroup>
          <SubmitButton>{text.button}</SubmitButton>
        </ButtonGroup>
      </Form>
      <Paragraph>{text.after}</Paragraph>
      {props.until === null ? null : <Paragraph>{text.until(longDate(props.until, frame.lang))}</Paragraph>}
      <Paragraph>{text.notYou}</Paragraph>
    </Page>
  )
}

const toneOf = (state: State): StatusTone =>
  state === 'waiting-for-requester'
    ? 'warning'
    : state === 'answered' || state === 'feedback-asked'
      ? 'success'
      : hasEnded(state)
        ? 'neutral'
        : 'active'

/** The answer as its requester reads it; the duo sees the same before they give it. */
export const Answered = ({ frame, request }: { frame: PageFrame; request: Pick<StatusSeen, 'answer' | 'lang'> }) => {
  const text = textOf(frame)
  const { answer } = request
  if (answer === null) return null
  const names = new Intl.ListFormat(frame.lang).format(answer.authors.filter((name) => name !== ''))
  return (
    <section aria-labelledby="antwoord">
      <Heading level={2} id="antwoord">
        {text.answerTitle}
      </Heading>
      {names === '' ? null : (
        <Paragraph>
          <strong>{text.answerBy(names)}</strong>, {longDate(answer.givenAt, frame.lang)}
        </Paragraph>
      )}
      <Paragraph>
        {text.onBehalf}: {labels[frame.lang].voices[answer.voice]}. <span lang={request.lang}>{answer.behalf}</span>
      </Paragraph>
      <Prose html={markdownHtml(answer.text)} textLang={request.lang} />
    </section>
  )
}

const Titled = ({ title, children }: { title: string; children?: Child }) => (
  <>
    <Heading level={2}>{title}</Heading>
    {children}
  </>
)

export type StatusProps = {
  readonly frame: PageFrame
  readonly link: string
  readonly request: StatusSeen
  readonly keyFor: () => string
  /** What was just done, as the address says it. */
  readonly done: string | null
  readonly input?: FormInput
  readonly errors?: Errors
}

export const StatusPage = (props: StatusProps) => {
  const { frame, link, request, errors = {}, input = {} } = props
  const text = textOf(frame)
  const { lang } = frame
  const { now, by } = text.now[request.state]
  const promised = promisedBy(request.state, request.stateSince)
  const said = props.done !== null && props.done in text.done ? text.done[props.done as keyof typeof text.done] : null
  const canWithdraw = movesFrom(request.state, 'requester').some((move) => move.to === 'withdrawn')
  const canFeedback =
    request.feedback === null && movesFrom(request.state, 'requester').some((move) => move.to === 'evaluated')
  return (
    <Page frame={frame} title={text.title(request.number)} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{text.title(request.number)}</Heading>
      {said === null ? null : (
        <Notice kind="success" lang={lang}>
          <Paragraph>{said}</Paragraph>
        </Notice>
      )}
      <p>
        <StatusBadge tone={toneOf(request.state)}>{labels[lang].states[request.state]}</StatusBadge>
      </p>
      <Titled title={text.nowTitle}>
        <Paragraph lead>
          {now} {by && promised ? by(longDate(promised, lang)) : null}
        </Paragraph>
      </Titled>
      {request.referral === null ? null : (
        <Titled title={text.referral}>
          <PlainText text={request.referral} textLang={request.lang} />
        </Titled>
      )}
      {request.closeReason === null ? null : (
        <Titled title={text.reason}>
          <PlainText text={request.closeReason} textLang={request.lang} />
        </Titled>
      )}
      <Answered frame={frame} request={request} />
      {canFeedback ? (
        <>
          <Paragraph>{text.feedbackAsk}</Paragraph>
          <ButtonGroup>
            <ButtonLink href={href(frame, paths.feedback(link))}>{text.feedbackLink}</ButtonLink>
          </ButtonGroup>
        </>
      ) : null}
      <Titled title={text.whereTitle}>
        <StatusTimeline
          lang={lang}
          steps={progressOf(request.state, request.waitingFrom, request.moves).map(({ step, state, at }) => ({
            title: text.steps[step],
            state,
            ...(at !== null && { when: longDate(at, lang) }),
          }))}
        />
      </Titled>
      <Titled title={text.conversation}>
        {request.messages.length === 0 ? (
          <Paragraph>{text.noMessages}</Paragraph>
        ) : (
          <Conversation
            lang={lang}
            messages={request.messages.map((message) => ({
              who: message.author === 'requester' ? request.requesterName : (message.name ?? text.desk),
              when: longMoment(message.at, lang),
              at: message.at.toISOString(),
              kind: 'external' as const,
              mine: message.author === 'requester',
              textLang: message.lang,
              body: <PlainText text={message.text} />,
            }))}
          />
        )}
      </Titled>
      {hasEnded(request.state) ? null : (
        <Form action={href(frame, paths.reply(link))} idempotencyKey={props.keyFor()} keep="bericht" lang={lang}>
          <TextArea
            name="text"
            label={text.reply}
            hint={text.replyHint}
            required
            maxLength={limits.message}
            value={one(input, 'text')}
            error={errors['text']}
            lang={lang}
          />
          <ButtonGroup>
            <SubmitButton>{text.replySend}</SubmitButton>
          </ButtonGroup>
        </Form>
      )}
      <Titled title={text.yourQuestion}>
        <PlainText text={request.question} textLang={request.lang} />
      </Titled>
      {request.context === null ? null : (
        <>
          <Heading level={3}>{text.context}</Heading>
          <PlainText text={request.context} textLang={request.lang} />
        </>
      )}
      {request.feedback === null ? null : (
        <Titled title={text.yourFeedback}>
          <PlainText text={request.feedback.done} textLang={request.lang} />
          {request.feedback.notDone === null ? null : (
            <>
              <Heading level={3}>{text.notDone}</Heading>
              <PlainText text={request.feedback.notDone} textLang={request.lang} />
            </>
          )}
        </Titled>
      )}
      {canWithdraw ? (
        <Titled title={text.withdrawTitle}>
          <Paragraph>{text.withdrawLead}</Paragraph>
          <Form action={href(frame, paths.withdraw(link))} idempotencyKey={props.keyFor()} lang={lang}>
            <ButtonGroup>
              <SubmitButton look="negative">{text.withdraw}</SubmitButton>
            </ButtonGroup>
          </Form>
        </Titled>
      ) : null}
      <Paragraph>
        {request.forgetAfter === null ? text.keptRunning : text.kept(longDate(request.forgetAfter, lang))}
      </Paragraph>
      <Paragraph>{text.link}</Paragraph>
    </Page>
  )
}
