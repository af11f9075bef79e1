import type { Child } from 'hono/jsx'
import {
  otherKey,
  saidIn,
  type Definition,
  type Option,
  type Question,
  type Said,
} from '../../lib/questionnaire/definition.ts'
import { writeNumber } from '../../lib/questionnaire/numbers.ts'
import { questionsOf } from '../../lib/questionnaire/routing.ts'
import { longDate, type Lang } from '../../lib/words.ts'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Paper } from '../../ui/paper.tsx'
import { PlainText } from '../../ui/prose.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import type { Meaning } from '../terms/public.ts'
import { buildingWords } from './building.text.ts'
import { PrintedMeanings, wholeMeanings } from './meanings.views.tsx'
import { paths } from './paths.ts'
import { questionFieldsWords } from './question-fields.text.ts'
import type { Version } from './questionnaires.sql.ts'
import { showingWords } from './showing.text.ts'

const text = (said: Said, lang: Lang) => saidIn(said, lang).text
const listOf = (options: readonly Option[], other: boolean, lang: Lang) => (
  <List
    items={[...options.map(({ label }) => text(label, lang)), ...(other ? [questionFieldsWords[lang].other] : [])]}
  />
)

/** How a question is answered, in words, with what can be chosen. */
const Answering = ({ question, lang }: { question: Question; lang: Lang }) => {
  const words = showingWords[lang].print
  const amount = ({ least, most }: { least: number; most: number }) =>
    words.number(writeNumber(least, lang), writeNumber(most, lang))
  switch (question.type) {
    case 'info':
      return null
    case 'single':
    case 'multiple':
      return (
        <>
          <Paragraph>{question.type === 'single' ? words.pickOne : words.pickMore(question.most ?? null)}</Paragraph>
          {listOf(question.options, question.other === true, lang)}
        </>
      )
    case 'number':
      return <Paragraph>{amount(question)}</Paragraph>
    case 'text':
      return <Paragraph>{words.text(question.longest)}</Paragraph>
    case 'scale':
      return <Paragraph>{words.scale(text(question.low, lang), text(question.high, lang))}</Paragraph>
    case 'matrix': {
      const { each } = question
      return (
        <>
          <Paragraph>{words.rows}</Paragraph>
          {listOf(question.rows, false, lang)}
          {each.type === 'single' ? (
            <>
              <Paragraph>{words.pickOne}</Paragraph>
              {listOf(each.options, false, lang)}
            </>
          ) : (
            <Paragraph>
              {each.type === 'number' ? amount(each) : words.scale(text(each.low, lang), text(each.high, lang))}
            </Paragraph>
          )}
        </>
      )
    }
    case 'ranking':
      return (
        <>
          <Paragraph>{words.rank(question.most)}</Paragraph>
          {listOf(question.options, false, lang)}
        </>
      )
    case 'date':
      return <Paragraph>{words.date[question.precision]}</Paragraph>
  }
}

/** When a question is asked, as a sentence; null when everybody gets it. */
function whenWords(question: Question, definition: Definition, lang: Lang): string | null {
  const words = showingWords[lang].print
  const tests = question.when?.all ?? []
  if (tests.length === 0) return null
  const conditions = tests.map((test) => {
    const about = questionsOf(definition).find(({ key }) => key === test.question)
    if (about === undefined) return test.question
    const options =
      'options' in about
        ? about.options
        : about.type === 'matrix' && about.each.type === 'single'
          ? about.each.options
          : []
    const labels = test.chosen.map((key) => {
      const label = options.find((option) => option.key === key)?.label
      return label ? text(label, lang) : key === otherKey ? questionFieldsWords[lang].other : key
    })
    const row = about.type === 'matrix' ? about.rows.find(({ key }) => key === test.row) : undefined
    const asked = row === undefined ? text(about.text, lang) : `${text(about.text, lang)} ${text(row.label, lang)}`
    return words[test.not ? 'isNot' : 'is'](asked, labels.map((label) => `“${label}”`).join(words.or))
  })
  return words.when(conditions.join(words.and))
}

const Asked = (props: { question: Question; definition: Definition; meanings: readonly Meaning[]; lang: Lang }) => {
  const { question, definition, meanings, lang } = props
  const words = showingWords[lang].print
  const when = whenWords(question, definition, lang)
  if (question.type === 'info') return <PlainText text={text(question.text, lang)} />
  return (
    <>
      <Heading level={3} look={4}>
        {text(question.text, lang)}
      </Heading>
      {when === null ? null : <p class="plein-small">{when}</p>}
      {question.required ? <p class="plein-small">{words.required}</p> : null}
      {question.hint ? <Paragraph>{text(question.hint, lang)}</Paragraph> : null}
      <PrintedMeanings question={question} meanings={meanings} lang={lang} />
      <Answering question={question} lang={lang} />
      {question.universe ? <p class="plein-small">{words.universe(text(question.universe, lang))}</p> : null}
    </>
  )
}

type Printed = {
  readonly version: Version
  readonly meanings: readonly Meaning[]
  readonly lang: Lang
}

const PrintParts = ({ version, meanings, lang, above }: Printed & { above: Child }) => {
  const { definition } = version
  const words = showingWords[lang]
  const whole = wholeMeanings({ definition, meanings })
  return (
    <>
      <Heading level={1}>{text(definition.title, lang)}</Heading>
      <p class="plein-small">
        {words.print.version(version.number, version.fixedAt === null ? null : longDate(version.fixedAt, lang))}
      </p>
      <Paragraph>{words.print.lead}</Paragraph>
      {above}
      <PlainText text={text(definition.intro, lang)} />
      {definition.source ? <PlainText text={text(definition.source, lang)} /> : null}
      {whole.length === 0 ? null : (
        <>
          <Heading level={2}>{words.preview.terms}</Heading>
          <SummaryList
            lang={lang}
            facts={whole.map(({ label, definition: said }) => ({ key: label[lang], value: said[lang] }))}
          />
        </>
      )}
      {definition.sections.map((section) => (
        <section>
          <Heading level={2}>{text(section.title, lang)}</Heading>
          {section.intro ? <PlainText text={text(section.intro, lang)} /> : null}
          {section.questions.map((question) => (
            <div class="plein-printed">
              <Asked question={question} definition={definition} meanings={meanings} lang={lang} />
            </div>
          ))}
        </section>
      ))}
    </>
  )
}

/** Every question of a version on one page, for printing and for looking at a version that is fixed. */
export const PrintPage = ({
  frame,
  id,
  pdf,
  version,
  meanings,
}: Omit<Printed, 'lang'> & {
  frame: PageFrame
  id: string
  /** Where the same stands as PDF, when it was made. */
  pdf: string | null
}) => {
  const { lang } = frame
  const words = showingWords[lang]
  return (
    <Page frame={frame} title={words.print.title}>
      <PrintParts
        version={version}
        meanings={meanings}
        lang={lang}
        above={
          <Paragraph>{pdf === null ? words.print.byYourself : <Link href={pdf}>{words.print.pdf}</Link>}</Paragraph>
        }
      />
      <Paragraph>
        <Link href={href(lang, paths.questionnaire(id))}>{buildingWords[lang].question.backTo}</Link>
      </Paragraph>
    </Page>
  )
}

/** The same for paper. */
export const QuestionsPaper = ({ style, ...printed }: Printed & { style: string }) => (
  <Paper lang={printed.lang} title={text(printed.version.definition.title, printed.lang)} style={style}>
    <PrintParts {...printed} above={null} />
  </Paper>
)
