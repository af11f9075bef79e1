import type { Errors, FormInput } from '../../lib/form-values.ts'
import { saidIn, type Answers, type Definition, type Section } from '../../lib/questionnaire/definition.ts'
import { ButtonGroup, ButtonLink, ErrorSummary, Form, HiddenField, SubmitButton } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { PlainText } from '../../ui/prose.tsx'
import { Steps } from '../../ui/steps.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import type { Meaning } from '../terms/public.ts'
import { buildingWords } from './building.text.ts'
import { wholeMeanings } from './meanings.views.tsx'
import { paths } from './paths.ts'
import { QuestionFields } from './question-fields.views.tsx'
import { showingWords } from './showing.text.ts'
import { Trail } from './trail.views.tsx'

/** How wide the form is shown. */
export const widths = ['breed', 'telefoon'] as const
export type Width = (typeof widths)[number]

export type PreviewProps = {
  frame: PageFrame
  id: string
  definition: Definition
  meanings: readonly Meaning[]
  width: Width
  newKey: string
  /** The sections that have something to show, and the one of this page; null at the end. */
  sections: readonly Section[]
  section: Section | null
  /** Keys of the questions on this page. */
  onPage: readonly string[]
  /** The answers so far: they are in the page and nowhere else. */
  before: Answers
  /** Questions came up by what was answered on this page. */
  more: boolean
  input: FormInput
  errors: Errors
}

const Widths = ({ frame, id, width }: PreviewProps) => {
  const words = showingWords[frame.lang].preview
  const at = (to: Width) => href(frame, `${paths.preview(id)}?breedte=${to}`)
  return (
    <nav aria-label={words.widths}>
      <Paragraph>
        <Link href={at('breed')} current={width === 'breed'}>
          {words.wide}
        </Link>{' '}
        <Link href={at('telefoon')} current={width === 'telefoon'}>
          {words.phone}
        </Link>
      </Paragraph>
    </nav>
  )
}

const Beginning = ({ definition, meanings, frame }: PreviewProps) => {
  const { lang } = frame
  const intro = saidIn(definition.intro, lang)
  return (
    <>
      <PlainText text={intro.text} textLang={intro.lang} />
      {wholeMeanings({ definition, meanings }).length === 0 ? null : (
        <>
          <Heading level={3}>{showingWords[lang].preview.terms}</Heading>
          <SummaryList
            lang={lang}
            facts={wholeMeanings({ definition, meanings }).map(({ label, definition: said }) => ({
              key: label[lang],
              value: said[lang],
            }))}
          />
        </>
      )}
    </>
  )
}

const OneSection = (props: PreviewProps & { section: Section }) => {
  const { frame, id, section, sections, onPage, input, errors } = props
  const { lang } = frame
  const words = showingWords[lang].preview
  const at = sections.findIndex(({ key }) => key === section.key)
  return (
    <>
      <Steps steps={sections.map(({ title }) => ({ title: saidIn(title, lang).text }))} current={at + 1} lang={lang} />
      {at === 0 ? <Beginning {...props} /> : null}
      <Heading level={3}>{saidIn(section.title, lang).text}</Heading>
      {props.more ? (
        <Notice kind="info" lang={lang} level={3}>
          {words.more}
        </Notice>
      ) : null}
      {section.intro === undefined ? null : <PlainText text={saidIn(section.intro, lang).text} />}
      <Form action={href(frame, paths.preview(id))} idempotencyKey={props.newKey} lang={lang}>
        <HiddenField name="section" value={section.key} />
        <HiddenField name="before" value={JSON.stringify(props.before)} />
        <HiddenField name="on-page" value={onPage.join(',')} />
        <HiddenField name="width" value={props.width} />
        {section.questions
          .filter(({ key }) => onPage.includes(key))
          .map((question) => (
            <QuestionFields question={question} meanings={props.meanings} input={input} errors={errors} lang={lang} />
          ))}
        <ButtonGroup>
          <SubmitButton name="go" value="next">
            {words.next}
          </SubmitButton>
          {at === 0 ? null : (
            <SubmitButton look="secondary" name="go" value="back">
              {words.previous}
            </SubmitButton>
          )}
        </ButtonGroup>
      </Form>
    </>
  )
}

/** The form as whoever fills it in sees it, page by page and with its routing; nothing is kept. */
export const PreviewPage = (props: PreviewProps) => {
  const { frame, id, section, errors } = props
  const { lang } = frame
  const words = showingWords[lang].preview
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <Trail frame={frame} id={id} />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph>{words.lead}</Paragraph>
      <Widths {...props} />
      <div class={`plein-preview plein-preview--${props.width}`}>
        <Heading level={2}>{saidIn(props.definition.title, lang).text}</Heading>
        {section !== null ? (
          <OneSection {...props} section={section} />
        ) : props.sections.length === 0 ? (
          <Paragraph>{words.nothing}</Paragraph>
        ) : (
          <>
            <Heading level={3}>{words.end}</Heading>
            <Paragraph>{words.endLead}</Paragraph>
          </>
        )}
      </div>
      <ButtonGroup>
        <ButtonLink look="secondary" href={href(frame, `${paths.preview(id)}?breedte=${props.width}`)}>
          {words.again}
        </ButtonLink>
        <ButtonLink look="subtle" href={href(frame, paths.questionnaire(id))}>
          {buildingWords[lang].question.backTo}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  )
}
