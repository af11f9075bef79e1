import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import {
  saidIn,
  type Answers,
  type AskedQuestion,
  type Definition,
  type Section,
} from '../../../lib/questionnaire/definition.ts'
import { answerTo, shownQuestions } from '../../../lib/questionnaire/routing.ts'
import type { Lang } from '../../../lib/words.ts'
import { ButtonGroup, EmailField, ErrorSummary, fieldId, Form, SubmitButton } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { PlainText } from '../../../ui/prose.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { answerWords, type Progress } from '../../questionnaires/public.ts'
import { feedbackWords } from '../results/feedback.text.ts'
import type { Filling } from './filling.actions.ts'
import { fillingPaths as paths } from './filling.paths.ts'
import { fillingText } from './filling.text.ts'
import { AskForTalk } from '../interviews/interviewees.views.tsx'

/** What a wave is called above the pages of who fills it in. */
export const titleOf = ({ wave }: Pick<Filling, 'wave'>, lang: Lang) =>
  `${saidIn(wave.series, lang).text}: ${saidIn(wave.label, lang).text}`

const Lines = ({ lines }: { lines: readonly string[] }) =>
  lines.length === 1 ? <PlainText text={lines[0] ?? ''} /> : <List items={lines} />

const askedOf = (section: Section, shown: ReadonlySet<string>) =>
  section.questions.filter((question): question is AskedQuestion => question.type !== 'info' && shown.has(question.key))

/** Every question that is shown with its answer, section by section; `changeAt` makes each a link to where it is changed. */
export const Answered = (props: {
  definition: Definition
  answers: Answers
  lang: Lang
  changeAt?: (section: string, question: string) => string
}) => {
  const { definition, answers, lang, changeAt } = props
  const shown = shownQuestions(definition, answers)
  return (
    <>
      {definition.sections.map((section) => {
        const asked = askedOf(section, shown)
        if (asked.length === 0) return null
        return (
          <section>
            <Heading level={2}>{saidIn(section.title, lang).text}</Heading>
            <SummaryList
              lang={lang}
              facts={asked.map((question) => {
                const answer = answerTo(answers, question.key)
                return {
                  key: saidIn(question.text, lang).text,
                  value:
                    answer === undefined ? (
                      fillingText[lang].noAnswer
                    ) : (
                      <Lines lines={answerWords(question, answer, lang)} />
                    ),
                  ...(changeAt && { changeHref: changeAt(section.key, question.key) }),
                }
              })}
            />
          </section>
        )
      })}
    </>
  )
}

/** Everything once more before it is sent. */
export const SummaryPage = (props: {
  frame: PageFrame
  link: string
  definition: Definition
  answers: Answers
  progress: readonly Progress[]
  newKey: string
}) => {
  const { frame, link, definition, answers, progress } = props
  const { lang } = frame
  const text = fillingText[lang]
  const at = (section: string, question: string) =>
    `${href(lang, paths.section(link, section))}#${fieldId(`q_${question}`)}`
  const questions = new Map(definition.sections.flatMap(({ questions: each }) => each).map((each) => [each.key, each]))
  const missing = progress.flatMap((each) => each.missing.map((question) => ({ section: each.section, question })))
  return (
    <Page frame={frame} title={text.summaryTitle}>
      <Heading level={1}>{text.summaryTitle}</Heading>
      <Paragraph lead>{text.summaryLead}</Paragraph>
      {missing.length === 0 ? null : (
        <Notice kind="warning" lang={lang} heading={text.missingTitle}>
          <Paragraph>{text.missing}</Paragraph>
          <List
            items={missing.map(({ section, question }) => (
              <Link href={at(section, question)}>
                {saidIn(questions.get(question)?.text ?? { nl: question }, lang).text}
              </Link>
            ))}
          />
        </Notice>
      )}
      <Answered definition={definition} answers={answers} lang={lang} changeAt={at} />
      {missing.length > 0 ? null : (
        <Form action={href(lang, paths.send(link))} idempotencyKey={props.newKey} lang={lang}>
          <Paragraph>{text.sendHint}</Paragraph>
          <ButtonGroup>
            <SubmitButton>{text.send}</SubmitButton>
          </ButtonGroup>
        </Form>
      )}
      <Paragraph>
        <Link href={href(lang, paths.start(link))}>{text.back}</Link>
      </Paragraph>
    </Page>
  )
}

/** After sending: thanks, the own answers by mail, and where to begin for who considers that. */
export const ThanksPage = (props: {
  frame: PageFrame
  link: string
  filling: Filling
  /** Where to begin, for who considers starting; empty for all others. */
  starts: readonly { readonly path: string; readonly title: string }[]
  copied: boolean
  /** People are asked for a talk in this wave. */
  talks: boolean
  failed: { readonly input: FormInput; readonly errors: Errors } | null
  newKey: string
}) => {
  const { frame, link, filling, failed } = props
  const { lang } = frame
  const text = fillingText[lang]
  const errors = failed?.errors ?? {}
  return (
    <Page frame={frame} title={text.thanksTitle} errors={errors}>
      <Heading level={1}>{text.thanksTitle}</Heading>
      <ErrorSummary errors={errors} lang={lang} />
      <Paragraph lead>{text.thanksLead}</Paragraph>
      {filling.open ? <Paragraph>{text.thanksOpen}</Paragraph> : null}
      {props.starts.length === 0 ? null : (
        <>
          <Heading level={2}>{text.startTitle}</Heading>
          <Paragraph>{text.start}</Paragraph>
          <List
            items={props.starts.map(({ path, title }) => (
              <Link href={href(lang, path)}>{title}</Link>
            ))}
          />
        </>
      )}
      <Paragraph>
        <Link href={href(lang, paths.feedback(link))}>{feedbackWords[lang].link}</Link>
      </Paragraph>
      {props.talks ? <AskForTalk link={link} lang={lang} /> : null}
      <Heading level={2}>{text.copyTitle}</Heading>
      {props.copied ? (
        <Notice kind="success" lang={lang}>
          {text.copySent}
        </Notice>
      ) : null}
      <Form action={href(lang, paths.copy(link))} idempotencyKey={props.newKey} lang={lang}>
        <Paragraph>{text.copy}</Paragraph>
        <EmailField
          name="email"
          label={text.copyEmail}
          required
          value={one(failed?.input ?? {}, 'email')}
          {...(errors['email'] !== undefined && { error: errors['email'] })}
          lang={lang}
        />
        <ButtonGroup>
          <SubmitButton look="secondary">{text.copyButton}</SubmitButton>
        </ButtonGroup>
      </Form>
      <Answered definition={filling.sheet.definition} answers={filling.sheet.answers} lang={lang} />
    </Page>
  )
}

/** The own answers behind the link of a letter, to read and print. */
export const OwnAnswersPage = ({ frame, link, filling }: { frame: PageFrame; link: string; filling: Filling }) => {
  const text = fillingText[frame.lang]
  return (
    <Page frame={frame} title={text.ownTitle}>
      <Heading level={1}>{text.ownTitle}</Heading>
      <Paragraph lead>{titleOf(filling, frame.lang)}</Paragraph>
      <Paragraph>{text.ownLead}</Paragraph>
      <Paragraph>
        <Link href={href(frame, paths.ownFeedback(link))}>{feedbackWords[frame.lang].link}</Link>
      </Paragraph>
      <Answered definition={filling.sheet.definition} answers={filling.sheet.answers} lang={frame.lang} />
    </Page>
  )
}
