import type { Errors } from '../../../lib/form-values.ts'
import { saidIn, type Said } from '../../../lib/questionnaire/definition.ts'
import type { Lang } from '../../../lib/words.ts'
import {
  ButtonGroup,
  ButtonLink,
  CheckboxGroup,
  ErrorSummary,
  Form,
  HiddenField,
  SubmitButton,
} from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { codingPaths } from './coding.paths.ts'
import { agreementOn, agreementWord, codeCounts, codesOf, type CodedAnswer, type Codes } from './coding.rules.ts'
import type { CodedQuestion, CodedWave } from './coding.sql.ts'
import { codingWords } from './coding.text.ts'
import { paths } from '../paths.ts'
import { Trail } from '../trail.views.tsx'

type Progress = { readonly answers: number; readonly own: number; readonly both: boolean }
type Standing = Progress & { readonly question: CodedQuestion; readonly seats: number; readonly mine: boolean }

const heading = (wave: CodedWave, lang: Lang) => `${saidIn(wave.title, lang).text}, ${saidIn(wave.label, lang).text}`
const labelOf = (question: CodedQuestion, key: string, lang: Lang) => {
  const label: Said | undefined = question.codes.find((code) => code.key === key)?.label
  return label === undefined ? key : saidIn(label, lang).text
}

/** The open questions of a wave, and how far their coding is. */
export const CodingPage = (props: {
  frame: PageFrame
  wave: CodedWave
  questions: readonly Standing[]
  newKey: () => string
}) => {
  const { frame, wave } = props
  const { lang } = frame
  const words = codingWords[lang]
  return (
    <Page frame={frame} title={words.title}>
      <Trail frame={frame} series={{ slug: wave.series, title: wave.title }} wave={wave} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>
        <Link href={href(frame, paths.wave(wave.series, wave.slug))}>{heading(wave, lang)}</Link>
      </Paragraph>
      <Paragraph>{words.lead}</Paragraph>
      {props.questions.length === 0 ? <Paragraph>{words.none}</Paragraph> : null}
      {props.questions.map(({ question, answers, own, seats, mine }) => (
        <section>
          <Heading level={2}>{saidIn(question.text, lang).text}</Heading>
          <Paragraph>
            {answers === 0 ? words.noAnswers : words.answers(answers)} {words.seats(seats)}
          </Paragraph>
          {mine ? (
            <>
              <Paragraph>{words.progress(own, answers)}</Paragraph>
              <ButtonLink href={href(frame, codingPaths.question(wave.series, wave.slug, question.key))}>
                {words.open}
              </ButtonLink>
            </>
          ) : seats === 2 ? (
            <Paragraph>{words.full}</Paragraph>
          ) : (
            <Form
              action={href(frame, codingPaths.seat(wave.series, wave.slug, question.key))}
              idempotencyKey={props.newKey()}
              lang={lang}
            >
              <SubmitButton>{words.take}</SubmitButton>
            </Form>
          )}
        </section>
      ))}
    </Page>
  )
}

const Choices = ({
  name,
  label,
  question,
  chosen,
  error,
  lang,
}: {
  name: string
  label: string
  question: CodedQuestion
  chosen: Codes
  error: string | undefined
  lang: Lang
}) => (
  <CheckboxGroup
    name={name}
    label={label}
    hint={codingWords[lang].noCode}
    value={chosen}
    options={question.codes.map(({ key, label: said, hint }) => ({
      value: key,
      label: saidIn(said, lang).text,
      ...(hint === undefined ? {} : { hint: saidIn(hint, lang).text }),
    }))}
    {...(error === undefined ? {} : { error })}
    free
    lang={lang}
  />
)

const Above = ({ frame, wave }: { frame: PageFrame; wave: CodedWave }) => (
  <Paragraph>
    <Link href={href(frame, codingPaths.list(wave.series, wave.slug))}>{codingWords[frame.lang].back}</Link>
  </Paragraph>
)

type QuestionProps = {
  frame: PageFrame
  wave: CodedWave
  question: CodedQuestion
  progress: Progress
  newKey: () => string
  errors: Errors
}

/** One answer at a time, for one coder. */
export const CodeAnswerPage = (
  props: QuestionProps & { next: { readonly id: string; readonly place: number; readonly text: string } | null },
) => {
  const { frame, wave, question, progress, next, errors } = props
  const { lang } = frame
  const words = codingWords[lang]
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <Trail frame={frame} series={{ slug: wave.series, title: wave.title }} wave={wave} />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{saidIn(question.text, lang).text}</Heading>
      <Above frame={frame} wave={wave} />
      <Paragraph>{words.progress(progress.own, progress.answers)}</Paragraph>
      {next === null ? (
        <Paragraph>{progress.answers === 0 ? words.noAnswers : words.wait}</Paragraph>
      ) : (
        <>
          <Heading level={2}>{words.answer(next.place)}</Heading>
          <blockquote lang="nl">{next.text}</blockquote>
          <Paragraph>{words.masked}</Paragraph>
          <Form
            action={href(frame, codingPaths.question(wave.series, wave.slug, question.key))}
            idempotencyKey={props.newKey()}
            lang={lang}
          >
            <HiddenField name="answer" value={next.id} />
            <Choices
              name="codes"
              label={words.which}
              question={question}
              chosen={[]}
              error={errors.codes}
              lang={lang}
            />
            <ButtonGroup>
              <SubmitButton>{words.save}</SubmitButton>
            </ButtonGroup>
          </Form>
        </>
      )}
    </Page>
  )
}

/** What both made of it: how far they agree, where they differ, and what they settle. */
export const SettlePage = (
  props: QuestionProps & {
    answers: readonly CodedAnswer[]
    /** Of the answers that differ and are not settled, the words. */
    open: readonly (CodedAnswer & { readonly place: number; readonly text: string })[]
  },
) => {
  const { frame, wave, question, answers, open, errors } = props
  const { lang } = frame
  const words = codingWords[lang]
  const keys = question.codes.map(({ key }) => key)
  // One at a time: the same codes twice on a page would be hard to tell apart.
  const [answer] = open
  const agreement = agreementOn(answers, keys)
  const counted = codeCounts(answers, keys)
  const written = (alpha: number | null) =>
    alpha === null
      ? '–'
      : new Intl.NumberFormat(lang, { maximumFractionDigits: 2, minimumFractionDigits: 2 }).format(alpha)
  const listed = (codes: Codes | null) =>
    codes === null || codes.length === 0 ? words.nothing : codes.map((code) => labelOf(question, code, lang)).join(', ')
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <Trail frame={frame} series={{ slug: wave.series, title: wave.title }} wave={wave} />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{saidIn(question.text, lang).text}</Heading>
      <Above frame={frame} wave={wave} />
      <Heading level={2}>{words.agreement}</Heading>
      <Paragraph>
        {words.words[agreementWord(agreement.whole)]} {words.alpha(written(agreement.whole))}
      </Paragraph>
      <Paragraph>{words.counts(answers.filter((answer) => codesOf(answer) !== null).length)}</Paragraph>
      <Table
        caption={words.perCode}
        rows={agreement.perCode}
        columns={[
          { label: words.code, cell: ({ code }) => labelOf(question, code, lang) },
          { label: words.alphaHead, cell: ({ alpha }) => written(alpha) },
          {
            label: words.count,
            cell: ({ code }) =>
              counted === null ? '–' : (counted.counts.find((each) => each.code === code)?.count ?? words.hidden),
          },
        ]}
      />
      <Heading level={2}>{words.differences}</Heading>
      <Paragraph>{open.length === 0 ? words.noDifferences : words.left(open.length)}</Paragraph>
      {answer === undefined ? null : (
        <section>
          <Heading level={3}>{words.answer(answer.place)}</Heading>
          <blockquote lang="nl">{answer.text}</blockquote>
          <SummaryList
            lang={lang}
            facts={[
              { key: words.first, value: listed(answer.first) },
              { key: words.second, value: listed(answer.second) },
            ]}
          />
          <Form
            action={href(frame, codingPaths.settle(wave.series, wave.slug, question.key))}
            idempotencyKey={props.newKey()}
            lang={lang}
          >
            <HiddenField name="answer" value={answer.id} />
            <Choices name="codes" label={words.settle} question={question} chosen={[]} error={undefined} lang={lang} />
            <ButtonGroup>
              <SubmitButton>{words.settleSend}</SubmitButton>
            </ButtonGroup>
          </Form>
        </section>
      )}
    </Page>
  )
}
