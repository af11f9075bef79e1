import type { Errors, FormInput } from '../../../lib/form-values.ts'
import { sectionAlone } from '../../../lib/questionnaire/alone.ts'
import {
  saidIn,
  type Answers,
  type Definition,
  type FixedMeaning,
  type Section,
} from '../../../lib/questionnaire/definition.ts'
import { questionsOf, shownSections } from '../../../lib/questionnaire/routing.ts'
import { longMoment } from '../../../lib/words.ts'
import { ButtonGroup, ErrorSummary, Form, HiddenField, SubmitButton } from '../../../ui/fields.tsx'
import { Filling, FillingQuestion } from '../../../ui/filling.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { PlainText } from '../../../ui/prose.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { answerWords, QuestionFields } from '../../questionnaires/public.ts'
import { fillingPaths as paths } from './filling.paths.ts'
import { fillingText } from './filling.text.ts'

export type SectionProps = {
  readonly frame: PageFrame
  readonly link: string
  readonly definition: Definition
  readonly meanings: readonly FixedMeaning[]
  readonly section: Section
  /** Keys of the questions that stand on this page. */
  readonly onPage: readonly string[]
  readonly input: FormInput
  readonly errors: Errors
  /** What was answered last time to facts that nothing was answered to yet. */
  readonly last: Answers
  readonly answers: Answers
  readonly savedAt: Date | null
  /** Questions came up by what was answered on this page. */
  readonly more: boolean
  /** On the page of a colleague: this section only. */
  readonly handed: boolean
  readonly page: string
  readonly keep: string
  readonly newKey: string
}

const Asked = ({ props, at }: { props: SectionProps; at: string }) => {
  const { lang } = props.frame
  const question = props.section.questions.find(({ key }) => key === at)
  if (question === undefined) return null
  const last = question.type !== 'info' && Object.hasOwn(props.last, at) ? props.last[at] : undefined
  return (
    <FillingQuestion question={question} shown={props.onPage.includes(at)}>
      <QuestionFields
        question={question}
        meanings={props.meanings}
        input={props.input}
        errors={props.errors}
        lang={lang}
      />
      {question.type === 'info' || last === undefined ? null : (
        <p class="utrecht-form-field-description plein-last-time">
          {fillingText[lang].lastTime(answerWords(question, last, lang).join('; '))}
        </p>
      )}
    </FillingQuestion>
  )
}

const Where = (props: SectionProps) => {
  const { lang } = props.frame
  const sections = shownSections(props.definition, props.answers)
  return (
    <Steps
      steps={sections.map(({ key, title }) => ({
        title: saidIn(title, lang).text,
        href: href(lang, paths.section(props.link, key)),
      }))}
      current={sections.findIndex(({ key }) => key === props.section.key) + 1}
      lang={lang}
    />
  )
}

/** One section with its questions: of the sheet itself, or of a colleague. */
export const SectionPage = (props: SectionProps) => {
  const { frame, section, handed, errors } = props
  const { lang } = frame
  const text = fillingText[lang]
  const name = saidIn(section.title, lang).text
  const title = handed ? text.partTitle(name) : name
  const alone = sectionAlone(props.definition, section.key, props.answers)
  return (
    <Page frame={frame} title={title} errors={errors} filling>
      {handed ? null : <Where {...props} />}
      <Heading level={1}>{title}</Heading>
      <ErrorSummary errors={errors} lang={lang} />
      {props.more ? (
        <Notice kind="info" lang={lang}>
          {text.more}
        </Notice>
      ) : null}
      {handed ? <Paragraph lead>{text.partLead}</Paragraph> : null}
      {section.intro === undefined ? null : <PlainText text={saidIn(section.intro, lang).text} />}
      <Form action={href(lang, props.page)} idempotencyKey={props.newKey} lang={lang}>
        <HiddenField name="on-page" value={props.onPage.join(',')} />
        <Filling alone={alone} pageField="on-page" lang={lang}>
          {questionsOf(alone).map(({ key }) => (
            <Asked props={props} at={key} />
          ))}
        </Filling>
        <plein-saving
          class="utrecht-form-field-description"
          src={href(lang, props.keep)}
          saved={text.savedNow}
          failed={text.notSaved}
        >
          {props.savedAt === null ? '' : text.savedAt(longMoment(props.savedAt, lang))}
        </plein-saving>
        <ButtonGroup>
          {handed ? (
            <>
              <SubmitButton name="go" value="done">
                {text.partFinish}
              </SubmitButton>
              <SubmitButton name="go" value="next" look="secondary">
                {text.partSave}
              </SubmitButton>
            </>
          ) : (
            <>
              <SubmitButton name="go" value="next">
                {text.next}
              </SubmitButton>
              <SubmitButton name="go" value="back" look="secondary">
                {text.previous}
              </SubmitButton>
              <SubmitButton name="go" value="stop" look="secondary">
                {text.stop}
              </SubmitButton>
            </>
          )}
        </ButtonGroup>
      </Form>
    </Page>
  )
}

/** A colleague is done with a section, or everything was sent meanwhile. */
export const PartDonePage = (props: {
  frame: PageFrame
  link: string
  section: Section
  over: 'sent' | 'closed' | null
}) => {
  const { frame, over } = props
  const { lang } = frame
  const text = fillingText[lang]
  const title = over === null ? text.partDoneTitle : over === 'sent' ? text.sent : text.closedTitle
  return (
    <Page frame={frame} title={title}>
      <Heading level={1}>{title}</Heading>
      {over === null ? (
        <>
          <Paragraph lead>{text.partDone}</Paragraph>
          <Paragraph>
            <Link href={href(lang, paths.part(props.link))}>{text.partAgain}</Link>
          </Paragraph>
        </>
      ) : over === 'closed' ? (
        <Paragraph lead>
          {text.closed} {text.closedSaved}
        </Paragraph>
      ) : null}
    </Page>
  )
}
