import type { Child } from 'hono/jsx'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { longDate, longMoment } from '../../lib/words.ts'
import { Conversation } from '../../ui/conversation.tsx'
import { ButtonGroup, ButtonLink, ErrorSummary, Form, SubmitButton, TextArea } from '../../ui/fields.tsx'
import { Fold } from '../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { PlainText, Prose } from '../../ui/prose.tsx'
import { StatusBadge, StatusTimeline, type StatusTone } from '../../ui/status.tsx'
import { Heading, Paragraph } from '../../ui/typography.tsx'
import { renderMarkdown } from '../../lib/rich-text/render.ts'
import { paths } from './paths.ts'
import { progressOf, promisedBy } from './progress.rules.ts'
import type { StatusSeen } from './readings.sql.ts'
import { limits } from './request.rules.ts'
import { hasEnded, movesFrom, type State } from './states.rules.ts'
import { statusText } from './status.text.ts'
import { labels } from './words.text.ts'
import { WithNumber } from './with-number.tsx'

const listed = { nl: new Intl.ListFormat('nl'), en: new Intl.ListFormat('en') }

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
      <Paragraph lead>
        <WithNumber text={text.lead(props.number)} />
      </Paragraph>
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
  const names = listed[frame.lang].format(answer.authors.filter((name) => name !== ''))
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
      <Prose html={renderMarkdown(answer.text, 3)} textLang={request.lang} />
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

/** The last message in sight, the earlier ones closed; and a place to write, open when an answer is waited for. */
const Talk = (props: StatusProps) => {
  const { frame, link, request, errors = {}, input = {} } = props
  const text = textOf(frame)
  const { lang } = frame
  const messages = request.messages.map((message) => ({
    who: message.author === 'requester' ? request.requesterName : (message.name ?? text.desk),
    when: longMoment(message.at, lang),
    at: message.at.toISOString(),
    kind: 'external' as const,
    mine: message.author === 'requester',
    textLang: message.lang,
    body: <PlainText text={message.text} />,
  }))
  const earlier = messages.slice(0, -1)
  const form = (
    <Form action={href(frame, paths.reply(link))} idempotencyKey={props.keyFor()} keep="bericht" lang={lang}>
      <TextArea
        name="text"
        label={text.reply}
        hint={text.replyHint}
        required
        rows={4}
        maxLength={limits.message}
        value={one(input, 'text')}
        error={errors['text']}
        lang={lang}
      />
      <ButtonGroup>
        <SubmitButton>{text.replySend}</SubmitButton>
      </ButtonGroup>
    </Form>
  )
  const invited = ['waiting-for-requester', 'answered', 'feedback-asked'].includes(request.state)
  return (
    <>
      {messages.length === 0 ? null : (
        <Titled title={text.conversation}>
          {earlier.length === 0 ? null : (
            <Fold title={text.earlier(earlier.length)}>
              <Conversation lang={lang} messages={earlier} />
            </Fold>
          )}
          <Conversation lang={lang} messages={messages.slice(-1)} />
        </Titled>
      )}
      {hasEnded(request.state) ? null : invited ? (
        form
      ) : (
        <Fold title={text.reply} open={errors['text'] !== undefined}>
          {form}
        </Fold>
      )}
    </>
  )
}

/** Where a request stands for who asked: what happens now and what they can do first, what was before closed. */
export const StatusPage = (props: StatusProps) => {
  const { frame, link, request, errors = {} } = props
  const text = textOf(frame)
  const { lang } = frame
  const { now, by } = text.now[request.state]
  const promised = promisedBy(request.state, request.stateSince)
  const said = props.done !== null && props.done in text.done ? text.done[props.done as keyof typeof text.done] : null
  const canWithdraw = movesFrom(request.state, 'requester').some((move) => move.to === 'withdrawn')
  const canFeedback =
    request.feedback === null && movesFrom(request.state, 'requester').some((move) => move.to === 'evaluated')
  const steps = progressOf(request.state, request.waitingFrom, request.moves)
  const at = steps.findLast((each) => each.state !== 'to-come')
  const waits = request.state === 'waiting-for-requester'
  return (
    <Page frame={frame} title={text.title(request.number)} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>
        <WithNumber text={text.title(request.number)} />
      </Heading>
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
      {canFeedback && request.state === 'feedback-asked' ? <AskFeedback frame={frame} link={link} /> : null}
      {waits ? <Talk {...props} /> : null}
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
      {canFeedback && request.state !== 'feedback-asked' ? <AskFeedback frame={frame} link={link} /> : null}
      {waits ? null : <Talk {...props} />}
      <Fold title={text.whereTitle} note={at === undefined ? undefined : text.steps[at.step]}>
        <StatusTimeline
          lang={lang}
          steps={steps.map((each) => ({
            title: text.steps[each.step],
            state: each.state,
            ...(each.at !== null && { when: longDate(each.at, lang) }),
          }))}
        />
      </Fold>
      <Fold title={text.yourQuestion}>
        <PlainText text={request.question} textLang={request.lang} />
        {request.context === null ? null : (
          <>
            <Heading level={2} look={4}>
              {text.context}
            </Heading>
            <PlainText text={request.context} textLang={request.lang} />
          </>
        )}
      </Fold>
      {request.feedback === null ? null : (
        <Fold title={text.yourFeedback} open={props.done === 'terugkoppeling'}>
          <PlainText text={request.feedback.done} textLang={request.lang} />
          {request.feedback.notDone === null ? null : (
            <>
              <Heading level={2} look={4}>
                {text.notDone}
              </Heading>
              <PlainText text={request.feedback.notDone} textLang={request.lang} />
            </>
          )}
        </Fold>
      )}
      {canWithdraw ? (
        <Fold title={text.withdrawTitle}>
          <Paragraph>{text.withdrawLead}</Paragraph>
          <Form action={href(frame, paths.withdraw(link))} idempotencyKey={props.keyFor()} lang={lang}>
            <ButtonGroup>
              <SubmitButton look="negative">{text.withdraw}</SubmitButton>
            </ButtonGroup>
          </Form>
        </Fold>
      ) : null}
      <Paragraph>
        {request.forgetAfter === null ? text.keptRunning : text.kept(longDate(request.forgetAfter, lang))}
      </Paragraph>
      <Paragraph>{text.link}</Paragraph>
    </Page>
  )
}

const AskFeedback = ({ frame, link }: { frame: PageFrame; link: string }) => {
  const text = textOf(frame)
  return (
    <>
      <Paragraph>{text.feedbackAsk}</Paragraph>
      <ButtonGroup>
        <ButtonLink href={href(frame, paths.feedback(link))}>{text.feedbackLink}</ButtonLink>
      </ButtonGroup>
    </>
  )
}
