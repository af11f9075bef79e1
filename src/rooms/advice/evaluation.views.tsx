import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { ButtonGroup, ErrorSummary, Form, RadioGroup, SubmitButton, TextArea } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { PlainText } from '../../ui/prose.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { duoPaths } from './desk.paths.ts'
import { duoScores, evaluationWords } from './evaluation.text.ts'
import type { TeamSeen } from './readings.sql.ts'
import { limits } from './request.rules.ts'
import type { EvaluationGiven } from './timeline.sql.ts'
import { WithNumber } from './with-number.tsx'

export type LookBackProps = {
  readonly frame: PageFrame
  readonly seen: TeamSeen
  readonly formKey: string
  readonly input?: FormInput
  readonly errors?: Errors
}

const Given = ({ given, lang }: { given: EvaluationGiven; lang: Lang }) => {
  const words = evaluationWords[lang]
  return (
    <>
      <Heading level={2}>{words.yours}</Heading>
      <SummaryList
        lang={lang}
        facts={duoScores.map((score) => {
          const value = given.scores[score]
          return { key: words[score], value: value === null ? words.rather : (words.scale[score][value - 1] ?? '') }
        })}
      />
      {given.text === null ? null : <PlainText text={given.text} />}
    </>
  )
}

const Feedback = ({ seen, lang }: { seen: TeamSeen; lang: Lang }) => {
  const words = evaluationWords[lang]
  const textLang = seen.lang === lang ? {} : { textLang: seen.lang }
  return (
    <>
      <Heading level={2}>{words.feedback}</Heading>
      {seen.feedback === null ? (
        <Paragraph>{words.noFeedback}</Paragraph>
      ) : (
        <PlainText text={seen.feedback.done} {...textLang} />
      )}
      {seen.feedback?.notDone ? (
        <>
          <Heading level={3}>{words.notDone}</Heading>
          <PlainText text={seen.feedback.notDone} {...textLang} />
        </>
      ) : null}
    </>
  )
}

export const LookBackPage = ({ frame, seen, formKey, input = {}, errors = {} }: LookBackProps) => {
  const { lang } = frame
  const words = evaluationWords[lang]
  const given = seen.evaluation
  const title = seen.answer === null ? words.tooEarlyTitle : given === null ? words.title : words.thanksTitle
  return (
    <Page frame={frame} title={`${title} - ${seen.number}`} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <p>
        <Link href={href(lang, duoPaths.request(seen.id))}>
          <WithNumber text={words.back(seen.number)} />
        </Link>
      </p>
      <Heading level={1}>{title}</Heading>
      <Paragraph lead>{seen.answer === null ? words.tooEarly : words.lead}</Paragraph>
      {seen.answer === null ? null : given !== null ? (
        <Given given={given} lang={lang} />
      ) : (
        <Form
          action={href(lang, duoPaths.lookBack(seen.id))}
          idempotencyKey={formKey}
          keep={`terugblik-${seen.id}`}
          lang={lang}
        >
          {duoScores.map((score) => (
            <RadioGroup
              name={score}
              label={words[score]}
              lang={lang}
              value={one(input, score)}
              {...(errors[score] !== undefined && { error: errors[score] })}
              options={[
                ...words.scale[score].map((label, index) => ({ value: String(index + 1), label })),
                { value: '', label: words.rather },
              ]}
            />
          ))}
          <TextArea
            name="tekst"
            label={words.text}
            hint={words.textHint}
            lang={lang}
            maxLength={limits.evaluation}
            value={one(input, 'tekst')}
            {...(errors['tekst'] !== undefined && { error: errors['tekst'] })}
          />
          <ButtonGroup>
            <SubmitButton>{words.save}</SubmitButton>
          </ButtonGroup>
        </Form>
      )}
      {seen.answer === null ? null : <Feedback seen={seen} lang={lang} />}
      <Paragraph>{words.care}</Paragraph>
    </Page>
  )
}
