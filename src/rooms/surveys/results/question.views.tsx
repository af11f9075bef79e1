import { saidIn, type Said } from '../../../lib/questionnaire/definition.ts'
import { type Lang, withCapital } from '../../../lib/words.ts'
import { ShareChart } from '../../../ui/charts.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { chartWords } from '../../../ui/charts.text.ts'
import { SummaryList, type Fact } from '../../../ui/summary-list.tsx'
import { Columns, Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { number, type Calculated, type Calculation } from './calculations.ts'
import type { AmountFinding, QuestionFinding } from '../findings/findings.ts'
import type { Released } from '../releases/releases.document.ts'
import { anchorOf, barsOf, hasPanel, panelBarsOf } from './results.rules.ts'
import { resultWords } from './results.text.ts'
import { panelSaid, said } from './results.said.ts'

/** Words of the questionnaire, marked when they are in the other language; `alone`: not inside a sentence. */
export const Words = ({ said, lang, alone }: { said: Said; lang: Lang; alone?: boolean }) => {
  const { text: words, lang: spoken } = saidIn(said, lang)
  const text = alone ? withCapital(words) : words
  return spoken === lang ? <>{text}</> : <span lang={spoken}>{text}</span>
}

/** From a figure of a report to how it came about. */
export const ToCalculation = ({ calculation, lang }: { calculation: Calculation; lang: Lang }) => (
  <Link href={`#${calculation.id}`}>
    <span class="plein-hidden">{chartWords[lang].calculation} </span>
    {calculation.number}
  </Link>
)

/** The numbers that organisations gave. Unknown is an answer of its own and stands beside them, never as 0. */
const Amounts = ({
  amount,
  calculation,
  lang,
}: {
  amount: AmountFinding
  calculation: Calculation | null
  lang: Lang
}) => {
  const words = resultWords[lang]
  const unit = amount.unit === null ? '' : ` ${saidIn(amount.unit, lang).text}`
  const one = (value: number | null) => (value === null ? words.notShown : `${number(value, lang)}${unit}`)
  const estimate = (found: AmountFinding['mean']) =>
    found === null
      ? null
      : found.interval === null
        ? one(found.value)
        : `${one(found.value)} (${number(found.interval.lower, lang)} – ${number(found.interval.upper, lang)})`
  const facts: (Fact | null)[] = [
    { key: words.median, value: one(amount.median) },
    amount.middle && {
      key: words.middle,
      value: `${number(amount.middle.lower, lang)} – ${number(amount.middle.upper, lang)}${unit}`,
    },
    { key: words.mean, value: estimate(amount.mean) ?? words.notShown },
    { key: words.total, value: one(amount.total) },
    amount.membersTotal && { key: words.membersTotal, value: estimate(amount.membersTotal) },
    {
      key: words.knownHow,
      value: words.knownLine(
        ...([amount.known.exact, amount.known.estimate, amount.known.range].map((each) =>
          each === null ? '–' : String(each),
        ) as [string, string, string]),
      ),
    },
    calculation && {
      key: chartWords[lang].calculation,
      value: <ToCalculation calculation={calculation} lang={lang} />,
    },
  ]
  return <SummaryList lang={lang} facts={facts.filter((fact) => fact !== null)} />
}

// In a report a question stands under a chapter.
const top = ({ calculated }: Shown) => (calculated === undefined ? 2 : 3)
const under = ({ calculated }: Shown) => (calculated === undefined ? 3 : 4)

/** What the chart of a question takes of a report: its table stands open, and each number leads to how it came about. */
const reported = (calculations: readonly (readonly Calculation[])[] | undefined) =>
  calculations && { open: true, calculations }

const Panel = (props: Shown) => {
  const { question, released, calculated, lang } = props
  const words = resultWords[lang]
  const bars = panelBarsOf(question, released.findings, lang)
  return (
    <>
      <Heading level={under(props)} look={3}>
        {words.twice}
      </Heading>
      <Paragraph>{words.twiceLead}</Paragraph>
      {panelSaid(question, lang).map((sentence) => (
        <Paragraph>{sentence}</Paragraph>
      ))}
      {bars === null ? (
        <Paragraph>{words.twiceHidden}</Paragraph>
      ) : (
        <ShareChart
          id={`p-${anchorOf(question)}`}
          caption={words.twice}
          lang={lang}
          several={question.several}
          {...bars}
          {...reported(calculated?.panel)}
        />
      )}
    </>
  )
}

const Everybody = ({ question, released, calculated, lang }: Shown) => {
  const bars = barsOf(question, released.findings, lang)
  return (
    <ShareChart
      id={`g-${anchorOf(question)}`}
      caption={saidIn(question.row ?? question.text, lang).text}
      lang={lang}
      several={question.several}
      {...bars}
      {...reported(calculated?.bars)}
    />
  )
}

type Shown = {
  readonly question: QuestionFinding
  readonly released: Released
  readonly lang: Lang
  /** In the report: how its numbers came about. */
  readonly calculated?: Calculated
}

/** Whom the percentages are of, who skipped the question, and what was rounded or left out. */
const Notes = ({ question, lang }: { question: QuestionFinding; lang: Lang }) => {
  const words = resultWords[lang]
  const { base, counted, withheld } = question
  const whom = saidIn(base.words, lang).text
  const skipped = counted.notAnswered
  const notes = [
    base.count === null ? words.baseHidden(whom) : words.baseLine(whom, String(base.count)),
    skipped === null || skipped === 0
      ? null
      : skipped === 1
        ? words.notAnswered(skipped)
        : words.notAnsweredMany(skipped),
    counted.unknown === null || counted.unknown === 0 ? null : words.unknown(String(counted.unknown)),
    withheld.length === 0 ? null : words.withheld,
  ]
  return <List items={notes.filter((note) => note !== null)} />
}

/** One question: what may be said first, then the bars with their table, then whom it is about. */
export const QuestionPart = (
  props: Shown & {
    /** Where it is told how the figures came about; null on that page itself. */
    figurePath: string | null
  },
) => {
  const { question, released, lang, figurePath } = props
  const words = resultWords[lang]
  const bridges = [
    ...new Map(
      question.options
        .flatMap(({ changes }) => changes)
        .flatMap(({ since, sinceLabel, bridge }) =>
          bridge === null ? [] : [[since, { sinceLabel, bridge }] as const],
        ),
    ).values(),
  ]
  return (
    <section class="plein-poll" aria-labelledby={anchorOf(question)}>
      <Heading level={top(props)} look={2} id={anchorOf(question)}>
        <Words said={question.text} lang={lang} />
        {question.row === null ? null : (
          <>
            {': '}
            <Words said={question.row} lang={lang} />
          </>
        )}
      </Heading>
      {said(question, released.findings, lang).map((sentences) => (
        <Paragraph>{sentences}</Paragraph>
      ))}
      {question.options.length === 0 ? null : hasPanel(question) ? (
        <Columns broad>
          <div>
            <Heading level={under(props)} look={3}>
              {words.everybody}
            </Heading>
            <Everybody {...props} />
          </div>
          <div>
            <Panel {...props} />
          </div>
        </Columns>
      ) : (
        <Everybody {...props} />
      )}
      {question.amount === null ? null : (
        <Amounts amount={question.amount} calculation={props.calculated?.amount ?? null} lang={lang} />
      )}
      {question.meanings?.map(({ label, definition }) => (
        <Fold
          title={words.meant(saidIn(label, lang).text, released.findings.wave.label)}
          {...(props.calculated && { open: true })}
        >
          <Paragraph>
            <Words said={definition} lang={lang} />
          </Paragraph>
        </Fold>
      ))}
      {bridges.map(({ sinceLabel, bridge }) => (
        <Paragraph>
          {words.changedQuestion} {words.bridge} ({sinceLabel}): <Words said={bridge} lang={lang} />
        </Paragraph>
      ))}
      <Notes question={question} lang={lang} />
      {figurePath === null ? null : (
        <p>
          <Link href={figurePath}>
            {words.how}
            <span class="plein-hidden">: {saidIn(question.row ?? question.text, lang).text}</span>
          </Link>
        </p>
      )}
    </section>
  )
}
