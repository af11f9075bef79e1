import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { ButtonGroup, ErrorSummary, Fieldset, Form, RadioGroup, SubmitButton, TextArea } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { paths } from './paths.ts'
import type { StatusSeen } from './readings.sql.ts'
import { limits, scores } from './request.rules.ts'
import { movesFrom } from './states.rules.ts'
import { statusText } from './status.text.ts'
import { labels } from './words.text.ts'

/** What a requester is asked to score; load is for those who answered. */
export const requesterScores = scores.filter((score) => score !== 'load')

export const FeedbackPage = (props: {
  frame: PageFrame
  link: string
  request: StatusSeen
  pageKey: string
  input?: FormInput
  errors?: Errors
}) => {
  const { frame, link, request, input = {}, errors = {} } = props
  const all = statusText[frame.lang]
  const text = all.feedback
  const { lang } = frame
  const open =
    request.feedback === null && movesFrom(request.state, 'requester').some((move) => move.to === 'evaluated')
  return (
    <Page frame={frame} title={text.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{text.title}</Heading>
      {open ? (
        <>
          <Paragraph lead>{text.lead}</Paragraph>
          <Form
            action={href(frame, paths.feedback(link))}
            idempotencyKey={props.pageKey}
            keep="terugkoppeling"
            lang={lang}
          >
            <TextArea
              name="done"
              label={text.done}
              hint={text.doneHint}
              required
              maxLength={limits.message}
              value={one(input, 'done')}
              error={errors['done']}
              lang={lang}
            />
            <TextArea
              name="notDone"
              label={text.notDone}
              hint={text.notDoneHint}
              maxLength={limits.message}
              value={one(input, 'notDone')}
              error={errors['notDone']}
              lang={lang}
            />
            <Fieldset legend={text.scoresTitle} hint={text.scoresHint}>
              {requesterScores.map((score) => (
                <RadioGroup
                  name={score}
                  label={labels[lang].scores[score]}
                  options={text.points.map((label, index) => ({ value: String(index + 1), label }))}
                  value={one(input, score)}
                  error={errors[score]}
                  lang={lang}
                />
              ))}
              <TextArea
                name="text"
                label={text.text}
                hint={text.textHint}
                rows={4}
                maxLength={limits.evaluation}
                value={one(input, 'text')}
                error={errors['text']}
                lang={lang}
              />
            </Fieldset>
            <ButtonGroup>
              <SubmitButton>{text.send}</SubmitButton>
            </ButtonGroup>
          </Form>
        </>
      ) : (
        <Paragraph lead>{request.feedback === null ? text.tooEarly : text.already}</Paragraph>
      )}
      <Link href={href(frame, paths.status(link))}>{text.back}</Link>
    </Page>
  )
}
