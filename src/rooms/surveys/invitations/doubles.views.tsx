import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { saidIn, type AskedQuestion } from '../../../lib/questionnaire/definition.ts'
import { answerTo } from '../../../lib/questionnaire/routing.ts'
import { longDate } from '../../../lib/words.ts'
import { ButtonGroup, ErrorSummary, Form, RadioGroup, SubmitButton, TextArea } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, List, Paragraph } from '../../../ui/typography.tsx'
import { answerWords } from '../../questionnaires/public.ts'
import type { Double } from './doubles.actions.ts'
import { doublesText } from './doubles.text.ts'
import { invitationPaths as paths } from './invitations.paths.ts'
import type { DoublesRule } from '../respondents.tables.ts'
import type { Series } from '../series/series.sql.ts'
import { Trail } from '../trail.views.tsx'
import type { Wave } from '../waves/waves.sql.ts'

type Props = {
  readonly frame: PageFrame
  readonly series: Series
  readonly wave: Wave
  readonly declared: DoublesRule
  readonly double: Double | null
  /** How many wait besides this one. */
  readonly left: number
  readonly input: FormInput
  readonly errors: Errors
  readonly done: boolean
  readonly newKey: string
}

const letterOf = (at: number) => String.fromCharCode(65 + at)

const errorAt = (errors: Errors, name: string) => (errors[name] === undefined ? {} : { error: errors[name] })

const Compared = ({ frame, double }: { frame: PageFrame; double: Double }) => {
  const { lang } = frame
  const text = doublesText[lang]
  return (
    <>
      {double.definition.sections.map((section) => {
        // What names somebody is no reason to choose one sheet above another.
        const asked = section.questions.filter(
          (question): question is AskedQuestion =>
            question.type !== 'info' && !(question.type === 'text' && question.personal === true),
        )
        return (
          <Table<AskedQuestion>
            caption={saidIn(section.title, lang).text}
            columns={[
              { label: text.question, cell: (question) => saidIn(question.text, lang).text },
              ...double.sheets.map(({ answers }, at) => ({
                label: text.sheet(letterOf(at)),
                cell: (question: AskedQuestion) => {
                  const answer = answerTo(answers, question.key)
                  return answer === undefined ? text.noAnswer : answerWords(question, answer, lang).join('; ')
                },
              })),
            ]}
            rows={asked}
          />
        )
      })}
    </>
  )
}

const Deciding = (props: Props & { double: Double }) => {
  const { frame, double, declared, input, errors } = props
  const { lang } = frame
  const text = doublesText[lang]
  const latest = double.sheets.at(-1)?.respondent
  return (
    <Form
      action={href(lang, paths.decide(props.series.slug, props.wave.slug, double.id))}
      idempotencyKey={props.newKey}
      lang={lang}
    >
      <Paragraph>{text.declared(text.rules[declared])}</Paragraph>
      <RadioGroup
        name="rule"
        label={text.rule}
        required
        value={one(input, 'rule') === '' ? declared : one(input, 'rule')}
        options={(['latest', 'merge'] as const).map((value) => ({ value, label: text.rules[value] }))}
        {...errorAt(errors, 'rule')}
        lang={lang}
      />
      {double.definition.sections.map((section) => {
        const name = `section.${section.key}`
        const chosen = one(input, name) === '' ? latest : one(input, name)
        return (
          <RadioGroup
            name={name}
            label={text.section(saidIn(section.title, lang).text)}
            free
            inline
            {...(chosen !== undefined && { value: chosen })}
            options={double.sheets.map(({ respondent }, at) => ({
              value: respondent,
              label: text.sheet(letterOf(at)),
            }))}
            lang={lang}
          />
        )
      })}
      <TextArea
        name="reason"
        label={text.reason}
        hint={text.reasonHint}
        maxLength={1000}
        rows={3}
        value={one(input, 'reason')}
        {...errorAt(errors, 'reason')}
        lang={lang}
      />
      <ButtonGroup>
        <SubmitButton>{text.button}</SubmitButton>
      </ButtonGroup>
    </Form>
  )
}

/** Sheets of one organisation beside each other, under neutral names, and what counts. */
export const DoublePage = (props: Props) => {
  const { frame, double, errors } = props
  const { lang } = frame
  const text = doublesText[lang]
  return (
    <Page frame={frame} title={text.title} errors={errors} wide>
      <Trail frame={frame} series={props.series} wave={props.wave} />
      <Heading level={1}>{text.title}</Heading>
      <ErrorSummary errors={errors} lang={lang} />
      {props.done ? (
        <Notice kind="success" lang={lang}>
          {text.done}
        </Notice>
      ) : null}
      {double === null ? (
        <Paragraph lead>{text.none}</Paragraph>
      ) : (
        <>
          <Paragraph lead>{text.lead}</Paragraph>
          <List
            items={double.sheets.map(
              ({ sentAt, answers }, at) =>
                `${text.sheet(letterOf(at))}: ${text.sentOn(longDate(sentAt, lang), Object.keys(answers).length)}`,
            )}
          />
          <Compared frame={frame} double={double} />
          <Deciding {...props} double={double} />
          {props.left === 0 ? null : <Paragraph>{text.left(props.left)}</Paragraph>}
        </>
      )}
    </Page>
  )
}
